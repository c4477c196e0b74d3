#include "domain/audit/exportevents.h"

namespace domain {

AuditEvent logExportEvent(bool isRedacted)
{
    AuditEvent a;
    a.action = QStringLiteral("audit.export");
    a.data = {{QStringLiteral("redacted"), isRedacted}};
    return a;
}

AuditEvent evidenceExportEvent(qint64 entries)
{
    AuditEvent a;
    a.action = QStringLiteral("evidence.export");
    a.data = {{QStringLiteral("entries"), entries}};
    return a;
}

} // namespace domain
