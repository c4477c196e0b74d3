#include "store/dialect.h"

namespace store::dialect {

QString dataVersion()
{
    return QStringLiteral("PRAGMA data_version");
}

QString emptyWriteLog()
{
    return QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)");
}

QString copyInto()
{
    return QStringLiteral("VACUUM INTO ?");
}

QString isNoInteger(const QString &column)
{
    return QStringLiteral("typeof(%1) <> 'integer'").arg(column);
}

QString contains(const QString &column)
{
    return QStringLiteral("INSTR(%1, ?) > 0").arg(column);
}

QString insertOrReplace()
{
    return QStringLiteral("INSERT OR REPLACE");
}

} // namespace store::dialect
