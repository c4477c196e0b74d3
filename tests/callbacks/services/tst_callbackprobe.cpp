#include "callbacks/services/callbackstand.h"
#include "httpd/server.h"
#include "services/callbacks/callbackprobe.h"
#include "services/readiness/readiness.h"
#include "support/registry.h"
#include <QNetworkAccessManager>
#include <QNetworkReply>

using services::CallbackProbe;
using support::await;

namespace {

/// What stands between a provider and the receiver, and does to a message what it is told to.
struct Relay
{
    enum Deed { Passes, DropsSignature, ChangesBody, Swallows, Delays, Refuses };
    explicit Relay(const QString &receiver, Deed deed)
        : target(QUrl(receiver)),
          server([this, deed](const httpd::Request &r, const httpd::Server::Reply &reply) { forward(r, reply, deed); })
    {
        port = *server.listen(QHostAddress::LocalHost, 0);
    }
    QString base() const { return QStringLiteral("http://127.0.0.1:%1/through").arg(port); }
    void forward(const httpd::Request &r, const httpd::Server::Reply &reply, Deed deed)
    {
        seen << r;
        httpd::Response early;
        early.status = deed == Refuses ? 403 : 202;
        if (deed == Swallows || deed == Refuses)
            return reply(early);
        const int pause = deed == Delays ? 1200 : 0;
        if (deed == Delays)
            reply(early);
        QTimer::singleShot(pause, &server, [this, r, reply, deed] { send(r, reply, deed); });
    }
    void send(const httpd::Request &r, const httpd::Server::Reply &reply, Deed deed)
    {
        QNetworkRequest q(target);
        for (const auto &h : r.headers) {
            const QByteArray name = h.first.toLower();
            const bool isOwn =
                name == "host" || name == "content-length" || name == "connection" || name == "accept-encoding";
            if (!isOwn && !(deed == DropsSignature && name.contains("signature")))
                q.setRawHeader(h.first, h.second);
        }
        auto *answer = nam.post(q, deed == ChangesBody ? r.body + ' ' : r.body);
        QObject::connect(answer, &QNetworkReply::finished, &server, [answer, reply, deed] {
            httpd::Response out;
            out.status = answer->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
            if (deed != Delays)
                reply(out);
            answer->deleteLater();
        });
    }
    QUrl target;
    QNetworkAccessManager nam;
    QList<httpd::Request> seen;
    httpd::Server server;
    quint16 port = 0;
};

lab::Options options(const char *auth)
{
    lab::Options o;
    o.identities = 10;
    o.callbackAuth = QString::fromLatin1(auth);
    return o;
}

} // namespace

// A signed message of the console's own goes out by the callback address and is seen where it should arrive.
class ProbesOfCallbacks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatBecomesOfIt_data()
    {
        QTest::addColumn<QByteArray>("auth");
        QTest::addColumn<int>("deed");
        QTest::addColumn<bool>("isArrived");
        QTest::addColumn<bool>("isSigned");
        QTest::addColumn<bool>("isProven");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const char *auth, Relay::Deed deed, bool arrived, bool isSigned,
                             bool proven, int status) {
            QTest::newRow(name) << QByteArray(auth) << int(deed) << arrived << isSigned << proven << status;
        };
        row("passed on", "hmac", Relay::Passes, true, true, true, 204);
        row("passed on late", "hmac", Relay::Delays, true, true, true, 202);
        row("without its signature", "hmac", Relay::DropsSignature, true, true, false, 204);
        row("with another body", "hmac", Relay::ChangesBody, false, true, false, 401);
        row("swallowed", "hmac", Relay::Swallows, false, true, false, 202);
        row("refused", "hmac", Relay::Refuses, false, true, false, 403);
        row("a key that travels along is not sent", "bearer", Relay::Passes, true, false, false, 204);
        row("another's signing key", "ed25519", Relay::Passes, true, false, false, 204);
    }
    void whatBecomesOfIt()
    {
        QFETCH(QByteArray, auth);
        QFETCH(int, deed);
        support::CallbackStand stand(options(auth.constData()));
        auto tenant = stand.tenant;
        tenant.receiver = stand.tenantSession->tenant().receiver;
        Relay relay(stand.tenantSession->receiving().listening().url, Relay::Deed(deed));
        tenant.callbackBaseUrl = relay.base();
        CallbackProbe probe(*stand.context, tenant, std::chrono::seconds(3));
        const auto o = await(probe.run(), 8000);
        QVERIFY2(o, o ? "" : qPrintable(o.error().text));
        QTEST(o->isArrived, "isArrived");
        QTEST(o->isSigned, "isSigned");
        QTEST(o->isProven, "isProven");
        QTEST(o->status, "status");
        QCOMPARE(relay.seen.size(), 1);
        QCOMPARE(relay.seen.first().path, QByteArray("/through") + tenant.receiver.path.toUtf8());
        // The secret of the senders was nowhere in it.
        const QByteArray secret = stand.lab->endpoints().callbackSecret.toUtf8();
        for (const auto &h : relay.seen.first().headers)
            QVERIFY(!h.second.contains(secret));
        // It is no callback: nothing is stored, nothing is put aside.
        QVERIFY(await(stand.ledger->callbacks().inState(tenant.id, QStringLiteral("quarantined"), 10))->isEmpty());
        QVERIFY(await(stand.ledger->callbacks().inState(tenant.id, QStringLiteral("new"), 10))->isEmpty());
    }
    void nobodyThere()
    {
        support::CallbackStand stand(options("hmac"));
        auto tenant = stand.tenant;
        tenant.callbackBaseUrl = QStringLiteral("http://127.0.0.1:1");
        CallbackProbe probe(*stand.context, tenant, std::chrono::seconds(3));
        const auto o = await(probe.run(), 8000);
        QVERIFY(o && !o->isArrived && o->error);
        tenant.callbackBaseUrl.clear();
        CallbackProbe none(*stand.context, tenant);
        QVERIFY(!await(none.run()));
    }
    void aStrangersNonceChangesNothing()
    {
        support::CallbackStand stand(options("hmac"));
        const QString name = QStringLiteral("callback-probe:t1");
        QVERIFY(await(stand.ledger->settings().set(name, QStringLiteral("{\"digest\":\"x\"}"))));
        services::noteProbe(*stand.context, stand.tenant.id, QByteArray(32, 'a'), true, this);
        (void)await(stand.ledger->settings().value(name)); // behind its reading: what it wrote is asked for next
        QCOMPARE(*await(stand.ledger->settings().value(name)), QStringLiteral("{\"digest\":\"x\"}"));
    }
    void readinessSaysIt()
    {
        support::CallbackStand stand(options("hmac"));
        stand.tenant.callbackBaseUrl =
            QUrl(stand.tenantSession->receiving().listening().url).adjusted(QUrl::RemovePath).toString();
        const int port = QUrl(stand.tenant.callbackBaseUrl).port();
        stand.tenant.receiver.port = port;
        stand.tenantSession->receiving().stop();
        stand.open();
        for (const bool isListening : {false, true}) {
            if (isListening)
                QVERIFY(await(stand.tenantSession->receiving().start()));
            const auto lines = await(stand.tenantSession->readiness().run(), 60000);
            QVERIFY(lines);
            const auto said = std::find_if(lines->begin(), lines->end(), [](const services::ReadinessLine &l) {
                return l.area == QLatin1String("callback") && l.text.contains(QLatin1String("probe"));
            });
            QVERIFY(said != lines->end());
            QCOMPARE(said->level, isListening ? services::TestLevel::Pass : services::TestLevel::Fail);
            QVERIFY(!said->fact.isEmpty());
        }
    }
};
IDV_TEST(ProbesOfCallbacks)
#include "tst_callbackprobe.moc"
