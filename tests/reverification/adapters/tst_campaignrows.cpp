#include "store/ledger/reverification/campaignrows.h"
#include "store/ledger/verification/sessionrows.h"
#include "support/rawledger.h"
#include "support/registry.h"

using core::ErrorCode;
using domain::Campaign;
using domain::CampaignPerson;
using domain::CampaignState;
using support::RawLedger;

namespace {

Campaign campaign(const char *id)
{
    Campaign c;
    c.id = QString::fromLatin1(id);
    c.tenant = RawLedger::tenant();
    c.plan.name = QStringLiteral("Nightly “renewals”");
    c.plan.documents = {QStringLiteral("passport")};
    c.plan.exceptions = {QStringLiteral("p9")};
    c.plan.perMinute = 12;
    c.plan.timeZone = QStringLiteral("Europe/Berlin");
    c.operatorName = QStringLiteral("tester");
    c.createdAt = RawLedger::now;
    return c;
}

core::Result<Campaign> read(RawLedger &l, const char *id)
{
    return store::sql::campaignWhere(l.connection(), QStringLiteral("id = ?"), {QString::fromLatin1(id)});
}

void addPerson(RawLedger &l, const char *campaign, const char *person, const char *state)
{
    l.run(QStringLiteral("INSERT INTO campaign_person (campaign, identity, seq, state, why, delivery, session) VALUES "
                         "('%1', '%2', 1, '%3', '', 'email', '')")
              .arg(QLatin1String(campaign), QLatin1String(person), QLatin1String(state)));
}

domain::Session ofCampaign(const char *id, const char *campaign, const char *person)
{
    auto s = RawLedger::session(id, person);
    s.campaign = QString::fromLatin1(campaign);
    return s;
}

} // namespace

class RowsOfCampaigns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneIsReadAsItWasWritten()
    {
        RawLedger l;
        const Campaign first = campaign("c1");
        QVERIFY(store::sql::insertCampaign(l.connection(), first));
        auto back = read(l, "c1");
        QVERIFY(back);
        QCOMPARE(back->plan, first.plan);
        QCOMPARE(back->state, CampaignState::Draft);
        QCOMPARE(back->operatorName, first.operatorName);
        QVERIFY(!back->checkedAt && !back->dryRun && !back->startedAt && !back->endedAt && back->problem.isEmpty());
        Campaign later = *back;
        later.state = CampaignState::Running;
        later.why = QStringLiteral("a sentence");
        later.checkedAt = RawLedger::now + 1;
        later.dryRun = domain::DryRun{7, 3, 2, 0, 1, {}};
        later.startedAt = RawLedger::now + 2;
        later.endedAt = RawLedger::now + 3;
        later.waitsUntil = RawLedger::now + 4;
        later.waitsFor = QStringLiteral("provider");
        later.releasedBy = QStringLiteral("2c91 ?");
        QVERIFY(store::sql::updateCampaign(l.connection(), later));
        back = read(l, "c1");
        QCOMPARE(back->state, CampaignState::Running);
        QCOMPARE(back->why, later.why);
        QCOMPARE(back->checkedAt, later.checkedAt);
        QVERIFY(back->dryRun == later.dryRun);
        QCOMPARE(back->startedAt, later.startedAt);
        QCOMPARE(back->endedAt, later.endedAt);
        QCOMPARE(back->waitsUntil, later.waitsUntil);
        QCOMPARE(back->waitsFor, later.waitsFor);
        QCOMPARE(back->releasedBy, later.releasedBy);
        QCOMPARE(back->version, 1);
    }
    void whoeverKnewAnOlderRowChangesNothing()
    {
        RawLedger l;
        QVERIFY(store::sql::insertCampaign(l.connection(), campaign("c1")));
        Campaign old = *read(l, "c1");
        QVERIFY(store::sql::updateCampaign(l.connection(), old));
        old.state = CampaignState::Stopped;
        const auto r = store::sql::updateCampaign(l.connection(), old);
        QVERIFY(!r);
        QCOMPARE(r.error().code, ErrorCode::Conflict);
        QCOMPARE(read(l, "c1")->state, CampaignState::Draft);
    }
    void oneThatCannotBeReadStandsStillUnderItsName_data()
    {
        QTest::addColumn<QString>("change");
        QTest::newRow("no JSON") << QStringLiteral("plan = '{\"name\": '");
        QTest::newRow("a member that is not known")
            << QStringLiteral("plan = json_set(plan, '$.sendsGifts', json('true'))");
        QTest::newRow("a state of a later version") << QStringLiteral("state = 'dreaming'");
    }
    void oneThatCannotBeReadStandsStillUnderItsName()
    {
        QFETCH(QString, change);
        RawLedger l;
        QVERIFY(store::sql::insertCampaign(l.connection(), campaign("c1")));
        QVERIFY(store::sql::insertCampaign(l.connection(), campaign("c2")));
        l.run(QStringLiteral("UPDATE campaign SET state = 'running'"));
        l.run(QStringLiteral("UPDATE campaign SET %1 WHERE id = 'c1'").arg(change));
        const auto all = store::sql::campaignsWhere(l.connection(), QStringLiteral("1 ORDER BY id"), {});
        QCOMPARE(all->size(), 2);
        QVERIFY(!all->first().problem.isEmpty());
        QCOMPARE(all->first().state, CampaignState::Paused);
        QVERIFY(all->last().problem.isEmpty());
        QCOMPARE(all->last().state, CampaignState::Running);
        const auto one = read(l, "c1");
        QVERIFY(!one);
        QCOMPARE(one.error().code, ErrorCode::Conflict);
        QCOMPARE(one.error().reason, core::ErrorReason::UnreadableSetting);
    }
    void oneThatIsNotThereIsNotFound()
    {
        RawLedger l;
        QCOMPARE(read(l, "none").error().code, ErrorCode::NotFound);
    }
    void everyStateOfARecipientComesBack()
    {
        for (const auto s : {CampaignPerson::ToSend, CampaignPerson::Started, CampaignPerson::Left})
            QCOMPARE(store::sql::recipientFromKey(store::sql::recipientKey(s)), s);
        QCOMPARE(store::sql::recipientFromKey(QStringLiteral("of a later version")), CampaignPerson::Left);
    }
    void aTurnIsTakenOnce()
    {
        RawLedger l;
        QVERIFY(store::sql::insertCampaign(l.connection(), campaign("c1")));
        addPerson(l, "c1", "p1", "to-send");
        const auto claim = [&l](const char *id, const char *person) {
            return store::sql::claimRecipient(l.connection(), ofCampaign(id, "c1", person));
        };
        const auto asDraft = claim("s1", "p1");
        QVERIFY(!asDraft); // it does not run
        QCOMPARE(asDraft.error().reason, core::ErrorReason::NotTheirTurn);
        l.run(QStringLiteral("UPDATE campaign SET state = 'running'"));
        QVERIFY(claim("s1", "p1"));
        QCOMPARE(l.value(QStringLiteral("SELECT state || session FROM campaign_person")).toString(),
            QStringLiteral("starteds1"));
        const auto again = claim("s2", "p1");
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Conflict);
        QVERIFY(!claim("s3", "nobody"));
        addPerson(l, "c1", "p2", "left-out");
        QVERIFY(!claim("s4", "p2"));
        QCOMPARE(l.value(QStringLiteral("SELECT COUNT(*) FROM campaign_person WHERE state = 'started'")).toInt(), 1);
    }
};
IDV_TEST(RowsOfCampaigns)
#include "tst_campaignrows.moc"
