// The models of ../shared/design/messages.md, word for word, and what they leave open.
#include "engine/diagnostics/render.h"

#include <boost/test/unit_test.hpp>

namespace {

using wegwijzer::Code;
using wegwijzer::Diagnostic;
using wegwijzer::Diagnostics;
using wegwijzer::ErrorFormat;
using wegwijzer::Language;
using wegwijzer::Localized;
using wegwijzer::RenderOptions;
using wegwijzer::SourceId;
using wegwijzer::SourceMap;
using wegwijzer::Span;

// One source in which places are found by their words.
struct Page {
    SourceMap sources;
    SourceId source;

    explicit Page(std::string text, std::size_t lines_before = 0) {
        source = sources.add("proef.regels", std::string(lines_before, '\n') + std::move(text));
    }

    [[nodiscard]] Span at(std::string_view words, std::size_t nth = 1) const {
        std::size_t begin = 0;
        for (; nth > 0; --nth) begin = sources.text(source).find(words, begin + (begin > 0 ? 1 : 0));
        BOOST_REQUIRE(begin != std::string_view::npos);
        return {source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + words.size())};
    }
};

std::string shown(const Page& page, std::vector<Diagnostic> findings, RenderOptions options = {}) {
    Diagnostics diagnostics;
    for (Diagnostic& finding : findings) diagnostics.add(std::move(finding));
    diagnostics.sort(page.sources);
    return render(diagnostics, page.sources, options);
}

RenderOptions plain(Language language = Language::nl) { return {language, ErrorFormat::plain}; }
RenderOptions english() { return {Language::en, ErrorFormat::text}; }

struct Percentage {
    Page page{"  als gemiddelde aandeel van presenties in de laatste 3 lesweken < 70\n", 40};
    Diagnostic finding{Code::F014, page.at("70"), {"70", "aandeel", "70%"}};
};

}  // namespace

BOOST_AUTO_TEST_SUITE(render_models)

BOOST_AUTO_TEST_CASE(percentage_against_number) {
    const Percentage model;
    BOOST_TEST(shown(model.page, {model.finding}) ==
               "proef.regels:41:68 F014 een percentage wordt vergeleken met het gewone getal `70`\n"
               "  41 |   als gemiddelde aandeel van presenties in de laatste 3 lesweken < 70\n"
               "     |                                                                    ^^\n"
               "     | waarom: `aandeel` is een percentage\n"
               "     | doe: schrijf `70%`\n");
}

BOOST_AUTO_TEST_CASE(says_the_same_in_english) {
    const Percentage model;
    BOOST_TEST(shown(model.page, {model.finding}, english()) ==
               "proef.regels:41:68 F014 a percentage is compared with the plain number `70`\n"
               "  41 |   als gemiddelde aandeel van presenties in de laatste 3 lesweken < 70\n"
               "     |                                                                    ^^\n"
               "     | why: `aandeel` is a percentage\n"
               "     | do: write `70%`\n");
}

BOOST_AUTO_TEST_CASE(plain_has_no_box_and_no_caret) {
    const Percentage model;
    BOOST_TEST(shown(model.page, {model.finding}, plain()) ==
               "proef.regels:41:68 F014 een percentage wordt vergeleken met het gewone getal `70`\n"
               "in regel 41, bij `70`\n"
               "waarom: `aandeel` is een percentage\n"
               "doe: schrijf `70%`\n");
    BOOST_TEST(shown(model.page, {model.finding}, plain(Language::en)) ==
               "proef.regels:41:68 F014 a percentage is compared with the plain number `70`\n"
               "in line 41, at `70`\n"
               "why: `aandeel` is a percentage\n"
               "do: write `70%`\n");
}

BOOST_AUTO_TEST_CASE(two_places_on_one_line_share_a_row) {
    const Page page("  als werkt en motivatie < 3 of geen gesprek in de laatste 6 weken\n", 47);
    Diagnostic finding{Code::F021, page.at("en"), {"en", "of", "minstens 1 van:"}};
    finding.labels = {{page.at("of"), {}}};
    finding.lines = {{"dit kan twee dingen betekenen:", "this can mean two things:"},
                     "  (werkt en motivatie < 3) of geen gesprek in de laatste 6 weken",
                     "  werkt en (motivatie < 3 of geen gesprek in de laatste 6 weken)"};
    BOOST_TEST(shown(page, {finding}) ==
               "proef.regels:48:13 F021 `en` en `of` staan door elkaar\n"
               "  48 |   als werkt en motivatie < 3 of geen gesprek in de laatste 6 weken\n"
               "     |             ^^               ^^\n"
               "     | dit kan twee dingen betekenen:\n"
               "     |   (werkt en motivatie < 3) of geen gesprek in de laatste 6 weken\n"
               "     |   werkt en (motivatie < 3 of geen gesprek in de laatste 6 weken)\n"
               "     | doe: zet haakjes, of gebruik een lijst met `minstens 1 van:`\n");
    BOOST_TEST(shown(page, {finding}, plain()) ==
               "proef.regels:48:13 F021 `en` en `of` staan door elkaar\n"
               "in regel 48, bij `en`\n"
               "ook in regel 48, bij `of`\n"
               "dit kan twee dingen betekenen:\n"
               "  (werkt en motivatie < 3) of geen gesprek in de laatste 6 weken\n"
               "  werkt en (motivatie < 3 of geen gesprek in de laatste 6 weken)\n"
               "doe: zet haakjes, of gebruik een lijst met `minstens 1 van:`\n");
}

BOOST_AUTO_TEST_CASE(context_above_and_an_example_below) {
    const Page page("  ernst hoog   als x < 70%\n  ernst midden als x < 50%\n", 31);
    Diagnostic finding{Code::W107, page.at("ernst midden"), {"ernst midden"}};
    const Span context = page.at("ernst hoog");
    finding.labels = {{{context.source, context.begin, context.begin}, {}},
                      {page.at("ernst midden"), "wie onder 50% zit, zit ook onder 70% en krijgt `hoog`"}};
    finding.way_out = {"wissel de grenzen om", "swap the thresholds"};
    finding.example = {{"voorbeeld dat het laat zien:", "example that shows it:"}, "  voorbeeld \"W107: 40%\""};
    BOOST_TEST(shown(page, {finding}) ==
               "proef.regels:33:3 W107 `ernst midden` wordt nooit bereikt\n"
               "  32 |   ernst hoog   als x < 70%\n"
               "  33 |   ernst midden als x < 50%\n"
               "     |   ^^^^^^^^^^^^ wie onder 50% zit, zit ook onder 70% en krijgt `hoog`\n"
               "     | doe: wissel de grenzen om\n"
               "     | voorbeeld dat het laat zien:\n"
               "     |   voorbeeld \"W107: 40%\"\n");
    BOOST_TEST(shown(page, {finding}, plain()) ==
               "proef.regels:33:3 W107 `ernst midden` wordt nooit bereikt\n"
               "zie regel 32: `ernst hoog   als x < 70%`\n"
               "in regel 33, bij `ernst midden`: wie onder 50% zit, zit ook onder 70% en krijgt `hoog`\n"
               "doe: wissel de grenzen om\n"
               "voorbeeld dat het laat zien:\n"
               "  voorbeeld \"W107: 40%\"\n");
}

BOOST_AUTO_TEST_CASE(a_second_place_on_another_line) {
    const Page page("  soort : tekst   met motivering\n" + std::string(54, '\n') + "    - soort is \"x\"\n", 15);
    Diagnostic finding{Code::F052, page.at("soort", 2), {"soort", "proef", "motivering \"…\""}};
    finding.labels = {{page.at("met motivering"), {"hier gemarkeerd", "marked here"}}};
    BOOST_TEST(shown(page, {finding}) ==
               "proef.regels:71:7 F052 `soort` onderscheidt groepen mensen, en deze regel zegt niet waarom dat nodig "
               "is\n"
               "  71 |     - soort is \"x\"\n"
               "     |       ^^^^^\n"
               "  16 |   soort : tekst   met motivering\n"
               "     |                   ^^^^^^^^^^^^^^ hier gemarkeerd\n"
               "     | doe: voeg aan `proef` toe:  motivering \"…\"\n");
}

BOOST_AUTO_TEST_CASE(data_is_not_shown_in_passing) {
    const Page page("500123;Sam;31-02-2026\n", 3);
    const Diagnostic finding{
        Code::G007, page.at("31-02-2026"), {{"ongeldige datum", "invalid date"}, "31-02-2026", "startdatum"}};
    BOOST_TEST(shown(page, {finding}) ==
               "proef.regels:4:12 G007 ongeldige datum `31-02-2026` in `startdatum`; deze waarde is onbekend\n");
    BOOST_TEST(shown(page, {finding}, plain()) ==
               "proef.regels:4:12 G007 ongeldige datum `31-02-2026` in `startdatum`; deze waarde is onbekend\n");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(render_carets)

BOOST_AUTO_TEST_CASE(stand_under_characters_not_bytes) {
    const Page page("begrip coördinatie = präsens + 1\n");
    const Diagnostic finding{Code::F030, page.at("präsens"), {"präsens", {"de reeks", "series"}, "prs"}};
    BOOST_TEST(shown(page, {finding}) ==
               "proef.regels:1:22 F030 onbekende naam `präsens`\n"
               "  1 | begrip coördinatie = präsens + 1\n"
               "    |                      ^^^^^^^\n"
               "    | doe: bedoelt u de reeks `prs`?\n");
}

BOOST_AUTO_TEST_CASE(stand_under_combining_and_wide_characters) {
    const Page page("a e\xCC\x81x 日本 y\tz\n");
    const auto carets = [&](std::string_view words) {
        Diagnostic finding{Code::W107, page.at(words), {"x"}};
        finding.way_out = "-";
        const std::string text = shown(page, {finding});
        const std::size_t begin = text.find("\n    | ") + 7;
        return text.substr(begin, text.find('\n', begin) - begin);
    };
    BOOST_TEST(carets("e\xCC\x81x") == "  ^^");
    BOOST_TEST(carets("\xCC\x81") == "  ^");
    BOOST_TEST(carets("x") == "   ^");
    BOOST_TEST(carets("日") == "     ^^");
    BOOST_TEST(carets("本 y") == "       ^^^^");
    BOOST_TEST(carets("z") == "            ^");
    BOOST_TEST(carets("\t") == "           ^");
}

BOOST_AUTO_TEST_CASE(stay_on_the_first_line_of_a_long_span) {
    const Page page("als x\n  en y\n");
    const Diagnostic finding{Code::W107, {page.source, 4, 12}, {"x"}};
    BOOST_TEST(shown(page, {finding}) ==
               "proef.regels:1:5 W107 `x` wordt nooit bereikt\n"
               "  1 | als x\n"
               "    |     ^\n"
               "    | doe: wissel de grenzen om\n");
}

BOOST_AUTO_TEST_CASE(an_empty_span_has_one) {
    const Page page("als\r\n");
    BOOST_TEST(shown(page, {{Code::W107, {page.source, 3, 3}, {"x"}}}) ==
               "proef.regels:1:4 W107 `x` wordt nooit bereikt\n"
               "  1 | als\n"
               "    |    ^\n"
               "    | doe: wissel de grenzen om\n");
    BOOST_TEST(shown(page, {{Code::W107, {page.source, 3, 3}, {"x"}}}, plain()) ==
               "proef.regels:1:4 W107 `x` wordt nooit bereikt\n"
               "in regel 1, aan het einde\n"
               "doe: wissel de grenzen om\n");
    // Behind the last line end: an empty line of its own.
    BOOST_TEST(shown(page, {{Code::W107, {page.source, 5, 5}, {"x"}}}) ==
               "proef.regels:2:1 W107 `x` wordt nooit bereikt\n"
               "  2 |\n"
               "    | ^\n"
               "    | doe: wissel de grenzen om\n");
}

BOOST_AUTO_TEST_CASE(each_remark_has_its_own_row) {
    const Page page("een twee drie\n");
    Diagnostic finding{Code::W107, page.at("een"), {"x"}};
    finding.labels = {{page.at("twee"), "hier"}, {page.at("drie"), {}}};
    BOOST_TEST(shown(page, {finding}) ==
               "proef.regels:1:1 W107 `x` wordt nooit bereikt\n"
               "  1 | een twee drie\n"
               "    | ^^^      ^^^^\n"
               "    |     ^^^^ hier\n"
               "    | doe: wissel de grenzen om\n");
}

BOOST_AUTO_TEST_CASE(a_place_in_another_file_says_which) {
    Page page("een\n");
    const SourceId other = page.sources.add("ander.regels", "\n  twee\n");
    Diagnostic finding{Code::W107, page.at("een"), {"x"}};
    finding.labels = {{{other, 3, 7}, {"hier ook", "here too"}}};
    BOOST_TEST(shown(page, {finding}) ==
               "proef.regels:1:1 W107 `x` wordt nooit bereikt\n"
               "  1 | een\n"
               "    | ^^^\n"
               "    | ander.regels:2:3\n"
               "  2 |   twee\n"
               "    |   ^^^^ hier ook\n"
               "    | doe: wissel de grenzen om\n");
    BOOST_TEST(shown(page, {finding}, plain()) ==
               "proef.regels:1:1 W107 `x` wordt nooit bereikt\n"
               "in regel 1, bij `een`\n"
               "ook in ander.regels, regel 2, bij `twee`: hier ook\n"
               "doe: wissel de grenzen om\n");
}

BOOST_AUTO_TEST_CASE(a_long_line_is_cut_around_the_place) {
    const Page page(std::string(100'000, 'a') + " hier " + std::string(100'000, 'b') + "\n");
    const std::string text = shown(page, {{Code::W107, page.at("hier"), {"x"}}});
    BOOST_TEST(text.size() < 600U);
    const std::size_t line = text.find("  1 | …");
    BOOST_REQUIRE(line != std::string::npos);
    // Both rows begin with six columns; the ellipsis is three bytes and one column.
    const std::size_t row = text.find("    | ", line);
    BOOST_TEST(text.find("hier", line) - line - 2 == text.find("^^^^", row) - row);
    BOOST_TEST(text.find("bbb…\n") != std::string::npos);
    BOOST_TEST(text.starts_with("proef.regels:1:100002 "));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(render_lists)

BOOST_AUTO_TEST_CASE(nothing_found_says_nothing) {
    const Page page("x\n");
    BOOST_TEST(shown(page, {}).empty());
    BOOST_TEST(shown(page, {}, {Language::nl, ErrorFormat::json}).empty());
}

BOOST_AUTO_TEST_CASE(an_empty_line_stands_between_findings) {
    const Page page("een twee\n");
    BOOST_TEST(shown(page, {{Code::W107, page.at("twee"), {"twee"}}, {Code::W107, page.at("een"), {"een"}}}, plain()) ==
               "proef.regels:1:1 W107 `een` wordt nooit bereikt\n"
               "in regel 1, bij `een`\n"
               "doe: wissel de grenzen om\n"
               "\n"
               "proef.regels:1:5 W107 `twee` wordt nooit bereikt\n"
               "in regel 1, bij `twee`\n"
               "doe: wissel de grenzen om\n");
}

BOOST_AUTO_TEST_CASE(counts_what_it_leaves_out_and_keeps_errors_first) {
    const Page page("een twee drie\n");
    const std::vector<Diagnostic> findings = {{Code::W107, page.at("een"), {"een"}},
                                              {Code::W107, page.at("twee"), {"twee"}},
                                              {Code::F030, page.at("drie"), {"drie", "a", "b"}}};
    RenderOptions options = plain();
    options.most = 2;
    BOOST_TEST(shown(page, findings, options) ==
               "proef.regels:1:1 W107 `een` wordt nooit bereikt\n"
               "in regel 1, bij `een`\n"
               "doe: wissel de grenzen om\n"
               "\n"
               "proef.regels:1:10 F030 onbekende naam `drie`\n"
               "in regel 1, bij `drie`\n"
               "doe: bedoelt u a `b`?\n"
               "\n"
               "en nog 1 bevinding: 1 waarschuwing\n");
    options.most = 0;
    options.language = Language::en;
    BOOST_TEST(shown(page, findings, options) == "and 3 more findings: 1 error, 2 warnings\n");
    options.most = 3;
    BOOST_TEST(shown(page, findings, options).find("more") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_finding_without_a_place) {
    const Page page("x\n");
    Diagnostic finding{Code::W107, {}, {"x"}};
    BOOST_TEST(shown(page, {finding}) == "W107 `x` wordt nooit bereikt\n   | doe: wissel de grenzen om\n");
    BOOST_TEST(shown(page, {finding}, plain()) == "W107 `x` wordt nooit bereikt\ndoe: wissel de grenzen om\n");
    BOOST_TEST(shown(page, {finding}, {Language::nl, ErrorFormat::json}) ==
               R"({"code":"W107","kind":"warning","file":null,"line":null,"column":null,"end":null,)"
               R"("message":"`x` wordt nooit bereikt","why":null,"do":"wissel de grenzen om","fix":null,)"
               R"("labels":[],"lines":[],"example":[],"witness":null})"
               "\n");
}

BOOST_AUTO_TEST_CASE(a_way_out_of_several_lines) {
    const Page page("x\n");
    Diagnostic finding{Code::W107, page.at("x"), {"x"}};
    finding.why = "omdat";
    finding.way_out = "schrijf\nals a\n  en b";
    BOOST_TEST(shown(page, {finding}) ==
               "proef.regels:1:1 W107 `x` wordt nooit bereikt\n"
               "  1 | x\n"
               "    | ^\n"
               "    | waarom: omdat\n"
               "    | doe: schrijf\n"
               "    |   als a\n"
               "    |     en b\n");
}

BOOST_AUTO_TEST_CASE(json_has_one_object_per_line) {
    const Page page("é \"a\"\n b\n");
    Diagnostic finding{Code::W107, {page.source, 3, 8}, {"\"a\"\x01\xFF"}};
    finding.labels = {{page.at("b"), {"hier", "here"}}};
    finding.fix = "x\ny";
    finding.lines = {{"regel", "line"}};
    finding.example = {"een", "twee"};
    BOOST_TEST(shown(page, {finding, finding, {Code::W107, {}, {"x"}}}, {Language::en, ErrorFormat::json, true, 0}) ==
               R"({"code":"W107","kind":"warning","file":null,"line":null,"column":null,"end":null,)"
               R"("message":"`x` is never reached","why":null,"do":"swap the thresholds","fix":null,)"
               R"("labels":[],"lines":[],"example":[],"witness":null})"
               "\n"
               R"({"code":"W107","kind":"warning","file":"proef.regels","line":1,"column":3,)"
               R"("end":{"line":2,"column":2},"message":"`\"a\"\u0001)"
               "\xEF\xBF\xBD"
               R"(` is never reached","why":null,"do":"swap the thresholds","fix":"x\ny",)"
               R"("labels":[{"file":"proef.regels","line":2,"column":2,"end":{"line":2,"column":3},"remark":"here"}],)"
               R"("lines":["line"],"example":["een","twee"],"witness":"twee\n"})"
               "\n");
}

BOOST_AUTO_TEST_CASE(colour_only_helps) {
    const Percentage model;
    RenderOptions options;
    options.colour = true;
    std::string text = shown(model.page, {model.finding}, options);
    BOOST_TEST(text.starts_with("\x1b[1mproef.regels:41:68\x1b[0m \x1b[1;31mF014\x1b[0m een "));
    for (std::size_t at = text.find('\x1b'); at != std::string::npos; at = text.find('\x1b')) {
        text.erase(at, text.find('m', at) - at + 1);
    }
    BOOST_TEST(text == shown(model.page, {model.finding}));
    options.format = ErrorFormat::plain;
    BOOST_TEST(shown(model.page, {model.finding}, options) == shown(model.page, {model.finding}, plain()));
}

BOOST_AUTO_TEST_CASE(words_of_an_author_never_steer_the_terminal) {
    const Page page("a\x1b[31mb\xE2\x80\xAE  c\n");
    Diagnostic finding{Code::W107, page.at("c"), {"\x1b[2J\n\tx\r\n\xE2\x80\xAEy"}};
    finding.labels = {{page.at("c"), "r\x07"}};
    for (const ErrorFormat format : {ErrorFormat::text, ErrorFormat::plain}) {
        const std::string text = shown(page, {finding}, {Language::nl, format});
        for (const char* bad : {"\x1b", "\r", "\t", "\xE2\x80\xAE", "\x07"}) {
            BOOST_TEST(text.find(bad) == std::string::npos);
        }
        BOOST_TEST(text.starts_with("proef.regels:1:"));
        BOOST_TEST(text.find("`\xEF\xBF\xBD[2J  x \xEF\xBF\xBDy` wordt nooit bereikt\n") != std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(arguments_are_filled_in_once) {
    using wegwijzer::fill_in;
    const std::vector<Localized> arguments = {"{1}", {"nl", "en"}};
    BOOST_TEST(fill_in("a {0} {1} {2} {x} {} { {1", arguments, Language::en) == "a {1} en {2} {x} {} { {1");
    BOOST_TEST(headline({Code::F030, {}, {"{1}"}}, Language::nl) == "F030 onbekende naam `{1}`");
}

BOOST_AUTO_TEST_SUITE_END()
