#include "cli/open_store.h"

namespace wegwijzer::cli {

store::Answer<store::CaseStore> open_store(const Context& context, StoreUse use) {
    store::OpeningStore how;
    how.may_create = use == StoreUse::write;
    how.secrets = context.options.store_secrets;
    return store::CaseStore::open(context.options.store, how);
}

}  // namespace wegwijzer::cli
