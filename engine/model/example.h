// A voorbeeld: one invented student on one day, and what must come of it (language.md section 5, "Examples").
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/model/expr.h"
#include "engine/model/ids.h"
#include "engine/model/value_type.h"
#include "engine/records/schema.h"

namespace wegwijzer::model {

// A known value of a field. A duur is a Decimal in days; a keuze a ChoiceValue into the choices of its field.
using FieldValue = Constant;

struct ExampleField {
    FieldId field;
    FieldValue value;
};
struct ExampleEvent {
    std::vector<std::optional<FieldValue>> values;  // one per field of the series; none: unknown
};
struct ExampleSeries {  // a series that is not here is not supplied
    SeriesId series;
    std::optional<Date> complete_to;
    std::vector<ExampleEvent> events;  // in the order of the text
};
struct ExampleSetting {  // stel NAAM in op WAARDE
    ParameterId parameter;
    Constant value;
    Span origin;
};

struct SignalExpectation {
    enum class State : std::uint8_t { active, undetermined, not_applicable };
    SignalKind kind = SignalKind::signal;
    SignalId signal;  // none: some signal of this kind
    State state = State::active;
    std::optional<Severity> severity;
    bool possibly_higher = false;
};
// What `verwacht` asks of an advice, or of the step of a plan that is shown. All parts hold for one and the same.
struct AdviceParts {
    std::optional<Line> line;
    RoleId by;       // or none
    RoleId through;  // or none
    std::optional<Date> from;
    std::optional<Date> due;
    std::optional<int> priority;
    bool suppressed = false;
};
struct AdviceExpectation : AdviceParts {
    InterventionId intervention;  // none: some advice
};
struct PlanExpectation : AdviceParts {
    PlanId plan;  // none: some plan
};
struct ConceptExpectation {         // of a begrip, or of a tabel
    ExprId expr;                    // what the begrip stands for, or the tabel by its name
    std::optional<Constant> value;  // none: `is onbekend`
};
struct ParameterExpectation {
    ParameterId parameter;
    std::optional<Constant> value;
};
struct Expectation {
    std::variant<SignalExpectation, AdviceExpectation, PlanExpectation, ConceptExpectation, ParameterExpectation> what;
    bool negated = false;  // verwacht geen ...
    Span origin;
};

struct Example {
    std::string title;
    Date on;
    std::vector<ExampleField> fields;
    std::vector<ExampleSeries> series;
    std::vector<ExampleSetting> settings;
    std::vector<Expectation> expectations;
    Span origin;   // of the whole declaration
    Span keyword;  // `voorbeeld`
};

}  // namespace wegwijzer::model
