#pragma once
#include "core/clock.h"
#include "core/result.h"
#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace domain {

/// A field about a person. The chain covers only its salted digest, so that removing the value later leaves the chain
/// provable.
struct PersonalField
{
    QString name;
    QString value;
    QByteArray salt; ///< 16 random bytes
};

/// What happened, before it has a place in the chain.
struct AuditEvent
{
    QString actor;        ///< operating-system user, or "system"
    QString action;       ///< "verification.start", "tenant.add", …
    QString tenant;       ///< our tenant id, or empty
    QString subject;      ///< what it is about: an identity id, a session id; no personal data
    QString outcome;      ///< "intent", "done", "failed", "refused", "noted"
    QJsonObject data;     ///< facts without personal data; strings, booleans, integers, arrays, objects
    QList<PersonalField> personal;
};

struct AuditRecord
{
    qint64 sequence = 0;  ///< 1, 2, 3, … without a gap
    core::Instant at = 0;
    AuditEvent event;
    QByteArray previous;  ///< SHA-256 of the record before; 32 zero bytes for the first
    QByteArray hash;      ///< SHA-256 of the canonical form below, previous included
};

/// RFC 8785: keys sorted by UTF-16 code units, no white space, integers only (a fraction is an Error::Internal).
core::Result<QByteArray> canonicalJson(const QJsonObject &object);
QByteArray personalDigest(const PersonalField &field);
/// Fills `hash` from everything else. Values of personal fields enter only as digests.
core::Result<QByteArray> auditHash(const AuditRecord &record);
QByteArray firstPreviousHash();
/// A field with a fresh salt.
PersonalField personal(const QString &name, const QString &value);

} // namespace domain
