#pragma once
#include "domain/tenants/principal.h"
#include "lab/provider/callbacksender.h"
#include "net/receiver/receiver.h"
#include "store/ledger/ledger.h"
#include "support/await.h"
#include "support/fakeclock.h"
#include <QHostAddress>
#include <QTcpSocket>

namespace support {

/// A whole pass of the session that the stand has.
inline const QByteArray soundCallback =
    R"({"session_id":"k1-1","verification_status":"VERIFIED","ial_level":2,"verified_name":"ANN EXAMPLE",)"
    R"("document_type":"passport","completed_at":"2026-07-01T10:00:00Z","birth_date":"1990-01-01"})";

inline const QByteArray receiverSecret = "0123456789abcdef0123456789abcdef";

/// Where the stand's clock begins.
inline constexpr core::Instant receiverStart = 1'800'000'000'000;

/// Any free port, and nobody slowed down.
inline domain::ReceiverSettings receiverSettings(domain::CallbackAuth auth = domain::CallbackAuth::Bearer)
{
    domain::ReceiverSettings s;
    s.port = 0;
    s.auth = auth;
    s.perSecond = 10'000;
    s.maxPerPeer = 64;
    return s;
}

/// A receiver over a real ledger with one session that the provider knows as k1-1.
struct ReceiverStand
{
    explicit ReceiverStand(
        domain::ReceiverSettings s = receiverSettings(), const QByteArray &nonce = {}, const QString &file = {})
        : receiver(
              [this](QList<domain::Callback> batch, std::function<void(QList<domain::CallbackVerdict>)> done) {
                  ledger->callbacks().store(std::move(batch), std::move(done));
              },
              clock)
    {
        ledger = *store::Ledger::open(file.isEmpty() ? dir.filePath(QStringLiteral("ledger.db")) : file, clock);
        domain::AuditEvent a;
        a.actor = a.action = a.tenant = a.subject = a.outcome = QStringLiteral("test");
        domain::Tenant tenant;
        tenant.id = core::TenantId(QStringLiteral("t1"));
        tenant.name = QStringLiteral("Lab");
        (void)await(ledger->tenants().add(tenant, a));
        (void)await(ledger->settings().set(domain::operatorSetting(tenant.id, {}), QStringLiteral("somebody")));
        domain::Session session;
        session.id = core::SessionId(QStringLiteral("s1"));
        session.tenant = core::TenantId(QStringLiteral("t1"));
        session.request.identity = core::IdentityId(QStringLiteral("i1"));
        session.request.documents = domain::documentTypes();
        session.createdAt = clock->now();
        session.expiresAt = session.createdAt + core::hourMs;
        if (await(ledger->sessions().start(session,
                nonce.isEmpty()
                    ? QString()
                    : QString::fromLatin1(QCryptographicHash::hash(nonce, QCryptographicHash::Sha256).toHex()),
                a)))
            (void)await(ledger->sessions().change(
                session.id, [](const domain::Session &now) -> core::Result<domain::SessionStep> {
                    domain::SessionStep step;
                    step.session = now;
                    step.session.providerId = core::ProviderSessionId(QStringLiteral("k1-1"));
                    step.session.state = domain::SessionState::Pending;
                    return step;
                }));
        options.tenant = session.tenant;
        options.settings = s;
        options.secret =
            s.auth == domain::CallbackAuth::None
                ? core::SecretPtr()
                : core::makeSecret(s.auth == domain::CallbackAuth::Basic ? "idv:" + receiverSecret : receiverSecret);
        if (s.auth == domain::CallbackAuth::Ed25519)
            options.secret = core::makeSecret(lab::makeCallbackSecret(QStringLiteral("ed25519")).given.toUtf8());
        start();
    }
    ~ReceiverStand()
    {
        receiver.stop();
        ledger->drain();
    }
    void start()
    {
        const auto p = receiver.start(options);
        QVERIFY2(bool(p), p ? "" : qPrintable(p.error().text));
        port = *p;
    }
    /// Writes the pieces with pauses between them and returns what comes back until the other side closes or `ms` pass.
    /// Whoever is answered before the end sends no more: what is written to a closed connection loses the answer.
    QByteArray raw(const QList<QByteArray> &pieces, int pauseMs = 0, int ms = 4000)
    {
        QTcpSocket s;
        s.connectToHost(QHostAddress::LocalHost, port);
        if (!s.waitForConnected(2000))
            return "no connection";
        for (const QByteArray &piece : pieces) {
            s.write(piece);
            s.flush();
            if (pauseMs > 0)
                QTest::qWait(pauseMs);
            else if (pieces.size() > 1)
                (void)s.waitForReadyRead(0);
            if (s.bytesAvailable() > 0)
                break;
        }
        (void)QTest::qWaitFor(
            [&s] { return s.state() == QAbstractSocket::UnconnectedState || s.bytesAvailable() > 0; }, ms);
        return s.readAll();
    }
    static QByteArray request(const QByteArray &body = soundCallback,
        const QByteArray &headers = "Authorization: Bearer " + receiverSecret + "\r\n",
        const QByteArray &target = "/idv/callback", const QByteArray &type = "application/json",
        const QByteArray &method = "POST")
    {
        return method + ' ' + target + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + type +
               "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n" + headers +
               "\r\n" + body;
    }
    int status(const QByteArray &bytes)
    {
        answer = raw({bytes});
        return answer.mid(9, 3).toInt();
    }
    QList<domain::InboxEntry> entries(const char *state)
    {
        return *await(ledger->callbacks().inState(options.tenant, QString::fromLatin1(state), 5000));
    }

    QTemporaryDir dir;
    std::shared_ptr<support::FakeClock> clock = std::make_shared<support::FakeClock>(receiverStart);
    std::unique_ptr<store::Ledger> ledger;
    net::Receiver receiver;
    net::ReceiverOptions options;
    quint16 port = 0;
    QByteArray answer;
};

} // namespace support
