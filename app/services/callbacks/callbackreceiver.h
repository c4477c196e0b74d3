#pragma once
#include "core/async.h"
#include "core/secret.h"
#include "domain/events/triggerevent.h"
#include "domain/tenants/tenant.h"
#include "services/callbacks/receivedlines.h"
#include "services/tenants/context.h"
#include <QJsonObject>
#include <QObject>
#include <QTimer>
#include <atomic>
#include <memory>

namespace services {

class ReceiverSecrets;
class RequestReplay;

struct Listening
{
    QString url;         ///< the local address; a relay's public one is the tenant's callbackBaseUrl
    QString fingerprint; ///< SHA-256 of the certificate; empty without TLS
};

/// What came in this process.
struct ReceiverCounts
{
    qint64 seen = 0, refused = 0;
    qint64 notShown = 0; ///< answered, and under a flood not shown
};

/// Secrets that came by another way than the keychain; null members are read from it.
struct ReceivingSecrets
{
    core::SecretPtr current;
    core::SecretPtr next;
};

/// The callback receiver of one tenant: its settings, its secrets, what it has seen. Thread: the object's.
class CallbackReceiver : public QObject
{
    Q_OBJECT
public:
    CallbackReceiver(domain::Tenant tenant, Context &context, QObject *parent = nullptr);
    ~CallbackReceiver() override;

    /// Usage with the field at fault, Conflict when the port is taken, VaultUnavailable.
    core::Async<Listening> start(const ReceivingSecrets &secrets = {});
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
    /// Sees each admitted callback as it came; what it holds of a person may not be kept. Empty: nobody looks. Called
    /// on the object's thread.
    void setMessageWatch(std::function<void(const QJsonObject &)> watch);
    /// Where they are received on this computer; empty while it is not listening for them.
    QString eventsUrl() const;
    /// Takes effect at the next start.
    void setSettings(const domain::ReceiverSettings &settings) { m_tenant.receiver = settings; }
    bool isListening() const { return !m_listening.url.isEmpty(); }
    const Listening &listening() const { return m_listening; }
    /// Newest first, at most 10,000; captures of at most 64 MB, those of the oldest go first.
    const std::deque<ReceivedLine> &lines() const { return m_lines.all(); }
    ReceiverCounts counts() const;
    void clearLines();
    const domain::Tenant &tenant() const { return m_tenant; }
    ReceiverSecrets &secrets() { return *m_secrets; }
    /// Laboratories.
    RequestReplay &replay() { return *m_replay; }

Q_SIGNALS:
    void stateChanged();
    void received(const services::ReceivedLine &line);
    void lockedOut(const QString &peer);
    void stoppedIdle();

private:
    core::Async<Listening> open(const core::SecretPtr &current, const core::SecretPtr &next);
    core::Result<Listening> listen(const core::SecretPtr &current, const core::SecretPtr &next,
        const QByteArray &certificate, const core::SecretPtr &key);
    void note(ReceivedLine line);
    void considerIdle();

    domain::Tenant m_tenant;
    domain::TakeEvent m_takeEvent;
    std::function<QSet<QString>()> m_wantedAttributes;
    std::function<void(const QJsonObject &)> m_messageWatch;
    std::atomic<bool> m_isWatched{false}; ///< the receiver's thread asks
    core::SecretPtr m_eventsToken;
    Context &m_context;
    std::unique_ptr<ReceiverSecrets> m_secrets;
    std::unique_ptr<RequestReplay> m_replay;
    struct Port;
    std::unique_ptr<Port> m_port;
    Listening m_listening;
    ReceivedLines m_lines;
    QTimer m_idle;
    std::chrono::milliseconds m_idleAfter{0};
    core::Instant m_lastAt = 0;
    bool m_isAsleep = false;
};

} // namespace services
