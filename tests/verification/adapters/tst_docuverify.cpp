#include "lab/lab.h"
#include "net/http/jsonreader.h"
#include "net/provider/docuverify.h"
#include "support/await.h"
#include "support/registry.h"
#include <QJsonDocument>

using core::ErrorCode;
using support::await;

namespace {

struct Stand
{
    explicit Stand(const QString &outcome = QStringLiteral("verified"))
    {
        lab::Options o;
        o.identities = 5;
        o.outcome = outcome;
        o.journey = std::chrono::milliseconds(0);
        simulator = *lab::Lab::start(o, clock);
        tenant.idvUrl = simulator->endpoints().idvUrl;
        tenant.communityId = simulator->endpoints().communityId;
        tenant.provider.kind = domain::ProviderKind::DocuVerify;
        tenant.provider.dvcId = QStringLiteral("lab-dvc");
        licence = simulator->endpoints().idvApiKey.toUtf8();
        make();
    }
    void make()
    {
        provider = net::makeProvider(
            tenant, http, [this] { return core::ready<core::SecretPtr>(core::makeSecret(licence)); }, clock);
    }
    net::CreateRequest request()
    {
        net::CreateRequest r;
        r.userIdentifier = QStringLiteral("ann@halden.example");
        r.firstName = QStringLiteral("Ann");
        r.lastName = QStringLiteral("Example");
        r.documents = {QStringLiteral("passport")};
        return r;
    }
    std::shared_ptr<core::Clock> clock = std::make_shared<core::SystemClock>();
    std::unique_ptr<lab::Lab> simulator;
    domain::Tenant tenant;
    QByteArray licence;
    net::Http http{{}, std::make_shared<net::NoLimiter>(), clock};
    std::unique_ptr<net::Provider> provider;
};

} // namespace

class DocuVerify : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWholeSessionKeepsOnlyWhatItMay()
    {
        Stand s;
        const core::ProviderSessionId nobody(QStringLiteral("no-such-session"));
        QCOMPARE(await(s.provider->probe(nobody))->seen.status, 404);
        QVERIFY(await(s.provider->probe(nobody))->seen.isJson);
        QCOMPARE(await(s.provider->probe(nobody, core::makeSecret(QByteArrayLiteral("made up"))))->seen.status, 401);
        const auto created = await(s.provider->create(s.request()));
        QVERIFY2(bool(created), created ? "" : qPrintable(created.error().text));
        QVERIFY(created->invitationUrl.contains(QLatin1String("/idproofing/session/")));
        const auto r = await(s.provider->status(created->session));
        QVERIFY2(bool(r), r ? "" : qPrintable(r.error().text));
        QCOMPARE(r->status, domain::ProviderStatus::Passed);
        QCOMPARE(r->verifiedName, QStringLiteral("ANN EXAMPLE"));
        QCOMPARE(r->documentType, QStringLiteral("passport"));
        QCOMPARE(r->ial, std::optional<int>(2));
        QVERIFY(r->completedAt.at.has_value());
        const QString all =
            r->statusWord + r->verifiedName + r->documentType + r->failureReason + r->invitationUrl + r->session.str();
        QVERIFY(!all.contains(QLatin1String("SECRET")));
    }
    void wordsAreKeptApart_data()
    {
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("ial");
        QTest::newRow("failed") << "failed" << int(domain::ProviderStatus::Failed) << 0;
        QTest::newRow("completed, but nothing verified")
            << "not-performed" << int(domain::ProviderStatus::Unknown) << 0;
        QTest::newRow("no level reported") << "no-level" << int(domain::ProviderStatus::Passed) << 0;
        QTest::newRow("low level") << "level-too-low" << int(domain::ProviderStatus::Passed) << 1;
        QTest::newRow("the level of an earlier session")
            << "level-of-before" << int(domain::ProviderStatus::Passed) << 0;
        QTest::newRow("the level of a session that is not named")
            << "level-of-nobody-knows" << int(domain::ProviderStatus::Passed) << 0;
        QTest::newRow("still open") << "never" << int(domain::ProviderStatus::InProgress) << 0;
    }
    void wordsAreKeptApart()
    {
        QFETCH(QString, outcome);
        Stand s(outcome);
        const auto created = await(s.provider->create(s.request()));
        QVERIFY(created);
        const auto r = await(s.provider->status(created->session));
        QVERIFY(r);
        QTEST(int(r->status), "status");
        QTEST(r->ial.value_or(0), "ial");
    }
    // As strict as the seed's reader: the same kinds of doubt refuse, by the field's name.
    void whatCannotBeUsedIsRefused_data()
    {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<QString>("field"); ///< or the result's word
        const auto refused = [](const char *name, const char *change, const char *field) {
            QTest::newRow(name) << QByteArray(change) << QLatin1String("refused ") + QLatin1String(field);
        };
        const auto read = [](const char *name, const char *change, const char *word) {
            QTest::newRow(name) << QByteArray(change) << QString::fromLatin1(word);
        };
        read("sound", "{}", "passed");
        read("the service's own word beside it", R"({"responseStatus":"SUCCESS"})", "passed");
        read("a verification word with a sign more", R"({"verificationStatus":"Passed!"})", "unknown");
        read("a session word with a sign more", R"({"sessionStatus":"Completed?"})", "unknown");
        read("no verification", R"({"verificationStatus":null})", "unknown");
        read("in progress", R"({"sessionStatus":"In Progress"})", "open");
        read("a passed session is no passed verification", R"({"sessionStatus":"Passed"})", "unknown");
        read("a reason beside the pass", R"({"failureReason":"SPOOF_DETECTED"})", "passed SPOOF_DETECTED");
        read("an error beside the pass", R"({"error":{"message":"SPOOF_DETECTED"}})", "passed SPOOF_DETECTED");
        read("an error's text beside the pass", R"({"error":"SPOOF_DETECTED"})", "passed SPOOF_DETECTED");
        refused("no session", R"({"sessionId":null})", "sessionId");
        refused("a session that is an object", R"({"sessionId":{}})", "sessionId");
        refused("no status", R"({"sessionStatus":null})", "sessionStatus");
        refused("a status that is none", R"({"sessionStatus":true})", "sessionStatus");
        refused("another status of the session", R"({"status":"In Progress"})", "status");
        refused("false beside completed", R"({"status":false})", "status");
        refused("a verification that is none", R"({"verificationStatus":true})", "verificationStatus");
        refused("another verification", R"({"verifyStatus":"Failed"})", "verifyStatus");
        refused("another verification inside", R"({"verification":{"status":"Failed"}})", "status");
        refused("a verification that is a word", R"({"verification":"Failed"})", "verification");
        refused("a document that is none", R"({"ppt_object":"ANN EXAMPLE"})", "ppt_object");
        refused("a second document", R"({"dl_object":{"firstName":"EVE","lastName":"STONE"}})", "ppt_object");
        refused("a name that is none", R"({"ppt_object":{"firstName":true,"lastName":"EXAMPLE"}})", "firstName");
        refused("a name with a control character",
            "{\"ppt_object\":{\"firstName\":\"ANN\\n\",\"lastName\":\"EXAMPLE\"}}", "firstName");
        refused("another user inside", R"({"metadata":{"userUID":"eve@halden.example"}})", "userUID");
        refused("a user that is none", R"({"userUID":[]})", "userUID");
        refused("another time", R"({"completed_at":"2026-07-01T11:00:00Z"})", "completed_at");
        refused("a time that is none", R"({"completedAt":true})", "completedAt");
        refused("a reason that is none", R"({"failureReason":true})", "failureReason");
        refused("an error that is none", R"({"error":true})", "error");
    }
    void whatCannotBeUsedIsRefused()
    {
        QFETCH(QByteArray, change);
        QFETCH(QString, field);
        auto o = *net::readObject(
            R"({"sessionId":"s1","userUID":"ann@halden.example","sessionStatus":"Completed",
     "verificationStatus":"Passed","completedAt":"2026-07-01T10:00:00Z",
                                      "ppt_object":{"firstName":"ANN","lastName":"EXAMPLE"}})");
        const auto other = *net::readObject(change);
        for (auto it = other.begin(); it != other.end(); ++it)
            o.insert(it.key(), it.value());
        const auto r = net::docuVerifyResult(o, {}, 1'782'900'060'000);
        if (!r) {
            QCOMPARE(r.error().code, ErrorCode::Protocol);
            QCOMPARE(QStringLiteral("refused ") + r.error().field, field);
            return;
        }
        using P = domain::ProviderStatus;
        const QHash<P, QString> words{{P::Passed, QStringLiteral("passed")}, {P::InProgress, QStringLiteral("open")},
            {P::Unknown, QStringLiteral("unknown")}};
        const QString word = words.value(r->status);
        QCOMPARE((word + QLatin1Char(' ') + r->failureReason).trimmed(), field);
        QCOMPARE(r->verifiedName, QStringLiteral("ANN EXAMPLE"));
    }
    void aLevelBelongsToItsSession_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("level"); // 0: not known
        QTest::addColumn<bool>("hasTime");
        const auto row = [](const char *name, const char *answer, int level, bool hasTime = true) {
            QTest::newRow(name) << QByteArray(answer) << level << hasTime;
        };
        row("this session", R"({"ial":"IAL2","sessionId":"s-now"})", 2, false);
        row("this session, low", R"({"ial":1,"session_id":"s-now"})", 1, false);
        row("this session, inside data", R"({"data":{"level":"2","sessionId":"s-now"}})", 2, false);
        row("an earlier session", R"({"ial":"IAL2","sessionId":"s-before"})", 0);
        row("an earlier session with a time that fits",
            R"({"ial":"IAL2","sessionId":"s-before","completedAt":"2026-11-28T10:05:00Z"})", 0);
        row("part of the name", R"({"ial":"IAL2","sessionId":"s-no"})", 0);
        row("another case", R"({"ial":"IAL2","sessionId":"S-NOW"})", 0);
        row("no session", R"({"ial":"IAL2"})", 0);
        row("an empty session", R"({"ial":"IAL2","sessionId":""})", 0);
        row("a document within the session", R"({"ial":"IAL2","completedAt":"2026-11-28T10:05:00Z"})", 2);
        row("at its start", R"({"ial":"IAL2","verifiedAt":"2026-11-28T10:00:00Z"})", 2);
        row("a moment after its end", R"({"ial":"IAL2","verifiedAt":"2026-11-28T10:11:00Z"})", 2);
        row("too long after its end", R"({"ial":"IAL2","verifiedAt":"2026-11-28T10:11:01Z"})", 0);
        row("before it", R"({"ial":"IAL2","completedAt":"2026-11-28T09:59:59Z"})", 0);
        row("last year", R"({"ial":"IAL2","completedAt":"2025-11-28T10:05:00Z"})", 0);
        row("only a day", R"({"ial":"IAL2","completedAt":"2026-11-28"})", 0);
        row("no readable time", R"({"ial":"IAL2","completedAt":"this morning"})", 0);
        row("within a session whose time is not known", R"({"ial":"IAL2","completedAt":"2026-11-28T10:05:00Z"})", 0,
            false);
        row("a list", R"({"verifications":[{"ial":"IAL2","sessionId":"s-before"},{"ial":"IAL1","sessionId":"s-now"}]})",
            1);
        row("a list without it",
            R"({"verifications":[{"ial":"IAL2","sessionId":"s-before"},{"ial":"IAL3","sessionId":"s-older"}]})", 0);
        row("a list below a level of the user",
            R"({"ial":"IAL2","verifications":[{"ial":"IAL1","sessionId":"s-now"}]})", 1);
        row("documents in data",
            R"({"data":{"documents":[{"ial":"IAL2","verifiedAt":"2026-11-28T10:05:00Z"},{"ial":"IAL2",)"
            R"("verifiedAt":"2024-01-01T10:05:00Z"}]}})",
            2);
        row("two that differ",
            R"({"verifications":[{"ial":"IAL2","sessionId":"s-now"},{"ial":"IAL1","sessionId":"s-now"}]})", 0);
        row("two that agree",
            R"({"verifications":[{"ial":"IAL2","sessionId":"s-now"},{"ial":"2","sessionId":"s-now"}]})", 2);
        row("no level", R"({"sessionId":"s-now"})", 0);
        row("a level that is none", R"({"ial":"high","sessionId":"s-now"})", 0);
    }
    void aLevelBelongsToItsSession()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, level);
        QFETCH(bool, hasTime);
        const auto at = [](const char *text) {
            return domain::parseInstant(QString::fromLatin1(text), 1'800'000'000'000).at;
        };
        const auto time =
            hasTime ? net::SessionTime{at("2026-11-28T10:00:00Z"), at("2026-11-28T10:10:00Z")} : net::SessionTime{};
        const auto document = QJsonDocument::fromJson(answer);
        QVERIFY(document.isObject());
        const auto found = net::levelOfSession(
            document.object(), core::ProviderSessionId(QStringLiteral("s-now")), time, *at("2026-11-28T12:00:00Z"));
        QCOMPARE(found.value_or(0), level);
        QCOMPARE(found.has_value(), level > 0);
    }
    // The tester's case: the user reached level 2 long ago, and the session of today has no level of its own.
    void anOldLevelIsHeld()
    {
        Stand s(QStringLiteral("level-of-before"));
        const auto created = await(s.provider->create(s.request()));
        QVERIFY(created);
        const auto r = await(s.provider->status(created->session));
        QVERIFY(r);
        domain::Session session;
        session.providerId = created->session;
        session.createdAt = s.clock->now() - core::minuteMs;
        session.request.requiredIal = 2;
        session.request.documents = {QStringLiteral("passport")};
        session.personName = QStringLiteral("Ann Example");
        session.firstName = QStringLiteral("Ann");
        session.lastName = QStringLiteral("Example");
        QCOMPARE(domain::evaluateResult(*r, session, s.clock->now(), {}).cause, domain::ReviewReason::LevelMissing);
        Stand good;
        const auto second = await(good.provider->create(good.request()));
        session.providerId = second->session;
        QCOMPARE(domain::evaluateResult(*await(good.provider->status(second->session)), session, good.clock->now(), {})
                     .cause,
            domain::ReviewReason::None);
    }
    void wrongKeysAndSettingsAreSaid()
    {
        Stand s;
        s.licence = "wrong";
        s.make();
        const core::ProviderSessionId nobody(QStringLiteral("no-such-session"));
        QCOMPARE(await(s.provider->probe(nobody))->seen.status, 401);
        s.licence = s.simulator->endpoints().idvApiKey.toUtf8();
        s.tenant.communityId = QStringLiteral("nobody");
        s.make();
        QCOMPARE(await(s.provider->probe(nobody)).error().code, ErrorCode::NotFound);
        s.tenant.communityId = s.simulator->endpoints().communityId;
        s.make();
        auto r = s.request();
        r.documents << QStringLiteral("national_id");
        QCOMPARE(await(s.provider->create(r)).error().field, QStringLiteral("documents"));
        QVERIFY(!s.provider->canSend(domain::Delivery::Sms) && !s.provider->canCancel() && !s.provider->canResend() &&
                !s.provider->takesSeveralDocuments());
    }
};
IDV_TEST(DocuVerify)
#include "tst_docuverify.moc"
