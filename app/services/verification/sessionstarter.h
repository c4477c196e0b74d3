#pragma once
#include "core/async.h"
#include "domain/identities/identity.h"
#include "domain/verification/verification.h"
#include "services/tenants/context.h"
#include <QHash>
#include <QJsonObject>
#include <QObject>

namespace services {

struct TenantConnections;
class IdentityDirectory;
class InvitationLinks;
class SessionControl;
class Sessions;

/// Starts verifications: what stands against a start, the intent, the one POST. Thread: the GUI's or main.
class SessionStarter : public QObject
{
    Q_OBJECT
public:
    SessionStarter(TenantConnections &connections, Context &context, Sessions &sessions, SessionControl &control,
        InvitationLinks &links, IdentityDirectory &directory);

    /// Why a verification cannot start for this person; empty when it can. Asks nobody.
    QString obstacle(const domain::Identity &person, const domain::VerificationRequest &request) const;
    /// Intent and audit record are durable before anything leaves this computer; the POST is sent once. The session
    /// that comes back is Pending, LaunchUnknown or LaunchFailed (its closingReason says why). Errors: Usage with the
    /// field, Conflict with the open session's id in `detail`, Storage.
    core::Async<domain::Session> start(const domain::Identity &person, domain::VerificationRequest request);
    /// Ends the open session (cancelled where the provider can) and starts another one.
    core::Async<domain::Session> replace(
        const core::SessionId &open, const domain::Identity &person, const domain::VerificationRequest &request);
    /// Why the POST of a campaign's session did not bring one; asked once.
    std::optional<core::Error> takeLaunchFault(const core::SessionId &id);
    bool canSend(domain::Delivery delivery) const;
    /// A start is on its way: its answer would be lost with this object.
    bool isLaunching() const { return m_launching > 0; }
    /// Where the simulator posts to when the tenant names no callback address: this computer's own receiver.
    void setLocalCallback(const QString &url) { m_localCallback = url; }

Q_SIGNALS:
    void idle();
    /// The provider answered, and the ledger cannot be written: it is tried again while the program runs. `why`: a
    /// sentence.
    void unwritten(const QString &why);

private:
    struct StartedFor
    {
        QString campaign, releasedBy;
        int linkMinutes = 0;
        bool clearsVerified = false, isByProgram = false;
    };
    struct CallbackAddress
    {
        QString url, nonceHash;
    };
    static StartedFor takenFrom(domain::VerificationRequest &request);
    domain::Session newSession(
        const domain::Identity &person, const domain::VerificationRequest &request, const StartedFor &kept) const;
    CallbackAddress newAddress() const;
    QString callbackUrl() const;
    core::Async<core::Unit> mayStart(const domain::Identity &person, const domain::VerificationRequest &request);
    void post(const domain::Session &session, const domain::Identity &person, const QString &callbackUrl,
        const core::Deferred<domain::Session> &out);
    void answered(const domain::Session &session, const core::Result<domain::CreatedSession> &created,
        const QJsonObject &readBack, const core::Deferred<domain::Session> &out);

    TenantConnections &m_connections;
    Context &m_context;
    Sessions &m_sessions;
    SessionControl &m_control;
    InvitationLinks &m_links;
    IdentityDirectory &m_directory;
    QHash<QString, core::Error> m_launchFaults;
    QString m_localCallback;
    int m_launching = 0;
};

} // namespace services
