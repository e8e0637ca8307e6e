#include "cli/erasing_options.h"

#include <algorithm>

#include "cli/render/entries.h"
#include "engine/base/unicode.h"
#include "store/entry_rules.h"

namespace wegwijzer::cli {

std::optional<store::ErasedBy> erased_by(const Context& context) {
    store::CheckedPerson person = store::check_person(context.options.by, {"--door", "--by"});
    if (person.problem) {
        context.report(*person.problem);
        return std::nullopt;
    }
    return store::ErasedBy{std::move(person.name), time_of_recording(context.environment.now)};
}

std::optional<store::ForgetGround> ground_named(const std::string& written) {
    std::string word = to_lower(to_nfc_trimmed(written));
    const auto code = std::ranges::find(store::forget_ground_codes, word);
    if (code != store::forget_ground_codes.end())
        return static_cast<store::ForgetGround>(code - store::forget_ground_codes.begin());
    std::ranges::replace(word, '_', ' ');
    const auto named = std::ranges::find_if(store::forget_ground_words,
                                            [&](const BuiltInWord& one) { return word == one.nl || word == one.en; });
    if (named == store::forget_ground_words.end()) return std::nullopt;
    return static_cast<store::ForgetGround>(named - store::forget_ground_words.begin());
}

Status status_of(const Context& context, const store::ErasingDone& done) {
    if (!done.unwiped) return Status::fine;
    context.report(*done.unwiped);
    return Status::findings;
}

}  // namespace wegwijzer::cli
