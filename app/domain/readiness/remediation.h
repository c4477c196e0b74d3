#pragma once
#include "domain/identities/attributes.h"
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

// What a fix of the readiness check sends, so that it can be shown before it is sent. Pure.
namespace domain {

/// A new identity attribute as text (contract 7): not searchable, of which a tenant has only six.
QJsonObject attributeBody(const QString &name);
/// "idvVerifiedDate" as "IDV Verified Date".
QString attributeDisplayName(const QString &name);
/// JSON Patch that maps each of the attributes from the account attribute of the same name of the source.
QJsonArray mappingsPatch(
    const QJsonObject &profile, const QStringList &attributes, const QString &sourceId, const QString &sourceName);
/// The profile after such a patch: for its preview. Knows add at the end and replace of a position.
QJsonObject patched(QJsonObject profile, const QJsonArray &patch);
/// A workflow to be imported in SailPoint's builder: takes a result through its external trigger and writes it to the
/// person's account in the source. Its client, secret and owner are left for the builder.
QJsonObject resultWorkflow(const QString &apiBase, const QString &sourceId, const AttributeMap &map);

} // namespace domain
