#include "lab/iiq/scimfilter.h"
#include "lab/iiq/scimpath.h"
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <algorithm>
#include <utility>
#include <vector>

namespace lab {

namespace {

constexpr qsizetype longestFilter = 4096;

using Test = std::function<bool(const QJsonObject &)>;

struct Token
{
    enum Kind { Word, Value, Open, Close, OpenList, CloseList, End } kind = End;
    QString word;
    QJsonValue value;
};

// A text, a number, true, false or null, as JSON writes it.
std::optional<QJsonValue> literal(const QString &text)
{
    const QJsonDocument d = QJsonDocument::fromJson('[' + text.toUtf8() + ']');
    const QJsonValue value = d.array().first();
    const bool isOne = d.array().size() == 1 && !value.isObject() && !value.isArray();
    return isOne ? std::optional(value) : std::nullopt;
}

std::optional<QList<Token>> tokensOf(const QString &text)
{
    static const QRegularExpression next(QStringLiteral(
        "\\G\\s*(?:(?<text>\"(?:[^\"\\\\]|\\\\.)*\")|(?<bracket>[()\\[\\]])|(?<word>[^\\s()\\[\\]\"]+))\\s*"));
    QList<Token> out;
    for (qsizetype at = 0; at < text.size();) {
        const auto m = next.match(text, at);
        if (!m.hasMatch() || m.capturedLength() == 0)
            return std::nullopt;
        at = m.capturedEnd();
        const QString word = m.captured(QStringLiteral("word")), bracket = m.captured(QStringLiteral("bracket"));
        if (!bracket.isEmpty()) {
            static const QString brackets = QStringLiteral("()[]");
            out << Token{Token::Kind(Token::Open + brackets.indexOf(bracket)), bracket, {}};
            continue;
        }
        const auto value = literal(word.isEmpty() ? m.captured(QStringLiteral("text")) : word);
        if (word.isEmpty() && !value)
            return std::nullopt;
        out << Token{value ? Token::Value : Token::Word, word, value.value_or(QJsonValue())};
    }
    return out;
}

bool isExact(const QString &name)
{
    const QString last = name.section(QRegularExpression(QStringLiteral("[.:]")), -1);
    return last.compare(QLatin1String("id"), Qt::CaseInsensitive) == 0 ||
           last.compare(QLatin1String("version"), Qt::CaseInsensitive) == 0;
}

// Less than, equal, more; nothing for two that have no order.
std::optional<int> compared(const QJsonValue &a, const QJsonValue &b, Qt::CaseSensitivity how)
{
    const auto sign = [](auto x, auto y) { return x < y ? -1 : int(y < x); };
    if (a.isDouble() && b.isDouble())
        return sign(a.toDouble(), b.toDouble());
    if (a.isBool() && b.isBool())
        return a.toBool() == b.toBool() ? std::optional(0) : std::nullopt;
    if (!a.isString() || !b.isString())
        return std::nullopt;
    const QDateTime x = QDateTime::fromString(a.toString(), Qt::ISODateWithMs),
                    y = QDateTime::fromString(b.toString(), Qt::ISODateWithMs);
    if (x.isValid() && y.isValid() && a.toString().contains(QLatin1Char('T')))
        return sign(x, y);
    return sign(QString::compare(a.toString(), b.toString(), how), 0);
}

bool holds(const QString &op, const QJsonValue &value, const QJsonValue &wanted, Qt::CaseSensitivity how)
{
    const QString text = value.toString(), part = wanted.toString();
    const bool areTexts = value.isString() && wanted.isString();
    if (op == QLatin1String("co"))
        return areTexts && text.contains(part, how);
    if (op == QLatin1String("sw"))
        return areTexts && text.startsWith(part, how);
    if (op == QLatin1String("ew"))
        return areTexts && text.endsWith(part, how);
    const auto order = compared(value, wanted, how);
    if (op == QLatin1String("eq"))
        return order == 0;
    // A truth has no order.
    if (!order || value.isBool())
        return false;
    if (op == QLatin1String("gt"))
        return *order > 0;
    if (op == QLatin1String("ge"))
        return *order >= 0;
    return op == QLatin1String("lt") ? *order < 0 : *order <= 0;
}

Test comparison(const QString &name, const QString &op, const QJsonValue &wanted)
{
    const auto how = isExact(name) ? Qt::CaseSensitive : Qt::CaseInsensitive;
    const auto any = [name, how](const QString &by, const QJsonValue &w) {
        return [name, by, w, how](const QJsonObject &o) {
            const QJsonArray all = scimValues(o, name);
            if (w.isNull())
                return all.isEmpty();
            return std::any_of(all.begin(), all.end(), [&](const auto &v) { return holds(by, v, w, how); });
        };
    };
    if (op != QLatin1String("ne"))
        return any(op, wanted);
    return [same = any(QStringLiteral("eq"), wanted)](const QJsonObject &o) { return !same(o); };
}

/// Reads the tokens from left to right: "or" binds least, then "and", then "not".
class Reader
{
public:
    Reader(QList<Token> tokens, const std::function<bool(const QString &)> &isKnown)
        : m_tokens(std::move(tokens)), m_isKnown(isKnown)
    {
    }
    std::optional<Test> whole()
    {
        auto t = either(0);
        return t && m_at == m_tokens.size() ? t : std::nullopt;
    }

private:
    static constexpr int deepest = 32;
    Token peek() const { return m_at < m_tokens.size() ? m_tokens.at(m_at) : Token(); }
    bool take(Token::Kind kind)
    {
        const bool is = peek().kind == kind;
        m_at += is ? 1 : 0;
        return is;
    }
    bool takeWord(const char *word)
    {
        const bool is =
            peek().kind == Token::Word && peek().word.compare(QLatin1String(word), Qt::CaseInsensitive) == 0;
        m_at += is ? 1 : 0;
        return is;
    }
    std::optional<Test> either(int depth)
    {
        std::vector<Test> all;
        do {
            auto next = both(depth);
            if (!next)
                return std::nullopt;
            all.push_back(*std::move(next));
        } while (takeWord("or"));
        return [all = std::move(all)](const QJsonObject &o) {
            return std::any_of(all.begin(), all.end(), [&o](const Test &t) { return t(o); });
        };
    }
    std::optional<Test> both(int depth)
    {
        std::vector<Test> all;
        do {
            auto next = one(depth);
            if (!next)
                return std::nullopt;
            all.push_back(*std::move(next));
        } while (takeWord("and"));
        return [all = std::move(all)](const QJsonObject &o) {
            return std::all_of(all.begin(), all.end(), [&o](const Test &t) { return t(o); });
        };
    }
    std::optional<Test> one(int depth)
    {
        if (depth > deepest)
            return std::nullopt;
        const bool isNot = takeWord("not");
        if (take(Token::Open)) {
            const auto inner = either(depth + 1);
            if (!inner || !take(Token::Close))
                return std::nullopt;
            return isNot ? Test([t = *inner](const QJsonObject &o) { return !t(o); }) : *inner;
        }
        return isNot ? std::nullopt : attribute(depth);
    }
    std::optional<Test> attribute(int depth)
    {
        static const QRegularExpression name(
            QStringLiteral("^(urn:[A-Za-z0-9:._-]+:)?[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z$][A-Za-z0-9_-]*)?$"));
        const QString path = peek().word;
        if (!take(Token::Word) || !name.match(path).hasMatch() || (!m_isInside && !m_isKnown(path)))
            return std::nullopt;
        if (take(Token::OpenList)) {
            if (std::exchange(m_isInside, true))
                return std::nullopt; // no list in a list
            const auto inner = either(depth + 1);
            m_isInside = false;
            return inner && take(Token::CloseList) ? std::optional(ofAnElement(path, *inner)) : std::nullopt;
        }
        if (takeWord("pr"))
            return [path](const QJsonObject &o) { return !scimValues(o, path).isEmpty(); };
        const QString op = peek().word.toLower();
        static const QStringList operators{QStringLiteral("eq"), QStringLiteral("ne"), QStringLiteral("co"),
            QStringLiteral("sw"), QStringLiteral("ew"), QStringLiteral("gt"), QStringLiteral("ge"),
            QStringLiteral("lt"), QStringLiteral("le")};
        if (!take(Token::Word) || !operators.contains(op) || peek().kind != Token::Value)
            return std::nullopt;
        const QJsonValue &wanted = m_tokens.at(m_at).value;
        const bool isEquality = op == QLatin1String("eq") || op == QLatin1String("ne");
        const bool isPart = operators.indexOf(op) >= 2 && operators.indexOf(op) <= 4;
        // A truth has no order, and only a text has parts (RFC 7644 3.4.2.2).
        if ((wanted.isBool() || wanted.isNull()) ? !isEquality : isPart && !wanted.isString())
            return std::nullopt;
        return comparison(path, op, m_tokens.at(m_at++).value);
    }
    static Test ofAnElement(const QString &path, const Test &inner)
    {
        return [path, inner](const QJsonObject &o) {
            const QJsonArray all = scimMember(o, path).toArray();
            return std::any_of(all.begin(), all.end(), [&inner](const auto &e) { return inner(e.toObject()); });
        };
    }

    QList<Token> m_tokens;
    const std::function<bool(const QString &)> &m_isKnown;
    bool m_isInside = false; ///< square brackets
    qsizetype m_at = 0;
};

} // namespace

std::optional<Test> scimFilter(const QString &text, const std::function<bool(const QString &)> &isKnown)
{
    if (text.size() > longestFilter)
        return std::nullopt;
    const auto tokens = tokensOf(text);
    return tokens && !tokens->isEmpty() ? Reader(*tokens, isKnown).whole() : std::nullopt;
}

} // namespace lab
