#include "dsl/editor/ways_out/trial.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string_view>
#include <utility>

#include "dsl/editor/word_at.h"
#include "dsl/review/review.h"

namespace wegwijzer::editor {

namespace {

// The same mistake in other surroundings: without its place, which an edit above it moves.
std::string key_of(const Diagnostic& finding) {
    std::string key(entry(finding.code).code);
    for (const Localized& argument : finding.arguments) key += '\0' + argument.nl;
    return key;
}

std::vector<PackText> with_edits(std::vector<PackText> packs, const std::vector<Edit>& edits) {
    for (PackText& pack : packs) {
        for (PackFile& file : pack.files) {
            for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
                if (edit->file == file.name) file.text.replace(edit->begin, edit->end - edit->begin, edit->text);
            }
        }
    }
    return packs;
}

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

bool touches(const Diagnostic& finding, const Compilation& after, const std::vector<Edit>& edits) {
    if (!finding.span.has_place()) return true;
    std::int64_t moved = 0;
    for (const Edit& edit : edits) {
        if (edit.file != after.sources.name(finding.span.source)) continue;
        const std::int64_t begin = edit.begin + moved;
        const std::int64_t end = begin + static_cast<std::int64_t>(edit.text.size());
        moved += static_cast<std::int64_t>(edit.text.size()) - (edit.end - edit.begin);
        if (finding.span.begin <= end && finding.span.end >= begin) return true;
    }
    return false;
}

}  // namespace

Trial::Trial(const Spot& spot)
    : spot_(spot),
      compilation_(spot.compilation()),
      finding_(spot.finding()),
      is_unread_(is_unread(spot.compilation(), spot.finding())) {
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
        if (entry(other.code).kind == FindingKind::error) ++seen.errors[key_of(other)];
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

bool Trial::holds_up(const std::vector<Edit>& edits, Standard standard) {
    if (edits.empty()) return false;
    Declarations changed = declarations_in(edits);
    const Declarations needed = named_in(edits);
    if (!ground_ || !std::ranges::includes(ground_->changed, changed) || !std::ranges::includes(ground_->kept, needed))
        lay_ground(std::move(changed), needed);
    const Seen& before = ground_->before;
    read_ += ground_->size;
    const Compilation after = compile(with_edits(ground_->packs, edits));
    // With errors nobody looks at the thinking: that it is silent then says nothing.
    const bool may_have_errors = depth_ != Depth::thought_through || standard == Standard::to_fill;
    if (!may_have_errors && after.rules == nullptr) return false;
    const Diagnostics findings = findings_of(after);
    std::map<std::string, std::size_t> known = before.errors;
    std::size_t to_fill = 0;
    for (const Diagnostic& finding : findings.all()) {
        if (entry(finding.code).kind != FindingKind::error) continue;
        std::size_t& left = known[key_of(finding)];
        const bool is_here = touches(finding, after, edits);
        if (left > 0) {
            --left;
        } else if (standard == Standard::to_fill && is_here) {
            ++to_fill;
        } else if (standard != Standard::read || !is_unread_ || is_here) {
            return false;
        }
    }
    const Seen now = look(findings);
    switch (standard) {
        case Standard::step: return now.same < before.same && now.same_code <= before.same_code;
        case Standard::to_fill: return to_fill == 1 && now.same_code < before.same_code;
        case Standard::mended:
        case Standard::read: break;
    }
    return now.same_code < before.same_code;
}

}  // namespace wegwijzer::editor
