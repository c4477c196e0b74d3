#include "lab/sailpoint/people.h"
#include "reverification/services/campaignstand.h"
#include "services/reverification/campaigns.h"
#include "support/registry.h"

using core::ErrorCode;
using domain::CampaignState;
using domain::ExclusionReason;
using domain::SessionState;
using support::await;
using support::CampaignStand;
using support::slowPeople;

// What holds a campaign up, and how it goes on.
class InterruptedCampaigns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pausedStoppedAndWithOpenLinksCancelled()
    {
        CampaignStand d(slowPeople(),
            [](domain::Tenant &t) { t.provider.cancelPath = t.provider.statusPath + QStringLiteral("/cancel"); });
        const auto k = d.started(6, 60);
        QTRY_VERIFY_WITH_TIMEOUT(await(d.campaigns().records().counts(k.id))->sent() >= 2, 10000);
        QVERIFY(await(d.campaigns().control().pause(k.id)));
        const auto paused = *await(d.campaigns().records().one(k.id));
        QVERIFY(!paused.why.isEmpty());
        QTRY_VERIFY(!d.campaigns().runner().isSending());
        const auto sent = await(d.campaigns().records().counts(k.id))->sent();
        // A campaign goes by real seconds: only they show that it has stopped.
        QTest::qWait(1500);
        QCOMPARE(await(d.campaigns().records().counts(k.id))->sent(), sent);
        QVERIFY(await(d.campaigns().control().resume(k.id)));
        QTRY_VERIFY_WITH_TIMEOUT(await(d.campaigns().records().counts(k.id))->sent() > sent, 10000);
        const auto cancelled = await(d.campaigns().control().stop(k.id, true), 30000);
        QVERIFY(cancelled);
        QVERIFY(*cancelled >= 2);
        QTRY_COMPARE(await(d.campaigns().records().counts(k.id))->waiting(),
            0); // whose start was on its way is cancelled as well
        const auto n = *await(d.campaigns().records().counts(k.id));
        QCOMPARE(n.of(SessionState::Cancelled), n.sent());
        QVERIFY(n.toSend > 0); // not sent, and never will be
        QCOMPARE(await(d.campaigns().control().resume(k.id)).error().code, ErrorCode::Conflict);
        const auto posts = d.posts();
        // A campaign goes by real seconds: only they show that it has stopped.
        QTest::qWait(1500);
        QCOMPARE(d.posts(), posts);
    }
    void waitingAsAskedIsNoFailure()
    {
        auto o = slowPeople();
        o.idvFaults = {QStringLiteral("create-429")};
        CampaignStand d(o);
        const auto k = d.started(2);
        QVERIFY(d.becomes(k.id, CampaignState::Done));
        const auto n = *await(d.campaigns().records().counts(k.id));
        QCOMPARE(n.sent(), 2);
        QCOMPARE(n.of(SessionState::LaunchFailed), 1); // the refused request stays in the record
        QCOMPARE(d.posts(), 3);
        QVERIFY(d.audited().contains(QStringLiteral("campaign.wait")));
    }
    void noAnswerIsNotSentAgain()
    {
        auto o = slowPeople();
        o.idvFaults = {
            QStringLiteral("create-no-answer"), QStringLiteral("create-no-answer"), QStringLiteral("create-no-answer")};
        CampaignStand d(o);
        const auto k = d.started(4);
        QVERIFY(d.becomes(k.id, CampaignState::Paused, 20000));
        const auto n = *await(d.campaigns().records().counts(k.id));
        QCOMPARE(n.of(SessionState::LaunchUnknown), 3);
        QCOMPARE(n.toSend, 1);
        QCOMPARE(d.posts(), 3);
        QVERIFY(await(d.campaigns().control().resume(k.id)));
        QVERIFY(d.becomes(k.id, CampaignState::Done));
        QCOMPARE(d.posts(), 4);
    }
    void whomTheProviderRefusesIsLeftOut()
    {
        auto o = slowPeople();
        o.idvFaults = {QStringLiteral("create-refused")};
        CampaignStand d(o);
        const auto k = d.started(3);
        QVERIFY(d.becomes(k.id, CampaignState::Done));
        const auto n = *await(d.campaigns().records().counts(k.id));
        QCOMPARE(n.why[size_t(ExclusionReason::Refused)], 1);
        QCOMPARE(n.waiting(), 2);
    }
    void aSecretThatWasReplacedPausesAndLosesNothing()
    {
        CampaignStand d;
        const auto key = services::secretKey(d.tenant.id, services::secretname::idv);
        const auto k = d.draft(3);
        QVERIFY(await(d.campaigns().dryRun().run(k.id)));
        d.vault.hold(key, core::makeSecret(QByteArrayLiteral("an old key")));
        QVERIFY(await(d.campaigns().control().start(k.id, 3)));
        QVERIFY(d.becomes(k.id, CampaignState::Paused));
        const auto paused = *await(d.campaigns().records().one(k.id));
        QVERIFY2(paused.why.contains(QLatin1String("key")) || paused.why.contains(QLatin1String("secret")),
            qPrintable(paused.why));
        QCOMPARE(await(d.campaigns().records().counts(k.id))->toSend, 3);
        d.vault.hold(key, core::makeSecret(d.lab->endpoints().idvApiKey.toUtf8()));
        QVERIFY(await(d.campaigns().control().resume(k.id)));
        QVERIFY(d.becomes(k.id, CampaignState::Done));
        QCOMPARE(await(d.campaigns().records().counts(k.id))->waiting(), 3);
    }
    void closingTheConsolePausesAndTheNextOneGoesOn()
    {
        CampaignStand d;
        const auto k = d.started(5, 60);
        // Answered, not only begun: a start whose answer is lost with the console stays unknown and is not sent again.
        QTRY_VERIFY_WITH_TIMEOUT(
            await(d.campaigns().records().counts(k.id))->of(domain::SessionState::Pending) >= 1, 10000);
        d.open();
        const auto paused = *await(d.campaigns().records().one(k.id));
        QCOMPARE(paused.state, CampaignState::Paused);
        QVERIFY(!paused.why.isEmpty());
        auto faster = await(d.campaigns().control().setPace(k.id, 120));
        QVERIFY(faster);
        QVERIFY(await(d.campaigns().control().resume(k.id)));
        QVERIFY(d.becomes(k.id, CampaignState::Done));
        const auto n = *await(d.campaigns().records().counts(k.id));
        QCOMPARE(n.sent(), 5);
        QCOMPARE(d.posts(), 5);
    }
    void oneProcessAtATime()
    {
        CampaignStand d;
        const auto k = d.draft(2);
        QVERIFY(await(d.campaigns().dryRun().run(k.id)));
        QVERIFY(*await(d.ledger->leases().take(
            QStringLiteral("campaigns:") + d.tenant.id.str(), QStringLiteral("another"), std::chrono::seconds(60))));
        QCOMPARE(await(d.campaigns().control().start(k.id, 2)).error().code, ErrorCode::Conflict);
        QCOMPARE(await(d.campaigns().records().one(k.id))->state, CampaignState::Draft);
        QCOMPARE(*await(d.campaigns().records().recover()), 0); // what another one holds is not interrupted
    }
    void twoCampaignsGoOneAfterTheOther()
    {
        CampaignStand d;
        auto p = CampaignStand::plan();
        p.isList = true;
        const auto ids = d.people(4);
        const auto a = *await(d.campaigns().drafts().create(p, ids.mid(0, 2)));
        const auto b = *await(d.campaigns().drafts().create(p, ids.mid(2, 2)));
        QVERIFY(await(d.campaigns().dryRun().run(a.id)) && await(d.campaigns().dryRun().run(b.id)));
        QVERIFY(await(d.campaigns().control().start(a.id, 2)) && await(d.campaigns().control().start(b.id, 2)));
        QVERIFY(d.becomes(b.id, CampaignState::Done));
        const auto first = *await(d.campaigns().records().one(a.id));
        QCOMPARE(first.state, CampaignState::Done);
        QVERIFY(*first.endedAt <= *await(d.campaigns().records().one(b.id))->endedAt);
        QCOMPARE(d.posts(), 4);
    }
    void aDayHasItsLimit()
    {
        CampaignStand d;
        auto p = CampaignStand::plan();
        p.isList = true;
        p.perDay = 2;
        const auto k = *await(d.campaigns().drafts().create(p, d.people(4)));
        QVERIFY(await(d.campaigns().dryRun().run(k.id)));
        QVERIFY(await(d.campaigns().control().start(k.id, 4)));
        QTRY_COMPARE_WITH_TIMEOUT(await(d.campaigns().records().counts(k.id))->sent(), 2, 10000);
        QTRY_VERIFY(d.campaigns().runner().next() && d.campaigns().runner().next()->why == domain::SendTime::DayIsFull);
        // A campaign goes by real seconds: only they show that it waits for tomorrow.
        QTest::qWait(1200);
        QCOMPARE(d.posts(), 2);
        QCOMPARE(*await(d.campaigns().records().sentToday(k)), 2);
    }
};
IDV_TEST(InterruptedCampaigns)
#include "tst_interruptedcampaigns.moc"
