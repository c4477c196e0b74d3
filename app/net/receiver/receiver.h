#pragma once
#include "core/clock.h"
#include "core/result.h"
#include "core/secret.h"
#include "domain/callbacks/callbackrecord.h"
#include "domain/callbacks/capture.h"
#include "domain/events/triggerevent.h"
#include <QList>
#include <QObject>
#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace net {

/// What the live list shows of a request. No body and no secret, except in a laboratory that captures.
struct ReceivedRequest
{
    core::Instant at = 0;
    QString peer;
    QString method;
    domain::CallbackVerdict verdict = domain::CallbackVerdict::BadPath;
    int status = 0;
    qint64 bytes = 0;
    qint64 microseconds = 0; ///< from the last byte of the request to the answer
    core::ProviderSessionId session;
    QString field; ///< of a body that was refused: the field at fault; empty when the structure is
    int key = 0;
    QString trigger;                                        ///< of an event of SailPoint
    std::shared_ptr<const domain::CapturedRequest> capture; ///< null unless the options ask for it
};

struct ReceiverOptions
{
    core::TenantId tenant;
    domain::ReceiverSettings settings;
    core::SecretPtr secret;
    core::SecretPtr nextSecret; ///< may be null
    QByteArray certificatePem;  ///< with TLS
    core::SecretPtr keyPem;
    QByteArray clientCaPem; ///< with TLS: senders need a certificate of these authorities; empty: none asked
    /// A probe of a console came (domain/callbacks/probe.h). `isProven`: by a signature, as a message of the provider
    /// has to be. Called on the receiver's thread; empty: probes are refused like any other message.
    std::function<void(const QByteArray &nonce, bool isProven)> takeProbe;
    /// Sees each admitted callback before its fields are read; as net::MessageWatch. Called on the receiver's thread.
    std::function<void(const QJsonObject &)> sawMessage;
    bool captures = false;            ///< simulated tenants only: requests are kept in memory for the inspector
    domain::ProviderProfile provider; ///< how its messages are read
    // Events of SailPoint, where the settings take them.
    core::SecretPtr eventsToken;
    /// Attributes whose values are kept of an event. Called on the receiver's thread.
    std::function<QSet<QString>()> wantedAttributes;
    /// Must make the event durable and then call back once, from any thread, within nine seconds: SailPoint waits for
    /// ten. `secret` completes its invocation and is null where there is none. Called on the receiver's thread.
    domain::TakeEvent takeEvent;
};

/// Receives the provider's callbacks, and at a second path SailPoint's events: POST, everything checked in the order
/// cheap to dear, stored before it is answered. Runs on a thread of its own; signals arrive on the object's thread.
///
/// Order: rate, path, method, media type, proof over the raw bytes, strict JSON, session and status (or trigger and
/// subject) present, `store`.
class Receiver : public QObject
{
    Q_OBJECT
public:
    /// Must make the batch durable and then call back once, from any thread, with one verdict each (Stored, Duplicate,
    /// Quarantined or Busy). Called on the receiver's thread.
    using Store = std::function<void(QList<domain::Callback>, std::function<void(QList<domain::CallbackVerdict>)>)>;

    Receiver(Store store, std::shared_ptr<core::Clock> clock, QObject *parent = nullptr);
    ~Receiver() override;
    /// The port that it listens on. Usage with the field at fault, Conflict when the port is taken.
    core::Result<quint16> start(const ReceiverOptions &options);
    /// Answers what is being stored, then closes.
    void stop();
    bool isListening() const { return m_engine != nullptr; }
    /// Requests that were answered and, under a flood, not told of. Any thread.
    qint64 untold() const { return m_untold.load(); }

Q_SIGNALS:
    /// For a list on a screen: under a flood only the newest are told.
    void handled(const net::ReceivedRequest &request);
    /// A peer failed to sign in so often that it has to wait.
    void lockedOut(const QString &peer);

private:
    class Engine;
    Store m_store;
    std::shared_ptr<core::Clock> m_clock;
    void push(const ReceivedRequest &request);
    void wake();
    std::mutex m_mutex;                    ///< of the two below
    std::vector<ReceivedRequest> m_recent; ///< not yet told; the newest 2,000
    bool m_isWaking = false;
    std::atomic<qint64> m_untold{0};
    std::unique_ptr<QThread> m_thread;
    Engine *m_engine = nullptr;
};

/// A certificate for addresses of this computer, self-signed, P-256, 825 days. The key is a secret.
struct MadeCertificate
{
    QByteArray certificatePem;
    core::SecretPtr keyPem;
};
core::Result<MadeCertificate> makeCertificate(const QStringList &namesAndAddresses, core::Instant now);
/// SHA-256 of the first certificate of a PEM file, as "AB:CD:…"; empty when it cannot be read.
QString fingerprintOf(const QByteArray &certificatePem);

} // namespace net
