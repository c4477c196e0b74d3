#pragma once
#include <QCoreApplication>

namespace services {

/// Translates what is said of campaigns and exemptions.
inline QString sayCampaigns(const char *text)
{
    return QCoreApplication::translate("Campaigns", text);
}

} // namespace services
