// A pack with one mistake, and what each way out makes of it, for the tests of dsl/editor/ways_out.
#pragma once

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>
#include <utility>
#include <vector>

#include "dsl/editor/ways_out.h"
#include "dsl/review/review.h"

namespace wegwijzer::editor::testing {

inline constexpr const char* pack_head = R"(regelpakket proef "Proef"
  versie 1.0
  eigenaar "Dienst Studentzaken"
  doel "Begeleiding aanbieden"
  rechtsgrond "AVG art. 6 lid 1 onder e"
  crisisroute "Bel 112."

gegevens student
  nummer    : sleutel
  startdag  : datum start
  motivatie : getal van 1 t/m 5
  werkt     : ja/nee
  vak       : tekst
  herkomst  : keuze uit nl, eu   alleen toetsing

reeks toets, toetsen
  datum  : datum
  cijfer : cijfer

factor inzet
rol slber lijn eerste
rol decaan lijn tweede

)";

inline std::string with_signal(const std::string& condition) {
    return "signaal s\n  factor inzet\n  als " + condition + "\n";
}

// The rules below the head, with every way out of their first finding of this code.
class Mistake {
  public:
    Mistake(Code code, const std::string& rules, const std::string& opening = pack_head, Language reader = Language::nl)
        : text_(opening + rules), compilation_(compile({{"proef", {{"proef.regels", text_}}}})) {
        const review::Review reviewed = review::review(compilation_);
        for (const Diagnostic& finding : reviewed.findings.all()) {
            if (finding.code != code) continue;
            ways_ = ways_out(compilation_, finding, reader);
            is_found_ = true;
            break;
        }
        BOOST_REQUIRE(is_found_);
    }

    [[nodiscard]] std::vector<std::string> titles() const {
        std::vector<std::string> all;
        for (const WayOut& way : ways_) all.push_back(way.title);
        return all;
    }
    [[nodiscard]] bool offers(const std::string& beginning) const { return find(beginning) != ways_.end(); }
    // The whole text after the way whose title begins so.
    [[nodiscard]] std::string after(const std::string& beginning) const {
        const auto way = find(beginning);
        if (way == ways_.end()) {
            for (const WayOut& each : ways_) BOOST_TEST_MESSAGE(each.title);
            BOOST_FAIL("no way out that begins: " + beginning);
        }
        std::string text = text_;
        for (auto edit = way->edits.rbegin(); edit != way->edits.rend(); ++edit)
            text.replace(edit->begin, edit->end - edit->begin, edit->text);
        return text;
    }
    // Is this piece in the text after it?
    [[nodiscard]] bool gives(const std::string& beginning, const std::string& piece) const {
        const std::string text = after(beginning);
        if (text.find(piece) != std::string::npos) return true;
        BOOST_TEST_MESSAGE(text.substr(std::min(text.size(), text_.find("rol decaan"))));
        return false;
    }
    [[nodiscard]] bool prefers_one() const {
        return std::ranges::count_if(ways_, [](const WayOut& way) { return way.is_preferred; }) == 1;
    }

  private:
    [[nodiscard]] std::vector<WayOut>::const_iterator find(const std::string& beginning) const {
        return std::ranges::find_if(ways_, [&](const WayOut& way) { return way.title.starts_with(beginning); });
    }

    std::string text_;
    Compilation compilation_;
    std::vector<WayOut> ways_;
    bool is_found_ = false;
};

}  // namespace wegwijzer::editor::testing
