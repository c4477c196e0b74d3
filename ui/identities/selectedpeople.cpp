#include "ui/identities/selectedpeople.h"
#include "domain/text/messages.h"
#include "models/peoplemodel.h"
#include "services/identities/identitydirectory.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/opendialog.h"
#include "ui/identities/exportdialog.h"
#include "ui/identities/identitiestable.h"
#include "ui/person/personmenu.h"

namespace ui {

using core::Result;

SelectedPeople::SelectedPeople(AppContext &app, const IdentitiesTable &table, const models::PeopleModel &model,
    const domain::PeopleQuery &query, QWidget *page)
    : QObject(page), m_app(app), m_table(table), m_model(model), m_query(query), m_page(page)
{
}

void SelectedPeople::invite()
{
    ask(1000, tr("SailPoint invites at most 1,000 people at once."),
        [this](const QList<core::IdentityId> &ids) { invitePeople(m_app, m_page, ids); });
}

void SelectedPeople::process()
{
    ask(10'000, tr("At most 10,000 people are processed at once. SailPoint processes everyone by itself twice a day."),
        [this](const QList<core::IdentityId> &ids) { processPeople(m_app, m_page, ids); });
}

// Everyone: whoever matches now, not when the rows were read.
void SelectedPeople::ask(
    int limit, const QString &tooMany, const std::function<void(const QList<core::IdentityId> &)> &action)
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    const bool isAll = m_model.isComplete() && m_table.selectedCount() == m_model.rowCount();
    const auto rows = isAll ? w->directory().all(m_query)
                            : core::ready<domain::PeopleResult>(domain::PeopleResult{m_table.selectedRows(), true});
    const auto ids = core::andThen<domain::PeopleResult>(rows, this, [this, limit](const domain::PeopleResult &r) {
        return m_app.tenantSession() ? m_app.tenantSession()->directory().idsOf(r.rows, limit + 1)
                                     : core::ready<QList<core::IdentityId>>(QList<core::IdentityId>());
    });
    core::whenDone<QList<core::IdentityId>>(
        ids, this, [this, limit, tooMany, action](const Result<QList<core::IdentityId>> &found) {
            if (!found)
                return Q_EMIT m_app.failed(found.error(), int(domain::Vendor::SailPoint));
            if (found->size() > limit)
                return Q_EMIT m_app.warned(tooMany, tr("Nothing was asked for. Filter or select fewer people."));
            if (!found->isEmpty())
                action(*found);
        });
}

void SelectedPeople::openExport()
{
    if (!m_app.tenantSession())
        return;
    const auto selected = m_table.selectedRows();
    const ExportChoice choice{
        m_query, m_model.rowCount(), selected->empty() ? nullptr : selected, m_table.shownColumns()};
    openDialog<ExportDialog>(m_app, choice, m_page);
}

} // namespace ui
