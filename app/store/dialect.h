#pragma once
#include <QString>

/// What SQLite says in words of its own. Everything else that the stores say is common SQL; a ledger on another server
/// needs this file, Database and the migrations anew.
namespace store::dialect {

/// A number that changes when another connection has written.
QString dataVersion();
/// Empties the log of writes, so that what was overwritten is gone from it, too.
QString emptyWriteLog();
/// One value: the path of a new file.
QString copyInto();
/// A condition: is the stored value something else than a whole number?
QString isNoInteger(const QString &column);
/// A condition with one value: does the column hold it?
QString contains(const QString &column);
/// "INSERT INTO …" that replaces the row with the same key.
QString insertOrReplace();

} // namespace store::dialect
