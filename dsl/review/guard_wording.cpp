#include "dsl/review/guard_wording.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <variant>

#include "dsl/review/wording.h"

namespace wegwijzer::review {

namespace {

enum class What : std::uint8_t { excludes, labels, foretells, causes };
enum class Where : std::uint8_t { advice, anywhere };

struct Guarded {
    What what;
    Where where;
    Pattern pattern;
};

// A pack has thousands of words, and most open no pattern.
class GuardedWords {
  public:
    explicit GuardedWords(std::vector<Guarded> all) : all_(std::move(all)) {
        for (std::size_t letter = 0; letter < by_letter_.size(); ++letter) {
            for (const Guarded& each : all_) {
                if (each.pattern.may_open_with(static_cast<char>(letter))) by_letter_[letter].push_back(&each);
            }
        }
    }
    GuardedWords(const GuardedWords&) = delete;
    GuardedWords& operator=(const GuardedWords&) = delete;

    // Those that may begin with this word, in the order of the list.
    [[nodiscard]] const std::vector<const Guarded*>& opening_with(const TextWord& word) const {
        return by_letter_[word.text.empty() ? 0 : static_cast<unsigned char>(word.text.front())];
    }

  private:
    std::vector<Guarded> all_;
    std::array<std::vector<const Guarded*>, 256> by_letter_;
};

std::vector<Guarded> guarded_words() {
    return {
#define GUARDED(what, where, words) {What::what, Where::where, Pattern(words)},
#include "dsl/review/guarded_words.def"
#undef GUARDED
    };
}

Code code_of(What what) {
    switch (what) {
        case What::excludes: return Code::F300;
        case What::labels: return Code::F301;
        case What::foretells: return Code::F302;
        case What::causes: break;
    }
    return Code::F303;
}

struct Hit {
    What what;
    std::size_t first;  // of the words
    std::size_t length;
};

// Looks through the names and texts of one file.
class WordingGuard {
  public:
    WordingGuard(const Compilation& compilation, const ast::File& file, const GuardedWords& guarded,
                 Diagnostics& findings)
        : file_(file), text_(compilation.sources.text(file.source)), guarded_(guarded), findings_(findings) {}

    void look_through() {
        for (const ast::Declaration& declaration : file_.declarations) {
            if (const auto* intervention = std::get_if<ast::Intervention>(&declaration.node)) {
                look_at_head(*intervention, Where::advice);
            } else if (const auto* policy = std::get_if<ast::Policy>(&declaration.node)) {
                look_at_head(*policy, Where::advice);
            } else if (const auto* plan = std::get_if<ast::Plan>(&declaration.node)) {
                look_at_head(*plan, Where::advice);
            } else if (const auto* signal = std::get_if<ast::Signal>(&declaration.node)) {
                look_at_head(*signal, Where::anywhere);
                for (const ast::SignalClause& clause : signal->clauses) {
                    if (clause.kind != ast::SignalClause::Kind::explanation) continue;
                    report_all(words_in(clause.explanation.span), Where::anywhere);
                }
            }
        }
    }

  private:
    // The same in the name and in the title is one slip.
    template <class Node>
    void look_at_head(const Node& node, Where where) {
        const Span& name = node.name.span;
        const std::vector<TextWord> in_name =
            words_of_name(text_.substr(name.begin, name.end - name.begin), name.begin);
        const std::vector<TextWord> in_title = node.title ? words_in(node.title->span) : std::vector<TextWord>{};
        std::vector<Hit> of_title = hits_in(in_title, where);
        for (const Hit& hit : hits_in(in_name, where)) {
            Diagnostic finding = finding_of(in_name, hit);
            const auto same = std::find_if(of_title.begin(), of_title.end(),
                                           [&](const Hit& other) { return other.what == hit.what; });
            if (same != of_title.end()) {
                finding.labels.push_back({span_of(in_title, *same), {"hier ook", "here too"}});
                of_title.erase(same);
            }
            findings_.add(std::move(finding));
        }
        for (const Hit& hit : of_title) findings_.add(finding_of(in_title, hit));
    }
    void report_all(const std::vector<TextWord>& words, Where where) {
        for (const Hit& hit : hits_in(words, where)) findings_.add(finding_of(words, hit));
    }

    // The words of the adjoining texts in this place.
    [[nodiscard]] std::vector<TextWord> words_in(const Span& place) const {
        std::vector<TextPart> parts;
        auto token = std::lower_bound(file_.tokens.begin(), file_.tokens.end(), place.begin,
                                      [](const ast::Token& each, std::uint32_t begin) { return each.begin < begin; });
        for (; token != file_.tokens.end() && token->end <= place.end; ++token) {
            const bool is_template = token->kind == ast::TokenKind::template_text;
            if (!is_template && token->kind != ast::TokenKind::text) continue;
            parts.push_back({text_.substr(token->begin, token->end - token->begin), token->begin, is_template});
        }
        return words_of_text(parts);
    }

    // From left to right; where several begin, the longest.
    [[nodiscard]] std::vector<Hit> hits_in(const std::vector<TextWord>& words, Where where) const {
        std::vector<Hit> hits;
        for (std::size_t first = 0; first < words.size(); ++first) {
            std::optional<Hit> longest;
            for (const Guarded* each : guarded_.opening_with(words[first])) {
                if (each->where == Where::advice && where != Where::advice) continue;
                const std::size_t length = each->pattern.length_at(words, first);
                if (length == 0 || (longest && longest->length >= length)) continue;
                const bool may_be_denied = each->what == What::foretells || each->what == What::causes;
                if (may_be_denied && is_denied(words, first, length)) continue;
                longest = Hit{each->what, first, length};
            }
            if (!longest) continue;
            hits.push_back(*longest);
            first += longest->length - 1;
        }
        return hits;
    }

    [[nodiscard]] Span span_of(const std::vector<TextWord>& words, const Hit& hit) const {
        const std::uint32_t begin = words[hit.first].begin;
        const std::uint32_t end = words[hit.first + hit.length - 1].end;
        const bool is_one_line = text_.substr(begin, end - begin).find('\n') == std::string_view::npos;
        return {file_.source, begin, is_one_line ? end : words[hit.first].end};
    }
    // As they were written, on one line.
    [[nodiscard]] std::string quote(const std::vector<TextWord>& words, const Hit& hit) const {
        const Span span = span_of(words, hit);
        const std::uint32_t last = words[hit.first + hit.length - 1].end;
        if (span.end == last) return std::string(text_.substr(span.begin, last - span.begin));
        std::string result;
        for (std::size_t i = hit.first; i < hit.first + hit.length; ++i) {
            if (i > hit.first) result += ' ';
            result += text_.substr(words[i].begin, words[i].end - words[i].begin);
        }
        return result;
    }
    [[nodiscard]] Diagnostic finding_of(const std::vector<TextWord>& words, const Hit& hit) const {
        Diagnostic finding;
        finding.code = code_of(hit.what);
        finding.span = span_of(words, hit);
        finding.arguments = {quote(words, hit)};
        const bool nl = file_.language == Language::nl;
        if (hit.what == What::labels) {
            finding.arguments.emplace_back(nl ? "was bij 4 van de 10 lessen" : "attended 4 of 10 lessons");
        }
        if (hit.what == What::causes) {
            finding.arguments.emplace_back(nl ? "valt samen met" : "goes together with");
            finding.arguments.emplace_back(nl ? "de student geeft zelf aan dat …" : "the student says that …");
        }
        return finding;
    }

    const ast::File& file_;
    std::string_view text_;
    const GuardedWords& guarded_;
    Diagnostics& findings_;
};

}  // namespace

void guard_wording(const Compilation& compilation, Diagnostics& findings) {
    static const GuardedWords guarded(guarded_words());
    for (const ast::File& file : compilation.files) {
        WordingGuard(compilation, file, guarded, findings).look_through();
    }
}

}  // namespace wegwijzer::review
