#include "domain/tenants/tenant.h"
#include "domain/verification/results/resultmapping.h"
#include "support/registry.h"
#include <QJsonArray>
#include <QtTest>

using domain::ProviderStatus;
using domain::ResultField;
using domain::ResultMapping;
using domain::ResultSource;

namespace {

ResultMapping filled()
{
    ResultMapping m = *domain::resultPreset(QStringLiteral("data"), {});
    m.callback[size_t(ResultField::Status)] = {QStringLiteral("/event/status"), QStringLiteral("/status")};
    m.statusWords = {{QStringLiteral("approved"), ProviderStatus::Passed},
        {QStringLiteral("in review"), ProviderStatus::InProgress}};
    m.levelWords = {{QStringLiteral("high"), 2}};
    m.documentWords = {{QStringLiteral("driver license"), QStringLiteral("drivers_license")}};
    return m;
}

} // namespace

// Where a provider's results stand, and what its words mean.
class ResultMappings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWordIsTheTenantsOrTheContracts_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("meaning");
        const auto row = [](const char *word, ProviderStatus s) {
            QTest::newRow(word) << QString::fromUtf8(word) << int(s);
        };
        row("APPROVED", ProviderStatus::Passed);
        row(" approved ", ProviderStatus::Passed);
        row("In Review", ProviderStatus::InProgress);
        row("VERIFIED", ProviderStatus::Passed);
        row("FAILED", ProviderStatus::Failed);
        row("APPROVED!", ProviderStatus::Unknown);
        row("NOT APPROVED", ProviderStatus::Unknown);
        row("\xd0\x90PPROVED", ProviderStatus::Unknown);     // a Cyrillic A
        row("in rev\xc4\xb1\x65w", ProviderStatus::Unknown); // an i without its dot
        row("", ProviderStatus::Unknown);
    }
    void aWordIsTheTenantsOrTheContracts()
    {
        QFETCH(QString, word);
        QFETCH(int, meaning);
        QCOMPARE(int(domain::statusOf(filled(), word)), meaning);
    }
    void levelsAndDocumentsHaveWordsToo()
    {
        const auto m = filled();
        QCOMPARE(domain::levelOf(m, QStringLiteral("HIGH")).value_or(0), 2);
        QCOMPARE(domain::levelOf(m, QStringLiteral("IAL3")).value_or(0), 3);
        QVERIFY(!domain::levelOf(m, QStringLiteral("higher")));
        QCOMPARE(domain::documentOf(m, QStringLiteral("Driver License")), QStringLiteral("drivers_license"));
        QCOMPARE(domain::documentOf(m, QStringLiteral("Passport")), QStringLiteral("passport"));
        QCOMPARE(domain::documentOf(m, QStringLiteral("Library Card")), QStringLiteral("library card"));
    }
    void aCallbackHasPlacesOfItsOwnOrThoseOfAnAnswer()
    {
        const auto m = filled();
        QCOMPARE(domain::placesOf(m, ResultSource::Callback, ResultField::Status),
            (QStringList{QStringLiteral("/event/status"), QStringLiteral("/status")}));
        QCOMPARE(domain::placesOf(m, ResultSource::Answer, ResultField::Status),
            (QStringList{QStringLiteral("/data/verification_status"), QStringLiteral("/data/status")}));
        QCOMPARE(domain::placesOf(m, ResultSource::Callback, ResultField::Level),
            QStringList{QStringLiteral("/data/ial_level")});
        QVERIFY(domain::placesOf({}, ResultSource::Answer, ResultField::Level).isEmpty());
        domain::ProviderProfile p;
        QCOMPARE(domain::sessionPlaces(p, ResultSource::Callback), p.sessionIdAt);
        p.results = m;
        QCOMPARE(domain::sessionPlaces(p, ResultSource::Callback).first(), QStringLiteral("/data/session_id"));
    }
    void typedLinesAreTaken_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::newRow("plain") << QStringLiteral("APPROVED=passed") << QStringLiteral("approved")
                               << QStringLiteral("passed");
        QTest::newRow("with blanks") << QStringLiteral(" In Review =  in-progress ") << QStringLiteral("in review")
                                     << QStringLiteral("in-progress");
        QTest::newRow("with the sign in it")
            << QStringLiteral("a=b=failed") << QStringLiteral("a=b") << QStringLiteral("failed");
        QTest::newRow("no meaning that is known") << QStringLiteral("OK=fine") << QString() << QString();
        QTest::newRow("unknown is no meaning") << QStringLiteral("OK=unknown") << QString() << QString();
        QTest::newRow("no sign") << QStringLiteral("APPROVED") << QString() << QString();
        QTest::newRow("no word") << QStringLiteral("=passed") << QString() << QString();
        QTest::newRow("nothing") << QString() << QString() << QString();
    }
    void typedLinesAreTaken()
    {
        QFETCH(QString, line);
        QFETCH(QString, key);
        QFETCH(QString, value);
        ResultMapping m;
        const auto taken = domain::putStatusWord(m, line);
        QCOMPARE(bool(taken), !key.isEmpty());
        if (!taken) {
            QCOMPARE(taken.error().field, QStringLiteral("status-word"));
            QVERIFY(m.statusWords.isEmpty());
            return;
        }
        QCOMPARE(domain::providerStatusKey(m.statusWords.value(key)), value);
        QVERIFY(domain::putStatusWord(m, key + QLatin1Char('=')));
        QVERIFY(m.statusWords.isEmpty());
    }
    void placesAreTaken()
    {
        ResultMapping m;
        QVERIFY(domain::putPlaces(m, ResultSource::Answer, QStringLiteral("status=/data/status, /status")));
        QCOMPARE(m.answer[size_t(ResultField::Status)].size(), 2);
        QVERIFY(domain::putPlaces(m, ResultSource::Callback, QStringLiteral("completed-at=/t")));
        QVERIFY(!domain::putPlaces(m, ResultSource::Answer, QStringLiteral("colour=/c")));
        QVERIFY(!domain::putPlaces(m, ResultSource::Answer, QStringLiteral("/data/status")));
        QVERIFY(domain::putPlaces(m, ResultSource::Answer, QStringLiteral("status=")));
        QVERIFY(m.answer == domain::ResultPlaces());
        QCOMPARE(domain::putLevelWord(m, QStringLiteral("High=4")).error().field, QStringLiteral("level-word"));
        QVERIFY(domain::putLevelWord(m, QStringLiteral("High=IAL2")));
        QCOMPARE(domain::putDocumentWord(m, QStringLiteral("Card=library_card")).error().field,
            QStringLiteral("document-word"));
    }
    void whatIsStoredIsReadBack()
    {
        for (const ResultMapping &m : {ResultMapping(), filled()}) {
            const auto read = domain::resultMappingFromJson(domain::toJson(m));
            QVERIFY2(read, read ? "" : qPrintable(read.error().text));
            QVERIFY(*read == m);
        }
        QVERIFY(domain::toJson(ResultMapping()).isEmpty());
        domain::Tenant t;
        t.id = core::TenantId(QStringLiteral("t1"));
        t.name = QStringLiteral("Acme");
        QVERIFY(
            !domain::tenantToJson(t).value(QLatin1String("provider")).toObject().contains(QLatin1String("results")));
        t.provider.results = filled();
        const auto read = domain::tenantFromJson(domain::tenantToJson(t));
        QVERIFY2(read, read ? "" : qPrintable(read.error().text));
        QVERIFY(read->provider == t.provider);
    }
    // What cannot be read is refused with its place; no reading of results is a guess.
    void whatCannotBeReadIsRefused_data()
    {
        QTest::addColumn<QByteArray>("stored");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *stored, const char *place) {
            QTest::newRow(stored) << QByteArray(stored) << QString::fromLatin1(place);
        };
        row(R"({"status":{}})", "status");
        row(R"({"answer":{"state":["/a"]}})", "answer.state");
        row(R"({"answer":{"status":"/a"}})", "answer.status");
        row(R"({"answer":{"status":["a"]}})", "answer-field");
        row(R"({"answer":{"status":["/"]}})", "answer-field");
        row(R"({"answer":{"status":["/a","/b","/c","/d","/e","/f","/g"]}})", "answer-field");
        row(R"({"callback":{"status":["a"]}})", "callback-field");
        row(R"({"answer":{"status":["/a,/b"]}})", "answer-field");
        row(R"({"answer":{"status":["/a "]}})", "answer-field");
        row(R"({"levelWords":{"1":3}})", "level-word");
        row(R"({"levelWords":{"ial1":2}})", "level-word");
        row(R"({"documentWords":{"passport":"drivers_license"}})", "document-word");
        row(R"({"answer":[]})", "answer");
        row(R"({"statusWords":{"approved":"fine"}})", "statusWords.approved");
        row(R"({"statusWords":{"APPROVED":"passed"}})", "statusWords.APPROVED");
        row(R"({"statusWords":{"approved":1}})", "statusWords.approved");
        row(R"({"statusWords":{"failed":"passed"}})", "status-word");
        row(R"({"statusWords":{"pending":"passed"}})", "status-word");
        row(R"({"levelWords":{"high":4}})", "levelWords.high");
        row(R"({"levelWords":{"high":2.5}})", "levelWords.high");
        row(R"({"levelWords":{"high":"2"}})", "levelWords.high");
        row(R"({"documentWords":{"card":"library_card"}})", "documentWords.card");
    }
    void whatCannotBeReadIsRefused()
    {
        QFETCH(QByteArray, stored);
        QFETCH(QString, place);
        const auto read = domain::resultMappingFromJson(QJsonDocument::fromJson(stored).object());
        QVERIFY(!read);
        QCOMPARE(read.error().field, place);
        QVERIFY(!read.error().text.isEmpty());
    }
};
IDV_TEST(ResultMappings)
#include "tst_resultmapping.moc"
