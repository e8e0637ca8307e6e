#include "dsl/mutation/mutation_json.h"

namespace wegwijzer::mutation {
namespace {

void write_count(json::Writer& writer, const Count& count) {
    writer.key("noticed").integer(static_cast<std::int64_t>(count.noticed));
    writer.key("of").integer(static_cast<std::int64_t>(count.all));
    writer.key("same").integer(static_cast<std::int64_t>(count.same));
}

const char* word_of(Fate fate) {
    switch (fate) {
        case Fate::noticed: return "noticed";
        case Fate::unnoticed: return "unnoticed";
        case Fate::same: break;
    }
    return "same";
}

void write_mutant(json::Writer& writer, const Mutant& mutant, const Compilation& compilation, Language language) {
    const SourceMap& sources = compilation.sources;
    const LineColumn begin = sources.line_column(mutant.where.source, mutant.where.begin);
    const LineColumn end = sources.line_column(mutant.where.source, mutant.where.end);
    writer.begin_object().key("kind").string(identifier_of(mutant.kind)).key("fate").string(word_of(mutant.fate));
    writer.key("file").string(sources.name(mutant.where.source)).key("line").integer(begin.line);
    writer.key("column").integer(begin.column);
    writer.key("end").begin_object().key("line").integer(end.line).key("column").integer(end.column).end_object();
    writer.key("owner").string(mutant.owner.in(language)).key("before").string(mutant.before);
    writer.key("after");
    if (mutant.line.empty()) {
        writer.null();
    } else {
        writer.string(mutant.line);
    }
    writer.key("noticed_by");
    if (mutant.noticed_by) {
        writer.string(compilation.rules->examples[*mutant.noticed_by].title);
    } else {
        writer.null();
    }
    writer.key("proposal");
    if (mutant.proposal) {
        writer.integer(static_cast<std::int64_t>(*mutant.proposal));
    } else {
        writer.null();
    }
    writer.end_object();
}

}  // namespace

void write_json(json::Writer& writer, const Report& report, const Compilation& compilation, Language language) {
    writer.begin_object();
    write_count(writer, report.total());
    writer.key("kinds").begin_array();
    for (std::size_t i = 0; i < change_kinds; ++i) {
        const auto kind = static_cast<ChangeKind>(i);
        writer.begin_object().key("kind").string(identifier_of(kind));
        write_count(writer, report.count(kind));
        writer.end_object();
    }
    writer.end_array().key("changes").begin_array();
    for (const Mutant& mutant : report.mutants) write_mutant(writer, mutant, compilation, language);
    writer.end_array().key("proposals").begin_array();
    for (const Proposal& proposal : report.proposals) {
        std::string text;
        for (const std::string& line : proposal.lines) text += line + '\n';
        writer.begin_object().key("title").string(proposal.example.title).key("text").string(text);
        writer.key("notices").begin_array();
        for (const std::size_t mutant : proposal.mutants) writer.integer(static_cast<std::int64_t>(mutant));
        writer.end_array().end_object();
    }
    writer.end_array().end_object();
}

}  // namespace wegwijzer::mutation
