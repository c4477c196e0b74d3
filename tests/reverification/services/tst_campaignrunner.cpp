#include "reverification/services/campaignparts.h"
#include "support/registry.h"

using domain::CampaignState;
using domain::ExclusionReason;
using services::CampaignRunner;
using support::await;
using support::CampaignParts;

class RunningCampaigns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withNothingToSendItIsIdleAtOnce()
    {
        CampaignParts d;
        QSignalSpy idle(&d.runner, &CampaignRunner::idle);
        QVERIFY(!d.runner.isSending());
        d.runner.wakeIfSending();
        QVERIFY(!d.runner.isSending());
        d.runner.wake();
        QVERIFY(d.runner.isSending());
        QTRY_COMPARE(idle.size(), 1);
        QVERIFY(!d.runner.isSending());
        QVERIFY(!d.runner.next());
        QVERIFY(*await(d.ledger->leases().take(
            d.records.lease(), QStringLiteral("somebody else"), std::chrono::seconds(20)))); // it was given back
    }
    void everybodyIsSentALinkAndItEnds()
    {
        CampaignParts d;
        const auto k = d.running(d.people(3));
        QSignalSpy idle(&d.runner, &CampaignRunner::idle), failed(&d.runner, &CampaignRunner::failed);
        d.runner.wake();
        QTRY_COMPARE_WITH_TIMEOUT(d.now(k).state, CampaignState::Done, 20000);
        QTRY_COMPARE(idle.size(), 1);
        QVERIFY(failed.isEmpty());
        QCOMPARE(d.counts(k).sent(), 3);
        QCOMPARE(d.posts(), 3);
    }
    void whoIsExemptMeanwhileIsLeftOut()
    {
        CampaignParts d;
        const auto ids = d.people(2);
        const auto k = d.running(ids);
        QVERIFY(d.exempt(ids.first()));
        d.runner.wake();
        QTRY_COMPARE_WITH_TIMEOUT(d.now(k).state, CampaignState::Done, 20000);
        QCOMPARE(d.counts(k).sent(), 1);
        QCOMPARE(d.counts(k).why[size_t(ExclusionReason::Exempt)], 1);
        QCOMPARE(d.posts(), 1);
    }
    void whereAnotherProcessSendsItStaysStill()
    {
        CampaignParts d;
        const auto k = d.running(d.people(1));
        QVERIFY(*await(
            d.ledger->leases().take(d.records.lease(), QStringLiteral("somebody else"), std::chrono::seconds(20))));
        QSignalSpy idle(&d.runner, &CampaignRunner::idle);
        d.runner.wake();
        QTRY_COMPARE(idle.size(), 1);
        QCOMPARE(d.now(k).state, CampaignState::Running);
        QCOMPARE(d.posts(), 0);
    }
    void whoeverTakesItOverGoesOn()
    {
        CampaignParts d;
        QVERIFY(!d.runner.handOver());
        CampaignRunner first(*d.context, d.records, d.sender, d.links);
        const auto k = d.running(d.people(3), {}, 60);
        first.wake();
        QTRY_VERIFY_WITH_TIMEOUT(d.counts(k).sent() >= 1, 10000);
        QVERIFY(first.handOver());
        QVERIFY(!first.isSending());
        first.wake();
        QVERIFY(!first.isSending()); // for good
        QCOMPARE(d.now(k).state, CampaignState::Running);
        CampaignRunner second(*d.context, d.records, d.sender, d.links);
        second.wake();
        QTRY_COMPARE_WITH_TIMEOUT(d.now(k).state, CampaignState::Done, 20000);
        QCOMPARE(d.counts(k).sent(), 3);
        QCOMPARE(d.posts(), 3); // nobody twice
    }
    void closingPausesWhatIsSent()
    {
        CampaignParts d;
        const auto k = d.running(d.people(3), {}, 30);
        d.runner.wake();
        QTRY_VERIFY_WITH_TIMEOUT(d.counts(k).sent() >= 1, 10000);
        QTRY_VERIFY(d.runner.next().has_value());
        d.runner.halt();
        d.ledger->drain();
        QVERIFY(!d.runner.isSending());
        QVERIFY(!d.runner.next());
        QCOMPARE(d.now(k).state, CampaignState::Paused);
        QVERIFY(d.now(k).why.contains(QLatin1String("closed")));
        QVERIFY(d.audited().contains(QStringLiteral("campaign.pause")));
    }
    void whatWaitingDoesNotMendPauses()
    {
        CampaignParts d;
        const auto k = d.running(d.people(1));
        QVERIFY(d.lab->setFaults({QStringLiteral("sailpoint:identity:status=401")}));
        d.runner.wake();
        QTRY_COMPARE_WITH_TIMEOUT(d.now(k).state, CampaignState::Paused, 20000);
        QVERIFY(!d.now(k).why.isEmpty());
        QCOMPARE(d.counts(k).toSend, 1); // their turn comes again
        QCOMPARE(d.posts(), 0);
    }
};
IDV_TEST(RunningCampaigns)
#include "tst_campaignrunner.moc"
