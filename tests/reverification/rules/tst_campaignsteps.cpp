#include "domain/reverification/campaignsteps.h"
#include "support/registry.h"
#include <QtTest>

using core::ErrorCode;
using domain::Campaign;
using domain::CampaignState;

namespace {

constexpr core::Instant stepNow = 1'790'000'000'000;

Campaign campaignIn(CampaignState state)
{
    Campaign k;
    k.id = QStringLiteral("k1");
    k.state = state;
    k.version = 3;
    return k;
}

Campaign tried(qint64 toSend, core::Instant ago)
{
    Campaign k = campaignIn(CampaignState::Draft);
    domain::DryRun run;
    run.byEmail = toSend;
    k.dryRun = run;
    k.checkedAt = stepNow - ago;
    return k;
}

} // namespace

class CampaignSteps : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Every step from every state: where it leads, and where it is refused.
    void fromEveryState_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<QString>("step");
        QTest::addColumn<int>("to"); // -1: refused
        using S = CampaignState;
        const auto row = [](S from, const char *step, int to) {
            QTest::addRow("%s %s", qPrintable(domain::campaignStateKey(from)), step)
                << int(from) << QString::fromLatin1(step) << to;
        };
        for (const S s : {S::Draft, S::Running, S::Paused, S::Done, S::Stopped}) {
            const bool isOver = s == S::Done || s == S::Stopped;
            row(s, "start", s == S::Draft ? int(S::Running) : -1);
            row(s, "pause", s == S::Running ? int(S::Paused) : -1);
            row(s, "resume", s == S::Paused ? int(S::Running) : -1);
            row(s, "stop", isOver ? int(s) : int(S::Stopped));
            row(s, "complete", s == S::Running ? int(S::Done) : int(s));
            row(s, "pauseFor", s == S::Running ? int(S::Paused) : int(s));
            row(s, "changePlan", s == S::Draft ? int(S::Draft) : -1);
        }
    }
    void fromEveryState()
    {
        QFETCH(int, from);
        QFETCH(QString, step);
        QFETCH(int, to);
        Campaign k = tried(2, core::minuteMs);
        k.state = CampaignState(from);
        core::Status done = core::ok();
        if (step == QLatin1String("start"))
            done = domain::startCampaign(k, 2, stepNow);
        else if (step == QLatin1String("pause"))
            done = domain::pauseCampaign(k);
        else if (step == QLatin1String("resume"))
            done = domain::resumeCampaign(k);
        else if (step == QLatin1String("stop"))
            domain::stopCampaign(k, stepNow);
        else if (step == QLatin1String("complete"))
            domain::completeCampaign(k, stepNow);
        else if (step == QLatin1String("pauseFor"))
            domain::pauseCampaignFor(k, QStringLiteral("why"));
        else
            done = domain::changePlan(k, {});
        QCOMPARE(bool(done), to >= 0);
        QCOMPARE(int(k.state), to >= 0 ? to : from);
        if (!done)
            QCOMPARE(done.error().code, ErrorCode::Conflict);
    }
    void aStartNeedsAFreshDryRunOfTheConfirmedPeople_data()
    {
        QTest::addColumn<qint64>("toSend");
        QTest::addColumn<qint64>("ago");
        QTest::addColumn<qint64>("confirmed");
        QTest::addColumn<bool>("starts");
        QTest::addRow("fresh") << qint64(3) << qint64(0) << qint64(3) << true;
        QTest::addRow("at the limit") << qint64(3) << qint64(domain::dryRunFor) << qint64(3) << true;
        QTest::addRow("too old") << qint64(3) << qint64(domain::dryRunFor + 1) << qint64(3) << false;
        QTest::addRow("in the future: the clock was set back") << qint64(3) << qint64(-1) << qint64(3) << false;
        QTest::addRow("another number") << qint64(3) << qint64(0) << qint64(4) << false;
        QTest::addRow("nobody") << qint64(0) << qint64(0) << qint64(0) << false;
    }
    void aStartNeedsAFreshDryRunOfTheConfirmedPeople()
    {
        QFETCH(qint64, toSend);
        QFETCH(qint64, ago);
        QFETCH(qint64, confirmed);
        QFETCH(bool, starts);
        Campaign k = tried(toSend, ago);
        QCOMPARE(bool(domain::startCampaign(k, confirmed, stepNow)), starts);
        QCOMPARE(k.startedAt.has_value(), starts);
        Campaign untried = campaignIn(CampaignState::Draft);
        QVERIFY(!domain::startCampaign(untried, confirmed, stepNow));
    }
    void theConfirmedNumberNamesItsField()
    {
        const auto r = domain::confirmedCount(3, 4);
        QVERIFY(!r);
        QCOMPARE(r.error().field, QStringLiteral("people"));
        QVERIFY(domain::confirmedCount(4, 4));
    }
    void anotherPlanNeedsAnotherDryRunAndStaysAList()
    {
        Campaign k = tried(2, 0);
        k.plan.isList = true;
        domain::CampaignPlan other;
        other.name = QStringLiteral("other");
        QVERIFY(domain::changePlan(k, other));
        QCOMPARE(k.plan.name, QStringLiteral("other"));
        QVERIFY(k.plan.isList);
        QVERIFY(!k.dryRun && !k.checkedAt);
    }
    void aDryRunOfAnotherVersionIsNotKept()
    {
        Campaign k = campaignIn(CampaignState::Draft);
        QVERIFY(!domain::noteDryRun(k, {}, 2, stepNow));
        QVERIFY(!k.dryRun && !k.checkedAt);
        QVERIFY(domain::noteDryRun(k, {}, 3, stepNow));
        QCOMPARE(*k.checkedAt, stepNow);
    }
    void whoReleasesItIsKept_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("who");
        QTest::addColumn<bool>("wasStarted");
        QTest::addColumn<QString>("after");
        const auto row = [](const char *name, const char *before, const char *who, bool wasStarted, const char *after) {
            QTest::addRow("%s", name) << QString::fromLatin1(before) << QString::fromLatin1(who) << wasStarted
                                      << QString::fromLatin1(after);
        };
        row("first", "", "ann", false, "ann");
        row("nobody known", "", "", false, "?");
        row("a second one", "ann", "bo", true, "ann bo");
        row("the same again", "ann bo", "bo", true, "ann bo");
        row("started before that was kept", "", "bo", true, "? bo");
        row("unknown twice", "?", "", true, "?");
    }
    void whoReleasesItIsKept()
    {
        QFETCH(QString, before);
        QFETCH(QString, who);
        QFETCH(bool, wasStarted);
        Campaign k;
        k.releasedBy = before;
        domain::noteRelease(k, who, wasStarted);
        QTEST(k.releasedBy, "after");
    }
    void theOneThatWasStartedFirstIsSent()
    {
        QList<Campaign> all;
        for (const auto &[id, state, startedAt] :
            {std::tuple("late", CampaignState::Running, 300), std::tuple("paused", CampaignState::Paused, 100),
                std::tuple("early", CampaignState::Running, 200), std::tuple("done", CampaignState::Done, 50)}) {
            Campaign k = campaignIn(state);
            k.id = QString::fromLatin1(id);
            k.startedAt = startedAt;
            all << k;
        }
        QCOMPARE(domain::firstRunning(all)->id, QStringLiteral("early"));
        QVERIFY(!domain::firstRunning({all.at(1), all.at(3)}));
        QVERIFY(!domain::firstRunning({}));
    }
    void theLevelIsTheSettings()
    {
        domain::VerificationPolicy policy;
        const int least = domain::leastIal(policy, domain::Reason::Periodic);
        domain::CampaignPlan plan;
        plan.requiredIal = least;
        QVERIFY(domain::campaignLevelFits(plan, policy));
        plan.requiredIal = least - 1;
        const auto r = domain::campaignLevelFits(plan, policy);
        QVERIFY(!r);
        QCOMPARE(r.error().field, QStringLiteral("ial"));
        plan.workflow = QStringLiteral("w1"); // a reminder asks for no level
        QVERIFY(domain::campaignLevelFits(plan, policy));
    }
};

IDV_TEST(CampaignSteps)

#include "tst_campaignsteps.moc"
