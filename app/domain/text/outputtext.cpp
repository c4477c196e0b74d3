#include "domain/text/outputtext.h"
#include "core/secretmask.h"
#include <algorithm>

namespace domain {

static bool isBreak(QChar c)
{
    return c == QLatin1Char('\n') || c == QLatin1Char('\r') || c == QLatin1Char('\t');
}

bool isHidden(QChar c)
{
    const ushort u = c.unicode();
    if (u < 0x20 || (u >= 0x7f && u <= 0x9f))
        return true;
    if (u < 0x200b)
        return false;
    const bool isInvisible = u == 0x200b || (u >= 0x2028 && u <= 0x202e) || (u >= 0x2060 && u <= 0x206f);
    return isInvisible || u == 0xfeff || (u >= 0xfff9 && u <= 0xfffb) || u >= 0xfffe || c.isSurrogate();
}

static bool isPair(QStringView text, qsizetype at)
{
    return text.at(at).isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate();
}

static qsizetype firstHidden(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isPair(text, i))
            ++i;
        else if (isHidden(text.at(i)))
            return i;
    }
    return -1;
}

static QString spelled(QChar c)
{
    switch (c.unicode()) {
    case '\n': return QStringLiteral("\\n");
    case '\r': return QStringLiteral("\\r");
    case '\t': return QStringLiteral("\\t");
    default: return QStringLiteral("\\u%1").arg(uint(c.unicode()), 4, 16, QLatin1Char('0'));
    }
}

QString terminalText(const QString &given)
{
    const QString text = core::withoutSecrets(given);
    const qsizetype first = firstHidden(text);
    if (first < 0)
        return text;
    QString out = text.left(first);
    for (qsizetype i = first; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (isPair(text, i)) {
            out += c;
            out += text.at(++i);
        } else if (c.isSurrogate()) {
            out += QChar(QChar::ReplacementCharacter);
        } else if (isHidden(c)) {
            out += spelled(c);
        } else {
            out += c;
        }
    }
    return out;
}

// Qt writes a pair as UTF-8 and half of one as "\ud800": every escape of this range stands for a half.
static QByteArray withoutHalves(const QByteArray &json)
{
    QByteArray out;
    out.reserve(json.size());
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char next = i + 1 < json.size() ? json.at(i + 1) : '\0';
        const char third = i + 3 < json.size() ? json.at(i + 3) : '\0';
        const bool isEscape = json.at(i) == '\\';
        if (isEscape && third && next == 'u' && (json.at(i + 2) | 0x20) == 'd' &&
            QByteArrayView("89abcdefABCDEF").contains(third)) {
            out += "\xEF\xBF\xBD";
            i += 5;
            continue;
        }
        out += json.at(i);
        if (isEscape && next) {
            out += next;
            ++i;
        }
    }
    return out;
}

QByteArray safeJson(const QByteArray &json)
{
    const QByteArray whole = json.contains("\\u") ? withoutHalves(json) : json;
    return terminalText(QString::fromUtf8(whole)).toUtf8();
}

QString fileText(const QString &given)
{
    const QString text = core::withoutSecrets(given);
    const qsizetype first = firstHidden(text);
    if (first < 0)
        return text;
    QString out = text;
    for (qsizetype i = first; i < out.size(); ++i) {
        if (isPair(out, i))
            ++i;
        else if (isHidden(out.at(i)) && !isBreak(out.at(i)))
            out[i] = QChar(QChar::ReplacementCharacter);
    }
    return out;
}

static bool isMark(QChar c)
{
    return c.category() == QChar::Mark_NonSpacing || c.category() == QChar::Mark_Enclosing;
}

QString labelText(const QString &text, qsizetype most)
{
    constexpr int mostMarks = 8;
    QString out = fileText(text.size() > most ? text.left(most) : text);
    out.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    out.replace(QLatin1Char('\r'), QChar(QChar::ReplacementCharacter));
    out.replace(QLatin1Char('\t'), QLatin1Char(' '));
    int marks = 0;
    const auto isTooMany = [&marks](QChar c) {
        marks = isMark(c) ? marks + 1 : 0;
        return marks > mostMarks;
    };
    out.erase(std::remove_if(out.begin(), out.end(), isTooMany), out.end());
    return text.size() > most ? out + QChar(0x2026) : out;
}

QString lineText(const QString &text, qsizetype most)
{
    return labelText(text, most).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

QString menuText(const QString &text)
{
    return lineText(text, 200).replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace domain
