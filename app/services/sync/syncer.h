#pragma once
#include "core/async.h"
#include "core/clock.h"
#include "domain/sync/synchealth.h"
#include <QObject>
#include <QString>
#include <memory>

namespace services {

class Stores;
struct TenantConnections;

struct SyncOptions
{
    bool full = false;
    bool includeUncorrelated = false;
};

struct SyncResult
{
    qint64 identities = 0; ///< correlated people in the local copy
    qint64 uncorrelated = 0;
    qint64 requests = 0; ///< every HTTP request, token and counts included
    double seconds = 0;  ///< until rows and list indexes were committed
    QString mode;        ///< "full" or "incremental"
    qint64 gone = 0;
    qint64 added = 0;
    qint64 changed = 0;
    bool isResumed = false;
};

/// Copies a tenant's people: fully at first and once a day, by changes in between. A page is written while the next is
/// fetched; a kill or a lost network resumes behind the last page written. One process at a time per tenant.
/// Thread: the GUI's or main; parsing and writing happen on the identity cache's. Errors: Conflict when another process
/// copies; Protocol "count differs: n of m" when the tenant's own count does not agree, never a success.
class Syncer : public QObject
{
    Q_OBJECT
public:
    Syncer(TenantConnections &connections, Stores &ledger, QString holder, QObject *parent = nullptr);
    ~Syncer() override;
    core::Async<SyncResult> run(const SyncOptions &options);
    bool isRunning() const;
    core::Async<domain::SyncState> state();
    /// The last success and what became of the last try, as separate facts.
    core::Async<domain::SyncHealth> health();
    /// Builds the search index in slices behind everything else; at once when it is there.
    core::Async<core::Unit> buildSearch();
    /// How the last try of this process failed; nothing after a success, or when another process copies.
    const std::optional<domain::SyncFailure> &lastFailure() const { return m_failure; }
    /// Stops after the page in flight; what is written stays and the copy resumes later.
    void stop();

Q_SIGNALS:
    void started(bool isFull);
    void progress(qint64 done, qint64 expected);
    void ended();

private:
    struct Run;
    std::shared_ptr<Run> m_run;
    std::optional<domain::SyncFailure> m_failure;
    TenantConnections &m_connections;
    Stores &m_ledger;
    QString m_holder;
};

} // namespace services
