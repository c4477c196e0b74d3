#include "services/audit/pastduetext.h"
#include "domain/text/markdown.h"
#include "services/audit/auditreporttext.h"
#include <QCoreApplication>
#include <QFileInfo>

namespace services {

using domain::markdownTable;
using domain::markdownText;

static QString partWord(domain::PastDuePart p)
{
    switch (p) {
    case domain::PastDuePart::Overdue: return reportWord(QT_TRANSLATE_NOOP("AuditReport", "Overdue"));
    case domain::PastDuePart::DateUnusable: return reportWord(QT_TRANSLATE_NOOP("AuditReport", "Date unusable"));
    case domain::PastDuePart::Failed: return reportWord(QT_TRANSLATE_NOOP("AuditReport", "Failed"));
    case domain::PastDuePart::Held: return reportWord(QT_TRANSLATE_NOOP("AuditReport", "Held"));
    case domain::PastDuePart::InRenewal: return reportWord(QT_TRANSLATE_NOOP("AuditReport", "In renewal"));
    }
    return {};
}

static QString reasonWord(domain::OverdueReason r)
{
    switch (r) {
    case domain::OverdueReason::PastDate: return reportWord(QT_TRANSLATE_NOOP("AuditReport", "past its date"));
    case domain::OverdueReason::Reset: return reportWord(QT_TRANSLATE_NOOP("AuditReport", "reset"));
    case domain::OverdueReason::Withdrawn: return reportWord(QT_TRANSLATE_NOOP("AuditReport", "withdrawn"));
    case domain::OverdueReason::DateUnusable: return reportWord(QT_TRANSLATE_NOOP("AuditReport", "date unusable"));
    }
    return {};
}

// "Held, past its date"
static QString whyPastDue(const domain::Identity &p, const domain::StoredFacts &stored, core::Instant now)
{
    const auto part = domain::pastDuePart(p.kind, p.lapse, p.due, now);
    const auto reason = domain::overdueReasonAt(p.lapse, p.due, now);
    if (!part || !reason)
        return {};
    QString why = *part == domain::PastDuePart::DateUnusable
                      ? partWord(*part)
                      : partWord(*part) + QStringLiteral(", ") + reasonWord(*reason);
    if (const auto pass = stored.notStored.constFind(p.id.str()); pass != stored.notStored.constEnd())
        why += QStringLiteral("; ") +
               reportWord(QT_TRANSLATE_NOOP("AuditReport", "verified here on %1, not stored")).arg(reportDay(pass->at));
    return why;
}

static QString storedText(const domain::StoredFacts &s)
{
    QString text = reportWord(
        QT_TRANSLATE_NOOP("AuditReport", "Of them %1 verified here, not stored: passed at the provider, and SailPoint "
                                         "does not show it in a read made at least fifteen minutes later."))
                       .arg(reportNumber(s.pastDue));
    if (s.notLookedAt > 0)
        text += QLatin1Char(' ') + reportWord(QT_TRANSLATE_NOOP("AuditReport", "%1 results were not looked at yet."))
                                       .arg(reportNumber(s.notLookedAt));
    return text;
}

QString PastDueText::person(const domain::Identity &p) const
{
    if (!m_facts.options.numbersForNames)
        return p.name;
    return p.employeeNumber.isEmpty() ? reportWord(QT_TRANSLATE_NOOP("AuditReport", "(no employee number)"))
                                      : p.employeeNumber;
}

QString PastDueText::parts() const
{
    QString out = reportHeading(QT_TRANSLATE_NOOP("AuditReport", "Past due, whatever the status"));
    const auto reason = [this](domain::OverdueReason r) { return reportNumber(m_facts.counts.byReason[size_t(r)]); };
    QList<QStringList> parts;
    for (int i = 0; i < domain::pastDuePartCount; ++i)
        parts << QStringList{partWord(domain::PastDuePart(i)), reportNumber(m_facts.counts.pastDue[size_t(i)])};
    parts << QStringList{
        reportWord(QT_TRANSLATE_NOOP("AuditReport", "All past due")), reportNumber(m_facts.counts.allPastDue())};
    out += markdownTable(
        {reportWord(QT_TRANSLATE_NOOP("AuditReport", "Part")), reportWord(QT_TRANSLATE_NOOP("AuditReport", "People"))},
        parts);
    out += reportWord(QT_TRANSLATE_NOOP("AuditReport",
                          "Of the overdue, %1 are past their date, %2 were reset (idvVerified is false) and %3 "
                          "withdrawn (another word in idvStatus, or in idvVerified neither true nor false)."))
               .arg(reason(domain::OverdueReason::PastDate), reason(domain::OverdueReason::Reset),
                   reason(domain::OverdueReason::Withdrawn)) +
           QLatin1Char(' ') +
           reportWord(QT_TRANSLATE_NOOP(
                          "AuditReport", "Among all past due, %1 are exempt, %2 inactive, and %3 past their grace."))
               .arg(reportNumber(m_facts.counts.pastDueExempt), reportNumber(m_facts.counts.pastDueInactive),
                   reportNumber(m_facts.outlook.pastGrace)) +
           QStringLiteral("\n\n");
    out += storedText(m_facts.stored) + QStringLiteral("\n\n");
    return out;
}

QString PastDueText::people() const
{
    QString out = reportHeading(QT_TRANSLATE_NOOP("AuditReport", "Who is past due"));
    QList<QStringList> overdue;
    for (const auto &p : m_facts.people) {
        const auto due = domain::shownDue(p.lapse, p.due, m_facts.at);
        overdue << QStringList{person(p), whyPastDue(p, m_facts.stored, m_facts.at), p.rule, reportDay(p.idv.date.at),
            reportDay(due), reportDay(domain::shownGrace(p.lapse, p.due, p.graceEnds, m_facts.at))};
    }
    out += overdue.isEmpty() ? reportWord(QT_TRANSLATE_NOOP("AuditReport", "Nobody.")) + QStringLiteral("\n\n")
                             : markdownTable({reportWord(QT_TRANSLATE_NOOP("AuditReport", "Person")),
                                                 reportWord(QT_TRANSLATE_NOOP("AuditReport", "Why")),
                                                 reportWord(QT_TRANSLATE_NOOP("AuditReport", "Rule")),
                                                 reportWord(QT_TRANSLATE_NOOP("AuditReport", "Verified on")),
                                                 reportWord(QT_TRANSLATE_NOOP("AuditReport", "Due")),
                                                 reportWord(QT_TRANSLATE_NOOP("AuditReport", "Grace ends"))},
                                   overdue);
    if (m_facts.pastDue > m_facts.people.size())
        out += reportWord(QT_TRANSLATE_NOOP("AuditReport", "The first %1 of %2. All of them are in %3, SHA-256 %4."))
                   .arg(reportNumber(m_facts.people.size()), reportNumber(m_facts.pastDue),
                       markdownText(QFileInfo(m_facts.csv.path).fileName()), QString::fromLatin1(m_facts.csv.sha256)) +
               QStringLiteral("\n\n");
    return out;
}

} // namespace services
