#include "models/masking.h"
#include "domain/identities/contact.h"
#include "domain/tenants/privacy.h"
#include "domain/text/outputtext.h"

namespace models {

static bool masked = false;

void setMasked(bool isOn)
{
    masked = isOn;
}
bool isMasked()
{
    return masked;
}
QString shownName(const QString &name)
{
    return domain::lineText(masked ? domain::maskedName(name) : name);
}
QString shownEmail(const QString &email)
{
    return domain::lineText(masked ? domain::maskEmail(email) : email);
}

} // namespace models
