#include "dsl/editor/ways_out/ways.h"

#include <algorithm>
#include <utility>

namespace wegwijzer::editor {

namespace {

constexpr std::size_t most_found = 8;  // of one finding: more is no choice any more
constexpr std::size_t most_tried = 24;
constexpr std::size_t most_read = 1U << 20U;  // bytes: an author waits for it

// What lies over another is no edit.
bool is_apart(const std::vector<Edit>& edits) {
    for (std::size_t i = 1; i < edits.size(); ++i) {
        if (edits[i - 1].file == edits[i].file && edits[i - 1].end > edits[i].begin) return false;
    }
    return true;
}

}  // namespace

bool Ways::may_offer(const std::vector<Edit>& edits) const {
    if (edits.empty() || !is_apart(edits) || mending_ >= most_found || tried_ >= most_tried ||
        trial_.read_so_far() >= most_read)
        return false;
    return std::ranges::none_of(found_, [&](const WayOut& way) { return way.edits == edits; });
}

std::string Ways::entitled(std::string title, const std::vector<Edit>& edits) const {
    if (std::ranges::none_of(found_, [&](const WayOut& way) { return way.title == title; })) return title;
    const ast::File& file = spot_.file();
    const auto place = std::ranges::find(edits, spot_.compilation().sources.name(file.source), &Edit::file);
    if (place == edits.end()) return title;
    const LineColumn where = spot_.compilation().sources.line_column(file.source, place->begin);
    return title + spot_.say(", teken ", ", character ") + std::to_string(where.column);
}

bool Ways::offer_as(std::string title, std::vector<Edit> edits, Trial::Standard standard) {
    std::ranges::sort(edits);
    if (!may_offer(edits)) return false;
    ++tried_;
    if (!trial_.holds_up(edits, standard)) return false;
    std::string its = entitled(std::move(title), edits);
    found_.push_back({std::move(its), std::move(edits), true});
    ++mending_;
    return true;
}

bool Ways::offer(std::string title, std::vector<Edit> edits) {
    return offer_as(std::move(title), std::move(edits), Trial::Standard::mended);
}
bool Ways::offer_exact(std::string title, std::vector<Edit> edits) {
    return offer_as(std::move(title), std::move(edits), Trial::Standard::read);
}
bool Ways::offer_step(std::string title, std::vector<Edit> edits) {
    return offer_as(std::move(title), std::move(edits), Trial::Standard::step);
}
bool Ways::offer_to_fill(std::string title, std::vector<Edit> edits) {
    title += spot_.say(" (vul zelf in wat er op … hoort)", " (fill in what belongs at … yourself)");
    return offer_as(std::move(title), std::move(edits), Trial::Standard::to_fill);
}
bool Ways::offer_text_to_fill(std::string title, std::vector<Edit> edits) {
    title += spot_.say(" (vul de tekst zelf in)", " (fill in the text yourself)");
    return offer_as(std::move(title), std::move(edits), Trial::Standard::mended);
}
bool Ways::offer_to_go_on(std::string title, std::vector<Edit> edits) {
    title += spot_.say(" (dan is te zien wat hier nog ontbreekt)", " (then it shows what is still missing here)");
    return offer_as(std::move(title), std::move(edits), Trial::Standard::to_go_on);
}

void Ways::add(std::string title, std::vector<Edit> edits) {
    found_.push_back({std::move(title), std::move(edits), false});
}

std::vector<WayOut> Ways::take() {
    if (mending_ > 1) {
        for (WayOut& way : found_) way.is_preferred = false;
    }
    return std::move(found_);
}

}  // namespace wegwijzer::editor
