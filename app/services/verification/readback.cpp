#include "services/verification/readback.h"
#include "domain/recovery/recovery.h"
#include "services/audit/signing.h"
#include "services/recovery/recoverytext.h"
#include "services/tenants/context.h"
#include "services/tenants/internal/stores.h"
#include "vault/vault.h"
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
// Nothing where this computer keeps no secrets.
static Async<SecretPtr> readKey(Context &context, QObject *owner, bool mayMake)
{
    core::Deferred<SecretPtr> out;
    core::whenDone<SecretPtr>(
        context.vault.read(keyName), owner, [&context, owner, mayMake, out](const Result<SecretPtr> &known) {
            if (known)
                return out.resolve(*known);
            const auto made = mayMake && known.error().code == core::ErrorCode::NotFound
                                  ? newSigningSeed()
                                  : Result<SecretPtr>(known.error());
            if (!made)
                return out.resolve(SecretPtr());
            core::whenDone<core::Unit>(context.vault.write(keyName, *made), owner,
                [out, made](const core::Status &r) { out.resolve(r ? *made : SecretPtr()); });
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
        const bool isMade =
            EVP_PBE_scrypt(pass.constData(), size_t(pass.size()),
                reinterpret_cast<const unsigned char *>(salt.constData()), size_t(salt.size()), 1u << 16, 8, 1,
                128u << 20, reinterpret_cast<unsigned char *>(digest.data()), size_t(digest.size())) == 1;
        out.resolve(isMade ? Result<QString>(QString::fromLatin1(digest.toHex()))
                           : Result<QString>(core::makeError(
                                 core::ErrorCode::Internal, QStringLiteral("No digest could be made."))));
    });
    return out.future();
}

static Async<QString> digestOf(const SecretPtr &key, const core::SessionId &session, const QString &code)
{
    return key ? core::ready<QString>(keyedDigest(key, session, code)) : slowDigest(session, code);
}

namespace {

/// What is known of the last link: its session, a digest of its whole end, and that session's digest of its code.
struct LastLink
{
    QString session, end, code, with;
    static LastLink from(const QString &text)
    {
        const QStringList parts = text.split(QLatin1Char(' '));
        return {parts.value(0), parts.value(1), parts.value(2), parts.value(3)};
    }
    QString text() const { return QStringList{session, end, code, with}.join(QLatin1Char(' ')); }
};

} // namespace

// The last link's code, if it can be told, made for the same session from this link's code: equal when both links end
// alike.
static Async<QString> comparable(const SecretPtr &key, const LastLink &last, const QString &code)
{
    if (last.code.isEmpty() || (last.with == keyed && !key))
        return core::ready<QString>(QString());
    return digestOf(last.with == keyed ? key : SecretPtr(), core::SessionId(last.session), code);
}

Async<QJsonObject> readBackNote(
    Context &context, QObject *owner, const core::TenantId &tenant, const core::SessionId &session, const QString &link)
{
    const QString code = domain::readBackCode(link);
    if (code.isEmpty())
        return core::ready<QJsonObject>(QJsonObject());
    const QString name = QStringLiteral("link-end:") + tenant.str();
    const QString end = QString::fromLatin1(
        QCryptographicHash::hash(domain::linkToken(link).toUtf8(), QCryptographicHash::Sha256).toHex());
    return core::andThen<SecretPtr>(
        readKey(context, owner, true), owner, [&context, owner, session, code, name, end](const SecretPtr &key) {
            return core::andThen<QString>(context.ledger->settings().value(name), owner,
                [&context, owner, session, code, name, end, key](const QString &text) {
                    const LastLink last = LastLink::from(text);
                    return core::andThen<QString>(comparable(key, last, code), owner,
                        [&context, owner, session, code, name, end, key, last](const QString &same) {
                            const bool hasOther = !last.session.isEmpty() && last.session != session.str();
                            // What could not be compared may be alike.
                            const bool isAlike = hasOther && (last.end == end || same.isEmpty() || same == last.code);
                            return core::andThen<QString>(digestOf(key, session, code), owner,
                                [&context, owner, session, name, end, key, isAlike](const QString &digest) {
                                    const QString with = key ? keyed : slow;
                                    const auto kept = context.ledger->settings().set(
                                        name, LastLink{session.str(), end, digest, with}.text());
                                    return core::mapped<QJsonObject, core::Unit>(
                                        kept, owner, [isAlike, digest, with](core::Unit) -> Result<QJsonObject> {
                                            return isAlike ? QJsonObject()
                                                           : QJsonObject{{QStringLiteral("readBack"), digest},
                                                                 {QStringLiteral("with"), with}};
                                        });
                                });
                        });
                });
        });
}

core::Error noCodeToCompare()
{
    return core::makeError(core::ErrorCode::Conflict,
        sayRecovery(QT_TRANSLATE_NOOP("Recovery",
            "There is no code to compare: this session's link is not known here, or this provider's links "
            "all end alike. Let the caller scan the QR code in front of you.")));
}

Async<QString> readBackDigest(
    Context &context, QObject *owner, const core::SessionId &session, const QString &code, const QString &with)
{
    if (with == slow)
        return slowDigest(session, code);
    if (with != keyed)
        return core::ready<QString>(noCodeToCompare());
    return core::andThen<SecretPtr>(readKey(context, owner, false), owner, [session, code](const SecretPtr &key) {
        if (key)
            return core::ready<QString>(keyedDigest(key, session, code));
        return core::ready<QString>(core::makeError(core::ErrorCode::Conflict,
            sayRecovery(
                QT_TRANSLATE_NOOP("Recovery", "The code cannot be compared: its key in this computer's keychain cannot "
                                              "be read. Unlock the keychain, then try again."))));
    });
}

} // namespace services
