#pragma once
#include "core/clock.h"
#include <QString>
#include <QStringList>
#include <optional>

namespace domain {

/// An OAuth client of SailPoint, as far as the readiness check reads it.
struct OauthClient
{
    QString name; ///< empty: not told
    QStringList scopes;
    bool isEnabled = false;
    int tokenSeconds = 0; ///< how long its tokens are good for; 0: not told
    std::optional<core::Instant> lastUsed{};
};

} // namespace domain
