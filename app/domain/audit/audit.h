#pragma once
#include "core/clock.h"
#include "core/result.h"
#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <optional>

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
    QString actor;    ///< operating-system user, or "system"
    QString action;   ///< "verification.start", "tenant.add", …
    QString tenant;   ///< our tenant id, or empty
    QString subject;  ///< what it is about: an identity id, a session id; no personal data
    QString outcome;  ///< "intent", "done", "failed", "refused", "noted"
    QJsonObject data; ///< facts without personal data; strings, booleans, integers, arrays, objects
    QList<PersonalField> personal;
};

/// Does this entry announce that something leaves for a vendor? Then its tenant has to exist and to be unlocked in the
/// transaction that writes it. Every intent does but those that stay on this computer.
bool leavesForVendor(const AuditEvent &event);

struct AuditRecord
{
    qint64 sequence = 0; ///< 1, 2, 3, … without a gap
    core::Instant at = 0;
    AuditEvent event;
    QByteArray previous;     ///< SHA-256 of the record before; 32 zero bytes for the first
    QByteArray hash;         ///< SHA-256 of the canonical form below, previous included
    QJsonObject digests{};   ///< of the personal fields, as stored
    bool isRedacted = false; ///< values were removed; their digests stay
    QString seat{};          ///< whose computer wrote it; empty in entries from before seats were named
};

/// How far the chain was proved, from its first record on.
struct ChainState
{
    qint64 sequence = 0;                    ///< the last record that is proved
    QByteArray head = QByteArray(32, '\0'); ///< its hash
    qint64 firstBad = 0;                    ///< 0: none was met
    bool isAtEnd = false;
};

/// A head as people hand it on: "1234:" and 64 hexadecimal digits. A later log proves with it that it holds that entry.
struct ChainHead
{
    qint64 sequence = 0;
    QByteArray hash; ///< 32 bytes
};
QString chainHeadText(const ChainHead &head);
/// Usage with the field "at-least" for anything else.
core::Result<ChainHead> chainHeadFromText(const QString &text);

/// A signed head. The signature is Ed25519 over checkpointMessage().
struct Checkpoint
{
    qint64 sequence = 0;
    QByteArray hash; ///< of that record
    core::Instant at = 0;
    QByteArray publicKey; ///< 32 bytes
    QByteArray signature; ///< 64 bytes
};
QByteArray checkpointMessage(const Checkpoint &checkpoint);
/// SHA-256 of the public key, in groups of four hexadecimal digits: what a person compares.
QString keyFingerprint(const QByteArray &publicKey);
/// The same without groups, for comparing; empty when `given` is no whole fingerprint.
QString plainFingerprint(const QString &given);

/// What the end of an exported log says of the whole file; signed, so that neither a line nor the header can be left
/// out or changed, and nothing be cut off.
struct ExportEnd
{
    qint64 entries = 0;
    QByteArray head;        ///< of the last entry
    qint64 checkpoints = 0; ///< lines
    core::Instant at = 0;   ///< when it was exported
    QByteArray digest;      ///< SHA-256 of every byte before the end
};
QByteArray exportEndMessage(const ExportEnd &end);

/// What narrows the audit log that is shown.
struct AuditFilter
{
    QString text; ///< in action, subject, actor, data or recorded values; letter case aside
    std::optional<core::Instant> since;
    QString tenant;  ///< ours; empty: all
    QString actions; ///< beginning of the action's word: "campaign."; empty: all
    int limit = 0;   ///< the newest so many; 0: all
};

/// RFC 8785: keys sorted by UTF-16 code units, no white space, integers only (a fraction is an Error::Internal).
core::Result<QByteArray> canonicalJson(const QJsonObject &object);
QByteArray personalDigest(const PersonalField &field);
/// Digests by name, in hexadecimal: how personal fields enter the hash.
QJsonObject personalDigests(const QList<PersonalField> &fields);
/// Fills `hash` from everything else. Values of personal fields enter only as digests.
core::Result<QByteArray> auditHash(const AuditRecord &record);
/// The same where the values are gone and only their digests are left.
core::Result<QByteArray> auditHash(const AuditRecord &record, const QJsonObject &digests);
QByteArray firstPreviousHash();
/// A field with a fresh salt.
PersonalField personal(const QString &name, const QString &value);

} // namespace domain
