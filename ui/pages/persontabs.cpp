#include "ui/pages/persontabs.h"
#include "services/operations.h"
#include "services/workspace.h"
#include "ui/desk.h"
#include "models/peoplemodel.h"
#include <QDateTime>

namespace ui {

using core::Result;

PersonTab::PersonTab(Desk &desk, Kind kind, QWidget *parent) : LazyList(desk.theme(), parent), m_desk(desk), m_kind(kind)
{
    connect(this, &LazyList::retryWanted, this, &PersonTab::read);
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
    if (m_id.isEmpty() || !m_desk.workspace())
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
    core::whenDone<QList<domain::RoleAssignment>>(m_desk.workspace()->operations().roleAssignments(m_id), this, [this, id = m_id](const Result<QList<domain::RoleAssignment>> &roles) {
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
        setRows(tr("Roles that SailPoint has assigned"), rows, tr("SailPoint has assigned no role."));
    });
}

void PersonTab::readOwnership()
{
    core::whenDone<domain::Ownership>(m_desk.workspace()->operations().ownership(m_id), this, [this, id = m_id](const Result<domain::Ownership> &owned) {
        if (id != m_id)
            return;
        if (!owned)
            return setProblem(owned.error());
        QList<std::pair<QString, QString>> rows;
        for (const auto &a : owned->associations) {
            for (const auto &e : a.entities)
                rows.append({domain::associationText(a.type), e.name});
        }
        setRows(tr("To be given to somebody else before this identity can be deleted"), rows, tr("Nothing has to be reassigned."));
    });
}

// What this console did about the person, newest first.
void PersonTab::readActivity()
{
    auto *w = m_desk.workspace();
    if (!w || m_id.isEmpty())
        return;
    // What happens while it is looked at appears by itself.
    connect(&w->operations(), &services::Operations::changed, this, &PersonTab::readActivity, Qt::UniqueConnection);
    if (!isVisible())
        return;
    core::whenDone<QList<domain::AuditRecord>>(m_desk.workspace()->operations().activity(m_id), this, [this, id = m_id](const Result<QList<domain::AuditRecord>> &records) {
        if (id != m_id)
            return;
        if (!records)
            return setProblem(records.error());
        QList<std::pair<QString, QString>> rows;
        for (const auto &r : *records)
            rows.append({QDateTime::fromMSecsSinceEpoch(r.at).toString(QStringLiteral("dd.MM.yyyy HH:mm:ss")), r.event.action + QStringLiteral(": ") + r.event.outcome + QStringLiteral(" · ") + r.event.actor});
        setRows({}, rows, tr("This console did nothing about this person yet."));
    });
}

} // namespace ui
