#include "engine/keep/kept_student.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/json/tree.h"
#include "engine/json/writer.h"

namespace wegwijzer::keep {
namespace {

using comparison::SignalState;

// Behind the severity of a signal that may be higher.
constexpr char possibly_higher_mark = '+';
constexpr std::string_view undetermined_word = "undetermined";
constexpr std::string_view without_severity = "active";  // a kans
constexpr std::array severities{std::pair(std::string_view("low"), model::Severity::low),
                                std::pair(std::string_view("medium"), model::Severity::medium),
                                std::pair(std::string_view("high"), model::Severity::high),
                                std::pair(without_severity, model::Severity::none)};
constexpr std::array consents{std::pair(std::string_view("not_needed"), advise::Consent::not_needed),
                              std::pair(std::string_view("ask"), advise::Consent::ask),
                              std::pair(std::string_view("given"), advise::Consent::given)};

constexpr std::array mark_names{std::pair(std::string_view("data"), &RecordMarks::open),
                                std::pair(std::string_view("confidential_data"), &RecordMarks::confidential),
                                std::pair(std::string_view("followups"), &RecordMarks::followups),
                                std::pair(std::string_view("consents"), &RecordMarks::consents)};

template <class Value, std::size_t count>
std::optional<Value> value_of(const std::array<std::pair<std::string_view, Value>, count>& words,
                              std::string_view word) {
    for (const auto& [name, value] : words) {
        if (name == word) return value;
    }
    return std::nullopt;
}
template <class Value, std::size_t count>
std::string_view word_of(const std::array<std::pair<std::string_view, Value>, count>& words, Value wanted) {
    for (const auto& [name, value] : words) {
        if (value == wanted) return name;
    }
    return {};
}

std::string written_state(const SignalState& state) {
    if (state.status == SignalState::Status::undetermined) return std::string(undetermined_word);
    std::string word(word_of(severities, state.severity));
    if (state.possibly_higher) word += possibly_higher_mark;
    return word;
}

std::optional<SignalState> read_state(std::string_view word) {
    if (word == undetermined_word) return SignalState{SignalState::Status::undetermined, {}, false};
    const bool possibly_higher = word.ends_with(possibly_higher_mark);
    if (possibly_higher) word.remove_suffix(1);
    const auto severity = value_of(severities, word);
    if (!severity) return std::nullopt;
    return SignalState{SignalState::Status::on, *severity, possibly_higher};
}

void write_names(json::Writer& writer, std::string_view key, const std::vector<std::string>& names) {
    if (names.empty()) return;
    writer.key(key).begin_array();
    for (const std::string& name : names) writer.string(name);
    writer.end_array();
}

// What most advice is, is not written.
void write_advice(json::Writer& writer, const KeptAdvice& advice) {
    writer.begin_object();
    writer.key("intervention").string(advice.intervention);
    writer.key("role").string(advice.role);
    if (advice.urgent) writer.key("urgent").boolean(true);
    if (advice.in_progress) writer.key("in_progress").boolean(true);
    if (advice.priority != 3) writer.key("priority").integer(advice.priority);
    if (advice.consent != advise::Consent::not_needed) {
        writer.key("consent").string(word_of(consents, advice.consent));
    }
    if (advice.not_before) writer.key("not_before").string(to_iso(*advice.not_before));
    if (advice.due) writer.key("due").string(to_iso(*advice.due));
    writer.key("since").string(to_iso(advice.since));
    write_names(writer, "reasons", advice.reasons);
    write_names(writer, "policies", advice.policies);
    write_names(writer, "confidential", advice.confidential);
    writer.end_object();
}

bool read_text(const json::Value& value, std::string& target) {
    const auto text = value.text();
    if (text) target = *text;
    return text.has_value();
}

// True also where there is no day.
bool read_day(const json::Value& value, std::optional<Date>& target) {
    if (value.is_null()) return true;
    if (const auto text = value.text()) target = parse_iso_date(*text);
    return target.has_value();
}

bool read_names(const json::Value& value, std::vector<std::string>& target) {
    for (const json::Value& item : value.items()) {
        const auto name = item.text();
        if (!name) return false;
        target.emplace_back(*name);
    }
    return true;
}

bool read_advice(const json::Value& value, KeptAdvice& advice) {
    std::optional<Date> since;
    if (!read_text(value["intervention"], advice.intervention) || !read_text(value["role"], advice.role)) return false;
    if (!read_day(value["not_before"], advice.not_before) || !read_day(value["due"], advice.due)) return false;
    if (!read_day(value["since"], since) || !since) return false;
    advice.since = *since;
    advice.urgent = value["urgent"].boolean().value_or(false);
    advice.in_progress = value["in_progress"].boolean().value_or(false);
    advice.priority = static_cast<int>(value["priority"].integer().value_or(3));
    if (const auto word = value["consent"].text()) {
        const auto consent = value_of(consents, *word);
        if (!consent) return false;
        advice.consent = *consent;
    }
    return read_names(value["reasons"], advice.reasons) && read_names(value["policies"], advice.policies) &&
           read_names(value["confidential"], advice.confidential);
}

bool read_signal(const json::Value& value, KeptSignal& signal) {
    if (value.items().size() != 2) return false;
    const auto word = value.items()[1].text();
    if (!read_text(value.items()[0], signal.id) || !word) return false;
    const auto state = read_state(*word);
    if (state) signal.state = *state;
    return state.has_value();
}

}  // namespace

const KeptAdvice* KeptStudent::find(std::string_view intervention, std::string_view role) const {
    const auto found = std::ranges::find_if(
        advice, [&](const KeptAdvice& one) { return one.intervention == intervention && one.role == role; });
    return found == advice.end() ? nullptr : &*found;
}

std::string write_student(const KeptStudent& student) {
    json::Writer writer;
    writer.begin_object();
    for (const auto& [key, mark] : mark_names) {
        if (!(student.marks.*mark).empty()) writer.key(key).string(student.marks.*mark);
    }
    if (!student.signals.empty()) {
        writer.key("signals").begin_array();
        for (const KeptSignal& signal : student.signals) {
            writer.begin_array().string(signal.id).string(written_state(signal.state)).end_array();
        }
        writer.end_array();
    }
    if (!student.advice.empty()) {
        writer.key("advice").begin_array();
        for (const KeptAdvice& advice : student.advice) write_advice(writer, advice);
        writer.end_array();
    }
    writer.end_object();
    return writer.take();
}

std::optional<KeptStudent> read_student(std::string_view text) {
    const std::optional<json::Value> tree = json::read_tree(text);
    if (!tree || tree->kind() != json::Value::Kind::object) return std::nullopt;
    KeptStudent student;
    for (const auto& [key, mark] : mark_names) {
        if (!(*tree)[key].is_null() && !read_text((*tree)[key], student.marks.*mark)) return std::nullopt;
    }
    for (const json::Value& value : (*tree)["signals"].items()) {
        if (!read_signal(value, student.signals.emplace_back())) return std::nullopt;
    }
    for (const json::Value& value : (*tree)["advice"].items()) {
        if (!read_advice(value, student.advice.emplace_back())) return std::nullopt;
    }
    return student;
}

}  // namespace wegwijzer::keep
