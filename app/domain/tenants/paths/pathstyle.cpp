#include "domain/tenants/paths/pathstyle.h"
#include <utility>

namespace domain {

static constexpr std::pair<PathStyle, const char *> styles[] = {{PathStyle::Auto, "auto"}, {PathStyle::V2024, "v2024"},
    {PathStyle::V2025, "v2025"}, {PathStyle::V2026, "v2026"}, {PathStyle::V1, "v1"}};

QString pathStyleKey(PathStyle s)
{
    for (const auto &[style, key] : styles) {
        if (style == s)
            return QString::fromLatin1(key);
    }
    return {};
}

std::optional<PathStyle> pathStyleFromKey(const QString &key)
{
    for (const auto &[style, known] : styles) {
        if (key == QLatin1String(known))
            return style;
    }
    return std::nullopt;
}

QStringList pathStyleKeys()
{
    QStringList keys;
    for (const auto &style : styles)
        keys << QLatin1String(style.second);
    return keys;
}

QString apiPath(PathStyle style, const QString &service, const QString &rest)
{
    Q_ASSERT(style != PathStyle::Auto);
    return style == PathStyle::V1 ? service + QStringLiteral("/v1") + rest
                                  : QLatin1Char('/') + pathStyleKey(style) + service + rest;
}

// A search is a question, whatever it is sent by.
static bool isRead(const QByteArray &method, const QString &operation)
{
    return method == "GET" || (method == "POST" && operation.startsWith(QLatin1String("/search")));
}

PathsSay pathsSay(
    PathStyle inUse, const QByteArray &method, const QString &operation, int status, const QByteArray &deprecatedHeader)
{
    if (inUse == PathStyle::V1)
        return PathsSay::Nothing;
    if (deprecatedHeader.trimmed().toLower() == "true")
        return PathsSay::Deprecated;
    if (!isRead(method, operation) || (status != 404 && status != 410))
        return PathsSay::Nothing;
    return operation.contains(QLatin1Char('{')) ? PathsSay::Absent : PathsSay::Gone;
}

bool shallTryPerService(PathStyle style, PathStyle inUse, PathsSay says, const QByteArray &method,
    const QString &operation, core::Instant last, core::Instant now)
{
    const bool isReason = says == PathsSay::Deprecated || says == PathsSay::Gone;
    return style == PathStyle::Auto && inUse != PathStyle::V1 && isReason && isRead(method, operation) &&
           (last == 0 || now - last >= core::dayMs);
}

} // namespace domain
