#pragma once
#include "core/result.h"
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

struct sqlite3;

namespace store {

/// A connection on its worker thread. Only files of this layer include it.
class Connection
{
public:
    explicit Connection(const QSqlDatabase &db) : m_db(db) {}
    /// One statement with bound values.
    core::Status exec(const QString &sql, const QVariantList &values = {});
    core::Result<QList<QVariantList>> rows(const QString &sql, const QVariantList &values = {});
    /// First column of the first row; an invalid QVariant when there is none.
    core::Result<QVariant> value(const QString &sql, const QVariantList &values = {});
    int rowsAffected() const { return m_affected; }
    /// SQLite's own handle, for loops over a million rows.
    sqlite3 *raw() const;
    /// What SQLite said last, in words; `what` where nothing better is known. The detail ends with its code: "[5]".
    core::Error lastError(const QString &what) const;
    QSqlDatabase &db() { return m_db; }

private:
    core::Result<QSqlQuery> run(const QString &sql, const QVariantList &values);
    QSqlDatabase m_db;
    int m_affected = 0;
};

/// Does the file itself not hold together? A full disk, a lock and a folder without rights are no damage.
bool isDamage(const core::Error &error);

/// Text with real emptiness: a null QString would be bound as NULL.
inline QVariant text(const QString &s)
{
    return s.isNull() ? QVariant(QStringLiteral("")) : QVariant(s);
}

} // namespace store
