#include "domain/profiles/identityattribute.h"
#include "domain/profiles/profilepatch.h"
#include "domain/profiles/source.h"
#include "support/registry.h"
#include <QJsonDocument>
#include <QtTest>

using domain::AttributeType;
using domain::TransformKind;

class ProfilePatches : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyWhatDiffersIsReplaced_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("description");
        QTest::addColumn<int>("priority"); // as it is; -1: no whole number, -2: none
        QTest::addColumn<QString>("patch");
        const auto row = [](const char *what, const char *name, const char *description, int priority,
                             const char *patch) {
            QTest::newRow(what) << QString::fromLatin1(name) << QString::fromLatin1(description) << priority
                                << QString::fromLatin1(patch);
        };
        row("nothing", "A", "x", 10, "[]");
        row("another name", "B", "x", 10, R"([{"op":"replace","path":"/name","value":"A"}])");
        row("another description", "A", "", 10, R"([{"op":"replace","path":"/description","value":"x"}])");
        row("another priority", "A", "x", 0, R"([{"op":"replace","path":"/priority","value":10}])");
        row("a priority that is no number", "A", "x", -1, R"([{"op":"replace","path":"/priority","value":10}])");
        row("no priority", "A", "x", -2, R"([{"op":"add","path":"/priority","value":10}])");
        row("all of it", "B", "y", 20,
            R"([{"op":"replace","path":"/name","value":"A"},{"op":"replace","path":"/description","value":"x"},)"
            R"({"op":"replace","path":"/priority","value":10}])");
    }
    void onlyWhatDiffersIsReplaced()
    {
        QFETCH(QString, name);
        QFETCH(QString, description);
        QFETCH(int, priority);
        QFETCH(QString, patch);
        domain::IdentityProfile before;
        before.name = name;
        before.description = description;
        if (priority >= 0)
            before.priority = priority;
        if (priority > -2)
            before.raw.insert(QStringLiteral("priority"), priority < 0 ? QJsonValue(QStringLiteral("high")) : priority);
        const auto made = domain::editPatch(before, {QStringLiteral("A"), QStringLiteral("x"), 10});
        QCOMPARE(QString::fromUtf8(QJsonDocument(made.operations).toJson(QJsonDocument::Compact)), patch);
        const auto untouched = domain::editPatch(before, {QStringLiteral("A"), QStringLiteral("x"), std::nullopt});
        QVERIFY(!domain::indented(untouched).contains(QLatin1String("/priority")));
        QCOMPARE(made.isEmpty(), patch == QLatin1String("[]"));
        QCOMPARE(QJsonDocument::fromJson(domain::indented(made).toUtf8()).array(), made.operations);
    }
    void aNewProfileIsSentWithWhatItHas()
    {
        const auto bare = domain::newProfile(QStringLiteral("N"), domain::sourceById(QStringLiteral("s1")), {});
        QCOMPARE(QJsonDocument(bare.raw).toJson(QJsonDocument::Compact),
            QByteArray(R"({"authoritativeSource":{"id":"s1","type":"SOURCE"},"name":"N"})"));
        // The source of a present profile goes back as it came.
        const domain::SourceReference source{QStringLiteral("s2"), QStringLiteral("HR"),
            {{QStringLiteral("id"), QStringLiteral("s2")}, {QStringLiteral("later"), true}}};
        const auto told = domain::newProfile(QStringLiteral("N"), source, QStringLiteral("text"));
        QCOMPARE(QJsonDocument(told.raw).toJson(QJsonDocument::Compact),
            QByteArray(R"({"authoritativeSource":{"id":"s2","later":true},"description":"text","name":"N"})"));
    }
    void aSourceIsNamedByWhoeverTakesFromIt()
    {
        domain::IdentityProfile p;
        p.config.transforms << domain::accountMapping(QStringLiteral("uid"), QStringLiteral("hr"), QStringLiteral("HR"))
                            << domain::accountMapping(
                                   QStringLiteral("idvIAL"), QStringLiteral("s1"), QStringLiteral("IDV Results"));
        QCOMPARE(domain::sourceNameIn({{}, p}, QStringLiteral("s1")), QStringLiteral("IDV Results"));
        QCOMPARE(domain::sourceNameIn({{}, p}, QStringLiteral("s2")), QString());
        domain::IdentityProfile unsaid;
        unsaid.config.transforms << domain::accountMapping(QStringLiteral("uid"), {}, QStringLiteral("HR"));
        QCOMPARE(domain::sourceNameIn({unsaid}, {}), QString());
    }
    void wordsOfTypesAndBack_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<AttributeType>("type");
        QTest::newRow("none") << QString() << AttributeType::Unsaid;
        QTest::newRow("string") << QStringLiteral("string") << AttributeType::Text;
        QTest::newRow("letter case") << QStringLiteral("STRING") << AttributeType::Text;
        QTest::newRow("boolean") << QStringLiteral("boolean") << AttributeType::Boolean;
        QTest::newRow("int") << QStringLiteral("int") << AttributeType::Integer;
        QTest::newRow("integer") << QStringLiteral("Integer") << AttributeType::Integer;
        QTest::newRow("long") << QStringLiteral("long") << AttributeType::Integer;
        QTest::newRow("date") << QStringLiteral("date") << AttributeType::Date;
        QTest::newRow("unknown") << QStringLiteral("identity") << AttributeType::Other;
        QTest::newRow("not trimmed") << QStringLiteral(" int") << AttributeType::Other;
    }
    void wordsOfTypesAndBack()
    {
        QFETCH(QString, word);
        QFETCH(AttributeType, type);
        QCOMPARE(domain::attributeTypeFromKey(word), type);
        if (type != AttributeType::Other)
            QCOMPARE(domain::attributeTypeFromKey(domain::attributeTypeKey(type)), type);
        else
            QVERIFY(domain::attributeTypeKey(type).isEmpty());
    }
    void wordsOfTransformsAndBack()
    {
        for (const auto kind : {TransformKind::AccountAttribute, TransformKind::Reference, TransformKind::Rule})
            QCOMPARE(domain::transformKindFromKey(domain::transformKindKey(kind)), kind);
        QVERIFY(domain::transformKindKey(TransformKind::Other).isEmpty());
        for (const char *word : {"", "Rule", "concat"})
            QCOMPARE(domain::transformKindFromKey(QString::fromLatin1(word)), TransformKind::Other);
    }
    void onlyDelimitedFilesTakeChanges()
    {
        for (const char *word : {"DelimitedFile", "Delimited File", "delimitedfile"})
            QVERIFY(domain::isDelimitedFile({{}, QString::fromLatin1(word), false}));
        for (const char *word : {"", "Active Directory - Direct", "File"})
            QVERIFY(!domain::isDelimitedFile({{}, QString::fromLatin1(word), true}));
    }
};
IDV_TEST(ProfilePatches)
#include "tst_profilepatches.moc"
