#include "engine/program/verify.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

namespace wegwijzer::program {

namespace {

bool fits(std::string_view asked, Kind kind) {
    if (asked == "any") return true;
    if (asked == "value") {
        return kind == Kind::number || kind == Kind::date || kind == Kind::choice || kind == Kind::text ||
               kind == Kind::length;
    }
    if (asked == "exact") return kind == Kind::number || kind == Kind::ratio;
    if (asked == "counted") return kind == Kind::number || kind == Kind::ratio || kind == Kind::range;
    return asked == name_of(kind);
}

// The words of OpcodeInfo::operands, matched one operand at a time.
class Signature {
  public:
    explicit Signature(std::string_view text) {
        std::string word;
        for (const char mark : text) {
            if (mark == ',') {
                words_.push_back(word);
                word.clear();
            } else {
                word += mark;
            }
        }
        if (!word.empty()) words_.push_back(word);
    }

    struct Asked {
        std::string_view kind;
        bool of_students = false;
    };
    // What operand `at` of `count` must be; an empty kind when there may not be so many.
    [[nodiscard]] Asked asked(std::size_t at) const {
        if (words_.empty()) return {};
        const std::string_view word = words_[std::min(at, words_.size() - 1)];
        const bool repeats = word.ends_with('*') || word.ends_with('+');
        if (at >= words_.size() && !repeats) return {};
        return strip(word, at - std::min(at, words_.size() - 1));
    }
    [[nodiscard]] std::size_t least() const {
        const auto may_lack = [](const std::string& word) { return word.ends_with('?') || word.ends_with('*'); };
        return static_cast<std::size_t>(
            std::ranges::count_if(words_, [&](const auto& word) { return !may_lack(word); }));
    }

  private:
    [[nodiscard]] static Asked strip(std::string_view word, std::size_t repeat) {
        Asked result;
        while (word.ends_with('*') || word.ends_with('+') || word.ends_with('?')) word.remove_suffix(1);
        if (word.starts_with('~')) {
            result.of_students = true;
            word.remove_prefix(1);
        }
        if (word.starts_with('(')) {  // (a;b): pairs
            word = word.substr(1, word.size() - 2);
            const std::size_t middle = word.find(';');
            word = repeat % 2 == 0 ? word.substr(0, middle) : word.substr(middle + 1);
        }
        result.kind = word;
        return result;
    }
    std::vector<std::string> words_;
};

class Verifier {
  public:
    explicit Verifier(const Program& program) : program_(program) {}

    std::vector<std::string> run() {
        for (std::size_t i = 0; i < program_.instructions.size(); ++i) check(i, program_.instructions[i]);
        check_repeats();
        for (std::size_t i = 0; i < program_.origins.size(); ++i) check_origin(i, program_.origins[i]);
        check_outcomes();
        return std::move(wrong_);
    }

  private:
    template <class... Values>
    void expect(bool holds, fmt::format_string<Values...> text, Values&&... values) {
        if (!holds) wrong_.push_back(fmt::format(text, std::forward<Values>(values)...));
    }

    void check(std::size_t at, const Instruction& instruction) {
        const OpcodeInfo& opcode = info(instruction.opcode);
        const Signature signature(opcode.operands);
        expect(fits(opcode.result, instruction.kind), "%{}: {} can't make a {}", at, opcode.name,
               name_of(instruction.kind));
        expect(instruction.operand_count >= signature.least(), "%{}: {} lacks operands", at, opcode.name);
        const auto operands = program_.operands_of(instruction);
        for (std::size_t i = 0; i < operands.size(); ++i) {
            expect(operands[i].index() < at, "%{}: operand {} is made later", at, i);
            if (operands[i].index() >= at) continue;
            const Instruction& operand = program_.instruction(operands[i]);
            const auto asked = signature.asked(i);
            expect(!asked.kind.empty(), "%{}: {} has too many operands", at, opcode.name);
            expect(fits(asked.kind, operand.kind), "%{}: operand {} of {} is a {}", at, i, opcode.name,
                   name_of(operand.kind));
            check_domain(at, instruction, i, operand, asked.of_students);
            expect(!instruction.live || operand.live, "%{}: operand {} is not live", at, i);
            expect(!instruction.uniform || operand.uniform, "%{}: not uniform, as operand {} is not", at, i);
        }
        check_references(at, instruction);
    }

    void check_domain(std::size_t at, const Instruction& instruction, std::size_t i, const Instruction& operand,
                      bool of_students) {
        // An aggregate stands in the domain of students and reads a filter in that of its series.
        SeriesId asked = instruction.domain;
        if (of_students) asked = {};
        if (!of_students && instruction.series) asked = instruction.series;
        expect(operand.domain == asked, "%{}: operand {} has another domain", at, i);
    }

    void check_references(std::size_t at, const Instruction& instruction) {
        const Schema& schema = *program_.schema;
        if (instruction.domain) expect(instruction.domain.index() < schema.series.size(), "%{}: no such series", at);
        if (instruction.series) expect(instruction.series.index() < schema.series.size(), "%{}: no such series", at);
        switch (instruction.opcode) {
            case Opcode::field:
            case Opcode::compare_field:
            case Opcode::between_field:
            case Opcode::one_of_field: {
                const auto& fields =
                    instruction.domain ? schema.series_of(instruction.domain).fields : schema.student_fields;
                expect(instruction.field < fields.size(), "%{}: no such field", at);
                break;
            }
            case Opcode::in_phase:
            case Opcode::period_phase:
                expect(instruction.detail < program_.phases.size(), "%{}: no such phase", at);
                break;
            case Opcode::signal: expect(instruction.detail < program_.signals.size(), "%{}: no such signal", at); break;
            case Opcode::constant:
                expect(instruction.kind != Kind::text ||
                           static_cast<std::size_t>(instruction.immediate) < program_.texts.size(),
                       "%{}: no such text", at);
                break;
            default: break;
        }
    }

    void check_repeats() {
        using Key = std::tuple<Opcode, Kind, std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t, bool,
                               std::int64_t, std::vector<Register>>;
        std::set<Key> seen;
        for (std::size_t i = 0; i < program_.instructions.size(); ++i) {
            const Instruction& one = program_.instructions[i];
            const auto operands = program_.operands_of(one);
            const bool is_new =
                seen.emplace(one.opcode, one.kind, one.domain.value, one.series.value, one.field, one.detail,
                             one.negated, one.immediate, std::vector<Register>(operands.begin(), operands.end()))
                    .second;
            expect(is_new, "%{}: made before", i);
        }
    }

    void check_origin(std::size_t at, const Origin& origin) {
        expect(origin.value.index() < program_.instructions.size(), "origin {}: no such value", at);
        for (const OriginId child : program_.children_of(origin)) {
            const bool may_lack = origin.rule == Origin::Rule::aggregate || origin.rule == Origin::Rule::signals;
            if (child.is_none()) {
                expect(may_lack, "origin {}: a child is missing", at);
            } else {
                expect(child.index() < at, "origin {}: a child stands behind it", at);
            }
        }
        if (origin.rule == Origin::Rule::field) {
            expect(origin.index < program_.missing.size(), "origin {}: names nothing", at);
        }
        if (origin.rule == Origin::Rule::aggregate) {
            expect(origin.window && program_.instruction(origin.window).kind == Kind::window,
                   "origin {}: has no window", at);
        }
        if (origin.rule == Origin::Rule::parameter) {
            expect(origin.child_count * 2 + 1 == program_.instruction(origin.value).operand_count,
                   "origin {}: conditions and values do not pair", at);
        }
        if (origin.rule == Origin::Rule::table) {
            expect(origin.child_count == program_.instruction(origin.value).operand_count,
                   "origin {}: rows do not pair", at);
        }
        if (origin.rule == Origin::Rule::signals && program_.instruction(origin.value).opcode != Opcode::unknown) {
            expect(origin.child_count * 2 == program_.instruction(origin.value).operand_count,
                   "origin {}: filters and signals do not pair", at);
        }
    }

    void check_outcomes() {
        const auto is = [&](Register id, Kind kind) {
            return id.index() < program_.instructions.size() && program_.instruction(id).kind == kind &&
                   program_.instruction(id).live && program_.instruction(id).domain.is_none();
        };
        for (const SignalProgram& signal : program_.signals) {
            expect(is(signal.value, Kind::signal), "signal {} has no outcome", signal.name);
        }
        for (const TermProgram& limit : program_.limits) {
            if (limit.kind == TermProgram::Kind::none) continue;
            expect(is(limit.term.value, Kind::length), "a limit is no length");
        }
        for (const PlanProgram& plan : program_.plans) {
            expect(is(plan.goal.value, Kind::tri), "plan {} has no goal", plan.name);
            for (const auto& step : plan.steps) {
                for (const TermProgram& term : step) {
                    if (term.kind == TermProgram::Kind::none) continue;
                    expect(is(term.term.value, term.kind == TermProgram::Kind::week ? Kind::number : Kind::length),
                           "plan {}: a term is of another kind", plan.name);
                }
            }
        }
        for (const PolicyProgram& policy : program_.policies) {
            expect(is(policy.condition.value, Kind::tri), "policy {} has no condition", policy.name);
            for (const ConditionProgram& unless : policy.unless)
                expect(is(unless.value, Kind::tri), "policy {}: a tenzij is no condition", policy.name);
            for (const SelectionProgram& selection : policy.selections)
                expect(selection.signals.size() == selection.filters.size(), "policy {}: filters", policy.name);
            for (const TermProgram& term : policy.terms) {
                if (term.kind == TermProgram::Kind::none) continue;
                expect(is(term.term.value, term.kind == TermProgram::Kind::due ? Kind::date : Kind::length),
                       "policy {}: a term is of another kind", policy.name);
            }
        }
    }

    const Program& program_;
    std::vector<std::string> wrong_;
};

}  // namespace

std::vector<std::string> verify(const Program& program) { return Verifier(program).run(); }

}  // namespace wegwijzer::program
