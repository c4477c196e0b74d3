#include "store/ledger/audit/backupstore.h"
#include "store/dialect.h"
#include "store/ledger/ledgerfile.h"
#include "store/ledger/tenants/tenantrows.h"
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <sqlite3.h>

namespace store {

using core::Async;
using core::Result;
using core::Unit;

Async<Unit> BackupStore::copyTo(const QString &path)
{
    return m_file.readAside<Unit>([path](Connection &c) -> core::Status {
        QFile file(path); // with its rights before there is anything in it
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) ||
            !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
            return core::makeError(core::ErrorCode::Storage,
                QCoreApplication::translate("Ledger", "The copy of the ledger cannot be written: %1")
                    .arg(file.errorString()));
        file.close();
        return c.exec(dialect::copyInto(), {path});
    });
}

Async<Unit> BackupStore::finalizeRestored(const QStringList &withoutSecrets, const domain::AuditEvent &audit)
{
    return m_file.write<Unit>([withoutSecrets, audit](Transaction &c) -> core::Status {
        const auto tenants = c.rows(QStringLiteral("SELECT id, json FROM tenant"));
        if (!tenants)
            return tenants.error();
        for (const auto &row : *tenants) {
            const QString id = row.at(0).toString();
            auto t = sql::readTenant(row.at(1).toString());
            if (!t)
                continue; // what cannot be read sends nothing, and is kept as it is
            t->readOnly = true;
            t->secretsMissing = t->secretsMissing || withoutSecrets.contains(id);
            if (const auto r =
                    c.exec(QStringLiteral("UPDATE tenant SET json = ? WHERE id = ?"), {sql::tenantJson(*t), id});
                !r)
                return r;
        }
        const QString why = QCoreApplication::translate(
            "Campaigns", "Restored from a backup: what was sent after it was made is not known here.");
        if (const auto r = c.exec(
                QStringLiteral(
                    "UPDATE campaign SET state = 'paused', why = ?, version = version + 1 WHERE state = 'running'"),
                {why});
            !r)
            return r;
        if (const auto r = c.exec(QStringLiteral("DELETE FROM lease")); !r)
            return r;
        return c.record(audit);
    });
}

Result<qint64> auditEntriesIn(const QString &path)
{
    if (QFileInfo(path).size() == 0)
        return qint64(0);
    sqlite3 *db = nullptr;
    sqlite3_stmt *s = nullptr;
    const auto closed = qScopeGuard([&] {
        sqlite3_finalize(s);
        sqlite3_close(db);
    });
    int rc = sqlite3_open_v2(path.toUtf8().constData(), &db, SQLITE_OPEN_READWRITE, nullptr);
    if (rc == SQLITE_OK)
        rc = sqlite3_prepare_v2(db, "SELECT COALESCE(MAX(seq), 0) FROM audit", -1, &s, nullptr);
    if (rc == SQLITE_ERROR) // no such table: a file that was begun and never filled
        return qint64(0);
    if (rc != SQLITE_OK || sqlite3_step(s) != SQLITE_ROW)
        return core::makeError(core::ErrorCode::Storage,
            QCoreApplication::translate(
                "Ledger", "\"%1\" is there and cannot be read as a ledger. Nothing was changed: move it away first.")
                .arg(path),
            QString::fromUtf8(sqlite3_errmsg(db)));
    return qint64(sqlite3_column_int64(s, 0));
}

} // namespace store
