#pragma once
#include "core/clock.h"
#include "domain/callbacks/callbackrecord.h"
#include "domain/callbacks/capture.h"
#include <QString>
#include <deque>
#include <memory>

namespace services {

/// A line of the live list.
struct ReceivedLine
{
    core::Instant at = 0;
    QString peer;
    QString method;
    domain::CallbackVerdict verdict = domain::CallbackVerdict::BadPath;
    int status = 0;
    qint64 bytes = 0;
    qint64 microseconds = 0;
    QString providerSession;
    QString trigger; ///< of an event of SailPoint
    int key = 0;
    quint64 number = 0;                                     ///< counts from 1 in this process
    std::shared_ptr<const domain::CapturedRequest> capture; ///< of simulated tenants only
    QString field{}; ///< of a body that was refused: the field at fault; empty when the structure is
};

/// What came in this process, as it is shown: the newest 10,000, and of those that were captured at most 64 MB; the
/// captures of the oldest go first. Thread: one at a time.
class ReceivedLines
{
public:
    /// The line with its number.
    const ReceivedLine &add(ReceivedLine line);
    /// Forgets the lines; the counts stay.
    void clear();
    const std::deque<ReceivedLine> &all() const { return m_lines; } ///< newest first
    qint64 seen() const { return m_seen; }
    qint64 refused() const { return m_refused; }

private:
    void forget(ReceivedLine &old);

    std::deque<ReceivedLine> m_lines;
    qint64 m_seen = 0;
    qint64 m_refused = 0;
    qint64 m_captured = 0; ///< bytes
    quint64 m_keeping = 0; ///< the oldest line whose capture is kept
};

} // namespace services
