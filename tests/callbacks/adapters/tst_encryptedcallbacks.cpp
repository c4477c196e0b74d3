#include "callbacks/adapters/receiverstand.h"
#include "httpd/server.h"
#include "net/receiver/receiver.h"
#include "support/registry.h"
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpSocket>

using support::ReceiverStand;

// A receiver behind a certificate, and senders that have one.
class EncryptedCallbacks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tlsWithAMadeCertificate()
    {
        const auto made = net::makeCertificate(
            {QStringLiteral("127.0.0.1"), QStringLiteral("localhost")}, QDateTime::currentMSecsSinceEpoch());
        QVERIFY(made);
        QCOMPARE(net::fingerprintOf(made->certificatePem).size(), 95);
        ReceiverStand s;
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
        socket.write(ReceiverStand::request());
        QTRY_VERIFY(socket.bytesAvailable() > 0);
        QVERIFY(socket.readAll().startsWith("HTTP/1.1 200"));
        // A client of plain HTTP gets nothing out of it.
        QVERIFY(!s.raw({ReceiverStand::request()}, 0, 1500).startsWith("HTTP/1.1 200"));
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
        ReceiverStand s;
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
                socket.write(ReceiverStand::request());
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
};
IDV_TEST(EncryptedCallbacks)
#include "tst_encryptedcallbacks.moc"
