#include "domain/audit/sessionevents.h"

namespace domain {

static AuditEvent sessionEvent(const QString &by, const Session &s, const QString &action, const QString &outcome)
{
    AuditEvent a;
    a.actor = by;
    a.action = action;
    a.tenant = s.tenant.str();
    a.subject = s.id.str();
    a.outcome = outcome;
    a.data = {{QStringLiteral("identity"), s.request.identity.str()},
        {QStringLiteral("reason"), reasonKey(s.request.reason)}, {QStringLiteral("ticket"), s.request.ticket},
        {QStringLiteral("requiredIal"), s.request.requiredIal}, {QStringLiteral("state"), stateKey(s.state)}};
    if (!s.campaign.isEmpty())
        a.data.insert(QStringLiteral("campaign"), s.campaign);
    if (!s.providerId.isEmpty())
        a.data.insert(QStringLiteral("providerSession"), s.providerId.str());
    return a;
}

static AuditEvent startEvent(const QString &by, const Session &s, const QString &outcome)
{
    return sessionEvent(by, s, QStringLiteral("verification.start"), outcome);
}

AuditEvent startAnnouncedEvent(
    const QString &by, const Session &s, const QString &personName, const QString &contactReason)
{
    AuditEvent a = startEvent(by, s, QStringLiteral("intent"));
    a.personal << personal(QStringLiteral("name"), personName);
    if (!s.sentTo.isEmpty())
        a.personal << personal(QStringLiteral("sentTo"), s.sentTo);
    if (!contactReason.isEmpty())
        a.personal << personal(QStringLiteral("contactReason"), contactReason.left(500));
    return a;
}

AuditEvent startedEvent(const QString &by, const Session &s)
{
    return startEvent(by, s, QStringLiteral("done"));
}

AuditEvent startFailedEvent(const QString &by, const Session &s, const core::Error &error)
{
    AuditEvent a = startEvent(by, s, QStringLiteral("failed"));
    a.data.insert(QStringLiteral("error"), core::codeName(error.code));
    return a;
}

AuditEvent resultEvent(const QString &by, const Session &s, const QString &outcome, const QJsonObject &facts)
{
    AuditEvent a = sessionEvent(by, s, QStringLiteral("verification.result"), outcome);
    for (auto it = facts.begin(); it != facts.end(); ++it)
        a.data.insert(it.key(), it.value());
    return a;
}

static QString callbackAction()
{
    const QString action = QStringLiteral("verification.callback");
    return action;
}

AuditEvent callbackClaimedEvent(const QString &by, const Session &s, CallbackTrust trust)
{
    AuditEvent a = sessionEvent(by, s, callbackAction(), QStringLiteral("noted"));
    a.data.insert(QStringLiteral("trust"), callbackTrustKey(trust));
    return a;
}

AuditEvent callbackFailedEvent(const core::TenantId &tenant, const core::SessionId &session, const core::Error &error)
{
    AuditEvent a;
    a.actor = QStringLiteral("system");
    a.action = callbackAction();
    a.tenant = tenant.str();
    a.subject = session.str();
    a.outcome = QStringLiteral("failed");
    a.data = {{QStringLiteral("error"), core::codeName(error.code)}};
    return a;
}

AuditEvent cancelAnnouncedEvent(const QString &by, const Session &s)
{
    return sessionEvent(by, s, QStringLiteral("verification.cancel"), QStringLiteral("intent"));
}

static AuditEvent resendEvent(const QString &by, const Session &s, const QString &outcome)
{
    return sessionEvent(by, s, QStringLiteral("verification.resend"), outcome);
}

AuditEvent resendAnnouncedEvent(const QString &by, const Session &s)
{
    return resendEvent(by, s, QStringLiteral("intent"));
}

AuditEvent resendFailedEvent(const QString &by, const Session &s, const core::Error &error)
{
    AuditEvent a =
        resendEvent(by, s, error.mayHaveReachedServer ? QStringLiteral("unknown") : QStringLiteral("failed"));
    a.data.insert(QStringLiteral("error"), core::codeName(error.code));
    return a;
}

AuditEvent movedOnEvent(const QString &by, const Session &s, const QString &kind)
{
    return sessionEvent(by, s, QStringLiteral("verification.") + kind, QStringLiteral("done"));
}

} // namespace domain
