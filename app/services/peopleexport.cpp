#include "services/peopleexport.h"
#include "services/exportfile.h"
#include "services/workspace.h"

namespace services {

using core::Async;
using core::Result;
using core::Unit;

PeopleExport::PeopleExport(Workspace &workspace, Context &context, QObject *parent) : QObject(parent), m_workspace(workspace), m_context(context) {}

PeopleExport::~PeopleExport() { cancel(); }

Async<ExportReport> PeopleExport::run(const domain::PeopleQuery &query, const domain::PeopleExportLayout &layout, const QString &path)
{
    return core::andThen<domain::PeopleResult>(m_workspace.all(query), this, [this, layout, path](const domain::PeopleResult &r) { return run(r.rows, layout, path); });
}

Async<ExportReport> PeopleExport::run(std::shared_ptr<const domain::RowIds> rows, const domain::PeopleExportLayout &layout, const QString &path)
{
    auto opened = ExportFile::open(path);
    if (!opened)
        return core::ready<ExportReport>(opened.error());
    struct State
    {
        std::shared_ptr<ExportFile> file;
        std::string text;
        std::optional<core::Error> problem;
    };
    auto state = std::make_shared<State>(State{*opened, domain::exportHead(layout), {}});
    const auto visitor = [state, layout, done = m_done, isCancelled = m_isCancelled, now = m_context.clock->now()](const domain::PersonCells &p) {
        domain::appendPerson(state->text, p, layout, now);
        if (const auto r = state->file->append(state->text); !r)
            state->problem = r.error();
        done->fetch_add(1, std::memory_order_relaxed);
        return !state->problem && !isCancelled->load(std::memory_order_relaxed);
    };
    core::Deferred<qint64> written;
    core::whenDone<qint64>(m_workspace.visit(std::move(rows), visitor), this, [state, written](const Result<qint64> &n) {
        if (state->problem)
            return written.resolve(*state->problem);
        if (n) {
            if (const auto r = state->file->append(state->text, true); !r)
                return written.resolve(r.error());
        }
        written.resolve(n);
    });
    return core::andThen<qint64>(written.future(), this, [this, state, layout, path](qint64 n) {
        domain::AuditEvent a;
        a.action = QStringLiteral("identity.export");
        a.tenant = m_workspace.tenant().id.str();
        a.data = {{QStringLiteral("columns"), int(layout.columns.size())}};
        return placeExport(m_context, this, state->file, {path, n, state->file->digest()}, a);
    });
}

} // namespace services
