#include "dsl/compile/change.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "dsl/ast/length_words.h"
#include "dsl/check/cells.h"
#include "dsl/check/context.h"
#include "dsl/compile/change_text.h"
#include "engine/base/unicode.h"
#include "engine/diagnostics/did_you_mean.h"

namespace wegwijzer {
namespace {

using checking::Context;

std::string listed(const std::vector<std::string>& names) {
    constexpr std::size_t most = 8;
    std::string list;
    for (std::size_t i = 0; i < names.size() && i < most; ++i) list += (i == 0 ? "`" : ", `") + names[i] + "`";
    return names.size() > most ? list + ", …" : list;
}

class ChangeReader {
  public:
    ChangeReader(const Compilation& compilation, const std::function<bool(const PrivacyClass&)>& may_see)
        : rules_(*compilation.rules),
          schema_(*rules_.schema),
          may_see_(may_see),
          result_{compilation.sources, {}, {}},
          context_(no_packs_, no_files_, result_.sources, result_.diagnostics) {
        file_.language = rules_.packs.empty() ? Language::nl : rules_.packs.front().language;
        samples_ = make_samples();
    }

    void read(const std::string& text) {
        const bool is_text = is_valid_utf8(text);
        file_.source = result_.sources.add("--what-if", is_text ? text : replace_invalid_utf8(text));
        if (!is_text) {
            add(Code::F282, whole(), {}, {"deze tekens zijn geen UTF-8", "these characters are not UTF-8"},
                {"typ de wijziging opnieuw", "type the change again"});
            return;
        }
        const auto change = split_change(result_.sources, file_.source, samples_, result_.diagnostics);
        if (!change) return;
        const FieldId field = schema_.find_field(change->name.text);
        const SeriesId series = schema_.find_series(change->name.text);
        if (field && !change->adds_event) return read_field(field, *change);
        if (series && change->adds_event) return read_event(series, *change);
        if (field || series) return report_other_shape(*change, field, series);
        report_unknown(*change);
    }

    ReadChanges take() { return std::move(result_); }

  private:
    [[nodiscard]] Span whole() const {
        return {file_.source, 0, static_cast<std::uint32_t>(result_.sources.text(file_.source).size())};
    }
    void report(Code code, Span span, std::vector<Localized> arguments) {
        add(code, span, std::move(arguments), {}, {});
    }
    void add(Code code, Span span, std::vector<Localized> arguments, Localized why, Localized way_out,
             const std::string& fix = {}) {
        Diagnostic diagnostic;
        diagnostic.code = code;
        diagnostic.span = span;
        diagnostic.arguments = std::move(arguments);
        diagnostic.why = std::move(why);
        diagnostic.way_out = std::move(way_out);
        diagnostic.fix = fix;
        result_.diagnostics.add(std::move(diagnostic));
    }

    // ---- how this pack would write one ----
    [[nodiscard]] std::string sample_value(const Field& field) const {
        const bool nl = file_.language == Language::nl;
        const auto word = [&](Word which) { return std::string(spelling(which, file_.language)); };
        switch (field.type.kind) {
            case FieldKind::key:
            case FieldKind::text: return "\"…\"";
            case FieldKind::number:
            case FieldKind::integer: {
                const Decimal low = field.type.lowest.value_or(Decimal::from_integer(3));
                return checking::write_number(file_, low) + (field.type.unit.empty() ? "" : " " + field.type.unit);
            }
            case FieldKind::grade: return nl ? "5,5" : "5.5";
            case FieldKind::percentage: return "90%";
            case FieldKind::date: return "2026-11-09";
            case FieldKind::duration: return "2 " + word(Word::weeks);
            case FieldKind::boolean: return word(Word::yes);
            case FieldKind::choice: return field.type.choices.empty() ? "…" : field.type.choices.front().name;
        }
        return {};
    }
    [[nodiscard]] std::string sample_of(FieldId id) const {
        return schema_.field(id).name + " = " + sample_value(schema_.field(id));
    }
    [[nodiscard]] std::string sample_of(SeriesId id) const {
        const Series& series = schema_.series_of(id);
        std::string values;
        for (const Field& field : series.fields) {
            if (!may_see(series, field)) return series.plural + " + {" + named_sample(series) + "}";
            values += (values.empty() ? "" : "; ") + sample_value(field);
        }
        return series.plural + " + {" + values + "}";
    }
    [[nodiscard]] std::string named_sample(const Series& series) const {
        std::string values;
        for (const Field& field : series.fields) {
            if (!may_see(series, field)) continue;
            values += (values.empty() ? "" : "; ") + field.name + ": " + sample_value(field);
        }
        return values;
    }
    [[nodiscard]] ChangeSamples make_samples() const {
        ChangeSamples samples;
        // A number says most; the first day of the studies is seldom what one wonders about.
        const auto rank = [&](FieldId id) {
            const FieldKind kind = schema_.field(id).type.kind;
            if (kind == FieldKind::number || kind == FieldKind::integer || kind == FieldKind::grade) return 0;
            return kind == FieldKind::text || id == schema_.start ? 2 : 1;
        };
        FieldId best;
        for (std::size_t i = 0; i < schema_.student_fields.size(); ++i) {
            const FieldId id(i);
            if (id == schema_.key || !may_see_(schema_.field(id).privacy)) continue;
            if (best.is_none() || rank(id) < rank(best)) best = id;
        }
        if (best) samples.field = sample_of(best);
        SeriesId shortest;
        for (std::size_t i = 0; i < schema_.series.size(); ++i) {
            const Series& series = schema_.series[i];
            if (!may_see_(series.privacy) || series.fields.size() < 2) continue;
            if (shortest.is_none() || series.fields.size() < schema_.series_of(shortest).fields.size()) {
                shortest = SeriesId(i);
            }
        }
        if (shortest) samples.event = sample_of(shortest);
        samples.of_name = [this](const std::string& name) {
            if (const FieldId field = schema_.find_field(name)) return sample_of(field);
            const SeriesId series = schema_.find_series(name);
            return series ? sample_of(series) : std::string();
        };
        return samples;
    }

    // ---- who may ask ----
    [[nodiscard]] bool may_see(const Series& series, const Field& field) const {
        return may_see_(series.privacy) && may_see_(field.privacy);
    }
    // Reports what the reader may not see, and what nobody reads.
    bool may_ask(bool sees, const PrivacyClass& privacy, const ChangePart& name) {
        if (privacy.audit_only) {
            report(Code::F054, name.span, {name.text});
            return false;
        }
        if (!sees) report(Code::F285, name.span, {name.text});
        return sees;
    }

    // ---- names ----
    void report_other_shape(const ChangeText& change, FieldId field, SeriesId series) {
        const std::string& name = change.name.text;
        if (field) {
            add(Code::F282, change.name.span, {},
                {"`" + name + "` is een veld van de student", "`" + name + "` is a field of the student"},
                {"schrijf bijvoorbeeld `" + sample_of(field) + "`", "write for instance `" + sample_of(field) + "`"});
        } else {
            add(Code::F282, change.name.span, {}, {"`" + name + "` is een reeks", "`" + name + "` is a series"},
                {"schrijf bijvoorbeeld `" + sample_of(series) + "`", "write for instance `" + sample_of(series) + "`"});
        }
    }

    // What follows from the data is not changed itself.
    [[nodiscard]] Localized what_it_is(const std::string& name) const {
        const auto has = [&](const auto& declarations) {
            return std::ranges::any_of(declarations, [&](const auto& one) { return one.name == name; });
        };
        if (has(rules_.parameters)) {
            return {"`" + name + "` is een parameter van de regels; hoe die anders uitpakt, zegt `diff --sweep`",
                    "`" + name + "` is a parameter of the rules; `diff --sweep` says what another value does"};
        }
        if (has(rules_.signals) || has(rules_.concepts) || has(rules_.tables) || has(rules_.policies)) {
            return {"`" + name + "` volgt uit de gegevens; wijzig een gegeven",
                    "`" + name + "` follows from the data; change one of those"};
        }
        return {};
    }
    void report_unknown(const ChangeText& change) {
        std::vector<std::string> names;
        if (change.adds_event) {
            for (const Series& series : schema_.series) {
                if (may_see_(series.privacy)) names.insert(names.end(), {series.plural, series.singular});
            }
        } else {
            for (std::size_t i = 0; i < schema_.student_fields.size(); ++i) {
                const bool is_key = FieldId(i) == schema_.key;
                if (!is_key && may_see_(schema_.student_fields[i].privacy))
                    names.push_back(schema_.student_fields[i].name);
            }
        }
        report_unknown(change.name, names,
                       change.adds_event
                           ? Localized{"er is geen reeks met deze naam", "there is no series with this name"}
                           : Localized{"er is geen veld van de student met deze naam",
                                       "there is no field of the student with this name"});
    }
    void report_unknown(const ChangePart& name, const std::vector<std::string>& names, Localized why) {
        const Localized known = what_it_is(name.text);
        if (!known.empty()) why = known;
        const auto near = did_you_mean(name.text, names);
        Localized way_out;
        if (near) {
            way_out = ask_whether(*near);
        } else if (!names.empty()) {
            way_out = {"kies uit " + listed(names), "choose from " + listed(names)};
        } else {
            way_out = {"hier is niets te wijzigen", "there is nothing to change here"};
        }
        add(Code::F030, name.span, {name.text}, std::move(why), std::move(way_out), near.value_or(""));
    }

    // ---- values ----
    // Read as in a table of a voorbeeld. `onbekend`, or nothing between two `;`: not known.
    bool read_value(const ChangePart& part, const Field& field, std::optional<model::FieldValue>& value) {
        value.reset();
        const bool is_unknown = part.text.empty() || part.text == spelling(Word::unknown, file_.language);
        if (!part.quoted && is_unknown) return true;
        const std::size_t found = result_.diagnostics.all().size();
        value = read_cell(context_, file_, ast::Cell{part.text, part.quoted, part.span}, field);
        return result_.diagnostics.all().size() == found;
    }

    void read_field(FieldId id, const ChangeText& change) {
        const Field& field = schema_.field(id);
        if (!may_ask(may_see_(field.privacy), field.privacy, change.name)) return;
        if (id == schema_.key) {
            report(Code::F284, change.name.span, {field.name});
            return;
        }
        const auto [place, is_first] = changed_.try_emplace(id, change.name.span);
        if (!is_first) {
            Diagnostic diagnostic;
            diagnostic.code = Code::F051;
            diagnostic.span = change.name.span;
            diagnostic.arguments = {field.name};
            diagnostic.labels.push_back({place->second, {"hier ook", "here too"}});
            result_.diagnostics.add(std::move(diagnostic));
            return;
        }
        change::FieldChange one{id, {}};
        if (read_value(change.value, field, one.value)) result_.changes.fields.push_back(std::move(one));
    }

    void read_event(SeriesId id, const ChangeText& change) {
        const Series& series = schema_.series_of(id);
        if (!may_ask(may_see_(series.privacy), series.privacy, change.name)) return;
        change::AddedEvent event{id, std::vector<std::optional<model::FieldValue>>(series.fields.size())};
        if (is_comma_between(series, change)) return;
        bool is_sound = true;
        bool has_names = false;
        std::map<std::size_t, Span> given;
        for (std::size_t place = 0; place < change.values.size(); ++place) {
            const ChangeValue& one = change.values[place];
            const bool is_empty = !one.field && !one.value.quoted && one.value.text.empty();
            std::size_t field = place;
            if (one.field) {
                has_names = true;
                const SeriesFieldId found = series.find_field(one.field->text);
                if (found.is_none()) {
                    report_unknown_field(*one.field, series);
                    is_sound = false;
                    continue;
                }
                field = found.index();
            } else if (has_names && !is_empty) {
                add(Code::F283, one.value.span, {},
                    {"achter een waarde met een naam heeft elke waarde een naam",
                     "behind a value with a name every value has a name"},
                    {"schrijf `VELD: " + one.value.text + "`", "write `FIELD: " + one.value.text + "`"});
                return;
            } else if (is_empty) {
                continue;  // a `;` at the end gives no value
            } else if (place >= series.fields.size()) {
                return report_too_many(series, change);
            }
            if (!read_event_field(series, field, one, given, event)) is_sound = false;
        }
        if (is_sound) result_.changes.added.push_back(std::move(event));
    }

    bool read_event_field(const Series& series, std::size_t index, const ChangeValue& one,
                          std::map<std::size_t, Span>& given, change::AddedEvent& event) {
        const Field& field = series.fields[index];
        const Span span = one.field ? one.field->span : one.value.span;
        if (!may_ask(may_see_(field.privacy), field.privacy, {field.name, false, span})) return false;
        const auto [place, is_first] = given.try_emplace(index, span);
        if (!is_first) {
            Diagnostic diagnostic;
            diagnostic.code = Code::F051;
            diagnostic.span = span;
            diagnostic.arguments = {field.name};
            diagnostic.labels.push_back({place->second, {"hier ook", "here too"}});
            result_.diagnostics.add(std::move(diagnostic));
            return false;
        }
        return read_value(one.value, field, event.values[index]);
    }

    void report_unknown_field(const ChangePart& name, const Series& series) {
        std::vector<std::string> names;
        for (const Field& field : series.fields) {
            if (may_see_(field.privacy)) names.push_back(field.name);
        }
        report_unknown(name, names,
                       {"een " + series.singular + " heeft geen veld met deze naam",
                        "a " + series.singular + " has no field with this name"});
    }
    void report_too_many(const Series& series, const ChangeText& change) {
        std::vector<std::string> names;
        for (const Field& field : series.fields) names.push_back(field.name);
        const Span first = change.values[series.fields.size()].value.span;
        add(Code::F286, {first.source, first.begin, change.values.back().value.span.end},
            {series.singular, std::to_string(names.size())},
            {"dat zijn " + listed(names) + ", in deze volgorde", "those are " + listed(names) + ", in this order"},
            {"schrijf bijvoorbeeld `" + series.plural + " + {" + named_sample(series) + "}`",
             "write for instance `" + series.plural + " + {" + named_sample(series) + "}`"});
    }
    // `{2026-11-09, 90%}`: a comma is part of a number.
    bool is_comma_between(const Series& series, const ChangeText& change) {
        if (series.fields.size() < 2 || change.values.size() != 1 || change.values.front().value.quoted) return false;
        const Span span = change.values.front().value.span;
        const std::string_view text = result_.sources.text(span);
        const std::size_t comma = text.find(", ");
        const Field& first = series.fields.front();
        if (comma == std::string_view::npos || first.type.kind == FieldKind::text) return false;
        const auto at = static_cast<std::uint32_t>(span.begin + comma);
        add(Code::F283, {span.source, at, at + 1}, {},
            {"tussen de waarden van een gebeurtenis staat `;`", "between the values of an event stands `;`"},
            {"zet hier `;`", "put `;` here"}, ";");
        return true;
    }

    const model::RuleSet& rules_;
    const Schema& schema_;
    const std::function<bool(const PrivacyClass&)>& may_see_;
    ReadChanges result_;
    std::vector<PackFiles> no_packs_;
    std::vector<ast::File> no_files_;
    Context context_;
    ast::File file_;
    ChangeSamples samples_;
    std::map<FieldId, Span> changed_;
};

}  // namespace

ReadChanges read_changes(const Compilation& compilation, const std::vector<std::string>& texts,
                         const std::function<bool(const PrivacyClass&)>& may_see) {
    ChangeReader reader(compilation, may_see);
    for (const std::string& text : texts) reader.read(text);
    return reader.take();
}

}  // namespace wegwijzer
