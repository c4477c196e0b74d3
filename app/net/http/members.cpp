#include "net/http/members.h"
#include "domain/text/instant.h"
#include <cmath>
#include <limits>

namespace net {

// Whether an instant lies ahead is no fault here: that only changes its quality.
static constexpr core::Instant endOfTime = std::numeric_limits<core::Instant>::max() / 2;

QString memberText(const QJsonObject &o, const char *key)
{
    return o.value(QLatin1String(key)).toString();
}

QJsonObject memberObject(const QJsonObject &o, const char *key)
{
    return o.value(QLatin1String(key)).toObject();
}

QString firstMemberText(const QJsonObject &o, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        if (const QString t = memberText(o, key); !t.isEmpty())
            return t;
    }
    return {};
}

std::optional<int> memberCount(const QJsonObject &o, const char *key)
{
    const QJsonValue v = o.value(QLatin1String(key));
    bool isNumber = v.isDouble();
    const double n = isNumber ? v.toDouble() : v.toString().trimmed().toDouble(&isNumber);
    if (!isNumber || n < 0 || n > std::numeric_limits<int>::max() || n != std::floor(n))
        return std::nullopt;
    return int(n);
}

std::optional<bool> memberFlag(const QJsonObject &o, const char *key)
{
    const QJsonValue v = o.value(QLatin1String(key));
    if (v.isBool())
        return v.toBool();
    const QString word = v.isDouble() ? QString::number(v.toDouble()) : v.toString().trimmed().toLower();
    if (word == QLatin1String("true") || word == QLatin1String("1"))
        return true;
    if (word == QLatin1String("false") || word == QLatin1String("0"))
        return false;
    return std::nullopt;
}

std::optional<core::Instant> memberInstant(const QJsonObject &o, const char *key)
{
    return domain::parseInstant(o.value(QLatin1String(key)), endOfTime).at;
}

std::optional<core::Instant> memberInstantText(const QJsonObject &o, const char *key)
{
    return domain::parseInstant(memberText(o, key), endOfTime).at;
}

} // namespace net
