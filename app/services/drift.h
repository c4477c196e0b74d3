#pragma once
#include "core/async.h"
#include "domain/drift.h"
#include <QObject>

namespace services {

class Workspace;

/// What the provider said against what SailPoint stores, by the local copy; and its repair through the tenant's write-back.
/// Errors: Conflict when the tenant writes nothing, or SailPoint agrees by now. Thread: the GUI's or main.
class DriftCheck : public QObject
{
    Q_OBJECT
public:
    explicit DriftCheck(Workspace &workspace, QObject *parent = nullptr);
    /// By the latest verified session of each person, newest first.
    core::Async<QList<domain::Drift>> list();
    /// Reads the person from SailPoint first, then plans the same result anew. "Written" only when SailPoint shows it.
    core::Async<domain::Session> repair(const core::SessionId &session);
    /// Why nothing can be repaired here; empty when it can.
    QString obstacle() const;

private:
    Workspace &m_workspace;
};

} // namespace services
