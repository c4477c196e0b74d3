#include "lab/sailpoint/people.h"
#include "reverification/services/campaignstand.h"
#include "services/identities/identitydirectory.h"
#include "services/reverification/campaigns.h"
#include "services/verification/sessioncontrol.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/sessions.h"
#include "services/verification/sessionstarter.h"
#include "support/registry.h"
#include <QSqlDatabase>
#include <QSqlQuery>

using core::ErrorCode;
using domain::CampaignPerson;
using domain::CampaignState;
using domain::ExclusionReason;
using domain::SessionState;
using support::await;
using support::CampaignStand;
using support::slowPeople;

class RenewalCampaigns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDryRunSendsNothingAndSaysWho()
    {
        CampaignStand d;
        auto everybody = CampaignStand::plan();
        everybody.query.status.reset();
        const auto k = *await(d.campaigns().drafts().create(everybody, {}));
        const auto checked = await(d.campaigns().dryRun().run(k.id));
        QVERIFY2(bool(checked), checked ? "" : qPrintable(checked.error().text));
        const auto &run = *checked->dryRun;
        QCOMPARE(run.selected, await(d.tenantSession->directory().counts())->everyone);
        QVERIFY(run.toSend() > 5);
        QVERIFY(run.byEmail > run.byPhone);
        qint64 left = 0;
        for (const qint64 n : run.leftOut)
            left += n;
        QCOMPARE(run.toSend() + left, run.selected);
        QVERIFY(left > 0);
        for (int i = 1; i < domain::leftOutCount; ++i)
            QCOMPARE(
                await(d.campaigns().records().people(k.id, CampaignPerson::Left, ExclusionReason(i), 1000))->size(),
                run.leftOut[size_t(i)]);
        QCOMPARE(d.posts(), 0);
        QVERIFY(d.audited().contains(QStringLiteral("campaign.dry-run")));
    }
    void everybodyGetsOneLink()
    {
        CampaignStand d;
        const auto ids = d.people(4);
        const auto k = d.started(4);
        QCOMPARE(k.state, CampaignState::Running);
        QVERIFY(d.campaigns().runner().isSending());
        QVERIFY(d.becomes(k.id, CampaignState::Done));
        QTRY_VERIFY(!d.campaigns().runner().isSending());
        const auto n = *await(d.campaigns().records().counts(k.id));
        QCOMPARE(n.toSend, 0);
        QCOMPARE(n.sent(), 4);
        QCOMPARE(n.waiting(), 4);
        QCOMPARE(d.posts(), 4);
        domain::SessionFilter f;
        f.tenant = d.tenant.id;
        f.campaign = k.id;
        const auto sessions = *await(d.ledger->sessions().list(f));
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
        QCOMPARE(*await(d.ledger->audit().verify()), 0);
    }
    void theLedgerRefusesASecondLink()
    {
        CampaignStand d;
        const auto k = d.started(1);
        QVERIFY(d.becomes(k.id, CampaignState::Done));
        domain::SessionFilter f;
        f.tenant = d.tenant.id;
        f.campaign = k.id;
        auto s = await(d.ledger->sessions().list(f))->first();
        // Even after it was cancelled, and even if the place in the campaign were free again.
        QVERIFY(await(d.tenantSession->verifier().control().stop(s.id, QStringLiteral("x"))));
        s.id = core::SessionId(QStringLiteral("again"));
        s.state = SessionState::Launching;
        QCOMPARE(await(d.ledger->sessions().start(s, {}, {})).error().reason, core::ErrorReason::NotTheirTurn);
        {
            auto db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("raw"));
            db.setDatabaseName(d.dir.filePath(QStringLiteral("ledger.db")));
            QVERIFY(db.open());
            QVERIFY(QSqlQuery(db).exec(QStringLiteral("UPDATE campaign_person SET state = 'to-send'")));
            QVERIFY(QSqlQuery(db).exec(QStringLiteral("UPDATE campaign SET state = 'running'")));
            db.close();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("raw"));
        QCOMPARE(await(d.ledger->sessions().start(s, {}, {})).error().code,
            ErrorCode::Storage); // the unique index
        QCOMPARE(d.posts(), 1);
    }
    void startingNeedsAFreshDryRunAndItsNumber()
    {
        CampaignStand d;
        const auto k = d.draft(3);
        QCOMPARE(await(d.campaigns().control().start(k.id, 3)).error().code, ErrorCode::Conflict);
        const auto checked = *await(d.campaigns().dryRun().run(k.id));
        QCOMPARE(await(d.campaigns().control().start(k.id, 4)).error().field, QStringLiteral("people"));
        auto changed = checked.plan;
        changed.perMinute = 60;
        QVERIFY(await(d.campaigns().drafts().change(k.id, changed)));
        QCOMPARE(await(d.campaigns().control().start(k.id, 3)).error().code,
            ErrorCode::Conflict); // what was tried is not what would run
        QVERIFY(await(d.campaigns().dryRun().run(k.id)));
        QVERIFY(await(d.campaigns().control().start(k.id, 3)));
        QCOMPARE(await(d.campaigns().dryRun().run(k.id)).error().code, ErrorCode::Conflict);
        QCOMPARE(await(d.campaigns().drafts().change(k.id, changed)).error().code, ErrorCode::Conflict);
    }
    void whoWasVerifiedOrLeftMeanwhileGetsNone()
    {
        CampaignStand d;
        const auto ids = d.people(3);
        const auto k = d.draft(3, 30);
        const auto checked = *await(d.campaigns().dryRun().run(k.id));
        QCOMPARE(checked.dryRun->toSend(), 3);
        // After the dry run: one has an open verification, one is exempt.
        const auto first = *await(d.tenantSession->directory().person(core::IdentityId(ids.at(0))));
        auto r = d.request();
        r.reason = domain::Reason::Onboarding;
        QVERIFY(await(d.tenantSession->verifier().starter().start(first, r)));
        domain::Exemption e{
            core::IdentityId(ids.at(1)), QStringLiteral("on parental leave"), {}, {}, 0, d.clock->now() + core::dayMs};
        QVERIFY(await(d.campaigns().exemptions().grant(e, d.reviewerId(), d.reviewer())));
        QTRY_COMPARE(await(d.tenantSession->directory().person(first.id))->kind, domain::StatusKind::Pending);
        QVERIFY(await(d.campaigns().control().start(k.id, 3)));
        QVERIFY(d.becomes(k.id, CampaignState::Done));
        const auto n = *await(d.campaigns().records().counts(k.id));
        QCOMPARE(n.sent(), 1);
        QCOMPARE(n.why[size_t(ExclusionReason::InRenewal)], 1);
        QCOMPARE(n.why[size_t(ExclusionReason::Exempt)], 1);
    }
    void anExemptionNeedsAReasonAnotherPersonAndAnEnd()
    {
        CampaignStand d;
        const auto field = [&d](domain::Exemption e) {
            return await(d.campaigns().exemptions().grant(e, d.reviewerId(), d.reviewer())).error().field;
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
        QVERIFY(await(d.campaigns().exemptions().grant(e, d.reviewerId(), d.reviewer())));
        QCOMPARE(await(d.campaigns().exemptions().active())->size(), 1);
        QVERIFY(await(d.campaigns().exemptions().end(e.identity)));
        QVERIFY(await(d.campaigns().exemptions().active())->isEmpty());
        QVERIFY(d.audited().contains(QStringLiteral("exemption.grant")) &&
                d.audited().contains(QStringLiteral("exemption.end")));
    }
    void aListNamesWhomTheCopyLacks()
    {
        CampaignStand d;
        auto p = CampaignStand::plan();
        p.isList = true;
        const auto k =
            *await(d.campaigns().drafts().create(p, d.people(1) + QStringList{QStringLiteral("2c9180nobody")}));
        const auto checked = *await(d.campaigns().dryRun().run(k.id));
        QCOMPARE(checked.dryRun->toSend(), 1);
        QCOMPARE(checked.dryRun->leftOut[size_t(ExclusionReason::Gone)], 1);
    }
    void exceptionsAreNotEvenLeftOut()
    {
        CampaignStand d;
        auto p = CampaignStand::plan();
        const auto all = *await(d.campaigns().drafts().create(p, {}));
        p.exceptions = d.people(2);
        const auto fewer = *await(d.campaigns().drafts().create(p, {}));
        QCOMPARE(await(d.campaigns().dryRun().run(fewer.id))->dryRun->selected,
            await(d.campaigns().dryRun().run(all.id))->dryRun->selected - 2);
    }
    void aReminderRunsAWorkflowOnceForEach()
    {
        CampaignStand d;
        auto p = CampaignStand::plan();
        p.isList = true;
        p.workflow = d.lab->endpoints().workflowId;
        const auto k = *await(d.campaigns().drafts().create(p, d.people(3)));
        QCOMPARE(await(d.campaigns().dryRun().run(k.id))->dryRun->byWorkflow, 3);
        QVERIFY(await(d.campaigns().control().start(k.id, 3)));
        QVERIFY(d.becomes(k.id, CampaignState::Done));
        const auto n = *await(d.campaigns().records().counts(k.id));
        QCOMPARE(n.reminded, 3);
        QCOMPARE(n.sent(), 3);
        QCOMPARE(d.posts(), 0); // no link was sent
        QCOMPARE(d.stats(d.tenant.sailpointUrl).value(QLatin1String("POST /workflows")).toInteger(), 3);
        QCOMPARE(d.audited().count(QStringLiteral("verification.remind")), 6); // intent and outcome each
        QCOMPARE(*await(d.campaigns().records().sentToday(k)), 3);
        // A workflow that SailPoint does not run is no reminder, and five of them are enough.
        p.workflow = QStringLiteral("00000000-0000-0000-0000-000000000000");
        const auto off = *await(d.campaigns().drafts().create(p, d.people(7)));
        const auto checked = *await(d.campaigns().dryRun().run(off.id));
        QVERIFY(await(d.campaigns().control().start(off.id, checked.dryRun->toSend())));
        QVERIFY(d.becomes(off.id, CampaignState::Paused));
        const auto m = *await(d.campaigns().records().counts(off.id));
        QCOMPARE(m.reminded, 0);
        QCOMPARE(m.why[size_t(ExclusionReason::Refused)], 5);
        QCOMPARE(m.toSend, checked.dryRun->toSend() - 5);
    }
    void idvVerifiedIsFalseUntilTheRenewalCompletes()
    {
        auto o = slowPeople("verified");
        o.journey = std::chrono::seconds(4);
        CampaignStand d(o, [](domain::Tenant &t) { t.writeBack = domain::WriteBackStrategy::Account; });
        auto p = CampaignStand::plan();
        p.isList = true;
        p.clearsVerified = true;
        const auto who = core::IdentityId(d.people(1).first());
        const auto k = *await(d.campaigns().drafts().create(p, {who.str()}));
        QVERIFY(await(d.campaigns().dryRun().run(k.id)));
        QVERIFY(await(d.campaigns().control().start(k.id, 1)));
        d.tenantSession->verifier().monitor().watch();
        const auto verified = [&] {
            return await(d.tenantSession->directory().attributes(who))->texts.value(QStringLiteral("idvVerified"));
        };
        QTRY_COMPARE_WITH_TIMEOUT(verified(), QStringLiteral("false"), 8000);
        QTRY_COMPARE_WITH_TIMEOUT(verified(), QStringLiteral("true"), 20000);
        // A console that writes nothing cannot clear anything, and says so before anything starts.
        CampaignStand none;
        QCOMPARE(await(none.campaigns().drafts().create(p, {})).error().field, QStringLiteral("clearsVerified"));
    }
};
IDV_TEST(RenewalCampaigns)
#include "tst_campaigns.moc"
