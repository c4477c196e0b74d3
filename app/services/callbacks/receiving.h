#pragma once
#include "core/async.h"
#include "core/secret.h"
#include "domain/audit/audit.h"
#include "domain/callbacks/callbackrecord.h"
#include "domain/callbacks/capture.h"
#include "domain/callbacks/requestcollection.h"
#include "domain/events/triggerevent.h"
#include "domain/tenants/tenant.h"
#include "services/tenants/context.h"
#include <QObject>
#include <QTimer>
#include <deque>
#include <memory>

namespace net {
class Http;
struct HttpRequest;
class Receiver;
struct ReceivedRequest;
} // namespace net

namespace services {

/// A line of the live list.
struct ReceivedLine
{
    core::Instant at = 0;
    QString peer;
    QString method;
    domain::CallbackVerdict verdict = domain::CallbackVerdict::BadPath;
    int status = 0;
    qint64 bytes = 0;
    qint64 microseconds = 0;
    QString providerSession;
    QString trigger; ///< of an event of SailPoint
    int key = 0;
    quint64 number = 0;                                     ///< counts from 1 in this process
    std::shared_ptr<const domain::CapturedRequest> capture; ///< of simulated tenants only
    QString field{}; ///< of a body that was refused: the field at fault; empty when the structure is
};

struct Listening
{
    QString url;         ///< the local address; a relay's public one is the tenant's callbackBaseUrl
    QString fingerprint; ///< SHA-256 of the certificate; empty without TLS
};

/// Secrets that came by another way than the keychain; null members are read from it.
struct ReceivingSecrets
{
    core::SecretPtr current;
    core::SecretPtr next;
};

/// The callback receiver of one tenant: its settings, its secrets, what it has seen. Thread: the object's.
class Receiving : public QObject
{
    Q_OBJECT
public:
    Receiving(domain::Tenant tenant, Context &context, QObject *parent = nullptr);
    ~Receiving() override;

    /// Usage with the field at fault, Conflict when the port is taken, VaultUnavailable.
    core::Async<Listening> start(ReceivingSecrets secrets = {});
    void stop();
    /// Laboratories: stops by itself when nothing came for so long and no session of the tenant is open. 0 turns it
    /// off.
    void stopWhenIdle(std::chrono::milliseconds after);
    /// Stopped by itself; start() wakes it.
    bool isAsleep() const { return m_isAsleep; }
    /// Where events of SailPoint go, when the settings take them. Both are called on the receiver's thread.
    void setEvents(domain::TakeEvent take, std::function<QSet<QString>()> wantedAttributes)
    {
        m_takeEvent = std::move(take);
        m_wantedAttributes = std::move(wantedAttributes);
    }
    /// The bearer token of SailPoint's events; made when there is none yet.
    core::Async<core::SecretPtr> eventsToken();
    /// Where they are received on this computer; empty while it is not listening for them.
    QString eventsUrl() const;
    /// Takes effect at the next start.
    void setSettings(const domain::ReceiverSettings &settings) { m_tenant.receiver = settings; }
    bool isListening() const { return !m_listening.url.isEmpty(); }
    const Listening &listening() const { return m_listening; }
    /// Newest first, at most 10,000; captures of at most 64 MB, those of the oldest go first.
    const std::deque<ReceivedLine> &lines() const { return m_lines; }
    qint64 seen() const { return m_seen; }
    qint64 refused() const { return m_refused; }
    /// Answered, and under a flood not shown.
    qint64 notShown() const;
    void clearLines();
    /// The captured request once more, bit for bit, to this receiver; the answer's status. Simulated tenants only.
    core::Async<int> sendAgain(quint64 number);
    /// One of a collection, signed anew with the receiver's own secret, to `url` (empty: this receiver); the answer's
    /// status. Simulated tenants only: with a real one's secret anybody could be verified.
    core::Async<int> send(const domain::SavedRequest &request, const QString &url = {});
    /// A new signing secret, made here, becomes the second one: give it to the sender, then makeNextCurrent().
    core::Async<core::SecretPtr> makeNextSecret();
    core::Async<core::Unit> makeNextCurrent();
    core::Async<core::Unit> setSecret(const core::SecretPtr &secret);

Q_SIGNALS:
    void stateChanged();
    void received(const services::ReceivedLine &line);
    void lockedOut(const QString &peer);
    void stoppedIdle();

private:
    core::Async<core::SecretPtr> optionalSecret(const QString &name);
    core::Async<int> post(const net::HttpRequest &request);
    core::Async<Listening> open(const core::SecretPtr &current, const core::SecretPtr &next);
    core::Result<Listening> listen(const core::SecretPtr &current, const core::SecretPtr &next,
        const QByteArray &certificate, const core::SecretPtr &key);
    void note(const net::ReceivedRequest &request);
    domain::AuditEvent event(const QString &action, const QString &outcome) const;

    domain::Tenant m_tenant;
    domain::TakeEvent m_takeEvent;
    std::function<QSet<QString>()> m_wantedAttributes;
    core::SecretPtr m_eventsToken;
    Context &m_context;
    std::unique_ptr<net::Receiver> m_receiver;
    std::unique_ptr<net::Http> m_http;
    Listening m_listening;
    std::deque<ReceivedLine> m_lines;
    qint64 m_seen = 0;
    qint64 m_refused = 0;
    qint64 m_captured = 0; ///< bytes
    quint64 m_keeping = 0; ///< the oldest line whose capture is kept
    void considerIdle();
    QTimer m_idle;
    std::chrono::milliseconds m_idleAfter{0};
    core::Instant m_lastAt = 0;
    bool m_isAsleep = false;
};

} // namespace services
