#include "domain/callbacks/signaturescheme.h"
#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace domain {

static QString sayReceiver(const char *text)
{
    return QCoreApplication::translate("Receiver", text);
}

namespace {

struct Preset
{
    const char *name;
    SignatureScheme scheme;
};

const std::array<Preset, 6> &presets()
{
    using Format = SignatureScheme::Format;
    const QString bodyOnly = QStringLiteral("{body}"), timed = QStringLiteral("{ts}.{body}");
    static const std::array<Preset, 6> all{{
        {"standard-webhooks", {}},
        {"svix", {Format::Tokens, QStringLiteral("svix-signature"), QStringLiteral("svix-timestamp"),
                     QStringLiteral("svix-id"), {}, false, QStringLiteral("{id}.{ts}.{body}")}},
        {"stripe", {Format::Timestamped, QStringLiteral("Stripe-Signature"), {}, {}, {}, true, timed}},
        {"github",
            {Format::Plain, QStringLiteral("X-Hub-Signature-256"), {}, {}, QStringLiteral("sha256="), true, bodyOnly}},
        {"timestamped", {Format::Timestamped, QStringLiteral("X-Signature"), {}, {}, {}, true, timed}},
        {"plain", {Format::Plain, QStringLiteral("X-Signature"), {}, {}, {}, true, bodyOnly}},
    }};
    return all;
}

} // namespace

QStringList signaturePresets()
{
    QStringList names;
    for (const Preset &p : presets())
        names << QLatin1String(p.name);
    return names;
}

std::optional<SignatureScheme> signaturePreset(const QString &name)
{
    for (const Preset &p : presets()) {
        if (name == QLatin1String(p.name))
            return p.scheme;
    }
    return std::nullopt;
}

QString nameOfScheme(const SignatureScheme &scheme, const QString &said)
{
    if (signaturePreset(said) == scheme)
        return said;
    const auto all = signaturePresets();
    const auto same =
        std::find_if(all.begin(), all.end(), [&](const QString &name) { return signaturePreset(name) == scheme; });
    return same == all.end() ? QStringLiteral("own") : *same;
}

bool isHeaderName(const QString &name)
{
    for (const QChar c : name) {
        if (c.unicode() > 126 || !(c.isLetterOrNumber() || QStringLiteral("!#$%&'*+-.^_`|~").contains(c)))
            return false;
    }
    return !name.isEmpty() && name.size() <= 64;
}

static bool isPlainText(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c > QLatin1Char(' ') && c <= QLatin1Char('~'); });
}

static bool isTemplate(const QString &text)
{
    QString rest = text;
    const qsizetype bodies = text.count(QLatin1String("{body}"));
    const bool isOnce = bodies == 1 && text.count(QLatin1String("{ts}")) <= 1 && text.count(QLatin1String("{id}")) <= 1;
    for (const char *part : {"{body}", "{ts}", "{id}"})
        rest.remove(QLatin1String(part));
    // Something stands between two parts: else the end of one could be taken for the beginning of the next.
    return isOnce && !text.contains(QLatin1String("}{")) && text.size() <= 100 && isPlainText(rest) &&
           !rest.contains(QLatin1Char('{')) && !rest.contains(QLatin1Char('}'));
}

QList<core::Error> validate(const SignatureScheme &s)
{
    QList<core::Error> faults;
    const auto fault = [&faults](const char *field, const char *text) {
        faults << core::fieldError(QLatin1String(field), sayReceiver(text));
    };
    if (!isHeaderName(s.header))
        fault("signature-header",
            QT_TRANSLATE_NOOP("Receiver", "The signature needs the name of a header, for example X-Signature."));
    if (!s.timestampHeader.isEmpty() && !isHeaderName(s.timestampHeader))
        fault("timestamp-header", QT_TRANSLATE_NOOP("Receiver",
                                      "The time stamp's header name has a character that no header name may have."));
    if (!s.idHeader.isEmpty() && !isHeaderName(s.idHeader))
        fault("id-header", QT_TRANSLATE_NOOP("Receiver",
                               "The message id's header name has a character that no header name may have."));
    if (!isTemplate(s.signedText)) {
        fault("signed-text",
            QT_TRANSLATE_NOOP("Receiver",
                "What is signed has {body} once, and {ts} and {id} at most once, for example {ts}.{body}."));
        return faults;
    }
    if (!s.timestampHeader.isEmpty() && !s.signedText.contains(QLatin1String("{ts}")))
        fault("timestamp-header",
            QT_TRANSLATE_NOOP("Receiver", "A time stamp that is not signed proves nothing: put {ts} "
                                          "into what is signed, or name no header for it."));
    if (!s.idHeader.isEmpty() && !s.signedText.contains(QLatin1String("{id}")))
        fault(
            "id-header", QT_TRANSLATE_NOOP("Receiver", "A message id that is not signed proves nothing: put {id} into "
                                                       "what is signed, or name no header for it."));
    if (s.prefix.size() > 32 || !isPlainText(s.prefix))
        fault("signature-prefix",
            QT_TRANSLATE_NOOP("Receiver", "What stands before the signature has at most 32 plain signs."));
    if (s.signedText.contains(QLatin1String("{ts}")) && s.timestampHeader.isEmpty() &&
        s.format != SignatureScheme::Format::Timestamped)
        fault("timestamp-header",
            QT_TRANSLATE_NOOP("Receiver", "The signed text has a time stamp: name the header that carries it."));
    if (s.signedText.contains(QLatin1String("{id}")) && s.idHeader.isEmpty())
        fault("id-header",
            QT_TRANSLATE_NOOP("Receiver", "The signed text has a message id: name the header that carries it."));
    return faults;
}

} // namespace domain
