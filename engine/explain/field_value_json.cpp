#include "engine/explain/field_value_json.h"

namespace wegwijzer::explain {

void write_field_value(json::Writer& writer, const FieldType& type, const model::FieldValue& value) {
    if (const auto* truth = std::get_if<bool>(&value)) {
        writer.boolean(*truth);
    } else if (const auto* number = std::get_if<Decimal>(&value)) {
        writer.decimal(*number);
    } else if (const auto* date = std::get_if<Date>(&value)) {
        writer.string(to_iso(*date));
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        writer.string(*text);
    } else if (const auto* choice = std::get_if<model::ChoiceValue>(&value)) {
        writer.string(type.choices[choice->index].name);
    } else {
        writer.null();
    }
}

}  // namespace wegwijzer::explain
