#include "services/audittrail.h"
#include "services/signing.h"
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>

// An exported audit log, proved without the ledger it came from.
namespace services {

using core::Result;

static QString sayAuditTrail(const char *text) { return QCoreApplication::translate("AuditTrail", text); }

static QString plainHex(QString text)
{
    text = text.toLower();
    text.remove(QLatin1Char('-')).remove(QLatin1Char(':')).remove(QLatin1Char(' '));
    return text;
}

static QByteArray bytesOf(const QJsonObject &o, const char *key) { return QByteArray::fromHex(o.value(QLatin1String(key)).toString().toLatin1()); }

static bool valuesMatch(const QJsonObject &values, const QJsonObject &digests)
{
    QList<domain::PersonalField> fields;
    for (auto it = values.begin(); it != values.end(); ++it) {
        const QJsonObject f = it.value().toObject();
        if (f.size() != 2 || !f.value(QLatin1String("value")).isString() || bytesOf(f, "salt").size() != 16)
            return false;
        fields.append({it.key(), f.value(QLatin1String("value")).toString(), bytesOf(f, "salt")});
    }
    return domain::personalDigests(fields) == digests;
}

Result<AuditTrail::FileReport> AuditTrail::verifyFile(const QString &path, const QString &fingerprint)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return core::fieldError(QStringLiteral("file"), sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "%1 cannot be read: %2")).arg(path, file.errorString()));
    FileReport report;
    qint64 line = 0;
    QByteArray key;
    bool hasHead = false, hasEnd = false;
    QHash<qint64, QByteArray> hashes; // of the entries that a checkpoint may name
    const auto bad = [&report, &line](const QString &what) {
        report.problem = sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "Line %1: %2")).arg(line).arg(what);
        return report;
    };
    qint64 last = 0;
    while (!file.atEnd()) {
        ++line;
        const QByteArray bytes = file.readLine(64 * 1024 * 1024);
        QJsonParseError fault;
        const QJsonDocument doc = QJsonDocument::fromJson(bytes, &fault);
        if (!doc.isObject())
            return bad(sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "this is no JSON object (%1).")).arg(fault.errorString()));
        const QJsonObject o = doc.object();
        const QString type = o.value(QLatin1String("type")).toString();
        if (hasEnd)
            return bad(sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "something follows the end.")));
        if (!hasHead) {
            if (type != QLatin1String("header") || o.value(QLatin1String("format")).toString() != QLatin1String("idv-console-audit/1"))
                return bad(sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "this is no audit log of IDV Console.")));
            hasHead = true;
            key = bytesOf(o, "publicKey");
            report.fingerprint = key.isEmpty() ? QString() : domain::keyFingerprint(key);
            if (o.value(QLatin1String("from")).toInteger() != 1)
                return bad(sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "entry %1 is missing.")).arg(1));
            report.head = bytesOf(o, "previous");
            if (report.head != domain::firstPreviousHash())
                return bad(sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "the first entry does not begin the chain.")));
            if (!fingerprint.isEmpty() && plainHex(report.fingerprint) != plainHex(fingerprint))
                return bad(sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "the key in the file is not the one that was given.")));
        } else if (type == QLatin1String("entry")) {
            const QJsonObject e = o.value(QLatin1String("entry")).toObject();
            const qint64 seq = e.value(QLatin1String("seq")).toInteger();
            const QJsonObject digests = e.value(QLatin1String("personal")).toObject();
            if (seq != last + 1)
                return bad(sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "entry %1 is missing.")).arg(last + 1));
            // The bytes themselves: whatever a reader makes of doubled or added members, only this one form counts.
            const auto canonical = domain::canonicalJson(e);
            const QByteArray hash = canonical ? QCryptographicHash::hash(*canonical, QCryptographicHash::Sha256) : QByteArray();
            const QByteArray line_ = "{\"type\":\"entry\",\"entry\":" + (canonical ? *canonical : QByteArray()) + ",\"hash\":\"" + hash.toHex() + '"';
            const bool hasValues = o.contains(QLatin1String("values"));
            const QByteArray rest = hasValues ? ",\"values\":" + QJsonDocument(o.value(QLatin1String("values")).toObject()).toJson(QJsonDocument::Compact) + "}\n" : QByteArray("}\n");
            if (hash.isEmpty() || bytesOf(e, "previous") != report.head || !bytes.startsWith(line_))
                return bad(sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "entry %1 was changed after it was written.")).arg(seq));
            if (bytes.mid(line_.size()) != rest || (hasValues && !valuesMatch(o.value(QLatin1String("values")).toObject(), digests)))
                return bad(sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "a value of entry %1 is not the one that was recorded.")).arg(seq));
            report.redacted += !hasValues && !digests.isEmpty() ? 1 : 0;
            report.head = hash;
            hashes.insert(seq, hash);
            last = seq;
            const core::Instant at = e.value(QLatin1String("at")).toInteger();
            report.firstAt = report.entries++ == 0 ? at : report.firstAt;
            report.lastAt = at;
        } else if (type == QLatin1String("checkpoint")) {
            const domain::Checkpoint k{o.value(QLatin1String("seq")).toInteger(), bytesOf(o, "hash"), o.value(QLatin1String("at")).toInteger(), bytesOf(o, "publicKey"), bytesOf(o, "signature")};
            if (!hashes.contains(k.sequence) || hashes.value(k.sequence) != k.hash || !isSignedBy(k.publicKey, domain::checkpointMessage(k), k.signature))
                return bad(sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "the signature over entry %1 does not hold.")).arg(k.sequence));
            // Only the key that the auditor knows counts; another one's proves nothing to them.
            if (k.publicKey == key && k.sequence > report.signedUpTo) {
                report.signedUpTo = k.sequence;
                report.signedAt = k.at;
            }
        } else if (type == QLatin1String("end")) {
            hasEnd = true;
            if (o.value(QLatin1String("entries")).toInteger() != report.entries || bytesOf(o, "head") != report.head)
                return bad(sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "the end does not fit: entries are missing.")));
        } else {
            return bad(sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "this line has no meaning here.")));
        }
    }
    if (!hasEnd)
        return bad(sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "the file ends before its end: it was cut off.")));
    // Entries behind the last signature could be anybody's.
    if (!fingerprint.isEmpty() && report.signedUpTo == 0)
        report.problem = sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "No entry is signed by this key."));
    else if (!fingerprint.isEmpty() && report.signedUpTo != last)
        report.problem = sayAuditTrail(QT_TRANSLATE_NOOP("AuditTrail", "The entries after %1 are not signed by this key.")).arg(report.signedUpTo);
    return report;
}

} // namespace services
