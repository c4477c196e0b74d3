#include "domain/drift.h"
#include "domain/storedresult.h"
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
    void nobodyIsAskedAgainForAPassThatIsInForceHere()
    {
        const core::Instant now = 1'800'000'000'000, day = core::dayMs;
        QVERIFY(domain::isVerifiedHereOnly(now - day, {}, 365, now));
        QVERIFY(domain::isVerifiedHereOnly(now - day, now - 400 * day, 365, now));
        QVERIFY(!domain::isVerifiedHereOnly(now - day, now - day, 365, now));       // SailPoint shows it
        QVERIFY(!domain::isVerifiedHereOnly(now - day, now, 365, now));             // or a newer one
        QVERIFY(!domain::isVerifiedHereOnly(now - 365 * day, {}, 365, now));        // it has run out
        QVERIFY(!domain::isVerifiedHereOnly({}, {}, 365, now));
    }
    void whatDiffersIsNamed()
    {
        const domain::Tenant t;
        auto f = stored("false");
        f.verifiedName.clear();
        const auto d = domain::driftOf(verified(), f, t);
        QCOMPARE(d, (QList<domain::FieldDrift>{{Field::IdvVerified, QStringLiteral("true"), QStringLiteral("false")}, {Field::IdvVerifiedName, QStringLiteral("Aung Ko"), {}}}));
        QCOMPARE(domain::driftOf(verified(), IdvFacts(), t).size(), 7);
        QCOMPARE(domain::driftOf(verified(), stored("true", "2", 1'790'000'001'000), t).first().field, Field::IdvVerifiedDate);
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
