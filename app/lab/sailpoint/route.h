#pragma once
#include "httpd/message.h"
#include <QByteArray>
#include <QString>
#include <QStringList>
#include <optional>

namespace lab {

/// Which call of SailPoint's API a request is.
struct Route
{
    QByteArray method;
    QString version;  ///< "v2024", "v2025", "v2026" or "v1"; "v3" of a single call
    QString service;  ///< "/identities"
    QStringList rest; ///< path segments behind it
};

/// "/v2024/identities/x" and "/identities/v1/x" are the same call of two path styles. Nothing for any other path.
std::optional<Route> parseRoute(const httpd::Request &request);

} // namespace lab
