#include "httpd/server.h"
#include "services/readiness/internal/sailpointtest.h"
#include "services/readiness/testrecord.h"
#include "support/ownparts.h"
#include "support/registry.h"

using core::ErrorCode;
using services::TestLevel;
using services::TestLine;
using support::OwnParts;

namespace {

/// SailPoint's half alone. `report`: what it said last.
struct Half : OwnParts
{
    explicit Half(const lab::Options &o = support::quick(), const std::function<void(domain::Tenant &)> &change = {})
        : OwnParts(o, change)
    {
    }
    bool run(services::TenantConnections &of)
    {
        services::TestRecord record([this](const TestLine &l) { told << l.text; });
        services::SailPointTest test(of.tenant, of.sailpointHttp, of.api, clock, record);
        int ends = 0;
        told.clear();
        test.run([&ends] { ++ends; });
        (void)QTest::qWaitFor([&ends] { return ends > 0; }, 15000);
        report = record.report();
        return ends == 1;
    }
    bool run() { return run(connections); }
    /// An empty line of level Fail: not there.
    TestLine line(const char *part) const
    {
        for (const auto &l : report.lines) {
            if (l.text.contains(QLatin1String(part)))
                return l;
        }
        return {TestLevel::Fail, {}, {}, {}, domain::Vendor::Console, {}};
    }
    QString level(const char *part) const
    {
        const auto l = line(part);
        return l.text.isEmpty() ? QStringLiteral("not said") : services::testLevelKey(l.level);
    }
    services::TestReport report;
    QStringList told;
};

lab::Options scoped(const QStringList &scopes)
{
    auto o = support::quick();
    o.scopes = scopes;
    return o;
}

} // namespace

class SailPointsHalfOfATest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyStepIsTakenOnceInItsOrder()
    {
        Half d;
        QVERIFY(d.run());
        QVERIFY(d.report.isPassed() && d.report.isProven());
        QCOMPARE(d.told.size(), d.report.lines.size());
        const QList<const char *> steps{"Address answers on this computer", "Client ID and secret accepted",
            "Can search identities", "Can read identities one by one", "Can read identity profiles",
            "Can read identity attributes"};
        QCOMPARE(d.report.lines.size(), steps.size());
        for (qsizetype i = 0; i < steps.size(); ++i)
            QCOMPARE(d.report.lines.at(i).text, QLatin1String(steps.at(i)));
        QCOMPARE(d.line("Can search identities").fact, QStringLiteral("200"));
        QCOMPARE(d.line("Can read identity profiles").fact, QStringLiteral("5"));
        QVERIFY(d.report.attributes.contains(QStringLiteral("idvStatus")));
    }
    void anAddressThatDoesNotAnswerIsTheOnlyLine()
    {
        Half d;
        auto nowhere = d.tenant;
        nowhere.sailpointUrl = QStringLiteral("http://127.0.0.1:1");
        services::TenantConnections own(nowhere, {d.dir.path(), false, std::chrono::seconds(5)}, d.vault, d.clock);
        QVERIFY(d.run(own));
        QCOMPARE(d.report.lines.size(), 1);
        QCOMPARE(d.report.lines.first().level, TestLevel::Fail);
        QCOMPARE(d.report.lines.first().error->code, ErrorCode::Offline);
    }
    void aSecretThatIsWrongEndsIt()
    {
        Half d;
        d.vault.hold(services::secretKey(d.tenant.id, services::secretname::sailpoint),
            core::makeSecret(QByteArrayLiteral("wrong")));
        QVERIFY(d.run());
        QCOMPARE(d.report.lines.size(), 2);
        QCOMPARE(d.level("Client ID or secret not accepted"), QStringLiteral("fail"));
        QCOMPARE(d.line("not accepted").error->code, ErrorCode::Unauthorized);
        QVERIFY(!d.report.isPassed());
    }
    void aServerWithoutTokensIsNoSailPoint()
    {
        Half d;
        httpd::Server other([](const httpd::Request &) {
            httpd::Response r;
            r.status = 404;
            r.body = "{}";
            return r;
        });
        auto elsewhere = d.tenant;
        elsewhere.sailpointUrl = QStringLiteral("http://127.0.0.1:%1").arg(*other.listen(QHostAddress::LocalHost, 0));
        services::TenantConnections own(elsewhere, {d.dir.path(), false, std::chrono::seconds(5)}, d.vault, d.clock);
        QVERIFY(d.run(own));
        QCOMPARE(d.report.lines.size(), 2);
        QCOMPARE(d.level("This is not the address of a SailPoint API"), QStringLiteral("fail"));
    }
    void eachMissingRightIsALineAndTheRestIsAsked_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("level");
        const auto row = [](const char *name, const char *rule, const char *line, const char *level) {
            QTest::newRow(name) << QString::fromLatin1(rule) << QString::fromLatin1(line) << QString::fromLatin1(level);
        };
        row("search", "sailpoint:POST /v2024/search*:status=403", "May not search", "warn");
        row("one by one", "sailpoint:GET /v2024/identities*:status=403", "A scope is missing: idn:identity:read",
            "warn");
        row("profiles", "sailpoint:GET /v2024/identity-profiles*:status=403", "May not read identity profiles", "warn");
        row("attributes", "sailpoint:GET /v2024/identity-attributes*:status=403", "Attribute names cannot be read",
            "warn");
    }
    void eachMissingRightIsALineAndTheRestIsAsked()
    {
        QFETCH(QString, rule);
        QFETCH(QString, line);
        Half d;
        QVERIFY(d.lab->setFaults({rule}));
        QVERIFY(d.run());
        QTEST(d.level(line.toLatin1().constData()), "level");
        QCOMPARE(d.line(line.toLatin1().constData()).error->code, ErrorCode::Forbidden);
        QCOMPARE(std::count_if(d.report.lines.begin(), d.report.lines.end(),
                     [](const auto &l) { return l.level == TestLevel::Pass; }),
            5);
        QVERIFY(d.report.isPassed()); // it can be worked with
    }
    void whoCanReadNobodyAtAllFails()
    {
        Half d(scoped({QStringLiteral("idn:identity-profile:read")}));
        QVERIFY(d.run());
        QCOMPARE(d.level("May not search"), QStringLiteral("warn"));
        QCOMPARE(d.level("idn:identity:read"), QStringLiteral("fail"));
        QVERIFY(!d.report.isPassed());
    }
    void aWorkflowIsAskedWhereResultsGoThroughIt()
    {
        Half d(support::quick(), [](domain::Tenant &t) { t.writeBack = domain::WriteBackStrategy::Workflow; });
        QVERIFY(d.run());
        QCOMPARE(d.level("The workflow answers its echo test"), QStringLiteral("pass"));
        QVERIFY(
            d.lab->setFaults({QStringLiteral("sailpoint:POST /v2024/workflows/execute/external/*/test:status=403")}));
        QVERIFY(d.run());
        QCOMPARE(d.level("does not answer its echo test"), QStringLiteral("warn"));
    }
    void ofIdentityIqEachServiceIsALine()
    {
        Half d(support::quick(), support::useIdentityIq);
        QVERIFY(d.run());
        QVERIFY(d.report.isPassed());
        QCOMPARE(d.level("People (SCIM Users)"), QStringLiteral("pass"));
        QCOMPARE(d.level("REST services (ping)"), QStringLiteral("pass"));
        QVERIFY(d.line("Sign-in with the API client").text.isEmpty()); // the line before says it
        QVERIFY(!d.report.capabilities.isEmpty());
        QVERIFY(d.report.attributes.contains(QStringLiteral("idvStatus")));
        QVERIFY(d.lab->setFaults({QStringLiteral("identityiq:GET /identityiq/scim/v2/Users*:status=403")}));
        QVERIFY(d.run());
        QCOMPARE(d.line("People (SCIM Users)").fact, QStringLiteral("not allowed"));
        QVERIFY(d.report.isPassed()); // they come from the plug-in
    }
    void anIdentityIqWithoutPeopleFails()
    {
        auto o = support::quick();
        o.iiqScim = o.iiqPlugin = false;
        o.iiqOld = true;
        Half d(o, support::useIdentityIq);
        QVERIFY(d.run());
        QCOMPARE(d.level("People cannot be read"), QStringLiteral("fail"));
        QCOMPARE(d.level("Perhaps too old"), QStringLiteral("warn"));
        QCOMPARE(d.line("REST services (ping)").fact, QStringLiteral("not there"));
        QVERIFY(!d.report.isPassed());
    }
};
IDV_TEST(SailPointsHalfOfATest)
#include "tst_sailpointtest.moc"
