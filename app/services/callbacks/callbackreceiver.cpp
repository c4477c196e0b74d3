#include "services/callbacks/callbackreceiver.h"
#include "core/logfailure.h"
#include "net/receiver/receiver.h"
#include "services/callbacks/callbackprobe.h"
#include "services/callbacks/receiversecrets.h"
#include "services/callbacks/requestreplay.h"
#include "services/tenants/internal/stores.h"
#include "services/tenants/secrets.h"
#include "vault/vault.h"
#include <QCoreApplication>
#include <QFile>

namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::SecretPtr;
using core::Unit;

static QString sayReceiver(const char *text)
{
    return QCoreApplication::translate("Receiver", text);
}

/// The open port: what the network side of this object is.
struct CallbackReceiver::Port
{
    Port(const Stores &ledger, std::shared_ptr<core::Clock> clock)
        : receiver(
              [&inbox = ledger.callbacks()](
                  QList<domain::Callback> batch, std::function<void(QList<domain::CallbackVerdict>)> done) {
                  inbox.store(std::move(batch), std::move(done));
              },
              std::move(clock))
    {
    }
    net::Receiver receiver;
};

static ReceivedLine lineOf(const net::ReceivedRequest &r)
{
    return {r.at, r.peer, r.method, r.verdict, r.status, r.bytes, r.microseconds, r.session.str(), r.trigger, r.key, 0,
        r.capture, r.field};
}

CallbackReceiver::CallbackReceiver(domain::Tenant tenant, Context &context, QObject *parent)
    : QObject(parent), m_tenant(std::move(tenant)), m_context(context),
      m_secrets(std::make_unique<ReceiverSecrets>(m_tenant, context)),
      m_replay(std::make_unique<RequestReplay>(*this, context.clock)),
      m_port(std::make_unique<Port>(*context.ledger, context.clock))
{
    connect(&m_idle, &QTimer::timeout, this, &CallbackReceiver::considerIdle);
    connect(
        &m_port->receiver, &net::Receiver::handled, this, [this](const net::ReceivedRequest &r) { note(lineOf(r)); });
    connect(&m_port->receiver, &net::Receiver::lockedOut, this, [this](const QString &peer) {
        auto e = receiverEvent(m_context, m_tenant, QStringLiteral("receiver.locked-out"), QStringLiteral("noted"));
        e.personal << domain::personal(QStringLiteral("peer"), peer);
        core::logFailure(
            m_context.ledger->audit().append(e), this, lcService, "That a sender is locked out could not be recorded.");
        Q_EMIT lockedOut(peer);
    });
}

CallbackReceiver::~CallbackReceiver()
{
    m_port->receiver.stop();
    m_context.ledger->file().drain(); // what was being stored holds a pointer to the receiver's inside
}

Async<Listening> CallbackReceiver::start(const ReceivingSecrets &given)
{
    if (!m_tenant.receiver.problem.isEmpty())
        return core::ready<Listening>(core::conflict(core::ErrorReason::UnreadableSetting, m_tenant.receiver.problem));
    if (const auto faults = domain::validate(m_tenant.receiver); !faults.isEmpty())
        return core::ready<Listening>(faults.first());
    const auto open_ = [this, given] {
        if (m_tenant.receiver.auth == domain::CallbackAuth::None || given.current)
            return open(given.current, given.next);
        return core::andThen<SecretPtr>(
            m_secrets->optional(secretname::callback), this, [this](const SecretPtr &current) {
                return core::andThen<SecretPtr>(m_secrets->optional(secretname::callbackNext), this,
                    [this, current](const SecretPtr &next) { return open(current, next); });
            });
    };
    if (!m_tenant.receiver.takesEvents)
        return open_();
    return core::andThen<SecretPtr>(m_secrets->eventsToken(), this, [this, open_](const SecretPtr &token) {
        m_eventsToken = token;
        return open_();
    });
}

void CallbackReceiver::setMessageWatch(std::function<void(const QJsonObject &)> watch)
{
    m_messageWatch = std::move(watch);
    m_isWatched = bool(m_messageWatch);
}

QString CallbackReceiver::eventsUrl() const
{
    if (!isListening() || !m_tenant.receiver.takesEvents)
        return {};
    QUrl u(m_listening.url);
    u.setPath(m_tenant.receiver.eventsPath);
    return u.toString();
}

static Result<QByteArray> contents(const char *field, const QString &file)
{
    QFile f(file);
    if (!f.open(QIODevice::ReadOnly) || f.size() > 256 * 1024)
        return core::fieldError(
            QLatin1String(field), sayReceiver(QT_TRANSLATE_NOOP("Receiver", "\"%1\" cannot be read.")).arg(file));
    return f.readAll();
}

Async<Listening> CallbackReceiver::open(const SecretPtr &current, const SecretPtr &next)
{
    // No audit record, no open port.
    return core::andThen<Unit>(m_context.ledger->audit().append(receiverEvent(
                                   m_context, m_tenant, QStringLiteral("receiver.start"), QStringLiteral("intent"))),
        this, [this, current, next](Unit) {
            if (m_tenant.receiver.tls == domain::ReceiverTls::None)
                return core::ready<Listening>(listen(current, next, {}, {}));
            if (m_tenant.receiver.tls == domain::ReceiverTls::Own) {
                const auto certificate = contents("certificate", m_tenant.receiver.certificateFile);
                auto key = contents("key", m_tenant.receiver.keyFile);
                if (!certificate || !key)
                    return core::ready<Listening>(certificate ? key.error() : certificate.error());
                const auto secret = core::makeSecret(*key);
                core::wipe(*key);
                return core::ready<Listening>(listen(current, next, *certificate, secret));
            }
            const QString setting = QStringLiteral("receiver-certificate:") + m_tenant.id.str();
            return core::andThen<SecretPtr>(m_secrets->optional(secretname::callbackTlsKey), this,
                [this, current, next, setting](const SecretPtr &key) {
                    return core::andThen<QString>(m_context.ledger->settings().value(setting), this,
                        [this, current, next, setting, key](const QString &certificate) {
                            if (key && !certificate.isEmpty())
                                return core::ready<Listening>(listen(current, next, certificate.toLatin1(), key));
                            const auto made = net::makeCertificate(
                                {m_tenant.receiver.address, QStringLiteral("127.0.0.1"), QStringLiteral("localhost")},
                                m_context.clock->now());
                            if (!made)
                                return core::ready<Listening>(made.error());
                            return core::andThen<Unit>(
                                m_context.vault.write(secretKey(m_tenant.id, secretname::callbackTlsKey), made->keyPem),
                                this, [this, current, next, setting, made = *made](Unit) {
                                    return core::mapped<Listening, Unit>(m_context.ledger->settings().set(setting,
                                                                             QString::fromLatin1(made.certificatePem)),
                                        this, [this, current, next, made](Unit) {
                                            return listen(current, next, made.certificatePem, made.keyPem);
                                        });
                                });
                        });
                });
        });
}

Result<Listening> CallbackReceiver::listen(
    const SecretPtr &current, const SecretPtr &next, const QByteArray &certificate, const SecretPtr &key)
{
    net::ReceiverOptions o;
    o.tenant = m_tenant.id;
    o.settings = m_tenant.receiver;
    o.secret = current;
    o.nextSecret = next;
    o.certificatePem = certificate;
    o.keyPem = key;
    if (m_tenant.receiver.takesEvents && m_takeEvent) {
        o.eventsToken = m_eventsToken;
        o.takeEvent = m_takeEvent;
        o.wantedAttributes = m_wantedAttributes;
    }
    o.takeProbe = [this](const QByteArray &nonce, bool isProven) {
        QMetaObject::invokeMethod(
            this, [this, nonce, isProven] { noteProbe(m_context, m_tenant.id, nonce, isProven, this); },
            Qt::QueuedConnection);
    };
    o.sawMessage = [this](const QJsonObject &message) {
        if (!m_isWatched)
            return;
        const auto tell = [this, message] {
            if (m_messageWatch)
                m_messageWatch(message);
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    };
    o.captures = m_tenant.environment == domain::Environment::Simulator;
    o.provider = m_tenant.provider;
    if (!m_tenant.receiver.clientCaFile.isEmpty()) {
        const auto authorities = contents("client-ca", m_tenant.receiver.clientCaFile);
        if (!authorities)
            return authorities.error();
        o.clientCaPem = *authorities;
    }
    const auto port = m_port->receiver.start(o);
    if (!port)
        return port.error();
    const bool isV6 = m_tenant.receiver.address.contains(QLatin1Char(':'));
    m_listening.url =
        QStringLiteral("%1://%2:%3%4")
            .arg(certificate.isEmpty() ? QStringLiteral("http") : QStringLiteral("https"),
                isV6 ? QLatin1Char('[') + m_tenant.receiver.address + QLatin1Char(']') : m_tenant.receiver.address,
                QString::number(*port), m_tenant.receiver.path);
    m_listening.fingerprint = net::fingerprintOf(certificate);
    m_lastAt = m_context.clock->now();
    m_isAsleep = false;
    core::logFailure(m_context.ledger->callbacks().prune(m_context.clock->now() - 30 * core::dayMs), this, lcService,
        "Old callbacks could not be removed.");
    Q_EMIT stateChanged();
    return m_listening;
}

void CallbackReceiver::stop()
{
    if (!isListening())
        return;
    m_port->receiver.stop();
    m_listening = {};
    core::logFailure(m_context.ledger->audit().append(
                         receiverEvent(m_context, m_tenant, QStringLiteral("receiver.stop"), QStringLiteral("done"))),
        this, lcService, "The stop of the receiver could not be recorded.");
    Q_EMIT stateChanged();
}

void CallbackReceiver::stopWhenIdle(std::chrono::milliseconds after)
{
    m_idleAfter = after;
    if (after.count() > 0)
        m_idle.start(std::clamp(after / 10, std::chrono::milliseconds(50), std::chrono::milliseconds(60'000)));
    else
        m_idle.stop();
}

void CallbackReceiver::considerIdle()
{
    const auto isQuiet = [this] { return isListening() && m_context.clock->now() - m_lastAt >= m_idleAfter.count(); };
    if (!isQuiet())
        return;
    domain::SessionFilter open;
    open.tenant = m_tenant.id;
    open.states = domain::openStates();
    open.limit = 1;
    core::whenDone<QList<domain::Session>>(
        m_context.ledger->sessions().list(open), this, [this, isQuiet](const Result<QList<domain::Session>> &list) {
            if (!list || !list->isEmpty() || !isQuiet())
                return;
            stop();
            m_isAsleep = true;
            Q_EMIT stoppedIdle();
        });
}

void CallbackReceiver::note(ReceivedLine line)
{
    m_lastAt = line.at;
    Q_EMIT received(m_lines.add(std::move(line)));
}

ReceiverCounts CallbackReceiver::counts() const
{
    return {m_lines.seen(), m_lines.refused(), m_port->receiver.untold()};
}

void CallbackReceiver::clearLines()
{
    m_lines.clear();
    Q_EMIT stateChanged();
}

} // namespace services
