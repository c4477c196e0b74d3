#include "lab/adapters/labcall.h"
#include "lab/iiq/identityiq.h"
#include "support/registry.h"

using namespace support;

namespace {

/// The whole server, asked as a client would.
struct IiqServer : LabParts
{
    explicit IiqServer(const std::function<void(lab::Options &)> &change = {}) : LabParts(change) {}
    lab::IdentityIq server{options, ends, clock};
    httpd::Response ask(const char *method, const char *path, const QByteArray &authorization,
        const QJsonValue &body = {}, const char *query = "")
    {
        httpd::Request r = asked(method, body);
        const QByteArray given(path);
        r.path = given.startsWith("/table") ? given : "/identityiq" + given; // the plug-in stands beside the context
        r.query = query;
        if (!authorization.isEmpty())
            r.headers.append({"Authorization", authorization});
        return server.handle(r);
    }
    QByteArray basic(const QString &name, const QString &password) const
    {
        return "Basic " + (name + QLatin1Char(':') + password).toUtf8().toBase64();
    }
    httpd::Response token(const QString &secret)
    {
        return ask("POST", "/oauth2/token", basic(ends.iiqClientId, secret), {}, "grant_type=client_credentials");
    }
    QByteArray signedIn()
    {
        return "Bearer " + textOf(objectOf(token(ends.iiqClientSecret)), "access_token").toLatin1();
    }
};

} // namespace

class SimulatedIdentityIqServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nobodyIsAnsweredWithoutAToken()
    {
        IiqServer s;
        QCOMPARE(s.token(QStringLiteral("wrong")).status, 401);
        QCOMPARE(s.ask("POST", "/oauth2/token", s.basic(s.ends.iiqClientId, s.ends.iiqClientSecret)).status, 400);
        QCOMPARE(s.ask("GET", "/scim/v2/Users", {}).status, 401);
        QCOMPARE(s.ask("GET", "/scim/v2/Users", "Bearer made-up").status, 401);
        const QByteArray good = s.signedIn();
        QCOMPARE(s.ask("GET", "/scim/v2/Users", good).status, 200);
        s.clock->advance(std::chrono::milliseconds(s.options.tokenLifetime).count());
        QCOMPARE(s.ask("GET", "/scim/v2/Users", good).status, 401);
    }
    void aPersonsOwnNameOpensThePingOnly()
    {
        IiqServer s;
        const QByteArray person = s.basic(s.ends.iiqReviewer, s.ends.iiqReviewerPassword);
        QCOMPARE(s.ask("GET", "/rest/ping", person).body, QByteArray("Ping was successful!"));
        QCOMPARE(s.ask("GET", "/rest/ping", s.basic(s.ends.iiqReviewer, QStringLiteral("wrong"))).status, 401);
        QCOMPARE(s.ask("GET", "/scim/v2/Users", person).status, 200); // the scheme that is documented
        QCOMPARE(s.ask("GET", "/scim/v2/Users", s.basic(s.ends.iiqReviewer, QStringLiteral("wrong"))).status, 401);
        QCOMPARE(s.ask("GET", "/table/Identity", person).status, 401);
        IiqServer old([](lab::Options &o) { o.iiqOld = true; });
        QCOMPARE(old.ask("GET", "/rest/ping", old.signedIn()).status, 404);
    }
    void whatIsNotInstalledOrAllowedIsSaid()
    {
        IiqServer s([](lab::Options &o) {
            o.iiqScim = false;
            o.iiqPlugin = false;
        });
        const QByteArray good = s.signedIn();
        QCOMPARE(s.ask("GET", "/scim/v2/Users", good).status, 403);
        QCOMPARE(s.ask("GET", "/table/Identity", good).status, 404);
        IiqServer whole;
        const QByteArray token = whole.signedIn();
        QCOMPARE(whole.ask("GET", "/scim/v2/ServiceProviderConfig", token).status, 200);
        QCOMPARE(whole.ask("GET", "/scim/v2/ResourceTypes", token).status, 200);
        QCOMPARE(whole.ask("GET", "/table/Identity", token).status, 200);
        QCOMPARE(whole.ask("GET", "/table/Identity", {}).status, 401);
        QCOMPARE(whole.ask("GET", "/scim/v2/Shoes", token).status, 404);
        QVERIFY(whole.server.counters().value(QLatin1String("GET /scim/v2/ResourceTypes")).toInt() == 1);
    }
    void aWorkflowWritesAndItsTaskEnds()
    {
        IiqServer s;
        const QByteArray good = s.signedIn();
        const auto launch = [&](const QString &name, const QString &person) {
            const QJsonObject pair{
                {QStringLiteral("key"), QStringLiteral("identityId")}, {QStringLiteral("value"), person}};
            return s.ask("POST", "/scim/v2/LaunchedWorkflows", good,
                QJsonObject{{QStringLiteral("urn:ietf:params:scim:schemas:sailpoint:1.0:LaunchedWorkflow"),
                    QJsonObject{{QStringLiteral("workflowName"), name}, {QStringLiteral("input"), QJsonArray{pair}}}}});
        };
        const QString somebody = QString::fromLatin1(s.idOf(4));
        QCOMPARE(launch(QStringLiteral("Another"), somebody).status, 400);
        QVERIFY(launch(s.ends.iiqWorkflow, QStringLiteral("nobody")).status >= 400);
        QCOMPARE(launch(s.ends.iiqWorkflow, somebody).status, 201);
        QCOMPARE(s.ask("GET", "/scim/v2/TaskResults/none", good).status, 404);
    }
};
IDV_TEST(SimulatedIdentityIqServer)
#include "tst_labiiqserver.moc"
