#pragma once
#include "domain/tenants/principal.h"
#include "lab/lab.h"
#include "services/tenants/internal/stores.h"
#include "services/tenants/secrets.h"
#include "services/tenants/tenants.h"
#include "services/tenantsession/tenantsession.h"
#include "store/ledger/ledger.h"
#include "support/await.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/shell/mainwindow.h"
#include "vault/vault.h"
#include <QApplication>
#include <QTemporaryDir>
#include <functional>

namespace support {

/// A keychain in memory, that is there when the test says so.
struct TestKeychain final : core::Vault
{
    core::Async<core::KeyringState> probe() override { return core::ready<core::KeyringState>(state); }
    core::Async<core::SecretPtr> read(const QString &key) override
    {
        return core::ready<core::SecretPtr>(held.contains(key) ? core::Result<core::SecretPtr>(held.value(key))
                                                               : core::makeError(core::ErrorCode::NotFound, key));
    }
    core::Async<core::Unit> write(const QString &key, const core::SecretPtr &s) override
    {
        held.insert(key, s);
        return core::ready<core::Unit>(core::ok());
    }
    core::Async<core::Unit> remove(const QString &key) override
    {
        held.remove(key);
        return core::ready<core::Unit>(core::ok());
    }
    QHash<QString, core::SecretPtr> held;
    core::KeyringState state = core::KeyringState::NoService;
};

/// The window on two tenants of one simulator.
struct Bench
{
    explicit Bench(int identities = 30, const std::function<void(lab::Options &)> &change = {}, int textScale = 100)
    {
        theme.setTextScale(textScale);
        theme.apply(ui::ThemeChoice::Light);
        lab::Options o;
        o.identities = identities;
        o.outcome = QStringLiteral("never");
        if (change)
            change(o);
        simulator = *lab::Lab::start(o, clock);
        ledger = *store::Ledger::open(dir.filePath(QStringLiteral("ledger.db")), clock);
        context.reset(new services::Context{services::storesOf(*ledger), vault, clock, dir.path(),
            QStringLiteral("tester"), QStringLiteral("me"), false, std::chrono::seconds(10)});
        tenants = std::make_unique<services::Tenants>(*context);
        app = std::make_unique<ui::AppContext>(theme, *context, *tenants, dir.filePath(QStringLiteral("settings.ini")));
        for (const char *id : {"one", "two"}) // where these tests were left: at the people
            app->settings().setValue(QStringLiteral("screen/") + QLatin1String(id), int(ui::MainWindow::Identities));
        window = std::make_unique<ui::MainWindow>(*app);
        window->show();
    }
    /// In the ledger, as a person would have added it: what is not there sends nothing.
    domain::Tenant tenant(const char *id) { return kept(bare(id)); }
    domain::Tenant kept(const domain::Tenant &t)
    {
        domain::AuditEvent added;
        added.actor = context->operatorName;
        added.action = QStringLiteral("tenant.add");
        added.tenant = added.subject = t.id.str();
        added.outcome = QStringLiteral("done");
        (void)ledger->tenants().add(t, added); // a second time it is there already
        return t;
    }
    /// Not in the ledger yet, and said to be a simulator: what is on this computer is never guessed.
    domain::Tenant simulated(const char *id)
    {
        domain::Tenant t = bare(id);
        t.environment = domain::Environment::Simulator;
        return t;
    }
    domain::Tenant bare(const char *id)
    {
        const auto &e = simulator->endpoints();
        domain::Tenant t;
        t.id = core::TenantId(QString::fromLatin1(id));
        t.name = QString::fromLatin1(id);
        t.sailpointUrl = e.sailpointUrl;
        t.clientId = e.clientId;
        t.idvUrl = e.idvUrl;
        t.communityId = e.communityId;
        vault.hold(
            services::secretKey(t.id, services::secretname::sailpoint), core::makeSecret(e.clientSecret.toUtf8()));
        vault.hold(services::secretKey(t.id, services::secretname::idv), core::makeSecret(e.idvApiKey.toUtf8()));
        // Who sits here is known: the owner of the simulator's token.
        for (const QString &who : {QString(), context->operatorName})
            (void)ledger->settings().set(
                domain::operatorSetting(t.id, who), QStringLiteral("2c9180867769897d01776ed5f125512f"));
        return t;
    }
    /// The same on the lab's IdentityIQ.
    domain::Tenant identityIq(const char *id)
    {
        const auto &e = simulator->endpoints();
        domain::Tenant t = bare(id);
        t.product = domain::Product::IdentityIq;
        t.sailpointUrl = e.iiqUrl;
        t.clientId = e.iiqClientId;
        t.identityIq.operatorId = e.iiqOperatorId;
        t.identityIq.deniedState = QStringLiteral("Rejected");
        vault.hold(
            services::secretKey(t.id, services::secretname::sailpoint), core::makeSecret(e.iiqClientSecret.toUtf8()));
        return kept(t);
    }
    template <class W>
    static W *shown()
    {
        for (QWidget *w : QApplication::topLevelWidgets()) {
            if (auto *wanted = qobject_cast<W *>(w); wanted && wanted->isVisible())
                return wanted;
        }
        return nullptr;
    }
    QTemporaryDir dir;
    ui::Theme theme;
    std::shared_ptr<core::Clock> clock = std::make_shared<core::SystemClock>();
    TestKeychain *keychain = new TestKeychain; ///< the vault's
    vault::MemoryVault vault{std::unique_ptr<core::Vault>(keychain)};
    std::unique_ptr<lab::Lab> simulator;
    std::unique_ptr<store::Ledger> ledger;
    std::unique_ptr<services::Context> context;
    std::unique_ptr<services::Tenants> tenants;
    std::unique_ptr<ui::AppContext> app;
    std::unique_ptr<ui::MainWindow> window;
};

} // namespace support
