#pragma once
#include "core/clock.h"
#include "core/result.h"
#include "domain/audit/audit.h"
#include <QStringList>
#include <optional>

namespace services {

/// What an auditor was given on another way than the file.
struct AuditFileDemand
{
    QStringList keys; ///< fingerprints, as domain::plainFingerprint() gives them; each has to have signed
    std::optional<domain::ChainHead> atLeast; ///< an entry that the log has to hold, from an earlier report
};

/// What an exported audit log proves without the ledger it came from.
struct AuditFileProof
{
    int format = 0; ///< 1: its end is not signed; 2
    qint64 entries = 0;
    core::Instant firstAt = 0, lastAt = 0;
    QByteArray head;
    qint64 signedUpTo = 0; ///< the last entry over which the header's key, or a given one, signed a head
    core::Instant signedAt = 0;
    qint64 redacted = 0; ///< entries without their values
    QString fingerprint; ///< of the key in the header
    QStringList signers; ///< fingerprints of the keys that signed the whole file; of format 1: nobody
    QStringList seats;   ///< whose computers wrote entries, in order of appearance
    QString
        problem; ///< empty: the file is whole in itself. Otherwise the first thing that does not hold, with its line
    QString unproved; ///< empty: it is proved. Otherwise why what is whole in itself proves nothing to this reader
    bool isProved() const { return problem.isEmpty() && unproved.isEmpty(); }
};

/// Usage with the field "file" when it cannot be read. Reads line by line; blocks. Thread: any.
core::Result<AuditFileProof> proveAuditFile(const QString &path, const AuditFileDemand &demand);

} // namespace services
