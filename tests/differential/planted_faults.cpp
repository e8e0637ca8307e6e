// A fault planted in a program is found: for every opcode, a change of what it does, and of what is said to be missing.
#include <boost/test/unit_test.hpp>
#include <functional>
#include <string>
#include <vector>

#include "engine/execute/evaluate_all.h"
#include "engine/program/lower.h"
#include "tests/differential/difference.h"
#include "tests/differential/random_case.h"

namespace wegwijzer::test {

BOOST_AUTO_TEST_SUITE(planted_faults)

namespace {

using program::Instruction;
using program::Kind;
using program::Opcode;
using program::Program;

// Changes one thing somewhere in the program; false when it has nothing to change.
struct Fault {
    std::string name;
    std::function<bool(Program&)> plant;
};

using Change = std::function<bool(Program&, Instruction&)>;

// Changes the last live instruction with this opcode that `change` can change.
Fault in(Opcode opcode, std::string what, Change change) {
    return {std::string(program::info(opcode).name) + ": " + std::move(what), [=](Program& program) {
                for (std::size_t i = program.instructions.size(); i > 0; --i) {
                    Instruction& one = program.instructions[i - 1];
                    if (one.live && one.opcode == opcode && change(program, one)) return true;
                }
                return false;
            }};
}

Change becomes(Opcode opcode) {
    return [=](Program&, Instruction& one) {
        one.opcode = opcode;
        return true;
    };
}
bool negate_it(Program&, Instruction& one) {
    one.negated = !one.negated;
    return true;
}
bool swap_operands(Program& program, Instruction& one) {
    const std::uint32_t last = one.first_operand + one.operand_count - 1;
    if (one.operand_count < 2 ||
        program.instruction(program.operands[last]).kind != program.instruction(program.operands[last - 1]).kind) {
        return false;
    }
    std::swap(program.operands[last], program.operands[last - 1]);
    return program.operands[last] != program.operands[last - 1];
}
bool drop_operand(Program&, Instruction& one) {
    if (one.operand_count < 2) return false;
    --one.operand_count;
    return true;
}
bool drop_pair(Program&, Instruction& one) {
    if (one.operand_count < 3) return false;
    one.operand_count -= 2;
    return true;
}
// < becomes <=, = becomes <>.
bool shift_comparison(Program&, Instruction& one) {
    one.detail ^= 1u;
    return true;
}
bool next_detail(Program&, Instruction& one) {
    one.detail = one.detail == 1 ? 2 : 1;
    return true;
}
bool add_one(Program&, Instruction& one) {
    switch (one.kind) {
        case Kind::tri: one.immediate = 3 - one.immediate; return true;
        case Kind::number: one.immediate += Decimal::one_in_micros; return one.immediate > 0;
        case Kind::length: one.immediate += 8; return true;
        case Kind::severities: one.immediate = one.immediate == 8 ? 2 : one.immediate * 2; return true;
        case Kind::date: ++one.immediate; return true;
        default: return false;
    }
}
Change add_one_of(Kind kind) {
    return [=](Program& program, Instruction& one) { return one.kind == kind && add_one(program, one); };
}

std::vector<Fault> faults_of_instructions() {
    std::vector<Fault> faults;
    for (const Kind kind : {Kind::tri, Kind::number, Kind::length, Kind::severities, Kind::date})
        faults.push_back(in(Opcode::constant, "another value", add_one_of(kind)));
    // logic
    faults.push_back(in(Opcode::and_, "or", becomes(Opcode::or_)));
    faults.push_back(in(Opcode::or_, "and", becomes(Opcode::and_)));
    faults.push_back(in(Opcode::quantified, "another quantifier", next_detail));
    faults.push_back(in(Opcode::quantified, "a part less", drop_operand));
    faults.push_back(in(Opcode::is_known, "the opposite", negate_it));
    // comparisons
    for (const Opcode opcode : {Opcode::compare, Opcode::compare_exact, Opcode::compare_counted,
                                Opcode::compare_severity, Opcode::compare_field}) {
        faults.push_back(in(opcode, "another sign", shift_comparison));
    }
    for (const Opcode opcode : {Opcode::between, Opcode::between_exact, Opcode::between_counted,
                                Opcode::between_severity, Opcode::between_field}) {
        faults.push_back(in(opcode, "not between", negate_it));
        faults.push_back(in(opcode, "ends swapped", swap_operands));
    }
    for (const Opcode opcode : {Opcode::one_of, Opcode::one_of_exact, Opcode::one_of_counted, Opcode::one_of_severity,
                                Opcode::one_of_field}) {
        faults.push_back(in(opcode, "none of", negate_it));
        faults.push_back(in(opcode, "an option less", drop_operand));
    }
    // calculation
    faults.push_back(in(Opcode::add, "subtract", becomes(Opcode::subtract)));
    faults.push_back(in(Opcode::subtract, "swapped", swap_operands));
    faults.push_back(in(Opcode::multiply, "add", becomes(Opcode::add)));
    faults.push_back(in(Opcode::divide, "multiply", becomes(Opcode::multiply)));
    faults.push_back(in(Opcode::quotient, "upside down", swap_operands));
    faults.push_back(in(Opcode::add_days, "back", becomes(Opcode::subtract_days)));
    faults.push_back(in(Opcode::subtract_days, "forth", becomes(Opcode::add_days)));
    faults.push_back(in(Opcode::days_between, "swapped", swap_operands));
    faults.push_back(in(Opcode::shift_months, "a month more", [](Program&, Instruction& one) {
        ++one.immediate;
        return true;
    }));
    // choices
    faults.push_back(in(Opcode::select, "swapped", swap_operands));
    faults.push_back(in(Opcode::parameter, "a line less", drop_pair));
    faults.push_back(in(Opcode::table_unique, "the first", becomes(Opcode::table_first)));
    faults.push_back(in(Opcode::table_first, "the only one", becomes(Opcode::table_unique)));
    for (const Opcode opcode : {Opcode::table_unique, Opcode::table_first}) {
        faults.push_back(in(opcode, "a row less", drop_pair));
    }
    // periods and windows
    faults.push_back(in(Opcode::period_last, "the one before", becomes(Opcode::period_last_before)));
    faults.push_back(in(Opcode::period_last_before, "the later one", becomes(Opcode::period_last)));
    faults.push_back(in(Opcode::period_study_weeks, "weeks swapped", swap_operands));
    faults.push_back(in(Opcode::period_between, "days swapped", swap_operands));
    faults.push_back(in(Opcode::period_since, "the academic year", becomes(Opcode::period_academic_year)));
    faults.push_back(in(Opcode::period_any, "the last", becomes(Opcode::period_last)));
    faults.push_back(in(Opcode::period_within_year, "the whole year", [](Program&, Instruction& one) {
        one.opcode = Opcode::period_academic_year;
        one.operand_count = 0;
        return true;
    }));
    for (const Opcode opcode : {Opcode::period_phase, Opcode::in_phase}) {
        faults.push_back(in(opcode, "another phase", [](Program&, Instruction& one) {
            if (one.operand_count == 0) return false;
            one.detail = (one.detail + 1) % 4;
            return true;
        }));
    }
    faults.push_back(in(Opcode::window, "no period", [](Program&, Instruction& one) {
        if (one.operand_count == 0) return false;
        one.operand_count = 0;
        return true;
    }));
    faults.push_back(in(Opcode::counting, "the filter alone", [](Program& program, Instruction& one) {
        program.operands[one.first_operand] = program.operands[one.first_operand + 1];
        return true;
    }));
    // aggregates
    for (const Opcode opcode : {Opcode::count, Opcode::count_distinct, Opcode::sum, Opcode::average, Opcode::highest,
                                Opcode::lowest, Opcode::first, Opcode::last, Opcode::time_since_last}) {
        faults.push_back(in(opcode, "no filter", drop_operand));
    }
    for (const Opcode opcode : {Opcode::count_any, Opcode::sum_any}) {
        faults.push_back(in(opcode, "no filter", [](Program&, Instruction& one) {
            if (one.operand_count < 3) return false;
            --one.operand_count;
            return true;
        }));
    }
    faults.push_back(in(Opcode::count_any, "all of the period", [](Program& program, Instruction& one) {
        if (one.operand_count < 3) return false;
        program.operands[one.first_operand + 1] = program.operands[one.first_operand + 2];
        --one.operand_count;
        one.opcode = Opcode::count;
        return true;
    }));
    faults.push_back(in(Opcode::longest_run, "of days", becomes(Opcode::longest_run_days)));
    faults.push_back(in(Opcode::longest_run, "as a count", becomes(Opcode::count)));
    faults.push_back(in(Opcode::longest_run_days, "of events", becomes(Opcode::longest_run)));
    faults.push_back(in(Opcode::longest_run, "without geldt laatste per", [](Program&, Instruction& one) {
        if (one.operand_count < 3) return false;
        --one.operand_count;
        return true;
    }));
    faults.push_back(in(Opcode::change, "no filter", [](Program&, Instruction& one) {
        if (one.operand_count < 3) return false;
        --one.operand_count;
        return true;
    }));
    faults.push_back(in(Opcode::highest, "lowest", becomes(Opcode::lowest)));
    faults.push_back(in(Opcode::lowest, "highest", becomes(Opcode::highest)));
    faults.push_back(in(Opcode::first, "last", becomes(Opcode::last)));
    faults.push_back(in(Opcode::last, "first", becomes(Opcode::first)));
    // signals
    faults.push_back(in(Opcode::signal, "another severity", [](Program&, Instruction& one) {
        one.severities[0] = one.severities[0] == 3 ? 2 : 3;
        return true;
    }));
    faults.push_back(in(Opcode::signal_severity, "with none", negate_it));
    for (const Opcode opcode : {Opcode::signals_count, Opcode::signals_distinct, Opcode::signals_sum,
                                Opcode::signals_average, Opcode::signals_highest, Opcode::signals_lowest}) {
        faults.push_back(in(opcode, "a signal less", [](Program&, Instruction& one) {
            if (one.operand_count < 4) return false;
            one.operand_count -= 2;
            return true;
        }));
    }
    return faults;
}

std::vector<Fault> faults_of_outcomes() {
    using program::Origin;
    std::vector<Fault> faults;
    const auto of_origin = [&](std::string name, std::function<bool(Origin&)> change) {
        faults.push_back({std::move(name), [=](Program& program) {
                              for (std::size_t i = program.origins.size(); i > 0; --i)
                                  if (change(program.origins[i - 1])) return true;
                              return false;
                          }});
    };
    of_origin("a field named for another", [](Origin& origin) {
        if (origin.rule != Origin::Rule::field) return false;
        origin.index = origin.index == 0 ? 1 : origin.index - 1;
        return true;
    });
    of_origin("a test of a row not asked", [](Origin& origin) {
        if (origin.rule != Origin::Rule::table || origin.child_count < 2) return false;
        origin.rule = Origin::Rule::period;
        return true;
    });
    for (const Origin::Rule rule : {Origin::Rule::operands, Origin::Rule::calculation, Origin::Rule::period}) {
        of_origin("an operand not asked", [rule](Origin& origin) {
            if (origin.rule != rule || origin.child_count == 0) return false;
            --origin.child_count;
            return true;
        });
    }
    of_origin("a fault at other words", [](Origin& origin) {
        if (origin.rule != Origin::Rule::calculation) return false;
        ++origin.span.end;
        return true;
    });
    of_origin("dates not asked", [](Origin& origin) {
        if (!origin.needs_dates) return false;
        origin.needs_dates = false;
        return true;
    });
    of_origin("a skipped field not named", [](Origin& origin) {
        if (!origin.has_field) return false;
        origin.has_field = false;
        return true;
    });
    of_origin("the last that counts not asked", [](Origin& origin) {
        if (!origin.last_counts) return false;
        origin.last_counts = {};
        return true;
    });
    const auto of_policy = [&](std::string name, std::function<bool(program::PolicyProgram&)> change) {
        faults.push_back({std::move(name), [=](Program& program) {
                              for (program::PolicyProgram& policy : program.policies)
                                  if (change(policy)) return true;
                              return false;
                          }});
    };
    of_policy("a reason less", [](program::PolicyProgram& policy) {
        if (policy.named.empty()) return false;
        policy.named.pop_back();
        return true;
    });
    of_policy("a selection less", [](program::PolicyProgram& policy) {
        if (policy.selections.empty()) return false;
        policy.selections.pop_back();
        return true;
    });
    const auto of_plan = [&](std::string name, std::function<bool(program::PlanProgram&)> change) {
        faults.push_back({std::move(name), [=](Program& program) {
                              for (program::PlanProgram& plan : program.plans)
                                  if (change(plan)) return true;
                              return false;
                          }});
    };
    of_plan("a selection of a doel less", [](program::PlanProgram& plan) {
        if (plan.selections.empty()) return false;
        plan.selections.pop_back();
        return true;
    });
    of_plan("the length of a step not asked", [](program::PlanProgram& plan) {
        for (auto& step : plan.steps) {
            if (step[0].kind == program::TermProgram::Kind::none) continue;
            step[0] = {};
            return true;
        }
        return false;
    });
    of_plan("the first study week taken for the last", [](program::PlanProgram& plan) {
        for (auto& step : plan.steps) {
            if (step[1].kind == program::TermProgram::Kind::none || step[1].term.value == step[2].term.value) continue;
            step[2] = step[1];
            return true;
        }
        return false;
    });
    of_policy("a tenzij as if it were als", [](program::PolicyProgram& policy) {
        if (policy.selections_of_condition == policy.selections.size()) return false;
        policy.selections_of_condition = policy.selections.size();
        return true;
    });
    return faults;
}

// Looks for a random case that tells the faulty program from the tracing evaluator.
bool is_found(const Fault& fault) {
    for (std::uint64_t seed = 1; seed <= 3'000; ++seed) {
        const RandomCase one = random_case(seed);
        Program program = program::lower(one.rules);
        if (one.cohort.students == 0 || !fault.plant(program)) continue;
        const auto table = execute::evaluate_all(program, one.cohort, one.reference_date);
        if (find_difference(one.rules, one.cohort, one.reference_date, table)) return true;
    }
    return false;
}

}  // namespace

BOOST_AUTO_TEST_CASE(in_instructions) {
    if (is_share()) return;
    for (const Fault& fault : faults_of_instructions()) BOOST_TEST(is_found(fault), "not found: " << fault.name);
}

BOOST_AUTO_TEST_CASE(in_what_is_said_of_outcomes) {
    if (is_share()) return;
    for (const Fault& fault : faults_of_outcomes()) BOOST_TEST(is_found(fault), "not found: " << fault.name);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
