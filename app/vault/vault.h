#pragma once
#include "core/vault.h"
#include <QHash>
#include <QObject>

namespace vault {

using core::KeyringState;
using core::Vault;

/// One sentence for a person, per state: what it is and the way out.
QString keyringMessage(KeyringState state);

/// The desktop's keychain through QtKeychain.
class KeychainVault final : public Vault
{
    Q_OBJECT
public:
    explicit KeychainVault(QString service = QStringLiteral("idv-console"), QObject *parent = nullptr);
    core::Async<KeyringState> probe() override;
    core::Async<core::SecretPtr> read(const QString &key) override;
    core::Async<core::Unit> write(const QString &key, const core::SecretPtr &secret) override;
    core::Async<core::Unit> remove(const QString &key) override;

private:
    core::Async<core::Unit> whenUsable();
    core::Async<core::SecretPtr> readNow(const QString &key);
    QString m_service;
};

/// Memory over another vault: what was given for this run (`--secrets -`, the simulator) is answered from memory and
/// never stored; the rest goes through.
class MemoryVault final : public Vault
{
    Q_OBJECT
public:
    explicit MemoryVault(std::unique_ptr<Vault> below = {}, QObject *parent = nullptr);
    void hold(const QString &key, const core::SecretPtr &secret);
    void forget(const QString &key);
    /// With a window: what the keychain cannot take is held in memory for this run, and a banner says so.
    void setFallsBackToMemory(bool isOn) { m_fallsBack = isOn; }
    core::Async<KeyringState> probe() override;
    core::Async<core::SecretPtr> read(const QString &key) override;
    core::Async<core::Unit> write(const QString &key, const core::SecretPtr &secret) override;
    core::Async<core::Unit> keep(const QString &key, const core::SecretPtr &secret) override;
    core::Async<core::Unit> remove(const QString &key) override;

private:
    std::unique_ptr<Vault> m_below;
    QHash<QString, core::SecretPtr> m_held;
    bool m_fallsBack = false;
};

} // namespace vault
