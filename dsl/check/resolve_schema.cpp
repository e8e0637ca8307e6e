// gegevens student and reeks: fields, marks, privacy classes; packs in use may each declare a part.
#include <algorithm>

#include "dsl/check/clauses.h"
#include "dsl/check/follow_ups.h"
#include "dsl/check/passes.h"
#include "dsl/check/resolve_types.h"

namespace wegwijzer::checking {

namespace {

struct ReadField {
    Field field;
    Type value;
    FieldPlace place;
    bool start = false;
    bool mentor = false;
    bool name = false;
    Span mentor_mark;
    Span name_mark;
};

void read_privacy(OncePerDeclaration& once, const ast::File& file, const ast::PrivacyMark& mark, PrivacyClass& privacy,
                  FieldPlace& place) {
    switch (mark.kind) {
        case ast::PrivacyMark::Kind::confidential:
            once.first_time(word(file, Word::confidential), mark.span);
            privacy.confidential = true;
            break;
        case ast::PrivacyMark::Kind::needs_motivation:
            once.first_time(word(file, Word::with_justification), mark.span);
            privacy.needs_motivation = true;
            place.motivation = mark.span;
            break;
        case ast::PrivacyMark::Kind::special:
            once.first_time(word(file, Word::special), mark.span);
            privacy.special = true;
            place.special = mark.span;
            break;
        case ast::PrivacyMark::Kind::audit_only:
            once.first_time(word(file, Word::audit_only), mark.span);
            privacy.audit_only = true;
            place.audit_only = mark.span;
            break;
    }
}

ReadField read_field(Context& context, const ast::File& file, std::size_t pack, const ast::Field& field) {
    ReadField result;
    const ResolvedType type = resolve_type(context, file, field.type);
    result.field.name = field.name.text;
    result.field.source_name = field.name.text;
    result.field.type = type.field;
    result.value = type.value;
    result.place.name = field.name.span;
    result.place.type = field.type.span;
    result.place.pack = pack;
    result.place.file = &file;
    result.place.is_sound = type.value.is_sound && !is_doubtful(file, field.span);
    OncePerDeclaration once(context);
    for (const ast::FieldMark& mark : field.marks) {
        switch (mark.kind) {
            case ast::FieldMark::Kind::start:
                if (!once.first_time(word(file, Word::mark_start), mark.span)) break;
                result.start = true;
                result.place.start_mark = mark.span;
                break;
            case ast::FieldMark::Kind::mentor:
                if (!once.first_time(word(file, Word::mark_mentor), mark.span)) break;
                result.mentor = true;
                result.mentor_mark = mark.span;
                break;
            case ast::FieldMark::Kind::name:
                if (!once.first_time(word(file, Word::mark_name), mark.span)) break;
                result.name = true;
                result.name_mark = mark.span;
                break;
            case ast::FieldMark::Kind::from_column:
                if (once.first_time(word(file, Word::from_column), mark.span)) {
                    result.field.source_name = mark.column.value;
                }
                break;
            case ast::FieldMark::Kind::privacy:
                read_privacy(once, file, mark.privacy, result.field.privacy, result.place);
                break;
        }
    }
    return result;
}

bool same_field(const Field& left, const Field& right) {
    return left.type == right.type && left.source_name == right.source_name && left.privacy == right.privacy;
}

void report_double(Context& context, Code code, const std::string& name, Span span, Span first) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.span = span;
    diagnostic.arguments = {name};
    diagnostic.labels.push_back({first, plain("hier ook", "here too")});
    context.report(std::move(diagnostic));
}

// ---- gegevens student ----

// At most one field carries the mark.
void mark_field(Context& context, const ReadField& read, FieldId id, FieldId& marked, Span mark, Span& first_mark,
                FieldKind wanted, const Localized& role, Word which) {
    const ast::File& file = *read.place.file;
    if (read.field.type.kind != wanted) {
        const bool date = wanted == FieldKind::date;
        context.report(Code::F091, mark,
                       {word(file, which), read.field.name,
                        date ? plain("de start is een datum", "the start is a date")
                             : plain("een naam is een tekst", "a name is a text"),
                        date ? plain("maak het type `" + word(file, Word::type_date) + "`",
                                     "make the type `" + word(file, Word::type_date) + "`")
                             : plain("maak het type `" + word(file, Word::type_text) + "`",
                                     "make the type `" + word(file, Word::type_text) + "`")});
    }
    if (marked.is_none()) {
        marked = id;
        first_mark = mark;
    } else if (marked != id) {
        Diagnostic diagnostic;
        diagnostic.code = Code::F116;
        diagnostic.span = mark;
        diagnostic.arguments = {role};
        diagnostic.labels.push_back({first_mark, plain("hier ook", "here too")});
        context.report(std::move(diagnostic));
    }
}

struct StudentMarks {
    Span key, start, mentor, name;
};

void add_student_field(Context& context, const ReadField& read, StudentMarks& marks) {
    Schema& schema = context.schema;
    FieldId id = schema.find_field(read.field.name);
    if (id) {
        FieldPlace& first = context.field_places[id.index()];
        if (first.pack == read.place.pack) {
            report_double(context, Code::F033, read.field.name, read.place.name, first.name);
            first.is_sound = false;  // which of the two is meant?
            return;
        }
        const bool same_marks = (schema.start == id) == read.start && (schema.mentor == id) == read.mentor &&
                                (schema.name == id) == read.name;
        if (!same_marks || !same_field(schema.field(id), read.field)) {
            report_double(context, Code::F034, read.field.name, read.place.name, first.name);
        }
        return;
    }
    id = FieldId{schema.student_fields.size()};
    schema.student_fields.push_back(read.field);
    context.field_places.push_back(read.place);
    context.field_domains.push_back(read.value.value.choices);
    context.symbols.values.add(read.field.name,
                               {NameKind::student_field, static_cast<std::uint32_t>(id.index()), read.place.name});
    if (read.field.type.kind == FieldKind::key) {
        if (schema.key.is_none()) {
            schema.key = id;
            marks.key = read.place.type;
        } else {
            Diagnostic diagnostic;
            diagnostic.code = Code::F116;
            diagnostic.span = read.place.type;
            diagnostic.arguments = {plain("de sleutel", "the key")};
            diagnostic.labels.push_back({marks.key, plain("hier ook", "here too")});
            context.report(std::move(diagnostic));
        }
    }
    if (read.start) {
        mark_field(context, read, id, schema.start, read.place.start_mark, marks.start, FieldKind::date,
                   plain("de start", "the start"), Word::mark_start);
    }
    if (read.mentor) {
        mark_field(context, read, id, schema.mentor, read.mentor_mark, marks.mentor, FieldKind::text,
                   plain("de mentor", "the mentor"), Word::mark_mentor);
    }
    if (read.name) {
        mark_field(context, read, id, schema.name, read.name_mark, marks.name, FieldKind::text,
                   plain("de naam", "the name"), Word::mark_name);
    }
}

void require_student_fields(Context& context) {
    if (context.has_unknown_pack) return;
    const auto& all = context.declared.student_data;
    if (all.empty()) {
        if (context.has_reading_errors || context.declared.packs.empty()) return;
        const Declared<ast::Pack>& pack = context.declared.packs.front();
        const bool nl = pack.file->language == Language::nl;
        const std::string words = word(*pack.file, Word::student_data);
        context.report(Code::F122, pack.declaration->keyword,
                       {words, words + (nl ? "  studentnummer : sleutel  startdatum : datum start"
                                           : "  student_number : key  start_date : date start")});
        return;
    }
    const bool incomplete = std::any_of(
        all.begin(), all.end(), [](const Declared<ast::StudentData>& each) { return each.declaration->incomplete; });
    if (incomplete) return;
    const ast::File& file = *all.front().file;
    const bool nl = file.language == Language::nl;
    const Span place = all.front().declaration->keyword;
    if (context.schema.key.is_none()) {
        context.report(Code::F115, place,
                       {plain("de sleutel", "the key"),
                        plain("aan de sleutel worden de gegevens van een student herkend",
                              "the data of a student are recognised by the key"),
                        word(file, Word::student_data), nl ? "studentnummer : sleutel" : "student_number : key"});
    }
    if (context.schema.start.is_none()) {
        // The only date of the student is meant, most likely, or the only one that is called so.
        std::vector<std::size_t> dates;
        std::vector<std::size_t> called_start;
        for (std::size_t index = 0; index < context.schema.student_fields.size(); ++index) {
            const Field& field = context.schema.student_fields[index];
            if (field.type.kind != FieldKind::date) continue;
            dates.push_back(index);
            if (field.name.find("start") != std::string::npos) called_start.push_back(index);
        }
        if (dates.size() > 1) dates = std::move(called_start);
        const bool is_clear = dates.size() == 1;
        const std::string mark = is_clear ? context.schema.student_fields[dates.front()].name + " : " +
                                                word(file, Word::type_date) + " " + word(file, Word::mark_start)
                                          : std::string();
        context.report(Code::F115, is_clear ? context.field_places[dates.front()].name : place,
                       {plain("gemarkeerd als start", "marked as start"),
                        plain("studieweken en fasen tellen vanaf de dag waarop de studie begon",
                              "study weeks and phases count from the day on which the studies began"),
                        word(file, Word::student_data), nl ? "startdatum : datum start" : "start_date : date start"},
                       is_clear ? plain("schrijf `" + mark + "`", "write `" + mark + "`") : Localized{});
    }
}

// ---- reeks ----

void add_series_fields(Context& context, const Declared<ast::Series>& declared, SeriesId id) {
    const ast::File& file = *declared.file;
    Series& series = context.schema.series[id.index()];
    auto& places = context.series_places[id.index()];
    for (const ast::Field& field : declared->fields) {
        ReadField read = read_field(context, file, declared.pack, field);
        if (read.field.name.empty()) continue;
        const auto refuse_mark = [&](Span mark, Word which) {
            context.report(
                Code::F091, mark,
                {word(file, which), read.field.name,
                 plain("dit kenmerk hoort bij een veld van de student", "this mark belongs to a student's field"),
                 plain("laat `" + word(file, which) + "` weg", "leave out `" + word(file, which) + "`")});
        };
        if (read.start) refuse_mark(read.place.start_mark, Word::mark_start);
        if (read.mentor) refuse_mark(read.mentor_mark, Word::mark_mentor);
        if (read.name) refuse_mark(read.name_mark, Word::mark_name);
        if (read.field.type.kind == FieldKind::key) {
            context.report(Code::F090, read.place.type,
                           {word(file, Word::type_key),
                            plain("de sleutel is een veld van de student; bij een reeks hoort hij vanzelf",
                                  "the key is a student's field; a series has it by itself"),
                            plain("laat dit veld weg, of maak het `" + word(file, Word::type_text) + "`",
                                  "leave out this field, or make it `" + word(file, Word::type_text) + "`")});
        }
        if (const SeriesFieldId existing = series.find_field(read.field.name)) {
            const FieldPlace& first = places[existing.index()];
            if (first.pack == declared.pack) {
                report_double(context, Code::F033, read.field.name, read.place.name, first.name);
                places[existing.index()].is_sound = false;  // which of the two is meant?
            } else if (!same_field(series.fields[existing.index()], read.field)) {
                report_double(context, Code::F034, read.field.name, read.place.name, first.name);
            }
            continue;
        }
        if (read.field.type.kind == FieldKind::date && series.date_field.is_none()) {
            series.date_field = SeriesFieldId{series.fields.size()};
        }
        series.fields.push_back(read.field);
        places.push_back(read.place);
        context.series_domains[id.index()].push_back(read.value.value.choices);
    }
}

void set_last_counts_per(Context& context, const Declared<ast::Series>& declared, SeriesId id) {
    if (!declared->last_counts_per) return;
    Series& series = context.schema.series[id.index()];
    const SeriesFieldId per = series.find_field(declared->last_counts_per->text);
    if (per.is_none()) {
        std::vector<std::string> names;
        for (const Field& field : series.fields) names.push_back(field.name);
        context.report_unknown(*declared->last_counts_per, NameKind::series_field, names);
    }
    series.last_counts_per = per;
}

void read_series_privacy(Context& context, const Declared<ast::Series>& declared, PrivacyClass& privacy,
                         FieldPlace& place) {
    OncePerDeclaration once(context);
    for (const ast::PrivacyMark& mark : declared->privacy) read_privacy(once, *declared.file, mark, privacy, place);
}

// Marks of the series stand for each of its fields that has none of its own.
void spread_marks(std::vector<FieldPlace>& places, const FieldPlace& series_marks) {
    for (FieldPlace& place : places) {
        if (!place.motivation.has_place()) place.motivation = series_marks.motivation;
        if (!place.special.has_place()) place.special = series_marks.special;
        if (!place.audit_only.has_place()) place.audit_only = series_marks.audit_only;
    }
}

bool is_built_in_series(const std::string& name) {
    for (const Language language : {Language::nl, Language::en}) {
        for (const Word which :
             {Word::signal, Word::signals, Word::followup, Word::followups, Word::consent, Word::consents}) {
            if (name == spelling(which, language)) return true;
        }
    }
    return false;
}

void report_built_in_names(Context& context, const ast::Series& series) {
    for (const ast::Name* name : {&series.singular, &series.plural}) {
        if (!is_built_in_series(name->text)) continue;
        Diagnostic diagnostic;
        diagnostic.code = Code::F033;
        diagnostic.span = name->span;
        diagnostic.arguments = {name->text};
        diagnostic.why =
            plain("deze reeks bestaat al zonder dat u haar declareert", "this series exists without declaring it");
        diagnostic.way_out = plain("geef de reeks een andere naam", "give the series another name");
        context.report(std::move(diagnostic));
        return;
    }
}

// A series of the same two names in another pack is one series; any other overlap is a double.
SeriesId find_same_series(Context& context, const Declared<ast::Series>& declared, std::vector<std::size_t>& packs,
                          bool& is_double) {
    const Symbol* singular = context.symbols.series.find(declared->singular.text);
    const Symbol* plural = context.symbols.series.find(declared->plural.text);
    if (singular == nullptr && plural == nullptr) return {};
    const Symbol& taken = singular != nullptr ? *singular : *plural;
    const SeriesId id{taken.index};
    const Series& series = context.schema.series[id.index()];
    const bool same = series.singular == declared->singular.text && series.plural == declared->plural.text;
    if (same && packs[id.index()] != declared.pack) return id;
    is_double = true;
    const ast::Name& name = singular != nullptr ? declared->singular : declared->plural;
    report_double(context, Code::F033, name.text, name.span, taken.span);
    return {};
}

void add_series(Context& context, const Declared<ast::Series>& declared, std::vector<std::size_t>& packs,
                std::vector<FieldPlace>& marks) {
    if (declared->singular.text.empty() && declared->plural.text.empty()) return;
    report_built_in_names(context, *declared.node);
    PrivacyClass privacy;
    FieldPlace series_marks;
    read_series_privacy(context, declared, privacy, series_marks);
    bool is_double = false;
    SeriesId id = find_same_series(context, declared, packs, is_double);
    if (id) {
        const Series& first = context.schema.series[id.index()];
        const std::string per = declared->last_counts_per ? declared->last_counts_per->text : "";
        const std::string first_per = first.last_counts_per ? first.fields[first.last_counts_per.index()].name : "";
        if (!(first.privacy == privacy) || per != first_per) {
            report_double(context, Code::F034, declared->plural.text, declared->plural.span,
                          context.symbols.series.find(declared->plural.text)->span);
        }
        add_series_fields(context, declared, id);
        spread_marks(context.series_places[id.index()], marks[id.index()]);
        return;
    }
    id = SeriesId{context.schema.series.size()};
    Series& series = context.schema.series.emplace_back();
    series.singular = declared->singular.text;
    series.plural = declared->plural.text;
    series.privacy = privacy;
    context.series_places.emplace_back();
    context.series_domains.emplace_back();
    packs.push_back(declared.pack);
    marks.push_back(series_marks);
    if (!is_double) {
        const auto index = static_cast<std::uint32_t>(id.index());
        if (!declared->singular.text.empty()) {
            context.symbols.series.add(declared->singular.text, {NameKind::series, index, declared->singular.span});
        }
        if (!declared->plural.text.empty()) {
            context.symbols.series.add(declared->plural.text, {NameKind::series, index, declared->plural.span});
        }
    }
    add_series_fields(context, declared, id);
    spread_marks(context.series_places[id.index()], marks[id.index()]);
    set_last_counts_per(context, declared, id);
    if (context.schema.series[id.index()].date_field.is_none() && !declared.declaration->incomplete) {
        const bool nl = declared.file->language == Language::nl;
        context.report(Code::F117, declared->plural.span,
                       {declared->plural.text, nl ? "datum : datum" : "date : date"});
    }
}

}  // namespace

void resolve_schema(Context& context) {
    StudentMarks marks;
    for (const Declared<ast::StudentData>& declared : context.declared.student_data) {
        for (const ast::Field& field : declared->fields) {
            const ReadField read = read_field(context, *declared.file, declared.pack, field);
            if (!read.field.name.empty()) add_student_field(context, read, marks);
        }
    }
    require_student_fields(context);
    std::vector<std::size_t> packs;       // by SeriesId: where it was first declared
    std::vector<FieldPlace> mark_places;  // by SeriesId: its privacy marks
    for (const Declared<ast::Series>& declared : context.declared.series) {
        add_series(context, declared, packs, mark_places);
    }
}

}  // namespace wegwijzer::checking
