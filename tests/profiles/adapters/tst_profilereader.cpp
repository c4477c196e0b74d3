#include "net/sailpoint/profiles/profilereader.h"
#include "support/registry.h"
#include <QJsonDocument>
#include <QtTest>

using domain::TransformKind;

static QJsonObject profileJson(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

class ReadingProfiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWholeProfile()
    {
        const QJsonObject o = profileJson(R"({"id":"p1","name":"Employees","description":"All","priority":10,
            "created":"2019-04-01T08:00:00.000Z","modified":"2026-03-01T08:00:00.000Z",
            "owner":{"type":"IDENTITY","id":"o","name":"Ann"},
            "authoritativeSource":{"type":"SOURCE","id":"hr","name":"HR"},
            "identityRefreshRequired":true,"hasTimeBasedAttr":true,"identityCount":12,"later":[1],
            "identityExceptionReportReference":null,
            "identityAttributeConfig":{"enabled":true,"attributeTransforms":[
            {"identityAttributeName":"uid","transformDefinition":{"type":"accountAttribute",
            "attributes":{"sourceName":"HR","sourceId":"hr","attributeName":"login"}}}]}})");
        const auto p = net::sailpoint::identityProfileFrom(o);
        QCOMPARE(p.id, QStringLiteral("p1"));
        QCOMPARE(p.name, QStringLiteral("Employees"));
        QCOMPARE(p.description, QStringLiteral("All"));
        QCOMPARE(p.created, QStringLiteral("2019-04-01T08:00:00.000Z"));
        QCOMPARE(p.modified, QStringLiteral("2026-03-01T08:00:00.000Z"));
        QCOMPARE(p.ownerName, QStringLiteral("Ann"));
        QCOMPARE(p.source.id, QStringLiteral("hr"));
        QCOMPARE(p.source.name, QStringLiteral("HR"));
        QCOMPARE(p.source.raw, o.value(QLatin1String("authoritativeSource")).toObject());
        QVERIFY(p.needsRefresh == true && p.hasTimeBasedAttributes == true);
        QCOMPARE(p.identityCount.value_or(-1), 12);
        QCOMPARE(p.config.transforms.size(), 1);
        QCOMPARE(domain::mappingText(p.config.transforms.first()), QStringLiteral("HR · login"));
        QCOMPARE(p.config.raw, o.value(QLatin1String("identityAttributeConfig")).toObject());
        QCOMPARE(QStringList(p.fields.keys()),
            (QStringList{QStringLiteral("authoritativeSource"), QStringLiteral("description"),
                QStringLiteral("hasTimeBasedAttr"), QStringLiteral("later"), QStringLiteral("name"),
                QStringLiteral("owner"), QStringLiteral("priority")}));
        QCOMPARE(p.fields.value(QStringLiteral("owner")).shown, QStringLiteral("Ann"));
        QCOMPARE(p.fields.value(QStringLiteral("later")).shown, QStringLiteral("[1]"));
        QCOMPARE(p.raw, o);
    }
    void whatIsMissingOrOddStaysEmpty_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray("{}");
        QTest::newRow("null") << QByteArray(
            R"({"id":null,"name":null,"description":null,"modified":null,"priority":null,"owner":null,
            "authoritativeSource":null,"identityRefreshRequired":null,"identityCount":null,
            "identityAttributeConfig":null})");
        QTest::newRow("other types") << QByteArray(
            R"({"id":7,"name":true,"description":[],"modified":{},"priority":{},"owner":"Ann",
            "authoritativeSource":"HR","identityRefreshRequired":"soon","hasTimeBasedAttr":2,"identityCount":"twelve",
            "identityAttributeConfig":[]})");
        QTest::newRow("other types inside") << QByteArray(
            R"({"owner":{"name":5},"authoritativeSource":{"id":1,"name":[]},"identityCount":1.5,
            "identityAttributeConfig":{"attributeTransforms":{}}})");
    }
    void whatIsMissingOrOddStaysEmpty()
    {
        QFETCH(QByteArray, json);
        const auto p = net::sailpoint::identityProfileFrom(QJsonDocument::fromJson(json).object());
        QVERIFY(p.id.isEmpty() && p.name.isEmpty() && p.description.isEmpty() && p.modified.isEmpty());
        QVERIFY(!p.priority && p.priorityText.isEmpty());
        QVERIFY(p.ownerName.isEmpty() && p.source.id.isEmpty() && p.source.name.isEmpty());
        QVERIFY(!p.needsRefresh && !p.hasTimeBasedAttributes);
        QVERIFY(!p.identityCount);
        QVERIFY(p.config.transforms.isEmpty());
        QCOMPARE(p.raw, QJsonDocument::fromJson(json).object());
    }
    void numbersAndFlagsMayBeTexts()
    {
        const auto p = net::sailpoint::identityProfileFrom(
            profileJson(R"({"identityRefreshRequired":"False","hasTimeBasedAttr":"TRUE","identityCount":"12"})"));
        QVERIFY(p.needsRefresh == false && p.hasTimeBasedAttributes == true);
        QCOMPARE(p.identityCount.value_or(-1), 12);
        const auto n = net::sailpoint::identityProfileFrom(
            profileJson(R"({"identityRefreshRequired":1,"hasTimeBasedAttr":0,"identityCount":12.0})"));
        QVERIFY(n.needsRefresh == true && n.hasTimeBasedAttributes == false);
        QCOMPARE(n.identityCount.value_or(-1), 12);
    }
    void prioritiesAreWholeNumbers_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("priority"); // -99: none
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << QByteArray(R"({"priority":0})") << 0 << QStringLiteral("0");
        QTest::newRow("one") << QByteArray(R"({"priority":1})") << 1 << QStringLiteral("1");
        QTest::newRow("below zero") << QByteArray(R"({"priority":-3})") << -3 << QStringLiteral("-3");
        QTest::newRow("a fraction") << QByteArray(R"({"priority":10.5})") << -99 << QStringLiteral("10.5");
        QTest::newRow("text") << QByteArray(R"({"priority":"10"})") << -99 << QStringLiteral("10");
        QTest::newRow("too large") << QByteArray(R"({"priority":99999999999})") << -99 << QStringLiteral("99999999999");
    }
    void prioritiesAreWholeNumbers()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, priority);
        const auto p = net::sailpoint::identityProfileFrom(QJsonDocument::fromJson(json).object());
        QCOMPARE(p.priority.value_or(-99), priority);
        QTEST(p.priorityText, "text");
    }
    void mappings_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<TransformKind>("kind");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *json, TransformKind kind, const char *text) {
            QTest::newRow(name) << QByteArray(json) << kind << QString::fromUtf8(text);
        };
        row("an account", R"({"type":"accountAttribute","attributes":{"sourceName":"HR","attributeName":"id"}})",
            TransformKind::AccountAttribute, "HR · id");
        row("an account without names", R"({"type":"accountAttribute"})", TransformKind::AccountAttribute, " · ");
        row("a transform", R"({"type":"reference","attributes":{"id":"ToIso"}})", TransformKind::Reference,
            "Transform: ToIso");
        row("a rule", R"({"type":"rule","attributes":{"name":"Level"}})", TransformKind::Rule, "Rule: Level");
        row("a rule whose name is odd", R"({"type":"rule","attributes":{"name":4}})", TransformKind::Rule, "Rule: ");
        row("an unknown kind", R"({"type":"concat","attributes":{"values":[]}})", TransformKind::Other, "concat");
        row("letter case counts", R"({"type":"Rule","attributes":{"name":"Level"}})", TransformKind::Other, "Rule");
        row("a kind that is no text", R"({"type":5})", TransformKind::Other, "");
        row("no definition", "null", TransformKind::Other, "");
    }
    void mappings()
    {
        QFETCH(QByteArray, json);
        QFETCH(TransformKind, kind);
        const QByteArray whole = R"({"attributeTransforms":[7,{"identityAttributeName":"a","transformDefinition":)" +
                                 json + R"(,"later":1}],"enabled":false})";
        const QJsonObject o = QJsonDocument::fromJson(whole).object();
        const auto config = net::sailpoint::attributeConfigFrom(o);
        QCOMPARE(config.raw, o);
        // A list position counts in a patch: what cannot be read keeps its place.
        QCOMPARE(config.transforms.size(), 2);
        QVERIFY(config.transforms.first().target.isEmpty());
        QCOMPARE(domain::mappingPosition(config, QStringLiteral("a")), 1);
        const auto &t = config.transforms.last();
        QCOMPARE(t.target, QStringLiteral("a"));
        QCOMPARE(t.kind, kind);
        QTEST(domain::mappingText(t), "text");
        QCOMPARE(t.raw.value(QLatin1String("later")).toInt(), 1);
    }
    void aMappingOfTheConsoleReadsAsItWasMade()
    {
        const auto made =
            domain::accountMapping(QStringLiteral("idvIAL"), QStringLiteral("s1"), QStringLiteral("IDV Results"));
        const auto read = net::sailpoint::attributeConfigFrom(domain::withMapping({}, made).raw).transforms.value(0);
        QCOMPARE(read.target, made.target);
        QCOMPARE(read.kind, made.kind);
        QCOMPARE(read.type, made.type);
        QCOMPARE(read.sourceId, made.sourceId);
        QCOMPARE(read.sourceName, made.sourceName);
        QCOMPARE(read.attributeName, made.attributeName);
        QCOMPARE(read.definition, made.definition);
        QCOMPARE(read.definitionText, made.definitionText);
        QCOMPARE(read.raw, made.raw);
    }
    void exportsAndWhatAnImportMadeOfThem()
    {
        const QJsonObject o = profileJson(
            R"({"version":1,"self":{"name":"A","id":"1"},"object":{"name":"B","authoritativeSource":{"id":"hr"}}})");
        const auto e = net::sailpoint::exportedProfileFrom(o);
        QCOMPARE(e.name, QStringLiteral("A"));
        QCOMPARE(e.profile.name, QStringLiteral("B"));
        QCOMPARE(e.profile.source.id, QStringLiteral("hr"));
        QCOMPARE(e.raw, o);
        const auto none = net::sailpoint::exportedProfileFrom(profileJson(R"({"self":"A","object":[]})"));
        QVERIFY(none.name.isEmpty() && none.profile.name.isEmpty() && none.profile.source.raw.isEmpty());

        const auto partly = net::sailpoint::importResultFrom(profileJson(
            R"({"infos":[],"errors":[{"key":"k","text":"No such source"},7],"importedObjects":[{"name":"A"},{}]})"));
        QCOMPARE(partly.imported, (QStringList{QStringLiteral("A"), QString()}));
        // What cannot be read is a fault all the same.
        QCOMPARE(partly.faults, (QStringList{QStringLiteral("No such source"), QString()}));
        const auto odd = net::sailpoint::importResultFrom(profileJson(R"({"errors":"none","importedObjects":null})"));
        QVERIFY(odd.imported.isEmpty());
        QCOMPARE(odd.faults, QStringList(QStringLiteral("none"))); // no list of errors is no success either
        const auto silent = net::sailpoint::importResultFrom(profileJson(R"({"errors":null})"));
        QVERIFY(silent.imported.isEmpty() && silent.faults.isEmpty());
    }
    void previews()
    {
        const QJsonObject o = profileJson(R"({"identity":{"id":"i"},"previewAttributes":[
            {"name":"uid","value":"new","previousValue":"old"},
            {"name":"level","value":2,"previousValue":true},
            {"name":"bad","value":"x","previousValue":null,"errorMessages":[{"text":"It fails"},{"text":"twice"}]},
            {"name":"odd","value":{},"previousValue":[1],"errorMessages":[5]},
            "none"]})");
        const auto p = net::sailpoint::identityPreviewFrom(o);
        QStringList lines;
        for (const auto &l : p.lines)
            lines << l.name + QLatin1Char('|') + l.now + QLatin1Char('|') + l.then + QLatin1Char('|') +
                         l.fault.value_or(QStringLiteral("-"));
        QCOMPARE(lines, (QStringList{QStringLiteral("uid|old|new|-"), QStringLiteral("level|true|2|-"),
                            QStringLiteral("bad||x|It fails"), QStringLiteral("odd|||"), QStringLiteral("|||-")}));
        QCOMPARE(p.raw, o);
        QVERIFY(net::sailpoint::identityPreviewFrom({}).lines.isEmpty());
    }
    void lifecycleStates()
    {
        const QJsonObject o = profileJson(R"({"name":"Active","technicalName":"active","description":"At work",
            "enabled":true,"identityCount":5,"identityState":"ACTIVE","later":1})");
        const auto s = net::sailpoint::lifecycleStateFrom(o);
        QCOMPARE(s.name, QStringLiteral("Active"));
        QCOMPARE(s.technicalName, QStringLiteral("active"));
        QCOMPARE(s.description, QStringLiteral("At work"));
        QVERIFY(s.isEnabled == true);
        QCOMPARE(s.identityCount.value_or(-1), 5);
        QCOMPARE(s.identityState, QStringLiteral("ACTIVE"));
        QCOMPARE(s.raw, o);
        // A word that nobody knows stays; what is no word is none.
        QCOMPARE(net::sailpoint::lifecycleStateFrom(profileJson(R"({"identityState":"LATER"})")).identityState,
            QStringLiteral("LATER"));
        for (const char *json : {"{}", R"({"identityState":null,"enabled":"yes","technicalName":3})",
                 R"({"identityState":true,"enabled":7,"identityCount":"-5"})"}) {
            const auto odd = net::sailpoint::lifecycleStateFrom(profileJson(json));
            QVERIFY2(odd.identityState.isEmpty() && !odd.isEnabled && odd.technicalName.isEmpty() && !odd.identityCount,
                json);
        }
    }
    void attributesAndSources()
    {
        const auto a = net::sailpoint::identityAttributeFrom(profileJson(R"({"name":"idvIAL","type":"Long"})"));
        QCOMPARE(a.name, QStringLiteral("idvIAL"));
        QCOMPARE(a.type, domain::AttributeType::Integer);
        QCOMPARE(a.typeWord, QStringLiteral("Long"));
        const auto unknown = net::sailpoint::identityAttributeFrom(profileJson(R"({"name":"x","type":"identity"})"));
        QCOMPARE(unknown.type, domain::AttributeType::Other);
        QCOMPARE(unknown.typeWord, QStringLiteral("identity"));
        for (const char *json : {"{}", R"({"name":null,"type":null})", R"({"name":1,"type":["string"]})"}) {
            const auto odd = net::sailpoint::identityAttributeFrom(profileJson(json));
            QVERIFY2(odd.name.isEmpty() && odd.type == domain::AttributeType::Unsaid, json);
        }
        const auto s = net::sailpoint::sourceFrom(
            profileJson(R"({"name":"IDV Results","type":"DelimitedFile","authoritative":true})"));
        QCOMPARE(s.name, QStringLiteral("IDV Results"));
        QVERIFY(domain::isDelimitedFile(s) && s.isAuthoritative);
        for (const char *json : {"{}", R"({"name":null,"type":7,"authoritative":"yes"})"}) {
            const auto odd = net::sailpoint::sourceFrom(profileJson(json));
            QVERIFY2(odd.name.isEmpty() && odd.type.isEmpty() && !odd.isAuthoritative, json);
        }
    }
};
IDV_TEST(ReadingProfiles)
#include "tst_profilereader.moc"
