#include "domain/reverification/exemption.h"
#include <QCoreApplication>
#include <QDateTime>

namespace domain {

static QString sayExemption(const char *text)
{
    return QCoreApplication::translate("Exemption", text);
}

QString allowedBy(const Exemption &e)
{
    if (!e.approverId.isEmpty())
        return sayExemption(QT_TRANSLATE_NOOP("Exemption", "%1 (signed in)")).arg(e.approver);
    return sayExemption(QT_TRANSLATE_NOOP("Exemption", "%1, as typed by %2; did not sign in"))
        .arg(e.approver, e.operatorName);
}

core::Instant exemptionEnd(const QDate &day)
{
    return day.addDays(1).startOfDay().toMSecsSinceEpoch() - 1;
}

} // namespace domain
