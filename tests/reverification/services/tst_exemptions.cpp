#include "domain/identities/contact.h"
#include "services/recovery/recovery.h"
#include "services/recovery/timecheck.h"
#include "services/reverification/campaigns.h"
#include "services/tenants/privacy.h"
#include "support/iqfixture.h"
#include "support/registry.h"
#include <QSqlDatabase>
#include <QSqlQuery>

using core::ErrorCode;
using domain::CampaignState;
using domain::TimeDoubt;
using services::timeSentence;
using support::await;
using support::IqFixture;
using support::LabFixture;
using support::quick;

namespace {

core::SecretPtr word(const QString &t)
{
    return core::makeSecret(t.toUtf8());
}

domain::Exemption leave(const LabFixture &d, const core::IdentityId &id, core::Instant until = 0)
{
    return {id, QStringLiteral("on parental leave"), QStringLiteral("B. Quesnel"), {}, 0,
        until > 0 ? until : d.clock->now() + core::dayMs};
}

qint64 grants(LabFixture &d)
{
    const auto all = *await(d.ledger->auditRecords(1, 5000));
    return std::count_if(
        all.begin(), all.end(), [](const auto &r) { return r.event.action == QLatin1String("exemption.grant"); });
}

/// Behind the ledger's back.
bool rewrite(const LabFixture &d, const QString &statement)
{
    bool isDone = false;
    d.ledger->drain();
    {
        auto db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("exemptions"));
        db.setDatabaseName(d.dir.filePath(QStringLiteral("ledger.db")));
        if (db.open()) {
            QSqlQuery q(db);
            isDone = q.exec(statement) && q.numRowsAffected() == 1;
        }
        db.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("exemptions"));
    return isDone;
}

struct Movable final : core::Clock
{
    core::Instant now() const override { return core::SystemClock().now() + by.load(); }
    std::atomic<core::Instant> by{0};
};

/// The console's clock can be set; the vendors' goes right.
struct Clocks : LabFixture
{
    Clocks() : LabFixture(options(), {}, std::chrono::seconds(30), std::make_shared<Movable>())
    {
        restart();
        QVERIFY(sync());
    }
    static lab::Options options()
    {
        auto o = quick("never");
        o.identities = 400;
        return o;
    }
    void restart()
    {
        tenantSession.reset();
        auto o = options();
        o.rateLimit = false;
        lab = *lab::Lab::start(o, std::make_shared<core::SystemClock>());
        point();
        open();
    }
    void setClock(core::Instant by) { static_cast<Movable &>(*clock).by = by; }
    services::Campaigns &campaigns() { return tenantSession->campaigns(); }
    services::Privacy &privacy() { return tenantSession->privacy(); }
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
    domain::Campaign checked(int n)
    {
        domain::CampaignPlan p;
        p.name = QStringLiteral("Overdue");
        p.query.status = domain::IdentityStatus::Overdue;
        p.documents = {QStringLiteral("passport")};
        p.perMinute = 20;
        p.isList = true;
        const auto made = await(campaigns().create(p, people(n)));
        const auto tried = made ? await(campaigns().dryRun(made->id)) : made;
        return tried ? *tried : domain::Campaign();
    }
    CampaignState stateOf(const QString &id) { return await(campaigns().one(id))->state; }
    core::Status acceptClock()
    {
        return await(
            tenantSession->recovery().acceptClock(QStringLiteral("the battery was empty"), reviewerId(), reviewer()));
    }
    /// A verification that was closed so many days ago, by the right time.
    domain::Session closed(int days)
    {
        const auto s = await(tenantSession->verifier().start(anyone(), request()));
        if (!s || !await(tenantSession->verifier().stop(s->id, QStringLiteral("x"))))
            return {};
        if (!rewrite(*this, QStringLiteral("UPDATE session SET closed_at = closed_at - %1").arg(days * core::dayMs)))
            return {};
        return *s;
    }
    bool isNamed(const core::SessionId &id)
    {
        return !await(tenantSession->verifier().session(id))->personName.isEmpty();
    }
};

} // namespace

class Exemptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoMayAllowOne_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<QString>("operatorId"); // who sits here
        QTest::addColumn<int>("code");           // ErrorCode, or -1: allowed
        const QString owner = QStringLiteral("2c9180867769897d01776ed5f125512f");
        const QString somebody = QStringLiteral("2c9180867769897d01776ed5f12550aa");
        const auto row = [](const char *name, const char *who, const QString &operatorId, int code) {
            QTest::newRow(name) << QString::fromLatin1(who) << operatorId << code;
        };
        row("a typed name alone", "nobody", somebody, int(ErrorCode::Usage));
        row("empty credentials", "empty", somebody, int(ErrorCode::Usage));
        row("a wrong secret", "wrong", somebody, int(ErrorCode::Unauthorized));
        row("an API client that is nobody", "client", somebody, int(ErrorCode::Conflict));
        row("the owner of the tenant's token", "owner", somebody, int(ErrorCode::Conflict));
        row("the operator", "reviewer", LabFixture::reviewerIdentity(), int(ErrorCode::Conflict));
        row("operator and owner in one", "owner", owner, int(ErrorCode::Conflict));
        row("nobody knows who sits here", "reviewer", QString(), int(ErrorCode::Conflict));
        row("the person themselves", "themselves", somebody, int(ErrorCode::Conflict));
        row("about somebody whom nobody knows", "unknown", somebody, int(ErrorCode::NotFound));
        row("somebody else", "reviewer", somebody, -1);
    }
    void whoMayAllowOne()
    {
        QFETCH(QString, who);
        QFETCH(QString, operatorId);
        QFETCH(int, code);
        LabFixture d(quick());
        QVERIFY(d.sync());
        QVERIFY(await(d.ledger->setSetting(domain::operatorSetting(d.tenant.id, d.context->operatorName), operatorId)));
        const auto &ends = d.lab->endpoints();
        core::SecretPtr id = d.reviewerId(), secret = d.reviewer();
        auto e = leave(d, d.anyone().id);
        if (who == QLatin1String("nobody"))
            id = secret = nullptr;
        else if (who == QLatin1String("empty"))
            id = secret = word({});
        else if (who == QLatin1String("wrong"))
            secret = word(QStringLiteral("wrong"));
        else if (who == QLatin1String("client"))
            id = word(ends.workflowClientId), secret = word(ends.workflowClientSecret);
        else if (who == QLatin1String("owner"))
            id = word(ends.clientId), secret = word(ends.clientSecret);
        else if (who == QLatin1String("themselves"))
            e.identity = core::IdentityId(LabFixture::reviewerIdentity());
        else if (who == QLatin1String("unknown"))
            e.identity = core::IdentityId(QStringLiteral("nobody"));
        auto &campaigns = d.tenantSession->campaigns();
        const auto r = await(campaigns.exempt(e, id, secret));
        QCOMPARE(r ? -1 : int(r.error().code), code);
        if (code == int(ErrorCode::Usage))
            QCOMPARE(r.error().field, QStringLiteral("secrets"));
        QCOMPARE(await(campaigns.exemptions())->size(), code < 0 ? 1 : 0);
        QCOMPARE(grants(d), code < 0 ? 1 : 0);
    }
    void whoeverSignedInIsKept()
    {
        LabFixture d(quick());
        QVERIFY(d.sync());
        const auto person = d.anyone();
        auto &campaigns = d.tenantSession->campaigns();
        QVERIFY(await(campaigns.exempt(leave(d, person.id), d.reviewerId(), d.reviewer())));
        const auto kept = await(campaigns.exemptions())->value(person.id.str());
        QCOMPARE(kept.approverId, LabFixture::reviewerIdentity());
        QCOMPARE(kept.approver,
            LabFixture::reviewerIdentity()); // the copy does not have them; what was typed counts for nothing
        QCOMPARE(kept.operatorName, QStringLiteral("tester"));
        QCOMPARE(domain::allowedBy(kept), LabFixture::reviewerIdentity() + QStringLiteral(" (signed in)"));
        const auto last = await(d.ledger->auditRecords(1, 5000))->last().event;
        QCOMPARE(last.action, QStringLiteral("exemption.grant"));
        QCOMPARE(last.data.value(QLatin1String("approverId")).toString(), LabFixture::reviewerIdentity());
        // The pair is nowhere.
        d.ledger->drain();
        const auto files = QDir(d.dir.path()).entryInfoList(QDir::Files);
        for (const auto &f : files) {
            QFile file(f.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(d.reviewer()->reveal().toByteArray()), qPrintable(f.fileName()));
        }
        // One from before was typed, and stays so.
        QVERIFY(rewrite(d, QStringLiteral("UPDATE exemption SET approver = 'Marie Curie', approver_id = ''")));
        const auto old = await(campaigns.exemptions())->value(person.id.str());
        QCOMPARE(domain::allowedBy(old), QStringLiteral("Marie Curie, as typed by tester; did not sign in"));
    }
    void aLockThatComesMeanwhileRefuses()
    {
        LabFixture d(quick());
        QVERIFY(d.sync());
        const auto person = d.anyone();
        auto locked = d.tenant;
        locked.readOnly = true;
        domain::AuditEvent a;
        a.actor = QStringLiteral("tester");
        a.action = QStringLiteral("tenant.lock");
        a.tenant = a.subject = locked.id.str();
        a.outcome = QStringLiteral("done");
        QVERIFY(await(d.ledger->updateTenant(locked, a))); // by another window: this one still has it open
        QVERIFY(!await(d.tenantSession->campaigns().exempt(leave(d, person.id), d.reviewerId(), d.reviewer())));
        QVERIFY(await(d.tenantSession->campaigns().exemptions())->isEmpty());
        QVERIFY(await(d.ledger->updateTenant(d.tenant, a)));
        QVERIFY(await(d.tenantSession->campaigns().exempt(leave(d, person.id), d.reviewerId(), d.reviewer())));
    }
    void inIdentityIqTheNameIsTheCopys()
    {
        IqFixture d;
        QVERIFY(bool(d.sync()));
        const auto everybody = *await(d.tenantSession->people(*await(d.tenantSession->quick({}, 300))->rows));
        domain::Identity approver, other;
        for (const auto &p : everybody)
            (p.alias == d.lab->endpoints().iiqReviewer ? approver : other) = p;
        QVERIFY(!approver.id.isEmpty() && !other.id.isEmpty());
        auto &campaigns = d.tenantSession->campaigns();
        QCOMPARE(
            await(campaigns.exempt(leave(d, other.id), d.reviewerId(), word(QStringLiteral("wrong")))).error().code,
            ErrorCode::Unauthorized);
        QCOMPARE(await(campaigns.exempt(leave(d, approver.id), d.reviewerId(), d.reviewer())).error().code,
            ErrorCode::Conflict);
        const auto r = await(campaigns.exempt(leave(d, other.id), d.reviewerId(), d.reviewer()));
        QVERIFY2(bool(r), r ? "" : qPrintable(r.error().text));
        const auto kept = await(campaigns.exemptions())->value(other.id.str());
        QCOMPARE(kept.approverId, approver.id.str());
        QCOMPARE(kept.approver, approver.name);
    }
};
IDV_TEST(Exemptions)

class TimeInDoubt : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWrongClockGrantsNoExemption_data()
    {
        QTest::addColumn<qint64>("by");
        QTest::addColumn<bool>("isGranted");
        QTest::newRow("a year ahead") << qint64(366 * core::dayMs) << false;
        QTest::newRow("ten minutes ahead") << qint64(10 * core::minuteMs) << false;
        QTest::newRow("ten minutes behind") << qint64(-10 * core::minuteMs) << false;
        QTest::newRow("a minute ahead") << qint64(core::minuteMs) << true;
    }
    void aWrongClockGrantsNoExemption()
    {
        QFETCH(qint64, by);
        QFETCH(bool, isGranted);
        Clocks d;
        const core::IdentityId id(d.people(1).value(0));
        QVERIFY(!id.isEmpty());
        d.setClock(by);
        const auto r = await(d.campaigns().exempt(leave(d, id), d.reviewerId(), d.reviewer()));
        QCOMPARE(bool(r), isGranted);
        if (!isGranted)
            QCOMPARE(r.error().text, timeSentence(TimeDoubt::ClocksDiffer));
        QCOMPARE(grants(d), isGranted ? 1 : 0);
    }
    void aClockThatWasSetBackProlongsNoExemption()
    {
        Clocks d;
        const auto k = d.checked(2);
        QVERIFY(k.dryRun);
        d.setClock(-2 * core::hourMs);
        const auto refused = await(d.campaigns().start(k.id, k.dryRun->toSend()));
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(refused.error().text, timeSentence(TimeDoubt::ClocksDiffer));
        QCOMPARE(d.stateOf(k.id), CampaignState::Draft);
        QVERIFY(!d.campaigns().isSending());
        // Set right again it starts.
        d.setClock(0);
        const auto started = await(d.campaigns().start(k.id, k.dryRun->toSend()));
        QVERIFY2(bool(started), started ? "" : qPrintable(started.error().text));
        QTRY_COMPARE_WITH_TIMEOUT(d.stateOf(k.id), CampaignState::Done, 15000);
    }
    void aClockThatJumpsPausesWhatIsRunning()
    {
        Clocks d;
        const auto k = d.checked(3);
        QVERIFY(k.dryRun);
        QVERIFY(await(d.campaigns().start(k.id, k.dryRun->toSend())));
        QTRY_VERIFY_WITH_TIMEOUT(await(d.campaigns().counts(k.id))->sent() == 1, 10000);
        d.setClock(core::hourMs);
        QTRY_COMPARE_WITH_TIMEOUT(d.stateOf(k.id), CampaignState::Paused, 15000);
        QCOMPARE(await(d.campaigns().one(k.id))->why, timeSentence(TimeDoubt::ClocksDiffer));
        QTRY_VERIFY(!d.campaigns().isSending());
        QCOMPARE(await(d.campaigns().counts(k.id))->sent(), 1);
        QCOMPARE(await(d.campaigns().resume(k.id)).error().text, timeSentence(TimeDoubt::ClocksDiffer));
        // The clock is right again, but the pause stands in the log an hour ahead: a second person says that it is
        // right.
        d.setClock(0);
        QCOMPARE(await(d.campaigns().resume(k.id)).error().text, timeSentence(TimeDoubt::LogAhead));
        const auto accepted = d.acceptClock();
        QVERIFY2(bool(accepted), accepted ? "" : qPrintable(accepted.error().text));
        const auto resumed = await(d.campaigns().resume(k.id));
        QVERIFY2(bool(resumed), resumed ? "" : qPrintable(resumed.error().text));
        QTRY_COMPARE_WITH_TIMEOUT(d.stateOf(k.id), CampaignState::Done, 20000);
        QCOMPARE(await(d.campaigns().counts(k.id))->sent(), 3);
    }
    void aWrongClockRemovesNothing_data()
    {
        QTest::addColumn<qint64>("by");
        QTest::newRow("two years ahead") << qint64(730 * core::dayMs);
        QTest::newRow("six minutes ahead") << qint64(6 * core::minuteMs);
        QTest::newRow("a day behind") << qint64(-core::dayMs);
    }
    void aWrongClockRemovesNothing()
    {
        QFETCH(qint64, by);
        Clocks d;
        const auto s = d.closed(40);
        QVERIFY(!s.id.isEmpty());
        QVERIFY(await(d.privacy().setRetention({true, 455, 30})));
        d.setClock(by);
        QCOMPARE(await(d.privacy().sweep()).error().text, timeSentence(TimeDoubt::ClocksDiffer));
        QCOMPARE(await(d.privacy().forget(s.request.identity)).error().text, timeSentence(TimeDoubt::ClocksDiffer));
        QStringList said;
        connect(&d.privacy(), &services::Privacy::refused, this, [&said](const core::Error &e) { said << e.text; });
        d.privacy().watch();
        QTRY_COMPARE(said, QStringList{timeSentence(TimeDoubt::ClocksDiffer)});
        d.privacy().disconnect(this);
        QVERIFY(d.isNamed(s.id));
        d.setClock(0);
        QCOMPARE(*await(d.privacy().sweep()), 1);
        QVERIFY(!d.isNamed(s.id));
    }
    void whereNobodyAnswersNothingIsRemoved()
    {
        Clocks d;
        const auto s = d.closed(40);
        QVERIFY(!s.id.isEmpty());
        QVERIFY(await(d.privacy().setRetention({true, 455, 30})));
        d.tenantSession.reset();
        d.lab.reset();
        d.open(); // what was seen before is forgotten
        QCOMPARE(await(d.privacy().sweep(), 60000).error().text, timeSentence(TimeDoubt::NoVendorTime));
        QVERIFY(d.isNamed(s.id));
        // It asks by itself as soon as somebody answers.
        d.restart();
        QCOMPARE(*await(d.privacy().sweep()), 1);
        QVERIFY(!d.isNamed(s.id));
    }
    void aLogThatLiesAheadRemovesNothingUntilItIsAccepted()
    {
        Clocks d;
        const auto s = d.closed(40);
        QVERIFY(!s.id.isEmpty());
        d.setClock(2 * core::hourMs);
        QVERIFY(await(d.privacy().setRetention({true, 455, 30}))); // recorded two hours ahead
        d.setClock(0);
        QCOMPARE(await(d.privacy().sweep()).error().text, timeSentence(TimeDoubt::LogAhead));
        QVERIFY(d.isNamed(s.id));
        const auto accepted = d.acceptClock();
        QVERIFY2(bool(accepted), accepted ? "" : qPrintable(accepted.error().text));
        QCOMPARE(*await(d.privacy().sweep()), 1);
        QVERIFY(!d.isNamed(s.id));
    }
    void whatIsSwitchedOffAsksNobody()
    {
        Clocks d;
        d.setClock(core::dayMs);
        QCOMPARE(*await(d.privacy().sweep()), 0);
    }
};
IDV_TEST(TimeInDoubt)
#include "tst_exemptions.moc"
