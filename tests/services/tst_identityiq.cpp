#include "services/approvals.h"
#include "services/connectiontest.h"
#include "services/operations.h"
#include "services/recovery.h"
#include "support/labdesk.h"
#include "support/registry.h"

using support::await;
using support::Desk;
using support::quick;

namespace {
struct IqDesk : Desk
{
    explicit IqDesk(lab::Options o = quick(), const std::function<void(domain::Tenant &)> &change = {})
        : Desk(std::move(o), [change](domain::Tenant &t) {
              support::useIdentityIq(t);
              if (change)
                  change(t);
          })
    {
    }
    qint64 asked(const char *what) { return lab->counters().value(QLatin1String("identityiq")).toObject().value(QLatin1String(what)).toInteger(); }
};
} // namespace

class IdentityIqTenants : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everybodyIsCopiedAndThenOnlyWhatChanged()
    {
        auto o = quick();
        o.identities = 2300;
        IqDesk d(o);
        const auto full = d.sync();
        QVERIFY2(bool(full), full ? "" : qPrintable(full.error().text));
        QCOMPARE(full->mode, QStringLiteral("full"));
        QCOMPARE(full->identities, 2300);
        QCOMPARE(d.asked("GET /scim/v2/Users"), 5); // three pages of 1,000, the empty one behind them, the count
        const auto again = d.sync();
        QVERIFY2(bool(again), again ? "" : qPrintable(again.error().text));
        QCOMPARE(again->mode, QStringLiteral("incremental"));
        QCOMPARE(again->changed, 0);
        QCOMPARE(d.asked("GET /scim/v2/Users"), 6);
        const auto p = d.anyone();
        QVERIFY(!p.email.isEmpty() && !p.name.isEmpty() && !p.firstName.isEmpty());
    }
    void withoutScimPeopleComeFromThePlugin()
    {
        auto o = quick();
        o.iiqScim = false;
        IqDesk d(o);
        const auto full = d.sync();
        QVERIFY2(bool(full), full ? "" : qPrintable(full.error().text));
        QVERIFY(full->identities > 150 && full->identities < 200); // only active ones
        const auto p = d.anyone();
        QVERIFY(!p.id.isEmpty());
        QVERIFY(bool(await(d.workspace->refresh(p.id))));
        QCOMPARE(d.sync()->mode, QStringLiteral("incremental"));
    }
    void withNeitherItSaysSo()
    {
        auto o = quick();
        o.iiqScim = o.iiqPlugin = false;
        IqDesk d(o);
        QCOMPARE(d.sync().error().code, core::ErrorCode::NotFound);
    }
    void aVerificationIsWrittenAndReadBack_data()
    {
        QTest::addColumn<int>("strategy");
        QTest::newRow("replace the record") << int(domain::WriteBackStrategy::Scim);
        QTest::newRow("workflow") << int(domain::WriteBackStrategy::Workflow);
    }
    void aVerificationIsWrittenAndReadBack()
    {
        QFETCH(int, strategy);
        IqDesk d(quick(), [strategy](domain::Tenant &t) { t.writeBack = domain::WriteBackStrategy(strategy); });
        QVERIFY(bool(d.sync()));
        const auto person = d.anyone();
        auto r = d.request();
        r.identity = person.id;
        const auto phone = await(d.workspace->attributes(person.id))->value(QLatin1String("phone"));
        d.workspace->verifier().watch();
        const auto started = await(d.workspace->verifier().start(person, r));
        QVERIFY2(bool(started), started ? "" : qPrintable(started.error().text));
        const auto s = d.settled(started->id);
        QCOMPARE(s.state, domain::SessionState::Verified);
        QCOMPARE(s.writeBack, domain::writeBackKey(domain::WriteBackState::Written));
        const auto held = await(d.workspace->refresh(person.id));
        QCOMPARE(held->idv.sessionId, s.providerId.str());
        QCOMPARE(held->idv.verified, std::optional<bool>(true));
        QCOMPARE(await(d.workspace->attributes(person.id))->value(QLatin1String("phone")), phone); // nothing else was lost
        QCOMPARE(d.asked("PUT /scim/v2/Users"), strategy == int(domain::WriteBackStrategy::Scim) ? 1 : 0);
        QCOMPARE(d.asked("POST /scim/v2/LaunchedWorkflows"), strategy == int(domain::WriteBackStrategy::Workflow) ? 1 : 0);
    }
    void aReplacementWithoutAnswerIsReadBackNotRepeated()
    {
        auto o = quick();
        o.rules << QStringLiteral("identityiq:replace:reset");
        IqDesk d(o, [](domain::Tenant &t) { t.writeBack = domain::WriteBackStrategy::Scim; });
        QVERIFY(bool(d.sync()));
        const auto person = d.anyone();
        auto r = d.request();
        r.identity = person.id;
        d.workspace->verifier().watch();
        const auto started = await(d.workspace->verifier().start(person, r));
        QVERIFY(bool(started));
        QCOMPARE(d.settled(started->id).writeBack, domain::writeBackKey(domain::WriteBackState::Written));
        QCOMPARE(d.asked("PUT /scim/v2/Users"), 1);
    }
};
IDV_TEST(IdentityIqTenants)

using domain::Approval;
using domain::OperationKind;

class ApprovalsOfIdentityIq : public QObject
{
    Q_OBJECT
    struct Inbox : IqDesk
    {
        explicit Inbox(lab::Options o = quick(), const std::function<void(domain::Tenant &)> &change = {}) : IqDesk(std::move(o), change) {}
        services::Approvals &approvals() { return workspace->approvals(); }
        QList<Approval> pending() { return *await(approvals().pending()); }
        bool recorded(const char *action, const char *outcome)
        {
            const auto log = await(ledger->auditRecords(1, 100));
            return std::any_of(log->begin(), log->end(), [&](const domain::AuditRecord &r) { return r.event.action == QLatin1String(action) && r.event.outcome == QLatin1String(outcome); });
        }
    };
private Q_SLOTS:
    void oneSeesOnesOwnAndThoseOfOnesWorkGroups()
    {
        Inbox d;
        const auto all = d.pending();
        QCOMPARE(all.size(), 6); // four of their own, two of their work group
        QCOMPARE(std::count_if(all.begin(), all.end(), [](const Approval &a) { return a.isGroups; }), 2);
        QVERIFY(std::none_of(all.begin(), all.end(), [](const Approval &a) { return a.isForeign; }));
        QVERIFY(std::all_of(all.begin(), all.end(), [](const Approval &a) { return a.isGroups == (a.members.size() == 2); }));
        QVERIFY(std::any_of(all.begin(), all.end(), [](const Approval &a) { return a.lines.size() == 2; }));
        QVERIFY(std::is_sorted(all.begin(), all.end(), [](const Approval &a, const Approval &b) { return *a.asked < *b.asked; }));
        const qint64 lists = d.asked("GET /object/WorkItem"), groups = d.asked("GET /object/workgroup");
        QCOMPARE(lists, 1);
        QCOMPARE(groups, 3); // nothing says of an owner whether it is one: asked once each
        QCOMPARE(d.pending().size(), 6);
        QCOMPARE(d.asked("GET /object/workgroup"), groups);
    }
    void anApprovalWithACommentLeavesTheList()
    {
        Inbox d;
        const auto a = d.pending().first();
        const auto done = await(d.approvals().approve(a.id, QStringLiteral("Approving this request")));
        QVERIFY2(bool(done), done ? "" : qPrintable(done.error().text));
        QCOMPARE(done->state, domain::OperationState::Done);
        QCOMPARE(d.asked("PUT /object/WorkItem"), 1);
        QCOMPARE(d.pending().size(), 5);
        QVERIFY(d.recorded("approval.approve", "intent") && d.recorded("approval.approve", "done"));
        QVERIFY(!d.recorded("approval.in-name-of", "intent"));
        const auto again = await(d.approvals().approve(a.id, {}));
        QCOMPARE(again.error().field, QStringLiteral("decided"));
        QCOMPARE(d.asked("PUT /object/WorkItem"), 1);
    }
    void somebodyElseOfTheGroupWasFaster()
    {
        Inbox d;
        const auto all = d.pending();
        const auto group = *std::find_if(all.begin(), all.end(), [](const Approval &a) { return a.isGroups; });
        d.lab->completeElsewhere(group.id, false, QStringLiteral("Bridget Quesnel-Fontanarosa"));
        const auto late = await(d.approvals().approve(group.id, {}));
        QCOMPARE(late.error().field, QStringLiteral("decided"));
        QVERIFY2(late.error().text.contains(QLatin1String("denied by Bridget Quesnel-Fontanarosa")), qPrintable(late.error().text));
        QCOMPARE(d.asked("PUT /object/WorkItem"), 0);
    }
    void whatSomebodyElseCompletedVanishesAtTheNextLook()
    {
        Inbox d;
        const auto all = d.pending();
        d.lab->completeElsewhere(all.first().id, true, QStringLiteral("Olga"));
        QCOMPARE(d.pending().size(), all.size() - 1);
    }
    void denyingNeedsAReasonAndTheStatesName()
    {
        Inbox d;
        const auto a = d.pending().first();
        QCOMPARE(await(d.approvals().deny(a.id, QStringLiteral(" "))).error().field, QStringLiteral("comment"));
        QVERIFY(await(d.approvals().deny(a.id, QStringLiteral("not needed"))));
        QCOMPARE(d.pending().size(), 5);
        QVERIFY(await(d.approvals().forward(d.pending().first().id, QStringLiteral("x"), QStringLiteral("yours"))).error().text.contains(QLatin1String("IdentityIQ")));
        Inbox unset(quick(), [](domain::Tenant &t) { t.identityIq.deniedState.clear(); });
        const auto b = unset.pending().first();
        QVERIFY(unset.approvals().obstacle(OperationKind::DenyRequest, b).contains(QLatin1String("not set")));
        QCOMPARE(await(unset.approvals().deny(b.id, QStringLiteral("no"))).error().code, core::ErrorCode::Conflict);
        QCOMPARE(unset.asked("PUT /object/WorkItem"), 0);
    }
    void decidingInAnothersNameIsAPermissionAndOnRecord()
    {
        Inbox d(quick(), [](domain::Tenant &t) { t.identityIq.decidesForOthers = true; });
        const auto all = d.pending();
        QCOMPARE(all.size(), 8);
        const auto other = *std::find_if(all.begin(), all.end(), [](const Approval &a) { return a.isForeign && !a.isGroups; });
        const auto foreign = *std::find_if(all.begin(), all.end(), [](const Approval &a) { return a.isForeign && a.isGroups; });
        QVERIFY(d.approvals().obstacle(OperationKind::ApproveRequest, foreign).contains(QLatin1String("work group"))); // in whose name would it be?
        QVERIFY(await(d.approvals().approve(other.id, QStringLiteral("on holiday"))));
        QVERIFY(d.recorded("approval.in-name-of", "intent"));
        Inbox without;
        QCOMPARE(await(without.approvals().approve(without.pending().first().id, {}))->state, domain::OperationState::Done);
    }
    void withoutAnOperatorNothingIsDecided()
    {
        Inbox d(quick(), [](domain::Tenant &t) { t.identityIq.operatorId.clear(); });
        const auto all = d.pending();
        QCOMPARE(all.size(), 8);
        QVERIFY(!await(d.approvals().approve(all.first().id, {})));
        QCOMPARE(d.asked("PUT /object/WorkItem"), 0);
    }
    void aLostAnswerIsUnknownAndNeverRepeated()
    {
        Inbox d;
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
        Inbox d(o);
        QCOMPARE(await(d.approvals().approve(d.pending().first().id, {})).error().httpStatus, 405);
        QCOMPARE(d.asked("POST /object/WorkItem"), 0);
        Inbox e(o, [](domain::Tenant &t) { t.identityIq.method = domain::WorkItemMethod::Post; });
        QVERIFY(await(e.approvals().approve(e.pending().first().id, {})));
    }
    void accessThatDemandsALevelWaitsForTheVerification()
    {
        Inbox d;
        QVERIFY(d.sync());
        d.workspace->verifier().watch();
        domain::AccessRequirements r;
        r.all << domain::AccessRequirement{QStringLiteral("a"), 2, 1}; // today, for everything
        QVERIFY(await(d.approvals().setRequirements(r)));
        const auto all = d.pending();
        const auto a = *std::find_if(all.begin(), all.end(), [](const Approval &x) { return x.requestType == QLatin1String("GRANT_ACCESS"); });
        QCOMPARE(await(d.approvals().approve(a.id, {})).error().field, QStringLiteral("verify-first"));
        QCOMPARE(d.asked("PUT /object/WorkItem"), 0);
    }
    void earlierStepsComeFromTheRequest()
    {
        Inbox d;
        const auto all = d.pending();
        bool hasAny = false;
        for (const auto &a : all) {
            const auto steps = await(d.approvals().history(a));
            QVERIFY(bool(steps));
            hasAny = hasAny || (!steps->isEmpty() && steps->first().who == QLatin1String("Dvora Ben-Shachar") && !steps->first().comment.isEmpty());
        }
        QVERIFY(hasAny);
    }
    void reviewsAreListedDecidedAndSigned()
    {
        Inbox d(quick(), [](domain::Tenant &t) { t.identityIq.signedState = QStringLiteral("Signed"); });
        const auto all = await(d.approvals().reviews());
        QCOMPARE(all->size(), 3);
        QVERIFY(all->first().isDecidedHere && all->first().due && all->first().created);
        const QString id = all->first().id;
        QVERIFY(!await(d.approvals().decideReview(OperationKind::SignReview, id, {}))); // open items: IdentityIQ refuses
        QCOMPARE(await(d.approvals().decideReview(OperationKind::DenyReview, id, {})).error().field, QStringLiteral("comment"));
        QCOMPARE(await(d.approvals().decideReview(OperationKind::ApproveReview, id, QStringLiteral("all fine")))->state, domain::OperationState::Done);
        QCOMPARE(await(d.approvals().reviews())->first().decided, all->first().total);
        QVERIFY(await(d.approvals().decideReview(OperationKind::SignReview, id, {})));
        QCOMPARE(await(d.approvals().reviews())->size(), 2);
        QVERIFY(d.recorded("review.sign", "intent"));
        Inbox unset;
        QVERIFY(unset.approvals().reviewObstacle(OperationKind::SignReview).contains(QLatin1String("not set")));
    }
    void withoutThePluginTheListSaysSo()
    {
        auto o = quick();
        o.iiqPlugin = false;
        Inbox d(o);
        QCOMPARE(await(d.approvals().pending()).error().code, core::ErrorCode::NotFound);
    }
};
IDV_TEST(ApprovalsOfIdentityIq)

class IdentityIqConnections : public QObject
{
    Q_OBJECT
    static services::TestReport test(IqDesk &d) { return *await(services::testConnection(*d.context, d.tenant, {}, services::TestParts::SailPoint, {}, d.workspace.get())); }
    static QString stateOf(const services::TestReport &r, const char *key)
    {
        for (const auto &c : r.capabilities) {
            if (c.key == QLatin1String(key))
                return domain::capabilityStateKey(c.state);
        }
        return {};
    }
    static bool says(const services::TestReport &r, const char *part)
    {
        return std::any_of(r.lines.begin(), r.lines.end(), [part](const services::TestLine &l) { return l.text.contains(QLatin1String(part)) || l.advice.contains(QLatin1String(part)); });
    }
private Q_SLOTS:
    void everythingAnswers()
    {
        IqDesk d;
        const auto r = test(d);
        QVERIFY(r.isPassed());
        QCOMPARE(r.capabilities.size(), 9);
        for (const auto &c : r.capabilities)
            QVERIFY2(c.state == domain::Capability::Answers, qPrintable(c.key));
        QVERIFY(r.attributes.contains(QStringLiteral("idvStatus")));
        QVERIFY(!says(r, "guess"));
    }
    void withoutThePluginOnlyItsPartIsOff()
    {
        auto o = quick();
        o.iiqPlugin = false;
        IqDesk d(o);
        const auto r = test(d);
        QVERIFY(r.isPassed());
        QCOMPARE(stateOf(r, "plugin-work-items"), QStringLiteral("missing"));
        QCOMPARE(stateOf(r, "users"), QStringLiteral("answers"));
        QVERIFY(says(r, "Approvals are decided in IdentityIQ, not here."));
    }
    void whatTheProxyUserMayNotIsNotAllowed()
    {
        auto o = quick();
        o.iiqScim = false;
        IqDesk d(o);
        const auto r = test(d);
        QVERIFY(r.isPassed()); // the plug-in has the people
        QCOMPARE(stateOf(r, "users"), QStringLiteral("not-allowed"));
        QVERIFY(!says(r, "guess"));
    }
    void withoutPeopleItDoesNotPass()
    {
        auto o = quick();
        o.iiqScim = o.iiqPlugin = false;
        IqDesk d(o);
        QVERIFY(!test(d).isPassed());
    }
    void anOldVersionIsSaidAsAGuess()
    {
        auto o = quick();
        o.iiqOld = true;
        IqDesk d(o);
        const auto r = test(d);
        QVERIFY(r.isPassed());
        QVERIFY(says(r, "This is a guess"));
    }
    void aWrongAddressIsNamed()
    {
        IqDesk d;
        d.tenant.sailpointUrl += QStringLiteral("x");
        const auto r = test(d);
        QVERIFY(!r.isPassed());
        QVERIFY(says(r, "IdentityIQ"));
    }
    void theCloudsActionsAreNotOffered()
    {
        IqDesk d;
        QVERIFY(d.sync());
        const auto p = d.anyone();
        const auto r = await(d.workspace->operations().deleteIdentity(p.id));
        QCOMPARE(r.error().field, QStringLiteral("unsupported"));
        QCOMPARE(await(d.workspace->recovery().registerOperator(core::makeSecret("a"), core::makeSecret("b"))).error().field, QStringLiteral("unsupported"));
        const auto log = await(d.ledger->auditRecords(1, 100)); // nothing was even about to be asked
        QVERIFY(std::none_of(log->begin(), log->end(), [](const domain::AuditRecord &x) { return x.event.action == QLatin1String("identity.delete") || x.event.action == QLatin1String("operator.register"); }));
    }
};
IDV_TEST(IdentityIqConnections)
#include "tst_identityiq.moc"
