#include "services/tenants/tenantkeychain.h"
#include "services/tenants/internal/tenantconnections.h"
#include "services/tenants/tenants.h"
#include <QCoreApplication>

namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::Unit;

/// Names of keychain entries (no secrets) that belong to nobody and could not be removed.
static const QString orphansSetting = QStringLiteral("vault-orphans");

TenantKeychain::TenantKeychain(Context &context, QObject *parent) : QObject(parent), m_context(context) {}

Async<Unit> TenantKeychain::write(
    const domain::Tenant &tenant, const TenantSecrets &secrets, const domain::AuditEvent &intent, Place place)
{
    QList<std::pair<QString, core::SecretPtr>> todo;
    const auto add = [&](const QString &name, const core::SecretPtr &s) {
        if (s && !s->isEmpty())
            todo.append({secretKey(tenant, name), s});
    };
    add(secretname::sailpoint, secrets.sailpoint);
    add(secretname::idv, secrets.idv);
    add(secretname::workflowId, secrets.workflowId);
    add(secretname::workflow, secrets.workflow);
    add(secretname::proxyUser, secrets.proxyUser);
    add(secretname::proxyPassword, secrets.proxyPassword);
    add(secretname::callback, secrets.callback);
    add(secretname::callbackNext, secrets.callbackNext);
    add(secretname::events, secrets.events);
    Async<Unit> chain = todo.isEmpty() ? core::ready<Unit>(core::ok()) : m_context.ledger->audit().append(intent);
    for (const auto &[key, secret] : todo) {
        chain = core::andThen<Unit>(
            chain, this, [this, place, key = key, secret = secret](Unit) { return put(key, secret, place); });
    }
    return chain;
}

Async<Unit> TenantKeychain::put(const QString &key, const core::SecretPtr &secret, Place place)
{
    return place == Place::KeychainOnly ? m_context.vault.keep(key, secret) : m_context.vault.write(key, secret);
}

Async<bool> TenantKeychain::hasAll(const domain::Tenant &tenant)
{
    QStringList names{secretname::sailpoint, secretname::idv};
    if (tenant.proxySignsIn)
        names << secretname::proxyUser << secretname::proxyPassword;
    Async<bool> chain = core::ready<bool>(true);
    for (const QString &name : std::as_const(names)) {
        chain = core::andThen<bool>(chain, this, [this, key = secretKey(tenant, name)](bool soFar) {
            core::Deferred<bool> out;
            core::whenDone<core::SecretPtr>(m_context.vault.read(key), this,
                [soFar, out](const Result<core::SecretPtr> &s) { out.resolve(soFar && s && *s && !(*s)->isEmpty()); });
            return out.future();
        });
    }
    return chain;
}

// Every one is tried. Those that a keychain keeps are remembered by name, and tried again whenever tenants are.
Async<Unit> TenantKeychain::remove(const domain::Tenant &tenant)
{
    QStringList keys;
    for (const auto &name : secretname::all)
        keys << secretKey(tenant, name);
    return removeKeys(keys);
}

Async<Unit> TenantKeychain::removeKeys(const QStringList &keys)
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
        core::andThen<Unit>(chain, this, [this](Unit) { return m_context.ledger->settings().value(orphansSetting); });
    return core::andThen<QString>(known, this, [this, keys, left, why](const QString &stored) {
        QStringList all = stored.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        for (const QString &key : keys)
            all.removeAll(key);
        all << *left;
        const QString now = all.join(QLatin1Char('\n'));
        const auto kept =
            now == stored ? core::ready<Unit>(core::ok()) : m_context.ledger->settings().set(orphansSetting, now);
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

Async<Unit> TenantKeychain::announce(const QStringList &keys)
{
    return core::andThen<QString>(
        m_context.ledger->settings().value(orphansSetting), this, [this, keys](const QString &stored) {
            const QStringList all = stored.split(QLatin1Char('\n'), Qt::SkipEmptyParts) + keys;
            return keys.isEmpty() ? core::ready<Unit>(core::ok())
                                  : m_context.ledger->settings().set(orphansSetting, all.join(QLatin1Char('\n')));
        });
}

// One edit at a time, whatever process: what the orphans' list tells of is not yet in any tenant.
static const QString editLease = QStringLiteral("tenant-secrets");
// A process that is gone holds nothing; this is for one of another host.
static constexpr std::chrono::minutes editTime(10);

Async<Unit> TenantKeychain::beginEdit(const QStringList &keys)
{
    return core::andThen<bool>(m_context.ledger->leases().take(editLease, m_context.holder, editTime), this,
        [this, keys](bool isOurs) -> Async<Unit> {
            if (!isOurs)
                return core::ready<Unit>(core::conflict(core::ErrorReason::Explained,
                    QCoreApplication::translate("Tenants",
                        "Another window or idvctl is storing secrets just now. Nothing was changed. Try again in a "
                        "moment.")));
            return announce(keys);
        });
}

Async<Unit> TenantKeychain::endEdit(const QStringList &keys)
{
    return core::andThen<Unit>(
        announce(keys), this, [this](Unit) { return m_context.ledger->leases().release(editLease, m_context.holder); });
}

Async<Unit> TenantKeychain::copy(const QString &from, const QString &to, Place place)
{
    core::Deferred<Unit> out;
    core::whenDone<core::SecretPtr>(
        m_context.vault.read(from), this, [this, to, place, out](const Result<core::SecretPtr> &secret) {
            if (!secret)
                return out.resolve(
                    secret.error().code == ErrorCode::NotFound ? core::ok() : core::Status(secret.error()));
            core::whenDone<Unit>(put(to, *secret, place), this, [out](const core::Status &r) { out.resolve(r); });
        });
    return out.future();
}

// The list first and the tenants last: of an edit that ended in between, the tenants tell.
Async<Unit> TenantKeychain::sweep()
{
    return core::andThen<QString>(
        m_context.ledger->settings().value(orphansSetting), this, [this](const QString &stored) -> Async<Unit> {
            const QStringList keys = stored.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
            if (keys.isEmpty())
                return core::ready<Unit>(core::ok());
            return core::andThen<bool>(m_context.ledger->leases().isHeld(editLease), this,
                [this, keys](bool isEdited) { return isEdited ? core::ready<Unit>(core::ok()) : removeOrphans(keys); });
        });
}

Async<Unit> TenantKeychain::removeOrphans(const QStringList &keys)
{
    // A tenant that is there owns its secrets, whatever a list says.
    return core::andThen<QList<domain::Tenant>>(
        m_context.ledger->tenants().all(), this, [this, keys](const QList<domain::Tenant> &tenants) {
            QStringList orphans = keys;
            for (const auto &t : tenants) {
                for (const auto &name : secretname::all)
                    orphans.removeAll(secretKey(t, name));
            }
            return removeKeys(orphans);
        });
}

} // namespace services
