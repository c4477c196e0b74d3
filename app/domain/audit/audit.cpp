#include "domain/audit/audit.h"
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>

namespace domain {

namespace {

void appendString(const QString &s, QByteArray &out)
{
    out += '"';
    QString plain;
    const auto flush = [&] {
        out += plain.toUtf8();
        plain.clear();
    };
    for (const QChar c : s) {
        const char16_t u = c.unicode();
        if (u == '"' || u == '\\') {
            flush();
            out += '\\';
            out += char(u);
        } else if (u < 0x20) {
            flush();
            switch (u) {
            case '\b': out += "\\b"; break;
            case '\f': out += "\\f"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\t': out += "\\t"; break;
            default: out += "\\u" + QByteArray::number(uint(u), 16).rightJustified(4, '0');
            }
        } else {
            plain += c;
        }
    }
    flush();
    out += '"';
}

bool appendValue(const QJsonValue &v, QByteArray &out);

bool appendObject(const QJsonObject &o, QByteArray &out)
{
    QStringList keys = o.keys();
    std::sort(keys.begin(), keys.end(), [](const QString &a, const QString &b) {
        return std::lexicographical_compare(a.utf16(), a.utf16() + a.size(), b.utf16(), b.utf16() + b.size());
    });
    out += '{';
    bool first = true;
    for (const QString &k : std::as_const(keys)) {
        if (!first)
            out += ',';
        first = false;
        appendString(k, out);
        out += ':';
        if (!appendValue(o.value(k), out))
            return false;
    }
    out += '}';
    return true;
}

bool appendValue(const QJsonValue &v, QByteArray &out)
{
    switch (v.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined: out += "null"; return true;
    case QJsonValue::Bool: out += v.toBool() ? "true" : "false"; return true;
    case QJsonValue::String: appendString(v.toString(), out); return true;
    case QJsonValue::Double: {
        const double d = v.toDouble();
        if (std::floor(d) != d || std::abs(d) > 9007199254740991.0)
            return false;
        out += QByteArray::number(v.toInteger());
        return true;
    }
    case QJsonValue::Array: {
        out += '[';
        bool first = true;
        const auto items = v.toArray();
        for (const auto &item : items) {
            if (!first)
                out += ',';
            first = false;
            if (!appendValue(item, out))
                return false;
        }
        out += ']';
        return true;
    }
    case QJsonValue::Object: return appendObject(v.toObject(), out);
    }
    return false;
}

} // namespace

bool leavesForVendor(const AuditEvent &e)
{
    // What is decided is written back; what is approved is the answer itself.
    if (e.action == QLatin1String("verification.review") || e.action == QLatin1String("event.approve"))
        return true;
    if (e.outcome != QLatin1String("intent"))
        return false;
    static const QStringList here{QStringLiteral("tenant.add"), QStringLiteral("tenant.rotate"),
        QStringLiteral("settings.import"), QStringLiteral("settings.export"), QStringLiteral("audit.export"),
        QStringLiteral("evidence.export"), QStringLiteral("report.export"), QStringLiteral("identity.export"),
        QStringLiteral("backup.create")};
    return !here.contains(e.action) && !e.action.startsWith(QLatin1String("receiver."));
}

core::Result<QByteArray> canonicalJson(const QJsonObject &object)
{
    QByteArray out;
    if (!appendObject(object, out))
        return core::makeError(
            core::ErrorCode::Internal, QStringLiteral("A record holds a number that has no exact form."));
    return out;
}

QByteArray personalDigest(const PersonalField &field)
{
    QCryptographicHash h(QCryptographicHash::Sha256);
    h.addData(field.salt);
    h.addData(field.name.toUtf8());
    h.addData(QByteArrayView("\0", 1));
    h.addData(field.value.toUtf8());
    return h.result();
}

QJsonObject personalDigests(const QList<PersonalField> &fields)
{
    QJsonObject digests;
    for (const PersonalField &f : fields)
        digests.insert(f.name, QString::fromLatin1(personalDigest(f).toHex()));
    return digests;
}

QByteArray checkpointMessage(const Checkpoint &c)
{
    // Numbers and hexadecimal only: this form is its own canonical one.
    return "{\"at\":" + QByteArray::number(c.at) + ",\"hash\":\"" + c.hash.toHex() + "\",\"key\":\"" +
           c.publicKey.toHex() + "\",\"seq\":" + QByteArray::number(c.sequence) +
           ",\"what\":\"idv-console audit checkpoint\"}";
}

QByteArray exportEndMessage(const ExportEnd &e)
{
    return "{\"at\":" + QByteArray::number(e.at) + ",\"checkpoints\":" + QByteArray::number(e.checkpoints) +
           ",\"digest\":\"" + e.digest.toHex() + "\",\"entries\":" + QByteArray::number(e.entries) + ",\"head\":\"" +
           e.head.toHex() + "\",\"what\":\"idv-console audit export\"}";
}

QString chainHeadText(const ChainHead &head)
{
    return QString::number(head.sequence) + QLatin1Char(':') + QString::fromLatin1(head.hash.toHex());
}

core::Result<ChainHead> chainHeadFromText(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^([1-9][0-9]{0,17}):([0-9a-fA-F]{64})$"));
    const auto m = form.match(text.trimmed());
    if (!m.hasMatch())
        return core::fieldError(
            QStringLiteral("at-least"), QCoreApplication::translate("AuditTrail",
                                            "A head is the number of an entry, a colon, and 64 hexadecimal digits."));
    return ChainHead{m.captured(1).toLongLong(), QByteArray::fromHex(m.captured(2).toLatin1())};
}

QString plainFingerprint(const QString &given)
{
    QString plain = given.toLower();
    plain.remove(QLatin1Char('-')).remove(QLatin1Char(':')).remove(QLatin1Char(' '));
    static const QRegularExpression whole(QStringLiteral("^[0-9a-f]{64}$"));
    return whole.match(plain).hasMatch() ? plain : QString();
}

QString keyFingerprint(const QByteArray &publicKey)
{
    const QByteArray hex = QCryptographicHash::hash(publicKey, QCryptographicHash::Sha256).toHex();
    QStringList groups;
    for (qsizetype i = 0; i < hex.size(); i += 4)
        groups << QString::fromLatin1(hex.mid(i, 4));
    return groups.join(QLatin1Char('-'));
}

core::Result<QByteArray> auditHash(const AuditRecord &r)
{
    return auditHash(r, personalDigests(r.event.personal));
}

core::Result<QByteArray> auditHash(const AuditRecord &r, const QJsonObject &digests)
{
    QJsonObject o{{QStringLiteral("seq"), r.sequence}, {QStringLiteral("at"), r.at},
        {QStringLiteral("actor"), r.event.actor}, {QStringLiteral("action"), r.event.action},
        {QStringLiteral("tenant"), r.event.tenant}, {QStringLiteral("subject"), r.event.subject},
        {QStringLiteral("outcome"), r.event.outcome}, {QStringLiteral("data"), r.event.data},
        {QStringLiteral("personal"), digests}, {QStringLiteral("previous"), QString::fromLatin1(r.previous.toHex())}};
    if (!r.seat.isEmpty())
        o.insert(QStringLiteral("seat"), r.seat);
    const auto canonical = canonicalJson(o);
    if (!canonical)
        return canonical.error();
    return QCryptographicHash::hash(*canonical, QCryptographicHash::Sha256);
}

QByteArray firstPreviousHash()
{
    return QByteArray(32, '\0');
}

PersonalField personal(const QString &name, const QString &value)
{
    QByteArray salt(16, Qt::Uninitialized);
    quint32 words[4];
    QRandomGenerator::system()->fillRange(words);
    memcpy(salt.data(), words, 16);
    return {name, value, salt};
}

} // namespace domain
