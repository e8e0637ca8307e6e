// What stands under each file in the editor. Only what differs from what is shown already is sent.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cli/lsp/analyses.h"
#include "cli/lsp/settings.h"
#include "cli/lsp/workspace.h"

namespace wegwijzer::cli::lsp {

class FindingsBoard {
  public:
    using Send = std::function<void(std::string_view method, std::string_view params)>;
    FindingsBoard(const Workspace& workspace, Send send) : workspace_(workspace), send_(std::move(send)) {}

    // Shows the findings of one pack: all of its own files, and the errors of the packs it takes in that are not open themselves.
    void show(Analysis& analysis, const std::map<std::string, Analysis>& all, const Settings& settings);
    // Takes away what was shown for packs that are no longer at hand.
    void clear_all_but(const std::map<std::string, Analysis>& all);

  private:
    struct Shown {
        std::string pack;
        std::string params;
    };
    // Which of its findings wait until nobody types.
    [[nodiscard]] std::vector<bool> waiting(const Analysis& analysis) const;
    void send(const std::string& path, const std::string& pack, const std::string& findings);

    const Workspace& workspace_;
    Send send_;
    std::map<std::string, Shown> shown_;  // by path
};

}  // namespace wegwijzer::cli::lsp
