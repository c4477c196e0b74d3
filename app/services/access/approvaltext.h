#pragma once
#include <QCoreApplication>

namespace services {

/// Translates what is said of access requests and access reviews.
inline QString sayApprovals(const char *text)
{
    return QCoreApplication::translate("Approvals", text);
}

} // namespace services
