#include "lab/events/workflowmachine.h"
#include "lab/events/workflowpath.h"
#include "support/fakeclock.h"
#include "support/registry.h"
#include <QJsonDocument>
#include <QSignalSpy>

namespace {

QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

const QJsonObject facts = object(R"({"trigger":{"identity":{"id":"i1"},"none":null,"n":1,"ok":true,"odd name":"x"},
    "findAccount":{"statusCode":200,"body":[{"id":"a1"},{"id":"a2"}]}})");

} // namespace

class StepsOfWorkflows : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pathsLead_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("found"); // as JSON; empty: nowhere
        const auto row = [](const char *path, const char *found) {
            QTest::newRow(path) << QString::fromLatin1(path) << QString::fromLatin1(found);
        };
        row("$.trigger.identity.id", "\"i1\"");
        row("$.trigger.n", "1");
        row("$.trigger['odd name']", "\"x\"");
        row("$.trigger.none", "null");
        row("$.findAccount.body.length()", "2");
        row("$.findAccount.body[1].id", "\"a2\"");
        row("$.findAccount.body[2].id", "");
        row("$.findAccount.statusCode.x", "");
        row("$.nobody", "");
        row("$.trigger.length()", "");
        row("trigger.n", "");
    }
    void pathsLead()
    {
        QFETCH(QString, path);
        QFETCH(QString, found);
        const QJsonValue v = lab::factAt(path, facts);
        const QByteArray json = QJsonDocument(QJsonArray{v}).toJson(QJsonDocument::Compact);
        QCOMPARE(v.isUndefined() ? QString() : QString::fromUtf8(json.mid(1).chopped(1)), found);
    }
    void textsAreFilledIn()
    {
        QString nowhere;
        const auto filled =
            lab::filledIn(object(R"({"a":["{{$.trigger.identity.id}} and {{$.findAccount.body[0].id}}",7],
                "b":{"c":"{{$.trigger.ok}}"}})"),
                facts, nowhere);
        QVERIFY(filled);
        QCOMPARE(filled->toObject(), object(R"({"a":["i1 and a1",7],"b":{"c":"true"}})"));
        for (const char *lost : {R"({"a":"{{$.trigger.email}}"})", R"({"a":{"b":["{{$.trigger.none}}"]}})"}) {
            nowhere.clear();
            QVERIFY(!lab::filledIn(object(lost), facts, nowhere));
            QVERIFY(nowhere.startsWith(QLatin1String("$.trigger.")));
        }
        QCOMPARE(lab::variableOf(QStringLiteral("HTTP Request 1")), QStringLiteral("hTTPRequest1"));
        QCOMPARE(lab::variableOf(QStringLiteral("Find Account")), QStringLiteral("findAccount"));
    }
    void choices_data()
    {
        QTest::addColumn<QByteArray>("choice");
        QTest::addColumn<int>("chosen"); // -1: not known
        const auto row = [](const char *comparator, const char *a, const QJsonValue &b, int chosen) {
            const QJsonObject o{{QStringLiteral("comparator"), QLatin1String(comparator)},
                {QStringLiteral("variableA.$"), QLatin1String(a)}, {QStringLiteral("variableB"), b}};
            const QByteArray choice = QJsonDocument(o).toJson(QJsonDocument::Compact);
            QTest::newRow(choice.constData()) << choice << chosen;
        };
        row("IsPresent", "$.trigger.identity", {}, 1);
        row("IsPresent", "$.trigger.none", {}, 0);
        row("IsPresent", "$.trigger.gone", {}, 0);
        row("StringEquals", "$.trigger.identity.id", QStringLiteral("i1"), 1);
        row("StringEquals", "$.trigger.identity.id", QStringLiteral("a1"), 0);
        row("StringEquals", "$.trigger.gone", QString(), 0);
        row("NumericEquals", "$.findAccount.body.length()", 2, 1);
        row("NumericEquals", "$.trigger.gone", 0, 0);
        row("BooleanEquals", "$.trigger.ok", true, 1);
        row("StringMatches", "$.trigger.ok", QStringLiteral("x"), -1);
    }
    void choices()
    {
        QFETCH(QByteArray, choice);
        QFETCH(int, chosen);
        const auto is = lab::isChosen(object(choice.constData()), facts);
        QCOMPARE(is ? int(*is) : -1, chosen);
    }
    void twoFactsAreCompared()
    {
        const QString b = QStringLiteral("variableB.$");
        QJsonObject o{{QStringLiteral("comparator"), QStringLiteral("StringEquals")},
            {QStringLiteral("variableA.$"), QStringLiteral("$.trigger.identity.id")},
            {b, QStringLiteral("$.findAccount.body[0].id")}};
        QVERIFY(!*lab::isChosen(o, facts));
        o.insert(b, QStringLiteral("$.trigger.identity.id"));
        QVERIFY(*lab::isChosen(o, facts));
    }
    void aRunEndsSomehow_data()
    {
        QTest::addColumn<QJsonObject>("step");
        QTest::addColumn<bool>("isSuccess");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const char *step, bool ok, const char *said) {
            QTest::newRow(name) << object(step) << ok << QString::fromLatin1(said);
        };
        row("success", R"({"type":"success"})", true, "");
        row("failure", R"({"type":"failure","failureName":"not this one"})", false, "not this one");
        row("a circle", R"({"type":"choice","choiceList":[],"defaultStep":"a"})", false, "circles");
        row("another way of comparing",
            R"({"type":"choice","choiceList":[{"comparator":"?","nextStep":"b"}],"defaultStep":"b"})", false,
            "not known here");
        row("a mail", R"({"type":"action","actionId":"sp:send-email","attributes":{},"nextStep":"b"})", true, "");
    }
    void aRunEndsSomehow()
    {
        QFETCH(QJsonObject, step);
        QFETCH(bool, isSuccess);
        QFETCH(QString, said);
        endsWith(step, isSuccess, said);
    }
    void aRequestThatLeadsNowhereEndsIt()
    {
        const auto http = [](const char *key, const QString &value, const QJsonValue &way) {
            const QJsonObject attributes{{QStringLiteral("authenticationType"), way},
                {QStringLiteral("method"), QStringLiteral("get")}, {QLatin1String(key), value}};
            return QJsonObject{{QStringLiteral("type"), QStringLiteral("action")},
                {QStringLiteral("actionId"), QStringLiteral("sp:http")}, {QStringLiteral("attributes"), attributes},
                {QStringLiteral("nextStep"), QStringLiteral("b")}};
        };
        const QString nobody = QStringLiteral("http://127.0.0.1:1/");
        endsWith(
            http("oAuthTokenUrl", QStringLiteral("https://elsewhere.example/oauth/token"), QStringLiteral("OAuth")),
            false, QStringLiteral("somewhere else"));
        endsWith(http("oAuthTokenUrl", nobody + QStringLiteral("oauth/token"), QStringLiteral("OAuth")), false,
            QStringLiteral("no token"));
        endsWith(http("url", nobody + QStringLiteral("{{$.trigger.gone}}"), {}), false, QStringLiteral("not there"));
        endsWith(http("url", nobody, {}), false, QStringLiteral("answered 0"));
    }

private:
    /// A workflow of one step that counts, and an end.
    static void endsWith(const QJsonObject &step, bool isSuccess, const QString &said)
    {
        const QJsonObject steps{{QStringLiteral("a"), step}, {QStringLiteral("b"), object(R"({"type":"success"})")}};
        const QJsonObject definition{{QStringLiteral("start"), QStringLiteral("a")}, {QStringLiteral("steps"), steps}};
        QCOMPARE(lab::faultOfDefinition(definition), QString());
        lab::Endpoints ends;
        ends.sailpointUrl = QStringLiteral("http://127.0.0.1:1");
        ends.idvUrl = QStringLiteral("http://127.0.0.1:2");
        lab::WorkflowMachine machine(ends, std::make_shared<support::FakeClock>(1'800'000'000'000));
        int ended = 0;
        bool success = false;
        QJsonArray events;
        machine.run(definition, {}, [&](bool ok, const QJsonArray &told) {
            ++ended;
            success = ok;
            events = told;
        });
        QCOMPARE(ended, 0); // whoever asked is answered first
        QTRY_COMPARE_WITH_TIMEOUT(ended, 1, 10000);
        QCOMPARE(success, isSuccess);
        QVERIFY2(QJsonDocument(events).toJson().contains(said.toUtf8()), QJsonDocument(events).toJson());
    }
};
IDV_TEST(StepsOfWorkflows)
#include "tst_workflowpath.moc"
