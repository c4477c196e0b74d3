#include "services/tenants/internal/rotationmark.h"
#include "domain/tenants/tenantevents.h"
#include "domain/text/strictjson.h"
#include "services/tenants/internal/stores.h"
#include <QJsonDocument>

namespace services {

using core::Async;
using core::Result;
using core::Unit;
using domain::PendingRotation;

RotationMark::RotationMark(Context &context, const core::TenantId &tenant, const QString &reason)
    : m_context(context), m_setting(QStringLiteral("pending-token:") + tenant.str()), m_reason(reason.trimmed())
{
}

Async<QString> RotationMark::stored()
{
    return m_context.ledger->settings().value(m_setting);
}

Result<PendingRotation> RotationMark::read(const QString &stored)
{
    const auto document = domain::strictDocument(stored.toUtf8());
    return document ? domain::pendingRotationFromJson(*document) : Result<PendingRotation>(document.error());
}

Async<Unit> RotationMark::set(
    const domain::Tenant &tenant, const PendingRotation &pending, const QString &outcome, const QJsonObject &more)
{
    const QByteArray text = QJsonDocument(domain::toJson(pending)).toJson(QJsonDocument::Compact);
    return write(tenant, QString::fromUtf8(text), outcome, more);
}

Async<Unit> RotationMark::clear(const domain::Tenant &tenant, const QString &outcome, const QJsonObject &more)
{
    return write(tenant, {}, outcome, more);
}

Async<Unit> RotationMark::write(
    const domain::Tenant &tenant, const QString &text, const QString &outcome, const QJsonObject &more)
{
    auto event = domain::tenantEvent(m_context.operatorName, tenant, QStringLiteral("tenant.token"), outcome);
    for (auto it = more.begin(); it != more.end(); ++it)
        event.data.insert(it.key(), it.value());
    if (!m_reason.isEmpty())
        event.data.insert(QStringLiteral("reason"), m_reason);
    return m_context.ledger->settings().set(m_setting, text, event);
}

} // namespace services
