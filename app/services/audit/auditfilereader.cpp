#include "services/audit/auditfilereader.h"
#include "services/audit/signing.h"
#include "services/audit/trailtext.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

// The bytes themselves are compared: whatever another reader makes of doubled or added members, only this one form
// counts.
namespace services {

namespace {

QString textOf(const QJsonObject &o, const char *key)
{
    return o.value(QLatin1String(key)).toString();
}
QByteArray bytesOf(const QJsonObject &o, const char *key)
{
    return QByteArray::fromHex(textOf(o, key).toLatin1());
}

/// Exactly these members and no other.
bool hasKeys(const QJsonObject &o, const QStringList &keys)
{
    return o.size() == keys.size() &&
           std::all_of(keys.begin(), keys.end(), [&o](const QString &k) { return o.contains(k); });
}

bool isHex(const QJsonObject &o, const char *key, qsizetype bytes)
{
    const QByteArray raw = bytesOf(o, key);
    return raw.size() == bytes && QString::fromLatin1(raw.toHex()) == textOf(o, key);
}

bool valuesMatch(const QJsonObject &values, const QJsonObject &digests)
{
    QList<domain::PersonalField> fields;
    for (auto it = values.begin(); it != values.end(); ++it) {
        const QJsonObject f = it.value().toObject();
        if (f.size() != 2 || !f.value(QLatin1String("value")).isString() || !isHex(f, "salt", 16))
            return false;
        fields.append({it.key(), textOf(f, "value"), bytesOf(f, "salt")});
    }
    return domain::personalDigests(fields) == digests;
}

bool isEntry(const QJsonObject &e)
{
    QStringList keys{QStringLiteral("action"), QStringLiteral("actor"), QStringLiteral("at"), QStringLiteral("data"),
        QStringLiteral("outcome"), QStringLiteral("personal"), QStringLiteral("previous"), QStringLiteral("seq"),
        QStringLiteral("subject"), QStringLiteral("tenant")};
    if (e.contains(QLatin1String("seat"))) {
        if (textOf(e, "seat").isEmpty())
            return false;
        keys << QStringLiteral("seat");
    }
    const auto isText = [&e](const char *key) { return e.value(QLatin1String(key)).isString(); };
    return hasKeys(e, keys) && isText("action") && isText("actor") && isText("outcome") && isText("subject") &&
           isText("tenant") && e.value(QLatin1String("at")).isDouble() && e.value(QLatin1String("data")).isObject() &&
           e.value(QLatin1String("personal")).isObject();
}

bool isOneForm(const QJsonObject &o, const QByteArray &line)
{
    const auto canonical = domain::canonicalJson(o);
    return canonical && line == *canonical + '\n';
}

int formatNumber(const QString &format)
{
    if (format == QLatin1String("idv-console-audit/2"))
        return 2;
    return format == QLatin1String("idv-console-audit/1") ? 1 : 0;
}

} // namespace

QString AuditFileReader::take(const QByteArray &line)
{
    QJsonParseError fault;
    const QJsonDocument doc = QJsonDocument::fromJson(line, &fault);
    if (!doc.isObject())
        return sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "this is no JSON object (%1).")).arg(fault.errorString());
    const QJsonObject o = doc.object();
    const QString type = textOf(o, "type");
    if (m_stage == Ended)
        return sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "something follows the end."));
    if (m_stage == Empty)
        return takeHeader(o, line);
    QString what;
    if (type == QLatin1String("entry") && m_stage == Entries)
        what = takeEntry(o, line);
    else if (type == QLatin1String("checkpoint"))
        what = takeCheckpoint(o, line);
    else if (type == QLatin1String("end"))
        return takeEnd(o, line);
    else
        return sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "this line has no meaning here."));
    m_digest.addData(line);
    return what;
}

AuditFileProof AuditFileReader::concluded(const QString &problem)
{
    m_proof.problem = problem;
    m_proof.unproved = unproved();
    return m_proof;
}

QString AuditFileReader::takeHeader(const QJsonObject &o, const QByteArray &line)
{
    const QString format = textOf(o, "format");
    m_proof.format = formatNumber(format);
    if (textOf(o, "type") == QLatin1String("header") && m_proof.format == 0 &&
        format.startsWith(QLatin1String("idv-console-audit/")))
        return sayAuditTrail(
            QT_TRANSLATE_NOOP("AuditTrail", "this is the format \"%1\", which this version does not know. Prove it "
                                            "with the version that wrote it, or a later one."))
            .arg(format);
    QStringList keys{QStringLiteral("exportedAt"), QStringLiteral("fingerprint"), QStringLiteral("format"),
        QStringLiteral("from"), QStringLiteral("previous"), QStringLiteral("publicKey"), QStringLiteral("redacted"),
        QStringLiteral("type")};
    if (m_proof.format == 2)
        keys << QStringLiteral("seat");
    if (textOf(o, "type") != QLatin1String("header") || m_proof.format == 0 || !hasKeys(o, keys) || !isOneForm(o, line))
        return sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "this is no audit log of IDV Console."));
    m_key = bytesOf(o, "publicKey");
    m_proof.fingerprint = m_key.isEmpty() ? QString() : domain::keyFingerprint(m_key);
    if (textOf(o, "fingerprint") != m_proof.fingerprint || (!m_key.isEmpty() && !isHex(o, "publicKey", 32)))
        return sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "the key and its fingerprint do not belong together."));
    if (o.value(QLatin1String("from")).toInteger() != 1)
        return sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "entry %1 is missing.")).arg(1);
    m_proof.head = bytesOf(o, "previous");
    if (m_proof.head != domain::firstPreviousHash())
        return sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "the first entry does not begin the chain."));
    m_stage = Entries;
    m_digest.addData(line);
    return {};
}

QString AuditFileReader::takeEntry(const QJsonObject &o, const QByteArray &line)
{
    const QJsonObject e = o.value(QLatin1String("entry")).toObject();
    const qint64 seq = e.value(QLatin1String("seq")).toInteger();
    if (seq != m_proof.entries + 1)
        return sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "entry %1 is missing.")).arg(m_proof.entries + 1);
    const auto canonical = domain::canonicalJson(e);
    const QByteArray hash = canonical ? QCryptographicHash::hash(*canonical, QCryptographicHash::Sha256) : QByteArray();
    const QByteArray begin = "{\"type\":\"entry\",\"entry\":" + (canonical ? *canonical : QByteArray()) +
                             ",\"hash\":\"" + hash.toHex() + '"';
    if (hash.isEmpty() || !isEntry(e) || bytesOf(e, "previous") != m_proof.head || !line.startsWith(begin))
        return sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "entry %1 was changed after it was written.")).arg(seq);
    const bool hasValues = o.contains(QLatin1String("values"));
    const QJsonObject values = o.value(QLatin1String("values")).toObject(),
                      digests = e.value(QLatin1String("personal")).toObject();
    const QByteArray rest =
        hasValues ? ",\"values\":" + QJsonDocument(values).toJson(QJsonDocument::Compact) + "}\n" : QByteArray("}\n");
    if (line.mid(begin.size()) != rest || (hasValues && !valuesMatch(values, digests)))
        return sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "a value of entry %1 is not the one that was recorded."))
            .arg(seq);
    m_proof.redacted += !hasValues && !digests.isEmpty() ? 1 : 0;
    m_proof.head = hash;
    m_hashes.append(hash);
    const core::Instant at = e.value(QLatin1String("at")).toInteger();
    m_proof.firstAt = m_proof.entries++ == 0 ? at : m_proof.firstAt;
    m_proof.lastAt = at;
    if (const QString seat = textOf(e, "seat"); !seat.isEmpty() && !m_proof.seats.contains(seat))
        m_proof.seats << seat;
    return {};
}

QString AuditFileReader::takeCheckpoint(const QJsonObject &o, const QByteArray &line)
{
    static const QStringList keys{QStringLiteral("at"), QStringLiteral("hash"), QStringLiteral("publicKey"),
        QStringLiteral("seq"), QStringLiteral("signature"), QStringLiteral("type")};
    m_stage = Checkpoints;
    const domain::Checkpoint k{o.value(QLatin1String("seq")).toInteger(), bytesOf(o, "hash"),
        o.value(QLatin1String("at")).toInteger(), bytesOf(o, "publicKey"), bytesOf(o, "signature")};
    const bool isKnown = k.sequence >= 1 && k.sequence <= m_hashes.size() && m_hashes.at(k.sequence - 1) == k.hash;
    if (!hasKeys(o, keys) || !isOneForm(o, line) || !isKnown ||
        !isSignedBy(k.publicKey, domain::checkpointMessage(k), k.signature))
        return sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "the signature over entry %1 does not hold."))
            .arg(k.sequence);
    ++m_checkpoints;
    if (isWanted(k.publicKey) && k.sequence > m_proof.signedUpTo) {
        m_proof.signedUpTo = k.sequence;
        m_proof.signedAt = k.at;
    }
    return {};
}

bool AuditFileReader::isWanted(const QByteArray &key) const
{
    return m_demand.keys.isEmpty() ? key == m_key
                                   : m_demand.keys.contains(domain::plainFingerprint(domain::keyFingerprint(key)));
}

QString AuditFileReader::takeEnd(const QJsonObject &o, const QByteArray &line)
{
    QStringList keys{QStringLiteral("entries"), QStringLiteral("head"), QStringLiteral("type")};
    if (m_proof.format == 2)
        keys << QStringLiteral("at") << QStringLiteral("checkpoints") << QStringLiteral("digest")
             << QStringLiteral("signatures");
    m_stage = Ended;
    const domain::ExportEnd end{o.value(QLatin1String("entries")).toInteger(-1), bytesOf(o, "head"),
        o.value(QLatin1String("checkpoints")).toInteger(-1), o.value(QLatin1String("at")).toInteger(),
        bytesOf(o, "digest")};
    const bool fits =
        hasKeys(o, keys) && isOneForm(o, line) && end.entries == m_proof.entries && end.head == m_proof.head;
    if (!fits || (m_proof.format == 2 && (end.checkpoints != m_checkpoints || end.digest != m_digest.result())))
        return sayAuditTrail(
            QT_TRANSLATE_NOOP("AuditTrail", "the end does not fit: lines are missing or were changed."));
    const QJsonArray signatures = o.value(QLatin1String("signatures")).toArray();
    for (const auto &v : signatures) {
        const QJsonObject s = v.toObject();
        if (!hasKeys(s, {QStringLiteral("key"), QStringLiteral("signature")}) ||
            !isSignedBy(bytesOf(s, "key"), domain::exportEndMessage(end), bytesOf(s, "signature")))
            return sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "the signature over the whole file does not hold."));
        m_proof.signers << domain::keyFingerprint(bytesOf(s, "key"));
    }
    return {};
}

QString AuditFileReader::unproved() const
{
    if (!m_proof.problem.isEmpty())
        return {};
    if (m_demand.atLeast) {
        const auto &head = *m_demand.atLeast;
        if (head.sequence > m_proof.entries)
            return sayAuditTrail(
                QT_TRANSLATE_NOOP("AuditTrail",
                    "It ends at entry %1, before the entry %2 that you were given: it was cut off, or is older."))
                .arg(m_proof.entries)
                .arg(head.sequence);
        if (m_hashes.at(head.sequence - 1) != head.hash)
            return sayAuditTrail(
                QT_TRANSLATE_NOOP("AuditTrail", "Its entry %1 is not the one that you were given: it is another log."))
                .arg(head.sequence);
        if (head.sequence == m_proof.entries && m_demand.keys.isEmpty())
            return {}; // it is that very log, whoever signed it
    }
    if (m_demand.keys.isEmpty())
        return sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail",
            "The key came with the file, so anybody could have written it. Give the key that you got "
            "on another way with --key, or the head with --at-least."));
    if (m_proof.format == 1)
        return unprovedOfFormat1();
    for (const QString &key : m_demand.keys) {
        const bool hasSigned = std::any_of(m_proof.signers.begin(), m_proof.signers.end(),
            [&key](const QString &s) { return domain::plainFingerprint(s) == key; });
        if (!hasSigned)
            return sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "It is not signed by the key that was given."));
    }
    return {};
}

QString AuditFileReader::unprovedOfFormat1() const
{
    if (m_proof.signedUpTo == 0)
        return sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "No entry is signed by this key."));
    if (m_proof.signedUpTo != m_proof.entries)
        return sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "The entries after %1 are not signed by this key."))
            .arg(m_proof.signedUpTo);
    if (m_demand.atLeast)
        return {};
    return sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail",
        "What is there is signed, but this older format signs no end: entries could have been cut "
        "off. Export the log again, or give the head of a report with --at-least."));
}

} // namespace services
