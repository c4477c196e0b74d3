#include "domain/text/instant.h"
#include "support/registry.h"
#include <QRandomGenerator>
#include <QtTest>

using domain::DateQuality;

class Instants : public QObject
{
    Q_OBJECT
    static constexpr core::Instant now = 1'795'000'000'000; // 2026-11-18
private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("at");
        QTest::addColumn<QString>("quality");
        const qint64 t = 1787393700000; // 2026-08-22T10:15:00Z
        const auto row = [](const char *name, const char *text, qint64 at, const char *quality) {
            QTest::newRow(name) << QString::fromUtf8(text) << at << QString::fromLatin1(quality);
        };
        row("z", "2026-08-22T10:15:00Z", t, "exact");
        row("millis", "2026-08-22T10:15:00.123Z", t + 123, "exact");
        row("nine digits", "2026-08-22T10:15:00.123456789Z", t + 123, "exact");
        row("lower case", "2026-08-22t10:15:00z", t, "exact");
        row("offset", "2026-08-22T12:15:00+02:00", t, "exact");
        row("offset without colon", "2026-08-22T05:15:00-0500", t, "exact");
        row("space", "2026-08-22 10:15:00Z", t, "exact");
        row("leap second", "2026-08-22T10:14:60Z", t, "exact");
        row("no seconds", "2026-08-22T10:15Z", t, "exact");
        row("no zone", "2026-08-22T10:15:00", t, "zone-assumed");
        row("unknown zone", "2026-08-22T10:15:00-00:00", t, "zone-assumed");
        row("day", "2026-08-22", 1787356800000, "date-only");
        row("epoch ms", "1787393700000", t, "exact");
        row("epoch s", "1787393700", t, "exact");
        row("future", "2099-01-01T00:00:00Z", 4070908800000, "future");
        row("word", "last spring", 0, "unreadable");
        row("bad day", "2026-02-30", 0, "unreadable");
        row("bad hour", "2026-08-22T25:15:00Z", 0, "unreadable");
        row("eleven digits", "17873937000", 0, "unreadable");
        row("empty", "", 0, "absent");
        row("null word", "null", 0, "absent");
    }
    void reads()
    {
        QFETCH(QString, text);
        QFETCH(qint64, at);
        QFETCH(QString, quality);
        const auto p = domain::parseInstant(text, now);
        QCOMPARE(domain::qualityName(p.quality), quality);
        QCOMPARE(p.at.value_or(0), at);
    }
    void neverGuessesNow()
    {
        for (const char *s : {"", "x", "0", "true", "2026-13-01"})
            QVERIFY(!domain::parseInstant(QString::fromLatin1(s), now).at);
        QVERIFY(!domain::parseInstant(QJsonValue(true), now).at);
        QCOMPARE(domain::parseInstant(QJsonValue(QJsonValue::Null), now).quality, DateQuality::Absent);
        QCOMPARE(domain::parseInstant(QJsonValue(1787393700000.0), now).at.value_or(0), 1787393700000);
    }
    void theFastPathEqualsTheSlowOne()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 20000; ++i) {
            const qint64 at = qint64(random.generate64() % 4'000'000'000'000ULL);
            const QString s = domain::formatInstant(at);
            QCOMPARE(domain::parseExactUtc(s.toStdString()).value_or(-1), at);
            QCOMPARE(domain::parseInstant(s, at).at.value_or(-1), at);
        }
        for (const char *bad : {"2026-02-30T00:00:00Z", "2026-08-22T10:15:00", "2026-08-22T10:15:00.12Z",
                 "x026-08-22T10:15:00Z", "2026-08-22T24:15:00Z"})
            QVERIFY(!domain::parseExactUtc(bad));
    }
};
IDV_TEST(Instants)
#include "tst_instants.moc"
