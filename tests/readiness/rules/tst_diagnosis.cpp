#include "domain/readiness/diagnosis.h"
#include "support/registry.h"
#include <QtTest>

using domain::Diagnosis;

namespace {

constexpr core::Instant now = 1'800'000'000'000;

QList<Diagnosis> findings(const std::function<void(domain::Session &, domain::SessionSigns &)> &change)
{
    domain::Session s;
    s.state = domain::SessionState::Pending;
    s.createdAt = now - 5 * core::minuteMs;
    s.expiresAt = now + 10 * core::minuteMs;
    domain::SessionSigns g;
    g.watch = {domain::WatchState::Live, now - core::secondMs, {}};
    change(s, g);
    return domain::diagnose(s, g, now);
}

} // namespace

class Diagnoses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everySignHasItsDiagnosis()
    {
        using D = QList<Diagnosis>;
        QCOMPARE(findings([](auto &, auto &) {}), D{Diagnosis::NotFinished});
        QCOMPARE(findings([](auto &s, auto &) { s.createdAt = now - core::minuteMs; }), D{});
        QCOMPARE(findings([](auto &s, auto &) { s.state = domain::SessionState::Verified; }), D{});
        QCOMPARE(findings([](auto &, auto &g) { g.lastFault = core::ErrorCode::NotFound; }), D{Diagnosis::WrongPath});
        QCOMPARE(
            findings([](auto &, auto &g) { g.lastFault = core::ErrorCode::Unauthorized; }), D{Diagnosis::NotAllowed});
        QCOMPARE(
            findings([](auto &, auto &g) { g.lastFault = core::ErrorCode::Timeout; }), D{Diagnosis::ProviderSilent});
        // What was answered and not understood is said at once, not after two minutes.
        const auto young = [](const std::function<void(domain::SessionSigns &)> &change) {
            return findings([&](auto &s, auto &g) {
                s.createdAt = now - core::secondMs;
                change(g);
            });
        };
        QCOMPARE(young([](auto &g) { g.word = QStringLiteral("SENT_TO_REVIEW"); }), D{Diagnosis::UnknownWord});
        QCOMPARE(young([](auto &g) { g.lastFault = core::ErrorCode::Protocol; }), D{Diagnosis::UnreadableAnswer});
        QCOMPARE(young([](auto &g) { g.lastFault = core::ErrorCode::Timeout; }), D{});
        QCOMPARE(findings([](auto &s, auto &g) {
            s.state = domain::SessionState::Verified;
            g.word = QStringLiteral("x");
        }),
            D{});
        QCOMPARE(findings([](auto &, auto &g) { g.skewMs = -61'000; }), D{Diagnosis::ClockWrong});
        QCOMPARE(findings([](auto &s, auto &) { s.expiresAt = now - 1; }), D{Diagnosis::LinkOver});
        const auto lost = findings([](auto &, auto &g) {
            g.hasCallbackAddress = true;
            g.lastFault = core::ErrorCode::Timeout;
            g.isReceiving = true;
        });
        QCOMPARE(lost, (D{Diagnosis::ProviderSilent, Diagnosis::CallbackMissing}));
        const auto off = findings([](auto &, auto &g) {
            g.hasCallbackAddress = true;
            g.hasQuery = false;
        });
        QCOMPARE(off, D{Diagnosis::ReceiverOff});
        for (int d = 0; d <= int(Diagnosis::NotChecked); ++d)
            QVERIFY(!domain::diagnosisText(Diagnosis(d)).isEmpty());
    }
    // "Everything works" is said of an answer of the provider only: the signs are what watchOf() makes of the session.
    void onlyAnAnswerSaysThatNobodyHasFinished_data()
    {
        QTest::addColumn<qint64>("answered"); // how long ago; below zero: never
        QTest::addColumn<bool>("hasQuery");
        QTest::addColumn<int>("diagnosis");
        QTest::addColumn<QString>("says");
        const int live = int(Diagnosis::NotFinished);
        const int lost = int(Diagnosis::NotChecked);
        QTest::newRow("just now") << qint64(1'000) << true << live << "Everything works";
        QTest::newRow("three pauses ago") << qint64(30'000) << true << live << "Everything works";
        QTest::newRow("longer ago") << qint64(30'001) << true << lost << "Not checked since ";
        QTest::newRow("yesterday") << qint64(core::dayMs) << true << lost << "Not checked since 20";
        QTest::newRow("never") << qint64(-1) << true << lost << "Not checked since ";
        QTest::newRow("a clock that was set back") << qint64(-120'000) << true << lost << "Not checked since ";
        QTest::newRow("no status query") << qint64(-1) << false << lost << "only a callback tells";
    }
    void onlyAnAnswerSaysThatNobodyHasFinished()
    {
        QFETCH(const qint64, answered);
        QFETCH(const bool, hasQuery);
        QFETCH(const QString, says);
        domain::Session s;
        s.state = domain::SessionState::Pending;
        s.createdAt = now - 5 * core::minuteMs;
        s.expiresAt = now + 10 * core::minuteMs;
        if (answered != -1)
            s.lastCheckedAt = now - answered;
        domain::WatchSigns w;
        w.hasQuery = hasQuery;
        domain::SessionSigns g;
        g.hasQuery = hasQuery;
        g.watch = domain::watchOf(s, w, now);
        const auto found = domain::diagnose(s, g, now);
        QCOMPARE(found.size(), 1);
        QTEST(int(found.first()), "diagnosis");
        const QString text = domain::diagnosisText(found.first(), g, now);
        QVERIFY2(text.contains(says) && !text.contains(QLatin1String("%1")), qPrintable(text));
        QCOMPARE(text.contains(QLatin1String("Everything works")), found.first() == Diagnosis::NotFinished);
    }
    void theWordOrFieldIsNamed()
    {
        domain::SessionSigns g;
        QVERIFY(!domain::diagnosisText(Diagnosis::UnreadableAnswer, g).contains(QLatin1String("%1")));
        g.field = QStringLiteral("verified_name");
        g.word = QStringLiteral("SENT_TO_REVIEW");
        QVERIFY(domain::diagnosisText(Diagnosis::UnreadableAnswer, g).contains(g.field));
        QVERIFY(domain::diagnosisText(Diagnosis::UnknownWord, g).contains(g.word));
        QVERIFY(!domain::diagnosisText(Diagnosis::NotFinished, g).contains(g.word));
    }
    void clocksApart()
    {
        QCOMPARE(domain::skewOf(60'900), domain::Skew::Fine);
        QCOMPARE(domain::skewOf(61'000), domain::Skew::Warn);
        QCOMPARE(domain::skewOf(-300'000), domain::Skew::Warn);
        QCOMPARE(domain::skewOf(-301'000), domain::Skew::Refuse);
        QVERIFY(domain::skewText(5'000).isEmpty());
        QCOMPARE(domain::skewText(360'000), QStringLiteral("This computer's clock is 6 minute(s) slow"));
        QVERIFY(domain::skewText(-90'000).endsWith(QLatin1String("fast")));
    }
};
IDV_TEST(Diagnoses)
#include "tst_diagnosis.moc"
