#include "domain/tenants/principal.h"
#include "httpd/server.h"
#include "lab/provider/callbacksender.h"
#include "net/http/jsonreader.h"
#include "net/receiver/authenticator.h"
#include "net/receiver/limiter.h"
#include "net/receiver/receiver.h"
#include "store/ledger/ledger.h"
#include "support/await.h"
#include "support/registry.h"
#include <QMessageAuthenticationCode>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpSocket>

using domain::CallbackAuth;
using domain::CallbackVerdict;
using support::await;

namespace {

const QByteArray sound =
    R"({"session_id":"k1-1","verification_status":"VERIFIED","ial_level":2,"verified_name":"ANN EXAMPLE",)"
    R"("document_type":"passport","completed_at":"2026-07-01T10:00:00Z","birth_date":"1990-01-01"})";
const QByteArray secret = "0123456789abcdef0123456789abcdef";

class FixedClock final : public core::Clock
{
public:
    core::Instant now() const override { return at; }
    std::atomic<core::Instant> at{1'800'000'000'000};
};

domain::ReceiverSettings settings(CallbackAuth auth = CallbackAuth::Bearer)
{
    domain::ReceiverSettings s;
    s.port = 0;
    s.auth = auth;
    s.perSecond = 10'000;
    s.maxPerPeer = 64;
    return s;
}

/// A receiver over a real ledger with one session that the provider knows as k1-1.
struct Stand
{
    explicit Stand(domain::ReceiverSettings s = settings(), const QByteArray &nonce = {}, const QString &file = {})
        : receiver(
              [this](QList<domain::Callback> batch, std::function<void(QList<CallbackVerdict>)> done) {
                  ledger->storeCallbacks(std::move(batch), std::move(done));
              },
              clock)
    {
        ledger = *store::Ledger::open(file.isEmpty() ? dir.filePath(QStringLiteral("ledger.db")) : file, clock);
        domain::AuditEvent a;
        a.actor = a.action = a.tenant = a.subject = a.outcome = QStringLiteral("test");
        domain::Tenant tenant;
        tenant.id = core::TenantId(QStringLiteral("t1"));
        tenant.name = QStringLiteral("Lab");
        (void)await(ledger->addTenant(tenant, a));
        (void)await(ledger->setSetting(domain::operatorSetting(tenant.id, {}), QStringLiteral("somebody")));
        domain::Session session;
        session.id = core::SessionId(QStringLiteral("s1"));
        session.tenant = core::TenantId(QStringLiteral("t1"));
        session.request.identity = core::IdentityId(QStringLiteral("i1"));
        session.request.documents = domain::documentTypes();
        session.createdAt = clock->now();
        session.expiresAt = session.createdAt + core::hourMs;
        if (await(ledger->startSession(session,
                nonce.isEmpty()
                    ? QString()
                    : QString::fromLatin1(QCryptographicHash::hash(nonce, QCryptographicHash::Sha256).toHex()),
                a)))
            (void)await(
                ledger->changeSession(session.id, [](const domain::Session &now) -> core::Result<store::SessionStep> {
                    store::SessionStep step;
                    step.session = now;
                    step.session.providerId = core::ProviderSessionId(QStringLiteral("k1-1"));
                    step.session.state = domain::SessionState::Pending;
                    return step;
                }));
        options.tenant = session.tenant;
        options.settings = s;
        options.secret = s.auth == CallbackAuth::None
                             ? core::SecretPtr()
                             : core::makeSecret(s.auth == CallbackAuth::Basic ? "idv:" + secret : secret);
        if (s.auth == CallbackAuth::Ed25519)
            options.secret = core::makeSecret(lab::makeCallbackSecret(QStringLiteral("ed25519")).given.toUtf8());
        options.sessionIdAt = domain::ProviderProfile().sessionIdAt;
        start();
    }
    ~Stand()
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
        }
        (void)QTest::qWaitFor(
            [&s] { return s.state() == QAbstractSocket::UnconnectedState || s.bytesAvailable() > 0; }, ms);
        return s.readAll();
    }
    static QByteArray request(const QByteArray &body = sound,
        const QByteArray &headers = "Authorization: Bearer " + secret + "\r\n",
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
        return *await(ledger->inbox(options.tenant, QString::fromLatin1(state), 5000));
    }

    QTemporaryDir dir;
    std::shared_ptr<FixedClock> clock = std::make_shared<FixedClock>();
    std::unique_ptr<store::Ledger> ledger;
    net::Receiver receiver;
    net::ReceiverOptions options;
    quint16 port = 0;
    QByteArray answer;
};

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
    using Format = domain::SignatureScheme::Format;
    const QByteArray value = s.format == Format::Plain         ? s.prefix.toLatin1() + encoded
                             : s.format == Format::Timestamped ? "t=" + ts + ",v1=" + encoded
                                                               : "v1," + encoded;
    r.headers << httpd::Header{s.header.toLatin1(), value};
    if (!s.timestampHeader.isEmpty())
        r.headers << httpd::Header{s.timestampHeader.toLatin1(), ts};
    if (!s.idHeader.isEmpty())
        r.headers << httpd::Header{s.idHeader.toLatin1(), id};
    return r;
}

} // namespace

class ReceivingCallbacks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Published vector of Standard Webhooks 1.0's reference libraries.
    void standardWebhooksVector()
    {
        net::Authenticator a(settings(CallbackAuth::Hmac),
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
        auto s = settings(CallbackAuth::Ed25519);
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
        auto s = settings(CallbackAuth::Hmac);
        s.scheme = *domain::signaturePreset(preset);
        net::Authenticator a(
            s, {core::makeSecret(secret), core::makeSecret(QByteArrayLiteral("another-secret-of-some-length"))});
        const auto at = [&](qint64 offset) {
            return a.check(signedRequest(s.scheme, sound, secret, 1000 + offset), 1'000'000);
        };
        QVERIFY(!at(0).refusal);
        QVERIFY(!at(300).refusal);
        QVERIFY(!at(-300).refusal);
        for (const qint64 off : {301, -301})
            QCOMPARE(at(off).refusal, hasTime ? std::optional(CallbackVerdict::TooOld) : std::nullopt);
        // The second live secret, for rotation.
        const auto next = a.check(signedRequest(s.scheme, sound, "another-secret-of-some-length", 1000), 1'000'000);
        QVERIFY(!next.refusal);
        QCOMPARE(next.key, 2);
        QCOMPARE(
            a.check(signedRequest(s.scheme, sound, "wrong", 1000), 1'000'000).refusal, CallbackVerdict::BadSignature);
        QCOMPARE(a.check(httpd::Request(), 1'000'000).refusal, CallbackVerdict::Unauthorized);
    }
    void everyModeLetsItsSenderInAndNobodyElse_data()
    {
        QTest::addColumn<int>("auth");
        QTest::addColumn<QByteArray>("good");
        QTest::addColumn<QByteArray>("bad");
        QTest::newRow("none") << int(CallbackAuth::None) << QByteArray() << QByteArray();
        QTest::newRow("bearer") << int(CallbackAuth::Bearer) << QByteArray("Authorization: Bearer " + secret + "\r\n")
                                << QByteArray("Authorization: Bearer " + secret.left(20) + "\r\n");
        QTest::newRow("basic") << int(CallbackAuth::Basic)
                               << QByteArray("Authorization: Basic " + QByteArray("idv:" + secret).toBase64() + "\r\n")
                               << QByteArray("Authorization: Basic " + QByteArray("idv:").toBase64() + "\r\n");
        QTest::newRow("header") << int(CallbackAuth::Header) << QByteArray("X-Api-Key: " + secret + "\r\n")
                                << QByteArray("X-Api-Key: \r\n");
    }
    void everyModeLetsItsSenderInAndNobodyElse()
    {
        QFETCH(int, auth);
        QFETCH(QByteArray, good);
        QFETCH(QByteArray, bad);
        Stand s(settings(CallbackAuth(auth)));
        QCOMPARE(s.status(Stand::request(sound, good)), 200);
        if (!bad.isEmpty()) {
            QCOMPARE(s.status(Stand::request(sound, bad)), 401);
            QCOMPARE(s.status(Stand::request(sound, {})), 401);
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
        const QByteArray length = QByteArray::number(sound.size());
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
            Stand s(settings(mode));
            QList<CallbackVerdict> verdicts;
            QObject::connect(&s.receiver, &net::Receiver::handled, &s.receiver,
                [&verdicts](const net::ReceivedRequest &r) { verdicts << r.verdict; });
            QByteArray own;
            if (mode == CallbackAuth::Bearer)
                own = "Authorization: Bearer " + secret + "\r\n";
            if (mode == CallbackAuth::Basic)
                own = "Authorization: Basic " + ("idv:" + secret).toBase64() + "\r\n";
            if (mode == CallbackAuth::Header)
                own = "X-Api-Key: " + secret + "\r\n";
            if (mode == CallbackAuth::Hmac) {
                const auto proof = signedRequest(s.options.settings.scheme, sound, secret, s.clock->now() / 1000);
                for (const auto &h : proof.headers)
                    own += h.first + ": " + h.second + "\r\n";
            }
            const QByteArray more = extra == "SAME" ? own : extra;
            QCOMPARE(s.status(Stand::request(sound, isFirst ? more + own : own + more)), status);
            QCOMPARE(s.entries("new").size(), status == 200 ? 1 : 0);
            QVERIFY(s.entries("quarantined").isEmpty());
            if (status == 200)
                continue;
            if (isTold)
                QTRY_COMPARE(verdicts, QList<CallbackVerdict>{CallbackVerdict::Doubled});
            QCOMPARE(s.status(Stand::request(sound, own)), 200); // the honest sender goes on
            QCOMPARE(s.entries("new").size(), 1);
        }
    }
    void aSignedTimeStandsOnce()
    {
        auto s = settings(CallbackAuth::Hmac);
        s.scheme = *domain::signaturePreset(QStringLiteral("timestamped"));
        net::Authenticator a(s, {core::makeSecret(secret), {}});
        auto r = signedRequest(s.scheme, sound, secret, 1000);
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
    void aNonceStandsOnce()
    {
        const QByteArray auth = "Authorization: Bearer " + secret + "\r\n";
        Stand s(settings(), "n0nce");
        for (const char *query : {"?n=n0nce&n=wrong", "?n=wrong&n=n0nce", "?n=n0nce&n=n0nce", "?n=n0nce&n="})
            QCOMPARE(s.status(Stand::request(sound, auth, QByteArray("/idv/callback") + query)), 400);
        QVERIFY(s.entries("new").isEmpty() && s.entries("quarantined").isEmpty());
        QCOMPARE(s.status(Stand::request(sound, auth, "/idv/callback?n=n0nce")), 200);
    }
    void badRequestsGetTheirStatusAndNoEcho_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const QByteArray auth = "Authorization: Bearer " + secret + "\r\n";
        const auto row = [](const char *name, const QByteArray &bytes, int status) {
            QTest::newRow(name) << bytes << status;
        };
        row("other path", Stand::request(sound, auth, "/idv/callback/"), 404);
        row("other case", Stand::request(sound, auth, "/IDV/callback"), 404);
        row("encoded path", Stand::request(sound, auth, "/idv%2Fcallback"), 404);
        row("root", Stand::request(sound, auth, "/"), 404);
        row("get", "GET /idv/callback HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 405);
        row("put", Stand::request(sound, auth, "/idv/callback", "application/json", "PUT"), 405);
        row("text", Stand::request(sound, auth, "/idv/callback", "text/plain"), 415);
        row("form", Stand::request("a=b", auth, "/idv/callback", "application/x-www-form-urlencoded"), 415);
        row("latin-1", Stand::request(sound, auth, "/idv/callback", "application/json; charset=iso-8859-1"), 415);
        row("array", Stand::request("[1]", auth), 400);
        row("number", Stand::request("1", auth), 400);
        row("nothing", Stand::request("", auth), 400);
        row("truncated", Stand::request(sound.left(60), auth), 400);
        row("two values", Stand::request(sound + sound, auth), 400);
        row("comment", Stand::request("/**/" + sound, auth), 400);
        row("NaN", Stand::request(R"({"session_id":NaN})", auth), 400);
        row("bad UTF-8", Stand::request(QByteArray("{\"session_id\":\"\xff\xfe\"}"), auth), 400);
        row("twice",
            Stand::request(
                R"({"session_id":"k1-1","verification_status":"FAILED","verification_status":"VERIFIED"})", auth),
            400);
        row("twice inside", Stand::request(R"({"session_id":"k1-1","status":"x","a":[{"b":1,"b":2}]})", auth), 400);
        row("twice escaped", Stand::request("{\"session_id\":\"k1-1\",\"status\":\"x\",\"\\u0073tatus\":\"y\"}", auth),
            400);
        row("too deep",
            Stand::request(
                "{\"session_id\":\"k1-1\",\"status\":\"x\",\"a\":" + QByteArray(40, '[') + QByteArray(40, ']') + "}",
                auth),
            400);
        row("no session", Stand::request(R"({"verification_status":"VERIFIED"})", auth), 422);
        row("no status", Stand::request(R"({"session_id":"k1-1"})", auth), 422);
        row("session is an object", Stand::request(R"({"session_id":{},"status":"x"})", auth), 422);
        row("too large", Stand::request(QByteArray(70'000, ' '), auth), 413);
        row("huge length", "POST /idv/callback HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n",
            400);
        row("no length", "POST /idv/callback HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n\r\n", 411);
        row("two lengths",
            "POST /idv/callback HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!", 400);
        row("chunked",
            "POST /idv/callback HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", 501);
        row("chunked and length",
            "POST /idv/callback HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\nhello",
            400);
        row("expect", Stand::request(sound, auth + "Expect: 100-continue\r\n"), 417);
        row("compressed", Stand::request(sound, auth + "Content-Encoding: gzip\r\n"), 415);
        row("folded", Stand::request(sound, auth + "X-A: b\r\n c\r\n"), 400);
        row("long line", Stand::request(sound, auth, "/" + QByteArray(3000, 'a')), 414);
        row("large headers", Stand::request(sound, auth + "X-A: " + QByteArray(17'000, 'a') + "\r\n"), 431);
        QByteArray many;
        for (int i = 0; i < 70; ++i)
            many += "X-" + QByteArray::number(i) + ": a\r\n";
        row("many headers", Stand::request(sound, auth + many), 431);
        row("no host", "POST /idv/callback HTTP/1.1\r\nContent-Length: 0\r\n\r\n", 400);
        row("garbage", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc", 9) + QByteArray(200, '\x80') + "\r\n\r\n",
            400);
    }
    void badRequestsGetTheirStatusAndNoEcho()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        Stand s;
        QCOMPARE(s.status(bytes), status);
        const qsizetype body = s.answer.indexOf("\r\n\r\n") + 4;
        QCOMPARE(s.answer.mid(body), QByteArray()); // nothing of what was sent, nothing at all
        QVERIFY(!s.answer.contains("Server:"));
        QVERIFY(s.entries("new").isEmpty() && s.entries("quarantined").isEmpty());
    }
    void onlyAllowedFieldsAreKept()
    {
        Stand s;
        QCOMPARE(s.status(Stand::request()), 200);
        const auto e = s.entries("new");
        QCOMPARE(e.size(), 1);
        QCOMPARE(e.first().callback.result.verifiedName, QStringLiteral("ANN EXAMPLE"));
        QCOMPARE(e.first().callback.result.ial, std::optional<int>(2));
        QCOMPARE(e.first().session.str(), QStringLiteral("s1"));
        QFile file(s.dir.filePath(QStringLiteral("ledger.db-wal")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.contains("ANN EXAMPLE"));
        QVERIFY(!bytes.contains("birth_date") && !bytes.contains("1990-01-01") && !bytes.contains(secret));
    }
    void strangersGoToQuarantineWithoutAName()
    {
        Stand s;
        QCOMPARE(
            s.status(Stand::request(R"({"session_id":"nobody","status":"VERIFIED","verified_name":"EVE STRANGER"})")),
            202);
        const auto e = s.entries("quarantined");
        QCOMPARE(e.size(), 1);
        QVERIFY(e.first().callback.result.verifiedName.isEmpty());
        QVERIFY(s.entries("new").isEmpty());
    }
    void theNonceFindsTheSessionAndGuardsIt()
    {
        Stand s(settings(), "n0nce");
        QCOMPARE(
            s.status(Stand::request(sound, "Authorization: Bearer " + secret + "\r\n", "/idv/callback?n=wrong")), 202);
        QCOMPARE(s.status(Stand::request(sound + ' ')), 202); // none, though the address of this session has one
        const QByteArray other = R"({"session_id":"k1-other","status":"VERIFIED"})";
        QCOMPARE(
            s.status(Stand::request(other, "Authorization: Bearer " + secret + "\r\n", "/idv/callback?n=n0nce")), 202);
        QCOMPARE(s.status(Stand::request(
                     sound + "  ", "Authorization: Bearer " + secret + "\r\n", "/idv/callback?x=1&n=n0nce")),
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
        Stand s;
        domain::Session second;
        second.id = core::SessionId(QStringLiteral("s2"));
        second.tenant = core::TenantId(QStringLiteral("t1"));
        second.request.identity = core::IdentityId(QStringLiteral("i2"));
        second.request.documents = domain::documentTypes();
        second.createdAt = s.clock->now();
        second.expiresAt = second.createdAt + core::hourMs;
        domain::AuditEvent a;
        a.actor = a.action = a.tenant = a.subject = a.outcome = QStringLiteral("test");
        QVERIFY(await(s.ledger->startSession(second,
            nonce.isEmpty() ? QString()
                            : QString::fromLatin1(QCryptographicHash::hash(nonce, QCryptographicHash::Sha256).toHex()),
            a)));
        QCOMPARE(s.status(Stand::request(R"({"session_id":"k1-2","status":"VERIFIED"})")), 202);
        QCOMPARE(s.status(Stand::request(R"({"session_id":"k1-3","status":"VERIFIED"})")), 202);
        QCOMPARE(s.entries("quarantined").size(), 2);
        QSignalSpy inbox(s.ledger.get(), &store::Ledger::inboxChanged);
        QVERIFY(await(
            s.ledger->changeSession(second.id, [](const domain::Session &now) -> core::Result<store::SessionStep> {
                store::SessionStep step;
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
            Stand s(settings(), {}, file);
            QCOMPARE(s.status(Stand::request()), 200);
            s.clock->at += 1000;
            QCOMPARE(s.status(Stand::request()), 200);
            QCOMPARE(s.entries("new").size(), 1);
        }
        Stand s(settings(), {}, file);
        QSignalSpy handled(&s.receiver, &net::Receiver::handled);
        QCOMPARE(s.status(Stand::request()), 200);
        QTRY_COMPARE(handled.size(), 1);
        QCOMPARE(qvariant_cast<net::ReceivedRequest>(handled.first().first()).verdict, CallbackVerdict::Duplicate);
        QCOMPARE(s.entries("new").size(), 1);
    }
    void aThousandDuplicatesAtOnceAreOne()
    {
        Stand s;
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        const QByteArray keep = QByteArray(Stand::request()).replace("Connection: close\r\n", "");
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
    void slowSendersAreCutOff()
    {
        Stand s;
        QElapsedTimer t;
        t.start();
        const QByteArray start = "POST /idv/callback HTTP/1.1\r\nHost: x\r\nX-Slow: ";
        const QByteArray answer = s.raw({start, "a", "b", "c", "d", "e", "f"}, 1000, 3000);
        QVERIFY2(answer.startsWith("HTTP/1.1 408"), answer.constData());
        QVERIFY(t.elapsed() < 8000);
        // A packet of one byte each, but in time, is a whole request.
        QList<QByteArray> bytes;
        for (const char c : Stand::request())
            bytes << QByteArray(1, c);
        QVERIFY(s.raw(bytes).startsWith("HTTP/1.1 200"));
    }
    void tooManyIsSaid()
    {
        auto limited = settings();
        limited.perSecond = 2;
        Stand s(limited);
        int refused = 0;
        for (int i = 0; i < 12; ++i)
            refused += s.status(Stand::request(sound + QByteArray(i, ' '))) == 429 ? 1 : 0;
        QCOMPARE(refused, 4); // a burst of four seconds' worth passes
        QVERIFY(s.answer.contains("Retry-After: 1"));
        s.clock->at += 1000;
        QCOMPARE(s.status(Stand::request(sound + QByteArray(20, ' '))), 200);
    }
    void guessingASecretIsPaused()
    {
        net::Limiter l(100);
        bool starts = false;
        for (int i = 1; i < net::Limiter::failuresAllowed; ++i) {
            QCOMPARE(l.failed(QStringLiteral("a"), 1000, starts), 0);
            QVERIFY(!starts);
        }
        QCOMPARE(l.failed(QStringLiteral("a"), 1000, starts), 0);
        QVERIFY(starts);
        QCOMPARE(l.failed(QStringLiteral("a"), 1000, starts), 60);
        // Who signs in well passes from the same address: behind a relay it is everybody's.
        QCOMPARE(l.take(QStringLiteral("a"), 1000), 0);
        QCOMPARE(l.failed(QStringLiteral("b"), 1000, starts), 0);
        QCOMPARE(l.failed(QStringLiteral("a"), 61'001, starts), 0);
        QCOMPARE(net::peerKey(QStringLiteral("2001:db8:1:2:3:4:5:6")), QStringLiteral("2001:db8:1:2"));
        QCOMPARE(net::peerKey(QStringLiteral("10.0.0.1")), QStringLiteral("10.0.0.1"));
    }
    void whatCannotBeStoredIsNotAcknowledged()
    {
        auto clock = std::make_shared<FixedClock>();
        net::Receiver r(
            [](QList<domain::Callback> batch, const std::function<void(QList<CallbackVerdict>)> &done) {
                done(QList<CallbackVerdict>(batch.size(), CallbackVerdict::Busy));
            },
            clock);
        net::ReceiverOptions o;
        o.settings = settings();
        o.secret = core::makeSecret(secret);
        o.sessionIdAt = domain::ProviderProfile().sessionIdAt;
        const auto port = r.start(o);
        QVERIFY(port);
        QTcpSocket s;
        s.connectToHost(QHostAddress::LocalHost, *port);
        s.write(Stand::request());
        QTRY_VERIFY(s.bytesAvailable() > 0);
        const QByteArray answer = s.readAll();
        QVERIFY(answer.startsWith("HTTP/1.1 503"));
        QVERIFY(answer.contains("Retry-After"));
    }
    void aTakenPortAndBadSettingsAreSaid()
    {
        Stand s;
        auto clock = std::make_shared<FixedClock>();
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
    void tlsWithAMadeCertificate()
    {
        const auto made = net::makeCertificate(
            {QStringLiteral("127.0.0.1"), QStringLiteral("localhost")}, QDateTime::currentMSecsSinceEpoch());
        QVERIFY(made);
        QCOMPARE(net::fingerprintOf(made->certificatePem).size(), 95);
        Stand s;
        s.receiver.stop();
        s.options.settings.tls = domain::ReceiverTls::Generated;
        s.options.certificatePem = made->certificatePem;
        s.options.keyPem = made->keyPem;
        s.start();
        QSslSocket socket;
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(QSslCertificate::fromData(made->certificatePem));
        socket.setSslConfiguration(tls);
        socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), s.port);
        QVERIFY2(socket.waitForEncrypted(5000), qPrintable(socket.errorString()));
        socket.write(Stand::request());
        QTRY_VERIFY(socket.bytesAvailable() > 0);
        QVERIFY(socket.readAll().startsWith("HTTP/1.1 200"));
        // A client of plain HTTP gets nothing out of it.
        QVERIFY(!s.raw({Stand::request()}, 0, 1500).startsWith("HTTP/1.1 200"));
    }
    // Only a certificate of the named authority gets as far as a request.
    void sendersNeedTheirCertificate()
    {
        const auto now = QDateTime::currentMSecsSinceEpoch();
        const auto own = net::makeCertificate({QStringLiteral("127.0.0.1")}, now);
        struct Pair
        {
            QByteArray certificate, key;
        };
        QTemporaryDir files;
        const auto clientPair = [&files](const QString &name) {
            const QString key = files.filePath(name + QStringLiteral(".key")),
                          certificate = files.filePath(name + QStringLiteral(".pem"));
            if (QProcess::execute(QStringLiteral("openssl"),
                    {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
                        QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
                        QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
                        QStringLiteral("/CN=") + name, QStringLiteral("-keyout"), key, QStringLiteral("-out"),
                        certificate}) != 0)
                return Pair();
            QFile k(key), c(certificate);
            return k.open(QIODevice::ReadOnly) && c.open(QIODevice::ReadOnly) ? Pair{c.readAll(), k.readAll()} : Pair();
        };
        const Pair sender = clientPair(QStringLiteral("sender")), stranger = clientPair(QStringLiteral("stranger"));
        QVERIFY(!sender.key.isEmpty() && !stranger.key.isEmpty());
        Stand s;
        s.receiver.stop();
        s.options.settings.tls = domain::ReceiverTls::Generated;
        s.options.settings.clientCaFile = QStringLiteral("given below");
        s.options.certificatePem = own->certificatePem;
        s.options.keyPem = own->keyPem;
        s.options.clientCaPem = "no certificate";
        QCOMPARE(s.receiver.start(s.options).error().field, QStringLiteral("client-ca"));
        s.options.clientCaPem = sender.certificate;
        s.start();
        const auto answer = [&s, &own](const Pair *client) {
            QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
            tls.setCaCertificates(QSslCertificate::fromData(own->certificatePem));
            if (client) {
                tls.setLocalCertificate(QSslCertificate(client->certificate));
                tls.setPrivateKey(QSslKey(client->key, QSsl::Ec));
            }
            QSslSocket socket;
            socket.setSslConfiguration(tls);
            socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), s.port);
            if (socket.waitForEncrypted(5000))
                socket.write(Stand::request());
            (void)QTest::qWaitFor(
                [&socket] {
                    return socket.bytesAvailable() > 0 || socket.state() == QAbstractSocket::UnconnectedState;
                },
                3000);
            return socket.readAll();
        };
        QVERIFY(answer(&sender).startsWith("HTTP/1.1 200"));
        QVERIFY(answer(&stranger).isEmpty());
        QVERIFY(answer(nullptr).isEmpty());
        QCOMPARE(s.entries("new").size(), 1);
    }
    // A handshake that is not finished takes the peer's place like any connection, and gives it back in time.
    void unfinishedHandshakesCountForTheirPeer()
    {
        const auto made = net::makeCertificate({QStringLiteral("127.0.0.1")}, QDateTime::currentMSecsSinceEpoch());
        httpd::Limits limits;
        limits.perPeer = 4;
        limits.headerTime = std::chrono::milliseconds(700);
        httpd::Server server(httpd::Server::Handler([](const httpd::Request &) { return httpd::Response(); }), limits);
        QSslConfiguration tls;
        tls.setLocalCertificate(QSslCertificate(made->certificatePem));
        tls.setPrivateKey(QSslKey(made->keyPem->reveal().toByteArray(), QSsl::Ec));
        server.useTls(tls);
        const auto port = server.listen(QHostAddress::LocalHost, 0);
        QVERIFY(port);
        QTcpSocket mute[8];
        for (QTcpSocket &m : mute)
            m.connectToHost(QHostAddress::LocalHost, *port);
        const auto open = [&mute] {
            return std::count_if(std::begin(mute), std::end(mute),
                [](const QTcpSocket &m) { return m.state() == QAbstractSocket::ConnectedState; });
        };
        QTRY_COMPARE(open(), 4);
        QCOMPARE(server.liveConnections(), 4);
        QTRY_COMPARE(open(), 0);
        QTRY_COMPARE(server.liveConnections(), 0);
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
        auto s = settings(domain::callbackAuthFromKey(mode).value_or(CallbackAuth::Hmac));
        if (const auto preset = domain::signaturePreset(mode))
            s.scheme = *preset;
        Stand stand(s);
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
    void settingsSurviveTheirJson()
    {
        auto s = settings(CallbackAuth::Ed25519);
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
