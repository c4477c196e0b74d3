#pragma once
#include "core/clock.h"
#include <QByteArray>
#include <QString>

namespace services {

/// What is known of the audit log of this data folder.
struct TrailState
{
    enum Kind {
        Unchecked, ///< not proved yet since the start
        Checking,
        Whole,  ///< it hangs together, and is what was signed and remembered; `anchoredUpTo` says how far
        Broken, ///< `firstBad` says where
    } kind = Unchecked;
    qint64 entries = 0; ///< proved
    qint64 firstBad = 0;
    QString why; ///< of Broken: a sentence
    core::Instant checkedAt = 0;
    core::Instant firstAt = 0;
    QByteArray head;
    qint64 signedUpTo = 0; ///< sequence number of the last signed head that was proved
    core::Instant signedAt = 0;
    QByteArray publicKey;    ///< of this console; empty while it cannot sign
    QString unsignedWhy;     ///< why nothing is signed
    qint64 anchoredUpTo = 0; ///< the last entry that is remembered elsewhere (keychain, a report) and is still the same
    QString notAnchoredWhy;  ///< why nothing remembers the log: cut off or exchanged as a whole, it would look the same
    QString rowProblem;    ///< the chain holds, but a session is not what it recorded, or they could not be compared; a
                           ///< sentence
    qint64 rowsProved = 0; ///< verified sessions that are what the log recorded
    qint64 rowsNotAnchored = 0; ///< verified before results were recorded so that a row can be proved

    void breakAt(qint64 sequence, const QString &reason)
    {
        kind = Broken;
        firstBad = sequence;
        why = reason;
    }
};

/// What may be said of the audit log of this data folder: one decision for window, idvctl and reports.
enum class TrailVerdict {
    Unknown, ///< not checked, or being checked
    Broken,
    RowsDiffer,  ///< the log holds, a session beside it does not, or they could not be compared
    NotAnchored, ///< it hangs together, but nothing outside remembers it: exchanged as a whole, it would look the same
    Anchored,    ///< unchanged, and complete up to what is remembered outside
};
TrailVerdict verdictOf(const TrailState &state);
/// A sentence for a person, with what it rests on.
QString verdictText(const TrailState &state);

} // namespace services
