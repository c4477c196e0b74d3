#include "core/jsonplace.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>
#include <algorithm>
#include <cstring>

namespace core {

TextPlace placeOf(const QByteArray &utf8, qsizetype offset)
{
    const QByteArray before = utf8.left(std::clamp<qsizetype>(offset, 0, utf8.size()));
    const qsizetype start = before.lastIndexOf('\n') + 1;
    return {int(before.count('\n')) + 1, int(QString::fromUtf8(before.mid(start)).size()) + 1};
}

std::optional<JsonFault> jsonFault(const QByteArray &utf8)
{
    QJsonParseError error;
    QJsonDocument::fromJson(utf8, &error);
    if (error.error == QJsonParseError::NoError)
        return std::nullopt;
    // Qt has taken the character that it stumbled over.
    qsizetype at = std::clamp<qsizetype>(error.offset, 0, utf8.size());
    if (at > 0 && !strchr(" \t\r\n", utf8.at(at - 1)))
        --at;
    return JsonFault{placeOf(utf8, at), error.errorString()};
}

namespace {

/// Walks one valid text along a pointer. Knows strings, and that brackets nest; no more is needed.
class Walk
{
public:
    Walk(const QByteArray &text, QStringList wanted) : m_text(text), m_wanted(std::move(wanted)) {}

    qsizetype find()
    {
        space();
        m_found = m_at;
        descend(0);
        return m_found;
    }

private:
    char here() const { return m_at < m_text.size() ? m_text.at(m_at) : '\0'; }
    void space()
    {
        while (m_at < m_text.size() && (here() == ' ' || here() == '\t' || here() == '\n' || here() == '\r'))
            ++m_at;
    }
    QByteArray string()
    {
        const qsizetype from = m_at++;
        while (m_at < m_text.size() && here() != '"')
            m_at += here() == '\\' ? 2 : 1;
        ++m_at;
        return m_text.mid(from, m_at - from);
    }
    void skip()
    {
        int depth = 0;
        do {
            space();
            if (here() == '"') {
                string();
            } else if (here() == '{' || here() == '[') {
                ++depth;
                ++m_at;
            } else if (here() == '}' || here() == ']') {
                --depth;
                ++m_at;
            } else if (here() == ',' || here() == ':') {
                ++m_at;
            } else {
                while (m_at < m_text.size() && !strchr(",:]}[{ \t\r\n", here()))
                    ++m_at;
            }
        } while (depth > 0 && m_at < m_text.size());
    }
    void descend(qsizetype level)
    {
        if (level >= m_wanted.size() || (here() != '{' && here() != '['))
            return;
        const bool isObject = here() == '{';
        ++m_at;
        for (int index = 0; m_at < m_text.size(); ++index) {
            space();
            if (here() == '}' || here() == ']')
                return;
            const qsizetype entry = m_at;
            bool isWanted = !isObject && QString::number(index) == m_wanted.at(level);
            if (isObject) {
                // Escapes in names are rare, and decoding them is the parser's work.
                const auto name = QJsonDocument::fromJson('[' + string() + ']');
                isWanted = name.array().at(0).toString() == m_wanted.at(level);
                space();
                ++m_at; // the colon
                space();
            }
            if (isWanted) {
                m_found = isObject ? entry : m_at;
                return descend(level + 1);
            }
            skip();
            space();
            if (here() == ',')
                ++m_at;
        }
    }

    const QByteArray &m_text;
    QStringList m_wanted;
    qsizetype m_at = 0;
    qsizetype m_found = 0;
};

} // namespace

TextPlace placeOfPointer(const QByteArray &utf8, const QString &pointer)
{
    QStringList wanted = pointer.split(QLatin1Char('/'));
    wanted.removeFirst();
    for (QString &w : wanted)
        w.replace(QLatin1String("~1"), QLatin1String("/")).replace(QLatin1String("~0"), QLatin1String("~"));
    return placeOf(utf8, Walk(utf8, wanted).find());
}

} // namespace core
