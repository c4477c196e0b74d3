#pragma once
#include "core/async.h"
#include "core/clock.h"
#include "core/ids.h"
#include "domain/audit/audit.h"
#include "domain/reverification/campaign.h"
#include "store/ledger/reverification/recipientstore.h"
#include <QObject>
#include <functional>

namespace store {

class LedgerFile;

struct CampaignStep
{
    domain::Campaign campaign;
    std::optional<domain::AuditEvent> audit;
};

/// Renewal campaigns; their people are recipients(). Signals come on the object's thread.
class CampaignStore : public QObject
{
    Q_OBJECT
public:
    explicit CampaignStore(LedgerFile &file);
    RecipientStore &recipients() { return m_recipients; }
    core::Async<core::Unit> add(const domain::Campaign &campaign, const domain::AuditEvent &audit);
    /// Reads, lets `step` decide, writes; in one transaction.
    core::Async<domain::Campaign> change(
        const QString &id, std::function<core::Result<CampaignStep>(const domain::Campaign &)> step);
    /// Newest first.
    core::Async<QList<domain::Campaign>> list(const core::TenantId &tenant);
    core::Async<domain::Campaign> campaign(const core::TenantId &tenant, const QString &id);
    /// Pauses what is running although nobody holds the lease `name`, or only a process that is gone. How many.
    core::Async<int> interrupt(
        const core::TenantId &tenant, const QString &lease, const QString &why, const domain::AuditEvent &audit);

Q_SIGNALS:
    /// Of a campaign, or of a recipient.
    void changed();

private:
    LedgerFile &m_file;
    RecipientStore m_recipients;
};

} // namespace store
