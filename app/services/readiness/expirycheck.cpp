#include "services/readiness/expirycheck.h"
#include "net/sailpoint/tenants/accesstokens.h"
#include "services/readiness/readinesstext.h"
#include "services/tenants/internal/tenantconnections.h"

namespace services {

using core::Result;
using domain::ClientExpiry;
using domain::ExpiryLevel;

ExpiryCheck::ExpiryCheck(
    TenantConnections &connections, Context &context, TenantSession &tenantSession, ReadinessRecord &record)
    : ReadinessPart(connections, tenantSession, record), m_context(context), m_expiries(context)
{
}

ExpiryCheck::~ExpiryCheck() = default;

static QString subject()
{
    return sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Access token"));
}

void ExpiryCheck::ask()
{
    using Tokens = QList<domain::AccessToken>;
    const auto noted = core::andThen<Tokens>(net::sailpoint::ownAccessTokens(m_connections.api), this,
        [this](const Tokens &own) { return m_expiries.note(m_connections.tenant, own); });
    core::whenDone<ClientExpiry>(noted, this, [this](const Result<ClientExpiry> &expiry) {
        if (expiry)
            tell(*expiry);
        else
            m_record.addError("token", expiry.error(), subject(),
                sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck",
                    "When it expires is not known. Give the client sp:my-personal-access-tokens:read.")));
        end();
    });
}

void ExpiryCheck::tell(const ClientExpiry &expiry)
{
    const core::Instant now = m_context.clock->now();
    const ExpiryLevel level = domain::levelOf(expiry, now);
    const bool isDue = level == ExpiryLevel::Soon || level == ExpiryLevel::Over;
    TestLevel told = TestLevel::Pass;
    if (level != ExpiryLevel::Fine)
        told = isDue ? TestLevel::Warn : TestLevel::NotProven;
    m_record.add("token", told, subject(), domain::expiryText(expiry, now),
        isDue ? sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck",
                    "Replace it before nothing works any more: Settings, Tenants, Access token…; or: idvctl tenant "
                    "token NAME --rotate."))
              : QString());
}

} // namespace services
