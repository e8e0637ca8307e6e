#include "engine/program/lower.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "engine/program/print.h"
#include "engine/program/verify.h"
#include "tests/support/pack_text.h"

namespace wegwijzer::program {

BOOST_AUTO_TEST_SUITE(program_lower)

namespace {

// The program of `pack_head()` with these signals, and whatever `verify` says of it.
Program program_of(std::string_view body) {
    const Compilation compilation = testing::compile_body(body);
    BOOST_REQUIRE_MESSAGE(compilation.rules, testing::shown(compilation));
    Program program = lower(*compilation.rules);
    for (const std::string& wrong : verify(program)) BOOST_ERROR(wrong);
    return program;
}

std::string signal_text(std::string_view name, std::string_view condition) {
    return "signaal " + std::string(name) + "\n  factor kennis\n  als " + std::string(condition) + "\n";
}

Program program_of_condition(std::string_view condition) { return program_of(signal_text("s", condition)); }

std::int64_t count_of(const Program& program, Opcode opcode) {
    return std::ranges::count(program.instructions, opcode, &Instruction::opcode);
}

const Instruction& condition_of(const Program& program, std::size_t signal = 0) {
    return program.instruction(program.signals[signal].conditions[0]);
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_same_aggregate_in_two_signals_is_made_once) {
    const Program program = program_of(signal_text("a", "gemiddelde cijfer van toetsen in de laatste 8 weken < 5,5") +
                                       signal_text("b", "gemiddelde cijfer van toetsen in de laatste 8 weken < 4"));
    BOOST_TEST(count_of(program, Opcode::window) == 1);
    BOOST_TEST(count_of(program, Opcode::average) == 1);
    BOOST_TEST(count_of(program, Opcode::compare_exact) == 2);
}

BOOST_AUTO_TEST_CASE(existence_shares_the_count) {
    const Program program = program_of(signal_text("a", "minstens 2 toetsen met cijfer < 5,5") +
                                       signal_text("b", "aantal toetsen met cijfer < 5,5 > 4"));
    BOOST_TEST(count_of(program, Opcode::count) == 1);
    BOOST_TEST(count_of(program, Opcode::compare_field) == 1);
}

BOOST_AUTO_TEST_CASE(a_begrip_is_its_expression) {
    const Program program = program_of(signal_text("a", "gem < 50%") + signal_text("b", "gem < grens"));
    BOOST_TEST(count_of(program, Opcode::average) == 1);
    BOOST_TEST(count_of(program, Opcode::round) == 0);
}

BOOST_AUTO_TEST_CASE(what_is_known_beforehand_is_folded) {
    const Program program = program_of_condition("motivatie < 1 + 2 * 0,5");
    BOOST_TEST(count_of(program, Opcode::add) == 0);
    BOOST_TEST(count_of(program, Opcode::multiply) == 0);
    BOOST_TEST((condition_of(program).opcode == Opcode::compare_field));
    const Register bound = program.operands_of(condition_of(program))[0];
    BOOST_TEST(program.instruction(bound).immediate == 2 * Decimal::one_in_micros);
}

BOOST_AUTO_TEST_CASE(what_can_not_be_calculated_stays) {
    const Program program = program_of_condition("motivatie < 1 / 0");
    BOOST_TEST(count_of(program, Opcode::quotient) == 1);
}

BOOST_AUTO_TEST_CASE(a_field_is_compared_on_its_column) {
    const Program program = program_of_condition("motivatie is tussen 2 en 3 en vooropleiding is een van mbo, havo");
    BOOST_TEST(count_of(program, Opcode::between_field) == 1);
    BOOST_TEST(count_of(program, Opcode::one_of_field) == 1);
    for (const Instruction& one : program.instructions)
        BOOST_TEST((one.opcode != Opcode::field || !one.live), "a field is loaded for nothing");
}

BOOST_AUTO_TEST_CASE(a_value_of_the_student_in_a_filter_is_spread) {
    const Program program = program_of_condition("minstens 1 toets met cijfer < instap");
    BOOST_TEST(count_of(program, Opcode::spread) == 1);
    const auto spread = std::ranges::find(program.instructions, Opcode::spread, &Instruction::opcode);
    BOOST_TEST(spread->domain.is_none() == false);
}

BOOST_AUTO_TEST_CASE(a_parameter_without_conditions_is_its_value) {
    BOOST_TEST(count_of(program_of_condition("aanwezig < grens"), Opcode::parameter) == 0);
    const Program set =
        program_of(signal_text("s", "aanwezig < grens") + "stel grens in op 80% voor werkt omdat \"x\"\n");
    BOOST_TEST(count_of(set, Opcode::parameter) == 1);
}

BOOST_AUTO_TEST_CASE(the_print_shows_what_is_shared_and_what_is_done_once) {
    const Program program = program_of_condition("minstens 2 toetsen met cijfer < 5,5 in de laatste 8 weken");
    BOOST_TEST(print(program) ==
               "%0   length     constant 8 weeks  ; once\n"
               "%1   interval   period_last %0  ; once\n"
               "%2   window     window toetsen %1\n"
               "%3   number     field [toetsen] cijfer  ; on its column\n"
               "%4   number     constant 5.5  ; once\n"
               "%5   tri        compare_field [toetsen] cijfer < %4\n"
               "%6   range      count toetsen %2 %5\n"
               "%7   number     constant 2  ; once\n"
               "%8   tri        compare_counted >= %6 %7\n"
               "%9   signal     signal s medium %8\n"
               "signal s = %9\n");
}

BOOST_AUTO_TEST_CASE(verify_finds_what_is_wrong) {
    const Program sound = program_of_condition("minstens 2 toetsen met cijfer < 5,5 in de laatste 8 weken");
    const auto wrong = [&](auto change) {
        Program program = sound;
        change(program);
        return !verify(program).empty();
    };
    BOOST_TEST(!wrong([](Program&) {}));
    BOOST_TEST(wrong([](Program& program) { program.operands[0] = Register(8); }));            // made later
    BOOST_TEST(wrong([](Program& program) { program.instructions[6].kind = Kind::number; }));  // another result
    BOOST_TEST(wrong([](Program& program) { program.instructions[5].domain = {}; }));          // another domain
    BOOST_TEST(wrong([](Program& program) { program.instructions[8].operand_count = 1; }));
    BOOST_TEST(wrong([](Program& program) { program.instructions[7] = program.instructions[4]; }));  // made twice
    BOOST_TEST(wrong([](Program& program) { program.instructions[5].live = false; }));
    BOOST_TEST(wrong([](Program& program) {
        program.instructions[2].uniform = true;
        program.instructions[3].uniform = true;
        program.instructions[6].uniform = true;
    }));
    BOOST_TEST(wrong([](Program& program) { program.instructions[3].field = 99; }));
    BOOST_TEST(wrong([](Program& program) { program.signals[0].value = Register(8); }));
    BOOST_TEST(wrong([](Program& program) { program.origins[0].value = Register(99); }));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::program
