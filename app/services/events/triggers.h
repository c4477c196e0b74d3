#pragma once
#include "core/async.h"
#include "core/secret.h"
#include "domain/events/invocation.h"
#include "domain/events/subscription.h"
#include "domain/events/trigger.h"
#include "domain/operations/operation.h"
#include "services/tenants/context.h"
#include <QObject>

namespace services {

class OperationTracker;
struct TenantConnections;

/// What was started by a test: the operation, and the invocations SailPoint named. Their secrets stay in here.
struct TestOutcome
{
    domain::Operation operation;
    QList<domain::StartedInvocation> invocations; ///< empty: nobody subscribed
};

/// Event triggers and subscriptions of a tenant, without secrets. What changes something is an operation: recorded
/// before it is asked, asked once. Errors: Usage with the field at fault, Conflict when the tenant is locked, and the
/// call's own. Thread: the GUI's or main.
class Triggers : public QObject
{
    Q_OBJECT
public:
    Triggers(TenantConnections &connections, OperationTracker &operations, QObject *parent = nullptr);

    core::Async<QList<domain::Trigger>> triggers();
    core::Async<QList<domain::Subscription>> subscriptions();
    core::Async<QList<domain::Invocation>> invocations(const QString &subscription = {});
    core::Async<domain::Operation> subscribe(const domain::SubscriptionDraft &draft, const core::SecretPtr &secret);
    /// Never a PUT: secrets that are not named stay.
    core::Async<domain::Operation> setEnabled(const QString &id, bool isEnabled);
    /// `now`: the subscription as it was read. Usage with the field at fault, also when nothing differs.
    core::Async<domain::Operation> change(
        const domain::Subscription &now, const domain::SubscriptionDraft &wanted, const core::SecretPtr &secret);
    core::Async<domain::Operation> unsubscribe(const QString &id);
    /// A sentence, empty when SailPoint takes the filter and it fits the input.
    core::Async<QString> filterFault(const QJsonObject &input, const QString &filter);
    /// Reaches every live subscriber, or those named. `isAcknowledged`: a person said so, for a production tenant.
    core::Async<TestOutcome> test(
        const QString &trigger, const QJsonObject &input, const QStringList &subscriptions, bool isAcknowledged);
    core::Async<domain::Operation> complete(
        const QString &invocation, const core::SecretPtr &secret, const QJsonObject &output, const QString &error = {});

private:
    core::Async<domain::Operation> apply(const QString &id, const QJsonArray &patch);
    TenantConnections &m_connections;
    OperationTracker &m_operations;
};

} // namespace services
