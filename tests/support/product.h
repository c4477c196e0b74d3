#pragma once
#include "services/callbacks/callbackreceiver.h"
#include "services/tenants/internal/stores.h"
#include "services/verification/invitationlinks.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/sessions.h"
#include "support/fakeclock.h"
#include "support/productaccess.h"
#include <QSqlDatabase>
#include <QSqlQuery>
#include <algorithm>

// The only door through which the suites of tests/mutation reach the running product.
namespace support {

/// Another process on the same data folder.
struct Process
{
    std::unique_ptr<store::Ledger> ledger;
    std::unique_ptr<services::Context> context;
    std::unique_ptr<services::TenantSession> tenantSession;
};

/// The running product as a whole.
class Product : public ProductAccess
{
public:
    explicit Product(const lab::Options &o = quick(), const Change &change = {})
        : Product(
              o,
              [change](domain::Tenant &t) {
                  t.environment = domain::Environment::Simulator;
                  if (change)
                      change(t);
              },
              std::make_shared<FakeClock>())
    {
    }

    // What happens meanwhile, as another process does it: this one is not told.
    core::Result<domain::Tenant> lock(bool isLocked = true)
    {
        return await(services::Tenants(*context).setReadOnly(tenant, isLocked));
    }
    core::Result<domain::Tenant> unlock() { return lock(false); }
    core::Result<core::Unit> remove() { return await(services::Tenants(*context).remove(tenant, true)); }
    void setSetting(const QString &name, const QString &value) { QVERIFY(await(ledger->settings().set(name, value))); }
    /// One of the tenant's own: "event-rules", "access-requirements", "activity", "freshness".
    void setTenantSetting(const QString &name, const QString &value)
    {
        setSetting(name + QLatin1Char(':') + tenant.id.str(), value);
    }
    void forgetOperator() { setSetting(domain::operatorSetting(tenant.id, context->operatorName), QString()); }
    void clockBy(core::Instant ms) { m_clock->advance(ms); }
    /// With a tool of one's own, beside the product.
    void sql(const QString &statement, const QString &file = QStringLiteral("ledger.db"))
    {
        {
            auto db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("tool"));
            db.setDatabaseName(dir.filePath(file));
            QVERIFY(db.open());
            QVERIFY(QSqlQuery(db).exec(QStringLiteral("PRAGMA busy_timeout = 5000")));
            QVERIFY2(QSqlQuery(db).exec(statement), qPrintable(statement));
            db.close();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("tool"));
    }
    /// What the local copy says of everybody's lifecycle, until they are read again.
    void setCopiedLifecycle(const QString &word)
    {
        const auto copies = QDir(dir.path()).entryList({QStringLiteral("mirror-*.db")});
        QCOMPARE(copies.size(), 1);
        sql(QStringLiteral("UPDATE identity SET content = 0, lifecycle = '%1'").arg(word), copies.first());
    }
    /// The same folder once more, beside this process or after it.
    std::unique_ptr<Process> secondProcess(const QString &holder = QStringLiteral("elsewhere"))
    {
        auto p = std::make_unique<Process>();
        p->ledger = *store::Ledger::open(dir.filePath(QStringLiteral("ledger.db")), clock);
        p->context.reset(new services::Context{services::storesOf(*p->ledger), vault, clock, dir.path(),
            context->operatorName, holder, false, std::chrono::seconds(30)});
        p->context->pollStart = std::chrono::milliseconds(100);
        p->context->launchGrace = std::chrono::milliseconds(300);
        const auto all = await(p->ledger->tenants().all());
        for (const auto &t : all ? *all : QList<domain::Tenant>()) {
            auto w = services::TenantSession::open(t, *p->context);
            if (w)
                p->tenantSession = *std::move(w);
        }
        return p;
    }
    /// This process ends, and another one goes on. False when there is no tenant any more.
    bool restart()
    {
        tenantSession.reset();
        auto next = secondProcess(QStringLiteral("after"));
        context = std::move(next->context);
        ledger = std::move(next->ledger);
        tenantSession = std::move(next->tenantSession);
        if (tenantSession)
            tenantSession->verifier().monitor().watch();
        return tenantSession != nullptr;
    }
    void fault(const QStringList &rules) { QVERIFY(lab->setFaults(rules)); }

    // What the vendors saw, and what was recorded.
    qint64 mails()
    {
        return lab->counters()
            .value(QLatin1String("sailpoint"))
            .toObject()
            .value(QLatin1String("reset-mail"))
            .toInteger();
    }
    qint64 links()
    {
        return lab->counters().value(QLatin1String("provider")).toObject().value(QLatin1String("create")).toInteger();
    }
    /// Whatever else the provider was asked for than how a session stands.
    qint64 orders()
    {
        qint64 n = 0;
        const auto all = lab->counters().value(QLatin1String("provider")).toObject();
        for (auto it = all.begin(); it != all.end(); ++it) {
            if (it.key() != QLatin1String("status") && !it.key().contains(QLatin1Char(':')) &&
                !it.key().startsWith(QLatin1String("callbacks")))
                n += it.value().toInteger();
        }
        return n;
    }
    /// Calls that change something in SailPoint; `of`: only these ("PUT /object/WorkItem").
    qint64 writes(const QString &of = {})
    {
        qint64 n = 0;
        for (const char *vendor : {"sailpoint", "identityiq"}) {
            const auto all = lab->counters().value(QLatin1String(vendor)).toObject();
            for (auto it = all.begin(); it != all.end(); ++it) {
                const bool isWrite =
                    (it.key().startsWith(QLatin1String("P")) || it.key().startsWith(QLatin1String("DELETE "))) &&
                    it.key().contains(QLatin1Char(' ')) && !it.key().contains(QLatin1String("/search")) &&
                    !it.key().contains(QLatin1String("token"));
                n += (of.isEmpty() ? isWrite : it.key() == of) ? it.value().toInteger() : 0;
            }
        }
        return n;
    }
    QList<domain::Session> sessionsOf(const core::IdentityId &id)
    {
        domain::SessionFilter f;
        f.tenant = tenant.id;
        f.identity = id;
        return *await(ledger->sessions().list(f));
    }
    /// Open sessions whose id the provider told.
    qint64 openWithProvider()
    {
        domain::SessionFilter f;
        f.tenant = tenant.id;
        const auto all = *await(ledger->sessions().list(f));
        return std::count_if(all.begin(), all.end(),
            [](const domain::Session &s) { return domain::isOpen(s.state) && !s.providerId.isEmpty(); });
    }
    bool isLogWhole()
    {
        const auto bad = await(ledger->audit().verify());
        return bad && *bad == 0;
    }
    QStringList audited()
    {
        QStringList out;
        const auto all = *await(ledger->audit().records(1, 5000));
        for (const auto &r : all)
            out << r.event.action + QLatin1Char('/') + r.event.outcome;
        return out;
    }
    const domain::Tenant &settings() const { return tenant; }

private:
    Product(const lab::Options &o, const Change &change, std::shared_ptr<FakeClock> time)
        : ProductAccess(o, change, time), m_clock(std::move(time))
    {
        if (tenant.receiver.startsWithTenant) {
            const auto l = await(tenantSession->receiving().start());
            QVERIFY2(bool(l), l ? "" : qPrintable(l.error().text));
        }
        tenantSession->verifier().monitor().watch();
        QVERIFY(sync());
    }

    std::shared_ptr<FakeClock> m_clock;
};

} // namespace support
