// W115, W116 and W117 against taking things away: what nothing reads or advises can go, alone or together with what alone reads it,
// and nothing changes for any student of a small world; what can't go is reported nowhere.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>
#include <string>
#include <vector>

#include "engine/advise/advice.h"
#include "engine/trace/evaluate.h"
#include "tests/support/pack_text.h"
#include "tests/support/random.h"
#include "tests/support/rule_set_builder.h"
#include "tests/support/small_world.h"
#include "tests/support/thought.h"
#include "tests/support/told_advice.h"

namespace wegwijzer::test {
BOOST_AUTO_TEST_SUITE(unread)

namespace {

using Names = std::set<std::string>;

constexpr const char* around = R"(cluster c_een
cluster c_twee
factor f_een in c_een
factor f_twee in c_twee
factor f_los
rol slber lijn eerste
)";

struct Declared {
    enum class Kind : std::uint8_t { value, signal, intervention, plan, other };
    Kind kind = Kind::other;
    std::string name;
    std::string text;
};

struct Written {
    std::vector<Declared> declarations;

    void add(Declared::Kind kind, std::string name, std::string text) {
        declarations.push_back({kind, std::move(name), std::move(text)});
    }
    [[nodiscard]] std::string without(const Names& gone) const {
        std::string text = std::string(small_world::head) + around;
        for (const Declared& one : declarations)
            if (!gone.contains(one.name)) text += one.text + '\n';
        return text;
    }
    [[nodiscard]] std::string text() const { return without({}); }
    [[nodiscard]] std::vector<std::string> names(std::initializer_list<Declared::Kind> kinds) const {
        std::vector<std::string> names;
        for (const Declared& one : declarations) {
            const bool counts = std::ranges::find(kinds, one.kind) != kinds.end();
            if (counts && std::ranges::find(names, one.name) == names.end()) names.push_back(one.name);
        }
        return names;
    }
};

// ---- random packs ----

class Writer {
  public:
    explicit Writer(Random& random) : random_(random) {}

    Written write() {
        // The parameter and the begrip of the small world are values as well: read by nothing, unless by what follows.
        numbers_ = {"a"};
        truths_ = {"b"};
        for (std::uint64_t i = 0, count = 2 + random_.below(5); i < count; ++i) add_value();
        for (std::uint64_t i = 0, count = 1 + random_.below(4); i < count; ++i) add_signal();
        for (std::uint64_t i = 0, count = 1 + random_.below(4); i < count; ++i) add_intervention();
        for (std::uint64_t i = 0, count = random_.below(3); i < count; ++i) add_plan();
        for (std::uint64_t i = 0, count = 1 + random_.below(3); i < count; ++i) add_policy();
        written_.add(Declared::Kind::other, "", "voorbeeld \"een\"\n  op 2026-10-05\n  verwacht geen advies");
        return std::move(written_);
    }

    // Filters over `signalen` that the policies count with, and signals that they name.
    [[nodiscard]] const std::vector<std::string>& filters() const { return filters_; }
    [[nodiscard]] const Names& named() const { return named_; }

  private:
    using Kind = Declared::Kind;

    const std::string& any(const std::vector<std::string>& names) { return names[random_.below(names.size())]; }
    std::string number() { return any(numbers_); }
    std::string truth() {
        switch (random_.below(4)) {
            case 0: return number() + " > " + number();
            case 1: return any(truths_) + " en " + number() + " < 3";
            default: return any(truths_);
        }
    }
    std::string next(const char* letter) { return letter + std::string("_") + std::to_string(++last_); }

    void add_value() {
        const std::string name = next("v");
        switch (random_.below(6)) {
            case 0:
                written_.add(Kind::value, name, "parameter " + name + " : geheel = 2");
                if (random_.one_in(2))
                    written_.add(Kind::value, name, "stel " + name + " in op 3 voor a > 1 omdat \"x\"");
                numbers_.push_back(name);
                break;
            case 1:
                written_.add(Kind::value, name, "parameter " + name + " : duur = 2 weken");
                terms_.push_back(name);
                break;
            case 2:
                written_.add(Kind::value, name, "begrip " + name + " = " + number() + " + " + number());
                numbers_.push_back(name);
                break;
            case 3:
                written_.add(Kind::value, name,
                             "tabel " + name + " : geheel\n  trefwijze eerste\n  | " + number() +
                                 " || uitkomst |\n  | > " + number() + " || 1 |\n  | - || 0 |");
                numbers_.push_back(name);
                break;
            default:
                written_.add(Kind::value, name, "begrip " + name + " = " + truth());
                truths_.push_back(name);
                break;
        }
    }

    void add_signal() {
        const std::string name = next("s");
        std::string text = "signaal " + name + "\n  factor " + any({"f_een", "f_twee", "f_los"});
        if (random_.one_in(2)) {
            text += "\n  als " + truth();
        } else {
            for (const char* level : {"hoog", "midden", "laag"})
                if (!random_.one_in(3) || *level == 'l') text += std::string("\n  ernst ") + level + " als " + truth();
        }
        if (random_.one_in(3)) text += "\n  tenzij " + truth();
        if (random_.one_in(3)) text += "\n  sterkte 2";
        if (random_.one_in(3)) text += "\n  uitleg \"{" + number() + "}\"";
        signals_.push_back(name);
        written_.add(Kind::signal, name, text);
    }

    // At most one question about the ernst: what a signal's own conditions make of two of them together is not looked at.
    std::string filter() {
        bool has_severity = false;
        const auto part = [&]() -> std::string {
            switch (random_.below(8)) {
                case 0: return "factor is " + any({"f_een", "f_twee"});
                case 1: return "cluster is niet " + any({"c_een", "c_twee"});
                case 2: return random_.one_in(2) ? "sterkte > 1" : "sterkte < 2";
                case 3: return "factor is een van f_een, f_los";
                default: break;
            }
            if (has_severity) return "cluster is c_een";
            has_severity = true;
            return "ernst " + any({">=", "<", "=", "<>", ">"}) + ' ' + any({"laag", "midden", "hoog"});
        };
        std::string text = random_.one_in(2) ? "niet (" + part() + ')' : part();
        if (random_.one_in(3)) text = '(' + text + (random_.one_in(2) ? ") en (" : ") of (") + part() + ')';
        return text;
    }

    void add_intervention() {
        const std::string name = next("i");
        std::string text = "interventie " + name + "\n  door slber";
        if (!interventions_.empty() && random_.one_in(3)) text += "\n  pas na " + any(interventions_);
        if (!terms_.empty() && random_.one_in(4)) text += "\n  hooguit eens per " + any(terms_);
        interventions_.push_back(name);
        written_.add(Kind::intervention, name, text);
    }

    void add_plan() {
        const std::string name = next("p");
        std::string text = "aanpak " + name;
        if (random_.one_in(2)) text += "\n  doel " + truth();
        text += "\n  stap 1 " + any(interventions_) + " binnen " + (terms_.empty() ? "1 week" : any(terms_));
        plans_.push_back(name);
        written_.add(Kind::plan, name, text);
    }

    std::string signal_condition() {
        if (random_.one_in(2)) {
            filters_.push_back(filter());
            return "aantal signalen met (" + filters_.back() + ") >= 1";
        }
        return "signaal " + *named_.insert(any(signals_)).first;
    }

    void add_policy() {
        const std::string name = next("b");
        std::string text = "beleid " + name + "\n  als " + (random_.one_in(4) ? truth() : signal_condition());
        if (random_.one_in(4)) text += "\n  tenzij " + (random_.one_in(2) ? truth() : signal_condition());
        if (!plans_.empty() && random_.one_in(3)) {
            text += "\n  adviseer " + any(plans_);
        } else {
            text += "\n  adviseer " + any(interventions_) + " binnen " + (terms_.empty() ? "1 week" : any(terms_));
        }
        written_.add(Kind::other, name, text);
    }

    Random& random_;
    Written written_;
    std::uint64_t last_ = 0;
    std::vector<std::string> numbers_;
    std::vector<std::string> truths_;
    std::vector<std::string> terms_;
    std::vector<std::string> signals_;
    std::vector<std::string> interventions_;
    std::vector<std::string> plans_;
    std::vector<std::string> filters_;
    Names named_;
};

// ---- brute force ----

bool stands_without(const Written& written, const Names& gone) {
    return testing::compile_text(written.without(gone)).rules != nullptr;
}

// Those of these names that can go: by themselves, or together with others of them.
Names that_can_go(const Written& written, const std::vector<std::string>& names) {
    Names result;
    for (std::size_t subset = 1; subset < (std::size_t{1} << names.size()); ++subset) {
        Names gone;
        for (std::size_t i = 0; i < names.size(); ++i)
            if ((subset >> i & 1) != 0) gone.insert(names[i]);
        if (std::ranges::includes(result, gone)) continue;
        if (stands_without(written, gone)) result.merge(gone);
    }
    return result;
}

enum class Told : std::uint8_t { everything, advice };

// What comes out for every student, in words; of each reason and policy that is there, in the same order.
std::vector<std::string> outcomes(const std::string& text, Told told) {
    const Compilation compilation = testing::compile_text(text);
    BOOST_TEST_REQUIRE(compilation.rules != nullptr, testing::shown(compilation) << text);
    const model::RuleSet& rules = *compilation.rules;
    const Cohort cohort = small_world::everyone(rules, {0, 1});
    std::vector<std::string> lines;
    for (std::size_t student = 0; student < cohort.students; ++student) {
        const Date date = day("2026-10-10");
        const model::StudentOutcome outcome = trace::evaluate(rules, cohort, student, date).outcome;
        if (told == Told::everything) {
            for (const model::SignalOutcome& signal : outcome.signals)
                lines.push_back(std::to_string(static_cast<int>(signal.status)) + ' ' +
                                std::to_string(signal.possible_severities));
        }
        const advise::StudentAdvice advice =
            advise::advise(rules, outcome, advise::history_of(cohort, student, date), date);
        for (const advise::Recommendation& one : advice.recommendations)
            lines.push_back(rules.intervention(one.intervention).name + ' ' + (one.due ? to_iso(*one.due) : "-"));
        lines.push_back("--");
    }
    return lines;
}

Names words_of(const Thought& thought, Code code, bool with_labels) {
    Names words;
    for (const Diagnostic* finding : thought.with(code)) {
        words.insert(thought.words(finding->span));
        for (const Label& label : finding->labels)
            if (with_labels) words.insert(thought.words(label.span));
    }
    return words;
}

std::string joined(const Names& names) {
    std::string text;
    for (const std::string& name : names) text += name + ' ';
    return text;
}

// Does a signal that has this severity count in `signalen met (FILTER)`?
bool passes(const Written& written, const std::string& signal, const std::string& severity, const std::string& filter) {
    const auto declared = std::ranges::find(written.declarations, signal, &Declared::name);
    std::string text = std::string(small_world::head) + around;
    std::size_t begin = 0;
    while (begin < declared->text.size()) {
        const std::size_t end = std::min(declared->text.find('\n', begin), declared->text.size());
        const std::string line = declared->text.substr(begin, end - begin);
        const bool is_other = line.starts_with("  als") || line.starts_with("  ernst") ||
                              line.starts_with("  tenzij") || line.starts_with("  uitleg");
        if (!is_other) text += line + '\n';
        begin = end + 1;
    }
    text += "  ernst " + severity + " als b\ninterventie i\n  door slber\nbeleid p\n  als aantal signalen met (" +
            filter + ") >= 1\n  adviseer i binnen 1 week\n";
    const Compilation compilation = testing::compile_text(text);
    BOOST_TEST_REQUIRE(compilation.rules != nullptr, testing::shown(compilation) << text);
    CohortBuilder builder(compilation.rules->schema);
    builder.add_student("s");
    builder.set_boolean(small_world::field_of(1), true);
    const Cohort cohort = std::move(builder).finish();
    return trace::evaluate(*compilation.rules, cohort, 0, day("2026-10-10")).outcome.policies[0].condition.value ==
           Tri::yes;
}

bool is_read(const Writer& writer, const Written& written, const std::string& signal) {
    if (writer.named().contains(signal)) return true;
    const std::string& text = std::ranges::find(written.declarations, signal, &Declared::name)->text;
    for (const std::string& filter : writer.filters()) {
        for (const char* severity : {"laag", "midden", "hoog"}) {
            const bool has_it = text.find(std::string("ernst ") + severity) != std::string::npos ||
                                (text.find("ernst") == std::string::npos && *severity == 'm');
            if (has_it && passes(written, signal, severity, filter)) return true;
        }
    }
    return false;
}

BOOST_AUTO_TEST_CASE(what_nothing_reads_is_what_can_be_taken_away) {
    std::size_t values = 0;
    std::size_t below_others = 0;
    std::size_t signals = 0;
    std::size_t interventions = 0;
    const std::uint64_t first = first_seed();
    for (std::uint64_t seed = first; seed < first + rounds(under_sanitizers ? 20 : 200); ++seed) {
        Random random(seed);
        Writer writer(random);
        const Written written = writer.write();
        const Thought thought = think_of(written.text());
        const auto is_same = [&](Code code, const Names& found, const Names& expected) {
            BOOST_TEST(found == expected, "seed " << seed << ' ' << entry(code).code << " of " << joined(found)
                                                  << "not of " << joined(expected) << '\n'
                                                  << written.text());
        };
        // The two of the small world are read by nothing here.
        Names unread = words_of(thought, Code::W115, true);
        const Names unread_alone = words_of(thought, Code::W115, false);
        BOOST_TEST((unread.erase("drie") == 1 && unread.erase("hoog") == 1));
        is_same(Code::W115, unread, that_can_go(written, written.names({Declared::Kind::value})));
        for (const std::string& name : unread)
            BOOST_TEST(unread_alone.contains(name) == stands_without(written, {name}), "seed " << seed << ' ' << name);

        Names unused;
        for (const std::string& signal : written.names({Declared::Kind::signal}))
            if (!is_read(writer, written, signal)) unused.insert(signal);
        is_same(Code::W116, words_of(thought, Code::W116, false), unused);

        Names unadvised = that_can_go(written, written.names({Declared::Kind::intervention}));
        for (const std::string& plan : written.names({Declared::Kind::plan}))
            if (stands_without(written, {plan})) unadvised.insert(plan);
        is_same(Code::W117, words_of(thought, Code::W117, false), unadvised);

        // Nobody notices that it is gone.
        Names gone = unread;
        gone.merge(Names(unadvised));
        BOOST_TEST((outcomes(written.text(), Told::everything) == outcomes(written.without(gone), Told::everything)),
                   "seed " << seed << " without " << joined(gone) << '\n'
                           << written.text());
        BOOST_TEST((outcomes(written.text(), Told::advice) == outcomes(written.without(unused), Told::advice)),
                   "seed " << seed << " without " << joined(unused) << '\n'
                           << written.text());
        values += unread.size();
        below_others += unread.size() + 2 - unread_alone.size();
        signals += unused.size();
        interventions += unadvised.size();
    }
    BOOST_TEST(values > 10U);
    if (!under_sanitizers) BOOST_TEST(below_others > 2U);  // too few packs there
    BOOST_TEST(signals > 5U);
    BOOST_TEST(interventions > 5U);
    BOOST_TEST_MESSAGE(values << " values, " << below_others << " of them read by another, " << signals << " signals, "
                              << interventions << " interventies and aanpakken that nothing reads");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::test
