#pragma once
#include "httpd/message.h"
#include <QJsonObject>
#include <QStringList>

namespace lab {

/// What a SCIM server says of itself (RFC 7644 4): ServiceProviderConfig, ResourceTypes, Schemas. `userSchema` is
/// IdentityIQ's extension of a user. Nothing for another path.
std::optional<httpd::Response> scimDiscovery(const QStringList &path, const QJsonObject &userSchema);

} // namespace lab
