#include "http/adapters/httppeer.h"
#include "net/http/proxysignin.h"
#include "support/await.h"
#include "support/registry.h"
#include <QCryptographicHash>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>

using core::SecretPtr;
using support::await;

namespace {

/// A proxy that asks who one is, and leads nowhere: whoever is let through gets 502.
struct AskingProxy
{
    explicit AskingProxy(QByteArray scheme) : challenge(std::move(scheme))
    {
        isListening = server.listen(QHostAddress::LocalHost);
        QObject::connect(&server, &QTcpServer::newConnection, &server, [this] {
            auto *s = server.nextPendingConnection();
            QObject::connect(s, &QTcpSocket::readyRead, s, [this, s] { answer(*s, s->readAll()); });
        });
    }
    void answer(QTcpSocket &s, const QByteArray &head)
    {
        ++asked;
        const auto said = QRegularExpression(QStringLiteral("Proxy-Authorization: ([^\r]*)"))
                              .match(QString::fromLatin1(head))
                              .captured(1);
        words << said;
        const bool isIn = isRight(said.toLatin1(), head);
        s.write(isIn ? "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"
                     : "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: " + challenge +
                           "\r\nContent-Length: 0\r\n\r\n");
        letIn += int(isIn);
    }
    bool isRight(const QByteArray &said, const QByteArray &head) const
    {
        if (challenge.startsWith("Basic"))
            return said == "Basic " + QByteArray("ada:s3cret \xdf").toBase64();
        if (!challenge.startsWith("Digest") || !said.startsWith("Digest"))
            return false;
        // RFC 2617, 3.2.2, worked out by this test.
        const auto part = [&said](const char *name) {
            return QRegularExpression(QStringLiteral("\\b%1=\"?([^\",]*)").arg(QLatin1String(name)))
                .match(QString::fromLatin1(said))
                .captured(1)
                .toLatin1();
        };
        const auto md5 = [](const QByteArray &t) {
            return QCryptographicHash::hash(t, QCryptographicHash::Md5).toHex();
        };
        const QByteArray a1 = md5("ada:acme:s3cret \xdf"), a2 = md5(head.left(head.indexOf(' ')) + ':' + part("uri"));
        return part("response") ==
               md5(a1 + ':' + part("nonce") + ':' + part("nc") + ':' + part("cnonce") + ':' + part("qop") + ':' + a2);
    }
    QByteArray challenge;
    QTcpServer server;
    bool isListening = false;
    int asked = 0;
    int letIn = 0;
    QStringList words;
};

core::Result<net::HttpResponse> askThrough(const AskingProxy &proxy, const core::Result<SecretPtr> &password,
    const QByteArray &method, const char *user = "ada")
{
    auto options = support::HttpClient::options();
    options.proxy = QStringLiteral("http://127.0.0.1:%1").arg(proxy.server.serverPort());
    options.tries = 1;
    options.proxyLogin = {[user] { return core::ready<SecretPtr>(core::makeSecret(user)); },
        [password] { return core::ready<SecretPtr>(password); }};
    net::Http http(options, std::make_shared<net::NoLimiter>(), std::make_shared<core::SystemClock>());
    return await(
        http.send(support::requestTo(QUrl(QStringLiteral("https://acme.example/x")), method, method == "GET")));
}

} // namespace

// User and password of a tenant's proxy, over real sockets: Qt signs in, and what is refused is not said for ever.
class ProxySignIns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoIsKnownIsLetThrough_data()
    {
        QTest::addColumn<QByteArray>("scheme");
        QTest::addColumn<QByteArray>("method");
        for (const char *scheme : {"Basic realm=\"acme\"", "Digest realm=\"acme\", nonce=\"abc\", qop=\"auth\""}) {
            for (const char *method : {"GET", "POST"})
                QTest::addRow("%s %s", scheme, method) << QByteArray(scheme) << QByteArray(method);
        }
    }
    void whoIsKnownIsLetThrough()
    {
        QFETCH(QByteArray, scheme);
        QFETCH(QByteArray, method);
        AskingProxy proxy(scheme);
        QVERIFY(proxy.isListening);
        const auto answer = askThrough(proxy, core::makeSecret("s3cret ß"), method);
        QVERIFY(!answer); // 502: it leads nowhere
        QVERIFY2(proxy.letIn > 0, qPrintable(proxy.words.join(QLatin1Char('|'))));
        QVERIFY(answer.error().cause != core::ConnectionCause::ProxySignIn);
        QVERIFY2(proxy.asked <= 5, qPrintable(QString::number(proxy.asked)));
    }
    void whoIsNotKnownIsToldOnce_data()
    {
        QTest::addColumn<QByteArray>("scheme");
        for (const char *scheme :
            {"Basic realm=\"acme\"", "Digest realm=\"acme\", nonce=\"abc\", qop=\"auth\"", "NTLM", "Negotiate"})
            QTest::newRow(scheme) << QByteArray(scheme);
    }
    void whoIsNotKnownIsToldOnce()
    {
        QFETCH(QByteArray, scheme);
        AskingProxy proxy(scheme);
        const auto answer = askThrough(proxy, core::makeSecret("another one"), "POST");
        QVERIFY(!answer);
        QVERIFY2(answer.error().cause == core::ConnectionCause::ProxySignIn,
            qPrintable(QStringLiteral("%1, asked %2 times").arg(answer.error().text).arg(proxy.asked)));
        QVERIFY(!answer.error().mayHaveReachedServer);
        QCOMPARE(proxy.letIn, 0);
        const auto said =
            std::count_if(proxy.words.begin(), proxy.words.end(), [](const QString &w) { return !w.isEmpty(); });
        QVERIFY2(said <= 4, qPrintable(proxy.words.join(QLatin1Char('|')).left(400)));
    }
    // Once refused, nobody tries again with what is known to be wrong.
    void whatWasRefusedIsNotSaidAgain()
    {
        AskingProxy proxy("Basic realm=\"acme\"");
        auto options = support::HttpClient::options();
        options.proxy = QStringLiteral("http://127.0.0.1:%1").arg(proxy.server.serverPort());
        options.proxyLogin = {[] { return core::ready<SecretPtr>(core::makeSecret("ada")); },
            [] { return core::ready<SecretPtr>(core::makeSecret("wrong")); }};
        net::Http http(options, std::make_shared<net::NoLimiter>(), std::make_shared<core::SystemClock>());
        const auto said = [&proxy] {
            return std::count_if(proxy.words.begin(), proxy.words.end(), [](const QString &w) { return !w.isEmpty(); });
        };
        std::ptrdiff_t first = 0;
        for (int i = 0; i < 4; ++i) {
            const auto answer = await(
                http.send(support::requestTo(QUrl(QStringLiteral("https://acme%1.example/x").arg(i)), "GET", true)));
            QVERIFY(!answer && answer.error().cause == core::ConnectionCause::ProxySignIn);
            first = i == 0 ? said() : first;
            QCOMPARE(said(), first);
        }
        QVERIFY2(first <= 2, qPrintable(proxy.words.join(QLatin1Char('|'))));
    }
    // A change that is with whom it is for has an outcome of its own, whatever the proxy says to others.
    void whatIsUnderWayEndsByItself()
    {
        QTcpServer proxy;
        QVERIFY(proxy.listen(QHostAddress::LocalHost));
        QTcpSocket *held = nullptr;
        connect(&proxy, &QTcpServer::newConnection, this, [&] {
            auto *s = proxy.nextPendingConnection();
            connect(s, &QTcpSocket::readyRead, s, [s, &held] {
                if (s->readAll().startsWith("POST"))
                    held = s;
                else if (s != held)
                    s->write("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"a\"\r\n"
                             "Content-Length: 0\r\n\r\n");
            });
        });
        auto options = support::HttpClient::options();
        options.proxy = QStringLiteral("http://127.0.0.1:%1").arg(proxy.serverPort());
        options.tries = 1;
        options.proxyLogin = {[] { return core::ready<SecretPtr>(core::makeSecret("ada")); },
            [] { return core::ready<SecretPtr>(core::makeSecret("s3cret")); }};
        net::Http http(options, std::make_shared<net::NoLimiter>(), std::make_shared<core::SystemClock>());
        const QUrl url(QStringLiteral("http://acme.example/x"));
        const auto change = http.send(support::requestTo(url, "POST", false));
        QTRY_VERIFY(held);
        const auto read = await(http.send(support::requestTo(url, "GET", true)));
        QVERIFY(!read && read.error().cause == core::ConnectionCause::ProxySignIn);
        held->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        const auto answer = await(change);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text));
        QCOMPARE(answer->status, 200);
    }
    void withoutTheKeychainNothingLeaves()
    {
        AskingProxy proxy("Basic realm=\"acme\"");
        const auto answer = askThrough(
            proxy, core::makeError(core::ErrorCode::VaultUnavailable, QStringLiteral("It is locked.")), "GET");
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, core::ErrorCode::VaultUnavailable);
        QVERIFY(proxy.asked <= 1 && proxy.words.join(QString()).isEmpty()); // whether it asks is looked at first
    }
    void whatCannotBeSentIsNot()
    {
        AskingProxy proxy("Basic realm=\"acme\"");
        const auto answer = askThrough(proxy, core::makeSecret("пароль"), "GET");
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, core::ErrorCode::Usage);
        QVERIFY(proxy.words.join(QString()).isEmpty());
    }
    void aProxyThatAsksNothingHearsNothing()
    {
        QTcpServer open;
        QVERIFY(open.listen(QHostAddress::LocalHost));
        QByteArray head;
        connect(&open, &QTcpServer::newConnection, this, [&] {
            auto *s = open.nextPendingConnection();
            connect(s, &QTcpSocket::readyRead, s, [s, &head] {
                head += s->readAll();
                s->write("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
            });
        });
        auto options = support::HttpClient::options();
        options.proxy = QStringLiteral("http://127.0.0.1:%1").arg(open.serverPort());
        options.tries = 1;
        options.proxyLogin = {[] { return core::ready<SecretPtr>(core::makeSecret("ada")); },
            [] { return core::ready<SecretPtr>(core::makeSecret("s3cret")); }};
        net::Http http(options, std::make_shared<net::NoLimiter>(), std::make_shared<core::SystemClock>());
        (void)await(http.send(support::requestTo(QUrl(QStringLiteral("https://acme.example/x")), "GET", true)));
        QVERIFY(head.startsWith("CONNECT acme.example:443"));
        QVERIFY2(!head.contains("Authorization"), head);
    }
};
IDV_TEST(ProxySignIns)
#include "tst_proxysignin.moc"
