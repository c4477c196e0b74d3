#pragma once
#include "domain/audit/audit.h"

// What the audit log is told of an export; who, when and how it ended is added where the file is placed. Thread: any.
namespace domain {

AuditEvent logExportEvent(bool isRedacted);
/// So many entries about one person or session were given away.
AuditEvent evidenceExportEvent(qint64 entries);

} // namespace domain
