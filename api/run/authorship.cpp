#include "api/run/authorship.h"

namespace wegwijzer::run {

explain::Authorship authorship_of(const Compilation& compilation) {
    explain::Authorship authorship;
    authorship.sources = &compilation.sources;
    for (const ast::File& file : compilation.files) {
        const std::size_t source = file.source.index();
        if (authorship.languages.size() <= source) authorship.languages.resize(source + 1);
        authorship.languages[source] = file.language;
    }
    return authorship;
}

}  // namespace wegwijzer::run
