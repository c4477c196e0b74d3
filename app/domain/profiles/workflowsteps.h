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
/// Has a call found exactly one? `found` is what its answer is called: "findAccount".
QJsonObject oneChoice(const char *found, const QString &yes, const QString &no);
/// Is there a value at a path ("$.trigger.x")?
QJsonObject presentChoice(const QString &path, const QString &yes, const QString &no);
/// Changes the account that was found.
QJsonObject patchFound(const Tenant &tenant, const char *found, const QJsonArray &changes, const QString &next);
QJsonObject successStep();
QJsonObject failureStep(const QString &why);
/// Steps by their names, as one workflow. A later step calls the answer of "Find Account" findAccount: each word has a
/// capital, because the builder only takes the blanks out.
struct WorkflowDraft
{
    QString name;
    QString description;
    QString start;
    QJsonObject steps;
    QJsonObject trigger;
    QJsonObject whole() const;
};

/// "$.findAccount.body" and a JSON pointer "/data/0/id": "$.findAccount.body.data[0].id".
QString pathBelow(const QString &path, const QString &pointer);

} // namespace domain
