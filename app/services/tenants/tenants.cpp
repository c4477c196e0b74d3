#include "services/tenants/tenants.h"
#include "core/logfailure.h"
#include "domain/tenants/cafile.h"
#include "domain/tenants/tenantedit.h"
#include "domain/tenants/tenantevents.h"
#include "services/tenants/internal/tenantconnections.h"
#include "services/tenants/tenantkeychain.h"
#include <QCoreApplication>
#include <QFile>
#include <QUuid>
#include <algorithm>

namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::Unit;

Tenants::Tenants(Context &context, QObject *parent)
    : QObject(parent), m_context(context), m_keychain(std::make_unique<TenantKeychain>(context))
{
    connect(&context.ledger->file(), &store::Ledger::changedElsewhere, this, &Tenants::changed);
    core::logFailure(
        m_keychain->sweep(), this, lcService, "Keychain entries that belong to nobody could not be removed.");
}

Tenants::~Tenants() = default;

Async<QList<domain::Tenant>> Tenants::list()
{
    return m_context.ledger->tenants().all();
}

Async<domain::Tenant> Tenants::byName(const QString &name, bool isToRemove)
{
    return core::mapped<domain::Tenant, QList<domain::Tenant>>(
        list(), this, [name, isToRemove](const QList<domain::Tenant> &all) -> Result<domain::Tenant> {
            QStringList names;
            for (const auto &t : all) {
                if (t.name.compare(name.trimmed(), Qt::CaseInsensitive) == 0)
                    return t.problem.isEmpty() || isToRemove ? Result<domain::Tenant>(t)
                                                             : Result<domain::Tenant>(domain::problemOf(t));
                names << t.name;
            }
            core::Error e = core::fieldError(QStringLiteral("tenant"),
                names.isEmpty() ? QStringLiteral("No tenant is set up here. Add one with: idvctl tenant add NAME …")
                                : QStringLiteral("No tenant is named \"%1\". Known: %2.")
                                      .arg(name, names.join(QStringLiteral(", "))));
            e.code = ErrorCode::NotFound;
            return e;
        });
}

core::Error allFaults(const QList<core::Error> &faults)
{
    core::Error e = faults.first();
    if (faults.size() > 1) {
        QStringList lines;
        for (const auto &f : faults)
            lines << f.field + QStringLiteral(": ") + f.text;
        e.detail = lines.join(QLatin1Char('\n'));
    }
    return e;
}

domain::AuditEvent Tenants::event(const domain::Tenant &t, const QString &action, const QString &outcome) const
{
    return domain::tenantEvent(m_context.operatorName, t, action, outcome);
}

Async<domain::Tenant> Tenants::add(domain::Tenant tenant, const TenantSecrets &secrets, bool secretsOptional)
{
    tenant.name = tenant.name.trimmed();
    if (const auto faults = domain::validate(tenant); !faults.isEmpty())
        return core::ready<domain::Tenant>(allFaults(faults));
    if (const auto ca = domain::caFileFault(tenant.caFile))
        return core::ready<domain::Tenant>(*ca);
    if (const auto unsaid = domain::environmentFault(tenant)) // asked, never guessed
        return core::ready<domain::Tenant>(*unsaid);
    if (!secretsOptional && (!secrets.sailpoint || secrets.sailpoint->isEmpty()))
        return core::ready<domain::Tenant>(
            core::fieldError(QStringLiteral("client-secret"), QStringLiteral("The client secret is missing.")));
    if (tenant.id.isEmpty())
        tenant.id = core::TenantId(QUuid::createUuid().toString(QUuid::WithoutBraces));
    tenant.addedAt = m_context.clock->now();

    core::Deferred<domain::Tenant> out;
    core::whenDone<Unit>(
        m_keychain->write(tenant, secrets, event(tenant, QStringLiteral("tenant.add"), QStringLiteral("intent"))), this,
        [this, tenant, secrets, secretsOptional, out](const core::Status &stored) mutable {
            if (!stored && (!secretsOptional || stored.error().code != ErrorCode::VaultUnavailable)) {
                // What the keychain took before it failed belongs to no tenant.
                core::logFailure(m_keychain->remove(tenant), this, lcService,
                    "The secrets of a tenant that was not added could not be removed.");
                out.resolve(stored.error());
                return;
            }
            const bool isProxyOpen = !tenant.proxySignsIn || (secrets.proxyUser && secrets.proxyPassword);
            tenant.secretsMissing = !stored || !secrets.sailpoint || !secrets.idv || !isProxyOpen;
            const auto added = m_context.ledger->tenants().add(tenant, event(tenant, QStringLiteral("tenant.add")));
            core::whenDone<Unit>(added, this, [this, tenant, out](const core::Status &r) {
                if (!r) {
                    core::logFailure(m_keychain->remove(tenant), this, lcService,
                        "The secrets of a tenant that was not added could not be removed.");
                    out.resolve(r.error());
                    return;
                }
                out.resolve(tenant);
                Q_EMIT changed();
            });
        });
    return out.future();
}

Async<domain::Tenant> Tenants::update(const domain::Tenant &tenant, const QString &action)
{
    if (const auto faults = domain::validate(tenant); !faults.isEmpty())
        return core::ready<domain::Tenant>(allFaults(faults));
    return save(tenant, event(tenant, action));
}

QList<core::Error> faultsOfWords(const domain::StatusWords &words, const QString &reason)
{
    QList<core::Error> faults = domain::validate(words);
    if (const auto length = reason.trimmed().size(); length < 3 || length > 500)
        faults << core::fieldError(
            QStringLiteral("reason"), QCoreApplication::translate("StatusWords", "Say why, in 3 to 500 characters."));
    return faults;
}

Async<domain::Tenant> Tenants::setStatusWords(
    domain::Tenant tenant, const domain::StatusWords &words, const QString &reason)
{
    if (const auto faults = faultsOfWords(words, reason); !faults.isEmpty())
        return core::ready<domain::Tenant>(allFaults(faults));
    domain::AuditEvent a = event(tenant, QStringLiteral("tenant.status-words"));
    a.data.insert(QStringLiteral("before"), domain::toJson(tenant.statusWords));
    a.data.insert(QStringLiteral("words"), domain::toJson(words));
    a.data.insert(QStringLiteral("reason"), reason.trimmed());
    const domain::Tenant seen = tenant;
    tenant.statusWords = words;
    return save(tenant, a, seen);
}

Async<domain::Tenant> Tenants::update(const domain::Tenant &seen, const domain::Tenant &changed, const QString &action)
{
    if (const auto faults = domain::validate(changed); !faults.isEmpty())
        return core::ready<domain::Tenant>(allFaults(faults));
    return save(changed, event(changed, action), seen);
}

Async<domain::Tenant> Tenants::save(
    const domain::Tenant &tenant, const domain::AuditEvent &audit, const std::optional<domain::Tenant> &seen)
{
    if (!tenant.problem.isEmpty())
        return core::ready<domain::Tenant>(domain::problemOf(tenant));
    return told(m_context.ledger->tenants().update(tenant, audit, seen));
}

Async<domain::Tenant> Tenants::told(const Async<domain::Tenant> &stored)
{
    core::whenDone<domain::Tenant>(stored, this, [this](const Result<domain::Tenant> &r) {
        if (r)
            Q_EMIT changed();
    });
    return stored;
}

Async<domain::Tenant> Tenants::edit(
    const domain::Tenant &before, const domain::Tenant &after, const domain::AuditEvent &audit)
{
    const bool needsNoOpenSessions = domain::needsOf(before, after).noOpenSessions;
    return told(m_context.ledger->tenants().edit(before, after, needsNoOpenSessions, audit));
}

Async<domain::Tenant> Tenants::noteOrganisation(domain::Tenant tenant, const QString &organisation)
{
    if (organisation.isEmpty() || tenant.id.isEmpty() || !tenant.organisation.isEmpty() ||
        domain::isLabTenant(tenant.id))
        return core::ready<domain::Tenant>(tenant);
    tenant.organisation = organisation;
    return update(tenant, QStringLiteral("tenant.organisation"));
}

// Which entries of the keychain are a tenant's, only the stored one knows: whoever asks may hold an older copy.
Async<domain::Tenant> Tenants::asStored(const domain::Tenant &given)
{
    return core::mapped<domain::Tenant, QList<domain::Tenant>>(
        list(), this, [given](const QList<domain::Tenant> &all) -> Result<domain::Tenant> {
            const auto found =
                std::find_if(all.begin(), all.end(), [&given](const domain::Tenant &t) { return t.id == given.id; });
            return found == all.end() ? given : *found;
        });
}

Async<domain::Tenant> Tenants::rotate(const domain::Tenant &given, const TenantSecrets &secrets)
{
    if (!given.problem.isEmpty()) // before a secret is replaced
        return core::ready<domain::Tenant>(domain::problemOf(given));
    return core::andThen<domain::Tenant>(
        asStored(given), this, [this, given, secrets](const domain::Tenant &tenant) -> Async<domain::Tenant> {
            const auto needs = domain::needsOf(given, tenant);
            if (needs.clientSecret || needs.apiKey)
                return core::ready<domain::Tenant>(core::makeError(ErrorCode::Conflict,
                    QCoreApplication::translate("Tenants",
                        "This tenant's address or client was changed meanwhile: these secrets were tried for another "
                        "one. Look at it again.")));
            return rotateStored(tenant, secrets);
        });
}

Async<domain::Tenant> Tenants::rotateStored(domain::Tenant tenant, const TenantSecrets &secrets)
{
    const auto written =
        m_keychain->write(tenant, secrets, event(tenant, QStringLiteral("tenant.rotate"), QStringLiteral("intent")));
    const auto whole = core::andThen<Unit>(written, this, [this, tenant](Unit) { return m_keychain->hasAll(tenant); });
    return core::andThen<bool>(whole, this, [this, tenant](bool areBoth) mutable {
        tenant.secretsMissing = !areBoth;
        return update(tenant, QStringLiteral("tenant.rotate"));
    });
}

Async<Unit> Tenants::remove(const domain::Tenant &given, bool endsOpen)
{
    return core::andThen<domain::Tenant>(asStored(given), this,
        [this, endsOpen](const domain::Tenant &tenant) { return removeStored(tenant, endsOpen); });
}

Async<Unit> Tenants::removeStored(const domain::Tenant &tenant, bool endsOpen)
{
    // The audit record comes first: no record, no action.
    const auto removed =
        m_context.ledger->tenants().remove(tenant.id, endsOpen, event(tenant, QStringLiteral("tenant.remove")));
    return core::andThen<Unit>(removed, this, [this, tenant](Unit) {
        for (const auto &suffix : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")})
            QFile::remove(cachePath(m_context.dataDir, tenant.id) + suffix);
        QFile::remove(m_context.dataDir + QStringLiteral("/budget-") + tenant.id.str());
        Q_EMIT changed();
        return m_keychain->remove(tenant);
    });
}

Async<Unit> Tenants::sweepSecrets()
{
    return m_keychain->sweep();
}

Async<domain::Tenant> Tenants::setReadOnly(domain::Tenant tenant, bool readOnly)
{
    tenant.readOnly = readOnly;
    const QString action = readOnly ? QStringLiteral("tenant.lock") : QStringLiteral("tenant.unlock");
    return save(tenant, event(tenant, action));
}

Async<QString> Tenants::keychainProblem()
{
    return core::mapped<QString, core::KeyringState>(
        m_context.vault.probe(), this, [](core::KeyringState s) -> Result<QString> {
            return s == core::KeyringState::Unlocked ? QString() : vault::keyringMessage(s);
        });
}

} // namespace services
