#include "domain/text/strictjson.h"
#include "services/callbacks/callbackreceiver.h"
#include "services/reverification/campaigns.h"
#include "services/reverification/reverification.h"
#include "services/tenants/privacy.h"
#include "services/tenants/settingsfile.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/sessions.h"
#include "services/verification/sessionstarter.h"
#include "services/verification/verificationpolicy.h"
#include "support/labfixture.h"
#include "support/registry.h"
#include <QSqlDatabase>
#include <QSqlQuery>

using support::await;
using support::LabFixture;
using support::quick;

namespace {

/// What is stored is changed behind the ledger's back, as a newer version or a broken disk would leave it.
bool rewrite(const LabFixture &d, const QString &statement, const QVariantList &values)
{
    bool isDone = false;
    {
        auto db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("rewrite"));
        db.setDatabaseName(d.dir.filePath(QStringLiteral("ledger.db")));
        if (db.open()) {
            QSqlQuery q(db);
            q.prepare(statement);
            for (const QVariant &v : values)
                q.addBindValue(v);
            isDone = q.exec() && q.numRowsAffected() == 1;
        }
        db.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("rewrite"));
    return isDone;
}

QString compact(const QJsonObject &o)
{
    return QString::fromUtf8(QJsonDocument(o).toJson(QJsonDocument::Compact));
}

const QString policyName = QStringLiteral("verification-policy");

} // namespace

class StoredSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPolicyThatCannotBeReadStartsNothing_data()
    {
        QTest::addColumn<QString>("stored");
        QTest::newRow("a key of tomorrow") << QStringLiteral(R"({"ticketPattern":"INC\\d{7}","newRule":true})");
        QTest::newRow("a reason of tomorrow") << QStringLiteral(R"({"defaults":{"newreason":{"leastIal":2}}})");
        QTest::newRow("a level as text") << QStringLiteral(R"({"defaults":{"periodic":{"leastIal":"2"}}})");
        QTest::newRow("level 3") << QStringLiteral(R"({"defaults":{"periodic":{"leastIal":3}}})");
        QTest::newRow("broken") << QStringLiteral("{");
        QTest::newRow("a list") << QStringLiteral("[]");
        QTest::newRow("a key twice") << QStringLiteral(R"({"ticketPattern":"INC\\d{7}","ticketPattern":""})");
    }
    void aPolicyThatCannotBeReadStartsNothing()
    {
        QFETCH(QString, stored);
        LabFixture d(quick());
        QVERIFY(d.sync());
        const auto person = d.anyone();
        QVERIFY(await(d.ledger->settings().set(policyName, stored)));
        const auto refused = await(d.tenantSession->verifier().starter().start(person, d.request()));
        QVERIFY(!refused);
        QVERIFY(domain::isUnreadableSetting(refused.error()));
        QVERIFY(refused.error().text.contains(QLatin1String("Settings, Verification")));
        QVERIFY(await(d.tenantSession->verifier().sessions().list({}))->isEmpty());
        QCOMPARE(d.stats(d.tenant.idvUrl).value(QLatin1String("create")).toInteger(), 0);
        QCOMPARE(*await(d.ledger->settings().value(policyName)), stored); // kept
        QVERIFY(await(services::storePolicy(*d.context, {})));
        const auto s = await(d.tenantSession->verifier().starter().start(person, d.request()));
        QVERIFY2(bool(s), s ? "" : qPrintable(s.error().text));
    }
    void aResultWaitsForThePolicyItIsJudgedBy()
    {
        LabFixture d(quick());
        QVERIFY(d.sync());
        const auto s = await(d.tenantSession->verifier().starter().start(d.anyone(), d.request()));
        QVERIFY2(bool(s), s ? "" : qPrintable(s.error().text));
        QVERIFY(await(d.ledger->settings().set(policyName, QStringLiteral(R"({"newRule":true})"))));
        d.tenantSession->verifier().monitor().watch();
        // A result that waits leaves nothing that could be awaited.
        QTest::qWait(2500); // the simulator's person has been verified long ago
        QCOMPARE(await(d.tenantSession->verifier().sessions().session(s->id))->state, domain::SessionState::Pending);
        QVERIFY(await(services::storePolicy(*d.context, {})));
        d.tenantSession->verifier().monitor().hurry(s->id); // a query that failed is repeated after a while only
        QCOMPARE(d.settled(s->id).state, domain::SessionState::Verified);
    }
    void aRetentionThatCannotBeReadRemovesNothing()
    {
        LabFixture d(quick());
        const QString name = QStringLiteral("retention:") + d.tenant.id.str();
        for (const char *stored : {R"({"on":"true"})", R"({"on":true,"failedDays":"1"})",
                 R"({"on":true,"failedDays":0})", R"({"on":true,"newRule":1})", "{"}) {
            QVERIFY(await(d.ledger->settings().set(name, QLatin1String(stored))));
            const auto swept = await(d.tenantSession->privacy().sweep());
            QVERIFY2(!swept && domain::isUnreadableSetting(swept.error()), stored);
        }
        QVERIFY(await(d.tenantSession->privacy().setRetention({true, 455, 30})));
        QCOMPARE(*await(d.tenantSession->privacy().sweep()), 0);
    }
    void aFreshnessPolicyThatCannotBeReadStopsCampaigns()
    {
        LabFixture d(quick());
        QVERIFY(d.sync());
        domain::CampaignPlan p;
        p.name = QStringLiteral("Overdue");
        p.query.status = domain::IdentityStatus::Overdue;
        p.documents = {QStringLiteral("passport")};
        const auto k = await(d.tenantSession->campaigns().drafts().create(p, {}));
        QVERIFY(bool(k));
        QVERIFY(await(d.ledger->settings().set(QStringLiteral("freshness:") + d.tenant.id.str(),
            QStringLiteral(R"({"policy":{"standard":{"intervalDays":30}}})"))));
        for (int i = 0; i < 2; ++i) { // and it stays so
            const auto r = await(d.tenantSession->campaigns().dryRun().run(k->id));
            QVERIFY(!r);
            QVERIFY2(r.error().text.contains(QStringLiteral("“policy” is not known here.")),
                qPrintable(r.error().text + r.error().detail));
        }
        QVERIFY(await(d.tenantSession->reverification().save({})));
        const auto r = await(d.tenantSession->campaigns().dryRun().run(k->id));
        QVERIFY2(bool(r), r ? "" : qPrintable(r.error().text));
    }
    void namesOfAPolicyAreThoseOfTheCopy()
    {
        LabFixture d(quick());
        domain::ReverificationPolicy p;
        domain::ReverificationRule rule;
        rule.name = QStringLiteral("A");
        rule.profiles = {QStringLiteral("Contractors")};
        p.rules = {rule};
        QCOMPARE(await(d.tenantSession->reverification().namesFit(p)).error().code,
            core::ErrorCode::Conflict); // nobody is there yet
        QVERIFY(await(d.tenantSession->reverification().namesFit({})));
        QVERIFY(d.sync());
        QVERIFY(await(d.tenantSession->reverification().namesFit(p)));
        p.rules[0].profiles = {QStringLiteral("Contracters")};
        const auto r = await(d.tenantSession->reverification().namesFit(p));
        QCOMPARE(r.error().field, QStringLiteral("rules[0].profiles[0]"));
        QVERIFY(r.error().text.contains(QLatin1String("Contractors")));
    }
    void oneUnreadableTenantHidesNoOther()
    {
        LabFixture d(quick());
        services::Tenants tenants(*d.context);
        auto one = d.tenant, two = d.tenant;
        one.id = core::TenantId(QStringLiteral("one"));
        one.name = QStringLiteral("One");
        two.id = core::TenantId(QStringLiteral("two"));
        two.name = QStringLiteral("Two");
        QVERIFY(await(d.ledger->tenants().add(one, {})));
        QVERIFY(await(d.ledger->tenants().add(two, {})));
        QJsonObject json = domain::tenantToJson(one);
        json.insert(QStringLiteral("writeBack"), QStringLiteral("graph"));
        QVERIFY(rewrite(d, QStringLiteral("UPDATE tenant SET json = ? WHERE id = 'one'"), {compact(json)}));
        const auto all = await(tenants.list());
        QVERIFY(bool(all));
        QCOMPARE(all->size(), 3); // with the desk's own
        const auto named = [&](const QString &name) {
            return *std::find_if(all->begin(), all->end(), [&](const auto &t) { return t.name == name; });
        };
        const auto unreadable = named(QStringLiteral("One"));
        QVERIFY(unreadable.problem.contains(QLatin1String("graph")) && named(QStringLiteral("Two")).problem.isEmpty());
        // It refuses everything but its removal.
        QCOMPARE(await(tenants.byName(QStringLiteral("One"))).error().reason, core::ErrorReason::UnreadableSetting);
        QVERIFY(!services::TenantSession::open(unreadable, *d.context));
        QVERIFY(!await(tenants.setReadOnly(unreadable, true)));
        QVERIFY(!await(tenants.update(unreadable, QStringLiteral("tenant.lock"))));
        QVERIFY(!await(services::SettingsFile(*d.context).exported()));
        QVERIFY(await(tenants.byName(QStringLiteral("Two"))));
        QVERIFY(await(tenants.remove(*await(tenants.byName(QStringLiteral("One"), true)))));
        QCOMPARE(await(tenants.list())->size(), 2);
    }
    void aReceiverThatCannotBeReadDoesNotListen()
    {
        LabFixture d(quick());
        QJsonObject json = domain::tenantToJson(d.tenant);
        QJsonObject receiver = json.value(QLatin1String("receiver")).toObject();
        receiver.insert(QStringLiteral("trustsUnsigned"), QStringLiteral("true"));
        json.insert(QStringLiteral("receiver"), receiver);
        QVERIFY(
            rewrite(d, QStringLiteral("UPDATE tenant SET json = ? WHERE id = ?"), {compact(json), d.tenant.id.str()}));
        services::Tenants tenants(*d.context);
        d.tenant = *await(tenants.byName(d.tenant.name));
        d.open();
        const auto l = await(d.tenantSession->receiving().start());
        QVERIFY(!l && l.error().text.contains(QLatin1String("trustsUnsigned")));
        // A lock keeps it as it is.
        QVERIFY(await(tenants.setReadOnly(d.tenant, true)));
        QVERIFY(await(tenants.list())->first().receiver.problem.contains(QLatin1String("trustsUnsigned")));
    }
    void anUnreadableCampaignStandsStillBesideTheOthers()
    {
        LabFixture d(quick());
        QVERIFY(d.sync());
        domain::CampaignPlan p;
        p.name = QStringLiteral("Overdue");
        p.query.status = domain::IdentityStatus::Overdue;
        p.documents = {QStringLiteral("passport")};
        auto &campaigns = d.tenantSession->campaigns();
        const auto bad = await(campaigns.drafts().create(p, {}));
        p.name = QStringLiteral("Other");
        const auto good = await(campaigns.drafts().create(p, {}));
        QVERIFY(bad && good);
        QJsonObject json = domain::toJson(bad->plan);
        json.insert(QStringLiteral("query"),
            QJsonObject{{QStringLiteral("filter"), QJsonObject{{QStringLiteral("sites"), QStringLiteral("Oslo")}}}});
        QVERIFY(rewrite(d, QStringLiteral("UPDATE campaign SET plan = ?, state = 'running' WHERE id = ?"),
            {compact(json), bad->id}));
        const auto all = *await(campaigns.records().all());
        QCOMPARE(all.size(), 2);
        for (const auto &k : all) {
            QCOMPARE(k.problem.isEmpty(), k.id == good->id);
            QVERIFY(k.state != domain::CampaignState::Running);
        }
        QCOMPARE(await(campaigns.dryRun().run(bad->id)).error().reason, core::ErrorReason::UnreadableSetting);
        QVERIFY(await(campaigns.dryRun().run(good->id)));
    }
    void anExemptionWithoutAnEndIsRefused()
    {
        LabFixture d(quick());
        QVERIFY(d.sync());
        auto &campaigns = d.tenantSession->campaigns();
        const domain::Exemption e{d.anyone().id, QStringLiteral("on leave"), {}, {}, 0, d.clock->now() + core::dayMs};
        QVERIFY(await(campaigns.exemptions().grant(e, d.reviewerId(), d.reviewer())));
        QVERIFY(await(campaigns.exemptions().active()));
        QVERIFY(rewrite(d, QStringLiteral("UPDATE exemption SET until = ?"), {QStringLiteral("for ever")}));
        QCOMPARE(await(campaigns.exemptions().active()).error().reason, core::ErrorReason::UnreadableSetting);
        QVERIFY(await(campaigns.exemptions().grant(e, d.reviewerId(), d.reviewer()))); // granted again
        QCOMPARE(await(campaigns.exemptions().active())->size(), 1);
    }
};
IDV_TEST(StoredSettings)
#include "tst_settings.moc"
