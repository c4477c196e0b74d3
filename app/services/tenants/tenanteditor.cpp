#include "services/tenants/tenanteditor.h"
#include "core/killpoint.h"
#include "core/logfailure.h"
#include "domain/tenants/tenantevents.h"
#include "services/tenants/internal/tenantconnections.h"
#include <QUuid>

namespace services {

using core::Async;
using core::Result;
using core::Unit;
using domain::Tenant;

TenantEditor::TenantEditor(Context &context, Tenants &tenants, QObject *parent)
    : QObject(parent), m_context(context), m_tenants(tenants), m_keychain(context)
{
}

static bool isGiven(const core::SecretPtr &s)
{
    return s && !s->isEmpty();
}

core::Status TenantEditor::fits(const Edit &e)
{
    const auto faults =
        domain::editFaults(e.before, e.after, {isGiven(e.secrets.sailpoint), isGiven(e.secrets.idv), e.reason});
    return faults.isEmpty() ? core::ok() : core::Status(allFaults(faults));
}

Async<TestReport> TenantEditor::tryOut(const Edit &e, std::function<void(const TestLine &)> line)
{
    if (const auto r = fits(e); !r)
        return core::ready<TestReport>(r.error());
    return testConnection(m_context, e.after, e.secrets, TestParts::Both, std::move(line), this);
}

static QString newOwner()
{
    return QUuid::createUuid().toString(QUuid::Id128).left(12);
}

// Entries that one of the two owns and the other does not.
static QStringList entriesOf(const Tenant &owner, const Tenant &other)
{
    QStringList keys;
    for (const QString &name : secretname::all) {
        if (secretKey(owner, name) != secretKey(other, name))
            keys << secretKey(owner, name);
    }
    return keys;
}

Async<Tenant> TenantEditor::save(const Edit &e, const TestReport &tried)
{
    if (const auto r = fits(e); !r)
        return core::ready<Tenant>(r.error());
    if (const auto other = domain::organisationFault(e.before, e.after, tried.organisation))
        return core::ready<Tenant>(*other);
    const auto needs = domain::needsOf(e.before, e.after);
    Tenant after = e.after;
    if (!tried.organisation.isEmpty())
        after.organisation = tried.organisation;
    if (needs.clientSecret || isGiven(e.secrets.sailpoint) || isGiven(e.secrets.workflowId) ||
        isGiven(e.secrets.workflow))
        after.sailpointSecrets = newOwner();
    if (needs.apiKey || isGiven(e.secrets.idv))
        after.providerSecrets = newOwner();
    return withSecrets(e, after);
}

Async<Tenant> TenantEditor::withSecrets(const Edit &e, Tenant after)
{
    const QStringList added = entriesOf(after, e.before), left = entriesOf(e.before, after);
    const auto written = core::andThen<Unit>(
        m_keychain.announce(added), this, [this, e, after](Unit) { return writeSecrets(e, after); });
    core::Deferred<Tenant> out;
    core::whenDone<Unit>(written, this, [this, e, after, added, left, out](const core::Status &r) mutable {
        core::killPoint("edit-secrets-written");
        const bool hasNoKeychain = !r && r.error().code == core::ErrorCode::VaultUnavailable;
        if (!r && !hasNoKeychain)
            return out.resolve(r.error());
        const auto both = added.isEmpty() ? core::ready<bool>(!e.before.secretsMissing) : m_keychain.hasBoth(after);
        const auto stored = core::andThen<bool>(both, this, [this, e, after](bool areBoth) mutable {
            after.secretsMissing = !areBoth;
            return m_tenants.edit(
                e.before, after, domain::tenantEditEvent(m_context.operatorName, e.before, after, e.reason));
        });
        core::whenDone<Tenant>(stored, this, [this, added, left, out](const Result<Tenant> &now) {
            // Of the two sets one belongs to nobody by now.
            core::logFailure(core::andThen<Unit>(m_keychain.announce(now ? left : added), this,
                                 [this](Unit) { return m_keychain.sweep(); }),
                this, lcService, "Keychain entries that belong to nobody could not be removed.");
            out.resolve(now);
        });
    });
    return out.future();
}

// What is given, and beside it what was stored for the same address.
Async<Unit> TenantEditor::writeSecrets(const Edit &e, const Tenant &after)
{
    auto intent =
        domain::tenantEvent(m_context.operatorName, e.before, QStringLiteral("tenant.edit"), QStringLiteral("intent"));
    const auto needs = domain::needsOf(e.before, after);
    Async<Unit> chain = m_keychain.write(after, e.secrets, intent);
    const auto keep = [this, &chain, &e, &after](const QString &name, const core::SecretPtr &given, bool isOfAnother) {
        const QString from = secretKey(e.before, name), to = secretKey(after, name);
        if (from == to || isOfAnother || isGiven(given))
            return;
        chain = core::andThen<Unit>(chain, this, [this, from, to](Unit) { return m_keychain.copy(from, to); });
    };
    keep(secretname::sailpoint, e.secrets.sailpoint, needs.clientSecret);
    keep(secretname::workflowId, e.secrets.workflowId, needs.workflowClient);
    keep(secretname::workflow, e.secrets.workflow, needs.workflowClient);
    keep(secretname::idv, e.secrets.idv, needs.apiKey);
    return chain;
}

} // namespace services
