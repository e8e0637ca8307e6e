// From the steps of a trace to lines that a person can read. Precondition for everything here: the reader may see all
// fields behind the rule at hand.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/explain/explanation.h"

namespace wegwijzer::explain {

class ConditionLines {
  public:
    ConditionLines(const Redactor& redactor, const Cohort& cohort, std::size_t student, Date reference_date,
                   const trace::Trace& trace, Language language);

    // `node`: the place of this condition in the tree.
    [[nodiscard]] ConditionLine line_of(trace::StepId id, const std::string& node);
    // A new rule, with these conditions: what it compares a value with decides how that value is shown, and a begrip that
    // was opened before may be opened again.
    void start_rule(std::vector<model::ExprId> conditions);
    // The parameters that the conditions below `roots` read, each once, in order of declaration.
    [[nodiscard]] std::vector<ParameterLine> parameters_below(const std::vector<model::ExprId>& roots,
                                                              const std::string& node);

  private:
    struct Shown {
        std::string text;
        std::optional<Ratio> number;
        bool is_written = false;  // a literal: the words say it already
    };
    struct Setting {  // of a parameter, for this student
        std::string text;
        std::string reason;
        std::optional<Ratio> number;
        ThresholdOrigin origin = ThresholdOrigin::standard;
    };

    void look(const model::Quantified& node, const trace::Step& step, ConditionLine& line);
    void look(const model::And& node, const trace::Step& step, ConditionLine& line);
    void look(const model::Or& node, const trace::Step& step, ConditionLine& line);
    void look(const model::Not& node, const trace::Step& step, ConditionLine& line);
    void look(const model::Comparison& node, const trace::Step& step, ConditionLine& line);
    void look(const model::Between& node, const trace::Step& step, ConditionLine& line);
    void look(const model::OneOf& node, const trace::Step& step, ConditionLine& line);
    void look(const model::Knownness& node, const trace::Step& step, ConditionLine& line);
    void look(const model::Existence& node, const trace::Step& step, ConditionLine& line);
    void look(const model::ConceptValue& node, const trace::Step& step, ConditionLine& line);
    void look(const model::SignalState& node, const trace::Step& step, ConditionLine& line);
    template <class Other>
    void look(const Other& node, const trace::Step& step, ConditionLine& line);

    void set_margin(const trace::Step& step, ConditionLine& line) const;
    void add_children(const std::vector<model::ExprId>& operands, const trace::Step& step, ConditionLine& line);
    [[nodiscard]] trace::StepId child_of(const trace::Step& step, model::ExprId expr) const;
    [[nodiscard]] const trace::Step* value_step(const trace::Step& step, model::ExprId expr) const;
    // `beside`: a percentage next to it makes a plain number one.
    [[nodiscard]] Shown show(const trace::Step* step, model::ExprId expr, model::ExprId beside = {});
    // What the rule compares this expression with, for this student.
    [[nodiscard]] std::vector<Ratio> thresholds_of(model::ExprId expr);
    [[nodiscard]] std::vector<Ratio> values_of(const std::vector<model::ExprId>& others);
    [[nodiscard]] std::vector<Ratio> worked_out(model::ExprId other);
    // Of an expression outside filters: as it came out. None: it was not evaluated.
    [[nodiscard]] const trace::Step* step_of(model::ExprId expr);
    [[nodiscard]] const Setting& setting_of(model::ParameterId id);
    [[nodiscard]] static Node at(const ConditionLine& line, std::string_view name) { return Node(line.node) / name; }
    static void set_value(const Shown& shown, ConditionLine& line);
    void set_threshold(model::ExprId expr, const Shown& shown, ConditionLine& line);
    // What stands behind a value: the words of a begrip, the events of an aggregate.
    void add_details(const trace::Step* step, ConditionLine& line, bool is_inner = false);
    // The values of the columns, and the rows that have a say.
    void add_table(const trace::Step& step, ConditionLine& line);
    [[nodiscard]] std::string open_cells(const trace::Step& step, const model::Table& table, std::size_t row) const;
    void add_events(const model::Selection& selection, SeriesFieldId field, const trace::Step& step,
                    ConditionLine& line);
    // A field that the filter and the aggregate look at, and what it is compared with; not the date.
    struct LookedAt {
        SeriesFieldId field;
        std::vector<Ratio> thresholds;
    };
    [[nodiscard]] bool lies_in(const std::optional<DateInterval>& days, const model::Selection& selection,
                               const trace::EventSeen& event) const;
    [[nodiscard]] Tri counts_of(const model::Selection& selection, const trace::EventSeen& event) const;
    [[nodiscard]] EventShown event_shown(SeriesId id, const std::vector<LookedAt>& fields, std::uint32_t row,
                                         const Node& place) const;
    // In the order of the series.
    [[nodiscard]] std::vector<LookedAt> fields_looked_at(const model::Selection& selection, SeriesFieldId field,
                                                         const std::vector<Ratio>& thresholds);
    [[nodiscard]] std::string say(const char* nl, const char* en) const { return language_ == Language::nl ? nl : en; }
    [[nodiscard]] Phrase change_of(model::CompareOp op, const ShownValue& threshold, Tri holds,
                                   bool is_date = false) const;
    [[nodiscard]] Phrase change_of(const model::Between& node, const ShownValue& low, const ShownValue& high,
                                   const trace::Step& step, const ConditionLine& line) const;
    // Precondition: the line has a margin.
    [[nodiscard]] Phrase distance_in_words(const ConditionLine& line) const;
    [[nodiscard]] Phrase leaving_in_words(const ConditionLine& line) const;
    [[nodiscard]] std::string difference_text(const margins::Scale& scale, Ratio difference, const ShownValue& value,
                                              const ShownValue& threshold) const;
    [[nodiscard]] Phrase change_of(const model::Existence& node, const Node& place, const std::string& number,
                                   Tri holds) const;
    [[nodiscard]] std::string head_of(const model::Quantified& node, const trace::Step& step, const model::Expr& expr);

    const Redactor& redactor_;
    const model::RuleSet& rules_;
    const Cohort& cohort_;
    std::size_t student_;
    Date reference_date_;
    const trace::Trace& trace_;
    Language language_;
    std::vector<model::ExprId> conditions_;
    std::vector<bool> opened_concepts_;
    std::vector<bool> opened_tables_;
    // Worked out once per student, whatever rule asks.
    std::unordered_map<std::size_t, std::vector<Ratio>> threshold_values_;  // by ExprId
    std::vector<trace::StepId> steps_;                                      // by ExprId
    std::vector<std::optional<Setting>> settings_;                          // by ParameterId
};

}  // namespace wegwijzer::explain
