#include "cli/callbacks/receiveroptions.h"
#include "cli/shell/shell.h"
#include <algorithm>

namespace cli {

using domain::ReceiverSettings;
using domain::SignatureScheme;
using Fault = std::optional<core::Error>;

QList<QCommandLineOption> receiverOptionList()
{
    return {valueOption("address"), valueOption("port"), valueOption("path"), flagOption("events"),
        flagOption("no-events"), valueOption("events-path"), valueOption("auth"), valueOption("auth-header"),
        valueOption("signature", "PRESET"), valueOption("signature-header", "NAME"),
        valueOption("signature-form", "plain|timestamped|tokens"), valueOption("timestamp-header", "NAME"),
        valueOption("id-header", "NAME"), valueOption("signature-prefix", "TEXT"),
        valueOption("signature-encoding", "hex|base64"), valueOption("signed-text", "TEMPLATE"),
        valueOption("tolerance", "SECONDS"), valueOption("tls"), valueOption("certificate"), valueOption("key"),
        valueOption("client-ca"), valueOption("max-connections"), valueOption("max-per-peer"), valueOption("rate")};
}

static Fault takeNumbers(Shell &s, ReceiverSettings &r)
{
    for (const auto &[option, to] : {std::pair{"port", &r.port}, std::pair{"max-connections", &r.maxConnections},
             std::pair{"max-per-peer", &r.maxPerPeer}, std::pair{"rate", &r.perSecond},
             std::pair{"tolerance", &r.toleranceSeconds}}) {
        if (!s.isSet(option))
            continue;
        bool isNumber = false;
        *to = s.value(option).toInt(&isNumber);
        if (!isNumber)
            return core::fieldError(QLatin1String(option), QStringLiteral("a whole number."));
    }
    return std::nullopt;
}

static void takeTexts(Shell &s, ReceiverSettings &r)
{
    for (const auto &[option, to] :
        {std::pair{"address", &r.address}, std::pair{"path", &r.path}, std::pair{"events-path", &r.eventsPath},
            std::pair{"auth-header", &r.headerName}, std::pair{"certificate", &r.certificateFile},
            std::pair{"key", &r.keyFile}, std::pair{"client-ca", &r.clientCaFile}}) {
        if (s.isSet(option))
            *to = s.value(option);
    }
    r.takesEvents = (r.takesEvents || s.isSet("events")) && !s.isSet("no-events");
}

static Fault takeSignIn(Shell &s, ReceiverSettings &r)
{
    if (s.isSet("auth")) {
        const auto auth = domain::callbackAuthFromKey(s.value("auth"));
        if (!auth)
            return core::fieldError(
                QStringLiteral("auth"), QStringLiteral("none, bearer, basic, header, hmac or ed25519."));
        r.auth = *auth;
    }
    if (s.isSet("tls")) {
        const auto tls = domain::receiverTlsFromKey(s.value("tls"));
        if (!tls)
            return core::fieldError(QStringLiteral("tls"), QStringLiteral("none, generated or own."));
        r.tls = *tls;
    }
    return std::nullopt;
}

static Fault takeForm(Shell &s, SignatureScheme &scheme)
{
    const QStringList forms{QStringLiteral("plain"), QStringLiteral("timestamped"), QStringLiteral("tokens")};
    const qsizetype form = forms.indexOf(s.value("signature-form"));
    if (s.isSet("signature-form") && form < 0)
        return core::fieldError(QStringLiteral("signature-form"), QStringLiteral("plain, timestamped or tokens."));
    if (form >= 0)
        scheme.format = SignatureScheme::Format(form);
    const QString encoding = s.value("signature-encoding");
    if (s.isSet("signature-encoding") && encoding != QLatin1String("hex") && encoding != QLatin1String("base64"))
        return core::fieldError(QStringLiteral("signature-encoding"), QStringLiteral("hex or base64."));
    if (s.isSet("signature-encoding"))
        scheme.isHex = encoding == QLatin1String("hex");
    return std::nullopt;
}

static bool saysSignature(Shell &s)
{
    const char *const options[] = {"signature", "signature-header", "signature-form", "timestamp-header", "id-header",
        "signature-prefix", "signature-encoding", "signed-text"};
    return std::any_of(std::begin(options), std::end(options), [&s](const char *option) { return s.isSet(option); });
}

// A preset first, then what differs from it; what is no preset any more has the name "own".
static Fault takeSignature(Shell &s, ReceiverSettings &r)
{
    if (s.isSet("signature")) {
        const auto preset = domain::signaturePreset(s.value("signature"));
        if (!preset)
            return core::fieldError(
                QStringLiteral("signature"), domain::signaturePresets().join(QStringLiteral(", ")) + QLatin1Char('.'));
        r.presetName = s.value("signature");
        r.scheme = *preset;
    }
    if (const auto e = takeForm(s, r.scheme))
        return e;
    for (const auto &[option, to] : {std::pair{"signature-header", &r.scheme.header},
             std::pair{"timestamp-header", &r.scheme.timestampHeader}, std::pair{"id-header", &r.scheme.idHeader},
             std::pair{"signature-prefix", &r.scheme.prefix}, std::pair{"signed-text", &r.scheme.signedText}}) {
        if (s.isSet(option))
            *to = s.value(option);
    }
    if (!saysSignature(s))
        return std::nullopt;
    r.presetName = domain::nameOfScheme(r.scheme, r.presetName);
    if (!domain::isSigned(r.auth))
        return core::fieldError(QStringLiteral("signature"), QStringLiteral("is of --auth hmac or ed25519."));
    return std::nullopt;
}

bool saysReceiver(Shell &s)
{
    const auto options = receiverOptionList();
    return std::any_of(options.begin(), options.end(),
        [&s](const QCommandLineOption &o) { return s.isSet(o.names().first().toLatin1().constData()); });
}

core::Result<ReceiverSettings> takeReceiverOptions(Shell &s, ReceiverSettings r)
{
    takeTexts(s, r);
    for (const auto &take : {takeNumbers, takeSignIn, takeSignature}) {
        if (const auto e = take(s, r))
            return *e;
    }
    if (const auto faults = domain::validate(r); !faults.isEmpty())
        return faults.first();
    return r;
}

} // namespace cli
