#include "readiness/services/askedpart.h"
#include "services/readiness/attributescheck.h"
#include "support/registry.h"

using services::AttributesCheck;
using services::ReadinessLine;
using services::TestLevel;
using support::AskedPart;
using support::await;

namespace {

lab::Options without(const char *attribute)
{
    auto o = support::quick();
    o.missingAttributes << QString::fromLatin1(attribute);
    return o;
}

} // namespace

class CheckingAttributes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsThereIsSaidOfEachAttributeAndProfile()
    {
        AskedPart d;
        QVERIFY(d.ask<AttributesCheck>());
        QCOMPARE(d.told.size(), d.lines.size());
        QCOMPARE(d.count("attributes", TestLevel::Pass), domain::idvFieldCount);
        QCOMPARE(d.count("attributes", TestLevel::Fail), 0);
        QCOMPARE(d.count("profiles", TestLevel::Pass), 4);
        const auto profiles = d.of("profiles");
        for (const auto &l : profiles) {
            const bool isReady = l.level == TestLevel::Pass;
            QCOMPARE(l.fact, isReady ? QStringLiteral("7 of 7 mapped") : QStringLiteral("5 of 7 mapped"));
            QCOMPARE(l.advice.isEmpty(), isReady);
            QCOMPARE(l.fix, isReady ? ReadinessLine::None : ReadinessLine::MapProfile);
            QVERIFY(isReady ? l.remediationOf.isEmpty() : l.text.contains(QLatin1String("Board")));
            QCOMPARE(l.remediationOf.isEmpty(), isReady);
        }
    }
    void anAttributeThatIsMissingCanBeMade()
    {
        AskedPart d({}, without("idvIAL"));
        QVERIFY(d.ask<AttributesCheck>());
        QCOMPARE(d.count("attributes", TestLevel::Fail), 1);
        const auto all = d.of("attributes");
        const auto missing =
            std::find_if(all.begin(), all.end(), [](const auto &l) { return l.level == TestLevel::Fail; });
        QVERIFY(missing->text.contains(QLatin1String("idvIAL")));
        QCOMPARE(missing->fix, ReadinessLine::CreateAttribute);
        QCOMPARE(missing->remediationOf, QStringLiteral("idvIAL"));
        QVERIFY(!missing->advice.isEmpty());
        QCOMPARE(d.count("profiles", TestLevel::Pass), 0); // none can map it
    }
    void whereAttributesMayNotBeReadNothingElseIsClaimed()
    {
        AskedPart d;
        QVERIFY(d.goWrong("sailpoint:GET /v2024/identity-attributes*:status=403"));
        QVERIFY(d.ask<AttributesCheck>());
        QCOMPARE(d.lines.size(), 1);
        QCOMPARE(d.lines.first().area, QStringLiteral("attributes"));
        QCOMPARE(d.lines.first().level, TestLevel::Warn);
        QVERIFY(d.lines.first().text.contains(QLatin1String("may not read")));
        QVERIFY(d.goWrong("sailpoint:GET /v2024/identity-attributes*:status=400"));
        QVERIFY(d.ask<AttributesCheck>());
        QCOMPARE(d.lines.size(), 1);
        QCOMPARE(d.lines.first().level, TestLevel::Fail);
        QVERIFY(d.lines.first().text.contains(QLatin1String("could not be read")));
    }
    void whereProfilesMayNotBeReadTheAttributesAreSaidAllTheSame()
    {
        AskedPart d;
        QVERIFY(d.goWrong("sailpoint:GET /v2024/identity-profiles*:status=403"));
        QVERIFY(d.ask<AttributesCheck>());
        QCOMPARE(d.count("attributes", TestLevel::Pass), domain::idvFieldCount);
        QCOMPARE(d.of("profiles").size(), 1);
        QCOMPARE(d.count("profiles", TestLevel::Warn), 1);
        QCOMPARE(d.of("values").size(), 1);
    }
    void valuesAreKnownOnceAllPeopleWereCopied()
    {
        AskedPart d;
        QVERIFY(d.ask<AttributesCheck>());
        QCOMPARE(d.of("values").size(), 1);
        QCOMPARE(d.of("values").first().level, TestLevel::Warn);
        QVERIFY(d.of("values").first().fact.contains(QLatin1String("no complete local copy")));
        QVERIFY(d.sync());
        QVERIFY(d.ask<AttributesCheck>());
        const auto values = d.of("values");
        QCOMPARE(values.size(), domain::idvFieldCount);
        const auto quality = await(d.connections.cache->reader().valueQuality());
        QVERIFY(quality);
        int filled = 0;
        for (int i = 0; i < domain::idvFieldCount; ++i) {
            const auto &q = quality->at(size_t(i));
            QVERIFY(values.at(i).text.contains(d.tenant.map.name(domain::Field(i))));
            QCOMPARE(values.at(i).level, q.unreadable > 0 ? TestLevel::Warn : TestLevel::Pass);
            QCOMPARE(values.at(i).advice.isEmpty(), q.unreadable == 0);
            QCOMPARE(values.at(i).fact.startsWith(QLatin1String("filled for")), q.filled > 0);
            filled += q.filled > 0 ? 1 : 0;
        }
        QVERIFY(filled > 0);
    }
    void ofIdentityIqTheExtensionIsAsked()
    {
        AskedPart d([](domain::Tenant &t) { support::useIdentityIq(t); }, without("idvDocumentType"));
        QVERIFY(d.ask<AttributesCheck>());
        QCOMPARE(d.count("attributes", TestLevel::Pass), domain::idvFieldCount - 1);
        QCOMPARE(d.count("attributes", TestLevel::Fail), 1);
        QVERIFY(d.of("profiles").isEmpty()); // it has none
        QCOMPARE(d.of("values").size(), 1);
        for (const auto &l : std::as_const(d.lines))
            QCOMPARE(l.fix, ReadinessLine::None); // the console makes nothing there
    }
    void whereIdentityIqRefusesItsNamesTheValuesAreSaid()
    {
        AskedPart d([](domain::Tenant &t) { support::useIdentityIq(t); });
        QVERIFY(d.goWrong("identityiq:GET /identityiq/scim/v2/Schemas*:status=403"));
        QVERIFY(d.ask<AttributesCheck>());
        QCOMPARE(d.of("attributes").size(), 1);
        QCOMPARE(d.count("attributes", TestLevel::Warn), 1);
        QCOMPARE(d.of("values").size(), 1);
    }
};
IDV_TEST(CheckingAttributes)
#include "tst_attributescheck.moc"
