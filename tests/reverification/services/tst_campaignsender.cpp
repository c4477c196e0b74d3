#include "reverification/services/campaignparts.h"
#include "support/registry.h"

using core::ErrorCode;
using core::ErrorReason;
using domain::ExclusionReason;
using domain::Reminded;
using services::CheckedRecipient;
using support::await;
using support::CampaignParts;

namespace {

CheckedRecipient checked(CampaignParts &d, const domain::Campaign &k, const QString &id)
{
    const auto r = await(d.sender.check(k, core::IdentityId(id)));
    return r ? *r : CheckedRecipient();
}

services::ReminderOutcome reminded(CampaignParts &d, const domain::Campaign &k, const QString &id)
{
    const auto r = await(d.sender.remind(k, d.person(id)));
    return r ? *r : services::ReminderOutcome();
}

} // namespace

class SendingToOne : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoeversTurnItIsIsReadAgain()
    {
        CampaignParts d;
        const auto ids = d.people(2);
        const auto k = d.running(ids);
        const auto one = checked(d, k, ids.first());
        QCOMPARE(one.found, CheckedRecipient::Eligible);
        QCOMPARE(one.person.id.str(), ids.first());
        QCOMPARE(one.why, ExclusionReason::Nothing);
        QVERIFY(d.exempt(ids.first()));
        const auto exempt = checked(d, k, ids.first());
        QCOMPARE(exempt.found, CheckedRecipient::Excluded);
        QCOMPARE(exempt.why, ExclusionReason::Exempt);
        QCOMPARE(checked(d, k, QStringLiteral("nobody")).found, CheckedRecipient::Gone);
    }
    void whoCannotBeReadIsNeitherGoneNorWell()
    {
        CampaignParts d;
        const auto ids = d.people(1);
        const auto k = d.running(ids);
        QVERIFY(d.lab->setFaults(
            {QStringLiteral("sailpoint:identity:status=400"), QStringLiteral("sailpoint:search:status=400")}));
        const auto one = checked(d, k, ids.first());
        QCOMPARE(one.found, CheckedRecipient::Unreadable);
        QCOMPARE(one.error.code, ErrorCode::Rejected);
    }
    void whileTheTimeIsInDoubtNobodyIsAsked()
    {
        auto o = support::slowPeople();
        o.clockOffset = std::chrono::minutes(6);
        CampaignParts d(o);
        const auto ids = d.people(1);
        const auto one = checked(d, d.listed(ids), ids.first());
        QCOMPARE(one.found, CheckedRecipient::InDoubt);
        QCOMPARE(one.error.code, ErrorCode::Conflict);
    }
    void aLinkIsForWhoeversTurnItIsOnce()
    {
        CampaignParts d;
        const auto ids = d.people(2);
        const auto draft = d.listed(ids);
        const auto person = d.person(ids.first());
        const auto early = await(d.sender.launch(draft, domain::Delivery::Email, person));
        QCOMPARE(early.error().reason, ErrorReason::NotTheirTurn);
        QCOMPARE(d.posts(), 0);
        const auto k = d.running(ids);
        const auto s = await(d.sender.launch(k, domain::Delivery::Email, person));
        QVERIFY2(bool(s), s ? "" : qPrintable(s.error().text));
        QCOMPARE(s->campaign, k.id);
        QCOMPARE(s->request.reason, domain::Reason::Periodic);
        QCOMPARE(s->request.linkMinutes, k.plan.linkHours * 60);
        QCOMPARE(d.counts(k).sent(), 1);
        QVERIFY(!await(d.sender.launch(k, domain::Delivery::Email, person)));
        QCOMPARE(d.posts(), 1);
        QVERIFY(!d.sender.takeLaunchFault(s->id));
    }
    void aReminderIsAskedForOnce()
    {
        CampaignParts d;
        const auto ids = d.people(2);
        const QString workflow = d.lab->endpoints().workflowId;
        const auto draft = reminded(d, d.listed(ids, workflow), ids.first());
        QCOMPARE(draft.begun.error().reason, ErrorReason::NotTheirTurn);
        QCOMPARE(d.workflowsRun(), 0);
        const auto k = d.running(ids, workflow);
        const auto done = reminded(d, k, ids.first());
        QVERIFY(done.begun && done.ran && done.kept);
        QCOMPARE(done.reminded, Reminded::Done);
        QVERIFY(done.at > 0);
        QCOMPARE(d.counts(k).reminded, 1);
        QVERIFY(!reminded(d, k, ids.first()).begun);
        QCOMPARE(d.workflowsRun(), 1);
        QCOMPARE(d.audited().count(QStringLiteral("verification.remind")), 2); // intent and outcome
    }
    void whatBecameOfAReminderIsKept_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<Reminded>("reminded");
        QTest::addColumn<int>("left"); // whose turn it still is
        QTest::newRow("refused") << QStringLiteral("sailpoint:POST /v2024/workflows/execute/external/*:status=400")
                                 << Reminded::Refused << 0;
        QTest::newRow("no answer") << QStringLiteral("sailpoint:POST /v2024/workflows/execute/external/*:reset")
                                   << Reminded::Unknown << 0;
        QTest::newRow("not allowed") << QStringLiteral("sailpoint:POST /v2024/workflows/execute/external/*:status=403")
                                     << Reminded::NotAsked << 1;
    }
    void whatBecameOfAReminderIsKept()
    {
        QFETCH(QString, rule);
        QFETCH(int, left);
        CampaignParts d;
        const auto ids = d.people(1);
        const auto k = d.running(ids, d.lab->endpoints().workflowId);
        QVERIFY(d.lab->setFaults({rule}));
        const auto r = reminded(d, k, ids.first());
        QVERIFY(r.begun && !r.ran && r.kept);
        QTEST(r.reminded, "reminded");
        QCOMPARE(d.counts(k).toSend, left);
    }
};
IDV_TEST(SendingToOne)
#include "tst_campaignsender.moc"
