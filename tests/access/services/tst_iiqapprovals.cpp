#include "access/services/iiqinbox.h"
#include "domain/text/messages.h"
#include "services/access/approvals.h"
#include "services/verification/sessionmonitor.h"
#include "support/registry.h"

using domain::Approval;
using domain::OperationKind;
using support::await;
using support::IdentityIqInbox;
using support::quick;

class ApprovalsOfIdentityIq : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneSeesOnesOwnAndThoseOfOnesWorkGroups()
    {
        IdentityIqInbox d;
        const auto all = d.pending();
        QCOMPARE(all.size(), 6); // four of their own, two of their work group
        QCOMPARE(std::count_if(all.begin(), all.end(), [](const Approval &a) { return a.isGroups; }), 2);
        QVERIFY(std::none_of(all.begin(), all.end(), [](const Approval &a) { return a.isForeign; }));
        QVERIFY(std::all_of(
            all.begin(), all.end(), [](const Approval &a) { return a.isGroups == (a.members.size() == 2); }));
        QVERIFY(std::any_of(all.begin(), all.end(), [](const Approval &a) { return a.lines.size() == 2; }));
        QVERIFY(std::is_sorted(
            all.begin(), all.end(), [](const Approval &a, const Approval &b) { return *a.asked < *b.asked; }));
        const qint64 lists = d.asked("GET /object/WorkItem"), groups = d.asked("GET /object/workgroup");
        QCOMPARE(lists, 2);  // and the empty page behind it
        QCOMPARE(groups, 3); // nothing says of an owner whether it is one: asked once each
        QCOMPARE(d.pending().size(), 6);
        QCOMPARE(d.asked("GET /object/workgroup"), groups);
    }
    void anApprovalWithACommentLeavesTheList()
    {
        IdentityIqInbox d;
        const auto a = d.pending().first();
        const auto done = await(d.approvals().approve(a.id, QStringLiteral("Approving this request")));
        QVERIFY2(bool(done), done ? "" : qPrintable(done.error().text));
        QCOMPARE(done->state, domain::OperationState::Done);
        QCOMPARE(d.asked("PUT /object/WorkItem"), 1);
        const auto kept = d.step(a);
        QCOMPARE(kept.value(QLatin1String("completer")).toString(), QStringLiteral("The operator"));
        QCOMPARE(kept.value(QLatin1String("state")).toString(), QStringLiteral("Finished"));
        QCOMPARE(kept.value(QLatin1String("comments"))
                     .toArray()
                     .first()
                     .toObject()
                     .value(QLatin1String("comment"))
                     .toString(),
            QStringLiteral("Approving this request"));
        QCOMPARE(d.pending().size(), 5);
        QVERIFY(d.recorded("approval.approve", "intent") && d.recorded("approval.approve", "done"));
        QVERIFY(!d.recorded("approval.in-name-of", "intent"));
        const auto again = await(d.approvals().approve(a.id, {}));
        QCOMPARE(again.error().reason, core::ErrorReason::Decided);
        QCOMPARE(d.asked("PUT /object/WorkItem"), 1);
    }
    void somebodyElseOfTheGroupWasFaster()
    {
        IdentityIqInbox d;
        const auto all = d.pending();
        const auto group = *std::find_if(all.begin(), all.end(), [](const Approval &a) { return a.isGroups; });
        d.lab->completeElsewhere(group.id, false, QStringLiteral("Bridget Quesnel-Fontanarosa"));
        const auto late = await(d.approvals().approve(group.id, {}));
        QCOMPARE(late.error().reason, core::ErrorReason::Decided);
        QVERIFY2(late.error().text.contains(QLatin1String("denied by Bridget Quesnel-Fontanarosa")),
            qPrintable(late.error().text));
        QCOMPARE(d.asked("PUT /object/WorkItem"), 0);
    }
    void whatSomebodyElseCompletedVanishesAtTheNextLook()
    {
        IdentityIqInbox d;
        const auto all = d.pending();
        d.lab->completeElsewhere(all.first().id, true, QStringLiteral("Olga"));
        QCOMPARE(d.pending().size(), all.size() - 1);
    }
    void denyingNeedsAReasonAndTheStatesName()
    {
        IdentityIqInbox d;
        const auto a = d.pending().first();
        QCOMPARE(await(d.approvals().deny(a.id, QStringLiteral(" "))).error().field, QStringLiteral("comment"));
        QVERIFY(await(d.approvals().deny(a.id, QStringLiteral("not needed"))));
        QCOMPARE(d.pending().size(), 5);
        QVERIFY(await(d.approvals().forward(d.pending().first().id, QStringLiteral("x"), QStringLiteral("yours")))
                    .error()
                    .text.contains(QLatin1String("IdentityIQ")));
        IdentityIqInbox unset(quick(), [](domain::Tenant &t) { t.identityIq.deniedState.clear(); });
        const auto b = unset.pending().first();
        QVERIFY(unset.approvals().obstacle(OperationKind::DenyRequest, b).contains(QLatin1String("not set")));
        QCOMPARE(await(unset.approvals().deny(b.id, QStringLiteral("no"))).error().code, core::ErrorCode::Conflict);
        QCOMPARE(unset.asked("PUT /object/WorkItem"), 0);
    }
    void decidingInAnothersNameIsAPermissionAndOnRecord()
    {
        IdentityIqInbox d(quick(), [](domain::Tenant &t) { t.identityIq.decidesForOthers = true; });
        const auto all = d.pending();
        QCOMPARE(all.size(), 8);
        const auto other =
            *std::find_if(all.begin(), all.end(), [](const Approval &a) { return a.isForeign && !a.isGroups; });
        const auto foreign =
            *std::find_if(all.begin(), all.end(), [](const Approval &a) { return a.isForeign && a.isGroups; });
        QVERIFY(d.approvals()
                    .obstacle(OperationKind::ApproveRequest, foreign)
                    .contains(QLatin1String("work group"))); // in whose name would it be?
        QVERIFY(await(d.approvals().approve(other.id, QStringLiteral("on holiday"))));
        QVERIFY(d.recorded("approval.in-name-of", "intent"));
        QCOMPARE(
            d.step(other).value(QLatin1String("completer")).toString(), QStringLiteral("Bridget Quesnel-Fontanarosa"));
        IdentityIqInbox without;
        QCOMPARE(
            await(without.approvals().approve(without.pending().first().id, {}))->state, domain::OperationState::Done);
    }
    void withoutAnOperatorNothingIsDecided()
    {
        IdentityIqInbox d(quick(), [](domain::Tenant &t) { t.identityIq.operatorId.clear(); });
        const auto all = d.pending();
        QCOMPARE(all.size(), 8);
        QVERIFY(!await(d.approvals().approve(all.first().id, {})));
        QCOMPARE(d.asked("PUT /object/WorkItem"), 0);
    }
    void aLostAnswerIsUnknownAndNeverRepeated()
    {
        IdentityIqInbox d;
        const auto a = d.pending().first();
        QVERIFY(d.lab->setFaults({QStringLiteral("identityiq:PUT /object/WorkItem/*:reset")}));
        const auto r = await(d.approvals().approve(a.id, {}));
        QVERIFY2(bool(r), r ? "" : qPrintable(r.error().text));
        QCOMPARE(r->state, domain::OperationState::Unknown);
        QCOMPARE(d.asked("PUT /object/WorkItem"), 1);
    }
    void aServerThatWantsPostSaysSoOnce()
    {
        auto o = quick();
        o.iiqPost = true;
        IdentityIqInbox d(o);
        const auto wrong = await(d.approvals().approve(d.pending().first().id, {}));
        QCOMPARE(wrong.error().httpStatus, 405);
        QVERIFY2(wrong.error().text.contains(QLatin1String("by PUT")) &&
                     wrong.error().text.contains(QLatin1String("Settings")),
            qPrintable(wrong.error().text));
        QCOMPARE(d.asked("POST /object/WorkItem"), 0);
        IdentityIqInbox e(o, [](domain::Tenant &t) { t.identityIq.method = domain::WorkItemMethod::Post; });
        QVERIFY(await(e.approvals().approve(e.pending().first().id, {})));
    }
    void accessThatDemandsALevelWaitsForTheVerification()
    {
        IdentityIqInbox d;
        QVERIFY(d.sync());
        d.tenantSession->verifier().monitor().watch();
        domain::AccessRequirements r;
        r.all << domain::AccessRequirement{QStringLiteral("a"), 2, 1}; // today, for everything
        QVERIFY(await(d.approvals().requirementsTable().setRequirements(r)));
        const auto all = d.pending();
        const auto a = *std::find_if(
            all.begin(), all.end(), [](const Approval &x) { return x.requestType.is(domain::RequestType::Grant); });
        QCOMPARE(await(d.approvals().approve(a.id, {})).error().reason, core::ErrorReason::VerifyFirst);
        QCOMPARE(d.asked("PUT /object/WorkItem"), 0);
    }
    void earlierStepsComeFromTheRequest()
    {
        IdentityIqInbox d;
        const auto all = d.pending();
        bool hasAny = false;
        for (const auto &a : all) {
            const auto steps = await(d.approvals().history(a));
            QVERIFY(bool(steps));
            hasAny = hasAny || (!steps->isEmpty() && steps->first().who == QLatin1String("Dvora Ben-Shachar") &&
                                   !steps->first().comment.isEmpty());
        }
        QVERIFY(hasAny);
    }
    void reviewsAreListedDecidedAndSigned()
    {
        IdentityIqInbox d(quick(), [](domain::Tenant &t) { t.identityIq.signedState = QStringLiteral("Signed"); });
        const auto all = await(d.approvals().accessReviews().reviews());
        QCOMPARE(all->size(), 3);
        QVERIFY(all->first().isDecidedHere && all->first().due && all->first().created);
        const QString id = all->first().id;
        QVERIFY(!await(d.approvals().accessReviews().decideReview(
            OperationKind::SignReview, id, {}))); // open items: IdentityIQ refuses
        QCOMPARE(await(d.approvals().accessReviews().decideReview(OperationKind::DenyReview, id, {})).error().field,
            QStringLiteral("comment"));
        QCOMPARE(await(d.approvals().accessReviews().decideReview(
                           OperationKind::ApproveReview, id, QStringLiteral("all fine")))
                     ->state,
            domain::OperationState::Done);
        QCOMPARE(await(d.approvals().accessReviews().reviews())->first().decided, all->first().total);
        QVERIFY(await(d.approvals().accessReviews().decideReview(OperationKind::SignReview, id, {})));
        QCOMPARE(await(d.approvals().accessReviews().reviews())->size(), 2);
        QVERIFY(d.recorded("review.sign", "intent"));
        IdentityIqInbox unset;
        QVERIFY(unset.approvals()
                    .accessReviews()
                    .reviewObstacle(OperationKind::SignReview, all->first())
                    .contains(QLatin1String("not set")));
        QCOMPARE(await(d.approvals().accessReviews().decideReview(OperationKind::ApproveReview, id, {})).error().reason,
            core::ErrorReason::Decided); // signed off: over
    }
    void theReviewOfSomebodyElseIsNotDecided()
    {
        IdentityIqInbox d(quick(),
            [](domain::Tenant &t) { t.identityIq.operatorId = QStringLiteral("2c918084600000000000000000007777"); });
        QVERIFY(await(d.approvals().accessReviews().reviews())->isEmpty());
        const auto theirs = d.reviewIds();
        QCOMPARE(theirs.size(), 3);
        QCOMPARE(await(d.approvals().accessReviews().decideReview(
                           OperationKind::DenyReview, theirs.first(), QStringLiteral("x")))
                     .error()
                     .code,
            core::ErrorCode::Conflict);
        QCOMPARE(d.asked("PUT /object/CertificationEntity"), 0);
        d.tenant.identityIq.decidesForOthers = true;
        d.open();
        QVERIFY(await(d.approvals().accessReviews().reviews())->first().isForeign);
        QVERIFY(await(d.approvals().accessReviews().decideReview(OperationKind::ApproveReview, theirs.first(), {})));
        QVERIFY(d.recorded("approval.in-name-of", "intent"));
    }
    void aWorkGroupThatCannotBeAskedIsNobodysToDecide()
    {
        IdentityIqInbox d(quick(), [](domain::Tenant &t) { t.identityIq.decidesForOthers = true; });
        const auto all = d.pending();
        const auto group =
            *std::find_if(all.begin(), all.end(), [](const Approval &a) { return a.isGroups && !a.isForeign; });
        QVERIFY(d.lab->setFaults({QStringLiteral("identityiq:GET /object/workgroup*:status=503")}));
        QVERIFY(!await(d.approvals().approve(group.id, {}))); // in whose name it would be is not known
        QVERIFY(d.lab->setFaults({QStringLiteral("identityiq:GET /object/workgroup*:status=403")}));
        const auto r = await(d.approvals().approve(group.id, {}));
        QVERIFY(!r && r.error().text.contains(QLatin1String("whose decision")));
        QCOMPARE(d.asked("PUT /object/WorkItem"), 0);
        QVERIFY(d.lab->setFaults({}));
        QVERIFY(await(d.approvals().approve(group.id, {})));
    }
    void theSameDecisionIsNotSentTwice()
    {
        IdentityIqInbox d;
        const auto a = d.pending().first();
        const auto first = d.approvals().approve(a.id, {}), second = d.approvals().deny(a.id, QStringLiteral("no"));
        QVERIFY(await(first));
        QVERIFY(!await(second));
        QCOMPARE(d.asked("PUT /object/WorkItem"), 1);
    }
    void withoutThePluginTheListSaysSo()
    {
        auto o = quick();
        o.iiqPlugin = false;
        IdentityIqInbox d(o);
        const auto r = await(d.approvals().pending());
        QVERIFY2(!r && r.error().text.contains(QLatin1String("plug-in does not answer")), qPrintable(r.error().text));
        QCOMPARE(domain::userMessage(r.error(), domain::Vendor::SailPoint).headline, r.error().text);
    }
};
IDV_TEST(ApprovalsOfIdentityIq)
#include "tst_iiqapprovals.moc"
