#include "services/audit/auditreporttext.h"
#include "domain/tenants/tenant.h"
#include "domain/text/markdown.h"
#include "services/audit/pastduetext.h"
#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace services {

using domain::IdentityStatus;
using domain::markdownTable;

QString reportWord(const char *text)
{
    return QCoreApplication::translate("AuditReport", text);
}

QString reportHeading(const char *text)
{
    return QStringLiteral("## ") + reportWord(text) + QStringLiteral("\n\n");
}

QString reportNumber(qint64 n)
{
    return QLocale().toString(n);
}

QString reportTime(core::Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString reportDay(const std::optional<core::Instant> &at)
{
    return at ? QDateTime::fromMSecsSinceEpoch(*at).toString(QStringLiteral("yyyy-MM-dd")) : QString();
}

static QString statusWord(IdentityStatus s)
{
    switch (s) {
    case IdentityStatus::Verified: return reportWord(QT_TRANSLATE_NOOP("AuditReport", "Verified"));
    case IdentityStatus::DueSoon: return reportWord(QT_TRANSLATE_NOOP("AuditReport", "Due soon"));
    case IdentityStatus::Overdue: return reportWord(QT_TRANSLATE_NOOP("AuditReport", "Overdue"));
    case IdentityStatus::Pending: return reportWord(QT_TRANSLATE_NOOP("AuditReport", "Pending"));
    case IdentityStatus::Failed: return reportWord(QT_TRANSLATE_NOOP("AuditReport", "Failed"));
    case IdentityStatus::Never: return reportWord(QT_TRANSLATE_NOOP("AuditReport", "Never verified"));
    }
    return {};
}

AuditReportText::AuditReportText(const AuditReportFacts &facts, const domain::Tenant &tenant,
    const domain::ReverificationPolicy &policy, const QString &operatorName)
    : m_facts(facts), m_tenant(tenant), m_policy(policy), m_operatorName(operatorName)
{
}

QString AuditReportText::markdown() const
{
    const PastDueText pastDue(m_facts);
    return scope() + rules() + coverage() + pastDue.parts() + pastDue.people() + exemptions() + campaigns() +
           decisions() + proof();
}

QString AuditReportText::scope() const
{
    QString out = QStringLiteral("# ") +
                  reportWord(QT_TRANSLATE_NOOP("AuditReport", "Identity verification: report for auditors")) +
                  QStringLiteral("\n\n");
    out += markdownTable({reportWord(QT_TRANSLATE_NOOP("AuditReport", "Scope")), QString()},
        {{reportWord(QT_TRANSLATE_NOOP("AuditReport", "Tenant")),
             m_tenant.name + QStringLiteral(" (") + domain::environmentKey(m_tenant.environment) + QLatin1Char(')')},
            {reportWord(QT_TRANSLATE_NOOP("AuditReport", "SailPoint")), m_tenant.sailpointUrl},
            {reportWord(QT_TRANSLATE_NOOP("AuditReport", "Made")),
                reportTime(m_facts.at) + QLatin1Char(' ') +
                    QDateTime::fromMSecsSinceEpoch(m_facts.at).timeZoneAbbreviation()},
            {reportWord(QT_TRANSLATE_NOOP("AuditReport", "By")), m_operatorName},
            {reportWord(QT_TRANSLATE_NOOP("AuditReport", "Identities in scope")),
                reportNumber(m_facts.counts.everyone)}});
    return out;
}

QString AuditReportText::rules() const
{
    QString out = reportHeading(QT_TRANSLATE_NOOP("AuditReport", "Policy"));
    QList<QStringList> rows;
    for (int i = 0; i < m_facts.outlook.rules.size(); ++i) {
        const auto &load = m_facts.outlook.rules.at(i);
        const bool isStandard = i >= m_policy.rules.size();
        const auto &rule = isStandard ? m_policy.standard : m_policy.rules.at(i).rule;
        rows << QStringList{isStandard ? reportWord(QT_TRANSLATE_NOOP("AuditReport", "Everyone else")) : load.name,
            reportNumber(rule.intervalDays), reportNumber(rule.warnDays), reportNumber(rule.graceDays),
            reportNumber(load.people), reportNumber(load.pastDue), reportNumber(load.pastGrace)};
    }
    out += markdownTable(
        {reportWord(QT_TRANSLATE_NOOP("AuditReport", "Rule")), reportWord(QT_TRANSLATE_NOOP("AuditReport", "Days")),
            reportWord(QT_TRANSLATE_NOOP("AuditReport", "Warn")), reportWord(QT_TRANSLATE_NOOP("AuditReport", "Grace")),
            reportWord(QT_TRANSLATE_NOOP("AuditReport", "People")),
            reportWord(QT_TRANSLATE_NOOP("AuditReport", "Past due")),
            reportWord(QT_TRANSLATE_NOOP("AuditReport", "Past grace"))},
        rows);
    return out;
}

QString AuditReportText::coverage() const
{
    QString out = reportHeading(QT_TRANSLATE_NOOP("AuditReport", "Coverage"));
    QList<QStringList> rows;
    for (const auto s : {IdentityStatus::Verified, IdentityStatus::DueSoon, IdentityStatus::Overdue,
             IdentityStatus::Pending, IdentityStatus::Failed, IdentityStatus::Never}) {
        const qint64 n = m_facts.counts.byStatus[size_t(s)];
        rows << QStringList{statusWord(s), reportNumber(n),
            m_facts.counts.everyone
                ? QLocale().toString(100.0 * double(n) / double(m_facts.counts.everyone), 'f', 1) + QStringLiteral(" %")
                : QString()};
    }
    out += markdownTable(
        {reportWord(QT_TRANSLATE_NOOP("AuditReport", "Status")), reportWord(QT_TRANSLATE_NOOP("AuditReport", "People")),
            reportWord(QT_TRANSLATE_NOOP("AuditReport", "Share"))},
        rows);
    return out;
}

QString AuditReportText::exemptions() const
{
    if (m_facts.exemptions.isEmpty())
        return {};
    QString out = reportHeading(QT_TRANSLATE_NOOP("AuditReport", "Exempt from renewal"));
    QList<QStringList> rows;
    for (const auto &e : m_facts.exemptions)
        rows << QStringList{m_facts.options.numbersForNames ? e.identity.str()
                                                            : m_facts.names.value(e.identity.str(), e.identity.str()),
            e.reason, domain::allowedBy(e), reportDay(e.since), reportDay(e.until)};
    out += markdownTable(
        {reportWord(QT_TRANSLATE_NOOP("AuditReport", "Person")), reportWord(QT_TRANSLATE_NOOP("AuditReport", "Reason")),
            reportWord(QT_TRANSLATE_NOOP("AuditReport", "Allowed by")),
            reportWord(QT_TRANSLATE_NOOP("AuditReport", "Since")),
            reportWord(QT_TRANSLATE_NOOP("AuditReport", "Until"))},
        rows);
    return out;
}

QString AuditReportText::campaigns() const
{
    QString out = reportHeading(QT_TRANSLATE_NOOP("AuditReport", "Campaigns"));
    QList<QStringList> rows;
    for (int i = 0; i < m_facts.campaigns.size(); ++i) {
        const auto &k = m_facts.campaigns.at(i);
        const auto n = m_facts.campaignCounts.value(i);
        rows << QStringList{k.plan.name, domain::campaignStateText(k.state),
            k.startedAt ? reportTime(*k.startedAt) : QString(), k.operatorName, reportNumber(n.sent()),
            reportNumber(n.of(domain::SessionState::Verified)), reportNumber(n.failed()), reportNumber(n.leftOut)};
    }
    out += rows.isEmpty() ? reportWord(QT_TRANSLATE_NOOP("AuditReport", "None.")) + QStringLiteral("\n\n")
                          : markdownTable({reportWord(QT_TRANSLATE_NOOP("AuditReport", "Campaign")),
                                              reportWord(QT_TRANSLATE_NOOP("AuditReport", "State")),
                                              reportWord(QT_TRANSLATE_NOOP("AuditReport", "Started")),
                                              reportWord(QT_TRANSLATE_NOOP("AuditReport", "By")),
                                              reportWord(QT_TRANSLATE_NOOP("AuditReport", "Sent")),
                                              reportWord(QT_TRANSLATE_NOOP("AuditReport", "Verified")),
                                              reportWord(QT_TRANSLATE_NOOP("AuditReport", "Failed or not used")),
                                              reportWord(QT_TRANSLATE_NOOP("AuditReport", "Left out"))},
                                rows);
    return out;
}

QString AuditReportText::decisions() const
{
    QString out =
        reportHeading(QT_TRANSLATE_NOOP("AuditReport", "Held results and second-person decisions, last 12 months"));
    QList<QStringList> decided;
    for (const auto &s : m_facts.decided)
        decided << QStringList{reportTime(s.createdAt),
            m_facts.options.numbersForNames ? s.request.identity.str() : s.personName, s.request.ticket, s.operatorName,
            s.reviewer, domain::stateKey(s.state)};
    out += decided.isEmpty() ? reportWord(QT_TRANSLATE_NOOP("AuditReport", "None.")) + QStringLiteral("\n\n")
                             : markdownTable({reportWord(QT_TRANSLATE_NOOP("AuditReport", "Started")),
                                                 reportWord(QT_TRANSLATE_NOOP("AuditReport", "Person")),
                                                 reportWord(QT_TRANSLATE_NOOP("AuditReport", "Ticket")),
                                                 reportWord(QT_TRANSLATE_NOOP("AuditReport", "Operator")),
                                                 reportWord(QT_TRANSLATE_NOOP("AuditReport", "Second person")),
                                                 reportWord(QT_TRANSLATE_NOOP("AuditReport", "State"))},
                                   decided);
    return out;
}

QString AuditReportText::proof() const
{
    QString out = reportHeading(QT_TRANSLATE_NOOP("AuditReport", "Proof of the audit log"));
    out += markdownTable({reportWord(QT_TRANSLATE_NOOP("AuditReport", "Log")), QString()},
        {{reportWord(QT_TRANSLATE_NOOP("AuditReport", "State")), verdictText(m_facts.trail)},
            {reportWord(QT_TRANSLATE_NOOP("AuditReport", "Entries")), reportNumber(m_facts.trail.entries)},
            {reportWord(QT_TRANSLATE_NOOP("AuditReport", "Head")),
                domain::chainHeadText({m_facts.trail.entries, m_facts.trail.head})},
            {reportWord(QT_TRANSLATE_NOOP("AuditReport", "Signed up to entry")),
                m_facts.trail.signedUpTo > 0 ? reportNumber(m_facts.trail.signedUpTo) : m_facts.trail.unsignedWhy},
            {reportWord(QT_TRANSLATE_NOOP("AuditReport", "Key")),
                m_facts.trail.publicKey.isEmpty() ? QString() : domain::keyFingerprint(m_facts.trail.publicKey)}});
    out += reportWord(QT_TRANSLATE_NOOP("AuditReport",
               "Export the log as JSON Lines and prove it anywhere with: idvctl audit verify FILE --key KEY --at-least "
               "HEAD. The head proves that no later log leaves out what was recorded by now.")) +
           QLatin1Char('\n');
    return out;
}

} // namespace services
