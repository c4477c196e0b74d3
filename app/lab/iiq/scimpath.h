#pragma once
#include <QJsonObject>
#include <QStringList>

// SCIM 2.0's names of attributes (RFC 7644 3.10): "userName", "name.givenName", "emails[…].value" without the bracket,
// "urn:…:User:idvStatus". Names ignore case. Pure.
namespace lab {

/// The parts of a name; the first may be an extension's URN. Empty for what is no name.
QStringList scimPath(const QString &name, const QJsonObject &resource);
/// What stands there: one value, or one for each element of a list on the way; nulls and what is not there are left
/// out. Of an element without the last part named, its "value".
QJsonArray scimValues(const QJsonObject &resource, const QString &name);
/// The member of an object by its name, whatever the case; undefined where there is none.
QJsonValue scimMember(const QJsonObject &object, const QString &name);

/// Is it an attribute of a user: of the core, of the enterprise extension, or of IdentityIQ's with one of these names?
bool isScimUserAttribute(const QString &name, const QStringList &own);

/// `resource` with what is asked for only (RFC 7644 3.9): `attributes` and `excluded` are lists of names with commas,
/// of which one is empty. The id and the schemas are always there.
QJsonObject scimProjected(const QJsonObject &resource, const QString &attributes, const QString &excluded);

} // namespace lab
