#include "tests/support/fuzz_check.h"

#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

#include "engine/base/unicode.h"

namespace wegwijzer::test {

namespace {

void check_place(const Span& span, const SourceMap& sources) {
    if (!span.has_place()) return;
    fuzz_require(span.source.index() < sources.size(), "a place is in a source that exists");
    const std::string_view text = sources.text(span.source);
    fuzz_require(span.begin <= span.end, "a place does not end before it begins");
    fuzz_require(span.end <= text.size(), "a place lies inside its text");
    const LineColumn place = sources.line_column(span.source, span.begin);
    const std::size_t length = count_characters(sources.line_text(span.source, place.line));
    // A place may be a line end: behind the last character, and behind a carriage return before it.
    fuzz_require(place.line >= 1 && place.column >= 1 && place.column <= length + 2, "a column lies on its line");
}

void check_lines(std::string_view text) {
    fuzz_require(is_valid_utf8(text), "what is shown is UTF-8");
    fuzz_require(text.empty() || text.ends_with('\n'), "what is shown ends with its last line");
    for (std::size_t position = 0; position < text.size();) {
        const CodePoint character = first_code_point(text.substr(position));
        const bool is_control = character.value < 0x20 || (character.value >= 0x7F && character.value < 0xA0);
        fuzz_require(!is_control || character.value == '\n', "what is shown holds no control characters");
        position += character.size;
    }
}

void check_json(std::string_view text, std::size_t findings) {
    std::size_t lines = 0;
    for (std::size_t position = 0; position < text.size(); ++lines) {
        const std::size_t end = text.find('\n', position);
        fuzz_require(end != std::string_view::npos, "a JSON object ends its line");
        const auto object = nlohmann::json::parse(text.substr(position, end - position), nullptr, false);
        fuzz_require(object.is_object() && object.contains("code") && object.contains("message"),
                     "a line is an object");
        position = end + 1;
    }
    fuzz_require(lines == findings, "JSON has one line per finding");
}

}  // namespace

void fuzz_require(bool holds, std::string_view property) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %.*s\n", static_cast<int>(property.size()), property.data());
    std::abort();
}

void fuzz_check_findings(const Diagnostics& diagnostics, const SourceMap& sources) {
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        check_place(diagnostic.span, sources);
        for (const Label& label : diagnostic.labels) check_place(label.span, sources);
    }
    for (const Language language : {Language::nl, Language::en}) {
        check_lines(render(diagnostics, sources, {language, ErrorFormat::text}));
        check_lines(render(diagnostics, sources, {language, ErrorFormat::plain}));
        const std::string json = render(diagnostics, sources, {language, ErrorFormat::json});
        check_lines(json);
        check_json(json, diagnostics.all().size());
    }
}

}  // namespace wegwijzer::test
