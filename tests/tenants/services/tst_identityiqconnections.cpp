#include "httpd/server.h"
#include "services/operations/identityoperations.h"
#include "services/operations/operationtracker.h"
#include "services/readiness/connectiontest.h"
#include "support/iqfixture.h"
#include "support/registry.h"

using support::await;
using support::IqFixture;
using support::quick;

class IdentityIqConnections : public QObject
{
    Q_OBJECT
    static services::TestReport test(IqFixture &d)
    {
        return *await(services::testConnection(
            *d.context, d.tenant, {}, services::TestParts::SailPoint, {}, d.tenantSession.get()));
    }
    static QString stateOf(const services::TestReport &r, const char *key)
    {
        for (const auto &c : r.capabilities) {
            if (c.key == QLatin1String(key))
                return domain::capabilityStateKey(c.state);
        }
        return {};
    }
    static bool says(const services::TestReport &r, const char *part)
    {
        return std::any_of(r.lines.begin(), r.lines.end(), [part](const services::TestLine &l) {
            return l.text.contains(QLatin1String(part)) || l.advice.contains(QLatin1String(part));
        });
    }
private Q_SLOTS:
    void everythingAnswers()
    {
        IqFixture d;
        const auto r = test(d);
        QVERIFY(r.isPassed());
        QVERIFY(r.isProven());
        QCOMPARE(r.capabilities.size(), 9);
        for (const auto &c : r.capabilities)
            QVERIFY2(c.state == domain::Capability::Answers, qPrintable(c.key));
        QVERIFY(r.attributes.contains(QStringLiteral("idvStatus")));
        QVERIFY(!says(r, "guess"));
    }
    void aPingThatAnswersAnybodyProvesNobody()
    {
        IqFixture d;
        const auto &e = d.lab->endpoints();
        const QByteArray client = "Basic " + (e.iiqClientId + QLatin1Char(':') + e.iiqClientSecret).toUtf8().toBase64();
        httpd::Server open([client](const httpd::Request &r) {
            httpd::Response a;
            a.status = 404;
            a.body = "{}";
            if (r.path == "/identityiq/rest/ping")
                a.status = 200;
            if (r.path == "/identityiq/oauth2/token") {
                a.status = r.header("Authorization") == client ? 200 : 401;
                a.body = "{\"access_token\":\"t\",\"expires_in\":600}";
            }
            return a;
        });
        d.tenant.sailpointUrl =
            QStringLiteral("http://127.0.0.1:%1/identityiq").arg(*open.listen(QHostAddress::LocalHost, 0));
        const auto r = test(d);
        QVERIFY(says(r, "Client ID and secret accepted"));
        QVERIFY(says(r, "answers without a sign-in as well"));
        QVERIFY(!r.isProven());
        for (const auto &l : r.lines)
            QVERIFY(l.level != services::TestLevel::Pass || l.text != domain::capabilityName(QStringLiteral("ping")));
    }
    void withoutThePluginOnlyItsPartIsOff()
    {
        auto o = quick();
        o.iiqPlugin = false;
        IqFixture d(o);
        const auto r = test(d);
        QVERIFY(r.isPassed());
        QCOMPARE(stateOf(r, "plugin-work-items"), QStringLiteral("missing"));
        QCOMPARE(stateOf(r, "users"), QStringLiteral("answers"));
        QVERIFY(says(r, "Approvals are decided in IdentityIQ, not here."));
    }
    void whatTheProxyUserMayNotIsNotAllowed()
    {
        auto o = quick();
        o.iiqScim = false;
        IqFixture d(o);
        const auto r = test(d);
        QVERIFY(r.isPassed()); // the plug-in has the people
        QCOMPARE(stateOf(r, "users"), QStringLiteral("not-allowed"));
        QVERIFY(!says(r, "guess"));
    }
    void withoutPeopleItDoesNotPass()
    {
        auto o = quick();
        o.iiqScim = o.iiqPlugin = false;
        IqFixture d(o);
        QVERIFY(!test(d).isPassed());
    }
    void anOldVersionIsSaidAsAGuess()
    {
        auto o = quick();
        o.iiqOld = true;
        IqFixture d(o);
        const auto r = test(d);
        QVERIFY(r.isPassed());
        QVERIFY(says(r, "This is a guess"));
    }
    void aWrongAddressIsNamed()
    {
        IqFixture d;
        d.tenant.sailpointUrl += QStringLiteral("x");
        const auto r = test(d);
        QVERIFY(!r.isPassed());
        QVERIFY(says(r, "IdentityIQ"));
    }
    void theCloudsActionsAreNotOffered()
    {
        IqFixture d;
        QVERIFY(d.sync());
        const auto p = d.anyone();
        const auto r = await(d.tenantSession->identityOperations().deleteIdentity(p.id));
        QCOMPARE(r.error().reason, core::ErrorReason::Unsupported);
        const auto log = await(d.ledger->audit().records(1, 100)); // nothing was even about to be asked
        QVERIFY(std::none_of(log->begin(), log->end(), [](const domain::AuditRecord &x) {
            return x.event.action == QLatin1String("identity.delete") ||
                   x.event.action == QLatin1String("operator.register");
        }));
    }
};
IDV_TEST(IdentityIqConnections)
#include "tst_identityiqconnections.moc"
