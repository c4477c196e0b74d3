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
    if (parts.at(0) == QLatin1String("v2024")) {
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
