#include "domain/markdown.h"

namespace domain {

QString markdownText(const QString &text)
{
    QString out;
    out.reserve(text.size() + 8);
    for (const QChar c : text) {
        if (c == QLatin1Char('\n') || c == QLatin1Char('\r') || c == QLatin1Char('\t')) {
            out += QLatin1Char(' ');
            continue;
        }
        if (QStringLiteral("\\`*_{}[]<>#|~").contains(c))
            out += QLatin1Char('\\');
        out += c;
    }
    return out;
}

QString markdownTable(const QStringList &heads, const QList<QStringList> &rows)
{
    QString out;
    const auto line = [&out](const QStringList &cells) {
        out += QLatin1Char('|');
        for (const QString &c : cells)
            out += QLatin1Char(' ') + (c.isEmpty() ? QStringLiteral("–") : markdownText(c)) + QStringLiteral(" |");
        out += QLatin1Char('\n');
    };
    line(heads);
    out += QLatin1Char('|') + QStringLiteral("---|").repeated(heads.size()) + QLatin1Char('\n');
    for (const auto &r : rows)
        line(r);
    return out + QLatin1Char('\n');
}

} // namespace domain
