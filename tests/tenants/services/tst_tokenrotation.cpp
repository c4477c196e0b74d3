#include "services/tenants/accesstoken/tokenrotation.h"
#include "services/tenants/internal/rotationrun.h"
#include "support/labfixture.h"
#include "support/registry.h"
#include "tenants/services/keychainstand.h"

using services::TokenRotation;
using support::await;

namespace {

lab::Options small()
{
    lab::Options o;
    o.identities = 10;
    return o;
}

/// The keychain as a window has it: what it does not take is held in memory.
struct Below final : core::Vault
{
    explicit Below(support::Fickle &vault) : m_vault(vault) {}
    core::Async<core::KeyringState> probe() override { return m_vault.probe(); }
    core::Async<core::SecretPtr> read(const QString &key) override { return m_vault.read(key); }
    core::Async<core::Unit> write(const QString &key, const core::SecretPtr &s) override
    {
        return m_vault.write(key, s);
    }
    core::Async<core::Unit> remove(const QString &key) override { return m_vault.remove(key); }
    support::Fickle &m_vault;
};

/// A simulated tenant over a keychain, and the tokens that SailPoint has.
struct Stand : support::LabFixture
{
    explicit Stand(lab::Options o = small())
        : LabFixture(o, [](domain::Tenant &t) { t.environment = domain::Environment::Simulator; })
    {
        for (const auto &[name, value] : {std::pair{services::secretname::sailpoint, lab->endpoints().clientSecret},
                 std::pair{services::secretname::idv, lab->endpoints().idvApiKey}})
            keychain.held.insert(services::secretKey(tenant, name), core::makeSecret(value.toUtf8()));
        window.setFallsBackToMemory(true);
        own.reset(new services::Context{services::storesOf(*ledger), window, clock, dir.path(),
            QStringLiteral("tester"), QStringLiteral("me"), false, std::chrono::seconds(5)});
        tenants = std::make_unique<services::Tenants>(*own);
    }
    domain::Tenant stored() { return *await(tenants->byName(QStringLiteral("Lab"))); }
    core::Result<TokenRotation::Outcome> rotate(std::optional<int> days = {}, bool keepsOld = false)
    {
        TokenRotation rotation(*own, *tenants);
        return await(rotation.run({stored(), days, keepsOld, QStringLiteral("it ends soon")}, {}), 20000);
    }
    /// By the tenant's client as it is.
    QList<domain::AccessToken> tokens()
    {
        services::ClientDoor door(*own, stored());
        const auto all = await(net::sailpoint::ownAccessTokens(door.api));
        return all ? *all : QList<domain::AccessToken>();
    }
    QByteArray secret()
    {
        const auto s = await(keychain.read(services::secretKey(stored(), services::secretname::sailpoint)));
        return s ? (*s)->reveal().toByteArray() : QByteArray();
    }
    QString pending() { return *await(ledger->settings().value(QStringLiteral("pending-token:t1"))); }
    QStringList recorded()
    {
        QStringList out;
        const auto all = await(ledger->audit().records(1, 1000));
        for (const auto &r : *all) {
            if (r.event.action != QLatin1String("tenant.token"))
                continue;
            out << r.event.outcome;
            // Whatever else it tells, it is this tenant's.
            if (r.event.data.value(QLatin1String("name")) != QLatin1String("Lab"))
                out << QStringLiteral("of another name");
        }
        return out;
    }
    support::Fickle keychain;
    vault::MemoryVault window{std::make_unique<Below>(keychain)};
    std::unique_ptr<services::Context> own;
    std::unique_ptr<services::Tenants> tenants;
};

} // namespace

class RotatedTokens : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theNewOneTakesTheOldOnesPlace()
    {
        Stand s;
        const auto before = s.stored();
        const QByteArray oldSecret = s.secret();
        services::ClientExpiries expiries(*s.own);
        QCOMPARE(await(expiries.known(before))->kind, domain::ClientExpiry::NotRead);
        QCOMPARE(domain::daysLeft(*await(expiries.read(before)), s.clock->now()), std::optional(59));
        const auto r = s.rotate(20);
        QVERIFY2(r, r ? "" : qPrintable(r.error().text));
        const auto after = s.stored();
        QVERIFY(after.clientId != before.clientId);
        QCOMPARE(domain::tenantToJson(r->tenant), domain::tenantToJson(after));
        QCOMPARE(r->oldId, before.clientId);
        QVERIFY(r->isOldDeleted && r->notDeleted.isEmpty() && !r->hasEndedEarlier);
        QVERIFY(s.secret() != oldSecret && !s.secret().isEmpty());
        const auto tokens = s.tokens(); // the new one signs in
        QCOMPARE(tokens.size(), 1);
        QCOMPARE(tokens.first().id, after.clientId);
        QVERIFY(tokens.first().name.startsWith(QLatin1String("IDV Console 20")));
        QCOMPARE(domain::daysLeft(*await(expiries.known(after)), s.clock->now()), std::optional(19));
        QCOMPARE(s.recorded(), (QStringList{QStringLiteral("intent"), QStringLiteral("done")}));
        QVERIFY(s.pending().isEmpty());
        // The old secret is in no entry any more, and what was typed for it is not in the log.
        QTRY_VERIFY(std::none_of(s.keychain.held.begin(), s.keychain.held.end(),
            [&](const core::SecretPtr &p) { return p->reveal() == oldSecret; }));
        const auto again = s.rotate();
        QVERIFY(again);
        QCOMPARE(s.tokens().size(), 1);
        QCOMPARE(s.tokens().first().name.count(QLatin1Char('-')), 2); // marks are not piled up
    }
    void theOldOneMayStay()
    {
        Stand s;
        const auto r = s.rotate({}, true);
        QVERIFY(r && !r->isOldDeleted && r->notDeleted.isEmpty());
        QCOMPARE(s.tokens().size(), 2);
        QVERIFY(s.pending().isEmpty());
    }
    void whatIsRefusedMakesNothing_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"locked", "no keychain", "too long", "no day", "not its own", "another at it"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void whatIsRefusedMakesNothing()
    {
        QFETCH(QString, what);
        Stand s;
        std::optional<int> days;
        if (what == QLatin1String("locked"))
            QVERIFY(await(s.tenants->setReadOnly(s.stored(), true)));
        if (what == QLatin1String("too long"))
            days = 181;
        if (what == QLatin1String("no day"))
            days = 0;
        if (what == QLatin1String("another at it"))
            QVERIFY(*await(s.ledger->leases().take(
                QStringLiteral("token-rotation:t1"), QStringLiteral("somebody else"), std::chrono::minutes(5))));
        if (what == QLatin1String("no keychain"))
            s.keychain.state = core::KeyringState::Locked;
        if (what == QLatin1String("not its own")) { // a client that is no token of a person
            domain::Tenant t = s.stored();
            t.clientId = s.lab->endpoints().reviewerClientId;
            QVERIFY(await(s.tenants->update(t, QStringLiteral("tenant.change"))));
            s.keychain.held.insert(services::secretKey(t, services::secretname::sailpoint),
                core::makeSecret(s.lab->endpoints().reviewerClientSecret.toUtf8()));
        }
        const auto before = s.stored();
        const auto r = s.rotate(days);
        QVERIFY(!r);
        QVERIFY2(!r.error().text.isEmpty(), qPrintable(what));
        QVERIFY(domain::changesBetween(before, s.stored()).isEmpty());
        s.keychain.state = core::KeyringState::Unlocked;
        QCOMPARE(s.tokens().size(), 1);
        QVERIFY(s.pending().isEmpty());
        QVERIFY(s.recorded().isEmpty());
    }
    void whatFailsBeforeTheSwitchLeavesNothing_data()
    {
        QTest::addColumn<QStringList>("rules");
        QTest::addColumn<int>("writes"); // that the keychain takes
        QTest::addColumn<QString>("end");
        const QString failed = QStringLiteral("failed");
        QTest::newRow("the making is refused")
            << QStringList{QStringLiteral("sailpoint:POST */personal-access-tokens:status=400,times=1")} << 100
            << failed;
        QTest::newRow("the making has no answer")
            << QStringList{QStringLiteral("sailpoint:POST */personal-access-tokens:no-answer,times=1")} << 100
            << failed;
        // SailPoint may be at it still: what is not listed now may be later.
        QTest::newRow("whether it was made is not known")
            << QStringList{QStringLiteral("sailpoint:POST */personal-access-tokens:status=500,times=1")} << 100
            << QStringLiteral("unknown");
        // Also where a window would hold its secret in memory for its run.
        QTest::newRow("the keychain fails") << QStringList() << 0 << failed;
    }
    void whatFailsBeforeTheSwitchLeavesNothing()
    {
        QFETCH(QStringList, rules);
        QFETCH(int, writes);
        QFETCH(QString, end);
        auto o = small();
        o.rules = rules;
        Stand s(o);
        s.keychain.writesLeft = writes;
        const auto before = s.stored();
        QVERIFY(!s.rotate());
        QVERIFY(domain::changesBetween(before, s.stored()).isEmpty());
        QCOMPARE(s.tokens().size(), 1); // asked with the old one, which still signs in
        QCOMPARE(s.pending().isEmpty(), end == QLatin1String("failed"));
        QCOMPARE(s.recorded(), (QStringList{QStringLiteral("intent"), end}));
        s.keychain.writesLeft = 100;
        QVERIFY(s.rotate());
        QCOMPARE(s.tokens().size(), 1);
    }
    void anOldOneThatCannotBeDeletedIsDeletedLater()
    {
        auto o = small();
        o.rules = {QStringLiteral("sailpoint:DELETE */personal-access-tokens/*:status=500,times=1")};
        Stand s(o);
        const auto r = s.rotate();
        QVERIFY(r);
        QVERIFY(!r->isOldDeleted && !r->notDeleted.isEmpty());
        QCOMPARE(s.tokens().size(), 2);
        QVERIFY(!s.pending().isEmpty());
        const auto after = s.stored();
        const auto again = s.rotate();
        QVERIFY2(again, again ? "" : qPrintable(again.error().text));
        QVERIFY(again->hasEndedEarlier && again->isOldDeleted);
        QCOMPARE(s.stored().clientId, after.clientId); // no other was made
        QCOMPARE(s.tokens().size(), 1);
        QVERIFY(s.pending().isEmpty());
    }
    void whoeverLookedBeforeTheSwitchDeletesNothing()
    {
        Stand s;
        const auto seen = s.stored();
        QVERIFY(s.rotate());
        // As it is left where the rotation ended right after the switch.
        QVERIFY(await(s.ledger->settings().set(
            QStringLiteral("pending-token:t1"), QStringLiteral("{\"name\":\"%1\",\"oldId\":\"%2\",\"keepsOld\":false}")
                                                    .arg(s.tokens().first().name, seen.clientId))));
        TokenRotation rotation(*s.own, *s.tenants);
        const auto r = await(rotation.run({seen, {}, false, {}}, {}), 20000);
        QVERIFY(!r);
        QCOMPARE(r.error().code, core::ErrorCode::Conflict);
        QCOMPARE(s.tokens().size(), 1); // and the one in use is that one
        QCOMPARE(s.tokens().first().id, s.stored().clientId);
    }
    void aRecordThatCannotBeReadStopsNothing()
    {
        Stand s;
        QVERIFY(await(s.ledger->settings().set(QStringLiteral("pending-token:t1"), QStringLiteral("{"))));
        const auto r = s.rotate();
        QVERIFY(r && r->isOldDeleted && r->notDeleted.isEmpty() && !r->warning.isEmpty());
        QCOMPARE(s.tokens().size(), 1);
    }
};
IDV_TEST(RotatedTokens)
#include "tst_tokenrotation.moc"
