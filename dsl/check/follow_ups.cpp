#include "dsl/check/follow_ups.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace wegwijzer::checking {

namespace {

bool is_word_byte(char character) {
    const auto byte = static_cast<unsigned char>(character);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z') || byte == '_';
}

void add_words(std::string_view text, std::unordered_set<std::string>& words) {
    std::size_t at = 0;
    while (at < text.size()) {
        while (at < text.size() && !is_word_byte(text[at])) ++at;
        const std::size_t begin = at;
        while (at < text.size() && is_word_byte(text[at])) ++at;
        if (at > begin) words.emplace(text.substr(begin, at - begin));
    }
}

// The lines of a place.
std::string_view lines_of(std::string_view text, Span span) {
    const std::size_t first = std::min<std::size_t>(span.begin, text.size());
    const std::size_t last = std::min<std::size_t>(std::max(span.begin, span.end), text.size());
    const std::size_t before = first == 0 ? std::string_view::npos : text.rfind('\n', first - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t end = std::min(text.find('\n', last), text.size());
    return text.substr(begin, end - begin);
}

// Does this line declare names: one that opens a declaration, or `NAAM : type`?
bool may_declare(std::string_view line) {
    const std::size_t first = line.find_first_not_of(" \t");
    if (first == std::string_view::npos) return false;
    if (first == 0) return true;
    std::size_t at = first;
    while (at < line.size() && is_word_byte(line[at])) ++at;
    at = line.find_first_not_of(" \t", at);
    return at != std::string_view::npos && line[at] == ':';
}

bool overlap(Span left, Span right) {
    return left.source == right.source && left.begin < right.end && right.begin < left.end;
}

template <class Node>
void find_lost(Context& context, const std::vector<Declared<Node>>& declared, NameKind kind) {
    for (const Declared<Node>& each : declared)
        if (each->name.text.empty()) context.lost_kinds.insert(kind);
}

// What a clause that stands twice, or not at all, says when another could not be read: nothing.
bool is_about_the_whole(Code code) {
    return code == Code::F033 || code == Code::F034 || code == Code::F050 || code == Code::F051 || code == Code::F055 ||
           code == Code::F056;
}

// A value or mark that was written otherwise, and read as what was meant.
bool is_in_place(Code code) {
    return code == Code::F003 || code == Code::F004 || code == Code::F006 || code == Code::F007 || code == Code::F009 ||
           code == Code::F012;
}

class FollowUps {
  public:
    explicit FollowUps(const Context& context) : context_(context) {}

    [[nodiscard]] bool operator()(const Diagnostic& finding) const {
        if (!finding.span.has_place() || entry(finding.code).kind == FindingKind::note) return false;
        for (const ast::File& file : context_.files) {
            if (!(file.source == finding.span.source)) continue;
            return is_doubtful(file, finding.span) || is_inside_error(finding.span) ||
                   (is_about_the_whole(finding.code) &&
                    std::any_of(file.declarations.begin(), file.declarations.end(), [&](const ast::Declaration& each) {
                        return each.incomplete && overlap(each.span, finding.span);
                    }));
        }
        return false;
    }

  private:
    // Of the very words that were reported already.
    [[nodiscard]] bool is_inside_error(Span span) const {
        return std::any_of(context_.reading_errors.begin(), context_.reading_errors.end(), [&](Span each) {
            return each.source == span.source && each.begin <= span.begin && span.end <= each.end;
        });
    }

    const Context& context_;
};

}  // namespace

bool is_doubtful(const ast::File& file, Span span) {
    return std::any_of(file.doubtful.begin(), file.doubtful.end(), [&](Span each) { return overlap(each, span); });
}

void collect_lost_names(Context& context) {
    for (const Diagnostic& diagnostic : context.diagnostics.all()) {
        if (entry(diagnostic.code).kind != FindingKind::error) continue;
        context.has_reading_errors = true;
        if (!diagnostic.span.has_place()) continue;
        context.reading_errors.push_back(diagnostic.span);
        if (!is_in_place(diagnostic.code)) context.structural_errors.push_back(diagnostic.span);
        const std::string_view line = lines_of(context.sources.text(diagnostic.span.source),
                                               {diagnostic.span.source, diagnostic.span.begin, diagnostic.span.begin});
        if (may_declare(line)) add_words(line, context.unread_words);
    }
    for (const ast::File& file : context.files)
        for (const Span lost : file.lost)
            add_words(lines_of(context.sources.text(lost.source), lost), context.unread_words);

    const Declarations& declared = context.declared;
    find_lost(context, declared.sources, NameKind::source);
    find_lost(context, declared.phases, NameKind::phase);
    find_lost(context, declared.clusters, NameKind::cluster);
    find_lost(context, declared.factors, NameKind::factor);
    find_lost(context, declared.roles, NameKind::role);
    find_lost(context, declared.parameters, NameKind::parameter);
    find_lost(context, declared.concepts, NameKind::named_concept);
    find_lost(context, declared.tables, NameKind::table);
    find_lost(context, declared.interventions, NameKind::intervention);
    find_lost(context, declared.plans, NameKind::plan);
    find_lost(context, declared.policies, NameKind::policy);
    find_lost(context, declared.signals, NameKind::signal);
    if (context.lost_kinds.contains(NameKind::signal))
        context.lost_kinds.insert({NameKind::strength, NameKind::opportunity});
    for (const Declared<ast::StudentData>& each : declared.student_data)
        if (is_doubtful(*each.file, each.declaration->span)) context.lost_kinds.insert(NameKind::student_field);
    for (const Declared<ast::Series>& each : declared.series) {
        if (each->singular.text.empty() || each->plural.text.empty()) context.lost_kinds.insert(NameKind::series);
        if (is_doubtful(*each.file, each.declaration->span)) context.lost_kinds.insert(NameKind::series_field);
    }
}

void drop_follow_ups(Context& context, std::size_t found) {
    if (context.has_reading_errors) context.diagnostics.remove_since(found, FollowUps(context));
    // A value that is no value of its keuze, or two things that can't be compared, in several places.
    std::map<std::pair<std::string, std::string>, Diagnostic> values;
    context.diagnostics.remove_since(found, [&](const Diagnostic& it) {
        if (it.code != Code::F031 && it.code != Code::F064 && it.code != Code::F087) return false;
        // `wiskunde` in a cell of `vak`, where a rule that compares the two says so already.
        const bool is_cell = it.code == Code::F087;
        if (is_cell && values.contains({it.arguments[1].nl, '"' + it.arguments[0].nl + '"'})) return true;
        const auto [first, is_new] = values.try_emplace({it.arguments[0].nl, it.arguments[1].nl}, it);
        if (is_new) return true;
        Diagnostic& kept = first->second;
        Span other = it.span;
        if (other < kept.span) std::swap(other, kept.span);
        if (kept.labels.size() < Diagnostic::most_labels) kept.labels.push_back({other, plain("hier ook", "here too")});
        return true;
    });
    for (auto& [words, finding] : values) context.diagnostics.add(std::move(finding));
}

}  // namespace wegwijzer::checking
