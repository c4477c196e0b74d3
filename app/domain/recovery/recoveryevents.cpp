#include "domain/recovery/recoveryevents.h"

namespace domain {

static AuditEvent recoveryEvent(const QString &by, const Session &s, const QString &action, const QString &outcome)
{
    AuditEvent a;
    a.actor = by;
    a.action = action;
    a.tenant = s.tenant.str();
    a.subject = s.id.str();
    a.outcome = outcome;
    a.data = {{QStringLiteral("identity"), s.request.identity.str()}, {QStringLiteral("ticket"), s.request.ticket},
        {QStringLiteral("state"), stateKey(s.state)}};
    return a;
}

static void addDecision(AuditEvent &a, const QJsonObject &facts, const QString &comment)
{
    for (auto it = facts.begin(); it != facts.end(); ++it)
        a.data.insert(it.key(), it.value());
    a.personal << personal(QStringLiteral("comment"), comment.trimmed());
}

AuditEvent callerBoundEvent(const QString &by, const Session &s, const QString &how)
{
    AuditEvent a = recoveryEvent(by, s, QStringLiteral("recovery.caller-bound"), QStringLiteral("done"));
    a.data.insert(QStringLiteral("how"), how);
    return a;
}

AuditEvent wrongCodeEvent(const QString &by, const Session &s)
{
    return recoveryEvent(by, s, QStringLiteral("recovery.wrong-code"), QStringLiteral("refused"));
}

static AuditEvent resetEvent(const QString &by, const Session &s, const QString &outcome)
{
    AuditEvent a = recoveryEvent(by, s, QStringLiteral("recovery.reset"), outcome);
    a.data.insert(QStringLiteral("via"), s.resetVia);
    return a;
}

AuditEvent resetAnnouncedEvent(
    const QString &by, const Session &s, const QString &principal, const QString &sentTo, const QString &contactReason)
{
    AuditEvent a = resetEvent(by, s, QStringLiteral("intent"));
    a.data.insert(QStringLiteral("principal"), principal);
    a.personal << personal(QStringLiteral("sentTo"), sentTo);
    if (!contactReason.isEmpty())
        a.personal << personal(QStringLiteral("contactReason"), contactReason.left(500));
    return a;
}

AuditEvent resetAnsweredEvent(const QString &by, const Session &s, const core::Status &answer)
{
    AuditEvent a = resetEvent(by, s, answer ? QStringLiteral("done") : QStringLiteral("failed"));
    if (!answer)
        a.data.insert(QStringLiteral("error"), core::codeName(answer.error().code));
    return a;
}

AuditEvent reviewEvent(const QString &by, const Session &s, const QJsonObject &facts, const QString &comment)
{
    AuditEvent a = recoveryEvent(by, s, QStringLiteral("verification.review"), QStringLiteral("done"));
    addDecision(a, facts, comment);
    return a;
}

AuditEvent activityAcceptedEvent(const QString &by, const Session &s, const QJsonObject &facts, const QString &comment)
{
    AuditEvent a = recoveryEvent(by, s, QStringLiteral("recovery.activity-accepted"), QStringLiteral("done"));
    addDecision(a, facts, comment);
    return a;
}

} // namespace domain
