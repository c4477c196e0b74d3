#include "lab/sailpoint/route.h"

namespace lab {

std::optional<Route> parseRoute(const httpd::Request &r)
{
    QStringList parts =
        QString::fromLatin1(QByteArray::fromPercentEncoding(r.path)).split(QLatin1Char('/'), Qt::SkipEmptyParts);
    if (parts.size() < 2)
        return std::nullopt;
    Route route;
    route.method = r.method;
    // Of v3 only what the provider's guide has.
    if (parts.at(0) == QLatin1String("v3") && (r.method != "PATCH" || parts.at(1) != QLatin1String("identities")))
        return std::nullopt;
    static const QStringList years{
        QStringLiteral("v3"), QStringLiteral("v2024"), QStringLiteral("v2025"), QStringLiteral("v2026")};
    if (years.contains(parts.at(0))) {
        route.version = parts.takeFirst();
        route.service = QLatin1Char('/') + parts.takeFirst();
    } else if (parts.at(1) == QLatin1String("v1")) {
        route.service = QLatin1Char('/') + parts.takeFirst();
        route.version = parts.takeFirst();
    } else {
        return std::nullopt;
    }
    route.rest = parts;
    return route;
}

} // namespace lab
