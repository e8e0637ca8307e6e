#include "dsl/editor/outline.h"

#include "dsl/words/words.h"

namespace wegwijzer::editor {

namespace {

class OutlineMaker {
  public:
    OutlineMaker(const ast::File& file, const ast::Declaration& declaration) : file_(file), declaration_(declaration) {}

    OutlineItem operator()(const ast::Pack& node) const {
        return named(OutlineKind::pack, Word::pack, node.name, node.title);
    }
    OutlineItem operator()(const ast::Use& node) const {
        return named(OutlineKind::pack, Word::use, node.pack, std::nullopt);
    }
    OutlineItem operator()(const ast::Source& node) const {
        return named(OutlineKind::model, Word::source, node.name, node.title);
    }
    OutlineItem operator()(const ast::StudentData& node) const {
        OutlineItem item = item_of(OutlineKind::data, std::string(spelling(Word::student_data, file_.language)), {});
        add_fields(item, node.fields);
        return item;
    }
    OutlineItem operator()(const ast::Series& node) const {
        OutlineItem item = named(OutlineKind::series, Word::series, node.plural, std::nullopt);
        add_fields(item, node.fields);
        return item;
    }
    OutlineItem operator()(const ast::Calendar& node) const {
        return named(OutlineKind::calendar, Word::calendar, node.name, std::nullopt);
    }
    OutlineItem operator()(const ast::Phase& node) const {
        return named(OutlineKind::calendar, Word::phase, node.name, node.title);
    }
    OutlineItem operator()(const ast::Cluster& node) const {
        return named(OutlineKind::model, Word::cluster, node.name, node.title);
    }
    OutlineItem operator()(const ast::Factor& node) const {
        return named(OutlineKind::model, Word::factor, node.name, node.title);
    }
    OutlineItem operator()(const ast::Role& node) const {
        return named(OutlineKind::model, Word::role, node.name, node.title);
    }
    OutlineItem operator()(const ast::Parameter& node) const {
        return named(OutlineKind::value, Word::parameter, node.name, node.title);
    }
    OutlineItem operator()(const ast::Set& node) const {
        return named(OutlineKind::value, Word::set, node.parameter, std::nullopt);
    }
    OutlineItem operator()(const ast::Concept& node) const {
        return named(OutlineKind::value, Word::concept_, node.name, node.title);
    }
    OutlineItem operator()(const ast::Signal& node) const {
        const Word word = node.kind == ast::SignalKind::signal     ? Word::signal
                          : node.kind == ast::SignalKind::strength ? Word::strength
                                                                   : Word::opportunity;
        return named(OutlineKind::signal, word, node.name, node.title);
    }
    OutlineItem operator()(const ast::Intervention& node) const {
        return named(OutlineKind::intervention, Word::intervention, node.name, node.title);
    }
    OutlineItem operator()(const ast::Policy& node) const {
        return named(OutlineKind::policy, Word::policy, node.name, node.title);
    }
    OutlineItem operator()(const ast::Plan& node) const {
        return named(OutlineKind::plan, Word::plan, node.name, node.title);
    }
    OutlineItem operator()(const ast::Table& node) const {
        return named(OutlineKind::table, Word::table, node.name, node.title);
    }
    OutlineItem operator()(const ast::Example& node) const {
        OutlineItem item = item_of(OutlineKind::example, node.title.value, node.title.span);
        item.detail = spelling(Word::example, file_.language);
        return item;
    }

  private:
    // INVARIANT: an editor refuses an item without a name, and a head outside the whole.
    [[nodiscard]] OutlineItem item_of(OutlineKind kind, std::string name, Span head) const {
        const Span& whole = declaration_.span;
        const bool is_inside = head.has_place() && head.begin >= whole.begin && head.end <= whole.end;
        OutlineItem item{kind, std::move(name), {}, whole, is_inside ? head : declaration_.keyword, {}};
        if (item.name.empty()) item.name = "…";
        return item;
    }
    [[nodiscard]] OutlineItem named(OutlineKind kind, Word word, const ast::Name& name,
                                    const std::optional<ast::Text>& title) const {
        OutlineItem item = item_of(kind, name.text, name.span);
        item.detail = std::string(spelling(word, file_.language));
        if (title && !title->value.empty()) item.detail += " – " + title->value;
        return item;
    }
    [[nodiscard]] OutlineItem named(OutlineKind kind, Word word, const ast::Name& name, const ast::Text& title) const {
        return named(kind, word, name, std::optional(title));
    }
    void add_fields(OutlineItem& item, const std::vector<ast::Field>& fields) const {
        for (const ast::Field& field : fields) {
            if (field.name.text.empty() || field.name.span.begin < field.span.begin ||
                field.name.span.end > field.span.end)
                continue;
            item.inside.push_back({OutlineKind::field, field.name.text, {}, field.span, field.name.span, {}});
        }
    }

    const ast::File& file_;
    const ast::Declaration& declaration_;
};

}  // namespace

std::vector<OutlineItem> outline(const ast::File& file) {
    std::vector<OutlineItem> items;
    for (const ast::Declaration& declaration : file.declarations)
        items.push_back(std::visit(OutlineMaker(file, declaration), declaration.node));
    return items;
}

}  // namespace wegwijzer::editor
