#include "services/events/triggers.h"
#include "net/sailpoint/events/subscriptions.h"
#include "services/operations/operationtracker.h"
#include "services/tenants/internal/tenantconnections.h"
#include <QCoreApplication>

namespace services {

using core::Async;
using core::Result;
using domain::Accepted;
using domain::Operation;
using domain::OperationKind;
using domain::StartedInvocation;
using domain::Subscription;

static QString sayEvents(const char *text)
{
    return QCoreApplication::translate("Events", text);
}

Triggers::Triggers(TenantConnections &connections, OperationTracker &operations, QObject *parent)
    : QObject(parent), m_connections(connections), m_operations(operations)
{
}

// What an object names itself by; the rest of the answer is not kept.
static Result<Accepted> named(const Subscription &s)
{
    return Accepted{s.id, {}, true};
}

Async<QList<domain::Trigger>> Triggers::triggers()
{
    return net::sailpoint::listTriggers(m_connections.api);
}

Async<QList<Subscription>> Triggers::subscriptions()
{
    return net::sailpoint::listSubscriptions(m_connections.api);
}

Async<QList<domain::Invocation>> Triggers::invocations(const QString &subscription)
{
    return net::sailpoint::invocationStatus(m_connections.api, subscription);
}

Async<Operation> Triggers::subscribe(const domain::SubscriptionDraft &draft, const core::SecretPtr &secret)
{
    if (const auto faults = domain::validate(draft, m_connections.tenant); !faults.isEmpty())
        return core::ready<Operation>(faults.first());
    if (draft.auth != domain::TriggerAuth::None && (!secret || secret->reveal().size() < 16))
        return core::ready<Operation>(core::fieldError(QStringLiteral("secret"),
            sayEvents(QT_TRANSLATE_NOOP("Events", "The token or password has at least 16 characters."))));
    return m_operations.submit(OperationKind::CreateSubscription, {draft.name.trimmed()}, [this, draft, secret] {
        const auto body = domain::subscriptionBody(draft, secret ? QString::fromUtf8(secret->reveal()) : QString());
        return core::mapped<Accepted, Subscription>(
            net::sailpoint::createSubscription(m_connections.api, body), this, named);
    });
}

Async<Operation> Triggers::apply(const QString &id, const QJsonArray &patch)
{
    if (id.isEmpty() || patch.isEmpty())
        return core::ready<Operation>(core::fieldError(
            QStringLiteral("patch"), sayEvents(QT_TRANSLATE_NOOP("Events", "There is nothing to change."))));
    return m_operations.submit(OperationKind::ChangeSubscription, {id}, [this, id, patch] {
        return core::mapped<Accepted, Subscription>(
            net::sailpoint::patchSubscription(m_connections.api, id, patch), this, named);
    });
}

Async<Operation> Triggers::change(
    const Subscription &now, const domain::SubscriptionDraft &wanted, const core::SecretPtr &secret)
{
    if (const auto faults = domain::validate(wanted, m_connections.tenant); !faults.isEmpty())
        return core::ready<Operation>(faults.first());
    if (domain::needsSecret(now, wanted) && (!secret || secret->reveal().size() < 16))
        return core::ready<Operation>(core::fieldError(QStringLiteral("secret"),
            sayEvents(
                QT_TRANSLATE_NOOP("Events", "SailPoint does not hand out the token: for another address or sign-in it "
                                            "has to be entered once more, with at least 16 characters."))));
    const QString text = secret ? QString::fromUtf8(secret->reveal()) : QString();
    if (const auto fits = domain::httpChangeFault(now, wanted, text); !fits)
        return core::ready<Operation>(fits.error());
    return apply(now.id, domain::subscriptionPatch(now, wanted, text));
}

Async<Operation> Triggers::setEnabled(const QString &id, bool isEnabled)
{
    return apply(id, domain::enablingPatch(isEnabled));
}

Async<Operation> Triggers::unsubscribe(const QString &id)
{
    return m_operations.submit(OperationKind::DeleteSubscription, {id},
        [this, id] { return net::sailpoint::deleteSubscription(m_connections.api, id); });
}

Async<QString> Triggers::filterFault(const QJsonObject &input, const QString &filter)
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

Async<TestOutcome> Triggers::test(
    const QString &trigger, const QJsonObject &input, const QStringList &subscriptions, bool isAcknowledged)
{
    if (m_connections.tenant.environment == domain::Environment::Production && !isAcknowledged)
        return core::ready<TestOutcome>(core::makeError(core::ErrorCode::Conflict,
            sayEvents(QT_TRANSLATE_NOOP("Events",
                "Test invocations reach every live subscriber of this production tenant. Say yes to it first."))));
    auto started = std::make_shared<QList<StartedInvocation>>();
    const auto asked = m_operations.submit(OperationKind::TestTrigger, QStringList(trigger) + subscriptions,
        [this, trigger, input, subscriptions, started] {
            return core::mapped<Accepted, QList<StartedInvocation>>(
                net::sailpoint::testInvocation(m_connections.api, trigger, input, subscriptions), this,
                [started](const QList<StartedInvocation> &all) -> Result<Accepted> {
                    *started = all;
                    return Accepted{};
                });
        });
    return core::mapped<TestOutcome, Operation>(asked, this, [started](const Operation &o) -> Result<TestOutcome> {
        return TestOutcome{o, *started};
    });
}

Async<Operation> Triggers::complete(
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

} // namespace services
