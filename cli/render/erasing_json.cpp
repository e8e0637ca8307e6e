// The words of JSON are English, whoever reads.
#include "cli/render/erasing_json.h"

#include "cli/render/purge_shares.h"
#include "engine/explain/format_value.h"
#include "engine/json/writer.h"

namespace wegwijzer::cli {
namespace {

void write_day(json::Writer& writer, const char* key, const std::optional<Date>& day) {
    writer.key(key).string_or_null(day ? std::optional(to_iso(*day)) : std::nullopt);
}

void write_names_of(json::Writer& writer, const char* key, const std::vector<std::string>& names) {
    writer.key(key).begin_array();
    for (const std::string& name : names) writer.string(name);
    writer.end_array();
}

void write_counts(json::Writer& writer, const store::ErasedCounts& counts) {
    writer.key("students").integer(counts.students);
    writer.key("followups").integer(counts.followups);
    writer.key("consents").integer(counts.consents);
    writer.key("lists").integer(counts.lists);
    writer.key("run_lines").integer(counts.run_lines);
}

// `erased`: null for a look. Its number is null where there was nothing.
void write_carried_out(json::Writer& writer, const std::optional<CarriedOut>& carried_out) {
    writer.key("erased");
    if (!carried_out) {
        writer.null();
        return;
    }
    writer.begin_object();
    writer.key("number");
    if (carried_out->done.number) {
        writer.integer(*carried_out->done.number);
        write_counts(writer, carried_out->counts);
    } else {
        writer.null();
        write_counts(writer, {});
    }
    writer.key("files_cleaned").boolean(!carried_out->done.unwiped);
    writer.end_object();
}

void write_share(json::Writer& writer, const char* key, const Share& share) {
    writer.key(key).begin_object();
    writer.key("entries").integer(share.entries());
    writer.key("students").integer(share.students());
    write_day(writer, "oldest", share.oldest());
    write_day(writer, "first_end", share.due_after());
    writer.end_object();
}

void write_pack_shares(json::Writer& writer, const RetentionTerms::Pack& pack, const PackShares& shares) {
    const std::optional<Length> term = pack.head ? pack.head->retention : std::nullopt;
    writer.begin_object();
    writer.key("id").string(pack.name);
    writer.key("retention")
        .string_or_null(term ? std::optional(explain::format_length(*term, Language::en)) : std::nullopt);
    write_share(writer, "due", shares.due);
    write_share(writer, "kept", shares.kept);
    writer.end_object();
}

void write_runs_of_review(json::Writer& writer, const char* key, const std::vector<store::RunWithStudents>& runs,
                          const RunTerms& terms) {
    writer.key(key).begin_array();
    for (const store::RunWithStudents& run : runs) {
        const TermOfRun& term = terms.found(run.header.number);
        writer.begin_object();
        writer.key("run").integer(run.header.number);
        writer.key("reference_date").string(to_iso(run.header.inputs.reference_date));
        writer.key("students").integer(run.students);
        write_day(writer, "until", term.until);
        writer.key("names_packs").boolean(term.names_packs);
        write_names_of(writer, "packs_not_given", term.not_given);
        write_names_of(writer, "packs_without_term", term.without_term);
        writer.end_object();
    }
    writer.end_array();
}

}  // namespace

std::string purge_json(const store::PurgeReview& review, const RetentionTerms& terms, const RunTerms& run_terms,
                       Date day, const std::optional<CarriedOut>& carried_out) {
    const PurgeShares shares = shares_of(review, terms);
    return json::written_indented([&](json::Writer& writer) {
        writer.begin_object();
        writer.key("date").string(to_iso(day));
        writer.key("packs").begin_array();
        for (std::size_t i = 0; i < shares.packs.size(); ++i)
            write_pack_shares(writer, terms.packs()[i], shares.packs[i]);
        writer.end_array();
        writer.key("unknown_interventions").begin_array();
        for (const auto& [intervention, share] : shares.unknown) {
            writer.begin_object().key("id").string(intervention);
            writer.key("entries").integer(share.entries());
            writer.key("students").integer(share.students()).end_object();
        }
        writer.end_array();
        write_runs_of_review(writer, "runs_due", review.runs.due, run_terms);
        write_runs_of_review(writer, "runs_kept", review.runs.kept, run_terms);
        write_carried_out(writer, carried_out);
        writer.end_object();
    });
}

std::string forget_json(const store::ForgetReview& review, const std::string& student,
                        const std::optional<CarriedOut>& carried_out) {
    return json::written_indented([&](json::Writer& writer) {
        writer.begin_object();
        writer.key("student").string(student);
        writer.key("followups").integer(review.counts.followups);
        writer.key("consents").integer(review.counts.consents);
        writer.key("of_others").integer(review.of_others);
        writer.key("lists").integer(review.counts.lists);
        writer.key("runs").integer(review.counts.run_lines);
        writer.key("mentions").begin_array();
        for (const store::StoredEntry& stored : review.mentions) {
            writer.begin_object();
            writer.key("kind").string(stored.entry.kind == store::EntryKind::consent ? "consent" : "followup");
            writer.key("number").integer(stored.number).end_object();
        }
        writer.end_array();
        write_carried_out(writer, carried_out);
        writer.end_object();
    });
}

std::string erasures_json(const std::vector<store::Erasure>& erasures) {
    return json::written_indented([&](json::Writer& writer) {
        writer.begin_array();
        for (const store::Erasure& erasure : erasures) {
            writer.begin_object();
            writer.key("number").integer(erasure.number);
            writer.key("kind").string(erasure.kind == store::ErasureKind::forget ? "forget" : "purge");
            writer.key("ground");
            if (erasure.ground) {
                writer.string(store::forget_ground_codes[static_cast<std::size_t>(*erasure.ground)]);
            } else {
                writer.null();
            }
            writer.key("recorded_by").string(erasure.recorded_by);
            writer.key("recorded_at").string(erasure.recorded_at);
            write_counts(writer, erasure.counts);
            writer.end_object();
        }
        writer.end_array();
    });
}

}  // namespace wegwijzer::cli
