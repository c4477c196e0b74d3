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
/// The API's address of what was pasted: a page's ("https://x.identitynow.com/ui/d/…"), one without https://, one with
/// a path of the API's ("…/v3") -> "https://x.api.identitynow.com", in each of SailPoint's clouds. Empty where it is
/// that already, and where it is none of them (a domain of the tenant's own).
QString suggestedApiUrl(const QString &pasted);
/// The tenant that an address of a cloud of SailPoint's names ("acme" of acme.api.identitynow.com); empty for another.
QString organisationOfAddress(const QString &url);
bool isPlaceholder(const QString &text);

} // namespace domain
