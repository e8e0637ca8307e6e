#include "dsl/compile/packs_in_use.h"

#include <boost/test/unit_test.hpp>

using wegwijzer::PackText;

BOOST_AUTO_TEST_SUITE(packs_in_use)

namespace {

PackText pack(const std::string& path, const std::string& name, const std::string& uses) {
    std::string text = "regelpakket " + name + "\n  eigenaar \"e\" doel \"d\" rechtsgrond \"r\"\n";
    for (std::size_t at = 0; at < uses.size();) {
        const std::size_t end = std::min(uses.find(' ', at), uses.size());
        text += "gebruik " + uses.substr(at, end - at) + "\n";
        at = end + 1;
    }
    return {path, {{path + "/p.regels", text}}};
}

std::string paths(const std::vector<PackText>& packs) {
    std::string result;
    for (const PackText& each : packs) result += (result.empty() ? "" : " ") + each.name;
    return result;
}

std::string main_and_others(const std::vector<PackText>& packs) {
    const auto compiled = wegwijzer::compile(packs);
    std::string codes;
    for (const auto& diagnostic : compiled.diagnostics.all()) {
        if (wegwijzer::entry(diagnostic.code).kind == wegwijzer::FindingKind::error)
            codes += std::string(wegwijzer::entry(diagnostic.code).code) + " ";
    }
    if (compiled.rules == nullptr) return codes;
    for (const auto& each : compiled.rules->packs) codes += each.name + " ";
    return codes;
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_a_pack_says_of_itself) {
    const auto head = wegwijzer::read_pack_head(pack("map/a", "a", "b c"));
    BOOST_TEST(head.name == "a");
    BOOST_TEST(head.uses.size() == 2);
    const auto english = wegwijzer::read_pack_head({"e", {{"e", "rulepack e\n  language en\nuse basis\n"}}});
    BOOST_TEST((english.uses == std::vector<std::string>{"basis"}));
}

BOOST_AUTO_TEST_CASE(what_a_pack_says_of_itself_stands_between_other_declarations) {
    const auto head = wegwijzer::read_pack_head({"p",
                                                 {{"p",
                                                   "\xEF\xBB\xBF# een pakket\r\n"
                                                   "bron A \"gebruik van bronnen\"\r\n"
                                                   "gebruik  # waarom\r\n"
                                                   "  eerste\r\n"
                                                   "factor f\n"
                                                   "  \"gebruik geen\"\n"
                                                   "regelpakket\n"
                                                   "# nog een regel\n"
                                                   "  p \"gebruik\"\n"
                                                   "gebruiksdoel x\n"
                                                   "gebruik tweede"}}});
    BOOST_TEST(head.name == "p");
    BOOST_TEST((head.uses == std::vector<std::string>{"eerste", "tweede"}));
}

BOOST_AUTO_TEST_CASE(what_is_used_is_found_beside_the_pack_that_uses_it) {
    std::vector<std::string> asked;
    const auto beside = [&](const PackText& of) {
        asked.push_back(of.name);
        if (of.name == "x/a") return std::vector<PackText>{pack("x/anders", "b", ""), pack("x/b", "b", "c")};
        return std::vector<PackText>{pack("x/c", "c", "a")};
    };
    BOOST_TEST(paths(wegwijzer::with_packs_in_use({pack("x/a", "a", "b")}, beside)) == "x/a x/b x/c");
    BOOST_TEST((asked == std::vector<std::string>{"x/a", "x/b"}));  // `a` is there: nothing to look for beside x/c
}

BOOST_AUTO_TEST_CASE(a_pack_that_is_given_is_not_looked_for) {
    const auto nobody = [](const PackText&) -> std::vector<PackText> {
        BOOST_ERROR("looked beside");
        return {};
    };
    BOOST_TEST(paths(wegwijzer::with_packs_in_use({pack("x/a", "a", "b"), pack("y/b", "b", "")}, nobody)) == "x/a y/b");
}

BOOST_AUTO_TEST_CASE(what_is_not_found_is_named_with_what_stands_beside) {
    const auto beside = [](const PackText&) { return std::vector<PackText>{pack("x/c", "c", "")}; };
    const auto packs = wegwijzer::with_packs_in_use({pack("x/a", "a", "b")}, beside);
    BOOST_TEST(paths(packs) == "x/a");
    BOOST_TEST((packs.front().beside == std::vector<std::string>{"c"}));
}

BOOST_AUTO_TEST_CASE(a_pack_is_read_after_those_it_uses_and_the_first_stays_the_main_one) {
    PackText basis = pack("basis", "basis", "");
    basis.files.front().text +=
        "gegevens student\n  id : sleutel\n  begin : datum start\nparameter g : geheel = 1\nstel g in op 2\n";
    PackText local = pack("hier", "hier", "basis");
    local.files.front().text += "stel g in op 3\n";
    BOOST_TEST(main_and_others({local, basis}) == "hier basis ");
    BOOST_TEST(main_and_others({basis, local}) == "basis hier ");
    for (const auto& packs : {std::vector{local, basis}, std::vector{basis, local}}) {
        const auto compiled = wegwijzer::compile(packs);
        const auto& overrides = compiled.rules->parameters.front().overrides;
        BOOST_REQUIRE(overrides.size() == 2);
        BOOST_TEST((std::get<wegwijzer::Decimal>(overrides.back().value) == wegwijzer::Decimal::from_integer(3)));
    }
}

BOOST_AUTO_TEST_CASE(a_circle_is_one_error_wherever_it_begins) {
    PackText a = pack("a", "a", "b");
    a.files.front().text += "gegevens student\n  id : sleutel\n  begin : datum start\n";
    BOOST_TEST(main_and_others({a, pack("b", "b", "a")}) == "F186 ");
    PackText alone = pack("a", "a", "a");
    alone.files.front().text += "gegevens student\n  id : sleutel\n  begin : datum start\n";
    BOOST_TEST(main_and_others({alone}) == "F186 ");
}

BOOST_AUTO_TEST_SUITE_END()
