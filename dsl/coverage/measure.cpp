#include <algorithm>
#include <map>
#include <set>

#include "dsl/coverage/coverage.h"
#include "dsl/coverage/drafts.h"
#include "dsl/coverage/expect.h"
#include "dsl/coverage/variations.h"
#include "dsl/coverage/wanted.h"
#include "dsl/thinking/write_example.h"
#include "engine/examples/run_examples.h"

namespace wegwijzer::coverage {

using examples::PlaceKind;

namespace {

constexpr std::size_t work_of_a_signal = 100;  // expressions, about
constexpr std::size_t most_bases = 12;         // voorbeelden of the pack that one place is tried from

class Measurer {
  public:
    Measurer(const Compilation& compilation, Report& report, std::size_t most_work)
        : compilation_(compilation), rules_(*compilation.rules), report_(report), work_left_(most_work) {}

    void measure() {
        std::vector<const examples::Place*> open;
        for (const examples::Place& place : report_.coverage().places()) {
            report_.places.push_back({&place, place.reached ? Reached::yes : Reached::no, {}, {}});
            if (!place.reached) open.push_back(&place);
        }
        if (open.empty()) return;
        Questions questions(rules_, open);
        for (const model::Example& example : rules_.examples) titles_.insert(example.title);
        for (std::size_t i = 0; i < report_.places.size(); ++i) {
            if (report_.places[i].reached == Reached::no && !report_.places[i].proposal) look_at(i, questions);
        }
    }

  private:
    void look_at(std::size_t index, Questions& questions) {
        const examples::Place& place = *report_.places[index].place;
        const Wanted wanted = questions.of(place);
        if (questions.is_out_of_reach(wanted)) {
            report_.places[index].reached = Reached::cannot;
            return;
        }
        // An event on another day says more among the others of a student who is there already.
        if (group_of(place.kind) == Group::periods && propose_a_variation(index)) return;
        for (const Wants& wants : wanted.cases) {
            for (model::Example& draft : drafts_for(questions.formulas(), wants)) {
                if (propose(index, std::move(draft))) return;
            }
        }
        if (propose_as_it_is(index) || propose_a_variation(index)) return;
        report_.places[index].why_none = why_none(place, questions);
    }

    // The place is reached, and nobody looks.
    bool propose_as_it_is(std::size_t index) {
        const examples::Place& place = *report_.places[index].place;
        if (!place.unexpected_in) return false;
        model::Example example = rules_.examples[*place.unexpected_in];
        return propose(index, std::move(example));
    }

    bool propose_a_variation(std::size_t index) {
        const examples::Place& place = *report_.places[index].place;
        for (const model::Example& base : bases_for(place)) {
            for (model::Example& made : variations_of(compilation_.rules, base, place)) {
                if (work_left_ == 0) return false;
                if (propose(index, std::move(made))) return true;
            }
        }
        return false;
    }
    // Those that speak of the declaration first, then what was made for it, then all others. Copies: more are made meanwhile.
    [[nodiscard]] std::vector<model::Example> bases_for(const examples::Place& place) const {
        std::vector<model::Example> bases;
        const auto add = [&](const model::Example& example, bool speaks) {
            if (bases.size() < most_bases && speaks_of(rules_, example, place.of) == speaks) bases.push_back(example);
        };
        for (const bool speaks : {true, false}) {
            for (const model::Example& example : rules_.examples) {
                if (compilation_.was_given(example.origin.source)) add(example, speaks);
            }
            for (const Proposal& proposal : report_.proposals) add(proposal.example, speaks);
        }
        return bases;
    }

    [[nodiscard]] bool spend(std::size_t work) {
        if (work_left_ < work) work_left_ = 0;
        work_left_ -= std::min(work, work_left_);
        return work_left_ > 0;
    }

    // With what comes out of it as what is expected. False when it doesn't reach the place, or doesn't pass.
    bool propose(std::size_t index, model::Example example) {
        const examples::Place& place = *report_.places[index].place;
        if (!spend(work_of_a_signal) || !report_.coverage().may_reach(example, index)) return false;
        if (!spend(rules_.exprs.size())) return false;
        example.expectations = what_comes_out(compilation_.rules, example, place.of);
        if (place.kind == PlaceKind::overruled) expect_of_the_overruled(place, example);
        if (example.expectations.empty()) return false;
        const std::vector<std::size_t> reached = report_.coverage().reached_by(example);
        if (!std::ranges::binary_search(reached, index)) return false;
        if (!examples::comes_out(compilation_.rules, example)) return false;
        Proposal proposal;
        proposal.language = language_of(place.where);
        example.title = title_for(place, proposal.language);
        for (const std::size_t also : reached) {
            Place& its = report_.places[also];
            if (its.reached != Reached::no || its.proposal) continue;
            its.proposal = report_.proposals.size();
            its.why_none = {};
            proposal.places.push_back(also);
        }
        proposal.lines = thinking::write_example(rules_, example, proposal.language);
        proposal.example = std::move(example);
        report_.proposals.push_back(std::move(proposal));
        return true;
    }

    void expect_of_the_overruled(const examples::Place& place, model::Example& example) const {
        const model::PolicyId other = rules_.policies[place.key.which].overrides[place.key.part];
        const examples::PlaceOwner owner{examples::PlaceOwner::Kind::policy, other.value};
        for (model::Expectation& more : what_comes_out(compilation_.rules, example, owner)) {
            example.expectations.push_back(std::move(more));
        }
    }

    [[nodiscard]] Language language_of(const Span& span) const {
        const auto found = std::ranges::find(compilation_.files, span.source, &ast::File::source);
        return found == compilation_.files.end() ? Language::nl : found->language;
    }

    // "lage_presentie: onbepaald (2)"
    [[nodiscard]] std::string title_for(const examples::Place& place, Language language) {
        std::string title = name_of_owner(place.of) + ": " + what_is_shown(place, language);
        std::ranges::replace(title, '"', '\'');
        std::ranges::replace(title, '{', '(');
        std::ranges::replace(title, '\\', '/');
        std::string unique = title;
        for (std::size_t n = 2; !titles_.insert(unique).second; ++n) unique = title + " (" + std::to_string(n) + ")";
        return unique;
    }
    [[nodiscard]] std::string name_of_owner(const examples::PlaceOwner& owner) const {
        using Owner = examples::PlaceOwner::Kind;
        switch (owner.kind) {
            case Owner::signal: return rules_.signals[owner.index].name;
            case Owner::policy: return rules_.policies[owner.index].name;
            case Owner::concept_: return rules_.concepts[owner.index].name;
            case Owner::plan: return rules_.plans[owner.index].name;
            case Owner::table: return rules_.tables[owner.index].name;
            case Owner::parameter: break;
        }
        return rules_.parameters[owner.index].name;
    }
    [[nodiscard]] std::string what_is_shown(const examples::Place& place, Language language) const {
        const Localized kind = name_of(kind_of(place.kind));
        std::string words = '`' + quote(place.where) + '`';
        switch (group_of(place.kind)) {
            case Group::outcomes:
            case Group::policies: return kind.in(language);
            case Group::severities:
            case Group::rows:
            case Group::parameters: return words;
            case Group::exceptions: return words + Localized(" houdt het tegen", " stops it").in(language);
            case Group::conditions: return words + " is " + kind.in(language);
            case Group::boundaries:
            case Group::periods: break;
        }
        return words + ", " + kind.in(language);
    }
    // On one line, short.
    [[nodiscard]] std::string quote(const Span& span) const {
        constexpr std::size_t most = 60;
        std::string text;
        for (const char character : compilation_.sources.text(span)) {
            const bool is_blank = character == ' ' || character == '\n' || character == '\r' || character == '\t';
            if (!is_blank) {
                text += character;
            } else if (!text.empty() && text.back() != ' ') {
                text += ' ';
            }
        }
        if (text.size() <= most) return text;
        const std::size_t end = std::min(text.rfind(' ', most), most);
        text.resize(end);
        while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0x80) != 0) text.pop_back();
        return text + " …";
    }

    [[nodiscard]] Localized why_none(const examples::Place& place, Questions& questions) const {
        if (work_left_ == 0) {
            return {"er is niet verder gezocht naar een voorbeeld", "no further search was made for an example"};
        }
        switch (questions.not_examined(place)) {
            case analyse::NotExamined::calculates:
                return {"dit hangt af van een berekening die niet is onderzocht",
                        "this depends on a calculation that was not examined"};
            case analyse::NotExamined::compares:
                return {"dit hangt af van waarden die met elkaar worden vergeleken",
                        "this depends on values that are compared with each other"};
            case analyse::NotExamined::too_deep:
            case analyse::NotExamined::too_many:
                return {"hier hangt te veel aan om het te onderzoeken", "too much hangs on this to examine it"};
            case analyse::NotExamined::nothing: break;
        }
        return {"geen van de geprobeerde studenten komt hier", "none of the students that were tried comes here"};
    }

    const Compilation& compilation_;
    const model::RuleSet& rules_;
    Report& report_;
    std::size_t work_left_;
    std::set<std::string> titles_;
};

std::set<SourceId> given_sources(const Compilation& compilation) {
    std::set<SourceId> sources;
    for (const ast::File& file : compilation.files) {
        if (compilation.was_given(file.source)) sources.insert(file.source);
    }
    return sources;
}

}  // namespace

Report measure(const Compilation& compilation, const explain::Authorship& authorship, std::size_t most_work) {
    Report report(examples::Coverage(compilation.rules, authorship, given_sources(compilation)));
    Measurer(compilation, report, most_work).measure();
    report.parameters = count_by_parameter(*compilation.rules, report.places);
    return report;
}

}  // namespace wegwijzer::coverage
