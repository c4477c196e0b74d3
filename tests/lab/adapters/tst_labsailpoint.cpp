#include "lab/adapters/labcall.h"
#include "lab/events/triggers.h"
#include "lab/sailpoint/approvals.h"
#include "lab/sailpoint/cultures.h"
#include "lab/sailpoint/sailpoint.h"
#include "support/registry.h"
#include <QSet>

using namespace support;

namespace {

struct ApprovalParts : LabParts
{
    explicit ApprovalParts(const std::function<void(lab::Options &)> &change = {}) : LabParts(change) {}
    lab::Directory directory{options, labNow};
    lab::Approvals approvals{options, directory, clock};
    QJsonArray pending(const char *query = "")
    {
        return arrayOf(approvals.requests("GET", {QStringLiteral("pending")}, questioned(query)));
    }
    QJsonArray completed() { return arrayOf(approvals.requests("GET", {QStringLiteral("completed")}, questioned(""))); }
    int decide(const QString &id, const char *verb, const QJsonObject &body = {})
    {
        return approvals.requests("POST", {id, QLatin1String(verb)}, asked("POST", body)).status;
    }
};

struct Tenant : LabParts
{
    explicit Tenant(const std::function<void(lab::Options &)> &change = {}) : LabParts(change) {}
    lab::SailPoint sailpoint{options, ends, clock};
    httpd::Response token(const QString &id, const QString &secret)
    {
        httpd::Request r;
        r.method = "POST";
        r.path = "/oauth/token";
        r.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
        r.body = "grant_type=client_credentials&client_id=" + id.toLatin1() + "&client_secret=" + secret.toLatin1();
        return sailpoint.handle(r);
    }
    QByteArray signedIn(const QString &id = QStringLiteral("client"), const QString &secret = QStringLiteral("secret"))
    {
        return textOf(objectOf(token(id, secret)), "access_token").toLatin1();
    }
    httpd::Response ask(const char *method, const char *path, const QByteArray &token, const QJsonValue &body = {})
    {
        auto r = asked(method, body, {{"Authorization", "Bearer " + token}});
        r.path = path;
        return sailpoint.handle(r);
    }
};

} // namespace

class SimulatedSailPoint : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nobodyIsAnsweredWithoutAToken()
    {
        Tenant t;
        QCOMPARE(t.token(QStringLiteral("client"), QStringLiteral("wrong")).status, 401);
        QCOMPARE(t.ask("GET", "/v2024/identities", "made-up").status, 401);
        const QByteArray good = t.signedIn();
        QCOMPARE(t.ask("GET", "/v2024/identities", good).status, 200);
        QCOMPARE(t.ask("GET", "/identities/v1", good).status, 200);
        QCOMPARE(t.ask("GET", "/somewhere/else", good).status, 404);
        t.clock->advance(std::chrono::milliseconds(t.options.tokenLifetime).count());
        QCOMPARE(t.ask("GET", "/v2024/identities", good).status, 401);
    }
    void everyAnswerHasANumberOfItsOwn()
    {
        Tenant t;
        QSet<QByteArray> numbers;
        for (int i = 0; i < 3; ++i) {
            const auto r = t.ask("GET", "/v2024/identities", "made-up");
            for (const auto &h : r.headers) {
                if (h.first == "SLPT-Request-ID")
                    numbers.insert(h.second);
            }
        }
        QCOMPARE(numbers.size(), 3);
    }
    void aWorkflowsClientMayDoNothingElse()
    {
        Tenant t;
        const QByteArray token = t.signedIn(t.ends.workflowClientId, t.ends.workflowClientSecret);
        QCOMPARE(t.ask("GET", "/v2024/identities", token).status, 403);
        QCOMPARE(t.ask("GET", "/v2024/workflows", token).status, 200);
    }
    void scopesBoundWhatATokenMay()
    {
        Tenant t([](lab::Options &o) { o.scopes = {QStringLiteral("idn:identity-profile:read")}; });
        const QByteArray token = t.signedIn();
        QCOMPARE(t.ask("GET", "/v2024/identity-profiles", token).status, 200);
        QCOMPARE(t.ask("DELETE", "/v2024/identities/x", token).status, 403);
        const QByteArray second = t.signedIn(t.ends.reviewerClientId, t.ends.reviewerClientSecret);
        QCOMPARE(t.ask("DELETE", "/v2024/identities/x", second).status, 404);
    }
    void aHundredCallsInTenSecondsAndNoMore()
    {
        Tenant t([](lab::Options &o) { o.rateLimit = true; });
        const QByteArray token = t.signedIn();
        for (int i = 0; i < 100; ++i)
            QCOMPARE(t.ask("GET", "/v2024/public-identities", token).status, 200);
        const auto refused = t.ask("GET", "/v2024/public-identities", token);
        QCOMPARE(refused.status, 429);
        QVERIFY(refused.headers.contains(httpd::Header("Retry-After", "2")));
        QCOMPARE(t.sailpoint.counters().value(QLatin1String("rate-limited")).toInt(), 1);
        t.clock->advance(10 * core::secondMs);
        QCOMPARE(t.ask("GET", "/v2024/public-identities", token).status, 200);
    }
    void whatItCountsIsToldToWhoeverAsks()
    {
        Tenant t;
        const QByteArray token = t.signedIn();
        (void)t.ask("GET", "/v2024/identities", token);
        httpd::Request r;
        r.method = "GET";
        r.path = "/lab/stats";
        const auto stats = objectOf(t.sailpoint.handle(r));
        QCOMPARE(stats.value(QLatin1String("token")).toInt(), 1);
        QCOMPARE(stats.value(QLatin1String("GET /identities")).toInt(), 1);
        QVERIFY(!t.sailpoint.triggers().hasSubscribers());
        QCOMPARE(t.sailpoint.directory().count(), 120);
    }
    void aDecisionIsAcceptedAtOnceAndAppliedLater()
    {
        ApprovalParts p;
        QCOMPARE(p.pending().size(), 8);
        const QString one = textOf(p.pending().first(), "id");
        QCOMPARE(p.decide(one, "approve"), 202);
        QCOMPARE(p.pending().size(), 8);
        QCOMPARE(textOf(p.pending().first(), "actionInProcess"), QStringLiteral("APPROVED"));
        QCOMPARE(p.decide(one, "reject", {{QStringLiteral("comment"), QStringLiteral("no")}}), 400);
        p.process();
        QCOMPARE(p.pending().size(), 7);
        QCOMPARE(p.completed().size(), 1);
        QCOMPARE(textOf(p.completed().first(), "state"), QStringLiteral("APPROVED"));
        QCOMPARE(p.decide(one, "approve"), 404);
    }
    void aRefusalAndAHandOverNeedAWord()
    {
        ApprovalParts p;
        const auto waiting = p.pending();
        const QString one = textOf(waiting.at(0), "id"), other = textOf(waiting.at(1), "id");
        QCOMPARE(p.decide(one, "reject"), 400);
        QCOMPARE(p.decide(one, "reject", {{QStringLiteral("comment"), QStringLiteral("not needed")}}), 202);
        QCOMPARE(p.decide(other, "forward", {{QStringLiteral("comment"), QStringLiteral("yours")}}), 400);
        QJsonObject to{{QStringLiteral("newOwnerId"), QStringLiteral("somebody")},
            {QStringLiteral("comment"), QString(256, QLatin1Char('x'))}};
        QCOMPARE(p.decide(other, "forward", to), 400);
        to.insert(QStringLiteral("comment"), QStringLiteral("yours"));
        QCOMPARE(p.decide(other, "forward", to), 202);
        p.process();
        QCOMPARE(p.pending().size(), 6);
        QCOMPARE(p.completed().size(), 1); // what was handed over is not decided
        const auto summary =
            objectOf(p.approvals.requests("GET", {QStringLiteral("approval-summary")}, questioned("")));
        QCOMPARE(summary.value(QLatin1String("rejected")).toInt(), 1);
        QCOMPARE(summary.value(QLatin1String("pending")).toInt(), 6);
    }
    void somebodyElseDecidesMeanwhile()
    {
        ApprovalParts p;
        const QString one = textOf(p.pending().first(), "id");
        p.approvals.decideElsewhere(one, false, QStringLiteral("Dvora"));
        QCOMPARE(p.decide(one, "approve"), 404);
        const auto done = p.completed().first();
        QCOMPARE(textOf(done, "state"), QStringLiteral("REJECTED"));
        QCOMPARE(textOf(done.toObject().value(QLatin1String("reviewedBy")), "name"), QStringLiteral("Dvora"));
    }
    void requestsAreFoundByIdOnly()
    {
        ApprovalParts p;
        const QString one = textOf(p.pending().at(3), "id");
        QCOMPARE(p.pending("filters=id%20eq%20%22" + one.toLatin1() + "%22").size(), 1);
        QCOMPARE(
            p.approvals.requests("GET", {QStringLiteral("pending")}, questioned("filters=name%20eq%20%22x%22")).status,
            400);
        ApprovalParts nobody([](lab::Options &o) { o.hasUser = false; });
        QCOMPARE(nobody.approvals.requests("GET", {QStringLiteral("pending")}, questioned("owner-id=me")).status, 403);
        QCOMPARE(arrayOf(p.approvals.certifications("GET", {}, questioned(""))).size(), 2);
        QCOMPARE(p.approvals.certifications("POST", {}, questioned("")).status, 404);
    }
    void everyCultureHasNamesInItsScriptAndInLatin()
    {
        for (quint32 i = 0; i < lab::cultureCount; ++i) {
            const auto &c = lab::cultureAt(i);
            QVERIFY(c.dial && QByteArray(c.dial).startsWith('+'));
            for (const auto &words : {c.given, c.family}) {
                for (const auto &w : words) {
                    const QString native = QString::fromUtf8(w.native), latin = QString::fromUtf8(w.latin);
                    QVERIFY(!native.isEmpty() && !latin.isEmpty());
                    QVERIFY2(!native.contains(QChar::ReplacementCharacter), w.latin);
                    for (const QChar x : latin)
                        QVERIFY2(x.unicode() < 128, w.latin);
                }
            }
        }
    }
    void aFamilyNameFitsTheGivenNamesScript()
    {
        const auto isLatin = [](const char *text) {
            return QString::fromUtf8(text).at(0).script() == QChar::Script_Latin;
        };
        for (quint32 culture = 0; culture < lab::cultureCount; ++culture) {
            for (quint32 given = 0; given < 10; ++given) {
                for (quint32 drawn = 0; drawn < 10; ++drawn) {
                    const auto &family = lab::fittingFamily(culture, given, drawn);
                    QVERIFY2(
                        isLatin(family.native) == isLatin(lab::cultureAt(culture).given[given].native), family.latin);
                }
            }
        }
    }
};
IDV_TEST(SimulatedSailPoint)
#include "tst_labsailpoint.moc"
