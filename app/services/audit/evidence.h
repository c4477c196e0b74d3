#pragma once
#include "core/async.h"
#include "domain/audit/audit.h"
#include "domain/verification/sessionlog.h"
#include "services/audit/auditreport.h"
#include <QObject>

namespace services {

class AuditExport;

/// All that the console holds about one person, session or campaign, in two files: one to read, and beside it the audit
/// log with the values of exactly these entries, which proves itself with `idvctl audit verify`. The first names the
/// hash of the second. Errors: NotFound when nothing is held. Thread: the GUI's or main.
class Evidence : public QObject
{
    Q_OBJECT
public:
    enum Kind { Person, OneSession, Campaign };
    Evidence(TenantSession &tenantSession, AuditTrail &trail, Context &context, QObject *parent = nullptr);
    ~Evidence() override;
    core::Async<ExportReport> run(Kind kind, const QString &id, const ReportOptions &options, const QString &path);
    void cancel();
    /// The same to be looked at, nothing is written: what is held about a person, as Markdown.
    core::Async<QString> held(Kind kind, const QString &id);

private:
    struct Facts;
    core::Async<core::Unit> collect(const std::shared_ptr<Facts> &facts);
    QString markdown(const Facts &facts) const;
    TenantSession &m_tenantSession;
    AuditTrail &m_trail;
    Context &m_context;
    std::unique_ptr<AuditExport> m_log;
    bool m_isCancelled = false;
};

} // namespace services
