#include "store/connection.h"
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlRecord>
#include <sqlite3.h>

namespace store {

sqlite3 *Connection::raw() const
{
    const QVariant handle = m_db.driver()->handle();
    return *static_cast<sqlite3 *const *>(handle.data());
}

static QString wordsOf(int code, const QString &otherwise)
{
    switch (code & 0xff) {
    case SQLITE_FULL: return QStringLiteral("The disk is full.");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return QStringLiteral("The file is damaged. It was left untouched.");
    case SQLITE_READONLY:
    case SQLITE_PERM: return QStringLiteral("The file may not be written.");
    case SQLITE_CANTOPEN:
        return QStringLiteral("The file, or one beside it, cannot be opened or created: the disk may be full, or the "
                              "folder may not be written.");
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return QStringLiteral("Another program is writing this file and did not finish in time.");
    case SQLITE_IOERR: return QStringLiteral("The disk reports an error while the file is read or written.");
    default: return otherwise;
    }
}

static core::Error errorOf(int code, const QString &otherwise, const QString &said)
{
    return core::makeError(
        core::ErrorCode::Storage, wordsOf(code, otherwise), said + QStringLiteral(" [%1]").arg(code & 0xff));
}

bool isDamage(const core::Error &e)
{
    return e.detail.endsWith(QStringLiteral(" [%1]").arg(SQLITE_CORRUPT)) ||
           e.detail.endsWith(QStringLiteral(" [%1]").arg(SQLITE_NOTADB));
}

core::Error Connection::lastError(const QString &what) const
{
    return errorOf(sqlite3_errcode(raw()), what, QString::fromUtf8(sqlite3_errmsg(raw())));
}

core::Result<QSqlQuery> Connection::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery q(m_db);
    q.setForwardOnly(true);
    if (!q.prepare(sql))
        return lastError(QStringLiteral("A statement was refused."));
    for (const QVariant &v : values)
        q.addBindValue(v);
    if (!q.exec())
        return lastError(QStringLiteral("The local data could not be read or written."));
    m_affected = q.numRowsAffected();
    return q;
}

core::Status Connection::exec(const QString &sql, const QVariantList &values)
{
    const auto q = run(sql, values);
    if (!q)
        return q.error();
    return core::ok();
}

core::Result<QList<QVariantList>> Connection::rows(const QString &sql, const QVariantList &values)
{
    auto q = run(sql, values);
    if (!q)
        return q.error();
    QList<QVariantList> out;
    const int columns = q->record().count();
    while (q->next()) {
        QVariantList row;
        row.reserve(columns);
        for (int i = 0; i < columns; ++i)
            row << q->value(i);
        out << row;
    }
    return out;
}

core::Result<QVariant> Connection::value(const QString &sql, const QVariantList &values)
{
    auto q = run(sql, values);
    if (!q)
        return q.error();
    return q->next() ? q->value(0) : QVariant();
}

} // namespace store
