#include "callbacks/adapters/receiverstand.h"
#include "lab/provider/callbacksender.h"
#include "net/receiver/authenticator.h"
#include "net/receiver/receiver.h"
#include "support/registry.h"
#include <QMessageAuthenticationCode>

using domain::CallbackAuth;
using domain::CallbackVerdict;
using support::receiverSettings;
using support::ReceiverStand;

namespace {

QByteArray signatureValue(const domain::SignatureScheme &s, const QByteArray &ts, const QByteArray &encoded)
{
    using Format = domain::SignatureScheme::Format;
    if (s.format == Format::Plain)
        return s.prefix.toLatin1() + encoded;
    if (s.format == Format::Timestamped)
        return "t=" + ts + ",v1=" + encoded;
    return "v1," + encoded;
}

httpd::Request signedRequest(const domain::SignatureScheme &s, const QByteArray &body, const QByteArray &key,
    qint64 seconds, const QByteArray &id = "msg_1")
{
    httpd::Request r;
    r.body = body;
    const QByteArray ts = QByteArray::number(seconds);
    QByteArray text = s.signedText.toLatin1();
    text.replace("{id}", id).replace("{ts}", ts).replace("{body}", body);
    const QByteArray mac = QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256);
    const QByteArray encoded = s.isHex ? mac.toHex() : mac.toBase64();
    r.headers << httpd::Header{s.header.toLatin1(), signatureValue(s, ts, encoded)};
    if (!s.timestampHeader.isEmpty())
        r.headers << httpd::Header{s.timestampHeader.toLatin1(), ts};
    if (!s.idHeader.isEmpty())
        r.headers << httpd::Header{s.idHeader.toLatin1(), id};
    return r;
}

} // namespace

// Who a callback comes from is proved in the way that was agreed, and in no other.
class ProvenSenders : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Published vector of Standard Webhooks 1.0's reference libraries.
    void standardWebhooksVector()
    {
        net::Authenticator a(receiverSettings(CallbackAuth::Hmac),
            {core::makeSecret(QByteArrayLiteral("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")), {}});
        httpd::Request r;
        r.body = R"({"test": 2432232314})";
        r.headers
            << httpd::Header{"webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek"}
            << httpd::Header{"webhook-timestamp", "1614265330"}
            << httpd::Header{"webhook-signature",
                   "v1,bm9ldHUjKzFob2VudXRob2VodWUzMjRvdWVvdW9ldQo= v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="};
        const auto p = a.check(r, 1614265330'000);
        QVERIFY(!p.refusal);
        QCOMPARE(p.trust, domain::CallbackTrust::Signature);
        QCOMPARE(p.id, QByteArray("msg_p5jXN8AQM9LWM0D4loKWxJek"));
        r.body += ' ';
        QCOMPARE(a.check(r, 1614265330'000).refusal, CallbackVerdict::BadSignature);
    }
    // RFC 8032 section 7.1, test 2.
    void ed25519Vector()
    {
        auto s = receiverSettings(CallbackAuth::Ed25519);
        s.scheme = *domain::signaturePreset(QStringLiteral("plain"));
        const QByteArray key =
            QByteArray::fromHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c").toBase64();
        net::Authenticator a(s, {core::makeSecret(key), {}});
        httpd::Request r;
        r.body = "r";
        r.headers << httpd::Header{"X-Signature", "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085a"
                                                  "c1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"};
        QVERIFY(!a.check(r, 0).refusal);
        r.body = "s";
        QCOMPARE(a.check(r, 0).refusal, CallbackVerdict::BadSignature);
        QVERIFY(net::secretFault(CallbackAuth::Ed25519, core::makeSecret(QByteArrayLiteral("c2hvcnQ="))));
    }
    void schemesAndTheirTolerance_data()
    {
        QTest::addColumn<QString>("preset");
        QTest::addColumn<bool>("hasTime");
        QTest::newRow("standard") << "standard-webhooks" << true;
        QTest::newRow("timestamped") << "timestamped" << true;
        QTest::newRow("plain") << "plain" << false;
    }
    void schemesAndTheirTolerance()
    {
        QFETCH(QString, preset);
        QFETCH(bool, hasTime);
        auto s = receiverSettings(CallbackAuth::Hmac);
        s.scheme = *domain::signaturePreset(preset);
        net::Authenticator a(s, {core::makeSecret(support::receiverSecret),
                                    core::makeSecret(QByteArrayLiteral("another-secret-of-some-length"))});
        const auto at = [&](qint64 offset) {
            return a.check(
                signedRequest(s.scheme, support::soundCallback, support::receiverSecret, 1000 + offset), 1'000'000);
        };
        QVERIFY(!at(0).refusal);
        QVERIFY(!at(300).refusal);
        QVERIFY(!at(-300).refusal);
        for (const qint64 off : {301, -301})
            QCOMPARE(at(off).refusal, hasTime ? std::optional(CallbackVerdict::TooOld) : std::nullopt);
        // The second live secret, for rotation.
        const auto next =
            a.check(signedRequest(s.scheme, support::soundCallback, "another-secret-of-some-length", 1000), 1'000'000);
        QVERIFY(!next.refusal);
        QCOMPARE(next.key, 2);
        QCOMPARE(a.check(signedRequest(s.scheme, support::soundCallback, "wrong", 1000), 1'000'000).refusal,
            CallbackVerdict::BadSignature);
        QCOMPARE(a.check(httpd::Request(), 1'000'000).refusal, CallbackVerdict::Unauthorized);
    }
    void everyModeLetsItsSenderInAndNobodyElse_data()
    {
        QTest::addColumn<int>("auth");
        QTest::addColumn<QByteArray>("good");
        QTest::addColumn<QByteArray>("bad");
        QTest::newRow("none") << int(CallbackAuth::None) << QByteArray() << QByteArray();
        QTest::newRow("bearer") << int(CallbackAuth::Bearer)
                                << QByteArray("Authorization: Bearer " + support::receiverSecret + "\r\n")
                                << QByteArray("Authorization: Bearer " + support::receiverSecret.left(20) + "\r\n");
        QTest::newRow("basic") << int(CallbackAuth::Basic)
                               << QByteArray("Authorization: Basic " +
                                             QByteArray("idv:" + support::receiverSecret).toBase64() + "\r\n")
                               << QByteArray("Authorization: Basic " + QByteArray("idv:").toBase64() + "\r\n");
        QTest::newRow("header") << int(CallbackAuth::Header)
                                << QByteArray("X-Api-Key: " + support::receiverSecret + "\r\n")
                                << QByteArray("X-Api-Key: \r\n");
    }
    void everyModeLetsItsSenderInAndNobodyElse()
    {
        QFETCH(int, auth);
        QFETCH(QByteArray, good);
        QFETCH(QByteArray, bad);
        ReceiverStand s(receiverSettings(CallbackAuth(auth)));
        QCOMPARE(s.status(ReceiverStand::request(support::soundCallback, good)), 200);
        if (!bad.isEmpty()) {
            QCOMPARE(s.status(ReceiverStand::request(support::soundCallback, bad)), 401);
            QCOMPARE(s.status(ReceiverStand::request(support::soundCallback, {})), 401);
        }
        QCOMPARE(s.entries("new").size(), 1);
    }
    void whatProvesSomethingComesOnce_data()
    {
        QTest::addColumn<int>("auth");
        QTest::addColumn<QByteArray>("extra"); // SAME: the sender's own lines once more
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("isTold"); // as a line of the list; below that, the connection is refused
        const auto row = [](const char *name, CallbackAuth auth, const QByteArray &extra, int status = 400,
                             bool isTold = true) { QTest::newRow(name) << int(auth) << extra << status << isTold; };
        const QByteArray length = QByteArray::number(support::soundCallback.size());
        row("bearer, another token", CallbackAuth::Bearer, "authorization: Bearer wrong-token-of-16\r\n");
        row("bearer, the same token", CallbackAuth::Bearer, "SAME");
        row("bearer, another way", CallbackAuth::Bearer, "AUTHORIZATION: Basic aWR2Ong=\r\n");
        row("bearer, an empty one", CallbackAuth::Bearer, "Authorization:\r\n");
        row("basic, another", CallbackAuth::Basic, "Authorization: Basic aWR2Ong=\r\n");
        row("basic, the same", CallbackAuth::Basic, "SAME");
        row("header, another", CallbackAuth::Header, "x-api-key: another-key-of-16-chars\r\n");
        row("header, the same", CallbackAuth::Header, "SAME");
        row("header, and two of the usual one", CallbackAuth::Header, "Authorization: a\r\nAuthorization: b\r\n");
        row("signature, another", CallbackAuth::Hmac, "webhook-signature: v1,AAAA\r\n");
        row("signature, another id", CallbackAuth::Hmac, "Webhook-Id: msg_2\r\n");
        row("signature, another time", CallbackAuth::Hmac, "WEBHOOK-TIMESTAMP: 1\r\n");
        row("signature, all the same", CallbackAuth::Hmac, "SAME");
        row("another type", CallbackAuth::Bearer, "Content-Type: text/plain\r\n");
        row("the same type", CallbackAuth::Hmac, "content-type: application/json\r\n");
        row("another host", CallbackAuth::Bearer, "Host: y\r\n", 400, false);
        row("the same host", CallbackAuth::Bearer, "host: x\r\n", 400, false);
        row("another length", CallbackAuth::Bearer, "Content-Length: 2\r\n", 400, false);
        row("the same length", CallbackAuth::Bearer, "content-length: " + length + "\r\n", 400, false);
        row("what proves nothing", CallbackAuth::Bearer, "X-Other: a\r\nX-Other: b\r\n", 200);
        row("what proves nothing in this mode", CallbackAuth::Hmac, "X-Api-Key: a\r\nX-Api-Key: b\r\n", 200);
    }
    void whatProvesSomethingComesOnce()
    {
        QFETCH(int, auth);
        QFETCH(QByteArray, extra);
        QFETCH(int, status);
        QFETCH(bool, isTold);
        const auto mode = CallbackAuth(auth);
        for (const bool isFirst : {false, true}) {
            ReceiverStand s(receiverSettings(mode));
            QList<CallbackVerdict> verdicts;
            QObject::connect(&s.receiver, &net::Receiver::handled, &s.receiver,
                [&verdicts](const net::ReceivedRequest &r) { verdicts << r.verdict; });
            QByteArray own;
            if (mode == CallbackAuth::Bearer)
                own = "Authorization: Bearer " + support::receiverSecret + "\r\n";
            if (mode == CallbackAuth::Basic)
                own = "Authorization: Basic " + ("idv:" + support::receiverSecret).toBase64() + "\r\n";
            if (mode == CallbackAuth::Header)
                own = "X-Api-Key: " + support::receiverSecret + "\r\n";
            if (mode == CallbackAuth::Hmac) {
                const auto proof = signedRequest(
                    s.options.settings.scheme, support::soundCallback, support::receiverSecret, s.clock->now() / 1000);
                for (const auto &h : proof.headers)
                    own += h.first + ": " + h.second + "\r\n";
            }
            const QByteArray more = extra == "SAME" ? own : extra;
            QCOMPARE(
                s.status(ReceiverStand::request(support::soundCallback, isFirst ? more + own : own + more)), status);
            QCOMPARE(s.entries("new").size(), status == 200 ? 1 : 0);
            QVERIFY(s.entries("quarantined").isEmpty());
            if (status == 200)
                continue;
            if (isTold)
                QTRY_COMPARE(verdicts, QList<CallbackVerdict>{CallbackVerdict::Doubled});
            QCOMPARE(s.status(ReceiverStand::request(support::soundCallback, own)), 200); // the honest sender goes on
            QCOMPARE(s.entries("new").size(), 1);
        }
    }
    void aSignedTimeStandsOnce()
    {
        auto s = receiverSettings(CallbackAuth::Hmac);
        s.scheme = *domain::signaturePreset(QStringLiteral("timestamped"));
        net::Authenticator a(s, {core::makeSecret(support::receiverSecret), {}});
        auto r = signedRequest(s.scheme, support::soundCallback, support::receiverSecret, 1000);
        QVERIFY(!a.check(r, 1'000'000).refusal);
        for (const QByteArray &more : {QByteArray("t=1000,"), QByteArray("t=2000,")}) {
            auto twice = r;
            twice.headers.first().second.prepend(more);
            QCOMPARE(a.check(twice, 1'000'000).refusal, std::optional(CallbackVerdict::Unauthorized));
            auto behind = r;
            behind.headers.first().second.append(',' + more.chopped(1));
            QCOMPARE(a.check(behind, 1'000'000).refusal, std::optional(CallbackVerdict::Unauthorized));
        }
    }
    void theLabSignsInEveryMode_data()
    {
        QTest::addColumn<QString>("mode");
        for (const char *m : {"none", "bearer", "basic", "header", "hmac", "timestamped", "plain", "ed25519"})
            QTest::newRow(m) << m;
    }
    void theLabSignsInEveryMode()
    {
        QFETCH(QString, mode);
        const auto labSecret = lab::makeCallbackSecret(mode);
        auto s = receiverSettings(domain::callbackAuthFromKey(mode).value_or(CallbackAuth::Hmac));
        if (const auto preset = domain::signaturePreset(mode))
            s.scheme = *preset;
        ReceiverStand stand(s);
        stand.receiver.stop();
        stand.options.secret =
            labSecret.given.isEmpty() ? core::SecretPtr() : core::makeSecret(labSecret.given.toUtf8());
        stand.start();
        lab::Options o;
        o.callbackAuth = mode;
        lab::CallbackSender sender(o, labSecret.own, stand.clock);
        const QString url = QStringLiteral("http://127.0.0.1:%1/idv/callback").arg(stand.port);
        sender.send(url, {{QStringLiteral("session_id"), QStringLiteral("k1-1")},
                             {QStringLiteral("verification_status"), QStringLiteral("VERIFIED")}});
        QTRY_COMPARE(sender.delivered(), 1);
        QCOMPARE(stand.entries("new").size(), 1);
        if (mode == QLatin1String("none"))
            return;
        o.callbackFaults << QStringLiteral("bad-signature");
        if (domain::isSigned(s.auth)) {
            lab::CallbackSender bad(o, labSecret.own, stand.clock);
            bad.send(url, {{QStringLiteral("session_id"), QStringLiteral("k1-1")},
                              {QStringLiteral("verification_status"), QStringLiteral("FAILED")}});
            QTRY_VERIFY(bad.refused() > 0);
            QCOMPARE(stand.entries("new").size(), 1);
        }
    }
};
IDV_TEST(ProvenSenders)
#include "tst_provensenders.moc"
