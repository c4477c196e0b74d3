#include "httpd/server.h"
#include "readiness/services/askedpart.h"
#include "services/readiness/writebackcheck.h"
#include "support/registry.h"
#include <QJsonDocument>

using domain::WriteBackStrategy;
using services::ReadinessLine;
using services::TestLevel;
using services::WriteBackCheck;
using support::AskedPart;

namespace {

std::function<void(domain::Tenant &)> writes(WriteBackStrategy strategy)
{
    return [strategy](domain::Tenant &t) { t.writeBack = strategy; };
}

std::function<void(domain::Tenant &)> iiqWrites(WriteBackStrategy strategy)
{
    return [strategy](domain::Tenant &t) {
        support::useIdentityIq(t);
        t.writeBack = strategy;
    };
}

} // namespace

class CheckingTheWriteBack : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSourceIsNamedAndNothingIsWritten()
    {
        AskedPart d(writes(WriteBackStrategy::Account));
        QVERIFY(d.ask<WriteBackCheck>());
        QCOMPARE(d.lines.size(), 1);
        const auto &l = d.lines.first();
        QCOMPARE(l.area, QStringLiteral("write-back"));
        QCOMPARE(l.level, TestLevel::Pass);
        QVERIFY(l.text.contains(QLatin1String("IDV Results")));
        QCOMPARE(l.fact, QStringLiteral("DelimitedFile"));
        QVERIFY(l.advice.isEmpty());
        d.connections.tenant.idvSourceId = QStringLiteral("none");
        QVERIFY(d.ask<WriteBackCheck>());
        QCOMPARE(d.lines.first().level, TestLevel::Fail);
        QVERIFY(d.lines.first().advice.contains(QLatin1String("ID")));
    }
    void notEverySourceTakesResults_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<bool>("isAuthoritative");
        QTest::addColumn<QString>("level");
        QTest::addColumn<QString>("advice");
        const auto row = [](const char *name, const char *type, bool isAuthoritative, const char *level,
                             const char *advice) {
            QTest::newRow(name) << QString::fromLatin1(type) << isAuthoritative << QString::fromLatin1(level)
                                << QString::fromLatin1(advice);
        };
        row("flat", "DelimitedFile", false, "pass", "");
        row("flat, in other letters", "delimited-file", false, "pass", "");
        row("authoritative", "DelimitedFile", true, "warn", "overwrites");
        row("a directory", "Active Directory - Direct", false, "fail", "delimited-file");
        row("an authoritative directory", "Workday", true, "fail", "delimited-file");
        row("of no type", "", false, "fail", "delimited-file");
    }
    void notEverySourceTakesResults()
    {
        QFETCH(QString, type);
        QFETCH(bool, isAuthoritative);
        QFETCH(QString, advice);
        QStringList asked;
        httpd::Server tenant([&](const httpd::Request &r) {
            httpd::Response a;
            a.contentType = "application/json";
            if (r.path == "/oauth/token") {
                a.body = "{\"access_token\":\"t\",\"expires_in\":600}";
                return a;
            }
            asked << QString::fromLatin1(r.method) + QLatin1Char(' ') + QString::fromLatin1(r.path);
            a.body =
                QJsonDocument(QJsonObject{{QStringLiteral("name"), QStringLiteral("Here")},
                                  {QStringLiteral("type"), type}, {QStringLiteral("authoritative"), isAuthoritative}})
                    .toJson();
            return a;
        });
        AskedPart d(writes(WriteBackStrategy::Account));
        auto other = d.tenant;
        other.sailpointUrl = QStringLiteral("http://127.0.0.1:%1").arg(*tenant.listen(QHostAddress::LocalHost, 0));
        services::TenantConnections own(other, {d.dir.path(), false, std::chrono::seconds(10)}, d.vault, d.clock);
        QVERIFY(d.ask<WriteBackCheck>(own));
        QCOMPARE(d.lines.size(), 1);
        QTEST(services::testLevelKey(d.lines.first().level), "level");
        QVERIFY(d.lines.first().text.contains(QLatin1String("Here")));
        QCOMPARE(d.lines.first().advice.isEmpty(), advice.isEmpty());
        QVERIFY(d.lines.first().advice.contains(advice));
        QCOMPARE(asked, QStringList{QStringLiteral("GET /v2024/sources/") + other.idvSourceId});
    }
    void aWorkflowHasToBeOn()
    {
        AskedPart d(writes(WriteBackStrategy::Workflow));
        QVERIFY(d.ask<WriteBackCheck>());
        QCOMPARE(d.count("write-back", TestLevel::Pass), 2);
        QVERIFY(d.lines.first().text.contains(QLatin1String("IDV results")));
        d.connections.tenant.workflowId = QStringLiteral("9b1d54c7-2e0a-4a55-8d1e-5f6a7b8c9d02");
        QVERIFY(d.ask<WriteBackCheck>());
        QCOMPARE(d.lines.first().level, TestLevel::Fail);
        QCOMPARE(d.lines.first().fact, QStringLiteral("disabled"));
        QCOMPARE(d.lines.first().fix, ReadinessLine::None);
    }
    void aWorkflowThatIsNotFoundCanBeSaved()
    {
        AskedPart d(writes(WriteBackStrategy::Workflow));
        d.connections.tenant.workflowId = QStringLiteral("none");
        QVERIFY(d.ask<WriteBackCheck>());
        QCOMPARE(d.lines.size(), 2); // and its echo is asked all the same
        QCOMPARE(d.lines.first().level, TestLevel::Fail);
        QCOMPARE(d.lines.first().fix, ReadinessLine::SaveWorkflow);
        QCOMPARE(d.lines.last().fix, ReadinessLine::None);
    }
    void aWorkflowThatDoesNotAnswerTakesNoResult()
    {
        AskedPart d(writes(WriteBackStrategy::Workflow));
        QVERIFY(d.goWrong("sailpoint:POST /v2024/workflows/execute/external/*/test:status=403"));
        QVERIFY(d.ask<WriteBackCheck>());
        QCOMPARE(d.lines.size(), 2);
        QCOMPARE(d.lines.first().level, TestLevel::Pass);
        QCOMPARE(d.lines.last().level, TestLevel::Warn);
        QVERIFY(d.lines.last().advice.contains(QLatin1String("cannot be written")));
    }
    void aWayThatIsNoneIsDoubtful()
    {
        AskedPart d(writes(WriteBackStrategy::None));
        QVERIFY(d.ask<WriteBackCheck>());
        QCOMPARE(d.lines.size(), 1);
        QCOMPARE(d.lines.first().level, TestLevel::Warn);
        QVERIFY(d.lines.first().text.contains(QLatin1String("writes no results")));
        d.connections.tenant.writeBack = WriteBackStrategy::DirectPatch;
        QVERIFY(d.ask<WriteBackCheck>());
        QCOMPARE(d.lines.first().level, TestLevel::Warn);
        QVERIFY(d.lines.first().text.contains(QLatin1String("PATCH")));
        QVERIFY(d.lines.first().advice.contains(QLatin1String("another way")));
    }
    void identityIqIsAskedForTheServiceOfItsWay()
    {
        AskedPart d(iiqWrites(WriteBackStrategy::Scim));
        QVERIFY(d.ask<WriteBackCheck>());
        QCOMPARE(d.lines.size(), 1);
        QCOMPARE(d.lines.first().level, TestLevel::Pass);
        QVERIFY(d.lines.first().text.contains(QLatin1String("SCIM")));
        d.connections.tenant.writeBack = WriteBackStrategy::Workflow;
        QVERIFY(d.ask<WriteBackCheck>());
        QCOMPARE(d.lines.first().level, TestLevel::Pass);
        QVERIFY(d.lines.first().text.contains(d.lab->endpoints().iiqWorkflow));
        d.connections.tenant.writeBack = WriteBackStrategy::None;
        QVERIFY(d.ask<WriteBackCheck>());
        QCOMPARE(d.lines.first().level, TestLevel::Warn);
        QVERIFY(d.lines.first().text.contains(QLatin1String("writes no results")));
    }
    void whatIdentityIqRefusesIsSaid()
    {
        auto o = support::quick();
        o.iiqScim = false;
        AskedPart d(iiqWrites(WriteBackStrategy::Scim), o);
        QVERIFY(d.ask<WriteBackCheck>());
        QCOMPARE(d.lines.size(), 1);
        QCOMPARE(d.lines.first().level, TestLevel::Warn);
        QVERIFY(d.lines.first().advice.contains(QLatin1String("cannot be written")));
    }
};
IDV_TEST(CheckingTheWriteBack)
#include "tst_writebackcheck.moc"
