#include "support/registry.h"
#include "verification/adapters/resultsources.h"
#include <QtTest>

using domain::ResultMapping;
using domain::ResultSource;
using support::ResultBody;
using support::ResultSources;

namespace {

// Whatever the build, a line of the test's own has to be one.
void must(const core::Status &taken)
{
    if (!taken)
        qFatal("%s", qPrintable(taken.error().text));
}

ResultMapping mapped(
    const char *preset, std::initializer_list<const char *> answer, std::initializer_list<const char *> callback = {})
{
    ResultMapping m = *domain::resultPreset(QLatin1String(preset), {});
    for (const char *line : answer)
        must(domain::putPlaces(m, ResultSource::Answer, QLatin1String(line)));
    for (const char *line : callback)
        must(domain::putPlaces(m, ResultSource::Callback, QLatin1String(line)));
    return m;
}

ResultMapping withWords()
{
    ResultMapping m;
    for (const char *line : {"APPROVED=passed", "Rejected=failed", "In Review=in-progress"})
        must(domain::putStatusWord(m, QLatin1String(line)));
    for (const char *line : {"High=2", "Low=1", "7=2"})
        must(domain::putLevelWord(m, QLatin1String(line)));
    for (const char *line : {"Travel Document=passport", "Driver License=drivers_license"})
        must(domain::putDocumentWord(m, QLatin1String(line)));
    return m;
}

QByteArray under(const char *key, const QByteArray &body, const QByteArray &beside = {})
{
    return "{\"" + QByteArray(key) + "\":" + body + beside + '}';
}

} // namespace

// A provider whose messages differ from the guide's is read by what the tenant says of it: by the question and by the
// callback alike, each through its own door.
class MappedResults : public QObject
{
    Q_OBJECT
    static void row(const char *name, const ResultMapping &m, const QByteArray &body, const char *query,
        const char *callback = nullptr)
    {
        QTest::newRow(name) << QJsonDocument(domain::toJson(m)).toJson() << body << QString::fromLatin1(query)
                            << QString::fromLatin1(callback ? callback : query);
    }
    static void addPlaces()
    {
        const ResultBody sound;
        const auto data = mapped("data", {});
        row("all under data", data, under("data", sound), "pass");
        row("all under data, flat", data, sound, "refused session_id");
        row("what stands above is not looked at", data, under("data", sound, R"(,"status":"FAILED")"), "pass");
        row("under data, a document too few", data, under("data", sound.without("document_type")),
            "held document-not-allowed");
        row("a failure's reason under data", data, under("data", sound.plus("failure_reason", "\"SPOOF\"")),
            "held pass-with-failure-reason");
        row("somebody else under data", data, under("data", sound.with("user_identifier", "\"eve@halden.example\"")),
            "held other-person");
        row("another session under data", data, under("data", sound.with("session_id", "\"k1-2\"")),
            "refused session_id", "held other-session");
        row("two spellings under data that differ", data, under("data", sound.plus("sessionId", "\"k1-2\"")),
            "refused sessionId");
        // What contradicts itself is refused as it is without a mapping; what speaks against a pass is found wherever
        // it is.
        row("two statuses under data that differ", data, under("data", sound.plus("status", "\"FAILED\"")),
            "refused status");
        row("another spelling of it that differs", data, under("data", sound.plus("verificationStatus", "\"FAILED\"")),
            "refused verification_status");
        row("a failure's reason in another spelling", data, under("data", sound.plus("failureReason", "\"SPOOF\"")),
            "held pass-with-failure-reason");
        row("a failure's reason above", data, under("data", sound, R"(,"failure_reason":"SPOOF")"),
            "held pass-with-failure-reason");
        row("somebody else in another spelling", data,
            under("data", sound.without("user_identifier").plus("userIdentifier", "\"eve@halden.example\"")),
            "held other-person");
        row("an empty reason before a filled one", mapped("guide", {"failure-reason=/why,/failure_reason"}),
            sound.plus("why", "\"\"").plus("failure_reason", "\"SPOOF\""), "held pass-with-failure-reason");
        const auto partly = mapped("guide",
            {"session=/data/session_id", "status=/data/state", "level=/data/ial_level", "name=/data/verified_name",
                "document=/data/document_type", "completed-at=/data/completed_at"});
        row("a reason whose place was forgotten", partly,
            under("data", sound.plus("state", "\"VERIFIED\"").plus("failure_reason", "\"SPOOF\"")),
            "held pass-with-failure-reason");
        row("a person whose place was forgotten", partly,
            under("data", sound.plus("state", "\"VERIFIED\"").with("user_identifier", "\"eve@halden.example\"")),
            "held other-person");
        row("a person where answers have it, and a flat callback", mapped("guide", {"user=/data/user"}),
            sound.with("user_identifier", "\"eve@halden.example\""), "held other-person");
        row("status in a list", mapped("guide", {"status=/checks/1/state"}),
            sound.without("verification_status").plus("checks", R"([{"state":"FAILED"},{"state":"VERIFIED"}])"),
            "pass");
        row("the first place that is there", mapped("guide", {"status=/a/state,/verification_status"}), sound, "pass");
        row("an object where a word should be", mapped("guide", {"status=/checks"}),
            sound.plus("checks", R"({"state":"VERIFIED"})"), "refused checks");
        row("a place that is nowhere", mapped("guide", {"status=/state"}), sound, "refused state");
        row("a name elsewhere", mapped("guide", {"name=/person/full_name"}),
            sound.plus("person", R"({"full_name":"Johan Svensson"})"), "held name-differs");
        row("only callbacks are wrapped", mapped("guide", {}, {"session=/data/id", "status=/data/verification_status"}),
            sound, "pass", "refused id");
        row("a callback with its own places",
            mapped("guide", {},
                {"session=/data/session_id", "status=/data/state", "level=/data/ial_level", "name=/data/verified_name",
                    "document=/data/document_type", "completed-at=/data/completed_at"}),
            under("data", sound.plus("state", "\"VERIFIED\"")), "refused session_id", "pass");
    }
    static void addWords()
    {
        const ResultBody sound;
        const auto words = withWords();
        row("a word of its own", words, sound.with("verification_status", "\"APPROVED\""), "pass");
        row("without the word", {}, sound.with("verification_status", "\"APPROVED\""), "unknown APPROVED");
        row("a sign more", words, sound.with("verification_status", "\"APPROVED.\""), "unknown APPROVED.");
        row("its word for failed", words, sound.with("verification_status", "\"REJECTED\""), "failed");
        row("its word for open", words, sound.with("verification_status", "\"in review\""), "open");
        row("a level in words", words, sound.with("ial_level", "\"HIGH\""), "pass");
        row("a number with a meaning of its own", words, sound.with("ial_level", "7"), "pass");
        row("a low level in words", words, sound.with("ial_level", "\"low\""), "held level-too-low");
        row("a level that is no word", words, sound.with("ial_level", "\"highest\""), "held level-missing");
        row("a document in words", words, sound.with("document_type", "\"Travel Document\""), "pass");
        row("another document in words", words, sound.with("document_type", "\"Driver License\""),
            "held document-not-allowed");
    }
private Q_SLOTS:
    void bothSourcesReadWhatIsMapped_data()
    {
        QTest::addColumn<QByteArray>("mapping");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("callback");
        addPlaces();
        addWords();
    }
    void bothSourcesReadWhatIsMapped()
    {
        QFETCH(QByteArray, mapping);
        QFETCH(QByteArray, body);
        const auto m = domain::resultMappingFromJson(QJsonDocument::fromJson(mapping).object());
        QVERIFY(m);
        ResultSources sources(*m);
        QTEST(sources.byQuery(body), "query");
        QTEST(sources.byCallback(body), "callback");
    }
    // A callback that waits in the inbox means tomorrow what it meant when it came.
    void whatAWordMeantIsKeptWithTheCallback()
    {
        domain::ProviderResult r;
        r.session = core::ProviderSessionId(QStringLiteral("k1-1"));
        r.statusWord = QStringLiteral("APPROVED");
        r.status = domain::ProviderStatus::Passed;
        QCOMPARE(int(domain::resultFromJson(domain::resultToJson(r)).status), int(domain::ProviderStatus::Passed));
        auto changed = domain::resultToJson(r);
        changed.remove(QLatin1String("meaning")); // as an earlier version kept it, or a hand changed it
        QCOMPARE(int(domain::resultFromJson(changed).status), int(domain::ProviderStatus::Unknown));
        changed.insert(QLatin1String("meaning"), QStringLiteral("failed"));
        QCOMPARE(int(domain::resultFromJson(changed).status), int(domain::ProviderStatus::Unknown));
    }
};
IDV_TEST(MappedResults)
#include "tst_mappedresults.moc"
