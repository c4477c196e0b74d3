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

core::Error Connection::lastError(const QString &what) const
{
    const int code = sqlite3_errcode(raw()) & 0xff;
    QString text = what;
    if (code == SQLITE_FULL)
        text = QStringLiteral("The disk is full.");
    else if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
        text = QStringLiteral("The file is damaged. It was left untouched.");
    else if (code == SQLITE_READONLY)
        text = QStringLiteral("The file may not be written.");
    return core::makeError(core::ErrorCode::Storage, text, QString::fromUtf8(sqlite3_errmsg(raw())));
}

core::Result<QSqlQuery> Connection::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery q(m_db);
    q.setForwardOnly(true);
    if (!q.prepare(sql))
        return core::makeError(core::ErrorCode::Storage, QStringLiteral("A statement was refused."), q.lastError().text());
    for (const QVariant &v : values)
        q.addBindValue(v);
    if (!q.exec())
        return core::makeError(core::ErrorCode::Storage, QStringLiteral("The local data could not be read or written."),
                               q.lastError().text() + QStringLiteral(" [%1]").arg(q.lastError().nativeErrorCode()));
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
