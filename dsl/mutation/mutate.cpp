#include <algorithm>
#include <set>

#include "dsl/coverage/drafts.h"
#include "dsl/coverage/expect.h"
#include "dsl/coverage/variations.h"
#include "dsl/mutation/find_changes.h"
#include "dsl/mutation/mutation.h"
#include "dsl/mutation/notice.h"
#include "dsl/mutation/sameness.h"
#include "dsl/mutation/where_read.h"
#include "dsl/thinking/write_example.h"
#include "engine/examples/run_examples.h"
#include "engine/explain/texts.h"

namespace wegwijzer::mutation {

using Owner = examples::PlaceOwner::Kind;

namespace {

constexpr std::size_t most_bases = 6;  // voorbeelden of the pack that one change is looked for from
// Expressions that are evaluated in the search for voorbeelden, over all changes: a few seconds.
constexpr std::size_t most_work = 20'000'000;
constexpr std::size_t work_of_a_signal = 100;

std::string trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin));
}

class Mutator {
  public:
    Mutator(const Compilation& compilation, Report& report)
        : compilation_(compilation), rules_(*compilation.rules), report_(report) {
        for (const ast::File& file : compilation.files) {
            if (compilation.was_given(file.source)) sources_.insert(file.source);
        }
        for (const model::Example& example : rules_.examples) titles_.insert(example.title);
    }

    void mutate() {
        std::vector<Change> changes = find_changes(compilation_, sources_);
        Watch watch(compilation_.rules, sources_);
        report_.has_failures = watch.has_failures();
        const auto one_rule = [](const Change& left, const Change& right) {
            return left.owner.kind == right.owner.kind && left.owner.index == right.owner.index;
        };
        Sameness sameness(rules_);
        for (std::size_t i = 0; i < changes.size(); ++i) {
            Change& change = changes[i];
            if (i > 0 && !one_rule(changes[i - 1], change)) sameness.restart();
            Mutant mutant = describe(change);
            mutant.noticed_by = watch.noticed_by(change);
            if (mutant.noticed_by) {
                mutant.fate = Fate::noticed;
            } else if (sameness.is_same(change)) {
                mutant.fate = Fate::same;
            }
            report_.mutants.push_back(std::move(mutant));
        }
        for (std::size_t i = 0; i < changes.size(); ++i) {
            if (i == 0 || !one_rule(changes[i - 1], changes[i])) sameness.restart();
            const Mutant& mutant = report_.mutants[i];
            if (mutant.fate != Fate::unnoticed || mutant.proposal) continue;
            propose(i, changes, watch, sameness);
            report_.mutants[i].was_searched = work_ < most_work;
        }
    }

  private:
    [[nodiscard]] Mutant describe(const Change& change) const {
        Mutant mutant;
        mutant.kind = change.kind;
        mutant.where = change.where;
        mutant.before = std::string(compilation_.sources.text(change.where));
        const std::string_view source = compilation_.sources.text(change.where.source);
        const std::size_t line_begin = source.rfind('\n', change.where.begin);
        const std::size_t begin = change.where.begin == 0 || line_begin == std::string_view::npos ? 0 : line_begin + 1;
        const std::size_t end = std::min(source.find('\n', change.where.end), source.size());
        std::string line(source.substr(begin, change.where.begin - begin));
        line += change.written + std::string(source.substr(change.where.end, end - change.where.end));
        mutant.line = trimmed(line);
        mutant.owner = owner_words(change.owner);
        return mutant;
    }
    [[nodiscard]] Localized owner_words(const examples::PlaceOwner& owner) const {
        const auto named = [](const Localized& kind, const std::string& name) {
            return Localized(kind.nl + " `" + name + '`', kind.en + " `" + name + '`');
        };
        switch (owner.kind) {
            case Owner::signal: {
                const model::Signal& signal = rules_.signals[owner.index];
                return named(explain::texts::kind_of(signal.kind), signal.name);
            }
            case Owner::policy: return named({"beleid", "policy"}, rules_.policies[owner.index].name);
            case Owner::concept_: return named({"begrip", "concept"}, rules_.concepts[owner.index].name);
            case Owner::plan: return named({"aanpak", "plan"}, rules_.plans[owner.index].name);
            case Owner::table: return named({"tabel", "table"}, rules_.tables[owner.index].name);
            case Owner::parameter: break;
        }
        return named({"parameter", "parameter"}, rules_.parameters[owner.index].name);
    }

    // ---- voorbeelden ----
    void propose(std::size_t index, std::vector<Change>& changes, Watch& watch, Sameness& sameness) {
        const auto from_answers = [&](const Change& change) {
            for (const coverage::Wants& wants : sameness.where_it_differs(change)) {
                for (model::Example& draft : coverage::drafts_for(sameness.formulas(), wants)) {
                    if (propose(index, changes, watch, std::move(draft), change.owner)) return true;
                }
            }
            return false;
        };
        const Change change = changes[index];
        if (from_answers(change)) return;
        if (const auto* value = std::get_if<OtherValue>(&change.other)) {
            for (const Change& where_read : where_it_is_read(rules_, value->parameter, *value->value)) {
                if (from_answers(where_read)) return;
            }
        }
        for (const examples::Place& place : places_beside(change)) {
            for (const model::Example& base : bases_for(place.of)) {
                for (model::Example& made : coverage::variations_of(compilation_.rules, base, place)) {
                    if (propose(index, changes, watch, std::move(made), place.of)) return;
                }
            }
        }
    }
    // Where a student may come who makes the difference.
    [[nodiscard]] std::vector<examples::Place> places_beside(const Change& change) const {
        examples::Place place;
        place.of = change.owner;
        const auto at = [&](examples::PlaceKind kind, std::uint32_t which) {
            examples::Place other = place;
            other.kind = kind;
            other.key = {kind, which, 0};
            return other;
        };
        if (std::holds_alternative<OtherLength>(change.other)) {
            const std::uint32_t which = change.path.back().value;
            return {at(examples::PlaceKind::outside_period, which), at(examples::PlaceKind::first_day, which),
                    at(examples::PlaceKind::on_boundary, which)};
        }
        return {at(examples::PlaceKind::on_boundary, boundary_of(change))};
    }
    // The comparison or number of events that the change is in; else nothing to go by.
    [[nodiscard]] std::uint32_t boundary_of(const Change& change) const {
        if (change.kind == ChangeKind::boundary) return std::get<OtherNode>(change.other).id.value;
        for (std::size_t i = change.path.size(); i-- > 0;) {
            const model::ExprNode& node = rules_.expr(change.path[i]).node;
            if (std::holds_alternative<model::Comparison>(node) || std::holds_alternative<model::Between>(node) ||
                std::holds_alternative<model::Existence>(node))
                return change.path[i].value;
        }
        return static_cast<std::uint32_t>(rules_.exprs.size());
    }
    [[nodiscard]] std::vector<model::Example> bases_for(const examples::PlaceOwner& owner) const {
        std::vector<model::Example> bases;
        const auto add = [&](const model::Example& example) {
            if (bases.size() < most_bases && coverage::speaks_of(rules_, example, owner)) bases.push_back(example);
        };
        for (const model::Example& example : rules_.examples) {
            if (sources_.contains(example.origin.source)) add(example);
        }
        for (const Proposal& proposal : report_.proposals) add(proposal.example);
        return bases;
    }

    // `owner`: whose outcome the voorbeeld is to expect.
    bool propose(std::size_t index, std::vector<Change>& changes, Watch& watch, model::Example example,
                 const examples::PlaceOwner& owner) {
        if (work_ >= most_work) return false;
        work_ += owner.kind == Owner::signal ? work_of_a_signal : rules_.exprs.size();
        example.expectations = coverage::what_comes_out(compilation_.rules, example, owner);
        if (example.expectations.empty() || !watch.notices(example, changes[index])) return false;
        if (!examples::comes_out(compilation_.rules, example)) return false;
        Proposal proposal;
        const auto file = std::ranges::find(compilation_.files, changes[index].where.source, &ast::File::source);
        proposal.language = file == compilation_.files.end() ? Language::nl : file->language;
        example.title = title_for(report_.mutants[index], proposal.language);
        for (std::size_t i = index; i < changes.size(); ++i) {
            Mutant& other = report_.mutants[i];
            const bool is_open = other.fate == Fate::unnoticed && !other.proposal;
            const bool is_near = changes[i].owner.kind == changes[index].owner.kind &&
                                 changes[i].owner.index == changes[index].owner.index;
            if (!is_open || !is_near || (i != index && !watch.notices(example, changes[i]))) continue;
            other.proposal = report_.proposals.size();
            proposal.mutants.push_back(i);
        }
        proposal.lines = thinking::write_example(rules_, example, proposal.language);
        proposal.example = std::move(example);
        report_.proposals.push_back(std::move(proposal));
        return true;
    }
    // "lage_presentie: niet `motivatie < 4`": as it would read.
    [[nodiscard]] std::string title_for(const Mutant& mutant, Language language) {
        std::string words = mutant.line.empty() ? mutant.before : mutant.line;
        std::string one_line;
        for (const char character : words) {
            const bool is_white = character == ' ' || character == '\n' || character == '\r' || character == '\t';
            if (!is_white) {
                one_line += character == '"' ? '\'' : character == '{' ? '(' : character == '\\' ? '/' : character;
            } else if (!one_line.empty() && one_line.back() != ' ') {
                one_line += ' ';
            }
        }
        constexpr std::size_t most = 80;
        if (one_line.size() > most) {
            std::size_t end = most;
            while (end > 0 && (static_cast<unsigned char>(one_line[end]) & 0xC0) == 0x80) --end;
            one_line.resize(end);
            one_line += "…";
        }
        const bool nl = language == Language::nl;
        std::string title = mutant.owner.in(language) + ", ";
        title += mutant.line.empty() ? (nl ? "niet zonder `" : "not without `") : (nl ? "niet `" : "not `");
        title += one_line + '`';
        std::string unique = title;
        for (std::size_t n = 2; !titles_.insert(unique).second; ++n) unique = title + " (" + std::to_string(n) + ")";
        return unique;
    }

    const Compilation& compilation_;
    const model::RuleSet& rules_;
    Report& report_;
    std::set<SourceId> sources_;
    std::set<std::string> titles_;
    std::size_t work_ = 0;
};

void add(const Mutant& mutant, Count& count) {
    if (mutant.fate == Fate::same) {
        ++count.same;
        return;
    }
    ++count.all;
    if (mutant.fate == Fate::noticed) ++count.noticed;
}

}  // namespace

Localized name_of(ChangeKind kind) {
    switch (kind) {
        case ChangeKind::threshold: return {"een stap hoger of lager", "a step higher or lower"};
        case ChangeKind::boundary: return {"de grens zelf wel of niet", "with or without the boundary"};
        case ChangeKind::left_out: return {"een deel weggelaten", "a part left out"};
        case ChangeKind::joined: break;
    }
    return {"`en` en `of` verwisseld", "`and` and `or` exchanged"};
}

std::string identifier_of(ChangeKind kind) {
    switch (kind) {
        case ChangeKind::threshold: return "threshold";
        case ChangeKind::boundary: return "boundary";
        case ChangeKind::left_out: return "left_out";
        case ChangeKind::joined: break;
    }
    return "joined";
}

Count Report::total() const {
    Count count;
    for (const Mutant& mutant : mutants) add(mutant, count);
    return count;
}

Count Report::count(ChangeKind kind) const {
    Count count;
    for (const Mutant& mutant : mutants) {
        if (mutant.kind == kind) add(mutant, count);
    }
    return count;
}

Report mutate(const Compilation& compilation) {
    Report report;
    Mutator(compilation, report).mutate();
    return report;
}

}  // namespace wegwijzer::mutation
