#include "domain/text/strictjson.h"
#include "services/tenants/settingsfile.h"
#include "support/labfixture.h"
#include "support/registry.h"

using support::await;
using support::LabFixture;
using support::quick;

class ImportedSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whereATenantIsIsNeverGuessed()
    {
        LabFixture d(quick());
        services::Tenants tenants(*d.context);
        auto t = d.tenant;
        t.id = {};
        t.name = QStringLiteral("Somewhere");
        t.environment = domain::Environment::Production;
        QCOMPARE(await(tenants.add(t, {}, true)).error().field, QStringLiteral("environment"));
        t.environment = domain::Environment::Sandbox;
        QCOMPARE(await(tenants.add(t, {}, true)).error().field, QStringLiteral("environment"));
        const auto before = *await(tenants.list());
        QVERIFY(std::none_of(before.begin(), before.end(), [&](const auto &known) { return known.id != d.tenant.id; }));
        t.isTunnel = true;
        const auto tunnel = await(tenants.add(t, {}, true));
        QVERIFY(bool(tunnel));
        QCOMPARE(tunnel->environment, domain::Environment::Sandbox);
        const auto after = *await(tenants.list());
        QVERIFY(std::any_of(after.begin(), after.end(),
            [&](const auto &known) { return known.id == tunnel->id && known.isTunnel; })); // as it was said
    }
    void anImportSwitchesNothingOnUnasked()
    {
        LabFixture d(quick());
        services::SettingsFile file(*d.context);
        auto t = d.tenant;
        t.name = QStringLiteral("Acme");
        t.environment = domain::Environment::Simulator;
        t.receiver.trustsUnsigned = true;
        t.identityIq.decidesForOthers = true;
        QJsonObject json = domain::tenantToJson(t);
        for (const char *key : {"id", "secretsMissing", "addedAt"})
            json.remove(QLatin1String(key));
        const QJsonObject given{{QStringLiteral("format"), QStringLiteral("idv-console-settings/1")},
            {QStringLiteral("tenants"), QJsonArray{QJsonObject{{QStringLiteral("tenant"), json}}}}};
        const auto found = *await(file.loosenings(given));
        QStringList names;
        for (const auto &l : found)
            names << l.name;
        QCOMPARE(
            names, (QStringList{QStringLiteral("Acme:trusts-unsigned"), QStringLiteral("Acme:decides-for-others")}));
        for (const QStringList &allowed :
            {QStringList(), QStringList{names.first()}, names + QStringList{QStringLiteral("Acme:write-back")}}) {
            const auto r = await(file.import(given, allowed));
            QVERIFY(!r);
            QCOMPARE(r.error().code, core::ErrorCode::Usage);
            QCOMPARE(r.error().field, QStringLiteral("allow"));
        }
        QCOMPARE(await(d.ledger->tenants().all())->size(), 1); // the desk's own
        const auto r = await(file.import(given, names));
        QVERIFY2(bool(r), r ? "" : qPrintable(r.error().text));
        QCOMPARE(r->added, QStringList{QStringLiteral("Acme")});
        const auto log = *await(d.ledger->audit().records(1, 100));
        QVERIFY(std::any_of(log.begin(), log.end(), [](const domain::AuditRecord &a) {
            return a.event.action == QLatin1String("settings.import") &&
                   a.event.data.value(QLatin1String("allowed"))
                       .toString()
                       .contains(QLatin1String("Acme:trusts-unsigned"));
        }));
    }
    void anImportIsReadAsAWhole_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("field");
        QTest::newRow("another format") << QByteArray(R"({"format":"idv-console-settings/9"})") << "file";
        QTest::newRow("a key of tomorrow")
            << QByteArray(R"({"format":"idv-console-settings/1","gates":{}})") << "gates";
        QTest::newRow("a tenant without its words")
            << QByteArray(R"({"format":"idv-console-settings/1","tenants":[{"tenant":{"name":"Bad"}}]})")
            << "tenants[0].tenant.environment";
        QTest::newRow("a key beside a tenant")
            << QByteArray(R"({"format":"idv-console-settings/1","tenants":[{"tenants":{}}]})") << "tenants[0].tenants";
        QTest::newRow("a policy of tomorrow")
            << QByteArray(R"({"format":"idv-console-settings/1","verification":{"newRule":1}})")
            << "verification.newRule";
    }
    void anImportIsReadAsAWhole()
    {
        QFETCH(QByteArray, json);
        const auto r = services::readSettingsFile(QJsonDocument::fromJson(json).object());
        QVERIFY(!r);
        QTEST(r.error().field, "field");
        QCOMPARE(r.error().code, core::ErrorCode::Usage);
    }
};
IDV_TEST(ImportedSettings)
#include "tst_importedsettings.moc"
