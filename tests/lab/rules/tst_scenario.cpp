#include "core/jsonplace.h"
#include "domain/scenarios/scenario.h"
#include "support/registry.h"
#include <QJsonDocument>
#include <QXmlStreamReader>
#include <QtTest>

using core::TextPlace;
using domain::Scenario;

class Scenarios : public QObject
{
    Q_OBJECT
    static QByteArray text(const QByteArray &steps, const QByteArray &more = {})
    {
        return "{\n  \"format\": \"idv-console-scenario/1\",\n  \"id\": \"mine\",\n  \"title\": \"Mine\",\n" + more +
               "  \"steps\": [\n" + steps + "\n  ]\n}\n";
    }
private Q_SLOTS:
    void placesAreCountedFromOneInCharacters()
    {
        const QByteArray utf8("{\n \"é\": 1,\n \"b\": x}");
        QCOMPARE(core::placeOf(utf8, 0), (TextPlace{1, 1}));
        const auto fault = core::jsonFault(utf8);
        QVERIFY(fault);
        QCOMPARE(fault->place.line, 3);
        QVERIFY(!core::jsonFault("{\"a\": [1, 2]}"));
        QVERIFY(core::jsonFault(""));
        QCOMPARE(core::placeOfPointer(utf8.chopped(2) + "1}", QStringLiteral("/b")), (TextPlace{3, 2}));
    }
    void aPointerIsFoundThroughWhatIsNotMeant()
    {
        const QByteArray t(
            "{\n\"x\": {\"steps\": [\"]\\\"\", {\"a\": 1}]},\n\"steps\": [\n1,\n{\"do\": true, \"k~/\": 2}]\n}");
        QCOMPARE(core::placeOfPointer(t, QStringLiteral("/steps/1/do")).line, 5);
        QCOMPARE(core::placeOfPointer(t, QStringLiteral("/steps/1/do")).column, 2);
        QCOMPARE(core::placeOfPointer(t, QStringLiteral("/steps/1/k~0~1")).column, 14);
        QCOMPARE(core::placeOfPointer(t, QStringLiteral("/steps/1/none")).line, 5); // its nearest ancestor
        QCOMPARE(core::placeOfPointer(t, QStringLiteral("/x/steps/1/a")).line, 2);
    }
    void faultsNameFileLineAndWhatIsExpected_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("begins");
        QTest::addColumn<QString>("says");
        const QByteArray good = R"({"do": "check", "expect": {"session.state": "verified"}})";
        QTest::newRow("no JSON") << QByteArray("{\n \"id\": ,\n}") << "f.json:2:"
                                 << "no JSON";
        QTest::newRow("no object") << QByteArray("[]") << "f.json:1:"
                                   << "one JSON object";
        QTest::newRow("another format") << QByteArray("{\n\n\"format\": \"x/1\"}") << "f.json:3:"
                                        << "idv-console-scenario/1";
        QTest::newRow("a stray member") << text(good, "  \"colour\": 1,\n") << "f.json:5:"
                                        << "\"colour\" is not known here. Expected: format, id";
        QTest::newRow("no steps") << text({}) << "f.json:5:"
                                  << "1 to 100 steps";
        QTest::newRow("another action") << text(good + ",\n{\n\"do\": \"dance\"}") << "f.json:8:"
                                        << "\"do\" is one of: synchronise";
        QTest::newRow("an argument is missing") << text("{\"do\": \"wait\", \"expect\": {\"a\": 1}}") << "f.json:6:"
                                                << "\"wait\" needs \"withinMs\"";
        QTest::newRow("a stray argument") << text("{\"do\": \"start\",\n \"who\": \"me\"}") << "f.json:7:"
                                          << "\"who\" is not known here";
        QTest::newRow("a number as text") << text("{\"do\": \"advance\",\n\"seconds\": \"60\"}") << "f.json:7:"
                                          << "\"seconds\" is a number";
        QTest::newRow("nothing expected") << text("{\"do\": \"check\"}") << "f.json:6:"
                                          << "at least one fact";
        QTest::newRow("a strange expectation")
            << text("{\"do\": \"check\", \"expect\": {\n\"a\": {\"atMost\": 3}}}") << "f.json:7:"
            << "atLeast";
        QTest::newRow("an id with a blank") << text(good).replace("\"mine\"", "\"my one\"") << "f.json:3:"
                                            << "small letters";
    }
    void faultsNameFileLineAndWhatIsExpected()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, begins);
        QFETCH(QString, says);
        const auto s = domain::scenarioFromJson(json, QStringLiteral("f.json"));
        QVERIFY(!s);
        QVERIFY2(s.error().text.startsWith(begins) && s.error().text.contains(says), qPrintable(s.error().text));
    }
    void aGoodOneIsRead()
    {
        const auto s = domain::scenarioFromJson(
            text(R"({"do": "synchronise"}, {"do": "wait", "withinMs": 100, "expect": {"n": {"atLeast": 2},)"
                 R"( "s": {"oneOf": ["a", "b"]}}})",
                "  \"simulator\": {\"outcome\": \"failed\"},\n"),
            QStringLiteral("f.json"));
        QVERIFY2(bool(s), s ? "" : qPrintable(s.error().text));
        QCOMPARE(s->steps.size(), 2);
        QCOMPARE(s->steps.at(1).arguments.value(QLatin1String("withinMs")).toInt(), 100);
        QVERIFY(!s->steps.at(1).arguments.contains(QLatin1String("expect")));
    }
    void expectationsFitOrNot()
    {
        QVERIFY(domain::fits(QStringLiteral("a"), QStringLiteral("a")));
        QVERIFY(!domain::fits(QStringLiteral("1"), 1));
        QVERIFY(domain::fits(QJsonObject{{QStringLiteral("atLeast"), 2}}, 2));
        QVERIFY(!domain::fits(QJsonObject{{QStringLiteral("atLeast"), 2}}, QJsonValue(QJsonValue::Undefined)));
        QVERIFY(domain::fits(QJsonObject{{QStringLiteral("oneOf"), QJsonArray{200, 202}}}, 202));
        const auto checks =
            domain::compare({{QStringLiteral("x"), 1}, {QStringLiteral("y"), 2}}, {{QStringLiteral("x"), 1}});
        QCOMPARE(checks.size(), 2);
        QVERIFY(checks.at(0).isPassed && !checks.at(1).isPassed);
    }
    void reportsTellInEveryForm()
    {
        domain::ScenarioReport good{QStringLiteral("a"), QStringLiteral("A"), {}, 1500, {}, {}, {}}, bad = good,
                                                                                                     broken = good;
        good.steps.append({QStringLiteral("check"), 7, 10, {{QStringLiteral("f"), 1, 1, true}}, {}});
        bad.id = QStringLiteral("b");
        bad.steps.append({QStringLiteral("check"), 7, 10,
            {{QStringLiteral("session.state"), QStringLiteral("verified"), QStringLiteral("held"), false}}, {}});
        broken.id = QStringLiteral("c");
        broken.fault = QStringLiteral("<port> & more");
        QVERIFY(good.isPassed() && !bad.isPassed() && !broken.isPassed());
        QVERIFY(!domain::ScenarioReport().isPassed()); // nothing done is nothing proved
        QCOMPARE(
            domain::firstFailure(bad), QStringLiteral("line 7, check: session.state: expected verified, was held"));
        QXmlStreamReader x(domain::junitFrom({good, bad, broken}));
        QStringList seen;
        while (!x.atEnd()) {
            if (x.readNext() == QXmlStreamReader::StartElement)
                seen << x.name().toString() + x.attributes().value(QLatin1String("tests")).toString() +
                            x.attributes().value(QLatin1String("failures")).toString() +
                            x.attributes().value(QLatin1String("errors")).toString();
        }
        QVERIFY2(!x.hasError(), qPrintable(x.errorString()));
        QCOMPARE(seen, (QStringList{QStringLiteral("testsuites"), QStringLiteral("testsuite311"),
                           QStringLiteral("testcase"), QStringLiteral("testcase"), QStringLiteral("failure"),
                           QStringLiteral("testcase"), QStringLiteral("error")}));
        QCOMPARE(domain::toJson(bad).value(QLatin1String("passed")).toBool(), false);
    }
};
IDV_TEST(Scenarios)
#include "tst_scenario.moc"
