#pragma once
#include "services/audit/auditfile.h"
#include <QByteArrayList>
#include <QCryptographicHash>
#include <QJsonObject>

namespace services {

/// An exported audit log, line by line, proved without the ledger it came from. A function returns the sentence of what
/// does not hold, or nothing. Thread: one.
class AuditFileReader
{
public:
    /// `demand` lives longer.
    explicit AuditFileReader(const AuditFileDemand &demand) : m_demand(demand) {}

    QString take(const QByteArray &line);
    bool isEnded() const { return m_stage == Ended; }
    /// Nothing more comes. `problem`: what does not hold, with its line; empty: nothing.
    AuditFileProof concluded(const QString &problem);

private:
    enum Stage { Empty, Entries, Checkpoints, Ended };

    QString takeHeader(const QJsonObject &o, const QByteArray &line);
    QString takeEntry(const QJsonObject &o, const QByteArray &line);
    QString takeCheckpoint(const QJsonObject &o, const QByteArray &line);
    QString takeEnd(const QJsonObject &o, const QByteArray &line);
    /// Only a key that the auditor knows counts; without one, that of the header is at least the console's own word.
    bool isWanted(const QByteArray &key) const;
    QString unproved() const;
    /// Its end could be anybody's: cut back to a signed entry, it would look the same.
    QString unprovedOfFormat1() const;

    const AuditFileDemand &m_demand;
    Stage m_stage = Empty;
    AuditFileProof m_proof;
    QByteArray m_key;
    QByteArrayList m_hashes; ///< of entry 1, 2, …
    qint64 m_checkpoints = 0;
    QCryptographicHash m_digest{QCryptographicHash::Sha256};
};

} // namespace services
