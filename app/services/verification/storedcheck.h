#pragma once
#include "core/async.h"
#include "domain/verification/writeback/storedresult.h"
#include <QObject>
#include <optional>

namespace services {

class TenantSession;

/// Who was verified here and is not stored by SailPoint, by the ledger and the local copy. Thread: the GUI's or main;
/// what is compared is compared on a pool thread.
class StoredCheck : public QObject
{
    Q_OBJECT
public:
    explicit StoredCheck(TenantSession &tenantSession);
    /// Kept until people, sessions or the policy change, for a minute at most. Errors: Storage.
    core::Async<domain::StoredFacts> facts();

private:
    void forget();
    core::Async<domain::StoredFacts> evaluate(core::Instant now);
    TenantSession &m_tenantSession;
    std::optional<domain::StoredFacts> m_known;
    core::Instant m_knownAt = 0;
    std::optional<core::Async<domain::StoredFacts>> m_running; ///< whoever asks meanwhile gets the same answer
    quint64 m_change = 0;
};

} // namespace services
