#include "domain/identities/contact.h"
#include "lab/sailpoint/people.h"
#include "services/reverification/campaigns.h"
#include "services/reverification/reverification.h"
#include "services/sync/syncer.h"
#include "support/labfixture.h"
#include "support/registry.h"
#include <QSqlDatabase>
#include <QSqlQuery>

using core::ErrorCode;
using domain::Campaign;
using domain::CampaignPerson;
using domain::CampaignPlan;
using domain::CampaignState;
using domain::ExclusionReason;
using domain::SessionState;
using support::await;
using support::LabFixture;

namespace {

lab::Options slowPeople(const char *outcome = "never")
{
    auto o = support::quick(outcome);
    o.identities = 400;
    return o;
}

struct Stand : LabFixture
{
    explicit Stand(lab::Options o = slowPeople(), const std::function<void(domain::Tenant &)> &change = {})
        : LabFixture(o, change)
    {
        QVERIFY(sync());
    }
    services::Campaigns &campaigns() { return tenantSession->campaigns(); }
    static CampaignPlan plan(int perMinute = 120)
    {
        CampaignPlan p;
        p.name = QStringLiteral("Overdue");
        p.query.status = domain::IdentityStatus::Overdue;
        p.perMinute = perMinute;
        p.documents = {QStringLiteral("passport")};
        return p;
    }
    /// People who can get a link.
    QStringList people(int n)
    {
        domain::PeopleQuery q;
        q.status = domain::IdentityStatus::Overdue;
        const auto found = *await(tenantSession->people(*await(tenantSession->quick(q, 300))->rows));
        QStringList ids;
        for (const auto &p : found) {
            if (ids.size() < n && domain::isActiveLifecycle(p.lifecycle) && domain::isEmail(p.email))
                ids << p.id.str();
        }
        return ids;
    }
    Campaign draft(int n, int perMinute = 120)
    {
        auto p = plan(perMinute);
        p.isList = true;
        return *await(campaigns().create(p, people(n)));
    }
    Campaign started(int n, int perMinute = 120)
    {
        const auto k = draft(n, perMinute);
        const auto checked = await(campaigns().dryRun(k.id));
        const auto running = await(campaigns().start(k.id, checked->dryRun->toSend()));
        return running ? *running : Campaign();
    }
    bool becomes(const QString &id, CampaignState state, int ms = 15000)
    {
        return QTest::qWaitFor([&] { return await(campaigns().one(id))->state == state; }, ms);
    }
    qint64 posts() { return stats(tenant.idvUrl).value(QLatin1String("create")).toInteger(); }
    QStringList audited()
    {
        QStringList out;
        const auto all = *await(ledger->auditRecords(1, 5000));
        for (const auto &r : all)
            out << r.event.action;
        return out;
    }
};

} // namespace

class RenewalCampaigns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDryRunSendsNothingAndSaysWho()
    {
        Stand d;
        auto everybody = Stand::plan();
        everybody.query.status.reset();
        const auto k = *await(d.campaigns().create(everybody, {}));
        const auto checked = await(d.campaigns().dryRun(k.id));
        QVERIFY2(bool(checked), checked ? "" : qPrintable(checked.error().text));
        const auto &run = *checked->dryRun;
        QCOMPARE(run.selected, await(d.tenantSession->counts())->everyone);
        QVERIFY(run.toSend() > 5);
        QVERIFY(run.byEmail > run.byPhone);
        qint64 left = 0;
        for (const qint64 n : run.leftOut)
            left += n;
        QCOMPARE(run.toSend() + left, run.selected);
        QVERIFY(left > 0);
        for (int i = 1; i < domain::leftOutCount; ++i)
            QCOMPARE(await(d.campaigns().people(k.id, CampaignPerson::Left, ExclusionReason(i), 1000))->size(),
                run.leftOut[size_t(i)]);
        QCOMPARE(d.posts(), 0);
        QVERIFY(d.audited().contains(QStringLiteral("campaign.dry-run")));
    }
    void everybodyGetsOneLink()
    {
        Stand d;
        const auto ids = d.people(4);
        const auto k = d.started(4);
        QCOMPARE(k.state, CampaignState::Running);
        QVERIFY(d.campaigns().isSending());
        QVERIFY(d.becomes(k.id, CampaignState::Done));
        QTRY_VERIFY(!d.campaigns().isSending());
        const auto n = *await(d.campaigns().counts(k.id));
        QCOMPARE(n.toSend, 0);
        QCOMPARE(n.sent(), 4);
        QCOMPARE(n.waiting(), 4);
        QCOMPARE(d.posts(), 4);
        domain::SessionFilter f;
        f.tenant = d.tenant.id;
        f.campaign = k.id;
        const auto sessions = *await(d.ledger->sessions(f));
        QSet<QString> who;
        QList<core::Instant> when;
        for (const auto &s : sessions) {
            who << s.request.identity.str();
            when.prepend(s.createdAt);
            QCOMPARE(s.request.reason, domain::Reason::Periodic);
        }
        QCOMPARE(who, QSet<QString>(ids.begin(), ids.end()));
        for (int i = 1; i < when.size(); ++i) // 120 a minute
            QVERIFY2(when.at(i) - when.at(i - 1) >= 500, qPrintable(QString::number(when.at(i) - when.at(i - 1))));
        QCOMPARE(*await(d.ledger->verifyAudit()), 0);
    }
    void theLedgerRefusesASecondLink()
    {
        Stand d;
        const auto k = d.started(1);
        QVERIFY(d.becomes(k.id, CampaignState::Done));
        domain::SessionFilter f;
        f.tenant = d.tenant.id;
        f.campaign = k.id;
        auto s = await(d.ledger->sessions(f))->first();
        // Even after it was cancelled, and even if the place in the campaign were free again.
        QVERIFY(await(d.tenantSession->verifier().stop(s.id, QStringLiteral("x"))));
        s.id = core::SessionId(QStringLiteral("again"));
        s.state = SessionState::Launching;
        QCOMPARE(await(d.ledger->startSession(s, {}, {})).error().field, QStringLiteral("campaign"));
        {
            auto db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("raw"));
            db.setDatabaseName(d.dir.filePath(QStringLiteral("ledger.db")));
            QVERIFY(db.open());
            QVERIFY(QSqlQuery(db).exec(QStringLiteral("UPDATE campaign_person SET state = 'to-send'")));
            QVERIFY(QSqlQuery(db).exec(QStringLiteral("UPDATE campaign SET state = 'running'")));
            db.close();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("raw"));
        QCOMPARE(await(d.ledger->startSession(s, {}, {})).error().code, ErrorCode::Storage); // the unique index
        QCOMPARE(d.posts(), 1);
    }
    void startingNeedsAFreshDryRunAndItsNumber()
    {
        Stand d;
        const auto k = d.draft(3);
        QCOMPARE(await(d.campaigns().start(k.id, 3)).error().code, ErrorCode::Conflict);
        const auto checked = *await(d.campaigns().dryRun(k.id));
        QCOMPARE(await(d.campaigns().start(k.id, 4)).error().field, QStringLiteral("people"));
        auto changed = checked.plan;
        changed.perMinute = 60;
        QVERIFY(await(d.campaigns().change(k.id, changed)));
        QCOMPARE(await(d.campaigns().start(k.id, 3)).error().code,
            ErrorCode::Conflict); // what was tried is not what would run
        QVERIFY(await(d.campaigns().dryRun(k.id)));
        QVERIFY(await(d.campaigns().start(k.id, 3)));
        QCOMPARE(await(d.campaigns().dryRun(k.id)).error().code, ErrorCode::Conflict);
        QCOMPARE(await(d.campaigns().change(k.id, changed)).error().code, ErrorCode::Conflict);
    }
    void whoWasVerifiedOrLeftMeanwhileGetsNone()
    {
        Stand d;
        const auto ids = d.people(3);
        const auto k = d.draft(3, 30);
        const auto checked = *await(d.campaigns().dryRun(k.id));
        QCOMPARE(checked.dryRun->toSend(), 3);
        // After the dry run: one has an open verification, one is exempt.
        const auto first = *await(d.tenantSession->person(core::IdentityId(ids.at(0))));
        auto r = d.request();
        r.reason = domain::Reason::Onboarding;
        QVERIFY(await(d.tenantSession->verifier().start(first, r)));
        domain::Exemption e{
            core::IdentityId(ids.at(1)), QStringLiteral("on parental leave"), {}, {}, 0, d.clock->now() + core::dayMs};
        QVERIFY(await(d.campaigns().exempt(e, d.reviewerId(), d.reviewer())));
        QTRY_COMPARE(await(d.tenantSession->person(first.id))->kind, domain::StatusKind::Pending);
        QVERIFY(await(d.campaigns().start(k.id, 3)));
        QVERIFY(d.becomes(k.id, CampaignState::Done));
        const auto n = *await(d.campaigns().counts(k.id));
        QCOMPARE(n.sent(), 1);
        QCOMPARE(n.why[size_t(ExclusionReason::InRenewal)], 1);
        QCOMPARE(n.why[size_t(ExclusionReason::Exempt)], 1);
    }
    void anExemptionNeedsAReasonAnotherPersonAndAnEnd()
    {
        Stand d;
        const auto field = [&d](domain::Exemption e) {
            return await(d.campaigns().exempt(e, d.reviewerId(), d.reviewer())).error().field;
        };
        domain::Exemption e{
            core::IdentityId(d.people(1).first()), QStringLiteral("on leave"), {}, {}, 0, d.clock->now() + core::dayMs};
        auto bad = e;
        bad.reason = QStringLiteral("  x ");
        QCOMPARE(field(bad), QStringLiteral("reason"));
        bad = e;
        bad.until = d.clock->now() + 400 * core::dayMs;
        QCOMPARE(field(bad), QStringLiteral("until"));
        bad.until = d.clock->now();
        QCOMPARE(field(bad), QStringLiteral("until"));
        QVERIFY(await(d.campaigns().exempt(e, d.reviewerId(), d.reviewer())));
        QCOMPARE(await(d.campaigns().exemptions())->size(), 1);
        QVERIFY(await(d.campaigns().endExemption(e.identity)));
        QVERIFY(await(d.campaigns().exemptions())->isEmpty());
        QVERIFY(d.audited().contains(QStringLiteral("exemption.grant")) &&
                d.audited().contains(QStringLiteral("exemption.end")));
    }
    void pausedStoppedAndWithOpenLinksCancelled()
    {
        Stand d(slowPeople(),
            [](domain::Tenant &t) { t.provider.cancelPath = t.provider.statusPath + QStringLiteral("/cancel"); });
        const auto k = d.started(6, 60);
        QTRY_VERIFY_WITH_TIMEOUT(await(d.campaigns().counts(k.id))->sent() >= 2, 10000);
        QVERIFY(await(d.campaigns().pause(k.id)));
        const auto paused = *await(d.campaigns().one(k.id));
        QVERIFY(!paused.why.isEmpty());
        QTRY_VERIFY(!d.campaigns().isSending());
        const auto sent = await(d.campaigns().counts(k.id))->sent();
        QTest::qWait(1500);
        QCOMPARE(await(d.campaigns().counts(k.id))->sent(), sent);
        QVERIFY(await(d.campaigns().resume(k.id)));
        QTRY_VERIFY_WITH_TIMEOUT(await(d.campaigns().counts(k.id))->sent() > sent, 10000);
        const auto cancelled = await(d.campaigns().stop(k.id, true), 30000);
        QVERIFY(cancelled);
        QVERIFY(*cancelled >= 2);
        QTRY_COMPARE(
            await(d.campaigns().counts(k.id))->waiting(), 0); // whose start was on its way is cancelled as well
        const auto n = *await(d.campaigns().counts(k.id));
        QCOMPARE(n.of(SessionState::Cancelled), n.sent());
        QVERIFY(n.toSend > 0); // not sent, and never will be
        QCOMPARE(await(d.campaigns().resume(k.id)).error().code, ErrorCode::Conflict);
        const auto posts = d.posts();
        QTest::qWait(1500);
        QCOMPARE(d.posts(), posts);
    }
    void waitingAsAskedIsNoFailure()
    {
        auto o = slowPeople();
        o.idvFaults = {QStringLiteral("create-429")};
        Stand d(o);
        const auto k = d.started(2);
        QVERIFY(d.becomes(k.id, CampaignState::Done));
        const auto n = *await(d.campaigns().counts(k.id));
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
        Stand d(o);
        const auto k = d.started(4);
        QVERIFY(d.becomes(k.id, CampaignState::Paused, 20000));
        const auto n = *await(d.campaigns().counts(k.id));
        QCOMPARE(n.of(SessionState::LaunchUnknown), 3);
        QCOMPARE(n.toSend, 1);
        QCOMPARE(d.posts(), 3);
        QVERIFY(await(d.campaigns().resume(k.id)));
        QVERIFY(d.becomes(k.id, CampaignState::Done));
        QCOMPARE(d.posts(), 4);
    }
    void whomTheProviderRefusesIsLeftOut()
    {
        auto o = slowPeople();
        o.idvFaults = {QStringLiteral("create-refused")};
        Stand d(o);
        const auto k = d.started(3);
        QVERIFY(d.becomes(k.id, CampaignState::Done));
        const auto n = *await(d.campaigns().counts(k.id));
        QCOMPARE(n.why[size_t(ExclusionReason::Refused)], 1);
        QCOMPARE(n.waiting(), 2);
    }
    void aSecretThatWasReplacedPausesAndLosesNothing()
    {
        Stand d;
        const auto key = services::secretKey(d.tenant.id, services::secretname::idv);
        const auto k = d.draft(3);
        QVERIFY(await(d.campaigns().dryRun(k.id)));
        d.vault.hold(key, core::makeSecret(QByteArrayLiteral("an old key")));
        QVERIFY(await(d.campaigns().start(k.id, 3)));
        QVERIFY(d.becomes(k.id, CampaignState::Paused));
        const auto paused = *await(d.campaigns().one(k.id));
        QVERIFY2(paused.why.contains(QLatin1String("key")) || paused.why.contains(QLatin1String("secret")),
            qPrintable(paused.why));
        QCOMPARE(await(d.campaigns().counts(k.id))->toSend, 3);
        d.vault.hold(key, core::makeSecret(d.lab->endpoints().idvApiKey.toUtf8()));
        QVERIFY(await(d.campaigns().resume(k.id)));
        QVERIFY(d.becomes(k.id, CampaignState::Done));
        QCOMPARE(await(d.campaigns().counts(k.id))->waiting(), 3);
    }
    void closingTheConsolePausesAndTheNextOneGoesOn()
    {
        Stand d;
        const auto k = d.started(5, 60);
        // Answered, not only begun: a start whose answer is lost with the console stays unknown and is not sent again.
        QTRY_VERIFY_WITH_TIMEOUT(await(d.campaigns().counts(k.id))->of(domain::SessionState::Pending) >= 1, 10000);
        d.open();
        const auto paused = *await(d.campaigns().one(k.id));
        QCOMPARE(paused.state, CampaignState::Paused);
        QVERIFY(!paused.why.isEmpty());
        auto faster = await(d.campaigns().setPace(k.id, 120));
        QVERIFY(faster);
        QVERIFY(await(d.campaigns().resume(k.id)));
        QVERIFY(d.becomes(k.id, CampaignState::Done));
        const auto n = *await(d.campaigns().counts(k.id));
        QCOMPARE(n.sent(), 5);
        QCOMPARE(d.posts(), 5);
    }
    void oneProcessAtATime()
    {
        Stand d;
        const auto k = d.draft(2);
        QVERIFY(await(d.campaigns().dryRun(k.id)));
        QVERIFY(*await(d.ledger->takeLease(
            QStringLiteral("campaigns:") + d.tenant.id.str(), QStringLiteral("another"), std::chrono::seconds(60))));
        QCOMPARE(await(d.campaigns().start(k.id, 2)).error().code, ErrorCode::Conflict);
        QCOMPARE(await(d.campaigns().one(k.id))->state, CampaignState::Draft);
        QCOMPARE(*await(d.campaigns().recover()), 0); // what another one holds is not interrupted
    }
    void twoCampaignsGoOneAfterTheOther()
    {
        Stand d;
        auto p = Stand::plan();
        p.isList = true;
        const auto ids = d.people(4);
        const auto a = *await(d.campaigns().create(p, ids.mid(0, 2)));
        const auto b = *await(d.campaigns().create(p, ids.mid(2, 2)));
        QVERIFY(await(d.campaigns().dryRun(a.id)) && await(d.campaigns().dryRun(b.id)));
        QVERIFY(await(d.campaigns().start(a.id, 2)) && await(d.campaigns().start(b.id, 2)));
        QVERIFY(d.becomes(b.id, CampaignState::Done));
        const auto first = *await(d.campaigns().one(a.id));
        QCOMPARE(first.state, CampaignState::Done);
        QVERIFY(*first.endedAt <= *await(d.campaigns().one(b.id))->endedAt);
        QCOMPARE(d.posts(), 4);
    }
    void aDayHasItsLimit()
    {
        Stand d;
        auto p = Stand::plan();
        p.isList = true;
        p.perDay = 2;
        const auto k = *await(d.campaigns().create(p, d.people(4)));
        QVERIFY(await(d.campaigns().dryRun(k.id)));
        QVERIFY(await(d.campaigns().start(k.id, 4)));
        QTRY_COMPARE_WITH_TIMEOUT(await(d.campaigns().counts(k.id))->sent(), 2, 10000);
        QTRY_VERIFY(d.campaigns().next() && d.campaigns().next()->why == domain::SendTime::DayIsFull);
        QTest::qWait(1200);
        QCOMPARE(d.posts(), 2);
        QCOMPARE(*await(d.campaigns().sentToday(k)), 2);
    }
    void aListNamesWhomTheCopyLacks()
    {
        Stand d;
        auto p = Stand::plan();
        p.isList = true;
        const auto k = *await(d.campaigns().create(p, d.people(1) + QStringList{QStringLiteral("2c9180nobody")}));
        const auto checked = *await(d.campaigns().dryRun(k.id));
        QCOMPARE(checked.dryRun->toSend(), 1);
        QCOMPARE(checked.dryRun->leftOut[size_t(ExclusionReason::Gone)], 1);
    }
    void exceptionsAreNotEvenLeftOut()
    {
        Stand d;
        auto p = Stand::plan();
        const auto all = *await(d.campaigns().create(p, {}));
        p.exceptions = d.people(2);
        const auto fewer = *await(d.campaigns().create(p, {}));
        QCOMPARE(await(d.campaigns().dryRun(fewer.id))->dryRun->selected,
            await(d.campaigns().dryRun(all.id))->dryRun->selected - 2);
    }
    void aReminderRunsAWorkflowOnceForEach()
    {
        Stand d;
        auto p = Stand::plan();
        p.isList = true;
        p.workflow = d.lab->endpoints().workflowId;
        const auto k = *await(d.campaigns().create(p, d.people(3)));
        QCOMPARE(await(d.campaigns().dryRun(k.id))->dryRun->byWorkflow, 3);
        QVERIFY(await(d.campaigns().start(k.id, 3)));
        QVERIFY(d.becomes(k.id, CampaignState::Done));
        const auto n = *await(d.campaigns().counts(k.id));
        QCOMPARE(n.reminded, 3);
        QCOMPARE(n.sent(), 3);
        QCOMPARE(d.posts(), 0); // no link was sent
        QCOMPARE(d.stats(d.tenant.sailpointUrl).value(QLatin1String("POST /workflows")).toInteger(), 3);
        QCOMPARE(d.audited().count(QStringLiteral("verification.remind")), 6); // intent and outcome each
        QCOMPARE(*await(d.campaigns().sentToday(k)), 3);
        // A workflow that SailPoint does not run is no reminder, and five of them are enough.
        p.workflow = QStringLiteral("00000000-0000-0000-0000-000000000000");
        const auto off = *await(d.campaigns().create(p, d.people(7)));
        const auto checked = *await(d.campaigns().dryRun(off.id));
        QVERIFY(await(d.campaigns().start(off.id, checked.dryRun->toSend())));
        QVERIFY(d.becomes(off.id, CampaignState::Paused));
        const auto m = *await(d.campaigns().counts(off.id));
        QCOMPARE(m.reminded, 0);
        QCOMPARE(m.why[size_t(ExclusionReason::Refused)], 5);
        QCOMPARE(m.toSend, checked.dryRun->toSend() - 5);
    }
    void idvVerifiedIsFalseUntilTheRenewalCompletes()
    {
        auto o = slowPeople("verified");
        o.journey = std::chrono::seconds(4);
        Stand d(o, [](domain::Tenant &t) { t.writeBack = domain::WriteBackStrategy::Account; });
        auto p = Stand::plan();
        p.isList = true;
        p.clearsVerified = true;
        const auto who = core::IdentityId(d.people(1).first());
        const auto k = *await(d.campaigns().create(p, {who.str()}));
        QVERIFY(await(d.campaigns().dryRun(k.id)));
        QVERIFY(await(d.campaigns().start(k.id, 1)));
        d.tenantSession->verifier().watch();
        const auto verified = [&] {
            return await(d.tenantSession->attributes(who))->value(QLatin1String("idvVerified")).toString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(verified(), QStringLiteral("false"), 8000);
        QTRY_COMPARE_WITH_TIMEOUT(verified(), QStringLiteral("true"), 20000);
        // A console that writes nothing cannot clear anything, and says so before anything starts.
        Stand none;
        QCOMPARE(await(none.campaigns().create(p, {})).error().field, QStringLiteral("clearsVerified"));
    }
};
IDV_TEST(RenewalCampaigns)
#include "tst_campaigns.moc"
