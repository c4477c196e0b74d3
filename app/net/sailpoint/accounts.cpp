#include "net/sailpoint/accounts.h"
#include "net/sailpoint/answers.h"
#include "net/sailpoint/events/workflowreader.h"
#include "net/sailpoint/paths.h"
#include "net/sailpoint/writeback/accountreader.h"
#include "net/sailpoint/writeback/attributepatch.h"
#include <QJsonDocument>

namespace net::sailpoint {

using core::Async;
using core::Result;

static QString segment(const QString &id)
{
    return QLatin1Char('/') + QString::fromLatin1(QUrl::toPercentEncoding(id));
}

using Accounts = QList<domain::Account>;
Async<Accounts> findAccounts(Api &api, const QString &sourceId, const core::IdentityId &identity)
{
    Call c;
    c.service = c.operation = QStringLiteral("/accounts");
    c.query = queryItem(
        "filters", QStringLiteral("sourceId eq %1 and identityId eq %2").arg(quoted(sourceId), quoted(identity.str())));
    c.repeatable = true;
    return core::mapped<Accounts, HttpResponse>(api.send(c), &api, [](const HttpResponse &r) -> Result<Accounts> {
        const auto all = arrayFrom(r);
        if (!all)
            return all.error();
        const Accounts accounts = accountsFrom(*all);
        for (const domain::Account &a : accounts) {
            if (a.id.isEmpty()) // it is there, and nothing can be written to it by name
                return protocolError(r, QStringLiteral("An account without an id."));
        }
        return accounts;
    });
}

Async<core::Unit> patchAccount(Api &api, const QString &accountId, const QList<domain::AttributeWrite> &writes)
{
    Call c;
    c.method = "PATCH";
    c.service = QStringLiteral("/accounts");
    c.rest = segment(accountId);
    c.operation = QStringLiteral("/accounts/{id}");
    c.contentType = "application/json-patch+json";
    c.body = QJsonDocument(attributePatch(writes)).toJson(QJsonDocument::Compact);
    return core::mapped<core::Unit, HttpResponse>(api.send(c), &api, [](const HttpResponse &r) -> core::Status {
        if (r.status < 200 || r.status > 299)
            return errorFrom(r);
        return core::ok();
    });
}

Async<QString> postAccount(
    Api &api, const QString &sourceId, const core::IdentityId &account, const QList<domain::AttributeWrite> &writes)
{
    QJsonObject attributes{{QStringLiteral("sourceId"), sourceId}, {QStringLiteral("id"), account.str()}};
    for (const auto &w : writes)
        attributes.insert(w.attribute, w.value);
    Call c;
    c.method = "POST";
    c.service = c.operation = QStringLiteral("/accounts");
    c.contentType = "application/json";
    c.body = QJsonDocument(QJsonObject{{QStringLiteral("attributes"), attributes}}).toJson(QJsonDocument::Compact);
    return core::mapped<QString, HttpResponse>(api.send(c), &api, [](const HttpResponse &r) -> Result<QString> {
        const auto o = objectFrom(r);
        if (!o)
            return o.error();
        return accountTaskFrom(*o);
    });
}

static Async<HttpResponse> workflowCall(
    Api &api, const QString &rest, const QString &operation, const QJsonObject &input, bool repeatable, Tokens *own)
{
    Call c;
    c.method = "POST";
    c.service = QStringLiteral("/workflows");
    c.rest = rest;
    c.operation = operation;
    c.contentType = "application/json";
    c.body = QJsonDocument(QJsonObject{{QStringLiteral("input"), input}}).toJson(QJsonDocument::Compact);
    c.repeatable = repeatable;
    if (!own)
        return api.send(c);
    return core::andThen<core::SecretPtr>(own->token(), &api, [&api, c](const core::SecretPtr &token) {
        return api.http().send(requestOf(api.tenant(), c, token->reveal()));
    });
}

Async<QString> executeWorkflow(Api &api, const QString &workflowId, const QJsonObject &input, Tokens *own)
{
    const auto sent = workflowCall(api, QStringLiteral("/execute/external") + segment(workflowId),
        QStringLiteral("/workflows/execute/external/{id}"), input, false, own);
    return core::mapped<QString, HttpResponse>(sent, &api, [](const HttpResponse &r) -> Result<QString> {
        const auto o = objectFrom(r);
        if (!o)
            return o.error();
        const QString id = executionIdFrom(*o);
        if (id.isEmpty()) {
            core::Error e = core::vendorError(core::ErrorCode::Rejected, QStringLiteral("The workflow did not run."),
                o->value(QLatin1String("message")).toString());
            e.requestId = r.requestId;
            return e;
        }
        return id;
    });
}

Async<core::Unit> echoWorkflow(Api &api, const QString &workflowId, Tokens *own)
{
    const auto sent =
        workflowCall(api, QStringLiteral("/execute/external") + segment(workflowId) + QStringLiteral("/test"),
            QStringLiteral("/workflows/execute/external/{id}/test"),
            QJsonObject{{QStringLiteral("probe"), QStringLiteral("idv-console")}}, true, own);
    return core::mapped<core::Unit, HttpResponse>(sent, &api, [](const HttpResponse &r) -> core::Status {
        const auto o = objectFrom(r);
        if (!o)
            return o.error();
        return core::ok();
    });
}

} // namespace net::sailpoint
