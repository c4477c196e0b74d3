#include "net/sailpoint/events/subscriptionreader.h"
#include "support/registry.h"
#include <QJsonDocument>
#include <QtTest>

using domain::Invocation;
using domain::InvocationState;
using domain::Subscription;
using domain::SubscriptionType;
using domain::Trigger;
using domain::TriggerAuth;
using domain::TriggerType;

// What SailPoint sends about its triggers, read without believing more than it says.
class SubscriptionReader : public QObject
{
    Q_OBJECT
    static QJsonObject parsed(const QString &json) { return QJsonDocument::fromJson(json.toUtf8()).object(); }

private Q_SLOTS:
    void triggers_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("type"); // -1: nothing that is known
        QTest::addColumn<int>("keysOfExample");
        const int telling = int(TriggerType::FireAndForget), asking = int(TriggerType::RequestResponse);
        QTest::newRow("whole") << R"({"id":"a","type":"REQUEST_RESPONSE","exampleInput":{"x":1,"y":2}})"
                               << "a"
                               << "REQUEST_RESPONSE" << asking << 2;
        QTest::newRow("tells") << R"({"id":"a","type":"FIRE_AND_FORGET","exampleInput":{}})"
                               << "a"
                               << "FIRE_AND_FORGET" << telling << 0;
        QTest::newRow("a new word") << R"({"id":"a","type":"STREAM"})"
                                    << "a"
                                    << "STREAM" << -1 << 0;
        QTest::newRow("small letters") << R"({"id":"a","type":"request_response"})"
                                       << "a"
                                       << "request_response" << -1 << 0;
        QTest::newRow("null") << R"({"id":null,"type":null,"exampleInput":null})"
                              << ""
                              << "" << -1 << 0;
        QTest::newRow("other types") << R"({"id":7,"type":["REQUEST_RESPONSE"],"exampleInput":[{"x":1}]})"
                                     << ""
                                     << "" << -1 << 0;
        QTest::newRow("nothing") << "{}"
                                 << ""
                                 << "" << -1 << 0;
    }
    void triggers()
    {
        QFETCH(QString, json);
        QFETCH(QString, id);
        QFETCH(QString, word);
        QFETCH(int, type);
        QFETCH(int, keysOfExample);
        const Trigger t = net::sailpoint::triggerFrom(parsed(json));
        QCOMPARE(t.id, id);
        QCOMPARE(t.typeWord, word);
        QCOMPARE(t.type ? int(*t.type) : -1, type);
        QCOMPARE(t.exampleInput.size(), keysOfExample);
        QCOMPARE(t.raw, parsed(json));
    }
    void aSubscriptionIsReadWhole()
    {
        const QJsonObject o = parsed(QStringLiteral(
            R"({"id":"s1","name":"N","description":"D","triggerId":"idn:identity-created","type":"HTTP",)"
            R"("responseDeadline":"PT2H","filter":"$","enabled":false,"triggerName":"T","httpConfig":)"
            R"({"url":"https://x/","httpDispatchMode":"ASYNC","httpAuthenticationType":"BASIC_AUTH",)"
            R"("basicAuthConfig":{"userName":"u","password":null},"bearerTokenAuthConfig":null}})"));
        const Subscription s = net::sailpoint::subscriptionFrom(o);
        QCOMPARE(s.id, QStringLiteral("s1"));
        QCOMPARE(s.name, QStringLiteral("N"));
        QCOMPARE(s.description, QStringLiteral("D"));
        QCOMPARE(s.triggerId, QStringLiteral("idn:identity-created"));
        QVERIFY(s.type == SubscriptionType::Http && s.hasHttpConfig);
        QCOMPARE(s.url, QStringLiteral("https://x/"));
        QVERIFY(s.auth == TriggerAuth::Basic);
        QCOMPARE(s.userName, QStringLiteral("u"));
        QVERIFY(s.mode == domain::DispatchMode::Async);
        QCOMPARE(s.deadline.value_or(QString()), QStringLiteral("PT2H"));
        QCOMPARE(s.filter, QStringLiteral("$"));
        QVERIFY(s.isEnabled == false);
        QCOMPARE(s.raw, o);
    }
    void subscriptions_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<int>("type"); // -1: nothing that is known
        QTest::addColumn<bool>("hasHttp");
        QTest::addColumn<int>("auth");
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("enabled");
        QTest::addColumn<bool>("hasDeadline");
        const int http = int(SubscriptionType::Http), workflow = int(SubscriptionType::Workflow);
        QTest::newRow("nothing") << "{}" << -1 << false << -1 << -1 << -1 << false;
        QTest::newRow("a workflow's") << R"({"type":"WORKFLOW","enabled":true,"httpConfig":null})" << workflow << false
                                      << -1 << -1 << 1 << false;
        QTest::newRow("an empty config") << R"({"type":"HTTP","httpConfig":{}})" << http << false << -1 << -1 << -1
                                         << false;
        QTest::newRow("new words") << R"({"type":"QUEUE","httpConfig":{"httpAuthenticationType":"OAUTH",)"
                                      R"("httpDispatchMode":"LATER"},"enabled":true})"
                                   << -1 << true << -1 << -1 << 1 << false;
        QTest::newRow("a mode in small letters")
            << R"({"type":"HTTP","httpConfig":{"httpDispatchMode":"dynamic","httpAuthenticationType":"no_auth"}})"
            << http << true << -1 << int(domain::DispatchMode::Dynamic) << -1 << false;
        QTest::newRow("no sign-in") << R"({"type":"HTTP","httpConfig":{"httpAuthenticationType":"NO_AUTH"}})" << http
                                    << true << int(TriggerAuth::None) << -1 << -1 << false;
        QTest::newRow("null") << R"({"type":null,"httpConfig":null,"enabled":null,"responseDeadline":null})" << -1
                              << false << -1 << -1 << -1 << false;
        QTest::newRow("other types") << R"({"type":1,"httpConfig":[{"url":"x"}],"enabled":"true",)"
                                        R"("responseDeadline":3600})"
                                     << -1 << false << -1 << -1 << 1 << false;
        QTest::newRow("a number for on") << R"({"enabled":1,"responseDeadline":""})" << -1 << false << -1 << -1 << 1
                                         << true;
        QTest::newRow("a word that is none") << R"({"enabled":"maybe"})" << -1 << false << -1 << -1 << -1 << false;
    }
    void subscriptions()
    {
        QFETCH(QString, json);
        QFETCH(int, type);
        QFETCH(bool, hasHttp);
        QFETCH(int, auth);
        QFETCH(int, mode);
        QFETCH(int, enabled);
        QFETCH(bool, hasDeadline);
        const Subscription s = net::sailpoint::subscriptionFrom(parsed(json));
        QCOMPARE(s.type ? int(*s.type) : -1, type);
        QCOMPARE(s.hasHttpConfig, hasHttp);
        QCOMPARE(s.auth ? int(*s.auth) : -1, auth);
        QCOMPARE(s.mode ? int(*s.mode) : -1, mode);
        QCOMPARE(s.isEnabled ? int(*s.isEnabled) : -1, enabled);
        QCOMPARE(s.deadline.has_value(), hasDeadline);
        QVERIFY(s.id.isEmpty() && s.name.isEmpty() && s.url.isEmpty() && s.filter.isEmpty() && s.userName.isEmpty());
        QCOMPARE(s.raw, parsed(json));
    }
    void unknownWordsAreKeptAsTheyCame()
    {
        const Subscription s = net::sailpoint::subscriptionFrom(
            parsed(QStringLiteral(R"({"type":"QUEUE","httpConfig":{"httpAuthenticationType":"OAUTH"}})")));
        QCOMPARE(s.typeWord, QStringLiteral("QUEUE"));
        QCOMPARE(s.authWord, QStringLiteral("OAUTH"));
    }
    void aSecretThatAnAnswerHoldsIsNotHandedOn()
    {
        const QString text = QStringLiteral(R"({"httpConfig":{"basicAuthConfig":{"userName":"u","password":%1},)"
                                            R"("bearerTokenAuthConfig":{"bearerToken":%1}}})");
        const Subscription s = net::sailpoint::subscriptionFrom(parsed(text.arg(QStringLiteral("\"hush-hush-hush\""))));
        QCOMPARE(s.raw, parsed(text.arg(QStringLiteral("null"))));
        QCOMPARE(s.userName, QStringLiteral("u"));
        const Invocation i =
            net::sailpoint::invocationFrom(parsed(QStringLiteral(R"({"id":"i","secret":"hush-hush-hush"})")));
        QCOMPARE(i.raw, parsed(QStringLiteral(R"({"id":"i"})")));
        const auto started = net::sailpoint::startedInvocationFrom(
            parsed(QStringLiteral(R"({"id":"i","triggerId":"t","secret":"hush-hush-hush","contentJson":{}})")));
        QCOMPARE(started.id, QStringLiteral("i"));
        QCOMPARE(started.triggerId, QStringLiteral("t"));
        QCOMPARE(started.raw, parsed(QStringLiteral(R"({"id":"i","triggerId":"t"})")));
        QVERIFY(net::sailpoint::startedInvocationFrom({}).raw.isEmpty());
    }
    void whatWasAskedForIsReadBackTheSame()
    {
        for (const TriggerAuth auth : {TriggerAuth::None, TriggerAuth::Basic, TriggerAuth::Bearer}) {
            domain::SubscriptionDraft d;
            d.name = QStringLiteral("Events");
            d.triggerId = QStringLiteral("idn:identity-created");
            d.url = QStringLiteral("https://events.acme.example/x");
            d.auth = auth;
            d.userName = auth == TriggerAuth::Basic ? QStringLiteral("u") : QString();
            d.filter = QStringLiteral("$");
            d.isRequestResponse = true;
            d.mode = domain::DispatchMode::Dynamic;
            d.deadline = QStringLiteral("PT3H");
            const Subscription held =
                net::sailpoint::subscriptionFrom(domain::subscriptionBody(d, QStringLiteral("hush-hush-hush")));
            QVERIFY(domain::subscriptionPatch(held, d, {}).isEmpty());
            QVERIFY(!domain::needsSecret(held, d));
            QVERIFY(!QJsonDocument(held.raw).toJson().contains("hush"));
        }
    }
    void invocations_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("error");
        QTest::addColumn<int>("type");       // -1: nothing that is known
        QTest::addColumn<qint64>("created"); // -1: nothing that can be read
        const auto row = [](const char *name, const char *json, InvocationState state, const char *error = "",
                             int type = -1, qint64 created = -1) {
            QTest::newRow(name) << json << int(state) << error << type << created;
        };
        const auto inProgress = InvocationState::InProgress, completed = InvocationState::Completed,
                   failed = InvocationState::Failed;
        row("begun", R"({"created":"2026-02-16T03:04:45.815Z","type":"TEST"})", inProgress, "",
            int(domain::InvocationType::Test), 1771211085815);
        row("a real one", R"({"created":"x","type":"REAL_TIME","completed":"x"})", completed, "",
            int(domain::InvocationType::RealTime));
        row("a new kind", R"({"created":7,"type":"REPLAY","completed":"x"})", completed);
        row("completed", R"({"completed":"x"})", completed);
        row("without an error", R"({"completed":"x","completeInvocationInput":{"localizedError":null,"output":{}}})",
            completed);
        row("an error", R"({"completed":"x","completeInvocationInput":{"localizedError":{"message":"HTTP 502"}}})",
            failed, "HTTP 502");
        row("an empty error", R"({"completed":"x","completeInvocationInput":{"localizedError":{}}})", completed);
        row("an error without a text", R"({"completed":"x","completeInvocationInput":{"localizedError":{"key":"k"}}})",
            failed, "?");
        row("an error as a text", R"({"completed":"x","completeInvocationInput":{"localizedError":"HTTP 502"}})",
            failed, "HTTP 502");
        row("an error of another type", R"({"completed":"x","completeInvocationInput":{"localizedError":502}})", failed,
            "?");
        row("a time without a zone", R"({"created":"2026-02-16T03:04:45","completed":"x"})", completed, "", -1,
            1771211085000);
        row("an error and no end", R"({"completeInvocationInput":{"localizedError":{"message":"HTTP 502"}}})",
            inProgress, "HTTP 502");
        row("an end of another type", R"({"completed":1771210985815,"completeInvocationInput":[]})", inProgress);
        row("null", R"({"created":null,"completed":null,"type":null,"completeInvocationInput":null})", inProgress);
        row("nothing", "{}", inProgress);
    }
    void invocations()
    {
        QFETCH(QString, json);
        QFETCH(int, state);
        QFETCH(QString, error);
        QFETCH(int, type);
        QFETCH(qint64, created);
        const Invocation i = net::sailpoint::invocationFrom(parsed(json));
        QCOMPARE(int(domain::invocationState(i)), state);
        QCOMPARE(i.error, error);
        QCOMPARE(i.type ? int(*i.type) : -1, type);
        QCOMPARE(i.created.value_or(-1), created);
        QCOMPARE(i.raw, parsed(json));
    }
    void anInvocationNamesItsSubscription()
    {
        const Invocation i = net::sailpoint::invocationFrom(parsed(QStringLiteral(
            R"({"id":"i","subscriptionId":"s","subscriptionName":"N","type":"REPLAY","completed":"x"})")));
        QCOMPARE(i.id, QStringLiteral("i"));
        QCOMPARE(i.subscriptionId, QStringLiteral("s"));
        QCOMPARE(i.subscriptionName, QStringLiteral("N"));
        QCOMPARE(i.typeWord, QStringLiteral("REPLAY"));
    }
};
IDV_TEST(SubscriptionReader)
#include "tst_subscriptionreader.moc"
