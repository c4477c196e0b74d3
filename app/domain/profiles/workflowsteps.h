#pragma once
#include "domain/tenants/tenant.h"
#include <QJsonArray>
#include <QJsonObject>

// The steps of SailPoint's workflows as its builder exports them: what it does not need is not there. Pure. Source: the
// workflows that SailPoint publishes.
namespace domain {

/// A call of this tenant's API, by the paths of its files; its client is entered in the builder. `rest` begins with a
/// slash.
QJsonObject apiStep(
    const Tenant &tenant, const char *method, const QString &service, const QString &rest, const QString &next);
/// The same, changing something by JSON Patch.
QJsonObject patchStep(
    const Tenant &tenant, const QString &service, const QString &rest, const QJsonArray &changes, const QString &next);
/// One operation of a patch of an account's attribute.
QJsonObject attributeChange(const QString &attribute, const QString &value);
/// An account of the source of results, by the identity that a path leads to ("$.trigger.identity.id").
QJsonObject findAccountStep(const Tenant &tenant, const QString &identityPath, const QString &next);
QJsonObject mailStep(const QJsonObject &to, const QString &title, const QString &body, const QString &next);
/// `condition`: comparator and its variables.
QJsonObject choiceStep(QJsonObject condition, const QString &yes, const QString &no);
QJsonObject successStep();
QJsonObject failureStep(const QString &why);
/// "$.findAccount.body" and a JSON pointer "/data/0/id": "$.findAccount.body.data[0].id".
QString pathBelow(const QString &path, const QString &pointer);

} // namespace domain
