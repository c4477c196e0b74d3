#include "store/ledger/ledger.h"
#include "domain/text/strictjson.h"
#include "store/ledger/ledgersql.h"
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

namespace store {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::Unit;

static constexpr int ledgerId = 0x49445643; // "IDVC"

Ledger::Ledger(std::unique_ptr<Database> db, std::unique_ptr<Database> reader, std::shared_ptr<core::Clock> clock)
    : m_db(std::move(db)), m_reader(std::move(reader)), m_clock(std::move(clock))
{
    m_poll.setInterval(500);
    connect(&m_poll, &QTimer::timeout, this, &Ledger::pollVersion);
    m_poll.start();
    pollVersion(); // what others write from now on is a change, also within the first pause
}

Ledger::~Ledger() = default;

// A copy of a tenant is made by a tenant of the ledger, and adding one is its first entry: a ledger without entries
// beside copies was emptied, lost or put in another's place. It is never taken for a new one.
static core::Error emptied(const QString &path)
{
    return core::makeError(core::ErrorCode::Storage,
        QCoreApplication::translate("Ledger",
            "\"%1\" holds no entries, though copies of tenants lie beside it: the ledger was lost or emptied. Nothing "
            "was changed. Put a backup back (idvctl restore FILE), or move the whole folder away to start anew.")
            .arg(path));
}

static bool hasCopiesBeside(const QString &path)
{
    return !QFileInfo(path).dir().entryList({QStringLiteral("mirror-*.db")}, QDir::Files).isEmpty();
}

Result<std::unique_ptr<Ledger>> Ledger::open(const QString &path, std::shared_ptr<core::Clock> clock)
{
    const bool hasCopies = hasCopiesBeside(path);
    if (hasCopies && QFileInfo(path).size() == 0) // or not there at all
        return emptied(path);
    DatabaseOptions o;
    o.path = path;
    o.applicationId = ledgerId;
    o.migrationPrefix = QStringLiteral(":/sql/ledger");
    o.fullSync = true;
    o.quickCheck = true;
    auto db = Database::open(o);
    if (!db)
        return db.error();
    if (hasCopies) {
        Result<qint64> entries = qint64(0);
        const auto asked = (*db)->run<qint64>([&entries](Connection &c) -> Result<qint64> {
            const auto n = c.value(QStringLiteral("SELECT COALESCE(MAX(seq), 0) FROM audit"));
            return entries = n ? Result<qint64>(n->toLongLong()) : Result<qint64>(n.error());
        });
        (*db)->drain();
        if (!entries)
            return entries.error();
        if (*entries == 0)
            return emptied(path);
    }
    o.quickCheck = false; // it was looked at a moment ago
    auto reader = Database::open(o);
    if (!reader)
        return reader.error();
    return std::unique_ptr<Ledger>(new Ledger(*std::move(db), *std::move(reader), std::move(clock)));
}

void Ledger::pollVersion()
{
    if (m_polling)
        return;
    m_polling = true;
    const auto version = m_db->run<qint64>([](Connection &c) -> Result<qint64> {
        const auto v = c.value(QStringLiteral("PRAGMA data_version"));
        if (!v)
            return v.error();
        return v->toLongLong();
    });
    core::whenDone<qint64>(version, this, [this](Result<qint64> v) {
        m_polling = false;
        if (!v)
            return;
        const bool isFirst = m_version < 0;
        const bool isOther = m_version != *v;
        m_version = *v;
        if (!isFirst && isOther)
            Q_EMIT changedElsewhere();
    });
}

Async<QList<domain::Tenant>> Ledger::tenants()
{
    return m_db->run<QList<domain::Tenant>>([](Connection &c) -> Result<QList<domain::Tenant>> {
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

QString sql::tenantJson(const domain::Tenant &t)
{
    return QString::fromUtf8(QJsonDocument(domain::tenantToJson(t)).toJson(QJsonDocument::Compact));
}

Async<Unit> Ledger::addTenant(const domain::Tenant &t, const domain::AuditEvent &audit)
{
    return m_db->write<Unit>([t, audit, now = m_clock->now()](Connection &c) -> core::Status {
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
        return sql::appendAudit(c, audit, now);
    });
}

Result<domain::Tenant> sql::readTenant(const QString &stored)
{
    const auto json = domain::strictDocument(stored.toUtf8());
    return json ? domain::tenantFromJson(*json) : Result<domain::Tenant>(json.error());
}

Async<Unit> Ledger::updateTenant(const domain::Tenant &given, const domain::AuditEvent &audit)
{
    if (!given.problem.isEmpty()) // what is stored is kept
        return core::ready<Unit>(domain::problemOf(given));
    return m_db->write<Unit>([given, audit, now = m_clock->now()](Connection &c) -> core::Status {
        domain::Tenant t = given;
        const auto stored = c.value(QStringLiteral("SELECT json FROM tenant WHERE id = ?"), {t.id.str()});
        if (!stored)
            return stored.error();
        if (!stored->isValid()) {
            core::Error e = core::makeError(
                ErrorCode::Conflict, QCoreApplication::translate(
                                         "Tenant", "This tenant was removed from the console. Nothing was changed."));
            e.field = QStringLiteral("tenant-removed");
            return e;
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
        return sql::appendAudit(c, audit, now);
    });
}

static core::Status endWithTenant(Connection &c, const QString &tenant, core::Instant now)
{
    const QString why = QCoreApplication::translate("Tenant", "The tenant was removed from the console.");
    if (const auto r = c.exec(
            QStringLiteral(
                "UPDATE session SET state = 'cancelled', closing_reason = ?, closed_at = ?, version = version + 1 "
                "WHERE tenant = ? AND state IN ('launching', 'launch-unknown', 'pending', 'provisional', 'held')"),
            {why, now, tenant});
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
        {why, now, tenant});
}

Async<Unit> Ledger::removeTenant(const core::TenantId &id, bool endsOpen, const domain::AuditEvent &audit)
{
    return m_db->write<Unit>([id, endsOpen, audit, now = m_clock->now()](Connection &c) -> core::Status {
        const auto open = c.value(QStringLiteral("SELECT COUNT(*) FROM session WHERE tenant = ? AND state IN "
                                                 "('launching', 'launch-unknown', 'pending', 'provisional', 'held')"),
            {id.str()});
        if (!open)
            return open.error();
        if (open->toInt() > 0 && !endsOpen) {
            core::Error e = core::makeError(ErrorCode::Conflict,
                QCoreApplication::translate("Tenant",
                    "%n verification(s) of this tenant are open or held. End them first, or remove the tenant together "
                    "with them.",
                    nullptr, open->toInt()),
                open->toString());
            e.field = QStringLiteral("open-sessions");
            return e;
        }
        if (const auto r = endWithTenant(c, id.str(), now); !r)
            return r;
        if (const auto r = c.exec(QStringLiteral("DELETE FROM tenant WHERE id = ?"), {id.str()}); !r)
            return r;
        domain::AuditEvent a = audit;
        a.data.insert(QStringLiteral("ended"), open->toInt());
        return sql::appendAudit(c, a, now);
    });
}

void Ledger::drain()
{
    m_db->drain();
}

Async<QString> Ledger::setting(const QString &name)
{
    return m_db->run<QString>([name](Connection &c) -> Result<QString> {
        const auto v = c.value(QStringLiteral("SELECT value FROM setting WHERE name = ?"), {name});
        if (!v)
            return v.error();
        return v->toString();
    });
}

Async<Unit> Ledger::setSetting(
    const QString &name, const QString &value, const std::optional<domain::AuditEvent> &audit)
{
    return setSettings({{name, value}}, audit);
}

Async<Unit> Ledger::setSettings(const QMap<QString, QString> &values, const std::optional<domain::AuditEvent> &audit)
{
    return m_db->write<Unit>([values, audit, now = m_clock->now()](Connection &c) -> core::Status {
        for (auto it = values.begin(); it != values.end(); ++it) {
            if (const auto r = c.exec(QStringLiteral("DELETE FROM setting WHERE name = ?"), {it.key()}); !r)
                return r;
            if (const auto r =
                    c.exec(QStringLiteral("INSERT INTO setting (name, value) VALUES (?,?)"), {it.key(), text(*it)});
                !r)
                return r;
        }
        return audit ? sql::appendAudit(c, *audit, now) : core::ok();
    });
}

} // namespace store
