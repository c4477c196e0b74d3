#include "services/verification/resultwriter.h"
#include "core/logfailure.h"
#include "net/iiq/scim.h"
#include "net/sailpoint/accounts.h"
#include "net/sailpoint/identities.h"
#include "net/sailpoint/identityactions.h"
#include "services/tenants/internal/tenantconnections.h"
#include <QCoreApplication>

namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::Unit;
using domain::Session;
using domain::WriteBackPlan;

static QString sayWriteBack(const char *text)
{
    return QCoreApplication::translate("WriteBack", text);
}

ResultWriter::ResultWriter(TenantConnections &connections, Context &context)
    : m_connections(connections), m_context(context)
{
}

Async<Unit> ResultWriter::send(const WriteBackPlan &p, const Session &s)
{
    switch (p.strategy) {
    case domain::WriteBackStrategy::Account: return toAccount(p, s);
    case domain::WriteBackStrategy::Workflow: return toWorkflow(p, s);
    case domain::WriteBackStrategy::DirectPatch: return byDirectPatch(p, s);
    case domain::WriteBackStrategy::Scim: return toScim(p, s);
    case domain::WriteBackStrategy::None: break;
    }
    return core::ready<Unit>(core::ok());
}

Async<Unit> ResultWriter::toAccount(const WriteBackPlan &p, const Session &s)
{
    auto &api = m_connections.api;
    const auto found = net::sailpoint::findAccounts(api, m_connections.tenant.idvSourceId, s.request.identity);
    using Accounts = QList<domain::Account>;
    const auto written = core::andThen<Accounts>(found, this, [this, &api, p, s](const Accounts &accounts) {
        if (!accounts.isEmpty())
            return net::sailpoint::patchAccount(api, accounts.first().id, p.writes);
        return core::mapped<Unit, QString>(
            net::sailpoint::postAccount(api, m_connections.tenant.idvSourceId, s.request.identity, p.writes), this,
            [](const QString &) { return core::ok(); });
    });
    // Processing brings the account's values into the identity at once; without the right to ask for it the tenant's
    // own schedule does.
    return core::andThen<Unit>(written, this, [this, &api, s](Unit) {
        core::Deferred<Unit> out;
        core::whenDone<domain::Accepted>(net::sailpoint::processIdentities(api, {s.request.identity}), this,
            [this, out, key = s.id.str()](const Result<domain::Accepted> &task) {
                if (task && !task->taskId.isEmpty())
                    m_tasks.insert(key, task->taskId);
                out.resolve(core::ok());
            });
        return out.future();
    });
}

Async<Unit> ResultWriter::toWorkflow(const WriteBackPlan &p, const Session &s)
{
    QJsonObject attributes;
    for (const auto &w : p.writes)
        attributes.insert(w.attribute, w.value);
    const QJsonObject input{{QStringLiteral("identityId"), s.request.identity.str()},
        {QStringLiteral("sessionId"), s.providerId.str()}, {QStringLiteral("attributes"), attributes}};
    if (domain::isIdentityIq(m_connections.tenant)) {
        return core::mapped<Unit, QString>(
            launch(m_connections.tenant.workflowId, input), this, [this, key = s.id.str()](const QString &task) {
                m_tasks.insert(key, task);
                return core::ok();
            });
    }
    return runWorkflow(m_connections.tenant.workflowId, input);
}

Async<Unit> ResultWriter::runWorkflow(const QString &id, const QJsonObject &input)
{
    if (domain::isIdentityIq(m_connections.tenant))
        return core::mapped<Unit, QString>(launch(id, input), this, [](const QString &) { return core::ok(); });
    core::Deferred<Unit> out;
    // A 403 proves that nothing ran: then the workflow's own client signs.
    core::whenDone<QString>(net::sailpoint::executeWorkflow(m_connections.api, id, input), this,
        [this, id, input, out](const Result<QString> &r) {
            if (r || r.error().code != ErrorCode::Forbidden) {
                out.resolve(r ? core::ok() : core::Status(r.error()));
                return;
            }
            core::whenDone<core::SecretPtr>(
                m_context.vault.read(secretKey(m_connections.tenant, secretname::workflowId)), this,
                [this, id, input, out, first = r.error()](const Result<core::SecretPtr> &client) {
                    if (!client) {
                        out.resolve(first);
                        return;
                    }
                    m_connections.workflowTokens.setClientId(QString::fromUtf8((*client)->reveal()));
                    core::whenDone<QString>(
                        net::sailpoint::executeWorkflow(m_connections.api, id, input, &m_connections.workflowTokens),
                        this, [out](const Result<QString> &again) {
                            out.resolve(again ? core::ok() : core::Status(again.error()));
                        });
                });
        });
    return out.future();
}

Async<Unit> ResultWriter::byDirectPatch(const WriteBackPlan &p, const Session &s)
{
    const QString memory = QStringLiteral("seed-patch:") + m_connections.tenant.id.str();
    const auto unsupported = [] {
        return core::makeError(ErrorCode::NotFound,
            sayWriteBack(
                QT_TRANSLATE_NOOP("WriteBack", "This SailPoint tenant has no call that writes identity attributes. "
                                               "Choose \"account\" or \"workflow\" in Settings.")));
    };
    return core::andThen<QString>(
        m_context.ledger->settings().value(memory), this, [this, p, s, memory, unsupported](const QString &known) {
            if (known == QLatin1String("no"))
                return core::ready<Unit>(unsupported());
            if (known == QLatin1String("yes"))
                return net::sailpoint::patchIdentityDirect(m_connections.api, s.request.identity, p.writes);
            core::Deferred<Unit> out;
            // An empty patch changes nothing: it shows whether the call exists.
            core::whenDone<Unit>(net::sailpoint::patchIdentityDirect(m_connections.api, s.request.identity, {}), this,
                [this, p, s, memory, unsupported, out](const core::Status &probe) {
                    const bool isMissing =
                        !probe && (probe.error().httpStatus == 404 || probe.error().httpStatus == 405);
                    if (!probe && !isMissing) {
                        out.resolve(probe.error());
                        return;
                    }
                    core::logFailure(m_context.ledger->settings().set(
                                         memory, isMissing ? QStringLiteral("no") : QStringLiteral("yes")),
                        this, lcService, "What the source can do could not be remembered.");
                    if (isMissing) {
                        out.resolve(unsupported());
                        return;
                    }
                    core::whenDone<Unit>(
                        net::sailpoint::patchIdentityDirect(m_connections.api, s.request.identity, p.writes), this,
                        [out](const core::Status &r) { out.resolve(r); });
                });
            return out.future();
        });
}

Async<QString> ResultWriter::launch(const QString &workflow, const QJsonObject &input)
{
    return net::iiq::launchWorkflow(m_connections.api, workflow, input);
}

// Read, merge, replace: IdentityIQ has no PATCH. The version that was read goes along, so that a server which knows
// versions refuses the record when somebody changed it in between; then nothing was written, and it may be tried anew.
Async<Unit> ResultWriter::toScim(const domain::WriteBackPlan &p, const domain::Session &s)
{
    return core::andThen<QJsonObject>(
        net::iiq::getUser(m_connections.api, s.request.identity), this, [this, p](const QJsonObject &user) {
            QList<std::pair<QString, QString>> attributes;
            for (const auto &w : p.writes)
                attributes << std::pair{w.attribute, w.value};
            return net::iiq::putUser(m_connections.api, net::iiq::merged(user, attributes));
        });
}

Async<domain::TaskState> ResultWriter::taskState(const QString &task)
{
    if (!domain::isIdentityIq(m_connections.tenant))
        return net::sailpoint::taskStatus(m_connections.api, task);
    return net::iiq::taskResult(m_connections.api, task);
}

} // namespace services
