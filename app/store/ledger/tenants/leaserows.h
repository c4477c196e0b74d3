#pragma once
#include "core/clock.h"
#include "store/connection.h"

namespace store::sql {

/// Who holds the lease; empty when nobody does, its time is over, or its process is gone from this host.
core::Result<QString> leaseHolder(Connection &c, const QString &name, core::Instant now);

} // namespace store::sql
