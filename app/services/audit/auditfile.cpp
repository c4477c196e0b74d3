#include "services/audit/auditfile.h"
#include "services/audit/auditfilereader.h"
#include "services/audit/trailtext.h"
#include <QFile>

namespace services {

using core::Result;

static constexpr qint64 longestLine = 64 * 1024 * 1024;

Result<AuditFileProof> proveAuditFile(const QString &path, const AuditFileDemand &demand)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return core::fieldError(QStringLiteral("file"),
            sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "%1 cannot be read: %2")).arg(path, file.errorString()));
    AuditFileReader reader(demand);
    QString what;
    qint64 line = 0;
    while (what.isEmpty() && !file.atEnd()) {
        ++line;
        what = reader.take(file.readLine(longestLine));
    }
    if (what.isEmpty() && file.error() != QFileDevice::NoError)
        return core::fieldError(QStringLiteral("file"),
            sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "%1 cannot be read: %2")).arg(path, file.errorString()));
    if (what.isEmpty() && !reader.isEnded())
        what = sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "the file ends before its end: it was cut off."));
    return reader.concluded(
        what.isEmpty() ? QString() : sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "Line %1: %2")).arg(line).arg(what));
}

} // namespace services
