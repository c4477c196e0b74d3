#pragma once
#include <QCoreApplication>

namespace services {

/// Translates what account recovery says.
inline QString sayRecovery(const char *text)
{
    return QCoreApplication::translate("Recovery", text);
}

} // namespace services
