#include "httpd/server.h"
#include "lab/adapters/labcall.h"
#include "lab/events/triggers.h"
#include "support/registry.h"

using namespace support;

namespace {

const char *const changedTrigger = "idn:identity-attributes-changed";

QJsonObject subscription(const QString &url, const char *trigger = changedTrigger, const char *mode = "SYNC")
{
    return {{QStringLiteral("triggerId"), QLatin1String(trigger)}, {QStringLiteral("name"), QStringLiteral("N")},
        {QStringLiteral("type"), QStringLiteral("HTTP")},
        {QStringLiteral("httpConfig"),
            QJsonObject{{QStringLiteral("url"), url}, {QStringLiteral("httpDispatchMode"), QLatin1String(mode)},
                {QStringLiteral("httpAuthenticationType"), QStringLiteral("BEARER_TOKEN")},
                {QStringLiteral("bearerTokenAuthConfig"),
                    QJsonObject{{QStringLiteral("bearerToken"), QStringLiteral("a-token")}}}}}};
}

struct TriggerParts : LabParts
{
    lab::Triggers triggers{options, clock};
    httpd::Response subscriptions(const char *method, const QStringList &rest, const QJsonValue &body = {},
        const QList<httpd::Header> &headers = {})
    {
        return triggers.subscriptions(method, rest, asked(method, body, headers));
    }
    httpd::Response patch(const QString &id, const char *path, const QJsonValue &value)
    {
        return subscriptions("PATCH", {id},
            QJsonArray{QJsonObject{{QStringLiteral("op"), QStringLiteral("replace")},
                {QStringLiteral("path"), QLatin1String(path)}, {QStringLiteral("value"), value}}},
            {patchType()});
    }
};

QJsonObject changeTo(const char *word)
{
    return {{QStringLiteral("identity"), QJsonObject{{QStringLiteral("id"), QStringLiteral("i1")}}},
        {QStringLiteral("changes"), QJsonArray{QJsonObject{{QStringLiteral("attribute"), QStringLiteral("idvStatus")},
                                        {QStringLiteral("newValue"), QLatin1String(word)}}}}};
}

/// Somebody's server that keeps what came.
struct Told
{
    Told() : port(*server.listen(QHostAddress::LocalHost, 0)) {}
    QString url() const { return QStringLiteral("http://127.0.0.1:%1/told").arg(port); }
    QList<httpd::Request> seen;
    httpd::Server server{httpd::Server::Handler([this](const httpd::Request &r) {
        seen << r;
        httpd::Response answer;
        answer.body = "{}";
        return answer;
    })};
    quint16 port = 0;
};

} // namespace

class SimulatedTriggers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSubscriptionShowsNoSecret()
    {
        TriggerParts t;
        const auto made = t.subscriptions("POST", {}, subscription(QStringLiteral("http://127.0.0.1:9/")));
        QCOMPARE(made.status, 201);
        QVERIFY(!made.body.contains("a-token"));
        QVERIFY(t.triggers.hasSubscribers());
        const auto listed = arrayOf(t.subscriptions("GET", {}));
        QCOMPARE(listed.size(), 1);
        QCOMPARE(textOf(listed.first(), "responseDeadline"), QStringLiteral("PT1H"));
        QVERIFY(listed.first().toObject().value(QLatin1String("enabled")).toBool());
    }
    void whatIsIncompleteIsRefused()
    {
        TriggerParts t;
        const QString url = QStringLiteral("http://127.0.0.1:9/");
        auto bad = subscription(url, "idn:nothing");
        QCOMPARE(t.subscriptions("POST", {}, bad).status, 400);
        bad = subscription(url);
        bad.remove(QLatin1String("name"));
        QCOMPARE(t.subscriptions("POST", {}, bad).status, 400);
        QCOMPARE(t.subscriptions("POST", {}, subscription(QString())).status, 400);
        QCOMPARE(t.subscriptions("POST", {}, subscription(url, changedTrigger, "LATER")).status, 400);
        QVERIFY(!t.triggers.hasSubscribers());
        QCOMPARE(t.subscriptions("DELETE", {QStringLiteral("none")}).status, 404);
    }
    void aRequestResponseTriggerHasOneSubscriber()
    {
        TriggerParts t;
        const char *const asks = "idn:access-request-pre-approval";
        const QString url = QStringLiteral("http://127.0.0.1:9/");
        QCOMPARE(t.subscriptions("POST", {}, subscription(url, asks)).status, 201);
        QCOMPARE(t.subscriptions("POST", {}, subscription(url, asks)).status, 400);
        QCOMPARE(t.subscriptions("POST", {}, subscription(url)).status, 201);
        QCOMPARE(t.subscriptions("POST", {}, subscription(url)).status, 201);
    }
    void aPatchChangesWhatMayBeChanged()
    {
        TriggerParts t;
        const QString id =
            textOf(objectOf(t.subscriptions("POST", {}, subscription(QStringLiteral("http://127.0.0.1:9/")))), "id");
        QCOMPARE(t.patch(id, "/name", QStringLiteral("Renamed")).status, 200);
        QCOMPARE(textOf(arrayOf(t.subscriptions("GET", {})).first(), "name"), QStringLiteral("Renamed"));
        QCOMPARE(t.patch(id, "/id", QStringLiteral("x")).status, 400);
        QCOMPARE(t.subscriptions("PATCH", {id}, QJsonArray{}, {patchType()}).status, 400);
        QCOMPARE(t.subscriptions("PATCH", {id}, QJsonArray{}).status, 415);
        QCOMPARE(t.subscriptions("DELETE", {id}).status, 204);
        QVERIFY(!t.triggers.hasSubscribers());
    }
    void aFilterIsTriedOnAnInput()
    {
        TriggerParts t;
        const auto tried = [&t](const char *filter) {
            return objectOf(t.subscriptions("POST", {QStringLiteral("validate-filter")},
                QJsonObject{
                    {QStringLiteral("filter"), QLatin1String(filter)}, {QStringLiteral("input"), changeTo("FAILED")}}));
        };
        QVERIFY(tried("$.changes[?(@.attribute == \"idvStatus\")]").value(QLatin1String("isValid")).toBool());
        const auto other = tried("$.changes[?(@.attribute == \"x\")]");
        QVERIFY(!other.value(QLatin1String("isValid")).toBool());
        QVERIFY(other.value(QLatin1String("isValidJSONPath")).toBool());
        QVERIFY(!tried("changes").value(QLatin1String("isValidJSONPath")).toBool());
    }
    void whoeverSubscribedAndWhoseFilterFitsIsTold()
    {
        TriggerParts t;
        Told told;
        auto wanted = subscription(told.url());
        wanted.insert(QStringLiteral("filter"), QStringLiteral("$.changes[?(@.newValue == \"FAILED\")]"));
        const QString id = textOf(objectOf(t.subscriptions("POST", {}, wanted)), "id");
        t.triggers.raise(QLatin1String(changedTrigger), changeTo("VERIFIED"));
        t.triggers.raise(QStringLiteral("idn:identity-created"), changeTo("FAILED"));
        t.triggers.raise(QLatin1String(changedTrigger), changeTo("FAILED"));
        QTRY_COMPARE(told.seen.size(), 1);
        QCOMPARE(told.seen.first().header("Authorization"), QByteArray("Bearer a-token"));
        QCOMPARE(QJsonDocument::fromJson(told.seen.first().body).object().value(QLatin1String("identity")),
            changeTo("FAILED").value(QLatin1String("identity")));
        QTRY_COMPARE(t.triggers.delivered(), 1);
        QCOMPARE(t.patch(id, "/enabled", false).status, 200);
        t.triggers.raise(QLatin1String(changedTrigger), changeTo("FAILED"));
        // A test reaches one that is switched off as well.
        const auto test = t.triggers.invocations("POST", {QStringLiteral("test")},
            asked("POST", QJsonObject{{QStringLiteral("triggerId"), QLatin1String(changedTrigger)},
                              {QStringLiteral("contentJson"), QJsonObject{}}}));
        QCOMPARE(test.status, 200);
        QTRY_COMPARE(told.seen.size(), 2);
        QCOMPARE(arrayOf(t.triggers.invocations("GET", {QStringLiteral("status")}, asked("GET"))).size(), 2);
    }
    void aTestWithoutASubscriberStartsNothing()
    {
        TriggerParts t;
        const auto test = [&t](const QJsonObject &body) {
            return t.triggers.invocations("POST", {QStringLiteral("test")}, asked("POST", body)).status;
        };
        QCOMPARE(test({{QStringLiteral("triggerId"), QLatin1String(changedTrigger)},
                     {QStringLiteral("contentJson"), QJsonObject{}}}),
            204);
        QCOMPARE(test({{QStringLiteral("triggerId"), QLatin1String(changedTrigger)}}), 400);
        QCOMPARE(t.triggers.invocations("GET", {QStringLiteral("x")}, asked("GET")).status, 404);
    }
    void theyAreToldWithAnExample()
    {
        TriggerParts t;
        const auto all = arrayOf(t.triggers.triggers());
        QVERIFY(all.size() > 4);
        for (const auto &one : all) {
            QVERIFY(one.toObject().value(QLatin1String("exampleInput")).isObject());
            QCOMPARE(one.toObject().value(QLatin1String("outputSchema")).isNull(),
                textOf(one, "type") == QLatin1String("FIRE_AND_FORGET"));
        }
    }
};
IDV_TEST(SimulatedTriggers)
#include "tst_labtriggers.moc"
