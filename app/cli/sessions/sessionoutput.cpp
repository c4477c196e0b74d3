#include "cli/sessions/sessionoutput.h"
#include "cli/shell/shell.h"
#include "domain/text/messages.h"
#include "domain/verification/writeback/writeback.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/verifier.h"

namespace cli {

using domain::Session;
using domain::SessionState;
using domain::WriteBackState;

QJsonObject sessionJson(const Session &x)
{
    return {{QStringLiteral("session"), x.id.str()}, {QStringLiteral("identity"), x.request.identity.str()},
        {QStringLiteral("name"), x.personName}, {QStringLiteral("status"), domain::stateKey(x.state)},
        {QStringLiteral("reason"), domain::reasonKey(x.request.reason)}, {QStringLiteral("ticket"), x.request.ticket},
        {QStringLiteral("requiredIal"), x.request.requiredIal},
        {QStringLiteral("ial"), x.ial ? QJsonValue(*x.ial) : QJsonValue()},
        {QStringLiteral("verifiedName"), x.verifiedName}, {QStringLiteral("documentType"), x.documentType},
        {QStringLiteral("completedAt"),
            x.completedAt ? QJsonValue(domain::formatInstant(*x.completedAt)) : QJsonValue()},
        {QStringLiteral("providerSession"), x.providerId.str()},
        {QStringLiteral("createdAt"), domain::formatInstant(x.createdAt)},
        {QStringLiteral("lastCheckedAt"),
            x.lastCheckedAt ? QJsonValue(domain::formatInstant(*x.lastCheckedAt)) : QJsonValue()},
        {QStringLiteral("closingReason"), x.closingReason}, {QStringLiteral("source"), x.source},
        {QStringLiteral("callerBound"), x.boundAt.has_value()}, {QStringLiteral("reset"), x.resetState},
        {QStringLiteral("reviewer"), x.reviewer}, {QStringLiteral("writeBack"), x.writeBack},
        {QStringLiteral("writeBackDetail"), x.writeBackDetail}};
}

QJsonObject watchJson(const domain::Watch &w)
{
    QJsonObject o{{QStringLiteral("state"), domain::watchKey(w.state)},
        {QStringLiteral("since"), domain::formatInstant(w.checkedAt)}};
    if (w.fault)
        o.insert(QStringLiteral("fault"), core::codeName(*w.fault));
    return o;
}

QString watchLine(const domain::Watch &w, core::Instant now)
{
    return w.state == domain::WatchState::NotChecked
               ? domain::inOneText({domain::notCheckedText(w, now), domain::notCheckedReason(w)})
               : QString();
}

int exitCodeOf(const Session &s)
{
    const auto w = domain::writeBackFromKey(s.writeBack);
    switch (s.state) {
    case SessionState::Verified: return domain::isMissing(w) ? WriteBackFailed : Done;
    case SessionState::NeedsReview: return IsHeld;
    case SessionState::LaunchFailed: return Refused;
    case SessionState::Launching:
    case SessionState::LaunchUnknown:
    case SessionState::Pending:
    case SessionState::Provisional: return IsUnknown;
    default: return NotVerified;
    }
}

void showSession(Shell &s, services::TenantSession &w, const Session &x, const QString &link)
{
    // The link is a secret: shown to the person at the terminal once, never in JSON.
    s.output().showLink(link);
    const domain::Watch watch = w.verifier().monitor().watchOf(x);
    if (const QString line = watchLine(watch, w.context().clock->now()); !line.isEmpty())
        s.output().note(line);
    QJsonObject o = sessionJson(x);
    o.insert(QStringLiteral("watch"), watchJson(watch));
    if (s.isJson())
        s.output().print(o);
    else
        s.output().line(QStringLiteral("%1  %2  %3").arg(x.id.str(), domain::stateKey(x.state), x.personName));
}

} // namespace cli
