#include "ui/common/appcontext.h"
#include "services/audit/audittrail.h"
#include "ui/common/navigator.h"
#include "ui/shell/notifier.h"
#include "ui/tenantsession/tenantsessions.h"
#include "ui/verification/currentpolicy.h"

namespace ui {

AppContext::AppContext(
    Theme &theme, services::Context &context, services::Tenants &tenants, const QString &settingsFile)
    : m_theme(theme), m_context(context), m_tenants(tenants), m_settings(settingsFile, QSettings::IniFormat),
      m_trail(std::make_unique<services::AuditTrail>(context)), m_policy(std::make_unique<CurrentPolicy>(context)),
      m_tenantSessions(std::make_unique<TenantSessions>(context, m_settings)),
      m_navigator(std::make_unique<Navigator>(*this))
{
    connect(m_policy.get(), &CurrentPolicy::warned, this, &AppContext::warned);
    connect(m_tenantSessions.get(), &TenantSessions::failed, this, &AppContext::failed);
    connect(m_tenantSessions.get(), &TenantSessions::notice, this, &AppContext::notice);
    connect(m_tenantSessions.get(), &TenantSessions::warned, this, &AppContext::warned);
    connect(m_tenantSessions.get(), &TenantSessions::changed, this, &AppContext::tenantSessionChanged);
    connect(m_tenantSessions.get(), &TenantSessions::closing, m_navigator.get(), &Navigator::closeSessionsOf);
    // Another process may have changed it by the time that a tenant is opened.
    connect(m_tenantSessions.get(), &TenantSessions::changed, m_policy.get(), &CurrentPolicy::reload);
    m_policy->reload();
}

AppContext::~AppContext() = default;

services::TenantSession *AppContext::tenantSession()
{
    return m_tenantSessions->current();
}

std::shared_ptr<services::TenantSession> AppContext::shareTenantSession()
{
    return m_tenantSessions->share();
}

Notifier *AppContext::notifier() const
{
    return m_notifier;
}

void AppContext::setNotifier(Notifier *notifier)
{
    m_notifier = notifier;
}

} // namespace ui
