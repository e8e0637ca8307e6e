#include <algorithm>
#include <memory>
#include <ostream>
#include <type_traits>
#include <variant>

#include "api/run/authorship.h"
#include "cli/commands.h"
#include "cli/render/coverage.h"
#include "cli/render/example_results.h"
#include "cli/render/mutation.h"
#include "cli/session.h"
#include "dsl/coverage/coverage_json.h"
#include "dsl/mutation/mutation_json.h"
#include "engine/examples/run_examples.h"
#include "engine/program/lower.h"

namespace wegwijzer::cli {
namespace {

bool has_node(const Compilation& compilation, const PackFiles& pack, bool (*is)(const ast::Declaration&)) {
    return std::ranges::any_of(
        pack.files, [&](std::size_t file) { return std::ranges::any_of(compilation.files[file].declarations, is); });
}

// A voorbeeld shows an outcome: of a rule, or of a value. A pack that declares neither (only `stel` lines, only a kalender)
// needs none.
bool can_be_shown(const ast::Declaration& declaration) {
    return std::visit(
        []<typename Node>(const Node&) {
            return std::is_same_v<Node, ast::Parameter> || std::is_same_v<Node, ast::Concept> ||
                   std::is_same_v<Node, ast::Table> || std::is_same_v<Node, ast::Signal> ||
                   std::is_same_v<Node, ast::Policy> || std::is_same_v<Node, ast::Plan>;
        },
        declaration.node);
}

Diagnostics packs_without_examples(const Compilation& compilation) {
    Diagnostics notes;
    for (const PackFiles& pack : compilation.packs) {
        if (!pack.was_given || pack.files.empty()) continue;
        const auto is_example = [](const ast::Declaration& it) {
            return std::holds_alternative<ast::Example>(it.node);
        };
        if (has_node(compilation, pack, is_example) || !has_node(compilation, pack, can_be_shown)) continue;
        Diagnostic note;
        note.code = Code::N180;
        const bool nl = compilation.files[pack.files.front()].language == Language::nl;
        note.arguments = {pack.name, nl ? "voorbeeld" : "example"};
        notes.add(std::move(note));
    }
    return notes;
}

RulePageFrame rule_page_frame(const Context& context) {
    RulePageFrame frame;
    frame.language = context.language();
    frame.width = context.environment.width;
    frame.plain = context.options.plain;
    frame.colour = context.colour_out();
    return frame;
}

// What was asked besides: said behind the summary, or kept for the JSON of all packs.
void add_coverage(const Context& context, const std::shared_ptr<const Compilation>& compilation,
                  const explain::Authorship& authorship, ExampleSuite& suite) {
    const StepTimer timer(context, "coverage");
    const auto report = std::make_shared<const coverage::Report>(coverage::measure(*compilation, authorship));
    const Language language = context.language();
    suite.write_coverage = [report, compilation, language](json::Writer& writer) {
        coverage::write_json(writer, *report, compilation->sources, language);
    };
    suite.shown.push_back(render_coverage(suite.name, *report, compilation->sources, rule_page_frame(context)));
}
void add_mutation(const Context& context, const std::shared_ptr<const Compilation>& compilation, ExampleSuite& suite) {
    const StepTimer timer(context, "mutation");
    const auto report = std::make_shared<const mutation::Report>(mutation::mutate(*compilation));
    const Language language = context.language();
    suite.write_mutation = [report, compilation, language](json::Writer& writer) {
        mutation::write_json(writer, *report, *compilation, language);
    };
    suite.shown.push_back(render_mutation(suite.name, *report, compilation->sources, rule_page_frame(context)));
}

// The packs together, as `--rules` takes them.
Status test_together(const Context& context, const std::vector<std::string>& paths, ExampleSuites& suites) {
    Status status = Status::fine;
    std::optional<Compilation> compiled = compile_packs(context, paths, status);
    if (!compiled) return status;
    const auto compilation = std::make_shared<const Compilation>(std::move(*compiled));
    ExampleSuite suite;
    for (const std::string& path : paths) suite.name += (suite.name.empty() ? "" : " ") + path;
    if (compilation->rules == nullptr) {
        context.report(compilation->diagnostics, compilation->sources);
        suite.does_not_compile = true;
        suites.push_back(std::move(suite));
        return Status::findings;
    }
    const model::RuleSet& rules = *compilation->rules;
    const program::Program program = program::lower(rules);
    const explain::Authorship authorship = run::authorship_of(*compilation);
    Diagnostics failures = packs_without_examples(*compilation);
    for (std::size_t i = 0; i < rules.examples.size(); ++i) {
        const model::Example& example = rules.examples[i];
        if (!compilation->was_given(example.origin.source)) continue;
        examples::ExampleResult result = examples::run_example(compilation->rules, program, authorship, i);
        const LineColumn place = compilation->sources.line_column(example.keyword.source, example.keyword.begin);
        ExampleCase one{example.title, compilation->sources.name(example.keyword.source), place.line, {}};
        for (Diagnostic& diagnostic : result.findings) {
            one.failures.push_back(describe_failure(diagnostic, compilation->sources, context.language()));
            failures.add(std::move(diagnostic));
            status = Status::findings;
        }
        suite.cases.push_back(std::move(one));
    }
    context.report(std::move(failures), compilation->sources);
    if (context.options.format != OutputFormat::junit) {
        if (context.options.coverage) add_coverage(context, compilation, authorship, suite);
        if (context.options.mutate) add_mutation(context, compilation, suite);
    }
    suites.push_back(std::move(suite));
    return status;
}

}  // namespace

Status run_test(const Context& context) {
    Status status = Status::fine;
    ExampleSuites suites;
    std::vector<std::string> together;
    for (const std::string& path : context.options.packs) {
        const std::vector<std::string> collection = packs_in_collection(path);
        for (const std::string& pack : collection) status = worst(status, test_together(context, {pack}, suites));
        if (collection.empty()) together.push_back(path);
    }
    if (!together.empty()) status = worst(status, test_together(context, together, suites));
    if (status == Status::wrong_use) return status;
    switch (context.options.format) {
        case OutputFormat::junit: context.streams.out << as_junit(suites); break;
        case OutputFormat::json: context.streams.out << as_json(suites); break;
        default:
            context.streams.out << summary_line(suites, context.language()) << '\n';
            for (const ExampleSuite& suite : suites)
                for (const std::string& shown : suite.shown) context.streams.out << '\n' << shown;
            break;
    }
    return status;
}

}  // namespace wegwijzer::cli
