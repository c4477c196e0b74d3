#include "domain/rehearsal/rehearsalrules.h"
#include "domain/tenants/identityiq.h"
#include "domain/tenants/tenantguard.h"
#include "domain/verification/writeback/writeback.h"
#include <QCoreApplication>
#include <QHash>
#include <algorithm>

namespace domain {

static QString sayRehearsal(const char *text)
{
    return QCoreApplication::translate("Rehearsal", text);
}

QString rehearsalStepKey(RehearsalStep s)
{
    switch (s) {
    case RehearsalStep::Attributes: return QStringLiteral("attributes");
    case RehearsalStep::Client: return QStringLiteral("client");
    case RehearsalStep::Session: return QStringLiteral("session");
    case RehearsalStep::Result: return QStringLiteral("result");
    case RehearsalStep::Stored: break;
    }
    return QStringLiteral("stored");
}

std::optional<RehearsalStep> rehearsalStepOf(const QString &area)
{
    static const QHash<QString, RehearsalStep> steps{{QStringLiteral("attributes"), RehearsalStep::Attributes},
        {QStringLiteral("profiles"), RehearsalStep::Attributes}, {QStringLiteral("connection"), RehearsalStep::Client},
        {QStringLiteral("rights"), RehearsalStep::Client}, {QStringLiteral("token"), RehearsalStep::Client},
        {QStringLiteral("callback"), RehearsalStep::Result}, {QStringLiteral("write-back"), RehearsalStep::Stored}};
    const auto found = steps.constFind(area);
    return found == steps.constEnd() ? std::nullopt : std::optional(*found);
}

bool writesByItself(const Tenant &tenant)
{
    return tenant.writeBack != WriteBackStrategy::None && !tenant.confirmWriteBack;
}

std::optional<core::Error> rehearsalFault(const Tenant &tenant, Reason reason, bool isWriteAgreed)
{
    if (isIdentityIq(tenant))
        return notAvailableWith(tenant.product);
    if (const auto locked = lockFault(tenant))
        return *locked;
    if (tenant.environment != Environment::Sandbox && tenant.environment != Environment::Simulator)
        return core::fieldError(QStringLiteral("tenant"),
            sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal",
                "A rehearsal starts a session and writes a result: with a sandbox or a simulator only. If this tenant "
                "is a sandbox, say so in its settings (Environment).")));
    if (reason == Reason::AccountRecovery)
        return core::fieldError(QStringLiteral("reason"),
            sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "A rehearsal recovers no account: choose another purpose.")));
    if (writesByItself(tenant) && !isWriteAgreed)
        return core::fieldError(QStringLiteral("write"),
            sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal",
                "This tenant writes a result as soon as it is there: agree that it is written for the test person, or "
                "let the tenant ask before it writes.")));
    return std::nullopt;
}

bool isWriteStuck(const Session &session, const Tenant &tenant, qint64 waited)
{
    return writeBackFromKey(session.writeBack) == WriteBackState::Planned &&
           (tenant.readOnly || waited > core::minuteMs);
}

QString rehearsalVerdictKey(RehearsalVerdict v)
{
    switch (v) {
    case RehearsalVerdict::Proven: return QStringLiteral("proven");
    case RehearsalVerdict::Differs: return QStringLiteral("differs");
    case RehearsalVerdict::NotProven: break;
    }
    return QStringLiteral("not-proven");
}

RehearsalVerdict verdictOf(const std::array<StepState, rehearsalStepCount> &steps, bool hasProposals)
{
    const auto has = [&steps](StepState s) { return std::find(steps.begin(), steps.end(), s) != steps.end(); };
    if (hasProposals || has(StepState::Failed))
        return RehearsalVerdict::Differs;
    return has(StepState::NotProven) ? RehearsalVerdict::NotProven : RehearsalVerdict::Proven;
}

} // namespace domain
