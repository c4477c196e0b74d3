#pragma once
#include "core/async.h"
#include "core/ids.h"
#include "core/secret.h"
#include "domain/verification/verification.h"
#include <QJsonObject>
#include <QObject>

namespace services {

struct Context;
class GateReader;
class SignIn;
struct TenantConnections;
class TenantSession;

/// What a second person decides, who signs in with an own SailPoint client that is used once and never stored: a held
/// result, an account that is not known to be active, a clock that the log lies ahead of. Thread: the GUI's or main.
class SecondPersonDecisions : public QObject
{
    Q_OBJECT
public:
    /// All of them live longer.
    SecondPersonDecisions(TenantConnections &connections, Context &context, TenantSession &tenantSession,
        GateReader &gate, SignIn &signIn, QObject *parent = nullptr);
    ~SecondPersonDecisions() override;

    /// As Recovery's functions of these names.
    core::Async<domain::Session> review(const core::SessionId &id, bool isAccepted, const QString &comment,
        const core::SecretPtr &clientId, const core::SecretPtr &clientSecret);
    core::Async<domain::Session> acceptActivity(const core::SessionId &id, const QString &comment,
        const core::SecretPtr &clientId, const core::SecretPtr &clientSecret);
    core::Async<core::Unit> acceptClock(
        const QString &comment, const core::SecretPtr &clientId, const core::SecretPtr &clientSecret);

private:
    core::Async<domain::Session> decided(
        const core::SessionId &id, bool isAccepted, const QString &comment, const QString &reviewer);
    core::Async<domain::Session> noteActivity(
        const core::SessionId &id, const QJsonObject &detail, const QString &comment);

    TenantConnections &m_connections;
    Context &m_context;
    TenantSession &m_tenantSession;
    GateReader &m_gate;
    SignIn &m_signIn;
};

} // namespace services
