#include "domain/identities/contact.h"
#include "reverification/services/exemptions.h"
#include "services/identities/identitydirectory.h"
#include "services/recovery/recovery.h"
#include "services/recovery/timecheck.h"
#include "services/reverification/campaigns.h"
#include "services/tenants/privacy.h"
#include "services/verification/sessioncontrol.h"
#include "services/verification/sessions.h"
#include "services/verification/sessionstarter.h"
#include "support/fakeclock.h"
#include "support/registry.h"

using core::ErrorCode;
using domain::CampaignState;
using domain::TimeDoubt;
using services::timeSentence;
using support::await;
using support::grantsInLog;
using support::LabFixture;
using support::parentalLeave;
using support::quick;
using support::rewriteOneRow;

namespace {

/// The console's clock can be set; the vendors' goes right.
struct TwoClocks : LabFixture
{
    TwoClocks() : LabFixture(options(), {}, std::chrono::seconds(30), std::make_shared<support::FakeClock>())
    {
        restart();
        QVERIFY(sync());
    }
    static lab::Options options()
    {
        auto o = quick("never");
        o.identities = 400;
        return o;
    }
    void restart()
    {
        tenantSession.reset();
        auto o = options();
        o.rateLimit = false;
        lab = *lab::Lab::start(o, std::make_shared<core::SystemClock>());
        point();
        open();
    }
    void setClock(core::Instant by) { static_cast<support::FakeClock &>(*clock).setAhead(by); }
    services::Campaigns &campaigns() { return tenantSession->campaigns(); }
    services::Privacy &privacy() { return tenantSession->privacy(); }
    QStringList people(int n)
    {
        domain::PeopleQuery q;
        q.status = domain::IdentityStatus::Overdue;
        const auto found =
            *await(tenantSession->directory().people(*await(tenantSession->directory().quick(q, 300))->rows));
        QStringList ids;
        for (const auto &p : found) {
            if (ids.size() < n && domain::isActiveLifecycle(p.lifecycle) && domain::isEmail(p.email))
                ids << p.id.str();
        }
        return ids;
    }
    domain::Campaign checked(int n)
    {
        domain::CampaignPlan p;
        p.name = QStringLiteral("Overdue");
        p.query.status = domain::IdentityStatus::Overdue;
        p.documents = {QStringLiteral("passport")};
        p.perMinute = 20;
        p.isList = true;
        const auto made = await(campaigns().drafts().create(p, people(n)));
        const auto tried = made ? await(campaigns().dryRun().run(made->id)) : made;
        return tried ? *tried : domain::Campaign();
    }
    CampaignState stateOf(const QString &id) { return await(campaigns().records().one(id))->state; }
    core::Status acceptClock()
    {
        return await(
            tenantSession->recovery().acceptClock(QStringLiteral("the battery was empty"), reviewerId(), reviewer()));
    }
    /// A verification that was closed so many days ago, by the right time.
    domain::Session closed(int days)
    {
        const auto s = await(tenantSession->verifier().starter().start(anyone(), request()));
        if (!s || !await(tenantSession->verifier().control().stop(s->id, QStringLiteral("x"))))
            return {};
        if (!rewriteOneRow(
                *this, QStringLiteral("UPDATE session SET closed_at = closed_at - %1").arg(days * core::dayMs)))
            return {};
        return *s;
    }
    bool isNamed(const core::SessionId &id)
    {
        return !await(tenantSession->verifier().sessions().session(id))->personName.isEmpty();
    }
};

} // namespace

class TimeInDoubt : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWrongClockGrantsNoExemption_data()
    {
        QTest::addColumn<qint64>("by");
        QTest::addColumn<bool>("isGranted");
        QTest::newRow("a year ahead") << qint64(366 * core::dayMs) << false;
        QTest::newRow("ten minutes ahead") << qint64(10 * core::minuteMs) << false;
        QTest::newRow("ten minutes behind") << qint64(-10 * core::minuteMs) << false;
        QTest::newRow("a minute ahead") << qint64(core::minuteMs) << true;
    }
    void aWrongClockGrantsNoExemption()
    {
        QFETCH(qint64, by);
        QFETCH(bool, isGranted);
        TwoClocks d;
        const core::IdentityId id(d.people(1).value(0));
        QVERIFY(!id.isEmpty());
        d.setClock(by);
        const auto r = await(d.campaigns().exemptions().grant(parentalLeave(d, id), d.reviewerId(), d.reviewer()));
        QCOMPARE(bool(r), isGranted);
        if (!isGranted)
            QCOMPARE(r.error().text, timeSentence(TimeDoubt::ClocksDiffer));
        QCOMPARE(grantsInLog(d), isGranted ? 1 : 0);
    }
    void aClockThatWasSetBackProlongsNoExemption()
    {
        TwoClocks d;
        const auto k = d.checked(2);
        QVERIFY(k.dryRun);
        d.setClock(-2 * core::hourMs);
        const auto refused = await(d.campaigns().control().start(k.id, k.dryRun->toSend()));
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(refused.error().text, timeSentence(TimeDoubt::ClocksDiffer));
        QCOMPARE(d.stateOf(k.id), CampaignState::Draft);
        QVERIFY(!d.campaigns().runner().isSending());
        // Set right again it starts.
        d.setClock(0);
        const auto started = await(d.campaigns().control().start(k.id, k.dryRun->toSend()));
        QVERIFY2(bool(started), started ? "" : qPrintable(started.error().text));
        QTRY_COMPARE_WITH_TIMEOUT(d.stateOf(k.id), CampaignState::Done, 15000);
    }
    void aClockThatJumpsPausesWhatIsRunning()
    {
        TwoClocks d;
        const auto k = d.checked(3);
        QVERIFY(k.dryRun);
        QVERIFY(await(d.campaigns().control().start(k.id, k.dryRun->toSend())));
        QTRY_VERIFY_WITH_TIMEOUT(await(d.campaigns().records().counts(k.id))->sent() == 1, 10000);
        d.setClock(core::hourMs);
        QTRY_COMPARE_WITH_TIMEOUT(d.stateOf(k.id), CampaignState::Paused, 15000);
        QCOMPARE(await(d.campaigns().records().one(k.id))->why, timeSentence(TimeDoubt::ClocksDiffer));
        QTRY_VERIFY(!d.campaigns().runner().isSending());
        QCOMPARE(await(d.campaigns().records().counts(k.id))->sent(), 1);
        QCOMPARE(await(d.campaigns().control().resume(k.id)).error().text, timeSentence(TimeDoubt::ClocksDiffer));
        // The clock is right again, but the pause stands in the log an hour ahead: a second person says that it is
        // right.
        d.setClock(0);
        QCOMPARE(await(d.campaigns().control().resume(k.id)).error().text, timeSentence(TimeDoubt::LogAhead));
        const auto accepted = d.acceptClock();
        QVERIFY2(bool(accepted), accepted ? "" : qPrintable(accepted.error().text));
        const auto resumed = await(d.campaigns().control().resume(k.id));
        QVERIFY2(bool(resumed), resumed ? "" : qPrintable(resumed.error().text));
        QTRY_COMPARE_WITH_TIMEOUT(d.stateOf(k.id), CampaignState::Done, 20000);
        QCOMPARE(await(d.campaigns().records().counts(k.id))->sent(), 3);
    }
    void aWrongClockRemovesNothing_data()
    {
        QTest::addColumn<qint64>("by");
        QTest::newRow("two years ahead") << qint64(730 * core::dayMs);
        QTest::newRow("six minutes ahead") << qint64(6 * core::minuteMs);
        QTest::newRow("a day behind") << qint64(-core::dayMs);
    }
    void aWrongClockRemovesNothing()
    {
        QFETCH(qint64, by);
        TwoClocks d;
        const auto s = d.closed(40);
        QVERIFY(!s.id.isEmpty());
        QVERIFY(await(d.privacy().setRetention({true, 455, 30})));
        d.setClock(by);
        QCOMPARE(await(d.privacy().sweep()).error().text, timeSentence(TimeDoubt::ClocksDiffer));
        QCOMPARE(await(d.privacy().forget(s.request.identity)).error().text, timeSentence(TimeDoubt::ClocksDiffer));
        QStringList said;
        connect(&d.privacy(), &services::Privacy::refused, this, [&said](const core::Error &e) { said << e.text; });
        d.privacy().watch();
        QTRY_COMPARE(said, QStringList{timeSentence(TimeDoubt::ClocksDiffer)});
        d.privacy().disconnect(this);
        QVERIFY(d.isNamed(s.id));
        d.setClock(0);
        QCOMPARE(*await(d.privacy().sweep()), 1);
        QVERIFY(!d.isNamed(s.id));
    }
    void whereNobodyAnswersNothingIsRemoved()
    {
        TwoClocks d;
        const auto s = d.closed(40);
        QVERIFY(!s.id.isEmpty());
        QVERIFY(await(d.privacy().setRetention({true, 455, 30})));
        d.tenantSession.reset();
        d.lab.reset();
        d.open(); // what was seen before is forgotten
        QCOMPARE(await(d.privacy().sweep(), 60000).error().text, timeSentence(TimeDoubt::NoVendorTime));
        QVERIFY(d.isNamed(s.id));
        // It asks by itself as soon as somebody answers.
        d.restart();
        QCOMPARE(*await(d.privacy().sweep()), 1);
        QVERIFY(!d.isNamed(s.id));
    }
    void aLogThatLiesAheadRemovesNothingUntilItIsAccepted()
    {
        TwoClocks d;
        const auto s = d.closed(40);
        QVERIFY(!s.id.isEmpty());
        d.setClock(2 * core::hourMs);
        QVERIFY(await(d.privacy().setRetention({true, 455, 30}))); // recorded two hours ahead
        d.setClock(0);
        QCOMPARE(await(d.privacy().sweep()).error().text, timeSentence(TimeDoubt::LogAhead));
        QVERIFY(d.isNamed(s.id));
        const auto accepted = d.acceptClock();
        QVERIFY2(bool(accepted), accepted ? "" : qPrintable(accepted.error().text));
        QCOMPARE(*await(d.privacy().sweep()), 1);
        QVERIFY(!d.isNamed(s.id));
    }
    void whatIsSwitchedOffAsksNobody()
    {
        TwoClocks d;
        d.setClock(core::dayMs);
        QCOMPARE(*await(d.privacy().sweep()), 0);
    }
};
IDV_TEST(TimeInDoubt)
#include "tst_timeindoubt.moc"
