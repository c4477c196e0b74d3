#include "services/reverification/exemptions.h"
#include "domain/tenants/tenantguard.h"
#include "domain/text/instant.h"
#include "services/identities/identitydirectory.h"
#include "services/recovery/timecheck.h"
#include "services/reverification/campaignrecords.h"
#include "services/reverification/campaigntext.h"
#include "services/tenants/context.h"
#include "services/tenants/internal/tenantconnections.h"
#include <QCoreApplication>

namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::Unit;
using domain::Exemption;

static core::Error noEnd()
{
    return core::fieldError(QStringLiteral("until"),
        sayCampaigns(QT_TRANSLATE_NOOP("Campaigns", "An exemption ends, within a year from now.")));
}
static core::Error exemptionConflict(const char *text)
{
    return core::makeError(ErrorCode::Conflict, sayCampaigns(text));
}

Exemptions::Exemptions(
    TenantConnections &connections, Context &context, CampaignRecords &records, IdentityDirectory &directory)
    : m_connections(connections), m_context(context), m_records(records), m_directory(directory),
      m_signIn(connections, context)
{
}

Async<QHash<QString, Exemption>> Exemptions::active()
{
    return m_context.ledger->exemptions().active(m_connections.tenant.id);
}

Async<QHash<QString, Exemption>> Exemptions::activeByProvenTime()
{
    return core::andThen<Unit>(requireTime(m_connections, m_context, this), this, [this](Unit) { return active(); });
}

Async<Unit> Exemptions::grant(Exemption e, const core::SecretPtr &clientId, const core::SecretPtr &clientSecret)
{
    const core::Instant now = m_context.clock->now();
    e.reason = e.reason.trimmed();
    if (const auto locked = domain::lockFault(m_connections.tenant))
        return core::ready<Unit>(*locked);
    if (e.reason.size() < 3 || e.reason.size() > 500)
        return core::ready<Unit>(core::fieldError(QStringLiteral("reason"),
            sayCampaigns(QT_TRANSLATE_NOOP("Campaigns", "Say why, in 3 to 500 characters."))));
    if (e.until <= now || e.until > now + domain::longestExemption)
        return core::ready<Unit>(noEnd());
    const auto approved = core::andThen<QString>(m_signIn.secondPerson(std::nullopt, clientId, clientSecret), this,
        [this, e](const QString &approver) { return approvedBy(e, approver); });
    return core::andThen<QString>(
        approved, this, [this, e](const QString &approver) { return keepNamed(e, approver); });
}

Async<QString> Exemptions::approvedBy(const Exemption &e, const QString &approver)
{
    if (approver == e.identity.str())
        return core::ready<QString>(exemptionConflict(
            QT_TRANSLATE_NOOP("Campaigns", "Nobody allows the own exemption: somebody else signs in for it.")));
    // Whom the copy does not have is nobody whom a campaign could pass over.
    return core::mapped<QString, domain::Identity>(m_directory.person(e.identity), this,
        [approver](const domain::Identity &) -> Result<QString> { return approver; });
}

Async<Unit> Exemptions::keepNamed(const Exemption &e, const QString &approver)
{
    core::Deferred<Unit> kept;
    core::whenDone<domain::Identity>(m_directory.person(core::IdentityId(approver)), this,
        [this, e, approver, kept](const Result<domain::Identity> &person) {
            Exemption allowed = e;
            allowed.approverId = approver;
            allowed.approver = person && !person->name.trimmed().isEmpty() ? person->name.trimmed() : approver;
            core::whenDone<Unit>(keep(allowed), this, [kept](const core::Status &r) { kept.resolve(r); });
        });
    return kept.future();
}

// Signing in took its time, and asked SailPoint: only now is it certain when this begins and ends.
Async<Unit> Exemptions::keep(const Exemption &e)
{
    return core::andThen<Unit>(requireTime(m_connections, m_context, this), this, [this, e](Unit) {
        Exemption kept = e;
        kept.since = m_context.clock->now();
        kept.operatorName = m_context.operatorName;
        if (kept.until <= kept.since || kept.until > kept.since + domain::longestExemption)
            return core::ready<Unit>(noEnd());
        auto a = m_records.entry({}, QStringLiteral("exemption.grant"), QStringLiteral("done"));
        a.subject = kept.identity.str();
        a.data = {{QStringLiteral("until"), domain::formatInstant(kept.until)},
            {QStringLiteral("approverId"), kept.approverId}};
        a.personal << domain::personal(QStringLiteral("reason"), kept.reason)
                   << domain::personal(QStringLiteral("approver"), kept.approver);
        return record(kept, a);
    });
}

Async<Unit> Exemptions::end(const core::IdentityId &id)
{
    auto a = m_records.entry({}, QStringLiteral("exemption.end"), QStringLiteral("done"));
    a.subject = id.str();
    Exemption over;
    over.identity = id;
    return record(over, a);
}

Async<Unit> Exemptions::record(const Exemption &e, const domain::AuditEvent &event)
{
    const auto done = m_context.ledger->exemptions().set(m_connections.tenant.id, e, event);
    core::whenDone<Unit>(done, this, [this](const core::Status &) { Q_EMIT changed(); });
    return done;
}

} // namespace services
