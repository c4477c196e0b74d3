#include "net/http/fields.h"
#include "domain/verification/resultevaluation.h"
#include <QJsonArray>
#include <QSet>

namespace net {

static QString same(const QString &t)
{
    return t;
}
static QString trimmed(const QString &t)
{
    return t.trimmed();
}
static QString simplified(const QString &t)
{
    return t.simplified();
}
static QString lower(const QString &t)
{
    return t.toLower();
}

// "session_id", "sessionId" and "Session-ID" are one name.
static QString spelling(QString name)
{
    return name.remove(QLatin1Char('_')).remove(QLatin1Char('-')).toCaseFolded();
}

static QString lastName(const QString &pointer)
{
    return pointer.mid(pointer.lastIndexOf(QLatin1Char('/')) + 1);
}

QString shown(const QString &vendors)
{
    QString out;
    for (const QChar c : vendors.left(64))
        out += c.isPrint() ? c : QChar(0xfffd);
    return vendors.size() > 64 ? out + QChar(0x2026) : out;
}

core::Error unusable(const QString &field, const QString &what)
{
    core::Error e = core::vendorError(core::ErrorCode::Protocol, what);
    e.field = shown(field);
    return e;
}

QJsonValue atPointer(const QJsonObject &root, const QString &pointer)
{
    QJsonValue at = root;
    const QStringList parts = pointer.split(QLatin1Char('/')).mid(1);
    for (QString part : parts) {
        part.replace(QLatin1String("~1"), QLatin1String("/")).replace(QLatin1String("~0"), QLatin1String("~"));
        if (at.isArray()) {
            bool isNumber = false;
            const int index = part.toInt(&isNumber);
            at = isNumber && index >= 0 ? at.toArray().at(index) : QJsonValue(QJsonValue::Undefined);
        } else {
            at = at.toObject().value(part);
        }
    }
    return at;
}

QJsonValue firstAt(const QJsonObject &root, const QStringList &pointers)
{
    for (const QString &p : pointers) {
        const QJsonValue v = atPointer(root, p);
        if (!v.isUndefined() && !v.isNull())
            return v;
    }
    return QJsonValue(QJsonValue::Undefined);
}

// Half a surrogate pair, a control character or a sign that turns the reading direction hides what stands there.
static bool isClean(const QString &text, bool mayHaveLines)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            ++i;
            continue;
        }
        const ushort u = c.unicode();
        const bool turns = (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069);
        if (c.isSurrogate() || turns)
            return false;
        const bool isBreak = u == '\n' || u == '\r' || u == '\t' || u == 0x2028 || u == 0x2029;
        if ((isBreak && !mayHaveLines) || (!isBreak && c.category() == QChar::Other_Control))
            return false;
    }
    return true;
}

static std::optional<qint64> wholeNumber(const QJsonValue &v)
{
    const qint64 n = v.toInteger(-1);
    if (!v.isDouble() || (n == -1 && v.toInteger(-2) == -2))
        return std::nullopt;
    return n;
}

static AnswerFields namedIn(const QJsonObject &object, const QStringList &names)
{
    QSet<QString> wanted;
    for (const QString &n : names)
        wanted << spelling(n);
    AnswerFields out;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it.value().isNull() && wanted.contains(spelling(it.key())))
            out.append({it.key(), it.value()});
    }
    return out;
}

// The object that a pointer's last name stands in; the whole answer for "/status".
static QJsonObject holderOf(const QJsonObject &answer, const QString &pointer)
{
    const qsizetype at = pointer.lastIndexOf(QLatin1Char('/'));
    return at <= 0 ? answer : atPointer(answer, pointer.left(at)).toObject();
}

AnswerFields FieldReader::named(const QStringList &names) const
{
    return namedIn(m_answer, names);
}

AnswerFields FieldReader::placed(const QStringList &pointers) const
{
    AnswerFields out;
    for (const QString &p : pointers) {
        const AnswerFields here = namedIn(holderOf(m_answer, p), {lastName(p)});
        out += here.isEmpty() ? every({p}) : here; // an item of a list has no name
    }
    return out;
}

AnswerFields FieldReader::namedBeside(const QStringList &pointers, const QStringList &names) const
{
    for (const QString &p : pointers) {
        if (!firstAt(m_answer, {p}).isUndefined())
            return namedIn(holderOf(m_answer, p), names);
    }
    return {};
}

AnswerFields FieldReader::every(const QStringList &pointers) const
{
    AnswerFields out;
    for (const QString &p : pointers) {
        const QJsonValue v = atPointer(m_answer, p);
        if (!v.isUndefined() && !v.isNull())
            out.append({lastName(p), v});
    }
    return out;
}

AnswerFields FieldReader::pointed(const QStringList &pointers) const
{
    QString first;
    QStringList spellings;
    for (const QString &p : pointers) {
        const QJsonValue v = atPointer(m_answer, p);
        if (v.isUndefined() || v.isNull())
            continue;
        if (first.isEmpty())
            first = spelling(p);
        if (spelling(p) == first)
            spellings << p;
    }
    return every(spellings);
}

void FieldReader::refuse(const QString &field, const QString &what)
{
    if (!m_fault)
        m_fault = unusable(field, QStringLiteral("The answer's field \"%1\" %2.").arg(shown(field), what));
}

std::optional<QString> FieldReader::textOf(const AnswerField &f, qsizetype most, bool takesNumbers, Shape shape)
{
    if (f.value.isDouble() && takesNumbers) {
        const auto n = wholeNumber(f.value);
        if (n)
            return QString::number(*n);
        refuse(f.name, QStringLiteral("is no whole number"));
        return std::nullopt;
    }
    if (!f.value.isString()) {
        refuse(f.name, QStringLiteral("is no text"));
        return std::nullopt;
    }
    const QString text = f.value.toString();
    if (text.size() > most) {
        refuse(f.name, QStringLiteral("is longer than %1 characters").arg(most));
        return std::nullopt;
    }
    if (!isClean(text, shape == Shape::Lines)) {
        refuse(f.name, QStringLiteral("holds characters that cannot be shown"));
        return std::nullopt;
    }
    return text;
}

QString FieldReader::agreed(
    const AnswerFields &fields, qsizetype most, bool takesNumbers, Shape shape, Change asKept, Change asCompared)
{
    QString out;
    for (const AnswerField &f : fields) {
        const auto raw = textOf(f, most, takesNumbers, shape);
        if (!raw)
            return {};
        const QString text = asKept(*raw);
        if (text.trimmed().isEmpty())
            continue;
        if (!out.isEmpty() && asCompared(out) != asCompared(text)) {
            refuse(f.name, QStringLiteral("says something else than \"%1\"").arg(shown(fields.first().name)));
            return {};
        }
        if (out.isEmpty())
            out = text;
    }
    return out;
}

QString FieldReader::word(const AnswerFields &fields, qsizetype most)
{
    return agreed(fields, most, false, Shape::Line, trimmed, lower);
}
QString FieldReader::text(const AnswerFields &fields, qsizetype most)
{
    return agreed(fields, most, false, Shape::Line, trimmed, same);
}
QString FieldReader::freeText(const AnswerFields &fields, qsizetype most)
{
    return agreed(fields, most, false, Shape::Lines, simplified, same);
}
QString FieldReader::id(const AnswerFields &fields, qsizetype most)
{
    return agreed(fields, most, true, Shape::Line, same, same);
}

std::optional<int> FieldReader::level(const AnswerFields &fields, const domain::ResultMapping &mapping)
{
    std::optional<int> out;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const AnswerField &f = fields.at(i);
        std::optional<int> level;
        if (const auto n = wholeNumber(f.value)) {
            level = domain::levelOf(mapping, QString::number(*n));
        } else if (!f.value.isDouble()) {
            const auto text = textOf(f, 64, false, Shape::Line);
            if (!text)
                return std::nullopt;
            level = domain::levelOf(mapping, *text);
        }
        if (i > 0 && level != out) {
            refuse(f.name, QStringLiteral("says something else than \"%1\"").arg(shown(fields.first().name)));
            return std::nullopt;
        }
        out = level;
    }
    return out;
}

domain::ParsedInstant FieldReader::instant(const AnswerFields &fields, core::Instant now)
{
    domain::ParsedInstant out;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const AnswerField &f = fields.at(i);
        if (!f.value.isDouble() && !textOf(f, 64, false, Shape::Line))
            return {};
        const auto at = domain::parseInstant(f.value, now);
        if (i > 0 && (at.at != out.at || at.quality != out.quality)) {
            refuse(f.name, QStringLiteral("says something else than \"%1\"").arg(shown(fields.first().name)));
            return {};
        }
        out = at;
    }
    return out;
}

QJsonObject FieldReader::object(const AnswerFields &fields)
{
    for (const AnswerField &f : fields) {
        if (!f.value.isObject()) {
            refuse(f.name, QStringLiteral("is no object"));
            return {};
        }
    }
    return fields.isEmpty() ? QJsonObject() : fields.first().value.toObject();
}

} // namespace net
