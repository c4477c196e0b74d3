#include "domain/identities/people.h"
#include "domain/verification/writeback/drift.h"
#include "domain/verification/writeback/storedresult.h"
#include "support/registry.h"
#include <QtTest>

using domain::Field;
using domain::IdvFacts;

static domain::Session verified()
{
    domain::Session s;
    s.state = domain::SessionState::Verified;
    s.providerId = core::ProviderSessionId(QStringLiteral("k1-1"));
    s.ial = 2;
    s.verifiedName = QStringLiteral("Aung Ko");
    s.documentType = QStringLiteral("passport");
    s.completedAt = 1'790'000'000'500;
    return s;
}

static IdvFacts stored(const char *flag = "true", const char *ial = "2", qint64 date = 1'790'000'000'500)
{
    IdvFacts f;
    f.verifiedRaw = QString::fromLatin1(flag);
    f.verified = domain::parseFlag(f.verifiedRaw);
    f.status = QStringLiteral("VERIFIED");
    f.ialRaw = QString::fromLatin1(ial);
    f.ial = domain::parseIal(f.ialRaw);
    f.verifiedName = QStringLiteral("Aung Ko");
    f.documentType = QStringLiteral("passport");
    f.sessionId = QStringLiteral("k1-1");
    f.date.at = date;
    f.dateRaw = domain::formatInstant(date);
    return f;
}

class DriftRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writtenOtherwiseIsNoDrift()
    {
        const domain::Tenant t;
        QVERIFY(domain::driftOf(verified(), stored(), t).isEmpty());
        QVERIFY(domain::driftOf(verified(), stored("TRUE", "IAL2", 1'790'000'000'000), t).isEmpty()); // whole seconds
    }
    void whatIsStoredIsSaidOnlyAfterALook_data()
    {
        QTest::addColumn<QString>("sessionId");
        QTest::addColumn<qint64>("date"); // less completed_at; -1: none
        QTest::addColumn<qint64>("read"); // after the end; -1: never
        QTest::addColumn<int>("stored");
        using R = domain::StoredResult;
        const qint64 m = core::minuteMs;
        QTest::newRow("shown") << "k1-1" << qint64(0) << qint64(-1) << int(R::Stored);
        QTest::newRow("by its date") << "" << qint64(0) << qint64(0) << int(R::Stored);
        QTest::newRow("a newer one from elsewhere") << "x" << 5 * m << qint64(0) << int(R::Stored);
        QTest::newRow("never read") << "" << qint64(-1) << qint64(-1) << int(R::NotLookedAt);
        QTest::newRow("read too early") << "" << qint64(-1) << 15 * m - 1 << int(R::NotLookedAt);
        QTest::newRow("read late enough") << "" << qint64(-1) << 15 * m << int(R::NotStored);
        QTest::newRow("an older one") << "k1-0" << -5 * m << 15 * m << int(R::NotStored);
    }
    void whatIsStoredIsSaidOnlyAfterALook()
    {
        QFETCH(QString, sessionId);
        QFETCH(qint64, date);
        QFETCH(qint64, read);
        auto s = verified();
        s.closedAt = s.completedAt;
        IdvFacts f;
        f.sessionId = sessionId;
        if (date != -1)
            f.date.at = *s.completedAt + date;
        QTEST(int(domain::storedResultOf(s, f, read < 0 ? std::nullopt : std::optional(*s.closedAt + read))), "stored");
    }
    void aDateInTheFutureShowsNothing()
    {
        auto s = verified();
        s.closedAt = s.completedAt;
        IdvFacts f;
        f.date.at = *s.completedAt + 400 * core::dayMs;
        f.date.quality = domain::DateQuality::Future;
        QCOMPARE(domain::storedResultOf(s, f, *s.closedAt + core::hourMs), domain::StoredResult::NotStored);
    }
    // Everybody who was verified here, by what SailPoint says and by when it was read.
    void whoIsVerifiedHereAndNotStored_data()
    {
        QTest::addColumn<qint64>("passed"); // how long ago
        QTest::addColumn<QString>("rule");
        QTest::addColumn<qint64>("verified"); // SailPoint's date, how long ago; -1: none
        QTest::addColumn<QString>("shown");   // SailPoint's session
        QTest::addColumn<qint64>("read");     // how long ago; -1: never
        QTest::addColumn<QString>("is");
        const qint64 m = core::minuteMs, d = core::dayMs;
        QTest::newRow("past due, read late enough") << d << "" << 400 * d << "" << m << "not-stored past-due";
        QTest::newRow("never verified before: not past due") << d << "" << qint64(-1) << "" << m << "not-stored";
        QTest::newRow("verified before, not due yet") << d << "" << 100 * d << "" << m << "not-stored";
        QTest::newRow("past due by a rule of ninety days")
            << d << "short" << 100 * d << "" << m << "not-stored past-due";
        QTest::newRow("a rule that is gone: the standard") << d << "gone" << 100 * d << "" << m << "not-stored";
        QTest::newRow("shown by its session") << d << "" << 400 * d << "k1-1" << m << "";
        QTest::newRow("shown by its date") << d << "" << d << "" << m << "";
        QTest::newRow("shown though nobody synchronised") << d << "" << d << "k1-1" << qint64(-1) << "";
        QTest::newRow("read fifteen minutes after") << 16 * m << "" << 400 * d << "" << m << "not-stored past-due";
        QTest::newRow("read fourteen minutes after") << 16 * m << "" << 400 * d << "" << 2 * m << "not-looked-at";
        QTest::newRow("a minute ago") << m << "" << 400 * d << "" << qint64(0) << "not-looked-at";
        QTest::newRow("never read") << 2 * d << "" << 400 * d << "" << qint64(-1) << "not-looked-at for-a-day";
        QTest::newRow("a day, not more") << d << "" << 400 * d << "" << 2 * d << "not-looked-at";
        QTest::newRow("more than a day") << d + 1 << "" << 400 * d << "" << 2 * d << "not-looked-at for-a-day";
        QTest::newRow("still in force") << 365 * d - 1 << "" << 500 * d << "" << m << "not-stored past-due";
        QTest::newRow("run out") << 365 * d << "" << 500 * d << "" << m << "";
        QTest::newRow("run out by its rule") << 90 * d << "short" << 500 * d << "" << m << "";
        QTest::newRow("run out, never read") << 365 * d << "" << 500 * d << "" << qint64(-1) << "";
    }
    void whoIsVerifiedHereAndNotStored()
    {
        QFETCH(const qint64, passed);
        QFETCH(const QString, rule);
        QFETCH(const qint64, verified);
        QFETCH(const QString, shown);
        QFETCH(const qint64, read);
        const core::Instant now = 1'800'000'000'000;
        domain::ReverificationPolicy policy;
        policy.standard.intervalDays = 365;
        domain::ReverificationRule shortRule;
        shortRule.name = QStringLiteral("short");
        shortRule.rule.intervalDays = 90;
        policy.rules = {shortRule};
        QCOMPARE(domain::longestInterval(policy), 365);
        auto s = ::verified();
        s.id = core::SessionId(QStringLiteral("s1"));
        s.request.identity = core::IdentityId(QStringLiteral("p1"));
        s.completedAt = s.closedAt = now - passed;
        domain::Identity p;
        p.id = s.request.identity;
        p.rule = rule;
        p.idv.sessionId = shown;
        if (verified != -1) {
            p.idv.date.at = now - verified;
            p.kind = p.lapse = domain::StatusKind::Dated;
            p.due = *p.idv.date.at + (rule == QLatin1String("short") ? 90 : 365) * core::dayMs;
        }
        const auto facts =
            domain::storedFacts({s}, {p}, policy, read < 0 ? std::nullopt : std::optional(now - read), now);
        QStringList is;
        if (facts.notStored.contains(QStringLiteral("p1")))
            is << QStringLiteral("not-stored");
        if (facts.pastDue > 0)
            is << QStringLiteral("past-due");
        if (facts.notLookedAt > 0)
            is << QStringLiteral("not-looked-at");
        if (facts.notLookedAtForADay > 0)
            is << QStringLiteral("for-a-day");
        QTEST(is.join(QLatin1Char(' ')), "is");
        QCOMPARE(facts.pastDueIds(), facts.pastDue > 0 ? QStringList{QStringLiteral("p1")} : QStringList());
        QCOMPARE(facts.oldestNotLookedAt.has_value(), facts.notLookedAt > 0);
        // A link that is open, a result that is held or a try that failed since lowers no number.
        for (const auto kind : {domain::StatusKind::Pending, domain::StatusKind::Held, domain::StatusKind::Failed}) {
            p.kind = kind;
            QCOMPARE(
                domain::storedFacts({s}, {p}, policy, read < 0 ? std::nullopt : std::optional(now - read), now), facts);
        }
        // Whom SailPoint does not have is nobody.
        QCOMPARE(domain::storedFacts({s}, {}, policy, now, now), domain::StoredFacts());
    }
    // A copy that takes an hour has read some of its people before a pass of half an hour ago.
    void aLookIsAsOldAsTheStartOfItsCopy()
    {
        using domain::everybodyReadAt;
        domain::SyncState s;
        QVERIFY(!everybodyReadAt(s));
        s.runningSince = 5'000; // the first one runs
        QVERIFY(!everybodyReadAt(s));
        s.lastFullAt = 5'000;
        s.lastSyncAt = 9'000;
        QCOMPARE(everybodyReadAt(s), std::optional(core::Instant(5'000))); // a source that tells no changes
        s.changesSince = 5'000;
        QCOMPARE(everybodyReadAt(s), std::optional(core::Instant(5'000)));
        s.changesSince = 20'000; // then the changes
        s.lastSyncAt = 21'000;
        QCOMPARE(everybodyReadAt(s), std::optional(core::Instant(20'000)));
        s.lastFullAt = 30'000; // and everybody again
        s.changesSince = 0;
        s.lastSyncAt = 39'000;
        QCOMPARE(everybodyReadAt(s), std::optional(core::Instant(30'000)));
    }
    void onlyTheLatestPassOfAPersonCounts()
    {
        auto newest = verified(), older = verified(), other = verified(), failed = verified(), nobodys = verified();
        newest.id = core::SessionId(QStringLiteral("newest"));
        older.id = core::SessionId(QStringLiteral("older"));
        other.id = core::SessionId(QStringLiteral("other"));
        newest.request.identity = older.request.identity = failed.request.identity =
            core::IdentityId(QStringLiteral("p1"));
        other.request.identity = core::IdentityId(QStringLiteral("p2"));
        failed.state = domain::SessionState::Failed;
        const auto latest = domain::latestPasses({failed, newest, nobodys, other, older});
        QCOMPARE(latest.size(), 2);
        QCOMPARE(latest.at(0).id, newest.id);
        QCOMPARE(latest.at(1).id, other.id);
    }
    void nobodyIsAskedAgainForAPassThatIsInForceHere()
    {
        const core::Instant now = 1'800'000'000'000, day = core::dayMs;
        QVERIFY(domain::isVerifiedHereOnly(now - day, {}, 365, now));
        QVERIFY(domain::isVerifiedHereOnly(now - day, now - 400 * day, 365, now));
        QVERIFY(!domain::isVerifiedHereOnly(now - day, now - day, 365, now)); // SailPoint shows it
        QVERIFY(!domain::isVerifiedHereOnly(now - day, now, 365, now));       // or a newer one
        QVERIFY(!domain::isVerifiedHereOnly(now - 365 * day, {}, 365, now));  // it has run out
        QVERIFY(!domain::isVerifiedHereOnly({}, {}, 365, now));
    }
    void whatDiffersIsNamed()
    {
        const domain::Tenant t;
        auto f = stored("false");
        f.verifiedName.clear();
        const auto d = domain::driftOf(verified(), f, t);
        QCOMPARE(d, (QList<domain::FieldDrift>{{Field::IdvVerified, QStringLiteral("true"), QStringLiteral("false")},
                        {Field::IdvVerifiedName, QStringLiteral("Aung Ko"), {}}}));
        QCOMPARE(domain::driftOf(verified(), IdvFacts(), t).size(), 7);
        QCOMPARE(domain::driftOf(verified(), stored("true", "2", 1'790'000'001'000), t).first().field,
            Field::IdvVerifiedDate);
    }
    void aNewerVerificationFromElsewhereStands()
    {
        const domain::Tenant t;
        auto f = stored("true", "1", 1'790'000'900'000);
        f.sessionId = QStringLiteral("theirs");
        QVERIFY(domain::driftOf(verified(), f, t).isEmpty());
        f.date.at = 1'780'000'000'000; // an older one does not
        QVERIFY(!domain::driftOf(verified(), f, t).isEmpty());
    }
    void whatTheProviderNeverGaveIsNotCompared()
    {
        auto s = verified();
        s.ial.reset();
        s.verifiedName.clear(); // not given, or removed by retention
        auto f = stored();
        f.verifiedName = QStringLiteral("Whoever");
        QVERIFY(domain::driftOf(s, f, domain::Tenant()).isEmpty());
        s.state = domain::SessionState::Failed;
        QVERIFY(domain::driftOf(s, IdvFacts(), domain::Tenant()).isEmpty());
    }
};
IDV_TEST(DriftRules)
#include "tst_drift.moc"
