#include <fmt/format.h>

#include <algorithm>

#include "cli/render/comparison.h"
#include "cli/render/comparison_words.h"
#include "cli/render/csv_cells.h"
#include "cli/render/lines.h"
#include "cli/render/number_table.h"
#include "engine/base/unicode.h"
#include "engine/explain/format_value.h"

namespace wegwijzer::cli {
namespace {

using comparison::Load;
using comparison::Sweep;
using comparison::SweepPoint;

// The roles that get advice at some value.
std::vector<std::size_t> roles_with_advice(const Sweep& sweep) {
    std::vector<std::size_t> roles;
    for (std::size_t i = 0; i < sweep.roles.size(); ++i) {
        if (std::ranges::any_of(sweep.points, [i](const SweepPoint& point) { return point.roles[i].advices != 0; })) {
            roles.push_back(i);
        }
    }
    return roles;
}

// The signals that differ from one value to another.
std::vector<std::size_t> moving_signals(const Sweep& sweep) {
    std::vector<std::size_t> signals;
    for (std::size_t i = 0; i < sweep.signals.size(); ++i) {
        if (std::ranges::any_of(sweep.points, [&](const SweepPoint& point) {
                return point.signals[i].on != sweep.points.front().signals[i].on;
            })) {
            signals.push_back(i);
        }
    }
    return signals;
}

class SweepView {
  public:
    SweepView(const Sweep& sweep, const ComparisonFrame& frame)
        : sweep_(sweep), frame_(frame), lines_(frame.width, frame.colour) {}

    std::string render() {
        lines_.heading(say("Wat geeft elke waarde van ", "What does each value of ") + sweep_.parameter.title +
                       say(" op ", " give on ") + explain::format_date(sweep_.reference_date, frame_.language) +
                       say(" voor ", " for ") + students_words(sweep_.students, frame_.language) + "?");
        current();
        if (sweep_.leaves_out_advice) lines_.paragraph("", left_out_words(frame_.language));
        students();
        for (const std::size_t role : roles_with_advice(sweep_)) load(role);
        signals();
        return lines_.take();
    }

  private:
    [[nodiscard]] std::string say(const char* nl, const char* en) const {
        return frame_.language == Language::nl ? nl : en;
    }
    [[nodiscard]] std::string value_words(const SweepPoint& point) const {
        return point.shown.in(frame_.language) + (point.is_current ? say(" (nu)", " (now)") : "");
    }
    void current() {
        std::string text = sweep_.parameter.id + say(" is nu ", " is now ");
        text +=
            sweep_.shown_current ? sweep_.shown_current->in(frame_.language) : say("een open keuze", "an open choice");
        if (sweep_.varies) {
            text += say(", en voor sommige studenten anders (`stel … voor`); hier geldt elke waarde voor iedereen",
                        ", and another value for some students (`set … for`); here each value holds for everyone");
        }
        lines_.paragraph("", text);
    }
    // A bar of at most `room` characters, in eighths where there are block characters.
    [[nodiscard]] std::string bar(std::size_t number, std::size_t most, std::size_t room) const {
        if (most == 0) return {};
        static constexpr const char* eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
        const std::size_t length = number * room * 8 / most;
        std::string text;
        for (std::size_t i = 0; i < length / 8; ++i) text += frame_.blocks ? "█" : "#";
        if (frame_.blocks) {
            text += eighths[length % 8];
        } else if (text.empty() && number != 0) {
            text = "#";
        }
        return text;
    }
    void students() {
        lines_.empty();
        lines_.heading(say("Studenten met advies", "Students with advice"));
        std::size_t widest = 0;
        std::size_t most = 0;
        for (const SweepPoint& point : sweep_.points) {
            widest = std::max(widest, display_width(value_words(point)));
            most = std::max(most, point.with_advice);
        }
        const std::size_t digits = std::to_string(most).size();
        const std::size_t width = std::clamp<std::size_t>(frame_.width, 40, 110);
        const std::size_t taken = widest + digits + 6;
        const std::size_t room = width > taken + 5 ? std::min<std::size_t>(width - taken, 60) : 5;
        for (const SweepPoint& point : sweep_.points) {
            std::string line = value_words(point);
            line += std::string(widest - display_width(line), ' ') + "  ";
            const std::string number = std::to_string(point.with_advice);
            line += std::string(digits - number.size(), ' ') + number + "  " + bar(point.with_advice, most, room);
            while (line.ends_with(' ')) line.pop_back();
            lines_.unbroken("  ", line);
        }
        lines_.empty();
        NumberTable table(
            {say("met signaal", "with signal"), say("met advies", "with advice"), say("adviezen", "advices")});
        for (const SweepPoint& point : sweep_.points) {
            table.add(value_words(point), {std::to_string(point.with_signal), std::to_string(point.with_advice),
                                           std::to_string(point.advices)});
        }
        table.write(lines_, frame_.width);
    }
    void load(std::size_t role) {
        lines_.empty();
        lines_.heading(sweep_.roles[role].title);
        NumberTable table({say("adviezen", "advices"), say("uren", "hours"), say("zonder duur", "without duration")});
        for (const SweepPoint& point : sweep_.points) {
            const Load& load = point.roles[role];
            table.add(value_words(point), {std::to_string(load.advices), hours_words(load.minutes, frame_.language),
                                           std::to_string(load.without_duration)});
        }
        table.write(lines_, frame_.width);
    }
    void signals() {
        for (const std::size_t signal : moving_signals(sweep_)) {
            lines_.empty();
            lines_.heading(kind_words(sweep_.signals[signal].kind == model::SignalKind::signal     ? "signal"
                                      : sweep_.signals[signal].kind == model::SignalKind::strength ? "strength"
                                                                                                   : "opportunity",
                                      frame_.language) +
                           ": " + sweep_.signals[signal].named.title);
            NumberTable table({say("studenten", "students"), say("onbepaald", "undetermined")});
            for (const SweepPoint& point : sweep_.points) {
                table.add(value_words(point), {std::to_string(point.signals[signal].on),
                                               std::to_string(point.signals[signal].undetermined)});
            }
            table.write(lines_, frame_.width);
        }
    }

    const Sweep& sweep_;
    const ComparisonFrame& frame_;
    Lines lines_;
};

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : printable(replace_invalid_utf8(text))) {
        switch (c) {
            case '&': result += "&amp;"; break;
            case '<': result += "&lt;"; break;
            case '>': result += "&gt;"; break;
            case '"': result += "&quot;"; break;
            default: result += c;
        }
    }
    return result;
}

// One chart below the other, each of one number: nothing is told by colour.
class SvgWriter {
  public:
    SvgWriter(const Sweep& sweep, Language language) : sweep_(sweep), language_(language) {}

    std::string write() {
        chart(say("Studenten met een signaal", "Students with a signal"),
              [](const SweepPoint& point) { return point.with_signal; });
        chart(say("Studenten met advies", "Students with advice"),
              [](const SweepPoint& point) { return point.with_advice; });
        for (const std::size_t role : roles_with_advice(sweep_)) {
            chart(
                say("Adviezen: ", "Advice: ") + sweep_.roles[role].title,
                [role](const SweepPoint& point) { return point.roles[role].advices; },
                [this, role](const SweepPoint& point) {
                    return " (" + hours_words(point.roles[role].minutes, language_) + say(" uur", " hours") + ")";
                });
        }
        const std::string title =
            say("Wat elke waarde van ", "What each value of ") + sweep_.parameter.title + say(" geeft", " gives");
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"titel uitleg\" lang=\"" +
               std::string(say("nl", "en")) + "\" viewBox=\"0 0 640 " + std::to_string(y_ + 10) +
               "\" font-family=\"sans-serif\" font-size=\"13\">\n<title id=\"titel\">" + escaped(title) +
               "</title>\n<desc id=\"uitleg\">" + escaped(description_) +
               "</desc>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n" + body_ + "</svg>\n";
    }

  private:
    [[nodiscard]] std::string say(const char* nl, const char* en) const { return language_ == Language::nl ? nl : en; }

    template <class Number, class Behind>
    void chart(const std::string& title, Number number, Behind behind) {
        std::size_t most = 1;
        for (const SweepPoint& point : sweep_.points) most = std::max(most, number(point));
        y_ += 30;
        body_ += "<text x=\"10\" y=\"" + std::to_string(y_) + "\" font-weight=\"bold\">" + escaped(title) + "</text>\n";
        description_ += (description_.empty() ? "" : " ") + title + ": ";
        y_ += 8;
        bool is_first = true;
        for (const SweepPoint& point : sweep_.points) {
            const std::string value = point.shown.in(language_) + (point.is_current ? say(" (nu)", " (now)") : "");
            const std::string shown = std::to_string(number(point)) + behind(point);
            const auto middle = y_ + 13;
            // The value of now has an outline too; "(nu)" says it in words.
            const auto length = number(point) * 350 / most;
            body_ += fmt::format("<text x=\"150\" y=\"{}\" text-anchor=\"end\">{}</text>\n", middle, escaped(value));
            body_ += fmt::format(
                "<rect x=\"160\" y=\"{}\" width=\"{}\" height=\"14\" fill=\"#31688e\"{}><title>{}</title></rect>\n",
                y_ + 2, length, point.is_current ? " stroke=\"#000000\" stroke-width=\"2\"" : "",
                escaped(fmt::format("{}: {}", value, shown)));
            body_ += fmt::format("<text x=\"{}\" y=\"{}\">{}</text>\n", 166 + length, middle, escaped(shown));
            description_ += fmt::format("{}{} {}", is_first ? "" : "; ", value, shown);
            is_first = false;
            y_ += 20;
        }
        description_ += ".";
    }
    template <class Number>
    void chart(const std::string& title, Number number) {
        chart(title, number, [](const SweepPoint& /*point*/) { return std::string(); });
    }

    const Sweep& sweep_;
    Language language_;
    std::size_t y_ = 0;
    std::string body_;
    std::string description_;
};

}  // namespace

std::string render_sweep(const explain::Visible<Sweep>& sweep, const ComparisonFrame& frame) {
    return SweepView(*sweep, frame).render();
}

std::string csv_of(const explain::Visible<Sweep>& shown, Language language) {
    const bool nl = language == Language::nl;
    const Sweep& sweep = *shown;
    std::vector<std::string> head{nl ? "waarde" : "value", nl ? "nu" : "now",
                                  nl ? "studenten met signaal" : "students with signal",
                                  nl ? "studenten met advies" : "students with advice", nl ? "adviezen" : "advices"};
    for (const comparison::Named& role : sweep.roles) {
        head.push_back((nl ? "adviezen " : "advices ") + role.id);
        head.push_back((nl ? "uren " : "hours ") + role.id);
        head.push_back((nl ? "zonder duur " : "without duration ") + role.id);
    }
    for (const comparison::SweptSignal& signal : sweep.signals) head.push_back(signal.named.id);
    std::string rows = row_of(head);
    for (const SweepPoint& point : sweep.points) {
        std::vector<std::string> cells{
            point.shown.in(language), point.is_current ? (nl ? "ja" : "yes") : (nl ? "nee" : "no"),
            std::to_string(point.with_signal), std::to_string(point.with_advice), std::to_string(point.advices)};
        for (const Load& load : point.roles) {
            cells.push_back(std::to_string(load.advices));
            cells.push_back(hours_words(load.minutes, language));
            cells.push_back(std::to_string(load.without_duration));
        }
        for (const comparison::SignalCount& signal : point.signals) cells.push_back(std::to_string(signal.on));
        rows += row_of(cells);
    }
    return rows;
}

std::string svg_of(const explain::Visible<Sweep>& sweep, Language language) {
    return SvgWriter(*sweep, language).write();
}

}  // namespace wegwijzer::cli
