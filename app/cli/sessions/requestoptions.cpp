#include "cli/sessions/requestoptions.h"
#include "cli/shell/shell.h"

namespace cli {

QList<QCommandLineOption> requestOptionList()
{
    return {valueOption("ticket"), valueOption("ial", "VALUE", "2"),
        valueOption("documents", "VALUE", "passport,drivers_license,national_id"),
        valueOption("delivery", "VALUE", "link"), valueOption("contact-reason")};
}

core::Result<domain::VerificationRequest> requestFrom(Shell &s)
{
    domain::VerificationRequest r;
    const auto reason = domain::reasonFromKey(s.value("reason"));
    if (!reason)
        return core::fieldError(QStringLiteral("reason"),
            QStringLiteral("account-recovery, onboarding, privileged-access, periodic or non-employee."));
    const auto delivery = domain::deliveryFromKey(s.value("delivery"));
    if (!delivery)
        return core::fieldError(QStringLiteral("delivery"), QStringLiteral("link, sms or email."));
    bool isNumber = false;
    r.requiredIal = s.value("ial").toInt(&isNumber);
    if (!isNumber)
        return core::fieldError(QStringLiteral("ial"), QStringLiteral("1 or 2."));
    r.reason = *reason;
    r.delivery = *delivery;
    r.ticket = s.value("ticket");
    r.contactReason = s.value("contact-reason");
    const QStringList documents = s.value("documents").split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &d : documents)
        r.documents << d.trimmed();
    return r;
}

} // namespace cli
