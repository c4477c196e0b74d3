#include "lab/iiq/iiqpeople.h"
#include "services/access/iiqapprovals.h"
#include "support/ownparts.h"
#include "support/registry.h"

using core::ErrorCode;
using domain::Approval;
using services::ApprovalVerb;
using support::await;
using support::OwnParts;

namespace {

struct Source : OwnParts
{
    explicit Source(const std::function<void(domain::Tenant &)> &change = {}, const lab::Options &o = support::quick())
        : OwnParts(o, [change](domain::Tenant &t) {
              support::useIdentityIq(t);
              if (change)
                  change(t);
          })
    {
    }
    services::IiqApprovals source{connections, *context, nullptr};
    QList<Approval> pending()
    {
        const auto r = await(source.pending());
        return r ? *r : QList<Approval>();
    }
    Approval own()
    {
        const auto all = pending();
        for (const auto &a : all) {
            if (!a.isForeign && !a.isGroups)
                return a;
        }
        return {};
    }
    /// As the list has it, whoever may see it.
    Approval anybodys(bool isGroups)
    {
        const auto all = pending();
        for (const auto &a : all) {
            if (a.isForeign && a.isGroups == isGroups)
                return a;
        }
        return {};
    }
    core::Result<domain::Accepted> decide(ApprovalVerb verb, const Approval &a, const char *comment = "fine")
    {
        return await(source.decide(verb, a, QString::fromLatin1(comment), {}));
    }
};

void decidesForOthers(domain::Tenant &t)
{
    t.identityIq.decidesForOthers = true;
}

} // namespace

class WorkItemsOfIdentityIq : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyTheOperatorsOwnAndTheirGroupsAreShown()
    {
        Source d;
        const auto mine = d.pending();
        QCOMPARE(mine.size(), 6);
        for (const auto &a : mine)
            QVERIFY(!a.isForeign);
        QCOMPARE(std::count_if(mine.begin(), mine.end(), [](const Approval &a) { return a.isGroups; }), 2);
        Source all(decidesForOthers);
        QCOMPARE(all.pending().size(), 8);
        QVERIFY(d.source.remark().isEmpty());
    }
    void whatIsDecidedLeavesTheListAndStaysAway()
    {
        Source d;
        const auto one = d.own();
        QVERIFY(!one.id.isEmpty());
        QVERIFY(d.decide(ApprovalVerb::Approve, one));
        QCOMPARE(d.identityIq("PUT /object/WorkItem"), 1);
        QCOMPARE(d.pending().size(), 5);
        d.source.forget();
        QCOMPARE(d.pending().size(), 5);
        const auto again = await(d.source.waiting(one.id));
        QVERIFY(!again);
        QCOMPARE(again.error().reason, core::ErrorReason::Decided);
        QVERIFY(again.error().text.contains(QLatin1String("operator"))); // who decided is said
    }
    void somebodyElseWasFaster()
    {
        Source d;
        const auto one = d.own();
        d.lab->completeElsewhere(one.id, false, QStringLiteral("Dvora Ben-Shachar"));
        const auto r = await(d.source.waiting(one.id));
        QVERIFY(!r);
        QCOMPARE(r.error().reason, core::ErrorReason::Decided);
        QVERIFY2(r.error().text.contains(QLatin1String("Dvora")), qPrintable(r.error().text));
        QCOMPARE(d.pending().size(), 5);
    }
    void whatStandsAgainstADecision()
    {
        Source d;
        const auto one = d.own();
        QVERIFY(d.source.obstacle(ApprovalVerb::Approve, one).isEmpty());
        QVERIFY(d.source.obstacle(ApprovalVerb::Deny, one).isEmpty());
        QVERIFY(!d.source.obstacle(ApprovalVerb::Forward, one).isEmpty());
        d.connections.tenant.identityIq.deniedState.clear();
        QVERIFY(d.source.obstacle(ApprovalVerb::Approve, one).isEmpty());
        QVERIFY(!d.source.obstacle(ApprovalVerb::Deny, one).isEmpty());
        d.connections.tenant.identityIq.operatorId.clear();
        QVERIFY(!d.source.obstacle(ApprovalVerb::Approve, one).isEmpty());
    }
    void whoseItIsDecidesWhoMayDecide()
    {
        Source all(decidesForOthers);
        const auto others = all.anybodys(false), groups = all.anybodys(true);
        QCOMPARE(others.ownerId, lab::iiqOtherApprover());
        QCOMPARE(groups.ownerId, lab::iiqForeignGroup());
        QVERIFY(all.source.obstacle(ApprovalVerb::Approve, others).isEmpty());
        QCOMPARE(all.source.decider(others), lab::iiqOtherApprover());
        QVERIFY(!all.source.obstacle(ApprovalVerb::Approve, groups).isEmpty()); // nobody decides in a group's name
        all.connections.tenant.identityIq.decidesForOthers = false;
        QVERIFY(!all.source.obstacle(ApprovalVerb::Approve, others).isEmpty());
        auto untold = others;
        untold.ownerId.clear();
        all.connections.tenant.identityIq.decidesForOthers = true;
        QVERIFY(!all.source.obstacle(ApprovalVerb::Approve, untold).isEmpty()); // nobody's name is guessed
        QCOMPARE(all.source.decider(all.own()), all.connections.tenant.identityIq.operatorId);
    }
    void earlierStepsAreReadFromTheRequest()
    {
        Source d;
        bool hasHistory = false;
        const auto mine = d.pending();
        for (const auto &a : mine) {
            const auto steps = await(d.source.history(a));
            QVERIFY(steps);
            for (const auto &s : *steps)
                hasHistory |= s.who == QLatin1String("Dvora Ben-Shachar");
        }
        QVERIFY(hasHistory);
    }
    void reviewsAreTheOperatorsToo()
    {
        Source d;
        const auto reviews = await(d.source.reviews());
        QCOMPARE(reviews->size(), 3);
        const auto one = await(d.source.openReview(reviews->first().id));
        QVERIFY(one);
        QCOMPARE(await(d.source.openReview(QStringLiteral("none"))).error().reason, core::ErrorReason::Decided);
        QVERIFY(d.source.reviewObstacle(domain::OperationKind::ApproveReview, *one).isEmpty());
        QVERIFY(await(d.source.decideReview(domain::OperationKind::ApproveReview, *one, QStringLiteral("fine"))));
        QCOMPARE(d.identityIq("PUT /object/CertificationEntity"), 1);
    }
    void whereNothingAnswersNothingIsMadeUp()
    {
        auto o = support::quick();
        o.iiqPlugin = false;
        Source d({}, o);
        QVERIFY(!await(d.source.pending()));
        QVERIFY(!await(d.source.waiting(QStringLiteral("x"))));
        QVERIFY(!await(d.source.reviews()));
    }
};
IDV_TEST(WorkItemsOfIdentityIq)
#include "tst_iiqsource.moc"
