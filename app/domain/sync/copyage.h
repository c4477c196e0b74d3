#pragma once
#include "domain/tenants/tenant.h"

namespace domain {

/// How old a copy may become before it is brought up to date by itself, UTC ms. The cloud has an index to ask: minutes.
/// IdentityIQ is a server of the customer's own: four hours.
constexpr core::Instant copyLifetime(Product product)
{
    return product == Product::IdentityIq ? 4 * core::hourMs : 5 * core::minuteMs;
}

/// `lastSyncAt`: end of the last copy that succeeded, 0 when there is none. A copy that failed leaves it, and is old
/// still.
constexpr bool isCopyOld(Product product, core::Instant lastSyncAt, core::Instant now)
{
    return lastSyncAt == 0 || now - lastSyncAt >= copyLifetime(product) || lastSyncAt > now;
}

} // namespace domain
