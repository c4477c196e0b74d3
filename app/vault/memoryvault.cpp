#include "vault/vault.h"

namespace vault {

MemoryVault::MemoryVault(std::unique_ptr<Vault> below, QObject *parent) : Vault(parent), m_below(std::move(below)) {}

void MemoryVault::hold(const QString &key, const core::SecretPtr &secret)
{
    m_held.insert(key, secret);
}
void MemoryVault::forget(const QString &key)
{
    m_held.remove(key);
}

core::Async<KeyringState> MemoryVault::probe()
{
    return m_below ? m_below->probe() : core::ready<KeyringState>(KeyringState::NoService);
}

core::Async<core::SecretPtr> MemoryVault::read(const QString &key)
{
    if (const auto it = m_held.constFind(key); it != m_held.constEnd())
        return core::ready<core::SecretPtr>(*it);
    if (m_below)
        return m_below->read(key);
    return core::ready<core::SecretPtr>(
        core::makeError(core::ErrorCode::NotFound, QStringLiteral("No such secret was given for this run.")));
}

core::Async<core::Unit> MemoryVault::write(const QString &key, const core::SecretPtr &secret)
{
    if (!m_below) {
        hold(key, secret);
        return core::ready<core::Unit>(core::ok());
    }
    m_held.remove(key);
    core::Deferred<core::Unit> out;
    core::whenDone<core::Unit>(m_below->write(key, secret), this, [this, key, secret, out](const core::Status &r) {
        if (!r && m_fallsBack && r.error().code == core::ErrorCode::VaultUnavailable) {
            hold(key, secret);
            out.resolve(core::ok());
            return;
        }
        out.resolve(r);
    });
    return out.future();
}

core::Async<core::Unit> MemoryVault::keep(const QString &key, const core::SecretPtr &secret)
{
    if (!m_below)
        return core::ready<core::Unit>(
            core::makeError(core::ErrorCode::VaultUnavailable, keyringMessage(KeyringState::NoService)));
    m_held.remove(key);
    return m_below->keep(key, secret);
}

core::Async<core::Unit> MemoryVault::remove(const QString &key)
{
    m_held.remove(key);
    return m_below ? m_below->remove(key) : core::ready<core::Unit>(core::ok());
}

} // namespace vault
