#pragma once
#include "core/async.h"
#include "domain/reverification/campaign.h"
#include "domain/tenants/tenant.h"
#include "services/tenants/context.h"
#include <QObject>
#include <memory>
#include <vector>

class QSettings;
class QTimer;

namespace services {
class TenantSession;
}

namespace ui {

/// Which tenant is open, and what goes on for those that were: opened, changed, closed, synchronised, its receiver
/// started. A start that is on its way, or a campaign that sends, keeps a tenant alive after another one was opened.
/// Thread: GUI.
class TenantSessions : public QObject
{
    Q_OBJECT
public:
    TenantSessions(services::Context &context, QSettings &settings);
    ~TenantSessions() override;

    /// nullptr while no tenant is open.
    services::TenantSession *current() const { return m_current.get(); }
    /// The same, kept alive by whoever still shows something of that tenant after another one was opened.
    std::shared_ptr<services::TenantSession> share() const { return m_current; }

    /// By value: what is given is often the open tenant's own, which ends here.
    void open(domain::Tenant tenant);
    void close();
    void reload(domain::Tenant tenant);
    /// Ends what still runs for a tenant that is not on the screen; before it is removed or changed.
    void letGoOf(const core::TenantId &id);
    void synchronise(bool isFull);
    /// The open tenant's callback receiver.
    void startReceiver();
    /// As last told by campaignsChanged().
    const QList<domain::Campaign> &campaigns() const { return m_campaigns; }

Q_SIGNALS:
    /// Another tenant is open, or none.
    void changed();
    /// Before it ends, on a person's wish: whatever shows something of it goes.
    void closing(const core::TenantId &id);
    /// The open tenant's campaigns, as they are now; after each change.
    void campaignsChanged(const QList<domain::Campaign> &campaigns);
    void syncStateChanged(const QString &text, qint64 done, qint64 of);
    /// `vendor`: domain::Vendor.
    void failed(const core::Error &error, int vendor);
    void notice(const QString &text);
    /// Stays until it is closed.
    void warned(const QString &headline, const QString &advice);

private:
    bool takeOverCampaigns(const domain::Tenant &tenant);
    /// `next` is opened in its place.
    void retire(const core::TenantId &next);
    void letGoWhenIdle(services::TenantSession *old, std::function<bool()> isBusy);
    void followServices();
    void followCampaigns();
    void followSynchronisation();
    void keepCopyFresh();
    void synchroniseIfOld();
    void tellOfUnreadable();

    services::Context &m_context;
    QSettings &m_settings;
    std::shared_ptr<services::TenantSession> m_current;
    std::vector<std::shared_ptr<services::TenantSession>> m_retired; ///< closed, but a start is still on its way
    QTimer *m_again = nullptr;                                       ///< belongs to the open tenant
    QList<domain::Campaign> m_campaigns;
};

} // namespace ui
