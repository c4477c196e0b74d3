#include "reverification/services/campaignparts.h"
#include "support/registry.h"

using core::ErrorCode;
using domain::CampaignPerson;
using domain::ExclusionReason;
using support::await;
using support::CampaignParts;

class TryingCampaigns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whomItFindsIsKeptWithTheCampaign()
    {
        CampaignParts d;
        const auto ids = d.people(3);
        const auto k = d.listed(ids + QStringList{QStringLiteral("2c9180nobody")});
        const auto tried = await(d.dryRun.run(k.id));
        QVERIFY2(bool(tried), tried ? "" : qPrintable(tried.error().text));
        QCOMPARE(tried->dryRun->selected, 4);
        QCOMPARE(tried->dryRun->toSend(), 3);
        QCOMPARE(tried->dryRun->leftOut[size_t(ExclusionReason::Gone)], 1);
        QCOMPARE(d.now(k).dryRun->toSend(), 3);
        QCOMPARE(d.counts(k).toSend, 3);
        const auto gone = await(d.records.people(k.id, CampaignPerson::Left, ExclusionReason::Gone, 10));
        QCOMPARE(gone->size(), 1);
        QCOMPARE(gone->first().identity.str(), QStringLiteral("2c9180nobody"));
        QCOMPARE(d.posts(), 0);
        QVERIFY(d.audited().contains(QStringLiteral("campaign.dry-run")));
    }
    void whoIsExemptOrAskedAlreadyIsLeftOut()
    {
        CampaignParts d;
        const auto ids = d.people(3);
        QVERIFY(d.exempt(ids.at(0)));
        auto r = d.request();
        r.reason = domain::Reason::Onboarding;
        QVERIFY(await(d.tenantSession->verifier().starter().start(d.person(ids.at(1)), r)));
        QTRY_COMPARE(d.person(ids.at(1)).kind, domain::StatusKind::Pending);
        const auto tried = await(d.dryRun.run(d.listed(ids).id));
        QVERIFY(tried);
        QCOMPARE(tried->dryRun->toSend(), 1);
        QCOMPARE(tried->dryRun->leftOut[size_t(ExclusionReason::Exempt)], 1);
        QCOMPARE(tried->dryRun->leftOut[size_t(ExclusionReason::InRenewal)], 1);
    }
    void aReminderGoesByItsWorkflow()
    {
        CampaignParts d;
        const auto tried = await(d.dryRun.run(d.listed(d.people(2), d.lab->endpoints().workflowId).id));
        QVERIFY(tried);
        QCOMPARE(tried->dryRun->byWorkflow, 2);
        QCOMPARE(tried->dryRun->byEmail + tried->dryRun->byPhone, 0);
        QCOMPARE(d.workflowsRun(), 0);
    }
    void onlyADraftIsTried()
    {
        CampaignParts d;
        const auto k = d.running(d.people(1));
        QCOMPARE(k.state, domain::CampaignState::Running);
        QCOMPARE(await(d.dryRun.run(k.id)).error().code, ErrorCode::Conflict);
        QCOMPARE(await(d.dryRun.run(QStringLiteral("none"))).error().code, ErrorCode::NotFound);
    }
    void whatWasChangedMeanwhileWasNotTried()
    {
        CampaignParts d;
        const auto k = d.listed(d.people(2));
        const auto trying = d.dryRun.run(k.id); // reads SailPoint first
        auto plan = k.plan;
        plan.perMinute = 60;
        QVERIFY(await(d.campaigns().drafts().change(k.id, plan)));
        const auto tried = await(trying);
        QVERIFY(!tried);
        QCOMPARE(tried.error().code, ErrorCode::Conflict);
        QVERIFY(!d.now(k).dryRun);
    }
    void whereSailPointCannotBeReadNothingIsClaimed()
    {
        CampaignParts d;
        const auto k = d.listed(d.people(2));
        QVERIFY(d.lab->setFaults({QStringLiteral("sailpoint:*:status=400")}));
        QVERIFY(!await(d.dryRun.run(k.id)));
        QVERIFY(!d.now(k).dryRun);
        QVERIFY(d.lab->setFaults({}));
        QVERIFY(await(d.dryRun.run(k.id)));
    }
};
IDV_TEST(TryingCampaigns)
#include "tst_campaigndryrun.moc"
