#pragma once
#include "core/async.h"
#include "core/secret.h"
#include <QObject>

namespace core {

/// What a look at the desktop's Secret Service shows, before anything is asked of it.
enum class KeyringState {
    Unlocked,
    Locked,
    NoCollection, ///< the service runs, but no keyring exists yet
    NoService,    ///< a session bus without a Secret Service
    NoBus,        ///< no session bus: a plain terminal or a cron job
};

/// Where credentials live. Never a file. Thread: the object's.
class Vault : public QObject
{
public:
    using QObject::QObject;
    /// Looks, with a time-out of its own; never prompts.
    virtual Async<KeyringState> probe() = 0;
    /// NotFound when there is no such secret, VaultUnavailable when the keychain cannot be used.
    virtual Async<SecretPtr> read(const QString &key) = 0;
    virtual Async<Unit> write(const QString &key, const SecretPtr &secret) = 0;
    /// As write(), where losing it would lock somebody out: never held in memory only.
    virtual Async<Unit> keep(const QString &key, const SecretPtr &secret) { return write(key, secret); }
    /// Gone means proven gone: read back afterwards.
    virtual Async<Unit> remove(const QString &key) = 0;
};

} // namespace core
