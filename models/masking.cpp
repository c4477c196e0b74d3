#include "models/masking.h"
#include "domain/contact.h"
#include "domain/privacy.h"

namespace models {

static bool masked = false;

void setMasked(bool isOn) { masked = isOn; }
bool isMasked() { return masked; }
QString shownName(const QString &name) { return masked ? domain::maskedName(name) : name; }
QString shownEmail(const QString &email) { return masked ? domain::maskEmail(email) : email; }

} // namespace models
