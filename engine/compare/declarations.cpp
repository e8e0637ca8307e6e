#include "engine/compare/declarations.h"

#include <algorithm>
#include <array>

#include "engine/model/print_model.h"

namespace wegwijzer::comparison {
namespace {

// Lines of a declaration that nobody's outcome depends on.
constexpr std::array words_only_labels{
    std::string_view("explanation "), std::string_view("source "),       std::string_view("motivation "),
    std::string_view("legal_basis "), std::string_view("owner "),        std::string_view("question "),
    std::string_view("expert_in "),   std::string_view("reinforces "),   std::string_view("capacity "),
    std::string_view("person "),      std::string_view("review_every "), std::string_view("evaluate_after "),
};
// Kinds that are words altogether.
constexpr std::array words_only_kinds{std::string_view("pack"), std::string_view("source"), std::string_view("use")};

std::string_view word_at(std::string_view line) { return line.substr(0, line.find(' ')); }

std::string_view behind(std::string_view line, std::string_view word) {
    line.remove_prefix(word.size());
    if (line.starts_with(' ')) line.remove_prefix(1);
    return line;
}

// Splits the printed model. A head stands in the first column, its parts are indented by two.
class Splitter {
  public:
    std::vector<Declared> split(const std::string& printed) {
        std::size_t at = 0;
        while (at < printed.size()) {
            const std::size_t end = std::min(printed.find('\n', at), printed.size());
            const std::string_view line = std::string_view(printed).substr(at, end - at);
            if (line.starts_with("  ")) {
                part(line.substr(2));
            } else {
                head(line);
            }
            at = end + 1;
        }
        return std::move(declared_);
    }

  private:
    void open(std::string_view kind, std::string name) {
        declared_.push_back({{std::string(kind), std::move(name)}, {}, {}, {}, {}});
    }
    void add(std::string_view line, Reach reach) {
        Declared& block = declared_.back();
        const auto append = [line](std::string& text) {
            text += line;
            text += '\n';
        };
        append(block.whole);
        if (reach != Reach::nothing) append(block.timed);
        if (reach == Reach::outcomes) append(block.effective);
    }

    void head(std::string_view line) {
        kind_ = word_at(line);
        const std::string_view rest = behind(line, kind_);
        owner_ = word_at(rest);
        if (kind_ == "student") return;  // has only fields
        if (kind_ == "series") {
            // "series toets, toetsen by datum": named by the plural
            const std::string_view plural = behind(rest, owner_);
            owner_ = word_at(plural);
            open(kind_, std::string(owner_));
            add(line, Reach::outcomes);
            return;
        }
        open(kind_, std::string(owner_));
        const std::string_view behind_name = behind(rest, owner_);
        if (behind_name.starts_with('"')) {
            // The title ends the line in every declaration that has one.
            std::string title;
            for (std::size_t i = 1; i + 1 < behind_name.size(); ++i) {
                if (behind_name[i] == '\\' && i + 2 < behind_name.size()) ++i;
                title += behind_name[i];
            }
            declared_.back().title = std::move(title);
            add(behind_name, Reach::nothing);
        } else {
            add(behind_name, Reach::outcomes);
        }
    }

    void part(std::string_view line) {
        if (kind_ == "student" || kind_ == "series") {
            if (line.starts_with("- ")) {  // "- start startdatum": a mark of that field
                const std::string_view mark = line.substr(2);
                const std::string field(behind(mark, word_at(mark)));
                const auto owner = std::ranges::find_if(declared_, [&](const Declared& block) {
                    return block.key.kind == "field" && block.key.name == field;
                });
                if (owner == declared_.end()) return;
                owner->whole += line;
                owner->timed += line;
                owner->effective += line;
                return;
            }
            const std::string name(word_at(line));
            open("field", kind_ == "series" ? std::string(owner_) + "." + name : name);
            add(line, Reach::outcomes);
            return;
        }
        if (kind_ == "parameter") {
            if (line.starts_with("set ")) {
                if (declared_.back().key.kind != "set") {
                    parameter_title_ = declared_.back().title;
                    open("set", std::string(owner_));
                    declared_.back().title = parameter_title_;
                }
                const std::size_t because = line.rfind(" because \"");
                add(line.substr(0, because), Reach::outcomes);
                if (because != std::string_view::npos) add(line.substr(because), Reach::nothing);
                return;
            }
            // Printed behind the stel lines, of the parameter itself.
            if (declared_.back().key.kind == "set" && (line.starts_with("source ") || line.starts_with("owner "))) {
                declared_[declared_.size() - 2].whole += std::string(line) + '\n';
                return;
            }
            // The bounds say which values may be set; the value that is set counts.
            if (line.starts_with("between ")) {
                add(line, Reach::nothing);
                return;
            }
        }
        const bool words_only =
            std::ranges::any_of(words_only_labels, [&](std::string_view label) { return line.starts_with(label); });
        add(line, words_only ? Reach::nothing : line.starts_with("duration ") ? Reach::hours : Reach::outcomes);
    }

    std::vector<Declared> declared_;
    std::string_view kind_;
    std::string_view owner_;
    std::string parameter_title_;
};

bool is_words_only(std::string_view kind) {
    return std::ranges::find(words_only_kinds, kind) != words_only_kinds.end();
}

const model::Parameter* find_parameter(const model::RuleSet& rules, const std::string& name) {
    const auto found = std::ranges::find(rules.parameters, name, &model::Parameter::name);
    return found == rules.parameters.end() ? nullptr : &*found;
}

// A `stel` line without `voor` settles a parameter whatever its own value is.
bool is_settled(const model::Parameter& parameter) {
    return std::ranges::any_of(parameter.overrides,
                               [](const model::Override& line) { return line.condition.is_none(); });
}

// Only the value of its own has changed, and that counts in neither.
bool is_settled_in_both(const model::RuleSet& before, const model::RuleSet& after, const DeclarationKey& key) {
    if (key.kind != "parameter") return false;
    const model::Parameter* old = find_parameter(before, key.name);
    const model::Parameter* now = find_parameter(after, key.name);
    if (old == nullptr || now == nullptr || !is_settled(*old) || !is_settled(*now)) return false;
    return old->type.kind == now->type.kind && old->type.unit == now->type.unit && old->unit == now->unit;
}

Reach reach_of(const Declared& old, const Declared& now) {
    if (is_words_only(now.key.kind) || old.timed == now.timed) return Reach::nothing;
    return old.effective == now.effective ? Reach::hours : Reach::outcomes;
}

std::vector<DeclarationChange> changes_between(const std::vector<Declared>& before,
                                               const std::vector<Declared>& after) {
    std::map<DeclarationKey, const Declared*> old_by_key;
    for (const Declared& declared : before) old_by_key.emplace(declared.key, &declared);
    std::map<DeclarationKey, const Declared*> new_by_key;
    for (const Declared& declared : after) new_by_key.emplace(declared.key, &declared);

    std::vector<DeclarationChange> changes;
    const auto reach_of_whole = [](const Declared& declared) {
        return is_words_only(declared.key.kind) ? Reach::nothing : Reach::outcomes;
    };
    for (const Declared& declared : after) {
        const auto old = old_by_key.find(declared.key);
        if (old == old_by_key.end()) {
            changes.push_back({declared.key, declared.title, ChangeKind::added, reach_of_whole(declared)});
        } else if (old->second->whole != declared.whole) {
            changes.push_back({declared.key, declared.title, ChangeKind::changed, reach_of(*old->second, declared)});
        }
    }
    for (const Declared& declared : before) {
        if (new_by_key.contains(declared.key)) continue;
        changes.push_back({declared.key, declared.title, ChangeKind::removed, reach_of_whole(declared)});
    }
    return changes;
}

}  // namespace

std::vector<Declared> declarations_in(const std::string& printed) { return Splitter().split(printed); }

std::vector<Declared> declarations_of(const model::RuleSet& rules) {
    return declarations_in(model::print_model(rules));
}

std::vector<DeclarationChange> compare_declarations(const model::RuleSet& before, const model::RuleSet& after) {
    std::vector<DeclarationChange> changes = changes_between(declarations_of(before), declarations_of(after));
    for (DeclarationChange& change : changes) {
        if (is_settled_in_both(before, after, change.key)) change.reach = Reach::nothing;
    }
    return changes;
}

std::vector<DeclarationChange> compare_printed(const std::string& before, const std::string& after) {
    return changes_between(declarations_in(before), declarations_in(after));
}

ChangeIndex::ChangeIndex(const std::vector<DeclarationChange>& changes) {
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (changes[i].reach == Reach::outcomes) by_kind_[changes[i].key.kind][changes[i].key.name] = i;
    }
}

void ChangeIndex::collect(std::string_view kind, const std::string& name, std::vector<std::size_t>& found) const {
    const auto names = by_kind_.find(kind);
    if (names == by_kind_.end()) return;
    const auto change = names->second.find(name);
    if (change != names->second.end()) found.push_back(change->second);
}

void ChangeIndex::collect_all(std::string_view kind, std::vector<std::size_t>& found) const {
    const auto names = by_kind_.find(kind);
    if (names == by_kind_.end()) return;
    for (const auto& [name, change] : names->second) found.push_back(change);
}

bool ChangeIndex::has(std::string_view kind, const std::string& name) const {
    const auto names = by_kind_.find(kind);
    return names != by_kind_.end() && names->second.contains(name);
}

}  // namespace wegwijzer::comparison
