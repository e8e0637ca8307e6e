#include "dsl/parse/reading.h"

#include <algorithm>
#include <utility>

#include "engine/base/unicode.h"
#include "engine/diagnostics/did_you_mean.h"

namespace wegwijzer::parsing {
namespace {

constexpr std::size_t most_expectations = 128;

bool is_operator(char code) {
    return std::string_view("+-*/<>=,").find(code) != std::string_view::npos || code == code::less_equal ||
           code == code::greater_equal || code == code::not_equal;
}

}  // namespace

Reading::Reading(std::string_view text, const Vocabulary& vocabulary, std::vector<Lexeme> lexemes,
                 std::vector<Node> nodes)
    : text_(text), vocabulary_(&vocabulary), lexemes_(std::move(lexemes)), nodes_(std::move(nodes)) {
    codes_.reserve(lexemes_.size());
    for (const Lexeme& lexeme : lexemes_) codes_.push_back(lexeme.code);
}

std::size_t Reading::match_word(Word word, std::size_t index) {
    if (barrier_ && index > pending_.clause && stops_at(index)) {
        missed(index, {.wanted = Wanted::word, .word = word});
        return 0;
    }
    for (const auto& phrase : vocabulary_->phrases(word)) {
        std::size_t part = 0;
        while (part < phrase.size() && index + part < lexemes_.size() &&
               lexemes_[index + part].spelling == phrase[part])
            ++part;
        if (part == phrase.size()) return part;
        missed(index + part, {.wanted = Wanted::word, .word = word, .part = static_cast<std::uint8_t>(part)});
    }
    return 0;
}

bool Reading::stands_at(Word word, std::size_t index) const {
    return std::any_of(vocabulary_->phrases(word).begin(), vocabulary_->phrases(word).end(), [&](const auto& phrase) {
        for (std::size_t part = 0; part < phrase.size(); ++part)
            if (index + part >= lexemes_.size() || lexemes_[index + part].spelling != phrase[part]) return false;
        return true;
    });
}

void Reading::missed(std::size_t index, Expectation expectation) {
    if (quiet > 0 || index < furthest_) return;
    if (index > furthest_) {
        furthest_ = index;
        expected_.clear();
    }
    if (expected_.size() < most_expectations) expected_.push_back(expectation);
}

bool Reading::is_reserved(std::size_t index) const {
    return index < lexemes_.size() && vocabulary_->is_reserved(lexemes_[index].spelling);
}

bool Reading::is_name(std::size_t index) const {
    if (index >= lexemes_.size() || lexemes_[index].code != code::word) return false;
    const Spelling spelling = lexemes_[index].spelling;
    if (spelling != no_spelling && (vocabulary_->is_reserved(spelling) || vocabulary_->is_mark(spelling))) return false;
    return !(barrier_ && index > pending_.clause && stops_at(index));
}

bool Reading::is_unit(std::size_t index) const {
    if (index >= lexemes_.size() || lexemes_[index].code != code::word) return false;
    for (const Word word : {Word::hour, Word::hours, Word::euro})
        if (stands_at(word, index)) return true;
    if (!is_name(index)) return false;
    const std::string name = to_nfc(written(index));
    const std::string lower = to_lower(name);
    if (name.front() == lower.front() && (static_cast<unsigned char>(name.front()) < 0x80 || name[1] == lower[1]))
        return false;
    // `3 Weken` and `3 EN` are words in capitals, not units.
    const Spelling spelling = vocabulary_->find(lower);
    if (spelling == no_spelling) return true;
    if (vocabulary_->is_reserved(spelling)) return false;
    for (const Word word : words_in(WordPlace::unit))
        for (const auto& phrase : vocabulary_->phrases(word))
            if (phrase.front() == spelling) return false;
    return true;
}

std::size_t Reading::open(NodeKind kind, std::size_t index) {
    Node node;
    node.kind = kind;
    node.begin = static_cast<std::uint32_t>(index);
    nodes_.push_back(node);
    return nodes_.size() - 1;
}

void Reading::close(std::size_t node, std::size_t end) {
    nodes_[node].end = static_cast<std::uint32_t>(end);
    nodes_[node].next = static_cast<std::uint32_t>(nodes_.size());
}

bool Reading::opens_clause(std::size_t index) const {
    return std::any_of(clause_words->begin(), clause_words->end(), [&](Word word) { return stands_at(word, index); });
}

bool Reading::resembles_clause(std::size_t index) const {
    if (index >= lexemes_.size() || lexemes_[index].code != code::word || is_reserved(index)) return false;
    std::vector<std::string> openings;
    for (const Word word : *clause_words) {
        const Spelling opening = vocabulary_->phrases(word).front().front();
        if (opening == lexemes_[index].spelling) return true;
        if (!vocabulary_->is_reserved(opening)) openings.emplace_back(vocabulary_->text(opening));
    }
    return lexemes_[index].spelling == no_spelling && did_you_mean(to_nfc(written(index)), openings).has_value();
}

// A clause word, or a field, that opens a line.
bool Reading::stops_at(std::size_t index) const {
    if (index >= lexemes_.size() || !lexemes_[index].opens_line) return false;
    const bool is_field = clause_words->empty() && index + 1 < lexemes_.size() && lexemes_[index + 1].code == ':';
    return is_field || opens_clause(index);
}

std::size_t Reading::bullet_length(std::size_t index) const {
    return written(index).front() == '-' ? written(index).size() : 1;
}

void Reading::nested_too_deep(std::size_t index) {
    if (quiet > 0) return;
    if (!too_deep_ || index > furthest_) {
        furthest_ = std::max(furthest_, index);
        expected_.clear();
    }
    too_deep_ = true;
}

bool Reading::ends_item(std::size_t index, Resume resume) const {
    if (index >= lexemes_.size()) return true;
    if (!lexemes_[index].opens_line) return resume != Resume::any_line && opens_clause(index);
    if (resume != Resume::bullet_line) return true;
    return !stands_at(Word::and_, index) && !stands_at(Word::or_, index) && !is_operator(lexemes_[index].code);
}

bool Reading::is_rest(std::size_t index, Resume resume) const {
    if (opens_clause(index) || (resume == Resume::any_line && lexemes_[index].opens_line)) return false;
    if (!lexemes_[index].opens_line || lexemes_[index].code == code::bullet || stands_at(Word::and_, index) ||
        stands_at(Word::or_, index) || is_operator(lexemes_[index].code))
        return true;
    return furthest_ > index && !resembles_clause(index);
}

void Reading::begin_failure(std::size_t clause, std::size_t reached) {
    pending_ = {};
    pending_.clause = clause;
    pending_.at = std::max(furthest_, reached);
    pending_.too_deep = too_deep_;
    if (furthest_ >= reached) pending_.expected = expected_;
}

bool Reading::raise_barrier() {
    // Inside a failure that is tried with a barrier already, and where nothing opens a clause, it shows nothing new.
    if (pending_.too_deep || trying_barrier_) return false;
    barrier_ = true;
    trying_barrier_ = true;
    furthest_ = pending_.clause;
    expected_.clear();
    kept_failures_ = failures_.size();
    return true;
}

void Reading::lower_barrier() {
    barrier_ = false;
    trying_barrier_ = false;
    failures_.resize(kept_failures_);
    const bool stopped =
        furthest_ > pending_.clause && furthest_ < pending_.at && furthest_ < lexemes_.size() && stops_at(furthest_);
    if (!stopped) return;
    pending_.at = furthest_;
    pending_.expected = expected_;
    pending_.at_barrier = true;
}

std::size_t Reading::end_failure(Resume resume) {
    std::size_t index = std::max(pending_.clause + 1, pending_.at);
    const auto may_resume = [&] {
        if (!lexemes_[index].opens_line) return false;
        if (resume == Resume::any_line || opens_clause(index) || resembles_clause(index)) return true;
        return resume == Resume::bullet_line && lexemes_[index].code == code::bullet &&
               bullet_length(index) <= bullet_level;
    };
    while (index < lexemes_.size() && !may_resume()) ++index;
    pending_.resume = index;
    pending_.clause_began = opens_clause(pending_.clause);
    if (trying_barrier_) return index;
    failures_.push_back(pending_);
    furthest_ = index;
    expected_.clear();
    too_deep_ = false;
    return index;
}

}  // namespace wegwijzer::parsing
