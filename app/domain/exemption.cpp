#include "domain/exemption.h"
#include <QCoreApplication>

namespace domain {

static QString say(const char *text) { return QCoreApplication::translate("Exemption", text); }

QString allowedBy(const Exemption &e)
{
    return say(QT_TRANSLATE_NOOP("Exemption", "%1, as typed by %2; did not sign in")).arg(e.approver, e.operatorName);
}

} // namespace domain
