#include "ui/identities/driftdialog.h"
#include "models/masking.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/drift.h"
#include "ui/common/appcontext.h"
#include "ui/common/opendialog.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/tables/liststates.h"
#include "ui/tables/table.h"
#include <QDateTime>
#include <QHeaderView>
#include <QLocale>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

using core::Result;

DriftDialog::DriftDialog(AppContext &app, QWidget *parent)
    : Dialog(parent), m_app(app), m_check(new services::DriftCheck(*app.tenantSession(), this))
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("driftDialog"));
    setWindowTitle(tr("Differences with SailPoint"));
    resize(860, 520);
    connect(&app, &AppContext::tenantSessionChanged, this, &QDialog::reject);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 18, 20, 14);
    v->setSpacing(10);
    v->addWidget(heading(t, windowTitle()));
    auto *what = new Label(t,
        tr("Verified people for whom SailPoint stores something else than the provider said, by the local copy. "
           "Writing again reads the person from SailPoint first."),
        13, "text-2");
    what->setWordWrap(true);
    v->addWidget(what);
    m_states = new ListStates(t, makeTable());
    connect(m_states, &ListStates::retryWanted, this, &DriftDialog::load);
    v->addWidget(m_states, 1);
    m_open = new Label(t, {}, 12, "text-2");
    m_open->setObjectName(QStringLiteral("driftOpen"));
    m_open->setWordWrap(true);
    m_open->hide();
    v->addWidget(m_open);
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    auto *foot = new QHBoxLayout;
    auto *why = new Label(t, m_check->obstacle(), 12, "text-3");
    why->setWordWrap(true);
    auto *close = button(t, tr("Close"));
    m_go = button(t, tr("Write again"), {}, "primary");
    m_go->setObjectName(QStringLiteral("driftGo"));
    foot->addWidget(why, 1);
    foot->addWidget(close);
    foot->addWidget(m_go);
    v->addLayout(foot);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_go, &QPushButton::clicked, this, &DriftDialog::repair);
    connect(m_table, &QTableWidget::currentCellChanged, this, &DriftDialog::refreshButton);
    refreshButton();
    m_soon.setSingleShot(true);
    m_soon.setInterval(1000);
    connect(&m_soon, &QTimer::timeout, this, &DriftDialog::load);
    connect(app.tenantSession(), &services::TenantSession::peopleChanged, this, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
    load();
}

QTableWidget *DriftDialog::makeTable()
{
    m_table =
        plainTable({tr("Person"), tr("Verified"), tr("Attribute"), tr("The provider said"), tr("SailPoint stores")},
            windowTitle());
    m_table->setObjectName(QStringLiteral("driftTable"));
    m_table->horizontalHeader()->setSectionResizeMode(3, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(4, QHeaderView::Stretch);
    m_table->setColumnWidth(0, 200);
    m_table->setColumnWidth(1, 130);
    m_table->setColumnWidth(2, 130);
    return m_table;
}

void DriftDialog::load()
{
    core::whenDone<domain::DriftList>(m_check->list(), this, [this](const Result<domain::DriftList> &all) {
        if (!all)
            return m_states->showFailed(tr("The list cannot be made"), all.error().text);
        m_list = all->all;
        m_table->setRowCount(int(m_list.size()));
        for (int i = 0; i < m_list.size(); ++i) {
            const auto &d = m_list.at(i);
            QStringList names, said, stored;
            for (const auto &f : d.fields) {
                names << domain::fieldKey(f.field);
                said << f.said;
                stored << (f.stored.isEmpty() ? QStringLiteral("–") : f.stored);
            }
            const QStringList cells{models::shownName(d.session.personName),
                d.session.completedAt
                    ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(*d.session.completedAt), QLocale::ShortFormat)
                    : QStringLiteral("–"),
                d.isNotStored ? tr("Verified here, not stored") : names.join(QStringLiteral(", ")),
                said.join(QStringLiteral(", ")), stored.join(QStringLiteral(", "))};
            for (int c = 0; c < cells.size(); ++c) {
                auto *item = cellItem(cells.at(c));
                item->setToolTip(item->text());
                m_table->setItem(i, c, item);
            }
        }
        showState(*all);
        refreshButton();
    });
}

// A tick rests on what was compared; what nobody has looked at is said.
void DriftDialog::showState(const domain::DriftList &found)
{
    const QString open = found.notLookedAt > 0
                             ? tr("%n verification(s) were not looked at yet: SailPoint has fifteen minutes to show a "
                                  "result, and the local copy has to be read after that.",
                                   nullptr, int(found.notLookedAt))
                             : QString();
    m_open->setText(open);
    m_open->setVisible(!open.isEmpty());
    if (!m_list.isEmpty())
        return m_states->showRows();
    if (found.compared == 0)
        return m_states->showNothing({QStringLiteral("clock"), tr("Nothing was compared yet."),
            found.notLookedAt > 0 ? QString() : tr("Nobody was verified here.")});
    m_states->showNothing({QStringLiteral("check"),
        tr("SailPoint stores what the provider said, in all %n compared.", nullptr, int(found.compared))});
}

void DriftDialog::refreshButton()
{
    const bool isChosen = m_table->currentRow() >= 0 && m_table->currentRow() < m_list.size();
    if (!m_check->obstacle().isEmpty())
        setEnabledOr(m_go, m_check->obstacle());
    else
        setEnabledOr(m_go, isChosen ? QString() : tr("Choose a line first."));
}

void DriftDialog::repair()
{
    const int row = m_table->currentRow();
    if (row < 0 || row >= m_list.size())
        return;
    setEnabledOr(m_go, tr("It is being asked for."));
    core::whenDone<domain::Session>(
        m_check->repair(m_list.at(row).session.id), this, [this](const Result<domain::Session> &s) {
            if (s)
                m_banner->show(
                    Banner::Info, tr("Asked for"), tr("The line leaves the list once SailPoint shows the result."));
            else
                m_banner->show(
                    s.error().code == core::ErrorCode::Conflict ? Banner::Info : Banner::Problem, s.error().text, {});
            load();
        });
}

void showDifferences(AppContext &app, QWidget *parent)
{
    if (!app.tenantSession())
        return;
    openDialog<DriftDialog>(app, parent);
}

} // namespace ui
