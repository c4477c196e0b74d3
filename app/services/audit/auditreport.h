#pragma once
#include "core/async.h"
#include "domain/audit/audit.h"
#include "services/audit/exportreport.h"
#include <QObject>
#include <functional>
#include <memory>

namespace services {

class AuditTrail;
struct AuditReportFacts;
struct Context;
class PeopleExport;
class TenantSession;

struct ReportOptions
{
    bool numbersForNames = false; ///< employee numbers instead of names
    /// Turns the Markdown into what the file shall hold; called on a pool thread. Empty: Markdown itself.
    std::function<core::Result<QByteArray>(const QString &markdown)> render{};
};

/// The report for auditors: scope and policy, coverage, who is past due, exemptions, campaigns, held results and who
/// decided, and the proof of the log. More than 2,000 people past due go into a CSV beside it, named with its hash.
/// Recorded before the file is there. Thread: the GUI's or main.
class AuditReport : public QObject
{
    Q_OBJECT
public:
    static constexpr int shownPastDue = 2000;
    AuditReport(TenantSession &tenantSession, AuditTrail &trail, Context &context, QObject *parent = nullptr);
    ~AuditReport() override;
    core::Async<ExportReport> run(const ReportOptions &options, const QString &path);
    void cancel();

private:
    void collect(const std::shared_ptr<AuditReportFacts> &facts, const core::Deferred<core::Unit> &out);
    core::Async<core::Unit> pastDueList(const std::shared_ptr<AuditReportFacts> &facts, const QString &path);
    TenantSession &m_tenantSession;
    AuditTrail &m_trail;
    Context &m_context;
    std::unique_ptr<PeopleExport> m_csv;
    bool m_isCancelled = false;
};

/// Gives text that was made for a person its file: rendered on a pool thread, hashed, recorded, placed.
core::Async<ExportReport> saveReport(Context &context, QObject *owner, const QString &markdown,
    const ReportOptions &options, const QString &path, const domain::AuditEvent &event);

} // namespace services
