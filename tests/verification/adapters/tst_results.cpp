#include "support/registry.h"
#include "verification/adapters/resultsources.h"

using support::inQuotes;
using support::ResultBody;
using support::ResultSources;

class OneReader : public QObject
{
    Q_OBJECT
    std::unique_ptr<ResultSources> m_sources;
    static void row(const QByteArray &name, const QByteArray &body, const char *verdict)
    {
        QTest::newRow(name.constData()) << body << QString::fromUtf8(verdict);
    }
    static void set(const char *key, const QByteArray &raw, const char *verdict)
    {
        row(QByteArray(key) + " = " + raw.left(40), ResultBody().with(key, raw), verdict);
    }
    static void wholePasses()
    {
        const ResultBody sound;
        row("a whole pass", sound, "pass");
        row("a whole pass and more that nobody reads",
            sound.plus("birth_date", "\"1990-01-01\"").plus("checks", "[{\"a\":1},{\"a\":2}]"), "pass");
    }
    // The status: exact words, one word, and a word at all.
    static void statuses()
    {
        const ResultBody sound;
        for (const char *w : {"verified", " VERIFIED ", "Passed"})
            set("verification_status", inQuotes(w), "pass");
        for (const char *w :
            {"!VERIFIED", "VERIFIED?", "VERIFIED!", "VERIFIED.", "-VERIFIED", "VERIFIED_", "(VERIFIED)", "VERI FIED",
                "VERI_FIED", "NOT VERIFIED", "UNVERIFIED", "Completed", "in  progress", "0"})
            set("verification_status", inQuotes(w), ("unknown " + QByteArray(w)).constData());
        set("verification_status", "\"PA\\u017f\\u017fED\"", "unknown PA\u017f\u017fED");
        set("verification_status", "\"\\uff36ERIFIED\"", "unknown \uff36ERIFIED");
        set("verification_status", "\"VERIFIED\\u200b\"", "unknown VERIFIED\u200b");
        for (const char *raw : {"\"VERIFIED\\n\"", "\"\\tVERIFIED\"", "\"VERIFIED\\u0000\"", "\"VERIFIED\\u0007\"",
                 "\"\\u202eVERIFIED\"", "\"VERIFIED\\u2028\"", "\"\"", "\"  \"", "null", "false", "true", "1",
                 "[\"VERIFIED\"]", "{\"status\":\"VERIFIED\"}"})
            set("verification_status", raw, "refused verification_status");
        row("a word of 65 signs", sound.with("verification_status", inQuotes("VERIFIED" + QByteArray(57, ' '))),
            "refused verification_status");
        row("no status", sound.without("verification_status"), "refused verification_status");
        for (const char *w : {"PENDING", "in progress", "IN_PROGRESS", "in-progress", "InProgress"})
            set("verification_status", inQuotes(w), "open");
        for (const char *w : {"DECLINED", "EXPIRED", "canceled", "Abandoned"})
            set("verification_status", inQuotes(w), "ended");
        set("verification_status", "\"FAILED\"", "failed");
    }
    static void otherStatuses()
    {
        const ResultBody sound;
        row("the other name of the status", sound.without("verification_status").plus("status", "\"VERIFIED\""),
            "pass");
        row("false beside verified", sound.with("verification_status", "false").plus("status", "\"verified\""),
            "refused verification_status");
        row("verified beside false", sound.plus("status", "false"), "refused status");
        row("verified beside a number", sound.plus("status", "200"), "refused status");
        row("verified beside an object", sound.plus("status", "{}"), "refused status");
        row("verified beside failed", sound.plus("status", "\"FAILED\""), "refused verification_status");
        row("failed beside verified", sound.with("verification_status", "\"FAILED\"").plus("status", "\"VERIFIED\""),
            "refused verification_status");
        row("verified beside pending", sound.plus("status", "\"PENDING\""), "refused verification_status");
        row("verified beside passed", sound.plus("status", "\"PASSED\""), "refused verification_status");
        row("the same word in both", sound.plus("status", "\"verified\""), "pass");
        row("nothing beside verified", sound.plus("status", "null"), "pass");
        row("an empty word beside verified", sound.plus("status", "\"\""), "pass");
        row("failed in another spelling of the field", sound.plus("verificationStatus", "\"FAILED\""),
            "refused verification_status");
        row("failed in capitals", sound.plus("VERIFICATION_STATUS", "\"FAILED\""), "refused verification_status");
        row("failed with a hyphen", sound.plus("Verification-Status", "\"FAILED\""), "refused verification_status");
    }
    // A field twice.
    static void fieldsTwice()
    {
        const ResultBody sound;
        row("failed, then verified",
            sound.without("verification_status")
                .plus("verification_status", "\"FAILED\"")
                .plus("verification_status", "\"VERIFIED\""),
            "refused verification_status");
        row("verified, then failed", sound.plus("verification_status", "\"FAILED\""), "refused verification_status");
        row("verified, twice", sound.plus("verification_status", "\"VERIFIED\""), "refused verification_status");
        row("the second one escaped", sound.plus("verification\\u005fstatus", "\"FAILED\""),
            "refused verification_status");
        row("level 1, then 2", sound.with("ial_level", "1").plus("ial_level", "2"), "refused ial_level");
        row("two sessions", sound.plus("session_id", "\"k1-2\""), "refused session_id");
        row("two names", sound.plus("verified_name", "\"EVE STONE\""), "refused verified_name");
        row("two users", sound.plus("user_identifier", "\"eve@halden.example\""), "refused user_identifier");
        row("twice where nobody reads", sound.plus("x", "1").plus("x", "1"), "refused x");
        row("twice inside", sound.plus("meta", "{\"a\":1,\"a\":2}"), "refused a");
        row("twice deep inside", sound.plus("meta", "[[{\"b\":[{\"c\":1,\"c\":1}]}]]"), "refused c");
    }
    // The session.
    static void sessions()
    {
        const ResultBody sound;
        row("no session", sound.without("session_id"), "refused session_id");
        row("no session and no user", sound.without("session_id").without("user_identifier"), "refused session_id");
        for (const char *raw :
            {"null", "\"\"", "\"  \"", "{}", "[]", "[\"k1-1\"]", "true", "1.5", "\"k1-1\\n\"", "18446744073709551615"})
            set("session_id", raw, "refused session_id");
        row("a session of 201 signs", sound.with("session_id", inQuotes(QByteArray(201, 'k'))), "refused session_id");
        row("another spelling, the same", sound.plus("sessionId", "\"k1-1\""), "pass");
        row("another spelling, another session", sound.plus("sessionId", "\"k1-2\""), "refused sessionId");
        row("only the other spelling", sound.without("session_id").plus("sessionId", "\"k1-1\""), "pass");
        row("only an id", sound.without("session_id").plus("id", "\"k1-1\""), "pass");
        row("an id of something else beside it", sound.plus("id", "\"evt-1\""), "pass");
    }
    // The user.
    static void users()
    {
        const ResultBody sound;
        row("no user", sound.without("user_identifier"), "pass");
        set("user_identifier", "\"ANN@Halden.example\"", "pass");
        set("user_identifier", "\"eve@halden.example\"", "held other-person");
        set("user_identifier", "5", "held other-person");
        for (const char *raw : {"true", "{}", "[\"ann@halden.example\"]", "1.5", "\"ann@halden.example\\u0000\""})
            set("user_identifier", raw, "refused user_identifier");
        row("two users in two spellings", sound.plus("userIdentifier", "\"eve@halden.example\""),
            "refused user_identifier");
    }
    // The level.
    static void levels()
    {
        const ResultBody sound;
        for (const char *raw : {"2", "2.0", "3", "\"2\"", "\"2.0\"", "\"IAL2\"", "\"ial 2\"", "\" 2 \""})
            set("ial_level", raw, "pass");
        for (const char *raw : {"1", "\"1\"", "\"IAL1\""})
            set("ial_level", raw, "held level-too-low");
        for (const char *raw :
            {"1.5", "2.5", "0", "9", "-2", "18446744073709551615", "\"two\"", "\"1.5\"", "\"\"", "\"2+\"", "null"})
            set("ial_level", raw, "held level-missing");
        for (const char *raw : {"true", "false", "[]", "[2]", "{}", "{\"value\":2}"})
            set("ial_level", raw, "refused ial_level");
        row("no level", sound.without("ial_level"), "held level-missing");
        row("two levels in two spellings", sound.with("ial_level", "1").plus("ialLevel", "2"), "refused ial_level");
        set("ial_level", "1e400", "refused *");
        set("ial_level", "99999999999999999999999", "refused *");
    }
    // The name.
    static void names()
    {
        const ResultBody sound;
        row("a name that goes on after 200 blanks",
            sound.with("verified_name", inQuotes("ANN EXAMPLE" + QByteArray(200, ' ') + "IMPOSTOR")),
            "refused verified_name");
        row("a name of 201 signs", sound.with("verified_name", inQuotes(QByteArray(201, 'A'))),
            "refused verified_name");
        row("a name that ends in 200 blanks",
            sound.with("verified_name", inQuotes("ANN EXAMPLE" + QByteArray(200, ' '))), "refused verified_name");
        for (const char *raw : {"\"ANN EXAMPLE\\n\"", "\"ANN\\u0000EXAMPLE\"", "\"ANN EXAMPLE\\u202e\"", "true", "7",
                 "[\"ANN EXAMPLE\"]", "{\"first\":\"ANN\"}"})
            set("verified_name", raw, "refused verified_name");
        for (const char *raw : {"\"ANN EXAMPLE\\ud800\"", "\"\\udc00ANN EXAMPLE\"", "\"ANN \\ud800\\ud800 EXAMPLE\""})
            set("verified_name", raw, "refused *");
        set("verified_name", "\"EVE STONE\"", "held name-differs");
        for (const char *raw : {"\"\"", "\"  \"", "null"})
            set("verified_name", raw, "held name-missing");
        row("two names in two spellings", sound.plus("verifiedName", "\"EVE STONE\""), "refused verified_name");
    }
    // Document and time.
    static void documentsAndTimes()
    {
        const ResultBody sound;
        for (const char *raw : {"\"Passport\"", "\" PASSPORT \""})
            set("document_type", raw, "pass");
        for (const char *raw : {"\"library_card\"", "\"passport!\"", "\"\"", "null"})
            set("document_type", raw, "held document-not-allowed");
        for (const char *raw : {"true", "1", "[\"passport\"]", "\"passport\\n\""})
            set("document_type", raw, "refused document_type");
        row("a document of 65 signs", sound.with("document_type", inQuotes(QByteArray(65, 'p'))),
            "refused document_type");
        for (const char *raw : {"1782900000", "1782900000000", "\"1782900000\""})
            set("completed_at", raw, "pass");
        for (const char *raw : {"\"\"", "null"})
            set("completed_at", raw, "held completed-at-missing");
        for (const char *raw : {"\"yesterday\"", "\"2026-06-01T10:00:00Z\"", "\"2027-07-01T10:00:00Z\"", "1.5", "7"})
            set("completed_at", raw, "held completed-at-implausible");
        for (const char *raw : {"true", "{}", "[1782900000]"})
            set("completed_at", raw, "refused completed_at");
        row("two times in two spellings", sound.plus("completedAt", "\"2026-07-01T10:00:30Z\""),
            "refused completed_at");
    }
    // A pass beside a reason for a failure.
    static void failureReasons()
    {
        const ResultBody sound;
        for (const char *key : {"failure_reason", "failureReason", "FAILURE_REASON"})
            row(QByteArray("a pass with ") + key, sound.plus(key, "\"SPOOF_DETECTED\""),
                "held pass-with-failure-reason");
        for (const char *raw : {"\"\"", "\" \"", "null"})
            row(QByteArray("a pass with the reason ") + raw, sound.plus("failure_reason", raw), "pass");
        for (const char *raw : {"true", "false", "0", "[]", "[\"SPOOF_DETECTED\"]", "{\"code\":\"SPOOF_DETECTED\"}"})
            row(QByteArray("a pass with the reason ") + raw, sound.plus("failure_reason", raw),
                "refused failure_reason");
        row("a reason of 1,001 signs", sound.plus("failure_reason", inQuotes(QByteArray(1001, 'x'))),
            "refused failure_reason");
        const ResultBody failed = sound.with("verification_status", "\"FAILED\"")
                                      .without("ial_level")
                                      .without("verified_name")
                                      .without("document_type");
        row("a failure with its reason", failed.plus("failure_reason", "\"The face did not match.\""), "failed");
        row("a failure with a reason of two lines", failed.plus("failure_reason", "\"The face\\r\\ndid not match.\""),
            "failed");
    }
    // No object at all.
    static void noObjects()
    {
        const ResultBody sound;
        row("nothing", "", "refused ");
        row("null", "null", "refused ");
        row("a list", "[" + QByteArray(sound) + "]", "refused ");
        row("a text", "\"VERIFIED\"", "refused ");
        row("cut", QByteArray(sound).chopped(1), "refused ");
        row("two objects", QByteArray(sound) + QByteArray(sound), "refused ");
        row("a comment", "/**/" + QByteArray(sound), "refused ");
        row("bad UTF-8", sound.with("verified_name", "\"ANN EXAMPLE\xff\""), "refused ");
        row("too deep", sound.plus("x", QByteArray(40, '[') + QByteArray(40, ']')), "refused ");
    }
private Q_SLOTS:
    void initTestCase() { m_sources = std::make_unique<ResultSources>(); }
    void cleanupTestCase() { m_sources.reset(); }
    void bothSourcesReadAlike_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("verdict");
        wholePasses();
        statuses();
        otherStatuses();
        fieldsTwice();
        sessions();
        users();
        levels();
        names();
        documentsAndTimes();
        failureReasons();
        noObjects();
    }
    void bothSourcesReadAlike()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, verdict);
        const QString query = m_sources->byQuery(body);
        const QString callback = m_sources->byCallback(body);
        QCOMPARE(callback, query);
        if (verdict.endsWith(QLatin1Char('*')))
            QVERIFY2(query.startsWith(verdict.chopped(1)), qPrintable(query));
        else
            QCOMPARE(query, verdict);
    }
};
IDV_TEST(OneReader)
#include "tst_results.moc"
