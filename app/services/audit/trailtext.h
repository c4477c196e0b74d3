#pragma once
#include <QCoreApplication>

namespace services {

/// Translates what is said of the proof of the audit log.
inline QString sayAuditTrail(const char *text)
{
    return QCoreApplication::translate("AuditTrail", text);
}

} // namespace services
