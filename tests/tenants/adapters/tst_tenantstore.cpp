#include "store/ledger/tenants/tenantstore.h"
#include "support/await.h"
#include "support/rawledger.h"
#include "support/registry.h"
#include <QtTest>

using core::ErrorReason;
using domain::Tenant;
using support::await;
using support::RawLedger;

namespace {

Tenant named(const char *id, const char *name)
{
    Tenant t;
    t.id = core::TenantId(QString::fromLatin1(id));
    t.name = QString::fromLatin1(name);
    t.sailpointUrl = QStringLiteral("https://acme.api.identitynow.com");
    t.clientId = QStringLiteral("client");
    t.idvUrl = QStringLiteral("https://acme.1kosmos.net");
    t.communityId = QStringLiteral("c1");
    return t;
}

struct Rows
{
    Rows()
    {
        before = named("one", "Acme");
        isReady = await(store().add(before, RawLedger::event("tenant.add"))) &&
                  await(store().add(named("two", "Globex"), RawLedger::event("tenant.add")));
    }
    store::TenantStore &store() { return ledger.ledger().tenants(); }
    Tenant stored()
    {
        const auto all = await(store().all());
        for (const Tenant &t : all ? *all : QList<Tenant>()) {
            if (t.id == before.id)
                return t;
        }
        return {};
    }
    core::Result<Tenant> edit(const Tenant &after, bool needsNoOpenSessions = false)
    {
        return await(store().edit(before, after, needsNoOpenSessions, RawLedger::event("tenant.edit")));
    }
    int entries() { return int(await(ledger.ledger().audit().records(1, 100))->size()); }
    RawLedger ledger;
    Tenant before;
    bool isReady = false;
};

} // namespace

// Rows of tenants, in a real ledger.
class TenantRows : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNameIsGivenOnce()
    {
        Rows r;
        QVERIFY(r.isReady);
        QCOMPARE(
            await(r.store().add(named("three", "Acme"), RawLedger::event("x"))).error().field, QStringLiteral("name"));
        Tenant after = r.before;
        after.name = QStringLiteral("Globex");
        QCOMPARE(r.edit(after).error().field, QStringLiteral("name"));
        after.name = QStringLiteral("Acme Ltd");
        QVERIFY(r.edit(after));
        QCOMPARE(r.stored().name, after.name);
    }
    void anEditKeepsWhatOthersSet()
    {
        Rows r;
        Tenant locked = r.before;
        locked.readOnly = true;
        QVERIFY(await(r.store().update(locked, RawLedger::event("tenant.lock"))));
        Tenant worded = r.stored();
        worded.statusWords.pass = {QStringLiteral("FINE")};
        QVERIFY(await(r.store().update(worded, RawLedger::event("tenant.status-words"))));
        Tenant after = r.before; // as a window has it that was opened before
        after.timeZone = QStringLiteral("Europe/Oslo");
        QVERIFY(r.edit(after));
        QVERIFY(r.stored().readOnly);
        QCOMPARE(r.stored().statusWords.pass, QStringList(QStringLiteral("FINE")));
        QCOMPARE(r.stored().timeZone, QStringLiteral("Europe/Oslo"));
    }
    void eachActionChangesItsOwnOnly_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("member"); // of what is stored, that differs afterwards
        for (const auto &[action, member] :
            {std::pair{"tenant.lock", "readOnly"}, std::pair{"tenant.unlock", "readOnly"},
                std::pair{"tenant.status-words", "statusWords"}, std::pair{"tenant.rotate", "secretsMissing"},
                std::pair{"tenant.organisation", "organisation"}, std::pair{"tenant.receiver", "receiver"},
                std::pair{"tenant.approvals", "identityIq"}, std::pair{"tenant.write-back", "confirmWriteBack"}})
            QTest::newRow(action) << QString::fromLatin1(action) << QString::fromLatin1(member);
    }
    void eachActionChangesItsOwnOnly()
    {
        QFETCH(QString, action);
        QFETCH(QString, member);
        Rows r;
        Tenant stale = r.before; // differs everywhere: a copy that is old, and what was changed in it
        stale.readOnly = stale.secretsMissing = stale.confirmWriteBack = true;
        stale.statusWords.pass = {QStringLiteral("FINE")};
        stale.organisation = stale.timeZone = QStringLiteral("Europe/Oslo");
        stale.receiver.port = 4711;
        stale.identityIq.approvedState = QStringLiteral("Yes");
        QVERIFY(await(r.store().update(stale, RawLedger::event(qPrintable(action)))));
        const QJsonObject was = domain::tenantToJson(r.before), is = domain::tenantToJson(r.stored());
        QStringList differing;
        for (auto it = is.begin(); it != is.end(); ++it) {
            if (was.value(it.key()) != *it)
                differing << it.key();
        }
        QCOMPARE(differing, QStringList(member));
    }
    // Two windows on one setting: the second one sees that it is another by now, and so does nobody else.
    void whatSomebodyElseChangedIsNotOverwritten_data()
    {
        QTest::addColumn<QString>("action");
        for (const char *action : {"tenant.status-words", "tenant.receiver", "tenant.approvals", "tenant.write-back"})
            QTest::newRow(action) << QString::fromLatin1(action);
    }
    void whatSomebodyElseChangedIsNotOverwritten()
    {
        QFETCH(QString, action);
        Rows r;
        const Tenant seen = r.before;
        const auto changed = [&seen](int by) {
            Tenant t = seen;
            const QString word = QStringLiteral("W%1").arg(by);
            t.statusWords.pass = {word};
            t.receiver.port = 4700 + by;
            t.identityIq.approvedState = word;
            t.idvSourceId = word;
            return t;
        };
        const auto event = RawLedger::event(qPrintable(action));
        QVERIFY(await(r.store().update(changed(1), event, seen)));
        const int entries = r.entries();
        const auto stored = domain::tenantToJson(r.stored());
        const auto second = await(r.store().update(changed(2), event, seen));
        QVERIFY(!second);
        QCOMPARE(second.error().code, core::ErrorCode::Conflict);
        QCOMPARE(domain::tenantToJson(r.stored()), stored);
        QCOMPARE(r.entries(), entries);
        // Whoever saw the first change may go on, and another part of the tenant is in nobody's way.
        Tenant other = changed(1);
        other.name = QStringLiteral("Seen before");
        QVERIFY(await(r.store().update(changed(3), event, other)));
    }
    void nothingIsOverwrittenAndNothingRecorded()
    {
        Rows r;
        Tenant first = r.before, second = r.before;
        first.proxy = QStringLiteral("none");
        second.timeZone = QStringLiteral("Europe/Oslo");
        QVERIFY(r.edit(first));
        const int before = r.entries();
        const auto refused = r.edit(second);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, core::ErrorCode::Conflict);
        QCOMPARE(r.entries(), before);
        QCOMPARE(r.stored().proxy, QStringLiteral("none"));
        QCOMPARE(r.stored().timeZone, QString());
    }
    void whoIsGoneIsNotEdited()
    {
        Rows r;
        QVERIFY(await(r.store().remove(r.before.id, false, RawLedger::event("tenant.remove"))));
        Tenant after = r.before;
        after.timeZone = QStringLiteral("Europe/Oslo");
        QCOMPARE(r.edit(after).error().reason, ErrorReason::TenantRemoved);
    }
    void openVerificationsStopOnlyWhatConcernsThem()
    {
        Rows r;
        domain::Session s;
        s.id = core::SessionId(QStringLiteral("s1"));
        s.tenant = r.before.id;
        s.request.identity = core::IdentityId(QStringLiteral("p1"));
        s.request.reason = domain::Reason::Periodic;
        s.request.documents = {QStringLiteral("passport")};
        s.createdAt = 1;
        s.expiresAt = core::hourMs;
        const auto started = await(r.ledger.ledger().sessions().start(s, {}, RawLedger::event("test")));
        QVERIFY2(started, started ? "" : qPrintable(started.error().text + started.error().detail));
        Tenant after = r.before;
        after.timeZone = QStringLiteral("Europe/Oslo");
        const auto refused = r.edit(after, true);
        QVERIFY(!refused);
        QCOMPARE(refused.error().reason, ErrorReason::OpenSessions);
        QCOMPARE(refused.error().detail, QStringLiteral("1"));
        QVERIFY(r.edit(after, false));
    }
};
IDV_TEST(TenantRows)
#include "tst_tenantstore.moc"
