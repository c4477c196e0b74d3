#include "domain/messages.h"
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
        QCOMPARE(d.asked("GET /scim/v2/Users"), 5); // three pages of 1,000, the one that brings nobody new, the count
        const auto again = d.sync();
        QVERIFY2(bool(again), again ? "" : qPrintable(again.error().text));
        QCOMPARE(again->mode, QStringLiteral("incremental"));
        QCOMPARE(again->changed, 0);
        QCOMPARE(d.asked("GET /scim/v2/Users"), 6);
        const auto p = d.anyone();
        QVERIFY(!p.email.isEmpty() && !p.name.isEmpty() && !p.firstName.isEmpty());
    }
    void whoLeftIsGoneAfterTheNextFullCopy()
    {
        auto o = quick();
        o.identities = 1400;
        o.fault = QStringLiteral("rows-deleted"); // somebody of the first page leaves while the second is read
        o.rateLimit = false;
        IqDesk d(o);
        const auto full = d.sync();
        QVERIFY2(bool(full), full ? "" : qPrintable(full.error().text));
        QCOMPARE(full->identities, 1399); // nobody was skipped, and who left is not there
        QCOMPARE(d.sync({true, false})->gone, 0);
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
        QCOMPARE(await(d.workspace->refresh(core::IdentityId(QStringLiteral("2c918000000000000000000000000000")))).error().code, core::ErrorCode::NotFound);
        QCOMPARE(d.sync()->mode, QStringLiteral("incremental"));
    }
    void whereScimIsNotThereLookingAtSomebodyDoesNotEraseThem()
    {
        auto o = quick();
        o.iiqScim = false;
        IqDesk d(o);
        QVERIFY(bool(d.sync()));
        const auto p = d.anyone();
        QVERIFY(d.lab->setFaults({QStringLiteral("identityiq:GET /identityiq/scim*:status=404"), QStringLiteral("identityiq:tables:status=404")}));
        QCOMPARE(await(d.workspace->refresh(p.id)).error().code, core::ErrorCode::Protocol);
        QVERIFY(bool(await(d.workspace->person(p.id)))); // still in the copy
        QVERIFY(d.lab->setFaults({QStringLiteral("identityiq:GET /identityiq/scim*:status=404")}));
        QVERIFY(bool(await(d.workspace->refresh(p.id)))); // the plug-in knows them
    }
    void aServerThatCannotFilterIsCopiedAsAWhole()
    {
        IqDesk d;
        QVERIFY(bool(d.sync()));
        QVERIFY(d.lab->setFaults({QStringLiteral("identityiq:users:status=400,times=1")}));
        const auto again = d.sync();
        QVERIFY2(bool(again), again ? "" : qPrintable(again.error().text));
        QCOMPARE(again->mode, QStringLiteral("full"));
        QCOMPARE(again->identities, 200);
    }
    void aSecondPersonSignsInWithTheirOwnName()
    {
        auto o = quick("name-differs");
        IqDesk d(o);
        QVERIFY(bool(d.sync()));
        auto &v = d.workspace->verifier();
        v.watch();
        const auto &e = d.lab->endpoints();
        const auto word = [](const QString &t) { return core::makeSecret(t.toUtf8()); };
        auto &r = d.workspace->recovery();
        QCOMPARE(await(r.registerOperator(word(e.iiqOperatorName), word(QStringLiteral("wrong")))).error().code, core::ErrorCode::Unauthorized);
        const auto here = await(r.registerOperator(word(e.iiqOperatorName), word(e.iiqOperatorPassword)));
        QVERIFY2(bool(here), here ? "" : qPrintable(here.error().text));
        const auto started = await(v.start(d.anyone(), d.request()));
        QVERIFY(bool(started));
        QTRY_COMPARE_WITH_TIMEOUT(await(v.session(started->id))->state, domain::SessionState::Held, 10000);
        QCOMPARE(await(r.review(started->id, true, QStringLiteral("same person"), word(e.iiqOperatorName), word(e.iiqOperatorPassword))).error().code, core::ErrorCode::Conflict); // not the second one
        const auto decided = await(r.review(started->id, true, QStringLiteral("same person"), word(e.iiqReviewer), word(e.iiqReviewerPassword)));
        QVERIFY2(bool(decided), decided ? "" : qPrintable(decided.error().text));
        QCOMPARE(decided->state, domain::SessionState::Verified);
        QVERIFY(!decided->reviewer.isEmpty());
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
        /// What IdentityIQ keeps of a decision, asked without the console.
        QJsonObject step(const Approval &a)
        {
            const auto token = QByteArray("Basic ") + (lab->endpoints().iiqClientId + QLatin1Char(':') + lab->endpoints().iiqClientSecret).toUtf8().toBase64();
            QNetworkAccessManager m;
            const auto get = [&m](QNetworkRequest r, const QByteArray &auth, bool isPost) {
                r.setRawHeader("Authorization", auth);
                r.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/x-www-form-urlencoded"));
                std::unique_ptr<QNetworkReply> reply(isPost ? m.post(r, QByteArray()) : m.get(r));
                (void)QTest::qWaitFor([&reply] { return reply->isFinished(); }, 10000);
                return QJsonDocument::fromJson(reply->readAll()).object();
            };
            const auto bearer = "Bearer " + get(QNetworkRequest(QUrl(tenant.sailpointUrl + QStringLiteral("/oauth2/token?grant_type=client_credentials"))), token, true).value(QLatin1String("access_token")).toString().toUtf8();
            QUrl url(tenant.sailpointUrl);
            url.setPath(QStringLiteral("/object/IdentityRequest"));
            const auto all = get(QNetworkRequest(QUrl(url.toString() + QStringLiteral("?limit=100&offset=0"))), bearer, false).value(QLatin1String("objects")).toArray();
            for (const auto &v : all) {
                const auto steps = v.toObject().value(QLatin1String("approvalSummaries")).toArray();
                for (const auto &s : steps) {
                    if (s.toObject().value(QLatin1String("workItemId")).toString() == a.id)
                        return s.toObject();
                }
            }
            return {};
        }
        QStringList reviewIds()
        {
            auto all = tenant;
            all.identityIq.decidesForOthers = true;
            auto w = services::Workspace::open(all, *context);
            QStringList ids;
            const auto found = await((*w)->approvals().reviews());
            for (const auto &r : *found)
                ids << r.id;
            return ids;
        }
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
        QCOMPARE(lists, 2); // and the empty page behind it
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
        const auto kept = d.step(a);
        QCOMPARE(kept.value(QLatin1String("completer")).toString(), QStringLiteral("The operator"));
        QCOMPARE(kept.value(QLatin1String("state")).toString(), QStringLiteral("Finished"));
        QCOMPARE(kept.value(QLatin1String("comments")).toArray().first().toObject().value(QLatin1String("comment")).toString(), QStringLiteral("Approving this request"));
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
        QCOMPARE(d.step(other).value(QLatin1String("completer")).toString(), QStringLiteral("Bridget Quesnel-Fontanarosa"));
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
        const auto wrong = await(d.approvals().approve(d.pending().first().id, {}));
        QCOMPARE(wrong.error().httpStatus, 405);
        QVERIFY2(wrong.error().text.contains(QLatin1String("by PUT")) && wrong.error().text.contains(QLatin1String("Settings")), qPrintable(wrong.error().text));
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
        QVERIFY(unset.approvals().reviewObstacle(OperationKind::SignReview, all->first()).contains(QLatin1String("not set")));
        QCOMPARE(await(d.approvals().decideReview(OperationKind::ApproveReview, id, {})).error().field, QStringLiteral("decided")); // signed off: over
    }
    void theReviewOfSomebodyElseIsNotDecided()
    {
        Inbox d(quick(), [](domain::Tenant &t) { t.identityIq.operatorId = QStringLiteral("2c918084600000000000000000007777"); });
        QVERIFY(await(d.approvals().reviews())->isEmpty());
        const auto theirs = d.reviewIds();
        QCOMPARE(theirs.size(), 3);
        QCOMPARE(await(d.approvals().decideReview(OperationKind::DenyReview, theirs.first(), QStringLiteral("x"))).error().code, core::ErrorCode::Conflict);
        QCOMPARE(d.asked("PUT /object/CertificationEntity"), 0);
        d.tenant.identityIq.decidesForOthers = true;
        d.open();
        QVERIFY(await(d.approvals().reviews())->first().isForeign);
        QVERIFY(await(d.approvals().decideReview(OperationKind::ApproveReview, theirs.first(), {})));
        QVERIFY(d.recorded("approval.in-name-of", "intent"));
    }
    void aWorkGroupThatCannotBeAskedIsNobodysToDecide()
    {
        Inbox d(quick(), [](domain::Tenant &t) { t.identityIq.decidesForOthers = true; });
        const auto all = d.pending();
        const auto group = *std::find_if(all.begin(), all.end(), [](const Approval &a) { return a.isGroups && !a.isForeign; });
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
        Inbox d;
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
        Inbox d(o);
        const auto r = await(d.approvals().pending());
        QVERIFY2(!r && r.error().text.contains(QLatin1String("plug-in does not answer")), qPrintable(r.error().text));
        QCOMPARE(domain::userMessage(r.error(), domain::Vendor::SailPoint).headline, r.error().text);
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
        const auto log = await(d.ledger->auditRecords(1, 100)); // nothing was even about to be asked
        QVERIFY(std::none_of(log->begin(), log->end(), [](const domain::AuditRecord &x) { return x.event.action == QLatin1String("identity.delete") || x.event.action == QLatin1String("operator.register"); }));
    }
};
IDV_TEST(IdentityIqConnections)
#include "tst_identityiq.moc"
