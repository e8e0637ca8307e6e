#include "engine/execute/evaluate_all.h"

#include <algorithm>
#include <thread>
#include <vector>

#include "engine/execute/batch.h"
#include "engine/execute/bind.h"
#include "engine/execute/collect.h"

namespace wegwijzer::execute {

namespace {

// One thread's share: whole batches, so that no two threads write the same word.
struct Share {
    std::size_t begin = 0;
    std::size_t end = 0;
};

std::vector<Share> shares_of(std::size_t students, std::size_t batch_students, std::size_t threads) {
    const std::size_t batches = (students + batch_students - 1) / batch_students;
    const std::size_t count = std::clamp<std::size_t>(threads, 1, std::max<std::size_t>(batches, 1));
    std::vector<Share> shares;
    for (std::size_t i = 0; i < count; ++i) {
        shares.push_back({std::min(students, batches * i / count * batch_students),
                          std::min(students, batches * (i + 1) / count * batch_students)});
    }
    return shares;
}

class Worker {
  public:
    Worker(const Bound& bound, OutcomeTable& table, Share share, std::size_t batch_students)
        : share_(share),
          batch_students_(std::min(batch_students, std::max<std::size_t>(bound.cohort.students, 1))),
          batch_(bound, batch_students_),
          collector_(batch_, table, batch_students_) {}

    void run() {
        for (std::size_t first = share_.begin; first < share_.end; first += batch_students_) {
            batch_.run(first, std::min(batch_students_, share_.end - first));
            collector_.collect();
        }
    }
    void hand_over() { collector_.hand_over(); }

  private:
    Share share_;
    std::size_t batch_students_;
    Batch batch_;
    Collector collector_;
};

}  // namespace

OutcomeTable evaluate_all(const program::Program& program, const Cohort& cohort, Date reference_date, Options options) {
    const Bound bound = bind(program, cohort, reference_date);
    OutcomeTable table = make_table(program, cohort.students);
    const std::size_t batch_students = std::max<std::size_t>(words_for(options.batch_students), 1) * word_bits;
    const std::vector<Share> shares = shares_of(cohort.students, batch_students, options.threads);
    std::vector<std::unique_ptr<Worker>> workers;
    for (const Share share : shares) workers.push_back(std::make_unique<Worker>(bound, table, share, batch_students));
    if (workers.size() == 1) {
        workers.front()->run();
    } else {
        std::vector<std::jthread> threads;
        for (const auto& worker : workers) threads.emplace_back([&worker] { worker->run(); });
    }
    for (const auto& worker : workers) worker->hand_over();
    return table;
}

}  // namespace wegwijzer::execute
