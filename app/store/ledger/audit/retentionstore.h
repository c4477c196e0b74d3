#pragma once
#include "core/async.h"
#include "core/clock.h"
#include "core/ids.h"
#include "domain/audit/audit.h"
#include <QObject>
#include <functional>

namespace store {

class LedgerFile;

/// Removes what is personal. Tombstones and digests stay. Signals come on the object's thread.
class RetentionStore : public QObject
{
    Q_OBJECT
public:
    explicit RetentionStore(LedgerFile &file) : m_file(file) {}
    /// Closed verifications whose time is over: verified ones closed before, all others closed before.
    core::Async<qint64> countToRedact(
        const core::TenantId &tenant, core::Instant verifiedBefore, core::Instant failedBefore);
    /// Removes what is personal of at most `limit` of them, the oldest first; how many. The record counts them.
    core::Async<int> redactAged(const core::TenantId &tenant, core::Instant verifiedBefore, core::Instant failedBefore,
        int limit, const domain::AuditEvent &audit);
    /// Of everything about one person. Conflict while something of theirs is open.
    core::Async<int> redactPerson(
        const core::TenantId &tenant, const core::IdentityId &person, const domain::AuditEvent &audit);

Q_SIGNALS:
    /// Whatever is shown may have been removed.
    void redacted();

private:
    void forgetOldPages();
    LedgerFile &m_file;
};

} // namespace store
