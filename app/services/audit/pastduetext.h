#pragma once
#include <QString>

namespace domain {
struct Identity;
}

namespace services {

struct AuditReportFacts;

/// The part of the report for auditors that says who is past due, and why, as Markdown. The facts live longer.
class PastDueText
{
public:
    explicit PastDueText(const AuditReportFacts &facts) : m_facts(facts) {}
    QString parts() const;
    QString people() const;

private:
    QString person(const domain::Identity &person) const;

    const AuditReportFacts &m_facts;
};

} // namespace services
