// The one translation unit that compiles the grammar.
#include <array>

#include "dsl/grammar/tables.h"
#include "dsl/parse/reading.h"

namespace wegwijzer::parsing {
namespace {

template <class Rule>
bool read(Reading& reading) {
    const std::string& codes = reading.codes();
    grammar::Input in(codes.data(), codes.data() + codes.size(), "");
    return grammar::pegtl::parse<Rule, grammar::pegtl::nothing, grammar::control>(in, reading) && in.empty();
}

struct template_value : grammar::seq<grammar::inline_, grammar::pegtl::eof> {};

}  // namespace

void read_declaration(Reading& reading, DeclarationKind kind) {
    reading.clause_words = &clause_words(kind);
    static constexpr std::array<bool (*)(Reading&), 21> readers = {
        read<grammar::pack>,         read<grammar::use>,      read<grammar::source>,    read<grammar::student_data>,
        read<grammar::series>,       read<grammar::calendar>, read<grammar::phase>,     read<grammar::cluster>,
        read<grammar::factor>,       read<grammar::role>,     read<grammar::parameter>, read<grammar::set_>,
        read<grammar::concept_>,     read<grammar::signal>,   read<grammar::strength>,  read<grammar::opportunity>,
        read<grammar::intervention>, read<grammar::policy>,   read<grammar::plan>,      read<grammar::table>,
        read<grammar::example>,
    };
    static_cast<void>(readers[static_cast<std::size_t>(kind)](reading));
}

void read_template_value(Reading& reading) {
    static const std::vector<Word> none;
    reading.clause_words = &none;
    if (read<template_value>(reading)) return;
    reading.begin_failure(0, 0);
    static_cast<void>(reading.end_failure(Resume::clause_line));
}

}  // namespace wegwijzer::parsing
