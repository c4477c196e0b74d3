#include "ui/access/approvallist.h"
#include "domain/tenants/tenantguard.h"
#include "models/approvalmodel.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/access/requirementsdialog.h"
#include "ui/common/appcontext.h"
#include "ui/common/opendialog.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/chiprow.h"
#include "ui/controls/label.h"
#include "ui/controls/region.h"
#include "ui/controls/searchfield.h"
#include "ui/tables/listpage.h"
#include "ui/tables/liststates.h"
#include "ui/tables/table.h"
#include <QDateTime>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTableView>
#include <QUrl>
#include <QVBoxLayout>

namespace ui {

using models::ApprovalModel;

ApprovalList::ApprovalList(AppContext &app, ApprovalModel *model, QWidget *parent)
    : QWidget(parent), m_app(app), m_model(model)
{
    Theme &t = app.theme();
    m_table = makeTable(t, m_model, tr("Approvals"), {140, 200, 175, 130, 85, 120}, ApprovalModel::What);
    m_table->setObjectName(QStringLiteral("approvalTable"));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ApprovalList::rowChosen);
    m_list = new ListPage(t,
        {tr("Approvals"), tr("Person or access"), tr("Search approvals"),
            {tr("All"), tr("Access requests"), tr("Access reviews"), tr("Not verified")}},
        m_table);
    markRegion(m_table);
    fillHead();
    m_banner = new Banner(t, false);
    m_list->above().addWidget(m_banner);
    m_checked = new Label(t, {}, 12, "text-3");
    m_list->foot().addWidget(m_checked);
    connect(m_list, &ListPage::narrowed, this, &ApprovalList::narrowed);
    connect(&m_list->states(), &ListStates::retryWanted, this, &ApprovalList::readingWanted);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(0, 0, 0, 0);
    v->addWidget(m_list);
}

void ApprovalList::fillHead()
{
    Theme &t = m_app.theme();
    QBoxLayout &head = m_list->head();
    head.addStretch();
    m_openIq = button(t, tr("Open IdentityIQ"), QStringLiteral("link"), "flat");
    m_openIq->hide();
    connect(m_openIq, &QPushButton::clicked, this, [this] {
        if (auto *w = m_app.tenantSession())
            QDesktopServices::openUrl(QUrl(w->tenant().sailpointUrl + QStringLiteral("/home.jsf")));
    });
    head.addWidget(m_openIq);
    auto *requirements = button(t, tr("Requirements…"), {}, "flat");
    requirements->setObjectName(QStringLiteral("requirements"));
    requirements->setToolTip(tr("What people need before they get some access"));
    connect(requirements, &QPushButton::clicked, this, &ApprovalList::openRequirements);
    head.addWidget(requirements);
    auto *again = button(t, tr("Refresh"), QStringLiteral("refresh"), "flat");
    connect(again, &QPushButton::clicked, this, &ApprovalList::readingWanted);
    head.addWidget(again);
}

void ApprovalList::openRequirements()
{
    auto *d = openDialog<RequirementsDialog>(m_app, window());
    connect(d, &QDialog::accepted, this, &ApprovalList::requirementsChanged);
}

void ApprovalList::refresh(const State &state)
{
    ChipRow &chips = m_list->chips();
    m_model->setFilter(ApprovalModel::Show(chips.current()), m_list->search().text());
    for (int i = 0; i < chips.count(); ++i)
        chips.setCount(i, state.isRead ? std::optional(m_model->count(ApprovalModel::Show(i))) : std::nullopt);
    showState(state);
    QString count =
        state.isRead ? tr("%Ln waiting for you", nullptr, int(m_model->count(ApprovalModel::All))) : QString();
    if (state.isRead && state.summary && state.summary->approved && state.summary->denied)
        count += QStringLiteral(" · ") +
                 tr("so far %L1 approved, %L2 denied").arg(*state.summary->approved).arg(*state.summary->denied);
    m_list->setCount(count);
}

void ApprovalList::showState(const State &state)
{
    ListStates &states = m_list->states();
    if (m_model->rowCount() > 0)
        states.showRows();
    else if (!m_app.tenantSession())
        states.showNothing({QStringLiteral("approvals"), domain::noTenantText()});
    else if (state.hasFailed && !state.isRead)
        states.showFailed(tr("The list cannot be read"), tr("What SailPoint said stands above."));
    else if (!state.isRead)
        states.showReading({QStringLiteral("refresh"), tr("Reading…")});
    else if (m_model->count(ApprovalModel::All) == 0)
        states.showNothing({QStringLiteral("check"), tr("Nothing waits for you.")});
    else
        states.showNoMatch({QStringLiteral("search"), tr("Nothing fits."), {}, tr("Show all")});
}

int ApprovalList::currentRow() const
{
    return m_table->currentIndex().row();
}

void ApprovalList::selectRow(int row)
{
    m_table->setCurrentIndex(m_model->index(row, 0));
}

void ApprovalList::focusSearch()
{
    m_list->search().focusAll();
}

void ApprovalList::setIdentityIqOffered(bool isOn)
{
    m_openIq->setVisible(isOn);
}

void ApprovalList::setCheckedAt(core::Instant at)
{
    m_checked->setText(tr("Checked %1").arg(QDateTime::fromMSecsSinceEpoch(at).toString(QStringLiteral("HH:mm"))));
}

} // namespace ui
