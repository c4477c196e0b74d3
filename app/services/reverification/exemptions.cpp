#include "domain/text/instant.h"
#include "services/identities/identitydirectory.h"
#include "services/recovery/timecheck.h"
#include "services/reverification/campaigns.h"
#include "services/tenants/tenantconnections.h"
#include "services/tenantsession/tenantsession.h"
#include <QCoreApplication>

// Who is left out of renewals for a while. Whoever allows it proves who they are.
namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::Unit;

static QString sayCampaigns(const char *text)
{
    return QCoreApplication::translate("Campaigns", text);
}
static core::Error noEnd()
{
    return core::fieldError(QStringLiteral("until"),
        sayCampaigns(QT_TRANSLATE_NOOP("Campaigns", "An exemption ends, within a year from now.")));
}
static core::Error conflict(const char *text)
{
    return core::makeError(ErrorCode::Conflict, sayCampaigns(text));
}

Async<QHash<QString, domain::Exemption>> Campaigns::exemptions()
{
    return m_context.ledger.exemptions().active(m_connections.tenant.id);
}

Async<Unit> Campaigns::exempt(domain::Exemption e, const core::SecretPtr &clientId, const core::SecretPtr &clientSecret)
{
    const core::Instant now = m_context.clock->now();
    e.reason = e.reason.trimmed();
    if (m_connections.tenant.readOnly)
        return core::ready<Unit>(conflict(QT_TRANSLATE_NOOP("Campaigns", "This tenant is locked: read only.")));
    if (e.reason.size() < 3 || e.reason.size() > 500)
        return core::ready<Unit>(core::fieldError(QStringLiteral("reason"),
            sayCampaigns(QT_TRANSLATE_NOOP("Campaigns", "Say why, in 3 to 500 characters."))));
    if (e.until <= now || e.until > now + domain::longestExemption)
        return core::ready<Unit>(noEnd());
    const auto approved = core::andThen<QString>(
        m_signIn.secondPerson(std::nullopt, clientId, clientSecret), this, [this, e](const QString &approver) {
            if (approver == e.identity.str())
                return core::ready<QString>(conflict(
                    QT_TRANSLATE_NOOP("Campaigns", "Nobody allows the own exemption: somebody else signs in for it.")));
            // Whom the copy does not have is nobody whom a campaign could pass over.
            const auto found = m_tenantSession.directory().person(e.identity);
            return core::mapped<QString, domain::Identity>(
                found, this, [approver](const domain::Identity &) -> Result<QString> { return approver; });
        });
    return core::andThen<QString>(approved, this, [this, e](const QString &approver) {
        core::Deferred<Unit> kept;
        const auto found = m_tenantSession.directory().person(core::IdentityId(approver));
        core::whenDone<domain::Identity>(
            found, this, [this, e, approver, kept](const Result<domain::Identity> &person) {
                domain::Exemption allowed = e;
                allowed.approverId = approver;
                allowed.approver = person && !person->name.trimmed().isEmpty() ? person->name.trimmed() : approver;
                core::whenDone<Unit>(keepExemption(allowed), this, [kept](const core::Status &r) { kept.resolve(r); });
            });
        return kept.future();
    });
}

// Signing in took its time, and asked SailPoint: only now is it certain when this begins and ends.
Async<Unit> Campaigns::keepExemption(domain::Exemption e)
{
    return core::andThen<Unit>(requireTime(m_connections, m_context, this), this, [this, e](Unit) {
        domain::Exemption kept = e;
        kept.since = m_context.clock->now();
        kept.operatorName = m_context.operatorName;
        if (kept.until <= kept.since || kept.until > kept.since + domain::longestExemption)
            return core::ready<Unit>(noEnd());
        auto a = event({}, QStringLiteral("exemption.grant"), QStringLiteral("done"));
        a.subject = kept.identity.str();
        a.data = {{QStringLiteral("until"), domain::formatInstant(kept.until)},
            {QStringLiteral("approverId"), kept.approverId}};
        a.personal << domain::personal(QStringLiteral("reason"), kept.reason)
                   << domain::personal(QStringLiteral("approver"), kept.approver);
        const auto done = m_context.ledger.exemptions().set(m_connections.tenant.id, kept, a);
        core::whenDone<Unit>(done, this, [this](const core::Status &) { Q_EMIT changed(); });
        return done;
    });
}

Async<Unit> Campaigns::endExemption(const core::IdentityId &id)
{
    auto a = event({}, QStringLiteral("exemption.end"), QStringLiteral("done"));
    a.subject = id.str();
    domain::Exemption over;
    over.identity = id;
    const auto done = m_context.ledger.exemptions().set(m_connections.tenant.id, over, a);
    core::whenDone<Unit>(done, this, [this](const core::Status &) { Q_EMIT changed(); });
    return done;
}

} // namespace services
