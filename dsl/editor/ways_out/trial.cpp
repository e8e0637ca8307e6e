#include "dsl/editor/ways_out/trial.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string_view>
#include <utility>

#include "dsl/editor/ways_out/carry_out.h"
#include "dsl/editor/word_at.h"
#include "dsl/review/review.h"

namespace wegwijzer::editor {

namespace {

std::size_t size_of(const Declarations& declarations) {
    std::size_t size = 0;
    for (const ast::Declaration* declaration : declarations) size += declaration->span.end - declaration->span.begin;
    return size;
}

// Could all around the finding be read, so that nothing wrong there is hidden by it?
bool is_unread(const Compilation& compilation, const Diagnostic& finding) {
    for (const ast::File& file : compilation.files) {
        if (file.source != finding.span.source) continue;
        for (const ast::Declaration& declaration : file.declarations) {
            if (!holds(declaration.span, finding.span)) continue;
            const auto is_here = [&](const Span& span) {
                return span.begin <= declaration.span.end && declaration.span.begin <= span.end;
            };
            return declaration.incomplete || std::ranges::any_of(file.doubtful, is_here) ||
                   std::ranges::any_of(file.lost, is_here);
        }
        return true;
    }
    return false;
}

// What the finding stands in: the edit itself, or anything on its lines.
enum class Reach : std::uint8_t { edit, lines };

bool touches(const Diagnostic& finding, const Compilation& after, const std::vector<Edit>& edits,
             Reach reach = Reach::edit) {
    if (!finding.span.has_place()) return true;
    const auto line_of = [&](std::int64_t offset) {
        return after.sources.line_column(finding.span.source, static_cast<std::uint32_t>(offset)).line;
    };
    std::int64_t moved = 0;
    for (const Edit& edit : edits) {
        if (edit.file != after.sources.name(finding.span.source)) continue;
        const std::int64_t begin = edit.begin + moved;
        const std::int64_t end = begin + static_cast<std::int64_t>(edit.text.size());
        moved += static_cast<std::int64_t>(edit.text.size()) - (edit.end - edit.begin);
        if (finding.span.begin <= end && finding.span.end >= begin) return true;
        if (reach == Reach::lines && line_of(finding.span.begin) <= line_of(end) &&
            line_of(finding.span.end) >= line_of(begin))
            return true;
    }
    return false;
}

}  // namespace

Trial::Trial(const Spot& spot, const PacksBeside& packs_beside)
    : spot_(spot),
      packs_beside_(packs_beside),
      compilation_(spot.compilation()),
      finding_(spot.finding()),
      is_unread_(spot.finding().code == Code::F185 || is_unread(spot.compilation(), spot.finding())) {
    const auto is_this = [&](const Diagnostic& other) {
        return other.code == finding_.code && other.span == finding_.span;
    };
    if (std::ranges::none_of(compilation_.diagnostics.all(), is_this)) {
        // The guards and the comments that allow a finding are looked at with errors in the text as well, the thinking isn't.
        depth_ = entry(finding_.code).kind == FindingKind::error ? Depth::reviewed : Depth::thought_through;
    }
}

Declarations Trial::declarations_in(const std::vector<Edit>& edits) const {
    Declarations found;
    const auto add = [&](const ast::File& file, std::uint32_t offset) {
        if (const ast::Declaration* declaration = declaration_at(file, offset)) found.insert(declaration);
    };
    for (const ast::File& file : compilation_.files) {
        if (finding_.span.source == file.source) add(file, finding_.span.begin);
        for (const Label& label : finding_.labels) {
            if (label.span.source == file.source) add(file, label.span.begin);
        }
        for (const Edit& edit : edits) {
            if (edit.file != compilation_.sources.name(file.source)) continue;
            for (const ast::Declaration& declaration : file.declarations) {
                if (declaration.span.begin <= edit.end && edit.begin <= declaration.span.end)
                    found.insert(&declaration);
            }
        }
    }
    return found;
}

// What an edit writes may be a name of something nobody reads yet.
Declarations Trial::named_in(const std::vector<Edit>& edits) const {
    std::set<std::string, std::less<>> words;
    for (const Edit& edit : edits) {
        std::string word;
        for (const char c : edit.text + " ") {
            const bool parts = std::string_view(" \t\r\n\"`()|:,.=<>").find(c) != std::string_view::npos;
            if (!parts) {
                word += c;
            } else if (!word.empty()) {
                words.insert(std::move(word));
                word.clear();
            }
        }
    }
    Declarations found;
    for (const Thing& thing : spot_.names().things()) {
        if (thing.declaration != nullptr && words.contains(thing.name)) found.insert(thing.declaration);
    }
    return found;
}

Trial::Ground Trial::whole_ground() const {
    Ground ground;
    for (const ast::File& file : compilation_.files) {
        for (const ast::Declaration& declaration : file.declarations) ground.kept.insert(&declaration);
    }
    ground.packs = packs_with(compilation_, ground.kept);
    ground.size = size_of(ground.kept);
    ground.before = look(findings_of(compilation_));
    return ground;
}

// With less around it the finding must be there as it is with everything; else everything is what it takes.
void Trial::lay_ground(Declarations changed, const Declarations& needed) {
    Ground ground;
    ground.kept = surroundings(compilation_, spot_.names(), changed, needed);
    ground.packs = packs_with(compilation_, ground.kept);
    ground.size = size_of(ground.kept);
    ground.before = look(findings_of(compile(ground.packs)));
    read_ += ground.size;
    ground_ = ground.before.same > 0 ? std::move(ground) : whole_ground();
    ground_->changed = std::move(changed);
}

Trial::Seen Trial::look(const Diagnostics& findings) const {
    Seen seen;
    for (const Diagnostic& other : findings.all()) {
        if (other.code == finding_.code) ++seen.same_code;
        if (other.code == finding_.code && other.arguments == finding_.arguments) ++seen.same;
        if (entry(other.code).kind == FindingKind::error) ++seen.errors[mistake_of(other)];
    }
    return seen;
}

Diagnostics Trial::findings_of(const Compilation& compilation) const {
    switch (depth_) {
        case Depth::compiled: return compilation.diagnostics;
        case Depth::reviewed: return review::review(compilation, {}, review::Thought::earlier).findings;
        case Depth::thought_through: break;
    }
    return review::review(compilation).findings;
}

bool Trial::changes_what_is_taken_in(const std::vector<Edit>& edits) const {
    return std::ranges::any_of(compilation_.files, [&](const ast::File& file) {
        return std::ranges::any_of(file.declarations, [&](const ast::Declaration& declaration) {
            return std::holds_alternative<ast::Use>(declaration.node) &&
                   std::ranges::any_of(edits, [&](const Edit& edit) {
                       return edit.file == compilation_.sources.name(file.source) &&
                              edit.begin <= declaration.span.end && declaration.span.begin <= edit.end;
                   });
        });
    });
}

bool Trial::holds_up(const std::vector<Edit>& edits, Standard standard) {
    if (edits.empty()) return false;
    Declarations changed = declarations_in(edits);
    const Declarations needed = named_in(edits);
    if (!ground_ || !std::ranges::includes(ground_->changed, changed) || !std::ranges::includes(ground_->kept, needed))
        lay_ground(std::move(changed), needed);
    const Seen& before = ground_->before;
    read_ += ground_->size;
    std::vector<PackText> packs = with_edits(ground_->packs, edits);
    if (changes_what_is_taken_in(edits)) {
        packs = packs_in_use(std::move(packs));
        if (packs_beside_) packs = with_packs_in_use(std::move(packs), packs_beside_);
    }
    const Compilation after = compile(packs);
    // With errors nobody looks at the thinking: that it is silent then says nothing.
    const bool may_leave_one = standard == Standard::to_fill || standard == Standard::to_go_on;
    const bool may_have_errors = depth_ != Depth::thought_through || may_leave_one;
    if (!may_have_errors && after.rules == nullptr) return false;
    const Diagnostics findings = findings_of(after);
    std::map<std::string, std::size_t> known = before.errors;
    std::size_t left_open = 0;
    for (const Diagnostic& finding : findings.all()) {
        if (entry(finding.code).kind != FindingKind::error) continue;
        std::size_t& left = known[mistake_of(finding)];
        const bool is_here =
            touches(finding, after, edits, standard == Standard::to_go_on ? Reach::lines : Reach::edit);
        if (left > 0) {
            --left;
        } else if (may_leave_one && is_here) {
            ++left_open;
        } else if (standard != Standard::read || !is_unread_ || is_here) {
            return false;
        }
    }
    const Seen now = look(findings);
    switch (standard) {
        case Standard::step: return now.same < before.same && now.same_code <= before.same_code;
        case Standard::to_fill:
        case Standard::to_go_on: return left_open == 1 && now.same_code < before.same_code;
        case Standard::mended:
        case Standard::read: break;
    }
    return now.same_code < before.same_code;
}

}  // namespace wegwijzer::editor
