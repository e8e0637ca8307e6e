#include "tests/support/small_world.h"

#include "tests/support/rule_set_builder.h"

namespace wegwijzer::test::small_world {

const char* const head = R"(regelpakket proef "Proef"
  eigenaar "x" doel "y" rechtsgrond "z"
gegevens student
  nummer : sleutel
  s : datum start
  a : geheel van 0 t/m 3
  b : ja/nee
  k : keuze uit x_, y_, z_
  g : getal van 1 t/m 2
reeks r, rs
  datum : datum
  f : geheel
parameter drie : geheel = 3
begrip hoog = a >= 2
)";

namespace {

std::string any_leaf(Random& random, const std::vector<std::size_t>& fields) {
    static const std::vector<std::string> ops = {"<", "<=", ">", ">=", "=", "<>"};
    const auto op = [&] { return ' ' + ops[random.below(ops.size())] + ' '; };
    const auto number = [&](std::uint64_t most) { return std::to_string(random.below(most + 1)); };
    switch (fields[random.below(fields.size())]) {
        case 0:
            switch (random.below(6)) {
                case 0: return "a is onbekend";
                case 1: return "a is tussen 1 en " + number(3);
                case 2: return "a is niet een van 0, " + number(3);
                case 3: return "hoog";
                case 4: return "drie" + op() + "a";
                default: return "a" + op() + number(3);
            }
        case 1: return random.one_in(3) ? "b is bekend" : random.one_in(2) ? "b is nee" : "b";
        case 2: return random.one_in(2) ? "k is een van x_, y_" : random.one_in(2) ? "k is niet z_" : "k is x_";
        case 3: return "g" + op() + (random.one_in(2) ? "1,5" : random.one_in(2) ? "1" : "2");
        default: break;
    }
    switch (random.below(4)) {
        case 0: return "minstens " + number(3) + " rs met (f = 1)";
        case 1: return "precies " + number(3) + " rs met (f = 1)";
        case 2: return "aantal rs met (f = 1) is bekend";
        default: return "aantal rs met (f = 1)" + op() + number(3);
    }
}

}  // namespace

std::string any_condition(Random& random, const std::vector<std::size_t>& fields, int depth) {
    if (depth > 2 || random.one_in(3)) return any_leaf(random, fields);
    const auto part = [&] { return '(' + any_condition(random, fields, depth + 1) + ')'; };
    switch (random.below(5)) {
        case 0: return "niet " + part();
        case 1: return part() + " of " + part();
        case 2: return part() + " en " + part() + " en " + part();
        default: return part() + (random.one_in(2) ? " en " : " of ") + part();
    }
}

std::string any_definition(Random& random, const std::vector<std::size_t>& fields) {
    if (!random.one_in(3)) return any_condition(random, fields);
    static const std::vector<std::string> heads = {
        "minstens 2 van:", "hoogstens 1 van:", "precies 1 van:", "geen van:", "alle van:"};
    std::string text = heads[random.below(heads.size())];
    for (int i = 0; i < 3; ++i) text += "\n  - " + any_condition(random, fields, 1);
    return text;
}

Cohort everyone(const model::RuleSet& rules, const std::vector<std::size_t>& fields) {
    CohortBuilder builder(rules.schema);
    const SeriesId series = rules.schema->find_series("rs");
    const auto domain = [&](std::size_t field) -> std::uint64_t {
        constexpr std::uint64_t sizes[field_count] = {5, 3, 4, 6, 31};
        for (const std::size_t each : fields) {
            if (each == field) return sizes[field];
        }
        return 1;
    };
    std::uint32_t student = 0;
    for (std::uint64_t a = 0; a < domain(0); ++a) {
        for (std::uint64_t b = 0; b < domain(1); ++b) {
            for (std::uint64_t k = 0; k < domain(2); ++k) {
                for (std::uint64_t g = 0; g < domain(3); ++g) {
                    for (std::uint64_t n = 0; n < domain(4); ++n, ++student) {
                        builder.add_student("s" + std::to_string(student));
                        if (a > 0) builder.set(field_of(0), Decimal::from_integer(static_cast<std::int64_t>(a) - 1));
                        if (b > 0) builder.set_boolean(field_of(1), b == 2);
                        if (k > 0) builder.set_choice(field_of(2), static_cast<std::uint32_t>(k - 1));
                        if (g > 0) {
                            builder.set(field_of(3),
                                        Decimal::from_micros(750'000 + static_cast<std::int64_t>(g) * 250'000));
                        }
                        builder.supply(series);
                        if (n == 0) builder.mark_not_supplied(series, student);
                        // So many events that pass, and so many that may.
                        for (std::uint64_t i = 0; n > 0 && i < (n - 1) / 5 + (n - 1) % 5; ++i) {
                            builder.add_event(series, student);
                            builder.set(series, SeriesFieldId(0), day("2026-10-01"));
                            if (i < (n - 1) / 5) builder.set(series, SeriesFieldId(1), Decimal::from_integer(1));
                        }
                    }
                }
            }
        }
    }
    return std::move(builder).finish();
}

}  // namespace wegwijzer::test::small_world
