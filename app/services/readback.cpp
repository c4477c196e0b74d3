#include "services/readback.h"
#include "domain/recovery.h"
#include "services/context.h"
#include "services/signing.h"
#include "store/ledger/ledger.h"
#include "vault/vault.h"
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QThreadPool>
#include <openssl/evp.h>

namespace services {

using core::Async;
using core::Result;
using core::SecretPtr;

static const QString keyName = QStringLiteral("recovery/read-back-key");
static const QString keyed = QStringLiteral("key");
static const QString slow = QStringLiteral("scrypt");
static QString sayRecovery(const char *text) { return QCoreApplication::translate("Recovery", text); }

// Nothing where this computer keeps no secrets.
static Async<SecretPtr> readKey(Context &context, QObject *owner, bool mayMake)
{
    core::Deferred<SecretPtr> out;
    core::whenDone<SecretPtr>(context.vault.read(keyName), owner, [&context, owner, mayMake, out](const Result<SecretPtr> &known) {
        if (known)
            return out.resolve(*known);
        const auto made = mayMake && known.error().code == core::ErrorCode::NotFound ? newSigningSeed() : Result<SecretPtr>(known.error());
        if (!made)
            return out.resolve(SecretPtr());
        core::whenDone<core::Unit>(context.vault.write(keyName, *made), owner, [out, made](const core::Status &r) { out.resolve(r ? *made : SecretPtr()); });
    });
    return out.future();
}

static QString keyedDigest(const SecretPtr &key, const core::SessionId &session, const QString &code)
{
    return QString::fromLatin1(domain::codeDigest(code, session.str(), key->reveal().toByteArray()));
}

static Async<QString> slowDigest(const core::SessionId &session, const QString &code)
{
    core::Deferred<QString> out;
    QThreadPool::globalInstance()->start([session, code, out] {
        const QByteArray pass = code.trimmed().toLower().toUtf8(), salt = session.str().toUtf8();
        QByteArray digest(32, '\0');
        const bool isMade = EVP_PBE_scrypt(pass.constData(), size_t(pass.size()), reinterpret_cast<const unsigned char *>(salt.constData()), size_t(salt.size()), 1u << 16, 8, 1, 128u << 20,
                                           reinterpret_cast<unsigned char *>(digest.data()), size_t(digest.size())) == 1;
        out.resolve(isMade ? Result<QString>(QString::fromLatin1(digest.toHex())) : Result<QString>(core::makeError(core::ErrorCode::Internal, QStringLiteral("No digest could be made."))));
    });
    return out.future();
}

// The end of one link must not be the end of the next one: "session digest" of the last.
static Async<bool> isOwnEnd(Context &context, QObject *owner, const core::TenantId &tenant, const core::SessionId &session, const QString &token)
{
    const QString name = QStringLiteral("link-end:") + tenant.str();
    const QString digest = QString::fromLatin1(QCryptographicHash::hash(token.toUtf8(), QCryptographicHash::Sha256).toHex());
    return core::andThen<QString>(context.ledger.setting(name), owner, [&context, owner, name, session, digest](const QString &last) {
        const QStringList parts = last.split(QLatin1Char(' '));
        const bool isOwn = parts.value(1) != digest || parts.value(0) == session.str();
        return core::mapped<bool, core::Unit>(context.ledger.setSetting(name, session.str() + QLatin1Char(' ') + digest), owner, [isOwn](core::Unit) -> Result<bool> { return isOwn; });
    });
}

Async<QJsonObject> readBackNote(Context &context, QObject *owner, const core::TenantId &tenant, const core::SessionId &session, const QString &link)
{
    const QString code = domain::readBackCode(link);
    if (code.isEmpty())
        return core::ready<QJsonObject>(QJsonObject());
    const auto own = isOwnEnd(context, owner, tenant, session, domain::linkToken(link));
    return core::andThen<bool>(own, owner, [&context, owner, session, code](bool isOwn) {
        if (!isOwn)
            return core::ready<QJsonObject>(QJsonObject());
        return core::andThen<SecretPtr>(readKey(context, owner, true), owner, [owner, session, code](const SecretPtr &key) {
            const auto digest = key ? core::ready<QString>(keyedDigest(key, session, code)) : slowDigest(session, code);
            return core::mapped<QJsonObject, QString>(digest, owner, [with = key ? keyed : slow](const QString &d) -> Result<QJsonObject> { return QJsonObject{{QStringLiteral("readBack"), d}, {QStringLiteral("with"), with}}; });
        });
    });
}

Async<QString> readBackDigest(Context &context, QObject *owner, const core::SessionId &session, const QString &code, const QString &with)
{
    const auto gone = [] { return core::makeError(core::ErrorCode::Conflict, sayRecovery(QT_TRANSLATE_NOOP("Recovery", "This session's link is not known here, so there is no code to compare."))); };
    if (with == slow)
        return slowDigest(session, code);
    if (with != keyed)
        return core::ready<QString>(gone());
    return core::andThen<SecretPtr>(readKey(context, owner, false), owner, [session, code, gone](const SecretPtr &key) { return key ? core::ready<QString>(keyedDigest(key, session, code)) : core::ready<QString>(gone()); });
}

} // namespace services
