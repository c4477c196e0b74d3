#pragma once
#include "core/async.h"
#include "domain/identities/people.h"
#include <QObject>
#include <QTimer>
#include <vector>

namespace services {

struct Context;
struct TenantConnections;

/// The open tenant's freshness policy: kept in the ledger, applied to the local copy, looked ahead with. Rules that
/// start later begin by themselves. Another process's change is taken over within a second. Errors: Usage with the
/// field at fault, Storage, Conflict when the tenant is locked. Thread: the GUI's or main.
class Reverification : public QObject
{
    Q_OBJECT
public:
    Reverification(TenantConnections &connections, Context &context, QObject *parent = nullptr);

    const domain::ReverificationPolicy &policy() const { return m_policy; }
    /// What is stored cannot be read: what was last applied stays in force. Empty otherwise.
    const QString &problem() const { return m_problem; }
    /// Done once what is stored has reached the local copy.
    core::Async<core::Unit> load();
    /// Recorded with all of its rules before it takes effect.
    core::Async<core::Unit> save(const domain::ReverificationPolicy &policy);
    /// Its profiles, lifecycle words, sources, statuses and groups are those of the local copy. Usage with the place of
    /// the first that is not, all of them in the detail; Conflict while the copy is empty and names are used.
    core::Async<core::Unit> namesFit(const domain::ReverificationPolicy &policy);
    /// As `policy` would have it; nothing is changed.
    core::Async<domain::Outlook> preview(const domain::ReverificationPolicy &policy);
    core::Async<QList<domain::WeekLoad>> forecast();
    /// Mondays at midnight, local time: this week's and the next twelve.
    static std::vector<core::Instant> weeks(core::Instant now);

Q_SIGNALS:
    void changed();

private:
    core::Async<core::Unit> apply(const domain::ReverificationPolicy &policy);
    QString setting() const;
    core::Error problemNow() const;
    TenantConnections &m_connections;
    Context &m_context;
    domain::ReverificationPolicy m_policy;
    QString m_stored; ///< as in the ledger when it was last read
    QString m_problem;
    QTimer m_next; ///< a rule starts
};

} // namespace services
