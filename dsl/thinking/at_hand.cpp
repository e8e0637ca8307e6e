#include "dsl/thinking/at_hand.h"

#include <algorithm>

#include "dsl/thinking/draft.h"
#include "dsl/thinking/write_example.h"
#include "engine/base/unicode.h"
#include "engine/examples/run_examples.h"

namespace wegwijzer::thinking {

AtHand::AtHand(const Compilation& compilation, Diagnostics& findings, const Stop& stop)
    : compilation_(compilation), findings_(findings), formulas_(*compilation.rules), stop_(stop) {
    for (const ast::File& file : compilation.files) {
        for (const ast::Declaration& declaration : file.declarations) {
            if (const auto* signal = std::get_if<ast::Signal>(&declaration.node)) {
                signals_.emplace(signal->name.text, &declaration);
            } else if (const auto* policy = std::get_if<ast::Policy>(&declaration.node)) {
                policies_.emplace(policy->name.text, &declaration);
            }
        }
    }
    free_what_was_reported();
    find_ours();
}

void AtHand::find_ours() {
    std::unordered_set<std::string> taken_in;
    for (const ast::File& file : compilation_.files) {
        for (const ast::Declaration& declaration : file.declarations) {
            if (const auto* use = std::get_if<ast::Use>(&declaration.node)) taken_in.insert(use->pack.text);
        }
    }
    for (const PackFiles& pack : compilation_.packs) {
        bool is_ours = pack.was_given;
        bool is_tried = false;
        for (const std::size_t file : pack.files) {
            for (const ast::Declaration& declaration : compilation_.files[file].declarations) {
                const auto* head = std::get_if<ast::Pack>(&declaration.node);
                if (head != nullptr && taken_in.contains(head->name.text)) is_ours = false;
                is_tried = is_tried || std::holds_alternative<ast::Example>(declaration.node);
            }
        }
        if (!is_ours) continue;
        for (const std::size_t file : pack.files) {
            const SourceId source = compilation_.files[file].source;
            ours_.insert(source.value);
            if (is_tried) tried_.insert(source.value);
        }
    }
}

// W108: outside the bounds of its field.
void AtHand::free_what_was_reported() {
    for (const Diagnostic& finding : compilation_.diagnostics.all()) {
        if (finding.code != Code::W108) continue;
        std::optional<model::ExprId> smallest;
        for (std::size_t i = 0; i < rules().exprs.size(); ++i) {
            const model::Expr& expr = rules().exprs[i];
            const Span& span = expr.origin;
            if (expr.type.kind != model::ValueKind::boolean || span.source != finding.span.source) continue;
            if (span.begin > finding.span.begin || span.end < finding.span.end) continue;
            const bool is_smaller = !smallest || span.end - span.begin < rules().expr(*smallest).origin.end -
                                                                             rules().expr(*smallest).origin.begin;
            if (is_smaller) smallest = model::ExprId(i);
        }
        if (smallest) set_free(*smallest);
    }
}

bool AtHand::is_stopped() {
    if (!is_stopped_ && stop_) is_stopped_ = stop_();
    return is_stopped_;
}

bool AtHand::can_be(const Wants& wants) {
    constexpr std::size_t between = 16;  // a few tenths of a millisecond
    if (is_stopped_ || (++questions_ % between == 0 && is_stopped())) return true;
    question_.clear();
    for (const Want& want : wants) question_.want(want.formula, want.answers);
    const Found found = question_.ask();
    if (found == Found::not_found_out) is_open_ = true;
    return found != Found::no;
}

void AtHand::begin(model::ExprId condition) {
    condition_ = condition;
    is_open_ = false;
}

void AtHand::end() {
    ++examined_.conditions;
    analyse::NotExamined why = formulas_.not_examined(formulas_.of(condition_));
    if (why == analyse::NotExamined::nothing && is_open_) why = analyse::NotExamined::too_many;
    if (why != analyse::NotExamined::nothing) examined_.left_open.push_back({span_of(condition_), why});
    condition_ = {};
}

void AtHand::set_free(model::ExprId condition) {
    free_[condition.value] = true;
    formulas_.set_free(condition);
}

// ---- the author's words ---------------------------------------------------------------------------------------------

const ast::File& AtHand::file_of(const Span& span) const {
    const auto found =
        std::ranges::find_if(compilation_.files, [&](const ast::File& file) { return file.source == span.source; });
    return found == compilation_.files.end() ? compilation_.files.front() : *found;
}

std::string AtHand::word(const Span& place, Word which) const {
    return std::string(spelling(which, file_of(place).language));
}

std::string AtHand::quote(const Span& span) const {
    constexpr std::size_t most = 60;
    std::string result;
    bool is_space = false;
    for (const char character : compilation_.sources.text(span)) {
        const bool is_white = character == ' ' || character == '\t' || character == '\n' || character == '\r';
        if (!is_white) {
            if (is_space && !result.empty()) result += ' ';
            result += character;
        }
        is_space = is_white;
    }
    if (result.size() <= most) return result;
    std::size_t end = result.rfind(' ', most);
    if (end == std::string::npos || end < most / 2) end = most;
    while (end > 0 && (static_cast<unsigned char>(result[end]) & 0xC0) == 0x80) --end;
    return result.substr(0, end) + " …";
}

Span AtHand::first_line(const Span& span) const {
    const std::string_view text = compilation_.sources.text(span);
    std::size_t end = std::min(text.find('\n'), text.size());
    while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\r' || text[end - 1] == '\t')) --end;
    return {span.source, span.begin, span.begin + static_cast<std::uint32_t>(end)};
}

const ast::Declaration* AtHand::signal(const std::string& name) const {
    const auto found = signals_.find(name);
    return found == signals_.end() ? nullptr : found->second;
}
const ast::Declaration* AtHand::policy(const std::string& name) const {
    const auto found = policies_.find(name);
    return found == policies_.end() ? nullptr : found->second;
}

// ---- voorbeelden ----------------------------------------------------------------------------------------------------

namespace {

// What the student is given, in few words; empty where that is more than one value.
std::string given_words(const model::RuleSet& rules, const model::Example& example, Language language) {
    std::vector<std::string> words;
    for (const model::ExampleField& field : example.fields) {
        const FieldType& type = rules.schema->field(field.field).type;
        if (field.field != rules.schema->start) words.push_back(write_value(type, field.value, language));
    }
    for (const model::ExampleSeries& given : example.series) {
        const Series& series = rules.schema->series_of(given.series);
        if (given.events.size() > 1) return {};
        for (const model::ExampleEvent& event : given.events) {
            for (std::size_t i = 0; i < event.values.size(); ++i) {
                if (!event.values[i] || i == series.date_field.index()) continue;
                words.push_back(write_value(series.fields[i].type, *event.values[i], language));
            }
        }
    }
    const bool says_little = example.fields.size() == 1 && std::holds_alternative<bool>(example.fields.front().value);
    if (words.size() != 1 || says_little || words.front().find('"') != std::string::npos) return {};
    return words.front();
}

}  // namespace

bool AtHand::show(Diagnostic& diagnostic, std::optional<model::Example> example,
                  const std::vector<model::Expectation>& expected, const Localized& title) const {
    if (!example || expected.empty()) return false;
    const Language language = file_of(diagnostic.span).language;
    example->expectations = expected;
    const std::string given = given_words(rules(), *example, language);
    example->title =
        std::string(entry(diagnostic.code).code) + ": " + (given.empty() ? "" : given + ' ') + title.in(language);
    if (!examples::comes_out(compilation_.rules, *example)) return false;
    diagnostic.example = {Localized("voorbeeld dat het laat zien:", "example that shows it:")};
    for (const std::string& line : write_example(rules(), *example, language)) {
        diagnostic.example.emplace_back("  " + line);
    }
    return true;
}

namespace {

std::optional<AtomValues> values_of(const analyse::Formulas& formulas, const Wants& wants) {
    analyse::Question question(formulas);
    for (const Want& want : wants) question.want(want.formula, want.answers);
    return question.ask() == Found::yes ? std::optional(question.values()) : std::nullopt;
}

}  // namespace

void AtHand::add_witness(Diagnostic& diagnostic, const std::vector<Wants>& cases,
                         const std::vector<model::Expectation>& expected, const Localized& title) {
    for (const Wants& wants : cases) {
        const std::optional<AtomValues> values = values_of(formulas_, wants);
        if (!values) continue;
        for (const EventDay day : {EventDay::last, EventDay::first}) {
            if (show(diagnostic, draft_example(formulas_, *values, day), expected, title)) return;
        }
    }
}

void AtHand::add_witness(Diagnostic& diagnostic, const Events& events, const std::vector<model::Expectation>& expected,
                         const Localized& title) {
    constexpr std::int64_t most_events = 3;
    std::optional<AtomValues> others = values_of(formulas_, events.others);
    if (!others) return;
    // These events are there; how many that makes, or what comes of them, follows.
    std::erase_if(*others, [&](const auto& one) {
        const std::optional<model::Aggregate>& aggregate = formulas_.atom(one.first).aggregate;
        return aggregate && aggregate->selection.series == events.selection.series;
    });
    for (const Wants& wants : events.cases) {
        const std::optional<AtomValues> values = values_of(formulas_, wants);
        if (!values) continue;
        for (std::int64_t count = 1; count <= most_events; ++count) {
            const EventCase added{events.selection, *values, count};
            if (show(diagnostic, draft_example(formulas_, *others, EventDay::last, &added), expected, title)) return;
        }
    }
}

std::vector<model::Expectation> expectation_of(const model::RuleSet& rules, const Role& role, bool holds) {
    model::Expectation expectation;
    if (role.signal) {
        model::SignalExpectation signal;
        signal.kind = rules.signal(role.signal).kind;
        signal.signal = role.signal;
        signal.severity = role.level;
        expectation.what = signal;
        expectation.negated = holds == role.is_unless;
        return {expectation};
    }
    if (role.concept_id) {
        expectation.what = model::ConceptExpectation{rules.concept_of(role.concept_id).expr, model::Constant(holds)};
        return {expectation};
    }
    if (role.policy.is_none()) return {};
    for (const model::Advice& advice : rules.policy(role.policy).advises) {
        if (advice.intervention.is_none()) continue;
        model::AdviceExpectation expected;
        expected.intervention = advice.intervention;
        expectation.what = expected;
        expectation.negated = holds == role.is_unless;
        return {expectation};
    }
    return {};
}

std::optional<Examined> think(const Compilation& compilation, Diagnostics& findings, const Stop& stop) {
    if (compilation.rules == nullptr) return Examined();
    AtHand at(compilation, findings, stop);
    for (const auto look : {look_at_conditions, look_at_unless, look_at_levels, look_at_policies, look_at_twins,
                            look_at_names, look_at_thresholds, look_at_unknown, look_at_lines}) {
        look(at);
        if (at.is_stopped()) return std::nullopt;
    }
    return at.examined();
}

Examined think(const Compilation& compilation, Diagnostics& findings) {
    return think(compilation, findings, {}).value_or(Examined());
}

}  // namespace wegwijzer::thinking
