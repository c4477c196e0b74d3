#pragma once
#include "domain/audit/audit.h"
#include "domain/tenants/tenant.h"
#include "domain/verification/verification.h"
#include "store/connection.h"
#include "store/ledger/ledger.h"
#include "store/ledger/transaction.h"
#include "support/await.h"
#include "support/fakeclock.h"
#include "support/storefolder.h"
#include <QSqlDatabase>

namespace support {

/// A ledger with one tenant, as the program opens it, and beside it a connection of the test's own.
class RawLedger
{
public:
    static constexpr core::Instant now = 1'800'000'000'000;

    RawLedger()
    {
        m_folder.clock = m_clock;
        m_ledger = m_folder.ledger();
        addTenant("t");
        auto db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name());
        db.setDatabaseName(m_folder.path("ledger.db"));
        QVERIFY(db.open());
        m_connection = std::make_unique<store::Connection>(db);
    }
    ~RawLedger()
    {
        m_connection->db().close();
        m_connection.reset();
        QSqlDatabase::removeDatabase(name());
    }
    Q_DISABLE_COPY_MOVE(RawLedger)

    store::Ledger &ledger() { return *m_ledger; }
    FakeClock &clock() { return *m_clock; }
    store::Connection &connection() { return *m_connection; }
    static core::TenantId tenant() { return core::TenantId(QStringLiteral("t")); }
    /// One that is open, of this id.
    void addTenant(const char *id)
    {
        domain::Tenant t;
        t.id = core::TenantId(QString::fromLatin1(id));
        t.name = QString::fromLatin1(id);
        QVERIFY(await(m_ledger->tenants().add(t, event("tenant.add"))));
    }
    QVariant value(const QString &sql, const QVariantList &values = {})
    {
        const auto v = connection().value(sql, values);
        return v ? *v : QVariant(v.error().text + v.error().detail);
    }
    /// Nothing that refuses is of use to a test.
    void run(const QString &sql)
    {
        const auto r = connection().exec(sql);
        QVERIFY2(bool(r), r ? "" : qPrintable(r.error().detail));
    }
    int entries() { return value(QStringLiteral("SELECT COUNT(*) FROM audit")).toInt(); }

    static domain::AuditEvent event(const char *action, const char *subject = "", const char *outcome = "noted")
    {
        domain::AuditEvent e;
        e.actor = QStringLiteral("tester");
        e.action = QString::fromLatin1(action);
        e.tenant = QStringLiteral("t");
        e.subject = QString::fromLatin1(subject);
        e.outcome = QString::fromLatin1(outcome);
        return e;
    }
    /// One that is not in the ledger yet.
    static domain::Session session(const char *id, const char *person = "p1")
    {
        domain::Session s;
        s.id = core::SessionId(QString::fromLatin1(id));
        s.tenant = tenant();
        s.request.identity = core::IdentityId(QString::fromLatin1(person));
        s.request.documents = {QStringLiteral("passport")};
        s.request.reason = domain::Reason::Periodic;
        s.personName = QStringLiteral("Ana Ñandú");
        s.createdAt = now;
        s.expiresAt = now + core::hourMs;
        return s;
    }

private:
    static QString name() { return QStringLiteral("ledger-by-hand"); }
    StoreFolder m_folder;
    std::shared_ptr<FakeClock> m_clock = std::make_shared<FakeClock>(now);
    std::unique_ptr<store::Ledger> m_ledger;
    std::unique_ptr<store::Connection> m_connection;
};

} // namespace support
