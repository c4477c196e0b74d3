#include "store/ledger/tenants/tenantstore.h"
#include "domain/tenants/tenantedit.h"
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

static core::Status nameIsFree(Transaction &c, const domain::Tenant &t)
{
    const auto taken =
        c.value(QStringLiteral("SELECT COUNT(*) FROM tenant WHERE name = ? AND id <> ?"), {t.name, t.id.str()});
    if (!taken)
        return taken.error();
    if (taken->toInt() == 0)
        return core::ok();
    core::Error e = core::makeError(ErrorCode::Conflict,
        QCoreApplication::translate("Tenant", "A tenant named \"%1\" is already there. Choose another name.")
            .arg(t.name));
    e.field = QStringLiteral("name");
    return e;
}

Async<Unit> TenantStore::add(const domain::Tenant &t, const domain::AuditEvent &audit)
{
    return m_file.write<Unit>([t, audit](Transaction &c) -> core::Status {
        if (const auto r = nameIsFree(c, t); !r)
            return r;
        if (const auto r = c.exec(QStringLiteral("INSERT INTO tenant (id, name, json) VALUES (?,?,?)"),
                {t.id.str(), t.name, sql::tenantJson(t)});
            !r)
            return r;
        return c.record(audit);
    });
}

// Whoever changes something holds a copy, and another process may have changed something else since: of the copy only
// what the action is about.
static domain::Tenant withChange(domain::Tenant now, const domain::Tenant &given, const QString &action)
{
    if (action == QLatin1String("tenant.lock") || action == QLatin1String("tenant.unlock")) {
        now.readOnly = given.readOnly;
    } else if (action == QLatin1String("tenant.status-words")) {
        now.statusWords = given.statusWords;
    } else if (action == QLatin1String("tenant.rotate")) {
        now.secretsMissing = given.secretsMissing;
    } else if (action == QLatin1String("tenant.organisation")) {
        now.organisation = given.organisation;
    } else if (action == QLatin1String("tenant.api-paths")) {
        now.movedToV1At = given.movedToV1At;
    } else if (action == QLatin1String("tenant.receiver")) {
        now.receiver = given.receiver;
    } else if (action == QLatin1String("tenant.approvals")) {
        now.identityIq = given.identityIq;
    } else if (action == QLatin1String("tenant.write-back")) {
        now.writeBack = given.writeBack;
        now.confirmWriteBack = given.confirmWriteBack;
        now.failedClearsVerified = given.failedClearsVerified;
        now.writesPending = given.writesPending;
        now.idvSourceId = given.idvSourceId;
        now.workflowId = given.workflowId;
    } else {
        domain::Tenant whole = given;
        whole.readOnly = now.readOnly;
        whole.statusWords = now.statusWords;
        return whole;
    }
    return now;
}

// Of what the action is about, something is another by now than whoever acts has seen.
static bool isAnotherSince(const domain::Tenant &now, const domain::Tenant &seen, const QString &action)
{
    return domain::tenantToJson(withChange(now, seen, action)) != domain::tenantToJson(now);
}

Async<domain::Tenant> TenantStore::update(
    const domain::Tenant &given, const domain::AuditEvent &audit, const std::optional<domain::Tenant> &seen)
{
    if (!given.problem.isEmpty()) // what is stored is kept
        return core::ready<domain::Tenant>(domain::problemOf(given));
    return m_file.write<domain::Tenant>([given, audit, seen](Transaction &c) -> Result<domain::Tenant> {
        domain::Tenant t = given;
        const auto stored = c.value(QStringLiteral("SELECT json FROM tenant WHERE id = ?"), {t.id.str()});
        if (!stored)
            return stored.error();
        if (!stored->isValid()) {
            return core::conflict(core::ErrorReason::TenantRemoved,
                QCoreApplication::translate(
                    "Tenant", "This tenant was removed from the console. Nothing was changed."));
        }
        if (const auto current = sql::readTenant(stored->toString())) {
            // Recorded already, or chosen by a person meanwhile: that stays, and there is nothing to tell.
            if (audit.action == QLatin1String("tenant.api-paths") && !domain::maySelfMove(*current))
                return *current;
            if (seen && isAnotherSince(*current, *seen, audit.action))
                return core::conflict(core::ErrorReason::Explained,
                    QCoreApplication::translate("Tenant",
                        "This was changed in another window or by idvctl meanwhile, and nothing was overwritten. Open "
                        "the tenant again, look at it, and save once more."));
            t = withChange(*current, given, audit.action);
        }
        if (const auto r = c.exec(QStringLiteral("UPDATE tenant SET name = ?, json = ? WHERE id = ?"),
                {t.name, sql::tenantJson(t), t.id.str()});
            !r)
            return r.error();
        if (const auto r = c.record(audit); !r)
            return r.error();
        return t;
    });
}

// How many verifications of the tenant are open or held.
static Result<int> openSessionsOf(Transaction &c, const QString &tenant)
{
    const auto open = c.value(QStringLiteral("SELECT COUNT(*) FROM session WHERE tenant = ? AND state IN "
                                             "('launching', 'launch-unknown', 'pending', 'provisional', 'held')"),
        {tenant});
    return open ? Result<int>(open->toInt()) : Result<int>(open.error());
}

static Result<domain::Tenant> storeEdit(
    Transaction &c, const domain::Tenant &before, const domain::Tenant &after, bool needsNoOpenSessions)
{
    const auto stored = c.value(QStringLiteral("SELECT json FROM tenant WHERE id = ?"), {after.id.str()});
    if (!stored)
        return stored.error();
    if (!stored->isValid())
        return core::conflict(core::ErrorReason::TenantRemoved,
            QCoreApplication::translate("Tenant", "This tenant was removed from the console. Nothing was changed."));
    const auto current = sql::readTenant(stored->toString());
    if (!current)
        return current.error();
    if (!domain::changesBetween(before, *current).isEmpty())
        return core::makeError(ErrorCode::Conflict,
            QCoreApplication::translate("Tenant",
                "These settings were changed meanwhile, here or in another window. Nothing was changed: look at them "
                "again."));
    if (const auto r = nameIsFree(c, after); !r)
        return r.error();
    if (needsNoOpenSessions) {
        const auto open = openSessionsOf(c, after.id.str());
        if (!open)
            return open.error();
        if (*open > 0)
            return core::conflict(core::ErrorReason::OpenSessions,
                QCoreApplication::translate("Tenant",
                    "%n verification(s) of this tenant are open or held, and were started with the provider as it is. "
                    "End them first, or wait until they have ended.",
                    nullptr, *open),
                QString::number(*open));
    }
    domain::Tenant t = after;
    t.readOnly = current->readOnly;
    t.statusWords = current->statusWords;
    t.receiver = current->receiver;
    t.reverification = current->reverification;
    if (after.pathStyle == before.pathStyle && after.movedToV1At == before.movedToV1At)
        t.movedToV1At = current->movedToV1At;
    if (after.organisation == before.organisation)
        t.organisation = current->organisation;
    const bool hasSailPoints = after.sailpointSecrets != before.sailpointSecrets;
    const bool hasProviders = after.providerSecrets != before.providerSecrets;
    if (!hasSailPoints)
        t.sailpointSecrets = current->sailpointSecrets;
    if (!hasProviders)
        t.providerSecrets = current->providerSecrets;
    const bool hasProxys = after.proxySecrets != before.proxySecrets;
    if (!hasProxys)
        t.proxySecrets = current->proxySecrets;
    if (!hasSailPoints && !hasProviders && !hasProxys)
        t.secretsMissing = current->secretsMissing;
    if (const auto r = c.exec(QStringLiteral("UPDATE tenant SET name = ?, json = ? WHERE id = ?"),
            {t.name, sql::tenantJson(t), t.id.str()});
        !r)
        return r.error();
    return t;
}

Async<domain::Tenant> TenantStore::edit(const domain::Tenant &before, const domain::Tenant &after,
    bool needsNoOpenSessions, const domain::AuditEvent &audit)
{
    return m_file.write<domain::Tenant>(
        [before, after, needsNoOpenSessions, audit](Transaction &c) -> Result<domain::Tenant> {
            const auto stored = storeEdit(c, before, after, needsNoOpenSessions);
            if (!stored)
                return stored;
            if (const auto r = c.record(audit); !r)
                return r.error();
            return stored;
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
        const auto open = openSessionsOf(c, id.str());
        if (!open)
            return open.error();
        if (*open > 0 && !endsOpen) {
            return core::conflict(core::ErrorReason::OpenSessions,
                QCoreApplication::translate("Tenant",
                    "%n verification(s) of this tenant are open or held. End them first, or remove the tenant together "
                    "with them.",
                    nullptr, *open),
                QString::number(*open));
        }
        if (const auto r = endWithTenant(c, id.str()); !r)
            return r;
        if (const auto r = c.exec(QStringLiteral("DELETE FROM tenant WHERE id = ?"), {id.str()}); !r)
            return r;
        domain::AuditEvent a = audit;
        a.data.insert(QStringLiteral("ended"), *open);
        return c.record(a);
    });
}

} // namespace store
