#pragma once
#include "core/async.h"
#include "domain/identities/people.h"
#include "domain/identities/peopleexport.h"
#include "services/audit/exportreport.h"
#include <QObject>
#include <atomic>

namespace services {

struct Context;
class TenantSession;

/// People of the local copy into a file: streamed on the copy's slow thread, recorded in the audit log with number and
/// hash before the file gets its place. Errors: Storage, Cancelled. Thread: the GUI's or main.
class PeopleExport : public QObject
{
    Q_OBJECT
public:
    PeopleExport(TenantSession &tenantSession, Context &context, QObject *parent = nullptr);
    ~PeopleExport() override;
    /// Everyone who matches when it begins, in the query's order.
    core::Async<ExportReport> run(
        const domain::PeopleQuery &query, const domain::PeopleExportLayout &layout, const QString &path);
    core::Async<ExportReport> run(
        std::shared_ptr<const domain::RowIds> rows, const domain::PeopleExportLayout &layout, const QString &path);
    /// Rows written so far; from any thread.
    qint64 done() const { return m_done->load(); }
    /// Takes effect with the next row; the file does not appear.
    void cancel() { m_isCancelled->store(true); }

private:
    TenantSession &m_tenantSession;
    Context &m_context;
    std::shared_ptr<std::atomic<qint64>> m_done = std::make_shared<std::atomic<qint64>>(0);
    std::shared_ptr<std::atomic<bool>> m_isCancelled = std::make_shared<std::atomic<bool>>(false);
};

} // namespace services
