#pragma once
#include "core/async.h"
#include "domain/callbacks/callbackrecord.h"
#include "domain/verification/verification.h"
#include "services/tenants/context.h"
#include <QObject>

namespace services {

class Verifier;

/// Callbacks that passed the receiver's checks but belong to no session that the console could name: a person looks at
/// them. Thread: the GUI's or main.
class UnmatchedCallbacks : public QObject
{
    Q_OBJECT
public:
    UnmatchedCallbacks(core::TenantId tenant, Verifier &verifier, Context &context, QObject *parent = nullptr);
    ~UnmatchedCallbacks() override;

    /// Oldest first, at most 200.
    core::Async<QList<domain::InboxEntry>> entries();
    /// Sessions of the last seven days that may take this callback: domain::assignmentFault() says nothing against
    /// them.
    core::Async<QList<domain::Session>> candidates(const domain::InboxEntry &entry);
    /// Hands the callback to a session, as a hint: it brings the status query forward and never decides. Recorded
    /// before anything is asked. Conflict with the reason in words when it does not fit, NotFound.
    core::Async<domain::Session> assignToSession(qint64 sequence, const core::SessionId &session);
    /// The callback is never applied. `why` goes to the audit log, at most 500 characters.
    core::Async<core::Unit> dismiss(qint64 sequence, const QString &why);

Q_SIGNALS:
    void changed();

private:
    core::TenantId m_tenant;
    Verifier &m_verifier;
    Context &m_context;
};

} // namespace services
