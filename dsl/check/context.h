// What the passes of one check share: the declarations, the names, the rule set as far as it is built, and the ways to
// report. Passes run in the order of check.cpp; each fills in its part of the rule set.
//
// INVARIANT: the vectors of the rule set run parallel to those of the declarations (`rules.signals[i]` is
// `declared.signals[i]`), doubles included: every declaration is checked, whatever is wrong with its name.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "dsl/ast/ast.h"
#include "dsl/check/check.h"
#include "dsl/check/names.h"
#include "dsl/check/resolve_types.h"
#include "dsl/check/type.h"
#include "dsl/words/words.h"
#include "engine/diagnostics/diagnostic.h"
#include "engine/model/rule_set.h"

namespace wegwijzer::checking {

template <class Node>
struct Declared {
    const Node* node = nullptr;
    const ast::File* file = nullptr;
    const ast::Declaration* declaration = nullptr;
    std::size_t pack = 0;

    [[nodiscard]] const Node* operator->() const { return node; }
};

struct Declarations {
    std::vector<Declared<ast::Pack>> packs;
    std::vector<Declared<ast::Use>> uses;
    std::vector<Declared<ast::Source>> sources;
    std::vector<Declared<ast::StudentData>> student_data;
    std::vector<Declared<ast::Series>> series;
    std::vector<Declared<ast::Calendar>> calendars;
    std::vector<Declared<ast::Phase>> phases;
    std::vector<Declared<ast::Cluster>> clusters;
    std::vector<Declared<ast::Factor>> factors;
    std::vector<Declared<ast::Role>> roles;
    std::vector<Declared<ast::Parameter>> parameters;
    std::vector<Declared<ast::Set>> sets;
    std::vector<Declared<ast::Concept>> concepts;
    std::vector<Declared<ast::Signal>> signals;
    std::vector<Declared<ast::Intervention>> interventions;
    std::vector<Declared<ast::Policy>> policies;
    std::vector<Declared<ast::Plan>> plans;
    std::vector<Declared<ast::Table>> tables;
    std::vector<Declared<ast::Example>> examples;
};

// The sets in which a name is unique over all packs in use.
struct Symbols {
    NameTable packs;
    NameTable values;         // student fields, parameters, begrippen, tabellen
    NameTable signals;        // signalen, krachten, kansen
    NameTable interventions;  // interventies, aanpakken
    NameTable sources;
    NameTable series;  // singular and plural
    NameTable calendars;
    NameTable phases;
    NameTable clusters;
    NameTable factors;
    NameTable roles;
    NameTable policies;
};

// Where the words of a resolved field stand, for labels.
struct FieldPlace {
    Span name;
    Span type;
    Span start_mark;  // the mark `start`, on the field that carries it
    Span motivation;  // the privacy mark that asks for a motivering; of the field, else of its series
    Span special;     // likewise for a grondslag
    Span audit_only;  // likewise
    std::size_t pack = 0;
    const ast::File* file = nullptr;
    // False when something on its line was reported: what is built on the field stays silent.
    bool is_sound = true;
};

// A begrip or a tabel, which are worked out when they are first read.
struct OpenName {
    NameKind kind = NameKind::named_concept;
    std::uint32_t index = 0;
    friend bool operator==(const OpenName&, const OpenName&) = default;
};
enum class ConceptState : std::uint8_t { untouched, in_progress, done };

struct Context {
    Context(const std::vector<PackFiles>& pack_files, const std::vector<ast::File>& all_files,
            const SourceMap& source_texts, Diagnostics& findings)
        : pack_list(pack_files), files(all_files), sources(source_texts), diagnostics(findings) {}

    // ---- in ----
    const std::vector<PackFiles>& pack_list;
    const std::vector<ast::File>& files;
    const SourceMap& sources;
    Diagnostics& diagnostics;

    // ---- names ----
    Declarations declared;
    Symbols symbols;
    // Every word on a line that could not be read: it may have been the declaration of that name, so that the name is
    // not reported as unknown too.
    std::unordered_set<std::string> unread_words;
    std::set<NameKind> lost_kinds;  // of these a declaration was read, but not its name
    std::vector<Span> reading_errors;
    std::vector<Span> structural_errors;  // those of them after which a part may belong to something else
    bool has_reading_errors = false;
    bool has_unknown_pack = false;  // of a `gebruik`: any name may have been declared there

    // ---- the rule set under construction ----
    model::RuleSet rules;
    Schema schema;
    std::vector<FieldPlace> field_places;                // by FieldId
    std::vector<std::vector<FieldPlace>> series_places;  // by SeriesId, SeriesFieldId
    std::vector<model::ChoiceDomainId> field_domains;    // by FieldId: of its choices, or none
    std::vector<std::vector<model::ChoiceDomainId>> series_domains;
    std::vector<ResolvedType> parameter_types;  // by ParameterId
    std::vector<ConceptState> concept_states;   // by ConceptId
    std::vector<Type> concept_types;            // by ConceptId
    std::vector<ResolvedType> table_types;      // by TableId
    std::vector<ConceptState> table_states;     // by TableId
    std::vector<OpenName> open_names;           // begrippen and tabellen being checked, outermost first

    model::ChoiceDomainId followup_statuses;  // of opvolgingen and toestemmingen, in the language of the schema
    model::ChoiceDomainId consent_statuses;
    std::vector<model::ChoiceDomainId> own_domains;  // not those of a keuze with the same names

    Span needs_calendar;  // the first period that counts in lesweken or studiejaren

    // ---- reporting ----
    // A name that isn't there, used in several places, is one mistake: further places become labels of the first finding.
    // Added to the diagnostics at the end.
    struct UnknownName {
        NameKind kind;
        std::string name;
        Diagnostic diagnostic;
    };
    std::vector<UnknownName> unknown_names;
    void report_unknown_names();
    void report(Code code, Span span, std::vector<Localized> arguments = {}, Localized way_out = {});
    void report(Diagnostic diagnostic) { diagnostics.add(std::move(diagnostic)); }
    // `name` was sought among `candidates`, each what `kind` says, and not found. Silent when the name could not be read.
    // `meant` is what to write for it, where that is known for certain.
    void report_unknown(const ast::Name& name, NameKind kind, const std::vector<std::string>& candidates,
                        Localized why = {}, const std::string& meant = {});
    // A finding about a name that may stand in several places.
    void report_once(NameKind kind, const std::string& name, Diagnostic diagnostic);
    // The text of a place on one line, runs of white space as one space: as it can be quoted in a message.
    [[nodiscard]] std::string quote(Span span) const;

    // ---- finding ----
    // Reports an unknown name and gives nothing.
    std::optional<std::uint32_t> find(const NameTable& table, const ast::Name& name, NameKind kind);
    model::ChoiceDomainId domain_of(std::vector<std::string> names, bool ordered);
    // The names of declarations, or words of the language: a keuze that happens to have the same names is something else.
    model::ChoiceDomainId add_own_domain(std::vector<std::string> names);
};

// A word of the language as `file` writes it.
[[nodiscard]] inline std::string word(const ast::File& file, Word which) {
    return std::string(spelling(which, file.language));
}
[[nodiscard]] inline Localized plain(std::string nl, std::string en) { return {std::move(nl), std::move(en)}; }

}  // namespace wegwijzer::checking
