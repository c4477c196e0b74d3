#include "domain/reverification/campaign.h"
#include "support/registry.h"
#include <QDateTime>
#include <QJsonDocument>
#include <QTimeZone>
#include <QtTest>

using core::Instant;
using domain::CampaignPlan;
using domain::Candidate;
using domain::Delivery;
using domain::ExclusionReason;
using domain::SendTime;
using domain::StatusKind;

static Instant at(const char *zone, const char *local)
{
    return QDateTime(QDateTime::fromString(QLatin1String(local), QStringLiteral("yyyy-MM-dd HH:mm")).date(),
        QTime::fromString(QLatin1String(local).mid(11), QStringLiteral("HH:mm")), QTimeZone(zone))
        .toMSecsSinceEpoch();
}

static CampaignPlan plan(const char *zone = "Europe/Oslo")
{
    CampaignPlan p;
    p.name = QStringLiteral("Q3");
    p.documents = {QStringLiteral("passport")};
    p.timeZone = QString::fromLatin1(zone);
    return p;
}

static CampaignPlan quiet(int from, int to, const char *zone = "Europe/Oslo")
{
    CampaignPlan p = plan(zone);
    p.quietFrom = from * 60;
    p.quietTo = to * 60;
    return p;
}

class CampaignRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoGetsALinkAndHow_data()
    {
        QTest::addColumn<bool>("phone");
        QTest::addColumn<bool>("email");
        QTest::addColumn<bool>("prefersSms");
        QTest::addColumn<bool>("fallsBack");
        QTest::addColumn<int>("why");
        QTest::addColumn<bool>("bySms");
        QTest::newRow("e-mail preferred") << true << true << false << true << int(ExclusionReason::Nothing) << false;
        QTest::newRow("text preferred") << true << true << true << true << int(ExclusionReason::Nothing) << true;
        QTest::newRow("only a phone") << true << false << false << true << int(ExclusionReason::Nothing) << true;
        QTest::newRow("only an e-mail") << false << true << true << true << int(ExclusionReason::Nothing) << false;
        QTest::newRow("only a phone, no falling back")
            << true << false << false << false << int(ExclusionReason::NoContact) << false;
        QTest::newRow("neither") << false << false << false << true << int(ExclusionReason::NoContact) << true;
    }
    void whoGetsALinkAndHow()
    {
        QFETCH(bool, phone);
        QFETCH(bool, email);
        QFETCH(bool, prefersSms);
        QFETCH(bool, fallsBack);
        CampaignPlan p = plan();
        p.prefers = prefersSms ? Delivery::Sms : Delivery::Email;
        p.fallsBack = fallsBack;
        const auto v =
            domain::campaignEligibility({phone, email, true, false, StatusKind::Dated, {}}, p, 0, true, true);
        QTEST(int(v.why), "why");
        if (v.why == ExclusionReason::Nothing)
            QTEST(v.delivery == Delivery::Sms, "bySms");
    }
    void whatTheProviderCannotSendReachesNobody()
    {
        QCOMPARE(
            domain::campaignEligibility({true, false, true, false, StatusKind::Never, {}}, plan(), 0, false, true).why,
            ExclusionReason::NoContact);
        QCOMPARE(domain::campaignEligibility({true, true, true, false, StatusKind::Never, {}}, plan(), 0, true, false)
                     .delivery,
            Delivery::Sms);
    }
    void whoIsLeftOut()
    {
        Candidate c{true, true, true, false, StatusKind::Dated, 1000};
        const auto why = [](const Candidate &x, Instant since = 2000) {
            return domain::campaignEligibility(x, plan(), since, true, true).why;
        };
        QCOMPARE(why(c), ExclusionReason::Nothing);
        QCOMPARE(why(c, 1000), ExclusionReason::VerifiedSince); // the same instant counts
        c.kind = StatusKind::BadDate; // a date that lies ahead or cannot be read proves nothing
        QCOMPARE(why(c, 1000), ExclusionReason::Nothing);
        for (const auto kind : {StatusKind::Reset, StatusKind::Withdrawn}) {
            c.kind = kind;
            QCOMPARE(domain::campaignEligibility(c, plan(), 500, true, true).why, ExclusionReason::Nothing);
        }
        c.kind = StatusKind::Failed; // the last try failed, and the verification before it was reset
        QCOMPARE(domain::campaignEligibility(c, plan(), 500, true, true).why, ExclusionReason::VerifiedSince);
        c.lapse = StatusKind::Reset;
        QCOMPARE(domain::campaignEligibility(c, plan(), 500, true, true).why, ExclusionReason::Nothing);
        c.lapse = StatusKind::Dated;
        c.kind = StatusKind::Pending;
        QCOMPARE(why(c), ExclusionReason::InRenewal);
        c.kind = StatusKind::Held;
        QCOMPARE(why(c), ExclusionReason::InRenewal);
        c.isActive = false;
        QCOMPARE(why(c), ExclusionReason::Inactive);
        c.isExempt = true;
        QCOMPARE(why(c), ExclusionReason::Exempt);
    }
    void thePaceIsKept()
    {
        CampaignPlan p = plan();
        p.perMinute = 7; // 8,571.4 ms: never more than seven in any minute
        const Instant now = at("Europe/Oslo", "2026-07-14 10:00");
        QCOMPARE(domain::nextSend(p, now, {}, 0).why, SendTime::Now);
        const auto next = domain::nextSend(p, now, now - 1000, 0);
        QCOMPARE(next.why, SendTime::Pace);
        QCOMPARE(next.at, now - 1000 + 8572);
        QCOMPARE(domain::nextSend(p, now, now - 8572, 0).at, now);
        // A clock that was set back: the last link lies ahead, and nobody waits for that day.
        QCOMPARE(domain::nextSend(p, now, now + core::dayMs, 0).why, SendTime::Now);
    }
    void quietHoursAreTheTenants()
    {
        const auto p = quiet(20, 8);
        QCOMPARE(domain::nextSend(p, at("Europe/Oslo", "2026-07-14 19:59"), {}, 0).why, SendTime::Now);
        for (const char *time : {"2026-07-14 20:00", "2026-07-14 23:59", "2026-07-15 00:00", "2026-07-15 07:59"}) {
            const auto next = domain::nextSend(p, at("Europe/Oslo", time), {}, 0);
            QCOMPARE(next.why, SendTime::QuietHours);
            QCOMPARE(next.at, at("Europe/Oslo", "2026-07-15 08:00"));
        }
        QCOMPARE(domain::nextSend(p, at("Europe/Oslo", "2026-07-15 08:00"), {}, 0).why, SendTime::Now);
        // The same instant is office time elsewhere.
        QCOMPARE(domain::nextSend(quiet(20, 8, "America/New_York"), at("Europe/Oslo", "2026-07-14 20:00"), {}, 0).why,
            SendTime::Now);
        // Within the day.
        QCOMPARE(domain::nextSend(quiet(12, 13), at("Europe/Oslo", "2026-07-14 12:30"), {}, 0).at,
            at("Europe/Oslo", "2026-07-14 13:00"));
        QCOMPARE(domain::nextSend(quiet(0, 6), at("Europe/Oslo", "2026-07-14 00:00"), {}, 0).at,
            at("Europe/Oslo", "2026-07-14 06:00"));
        // The next one by the pace would fall into them.
        QCOMPARE(domain::nextSend(
                     p, at("Europe/Oslo", "2026-07-14 20:00") - 500, at("Europe/Oslo", "2026-07-14 20:00") - 600, 0)
                     .why,
            SendTime::QuietHours);
    }
    void theClockChangeMovesQuietHours()
    {
        // 29 March 2026, 02:00 becomes 03:00 in Oslo: half past two does not exist.
        auto p = quiet(0, 0);
        p.quietFrom = 60;
        p.quietTo = 150;
        const auto spring = domain::nextSend(p, at("Europe/Oslo", "2026-03-29 01:30"), {}, 0);
        QCOMPARE(spring.why, SendTime::QuietHours);
        QCOMPARE(spring.at, at("Europe/Oslo", "2026-03-29 01:30") + 60 * core::minuteMs); // 03:30 on the wall
        // 25 October, 03:00 becomes 02:00: both half past twos are quiet.
        QVERIFY(domain::nextSend(quiet(2, 3), at("Europe/Oslo", "2026-10-25 01:59") + 61 * core::minuteMs, {}, 0).at >
                at("Europe/Oslo", "2026-10-25 02:00"));
    }
    void aDayThatIsFullEndsAtMidnightThere()
    {
        auto p = quiet(20, 8);
        p.perDay = 100;
        const Instant now = at("Europe/Oslo", "2026-07-14 15:00");
        QCOMPARE(domain::nextSend(p, now, {}, 99).why, SendTime::Now);
        const auto next = domain::nextSend(p, now, {}, 100);
        QCOMPARE(next.why, SendTime::DayIsFull);
        QCOMPARE(next.at, at("Europe/Oslo", "2026-07-15 08:00"));
        QCOMPARE(domain::dayStart(p, now), at("Europe/Oslo", "2026-07-14 00:00"));
    }
    void howLongItTakes()
    {
        auto p = plan();
        const Instant now = at("Europe/Oslo", "2026-07-14 10:00");
        QCOMPARE(domain::estimatedEnd(p, now, 0, 0), now);
        QCOMPARE(domain::estimatedEnd(p, now, 1, 0), now);
        QCOMPARE(domain::estimatedEnd(p, now, 601, 0) - now, 20 * core::minuteMs);
        // A million at thirty a minute take 23 days.
        QCOMPARE((domain::estimatedEnd(p, now, 1'000'000, 0) - now) / core::dayMs, 23);
        p.perDay = 50;
        QCOMPARE(domain::estimatedEnd(p, now, 50, 0), now + 49 * 2000);
        QCOMPARE(domain::estimatedEnd(p, now, 51, 0), at("Europe/Oslo", "2026-07-15 00:00"));
        QCOMPARE(domain::estimatedEnd(p, now, 51, 50), at("Europe/Oslo", "2026-07-16 00:00"));
        p = quiet(20, 8);
        QCOMPARE(domain::estimatedEnd(p, at("Europe/Oslo", "2026-07-14 19:59"), 31, 0),
            at("Europe/Oslo", "2026-07-15 08:00"));
        QCOMPARE(domain::estimatedEnd(p, at("Europe/Oslo", "2026-07-14 22:00"), 1, 0),
            at("Europe/Oslo", "2026-07-15 08:00"));
        p.perDay = 1;
        QVERIFY(domain::estimatedEnd(p, now, 1'000'000, 0) - now <= 3653 * core::dayMs); // not for ever
    }
    void theSendTimesAgreeWithTheEstimate()
    {
        auto p = quiet(11, 9);
        p.perMinute = 1;
        p.perDay = 70;
        const Instant begin = at("Europe/Oslo", "2026-10-23 10:30");
        Instant now = begin;
        std::optional<Instant> last;
        Instant day = domain::dayStart(p, now);
        qint64 today = 0;
        for (int sent = 0; sent < 400;) {
            const auto next = domain::nextSend(p, now, last, today);
            if (next.at > now) {
                now = next.at;
                if (domain::dayStart(p, now) != day) {
                    day = domain::dayStart(p, now);
                    today = 0;
                }
                continue;
            }
            last = now;
            ++sent;
            ++today;
        }
        QCOMPARE(*last, domain::estimatedEnd(p, begin, 400, 0));
    }
    void whatCannotBeKeptIsNamed()
    {
        const auto field = [](const std::function<void(CampaignPlan &)> &change) {
            CampaignPlan p = plan();
            change(p);
            const auto faults = domain::validate(p);
            return faults.isEmpty() ? QString() : faults.first().field;
        };
        QCOMPARE(field([](CampaignPlan &) {}), QString());
        QCOMPARE(field([](CampaignPlan &p) { p.name = QStringLiteral("  "); }), QStringLiteral("name"));
        QCOMPARE(field([](CampaignPlan &p) { p.perMinute = 0; }), QStringLiteral("perMinute"));
        QCOMPARE(field([](CampaignPlan &p) { p.perMinute = 121; }), QStringLiteral("perMinute"));
        QCOMPARE(field([](CampaignPlan &p) { p.linkHours = 0; }), QStringLiteral("linkHours"));
        QCOMPARE(field([](CampaignPlan &p) { p.quietTo = 1440; }), QStringLiteral("quietHours"));
        QCOMPARE(
            field([](CampaignPlan &p) { p.timeZone = QStringLiteral("Mars/Olympus"); }), QStringLiteral("timeZone"));
        QCOMPARE(field([](CampaignPlan &p) { p.prefers = Delivery::Link; }), QStringLiteral("delivery"));
        QCOMPARE(field([](CampaignPlan &p) { p.documents = {QStringLiteral("library_card")}; }),
            QStringLiteral("documents"));
        QCOMPARE(field([](CampaignPlan &p) { p.documents.clear(); }), QStringLiteral("documents"));
    }
    void aPlanIsReadBackAsItWasKept()
    {
        CampaignPlan p = quiet(20, 8);
        p.query.status = domain::IdentityStatus::Overdue;
        p.query.filter.profiles = {QStringLiteral("Contractors")};
        p.query.text = QStringLiteral("what was typed is never kept");
        p.exceptions = {QStringLiteral("a"), QStringLiteral("b")};
        p.perDay = 5;
        p.clearsVerified = true;
        const auto json = domain::toJson(p);
        QVERIFY(!QJsonDocument(json).toJson().contains("typed"));
        const auto back = domain::campaignPlanFromJson(json);
        QVERIFY(back);
        p.query.text.clear();
        QCOMPARE(*back, p);
        domain::DryRun r;
        r.selected = 9;
        r.byEmail = 3;
        r.byPhone = 2;
        r.pastGrace = 1;
        r.leftOut[size_t(ExclusionReason::Gone)] = 4;
        QCOMPARE(domain::dryRunFromJson(domain::toJson(r)), r);
    }
};
IDV_TEST(CampaignRules)
#include "tst_campaign.moc"
