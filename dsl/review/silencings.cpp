#include "dsl/review/silencings.h"

#include <algorithm>
#include <optional>
#include <string>

#include "dsl/ast/silencing.h"
#include "dsl/review/units.h"

namespace wegwijzer::review {

namespace {

// `sta toe W107`, by the comment that says so.
struct Permission {
    Code code{};
    Span place;                 // from `#` up to and including the code
    std::optional<Unit> where;  // none: it stands by itself
    bool is_used = false;

    [[nodiscard]] bool covers(const Diagnostic& finding) const {
        return finding.code == code && where && finding.span.source == place.source &&
               finding.span.begin >= where->begin && finding.span.begin < where->end;
    }
    [[nodiscard]] std::uint32_t width() const { return where->end - where->begin; }
};

std::string upper(std::string_view code) {
    std::string result(code);
    if (result.front() >= 'a' && result.front() <= 'z') result.front() = static_cast<char>(result.front() - 'a' + 'A');
    return result;
}

// Reads the comments of one file, and what each belongs to.
class PermissionReader {
  public:
    PermissionReader(const Compilation& compilation, const ast::File& file, Diagnostics& problems)
        : file_(file), text_(compilation.sources.text(file.source)), units_(file), problems_(problems) {}

    std::vector<Permission> read() {
        for (const ast::Token& token : file_.tokens) {
            switch (token.kind) {
                case ast::TokenKind::byte_order_mark:
                case ast::TokenKind::blank: break;
                case ast::TokenKind::line_end: end_line(); break;
                case ast::TokenKind::comment: read_comment(token); break;
                default: read_mark(token); break;
            }
        }
        return std::move(permissions_);
    }

  private:
    void end_line() {
        // An empty line parts what stands above it from what stands below.
        if (is_empty_line_) waiting_ = permissions_.size();
        is_empty_line_ = true;
        first_mark_.reset();
    }
    void read_mark(const ast::Token& token) {
        if (!first_mark_) {
            first_mark_ = token.begin;
            for (; waiting_ < permissions_.size(); ++waiting_) permissions_[waiting_].where = units_.at(token.begin);
        }
        last_mark_ = token.begin;
        is_empty_line_ = false;
    }
    void read_comment(const ast::Token& token) {
        is_empty_line_ = false;
        const auto silencing = ast::read_silencing(text_.substr(token.begin, token.end - token.begin));
        if (!silencing) return;
        const std::optional<Code> code = allowed_code(token, *silencing);
        if (!code) return;
        Permission permission{*code, {file_.source, token.begin, token.begin + silencing->code_end}, {}, false};
        if (!first_mark_) {
            permissions_.push_back(permission);  // it waits for what stands below
            return;
        }
        permission.where = units_.declaration_from(*first_mark_);
        if (!permission.where) permission.where = units_.at(last_mark_);
        permissions_.push_back(permission);
        waiting_ = permissions_.size();
    }
    std::optional<Code> allowed_code(const ast::Token& token, const ast::Silencing& silencing) {
        const std::string name = upper(silencing.code);
        Diagnostic problem;
        problem.span = {file_.source, token.begin + silencing.code_begin, token.begin + silencing.code_end};
        problem.arguments = {name, opening()};
        const std::optional<Code> code = find_code(name);
        if (!code) {
            problem.code = Code::F321;
        } else if (!can_be_silenced(*code)) {
            problem.code = Code::F322;
            if (entry(*code).kind != FindingKind::error) {
                problem.why = {"deze melding gaat niet over een keuze in de regels",
                               "this finding is not about a choice in the rules"};
                problem.way_out = {"haal dit commentaar weg", "remove this comment"};
            }
        } else if (silencing.reason.empty()) {
            problem.code = Code::F320;
        } else {
            return code;
        }
        problems_.add(std::move(problem));
        return std::nullopt;
    }
    [[nodiscard]] std::string opening() const { return file_.language == Language::nl ? "sta toe" : "allow"; }

    const ast::File& file_;
    std::string_view text_;
    Units units_;
    Diagnostics& problems_;
    std::vector<Permission> permissions_;
    std::size_t waiting_ = 0;                  // those from here on wait for what stands below them
    std::optional<std::uint32_t> first_mark_;  // of this line
    std::uint32_t last_mark_ = 0;
    bool is_empty_line_ = true;
};

// Is it a finding only as long as no other pack answers it: a choice that is made there, a name, signal, interventie or path that is
// used or begins there?
bool may_be_answered_by_another_pack(Code code) {
    return code == Code::N001 || code == Code::W115 || code == Code::W116 || code == Code::W117 || code == Code::W120;
}

// The one that says it nearest to the finding. Who uses a pack must hear what it leaves open, whatever its author allows.
Permission* nearest(std::vector<Permission>& permissions, const Diagnostic& finding, const Compilation& compilation) {
    if (finding.code == Code::N001 && !compilation.was_given(finding.span.source)) return nullptr;
    Permission* result = nullptr;
    for (Permission& permission : permissions) {
        if (!permission.covers(finding)) continue;
        if (result == nullptr || permission.width() < result->width()) result = &permission;
    }
    return result;
}

}  // namespace

bool can_be_silenced(Code code) {
    switch (code) {
// Of data and of a run: not about a pack, and no `check` says them.
#define FINDING(each, kind, nl, en, why_nl, why_en, do_nl, do_en) case Code::each:
#include "engine/diagnostics/catalogue/data.def"
#include "engine/diagnostics/catalogue/silencing.def"
#include "engine/diagnostics/catalogue/usage.def"
#undef FINDING
        case Code::N180: return false;  // of `test`
#define FINDING(each, kind, nl, en, why_nl, why_en, do_nl, do_en) case Code::each:
#include "engine/diagnostics/catalogue/guards.def"
#undef FINDING
            return true;
        default: break;
    }
    return entry(code).kind != FindingKind::error;
}

Silenced silence(const Compilation& compilation, const std::vector<Diagnostic>& findings, bool is_complete) {
    Silenced result;
    std::vector<Permission> permissions;
    for (const ast::File& file : compilation.files) {
        const std::vector<Permission> more = PermissionReader(compilation, file, result.left).read();
        permissions.insert(permissions.end(), more.begin(), more.end());
    }
    for (const Diagnostic& finding : findings) {
        Permission* permission = nearest(permissions, finding, compilation);
        if (permission == nullptr) {
            result.left.add(finding);
            continue;
        }
        permission->is_used = true;
        result.silenced.push_back(finding);
    }
    // With errors the warnings are not all there yet.
    if (!is_complete || compilation.rules == nullptr) return result;
    const auto given = std::count_if(compilation.packs.begin(), compilation.packs.end(),
                                     [](const PackFiles& pack) { return pack.was_given; });
    for (const Permission& permission : permissions) {
        if (permission.is_used || !compilation.was_given(permission.place.source)) continue;
        if (given > 1 && may_be_answered_by_another_pack(permission.code)) continue;
        Diagnostic unused;
        unused.code = Code::W320;
        unused.span = permission.place;
        unused.arguments = {std::string(entry(permission.code).code)};
        result.left.add(std::move(unused));
    }
    return result;
}

}  // namespace wegwijzer::review
