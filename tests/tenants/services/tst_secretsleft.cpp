#include "services/tenants/tenantkeychain.h"
#include "support/registry.h"
#include "tenants/services/keychainstand.h"

using support::await;
using Set = support::KeychainStand;

// No secret stays behind in a keychain without a tenant that it belongs to.
class SecretsLeft : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aKeychainThatFailsHalfWayKeepsNothing()
    {
        Set s;
        services::Tenants tenants(*s.context);
        s.vault.writesLeft = 1; // the first is taken, the second is not
        QVERIFY(!await(tenants.add(s.tenant, s.secrets, false)));
        QTRY_VERIFY(s.vault.held.isEmpty());
        QVERIFY(await(tenants.list())->isEmpty());
    }
    void whatCannotBeRemovedIsSaidAndRemovedLater()
    {
        Set s;
        auto tenants = std::make_unique<services::Tenants>(*s.context);
        const auto added = await(tenants->add(s.tenant, s.secrets, false));
        QVERIFY2(added, added ? "" : qPrintable(added.error().text));
        QCOMPARE(s.vault.held.size(), 2);
        s.vault.canRemove = false;
        const auto removed = await(tenants->remove(*added));
        QVERIFY(!removed);
        QVERIFY2(
            removed.error().text.contains(QLatin1String("still in the keychain")), qPrintable(removed.error().text));
        QVERIFY(await(tenants->list())->isEmpty());
        QCOMPARE(s.vault.held.size(), 2);
        // The next program that looks at tenants does it.
        s.vault.canRemove = true;
        tenants = std::make_unique<services::Tenants>(*s.context);
        QTRY_VERIFY(s.vault.held.isEmpty());
        QTRY_VERIFY(await(s.ledger->settings().value(QStringLiteral("vault-orphans")))->isEmpty());
    }
    // Another process starts while one stores a tenant's new secrets: they belong to nobody yet, and stay.
    void whatIsJustBeingStoredIsNotSwept()
    {
        Set s;
        services::TenantKeychain keychain(*s.context);
        const QString key = QStringLiteral("somebody@new/sailpoint");
        QVERIFY(await(keychain.beginEdit({key})));
        s.vault.held.insert(key, s.secrets.sailpoint);
        services::Context other = *s.context;
        other.holder = QStringLiteral("another");
        services::Tenants tenants(other);
        QVERIFY(await(tenants.sweepSecrets()));
        QVERIFY(s.vault.held.contains(key));
        services::TenantKeychain second(other);
        QCOMPARE(await(second.beginEdit({})).error().code, core::ErrorCode::Conflict);
        QVERIFY(await(keychain.endEdit({key})));
        QVERIFY(await(second.beginEdit({})));
        QVERIFY(await(second.endEdit({})));
        QVERIFY(await(tenants.sweepSecrets()));
        QVERIFY(!s.vault.held.contains(key));
    }
    void aTenantThatIsThereKeepsItsSecrets()
    {
        Set s;
        auto tenants = std::make_unique<services::Tenants>(*s.context);
        const auto added = await(tenants->add(s.tenant, s.secrets, false));
        QVERIFY(added);
        // Whatever the list says.
        QVERIFY(await(s.ledger->settings().set(
            QStringLiteral("vault-orphans"), services::secretKey(added->id, services::secretname::sailpoint))));
        tenants = std::make_unique<services::Tenants>(*s.context);
        QVERIFY(await(tenants->sweepSecrets()));
        QCOMPARE(s.vault.held.size(), 2);
    }
};
IDV_TEST(SecretsLeft)
#include "tst_secretsleft.moc"
