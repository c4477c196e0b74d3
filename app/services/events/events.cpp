#include "services/events/events.h"
#include "net/sailpoint/events.h"
#include "services/operations/operations.h"
#include "services/tenants/tenantconnections.h"
#include <QCoreApplication>

namespace services {

using core::Async;
using core::Result;
using domain::Operation;
using domain::OperationKind;
using net::sailpoint::Accepted;

static QString sayEvents(const char *text)
{
    return QCoreApplication::translate("Events", text);
}

Events::Events(TenantConnections &connections, Context &context, Operations &operations, QObject *parent)
    : QObject(parent), m_connections(connections), m_context(context), m_operations(operations)
{
}

Async<QJsonArray> Events::triggers()
{
    return net::sailpoint::listTriggers(m_connections.api);
}
Async<QJsonArray> Events::subscriptions()
{
    return net::sailpoint::listSubscriptions(m_connections.api);
}
Async<QJsonArray> Events::invocations(const QString &subscription)
{
    return net::sailpoint::invocationStatus(m_connections.api, subscription);
}
Async<QJsonArray> Events::workflows()
{
    return net::sailpoint::listWorkflows(m_connections.api);
}
Async<QJsonObject> Events::workflow(const QString &id)
{
    return net::sailpoint::workflow(m_connections.api, id);
}
Async<QJsonArray> Events::executions(const QString &workflow)
{
    return net::sailpoint::workflowExecutions(m_connections.api, workflow);
}
Async<QJsonObject> Events::execution(const QString &id)
{
    return net::sailpoint::workflowExecution(m_connections.api, id);
}
Async<QJsonArray> Events::history(const QString &execution)
{
    return net::sailpoint::executionHistory(m_connections.api, execution);
}

// What an object names itself by; the rest of the answer is not kept.
static Result<Accepted> named(const QJsonObject &o)
{
    return Accepted{o.value(QLatin1String("id")).toString(), {}, true};
}

Async<Operation> Events::subscribe(const domain::SubscriptionDraft &draft, const core::SecretPtr &secret)
{
    if (const auto faults = domain::validate(draft, m_connections.tenant); !faults.isEmpty())
        return core::ready<Operation>(faults.first());
    if (draft.auth != domain::TriggerAuth::None && (!secret || secret->reveal().size() < 16))
        return core::ready<Operation>(core::fieldError(QStringLiteral("secret"),
            sayEvents(QT_TRANSLATE_NOOP("Events", "The token or password has at least 16 characters."))));
    return m_operations.submit(OperationKind::CreateSubscription, {draft.name.trimmed()}, [this, draft, secret] {
        const auto body = domain::subscriptionBody(draft, secret ? QString::fromUtf8(secret->reveal()) : QString());
        return core::mapped<Accepted, QJsonObject>(
            net::sailpoint::createSubscription(m_connections.api, body), this, named);
    });
}

Async<Operation> Events::change(const QString &id, const QJsonArray &patch)
{
    if (id.isEmpty() || patch.isEmpty())
        return core::ready<Operation>(core::fieldError(
            QStringLiteral("patch"), sayEvents(QT_TRANSLATE_NOOP("Events", "There is nothing to change."))));
    return m_operations.submit(OperationKind::ChangeSubscription, {id}, [this, id, patch] {
        return core::mapped<Accepted, QJsonObject>(
            net::sailpoint::patchSubscription(m_connections.api, id, patch), this, named);
    });
}

Async<Operation> Events::change(
    const QJsonObject &now, const domain::SubscriptionDraft &wanted, const core::SecretPtr &secret)
{
    if (const auto faults = domain::validate(wanted, m_connections.tenant); !faults.isEmpty())
        return core::ready<Operation>(faults.first());
    if (domain::needsSecret(now, wanted) && (!secret || secret->reveal().size() < 16))
        return core::ready<Operation>(core::fieldError(QStringLiteral("secret"),
            sayEvents(
                QT_TRANSLATE_NOOP("Events", "SailPoint does not hand out the token: for another address or sign-in it "
                                            "has to be entered once more, with at least 16 characters."))));
    return change(now.value(QLatin1String("id")).toString(),
        domain::subscriptionPatch(now, wanted, secret ? QString::fromUtf8(secret->reveal()) : QString()));
}

Async<Operation> Events::setEnabled(const QString &id, bool isEnabled)
{
    return change(id, {QJsonObject{{QStringLiteral("op"), QStringLiteral("replace")},
                          {QStringLiteral("path"), QStringLiteral("/enabled")}, {QStringLiteral("value"), isEnabled}}});
}

Async<Operation> Events::unsubscribe(const QString &id)
{
    return m_operations.submit(OperationKind::DeleteSubscription, {id},
        [this, id] { return net::sailpoint::deleteSubscription(m_connections.api, id); });
}

Async<QString> Events::filterFault(const QJsonObject &input, const QString &filter)
{
    return core::mapped<QString, net::sailpoint::FilterVerdict>(
        net::sailpoint::validateFilter(m_connections.api, input, filter), this,
        [](const net::sailpoint::FilterVerdict &v) -> Result<QString> {
            if (!v.isJsonPath)
                return sayEvents(QT_TRANSLATE_NOOP("Events", "SailPoint does not read this as JSONPath."));
            return v.isValid ? QString()
                             : sayEvents(QT_TRANSLATE_NOOP(
                                   "Events", "The filter is readable, but nothing of this input fits it."));
        });
}

Async<TestOutcome> Events::test(
    const QString &trigger, const QJsonObject &input, const QStringList &subscriptions, bool isAcknowledged)
{
    if (m_connections.tenant.environment == domain::Environment::Production && !isAcknowledged)
        return core::ready<TestOutcome>(core::makeError(core::ErrorCode::Conflict,
            sayEvents(QT_TRANSLATE_NOOP("Events",
                "Test invocations reach every live subscriber of this production tenant. Say yes to it first."))));
    auto started = std::make_shared<QJsonArray>();
    const auto asked = m_operations.submit(OperationKind::TestTrigger, QStringList(trigger) + subscriptions,
        [this, trigger, input, subscriptions, started] {
            return core::mapped<Accepted, QJsonArray>(
                net::sailpoint::testInvocation(m_connections.api, trigger, input, subscriptions), this,
                [started](const QJsonArray &all) -> Result<Accepted> {
                    for (const auto &v : all) // never the secret, with which anybody could complete it
                        started->append(QJsonObject{{QStringLiteral("id"), v.toObject().value(QLatin1String("id"))},
                            {QStringLiteral("triggerId"), v.toObject().value(QLatin1String("triggerId"))}});
                    return Accepted{};
                });
        });
    return core::mapped<TestOutcome, Operation>(asked, this, [started](const Operation &o) -> Result<TestOutcome> {
        return TestOutcome{o, *started};
    });
}

Async<Operation> Events::complete(
    const QString &invocation, const core::SecretPtr &secret, const QJsonObject &output, const QString &error)
{
    if (!secret)
        return core::ready<Operation>(core::fieldError(QStringLiteral("secret"),
            sayEvents(QT_TRANSLATE_NOOP("Events", "An invocation is completed with its own secret."))));
    return m_operations.submit(
        OperationKind::CompleteInvocation, {invocation}, [this, invocation, secret, output, error] {
            return net::sailpoint::completeInvocation(
                m_connections.api, invocation, QString::fromUtf8(secret->reveal()), output, error);
        });
}

Async<Operation> Events::testWorkflow(const QString &id, const QJsonObject &input)
{
    auto execution = std::make_shared<QString>();
    const auto asked = m_operations.submit(OperationKind::TestWorkflow, {id}, [this, id, input, execution] {
        return core::mapped<Accepted, QString>(net::sailpoint::testWorkflow(m_connections.api, id, input), this,
            [execution](const QString &run) -> Result<Accepted> {
                *execution = run;
                return Accepted{};
            });
    });
    return core::mapped<Operation, Operation>(asked, this, [execution](Operation o) -> Result<Operation> {
        if (!execution->isEmpty())
            o.text = *execution;
        return o;
    });
}

// The secret is shown this once: it is in the keychain before anything else can go wrong.
Async<core::Unit> Events::keepClient(const QString &id, const core::SecretPtr &secret)
{
    const QString idKey = secretKey(m_connections.tenant.id, secretname::workflowId);
    core::Deferred<core::Unit> out;
    core::whenDone<core::SecretPtr>(
        m_context.vault.read(idKey), this, [this, id, secret, idKey, out](const Result<core::SecretPtr> &before) {
            const auto written = core::andThen<core::Unit>(
                m_context.vault.write(idKey, core::makeSecret(id.toUtf8())), this, [this, secret](core::Unit) {
                    return m_context.vault.write(secretKey(m_connections.tenant.id, secretname::workflow), secret);
                });
            core::whenDone<core::Unit>(written, this, [this, before, idKey, out](const core::Status &kept) {
                if (kept || !before)
                    return out.resolve(kept);
                // Half a pair would be worse than the old one.
                core::whenDone<core::Unit>(m_context.vault.write(idKey, *before), this,
                    [kept, out](const core::Status &) { out.resolve(kept); });
            });
        });
    return out.future();
}

Async<ExternalClient> Events::createExternalClient(const QString &workflow, bool keep)
{
    if (keep && workflow != m_connections.tenant.workflowId)
        return core::ready<ExternalClient>(core::fieldError(QStringLiteral("workflow"),
            sayEvents(QT_TRANSLATE_NOOP("Events", "Only the client of the workflow that this tenant's results are sent "
                                                  "to is kept: another one's would take its place."))));
    auto made = std::make_shared<ExternalClient>();
    const auto asked =
        m_operations.submit(OperationKind::CreateWorkflowClient, {workflow}, [this, workflow, made, keep] {
            return core::andThen<QJsonObject>(net::sailpoint::createExternalClient(m_connections.api, workflow), this,
                [this, made, keep](const QJsonObject &o) {
                    made->id = o.value(QLatin1String("id")).toString();
                    made->secret = core::makeSecret(o.value(QLatin1String("secret")).toString().toUtf8());
                    if (!keep)
                        return core::ready<Accepted>(Accepted{});
                    core::Deferred<Accepted> out;
                    core::whenDone<core::Unit>(
                        keepClient(made->id, made->secret), this, [made, out](const core::Status &kept) {
                            made->isKept = bool(kept); // handed on even when it could not be kept
                            out.resolve(Accepted{});
                        });
                    return out.future();
                });
        });
    core::Deferred<ExternalClient> out;
    core::whenDone<Operation>(asked, this, [made, out](const Result<Operation> &o) {
        if (!o && made->id.isEmpty())
            return out.resolve(o.error());
        if (o) // a client that was made is handed on, whatever became of its record
            made->operation = *o;
        out.resolve(*made);
    });
    return out.future();
}

} // namespace services
