#pragma once
#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <functional>

// What stands at one place of a document, written anew in another way.
namespace support {
namespace detail {

struct Edit
{
    QString place;
    std::function<QByteArray(const QString &key, const QJsonValue &value)>
        member; ///< what stands for `"key":value`; empty: nothing
};

inline QByteArray textOf(const QJsonValue &v)
{
    const QByteArray list = QJsonDocument(QJsonArray{v}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}
inline QByteArray memberOf(const QString &key, const QByteArray &value)
{
    return key.isNull() ? value : textOf(key) + ':' + value;
}

inline QByteArray written(const QJsonValue &v, const QString &place, const Edit &edit)
{
    if (!v.isObject() && !v.isArray())
        return textOf(v);
    QByteArrayList parts;
    const auto add = [&](const QString &where, const QString &key, const QJsonValue &value) {
        const QByteArray member =
            where == edit.place ? edit.member(key, value) : memberOf(key, written(value, where, edit));
        if (!member.isEmpty())
            parts << member;
    };
    if (v.isArray()) {
        const QJsonArray list = v.toArray();
        for (qsizetype i = 0; i < list.size(); ++i)
            add(place + QStringLiteral("[%1]").arg(i), QString(), list.at(i));
        return '[' + parts.join(',') + ']';
    }
    const QJsonObject object = v.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        add(place.isEmpty() ? it.key() : place + QLatin1Char('.') + it.key(), it.key(), it.value());
    return '{' + parts.join(',') + '}';
}

inline void visit(const QJsonValue &v, const QString &place,
    const std::function<void(const QString &, const QString &, const QJsonValue &)> &see)
{
    if (v.isArray()) {
        const QJsonArray list = v.toArray();
        for (qsizetype i = 0; i < list.size(); ++i) {
            const QString where = place + QStringLiteral("[%1]").arg(i);
            see(where, QString(), list.at(i));
            visit(list.at(i), where, see);
        }
    } else if (v.isObject()) {
        const QJsonObject object = v.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString where = place.isEmpty() ? it.key() : place + QLatin1Char('.') + it.key();
            see(where, it.key(), it.value());
            visit(it.value(), where, see);
        }
    }
}

/// "session_id" as "sessionId", "verified" as "Verified".
inline QString otherSpelling(const QString &key)
{
    const QStringList parts = key.split(QLatin1Char('_'));
    if (parts.size() == 1)
        return key.left(1).toUpper() + key.mid(1);
    QString out = parts.first();
    for (const QString &p : parts.mid(1))
        out += p.left(1).toUpper() + p.mid(1);
    return out;
}

/// The same text with one Latin letter of another script that looks like it; empty where there is none to replace.
inline QString withOtherLetter(QString text)
{
    static const QString latin = QStringLiteral("aeopcxAEOPCTHKMB");
    static const QString cyrillic = QStringLiteral(
        "\u0430\u0435\u043e\u0440\u0441\u0445\u0410\u0415\u041e\u0420\u0421\u0422\u041d\u041a\u041c\u0412");
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (const qsizetype at = latin.indexOf(text.at(i)); at >= 0) {
            text[i] = cyrillic.at(at);
            return text;
        }
    }
    return {};
}

inline QString inserted(const QString &text, QChar c)
{
    return text.left(text.size() / 2) + c + text.mid(text.size() / 2);
}

inline QJsonValue otherThan(const QJsonValue &v)
{
    if (v.isBool())
        return !v.toBool();
    if (v.isDouble())
        return v.toDouble() - 1;
    if (v.isString())
        return QStringLiteral("someone-else");
    return v.isArray() ? QJsonValue(QJsonArray()) : QJsonValue(QJsonObject());
}

} // namespace detail

} // namespace support
