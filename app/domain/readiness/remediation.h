#pragma once
#include "domain/identities/attributes.h"
#include <QJsonObject>
#include <QString>

// What a fix of the readiness check hands out, so that it can be shown before. Mappings and attributes are made in
// domain/profiles. Pure.
namespace domain {

/// A workflow to be imported in SailPoint's builder: takes a result through its external trigger and writes it to the
/// person's account in the source. Its client, secret and owner are left for the builder.
QJsonObject resultWorkflow(const QString &apiBase, const QString &sourceId, const AttributeMap &map);
/// The same as indented JSON.
QString resultWorkflowText(const QString &apiBase, const QString &sourceId, const AttributeMap &map);

} // namespace domain
