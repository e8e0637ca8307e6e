#include "cli/render/example_results.h"

#include <cstddef>
#include <string_view>

#include "engine/diagnostics/catalogue.h"
#include "engine/diagnostics/render_forms.h"
#include "engine/json/writer.h"

namespace wegwijzer::cli {
namespace {

struct Totals {
    std::size_t examples = 0;
    std::size_t failed = 0;
    std::size_t broken_packs = 0;
};
Totals totals_of(const ExampleSuites& suites) {
    Totals totals;
    for (const ExampleSuite& suite : suites) {
        totals.examples += suite.cases.size();
        totals.broken_packs += suite.does_not_compile ? 1 : 0;
        for (const ExampleCase& one : suite.cases) totals.failed += one.failures.empty() ? 0 : 1;
    }
    return totals;
}

// XML 1.0 has no way to write most control characters: a question mark stands for each.
std::string escaped(std::string_view text) {
    std::string result;
    for (const char character : text) {
        switch (character) {
            case '&': result += "&amp;"; break;
            case '<': result += "&lt;"; break;
            case '>': result += "&gt;"; break;
            case '"': result += "&quot;"; break;
            case '\n': result += "&#10;"; break;
            case '\t': result += "&#9;"; break;
            default:
                result += static_cast<unsigned char>(character) < 0x20 || character == 0x7F ? '?' : character;
                break;
        }
    }
    return result;
}

std::string attribute(std::string_view name, std::string_view value) {
    return ' ' + std::string(name) + "=\"" + escaped(value) + '"';
}

std::string text_of(const ExampleFailureText& failure) {
    std::string text = failure.file + ':' + std::to_string(failure.line) + ':' + std::to_string(failure.column) + ' ' +
                       failure.code + ' ' + failure.message;
    for (const std::string& line : failure.explanation) text += '\n' + line;
    if (!failure.way_out.empty()) text += '\n' + failure.way_out;
    return text;
}

std::string case_element(const ExampleSuite& suite, const ExampleCase& one) {
    std::string xml = "    <testcase" + attribute("name", one.title) + attribute("classname", suite.name) +
                      attribute("file", one.file) + attribute("line", std::to_string(one.line));
    if (one.failures.empty()) return xml + "/>\n";
    xml += ">\n";
    std::string message;
    std::string text;
    for (const ExampleFailureText& failure : one.failures) {
        message += (message.empty() ? "" : "; ") + failure.message;
        text += (text.empty() ? "" : "\n") + text_of(failure);
    }
    return xml + "      <failure" + attribute("message", message) + '>' + escaped(text) +
           "</failure>\n    </testcase>\n";
}

std::string count_attributes(std::size_t tests, std::size_t failures, std::size_t errors) {
    return attribute("tests", std::to_string(tests)) + attribute("failures", std::to_string(failures)) +
           attribute("errors", std::to_string(errors));
}

}  // namespace

ExampleFailureText describe_failure(const Diagnostic& diagnostic, const SourceMap& sources, Language language) {
    ExampleFailureText text;
    const CatalogueEntry& its = entry(diagnostic.code);
    text.file = sources.name(diagnostic.span.source);
    const LineColumn place = sources.line_column(diagnostic.span.source, diagnostic.span.begin);
    text.line = place.line;
    text.column = place.column;
    text.code = its.code;
    text.message = fill_in(language == Language::nl ? its.message_nl : its.message_en, diagnostic.arguments, language);
    for (const Localized& line : diagnostic.lines) text.explanation.push_back(line.in(language));
    text.way_out = do_text(diagnostic, language);
    return text;
}

std::string summary_line(const ExampleSuites& suites, Language language) {
    const Totals totals = totals_of(suites);
    const bool nl = language == Language::nl;
    std::string line;
    if (totals.examples == 0) {
        line = nl ? "geen voorbeelden uitgevoerd" : "no examples run";
    } else {
        line = std::to_string(totals.examples);
        line += nl ? (totals.examples == 1 ? " voorbeeld: " : " voorbeelden: ")
                   : (totals.examples == 1 ? " example: " : " examples: ");
        line += std::to_string(totals.examples - totals.failed) + (nl ? " geslaagd" : " passed");
        if (totals.failed > 0) line += ", " + std::to_string(totals.failed) + (nl ? " mislukt" : " failed");
    }
    if (totals.broken_packs > 0) {
        line += "; " + std::to_string(totals.broken_packs);
        line += nl ? (totals.broken_packs == 1 ? " pakket met fouten" : " pakketten met fouten")
                   : (totals.broken_packs == 1 ? " pack with errors" : " packs with errors");
    }
    return line;
}

std::string as_junit(const ExampleSuites& suites) {
    const Totals totals = totals_of(suites);
    std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + attribute("name", "wegwijzer") +
                      count_attributes(totals.examples + totals.broken_packs, totals.failed, totals.broken_packs) +
                      ">\n";
    for (const ExampleSuite& suite : suites) {
        const Totals its = totals_of({suite});
        xml += "  <testsuite" + attribute("name", suite.name) +
               count_attributes(its.examples + its.broken_packs, its.failed, its.broken_packs) + ">\n";
        if (suite.does_not_compile) {
            xml += "    <testcase" + attribute("name", "check") + attribute("classname", suite.name) +
                   "><error message=\"the pack has errors\"/></testcase>\n";
        }
        for (const ExampleCase& one : suite.cases) xml += case_element(suite, one);
        xml += "  </testsuite>\n";
    }
    return xml + "</testsuites>\n";
}

std::string as_json(const ExampleSuites& suites) {
    const Totals totals = totals_of(suites);
    json::Writer writer(json::Writer::Layout::indented);
    writer.begin_object();
    writer.key("examples").integer(static_cast<std::int64_t>(totals.examples));
    writer.key("failed").integer(static_cast<std::int64_t>(totals.failed));
    writer.key("packs").begin_array();
    for (const ExampleSuite& suite : suites) {
        writer.begin_object().key("pack").string(suite.name);
        writer.key("has_errors").boolean(suite.does_not_compile);
        writer.key("examples").begin_array();
        for (const ExampleCase& one : suite.cases) {
            writer.begin_object().key("title").string(one.title).key("file").string(one.file);
            writer.key("line").integer(one.line).key("passed").boolean(one.failures.empty());
            writer.key("failures").begin_array();
            for (const ExampleFailureText& failure : one.failures) {
                writer.begin_object().key("code").string(failure.code).key("file").string(failure.file);
                writer.key("line").integer(failure.line).key("column").integer(failure.column);
                writer.key("message").string(failure.message).key("explanation").begin_array();
                for (const std::string& line : failure.explanation) writer.string(line);
                writer.end_array().end_object();
            }
            writer.end_array().end_object();
        }
        writer.end_array();
        if (suite.write_coverage) {
            writer.key("coverage");
            suite.write_coverage(writer);
        }
        if (suite.write_mutation) {
            writer.key("mutation");
            suite.write_mutation(writer);
        }
        writer.end_object();
    }
    writer.end_array().end_object();
    return writer.text() + "\n";
}

}  // namespace wegwijzer::cli
