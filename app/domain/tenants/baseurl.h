#pragma once
#include "core/result.h"
#include <QString>
#include <QUrl>

// The addresses that a tenant's services are called at.
namespace domain {

/// http is allowed for loopback only; no user info, no query, no fragment; placeholders are refused.
core::Result<QUrl> checkedBaseUrl(const QString &field, const QString &text);
bool isLoopback(const QUrl &url);
/// Also the names that only lead back here ("0.0.0.0", "x.localhost"): what may be a tunnel.
bool isOnThisComputer(const QUrl &url);
/// The same host, or hosts under the same domain of the provider ("a.1kosmos.net" and "b.1kosmos.net").
bool isSameSite(const QUrl &a, const QUrl &b);
/// "https://x.identitynow.com" pasted from the browser -> "https://x.api.identitynow.com"; otherwise empty.
QString suggestedApiUrl(const QString &pasted);
bool isPlaceholder(const QString &text);

} // namespace domain
