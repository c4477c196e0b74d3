#include "domain/identity.h"

namespace domain {

std::optional<bool> parseFlag(const QString &raw)
{
    const QString v = raw.trimmed().toLower();
    if (v == QLatin1String("true") || v == QLatin1String("1") || v == QLatin1String("yes"))
        return true;
    if (v == QLatin1String("false") || v == QLatin1String("0") || v == QLatin1String("no"))
        return false;
    return std::nullopt;
}

std::optional<int> parseIal(const QString &raw)
{
    QString v = raw.trimmed().toUpper();
    if (v.startsWith(QLatin1String("IAL")))
        v = v.mid(3).trimmed();
    bool isNumber = false;
    const double n = v.toDouble(&isNumber);
    if (!isNumber || (n != 1.0 && n != 2.0 && n != 3.0))
        return std::nullopt;
    return int(n);
}

bool isActiveLifecycle(const QString &lifecycle)
{
    const QString v = lifecycle.trimmed().toLower();
    return !(v == QLatin1String("inactive") || v == QLatin1String("terminated") || v == QLatin1String("disabled")
             || v == QLatin1String("deactivated") || v == QLatin1String("archived") || v == QLatin1String("leaver") || v == QLatin1String("suspended")
             || v == QLatin1String("retired") || v == QLatin1String("deceased"));
}

std::optional<bool> isAccountActive(const Identity &p)
{
    const QString status = p.sailpointStatus.trimmed().toUpper();
    static const QStringList off{QStringLiteral("TERMINATED"), QStringLiteral("DISABLED"), QStringLiteral("DEACTIVATED"), QStringLiteral("INACTIVE"), QStringLiteral("DENIED"), QStringLiteral("ERROR")};
    if (off.contains(status) || !isActiveLifecycle(p.lifecycle))
        return false;
    if (!p.lifecycle.trimmed().isEmpty() || status == QLatin1String("ACTIVE") || status == QLatin1String("REGISTERED"))
        return true;
    return std::nullopt;
}

} // namespace domain
