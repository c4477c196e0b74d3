#include "domain/text/messages.h"
#include "domain/text/connectionmessages.h"
#include <QCoreApplication>

namespace domain {

static QString sayMessages(const char *text)
{
    return QCoreApplication::translate("Messages", text);
}

static QString nameOf(Vendor v)
{
    switch (v) {
    case Vendor::SailPoint: return QStringLiteral("SailPoint");
    case Vendor::Provider: return QStringLiteral("1Kosmos");
    case Vendor::Console: break;
    }
    return QStringLiteral("IDV Console");
}

static UserMessage unauthorizedMessage(Vendor vendor)
{
    const QString who = nameOf(vendor);
    if (vendor == Vendor::Provider)
        return {sayMessages(QT_TRANSLATE_NOOP("Messages", "%1 does not accept the API key")).arg(who),
            sayMessages(
                QT_TRANSLATE_NOOP("Messages", "It was replaced or has expired. Replace it in Settings, Tenants."))};
    return {sayMessages(QT_TRANSLATE_NOOP("Messages", "%1 does not accept the client ID and secret")).arg(who),
        sayMessages(QT_TRANSLATE_NOOP(
            "Messages", "The secret was replaced or has expired. You can keep reading the local copy."))};
}

// Of an answer that is none.
static UserMessage answerMessage(const core::Error &e, const QString &who)
{
    if (e.code == core::ErrorCode::Server)
        return {sayMessages(QT_TRANSLATE_NOOP("Messages", "%1 has a problem (%2)")).arg(who).arg(e.httpStatus),
            sayMessages(QT_TRANSLATE_NOOP("Messages", "Try again in a few minutes."))};
    return {sayMessages(QT_TRANSLATE_NOOP("Messages", "%1 sent an answer that cannot be read")).arg(who),
        sayMessages(
            QT_TRANSLATE_NOOP("Messages", "Nothing of it was used. The details hold the request ID for support."))};
}

UserMessage userMessage(const core::Error &e, Vendor vendor)
{
    const QString who = nameOf(vendor);
    if (e.reason == core::ErrorReason::Explained) // its sentence says what it means and what to do
        return {e.text, {}};
    // What the console itself refused says so in its own words; a vendor that was not asked is not named.
    if (core::isOwnRefusal(e) && !e.text.isEmpty())
        return {e.text, {}};
    if (e.cause != core::ConnectionCause::None)
        return connectionMessage(e, who);
    using core::ErrorCode;
    switch (e.code) {
    case ErrorCode::Offline:
        return {sayMessages(QT_TRANSLATE_NOOP("Messages", "%1 cannot be reached")).arg(who),
            sayMessages(QT_TRANSLATE_NOOP(
                "Messages", "Check the address and this computer's network. You can keep reading the local copy."))};
    case ErrorCode::Timeout:
        return {sayMessages(QT_TRANSLATE_NOOP("Messages", "No answer from %1")).arg(who),
            sayMessages(QT_TRANSLATE_NOOP("Messages", "It took too long. Try again in a few minutes."))};
    case ErrorCode::Certificate:
        return {sayMessages(QT_TRANSLATE_NOOP("Messages", "The server's certificate does not match")),
            sayMessages(QT_TRANSLATE_NOOP("Messages",
                "Do not continue before someone has checked this. A company certificate can be added to the tenant."))};
    case ErrorCode::Unauthorized: return unauthorizedMessage(vendor);
    case ErrorCode::Forbidden:
        return {sayMessages(QT_TRANSLATE_NOOP("Messages", "%1 refused the request")).arg(who),
            sayMessages(QT_TRANSLATE_NOOP(
                "Messages", "This API client lacks a scope or user level. An administrator can allow it."))};
    case ErrorCode::NotFound:
        return {sayMessages(QT_TRANSLATE_NOOP("Messages", "%1 does not know this address or person")).arg(who),
            sayMessages(
                QT_TRANSLATE_NOOP("Messages", "It was deleted, or the tenant's address or path is not right."))};
    case ErrorCode::Conflict:
        return {sayMessages(QT_TRANSLATE_NOOP("Messages", "%1 reports a conflict")).arg(who),
            sayMessages(QT_TRANSLATE_NOOP(
                "Messages", "It is there already, or somebody changed it meanwhile. Look at it again."))};
    case ErrorCode::RateLimited:
        return {sayMessages(QT_TRANSLATE_NOOP("Messages", "%1 asked us to wait")).arg(who),
            sayMessages(QT_TRANSLATE_NOOP("Messages", "It continues by itself. Nothing is lost."))};
    case ErrorCode::Rejected:
        return {sayMessages(QT_TRANSLATE_NOOP("Messages", "%1 did not accept the data")).arg(who),
            sayMessages(QT_TRANSLATE_NOOP("Messages", "Nothing was changed. The details name the part at fault."))};
    case ErrorCode::Server:
    case ErrorCode::Protocol: return answerMessage(e, who);
    case ErrorCode::Storage:
        return {sayMessages(QT_TRANSLATE_NOOP("Messages", "The local data cannot be used")), e.text};
    case ErrorCode::VaultUnavailable:
        return {sayMessages(QT_TRANSLATE_NOOP("Messages", "The keychain cannot be used")), e.text};
    case ErrorCode::Cancelled:
        return {sayMessages(QT_TRANSLATE_NOOP("Messages", "Stopped")),
            sayMessages(QT_TRANSLATE_NOOP("Messages", "Nothing more happens."))};
    case ErrorCode::Usage: return {e.text, {}};
    case ErrorCode::Internal: break;
    }
    return {sayMessages(QT_TRANSLATE_NOOP("Messages", "Something went wrong in the console")),
        sayMessages(QT_TRANSLATE_NOOP("Messages", "Copy the details and report them."))};
}

QString inOneText(const UserMessage &m)
{
    if (m.advice.isEmpty())
        return m.headline;
    const bool isSentence = m.headline.endsWith(QLatin1Char('.')) || m.headline.endsWith(QLatin1Char('!')) ||
                            m.headline.endsWith(QLatin1Char('?'));
    return m.headline + (isSentence ? QStringLiteral(" ") : QStringLiteral(". ")) + m.advice;
}

QString details(const core::Error &e)
{
    QStringList lines;
    const auto add = [&](const QString &label, const QString &value) {
        if (!value.isEmpty())
            lines << label + QStringLiteral(": ") + value;
    };
    add(sayMessages(QT_TRANSLATE_NOOP("Messages", "Kind")),
        core::codeName(e.code) + (e.httpStatus ? QStringLiteral(" (HTTP %1)").arg(e.httpStatus) : QString()));
    add(sayMessages(QT_TRANSLATE_NOOP("Messages", "Message")), e.text);
    add(sayMessages(QT_TRANSLATE_NOOP("Messages", "Vendor's text")), e.detail);
    add(sayMessages(QT_TRANSLATE_NOOP("Messages", "Tracking ID")), e.trackingId);
    add(sayMessages(QT_TRANSLATE_NOOP("Messages", "Request ID")), e.requestId);
    return lines.join(QLatin1Char('\n'));
}

} // namespace domain
