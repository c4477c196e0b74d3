#include "store/ledger/operations/operationstore.h"
#include "store/ledger/ledgerfile.h"
#include <QCoreApplication>
#include <algorithm>

namespace store {

using core::Async;
using core::Result;
using core::Unit;

using domain::Operation;

static const char *const operationColumns =
    "id, tenant, kind, subjects, state, follow_by, task_id, tracking_id, detail, "
    "percent, operator_name, created_at, updated_at, version";

static Result<Operation> operationFromRow(const QVariantList &r)
{
    const auto kind = domain::operationKindFromKey(r.at(2).toString());
    const auto state = domain::operationStateFromKey(r.at(4).toString());
    if (!kind || !state)
        return core::makeError(
            core::ErrorCode::Storage, QStringLiteral("A stored operation cannot be read."), r.at(0).toString());
    Operation o;
    o.id = r.at(0).toString();
    o.tenant = core::TenantId(r.at(1).toString());
    o.kind = *kind;
    o.subjects = r.at(3).toString().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    o.state = *state;
    o.followBy = domain::followByFromKey(r.at(5).toString());
    o.taskId = r.at(6).toString();
    o.trackingId = r.at(7).toString();
    o.text = r.at(8).toString();
    o.percent = r.at(9).toInt();
    o.operatorName = r.at(10).toString();
    o.createdAt = r.at(11).toLongLong();
    o.updatedAt = r.at(12).toLongLong();
    o.version = r.at(13).toInt();
    return o;
}

static Result<QList<Operation>> operationsWhere(Connection &c, const QString &where, const QVariantList &values)
{
    const auto rows =
        c.rows(QStringLiteral("SELECT %1 FROM operation WHERE %2").arg(QLatin1String(operationColumns), where), values);
    if (!rows)
        return rows.error();
    QList<Operation> out;
    for (const auto &r : *rows) {
        auto o = operationFromRow(r);
        if (!o)
            return o.error();
        out << *std::move(o);
    }
    return out;
}

// Whoever looked before another process decided sees it waiting still: that decision is in the ledger.
static core::Status requireUndecided(Transaction &c, const Operation &o)
{
    if (!domain::isDecision(o.kind) || o.subjects.isEmpty())
        return core::ok();
    const auto all = operationsWhere(c,
        QStringLiteral("tenant = ? AND id <> ? AND state <> 'refused' AND (updated_at >= ? OR (state = 'intent' AND "
                       "created_at >= ?))"),
        {o.tenant.str(), o.id, o.basedOn, c.now() - domain::callTakesAtMost});
    if (!all)
        return all.error();
    const bool isDecided = std::any_of(all->begin(), all->end(), [&o](const Operation &other) {
        return domain::isDecision(other.kind) && other.subjects.value(0) == o.subjects.first();
    });
    if (!isDecided)
        return core::ok();
    return core::conflict(core::ErrorReason::DecidedMeanwhile,
        QCoreApplication::translate("Operations", "Another window or program has just decided about it, or is about "
                                                  "to. Nothing was sent: look at it again in two minutes."));
}

Async<Unit> OperationStore::add(const Operation &o, const domain::AuditEvent &audit)
{
    const auto done = m_file.write<Unit>([o, audit](Transaction &c) -> core::Status {
        if (const auto undecided = requireUndecided(c, o); !undecided)
            return undecided;
        const auto r = c.exec(QStringLiteral("INSERT INTO operation (%1) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,0)")
                                  .arg(QLatin1String(operationColumns)),
            {o.id, o.tenant.str(), domain::operationKindKey(o.kind), text(o.subjects.join(QLatin1Char('\n'))),
                domain::operationStateKey(o.state), domain::followByKey(o.followBy), text(o.taskId), text(o.trackingId),
                text(o.text), o.percent, text(o.operatorName), o.createdAt, o.updatedAt});
        return r ? c.record(audit) : r;
    });
    core::whenDone<Unit>(done, this, [this](const core::Status &) { Q_EMIT changed(); });
    return done;
}

Async<Operation> OperationStore::change(const QString &id, std::function<Result<OperationStep>(const Operation &)> step)
{
    const auto done = m_file.write<Operation>([id, step = std::move(step)](Transaction &c) -> Result<Operation> {
        const auto known = operationsWhere(c, QStringLiteral("id = ?"), {id});
        if (!known)
            return known.error();
        if (known->isEmpty())
            return core::makeError(core::ErrorCode::NotFound, QStringLiteral("There is no such operation."));
        auto next = step(known->first());
        if (!next)
            return next.error();
        Operation o = next->operation;
        const auto r =
            c.exec(QStringLiteral("UPDATE operation SET state=?, follow_by=?, task_id=?, tracking_id=?, detail=?, "
                                  "percent=?, updated_at=?, version=version+1 WHERE id=? AND version=?"),
                {domain::operationStateKey(o.state), domain::followByKey(o.followBy), text(o.taskId),
                    text(o.trackingId), text(o.text), o.percent, c.now(), id, known->first().version});
        if (!r)
            return r.error();
        if (c.rowsAffected() != 1)
            return core::makeError(core::ErrorCode::Conflict, QStringLiteral("The operation was changed meanwhile."));
        if (next->audit) {
            if (const auto a = c.record(*next->audit); !a)
                return a.error();
        }
        o.updatedAt = c.now();
        o.version = known->first().version + 1;
        return o;
    });
    core::whenDone<Operation>(done, this, [this](const Result<Operation> &r) {
        if (r)
            Q_EMIT changed();
    });
    return done;
}

Async<QList<Operation>> OperationStore::list(const core::TenantId &tenant, bool onlyOpen)
{
    return m_file.read<QList<Operation>>([tenant, onlyOpen](Connection &c) {
        // Said literally, so that the small index of what is open is used.
        if (onlyOpen)
            return operationsWhere(c,
                QStringLiteral("tenant = ? AND state IN ('intent', 'unknown', 'asked', 'running', 'still-running') "
                               "ORDER BY created_at"),
                {tenant.str()});
        return operationsWhere(c, QStringLiteral("tenant = ? ORDER BY created_at DESC LIMIT 500"), {tenant.str()});
    });
}

Async<Operation> OperationStore::operation(const core::TenantId &tenant, const QString &id)
{
    return m_file.read<Operation>([tenant, id](Connection &c) -> Result<Operation> {
        const auto known = operationsWhere(c, QStringLiteral("tenant = ? AND id = ?"), {tenant.str(), id});
        if (!known)
            return known.error();
        if (known->isEmpty())
            return core::makeError(core::ErrorCode::NotFound, QStringLiteral("There is no such operation."));
        return known->first();
    });
}

} // namespace store
