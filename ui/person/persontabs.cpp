#include "ui/person/persontabs.h"
#include "domain/audit/audittext.h"
#include "models/peoplemodel.h"
#include "services/operations/identityoperations.h"
#include "services/operations/operationtracker.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/infodialog.h"
#include "ui/common/opendialog.h"
#include <QDateTime>

namespace ui {

using core::Result;

PersonTab::PersonTab(AppContext &app, Kind kind, QWidget *parent)
    : LazyList(app.theme(), parent), m_app(app), m_kind(kind)
{
    connect(this, &LazyList::retryWanted, this, &PersonTab::read);
    connect(this, &LazyList::opened, this, &PersonTab::openRole);
}

void PersonTab::open(const core::IdentityId &id, bool isFresh)
{
    if (id == m_id && !isFresh)
        return;
    m_id = id;
    read();
}

void PersonTab::read()
{
    if (m_id.isEmpty() || !m_app.tenantSession())
        return;
    setReading();
    switch (m_kind) {
    case Access: return readAccess();
    case Ownership: return readOwnership();
    case Activity: return readActivity();
    }
}

void PersonTab::readAccess()
{
    core::whenDone<QList<domain::RoleAssignment>>(m_app.tenantSession()->identityOperations().roleAssignments(m_id),
        this, [this, id = m_id](const Result<QList<domain::RoleAssignment>> &roles) {
            if (id != m_id)
                return;
            if (!roles)
                return setProblem(roles.error());
            QList<std::pair<QString, QString>> rows;
            for (const auto &r : *roles) {
                QStringList facts;
                if (r.added)
                    facts << tr("since %1").arg(models::dateText(*r.added));
                if (r.ends)
                    facts << tr("until %1").arg(models::dateText(*r.ends));
                rows.append({r.roleName, facts.join(QStringLiteral(" · "))});
            }
            m_roles = *roles;
            setRows(tr("Roles that SailPoint has assigned"), rows, tr("SailPoint has assigned no role."), true);
        });
}

// One assignment in its long form: who gave it, why, until when.
void PersonTab::openRole(int row)
{
    if (m_kind != Access || row >= m_roles.size())
        return;
    auto *d = makeWindow<InfoDialog>(m_app, m_roles.at(row).roleName, this);
    const auto read = [d, app = &m_app, person = m_id, assignment = m_roles.at(row).id] {
        d->list().setReading();
        core::whenDone<domain::RoleAssignment>(
            app->tenantSession()->identityOperations().roleAssignment(person, assignment), d,
            [d](const Result<domain::RoleAssignment> &r) {
                if (!r)
                    return d->list().setProblem(r.error());
                const auto day = [](const std::optional<core::Instant> &at) {
                    return at ? models::dateText(*at) : QString();
                };
                d->list().setRows({},
                    {{tr("Role"), r->roleName}, {tr("Given by"), r->assigner}, {tr("Given through"), r->source},
                        {tr("Comment"), r->comments}, {tr("Since"), day(r->added)}, {tr("From"), day(r->starts)},
                        {tr("Until"), day(r->ends)}, {tr("Role ID"), r->roleId}, {tr("Assignment ID"), r->id}},
                    {});
            });
    };
    connect(&d->list(), &LazyList::retryWanted, d, read);
    read();
    d->open();
}

void PersonTab::readOwnership()
{
    core::whenDone<domain::Ownership>(m_app.tenantSession()->identityOperations().ownership(m_id), this,
        [this, id = m_id](const Result<domain::Ownership> &owned) {
            if (id != m_id)
                return;
            if (!owned)
                return setProblem(owned.error());
            QList<std::pair<QString, QString>> rows;
            for (const auto &a : owned->associations) {
                for (const auto &e : a.entities)
                    rows.append({domain::associationText(a.type), e.name});
            }
            setRows(tr("To be given to somebody else before this identity can be deleted"), rows,
                tr("Nothing has to be reassigned."));
        });
}

// What this console did about the person, newest first.
void PersonTab::readActivity()
{
    auto *w = m_app.tenantSession();
    if (!w || m_id.isEmpty())
        return;
    // What happens while it is looked at appears by itself.
    connect(
        &w->operations(), &services::OperationTracker::changed, this, &PersonTab::readActivity, Qt::UniqueConnection);
    if (!isVisible())
        return;
    core::whenDone<QList<domain::AuditRecord>>(m_app.tenantSession()->identityOperations().activity(m_id), this,
        [this, id = m_id](const Result<QList<domain::AuditRecord>> &records) {
            if (id != m_id)
                return;
            if (!records)
                return setProblem(records.error());
            QList<std::pair<QString, QString>> rows;
            for (const auto &r : *records)
                rows.append({QDateTime::fromMSecsSinceEpoch(r.at).toString(QStringLiteral("dd.MM.yyyy HH:mm:ss")),
                    r.event.action + QStringLiteral(": ") + r.event.outcome + QStringLiteral(" · ") +
                        domain::auditActor(r.event)});
            setRows({}, rows, tr("This console did nothing about this person yet."));
        });
}

} // namespace ui
