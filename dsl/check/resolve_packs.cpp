#include <algorithm>

#include "dsl/check/clauses.h"
#include "dsl/check/passes.h"

namespace wegwijzer::checking {

namespace {

const ast::DateLiteral* date_in(const ast::File& file, ast::ExprId id) {
    return id ? std::get_if<ast::DateLiteral>(&file.expr(id).node) : nullptr;
}

void read_validity(Context& context, const Declared<ast::Pack>& declared, const ast::PackClause& clause,
                   model::Pack& pack) {
    const ast::DateLiteral* from = date_in(*declared.file, clause.from);
    const ast::DateLiteral* to = date_in(*declared.file, clause.to);
    if (from != nullptr) pack.valid_from = from->date;
    if (to != nullptr) pack.valid_to = to->date;
    const bool readable = from != nullptr && to != nullptr && !from->invalid && !to->invalid;
    if (readable && to->date < from->date) context.report(Code::F114, declared.file->expr(clause.to).span);
}

model::Pack read_pack(Context& context, const Declared<ast::Pack>& declared) {
    model::Pack pack;
    pack.name = declared->name.text;
    pack.title = declared->title ? declared->title->value : "";
    pack.language = declared.file->language;
    pack.origin = declared.declaration->span;
    OncePerDeclaration once(context);
    for (const ast::PackClause& clause : declared->clauses) {
        const ast::File& file = *declared.file;
        switch (clause.kind) {
            case ast::PackClause::Kind::version:
                if (once.first_time(word(file, Word::version), clause.span)) pack.version = clause.version;
                break;
            case ast::PackClause::Kind::language: once.first_time(word(file, Word::language), clause.span); break;
            case ast::PackClause::Kind::valid:
                if (once.first_time(word(file, Word::valid_from), clause.span)) {
                    read_validity(context, declared, clause, pack);
                }
                break;
            case ast::PackClause::Kind::owner:
                if (once.first_time(word(file, Word::owner), clause.span)) pack.owner = clause.text.value;
                break;
            case ast::PackClause::Kind::purpose:
                if (once.first_time(word(file, Word::purpose), clause.span)) pack.purpose = clause.text.value;
                break;
            case ast::PackClause::Kind::legal_ground:
                if (once.first_time(word(file, Word::legal_ground), clause.span)) pack.legal_ground = clause.text.value;
                break;
            case ast::PackClause::Kind::crisis_route:
                if (once.first_time(word(file, Word::crisis_route), clause.span)) pack.crisis_route = clause.text.value;
                break;
            case ast::PackClause::Kind::retention:
                if (!once.first_time(word(file, Word::retain), clause.span) || clause.length.is_none()) break;
                if (const auto* length = std::get_if<ast::DurationLiteral>(&file.expr(clause.length).node)) {
                    pack.retention = length->length;
                    const LengthUnit unit = length->length.unit;
                    if (unit == LengthUnit::minutes || unit == LengthUnit::hours) {
                        context.report(Code::F106, file.expr(clause.length).span, {describe(unit)});
                    }
                }
                break;
        }
    }
    return pack;
}

// One warning for all that isn't stated.
void warn_about_anonymous_pack(Context& context, const Declared<ast::Pack>& declared, const model::Pack& pack) {
    const ast::File& file = *declared.file;
    std::string missing;
    std::string proposal;
    const auto ask = [&](const std::string& given, Word which) {
        if (!given.empty()) return;
        if (!missing.empty()) missing += ", ";
        if (!proposal.empty()) proposal += "  ";
        missing += '`' + word(file, which) + '`';
        proposal += word(file, which) + " \"…\"";
    };
    ask(pack.owner, Word::owner);
    ask(pack.purpose, Word::purpose);
    ask(pack.legal_ground, Word::legal_ground);
    if (!missing.empty() && !pack.name.empty() && !declared.declaration->incomplete) {
        context.report(Code::W001, declared->name.span, {pack.name, missing, proposal});
    }
}

// Nothing but `stel` lines needs no regelpakket.
bool needs_a_pack(const Context& context, const PackFiles& files) {
    for (const std::size_t index : files.files) {
        const auto& declarations = context.files[index].declarations;
        const bool only_sets = std::all_of(declarations.begin(), declarations.end(), [](const ast::Declaration& each) {
            return std::holds_alternative<ast::Set>(each.node);
        });
        if (!only_sets) return true;
    }
    return false;
}

void check_pack_count(Context& context, std::size_t pack_index) {
    const PackFiles& files = context.pack_list[pack_index];
    const Declared<ast::Pack>* first = nullptr;
    for (const Declared<ast::Pack>& declared : context.declared.packs) {
        if (declared.pack != pack_index) continue;
        if (first == nullptr) {
            first = &declared;
            continue;
        }
        Diagnostic diagnostic;
        diagnostic.code = Code::F120;
        diagnostic.span = declared.declaration->keyword;
        diagnostic.labels.push_back({first->declaration->keyword, plain("hier ook", "here too")});
        context.report(std::move(diagnostic));
    }
    if (context.has_reading_errors) return;
    const bool is_empty = std::all_of(files.files.begin(), files.files.end(),
                                      [&](std::size_t index) { return context.files[index].declarations.empty(); });
    if (is_empty) {
        const Span place = files.files.empty() ? Span{} : Span{context.files[files.files.front()].source, 0, 0};
        context.report(Code::F121, place, {files.name});
    } else if (first == nullptr && needs_a_pack(context, files)) {
        const ast::File& file = context.files[files.files.front()];
        context.report(
            Code::F119, {file.source, 0, 0},
            {word(file, Word::pack) + (file.language == Language::nl ? " naam \"Titel\"" : " name \"Title\"")});
    }
}

}  // namespace

void resolve_packs(Context& context) {
    for (const Declared<ast::Pack>& declared : context.declared.packs) {
        const Symbol symbol{NameKind::pack, static_cast<std::uint32_t>(context.rules.packs.size()),
                            declared->name.span};
        const Symbol* taken =
            declared->name.text.empty() ? nullptr : context.symbols.packs.add(declared->name.text, symbol);
        const bool same_pack = taken != nullptr && context.declared.packs[taken->index].pack == declared.pack;
        if (taken != nullptr && !same_pack) {  // twice in one pack is a finding of its own
            Diagnostic diagnostic;
            diagnostic.code = Code::F033;
            diagnostic.span = declared->name.span;
            diagnostic.arguments = {declared->name.text};
            diagnostic.labels.push_back({taken->span, plain("hier ook", "here too")});
            diagnostic.why = plain("zo heten twee van de pakketten samen; van de tweede is verder niets gelezen",
                                   "two of the packs together are called this; nothing else of the second was read");
            diagnostic.way_out = plain("noem dit pakket één keer, of geef een van beide een andere naam",
                                       "give this pack once, or give one of the two another name");
            context.report(std::move(diagnostic));
        }
        context.rules.packs.push_back(read_pack(context, declared));
        warn_about_anonymous_pack(context, declared, context.rules.packs.back());
    }
    for (std::size_t pack = 0; pack < context.pack_list.size(); ++pack) check_pack_count(context, pack);
}

}  // namespace wegwijzer::checking
