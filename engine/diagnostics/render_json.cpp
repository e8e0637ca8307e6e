#include "engine/base/unicode.h"
#include "engine/diagnostics/render_forms.h"

namespace wegwijzer {

namespace {

void append_string(std::string& output, std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    output += '"';
    for (const char character : replace_invalid_utf8(text)) {
        const auto value = static_cast<unsigned char>(character);
        if (character == '"' || character == '\\') {
            output.append(1, '\\').append(1, character);
        } else if (character == '\n') {
            output += "\\n";
        } else if (value < 0x20 || value == 0x7F) {
            output.append("\\u00").append(1, digits[value / 16]).append(1, digits[value % 16]);
        } else {
            output += character;
        }
    }
    output += '"';
}

void append_text_or_null(std::string& output, std::string_view text) {
    if (text.empty()) {
        output += "null";
    } else {
        append_string(output, text);
    }
}

// "file", "line", "column" and "end" of a place.
void append_place(std::string& output, const Span& span, const SourceMap& sources) {
    if (!span.has_place()) {
        output += R"("file":null,"line":null,"column":null,"end":null)";
        return;
    }
    const LineColumn begin = sources.line_column(span.source, span.begin);
    const LineColumn end = sources.line_column(span.source, std::max(span.begin, span.end));
    output += "\"file\":";
    append_string(output, sources.name(span.source));
    output += ",\"line\":" + std::to_string(begin.line) + ",\"column\":" + std::to_string(begin.column);
    output += ",\"end\":{\"line\":" + std::to_string(end.line) + ",\"column\":" + std::to_string(end.column) + '}';
}

void append_texts(std::string& output, std::string_view name, const std::vector<Localized>& texts, Language language) {
    output.append(",\"").append(name).append("\":[");
    for (const Localized& text : texts) {
        if (&text != texts.data()) output += ',';
        append_string(output, text.in(language));
    }
    output += ']';
}

// The voorbeeld under its heading, as it is pasted into a pack.
std::string witness_of(const Diagnostic& diagnostic, Language language) {
    std::string result;
    for (std::size_t i = 1; i < diagnostic.example.size(); ++i) {
        const std::string& line = diagnostic.example[i].in(language);
        result += (line.starts_with("  ") ? line.substr(2) : line) + '\n';
    }
    return result;
}

std::string_view name_of(FindingKind kind) {
    switch (kind) {
        case FindingKind::error: return "error";
        case FindingKind::warning: return "warning";
        case FindingKind::note: break;
    }
    return "note";
}

}  // namespace

void append_json(std::string& output, const Diagnostic& diagnostic, const SourceMap& sources, Language language) {
    const CatalogueEntry& its = entry(diagnostic.code);
    output.append("{\"code\":\"").append(its.code).append("\",\"kind\":\"").append(name_of(its.kind)).append("\",");
    append_place(output, diagnostic.span, sources);
    output += ",\"message\":";
    append_string(output,
                  fill_in(language == Language::nl ? its.message_nl : its.message_en, diagnostic.arguments, language));
    output += ",\"why\":";
    append_text_or_null(output, why_text(diagnostic, language));
    output += ",\"do\":";
    append_text_or_null(output, do_text(diagnostic, language));
    output += ",\"fix\":";
    append_text_or_null(output, diagnostic.fix);
    output += ",\"labels\":[";
    for (const Label& label : diagnostic.labels) {
        output += &label == diagnostic.labels.data() ? "{" : ",{";
        append_place(output, label.span, sources);
        output += ",\"remark\":";
        append_text_or_null(output, label.remark.in(language));
        output += '}';
    }
    output += ']';
    append_texts(output, "lines", diagnostic.lines, language);
    append_texts(output, "example", diagnostic.example, language);
    output += ",\"witness\":";
    append_text_or_null(output, witness_of(diagnostic, language));
    output += "}\n";
}

}  // namespace wegwijzer
