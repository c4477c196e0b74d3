#include "domain/callbacks/callback.h"
#include "domain/tenants/address.h"
#include "domain/text/strictjson.h"
#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace domain {

static QString sayReceiver(const char *text)
{
    return QCoreApplication::translate("Receiver", text);
}

template <class E, size_t N>
static std::optional<E> fromKey(const std::array<const char *, N> &keys, const QString &key)
{
    for (size_t i = 0; i < N; ++i) {
        if (key == QLatin1String(keys[i]))
            return E(i);
    }
    return std::nullopt;
}

static constexpr std::array<const char *, callbackAuthCount> authKeys{
    "none", "bearer", "basic", "header", "hmac", "ed25519"};
QString callbackAuthKey(CallbackAuth a)
{
    return QString::fromLatin1(authKeys[size_t(a)]);
}
std::optional<CallbackAuth> callbackAuthFromKey(const QString &key)
{
    return fromKey<CallbackAuth>(authKeys, key);
}
bool isSigned(CallbackAuth a)
{
    return a == CallbackAuth::Hmac || a == CallbackAuth::Ed25519;
}

static constexpr std::array<const char *, 3> tlsKeys{"none", "generated", "own"};
QString receiverTlsKey(ReceiverTls t)
{
    return QString::fromLatin1(tlsKeys[size_t(t)]);
}
std::optional<ReceiverTls> receiverTlsFromKey(const QString &key)
{
    return fromKey<ReceiverTls>(tlsKeys, key);
}

static constexpr std::array<const char *, 3> trustKeys{"none", "shared-secret", "signature"};
QString callbackTrustKey(CallbackTrust t)
{
    return QString::fromLatin1(trustKeys[size_t(t)]);
}
std::optional<CallbackTrust> callbackTrustFromKey(const QString &key)
{
    return fromKey<CallbackTrust>(trustKeys, key);
}

static constexpr std::array<const char *, callbackVerdictCount> verdictKeys{"stored", "duplicate", "quarantined",
    "bad-path", "bad-method", "bad-type", "bad-body", "bad-schema", "unauthorized", "bad-signature", "too-old",
    "too-many", "busy", "event", "gone", "doubled", "malformed", "too-large", "too-slow", "no-tls", "no-room", "probe"};
QString callbackVerdictKey(CallbackVerdict v)
{
    return QString::fromLatin1(verdictKeys[size_t(v)]);
}

QString callbackVerdictText(CallbackVerdict v)
{
    switch (v) {
    case CallbackVerdict::EventTaken:
        return sayReceiver(QT_TRANSLATE_NOOP("Receiver", "An event of SailPoint, stored"));
    case CallbackVerdict::Stored: return sayReceiver(QT_TRANSLATE_NOOP("Receiver", "Stored"));
    case CallbackVerdict::Duplicate: return sayReceiver(QT_TRANSLATE_NOOP("Receiver", "Seen before; nothing changed"));
    case CallbackVerdict::Unmatched:
        return sayReceiver(QT_TRANSLATE_NOOP("Receiver", "Unmatched: it belongs to no session started here"));
    case CallbackVerdict::BadPath: return sayReceiver(QT_TRANSLATE_NOOP("Receiver", "Refused: another path"));
    case CallbackVerdict::BadMethod: return sayReceiver(QT_TRANSLATE_NOOP("Receiver", "Refused: not a POST"));
    case CallbackVerdict::BadType:
        return sayReceiver(QT_TRANSLATE_NOOP("Receiver", "Refused: not JSON by its media type"));
    case CallbackVerdict::BadBody:
        return sayReceiver(QT_TRANSLATE_NOOP("Receiver", "Refused: the body is not one sound JSON object"));
    case CallbackVerdict::BadSchema:
        return sayReceiver(QT_TRANSLATE_NOOP("Receiver", "Refused: no session or status in it"));
    case CallbackVerdict::Unauthorized:
        return sayReceiver(QT_TRANSLATE_NOOP("Receiver", "Refused: the sender did not prove who it is"));
    case CallbackVerdict::BadSignature:
        return sayReceiver(QT_TRANSLATE_NOOP("Receiver", "Refused: the signature does not match the body"));
    case CallbackVerdict::TooOld:
        return sayReceiver(QT_TRANSLATE_NOOP("Receiver", "Refused: signed too long ago, or a clock is wrong"));
    case CallbackVerdict::Doubled:
        return sayReceiver(
            QT_TRANSLATE_NOOP("Receiver", "Refused: a header or nonce that proves something is in it twice"));
    case CallbackVerdict::TooMany:
        return sayReceiver(QT_TRANSLATE_NOOP("Receiver", "Refused for now: too many requests"));
    case CallbackVerdict::Gone:
        return sayReceiver(QT_TRANSLATE_NOOP("Receiver", "Refused: the tenant was removed from this console"));
    case CallbackVerdict::Malformed:
        return sayReceiver(QT_TRANSLATE_NOOP("Receiver", "Refused: what came is no sound HTTP request"));
    case CallbackVerdict::TooLarge:
        return sayReceiver(QT_TRANSLATE_NOOP("Receiver", "Refused: larger than this receiver takes"));
    case CallbackVerdict::TooSlow:
        return sayReceiver(QT_TRANSLATE_NOOP("Receiver", "Refused: it did not come to an end in time"));
    case CallbackVerdict::NoTls:
        return sayReceiver(QT_TRANSLATE_NOOP("Receiver",
            "Refused: no TLS came about; the sender speaks http, does not trust this certificate, or has none"));
    case CallbackVerdict::NoRoom:
        return sayReceiver(QT_TRANSLATE_NOOP("Receiver", "Refused for now: too many connections are open"));
    case CallbackVerdict::Probe:
        return sayReceiver(QT_TRANSLATE_NOOP("Receiver", "A probe of this console came through"));
    case CallbackVerdict::Busy:
        return sayReceiver(QT_TRANSLATE_NOOP("Receiver", "Refused for now: it could not be stored"));
    }
    return {};
}

static bool isPath(const QString &path)
{
    return path.startsWith(QLatin1Char('/')) && path.size() >= 2 && path.size() <= 200 &&
           path != QLatin1String("/healthz") &&
           std::none_of(path.begin(), path.end(), [](QChar c) { return QStringLiteral("?# ").contains(c); });
}

QList<core::Error> validate(const ReceiverSettings &s)
{
    QList<core::Error> faults;
    const auto fault = [&faults](const char *field, const char *text) {
        faults << core::fieldError(QLatin1String(field), sayReceiver(text));
    };
    const bool isAddress = !s.address.isEmpty() && std::all_of(s.address.begin(), s.address.end(), [](QChar c) {
        return QStringLiteral("0123456789abcdefABCDEF.:").contains(c);
    });
    const bool isLocal = isLoopbackAddress(s.address);
    if (!isAddress)
        fault("address", QT_TRANSLATE_NOOP("Receiver",
                             "The listen address is an IP address of this computer: 127.0.0.1, 0.0.0.0 or ::1."));
    if (s.port != 0 && (s.port < 1024 || s.port > 65535))
        fault("port", QT_TRANSLATE_NOOP("Receiver", "The port is a number from 1024 to 65535."));
    if (!isPath(s.path))
        fault("path", QT_TRANSLATE_NOOP("Receiver",
                          "The path begins with a slash and has no question mark, for example /idv/callback."));
    if (s.takesEvents && (!isPath(s.eventsPath) || s.eventsPath == s.path))
        fault("events-path", QT_TRANSLATE_NOOP("Receiver", "SailPoint's events have a path of their own that begins "
                                                           "with a slash, for example /sailpoint/events."));
    if (isAddress && !isLocal) {
        if (s.auth == CallbackAuth::None)
            fault("auth",
                QT_TRANSLATE_NOOP("Receiver", "Other computers can reach this address: choose how senders sign in."));
        if (s.tls == ReceiverTls::None)
            fault("tls", QT_TRANSLATE_NOOP("Receiver", "Other computers can reach this address: it needs TLS."));
    }
    if (s.tls == ReceiverTls::Own && (s.certificateFile.isEmpty() || s.keyFile.isEmpty()))
        fault("certificate",
            QT_TRANSLATE_NOOP("Receiver", "An own certificate needs two PEM files: the certificate and its key."));
    if (!s.clientCaFile.isEmpty() && s.tls == ReceiverTls::None)
        fault("client-ca", QT_TRANSLATE_NOOP("Receiver", "Certificates of senders can be asked for over TLS only."));
    if (s.auth == CallbackAuth::Header && !isHeaderName(s.headerName))
        fault(
            "auth-header", QT_TRANSLATE_NOOP("Receiver", "The key needs the name of a header, for example X-Api-Key."));
    if (isSigned(s.auth))
        faults << validate(s.scheme);
    if (s.toleranceSeconds < 30 || s.toleranceSeconds > 900)
        fault("tolerance", QT_TRANSLATE_NOOP("Receiver", "The tolerance is 30 to 900 seconds."));
    if (s.maxBodyBytes < 1024 || s.maxBodyBytes > 1024 * 1024)
        fault("max-body", QT_TRANSLATE_NOOP("Receiver", "The largest body is 1 KiB to 1 MiB."));
    if (s.maxConnections < 1 || s.maxPerPeer < 1 || s.perSecond < 1)
        fault("max-connections", QT_TRANSLATE_NOOP("Receiver", "Each limit is at least 1."));
    return faults;
}

QJsonObject toJson(const ReceiverSettings &s)
{
    if (!s.problem.isEmpty())
        return s.stored;
    return {{QStringLiteral("startsWithTenant"), s.startsWithTenant}, {QStringLiteral("address"), s.address},
        {QStringLiteral("port"), s.port}, {QStringLiteral("path"), s.path},
        {QStringLiteral("takesEvents"), s.takesEvents}, {QStringLiteral("eventsPath"), s.eventsPath},
        {QStringLiteral("auth"), callbackAuthKey(s.auth)}, {QStringLiteral("headerName"), s.headerName},
        {QStringLiteral("preset"), s.presetName},
        {QStringLiteral("signature"),
            QJsonObject{{QStringLiteral("format"), int(s.scheme.format)}, {QStringLiteral("header"), s.scheme.header},
                {QStringLiteral("timestampHeader"), s.scheme.timestampHeader},
                {QStringLiteral("idHeader"), s.scheme.idHeader}, {QStringLiteral("prefix"), s.scheme.prefix},
                {QStringLiteral("hex"), s.scheme.isHex}, {QStringLiteral("signedText"), s.scheme.signedText}}},
        {QStringLiteral("tolerance"), s.toleranceSeconds}, {QStringLiteral("tls"), receiverTlsKey(s.tls)},
        {QStringLiteral("certificate"), s.certificateFile}, {QStringLiteral("key"), s.keyFile},
        {QStringLiteral("clientCa"), s.clientCaFile}, {QStringLiteral("maxConnections"), s.maxConnections},
        {QStringLiteral("maxPerPeer"), s.maxPerPeer}, {QStringLiteral("maxBody"), s.maxBodyBytes},
        {QStringLiteral("perSecond"), s.perSecond}, {QStringLiteral("trustsUnsigned"), s.trustsUnsigned}};
}

core::Result<ReceiverSettings> receiverFromJson(const QJsonObject &json)
{
    StrictObject j(json);
    ReceiverSettings s;
    j.flag("startsWithTenant", s.startsWithTenant);
    j.flag("trustsUnsigned", s.trustsUnsigned);
    j.flag("takesEvents", s.takesEvents);
    for (const auto &[key, to] : {std::pair{"address", &s.address}, std::pair{"path", &s.path},
             std::pair{"eventsPath", &s.eventsPath}, std::pair{"headerName", &s.headerName},
             std::pair{"preset", &s.presetName}, std::pair{"certificate", &s.certificateFile},
             std::pair{"key", &s.keyFile}, std::pair{"clientCa", &s.clientCaFile}})
        j.text(key, *to);
    for (const auto &[key, to] : {std::pair{"port", &s.port}, std::pair{"tolerance", &s.toleranceSeconds},
             std::pair{"maxConnections", &s.maxConnections}, std::pair{"maxPerPeer", &s.maxPerPeer},
             std::pair{"maxBody", &s.maxBodyBytes}, std::pair{"perSecond", &s.perSecond}})
        j.number(key, *to);
    j.word<CallbackAuth>("auth", s.auth, callbackAuthFromKey);
    j.word<ReceiverTls>("tls", s.tls, receiverTlsFromKey);
    StrictObject g = j.object("signature");
    int format = int(s.scheme.format);
    g.number("format", format, 0, int(SignatureScheme::Format::Tokens));
    s.scheme.format = SignatureScheme::Format(format);
    for (const auto &[key, to] : {std::pair{"header", &s.scheme.header},
             std::pair{"timestampHeader", &s.scheme.timestampHeader}, std::pair{"idHeader", &s.scheme.idHeader},
             std::pair{"prefix", &s.scheme.prefix}, std::pair{"signedText", &s.scheme.signedText}})
        g.text(key, *to);
    g.flag("hex", s.scheme.isHex);
    if (const auto read = j.status(); !read)
        return read.error();
    return s;
}

} // namespace domain
