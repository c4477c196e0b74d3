#include "services/tenants/privacy.h"
#include "core/jsontext.h"
#include "domain/text/strictjson.h"
#include "services/recovery/timecheck.h"
#include "services/tenants/context.h"
#include "services/tenants/internal/tenantconnections.h"
#include <QCoreApplication>

namespace services {

using core::Async;
using core::Result;
using core::Unit;
using domain::Retention;

static constexpr int step = 200;
static QString sayPrivacy(const char *text)
{
    return QCoreApplication::translate("Privacy", text);
}

Privacy::Privacy(TenantConnections &connections, Context &context) : m_connections(connections), m_context(context)
{
    connect(&m_timer, &QTimer::timeout, this, &Privacy::sweepOnTime);
}

QString Privacy::setting() const
{
    return QStringLiteral("retention:") + m_connections.tenant.id.str();
}

static domain::AuditEvent record(const Context &context, const QString &tenant, const char *action)
{
    domain::AuditEvent a;
    a.actor = context.operatorName;
    a.action = QString::fromLatin1(action);
    a.tenant = tenant;
    a.outcome = QStringLiteral("done");
    return a;
}

Async<Retention> Privacy::retention()
{
    return core::mapped<Retention, QString>(
        m_context.ledger->settings().value(setting()), this, [](const QString &text) -> Result<Retention> {
            return domain::readSetting(text, Retention(), domain::retentionFromJson,
                {sayPrivacy(QT_TRANSLATE_NOOP("Privacy", "What is set for keeping personal data")),
                    sayPrivacy(QT_TRANSLATE_NOOP("Privacy",
                        "Settings, Privacy, or idvctl privacy set with --on or --off and both numbers of days"))});
        });
}

Async<Unit> Privacy::setRetention(const Retention &r)
{
    if (const auto fault = domain::validate(r); !fault)
        return core::ready<Unit>(fault);
    auto a = record(m_context, m_connections.tenant.id.str(), "privacy.settings");
    a.data = domain::toJson(r);
    return m_context.ledger->settings().set(setting(), core::compactJson(domain::toJson(r)), a);
}

Async<qint64> Privacy::due(const Retention &r)
{
    const core::Instant now = m_context.clock->now();
    return m_context.ledger->retention().countToRedact(
        m_connections.tenant.id, now - r.verifiedDays * core::dayMs, now - r.failedDays * core::dayMs);
}

Async<int> Privacy::sweep()
{
    return core::andThen<Retention>(
        retention(), this, [this](const Retention &r) { return r.isOn ? sweepOn(r, 0) : core::ready<int>(0); });
}

// A step at a time, so that whatever else is to be recorded gets its turn.
Async<int> Privacy::sweepOn(const Retention &r, int soFar)
{
    const auto removed = core::andThen<Unit>(requireTime(m_connections, m_context, this), this, [this, r](Unit) {
        const core::Instant now = m_context.clock->now();
        auto a = record(m_context, m_connections.tenant.id.str(), "privacy.redact");
        a.data = domain::toJson(r);
        return m_context.ledger->retention().redactAged(
            m_connections.tenant.id, now - r.verifiedDays * core::dayMs, now - r.failedDays * core::dayMs, step, a);
    });
    return core::andThen<int>(removed, this,
        [this, r, soFar](int n) { return n == step ? sweepOn(r, soFar + n) : core::ready<int>(soFar + n); });
}

Async<int> Privacy::forget(const core::IdentityId &person)
{
    return core::andThen<Unit>(requireTime(m_connections, m_context, this), this, [this, person](Unit) {
        auto a = record(m_context, m_connections.tenant.id.str(), "privacy.redact");
        a.subject = person.str();
        return m_context.ledger->retention().redactPerson(m_connections.tenant.id, person, a);
    });
}

void Privacy::sweepOnTime()
{
    m_timer.start(std::chrono::hours(24));
    core::whenDone<int>(sweep(), this, [this](const Result<int> &n) {
        const bool isRefused =
            !n && n.error().code == core::ErrorCode::Conflict && !domain::isUnreadableSetting(n.error());
        if (isRefused)
            m_timer.start(std::chrono::hours(1));
        if (isRefused && !m_isRefused)
            Q_EMIT refused(n.error());
        m_isRefused = isRefused;
    });
}

void Privacy::watch()
{
    sweepOnTime();
}

} // namespace services
