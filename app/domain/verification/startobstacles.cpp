#include "domain/verification/startobstacles.h"
#include "domain/identities/contact.h"
#include "domain/tenants/tenantguard.h"
#include <QCoreApplication>

namespace domain {

static QString sayVerifier(const char *text)
{
    return QCoreApplication::translate("Verifier", text);
}

QString startObstacle(const Identity &p, const VerificationRequest &r, const StartConditions &c)
{
    if (c.isLocked)
        return lockedText();
    if (c.areSecretsMissing)
        return sayVerifier(
            QT_TRANSLATE_NOOP("Verifier", "The secrets of this tenant are missing. Enter them in Settings, Tenants."));
    if (!isActiveLifecycle(p.lifecycle))
        return sayVerifier(QT_TRANSLATE_NOOP("Verifier", "This person's lifecycle state is not active."));
    if (!hasContact(p, r.delivery))
        return sayVerifier(QT_TRANSLATE_NOOP("Verifier", "No usable contact on file for this way of sending. Show the "
                                                         "QR code, or have the record corrected first."));
    if (!c.canSend)
        return sayVerifier(QT_TRANSLATE_NOOP("Verifier", "The provider's profile has no such way of sending."));
    if (r.documents.size() > 1 && !c.takesSeveralDocuments)
        return sayVerifier(
            QT_TRANSLATE_NOOP("Verifier", "This provider takes one type of document a session: choose one."));
    return {};
}

std::optional<core::Error> requestFault(const VerificationRequest &r)
{
    if (needsTicket(r.reason) && r.ticket.isEmpty())
        return core::fieldError(
            QStringLiteral("ticket"), sayVerifier(QT_TRANSLATE_NOOP("Verifier", "This reason needs a ticket number.")));
    if (r.ticket.size() > 64)
        return core::fieldError(QStringLiteral("ticket"),
            sayVerifier(QT_TRANSLATE_NOOP("Verifier", "The ticket number is longer than 64 characters.")));
    if (r.requiredIal < 1 || r.requiredIal > 2)
        return core::fieldError(
            QStringLiteral("ial"), sayVerifier(QT_TRANSLATE_NOOP("Verifier", "The assurance level is 1 or 2.")));
    if (r.documents.isEmpty())
        return core::fieldError(
            QStringLiteral("documents"), sayVerifier(QT_TRANSLATE_NOOP("Verifier", "Choose at least one document.")));
    for (const QString &d : r.documents) {
        if (!documentTypes().contains(d))
            return core::fieldError(QStringLiteral("documents"),
                sayVerifier(QT_TRANSLATE_NOOP("Verifier",
                                "\"%1\" is no document type. Known: passport, drivers_license, national_id."))
                    .arg(d));
    }
    return std::nullopt;
}

core::Status policyFault(const VerificationPolicy &p, const VerificationRequest &request)
{

    if (request.requiredIal < leastIal(p, request.reason))
        return core::fieldError(QStringLiteral("ial"),
            request.reason == Reason::AccountRecovery
                ? sayVerifier(QT_TRANSLATE_NOOP("Verifier", "Account recovery asks for IAL2 at least."))
                : sayVerifier(QT_TRANSLATE_NOOP("Verifier", "By the settings this reason asks for IAL2 at least.")));
    if (ticketFits(p, request.ticket))
        return core::ok();
    QString text = sayVerifier(QT_TRANSLATE_NOOP("Verifier", "The ticket number does not have the agreed form."));
    if (!p.ticketExample.isEmpty())
        text += QLatin1Char(' ') + sayVerifier(QT_TRANSLATE_NOOP("Verifier", "Example: %1")).arg(p.ticketExample);
    return core::fieldError(QStringLiteral("ticket"), text);
}

bool needsContactReason(const ContactHistory &h, const VerificationRequest &request, core::Instant now)
{
    return request.reason == Reason::AccountRecovery && request.delivery != Delivery::Link &&
           contactAge(h, channelOf(request.delivery), now) != ContactAge::Unchanged;
}

core::Status contactFault(const ContactHistory &h, const VerificationRequest &request, core::Instant now)
{
    if (needsContactReason(h, request, now) && request.contactReason.trimmed().isEmpty())
        return core::fieldError(QStringLiteral("contact-reason"),
            sayVerifier(QT_TRANSLATE_NOOP("Verifier",
                "This contact changed in the last 14 days, or its age is not known. Say why it "
                "is used (contact reason), or show the QR code.")));
    return core::ok();
}

} // namespace domain
