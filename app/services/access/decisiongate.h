#pragma once
#include "core/async.h"
#include "domain/operations/operation.h"
#include "services/tenants/context.h"
#include <QObject>
#include <QSet>
#include <functional>

namespace services {

struct TenantConnections;

/// What stands before each decision about an access request or an access review: one at a time about each, and in whose
/// name it is made is recorded. Thread: the GUI's or main.
class DecisionGate : public QObject
{
    Q_OBJECT
public:
    DecisionGate(TenantConnections &connections, Context &context, QObject *parent = nullptr);
    ~DecisionGate() override;

    /// Conflict while a decision about this one is on its way.
    core::Async<domain::Operation> once(
        const QString &id, const std::function<core::Async<domain::Operation>()> &decision);
    /// Internal when nobody is named.
    core::Async<core::Unit> recordName(const QString &id, const QString &approver);

private:
    TenantConnections &m_connections;
    Context &m_context;
    QSet<QString> m_deciding; ///< ids of decisions on their way
};

} // namespace services
