#include "engine/diagnostics/render.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "engine/diagnostics/excerpt.h"
#include "engine/diagnostics/render_forms.h"

namespace wegwijzer {

namespace {

std::string place_of(const Diagnostic& diagnostic, const SourceMap& sources) {
    if (!diagnostic.span.has_place()) return {};
    const LineColumn place = sources.line_column(diagnostic.span.source, diagnostic.span.begin);
    return without_controls(sources.name(diagnostic.span.source)) + ':' + std::to_string(place.line) + ':' +
           std::to_string(place.column);
}

// The findings that are shown, in their order: where not all fit, errors before warnings before notes.
std::vector<const Diagnostic*> select(const std::vector<Diagnostic>& all, std::size_t most) {
    std::vector<const Diagnostic*> chosen;
    for (const FindingKind kind : {FindingKind::error, FindingKind::warning, FindingKind::note}) {
        for (const Diagnostic& diagnostic : all) {
            if (chosen.size() == most) break;
            if (entry(diagnostic.code).kind == kind) chosen.push_back(&diagnostic);
        }
    }
    std::sort(chosen.begin(), chosen.end());  // pointers into one vector: its order
    return chosen;
}

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
    return std::to_string(number) + ' ' + std::string(number == 1 ? one : many);
}

// "en nog 12 bevindingen: 3 fouten, 9 waarschuwingen"
std::string how_many_more(const std::vector<Diagnostic>& all, const std::vector<const Diagnostic*>& shown,
                          Language language) {
    std::array<std::size_t, 3> more{};
    for (const Diagnostic& diagnostic : all) ++more[static_cast<std::size_t>(entry(diagnostic.code).kind)];
    for (const Diagnostic* diagnostic : shown) --more[static_cast<std::size_t>(entry(diagnostic->code).kind)];

    const bool is_dutch = language == Language::nl;
    const std::size_t total = all.size() - shown.size();
    std::string text = is_dutch ? "en nog " + counted(total, "bevinding", "bevindingen")
                                : "and " + counted(total, "more finding", "more findings");
    std::string separator = ": ";
    const auto append = [&](std::size_t number, std::string_view one, std::string_view many) {
        if (number == 0) return;
        text += separator + counted(number, one, many);
        separator = ", ";
    };
    append(more[0], is_dutch ? "fout" : "error", is_dutch ? "fouten" : "errors");
    append(more[1], is_dutch ? "waarschuwing" : "warning", is_dutch ? "waarschuwingen" : "warnings");
    append(more[2], is_dutch ? "opmerking" : "note", is_dutch ? "opmerkingen" : "notes");
    return text + '\n';
}

}  // namespace

std::string fill_in(std::string_view text, const std::vector<Localized>& arguments, Language language) {
    std::string result;
    for (std::size_t position = 0; position < text.size();) {
        std::size_t number = 0;
        const char* const begin = text.data() + position + 1;
        const char* const end = text.data() + text.size();
        if (text[position] == '{') {
            const auto [stop, error] = std::from_chars(begin, end, number);
            if (error == std::errc() && stop != end && *stop == '}' && number < arguments.size()) {
                result += arguments[number].in(language);
                position = static_cast<std::size_t>(stop - text.data()) + 1;
                continue;
            }
        }
        result += text[position++];
    }
    return result;
}

std::string headline(const Diagnostic& diagnostic, Language language) {
    const CatalogueEntry& its = entry(diagnostic.code);
    const std::string_view message = language == Language::nl ? its.message_nl : its.message_en;
    return std::string(its.code) + ' ' + without_controls(fill_in(message, diagnostic.arguments, language));
}

std::string why_text(const Diagnostic& diagnostic, Language language) {
    if (!diagnostic.why.empty()) return diagnostic.why.in(language);
    const CatalogueEntry& its = entry(diagnostic.code);
    return fill_in(language == Language::nl ? its.why_nl : its.why_en, diagnostic.arguments, language);
}

std::string do_text(const Diagnostic& diagnostic, Language language) {
    if (!diagnostic.way_out.empty()) return diagnostic.way_out.in(language);
    const CatalogueEntry& its = entry(diagnostic.code);
    return fill_in(language == Language::nl ? its.do_nl : its.do_en, diagnostic.arguments, language);
}

std::string render(const Diagnostics& diagnostics, const SourceMap& sources, const RenderOptions& options) {
    const std::vector<Diagnostic>& all = diagnostics.all();
    std::string output;
    if (options.format == ErrorFormat::json) {
        for (const Diagnostic& diagnostic : all) append_json(output, diagnostic, sources, options.language);
        return output;
    }
    const std::vector<const Diagnostic*> shown = select(all, options.most);
    for (const Diagnostic* diagnostic : shown) {
        if (!output.empty()) output += '\n';
        const std::string place = place_of(*diagnostic, sources);
        if (options.format == ErrorFormat::plain) {
            append_plain(output, *diagnostic, place, sources, options.language);
        } else {
            append_text(output, *diagnostic, place, sources, options);
        }
    }
    if (shown.size() < all.size()) {
        if (!output.empty()) output += '\n';
        output += how_many_more(all, shown, options.language);
    }
    return output;
}

}  // namespace wegwijzer
