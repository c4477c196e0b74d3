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

namespace {

struct ActionWords
{
    const char *action;
    const char *text;
};

constexpr ActionWords actionWords[] = {
    {"verification.start", QT_TRANSLATE_NOOP("AuditText", "Verification started")},
    {"verification.result", QT_TRANSLATE_NOOP("AuditText", "Result")},
    {"verification.callback", QT_TRANSLATE_NOOP("AuditText", "Callback applied")},
    {"verification.cancel", QT_TRANSLATE_NOOP("AuditText", "Cancel at the provider")},
    {"verification.cancelled", QT_TRANSLATE_NOOP("AuditText", "Verification cancelled")},
    {"verification.stopped", QT_TRANSLATE_NOOP("AuditText", "No longer watched")},
    {"verification.expired", QT_TRANSLATE_NOOP("AuditText", "Verification expired")},
    {"verification.unanswered", QT_TRANSLATE_NOOP("AuditText", "Start without an answer")},
    {"verification.unconfirmed", QT_TRANSLATE_NOOP("AuditText", "Result not confirmed")},
    {"verification.resend", QT_TRANSLATE_NOOP("AuditText", "Link sent again")},
    {"verification.review", QT_TRANSLATE_NOOP("AuditText", "Second person decided")},
    {"event.approve", QT_TRANSLATE_NOOP("AuditText", "Request for access answered: approved")},
    {"proposal.made", QT_TRANSLATE_NOOP("AuditText", "Verification proposed")},
    {"proposal.start", QT_TRANSLATE_NOOP("AuditText", "Proposed verification started")},
    {"proposal.dismiss", QT_TRANSLATE_NOOP("AuditText", "Proposal dismissed")},
    {"event-rules.change", QT_TRANSLATE_NOOP("AuditText", "Event rules changed")},
    {"verification.remind", QT_TRANSLATE_NOOP("AuditText", "Reminder")},
    {"writeback", QT_TRANSLATE_NOOP("AuditText", "Written to SailPoint")},
    {"recovery.caller-bound", QT_TRANSLATE_NOOP("AuditText", "Caller proved to hold the link")},
    {"recovery.wrong-code", QT_TRANSLATE_NOOP("AuditText", "Caller gave a wrong code")},
    {"recovery.activity-accepted", QT_TRANSLATE_NOOP("AuditText", "State of the account accepted by a second person")},
    {"recovery.reset", QT_TRANSLATE_NOOP("AuditText", "Password-reset mail")},
    {"callback.adopt", QT_TRANSLATE_NOOP("AuditText", "Callback assigned to a session")},
    {"callback.dismiss", QT_TRANSLATE_NOOP("AuditText", "Callback dismissed")},
    {"receiver.start", QT_TRANSLATE_NOOP("AuditText", "Receiver started")},
    {"receiver.stop", QT_TRANSLATE_NOOP("AuditText", "Receiver stopped")},
    {"receiver.secret", QT_TRANSLATE_NOOP("AuditText", "Receiver's secret changed")},
    {"receiver.new-secret", QT_TRANSLATE_NOOP("AuditText", "Receiver's next secret made")},
    {"receiver.events-token", QT_TRANSLATE_NOOP("AuditText", "Token for SailPoint's events made")},
    {"receiver.locked-out", QT_TRANSLATE_NOOP("AuditText", "Sender locked out")},
    {"operator.register", QT_TRANSLATE_NOOP("AuditText", "Operator registered")},
    {"policy.change", QT_TRANSLATE_NOOP("AuditText", "Verification settings changed")},
    {"policy.freshness", QT_TRANSLATE_NOOP("AuditText", "Re-verification policy changed")},
    {"activity.change", QT_TRANSLATE_NOOP("AuditText", "Table of active accounts changed")},
    {"access-requirements.change", QT_TRANSLATE_NOOP("AuditText", "Requirements for access changed")},
    {"approval.in-name-of", QT_TRANSLATE_NOOP("AuditText", "Decision in another approver's name")},
    {"exemption.grant", QT_TRANSLATE_NOOP("AuditText", "Exempted from renewal")},
    {"exemption.end", QT_TRANSLATE_NOOP("AuditText", "Exemption ended")},
    {"campaign.create", QT_TRANSLATE_NOOP("AuditText", "Campaign made")},
    {"campaign.change", QT_TRANSLATE_NOOP("AuditText", "Campaign changed")},
    {"campaign.dry-run", QT_TRANSLATE_NOOP("AuditText", "Dry run")},
    {"campaign.start", QT_TRANSLATE_NOOP("AuditText", "Campaign started")},
    {"campaign.pause", QT_TRANSLATE_NOOP("AuditText", "Campaign paused")},
    {"campaign.resume", QT_TRANSLATE_NOOP("AuditText", "Campaign continued")},
    {"campaign.wait", QT_TRANSLATE_NOOP("AuditText", "Campaign waited")},
    {"campaign.pace", QT_TRANSLATE_NOOP("AuditText", "Campaign's pace changed")},
    {"campaign.interrupted", QT_TRANSLATE_NOOP("AuditText", "Campaign interrupted")},
    {"campaign.stop", QT_TRANSLATE_NOOP("AuditText", "Campaign stopped")},
    {"campaign.done", QT_TRANSLATE_NOOP("AuditText", "Campaign sent its last link")},
    {"tenant.add", QT_TRANSLATE_NOOP("AuditText", "Tenant added")},
    {"tenant.remove", QT_TRANSLATE_NOOP("AuditText", "Tenant removed")},
    {"tenant.change", QT_TRANSLATE_NOOP("AuditText", "Tenant changed")},
    {"tenant.edit", QT_TRANSLATE_NOOP("AuditText", "Tenant edited")},
    {"tenant.rehearse", QT_TRANSLATE_NOOP("AuditText", "Tenant rehearsed with a test person")},
    {"tenant.api-paths", QT_TRANSLATE_NOOP("AuditText", "SailPoint is asked by its per-service paths from now on")},
    {"tenant.organisation", QT_TRANSLATE_NOOP("AuditText", "Organisation of the tenant noted")},
    {"tenant.provider", QT_TRANSLATE_NOOP("AuditText", "Provider of the tenant changed")},
    {"tenant.receiver", QT_TRANSLATE_NOOP("AuditText", "Callback receiver changed")},
    {"tenant.write-back", QT_TRANSLATE_NOOP("AuditText", "Write-back changed")},
    {"tenant.approvals", QT_TRANSLATE_NOOP("AuditText", "Way of deciding changed")},
    {"tenant.token", QT_TRANSLATE_NOOP("AuditText", "Access token replaced")},
    {"tenant.rotate", QT_TRANSLATE_NOOP("AuditText", "Secret replaced")},
    {"tenant.status-words", QT_TRANSLATE_NOOP("AuditText", "Status words changed")},
    {"tenant.lock", QT_TRANSLATE_NOOP("AuditText", "Tenant locked")},
    {"tenant.unlock", QT_TRANSLATE_NOOP("AuditText", "Tenant unlocked")},
    {"lab.start", QT_TRANSLATE_NOOP("AuditText", "Simulator started")},
    {"identity.export", QT_TRANSLATE_NOOP("AuditText", "People exported")},
    {"audit.export", QT_TRANSLATE_NOOP("AuditText", "Audit log exported")},
    {"backup.create", QT_TRANSLATE_NOOP("AuditText", "Backup made")},
    {"backup.restore", QT_TRANSLATE_NOOP("AuditText", "Restored from a backup")},
    {"audit.key-changed", QT_TRANSLATE_NOOP("AuditText", "Another key signs from here")},
    {"audit.accept-clock", QT_TRANSLATE_NOOP("AuditText", "Clock accepted")},
    {"audit.key", QT_TRANSLATE_NOOP("AuditText", "Signing key made")},
    {"report.export", QT_TRANSLATE_NOOP("AuditText", "Report made")},
    {"evidence.export", QT_TRANSLATE_NOOP("AuditText", "Evidence pack made")},
    {"privacy.redact", QT_TRANSLATE_NOOP("AuditText", "Personal data removed")},
    {"privacy.settings", QT_TRANSLATE_NOOP("AuditText", "Privacy settings changed")},
    {"settings.import", QT_TRANSLATE_NOOP("AuditText", "Settings imported")},
    {"settings.export", QT_TRANSLATE_NOOP("AuditText", "Settings exported")},
};

} // namespace

static const QHash<QString, const char *> &words()
{
    static const QHash<QString, const char *> all = [] {
        QHash<QString, const char *> known;
        for (const ActionWords &w : actionWords)
            known.insert(QString::fromLatin1(w.action), w.text);
        return known;
    }();
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
