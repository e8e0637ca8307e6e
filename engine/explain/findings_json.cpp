#include "engine/explain/findings_json.h"

#include <bit>

#include "engine/explain/field_value_json.h"
#include "engine/explain/report_json.h"

namespace wegwijzer::explain {
namespace {

class FindingsWriter {
  public:
    FindingsWriter(json::Writer& writer, const model::RuleSet& rules, const FindingShown& shown)
        : writer_(writer), rules_(rules), shown_(shown) {}

    void write() {
        const margins::Finding& finding = shown_.finding;
        writer_.begin_object();
        writer_.key("node").string(shown_.node);
        writer_.key("missing").string(shown_.missing);
        writer_.key("decides").boolean(finding.decides_something());
        writer_.key("cases").begin_array();
        for (const margins::FindingCase& one : finding.cases) {
            writer_.begin_object();
            writer_.key("answers").begin_array();
            for (const margins::Answer& answer : one.answers) {
                writer_.begin_object();
                std::visit([this](const auto& what) { write(what); }, answer);
                writer_.end_object();
            }
            writer_.end_array();
            write("outcome", one.outcome);
            writer_.end_object();
        }
        writer_.end_array();
        write("otherwise", finding.otherwise);
        writer_.key("sentence").string(shown_.sentence.text());
        writer_.end_object();
    }

  private:
    [[nodiscard]] const FieldType& type() const {
        return rules_.schema->field(shown_.finding.missing.student_field).type;
    }

    void write(const margins::ValueRange& range) {
        writer_.key("kind").string("range");
        end("from", "from_included", range.from);
        end("to", "to_included", range.to);
    }
    void end(const char* key, const char* included, const std::optional<margins::ValueRange::End>& end) {
        writer_.key(key);
        if (end) {
            write_field_value(writer_, type(), end->value);
        } else {
            writer_.null();
        }
        writer_.key(included).boolean(end && end->is_included);
    }
    void write(const margins::ValueList& list) {
        writer_.key("kind").string(list.is_all_but ? "all_but" : "values");
        writer_.key("values").begin_array();
        for (const model::FieldValue& value : list.values) write_field_value(writer_, type(), value);
        writer_.end_array();
    }
    void write(const margins::ConditionAnswer& answer) {
        writer_.key("kind").string("condition");
        writer_.key("words").string(shown_.words[condition_++]);
        writer_.key("holds").boolean(answer.holds == Tri::yes);
    }

    void write(const char* key, const margins::Outcome& outcome) {
        writer_.key(key).begin_object();
        const auto severity = static_cast<model::Severity>(std::countr_zero(outcome.severities));
        const bool is_active = outcome.is_decided() && severity != model::Severity::none;
        writer_.key("status").string(!outcome.is_decided() ? "undetermined" : is_active ? "active" : "not_active");
        writer_.key("severity");
        if (is_active) {
            writer_.string(explain::json_name(severity));
        } else {
            writer_.null();
        }
        writer_.key("needs").begin_array();
        for (const model::Missing& one : outcome.needs) writer_.string(name_of(*rules_.schema, one));
        writer_.end_array();
        writer_.end_object();
    }

    json::Writer& writer_;
    const model::RuleSet& rules_;
    const FindingShown& shown_;
    std::size_t condition_ = 0;
};

}  // namespace

void write_findings(json::Writer& writer, const model::RuleSet& rules, const std::vector<FindingShown>& findings) {
    writer.key("finding_out").begin_array();
    for (const FindingShown& one : findings) FindingsWriter(writer, rules, one).write();
    writer.end_array();
}

}  // namespace wegwijzer::explain
