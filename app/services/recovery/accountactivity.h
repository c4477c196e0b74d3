#pragma once
#include "core/async.h"
#include "core/ids.h"
#include "domain/identities/activity.h"
#include "domain/recovery/recovery.h"
#include <QHash>
#include <QObject>
#include <optional>

namespace services {

struct Context;
struct TenantConnections;

/// Whether an account was seen to be active.
struct ActivitySeen
{
    std::optional<domain::Activity> activity; ///< nothing while it was not asked
    QString mark;                             ///< of the words it was read from
};

/// Whether people's accounts are active: by the tenant's own table, and by SailPoint's word for a lifecycle state.
/// Thread: the GUI's or main.
class AccountActivity : public QObject
{
    Q_OBJECT
public:
    AccountActivity(TenantConnections &connections, Context &context, QObject *parent = nullptr);
    ~AccountActivity() override;

    /// What counts as an active account here; "active" for every profile until something else is set.
    core::Async<domain::ActivityTable> table();
    /// Usage with the place. Recorded.
    core::Async<core::Unit> setTable(const domain::ActivityTable &table);
    /// SailPoint's own word for the lifecycle state; empty where it cannot be read or says nothing, "?" where nobody
    /// answers.
    core::Async<QString> identityState(const domain::Identity &person);
    /// By this word of SailPoint's, which is remembered for the session.
    ActivitySeen seenBy(const QString &word, const core::SessionId &id, const domain::Identity &person,
        const domain::ActivityTable &table);
    /// By the word that is remembered for the session, if there is one.
    ActivitySeen seenBefore(
        const core::SessionId &id, const domain::Identity &person, const domain::ActivityTable &table) const;

private:
    QString settingName() const;

    TenantConnections &m_connections;
    Context &m_context;
    QHash<QString, QString> m_identityStates; ///< SailPoint's word for the person's lifecycle state, by session
};

} // namespace services
