#pragma once
#include "core/async.h"
#include "domain/identities/people.h"
#include "domain/verification/writeback/drift.h"
#include <QObject>

namespace services {

class TenantSession;

/// What the provider said against what SailPoint stores, by the local copy; and its repair through the tenant's
/// write-back. Errors: Conflict when the tenant writes nothing, or SailPoint agrees by now. Thread: the GUI's or main.
class DriftCheck : public QObject
{
    Q_OBJECT
public:
    explicit DriftCheck(TenantSession &tenantSession, QObject *parent = nullptr);
    /// By the latest verified session of each person, newest first. Who was read when is the local copy's, whatever
    /// process synchronised: a pass that SailPoint does not show fifteen minutes later is not stored, before that
    /// nobody has looked.
    core::Async<domain::DriftList> list();
    /// Reads the person from SailPoint first, then plans the same result anew. "Written" only when SailPoint shows it.
    core::Async<domain::Session> repair(const core::SessionId &session);
    /// Why nothing can be repaired here; empty when it can.
    QString obstacle() const;

private:
    core::Async<domain::DriftList> compare(
        const std::shared_ptr<QList<domain::Session>> &latest, const QStringList &ids, const domain::SyncState &sync);
    TenantSession &m_tenantSession;
};

} // namespace services
