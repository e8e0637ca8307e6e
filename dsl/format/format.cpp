#include "dsl/format/format.h"

#include <algorithm>

#include "dsl/format/declaration_writer.h"

namespace wegwijzer {
namespace {

bool is_one_line(const std::string& text) { return std::count(text.begin(), text.end(), '\n') == 1; }

}  // namespace

std::string format(const ast::File& file, Language language) {
    DeclarationWriter writer(file, language);
    std::string result;
    bool one_line_before = false;
    std::size_t kind_before = 0;
    for (const ast::Declaration& declaration : file.declarations) {
        const std::string text = writer.write(declaration);
        // Lines of one kind stand together.
        const bool together = one_line_before && is_one_line(text) && declaration.node.index() == kind_before;
        if (!result.empty() && !together) result += "\n";
        result += text;
        one_line_before = is_one_line(text);
        kind_before = declaration.node.index();
    }
    return result;
}

std::string format(const ast::File& file, const ast::Declaration& declaration, Language language) {
    return DeclarationWriter(file, language).write(declaration);
}

std::string format(const ast::File& file, ast::ExprId expression, Language language) {
    return ExpressionWriter(file, language).write(expression);
}

}  // namespace wegwijzer
