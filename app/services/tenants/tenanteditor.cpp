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

domain::TenantEditGiven TenantEditor::givenBy(const Edit &e)
{
    return {isGiven(e.secrets.sailpoint), isGiven(e.secrets.idv),
        isGiven(e.secrets.proxyUser) && isGiven(e.secrets.proxyPassword), e.reason};
}

core::Status TenantEditor::fits(const Edit &e)
{
    const auto faults = domain::editFaults(e.before, e.after, givenBy(e));
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
    const bool isProxyLeft = e.before.proxySignsIn && (needs.proxySignIn || !e.after.proxySignsIn);
    if (isProxyLeft || isGiven(e.secrets.proxyUser) || isGiven(e.secrets.proxyPassword))
        after.proxySecrets = newOwner();
    return withSecrets(e, after);
}

Async<Tenant> TenantEditor::withSecrets(const Edit &e, Tenant after)
{
    const QStringList added = entriesOf(after, e.before), left = entriesOf(e.before, after);
    if (added.isEmpty())
        return store(e, after, !e.before.secretsMissing);
    return core::andThen<Unit>(m_keychain.beginEdit(added), this, [this, e, after, added, left](Unit) {
        core::Deferred<Tenant> out;
        core::whenDone<Tenant>(writeAndStore(e, after), this, [this, added, left, out](const Result<Tenant> &now) {
            // Of the two sets one belongs to nobody by now.
            core::whenDone<Unit>(
                m_keychain.endEdit(now ? left : added), this, [this, now, out](const core::Status &ended) {
                    core::logFailure(ended ? m_keychain.sweep() : core::ready<Unit>(ended.error()), this, lcService,
                        "Keychain entries that belong to nobody could not be removed.");
                    out.resolve(now);
                });
        });
        return out.future();
    });
}

Async<Tenant> TenantEditor::writeAndStore(const Edit &e, const Tenant &after)
{
    core::Deferred<Tenant> out;
    core::whenDone<Unit>(writeSecrets(e, after), this, [this, e, after, out](const core::Status &r) {
        core::killPoint("edit-secrets-written");
        const bool hasNoKeychain = !r && r.error().code == core::ErrorCode::VaultUnavailable && !e.needsKeychain;
        if (!r && !hasNoKeychain)
            return out.resolve(r.error());
        const auto stored = core::andThen<bool>(
            m_keychain.hasAll(after), this, [this, e, after](bool areAll) { return store(e, after, areAll); });
        core::whenDone<Tenant>(stored, this, [out](const Result<Tenant> &now) { out.resolve(now); });
    });
    return out.future();
}

Async<Tenant> TenantEditor::store(const Edit &e, Tenant after, bool areSecretsThere)
{
    after.secretsMissing = !areSecretsThere;
    return m_tenants.edit(e.before, after, domain::tenantEditEvent(m_context.operatorName, e.before, after, e.reason));
}

// What is given, and beside it what was stored for the same address.
Async<Unit> TenantEditor::writeSecrets(const Edit &e, const Tenant &after)
{
    auto intent =
        domain::tenantEvent(m_context.operatorName, e.before, QStringLiteral("tenant.edit"), QStringLiteral("intent"));
    const auto needs = domain::needsOf(e.before, after);
    const auto place = e.needsKeychain ? TenantKeychain::Place::KeychainOnly : TenantKeychain::Place::KeychainOrMemory;
    Async<Unit> chain = m_keychain.write(after, e.secrets, intent, place);
    const auto keep = [this, &chain, &e, &after, place](
                          const QString &name, const core::SecretPtr &given, bool isOfAnother) {
        const QString from = secretKey(e.before, name), to = secretKey(after, name);
        if (from == to || isOfAnother || isGiven(given))
            return;
        chain = core::andThen<Unit>(
            chain, this, [this, from, to, place](Unit) { return m_keychain.copy(from, to, place); });
    };
    keep(secretname::sailpoint, e.secrets.sailpoint, needs.clientSecret);
    keep(secretname::workflowId, e.secrets.workflowId, needs.workflowClient);
    keep(secretname::workflow, e.secrets.workflow, needs.workflowClient);
    keep(secretname::idv, e.secrets.idv, needs.apiKey);
    const bool isNotItsProxy = needs.proxySignIn || !after.proxySignsIn;
    keep(secretname::proxyUser, e.secrets.proxyUser, isNotItsProxy);
    keep(secretname::proxyPassword, e.secrets.proxyPassword, isNotItsProxy);
    return chain;
}

} // namespace services
