#pragma once
#include "cli/shell/commandtable.h"
#include "domain/tenants/accesstoken/accesstoken.h"

namespace cli {

/// {"state", "expiresAt", "daysLeft", "readAt"}; what is not known is null.
QJsonObject expirySummary(const domain::ClientExpiry &expiry, core::Instant now);
/// tenant token.
CommandForm tenantTokenForm();

} // namespace cli
