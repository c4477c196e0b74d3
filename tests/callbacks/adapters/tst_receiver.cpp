#include "callbacks/adapters/receiverstand.h"
#include "net/receiver/receiver.h"
#include "store/ledger/ledger.h"
#include "support/await.h"
#include "support/fakeclock.h"
#include "support/registry.h"
#include <QTcpSocket>

using domain::CallbackAuth;
using domain::CallbackVerdict;
using support::await;
using support::receiverSettings;
using support::ReceiverStand;

class ReceivingCallbacks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyAllowedFieldsAreKept()
    {
        ReceiverStand s;
        QCOMPARE(s.status(ReceiverStand::request()), 200);
        const auto e = s.entries("new");
        QCOMPARE(e.size(), 1);
        QCOMPARE(e.first().callback.result.verifiedName, QStringLiteral("ANN EXAMPLE"));
        QCOMPARE(e.first().callback.result.ial, std::optional<int>(2));
        QCOMPARE(e.first().session.str(), QStringLiteral("s1"));
        QFile file(s.dir.filePath(QStringLiteral("ledger.db-wal")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.contains("ANN EXAMPLE"));
        QVERIFY(
            !bytes.contains("birth_date") && !bytes.contains("1990-01-01") && !bytes.contains(support::receiverSecret));
    }
    void strangersGoToQuarantineWithoutAName()
    {
        ReceiverStand s;
        QCOMPARE(s.status(ReceiverStand::request(
                     R"({"session_id":"nobody","status":"VERIFIED","verified_name":"EVE STRANGER"})")),
            202);
        const auto e = s.entries("quarantined");
        QCOMPARE(e.size(), 1);
        QVERIFY(e.first().callback.result.verifiedName.isEmpty());
        QVERIFY(s.entries("new").isEmpty());
    }
    void theNonceFindsTheSessionAndGuardsIt()
    {
        ReceiverStand s(receiverSettings(), "n0nce");
        QCOMPARE(s.status(ReceiverStand::request(support::soundCallback,
                     "Authorization: Bearer " + support::receiverSecret + "\r\n", "/idv/callback?n=wrong")),
            202);
        QCOMPARE(s.status(ReceiverStand::request(support::soundCallback + ' ')),
            202); // none, though the address of this session has one
        const QByteArray other = R"({"session_id":"k1-other","status":"VERIFIED"})";
        QCOMPARE(s.status(ReceiverStand::request(
                     other, "Authorization: Bearer " + support::receiverSecret + "\r\n", "/idv/callback?n=n0nce")),
            202);
        QCOMPARE(s.status(ReceiverStand::request(support::soundCallback + "  ",
                     "Authorization: Bearer " + support::receiverSecret + "\r\n", "/idv/callback?x=1&n=n0nce")),
            200);
        QCOMPARE(s.entries("new").size(), 1);
        QCOMPARE(s.entries("new").first().nonce, domain::NonceMatch::Matched);
        QCOMPARE(s.entries("quarantined").size(), 3);
    }
    // The callback was faster than the answer that names the session: taken up when that answer is stored, unless the
    // session's address carried a one-time value that this callback lacks.
    void whatCameBeforeTheAnswerIsTakenUp_data()
    {
        QTest::addColumn<QByteArray>("nonce");
        QTest::addColumn<int>("taken");
        QTest::newRow("no one-time value was given") << QByteArray() << 1;
        QTest::newRow("one was given and is missing") << QByteArray("n2") << 0;
    }
    void whatCameBeforeTheAnswerIsTakenUp()
    {
        QFETCH(QByteArray, nonce);
        QFETCH(int, taken);
        ReceiverStand s;
        domain::Session second;
        second.id = core::SessionId(QStringLiteral("s2"));
        second.tenant = core::TenantId(QStringLiteral("t1"));
        second.request.identity = core::IdentityId(QStringLiteral("i2"));
        second.request.documents = domain::documentTypes();
        second.createdAt = s.clock->now();
        second.expiresAt = second.createdAt + core::hourMs;
        domain::AuditEvent a;
        a.actor = a.action = a.tenant = a.subject = a.outcome = QStringLiteral("test");
        QVERIFY(await(s.ledger->sessions().start(second,
            nonce.isEmpty() ? QString()
                            : QString::fromLatin1(QCryptographicHash::hash(nonce, QCryptographicHash::Sha256).toHex()),
            a)));
        QCOMPARE(s.status(ReceiverStand::request(R"({"session_id":"k1-2","status":"VERIFIED"})")), 202);
        QCOMPARE(s.status(ReceiverStand::request(R"({"session_id":"k1-3","status":"VERIFIED"})")), 202);
        QCOMPARE(s.entries("quarantined").size(), 2);
        QSignalSpy inbox(&s.ledger->callbacks(), &store::CallbackStore::changed);
        QVERIFY(await(
            s.ledger->sessions().change(second.id, [](const domain::Session &now) -> core::Result<domain::SessionStep> {
                domain::SessionStep step;
                step.session = now;
                step.session.providerId = core::ProviderSessionId(QStringLiteral("k1-2"));
                step.session.state = domain::SessionState::Pending;
                return step;
            })));
        QCOMPARE(s.entries("new").size(), taken);
        QCOMPARE(s.entries("quarantined").size(), 2 - taken);
        QCOMPARE(inbox.size(), taken);
        if (taken == 1)
            QCOMPARE(s.entries("new").first().session.str(), QStringLiteral("s2"));
    }
    void aReplayIsKnownAfterARestart()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("ledger.db"));
        {
            ReceiverStand s(receiverSettings(), {}, file);
            QCOMPARE(s.status(ReceiverStand::request()), 200);
            s.clock->advance(1000);
            QCOMPARE(s.status(ReceiverStand::request()), 200);
            QCOMPARE(s.entries("new").size(), 1);
        }
        ReceiverStand s(receiverSettings(), {}, file);
        QSignalSpy handled(&s.receiver, &net::Receiver::handled);
        QCOMPARE(s.status(ReceiverStand::request()), 200);
        QTRY_COMPARE(handled.size(), 1);
        QCOMPARE(qvariant_cast<net::ReceivedRequest>(handled.first().first()).verdict, CallbackVerdict::Duplicate);
        QCOMPARE(s.entries("new").size(), 1);
    }
    void aThousandDuplicatesAtOnceAreOne()
    {
        ReceiverStand s;
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        const QByteArray keep = QByteArray(ReceiverStand::request()).replace("Connection: close\r\n", "");
        for (int i = 0; i < 20; ++i) {
            sockets.push_back(std::make_unique<QTcpSocket>());
            sockets.back()->connectToHost(QHostAddress::LocalHost, s.port);
            sockets.back()->write(QByteArray(keep).repeated(50));
        }
        qsizetype answers = 0;
        QTRY_VERIFY_WITH_TIMEOUT(([&] {
            for (auto &socket : sockets)
                answers += socket->readAll().count("HTTP/1.1 200 OK");
            return answers == 1000;
        }()),
            15000);
        QCOMPARE(s.entries("new").size(), 1);
    }
    void whatCannotBeStoredIsNotAcknowledged()
    {
        auto clock = std::make_shared<support::FakeClock>(support::receiverStart);
        net::Receiver r(
            [](QList<domain::Callback> batch, const std::function<void(QList<CallbackVerdict>)> &done) {
                done(QList<CallbackVerdict>(batch.size(), CallbackVerdict::Busy));
            },
            clock);
        net::ReceiverOptions o;
        o.settings = receiverSettings();
        o.secret = core::makeSecret(support::receiverSecret);
        const auto port = r.start(o);
        QVERIFY(port);
        QTcpSocket s;
        s.connectToHost(QHostAddress::LocalHost, *port);
        s.write(ReceiverStand::request());
        QTRY_VERIFY(s.bytesAvailable() > 0);
        const QByteArray answer = s.readAll();
        QVERIFY(answer.startsWith("HTTP/1.1 503"));
        QVERIFY(answer.contains("Retry-After"));
    }
    void aTakenPortAndBadSettingsAreSaid()
    {
        ReceiverStand s;
        auto clock = std::make_shared<support::FakeClock>(support::receiverStart);
        net::Receiver second(
            [](QList<domain::Callback>, const std::function<void(QList<CallbackVerdict>)> &) {}, clock);
        net::ReceiverOptions o = s.options;
        o.settings.port = s.port;
        const auto taken = second.start(o);
        QVERIFY(!taken);
        QCOMPARE(taken.error().code, core::ErrorCode::Conflict);
        o.settings.port = 0;
        o.settings.address = QStringLiteral("0.0.0.0");
        QCOMPARE(second.start(o).error().field, QStringLiteral("tls"));
        o.settings.auth = CallbackAuth::None;
        QCOMPARE(second.start(o).error().field, QStringLiteral("auth"));
        o = s.options;
        o.secret = {};
        QCOMPARE(second.start(o).error().field, QStringLiteral("callbackSecret"));
        o.secret = core::makeSecret(QByteArrayLiteral("short"));
        QCOMPARE(second.start(o).error().field, QStringLiteral("callbackSecret"));
        QVERIFY(!second.isListening());
    }
    void settingsSurviveTheirJson()
    {
        auto s = receiverSettings(CallbackAuth::Ed25519);
        s.scheme = *domain::signaturePreset(QStringLiteral("timestamped"));
        s.presetName = QStringLiteral("timestamped");
        s.trustsUnsigned = true;
        s.tls = domain::ReceiverTls::Own;
        s.certificateFile = QStringLiteral("/a");
        const auto back = domain::receiverFromJson(domain::toJson(s));
        QVERIFY(back);
        QVERIFY(*back == s);
    }
};
IDV_TEST(ReceivingCallbacks)
#include "tst_receiver.moc"
