#pragma once
#include "core/async.h"
#include "core/secret.h"
#include <QHash>
#include <QObject>

namespace vault {

/// What a look at the desktop's Secret Service shows, before anything is asked of it.
enum class KeyringState {
    Unlocked,
    Locked,
    NoCollection, ///< the service runs, but no keyring exists yet
    NoService,    ///< a session bus without a Secret Service
    NoBus,        ///< no session bus: a plain terminal or a cron job
};

/// One sentence for a person, per state: what it is and the way out.
QString keyringMessage(KeyringState state);

/// Where credentials live. Never a file. Thread: the object's.
class Vault : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// Looks, with a time-out of its own; never prompts.
    virtual core::Async<KeyringState> probe() = 0;
    /// NotFound when there is no such secret, VaultUnavailable when the keychain cannot be used.
    virtual core::Async<core::SecretPtr> read(const QString &key) = 0;
    virtual core::Async<core::Unit> write(const QString &key, const core::SecretPtr &secret) = 0;
    /// Gone means proven gone: read back afterwards.
    virtual core::Async<core::Unit> remove(const QString &key) = 0;
};

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
    void hold(const QString &key, core::SecretPtr secret);
    void forget(const QString &key);
    /// With a window: what the keychain cannot take is held in memory for this run, and a banner says so.
    void setFallsBackToMemory(bool isOn) { m_fallsBack = isOn; }
    core::Async<KeyringState> probe() override;
    core::Async<core::SecretPtr> read(const QString &key) override;
    core::Async<core::Unit> write(const QString &key, const core::SecretPtr &secret) override;
    core::Async<core::Unit> remove(const QString &key) override;

private:
    std::unique_ptr<Vault> m_below;
    QHash<QString, core::SecretPtr> m_held;
    bool m_fallsBack = false;
};

} // namespace vault
