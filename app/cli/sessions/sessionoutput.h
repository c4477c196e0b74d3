#pragma once
#include "domain/verification/sessionwatch.h"
#include "domain/verification/verification.h"
#include <QJsonObject>

namespace services {
class TenantSession;
}

namespace cli {

class Shell;

QJsonObject sessionJson(const domain::Session &session);
QJsonObject watchJson(const domain::Watch &watch);
/// Since when a session is not checked, and why; empty while it is.
QString watchLine(const domain::Watch &watch, core::Instant now);
/// The exit code that says what became of it.
int exitCodeOf(const domain::Session &session);
/// Prints it with its watch; the link of an invitation on a terminal only, and never in JSON.
void showSession(
    Shell &shell, services::TenantSession &tenantSession, const domain::Session &session, const QString &link);

} // namespace cli
