#include "services/audittrail.h"
#include "services/signing.h"
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

// An exported audit log, proved without the ledger it came from.
namespace services {

using core::Result;
using domain::AuditRecord;

static QString say(const char *text) { return QCoreApplication::translate("AuditTrail", text); }

static QString plainHex(QString text)
{
    text = text.toLower();
    text.remove(QLatin1Char('-')).remove(QLatin1Char(':')).remove(QLatin1Char(' '));
    return text;
}

static QByteArray bytesOf(const QJsonObject &o, const char *key) { return QByteArray::fromHex(o.value(QLatin1String(key)).toString().toLatin1()); }

static AuditRecord recordOf(const QJsonObject &e)
{
    const auto text = [&e](const char *key) { return e.value(QLatin1String(key)).toString(); };
    AuditRecord r;
    r.sequence = e.value(QLatin1String("seq")).toInteger();
    r.at = e.value(QLatin1String("at")).toInteger();
    r.event.actor = text("actor");
    r.event.action = text("action");
    r.event.tenant = text("tenant");
    r.event.subject = text("subject");
    r.event.outcome = text("outcome");
    r.event.data = e.value(QLatin1String("data")).toObject();
    r.digests = e.value(QLatin1String("personal")).toObject();
    r.previous = bytesOf(e, "previous");
    return r;
}

static bool valuesMatch(const QJsonObject &values, const QJsonObject &digests)
{
    QList<domain::PersonalField> fields;
    for (auto it = values.begin(); it != values.end(); ++it) {
        const QJsonObject f = it.value().toObject();
        fields.append({it.key(), f.value(QLatin1String("value")).toString(), bytesOf(f, "salt")});
    }
    return domain::personalDigests(fields) == digests;
}

Result<AuditTrail::FileReport> AuditTrail::verifyFile(const QString &path, const QString &fingerprint)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return core::fieldError(QStringLiteral("file"), say(QT_TRANSLATE_NOOP("AuditTrail", "%1 cannot be read: %2")).arg(path, file.errorString()));
    FileReport report;
    qint64 line = 0;
    QByteArray key;
    bool hasHead = false, hasEnd = false;
    QHash<qint64, QByteArray> hashes; // of the entries that a checkpoint may name
    const auto bad = [&report, &line](const QString &what) {
        report.problem = say(QT_TRANSLATE_NOOP("AuditTrail", "Line %1: %2")).arg(line).arg(what);
        return report;
    };
    qint64 last = 0;
    while (!file.atEnd()) {
        ++line;
        const QByteArray bytes = file.readLine(64 * 1024 * 1024);
        QJsonParseError fault;
        const QJsonDocument doc = QJsonDocument::fromJson(bytes, &fault);
        if (!doc.isObject())
            return bad(say(QT_TRANSLATE_NOOP("AuditTrail", "this is no JSON object (%1).")).arg(fault.errorString()));
        const QJsonObject o = doc.object();
        const QString type = o.value(QLatin1String("type")).toString();
        if (hasEnd)
            return bad(say(QT_TRANSLATE_NOOP("AuditTrail", "something follows the end.")));
        if (!hasHead) {
            if (type != QLatin1String("header") || o.value(QLatin1String("format")).toString() != QLatin1String("idv-console-audit/1"))
                return bad(say(QT_TRANSLATE_NOOP("AuditTrail", "this is no audit log of IDV Console.")));
            hasHead = true;
            key = bytesOf(o, "publicKey");
            report.fingerprint = key.isEmpty() ? QString() : domain::keyFingerprint(key);
            report.fromSequence = o.value(QLatin1String("from")).toInteger();
            last = report.fromSequence - 1;
            report.head = bytesOf(o, "previous");
            if (report.fromSequence == 1 && report.head != domain::firstPreviousHash())
                return bad(say(QT_TRANSLATE_NOOP("AuditTrail", "the first entry does not begin the chain.")));
            if (!fingerprint.isEmpty() && plainHex(report.fingerprint) != plainHex(fingerprint))
                return bad(say(QT_TRANSLATE_NOOP("AuditTrail", "the key in the file is not the one that was given.")));
        } else if (type == QLatin1String("entry")) {
            const QJsonObject e = o.value(QLatin1String("entry")).toObject();
            const AuditRecord r = recordOf(e);
            const auto hash = domain::auditHash(r, r.digests);
            if (r.sequence != last + 1)
                return bad(say(QT_TRANSLATE_NOOP("AuditTrail", "entry %1 is missing.")).arg(last + 1));
            // The canonical form has ten members; an eleventh would be covered by nothing.
            if (!hash || e.size() != 10 || r.previous != report.head || *hash != bytesOf(o, "hash"))
                return bad(say(QT_TRANSLATE_NOOP("AuditTrail", "entry %1 was changed after it was written.")).arg(r.sequence));
            if (o.contains(QLatin1String("values")) && !valuesMatch(o.value(QLatin1String("values")).toObject(), r.digests))
                return bad(say(QT_TRANSLATE_NOOP("AuditTrail", "a value of entry %1 is not the one that was recorded.")).arg(r.sequence));
            report.redacted += !o.contains(QLatin1String("values")) && !r.digests.isEmpty() ? 1 : 0;
            report.head = *hash;
            hashes.insert(r.sequence, *hash);
            last = r.sequence;
            report.firstAt = report.entries++ == 0 ? r.at : report.firstAt;
            report.lastAt = r.at;
        } else if (type == QLatin1String("checkpoint")) {
            const domain::Checkpoint k{o.value(QLatin1String("seq")).toInteger(), bytesOf(o, "hash"), o.value(QLatin1String("at")).toInteger(), bytesOf(o, "publicKey"), bytesOf(o, "signature")};
            if (!hashes.contains(k.sequence) || hashes.value(k.sequence) != k.hash || !isSignedBy(k.publicKey, domain::checkpointMessage(k), k.signature))
                return bad(say(QT_TRANSLATE_NOOP("AuditTrail", "the signature over entry %1 does not hold.")).arg(k.sequence));
            // Only the key that the auditor knows counts; another one's proves nothing to them.
            if (k.publicKey == key) {
                report.signedUpTo = k.sequence;
                report.signedAt = k.at;
            }
        } else if (type == QLatin1String("end")) {
            hasEnd = true;
            if (o.value(QLatin1String("entries")).toInteger() != report.entries || bytesOf(o, "head") != report.head)
                return bad(say(QT_TRANSLATE_NOOP("AuditTrail", "the end does not fit: entries are missing.")));
        } else {
            return bad(say(QT_TRANSLATE_NOOP("AuditTrail", "this line has no meaning here.")));
        }
    }
    if (!hasEnd)
        return bad(say(QT_TRANSLATE_NOOP("AuditTrail", "the file ends before its end: it was cut off.")));
    if (!fingerprint.isEmpty() && report.entries > 0 && report.signedUpTo == 0)
        report.problem = say(QT_TRANSLATE_NOOP("AuditTrail", "No entry is signed by this key."));
    return report;
}

} // namespace services
