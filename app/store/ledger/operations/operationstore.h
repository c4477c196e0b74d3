#pragma once
#include "core/async.h"
#include "core/clock.h"
#include "core/ids.h"
#include "domain/audit/audit.h"
#include "domain/operations/operation.h"
#include <QObject>
#include <functional>

namespace store {

class LedgerFile;

struct OperationStep
{
    domain::Operation operation;
    std::optional<domain::AuditEvent> audit;
};

/// What SailPoint was asked to do. Signals come on the object's thread.
class OperationStore : public QObject
{
    Q_OBJECT
public:
    explicit OperationStore(LedgerFile &file) : m_file(file) {}
    /// Intent and audit record in one transaction.
    core::Async<core::Unit> add(const domain::Operation &operation, const domain::AuditEvent &audit);
    /// Reads, lets `step` decide, writes; in one transaction.
    core::Async<domain::Operation> change(
        const QString &id, std::function<core::Result<OperationStep>(const domain::Operation &)> step);
    /// The last 500, newest first; only the open ones: oldest first.
    core::Async<QList<domain::Operation>> list(const core::TenantId &tenant, bool onlyOpen);
    core::Async<domain::Operation> operation(const core::TenantId &tenant, const QString &id);

Q_SIGNALS:
    void changed();

private:
    LedgerFile &m_file;
};

} // namespace store
