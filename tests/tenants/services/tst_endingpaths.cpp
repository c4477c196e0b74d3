#include "domain/tenants/paths/pathstyle.h"
#include "reverification/services/campaignstand.h"
#include "services/readiness/readiness.h"
#include "services/verification/sessionmonitor.h"
#include "support/labfixture.h"
#include "support/registry.h"

using domain::PathStyle;
using support::await;
using support::LabFixture;
using support::quick;

namespace {

lab::Options ending(const char *how)
{
    lab::Options o = quick();
    o.fault = QLatin1String(how);
    return o;
}

domain::Tenant stored(LabFixture &d)
{
    const auto all = await(d.ledger->tenants().all());
    return all && !all->isEmpty() ? all->first() : domain::Tenant();
}

int recorded(LabFixture &d)
{
    const auto log = await(d.ledger->audit().records(1, 1000));
    int n = 0;
    for (const auto &r : log ? *log : QList<domain::AuditRecord>())
        n += r.event.action == QLatin1String("tenant.api-paths");
    return n;
}

QString pathsLine(LabFixture &d)
{
    const auto lines = await(d.tenantSession->readiness().run(), 60000);
    for (const auto &l : lines ? *lines : QList<services::ReadinessLine>()) {
        if (l.area == QLatin1String("paths"))
            return services::testLevelKey(l.level) + QLatin1Char(' ') + l.fact;
    }
    return {};
}

} // namespace

// SailPoint's v2024 ends while the console works: what has begun goes on, it is recorded once, and whoever opens the
// tenant next begins where it ended.
class EndingPathsOfATenant : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCopyAndAWriteBackGoOn_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("said") << QStringLiteral("v2024-deprecated");
        QTest::newRow("gone") << QStringLiteral("v2024-gone");
    }
    void aCopyAndAWriteBackGoOn()
    {
        QFETCH(QString, how);
        LabFixture d(
            ending(qPrintable(how)), [](domain::Tenant &t) { t.writeBack = domain::WriteBackStrategy::Account; });
        QSignalSpy said(d.tenantSession.get(), &services::TenantSession::pathsMoved);
        const auto copied = d.sync();
        QVERIFY2(bool(copied), copied ? "" : qPrintable(copied.error().text));
        QCOMPARE(copied->identities, 200);
        const auto person = d.anyone();
        QVERIFY(!person.id.isEmpty());
        auto request = d.request();
        request.identity = person.id;
        d.tenantSession->verifier().monitor().watch();
        const auto session = await(d.tenantSession->verifier().starter().start(person, request));
        QVERIFY2(bool(session), session ? "" : qPrintable(session.error().text));
        const auto s = d.settled(session->id);
        QCOMPARE(s.state, domain::SessionState::Verified);
        QCOMPARE(s.writeBack, QStringLiteral("written"));
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(stored(d).movedToV1At > 0);
        QCOMPARE(int(domain::pathsInUse(d.tenantSession->tenant())), int(PathStyle::V1));
        QCOMPARE(recorded(d), 1);
        QVERIFY(pathsLine(d).startsWith(QLatin1String("pass per service (v1) since")));
        // The next one begins there.
        d.tenant = stored(d);
        d.open();
        const auto before = d.stats(d.lab->endpoints().sailpointUrl).value(QLatin1String("v2024 calls")).toInt();
        QVERIFY(d.sync());
        QCOMPARE(d.stats(d.lab->endpoints().sailpointUrl).value(QLatin1String("v2024 calls")).toInt(), before);
        QCOMPARE(recorded(d), 1);
    }
    void aCampaignGoesOn_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("said") << QStringLiteral("v2024-deprecated");
        QTest::newRow("gone") << QStringLiteral("v2024-gone");
    }
    void aCampaignGoesOn()
    {
        QFETCH(QString, how);
        support::CampaignStand d;
        const auto draft = d.draft(6, 120);
        // The same people in a SailPoint whose v2024 ends after its third call.
        auto o = support::slowPeople();
        o.fault = how;
        d.tenantSession.reset();
        d.start(o);
        d.point();
        d.open();
        const auto checked = await(d.campaigns().dryRun().run(draft.id));
        QVERIFY2(checked, checked ? "" : qPrintable(checked.error().text));
        const qint64 wanted = checked->dryRun->toSend();
        QVERIFY(wanted > 3);
        const auto running = await(d.campaigns().control().start(draft.id, wanted));
        QVERIFY2(running, running ? "" : qPrintable(running.error().text));
        QVERIFY(d.sync()); // which moves it, while links are sent
        const bool isDone = d.becomes(draft.id, domain::CampaignState::Done, 60000);
        QVERIFY2(isDone, qPrintable(await(d.campaigns().records().one(draft.id))->why));
        QCOMPARE(d.posts(), wanted); // each once
        QCOMPARE(await(d.campaigns().records().counts(draft.id))->sent(), wanted);
        QCOMPARE(recorded(d), 1);
        QVERIFY(stored(d).movedToV1At > 0);
    }
    void whoeverChoseIsToldAndNotMoved()
    {
        LabFixture d(ending("v2024-deprecated"), [](domain::Tenant &t) { t.pathStyle = PathStyle::V2024; });
        QVERIFY(d.sync());
        QVERIFY2(pathsLine(d).startsWith(QLatin1String("warn ")), qPrintable(pathsLine(d)));
        QCOMPARE(stored(d).movedToV1At, 0);
        QCOMPARE(recorded(d), 0);
    }
    void nothingIsSaidWhereNothingEnds()
    {
        LabFixture d(quick());
        QVERIFY(d.sync());
        QCOMPARE(pathsLine(d), QStringLiteral("pass v2024; no answer says that they end"));
    }
};
IDV_TEST(EndingPathsOfATenant)
#include "tst_endingpaths.moc"
