#pragma once
#include "core/ids.h"
#include "domain/identities/account.h"
#include "net/sailpoint/identities/personreader.h"
#include <QStringList>
#include <optional>

// Reads people of IdentityIQ and the names of what is known of them.
namespace net::iiq {

/// Name of the member of a SCIM user that holds IdentityIQ's own attributes.
QString userExtension();
/// A SCIM user: attributes in IdentityIQ's extension.
sailpoint::PersonRead personFromUser(const QJsonObject &user);
/// A row of the plug-in's identity table: every member is an attribute. Nothing when no row has this id; a plug-in that
/// ignores a filter answers with somebody else.
std::optional<sailpoint::PersonRead> personFromRows(const QJsonArray &rows, const core::IdentityId &id);
/// Entries of a SCIM list, one for each; none when it is no such list.
QList<domain::LoginName> loginNamesFrom(const QByteArray &body);
/// Names in the answer of /Schemas, one for each attribute.
QStringList attributeNamesFrom(const QJsonObject &schema);

} // namespace net::iiq
