#include "services/tenants/tenanteditor.h"
#include "store/ledger/audit/auditstore.h"
#include "support/registry.h"
#include "tenants/services/keychainstand.h"
#include <QJsonArray>

using core::ErrorCode;
using domain::Tenant;
using services::TenantEditor;
using services::TestReport;
using support::await;

namespace {

struct Desk : support::KeychainStand
{
    Desk()
    {
        tenant.organisation = QStringLiteral("acme");
        secrets.workflow = core::makeSecret("an-invented-workflow");
        tenants = std::make_unique<services::Tenants>(*context);
        before = *await(tenants->add(tenant, secrets, false));
        editor = std::make_unique<TenantEditor>(*context, *tenants);
        tried.organisation = QStringLiteral("acme");
    }
    Tenant stored() { return await(tenants->list())->value(0); }
    QByteArray held(const QString &name)
    {
        const auto s = vault.held.value(services::secretKey(stored(), name));
        return s ? s->reveal().toByteArray() : QByteArray();
    }
    QByteArray clientSecret() { return held(services::secretname::sailpoint); }
    QByteArray key() { return held(services::secretname::idv); }
    TenantEditor::Edit edit(const std::function<void(Tenant &)> &change, const char *clientSecret = "",
        const char *key = "", const char *reason = "")
    {
        TenantEditor::Edit e{before, before, {}, QString::fromLatin1(reason)};
        change(e.after);
        if (*clientSecret)
            e.secrets.sailpoint = core::makeSecret(clientSecret);
        if (*key)
            e.secrets.idv = core::makeSecret(key);
        return e;
    }
    core::Result<Tenant> save(const TenantEditor::Edit &e) { return await(editor->save(e, tried)); }
    core::Status startSession()
    {
        domain::Session s;
        s.id = core::SessionId(QStringLiteral("s1"));
        s.tenant = before.id;
        s.request.identity = core::IdentityId(QStringLiteral("p1"));
        s.request.reason = domain::Reason::Periodic;
        s.request.documents = {QStringLiteral("passport")};
        s.createdAt = clock->now();
        s.expiresAt = s.createdAt + core::hourMs;
        domain::AuditEvent a;
        a.actor = a.action = a.outcome = QStringLiteral("test");
        a.tenant = before.id.str();
        a.subject = s.id.str();
        return await(ledger->sessions().start(s, {}, a));
    }
    std::unique_ptr<services::Tenants> tenants;
    std::unique_ptr<TenantEditor> editor;
    Tenant before;
    TestReport tried;
};

const auto elsewhere = [](Tenant &t) { t.sailpointUrl = QStringLiteral("https://id.acme.example"); };
const auto otherProvider = [](Tenant &t) { t.idvUrl = QStringLiteral("https://other.1kosmos.net"); };

} // namespace

// A tenant that is there is edited; no secret goes where it was not given for.
class EditingTenants : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatDiffersIsSavedAndRecorded()
    {
        Desk d;
        const auto now = d.save(d.edit(
            [](Tenant &t) {
                t.name = QStringLiteral("Acme Ltd");
                t.callbackBaseUrl = QStringLiteral("https://relay.acme.example");
                t.map.set(domain::Field::IdvStatus, QStringLiteral("idvState"));
            },
            "", "", "agreed with IAM"));
        QVERIFY2(now, now ? "" : qPrintable(now.error().text));
        QCOMPARE(d.stored().id, d.before.id);
        QCOMPARE(d.stored().name, QStringLiteral("Acme Ltd"));
        QCOMPARE(d.stored().map.name(domain::Field::IdvStatus), QStringLiteral("idvState"));
        QCOMPARE(d.clientSecret(), QByteArray("an-invented-secret"));
        const auto log = await(d.ledger->audit().records(1, 100));
        QVERIFY(log);
        const domain::AuditEvent last = log->last().event;
        QCOMPARE(last.action, QStringLiteral("tenant.edit"));
        QCOMPARE(last.outcome, QStringLiteral("done"));
        const QJsonObject data = last.data;
        QCOMPARE(data.value(QLatin1String("reason")).toString(), QStringLiteral("agreed with IAM"));
        QCOMPARE(data.value(QLatin1String("changes")).toArray().size(), 3);
    }
    void anotherAddressGetsItsOwnSecret()
    {
        Desk d;
        QCOMPARE(d.save(d.edit(elsewhere)).error().field, QStringLiteral("client-secret"));
        QCOMPARE(d.clientSecret(), QByteArray("an-invented-secret"));
        const auto now = d.save(d.edit(elsewhere, "another-secret-00"));
        QVERIFY2(now, now ? "" : qPrintable(now.error().text));
        QVERIFY(!now->secretsMissing);
        QVERIFY(!d.stored().secretsMissing);
        QCOMPARE(d.stored().sailpointUrl, QStringLiteral("https://id.acme.example"));
        QCOMPARE(d.clientSecret(), QByteArray("another-secret-00"));
        QCOMPARE(d.key(), QByteArray("an-invented-key-00"));            // the provider is the same
        QCOMPARE(d.held(services::secretname::workflow), QByteArray()); // was for the other address
    }
    void anotherOrganisationIsRefused()
    {
        Desk d;
        d.tried.organisation = QStringLiteral("globex");
        const auto refused = d.save(d.edit(elsewhere, "another-secret-00"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(refused.error().field, QStringLiteral("sailpoint-url"));
        QCOMPARE(d.clientSecret(), QByteArray("an-invented-secret"));
        QCOMPARE(d.stored().sailpointUrl, d.before.sailpointUrl);
    }
    void whatWasChangedMeanwhileIsNotOverwritten()
    {
        Desk d;
        const auto late = d.edit(elsewhere, "another-secret-00");
        QVERIFY(d.save(d.edit([](Tenant &t) { t.timeZone = QStringLiteral("Europe/Oslo"); })));
        const auto refused = d.save(late);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(d.stored().timeZone, QStringLiteral("Europe/Oslo"));
        QCOMPARE(d.stored().sailpointUrl, d.before.sailpointUrl);
        QCOMPARE(d.clientSecret(), QByteArray("an-invented-secret")); // put back
    }
    void aLockAndWordsOfAnotherWindowStay()
    {
        Desk d;
        const auto e = d.edit([](Tenant &t) { t.timeZone = QStringLiteral("Europe/Oslo"); });
        QVERIFY(await(d.tenants->setReadOnly(d.before, true)));
        QVERIFY(d.save(e));
        QVERIFY(d.stored().readOnly);
        QCOMPARE(d.stored().timeZone, QStringLiteral("Europe/Oslo"));
    }
    void openVerificationsKeepTheirProvider()
    {
        Desk d;
        const auto started = d.startSession();
        QVERIFY2(started, started ? "" : qPrintable(started.error().text + started.error().detail));
        const auto refused = d.save(d.edit(otherProvider, "", "another-key-000000"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().reason, core::ErrorReason::OpenSessions);
        QCOMPARE(d.key(), QByteArray("an-invented-key-00")); // put back
        QCOMPARE(d.stored().idvUrl, d.before.idvUrl);
        QVERIFY(d.save(d.edit([](Tenant &t) { t.timeZone = QStringLiteral("Europe/Oslo"); }))); // has no part in it
    }
    void aNameIsGivenOnce()
    {
        Desk d;
        Tenant second = d.tenant;
        second.name = QStringLiteral("Second");
        QVERIFY(await(d.tenants->add(second, d.secrets, false)));
        const auto refused = d.save(d.edit([](Tenant &t) { t.name = QStringLiteral("Second"); }));
        QVERIFY(!refused);
        QCOMPARE(refused.error().field, QStringLiteral("name"));
    }
    void nothingThatBelongsToNobodyStays()
    {
        Desk d;
        QVERIFY(d.save(d.edit(elsewhere, "another-secret-00")));
        QTRY_COMPARE(d.vault.held.size(), 2); // its client secret and its key; what was for the old address is gone
        d.tried.organisation = QStringLiteral("acme");
        const auto late = d.edit(otherProvider, "", "another-key-000000"); // of a copy that is old
        QVERIFY(!d.save(late));
        QTRY_COMPARE(d.vault.held.size(), 2);
        QCOMPARE(d.clientSecret(), QByteArray("another-secret-00"));
        QCOMPARE(d.key(), QByteArray("an-invented-key-00"));
    }
    void aKeychainThatKeepsTheOldSecretIsTriedAgain()
    {
        Desk d;
        d.vault.canRemove = false;
        QVERIFY(d.save(d.edit(elsewhere, "another-secret-00")));
        QCOMPARE(d.clientSecret(), QByteArray("another-secret-00"));
        QVERIFY(d.vault.held.size() > 2);
        d.vault.canRemove = true;
        services::Tenants next(*d.context); // the next start
        QTRY_COMPARE(d.vault.held.size(), 2);
    }
    void withoutAKeychainItIsStoredWithoutItsSecrets()
    {
        Desk d;
        d.vault.writesLeft = 0;
        const auto now = d.save(d.edit(elsewhere, "another-secret-00"));
        QVERIFY2(now, now ? "" : qPrintable(now.error().text));
        QVERIFY(now->secretsMissing && d.stored().secretsMissing);
        QCOMPARE(d.stored().sailpointUrl, QStringLiteral("https://id.acme.example"));
        QCOMPARE(d.clientSecret(), QByteArray()); // what was for the old address is not read for this one
    }
    void aSecretAloneIsNotLostWithItsGroup()
    {
        Desk d;
        auto e = d.edit([](Tenant &t) { t.timeZone = QStringLiteral("Europe/Oslo"); }, "another-secret-00");
        QVERIFY(d.save(e));
        QCOMPARE(d.clientSecret(), QByteArray("another-secret-00"));
        QCOMPARE(d.held(services::secretname::workflow), QByteArray("an-invented-workflow"));
        QCOMPARE(d.key(), QByteArray("an-invented-key-00"));
    }
    void anOrganisationThatChangedUnderTheAddressIsSaid()
    {
        Desk d;
        d.tried.organisation = QStringLiteral("globex");
        const auto refused = d.save(d.edit([](Tenant &t) { t.timeZone = QStringLiteral("Europe/Oslo"); }));
        QVERIFY(!refused);
        QCOMPARE(refused.error().field, QStringLiteral("sailpoint-url"));
        QCOMPARE(d.stored().organisation, QStringLiteral("acme"));
    }
    void secretsAreThereWhenBothAre()
    {
        Desk d;
        services::TenantSecrets one;
        one.sailpoint = core::makeSecret("another-secret-00");
        d.vault.held.remove(services::secretKey(d.before, services::secretname::idv));
        QVERIFY(await(d.tenants->rotate(d.before, one))->secretsMissing);
        one.idv = core::makeSecret("another-key-000000");
        QVERIFY(!await(d.tenants->rotate(d.before, one))->secretsMissing);
    }
    void whoeverHoldsAnOldCopyMeansTheStoredEntries()
    {
        Desk d;
        QVERIFY(d.save(d.edit([](Tenant &t) { t.timeZone = QStringLiteral("Europe/Oslo"); }, "another-secret-00")));
        services::TenantSecrets next;
        next.sailpoint = core::makeSecret("a-third-secret-000");
        QVERIFY(await(d.tenants->rotate(d.before, next))); // its entries have other names by now
        QCOMPARE(d.clientSecret(), QByteArray("a-third-secret-000"));
        QVERIFY(d.save({d.stored(),
            [&] {
                auto t = d.stored();
                elsewhere(t);
                return t;
            }(),
            next, {}}));
        const auto refused = await(d.tenants->rotate(d.before, next)); // tried for the address before
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY(await(d.tenants->remove(d.before)));
        QTRY_VERIFY(d.vault.held.isEmpty());
    }
    void theOrganisationIsNotedOnce()
    {
        Desk d;
        Tenant t = d.before;
        QVERIFY(await(d.tenants->noteOrganisation(t, QStringLiteral("globex"))));
        QCOMPARE(d.stored().organisation, QStringLiteral("acme"));
        t.organisation.clear();
        QVERIFY(await(d.tenants->noteOrganisation(t, QStringLiteral("acme2"))));
        QCOMPARE(d.stored().organisation, QStringLiteral("acme2"));
    }
};
IDV_TEST(EditingTenants)
#include "tst_tenanteditor.moc"
