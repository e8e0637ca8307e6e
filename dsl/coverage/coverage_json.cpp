#include "dsl/coverage/coverage_json.h"

namespace wegwijzer::coverage {
namespace {

void write_count(json::Writer& writer, const Count& count) {
    writer.key("covered").integer(static_cast<std::int64_t>(count.reached));
    writer.key("of").integer(static_cast<std::int64_t>(count.all));
    writer.key("cannot").integer(static_cast<std::int64_t>(count.cannot));
}

// Nothing of a kind that there are no places of.
void write_kind(json::Writer& writer, Kind kind, const Count& count) {
    if (count.all + count.cannot == 0) return;
    writer.begin_object().key("kind").string(identifier_of(kind));
    write_count(writer, count);
    writer.end_object();
}

const char* state_of(Reached reached) {
    switch (reached) {
        case Reached::yes: return "covered";
        case Reached::no: return "not_covered";
        case Reached::cannot: break;
    }
    return "cannot";
}

void write_place(json::Writer& writer, const Place& place, const SourceMap& sources, Language language) {
    const Span& where = place.place->where;
    const LineColumn begin = sources.line_column(where.source, where.begin);
    const LineColumn end = sources.line_column(where.source, where.end);
    writer.begin_object().key("kind").string(identifier_of(kind_of(place.place->kind)));
    writer.key("state").string(state_of(place.reached));
    writer.key("file")
        .string(sources.name(where.source))
        .key("line")
        .integer(begin.line)
        .key("column")
        .integer(begin.column);
    writer.key("end").begin_object().key("line").integer(end.line).key("column").integer(end.column).end_object();
    writer.key("owner").string(place.place->owner.in(language));
    if (place.reached == Reached::yes) {
        writer.key("what").null();
    } else {
        writer.key("what").string(place.place->what.in(language));
    }
    writer.key("proposal");
    if (place.proposal) {
        writer.integer(static_cast<std::int64_t>(*place.proposal));
    } else {
        writer.null();
    }
    writer.key("why_none");
    if (place.why_none.empty()) {
        writer.null();
    } else {
        writer.string(place.why_none.in(language));
    }
    writer.end_object();
}

}  // namespace

void write_json(json::Writer& writer, const Report& report, const SourceMap& sources, Language language) {
    writer.begin_object();
    write_count(writer, report.total());
    writer.key("kinds").begin_array();
    for (std::size_t i = 0; i < kinds; ++i) {
        write_kind(writer, static_cast<Kind>(i), report.count(static_cast<Kind>(i)));
    }
    writer.end_array().key("parameters").begin_array();
    for (const ParameterCounts& its : report.parameters) {
        writer.begin_object().key("parameter").string(report.rules().parameter(its.parameter).name);
        writer.key("kinds").begin_array();
        for (std::size_t i = 0; i < kinds; ++i) write_kind(writer, static_cast<Kind>(i), its.counts[i]);
        writer.end_array().end_object();
    }
    writer.end_array().key("places").begin_array();
    for (const Place& place : report.places) write_place(writer, place, sources, language);
    writer.end_array().key("proposals").begin_array();
    for (const Proposal& proposal : report.proposals) {
        std::string text;
        for (const std::string& line : proposal.lines) text += line + '\n';
        writer.begin_object().key("title").string(proposal.example.title).key("text").string(text);
        writer.key("covers").begin_array();
        for (const std::size_t place : proposal.places) writer.integer(static_cast<std::int64_t>(place));
        writer.end_array().end_object();
    }
    writer.end_array().end_object();
}

}  // namespace wegwijzer::coverage
