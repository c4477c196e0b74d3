#include "domain/identities/activity.h"
#include "domain/recovery/timeproof.h"
#include "domain/tenants/principal.h"
#include "domain/verification/resultproof.h"
#include "support/registry.h"
#include <QJsonDocument>
#include <QtTest>

using namespace domain;

namespace {

Session verified()
{
    Session s;
    s.id = core::SessionId(QStringLiteral("s1"));
    s.tenant = core::TenantId(QStringLiteral("t1"));
    s.request.identity = core::IdentityId(QStringLiteral("i1"));
    s.state = SessionState::Verified;
    s.providerId = core::ProviderSessionId(QStringLiteral("p1"));
    s.ial = 2;
    s.documentType = QStringLiteral("passport");
    s.completedAt = 1'800'000'000'000;
    s.source = QStringLiteral("both");
    s.startedBy = QStringLiteral("ann");
    s.startedAs = StartedAs::Person;
    return s;
}

AuditRecord recordOf(const Session &s, bool withDigest = true)
{
    AuditRecord r;
    r.sequence = 7;
    r.at = 1'800'000'000'000;
    r.event.actor = QStringLiteral("ann");
    r.event.action = QStringLiteral("verification.result");
    r.event.tenant = s.tenant.str();
    r.event.subject = s.id.str();
    r.event.outcome = QStringLiteral("done");
    r.event.data = {{QStringLiteral("state"), stateKey(s.state)}};
    if (withDigest)
        r.event.data.insert(resultDigestKey, resultDigest(s));
    r.event.personal << personal(QStringLiteral("verifiedName"), QStringLiteral("Ann"));
    r.digests = personalDigests(r.event.personal);
    r.previous = firstPreviousHash();
    r.hash = *auditHash(r);
    return r;
}

} // namespace

class WhatAGateRestsOn : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRowIsProvedByTheLog()
    {
        const Session s = verified();
        QCOMPARE(rowProof(s, recordOf(s)), RowProof::Proved);
        QCOMPARE(rowProof(s, std::nullopt), RowProof::Missing);
        QCOMPARE(rowProof(s, recordOf(s, false)), RowProof::NotAnchored);
    }
    void everyFactOfAResultIsCovered_data()
    {
        QTest::addColumn<int>("which");
        for (int i = 0; i < 11; ++i)
            QTest::newRow(qPrintable(QString::number(i))) << i;
    }
    void everyFactOfAResultIsCovered()
    {
        QFETCH(int, which);
        Session s = verified();
        const auto record = recordOf(s);
        const std::function<void()> changes[] = {[&] { s.state = SessionState::Failed; }, [&] { s.ial = 1; },
            [&] { s.ial.reset(); }, [&] { s.documentType = QStringLiteral("national_id"); },
            [&] { s.completedAt = *s.completedAt + 1; },
            [&] { s.providerId = core::ProviderSessionId(QStringLiteral("p2")); },
            [&] { s.source = QStringLiteral("callback"); }, [&] { s.reviewer = QStringLiteral("bob"); },
            [&] { s.tenant = core::TenantId(QStringLiteral("t2")); },
            [&] { s.request.identity = core::IdentityId(QStringLiteral("i2")); },
            [&] { s.request.reason = Reason::Periodic; }};
        changes[which]();
        QCOMPARE(rowProof(s, record), RowProof::Differs);
    }
    void whatMayChangeLaterLooksLikeNoTampering()
    {
        Session s = verified();
        auto record = recordOf(s);
        s.version = 9;
        s.writeBack = QStringLiteral("written");
        s.boundAt = 5;
        s.resetState = QStringLiteral("asked");
        s.personName.clear();
        s.verifiedName.clear();
        QCOMPARE(rowProof(s, record), RowProof::Proved);
        record.isRedacted = true; // the values are gone, their digests stay
        record.event.personal.clear();
        QCOMPARE(rowProof(s, record), RowProof::Proved);
    }
    void anEntryThatWasChangedProvesNothing()
    {
        const Session s = verified();
        auto record = recordOf(s);
        record.event.data.insert(QStringLiteral("ial"), 2);
        QCOMPARE(rowProof(s, record), RowProof::Differs);
        record = recordOf(s);
        record.event.subject = QStringLiteral("s2");
        record.hash = *auditHash(record);
        QCOMPARE(rowProof(s, record), RowProof::Differs);
        // Recorded before digests were: a row that says another state was changed all the same.
        Session failed = s;
        failed.state = SessionState::Failed;
        QCOMPARE(rowProof(s, recordOf(failed, false)), RowProof::Differs);
    }
    void whoMayDecide_data()
    {
        QTest::addColumn<QString>("startedBy");
        QTest::addColumn<int>("startedAs");
        QTest::addColumn<QString>("reviewer");
        QTest::addColumn<QString>("sitsHere");
        QTest::addColumn<int>("obstacle");
        const auto row = [](const char *name, const char *startedBy, StartedAs as, const char *reviewer,
                             const char *sitsHere, ReviewObstacle o) {
            QTest::newRow(name) << QString::fromLatin1(startedBy) << int(as) << QString::fromLatin1(reviewer)
                                << QString::fromLatin1(sitsHere) << int(o);
        };
        using R = ReviewObstacle;
        row("somebody else", "ann", StartedAs::Person, "bob", "ann", R::None);
        row("the starter", "ann", StartedAs::Person, "ann", "ann", R::Starter);
        row("the starter, after somebody else registered here", "ann", StartedAs::Person, "ann", "cy", R::Starter);
        row("whoever registered here since", "ann", StartedAs::Person, "cy", "cy", R::DeskOperator);
        row("the token's owner", "ann", StartedAs::Person, "owner", "ann", R::TokenOwner);
        row("about themselves", "ann", StartedAs::Person, "i1", "ann", R::OwnVerification);
        row("nobody behind the credentials", "ann", StartedAs::Person, "", "ann", R::NotSignedIn);
        row("from before", "", StartedAs::Unknown, "bob", "ann", R::StarterUnknown);
        row("a person who was not registered", "", StartedAs::Person, "bob", "ann", R::StarterUnknown);
        row("a campaign, and somebody who sits here", "ann", StartedAs::Program, "cy", "cy", R::None);
        row("a campaign, and who released it", "ann", StartedAs::Program, "ann", "cy", R::Starter);
        row("a campaign that two released", "ann dee", StartedAs::Program, "dee", "cy", R::Starter);
        row("a campaign that nobody known released", "?", StartedAs::Program, "bob", "cy", R::StarterUnknown);
        row("one of its two releasers is not known", "ann ?", StartedAs::Program, "bob", "cy", R::StarterUnknown);
        row("a campaign and the token's owner", "ann", StartedAs::Program, "owner", "cy", R::TokenOwner);
    }
    void whoMayDecide()
    {
        QFETCH(QString, startedBy);
        QFETCH(int, startedAs);
        QFETCH(QString, reviewer);
        QFETCH(QString, sitsHere);
        Session s = verified();
        s.startedBy = startedBy;
        s.startedAs = StartedAs(startedAs);
        QTEST(int(mayDecide(s, {reviewer, QStringLiteral("owner"), sitsHere})), "obstacle");
    }
    void oneClockIsNotEnough_data()
    {
        QTest::addColumn<qint64>("vendor"); // less ours
        QTest::addColumn<qint64>("age");    // -1: no vendor was seen
        QTest::addColumn<qint64>("entry");  // later than ours
        QTest::addColumn<int>("doubt");
        const qint64 m = core::minuteMs;
        QTest::newRow("all agree") << qint64(0) << qint64(0) << -m << int(TimeDoubt::None);
        QTest::newRow("90 seconds off") << 90 * core::secondMs << qint64(0) << -m << int(TimeDoubt::None);
        QTest::newRow("five minutes off") << 5 * m << qint64(0) << -m << int(TimeDoubt::None);
        QTest::newRow("a little more") << 5 * m + 1 << qint64(0) << -m << int(TimeDoubt::ClocksDiffer);
        QTest::newRow("our clock is ahead") << -5 * m - 1 << qint64(0) << -m << int(TimeDoubt::ClocksDiffer);
        QTest::newRow("nobody seen") << qint64(0) << qint64(-1) << -m << int(TimeDoubt::NoVendorTime);
        QTest::newRow("seen ten minutes ago") << qint64(0) << 10 * m << -m << int(TimeDoubt::None);
        QTest::newRow("seen too long ago") << qint64(0) << 10 * m + 1 << -m << int(TimeDoubt::NoVendorTime);
        QTest::newRow("the log is ahead of both") << qint64(0) << qint64(0) << 5 * m + 1 << int(TimeDoubt::LogAhead);
        QTest::newRow("the log is a little ahead") << qint64(0) << qint64(0) << 4 * m << int(TimeDoubt::None);
        QTest::newRow("an empty log") << qint64(0) << qint64(0) << qint64(-1'800'000'000'000) << int(TimeDoubt::None);
    }
    void oneClockIsNotEnough()
    {
        QFETCH(qint64, vendor);
        QFETCH(qint64, age);
        QFETCH(qint64, entry);
        const core::Instant now = 1'800'000'000'000;
        const auto seen = age < 0 ? std::optional<VendorTime>() : VendorTime{now + vendor, age};
        QTEST(int(timeDoubt(now, seen, now + entry)), "doubt");
    }
    void onlyKnownWordsAreActive_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("lifecycle");
        QTest::addColumn<QString>("state"); // SailPoint's own; "-": could not be read
        QTest::addColumn<int>("activity");
        const auto row = [](const char *name, const char *status, const char *lifecycle, const char *state,
                             Activity a) {
            QTest::newRow(name) << QString::fromLatin1(status) << QString::fromLatin1(lifecycle)
                                << QString::fromLatin1(state) << int(a);
        };
        using A = Activity;
        row("active", "ACTIVE", "active", "-", A::Active);
        row("active, other letters", "REGISTERED", " Active ", "-", A::Active);
        row("no status", "", "active", "-", A::Active);
        for (const char *word : {"inactiveShortTerm", "INACTIVE_LONG_TERM", "offboarded", "Terminated - Voluntary",
                 "leave", "", "aktiv", "active.", "activ\xc3\xa9"})
            row(qPrintable(QStringLiteral("word “%1”").arg(QString::fromUtf8(word))), "ACTIVE", word, "-", A::NotKnown);
        for (const char *status : {"LOCKED", "locked", "INACTIVE", "DISABLED", "TERMINATED", "DEACTIVATED", "DENIED",
                 "ERROR", "SUSPENDED", "INACTIVE_SHORT_TERM"})
            row(qPrintable(QStringLiteral("status %1").arg(QLatin1String(status))), status, "active", "ACTIVE",
                A::Inactive);
        row("SailPoint's word decides", "ACTIVE", "onboarded", "ACTIVE", A::Active);
        row("and against the table", "ACTIVE", "active", "INACTIVE_SHORT_TERM", A::Inactive);
        row("long term", "ACTIVE", "active", "INACTIVE_LONG_TERM", A::Inactive);
        row("a word of a newer version", "ACTIVE", "active", "HIBERNATING", A::NotKnown);
        row("null falls to the table", "ACTIVE", "active", "", A::Active);
    }
    void onlyKnownWordsAreActive()
    {
        QFETCH(QString, status);
        QFETCH(QString, lifecycle);
        QFETCH(QString, state);
        Identity p;
        p.profile = QStringLiteral("Staff");
        p.sailpointStatus = status;
        p.lifecycle = lifecycle;
        QTEST(int(activityOf(p, state == QLatin1String("-") ? std::nullopt : std::optional(state), {})), "activity");
    }
    void aTableKnowsProfilesAndTheEmptyWord()
    {
        ActivityTable t;
        t.rules << ActivityRule{QStringLiteral("Contractors"), QStringLiteral("active"), false}
                << ActivityRule{QStringLiteral("Contractors"), QString(), true};
        Identity p;
        p.lifecycle = QStringLiteral("active");
        p.profile = QStringLiteral("Staff");
        QCOMPARE(activityOf(p, {}, t), Activity::Active);
        const auto mark = [](const char *profile, const char *lifecycle, const char *status) {
            domain::Identity one;
            one.profile = QLatin1String(profile);
            one.lifecycle = QLatin1String(lifecycle);
            one.sailpointStatus = QLatin1String(status);
            return domain::activityMark(one);
        };
        QCOMPARE(mark("Staff", " Leave", "UNREGISTERED"), mark("staff", "leave", "unregistered"));
        QSet<QString> all{mark("Staff", "leave", "a"), mark("Guests", "leave", "a"), mark("Staff", "gone", "a"),
            mark("Staff", "leave", "b"), mark("", "Staff leave", "a")};
        QCOMPARE(all.size(), 5);
        p.profile = QStringLiteral("contractors");
        QCOMPARE(activityOf(p, {}, t), Activity::Inactive);
        p.lifecycle.clear();
        QCOMPARE(activityOf(p, {}, t), Activity::Active);
        QCOMPARE(*activityTableFromJson(toJson(t)), t);
    }
    void whatATableCannotBeIsNamed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("place");
        QTest::newRow("nothing") << QByteArray("{}") << "rules";
        QTest::newRow("a wrapper") << QByteArray(R"({"activity":{"rules":[]}})") << "activity";
        QTest::newRow("an unknown key") << QByteArray(R"({"rules":[{"word":"a","active":true,"until":1}]})")
                                        << "rules[0].until";
        QTest::newRow("no word") << QByteArray(R"({"rules":[{"active":true}]})") << "rules[0].word";
        QTest::newRow("yes") << QByteArray(R"({"rules":[{"word":"a","active":"yes"}]})") << "rules[0].active";
        QTest::newRow("no meaning") << QByteArray(R"({"rules":[{"word":"a"}]})") << "rules[0].active";
        QTest::newRow("twice") << QByteArray(R"({"rules":[{"word":"a","active":true},{"word":"A ","active":false}]})")
                               << "rules[1].word";
    }
    void whatATableCannotBeIsNamed()
    {
        QFETCH(QByteArray, json);
        const auto t = activityTableFromJson(QJsonDocument::fromJson(json).object());
        QVERIFY(!t);
        QTEST(t.error().field, "place");
    }
    void everyIntentNeedsItsTenantButThoseThatStayHere()
    {
        const auto leaves = [](const char *action, const char *outcome = "intent") {
            AuditEvent e;
            e.action = QString::fromLatin1(action);
            e.outcome = QString::fromLatin1(outcome);
            return leavesForVendor(e);
        };
        for (const char *action :
            {"verification.start", "verification.cancel", "verification.resend", "verification.remind", "writeback",
                "recovery.reset", "approval.in-name-of", "proposal.start", "identity.delete", "something.new"})
            QVERIFY2(leaves(action), action);
        for (const char *action : {"tenant.add", "tenant.rotate", "settings.import", "audit.export", "evidence.export",
                 "report.export", "identity.export", "receiver.start", "receiver.secret"})
            QVERIFY2(!leaves(action), action);
        QVERIFY(!leaves("verification.start", "done"));
    }
    void aStartInALifecycleStateThatSaysSomebodyLeftIsRefused()
    {
        for (const char *word :
            {"inactive", "inactiveShortTerm", "INACTIVE_LONG_TERM", "offboarded", "Terminated - Voluntary",
                "terminated", "suspended", "Retired", "leaver", "former employee", "archived", "deactivated"})
            QVERIFY2(!isActiveLifecycle(QString::fromLatin1(word)), word);
        for (const char *word : {"active", "leave", "", "prehire", "onboarding", "contractor"})
            QVERIFY2(isActiveLifecycle(QString::fromLatin1(word)), word);
    }
};
IDV_TEST(WhatAGateRestsOn)
#include "tst_proof.moc"
