#include "domain/tenants/tenant.h"
#include "services/tenants/secrets.h"
#include "services/tenants/tenants.h"
#include "store/ledger/ledger.h"
#include "support/await.h"
#include "support/registry.h"
#include "vault/vault.h"

using support::await;

namespace {

/// A keychain that stops working when it is told.
struct Fickle final : vault::Vault
{
    core::Error why() const { return core::makeError(core::ErrorCode::VaultUnavailable, QStringLiteral("locked")); }
    core::Async<vault::KeyringState> probe() override
    {
        return core::ready<vault::KeyringState>(vault::KeyringState::Unlocked);
    }
    core::Async<core::SecretPtr> read(const QString &key) override
    {
        return core::ready<core::SecretPtr>(held.contains(key) ? core::Result<core::SecretPtr>(held.value(key))
                                                               : core::makeError(core::ErrorCode::NotFound, key));
    }
    core::Async<core::Unit> write(const QString &key, const core::SecretPtr &s) override
    {
        if (writesLeft-- <= 0)
            return core::ready<core::Unit>(why());
        held.insert(key, s);
        return core::ready<core::Unit>(core::ok());
    }
    core::Async<core::Unit> remove(const QString &key) override
    {
        if (!canRemove)
            return core::ready<core::Unit>(why());
        held.remove(key);
        return core::ready<core::Unit>(core::ok());
    }
    QHash<QString, core::SecretPtr> held;
    int writesLeft = 100;
    bool canRemove = true;
};

struct Set
{
    Set()
    {
        ledger = *store::Ledger::open(dir.filePath(QStringLiteral("ledger.db")), clock);
        context.reset(new services::Context{
            *ledger, vault, clock, dir.path(), QStringLiteral("tester"), QStringLiteral("me"), false, std::nullopt});
        tenant.name = QStringLiteral("Acme");
        tenant.sailpointUrl = QStringLiteral("https://acme.api.identitynow.com");
        tenant.clientId = QStringLiteral("client");
        tenant.idvUrl = QStringLiteral("https://acme.1kosmos.net");
        tenant.communityId = QStringLiteral("c1");
        secrets.sailpoint = core::makeSecret("an-invented-secret");
        secrets.idv = core::makeSecret("an-invented-key-00");
    }
    QTemporaryDir dir;
    std::shared_ptr<core::Clock> clock = std::make_shared<core::SystemClock>();
    Fickle vault;
    std::unique_ptr<store::Ledger> ledger;
    std::unique_ptr<services::Context> context;
    domain::Tenant tenant;
    services::TenantSecrets secrets;
};

} // namespace

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
