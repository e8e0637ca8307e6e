#include "cli/render/fields.h"

#include <algorithm>
#include <vector>

#include "cli/render/columns.h"
#include "cli/render/csv_cells.h"
#include "cli/render/lines.h"
#include "engine/explain/format_value.h"

namespace wegwijzer::cli {
namespace {

using fields::Entry;
using fields::Inventory;
using fields::User;
using fields::UserKind;

class Words {
  public:
    explicit Words(Language language) : language_(language) {}

    [[nodiscard]] std::string say(const char* nl, const char* en) const { return language_ == Language::nl ? nl : en; }
    [[nodiscard]] Language language() const { return language_; }

    [[nodiscard]] std::string kind(UserKind kind) const {
        switch (kind) {
            case UserKind::identifies: return say("wijst de student aan", "identifies the student");
            case UserKind::names: return say("de naam die getoond wordt", "the name that is shown");
            case UserKind::belongs_to: return say("wie de mentor van de student is", "who the student's mentor is");
            case UserKind::begins: return say("dag 1 van de studie", "day 1 of the studies");
            case UserKind::follows: return say("wat er van een eerder advies kwam", "what came of earlier advice");
            case UserKind::role: return say("rol", "role");
            case UserKind::parameter: return "parameter";
            case UserKind::concept_: return say("begrip", "concept");
            case UserKind::table: return say("tabel", "table");
            case UserKind::signal: return say("signaal", "signal");
            case UserKind::strength: return say("kracht", "strength");
            case UserKind::opportunity: return say("kans", "opportunity");
            case UserKind::intervention: return say("interventie", "intervention");
            case UserKind::plan: return say("aanpak", "plan");
            case UserKind::policy: break;
        }
        return say("beleid", "policy");
    }
    [[nodiscard]] std::string type(const FieldType& type) const {
        switch (type.kind) {
            case FieldKind::key: return say("sleutel", "key");
            case FieldKind::text: return say("tekst", "text");
            case FieldKind::number: {
                const std::string number = say("getal", "number");
                return type.unit.empty() ? number : number + " in " + type.unit;
            }
            case FieldKind::integer: return say("geheel", "whole number");
            case FieldKind::grade: return say("cijfer", "grade");
            case FieldKind::percentage: return "percentage";
            case FieldKind::date: return say("datum", "date");
            case FieldKind::duration: return say("duur", "duration");
            case FieldKind::boolean: return say("ja/nee", "yes/no");
            case FieldKind::choice: break;
        }
        return say("keuze", "choice");
    }
    [[nodiscard]] std::string privacy(const PrivacyClass& privacy) const {
        std::vector<std::string> classes;
        if (privacy.special) classes.push_back(say("bijzonder", "special"));
        if (privacy.confidential) classes.push_back(say("vertrouwelijk", "confidential"));
        if (privacy.needs_motivation) classes.push_back(say("met motivering", "with justification"));
        if (privacy.audit_only) classes.push_back(say("alleen toetsing", "audit only"));
        if (classes.empty()) return say("gewoon", "ordinary");
        return joined(classes, ", ");
    }
    [[nodiscard]] std::string nobody(const Entry& entry) const {
        return entry.is_for_audit()
                   ? say("geen regel leest dit: het is alleen voor toetsing",
                         "no rule reads this: it is for auditing only")
                   : say("wordt nergens gebruikt: vraag het niet uit", "is used nowhere: don't ask for it");
    }
    [[nodiscard]] static std::string joined(const std::vector<std::string>& parts, const char* between) {
        std::string text;
        for (const std::string& part : parts) {
            if (!part.empty()) text += (text.empty() ? "" : between) + part;
        }
        return text;
    }
    [[nodiscard]] static std::string places(const std::vector<fields::Place>& places) {
        std::string text;
        for (std::size_t i = 0; i < places.size(); ++i) {
            // Further lines of one file by their number alone.
            const bool same = i > 0 && places[i].file == places[i - 1].file;
            text += same ? ", " : (text.empty() ? "" : "; ") + places[i].file + ":";
            text += std::to_string(places[i].line);
        }
        return text;
    }
    [[nodiscard]] std::string through(const User& user) const {
        return user.through.empty() ? "" : say("via ", "through ") + joined(user.through, ", ");
    }
    // "signaal lage_presentie"
    [[nodiscard]] std::string who(const User& user) const {
        return user.name.empty() ? kind(user.kind) : kind(user.kind) + " " + user.name;
    }
    [[nodiscard]] std::vector<std::string> why(const User& user) const {
        std::vector<std::string> reasons;
        if (!user.legal_basis.empty()) reasons.push_back(say("grondslag: ", "legal basis: ") + user.legal_basis);
        if (!user.motivation.empty()) reasons.push_back(say("motivering: ", "justification: ") + user.motivation);
        if (!user.sources.empty()) reasons.push_back(say("bron: ", "source: ") + joined(user.sources, "; "));
        return reasons;
    }

  private:
    Language language_;
};

class FieldsRenderer {
  public:
    FieldsRenderer(const Inventory& inventory, const FieldsFrame& frame)
        : inventory_(inventory),
          frame_(frame),
          words_(frame.language),
          lines_(frame.width, frame.colour, frame.plain ? std::optional<Language>(frame.language) : std::nullopt) {}

    [[nodiscard]] std::string take() {
        for (const model::Pack& pack : inventory_.packs) write_pack(pack);
        for (std::size_t begin = 0; begin < inventory_.entries.size();) {
            std::size_t end = begin;
            while (end < inventory_.entries.size() &&
                   inventory_.entries[end].series == inventory_.entries[begin].series) {
                ++end;
            }
            write_group(begin, end);
            begin = end;
        }
        write_counts();
        return lines_.take();
    }

  private:
    void write_pack(const model::Pack& pack) {
        std::string head = words_.say("regelpakket ", "rule pack ") + pack.name;
        if (!pack.title.empty()) head += ": " + pack.title;
        if (!pack.version.empty()) head += words_.say(", versie ", ", version ") + pack.version;
        lines_.heading(head);
        const auto part = [&](const char* nl, const char* en, const std::string& text) {
            lines_.paragraph("  " + words_.say(nl, en) + ": ",
                             text.empty() ? words_.say("niet genoemd", "not stated") : text);
        };
        part("doel", "purpose", pack.purpose);
        part("rechtsgrond", "legal ground", pack.legal_ground);
        part("bewaren", "retention",
             pack.retention ? explain::format_length(*pack.retention, frame_.language) : std::string());
        part("eigenaar", "owner", pack.owner);
        lines_.empty();
    }

    void write_group(std::size_t begin, std::size_t end) {
        const std::string& series = inventory_.entries[begin].series;
        lines_.heading(series.empty()
                           ? words_.say("STUDENT", "STUDENT")
                           : (frame_.plain ? words_.say("reeks ", "series ") : words_.say("REEKS ", "SERIES ")) +
                                 series);
        if (frame_.plain) {
            for (std::size_t i = begin; i < end; ++i) write_sentences(inventory_.entries[i]);
            lines_.empty();
            return;
        }
        std::vector<std::vector<std::string>> rows{
            {words_.say("veld", "field"), words_.say("klasse", "class"), words_.say("gebruikt door", "used by")}};
        for (std::size_t i = begin; i < end; ++i) add_rows(inventory_.entries[i], rows);
        const Columns columns(rows, std::clamp<std::size_t>(frame_.width, 60, 160), 2);
        std::string text;
        for (const std::vector<std::string>& row : rows) text += columns.row(row);
        lines_.as_it_is(text);
        lines_.empty();
    }

    void add_rows(const Entry& entry, std::vector<std::vector<std::string>>& rows) const {
        std::vector<std::string> row{entry.name, words_.privacy(entry.privacy)};
        if (entry.users.empty()) {
            row.push_back(words_.nobody(entry));
            rows.push_back(std::move(row));
            return;
        }
        for (const User& user : entry.users) {
            std::string use = words_.who(user);
            if (!user.through.empty()) use += ", " + words_.through(user);
            if (is_declaration(user.kind) && !user.places.empty()) use += " (" + Words::places(user.places) + ")";
            for (const std::string& reason : words_.why(user)) use += "\n- " + reason;
            row.push_back(std::move(use));
            rows.push_back(std::move(row));
            row = {"", ""};
        }
    }

    void write_sentences(const Entry& entry) {
        std::string about = words_.say("veld ", "field ") + entry.name + ", " + words_.type(entry.type) + ", " +
                            words_.say("klasse ", "class ") + words_.privacy(entry.privacy);
        lines_.paragraph("", about);
        if (entry.users.empty()) lines_.paragraph("", words_.nobody(entry));
        for (const User& user : entry.users) {
            std::string sentence;
            if (is_declaration(user.kind)) sentence = words_.say("gebruikt door ", "used by ");
            sentence += words_.who(user);
            if (!user.through.empty()) sentence += ", " + words_.through(user);
            if (is_declaration(user.kind) && !user.places.empty()) {
                sentence += words_.say(", in ", ", in ") + Words::places(user.places);
            }
            for (const std::string& reason : words_.why(user)) sentence += "; " + reason;
            lines_.paragraph("", sentence);
        }
    }

    void write_counts() {
        const auto count = [&](bool (*is)(const Entry&)) {
            return static_cast<std::size_t>(std::ranges::count_if(inventory_.entries, is));
        };
        const std::size_t unused = count([](const Entry& entry) { return entry.is_unused(); });
        const std::size_t audit = count([](const Entry& entry) { return entry.users.empty() && entry.is_for_audit(); });
        const std::size_t all = inventory_.entries.size();
        lines_.paragraph("", std::to_string(all) +
                                 words_.say(all == 1 ? " veld: " : " velden: ", all == 1 ? " field: " : " fields: ") +
                                 std::to_string(all - unused - audit) + words_.say(" gebruikt, ", " used, ") +
                                 std::to_string(unused) + words_.say(" nergens gebruikt, ", " used nowhere, ") +
                                 std::to_string(audit) + words_.say(" alleen voor toetsing", " for auditing only"));
    }

    const Inventory& inventory_;
    const FieldsFrame& frame_;
    Words words_;
    Lines lines_;
};

}  // namespace

std::string render_fields(const Inventory& inventory, const FieldsFrame& frame) {
    return FieldsRenderer(inventory, frame).take();
}

std::string fields_as_csv(const Inventory& inventory, Language language) {
    const Words words(language);
    static const std::vector<std::string> nl{"reeks",       "veld",    "type",       "kolom",     "klasse", "gebruik",
                                             "naam",        "titel",   "via",        "plaats",    "pakket", "doel",
                                             "rechtsgrond", "bewaren", "motivering", "grondslag", "bron"};
    static const std::vector<std::string> en{
        "series", "field", "type",    "column",       "class",     "use",           "name",        "title", "through",
        "place",  "pack",  "purpose", "legal ground", "retention", "justification", "legal basis", "source"};
    std::string text = row_of(language == Language::nl ? nl : en);
    for (const Entry& entry : inventory.entries) {
        const std::vector<std::string> about{entry.series, entry.name, words.type(entry.type), entry.column,
                                             words.privacy(entry.privacy)};
        const auto add = [&](const std::vector<std::string>& use) {
            std::vector<std::string> cells = about;
            cells.insert(cells.end(), use.begin(), use.end());
            text += row_of(cells);
        };
        if (entry.users.empty()) {
            std::vector<std::string> use(12);
            use.front() = words.nobody(entry);
            add(use);
        }
        for (const User& user : entry.users) {
            const auto pack = std::ranges::find(inventory.packs, user.pack, &model::Pack::name);
            const bool is_known = !user.pack.empty() && pack != inventory.packs.end();
            add({words.kind(user.kind), user.name, user.title, Words::joined(user.through, " | "),
                 Words::places(user.places), user.pack, is_known ? pack->purpose : "",
                 is_known ? pack->legal_ground : "",
                 is_known && pack->retention ? explain::format_length(*pack->retention, language) : "", user.motivation,
                 user.legal_basis, Words::joined(user.sources, " | ")});
        }
    }
    return text;
}

}  // namespace wegwijzer::cli
