#pragma once
#include "store/ledger/audit/auditstore.h"
#include "store/ledger/audit/backupstore.h"
#include "store/ledger/audit/retentionstore.h"
#include "store/ledger/callbacks/callbackstore.h"
#include "store/ledger/events/eventstore.h"
#include "store/ledger/events/proposalstore.h"
#include "store/ledger/operations/operationstore.h"
#include "store/ledger/reverification/campaignstore.h"
#include "store/ledger/reverification/exemptionstore.h"
#include "store/ledger/tenants/leasestore.h"
#include "store/ledger/tenants/settingstore.h"
#include "store/ledger/tenants/tenantstore.h"
#include "store/ledger/verification/sessionstore.h"
#include <QObject>
#include <QTimer>
#include <memory>

namespace store {

/// The ledger file: tenants without secrets, sessions, audit, leases, each in its store. `synchronous=FULL`, portable
/// SQL, one worker. It opens the file, owns the stores and sees what other processes write.
class Ledger : public QObject
{
    Q_OBJECT
public:
    /// Storage for a file that is damaged, newer, or was emptied beside copies of tenants; it is left as it is. Blocks.
    static core::Result<std::unique_ptr<Ledger>> open(const QString &path, std::shared_ptr<core::Clock> clock);
    ~Ledger() override;

    TenantStore &tenants() { return m_tenants; }
    SessionStore &sessions() { return m_sessions; }
    CallbackStore &callbacks() { return m_callbacks; }
    EventStore &events() { return m_events; }
    ProposalStore &proposals() { return m_proposals; }
    OperationStore &operations() { return m_operations; }
    CampaignStore &campaigns() { return m_campaigns; }
    ExemptionStore &exemptions() { return m_exemptions; }
    RetentionStore &retention() { return m_retention; }
    AuditStore &audit() { return m_audit; }
    LeaseStore &leases() { return m_leases; }
    SettingStore &settings() { return m_settings; }
    BackupStore &backup() { return m_backup; }
    /// Returns when everything queued so far has run. Blocks; for destructors only.
    void drain();

Q_SIGNALS:
    /// Another process wrote, or retention removed; seen within 500 ms.
    void changedElsewhere();

private:
    explicit Ledger(std::unique_ptr<LedgerFile> file);
    void pollVersion();
    std::unique_ptr<LedgerFile> m_file;
    TenantStore m_tenants{*m_file};
    SessionStore m_sessions{*m_file};
    CallbackStore m_callbacks{*m_file};
    EventStore m_events{*m_file};
    ProposalStore m_proposals{*m_file};
    OperationStore m_operations{*m_file};
    CampaignStore m_campaigns{*m_file};
    ExemptionStore m_exemptions{*m_file};
    RetentionStore m_retention{*m_file};
    AuditStore m_audit{*m_file};
    LeaseStore m_leases{*m_file};
    SettingStore m_settings{*m_file};
    BackupStore m_backup{*m_file};
    QTimer m_poll;
    qint64 m_version = -1;
    bool m_polling = false;
};

} // namespace store
