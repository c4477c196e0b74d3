#pragma once
#include "core/async.h"
#include "domain/verification/sessionlog.h"
#include "domain/verification/verification.h"
#include "services/tenants/context.h"
#include <QObject>

namespace services {

struct TenantConnections;
class Sessions;

/// What a person does to an open verification. Thread: the GUI's or main.
class SessionControl : public QObject
{
    Q_OBJECT
public:
    SessionControl(TenantConnections &connections, Context &context, Sessions &sessions);
    /// Cancels at the provider where it has a call for it, otherwise stops watching.
    core::Async<domain::Session> stop(const core::SessionId &id, const QString &why);
    /// At most every domain::resendPause: RateLimited with the seconds to wait.
    core::Async<core::Unit> sendAgain(const core::SessionId &id);
    bool canCancel() const;
    bool canSendAgain() const;

private:
    void noteNotSentAgain(const core::SessionId &id, const core::Error &error);
    TenantConnections &m_connections;
    Context &m_context;
    Sessions &m_sessions;
};

} // namespace services
