#pragma once
#include "core/async.h"
#include "domain/events/eventrule.h"
#include "domain/operations/operation.h"
#include "domain/reverification/campaign.h"
#include "domain/scenarios/scenario.h"
#include "domain/tenants/tenant.h"
#include "domain/verification/policy.h"
#include "domain/verification/verification.h"
#include "services/tenants/context.h"
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSettings>
#include <functional>
#include <memory>

class QTimer;
class QWidget;

namespace services {
class AuditTrail;
class Tenants;
class TenantSession;
} // namespace services

namespace ui {

class SessionWindow;
class Theme;

/// What pages and dialogs share: the open tenant, the theme, the remembered settings, and the few actions that open
/// something. Thread: GUI.
class AppContext : public QObject
{
    Q_OBJECT
public:
    AppContext(Theme &theme, services::Context &context, services::Tenants &tenants, const QString &settingsFile);
    ~AppContext() override;

    Theme &theme() { return m_theme; }
    services::Context &context() { return m_context; }
    services::Tenants &tenants() { return m_tenants; }
    QSettings &settings() { return m_settings; }
    /// The proof of the audit log; of all tenants of the data folder.
    services::AuditTrail &trail() { return *m_trail; }
    /// nullptr while no tenant is open.
    services::TenantSession *tenantSession() { return m_tenantSession.get(); }
    /// The same, kept alive by whoever still shows something of that tenant after another one was opened.
    std::shared_ptr<services::TenantSession> shareTenantSession() { return m_tenantSession; }

    /// By value: what is given is often the open tenant's own, which ends here.
    void open(domain::Tenant tenant);
    void closeTenant();
    void reload(domain::Tenant tenant);
    /// Ends what still runs for a tenant that is not on the screen; before it is removed or changed.
    void letGoOf(const core::TenantId &id);
    void synchronise(bool isFull);
    /// Starts the simulators and opens their tenant; set by the composition root.
    std::function<core::Async<domain::Tenant>()> startLab;
    /// The lab's scenarios, and one of them run from beginning to end in simulators of its own.
    std::function<QList<domain::Scenario>()> scenarios;
    std::function<core::Async<domain::ScenarioReport>(const domain::Scenario &)> runScenario;
    /// What can go wrong on purpose in the running simulators (lab/faultplan.h), and the rules in force.
    struct LabFaults
    {
        QStringList sailpoint, identityIq, provider; ///< operations
        QStringList kinds;
        QStringList rules; ///< VENDOR:OPERATION:KIND[=VALUE][,percent=P][,times=N]
        std::function<core::Status(const QStringList &)> set;
    };
    LabFaults labFaults;
    /// Shows a notification without content; the answer tells whether the desktop took it.
    std::function<void(std::function<void(bool)>)> tryNotification;
    /// Client ID and secret of the simulator's second person.
    std::function<std::pair<QString, QString>()> simulatedReviewer;
    void openLab();
    /// The open tenant's callback receiver.
    void startReceiver();

    /// As last read; changes reach policyChanged().
    const domain::VerificationPolicy &policy() const { return m_policy; }
    /// Why what is stored cannot be read: no verification starts or ends meanwhile. Empty otherwise.
    const QString &policyProblem() const { return m_policyProblem; }
    /// After something else changed what is stored.
    void reloadPolicy() { readPolicy(); }
    core::Async<core::Unit> setPolicy(const domain::VerificationPolicy &policy);

    void verify(const core::IdentityId &id);
    /// What an event of SailPoint proposed; its person is read from SailPoint first.
    void verifyProposal(const domain::Proposal &proposal);
    /// The dialog, filled with an earlier request ("Try again…").
    void verifyAgain(const domain::VerificationRequest &request);
    /// As last told by campaignsChanged().
    const QList<domain::Campaign> &campaigns() const { return m_campaigns; }
    void openVerify(const core::IdentityId &id, const std::optional<domain::VerificationRequest> &filled,
        const QString &proposal = {});
    void showSession(const core::SessionId &id);
    void addTenant();
    /// Says what became of something that SailPoint was asked for: refused, or asked for with its task.
    void report(const core::Async<domain::Operation> &operation);
    void setDialogParent(QWidget *parent) { m_parent = parent; }
    QWidget *dialogParent() const { return m_parent; }
    /// Copies text; a secret one is cleared again after 60 s if the clipboard still holds it.
    void copy(const QString &text, bool isSecret);

Q_SIGNALS:
    void tenantSessionChanged();
    void policyChanged();
    void failed(const core::Error &error, int vendor);
    void notice(const QString &text);
    /// Stays until it is closed.
    void warned(const QString &headline, const QString &advice);
    void syncStateChanged(const QString &text, qint64 done, qint64 of);
    void offlineDetailsWanted();
    /// The re-verification policy of the open tenant.
    void policyWanted();
    void personWanted(const core::IdentityId &id);
    /// The open tenant's campaigns, as they are now; after each change.
    void campaignsChanged(const QList<domain::Campaign> &campaigns);

private:
    void synchroniseIfOld();
    /// `next` is opened in its place.
    void retire(const core::TenantId &next);
    void tendCampaigns();
    Theme &m_theme;
    services::Context &m_context;
    services::Tenants &m_tenants;
    QSettings m_settings;
    std::unique_ptr<services::AuditTrail> m_trail;
    std::shared_ptr<services::TenantSession> m_tenantSession;
    std::vector<std::shared_ptr<services::TenantSession>> m_retired; ///< closed, but a start is still on its way
    QTimer *m_again = nullptr;                                       ///< belongs to the open tenant
    void readPolicy();
    void tellOfUnreadable();
    domain::VerificationPolicy m_policy;
    QString m_policyProblem;
    QList<domain::Campaign> m_campaigns;
    QPointer<QWidget> m_parent;
    QHash<QString, QPointer<SessionWindow>> m_windows;
};

} // namespace ui
