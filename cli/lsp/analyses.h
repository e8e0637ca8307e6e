// What is known of each pack at hand: compiled when it is asked for and something changed, thought through when there is time.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/lsp/workspace.h"
#include "dsl/compile/compile.h"
#include "dsl/editor/earlier_findings.h"
#include "dsl/editor/told_errors.h"
#include "dsl/parse/read_before.h"
#include "dsl/review/review.h"

namespace wegwijzer::cli::lsp {

struct Analysis {
    std::string pack;
    Compilation compilation;
    parsing::ReadBefore read_before;  // what of the texts need not be read again
    review::Review review;            // as of now
    editor::EarlierFindings earlier;  // what the last thinking found
    editor::ToldErrors told;          // when everything was shown
    bool is_current = false;          // the compilation is of the texts as they are
    bool is_through = false;          // the review has looked at the thinking as well
    bool is_shown = false;            // the review was shown

    // None: this pack doesn't read the file.
    [[nodiscard]] std::optional<SourceId> source_of(std::string_view path) const;
    [[nodiscard]] const ast::File* file_of(SourceId source) const;
};

class Analyses {
  public:
    explicit Analyses(Workspace& workspace) : workspace_(workspace) {}

    // Of the pack that this open or closed file belongs to; up to date, but perhaps not thought through.
    [[nodiscard]] Analysis& of_file(const std::string& path);
    [[nodiscard]] Analysis& of_pack(const std::string& pack);
    // The text of a file changed, or it was opened or closed: every pack that reads it is to be read again.
    void note_change(const std::string& path);
    void note_change_of_all();
    // Brings the packs in line with what is open. Those of which nothing is open any more go; returns the files they showed.
    void follow_open_files();

    // Not to the end when `stop` says so: nothing is known then, and it is for another time.
    void think_through(Analysis& analysis, const std::function<bool()>& stop);
    [[nodiscard]] std::map<std::string, Analysis>& all() { return analyses_; }

  private:
    void compile(Analysis& analysis);

    Workspace& workspace_;
    std::map<std::string, Analysis> analyses_;  // by pack
};

}  // namespace wegwijzer::cli::lsp
