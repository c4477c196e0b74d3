#include "domain/text/markdown.h"
#include "domain/text/outputtext.h"
#include <algorithm>

namespace domain {

// Addresses become links by themselves: behind a colon stands "//", in front of a point "www", around an @ a mailbox.
static bool isAutoLink(const QString &text, qsizetype at)
{
    const QChar c = text.at(at);
    if (c == QLatin1Char('@'))
        return true;
    if (c == QLatin1Char(':'))
        return QStringView(text).mid(at + 1).startsWith(QLatin1String("//"));
    return c == QLatin1Char('.') && at >= 3 &&
           QStringView(text).mid(at - 3, 3).compare(QLatin1String("www"), Qt::CaseInsensitive) == 0;
}

// "- x", "+ x", "=== " and "12. x" make a list or a heading of the paragraph that they begin.
static bool opensBlock(const QString &text, qsizetype at)
{
    const QChar c = text.at(at);
    const bool isSign = c == QLatin1Char('-') || c == QLatin1Char('+') || c == QLatin1Char('=');
    const bool isNumber = c == QLatin1Char('.') || c == QLatin1Char(')');
    if (isSign)
        return at == 0;
    return isNumber && at > 0 && std::all_of(text.begin(), text.begin() + at, [](QChar d) {
        return d >= QLatin1Char('0') && d <= QLatin1Char('9');
    });
}

QString markdownText(const QString &given)
{
    // Four spaces in front are code.
    QString text = fileText(given);
    for (QChar &c : text) {
        if (c == QLatin1Char('\n') || c == QLatin1Char('\r') || c == QLatin1Char('\t'))
            c = QLatin1Char(' ');
    }
    if (text.startsWith(QLatin1Char(' ')))
        text = text.trimmed();
    QString out;
    out.reserve(text.size() + 8);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (QStringLiteral("\\`*_{}[]<>#|~&").contains(c) || isAutoLink(text, i) || opensBlock(text, i))
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
