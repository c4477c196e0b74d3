#include "net/http/members.h"
#include "domain/text/instant.h"
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

std::optional<core::Instant> memberInstant(const QJsonObject &o, const char *key)
{
    return domain::parseInstant(o.value(QLatin1String(key)), endOfTime).at;
}

std::optional<core::Instant> memberInstantText(const QJsonObject &o, const char *key)
{
    return domain::parseInstant(memberText(o, key), endOfTime).at;
}

} // namespace net
