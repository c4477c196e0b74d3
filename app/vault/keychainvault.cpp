#include "core/log.h"
#include "vault/vault.h"
#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QTimer>
#include <qt6keychain/keychain.h>

namespace vault {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::Unit;

static constexpr int probeTimeoutMs = 2000;
static constexpr int jobTimeoutMs = 5000;

static QString sayVault(const char *text)
{
    return QCoreApplication::translate("Vault", text);
}

QString keyringMessage(KeyringState state)
{
    switch (state) {
    case KeyringState::Unlocked: return sayVault(QT_TRANSLATE_NOOP("Vault", "The keychain is ready."));
    case KeyringState::Locked:
        return sayVault(QT_TRANSLATE_NOOP(
            "Vault", "The keychain is locked. Unlock it to connect; the console stores no secret anywhere else."));
    case KeyringState::NoCollection:
        return sayVault(QT_TRANSLATE_NOOP("Vault",
            "The keychain has no keyring yet. Create one in the desktop's password settings, then try again."));
    case KeyringState::NoService:
        return sayVault(QT_TRANSLATE_NOOP("Vault", "No keychain service runs in this session. Install gnome-keyring or "
                                                   "KWallet, or give the secrets for this run only."));
    case KeyringState::NoBus:
        return sayVault(QT_TRANSLATE_NOOP("Vault",
            "There is no desktop session, so no keychain. Give the secrets for this run only, with --secrets -."));
    }
    return {};
}

KeychainVault::KeychainVault(QString service, QObject *parent) : Vault(parent), m_service(std::move(service)) {}

static void askLocked(KeychainVault *self, const QString &path, const core::Deferred<KeyringState> &out)
{
    auto get = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"), path,
        QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    get << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(get, probeTimeoutMs), self);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, self, [out](QDBusPendingCallWatcher *w) {
        const QDBusPendingReply<QDBusVariant> r = *w;
        w->deleteLater();
        if (r.isError())
            out.resolve(KeyringState::NoService);
        else
            out.resolve(r.value().variant().toBool() ? KeyringState::Locked : KeyringState::Unlocked);
    });
}

Async<KeyringState> KeychainVault::probe()
{
    core::Deferred<KeyringState> out;
    const auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        out.resolve(KeyringState::NoBus);
        return out.future();
    }
    auto alias = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"),
        QStringLiteral("/org/freedesktop/secrets"), QStringLiteral("org.freedesktop.Secret.Service"),
        QStringLiteral("ReadAlias"));
    alias << QStringLiteral("default");
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(alias, probeTimeoutMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, out](QDBusPendingCallWatcher *w) {
        const QDBusPendingReply<QDBusObjectPath> r = *w;
        w->deleteLater();
        if (r.isError())
            out.resolve(KeyringState::NoService);
        else if (r.value().path().isEmpty() || r.value().path() == QLatin1String("/"))
            out.resolve(KeyringState::NoCollection);
        else
            askLocked(this, r.value().path(), out);
    });
    return out.future();
}

Async<Unit> KeychainVault::whenUsable()
{
    return core::mapped<Unit, KeyringState>(probe(), this, [](KeyringState s) -> core::Status {
        if (s != KeyringState::Unlocked)
            return core::makeError(ErrorCode::VaultUnavailable, keyringMessage(s));
        return core::ok();
    });
}

// A job that is deleted while it runs crashes libsecret: it stays alive and deletes itself; only the waiting ends.
static void startJob(QKeychain::Job *job, const QString &key)
{
    job->setKey(key);
    job->setAutoDelete(true);
    job->setInsecureFallback(false); // never a file; allowed: sets false
    job->start();
}

template <class T>
static void timeOut(KeychainVault *self, const core::Deferred<T> &out)
{
    QTimer::singleShot(jobTimeoutMs, self, [out] {
        out.resolve(core::makeError(ErrorCode::VaultUnavailable,
            sayVault(QT_TRANSLATE_NOOP("Vault", "The keychain does not answer. It may be waiting for its password."))));
    });
}

static core::Error failed(const QKeychain::Job *job)
{
    return core::makeError(ErrorCode::VaultUnavailable,
        sayVault(QT_TRANSLATE_NOOP("Vault", "The keychain refused the request.")), job->errorString());
}

Async<core::SecretPtr> KeychainVault::readNow(const QString &key)
{
    core::Deferred<core::SecretPtr> out;
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    QObject::connect(job, &QKeychain::Job::finished, job, [out, job] {
        if (job->error() == QKeychain::EntryNotFound) {
            out.resolve(core::makeError(
                ErrorCode::NotFound, sayVault(QT_TRANSLATE_NOOP("Vault", "The keychain holds no such secret."))));
        } else if (job->error() != QKeychain::NoError) {
            out.resolve(failed(job));
        } else {
            QByteArray bytes = job->binaryData();
            out.resolve(core::makeSecret(bytes));
            core::wipe(bytes);
        }
    });
    startJob(job, key);
    timeOut(this, out);
    return out.future();
}

Async<core::SecretPtr> KeychainVault::read(const QString &key)
{
    return core::andThen<Unit>(whenUsable(), this, [this, key](Unit) { return readNow(key); });
}

Async<Unit> KeychainVault::write(const QString &key, const core::SecretPtr &secret)
{
    const auto stored = core::andThen<Unit>(whenUsable(), this, [this, key, secret](Unit) {
        core::Deferred<Unit> out;
        auto *job = new QKeychain::WritePasswordJob(m_service);
        job->setBinaryData(secret->reveal().toByteArray());
        QObject::connect(job, &QKeychain::Job::finished, job, [out, job] {
            if (job->error() == QKeychain::NoError)
                out.resolve(core::ok());
            else
                out.resolve(failed(job));
        });
        startJob(job, key);
        timeOut(this, out);
        return out.future();
    });
    // Round trip: what cannot be read back was not stored.
    return core::andThen<Unit>(stored, this, [this, key, secret](Unit) {
        return core::mapped<Unit, core::SecretPtr>(
            readNow(key), this, [secret](const core::SecretPtr &back) -> core::Status {
                if (back->reveal() != secret->reveal())
                    return core::makeError(ErrorCode::VaultUnavailable,
                        sayVault(QT_TRANSLATE_NOOP("Vault", "The keychain did not keep the secret.")));
                return core::ok();
            });
    });
}

Async<Unit> KeychainVault::remove(const QString &key)
{
    const auto removed = core::andThen<Unit>(whenUsable(), this, [this, key](Unit) {
        core::Deferred<Unit> out;
        auto *job = new QKeychain::DeletePasswordJob(m_service);
        QObject::connect(job, &QKeychain::Job::finished, job, [out, job] {
            if (job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound)
                out.resolve(core::ok());
            else
                out.resolve(failed(job));
        });
        startJob(job, key);
        timeOut(this, out);
        return out.future();
    });
    return core::andThen<Unit>(removed, this, [this, key](Unit) {
        core::Deferred<Unit> out;
        core::whenDone<core::SecretPtr>(readNow(key), this, [out](const Result<core::SecretPtr> &r) {
            if (!r && r.error().code == ErrorCode::NotFound)
                out.resolve(core::ok());
            else
                out.resolve(core::makeError(ErrorCode::VaultUnavailable,
                    sayVault(QT_TRANSLATE_NOOP("Vault", "The keychain still holds the secret."))));
        });
        return out.future();
    });
}

} // namespace vault
