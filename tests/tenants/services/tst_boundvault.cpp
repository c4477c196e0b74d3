#include "services/tenants/boundvault.h"
#include "services/tenants/tenanteditor.h"
#include "support/labfixture.h"
#include "support/registry.h"
#include "tenants/services/keychainstand.h"

using domain::Tenant;
using support::await;
using Change = std::function<void(Tenant &)>;
Q_DECLARE_METATYPE(Change)

// What an open window reads for its address, another one may have changed.
class SecretsAndTheirAddress : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSecretGoesWhereItWasGivenFor_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<bool>("isRead");
        const auto row = [](const char *name, bool isRead, const Change &change) {
            QTest::newRow(name) << change << isRead;
        };
        row("nothing", true, [](Tenant &) {});
        row("the name", true, [](Tenant &t) { t.name = QStringLiteral("Other"); });
        row("the mapping", true, [](Tenant &t) { t.map.set(domain::Field::IdvStatus, QStringLiteral("idvState")); });
        row("SailPoint", false, [](Tenant &t) { t.sailpointUrl = QStringLiteral("https://id.acme.example"); });
        row("the client", false, [](Tenant &t) { t.clientId = QStringLiteral("other"); });
        row("a path of the provider", false,
            [](Tenant &t) { t.provider.statusPath = QStringLiteral("/s/{sessionId}"); });
        row("the provider", false, [](Tenant &t) { t.idvUrl = QStringLiteral("https://other.1kosmos.net"); });
    }
    void aSecretGoesWhereItWasGivenFor()
    {
        QFETCH(Change, change);
        QFETCH(bool, isRead);
        support::KeychainStand s;
        services::Tenants tenants(*s.context);
        s.tenant.organisation = QStringLiteral("acme");
        const Tenant opened = *await(tenants.add(s.tenant, s.secrets, false));
        services::BoundVault vault(opened, *s.context);
        const QString key = services::secretKey(opened, services::secretname::sailpoint);
        QVERIFY(await(vault.read(key)));
        Tenant after = opened;
        change(after);
        if (after.name != opened.name || !domain::changesBetween(opened, after).isEmpty()) {
            services::TenantEditor editor(*s.context, tenants);
            services::TestReport tried;
            tried.organisation = QStringLiteral("acme");
            const auto saved = await(editor.save(
                {opened, after, isRead ? services::TenantSecrets() : s.secrets, QStringLiteral("a test")}, tried));
            QVERIFY2(saved, saved ? "" : qPrintable(saved.error().text));
        }
        const auto read = await(vault.read(key));
        QCOMPARE(bool(read), isRead);
        if (!isRead)
            QCOMPARE(read.error().reason, core::ErrorReason::Explained);
        // Who opens it now has the new address, and its own secret.
        const Tenant stored = await(tenants.list())->value(0);
        services::BoundVault again(stored, *s.context);
        QVERIFY(await(again.read(services::secretKey(stored, services::secretname::sailpoint))));
    }
    // A token that a window holds since before goes nowhere once another one has edited the tenant.
    void aTokenFromBeforeIsNotUsed()
    {
        lab::Options o;
        o.identities = 10;
        support::LabFixture s(o, [](Tenant &t) { t.isTunnel = true; }); // no simulator's leave for another address
        const auto asked = [&s] { return s.sync(); };
        QVERIFY(asked());
        // Another process: another connection to the same file.
        auto other = *store::Ledger::open(s.dir.filePath(QStringLiteral("ledger.db")), s.clock);
        services::Context context{services::storesOf(*other), s.vault, s.clock, s.dir.path(), QStringLiteral("other"),
            QStringLiteral("another"), false, std::nullopt};
        services::Tenants tenants(context);
        Tenant now = *await(tenants.byName(QStringLiteral("Lab")));
        now.clientId = s.lab->endpoints().reviewerClientId;
        QVERIFY(await(tenants.update(now, QStringLiteral("tenant.change"))));
        QTRY_VERIFY_WITH_TIMEOUT(!asked(), 10000);
        QCOMPARE(asked().error().reason, core::ErrorReason::Explained);
        QVERIFY(asked().error().text.contains(QLatin1String("Open it again")));
    }
    void theRestGoesThrough()
    {
        support::KeychainStand s;
        services::BoundVault vault(s.tenant, *s.context);
        QVERIFY(await(vault.write(QStringLiteral("k"), core::makeSecret("v"))));
        QVERIFY(s.vault.held.contains(QStringLiteral("k")));
        QVERIFY(await(vault.read(QStringLiteral("k")))); // a tenant that is not stored
        QVERIFY(await(vault.remove(QStringLiteral("k"))));
        QVERIFY(!s.vault.held.contains(QStringLiteral("k")));
        QCOMPARE(*await(vault.probe()), core::KeyringState::Unlocked);
    }
};
IDV_TEST(SecretsAndTheirAddress)
#include "tst_boundvault.moc"
