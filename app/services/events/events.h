#pragma once
#include "core/async.h"
#include "core/secret.h"
#include "domain/events/subscription.h"
#include "domain/operations/operation.h"
#include "services/tenants/context.h"
#include <QJsonArray>
#include <QJsonObject>
#include <QObject>

namespace services {

class Operations;
struct TenantConnections;

/// What was started by a test: the operation, and the invocations SailPoint named. Their secrets stay in here.
struct TestOutcome
{
    domain::Operation operation;
    QJsonArray invocations; ///< id and triggerId only; empty: nobody subscribed
};

/// A workflow's own client. The secret is in the keychain when `isKept`, and otherwise in here and nowhere else.
struct ExternalClient
{
    domain::Operation operation;
    QString id;
    core::SecretPtr secret;
    bool isKept = false;
};

/// Event triggers and workflows of a tenant. Objects as SailPoint sends them, without secrets. What changes something
/// is an operation: recorded before it is asked, asked once. Errors: Usage with the field at fault, Conflict when the
/// tenant is locked, and the call's own. Thread: the GUI's or main.
class Events : public QObject
{
    Q_OBJECT
public:
    Events(TenantConnections &connections, Context &context, Operations &operations, QObject *parent = nullptr);

    core::Async<QJsonArray> triggers();
    core::Async<QJsonArray> subscriptions();
    core::Async<QJsonArray> invocations(const QString &subscription = {});
    core::Async<domain::Operation> subscribe(const domain::SubscriptionDraft &draft, const core::SecretPtr &secret);
    /// Never a PUT: secrets that are not named stay.
    core::Async<domain::Operation> setEnabled(const QString &id, bool isEnabled);
    core::Async<domain::Operation> change(const QString &id, const QJsonArray &patch);
    /// `now`: the subscription as it was read. Usage with the field at fault, also when nothing differs.
    core::Async<domain::Operation> change(
        const QJsonObject &now, const domain::SubscriptionDraft &wanted, const core::SecretPtr &secret);
    core::Async<domain::Operation> unsubscribe(const QString &id);
    /// A sentence, empty when SailPoint takes the filter and it fits the input.
    core::Async<QString> filterFault(const QJsonObject &input, const QString &filter);
    /// Reaches every live subscriber, or those named. `isAcknowledged`: a person said so, for a production tenant.
    core::Async<TestOutcome> test(
        const QString &trigger, const QJsonObject &input, const QStringList &subscriptions, bool isAcknowledged);
    core::Async<domain::Operation> complete(
        const QString &invocation, const core::SecretPtr &secret, const QJsonObject &output, const QString &error = {});

    core::Async<QJsonArray> workflows();
    core::Async<QJsonObject> workflow(const QString &id);
    core::Async<QJsonArray> executions(const QString &workflow);
    core::Async<QJsonObject> execution(const QString &id);
    core::Async<QJsonArray> history(const QString &execution);
    /// Runs for real. The operation's text is the execution's id.
    core::Async<domain::Operation> testWorkflow(const QString &id, const QJsonObject &input);
    /// With `keep` the secret goes into the tenant's keychain entry, with which its result workflow is run; Usage for
    /// any other workflow, and nothing is asked.
    core::Async<ExternalClient> createExternalClient(const QString &workflow, bool keep);

private:
    core::Async<core::Unit> keepClient(const QString &id, const core::SecretPtr &secret);
    TenantConnections &m_connections;
    Context &m_context;
    Operations &m_operations;
};

} // namespace services
