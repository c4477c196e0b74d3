#include "ui/sessions/phrases.h"
#include "ui/sessions/sessiontext.h"
#include <QHash>
#include <QLocale>

namespace ui {

namespace {
struct Text
{
    const char *moment;
    const char *phrase;
};
} // namespace

static const QHash<QString, Text> &texts()
{
    static const QHash<QString, Text> all{
        {QStringLiteral("waiting"), {QT_TRANSLATE_NOOP("SessionText", "Starting, or checking the result"),
                                        QT_TRANSLATE_NOOP("SessionText", "One moment. I’m waiting for the system.")}},
        {QStringLiteral("sent-sms"),
            {QT_TRANSLATE_NOOP("SessionText", "The link went to the phone"),
                QT_TRANSLATE_NOOP("SessionText", "I’ve sent a link to your phone. Open it, hold your document flat in "
                                                 "good light, then look straight at the camera.")}},
        {QStringLiteral("sent-email"),
            {QT_TRANSLATE_NOOP("SessionText", "The link went by e-mail"),
                QT_TRANSLATE_NOOP("SessionText", "I’ve sent a link to your e-mail. Open it on your phone, hold your "
                                                 "document flat in good light, then look straight at the camera.")}},
        {QStringLiteral("show-code"),
            {QT_TRANSLATE_NOOP("SessionText", "QR code or link"),
                QT_TRANSLATE_NOOP("SessionText", "Scan the code with your phone, hold your document flat in good "
                                                 "light, then look straight at the camera.")}},
        {QStringLiteral("link-elsewhere"),
            {QT_TRANSLATE_NOOP("SessionText", "The link is not known here"),
                QT_TRANSLATE_NOOP("SessionText", "Open the link that you were given, hold your document flat in good "
                                                 "light, then look straight at the camera.")}},
        {QStringLiteral("not-started"),
            {QT_TRANSLATE_NOOP("SessionText", "The start was refused or not answered"),
                QT_TRANSLATE_NOOP("SessionText", "I could not start it. A moment, I’m checking.")}},
        {QStringLiteral("another-step"),
            {QT_TRANSLATE_NOOP("SessionText", "Held; only a new verification helps"),
                QT_TRANSLATE_NOOP("SessionText", "We need one more step: a document and a photo of you.")}},
        {QStringLiteral("colleague"),
            {QT_TRANSLATE_NOOP("SessionText", "Held for a second person"),
                QT_TRANSLATE_NOOP("SessionText", "I can’t finish this today. A colleague will check it and call you "
                                                 "back on the number we have on file.")}},
        {QStringLiteral("verified"), {QT_TRANSLATE_NOOP("SessionText", "Verified"),
                                         QT_TRANSLATE_NOOP("SessionText", "Thank you, that worked.")}},
        {QStringLiteral("read-back"),
            {QT_TRANSLATE_NOOP("SessionText", "Verified; the caller is to read the code back"),
                QT_TRANSLATE_NOOP(
                    "SessionText", "Thank you, that worked. Please read me the last four characters of the link.")}},
        {QStringLiteral("sending-reset"),
            {QT_TRANSLATE_NOOP("SessionText", "Verified; the reset mail can be sent"),
                QT_TRANSLATE_NOOP("SessionText",
                    "Thank you, that worked. I’m sending a link to set a new password. It’s valid for two hours.")}},
        {QStringLiteral("reset-asked"),
            {QT_TRANSLATE_NOOP("SessionText", "The reset mail was asked for"),
                QT_TRANSLATE_NOOP("SessionText", "The e-mail is on its way. Is there anything else?")}},
        {QStringLiteral("failed"),
            {QT_TRANSLATE_NOOP("SessionText", "Not verified"),
                QT_TRANSLATE_NOOP("SessionText", "That didn’t work. We can try once more with a different document.")}},
        {QStringLiteral("expired"),
            {QT_TRANSLATE_NOOP("SessionText", "The link was not used in time"),
                QT_TRANSLATE_NOOP("SessionText", "The link has expired. Shall I send a new one?")}},
        {QStringLiteral("ended"), {QT_TRANSLATE_NOOP("SessionText", "Ended"),
                                      QT_TRANSLATE_NOOP("SessionText", "I’ve ended this verification.")}},
    };
    return all;
}

QString builtInPhrase(const QString &key)
{
    return saySessionText(texts().value(key).phrase);
}
QString phraseMoment(const QString &key)
{
    return saySessionText(texts().value(key).moment);
}
QString phraseLanguage()
{
    return QLocale().name().section(QLatin1Char('_'), 0, 0);
}

QString sessionPhrase(const domain::Session &s, const domain::VerificationPolicy &policy, bool isLinkKnown)
{
    const QString key = domain::phraseKeyOf(s, isLinkKnown);
    const QString own = policy.phrases.value(phraseLanguage() + QLatin1Char('/') + key);
    return own.isEmpty() ? builtInPhrase(key) : own;
}

} // namespace ui
