#pragma once
#include "core/clock.h"
#include "core/result.h"
#include "domain/callbacks/signaturescheme.h"
#include <QJsonObject>
#include <QList>
#include <QString>
#include <optional>

namespace domain {

/// How the sender of a callback proves who it is.
enum class CallbackAuth { None, Bearer, Basic, Header, Hmac, Ed25519 };
constexpr int callbackAuthCount = 6;
QString callbackAuthKey(CallbackAuth a);
std::optional<CallbackAuth> callbackAuthFromKey(const QString &key);
/// A signature over the body proves more than a secret that travels along.
bool isSigned(CallbackAuth a);

enum class ReceiverTls { None, Generated, Own };
QString receiverTlsKey(ReceiverTls t);
std::optional<ReceiverTls> receiverTlsFromKey(const QString &key);

/// The callback receiver of a tenant, without its secrets.
struct ReceiverSettings
{
    bool startsWithTenant = false;
    QString address = QStringLiteral("127.0.0.1");
    int port = 8787; ///< 0 takes a free one
    QString path = QStringLiteral("/idv/callback");
    bool takesEvents = false; ///< of SailPoint's event triggers, at a path and with a bearer token of their own
    QString eventsPath = QStringLiteral("/sailpoint/events");
    CallbackAuth auth = CallbackAuth::Hmac;
    QString headerName = QStringLiteral("X-Api-Key"); ///< mode Header
    QString presetName = QStringLiteral("standard-webhooks");
    SignatureScheme scheme;
    int toleranceSeconds = 300;
    ReceiverTls tls = ReceiverTls::None;
    QString certificateFile; ///< PEM chain, mode Own
    QString keyFile;         ///< PEM key, mode Own: the operator's file, never copied
    QString clientCaFile; ///< PEM; with TLS, senders need a certificate of one of these authorities; empty: none asked
    int maxConnections = 64;
    int maxPerPeer = 16;
    int maxBodyBytes = 64 * 1024;
    int perSecond = 50;          ///< requests a second in the long run; a burst of four times that is allowed
    bool trustsUnsigned = false; ///< policy: a pass with a shared secret and our nonce decides without a status query
    /// What is stored cannot be read: nothing listens, and it is kept as `stored` until a person saves other settings.
    QString problem;
    QJsonObject stored;
    friend bool operator==(const ReceiverSettings &, const ReceiverSettings &) = default;
};

/// Every fault with the option's name. Beyond loopback only with TLS and a mode other than none.
QList<core::Error> validate(const ReceiverSettings &settings);
QJsonObject toJson(const ReceiverSettings &settings);
/// Missing keys keep their defaults; Usage with the place of what is not known or has another type.
core::Result<ReceiverSettings> receiverFromJson(const QJsonObject &json);

/// What a callback is worth.
enum class CallbackTrust { None, SharedSecret, Signature };
QString callbackTrustKey(CallbackTrust t);
std::optional<CallbackTrust> callbackTrustFromKey(const QString &key);

/// What became of a request at the receiver.
enum class CallbackVerdict {
    Stored,    ///< durable, belongs to a session of ours
    Duplicate, ///< seen before: nothing changes
    Unmatched, ///< durable, but belongs to nothing we know, or its nonce does not fit
    BadPath,
    BadMethod,
    BadType,
    BadBody,
    BadSchema,
    Unauthorized,
    BadSignature,
    TooOld,
    TooMany,
    Busy,
    EventTaken, ///< durable: what one of SailPoint's event triggers tells
    Gone,       ///< the tenant was removed from this console: nothing is kept
    Doubled,    ///< a header, or the nonce, that proves something is there twice: nobody can say which of them counts
    Malformed,  ///< no sound HTTP: there was no request
    TooLarge,   ///< head or body beyond what is taken
    TooSlow,    ///< its head or its body did not come in time
    NoTls,      ///< the sender and this receiver could not agree on TLS, or it speaks http
    NoRoom,     ///< as many connections as are taken were open
    Probe,      ///< this console's own: it came through the callback address
};
constexpr int callbackVerdictCount = 22;
QString callbackVerdictKey(CallbackVerdict v);
/// The sentence for people, translated.
QString callbackVerdictText(CallbackVerdict v);

} // namespace domain
