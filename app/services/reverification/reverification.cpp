#include "services/reverification/reverification.h"
#include "core/logfailure.h"
#include "domain/tenants/tenantguard.h"
#include "domain/text/strictjson.h"
#include "services/tenants/context.h"
#include "services/tenants/internal/tenantconnections.h"
#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>

namespace services {

using core::Async;
using core::Result;
using core::Unit;
using domain::ReverificationPolicy;

static QString sayReverification(const char *text)
{
    return QCoreApplication::translate("Reverification", text);
}

Reverification::Reverification(TenantConnections &connections, Context &context, QObject *parent)
    : QObject(parent), m_connections(connections), m_context(context), m_policy{connections.tenant.reverification, {}}
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this,
        [this] { core::logFailure(apply(m_policy), this, lcService, "A rule that starts now could not be applied."); });
    const auto take = [this] {
        core::logFailure(load(), this, lcService, "The re-verification policy could not be read again.");
    };
    connect(&context.ledger->file(), &store::Ledger::changedElsewhere, this, take);
    take();
}

QString Reverification::setting() const
{
    return QStringLiteral("freshness:") + m_connections.tenant.id.str();
}

// Asked again and again: what cannot be read does not become readable by being asked for.
core::Error Reverification::problemNow() const
{
    return core::conflict(core::ErrorReason::UnreadableSetting, m_problem);
}

Async<Unit> Reverification::load()
{
    return core::andThen<QString>(m_context.ledger->settings().value(setting()), this, [this](const QString &text) {
        if (text == m_stored && !text.isEmpty())
            return m_problem.isEmpty() ? core::ready<Unit>(core::ok()) : core::ready<Unit>(problemNow());
        m_stored = text;
        m_problem.clear();
        const auto read = domain::readSetting(text, ReverificationPolicy{m_connections.tenant.reverification, {}},
            domain::reverificationFromJson,
            {sayReverification(QT_TRANSLATE_NOOP("Reverification", "The re-verification policy")),
                sayReverification(
                    QT_TRANSLATE_NOOP("Reverification", "Re-verification, Policy, or idvctl policy set FILE"))});
        if (!read) {
            m_problem = read.error().text + QLatin1Char(' ') +
                        sayReverification(QT_TRANSLATE_NOOP(
                            "Reverification", "Until then the local copy shows what was last applied."));
            Q_EMIT changed();
            return core::ready<Unit>(read.error());
        }
        return apply(*read);
    });
}

Async<Unit> Reverification::apply(const ReverificationPolicy &policy)
{
    m_policy = policy;
    const core::Instant now = m_context.clock->now();
    // At least once an hour: dates that lay ahead come due, a machine sleeps, a clock is set.
    const qint64 wait = domain::nextStart(policy, now).value_or(now + core::hourMs) - now;
    m_next.start(std::chrono::milliseconds(std::clamp<qint64>(wait, 1000, core::hourMs)));
    const auto done = m_connections.cache->setPolicy(policy);
    core::whenDone<Unit>(done, this, [this](const core::Status &r) {
        if (!r)
            m_stored.clear(); // not applied: the next reading does it again
        Q_EMIT changed();
    });
    return done;
}

Async<Unit> Reverification::save(const ReverificationPolicy &policy)
{
    if (const auto locked = domain::lockFault(m_connections.tenant))
        return core::ready<Unit>(*locked);
    if (const auto faults = domain::validate(policy); !faults.isEmpty())
        return core::ready<Unit>(faults.first());
    const QJsonObject json = domain::toJson(policy);
    domain::AuditEvent a;
    a.actor = m_context.operatorName;
    a.action = QStringLiteral("policy.freshness");
    a.tenant = m_connections.tenant.id.str();
    a.outcome = QStringLiteral("done");
    a.data = {{QStringLiteral("before"), domain::toJson(m_policy)}, {QStringLiteral("policy"), json}};
    const QString text = QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
    return core::andThen<Unit>(m_context.ledger->settings().set(setting(), text, a), this, [this, policy, text](Unit) {
        m_stored = text;
        m_problem.clear();
        return apply(policy);
    });
}

Async<Unit> Reverification::namesFit(const ReverificationPolicy &policy)
{
    return core::mapped<Unit, domain::PeopleFacets>(
        m_connections.cache->reader().facets(), this, [policy](const domain::PeopleFacets &known) -> core::Status {
            const auto faults = domain::unknownNames(policy, known);
            if (faults.isEmpty())
                return core::ok();
            if (known.profiles.isEmpty() && known.lifecycles.isEmpty() && known.sources.isEmpty())
                return core::makeError(core::ErrorCode::Conflict,
                    sayReverification(
                        QT_TRANSLATE_NOOP("Reverification", "The local copy holds nobody yet, so the names in the "
                                                            "rules cannot be checked. Synchronise first.")));
            core::Error e = faults.first();
            QStringList lines;
            for (const auto &f : faults)
                lines << f.field + QStringLiteral(": ") + f.text;
            e.detail = faults.size() > 1 ? lines.join(QLatin1Char('\n')) : QString();
            return e;
        });
}

Async<domain::Outlook> Reverification::preview(const ReverificationPolicy &policy)
{
    return m_connections.cache->reader().outlook(policy, weeks(m_context.clock->now()));
}
Async<QList<domain::WeekLoad>> Reverification::forecast()
{
    return m_connections.cache->reader().forecast(weeks(m_context.clock->now()));
}

std::vector<core::Instant> Reverification::weeks(core::Instant now)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(now).date();
    const QDate monday = today.addDays(1 - today.dayOfWeek());
    std::vector<core::Instant> out;
    for (int i = 0; i <= 12; ++i)
        out.push_back(monday.addDays(7 * i).startOfDay().toMSecsSinceEpoch());
    return out;
}

} // namespace services
