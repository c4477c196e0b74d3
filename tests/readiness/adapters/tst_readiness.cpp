#include "domain/profiles/profilepatch.h"
#include "domain/readiness/readiness.h"
#include "net/sailpoint/profiles/profilereader.h"
#include "support/registry.h"
#include <QJsonDocument>
#include <QtTest>

using domain::Readiness;

static domain::IdentityProfile parsed(const char *text)
{
    return net::sailpoint::identityProfileFrom(QJsonDocument::fromJson(text).object());
}
static QList<domain::IdentityAttribute> attributes(const char *type)
{
    QList<domain::IdentityAttribute> out;
    for (const char *n : {"idvVerified", "idvStatus", "idvIAL", "idvVerifiedName", "idvDocumentType", "idvSessionId"})
        out.append(net::sailpoint::identityAttributeFrom(
            QJsonObject{{QStringLiteral("name"), QLatin1String(n)}, {QStringLiteral("type"), QLatin1String(type)}}));
    return out;
}

class ProfileReadiness : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachOfTheSevenIsJudgedAlone()
    {
        const auto profile = parsed(R"({"identityAttributeConfig":{"attributeTransforms":[
            {"identityAttributeName":"idvStatus","transformDefinition":{"type":"accountAttribute",
     "attributes":{"sourceName":"IDV Results","attributeName":"idvStatus"}}},
            {"identityAttributeName":"idvIAL","transformDefinition":{"type":"rule",
     "attributes":{"name":"Level"}}},
            {"identityAttributeName":"idvVerifiedDate","transformDefinition":{"type":"reference",
     "attributes":{"id":"ToIso"}}}]}})");
        const auto lines = domain::readinessOf(profile, attributes("string"), {});
        QCOMPARE(lines.size(), 7);
        QCOMPARE(lines.at(0).state, Readiness::NotMapped);
        QCOMPARE(lines.at(1).state, Readiness::Ready);
        QCOMPARE(lines.at(1).mappedFrom, QStringLiteral("IDV Results · idvStatus"));
        QCOMPARE(lines.at(2).mappedFrom, QStringLiteral("Rule: Level"));
        QCOMPARE(lines.at(6).state, Readiness::NoAttribute); // mapped, but the tenant has no such attribute
        QCOMPARE(lines.at(6).mappedFrom, QStringLiteral("Transform: ToIso"));
        QCOMPARE(domain::readyCount(lines), 2);
    }
    void aTypeThatCannotHoldTheValueIsSaid()
    {
        const auto lines = domain::readinessOf({}, attributes("boolean"), {});
        QCOMPARE(lines.at(0).state, Readiness::NotMapped);
        QCOMPARE(lines.at(1).state, Readiness::WrongType);
    }
    void otherNamesOfATenantCount()
    {
        domain::AttributeMap map;
        map.set(domain::Field::IdvStatus, QStringLiteral("proofState"));
        QCOMPARE(domain::readinessOf({}, {}, map).at(1).attribute, QStringLiteral("proofState"));
    }
    void changesNameWhatAndBothSides()
    {
        const auto before = parsed(
            R"({"id":"1","name":"A","priority":10,"owner":{"id":"x","name":"Ann"},"modified":"t1",
     "identityAttributeConfig":{"attributeTransforms":[
            {"identityAttributeName":"uid","transformDefinition":{"type":"accountAttribute",
     "attributes":{"sourceName":"HR","attributeName":"id"}}},
            {"identityAttributeName":"gone","transformDefinition":{"type":"rule","attributes":{"name":"R"}}}]}})");
        const auto after = parsed(
            R"({"id":"2","name":"A","priority":20,"owner":{"id":"y","name":"Bo"},"modified":"t2",
     "identityAttributeConfig":{"attributeTransforms":[
            {"identityAttributeName":"uid","transformDefinition":{"type":"accountAttribute",
     "attributes":{"sourceName":"HR","attributeName":"login"}}},
            {"identityAttributeName":"new","transformDefinition":{"type":"rule","attributes":{"name":"N"}}}]}})");
        QStringList lines;
        for (const auto &c : domain::changesOf(before, after))
            lines << c.what + QLatin1Char('=') + c.before + QStringLiteral("->") + c.after;
        QCOMPARE(lines, (QStringList{QStringLiteral("owner=Ann->Bo"), QStringLiteral("priority=10->20"),
                            QStringLiteral("gone=Rule: R->"), QStringLiteral("new=->Rule: N"),
                            QStringLiteral("uid=HR · id->HR · login")}));
        QVERIFY(domain::changesOf(before, before).isEmpty());
    }
    void aMappingIsAddedOrReplacedWhereItStands()
    {
        const auto profile =
            parsed(R"({"identityAttributeConfig":{"attributeTransforms":[{"identityAttributeName":"uid"},)"
                   R"({"identityAttributeName":"idvIAL","transformDefinition":{"type":"rule"}}]}})");
        const auto added = domain::mappingPatch(
            profile, QStringLiteral("idvStatus"), QStringLiteral("s1"), QStringLiteral("IDV Results"))
                               .operations;
        QCOMPARE(added.size(), 1);
        QCOMPARE(added.first().toObject().value(QLatin1String("path")).toString(),
            QStringLiteral("/identityAttributeConfig/attributeTransforms/-"));
        const auto replaced =
            domain::mappingPatch(profile, QStringLiteral("idvIAL"), QStringLiteral("s1"), QStringLiteral("IDV Results"))
                .operations;
        QCOMPARE(replaced.size(), 2);
        QCOMPARE(replaced.first().toObject().value(QLatin1String("op")).toString(), QStringLiteral("test"));
        QCOMPARE(replaced.last().toObject().value(QLatin1String("path")).toString(),
            QStringLiteral("/identityAttributeConfig/attributeTransforms/1"));
    }
};
IDV_TEST(ProfileReadiness)
#include "tst_readiness.moc"
