#include "services/tenants/resultsample.h"
#include "support/registry.h"
#include <QtTest>

using domain::ResultField;
using domain::ResultSource;
using services::readSample;

static constexpr core::Instant now = 1'782'900'060'000;
static const QByteArray wrapped =
    R"({"data":{"id":"k1-1","status":"APPROVED","ial_level":"2","verified_name":"ANN EXAMPLE",
"document_type":"Driver License","completed_at":"2026-07-01T10:00:00Z","user_identifier":"ann@halden.example"}})";

// What would be read of a message, by the reader of the real ones, before it is saved.
class SamplesOfResults : public QObject
{
    Q_OBJECT
    static domain::ProviderProfile profile()
    {
        domain::ProviderProfile p;
        p.results = *domain::resultPreset(QStringLiteral("data"), {});
        if (!domain::putStatusWord(p.results, QStringLiteral("APPROVED=passed")))
            qFatal("the line is none");
        return p;
    }
    static services::SampleField of(const services::ResultSample &s, ResultField f) { return s.fields.value(int(f)); }
private Q_SLOTS:
    void everyFieldIsShownWithItsMeaning()
    {
        const auto s = readSample(wrapped, profile(), ResultSource::Callback, now);
        QVERIFY(s.isSound() && !s.fault);
        QCOMPARE(s.fields.size(), domain::resultFieldCount);
        QCOMPARE(of(s, ResultField::Status).value, QStringLiteral("APPROVED"));
        QCOMPARE(of(s, ResultField::Status).meaning, QStringLiteral("passed"));
        QCOMPARE(of(s, ResultField::Level).meaning, QStringLiteral("IAL2"));
        QVERIFY(of(s, ResultField::Document).meaning.startsWith(QLatin1String("no document")));
        QCOMPARE(of(s, ResultField::CompletedAt).meaning, QStringLiteral("2026-07-01T10:00:00.000Z"));
        // Who it is about is compared and shown here only as the sender wrote it.
        QCOMPARE(of(s, ResultField::User).value, QStringLiteral("ann@halden.example"));
        QCOMPARE(of(s, ResultField::User).meaning, QStringLiteral("compared, never kept"));
        QVERIFY(
            of(s, ResultField::FailureReason).name.isEmpty() && of(s, ResultField::FailureReason).meaning.isEmpty());
    }
    void whatCannotBeReadSaysWhy_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QString>("field");
        QTest::addColumn<int>("fields");
        QTest::newRow("no JSON") << QByteArray("status=ok") << QString() << 0;
        QTest::newRow("longer than a message may be")
            << QByteArray(R"({"data":{"id":"k1-1","status":"APPROVED"}})") + QByteArray(services::mostOfASample, ' ')
            << QString() << 0;
        QTest::newRow("a list") << QByteArray("[]") << QString() << 0;
        QTest::newRow("a key twice") << QByteArray(R"({"a":1,"a":2})") << QStringLiteral("a") << 0;
        QTest::newRow("the guide's form")
            << QByteArray(R"({"session_id":"k1-1","status":"APPROVED"})") << QStringLiteral("session_id") << 8;
        QTest::newRow("no status") << QByteArray(R"({"data":{"id":"k1-1"}})") << QStringLiteral("verification_status")
                                   << 8;
        QTest::newRow("a number for a name")
            << QByteArray(R"({"data":{"id":"k1-1","status":"APPROVED","verified_name":7}})")
            << QStringLiteral("verified_name") << 8;
    }
    void whatCannotBeReadSaysWhy()
    {
        QFETCH(QByteArray, message);
        const auto s = readSample(message, profile(), ResultSource::Answer, now);
        QVERIFY(!s.isSound() && s.fault && !s.result);
        QTEST(s.fault->field, "field");
        QTEST(int(s.fields.size()), "fields");
        for (const auto &f : s.fields)
            QVERIFY(f.meaning.isEmpty());
    }
    void anUnknownWordIsNoFaultAndNoResult()
    {
        const auto s = readSample(
            wrapped,
            [] {
                domain::ProviderProfile p;
                p.results = *domain::resultPreset(QStringLiteral("data"), {});
                return p;
            }(),
            ResultSource::Answer, now);
        QVERIFY(s.result && !s.fault && !s.isSound());
        QVERIFY(of(s, ResultField::Status).meaning.startsWith(QLatin1String("no word")));
    }
    void docuVerifysAnswersHaveTheirOwnForm()
    {
        domain::ProviderProfile p;
        p.kind = domain::ProviderKind::DocuVerify;
        const QByteArray answer = R"({"sessionId":"k1-1","sessionStatus":"COMPLETED","verificationStatus":"VERIFIED",
            "ppt_object":{"fullName":"ANN EXAMPLE"},"completedAt":"2026-07-01T10:00:00Z"})";
        const auto s = readSample(answer, p, ResultSource::Answer, now);
        QVERIFY(s.isSound());
        QCOMPARE(of(s, ResultField::Document).meaning, QStringLiteral("passport"));
        QCOMPARE(of(s, ResultField::Name).meaning, QStringLiteral("ANN EXAMPLE"));
    }
};
IDV_TEST(SamplesOfResults)
#include "tst_resultsample.moc"
