#pragma once
#include "domain/identities/people.h"
#include "domain/reverification/campaign.h"
#include "domain/reverification/exemption.h"
#include "domain/verification/verification.h"
#include "domain/verification/writeback/storedresult.h"
#include "services/audit/auditreport.h"
#include "services/audit/trailverdict.h"
#include <QHash>
#include <QList>
#include <QString>
#include <optional>

namespace domain {
struct Tenant;
}

namespace services {

/// What the report for auditors says, as it was read.
struct AuditReportFacts
{
    ReportOptions options;
    core::Instant at = 0;
    domain::StatusCounts counts;
    domain::Outlook outlook;
    domain::StoredFacts stored;
    qint64 pastDue = 0;
    QList<domain::Identity> people;
    ExportReport csv;
    QList<domain::Campaign> campaigns;
    QList<domain::CampaignCounts> campaignCounts;
    QHash<QString, domain::Exemption> exemptions;
    QHash<QString, QString> names;  ///< of people who are exempt
    QList<domain::Session> decided; ///< held, or decided by a second person, within a year
    TrailState trail;
};

/// The report for auditors as Markdown. What it is given lives longer.
class AuditReportText
{
public:
    AuditReportText(const AuditReportFacts &facts, const domain::Tenant &tenant,
        const domain::ReverificationPolicy &policy, const QString &operatorName);
    QString markdown() const;

private:
    QString scope() const;
    QString rules() const;
    QString coverage() const;
    QString exemptions() const;
    QString campaigns() const;
    QString decisions() const;
    QString proof() const;

    const AuditReportFacts &m_facts;
    const domain::Tenant &m_tenant;
    const domain::ReverificationPolicy &m_policy;
    QString m_operatorName;
};

// What its parts have in common: the report's words in the operator's language, numbers and times of this computer.
QString reportWord(const char *text);
QString reportHeading(const char *text);
QString reportNumber(qint64 n);
QString reportTime(core::Instant at);
/// Empty when there is none.
QString reportDay(const std::optional<core::Instant> &at);

} // namespace services
