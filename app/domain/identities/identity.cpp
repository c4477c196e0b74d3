#include "domain/identities/identity.h"
#include <QStringList>
#include <algorithm>

namespace domain {

std::optional<bool> parseFlag(const QString &raw)
{
    static const QStringList yes{QStringLiteral("true"), QStringLiteral("1"), QStringLiteral("yes"),
        QStringLiteral("y"), QStringLiteral("t"), QStringLiteral("on")};
    static const QStringList no{QStringLiteral("false"), QStringLiteral("0"), QStringLiteral("no"), QStringLiteral("n"),
        QStringLiteral("f"), QStringLiteral("off")};
    const QString v = raw.trimmed().toLower();
    if (yes.contains(v))
        return true;
    return no.contains(v) ? std::optional(false) : std::nullopt;
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
    QString v;
    for (const QChar c : lifecycle) {
        if (c.isLetter())
            v += c.toLower();
    }
    static const QStringList ends{QStringLiteral("inactive"), QStringLiteral("terminat"), QStringLiteral("disabled"),
        QStringLiteral("deactivat"), QStringLiteral("archiv"), QStringLiteral("leaver"), QStringLiteral("suspend"),
        QStringLiteral("retired"), QStringLiteral("deceased"), QStringLiteral("offboard"), QStringLiteral("resigned"),
        QStringLiteral("dismissed"), QStringLiteral("former")};
    return std::none_of(ends.begin(), ends.end(), [&v](const QString &end) { return v.startsWith(end); });
}

} // namespace domain
