#include "store/ledger/tenants/tenantstore.h"
#include "domain/text/strictjson.h"
#include "store/ledger/ledgerfile.h"
#include "store/ledger/tenants/tenantrows.h"
#include <QCoreApplication>

namespace store {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::Unit;

Async<QList<domain::Tenant>> TenantStore::all()
{
    return m_file.read<QList<domain::Tenant>>([](Connection &c) -> Result<QList<domain::Tenant>> {
        const auto rows = c.rows(QStringLiteral("SELECT json, id, name FROM tenant ORDER BY name"));
        if (!rows)
            return rows.error();
        QList<domain::Tenant> out;
        for (const auto &row : *rows) {
            const core::TenantId id(row.at(1).toString());
            const auto json = domain::strictDocument(row.at(0).toString().toUtf8());
            auto t = json ? domain::tenantFromJson(*json) : Result<domain::Tenant>(json.error());
            // One that cannot be read hides no other.
            if (!t)
                out << domain::unreadableTenant(id, row.at(2).toString(), t.error());
            else if (t->id != id)
                out << domain::unreadableTenant(id, row.at(2).toString(),
                    core::fieldError(QStringLiteral("id"),
                        QCoreApplication::translate("StrictJson", "“%1” is “%2”, which is not known here.")
                            .arg(QStringLiteral("id"), t->id.str())));
            else
                out << *std::move(t);
        }
        return out;
    });
}

Async<Unit> TenantStore::add(const domain::Tenant &t, const domain::AuditEvent &audit)
{
    return m_file.write<Unit>([t, audit](Transaction &c) -> core::Status {
        const auto taken = c.value(QStringLiteral("SELECT COUNT(*) FROM tenant WHERE name = ?"), {t.name});
        if (!taken)
            return taken.error();
        if (taken->toInt() > 0) {
            core::Error e = core::makeError(ErrorCode::Conflict,
                QCoreApplication::translate("Tenant", "A tenant named \"%1\" is already there. Choose another name.")
                    .arg(t.name));
            e.field = QStringLiteral("name");
            return e;
        }
        if (const auto r = c.exec(QStringLiteral("INSERT INTO tenant (id, name, json) VALUES (?,?,?)"),
                {t.id.str(), t.name, sql::tenantJson(t)});
            !r)
            return r;
        return c.record(audit);
    });
}

Async<Unit> TenantStore::update(const domain::Tenant &given, const domain::AuditEvent &audit)
{
    if (!given.problem.isEmpty()) // what is stored is kept
        return core::ready<Unit>(domain::problemOf(given));
    return m_file.write<Unit>([given, audit](Transaction &c) -> core::Status {
        domain::Tenant t = given;
        const auto stored = c.value(QStringLiteral("SELECT json FROM tenant WHERE id = ?"), {t.id.str()});
        if (!stored)
            return stored.error();
        if (!stored->isValid()) {
            return core::conflict(core::ErrorReason::TenantRemoved,
                QCoreApplication::translate(
                    "Tenant", "This tenant was removed from the console. Nothing was changed."));
        }
        // Whoever changes something else holds a copy, and another process may have locked the tenant or set its words
        // since.
        const auto current = sql::readTenant(stored->toString());
        if (current && audit.action != QLatin1String("tenant.lock") && audit.action != QLatin1String("tenant.unlock"))
            t.readOnly = current->readOnly;
        if (current && audit.action != QLatin1String("tenant.status-words"))
            t.statusWords = current->statusWords;
        if (const auto r = c.exec(QStringLiteral("UPDATE tenant SET name = ?, json = ? WHERE id = ?"),
                {t.name, sql::tenantJson(t), t.id.str()});
            !r)
            return r;
        return c.record(audit);
    });
}

static core::Status endWithTenant(Transaction &c, const QString &tenant)
{
    const QString why = QCoreApplication::translate("Tenant", "The tenant was removed from the console.");
    if (const auto r = c.exec(
            QStringLiteral(
                "UPDATE session SET state = 'cancelled', closing_reason = ?, closed_at = ?, version = version + 1 "
                "WHERE tenant = ? AND state IN ('launching', 'launch-unknown', 'pending', 'provisional', 'held')"),
            {why, c.now(), tenant});
        !r)
        return r;
    if (const auto r = c.exec(
            QStringLiteral(
                "UPDATE proposal SET state = 'dismissed', why = ? WHERE tenant = ? AND state IN ('open', 'starting')"),
            {why, tenant});
        !r)
        return r;
    return c.exec(QStringLiteral("UPDATE campaign SET state = 'stopped', why = ?, ended_at = ?, version = version + 1 "
                                 "WHERE tenant = ? AND state IN ('draft', 'running', 'paused')"),
        {why, c.now(), tenant});
}

Async<Unit> TenantStore::remove(const core::TenantId &id, bool endsOpen, const domain::AuditEvent &audit)
{
    return m_file.write<Unit>([id, endsOpen, audit](Transaction &c) -> core::Status {
        const auto open = c.value(QStringLiteral("SELECT COUNT(*) FROM session WHERE tenant = ? AND state IN "
                                                 "('launching', 'launch-unknown', 'pending', 'provisional', 'held')"),
            {id.str()});
        if (!open)
            return open.error();
        if (open->toInt() > 0 && !endsOpen) {
            return core::conflict(core::ErrorReason::OpenSessions,
                QCoreApplication::translate("Tenant",
                    "%n verification(s) of this tenant are open or held. End them first, or remove the tenant together "
                    "with them.",
                    nullptr, open->toInt()),
                open->toString());
        }
        if (const auto r = endWithTenant(c, id.str()); !r)
            return r;
        if (const auto r = c.exec(QStringLiteral("DELETE FROM tenant WHERE id = ?"), {id.str()}); !r)
            return r;
        domain::AuditEvent a = audit;
        a.data.insert(QStringLiteral("ended"), open->toInt());
        return c.record(a);
    });
}

} // namespace store
