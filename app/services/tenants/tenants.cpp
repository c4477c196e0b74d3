#include "services/tenants/tenants.h"
#include "core/logfailure.h"
#include "domain/tenants/tenantevents.h"
#include "services/tenants/tenantconnections.h"
#include <QCoreApplication>
#include <QFile>
#include <QUuid>

namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::Unit;

/// Names of keychain entries (no secrets) that belong to nobody and could not be removed.
static const QString orphansSetting = QStringLiteral("vault-orphans");

Tenants::Tenants(Context &context, QObject *parent) : QObject(parent), m_context(context)
{
    connect(&context.ledger, &store::Ledger::changedElsewhere, this, &Tenants::changed);
    core::logFailure(sweepSecrets(), this, lcService, "Keychain entries that belong to nobody could not be removed.");
}

Async<QList<domain::Tenant>> Tenants::list()
{
    return m_context.ledger.tenants().all();
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

Async<Unit> Tenants::store(const domain::Tenant &tenant, const TenantSecrets &secrets, const QString &action)
{
    QList<std::pair<QString, core::SecretPtr>> todo;
    const auto add = [&](const QString &name, const core::SecretPtr &s) {
        if (s && !s->isEmpty())
            todo.append({secretKey(tenant.id, name), s});
    };
    add(secretname::sailpoint, secrets.sailpoint);
    add(secretname::idv, secrets.idv);
    add(secretname::workflowId, secrets.workflowId);
    add(secretname::workflow, secrets.workflow);
    add(secretname::callback, secrets.callback);
    add(secretname::callbackNext, secrets.callbackNext);
    add(secretname::events, secrets.events);
    Async<Unit> chain = todo.isEmpty()
                            ? core::ready<Unit>(core::ok())
                            : m_context.ledger.audit().append(event(tenant, action, QStringLiteral("intent")));
    for (const auto &[key, secret] : todo) {
        chain = core::andThen<Unit>(
            chain, this, [this, key = key, secret = secret](Unit) { return m_context.vault.write(key, secret); });
    }
    return chain;
}

Async<domain::Tenant> Tenants::add(domain::Tenant tenant, const TenantSecrets &secrets, bool secretsOptional)
{
    tenant.name = tenant.name.trimmed();
    if (const auto faults = domain::validate(tenant); !faults.isEmpty())
        return core::ready<domain::Tenant>(allFaults(faults));
    if (const auto unsaid = domain::environmentFault(tenant)) // asked, never guessed
        return core::ready<domain::Tenant>(*unsaid);
    if (!secretsOptional && (!secrets.sailpoint || secrets.sailpoint->isEmpty()))
        return core::ready<domain::Tenant>(
            core::fieldError(QStringLiteral("client-secret"), QStringLiteral("The client secret is missing.")));
    if (tenant.id.isEmpty())
        tenant.id = core::TenantId(QUuid::createUuid().toString(QUuid::WithoutBraces));
    tenant.addedAt = m_context.clock->now();

    core::Deferred<domain::Tenant> out;
    core::whenDone<Unit>(store(tenant, secrets, QStringLiteral("tenant.add")), this,
        [this, tenant, secrets, secretsOptional, out](const core::Status &stored) mutable {
            if (!stored && (!secretsOptional || stored.error().code != ErrorCode::VaultUnavailable)) {
                // What the keychain took before it failed belongs to no tenant.
                core::logFailure(removeSecrets(tenant.id), this, lcService,
                    "The secrets of a tenant that was not added could not be removed.");
                out.resolve(stored.error());
                return;
            }
            tenant.secretsMissing = !stored || !secrets.sailpoint || !secrets.idv;
            const auto added = m_context.ledger.tenants().add(tenant, event(tenant, QStringLiteral("tenant.add")));
            core::whenDone<Unit>(added, this, [this, tenant, out](const core::Status &r) {
                if (!r) {
                    core::logFailure(removeSecrets(tenant.id), this, lcService,
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

Async<Unit> Tenants::update(const domain::Tenant &tenant, const QString &action)
{
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

Async<Unit> Tenants::setStatusWords(domain::Tenant tenant, const domain::StatusWords &words, const QString &reason)
{
    if (const auto faults = faultsOfWords(words, reason); !faults.isEmpty())
        return core::ready<Unit>(allFaults(faults));
    domain::AuditEvent a = event(tenant, QStringLiteral("tenant.status-words"));
    a.data.insert(QStringLiteral("before"), domain::toJson(tenant.statusWords));
    a.data.insert(QStringLiteral("words"), domain::toJson(words));
    a.data.insert(QStringLiteral("reason"), reason.trimmed());
    tenant.statusWords = words;
    return save(tenant, a);
}

Async<Unit> Tenants::save(const domain::Tenant &tenant, const domain::AuditEvent &audit)
{
    if (!tenant.problem.isEmpty())
        return core::ready<Unit>(domain::problemOf(tenant));
    if (const auto faults = domain::validate(tenant); !faults.isEmpty())
        return core::ready<Unit>(allFaults(faults));
    const auto done = m_context.ledger.tenants().update(tenant, audit);
    core::whenDone<Unit>(done, this, [this](const core::Status &r) {
        if (r)
            Q_EMIT changed();
    });
    return done;
}

Async<Unit> Tenants::rotate(domain::Tenant tenant, const TenantSecrets &secrets)
{
    if (!tenant.problem.isEmpty()) // before a secret is replaced
        return core::ready<Unit>(domain::problemOf(tenant));
    return core::andThen<Unit>(
        store(tenant, secrets, QStringLiteral("tenant.rotate")), this, [this, tenant](Unit) mutable {
            tenant.secretsMissing = false;
            return update(tenant, QStringLiteral("tenant.rotate"));
        });
}

// Every one is tried. Those that a keychain keeps are remembered by name, and tried again whenever tenants are.
Async<Unit> Tenants::removeSecrets(const core::TenantId &tenant)
{
    QStringList keys;
    for (const auto &name : secretname::all)
        keys << secretKey(tenant, name);
    return removeKeys(keys);
}

Async<Unit> Tenants::removeKeys(const QStringList &keys)
{
    auto left = std::make_shared<QStringList>();
    auto why = std::make_shared<std::optional<core::Error>>();
    Async<Unit> chain = core::ready<Unit>(core::ok());
    for (const QString &key : keys) {
        chain = core::andThen<Unit>(chain, this, [this, key, left, why](Unit) {
            core::Deferred<Unit> tried;
            core::whenDone<Unit>(m_context.vault.remove(key), this, [key, left, why, tried](const core::Status &r) {
                if (!r && r.error().code != ErrorCode::NotFound) { // it may be there
                    *left << key;
                    *why = r.error();
                }
                tried.resolve(core::ok());
            });
            return tried.future();
        });
    }
    const auto known =
        core::andThen<Unit>(chain, this, [this](Unit) { return m_context.ledger.settings().value(orphansSetting); });
    return core::andThen<QString>(known, this, [this, keys, left, why](const QString &stored) {
        QStringList all = stored.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        for (const QString &key : keys)
            all.removeAll(key);
        all << *left;
        const QString now = all.join(QLatin1Char('\n'));
        const auto kept =
            now == stored ? core::ready<Unit>(core::ok()) : m_context.ledger.settings().set(orphansSetting, now);
        return core::mapped<Unit, Unit>(kept, this, [left, why](Unit) -> core::Status {
            if (left->isEmpty())
                return core::ok();
            core::Error e = **why;
            e.text = QCoreApplication::translate("Tenants",
                "%n secret(s) are still in the keychain and are removed as soon as it can be used: %1", nullptr,
                int(left->size()))
                         .arg(e.text);
            return e;
        });
    });
}

Async<Unit> Tenants::sweepSecrets()
{
    return core::andThen<QString>(
        m_context.ledger.settings().value(orphansSetting), this, [this](const QString &stored) {
            const QStringList keys = stored.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
            if (keys.isEmpty())
                return core::ready<Unit>(core::ok());
            // A tenant that is there owns its secrets, whatever a list says.
            return core::andThen<QList<domain::Tenant>>(
                list(), this, [this, keys](const QList<domain::Tenant> &tenants) {
                    QStringList orphans = keys;
                    for (const auto &t : tenants) {
                        for (const auto &name : secretname::all)
                            orphans.removeAll(secretKey(t.id, name));
                    }
                    return removeKeys(orphans);
                });
        });
}

Async<Unit> Tenants::remove(const domain::Tenant &tenant, bool endsOpen)
{
    // The audit record comes first: no record, no action.
    const auto removed =
        m_context.ledger.tenants().remove(tenant.id, endsOpen, event(tenant, QStringLiteral("tenant.remove")));
    return core::andThen<Unit>(removed, this, [this, tenant](Unit) {
        for (const auto &suffix : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")})
            QFile::remove(cachePath(m_context.dataDir, tenant.id) + suffix);
        QFile::remove(m_context.dataDir + QStringLiteral("/budget-") + tenant.id.str());
        Q_EMIT changed();
        return removeSecrets(tenant.id);
    });
}

Async<Unit> Tenants::setReadOnly(domain::Tenant tenant, bool readOnly)
{
    tenant.readOnly = readOnly;
    return update(tenant, readOnly ? QStringLiteral("tenant.lock") : QStringLiteral("tenant.unlock"));
}

Async<QString> Tenants::keychainProblem()
{
    return core::mapped<QString, vault::KeyringState>(
        m_context.vault.probe(), this, [](vault::KeyringState s) -> Result<QString> {
            return s == vault::KeyringState::Unlocked ? QString() : vault::keyringMessage(s);
        });
}

} // namespace services
