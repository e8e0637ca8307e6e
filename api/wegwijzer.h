// Wegwijzer for programs: compile rule packs, hand over or read student records, evaluate, explain.
//
// Contract
// - Nothing here throws because of its input: what is wrong comes back as findings. (Out of memory still throws.)
// - `Rules` and `Cohort` are immutable once made, cheap to copy, and may be used by many threads at once. There are no
//   globals, and nothing reads a clock, a locale or a file: bytes go in, values and bytes come out.
// - Same input, same bytes, whatever the number of threads.
// - All text is UTF-8. A result that a reader may not see is not in it (docs/language.md section 3, "Who sees what").
// - What Wegwijzer gives is advice to a person. It decides nothing about a person.
//
// Definitions: docs/language.md; JSON: docs/output.schema.json.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#if defined(_WIN32)
#define WEGWIJZER_API
#else
#define WEGWIJZER_API __attribute__((visibility("default")))
#endif

namespace wegwijzer::api {

// "0.1.0"
[[nodiscard]] WEGWIJZER_API const char* version();

enum class Language : std::uint8_t { nl, en };

// Something to say about a pack, the data or a request. Its texts are UTF-8 of at most 2,000 bytes (and "…"), whatever was handed
// over.
struct Finding {
    enum class Kind : std::uint8_t { error, warning, note };
    std::string code;  // "F014": stable for ever
    Kind kind = Kind::error;
    std::string file;          // empty: it has no place
    std::uint32_t line = 0;    // 1-based; 0: about the file
    std::uint32_t column = 0;  // 1-based, in characters (code points); 0: about the line
    std::string message;       // one line, in the language that was asked for
    std::string why;           // may be empty
    std::string way_out;       // what to do about it; may be empty
};

// A result, or what stood in its way. Findings may come with a result as well (warnings, notes).
template <class T>
struct Outcome {
    std::optional<T> value;
    std::vector<Finding> findings;  // in the order of their places

    explicit operator bool() const { return value.has_value(); }
    const T& operator*() const { return *value; }
    const T* operator->() const { return &*value; }
};

// ---- rule packs -----------------------------------------------------------------------------------------------------

struct File {
    std::string name;   // as shown in findings
    std::string bytes;  // as they are on disk
};
struct Pack {  // a regelpakket: the files of one folder, sorted by name (byte order), or a single file
    std::string name;
    std::vector<File> files;
};

// The names of the packs that this one takes in (`gebruik`), as far as they can be read: they have to be handed over with it.
[[nodiscard]] WEGWIJZER_API std::vector<std::string> packs_used_by(const Pack& pack);

// Compiled rule packs.
class WEGWIJZER_API Rules {
  public:
    // `packs` in the order in which later ones adjust earlier ones, but a pack after those that it takes in (`gebruik`),
    // which must be among them. The first is the main one: its language is that of texts in results. `language`: of the
    // findings.
    [[nodiscard]] static Outcome<Rules> compile(const std::vector<Pack>& packs, Language language = Language::nl);
    [[nodiscard]] static Outcome<Rules> compile_text(std::string_view text, Language language = Language::nl);

    [[nodiscard]] std::vector<std::string> student_fields() const;  // names, in order of declaration
    // Plural names, in order of declaration; opvolgingen and toestemmingen, which exist without declaring, last.
    [[nodiscard]] std::vector<std::string> series() const;
    [[nodiscard]] std::vector<std::string> fields_of(std::string_view series) const;  // singular or plural
    [[nodiscard]] std::vector<std::string> signals() const;                           // signalen, krachten and kansen
    [[nodiscard]] std::vector<std::string> interventions() const;
    [[nodiscard]] std::vector<std::string> roles() const;

    struct Contents;
    explicit Rules(std::shared_ptr<const Contents> contents) : contents_(std::move(contents)) {}
    [[nodiscard]] const Contents& contents() const { return *contents_; }
    [[nodiscard]] const std::shared_ptr<const Contents>& shared() const { return contents_; }

  private:
    std::shared_ptr<const Contents> contents_;
};

// ---- voorbeelden ----------------------------------------------------------------------------------------------------

struct ExampleFailure {
    Finding finding;                       // placed at the `verwacht` that didn't come out
    std::vector<std::string> explanation;  // the conditions behind it, ticked off; one line each
};
struct ExampleResult {
    std::string title;
    std::string file;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::vector<ExampleFailure> failures;  // empty: it came out as expected
};
// Runs the voorbeelden of the packs that were handed to `compile`, in reading order. Not redacted: their students are
// invented. `language`: of what is said.
[[nodiscard]] WEGWIJZER_API std::vector<ExampleResult> run_examples(const Rules& rules,
                                                                    Language language = Language::nl);

// ---- student records ------------------------------------------------------------------------------------------------

struct Counts {
    std::size_t students = 0;
    std::size_t events = 0;
    std::size_t invalid_cells = 0;
    std::size_t set_aside_rows = 0;
};

// The records of a number of students, laid out for one set of rules.
class WEGWIJZER_API Cohort {
  public:
    // An object per line (JSON Lines) or a JSON array or object: docs/language.md section 8.
    [[nodiscard]] static Outcome<Cohort> from_json(const Rules& rules, std::string_view bytes,
                                                   Language language = Language::nl);
    // The CSV files of a folder: student.csv, one per series, bijgewerkt.csv.
    [[nodiscard]] static Outcome<Cohort> from_csv(const Rules& rules, const std::vector<File>& files,
                                                  Language language = Language::nl);

    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] const std::string& key(std::size_t index) const;  // precondition: index < size()
    [[nodiscard]] Counts counts() const;

    struct Contents;
    explicit Cohort(std::shared_ptr<const Contents> contents) : contents_(std::move(contents)) {}
    [[nodiscard]] const Contents& contents() const { return *contents_; }

  private:
    std::shared_ptr<const Contents> contents_;
};

// Hands records over in memory, student by student. Values are text as data files hold it: "4.5" (a point), "70%" or "70",
// "2026-10-01", "ja"/"nee" or "true"/"false", a choice by its name; empty is unknown. A value that its field does not take
// becomes unknown and is a finding; so is a name that the rules don't know. `opvolgingen` and `toestemmingen`, their fields and
// their statuses go by their Dutch or their English words.
class WEGWIJZER_API CohortBuilder {
  public:
    explicit CohortBuilder(const Rules& rules, Language language = Language::nl);
    ~CohortBuilder();
    CohortBuilder(CohortBuilder&&) noexcept;
    CohortBuilder& operator=(CohortBuilder&&) noexcept;

    // Starts the next student. A key that came before, or is empty, is a finding; what follows is then passed over.
    CohortBuilder& student(std::string_view key);
    // A field of the student that was started last.
    CohortBuilder& set(std::string_view field, std::string_view value);
    // An event of that student in a series (singular or plural), with its fields. The series is then supplied for everyone.
    CohortBuilder& event(std::string_view series,
                         const std::vector<std::pair<std::string_view, std::string_view>>& fields);
    // The series is supplied, perhaps without events: "none happened" is not the same as "not known".
    CohortBuilder& supply(std::string_view series);
    // For the student that was started last the series is not supplied after all.
    CohortBuilder& not_supplied(std::string_view series);
    // The series is complete up to and including this day ("2026-10-01").
    CohortBuilder& complete_to(std::string_view series, std::string_view day);

    // The builder is empty afterwards.
    [[nodiscard]] Outcome<Cohort> finish();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

// ---- evaluation -----------------------------------------------------------------------------------------------------

struct Request {
    std::string reference_date;         // the peildatum: "2026-11-02"
    std::optional<std::string> mentor;  // only the students whose own mentor this is; reads as that mentor
    std::optional<std::string> role;    // reads as this role, or as `student`; selects nobody
    // Only the students for whom this condition holds, of those of `mentor`: over their own fields, in the words of the main
    // pack ("motivatie < 3 en opleiding is ict"). Findings about it name it `--where`.
    std::optional<std::string> where;
    std::size_t threads = 1;
    Language language = Language::nl;  // of the findings; texts in results are in the language of the pack
};

enum class Severity : std::uint8_t { none, low, medium, high };
enum class Line : std::uint8_t { first, second, external, organisation };
enum class Consent : std::uint8_t { not_needed, ask, given };

struct Source {
    std::string id;
    std::string title;
    std::string place;  // may be empty
};
struct Signal {
    std::string id;
    std::string title;
    Severity severity = Severity::none;  // none for a kans
    bool possibly_higher = false;
    std::string factor;                      // may be empty
    std::optional<std::string> explanation;  // the uitleg, filled in
    std::vector<Source> sources;
};
struct Undetermined {
    std::string id;
    std::string kind;                  // "signal", "strength", "opportunity", "policy"
    std::vector<std::string> missing;  // "motivatie", "presenties", "toetsen.cijfer"
    bool urgent = false;               // a policy with spoed
};
struct Recommendation {
    std::string intervention;
    std::string title;
    Line line = Line::first;
    std::string role;
    std::optional<std::string> through;  // the role that makes the warm hand-over
    Consent consent = Consent::not_needed;
    std::optional<std::string> person;
    bool urgent = false;
    bool in_progress = false;               // its last opvolging is voorgesteld or gepland
    int priority = 3;                       // 1 first
    std::optional<std::string> not_before;  // "2026-12-09"
    std::optional<std::string> due;         // in progress: may be before the reference date
    std::vector<std::string> reasons;       // ids of signals; last "restricted" for what this reader may not see
    std::vector<std::string> policies;      // likewise
    std::vector<std::string> questions;
    std::vector<Source> sources;
    std::vector<std::string> notes;
};
struct Suppression {
    std::string intervention;
    std::string policy;
    std::string because;
};
enum class Goal : std::uint8_t { open, reached, unknown, restricted };
enum class StepStatus : std::uint8_t { done, current, to_come };
struct PlanStep {
    std::string intervention;
    std::string role;
    std::optional<std::string> not_before;
    std::optional<std::string> due;
    StepStatus status = StepStatus::to_come;
};
struct Plan {  // an aanpak that is advised
    std::string id;
    std::string title;
    std::vector<std::string> policies;   // last "restricted" for what this reader may not see
    std::optional<std::string> started;  // none: dates count from the reference date
    Goal goal = Goal::open;
    std::optional<std::size_t> current_step;  // from 1; none: the goal is reached, or all steps are done
    std::vector<PlanStep> steps;
    std::optional<std::string> next_review;
    std::optional<std::string> evaluate_on;
};
struct Student {
    std::string key;
    std::vector<Signal> signals;  // active ones
    std::vector<Signal> strengths;
    std::vector<Signal> opportunities;
    std::vector<Undetermined> undetermined;
    std::vector<std::string> not_applicable;
    std::vector<Recommendation> recommendations;  // most urgent first
    std::vector<Suppression> suppressed;
    std::vector<Plan> plans;
    std::vector<std::string> data_problems;
    std::string json;  // the same, as `wegwijzer evaluate --format jsonl` prints it; no line end
};
struct Evaluation {
    std::vector<Student> students;  // in the order of the cohort
};

// The students of `cohort` by the rules it was made for. Findings that are no errors: packs outside their validity, faults,
// capacity, texts that differ in case only.
[[nodiscard]] WEGWIJZER_API Outcome<Evaluation> evaluate(const Cohort& cohort, const Request& request);
// ---- JSON -----------------------------------------------------------------------------------------------------------
//
// The bytes are those that the command line writes to stdout for the same question, line end included; the forms are those of
// docs/output.schema.json, explained in docs/json.md. Texts in it are in the language of the main pack, whatever the language of
// the request. Without a value the findings hold an error that says why: F209 (the day), F230 (the role), F231 and F232 (who
// reads may not choose by that), F234 (an open choice in the rules), or what is wrong with the condition `where`.

// `wegwijzer evaluate --format jsonl`. JSON Lines of `student`: one object per student, in the order of the cohort.
[[nodiscard]] WEGWIJZER_API Outcome<std::string> evaluate_json(const Cohort& cohort, const Request& request);

// `show caseload`. A `caseload`: who needs what first, in groups in which everyone is once, in the order that the policy gives, each
// with the student's report.
[[nodiscard]] WEGWIJZER_API Outcome<std::string> caseload_json(const Cohort& cohort, const Request& request);

// `plan --format json`. A `plan_list`: which plans of the students ask for something now, and what. F204: it
// is a list of many, and none for the student.
[[nodiscard]] WEGWIJZER_API Outcome<std::string> plan_list_json(const Cohort& cohort, const Request& request);

// About the student with this key, among those whom the request selects. F233: there is no such student.

// `explain --format json`. An `explanation`: why each signal is active or not, the conditions ticked off, values, thresholds,
// events, what is missing, and per signal the changes that would end or start it.
[[nodiscard]] WEGWIJZER_API Outcome<std::string> explain_json(const Cohort& cohort, std::string_view key,
                                                              const Request& request);
// `explain --why-not NAME --format json`. An `explanation` of one signaal, kracht, kans or beleid, by its name or its title,
// with `why_not`. F287: there is none of that name that this reader may see.
[[nodiscard]] WEGWIJZER_API Outcome<std::string> why_not_json(const Cohort& cohort, std::string_view key,
                                                              std::string_view name, const Request& request);
// `explain --what-if CHANGE ... --format json`. The `explanation` of the student with all these changes, and `what_if`: the day
// that was evaluated and all that differs. A change is written as on the command line, in the words of the main pack:
// "motivatie = 3", "motivatie = onbekend", "presenties + {2026-11-09; 90%}". An event dated after the reference date is looked
// at on its own day. F282-F286: such a change can't be read, or not be asked by this reader; their place is in `--what-if`.
[[nodiscard]] WEGWIJZER_API Outcome<std::string> what_if_json(const Cohort& cohort, std::string_view key,
                                                              const std::vector<std::string>& changes,
                                                              const Request& request);
// `plan --student S --format json`. A `plan_page`: per aanpak its goal, its steps with what was recorded of each, reviews and
// evaluation, and the warm hand-overs.
[[nodiscard]] WEGWIJZER_API Outcome<std::string> plan_json(const Cohort& cohort, std::string_view key,
                                                           const Request& request);

// `diff --format json`. What a change of the rules does to the same students: `before` and `after` are made of one set of
// records, each for its own rules; `where` selects by the old rules. A `comparison`.
[[nodiscard]] WEGWIJZER_API Outcome<std::string> compare_json(const Cohort& before, const Cohort& after,
                                                              const Request& request);
// `diff --sweep RANGE --format json`. What each value of a parameter gives: "presentiegrens=60%..80%/5%". A `sweep`.
[[nodiscard]] WEGWIJZER_API Outcome<std::string> sweep_json(const Cohort& cohort, std::string_view range,
                                                            const Request& request);

}  // namespace wegwijzer::api
