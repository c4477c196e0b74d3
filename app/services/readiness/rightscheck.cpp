#include "services/readiness/rightscheck.h"
#include "domain/readiness/diagnosis.h"
#include "net/sailpoint/probes.h"
#include "services/readiness/readinesstext.h"
#include "services/tenants/internal/tenantconnections.h"
#include "services/tenants/vendorreach.h"
#include "services/tenantsession/tenantsession.h"

namespace services {

using core::Result;

RightsCheck::~RightsCheck() = default;

// What would change something is not tried: the token says which of it is certainly not allowed.
void RightsCheck::ask()
{
    core::whenDone<net::sailpoint::TokenInfo>(
        m_connections.api.signIn(), this, [this](const Result<net::sailpoint::TokenInfo> &info) {
            if (!info)
                return end(); // the connection's lines have said it
            const domain::TokenRights rights = m_tenantSession.reach().rights();
            m_record.add("rights", rights.hasUser ? TestLevel::Pass : TestLevel::Warn,
                rights.hasUser ? sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Token of a person"))
                               : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Token without a person")),
                rights.userLevels.join(QStringLiteral(", ")),
                rights.hasUser ? QString()
                               : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck",
                                     "Use a personal access token: an API client may not list "
                                     "identities, invite, import or send password resets.")));
            using domain::Right;
            for (const Right r :
                {Right::DeleteIdentities, Right::ProcessIdentities, Right::InviteIdentities, Right::SendPasswordReset,
                    Right::ChangeProfiles, Right::ImportProfiles, Right::ChangeAttributes, Right::ChangeAccounts}) {
                const QString why = domain::refusal(rights, r);
                m_record.add("rights", why.isEmpty() ? TestLevel::Pass : TestLevel::Warn, domain::rightText(r),
                    why.isEmpty()
                        ? sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "not refused by the token; not tried"))
                        : why,
                    why.isEmpty()
                        ? QString()
                        : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck",
                                                "The buttons for it stay disabled. Give the client one of: %1"))
                              .arg(domain::scopesOf(r).join(QStringLiteral(", "))));
            }
            tasks();
        });
}

void RightsCheck::tasks()
{
    core::whenDone<core::Unit>(net::sailpoint::probeTasks(m_connections.api), this, [this](const core::Status &task) {
        if (task)
            m_record.add("rights", TestLevel::Pass, domain::rightText(domain::Right::ReadTasks),
                sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "tried")));
        else
            m_record.addError("rights", task.error(), domain::rightText(domain::Right::ReadTasks),
                sayReadinessCheck(QT_TRANSLATE_NOOP(
                    "ReadinessCheck", "Whether something that was asked for is done cannot be seen.")));
        end();
    });
}

} // namespace services
