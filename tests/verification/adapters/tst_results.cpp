#include "httpd/server.h"
#include "net/http/jsonreader.h"
#include "net/provider/bearerprovider.h"
#include "net/receiver/receiver.h"
#include "support/await.h"
#include "support/registry.h"
#include <QTcpSocket>
#include <mutex>

using core::ErrorCode;
using support::await;

namespace {

constexpr core::Instant done = 1'782'900'000'000; // 2026-07-01T10:00:00Z
constexpr core::Instant now = done + core::minuteMs;
const QByteArray token = "0123456789abcdef0123456789abcdef";

class FixedClock final : public core::Clock
{
public:
    core::Instant now() const override { return ::now; }
};

/// An answer as text: fields in their order, so that one can stand twice.
struct Body
{
    QList<std::pair<QByteArray, QByteArray>> fields{{"session_id", "\"k1-1\""},
        {"user_identifier", "\"ann@halden.example\""}, {"verification_status", "\"VERIFIED\""}, {"ial_level", "2"},
        {"verified_name", "\"ANN EXAMPLE\""}, {"document_type", "\"passport\""},
        {"completed_at", "\"2026-07-01T10:00:00Z\""}};
    Body with(const QByteArray &key, const QByteArray &raw) const
    {
        Body b = *this;
        for (auto &f : b.fields) {
            if (f.first == key)
                f.second = raw;
        }
        return b;
    }
    Body plus(const QByteArray &key, const QByteArray &raw) const
    {
        Body b = *this;
        b.fields.append({key, raw});
        return b;
    }
    Body without(const QByteArray &key) const
    {
        Body b = *this;
        b.fields.removeIf([&key](const auto &f) { return f.first == key; });
        return b;
    }
    operator QByteArray() const
    {
        QByteArray out;
        for (const auto &f : fields)
            out += (out.isEmpty() ? "{\"" : ",\"") + f.first + "\":" + f.second;
        return out + '}';
    }
};

domain::Session session()
{
    domain::Session s;
    s.personName = QStringLiteral("Ann Example");
    s.firstName = QStringLiteral("Ann");
    s.lastName = QStringLiteral("Example");
    s.providerId = core::ProviderSessionId(QStringLiteral("k1-1"));
    s.userHash = domain::userDigest(QStringLiteral("ann@halden.example"));
    s.createdAt = done - 5 * core::minuteMs;
    s.request.requiredIal = 2;
    s.request.documents = {QStringLiteral("passport")};
    return s;
}

/// What is made of a result: one word, with the cause, the field or the unknown word behind it.
QString verdictOf(const domain::ProviderResult &r)
{
    const auto j = domain::evaluateResult(r, session(), now);
    switch (j.event) {
    case domain::SessionEvent::Pass: return QStringLiteral("pass");
    case domain::SessionEvent::PassToReview: return QStringLiteral("held ") + domain::reviewReasonKey(j.cause);
    case domain::SessionEvent::ProviderFailed: return QStringLiteral("failed");
    case domain::SessionEvent::StillOpen:
        return r.status == domain::ProviderStatus::Unknown ? QStringLiteral("unknown ") + r.statusWord
                                                           : QStringLiteral("open");
    default: return QStringLiteral("ended");
    }
}

QString refused(const QString &field)
{
    return QStringLiteral("refused ") + field;
}

/// The two ways by which a result comes in, each as the program has it: a provider that is asked, a receiver that is
/// told.
struct Sources
{
    Sources()
        : peer(httpd::Server::Handler([this](const httpd::Request &) {
              httpd::Response r;
              r.body = answer;
              return r;
          })),
          receiver(
              [this](const QList<domain::Callback> &batch,
                  const std::function<void(QList<domain::CallbackVerdict>)> &stored) {
                  {
                      const std::lock_guard lock(mutex);
                      received = batch.last();
                  }
                  stored(QList<domain::CallbackVerdict>(batch.size(), domain::CallbackVerdict::Stored));
              },
              clock)
    {
        tenant.idvUrl = QStringLiteral("http://127.0.0.1:%1").arg(*peer.listen(QHostAddress::LocalHost, 0));
        tenant.communityId = QStringLiteral("c1");
        provider = std::make_unique<net::BearerProvider>(
            tenant, http, [] { return core::ready<core::SecretPtr>(core::makeSecret(QByteArrayLiteral("key"))); },
            clock);
        net::ReceiverOptions o;
        o.tenant = core::TenantId(QStringLiteral("t1"));
        o.settings.port = 0;
        o.settings.auth = domain::CallbackAuth::Bearer;
        o.settings.perSecond = 10'000;
        o.secret = core::makeSecret(token);
        o.sessionIdAt = tenant.provider.sessionIdAt;
        port = *receiver.start(o);
    }
    core::Result<domain::ProviderResult> asked(const QByteArray &body)
    {
        answer = body;
        return await(provider->status(core::ProviderSessionId(QStringLiteral("k1-1"))));
    }
    QString byQuery(const QByteArray &body)
    {
        const auto r = asked(body);
        if (r)
            return verdictOf(*r);
        return r.error().code == ErrorCode::Protocol ? refused(r.error().field)
                                                     : QStringLiteral("error ") + core::codeName(r.error().code);
    }
    QString byCallback(const QByteArray &body)
    {
        QSignalSpy handled(&receiver, &net::Receiver::handled);
        QTcpSocket s;
        s.connectToHost(QHostAddress::LocalHost, port);
        if (!s.waitForConnected(2000))
            return QStringLiteral("no connection");
        s.write("POST /idv/callback HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nConnection: "
                "close\r\nAuthorization: Bearer " +
                token + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        if (!QTest::qWaitFor([&] { return !handled.isEmpty(); }, 10000))
            return QStringLiteral("not handled");
        const auto seen = qvariant_cast<net::ReceivedRequest>(handled.first().first());
        if (seen.verdict == domain::CallbackVerdict::BadBody || seen.verdict == domain::CallbackVerdict::BadSchema)
            return refused(seen.field);
        if (seen.verdict != domain::CallbackVerdict::Stored)
            return QStringLiteral("status %1").arg(seen.status);
        const std::lock_guard lock(mutex);
        return verdictOf(received.result);
    }

    std::shared_ptr<core::Clock> clock = std::make_shared<FixedClock>();
    QByteArray answer;
    httpd::Server peer;
    net::Http http{{}, std::make_shared<net::NoLimiter>(), std::make_shared<core::SystemClock>()};
    domain::Tenant tenant;
    std::unique_ptr<net::BearerProvider> provider;
    std::mutex mutex;
    domain::Callback received;
    net::Receiver receiver;
    quint16 port = 0;
};

QByteArray quoted(const QByteArray &text)
{
    return '"' + text + '"';
}

} // namespace

class OneReader : public QObject
{
    Q_OBJECT
    std::unique_ptr<Sources> m_sources;
private Q_SLOTS:
    void initTestCase() { m_sources = std::make_unique<Sources>(); }
    void cleanupTestCase() { m_sources.reset(); }
    void bothSourcesReadAlike_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const QByteArray &name, const QByteArray &body, const char *verdict) {
            QTest::newRow(name.constData()) << body << QString::fromUtf8(verdict);
        };
        const Body sound;
        const auto set = [&](const char *key, const QByteArray &raw, const char *verdict) {
            row(QByteArray(key) + " = " + raw.left(40), sound.with(key, raw), verdict);
        };

        row("a whole pass", sound, "pass");
        row("a whole pass and more that nobody reads",
            sound.plus("birth_date", "\"1990-01-01\"").plus("checks", "[{\"a\":1},{\"a\":2}]"), "pass");

        // The status: exact words, one word, and a word at all.
        for (const char *w : {"verified", " VERIFIED ", "Passed"})
            set("verification_status", quoted(w), "pass");
        for (const char *w :
            {"!VERIFIED", "VERIFIED?", "VERIFIED!", "VERIFIED.", "-VERIFIED", "VERIFIED_", "(VERIFIED)", "VERI FIED",
                "VERI_FIED", "NOT VERIFIED", "UNVERIFIED", "Completed", "in  progress", "0"})
            set("verification_status", quoted(w), ("unknown " + QByteArray(w)).constData());
        set("verification_status", "\"PA\\u017f\\u017fED\"", "unknown PA\u017f\u017fED");
        set("verification_status", "\"\\uff36ERIFIED\"", "unknown \uff36ERIFIED");
        set("verification_status", "\"VERIFIED\\u200b\"", "unknown VERIFIED\u200b");
        for (const char *raw : {"\"VERIFIED\\n\"", "\"\\tVERIFIED\"", "\"VERIFIED\\u0000\"", "\"VERIFIED\\u0007\"",
                 "\"\\u202eVERIFIED\"", "\"VERIFIED\\u2028\"", "\"\"", "\"  \"", "null", "false", "true", "1",
                 "[\"VERIFIED\"]", "{\"status\":\"VERIFIED\"}"})
            set("verification_status", raw, "refused verification_status");
        row("a word of 65 signs", sound.with("verification_status", quoted("VERIFIED" + QByteArray(57, ' '))),
            "refused verification_status");
        row("no status", sound.without("verification_status"), "refused verification_status");
        for (const char *w : {"PENDING", "in progress", "IN_PROGRESS", "in-progress", "InProgress"})
            set("verification_status", quoted(w), "open");
        for (const char *w : {"DECLINED", "EXPIRED", "canceled", "Abandoned"})
            set("verification_status", quoted(w), "ended");
        set("verification_status", "\"FAILED\"", "failed");
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

        // A field twice.
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

        // The session.
        row("no session", sound.without("session_id"), "refused session_id");
        row("no session and no user", sound.without("session_id").without("user_identifier"), "refused session_id");
        for (const char *raw :
            {"null", "\"\"", "\"  \"", "{}", "[]", "[\"k1-1\"]", "true", "1.5", "\"k1-1\\n\"", "18446744073709551615"})
            set("session_id", raw, "refused session_id");
        row("a session of 201 signs", sound.with("session_id", quoted(QByteArray(201, 'k'))), "refused session_id");
        row("another spelling, the same", sound.plus("sessionId", "\"k1-1\""), "pass");
        row("another spelling, another session", sound.plus("sessionId", "\"k1-2\""), "refused sessionId");
        row("only the other spelling", sound.without("session_id").plus("sessionId", "\"k1-1\""), "pass");
        row("only an id", sound.without("session_id").plus("id", "\"k1-1\""), "pass");
        row("an id of something else beside it", sound.plus("id", "\"evt-1\""), "pass");

        // The user.
        row("no user", sound.without("user_identifier"), "pass");
        set("user_identifier", "\"ANN@Halden.example\"", "pass");
        set("user_identifier", "\"eve@halden.example\"", "held other-person");
        set("user_identifier", "5", "held other-person");
        for (const char *raw : {"true", "{}", "[\"ann@halden.example\"]", "1.5", "\"ann@halden.example\\u0000\""})
            set("user_identifier", raw, "refused user_identifier");
        row("two users in two spellings", sound.plus("userIdentifier", "\"eve@halden.example\""),
            "refused user_identifier");

        // The level.
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

        // The name.
        row("a name that goes on after 200 blanks",
            sound.with("verified_name", quoted("ANN EXAMPLE" + QByteArray(200, ' ') + "IMPOSTOR")),
            "refused verified_name");
        row("a name of 201 signs", sound.with("verified_name", quoted(QByteArray(201, 'A'))), "refused verified_name");
        row("a name that ends in 200 blanks", sound.with("verified_name", quoted("ANN EXAMPLE" + QByteArray(200, ' '))),
            "refused verified_name");
        for (const char *raw : {"\"ANN EXAMPLE\\n\"", "\"ANN\\u0000EXAMPLE\"", "\"ANN EXAMPLE\\u202e\"", "true", "7",
                 "[\"ANN EXAMPLE\"]", "{\"first\":\"ANN\"}"})
            set("verified_name", raw, "refused verified_name");
        for (const char *raw : {"\"ANN EXAMPLE\\ud800\"", "\"\\udc00ANN EXAMPLE\"", "\"ANN \\ud800\\ud800 EXAMPLE\""})
            set("verified_name", raw, "refused *");
        set("verified_name", "\"EVE STONE\"", "held name-differs");
        for (const char *raw : {"\"\"", "\"  \"", "null"})
            set("verified_name", raw, "held name-missing");
        row("two names in two spellings", sound.plus("verifiedName", "\"EVE STONE\""), "refused verified_name");

        // Document and time.
        for (const char *raw : {"\"Passport\"", "\" PASSPORT \""})
            set("document_type", raw, "pass");
        for (const char *raw : {"\"library_card\"", "\"passport!\"", "\"\"", "null"})
            set("document_type", raw, "held document-not-allowed");
        for (const char *raw : {"true", "1", "[\"passport\"]", "\"passport\\n\""})
            set("document_type", raw, "refused document_type");
        row("a document of 65 signs", sound.with("document_type", quoted(QByteArray(65, 'p'))),
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

        // A pass beside a reason for a failure.
        for (const char *key : {"failure_reason", "failureReason", "FAILURE_REASON"})
            row(QByteArray("a pass with ") + key, sound.plus(key, "\"SPOOF_DETECTED\""),
                "held pass-with-failure-reason");
        for (const char *raw : {"\"\"", "\" \"", "null"})
            row(QByteArray("a pass with the reason ") + raw, sound.plus("failure_reason", raw), "pass");
        for (const char *raw : {"true", "false", "0", "[]", "[\"SPOOF_DETECTED\"]", "{\"code\":\"SPOOF_DETECTED\"}"})
            row(QByteArray("a pass with the reason ") + raw, sound.plus("failure_reason", raw),
                "refused failure_reason");
        row("a reason of 1,001 signs", sound.plus("failure_reason", quoted(QByteArray(1001, 'x'))),
            "refused failure_reason");
        const Body failed = sound.with("verification_status", "\"FAILED\"")
                                .without("ial_level")
                                .without("verified_name")
                                .without("document_type");
        row("a failure with its reason", failed.plus("failure_reason", "\"The face did not match.\""), "failed");
        row("a failure with a reason of two lines", failed.plus("failure_reason", "\"The face\\r\\ndid not match.\""),
            "failed");

        // No object at all.
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
    // Only the query knows which session was asked about; a callback of another one is put aside by the ledger.
    void anAnswerAboutAnotherSessionIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("field");
        const Body sound;
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
        m_sources->answer = Body().with("session_id", "7");
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
        QTest::newRow("too long") << quoted("https://a.example/" + QByteArray(3000, 'v')) << QString() << false;
    }
    void theLinkOfAnAnswerIsReadStrictly()
    {
        QFETCH(QByteArray, raw);
        QFETCH(QString, link);
        QFETCH(bool, isRead);
        const auto r = m_sources->asked(Body().plus("invitation_url", raw));
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
IDV_TEST(OneReader)
#include "tst_results.moc"
