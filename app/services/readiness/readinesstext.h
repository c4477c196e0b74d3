#pragma once
#include <QCoreApplication>

namespace services {

/// Translates a line of the readiness check.
inline QString sayReadinessCheck(const char *text)
{
    return QCoreApplication::translate("ReadinessCheck", text);
}

} // namespace services
