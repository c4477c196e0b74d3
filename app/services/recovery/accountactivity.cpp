#include "services/recovery/accountactivity.h"
#include "core/jsontext.h"
#include "net/sailpoint/profiles.h"
#include "services/recovery/recoverytext.h"
#include "services/tenants/context.h"
#include "services/tenants/internal/tenantconnections.h"
#include <QJsonArray>
#include <QJsonDocument>

namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::Unit;

AccountActivity::AccountActivity(TenantConnections &connections, Context &context, QObject *parent)
    : QObject(parent), m_connections(connections), m_context(context)
{
}

AccountActivity::~AccountActivity() = default;

QString AccountActivity::settingName() const
{
    return QStringLiteral("activity:") + m_connections.tenant.id.str();
}

Async<domain::ActivityTable> AccountActivity::table()
{
    return core::mapped<domain::ActivityTable, QString>(m_context.ledger->settings().value(settingName()), this,
        [](const QString &text) -> Result<domain::ActivityTable> {
            if (text.isEmpty())
                return domain::ActivityTable();
            auto table = domain::activityTableFromJson(QJsonDocument::fromJson(text.toUtf8()).object());
            if (!table)
                return core::makeError(ErrorCode::Storage,
                    sayRecovery(QT_TRANSLATE_NOOP("Recovery",
                                    "What counts as an active account cannot be read (%1). Set it again: "
                                    "Settings, Tenants, Active accounts…, or idvctl activity set."))
                        .arg(table.error().field));
            return table;
        });
}

Async<Unit> AccountActivity::setTable(const domain::ActivityTable &table)
{
    if (const auto fault = domain::validate(table); !fault)
        return core::ready<Unit>(fault);
    domain::AuditEvent a;
    a.actor = m_context.operatorName;
    a.action = QStringLiteral("activity.change");
    a.tenant = a.subject = m_connections.tenant.id.str();
    a.outcome = QStringLiteral("done");
    a.data = {{QStringLiteral("after"), domain::toJson(table)}};
    return m_context.ledger->settings().set(settingName(), core::compactJson(domain::toJson(table)), a);
}

Async<QString> AccountActivity::identityState(const domain::Identity &p)
{
    core::Deferred<QString> out;
    if (domain::isIdentityIq(m_connections.tenant) || p.profile.isEmpty() || p.lifecycle.isEmpty()) {
        out.resolve(QString());
        return out.future();
    }
    // Not allowed to be read, or not there, leaves it to the table; no answer at all is "not known".
    const auto unread = [](const core::Error &e) {
        return e.code == ErrorCode::Forbidden || e.code == ErrorCode::NotFound ? QString() : QStringLiteral("?");
    };
    using Profiles = QList<domain::IdentityProfile>;
    using States = QList<domain::LifecycleState>;
    core::whenDone<Profiles>(net::sailpoint::listProfiles(m_connections.api), this,
        [this, p, out, unread](const Result<Profiles> &profiles) {
            if (!profiles)
                return out.resolve(unread(profiles.error()));
            QString profile;
            for (const domain::IdentityProfile &one : *profiles) {
                if (one.name == p.profile)
                    profile = one.id;
            }
            if (profile.isEmpty())
                return out.resolve(QString());
            core::whenDone<States>(net::sailpoint::lifecycleStates(m_connections.api, profile), this,
                [p, out, unread](const Result<States> &states) {
                    if (!states)
                        return out.resolve(unread(states.error()));
                    QString word;
                    for (const domain::LifecycleState &s : *states) {
                        if (s.technicalName == p.lifecycle)
                            word = s.identityState;
                    }
                    out.resolve(word);
                });
        });
    return out.future();
}

ActivitySeen AccountActivity::seenBy(
    const QString &word, const core::SessionId &id, const domain::Identity &person, const domain::ActivityTable &table)
{
    m_identityStates.insert(id.str(), word);
    return {domain::activityOf(person, word.isEmpty() ? std::nullopt : std::optional(word), table),
        domain::activityMark(person)};
}

ActivitySeen AccountActivity::seenBefore(
    const core::SessionId &id, const domain::Identity &person, const domain::ActivityTable &table) const
{
    const auto said = m_identityStates.constFind(id.str());
    return {domain::activityOf(person, said == m_identityStates.cend() ? std::nullopt : std::optional(*said), table),
        domain::activityMark(person)};
}

} // namespace services
