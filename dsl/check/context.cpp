#include "dsl/check/context.h"

#include <algorithm>

#include "engine/diagnostics/did_you_mean.h"

namespace wegwijzer::checking {

namespace {

// How many names a message lists at most when none of them resembles what was written.
constexpr std::size_t most_listed = 6;
constexpr std::size_t most_labels = 5;

std::string listed(const std::vector<std::string>& names) {
    std::string result;
    for (std::size_t index = 0; index < names.size() && index < most_listed; ++index) {
        if (index > 0) result += ", ";
        result += '`' + names[index] + '`';
    }
    if (names.size() > most_listed) result += ", …";
    return result;
}

}  // namespace

void Context::report(Code code, Span span, std::vector<Localized> arguments, Localized way_out) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.span = span;
    diagnostic.arguments = std::move(arguments);
    diagnostic.way_out = std::move(way_out);
    diagnostics.add(std::move(diagnostic));
}

void Context::report_unknown(const ast::Name& name, NameKind kind, const std::vector<std::string>& candidates,
                             Localized why) {
    const bool is_lost = unread_words.count(name.text) != 0 || lost_kinds.contains(kind);
    if (name.text.empty() || has_unknown_pack || is_lost) return;
    const auto known = std::find_if(unknown_names.begin(), unknown_names.end(), [&](const UnknownName& each) {
        return each.kind == kind && each.name == name.text;
    });
    if (known != unknown_names.end()) {
        if (known->diagnostic.labels.size() < most_labels) {
            known->diagnostic.labels.push_back({name.span, {"hier ook", "here too"}});
        }
        return;
    }
    const Localized what = noun(kind);
    if (why.empty()) {
        why = {"er is geen " + what.nl + " met deze naam", "there is no " + what.en + " with this name"};
    }
    Diagnostic diagnostic;
    diagnostic.code = Code::F030;
    diagnostic.span = name.span;
    diagnostic.arguments = {name.text};
    diagnostic.why = std::move(why);
    if (const auto meant = did_you_mean(name.text, candidates)) {
        diagnostic.arguments = {name.text, {with_article(kind).nl, noun(kind).en}, *meant};
        diagnostic.fix = *meant;
    } else if (!candidates.empty()) {
        const std::string names = listed(candidates);
        diagnostic.way_out = {"kies uit " + names + ", of voeg `" + name.text + "` toe",
                              "choose from " + names + ", or add `" + name.text + "`"};
    } else {
        diagnostic.way_out = {"voeg `" + name.text + "` toe", "add `" + name.text + "`"};
    }
    unknown_names.push_back({kind, name.text, std::move(diagnostic)});
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
