#include "domain/identities/identity.h"
#include <QRegularExpression>
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
    const QString v = raw.trimmed();
    if (v.size() < 2) // nearly all of them, a million times
        return v == QLatin1String("1") || v == QLatin1String("2") || v == QLatin1String("3")
                   ? std::optional<int>(v.at(0).digitValue())
                   : std::nullopt;
    // A URI names the level in its last parts: "http://idmanagement.gov/ns/assurance/ial/2".
    static const QRegularExpression form(
        QStringLiteral("^(?:(?:[a-z][a-z0-9+.-]*:[!-~]*[/:#])?ial[ _/:-]?)?([123])(?:\\.0+)?$"),
        QRegularExpression::CaseInsensitiveOption);
    const auto m = form.match(v);
    return m.hasMatch() ? std::optional<int>(m.capturedView(1).toInt()) : std::nullopt;
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
