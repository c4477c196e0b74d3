#include "net/http/jsonreader.h"
#include "support/await.h"
#include "support/registry.h"
#include "verification/adapters/resultsources.h"

using core::ErrorCode;
using support::await;
using support::inQuotes;
using support::ResultBody;
using support::ResultSources;

class ProviderAnswers : public QObject
{
    Q_OBJECT
    std::unique_ptr<ResultSources> m_sources;
private Q_SLOTS:
    void initTestCase() { m_sources = std::make_unique<ResultSources>(); }
    void cleanupTestCase() { m_sources.reset(); }
    // Only the query knows which session was asked about; a callback of another one is put aside by the ledger.
    void anAnswerAboutAnotherSessionIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("field");
        const ResultBody sound;
        const auto row = [](const char *name, const QByteArray &body, const char *field) {
            QTest::newRow(name) << body << QString::fromLatin1(field);
        };
        row("another one", sound.with("session_id", "\"k1-2\""), "session_id");
        row("another one that failed", sound.with("session_id", "\"k1-2\"").with("verification_status", "\"FAILED\""),
            "session_id");
        row("another one, open", sound.with("session_id", "\"k1-2\"").with("verification_status", "\"PENDING\""),
            "session_id");
        row("a number", sound.with("session_id", "7"), "session_id");
        row("other capitals", sound.with("session_id", "\"K1-1\""), "session_id");
        row("a blank more", sound.with("session_id", "\"k1-1 \""), "session_id");
        row("in the other spelling", sound.without("session_id").plus("sessionId", "\"k1-2\""), "sessionId");
        row("an id of something else, and no session", sound.without("session_id").plus("id", "\"evt-1\""), "id");
    }
    void anAnswerAboutAnotherSessionIsRefused()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, field);
        const auto r = m_sources->asked(body);
        QVERIFY(!r);
        QCOMPARE(r.error().code, ErrorCode::Protocol);
        QCOMPARE(r.error().field, field);
        QVERIFY(!r.error().requestId.isEmpty());
    }
    void aNumberMayNameTheSession()
    {
        m_sources->answer = ResultBody().with("session_id", "7");
        const auto r = await(m_sources->provider->status(core::ProviderSessionId(QStringLiteral("7"))));
        QVERIFY(r);
        QCOMPARE(r->session.str(), QStringLiteral("7"));
    }
    void theLinkOfAnAnswerIsReadStrictly_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QString>("link");
        QTest::addColumn<bool>("isRead");
        QTest::newRow("a link") << QByteArray("\"https://a.example/v/1\"") << QStringLiteral("https://a.example/v/1")
                                << true;
        QTest::newRow("none") << QByteArray("null") << QString() << true;
        QTest::newRow("a number") << QByteArray("7") << QString() << false;
        QTest::newRow("an object") << QByteArray("{}") << QString() << false;
        QTest::newRow("of two lines") << QByteArray("\"https://a.example\\r\\nX: y\"") << QString() << false;
        QTest::newRow("too long") << inQuotes("https://a.example/" + QByteArray(3000, 'v')) << QString() << false;
    }
    void theLinkOfAnAnswerIsReadStrictly()
    {
        QFETCH(QByteArray, raw);
        QFETCH(QString, link);
        QFETCH(bool, isRead);
        const auto r = m_sources->asked(ResultBody().plus("invitation_url", raw));
        QCOMPARE(bool(r), isRead);
        if (r)
            QCOMPARE(r->invitationUrl, link);
        else
            QCOMPARE(r.error().field, QStringLiteral("invitation_url"));
    }
    // A start whose answer is doubtful may have created a session: its outcome is not known.
    void aDoubtfulStartIsNoRefusal_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isCreated");
        const auto row = [](const char *name, const QByteArray &body, bool isCreated) {
            QTest::newRow(name) << body << isCreated;
        };
        row("sound", R"({"session_id":"k1-9","invitation_url":"https:\/\/a.example\/v\/1","status":"PENDING"})", true);
        row("an end that cannot be read", R"({"session_id":"k1-9","expires_at":true})", true);
        row("two sessions", R"({"session_id":"k1-9","session_id":"k1-8"})", false);
        row("two sessions in two spellings", R"({"session_id":"k1-9","sessionId":"k1-8"})", false);
        row("no session", R"({"status":"PENDING"})", false);
        row("a session that is a fraction", R"({"session_id":1.5})", false);
        row("a link that is none", R"({"session_id":"k1-9","invitation_url":[]})", false);
    }
    void aDoubtfulStartIsNoRefusal()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, isCreated);
        m_sources->answer = body;
        const auto r = await(m_sources->provider->create({}));
        QCOMPARE(bool(r), isCreated);
        if (r)
            QCOMPARE(r->session.str(), QStringLiteral("k1-9"));
        else
            QVERIFY(r.error().code == ErrorCode::Protocol && r.error().mayHaveReachedServer);
    }
    void whatIsShownOfAVendorsNameIsShort()
    {
        QCOMPARE(net::shown(QStringLiteral("verified_name")), QStringLiteral("verified_name"));
        QCOMPARE(net::shown(QStringLiteral("a\nb\x1b[31m")), QStringLiteral("a\ufffdb\ufffd[31m"));
        QCOMPARE(net::shown(QString(1000, QLatin1Char('x'))).size(), 65);
    }
    void aPointerIntoAListNeedsANumber()
    {
        const auto o = *net::readObject(R"({"list":["a","b"]})");
        QCOMPARE(net::atPointer(o, QStringLiteral("/list/1")).toString(), QStringLiteral("b"));
        for (const char *bad : {"/list/x", "/list/-1", "/list/", "/list/9", "/list/1x"})
            QVERIFY2(net::atPointer(o, QLatin1String(bad)).isUndefined(), bad);
    }
};
IDV_TEST(ProviderAnswers)
#include "tst_provideranswers.moc"
