#pragma once
#include "support/tally.h"
#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSet>
#include <QString>
#include <QStringList>
#include <algorithm>
#include <functional>
#include <vector>

// One passing document, changed in exactly one place: every key at every depth, by every operator.
namespace support {

enum class Op {
    Drop,
    Null,
    Twice,
    TwiceOther,
    SecondSpelling,
    Retype,
    Blank,
    Truncate,
    Oversize,
    Sign,
    Unknown,
    OtherLetter,
    Hidden,
    Control,
    Lower,
    Fraction,
    Huge,
    ExtraKey,
    ExtraItem,
    Empty
};
constexpr int opCount = 20;
inline QString opName(Op o)
{
    static constexpr const char *names[opCount]{"drop", "null", "twice", "twice-other", "second-spelling", "retype",
        "blank", "truncate", "oversize", "sign", "unknown", "other-letter", "hidden", "control", "lower", "fraction",
        "huge", "extra-key", "extra-item", "empty"};
    return QLatin1String(names[size_t(o)]);
}

struct Mutant
{
    QString place; ///< "requestedItems[0].name"
    Op op = Op::Drop;
    QByteArray json;
    QString name() const { return place + QLatin1Char(' ') + opName(op); }
};

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

/// Every change of one place of `passing`; none that leaves it as it is.
inline std::vector<Mutant> mutantsOf(const QJsonObject &passing)
{
    using namespace detail;
    std::vector<Mutant> out;
    const auto add = [&](const QString &place, Op op,
                         std::function<QByteArray(const QString &, const QJsonValue &)> member) {
        out.push_back({place, op, written(passing, QString(), {place, std::move(member)})});
    };
    visit(passing, QString(), [&](const QString &place, const QString &key, const QJsonValue &value) {
        const bool isMember = !key.isNull();
        const auto instead = [&](Op op, const QJsonValue &other) {
            add(place, op, [other](const QString &k, const QJsonValue &) { return memberOf(k, textOf(other)); });
        };
        add(place, Op::Drop, [](const QString &, const QJsonValue &) { return QByteArray(); });
        instead(Op::Null, QJsonValue::Null);
        if (isMember) {
            add(place, Op::Twice, [](const QString &k, const QJsonValue &v) {
                return memberOf(k, textOf(v)) + ',' + memberOf(k, textOf(v));
            });
            add(place, Op::TwiceOther, [](const QString &k, const QJsonValue &v) {
                return memberOf(k, textOf(otherThan(v))) + ',' + memberOf(k, textOf(v));
            });
            add(place, Op::TwiceOther, [](const QString &k, const QJsonValue &v) {
                return memberOf(k, textOf(v)) + ',' + memberOf(k, textOf(otherThan(v)));
            });
            if (!value.isObject() && !value.isArray())
                add(place, Op::SecondSpelling, [](const QString &k, const QJsonValue &v) {
                    return memberOf(k, textOf(v)) + ',' + memberOf(otherSpelling(k), textOf(otherThan(v)));
                });
        }
        if (!value.isBool()) {
            instead(Op::Retype, true);
            instead(Op::Retype, false);
        }
        if (!value.isDouble())
            instead(Op::Retype, 7);
        if (!value.isString())
            instead(Op::Retype, QStringLiteral("x"));
        instead(Op::Retype, QJsonArray{value});
        instead(Op::Retype, QJsonObject{{QStringLiteral("value"), value}});
        if (value.isString() && !value.toString().isEmpty()) {
            const QString text = value.toString();
            instead(Op::Blank, QString());
            instead(Op::Blank, QStringLiteral("   "));
            instead(Op::Truncate, text.left(text.size() / 2));
            instead(Op::Truncate, text.mid(1));
            instead(Op::Oversize, QString(text + QString(1200, QLatin1Char('x'))));
            instead(Op::Oversize, QString(text + QString(1200, QLatin1Char(' ')) + QStringLiteral("IMPOSTOR")));
            instead(Op::Sign, QString(text + QLatin1Char('?')));
            instead(Op::Sign, QString(QLatin1Char('!') + text));
            instead(Op::Unknown, QStringLiteral("unheard-of"));
            if (const QString other = withOtherLetter(text); !other.isEmpty())
                instead(Op::OtherLetter, other);
            instead(Op::Hidden, inserted(text, QChar(0x200b)));
            for (const ushort c : {ushort(0), ushort('\n'), ushort(0x1b), ushort(0x202e)})
                instead(Op::Control, inserted(text, QChar(c)));
        }
        if (value.isDouble()) {
            instead(Op::Lower, value.toDouble() - 1);
            instead(Op::Lower, 0 - value.toDouble());
            instead(Op::Fraction, value.toDouble() + 0.5);
            instead(Op::Huge, 1e300);
            instead(Op::Huge, 9.3e18);
        }
        if (value.isObject()) {
            add(place, Op::ExtraKey, [](const QString &k, const QJsonValue &v) {
                QJsonObject o = v.toObject();
                o.insert(QStringLiteral("unheardOf"), 1);
                return memberOf(k, textOf(o));
            });
            instead(Op::Empty, QJsonObject());
        }
        if (value.isArray()) {
            instead(Op::Empty, QJsonArray());
            for (const QJsonValue &item : {QJsonValue(7), QJsonValue(QJsonValue::Null), QJsonValue(QJsonArray())}) {
                add(place, Op::ExtraItem, [item](const QString &k, const QJsonValue &v) {
                    QJsonArray list = v.toArray();
                    list.append(item);
                    return memberOf(k, textOf(list));
                });
            }
        }
    });
    QJsonObject more = passing;
    more.insert(QStringLiteral("unheardOf"), 1);
    out.push_back({QStringLiteral("(whole)"), Op::ExtraKey, QJsonDocument(more).toJson(QJsonDocument::Compact)});
    const QByteArray whole = QJsonDocument(passing).toJson(QJsonDocument::Compact);
    for (const qsizetype cut : {qsizetype(0), whole.size() / 3, whole.size() / 2, whole.size() - 1})
        out.push_back({QStringLiteral("(whole)"), Op::Truncate, whole.left(cut)});
    out.push_back({QStringLiteral("(whole)"), Op::Retype, '[' + whole + ']'});
    out.push_back({QStringLiteral("(whole)"), Op::Twice, whole + whole});
    std::erase_if(out, [&whole](const Mutant &m) { return m.json == whole; });
    return out;
}

/// The seed of this run: IDV_SEED, or always the same.
inline quint32 seed()
{
    bool isNumber = false;
    const uint given = qEnvironmentVariable("IDV_SEED").toUInt(&isNumber);
    return isNumber ? given : 20261128;
}
inline bool isThorough()
{
    return qEnvironmentVariableIntValue("IDV_THOROUGH") == 1;
}

/// In an order that the seed decides: what one case leaves behind does not hide what another one finds.
template <class T>
void shuffle(std::vector<T> &all)
{
    QRandomGenerator dice(seed());
    for (size_t i = all.size(); i > 1; --i)
        std::swap(all[i - 1], all[dice.bounded(quint32(i))]);
}

struct Outcome
{
    bool isAccepted = false;
    QString reason; ///< why not
};
using OutcomeOf = std::function<Outcome(const QByteArray &json)>;

/// What is wrong with a path, in words; empty when the passing document passes, no other one does, and each of the
/// others is given a reason. `isHarmless`: changes that leave the meaning.
inline QStringList faultsOfPath(const QString &path, const QJsonObject &passing, const OutcomeOf &outcomeOf,
    const std::function<bool(const Mutant &)> &isHarmless)
{
    QStringList faults;
    if (const auto o = outcomeOf(QJsonDocument(passing).toJson(QJsonDocument::Compact)); !o.isAccepted)
        faults << path + QStringLiteral(": the unchanged case is refused: ") + o.reason;
    auto all = mutantsOf(passing);
    shuffle(all);
    for (const Mutant &m : all) {
        if (isHarmless(m))
            continue;
        Tally::of().count(path, opName(m.op));
        const auto o = outcomeOf(m.json);
        if (o.isAccepted)
            faults << path + QStringLiteral(": accepted: ") + m.name() + QLatin1Char(' ') +
                          QString::fromUtf8(m.json.left(300));
        else if (o.reason.trimmed().isEmpty())
            faults << path + QStringLiteral(": no reason: ") + m.name();
    }
    return faults;
}

/// The same for a change that is no change of a document.
inline void tryOne(QStringList &faults, const QString &path, const QString &change, const Outcome &o)
{
    Tally::of().count(path, change.section(QLatin1Char(' '), 0, 0));
    if (o.isAccepted)
        faults << path + QStringLiteral(": accepted: ") + change;
    else if (o.reason.trimmed().isEmpty())
        faults << path + QStringLiteral(": no reason: ") + change;
}

} // namespace support
