#include <map>
#include <set>

#include "cli/commands.h"
#include "cli/session.h"
#include "dsl/review/review.h"
#include "engine/diagnostics/catalogue.h"

namespace wegwijzer::cli {
namespace {

// A pack that others of a collection take in is read once for each of them; what is said of it is said once, and what is
// allowed in it is counted once.
class SaidAlready {
  public:
    [[nodiscard]] Diagnostics take_new(const std::vector<Diagnostic>& findings, const SourceMap& sources) {
        Diagnostics fresh;
        for (const Diagnostic& diagnostic : findings) {
            std::string which(entry(diagnostic.code).code);
            if (diagnostic.span.has_place()) {
                which += ' ' + sources.name(diagnostic.span.source) + ' ' + std::to_string(diagnostic.span.begin);
            }
            for (const Localized& argument : diagnostic.arguments) which += '\n' + argument.nl;
            if (said_.insert(which).second) fresh.add(diagnostic);
        }
        return fresh;
    }

  private:
    std::set<std::string> said_;
};

// What is said and what is allowed, over all packs of the command.
struct Outcome {
    SaidAlready said;
    SaidAlready allowed;
    std::map<Code, std::size_t> counts;  // of what is allowed
};

// The packs together, as `--rules` takes them.
Status check_together(const Context& context, const std::vector<std::string>& paths, Outcome& outcome) {
    Status status = Status::fine;
    const std::optional<Compilation> compilation = compile_packs(context, paths, status);
    if (!compilation) return status;
    const review::Review review = review::review(*compilation);
    context.report(outcome.said.take_new(review.findings.all(), compilation->sources), compilation->sources);
    const Diagnostics allowed = outcome.allowed.take_new(review.silenced, compilation->sources);
    for (const Diagnostic& diagnostic : allowed.all()) ++outcome.counts[diagnostic.code];
    return review.findings.has_errors() ? Status::findings : Status::fine;
}

// Nothing is hidden: how many findings are left out, and which.
void report_allowed(const Context& context, const std::map<Code, std::size_t>& counts) {
    std::string list;
    for (const auto& [code, count] : counts) {
        list += (list.empty() ? "" : ", ") + std::to_string(count) + "× " + std::string(entry(code).code);
    }
    if (list.empty()) return;
    Diagnostic note;
    note.code = Code::N320;
    note.arguments = {list};
    Diagnostics notes;
    notes.add(std::move(note));
    context.report(std::move(notes));
}

}  // namespace

Status run_check(const Context& context) {
    Status status = Status::fine;
    std::vector<std::string> together;
    Outcome outcome;
    for (const std::string& path : context.options.packs) {
        const std::vector<std::string> collection = packs_in_collection(path);
        for (const std::string& pack : collection) status = worst(status, check_together(context, {pack}, outcome));
        if (collection.empty()) together.push_back(path);
    }
    if (!together.empty()) status = worst(status, check_together(context, together, outcome));
    report_allowed(context, outcome.counts);
    return status;
}

}  // namespace wegwijzer::cli
