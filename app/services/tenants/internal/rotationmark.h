#pragma once
#include "core/async.h"
#include "domain/tenants/accesstoken/accesstoken.h"
#include "services/tenants/context.h"
#include <QJsonObject>
#include <QObject>

namespace services {

/// What a rotation leaves in the ledger while it is under way, each change with its entry of the log. Thread: the
/// object's.
class RotationMark : public QObject
{
    Q_OBJECT
public:
    /// `context` lives longer. `reason`: recorded; may be empty.
    RotationMark(Context &context, const core::TenantId &tenant, const QString &reason);
    /// As it is stored; empty where none is under way.
    core::Async<QString> stored();
    static core::Result<domain::PendingRotation> read(const QString &stored);
    /// `more`: of the entry, beside the tenant and the outcome.
    core::Async<core::Unit> set(const domain::Tenant &tenant, const domain::PendingRotation &pending,
        const QString &outcome, const QJsonObject &more = {});
    core::Async<core::Unit> clear(const domain::Tenant &tenant, const QString &outcome, const QJsonObject &more);

private:
    core::Async<core::Unit> write(
        const domain::Tenant &tenant, const QString &text, const QString &outcome, const QJsonObject &more);
    Context &m_context;
    QString m_setting;
    QString m_reason;
};

} // namespace services
