#include "domain/audit/audittext.h"
#include "domain/operations/operation.h"
#include <QCoreApplication>
#include <QHash>
#include <QStringList>

namespace domain {

static QString sayAuditText(const char *text)
{
    return QCoreApplication::translate("AuditText", text);
}

static const QHash<QString, const char *> &words()
{
    static const QHash<QString, const char *> all{
        {QStringLiteral("verification.start"), QT_TRANSLATE_NOOP("AuditText", "Verification started")},
        {QStringLiteral("verification.result"), QT_TRANSLATE_NOOP("AuditText", "Result")},
        {QStringLiteral("verification.callback"), QT_TRANSLATE_NOOP("AuditText", "Callback applied")},
        {QStringLiteral("verification.cancel"), QT_TRANSLATE_NOOP("AuditText", "Cancel at the provider")},
        {QStringLiteral("verification.cancelled"), QT_TRANSLATE_NOOP("AuditText", "Verification cancelled")},
        {QStringLiteral("verification.stopped"), QT_TRANSLATE_NOOP("AuditText", "No longer watched")},
        {QStringLiteral("verification.expired"), QT_TRANSLATE_NOOP("AuditText", "Verification expired")},
        {QStringLiteral("verification.unanswered"), QT_TRANSLATE_NOOP("AuditText", "Start without an answer")},
        {QStringLiteral("verification.unconfirmed"), QT_TRANSLATE_NOOP("AuditText", "Result not confirmed")},
        {QStringLiteral("verification.resend"), QT_TRANSLATE_NOOP("AuditText", "Link sent again")},
        {QStringLiteral("verification.review"), QT_TRANSLATE_NOOP("AuditText", "Second person decided")},
        {QStringLiteral("event.approve"), QT_TRANSLATE_NOOP("AuditText", "Request for access answered: approved")},
        {QStringLiteral("verification.remind"), QT_TRANSLATE_NOOP("AuditText", "Reminder")},
        {QStringLiteral("writeback"), QT_TRANSLATE_NOOP("AuditText", "Written to SailPoint")},
        {QStringLiteral("recovery.caller-bound"), QT_TRANSLATE_NOOP("AuditText", "Caller proved to hold the link")},
        {QStringLiteral("recovery.wrong-code"), QT_TRANSLATE_NOOP("AuditText", "Caller gave a wrong code")},
        {QStringLiteral("recovery.reset"), QT_TRANSLATE_NOOP("AuditText", "Password-reset mail")},
        {QStringLiteral("callback.adopt"), QT_TRANSLATE_NOOP("AuditText", "Callback handed to a session")},
        {QStringLiteral("callback.dismiss"), QT_TRANSLATE_NOOP("AuditText", "Callback dismissed")},
        {QStringLiteral("receiver.start"), QT_TRANSLATE_NOOP("AuditText", "Receiver started")},
        {QStringLiteral("receiver.stop"), QT_TRANSLATE_NOOP("AuditText", "Receiver stopped")},
        {QStringLiteral("receiver.secret"), QT_TRANSLATE_NOOP("AuditText", "Receiver's secret changed")},
        {QStringLiteral("receiver.new-secret"), QT_TRANSLATE_NOOP("AuditText", "Receiver's next secret made")},
        {QStringLiteral("receiver.locked-out"), QT_TRANSLATE_NOOP("AuditText", "Sender locked out")},
        {QStringLiteral("operator.register"), QT_TRANSLATE_NOOP("AuditText", "Operator registered")},
        {QStringLiteral("policy.change"), QT_TRANSLATE_NOOP("AuditText", "Verification settings changed")},
        {QStringLiteral("policy.freshness"), QT_TRANSLATE_NOOP("AuditText", "Re-verification policy changed")},
        {QStringLiteral("exemption.grant"), QT_TRANSLATE_NOOP("AuditText", "Exempted from renewal")},
        {QStringLiteral("exemption.end"), QT_TRANSLATE_NOOP("AuditText", "Exemption ended")},
        {QStringLiteral("campaign.create"), QT_TRANSLATE_NOOP("AuditText", "Campaign made")},
        {QStringLiteral("campaign.change"), QT_TRANSLATE_NOOP("AuditText", "Campaign changed")},
        {QStringLiteral("campaign.dry-run"), QT_TRANSLATE_NOOP("AuditText", "Dry run")},
        {QStringLiteral("campaign.start"), QT_TRANSLATE_NOOP("AuditText", "Campaign started")},
        {QStringLiteral("campaign.pause"), QT_TRANSLATE_NOOP("AuditText", "Campaign paused")},
        {QStringLiteral("campaign.resume"), QT_TRANSLATE_NOOP("AuditText", "Campaign continued")},
        {QStringLiteral("campaign.wait"), QT_TRANSLATE_NOOP("AuditText", "Campaign waited")},
        {QStringLiteral("campaign.pace"), QT_TRANSLATE_NOOP("AuditText", "Campaign's pace changed")},
        {QStringLiteral("campaign.interrupted"), QT_TRANSLATE_NOOP("AuditText", "Campaign interrupted")},
        {QStringLiteral("campaign.stop"), QT_TRANSLATE_NOOP("AuditText", "Campaign stopped")},
        {QStringLiteral("campaign.done"), QT_TRANSLATE_NOOP("AuditText", "Campaign sent its last link")},
        {QStringLiteral("tenant.add"), QT_TRANSLATE_NOOP("AuditText", "Tenant added")},
        {QStringLiteral("tenant.remove"), QT_TRANSLATE_NOOP("AuditText", "Tenant removed")},
        {QStringLiteral("tenant.change"), QT_TRANSLATE_NOOP("AuditText", "Tenant changed")},
        {QStringLiteral("tenant.rotate"), QT_TRANSLATE_NOOP("AuditText", "Secret replaced")},
        {QStringLiteral("tenant.status-words"), QT_TRANSLATE_NOOP("AuditText", "Status words changed")},
        {QStringLiteral("tenant.lock"), QT_TRANSLATE_NOOP("AuditText", "Tenant locked")},
        {QStringLiteral("tenant.unlock"), QT_TRANSLATE_NOOP("AuditText", "Tenant unlocked")},
        {QStringLiteral("lab.start"), QT_TRANSLATE_NOOP("AuditText", "Simulator started")},
        {QStringLiteral("identity.export"), QT_TRANSLATE_NOOP("AuditText", "People exported")},
        {QStringLiteral("audit.export"), QT_TRANSLATE_NOOP("AuditText", "Audit log exported")},
        {QStringLiteral("backup.create"), QT_TRANSLATE_NOOP("AuditText", "Backup made")},
        {QStringLiteral("backup.restore"), QT_TRANSLATE_NOOP("AuditText", "Restored from a backup")},
        {QStringLiteral("audit.key-changed"), QT_TRANSLATE_NOOP("AuditText", "Another key signs from here")},
        {QStringLiteral("audit.key"), QT_TRANSLATE_NOOP("AuditText", "Signing key made")},
        {QStringLiteral("report.export"), QT_TRANSLATE_NOOP("AuditText", "Report made")},
        {QStringLiteral("evidence.export"), QT_TRANSLATE_NOOP("AuditText", "Evidence pack made")},
        {QStringLiteral("privacy.redact"), QT_TRANSLATE_NOOP("AuditText", "Personal data removed")},
        {QStringLiteral("privacy.settings"), QT_TRANSLATE_NOOP("AuditText", "Privacy settings changed")},
        {QStringLiteral("settings.import"), QT_TRANSLATE_NOOP("AuditText", "Settings imported")},
        {QStringLiteral("settings.export"), QT_TRANSLATE_NOOP("AuditText", "Settings exported")},
    };
    return all;
}

QString auditText(const AuditEvent &e)
{
    QString text;
    if (const char *known = words().value(e.action))
        text = sayAuditText(known);
    else if (const auto kind = operationKindFromKey(e.action))
        text = operationText(*kind);
    else
        text = e.action; // of a newer version
    if (e.outcome == QLatin1String("intent"))
        return text + QStringLiteral(": ") + sayAuditText(QT_TRANSLATE_NOOP("AuditText", "asked for"));
    if (e.outcome == QLatin1String("failed") || e.outcome == QLatin1String("refused"))
        return text + QStringLiteral(": ") + sayAuditText(QT_TRANSLATE_NOOP("AuditText", "not done"));
    if (e.outcome == QLatin1String("unknown"))
        return text + QStringLiteral(": ") + sayAuditText(QT_TRANSLATE_NOOP("AuditText", "not known"));
    return text;
}

QString auditActor(const AuditEvent &e)
{
    static const QStringList ofTheProvider{
        QStringLiteral("verification.result"), QStringLiteral("verification.callback")};
    static const QStringList ofTheConsole{QStringLiteral("verification.expired"),
        QStringLiteral("verification.unanswered"), QStringLiteral("verification.unconfirmed")};
    if (ofTheProvider.contains(e.action) &&
        e.outcome != QLatin1String("failed")) // an entry that could not be applied is the console's
        return sayAuditText(QT_TRANSLATE_NOOP("AuditText", "Provider"));
    if (ofTheConsole.contains(e.action))
        return sayAuditText(QT_TRANSLATE_NOOP("AuditText", "IDV Console"));
    const QString reviewer = e.data.value(QLatin1String("reviewer")).toString();
    if (e.action == QLatin1String("verification.review") && !reviewer.isEmpty())
        return sayAuditText(QT_TRANSLATE_NOOP("AuditText", "Second person %1")).arg(reviewer);
    return e.actor;
}

QString auditSubject(const AuditEvent &e)
{
    for (const auto &f : e.personal) {
        if (f.name == QLatin1String("name"))
            return f.value;
    }
    for (const char *key : {"name", "file", "identity"}) {
        if (const QString text = e.data.value(QLatin1String(key)).toString(); !text.isEmpty())
            return text;
    }
    return e.subject;
}

QString auditDetail(const AuditEvent &e)
{
    QStringList parts;
    for (const char *key : {"ticket", "state", "why", "cause", "error", "strategy", "fingerprint"}) {
        if (const QString text = e.data.value(QLatin1String(key)).toString(); !text.isEmpty())
            parts << text;
    }
    if (const auto rows = e.data.value(QLatin1String("rows")); rows.isDouble())
        parts << sayAuditText(QT_TRANSLATE_NOOP("AuditText", "%L1 rows")).arg(rows.toInteger());
    return parts.join(QStringLiteral(" · "));
}

} // namespace domain
