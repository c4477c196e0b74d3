#pragma once
#include "support/jsonplaces.h"
#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <functional>
#include <utility>
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

/// All changes of a document, as they are found.
class MutantList
{
public:
    explicit MutantList(const QJsonObject &passing) : m_passing(passing)
    {
        detail::visit(m_passing, QString(),
            [this](const QString &place, const QString &key, const QJsonValue &value) { addAll(place, key, value); });
        addWhole();
    }
    std::vector<Mutant> take() { return std::move(m_all); }

private:
    using Member = std::function<QByteArray(const QString &, const QJsonValue &)>;
    void add(const QString &place, Op op, Member member)
    {
        m_all.push_back({place, op, detail::written(m_passing, QString(), {place, std::move(member)})});
    }
    void replace(const QString &place, Op op, const QJsonValue &other)
    {
        add(place, op,
            [other](const QString &k, const QJsonValue &) { return detail::memberOf(k, detail::textOf(other)); });
    }
    void addAll(const QString &place, const QString &key, const QJsonValue &value)
    {
        add(place, Op::Drop, [](const QString &, const QJsonValue &) { return QByteArray(); });
        replace(place, Op::Null, QJsonValue::Null);
        if (!key.isNull())
            addSecond(place, value);
        addRetyped(place, value);
        if (value.isString() && !value.toString().isEmpty())
            addTexts(place, value.toString());
        if (value.isDouble())
            addNumbers(place, value.toDouble());
        if (value.isObject())
            addObjects(place);
        if (value.isArray())
            addLists(place);
    }
    void addSecond(const QString &place, const QJsonValue &value)
    {
        add(place, Op::Twice, [](const QString &k, const QJsonValue &v) {
            return detail::memberOf(k, detail::textOf(v)) + ',' + detail::memberOf(k, detail::textOf(v));
        });
        add(place, Op::TwiceOther, [](const QString &k, const QJsonValue &v) {
            return detail::memberOf(k, detail::textOf(detail::otherThan(v))) + ',' +
                   detail::memberOf(k, detail::textOf(v));
        });
        add(place, Op::TwiceOther, [](const QString &k, const QJsonValue &v) {
            return detail::memberOf(k, detail::textOf(v)) + ',' +
                   detail::memberOf(k, detail::textOf(detail::otherThan(v)));
        });
        if (!value.isObject() && !value.isArray())
            add(place, Op::SecondSpelling, [](const QString &k, const QJsonValue &v) {
                return detail::memberOf(k, detail::textOf(v)) + ',' +
                       detail::memberOf(detail::otherSpelling(k), detail::textOf(detail::otherThan(v)));
            });
    }
    void addRetyped(const QString &place, const QJsonValue &value)
    {
        if (!value.isBool()) {
            replace(place, Op::Retype, true);
            replace(place, Op::Retype, false);
        }
        if (!value.isDouble())
            replace(place, Op::Retype, 7);
        if (!value.isString())
            replace(place, Op::Retype, QStringLiteral("x"));
        replace(place, Op::Retype, QJsonArray{value});
        replace(place, Op::Retype, QJsonObject{{QStringLiteral("value"), value}});
    }
    void addTexts(const QString &place, const QString &text)
    {
        replace(place, Op::Blank, QString());
        replace(place, Op::Blank, QStringLiteral("   "));
        replace(place, Op::Truncate, text.left(text.size() / 2));
        replace(place, Op::Truncate, text.mid(1));
        replace(place, Op::Oversize, QString(text + QString(1200, QLatin1Char('x'))));
        replace(place, Op::Oversize, QString(text + QString(1200, QLatin1Char(' ')) + QStringLiteral("IMPOSTOR")));
        replace(place, Op::Sign, QString(text + QLatin1Char('?')));
        replace(place, Op::Sign, QString(QLatin1Char('!') + text));
        replace(place, Op::Unknown, QStringLiteral("unheard-of"));
        if (const QString other = detail::withOtherLetter(text); !other.isEmpty())
            replace(place, Op::OtherLetter, other);
        replace(place, Op::Hidden, detail::inserted(text, QChar(0x200b)));
        for (const ushort c : {ushort(0), ushort('\n'), ushort(0x1b), ushort(0x202e)})
            replace(place, Op::Control, detail::inserted(text, QChar(c)));
    }
    void addNumbers(const QString &place, double number)
    {
        replace(place, Op::Lower, number - 1);
        replace(place, Op::Lower, 0 - number);
        replace(place, Op::Fraction, number + 0.5);
        replace(place, Op::Huge, 1e300);
        replace(place, Op::Huge, 9.3e18);
    }
    void addObjects(const QString &place)
    {
        add(place, Op::ExtraKey, [](const QString &k, const QJsonValue &v) {
            QJsonObject o = v.toObject();
            o.insert(QStringLiteral("unheardOf"), 1);
            return detail::memberOf(k, detail::textOf(o));
        });
        replace(place, Op::Empty, QJsonObject());
    }
    void addLists(const QString &place)
    {
        replace(place, Op::Empty, QJsonArray());
        for (const QJsonValue &item : {QJsonValue(7), QJsonValue(QJsonValue::Null), QJsonValue(QJsonArray())}) {
            add(place, Op::ExtraItem, [item](const QString &k, const QJsonValue &v) {
                QJsonArray list = v.toArray();
                list.append(item);
                return detail::memberOf(k, detail::textOf(list));
            });
        }
    }
    void addWhole()
    {
        QJsonObject more = m_passing;
        more.insert(QStringLiteral("unheardOf"), 1);
        m_all.push_back({QStringLiteral("(whole)"), Op::ExtraKey, QJsonDocument(more).toJson(QJsonDocument::Compact)});
        const QByteArray whole = QJsonDocument(m_passing).toJson(QJsonDocument::Compact);
        for (const qsizetype cut : {qsizetype(0), whole.size() / 3, whole.size() / 2, whole.size() - 1})
            m_all.push_back({QStringLiteral("(whole)"), Op::Truncate, whole.left(cut)});
        m_all.push_back({QStringLiteral("(whole)"), Op::Retype, '[' + whole + ']'});
        m_all.push_back({QStringLiteral("(whole)"), Op::Twice, whole + whole});
        std::erase_if(m_all, [&whole](const Mutant &m) { return m.json == whole; });
    }

    const QJsonObject m_passing;
    std::vector<Mutant> m_all;
};

/// Every change of one place of `passing`; none that leaves it as it is.
inline std::vector<Mutant> mutantsOf(const QJsonObject &passing)
{
    return MutantList(passing).take();
}

} // namespace support
