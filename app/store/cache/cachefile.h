#pragma once
#include "core/clock.h"
#include "domain/identities/statuswords.h"
#include "domain/reverification/reverificationpolicy.h"
#include "store/database.h"

namespace store {

/// One tenant's file of people: writes, quick reads and slow reads (counts, whole orders) each have a connection and
/// thread of their own. Shared by those who read and who write it; they live as long.
struct CacheFile
{
    std::unique_ptr<Database> writer;
    std::unique_ptr<Database> reader;
    std::unique_ptr<Database> slow;
    std::shared_ptr<core::Clock> clock;
    domain::ReverificationPolicy policy; ///< set on the owner's thread only; jobs take a copy
    domain::Reading reading;
};

} // namespace store
