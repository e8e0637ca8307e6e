#include "dsl/check/context.h"

#include <algorithm>

#include "dsl/check/habits.h"
#include "engine/diagnostics/did_you_mean.h"
#include "engine/diagnostics/render.h"

namespace wegwijzer::checking {

namespace {

// How many names a message lists at most when none of them resembles what was written.
constexpr std::size_t most_listed = 6;

std::string listed(const std::vector<std::string>& names) {
    std::string result;
    for (std::size_t index = 0; index < names.size() && index < most_listed; ++index) {
        if (index > 0) result += ", ";
        result += '`' + names[index] + '`';
    }
    if (names.size() > most_listed) result += ", …";
    return result;
}

// `motivatiescore` for `motivatie`: one name holds the other, and no other does.
std::optional<std::string> find_longer_or_shorter(const std::string& name, const std::vector<std::string>& candidates) {
    constexpr std::size_t shortest = 6;
    std::optional<std::string> found;
    for (const std::string& each : candidates) {
        const std::string& longer = each.size() > name.size() ? each : name;
        const std::string& shorter = each.size() > name.size() ? name : each;
        if (shorter.size() < shortest || longer.find(shorter) == std::string::npos) continue;
        if (found && *found != each) return std::nullopt;
        found = each;
    }
    return found;
}

// The line that declares it, where such a line is short; else empty.
std::string declaration_of(const Context& context, const ast::File& file, NameKind kind, const std::string& name) {
    switch (kind) {
        case NameKind::role:
            return word(file, Word::role) + ' ' + name + "  " + word(file, Word::line) + ' ' +
                   word(file, Word::line_first);
        case NameKind::factor: return word(file, Word::factor) + ' ' + name;
        case NameKind::cluster: return word(file, Word::cluster) + ' ' + name;
        case NameKind::source: return word(file, Word::source) + ' ' + name + " \"…\"";
        case NameKind::intervention:
            for (const model::Role& role : context.rules.roles)
                if (role.line == model::Line::first)
                    return word(file, Word::intervention) + ' ' + name + "  " + word(file, Word::by) + ' ' + role.name;
            return {};
        default: return {};
    }
}

// What the message says to write takes the place of more than is underlined.
bool is_wider_than_its_span(Code code) {
    return code == Code::F037 || code == Code::F056 || code == Code::F115 || code == Code::F160;
}

}  // namespace

void Context::report(Code code, Span span, std::vector<Localized> arguments, Localized way_out) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.span = span;
    diagnostic.arguments = std::move(arguments);
    diagnostic.way_out = std::move(way_out);
    // "schrijf `{1}`": what to write in its place is what an editor would put there.
    const std::string says = diagnostic.way_out.empty() ? fill_in(entry(code).do_nl, diagnostic.arguments, Language::nl)
                                                        : diagnostic.way_out.nl;
    for (const std::string_view opening : {"schrijf `", "schrijf bijvoorbeeld `"})
        if (!is_wider_than_its_span(code) && says.starts_with(opening) &&
            says.find('`', opening.size()) == says.size() - 1)
            diagnostic.fix = says.substr(opening.size(), says.size() - opening.size() - 1);
    diagnostics.add(std::move(diagnostic));
}

void Context::report_unknown(const ast::Name& name, NameKind kind, const std::vector<std::string>& candidates,
                             Localized why, const std::string& meant) {
    const bool is_lost = unread_words.count(name.text) != 0 || lost_kinds.contains(kind);
    if (name.text.empty() || has_unknown_pack || is_lost) return;
    const Localized what = noun(kind);
    if (why.empty()) {
        why = {"er is geen " + what.nl + " met deze naam", "there is no " + what.en + " with this name"};
    }
    Diagnostic diagnostic;
    diagnostic.code = Code::F030;
    diagnostic.span = name.span;
    diagnostic.arguments = {name.text};
    diagnostic.why = std::move(why);
    auto other = meant.empty() ? did_you_mean(name.text, candidates) : std::nullopt;
    if (meant.empty() && !other) other = find_longer_or_shorter(name.text, candidates);
    if (!meant.empty()) {
        diagnostic.way_out = {"schrijf `" + meant + "`", "write `" + meant + "`"};
        diagnostic.fix = meant;
    } else if (other) {
        diagnostic.arguments = {name.text, {with_article(kind).nl, noun(kind).en}, *other};
        diagnostic.fix = *other;
    } else {
        const auto file = std::find_if(files.begin(), files.end(),
                                       [&](const ast::File& each) { return each.source == name.span.source; });
        const std::string line = file == files.end() ? std::string() : declaration_of(*this, *file, kind, name.text);
        Localized add{"voeg `" + name.text + "` toe", "add `" + name.text + "`"};
        if (!line.empty()) add = {"voeg toe:  " + line, "add:  " + line};
        diagnostic.way_out = add;
        if (!candidates.empty()) {
            const std::string names = listed(candidates);
            diagnostic.way_out = {"kies uit " + names + ", of " + add.nl, "choose from " + names + ", or " + add.en};
        }
    }
    report_once(kind, name.text, std::move(diagnostic));
}

void Context::report_once(NameKind kind, const std::string& name, Diagnostic diagnostic) {
    const auto known = std::find_if(unknown_names.begin(), unknown_names.end(), [&](const UnknownName& each) {
        return each.kind == kind && each.name == name && each.diagnostic.code == diagnostic.code;
    });
    if (known == unknown_names.end()) {
        unknown_names.push_back({kind, name, std::move(diagnostic)});
    } else if (known->diagnostic.labels.size() < Diagnostic::most_labels) {
        known->diagnostic.labels.push_back({diagnostic.span, {"hier ook", "here too"}});
    }
}

void Context::report_unknown_names() {
    for (UnknownName& each : unknown_names) diagnostics.add(std::move(each.diagnostic));
    unknown_names.clear();
}

std::string Context::quote(Span span) const {
    if (!span.has_place()) return {};
    std::string result;
    bool in_blank = false;
    for (const char character : sources.text(span)) {
        const bool is_blank = character == ' ' || character == '\t' || character == '\n' || character == '\r';
        if (is_blank) {
            in_blank = !result.empty();
            continue;
        }
        if (in_blank) result += ' ';
        in_blank = false;
        result += character;
    }
    return result;
}

model::ChoiceDomainId Context::add_own_domain(std::vector<std::string> names) {
    const model::ChoiceDomainId id{rules.choice_domains.size()};
    rules.choice_domains.push_back({std::move(names), false});
    own_domains.push_back(id);
    return id;
}

std::optional<std::uint32_t> Context::find(const NameTable& table, const ast::Name& name, NameKind kind) {
    if (name.text.empty()) return std::nullopt;
    if (const Symbol* symbol = table.find(name.text)) return symbol->index;
    report_unknown(name, kind, table.names());
    return std::nullopt;
}

model::ChoiceDomainId Context::domain_of(std::vector<std::string> names, bool ordered) {
    for (std::size_t index = 0; index < rules.choice_domains.size(); ++index) {
        const model::ChoiceDomainId id{index};
        if (std::find(own_domains.begin(), own_domains.end(), id) != own_domains.end()) continue;
        const model::ChoiceDomain& domain = rules.choice_domains[index];
        if (domain.ordered == ordered && domain.names == names) return id;
    }
    rules.choice_domains.push_back({std::move(names), ordered});
    return model::ChoiceDomainId{rules.choice_domains.size() - 1};
}

}  // namespace wegwijzer::checking
