#pragma once
#include "core/error.h"
#include "core/ids.h"
#include "services/tenants/context.h"
#include <QObject>
#include <QPointer>
#include <QSettings>
#include <memory>

namespace services {
class AuditTrail;
class Tenants;
class TenantSession;
} // namespace services

namespace ui {

class CurrentPolicy;
class LabControl;
class Navigator;
class Notifier;
class TenantSessions;
class Theme;

/// What pages and dialogs share: the open tenant, the theme, the remembered settings, who opens things, and where
/// something is said. Thread: GUI.
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

    TenantSessions &tenantSessions() { return *m_tenantSessions; }
    /// The open tenant; nullptr while none is.
    services::TenantSession *tenantSession();
    /// The same, kept alive by whoever still shows something of that tenant after another one was opened.
    std::shared_ptr<services::TenantSession> shareTenantSession();
    CurrentPolicy &policy() { return *m_policy; }
    Navigator &navigator() { return *m_navigator; }

    /// The simulators; nullptr where there are none. Whoever sets it keeps it alive.
    LabControl *lab() const { return m_lab; }
    void setLab(LabControl *lab) { m_lab = lab; }
    /// Of the main window; nullptr before it is there.
    Notifier *notifier() const;
    void setNotifier(Notifier *notifier);

Q_SIGNALS:
    void tenantSessionChanged();
    /// `vendor`: domain::Vendor.
    void failed(const core::Error &error, int vendor);
    void notice(const QString &text);
    /// Stays until it is closed.
    void warned(const QString &headline, const QString &advice);

private:
    Theme &m_theme;
    services::Context &m_context;
    services::Tenants &m_tenants;
    QSettings m_settings;
    std::unique_ptr<services::AuditTrail> m_trail;
    std::unique_ptr<CurrentPolicy> m_policy;
    std::unique_ptr<TenantSessions> m_tenantSessions;
    std::unique_ptr<Navigator> m_navigator;
    LabControl *m_lab = nullptr;
    QPointer<Notifier> m_notifier;
};

} // namespace ui
