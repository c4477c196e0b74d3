#include "store/ledger/reverification/campaignrows.h"
#include "store/ledger/reverification/recipientstore.h"
#include "store/ledger/verification/sessionrows.h"
#include "support/rawledger.h"
#include "support/registry.h"

using core::ErrorCode;
using domain::CampaignPerson;
using domain::ExclusionReason;
using support::await;
using support::RawLedger;

namespace {

core::IdentityId person(int i)
{
    return core::IdentityId(QStringLiteral("p%1").arg(i));
}

/// A draft of this many people, everyone to be sent a link.
struct People
{
    explicit People(int n)
    {
        domain::Campaign c;
        c.id = id;
        c.tenant = RawLedger::tenant();
        c.plan.name = QStringLiteral("Nightly");
        c.plan.documents = {QStringLiteral("passport")};
        c.createdAt = RawLedger::now;
        QVERIFY(store::sql::insertCampaign(ledger.connection(), c));
        QVERIFY(await(recipients().replace(id, 0, list(0, n), 0, true)));
    }
    static QList<CampaignPerson> list(int from, int n)
    {
        QList<CampaignPerson> out;
        for (int i = from; i < from + n; ++i) {
            CampaignPerson p;
            p.identity = person(i);
            p.delivery = i % 2 ? domain::Delivery::Sms : domain::Delivery::Email;
            out << p;
        }
        return out;
    }
    store::RecipientStore &recipients() { return ledger.ledger().campaigns().recipients(); }
    void setState(const char *state)
    {
        ledger.run(QStringLiteral("UPDATE campaign SET state = '%1'").arg(QLatin1String(state)));
    }
    /// As a start leaves it, with a session in this state.
    void started(int i, domain::SessionState state, core::Instant at = RawLedger::now)
    {
        auto s = RawLedger::session(qPrintable(QStringLiteral("s%1").arg(i)), qPrintable(person(i).str()));
        s.campaign = id;
        s.state = state;
        s.createdAt = at;
        QVERIFY(store::sql::insertSession(ledger.connection(), s, {}));
        QVERIFY(store::sql::claimRecipient(ledger.connection(), s));
    }
    QStringList words()
    {
        QStringList out;
        const auto all = await(recipients().list({id, {}, ExclusionReason::Nothing, -1, 1000}));
        for (const auto &p : *all)
            out << p.identity.str() + QLatin1Char(':') + store::sql::recipientKey(p.state);
        return out;
    }
    const QString id = QStringLiteral("c1");
    RawLedger ledger;
};

domain::AuditEvent reminded(const char *outcome)
{
    return RawLedger::event("verification.remind", "p0", outcome);
}

} // namespace

class Recipients : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theyAreListedInTheirOrderPageByPage()
    {
        People p(5);
        store::RecipientFilter wanted{p.id, {}, ExclusionReason::Nothing, -1, 2};
        auto page = await(p.recipients().list(wanted));
        QCOMPARE(page->size(), 2);
        QCOMPARE(page->first().identity, person(0));
        QCOMPARE(page->last().delivery, domain::Delivery::Sms);
        wanted.after = 1;
        page = await(p.recipients().list(wanted));
        QCOMPARE(page->first().identity, person(2));
        wanted.id = QStringLiteral("another");
        QVERIFY(await(p.recipients().list(wanted))->isEmpty());
    }
    void aDryRunReplacesThoseOfTheOneBefore()
    {
        People p(5);
        QVERIFY(await(p.recipients().replace(p.id, 0, People::list(10, 2), 0, true)));
        QVERIFY(await(p.recipients().replace(p.id, 0, People::list(20, 1), 2, false)));
        QCOMPARE(p.words(),
            QStringList({QStringLiteral("p10:to-send"), QStringLiteral("p11:to-send"), QStringLiteral("p20:to-send")}));
    }
    void thoseOfAChangedOrStartedCampaignAreNotReplaced()
    {
        People p(2);
        const auto changed = await(p.recipients().replace(p.id, 7, People::list(10, 1), 0, true));
        QVERIFY(!changed);
        QCOMPARE(changed.error().code, ErrorCode::Conflict);
        p.setState("running");
        const auto running = await(p.recipients().replace(p.id, 0, People::list(10, 1), 0, true));
        QVERIFY(!running);
        QCOMPARE(running.error().code, ErrorCode::Conflict);
        QCOMPARE(p.words().size(), 2);
    }
    void whoIsLeftOutIsListedByWhy()
    {
        People p(3);
        QVERIFY(await(p.recipients().finalize(p.id, person(0), CampaignPerson::Left, ExclusionReason::Gone)));
        QVERIFY(await(p.recipients().finalize(p.id, person(1), CampaignPerson::Left, ExclusionReason::Refused)));
        const auto listed = [&p](std::optional<CampaignPerson::State> state, ExclusionReason why) {
            return await(p.recipients().list({p.id, state, why, -1, 100}))->size();
        };
        QCOMPARE(listed(CampaignPerson::Left, ExclusionReason::Nothing), 2);
        QCOMPARE(listed(CampaignPerson::Left, ExclusionReason::Gone), 1);
        QCOMPARE(listed(CampaignPerson::Left, ExclusionReason::Exempt), 0);
        QCOMPARE(listed(CampaignPerson::ToSend, ExclusionReason::Nothing), 1);
        const auto counts = await(p.recipients().counts(p.id));
        QCOMPARE(counts->toSend, 1);
        QCOMPARE(counts->leftOut, 2);
        QCOMPARE(counts->why[size_t(ExclusionReason::Gone)], 1);
    }
    void onlyAStartThatWasRefusedForCertainIsTakenBack()
    {
        using domain::SessionState;
        People p(3);
        p.setState("running");
        p.started(0, SessionState::LaunchFailed);
        p.started(1, SessionState::LaunchUnknown);
        p.started(2, SessionState::Pending);
        for (int i = 0; i < 3; ++i)
            QVERIFY(await(p.recipients().finalize(p.id, person(i), CampaignPerson::ToSend, ExclusionReason::Nothing)));
        QCOMPARE(p.words(),
            QStringList({QStringLiteral("p0:to-send"), QStringLiteral("p1:started"), QStringLiteral("p2:started")}));
    }
    void turnsOfRefusedStartsAreOpenAgain()
    {
        using domain::SessionState;
        People p(2);
        p.setState("running");
        p.started(0, SessionState::LaunchFailed);
        p.started(1, SessionState::LaunchUnknown);
        QVERIFY(await(p.recipients().returnUnlaunched(p.id)));
        QCOMPARE(p.words(), QStringList({QStringLiteral("p0:to-send"), QStringLiteral("p1:started")}));
    }
    void aReminderTakesATurnAndItsEndIsRecorded_data()
    {
        QTest::addColumn<int>("outcome");
        QTest::addColumn<QString>("state");
        QTest::addColumn<int>("reminded");
        QTest::addColumn<int>("unknown");
        QTest::newRow("done") << int(domain::Reminded::Done) << QStringLiteral("p0:started") << 1 << 0;
        QTest::newRow("unknown") << int(domain::Reminded::Unknown) << QStringLiteral("p0:started") << 0 << 1;
        QTest::newRow("refused") << int(domain::Reminded::Refused) << QStringLiteral("p0:left-out") << 0 << 0;
        QTest::newRow("not asked") << int(domain::Reminded::NotAsked) << QStringLiteral("p0:to-send") << 0 << 0;
    }
    void aReminderTakesATurnAndItsEndIsRecorded()
    {
        QFETCH(int, outcome);
        QFETCH(QString, state);
        People p(1);
        QVERIFY(!await(p.recipients().beginReminder(p.id, person(0), reminded("intent")))); // it does not run
        p.setState("running");
        QVERIFY(await(p.recipients().beginReminder(p.id, person(0), reminded("intent"))));
        QVERIFY(!await(p.recipients().beginReminder(p.id, person(0), reminded("intent"))));
        QCOMPARE(await(p.recipients().counts(p.id))->remindUnknown, 1); // asked, and nothing came yet
        const int entries = p.ledger.entries();
        QVERIFY(await(p.recipients().endReminder(p.id, person(0), domain::Reminded(outcome), reminded("done"))));
        QCOMPARE(p.ledger.entries(), entries + 1);
        QCOMPARE(p.words(), QStringList(state));
        const auto counts = await(p.recipients().counts(p.id));
        QTEST(int(counts->reminded), "reminded");
        QTEST(int(counts->remindUnknown), "unknown");
    }
    void aReminderOfALockedTenantTakesNoTurn()
    {
        People p(1);
        p.setState("running");
        auto t = await(p.ledger.ledger().tenants().all())->first();
        t.readOnly = true;
        QVERIFY(await(p.ledger.ledger().tenants().update(t, RawLedger::event("tenant.lock"))));
        QVERIFY(!await(p.recipients().beginReminder(p.id, person(0), reminded("intent"))));
        QCOMPARE(p.words(), QStringList(QStringLiteral("p0:to-send")));
    }
    void theSessionsOfACampaignAreCountedByState()
    {
        using domain::SessionState;
        People p(3);
        p.setState("running");
        p.started(0, SessionState::Pending);
        p.started(1, SessionState::Verified);
        const auto counts = await(p.recipients().counts(p.id));
        QCOMPARE(counts->of(SessionState::Pending), 1);
        QCOMPARE(counts->of(SessionState::Verified), 1);
        QCOMPARE(counts->toSend, 1);
    }
    void thePaceCountsLinksAndRemindersThatMayHaveLeft()
    {
        using domain::SessionState;
        People p(5);
        p.setState("running");
        QVERIFY(!await(p.recipients().pace(p.id, 0))->last);
        p.started(0, SessionState::Pending, RawLedger::now - core::hourMs);
        p.started(1, SessionState::LaunchUnknown, RawLedger::now);
        p.started(2, SessionState::LaunchFailed, RawLedger::now + 5);
        auto pace = await(p.recipients().pace(p.id, RawLedger::now));
        QCOMPARE(pace->sent, 1);
        QCOMPARE(pace->last.value_or(0), RawLedger::now);
        p.ledger.clock().advance(1000);
        QVERIFY(await(p.recipients().beginReminder(p.id, person(3), reminded("intent"))));
        pace = await(p.recipients().pace(p.id, 0));
        QCOMPARE(pace->sent, 3);
        QCOMPARE(pace->last.value_or(0), RawLedger::now + 1000);
    }
};
IDV_TEST(Recipients)
#include "tst_recipientstore.moc"
