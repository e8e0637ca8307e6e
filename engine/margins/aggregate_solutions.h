// Which value one event more (or some, alike) must have for an average, a sum or a change to lie on what it is compared with.
#pragma once

#include <vector>

#include "engine/margins/axis.h"
#include "engine/margins/judge.h"

namespace wegwijzer::margins {

// The comparisons in a trace of the signal, as far as they are about `series`.
class AggregateSolutions {
  public:
    // `trace` is that of the record as it is, on the day of the events; it must outlive this.
    AggregateSolutions(const Judge& judge, const trace::Trace& trace, SeriesId series);

    // The field whose values are calculated with; none when there is none.
    [[nodiscard]] SeriesFieldId field() const { return field_; }
    // Does a value that is added lead to another average or sum? Then more events can do what one can't.
    [[nodiscard]] bool grows() const { return grows_; }
    void add_points(const Axis& axis, SeriesFieldId field, std::size_t count, std::vector<Point>& points) const;
    // How many events more a count needs, at least 2, sorted.
    [[nodiscard]] const std::vector<std::size_t>& counts() const { return counts_; }

  private:
    struct Compared {
        model::Aggregate aggregate;
        const trace::Step* step = nullptr;
        Ratio with;
    };
    void look(const trace::Step& value, const trace::Step& other);
    void look(const model::Aggregate& aggregate, const trace::Step& step, const trace::Step& other);
    void need(const trace::Value& count, const trace::Value& number);
    [[nodiscard]] const trace::Step* through_concepts(const trace::Step& step) const;

    const Judge& judge_;
    const trace::Trace& trace_;
    SeriesId series_;
    SeriesFieldId field_;
    bool grows_ = false;
    std::vector<Compared> compared_;
    std::vector<std::size_t> counts_;
};

}  // namespace wegwijzer::margins
