#include "services/identities/peopleexport.h"
#include "core/outputfile.h"
#include "services/identities/exportfile.h"
#include "services/identities/exportspool.h"
#include "services/identities/identitydirectory.h"
#include "services/tenantsession/tenantsession.h"
#include <QFileInfo>

namespace services {

using core::Async;
using core::Result;
using core::Unit;

PeopleExport::PeopleExport(TenantSession &tenantSession, Context &context, QObject *parent)
    : QObject(parent), m_tenantSession(tenantSession), m_context(context)
{
}

PeopleExport::~PeopleExport()
{
    cancel();
}

Async<ExportReport> PeopleExport::run(
    const domain::PeopleQuery &query, const domain::PeopleExportLayout &layout, const QString &path)
{
    return core::andThen<domain::PeopleResult>(m_tenantSession.directory().all(query), this,
        [this, layout, path](const domain::PeopleResult &r) { return run(r.rows, layout, path); });
}

Async<ExportReport> PeopleExport::run(
    std::shared_ptr<const domain::RowIds> rows, const domain::PeopleExportLayout &layout, const QString &path)
{
    auto opened = ExportFile::open(path);
    auto spool = ExportSpool::open(
        core::isStandardOutput(path) ? m_context.dataDir : QFileInfo(path).absolutePath(), rows->size());
    if (!opened || !spool)
        return core::ready<ExportReport>(opened ? spool.error() : opened.error());
    struct State
    {
        std::shared_ptr<ExportFile> file;
        std::shared_ptr<ExportSpool> spool;
        std::string line;
        std::optional<core::Error> problem;
    };
    auto state = std::make_shared<State>(State{*opened, *spool, {}, {}});
    const auto visitor = [state, layout, done = m_done, isCancelled = m_isCancelled, now = m_context.clock->now()](
                             const domain::PersonCells &p) {
        state->line.clear();
        domain::appendPerson(state->line, p, layout, now);
        if (const auto r = state->spool->add(p.place, state->line); !r)
            state->problem = r.error();
        done->fetch_add(1, std::memory_order_relaxed);
        return !state->problem && !isCancelled->load(std::memory_order_relaxed);
    };
    const auto finish = [state, layout]() -> core::Status {
        std::string head = domain::exportHead(layout);
        if (const auto r = state->file->append(head, true); !r)
            return r;
        return state->spool->moveTo(*state->file);
    };
    core::Deferred<qint64> written;
    core::whenDone<qint64>(m_tenantSession.directory().visitAsStored(std::move(rows), visitor, finish), this,
        [state, written](const Result<qint64> &n) {
            state->spool.reset();
            written.resolve(state->problem ? Result<qint64>(*state->problem) : n);
        });
    return core::andThen<qint64>(written.future(), this, [this, state, layout, path](qint64 n) {
        domain::AuditEvent a;
        a.action = QStringLiteral("identity.export");
        a.tenant = m_tenantSession.tenant().id.str();
        a.data = {{QStringLiteral("columns"), int(layout.columns.size())}};
        return placeExport(m_context, this, state->file, {path, n, state->file->digest()}, a);
    });
}

} // namespace services
