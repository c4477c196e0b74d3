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
#include "ui/controls/emptystate.h"
#include "ui/controls/filterchip.h"
#include "ui/controls/label.h"
#include "ui/controls/line.h"
#include "ui/controls/region.h"
#include "ui/tables/table.h"
#include "ui/widgets/flowlayout.h"
#include <QDateTime>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QUrl>
#include <QVBoxLayout>

namespace ui {

using models::ApprovalModel;

ApprovalList::ApprovalList(AppContext &app, ApprovalModel *model, QWidget *parent)
    : QWidget(parent), m_app(app), m_model(model)
{
    Theme &t = app.theme();
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(0, 0, 0, 0);
    v->setSpacing(0);
    v->addLayout(makeHead());
    v->addLayout(makeChips());
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    v->addWidget(line(t));
    v->addWidget(makeRows(), 1);
    v->addWidget(line(t));
    v->addLayout(makeFoot());
    m_chips.first()->setChecked(true);
}

QBoxLayout *ApprovalList::makeHead()
{
    Theme &t = m_app.theme();
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 14, 16, 10);
    head->setSpacing(8);
    head->addWidget(new Label(t, tr("Approvals"), 20, "text", 600));
    head->addSpacing(12);
    m_search = new QLineEdit;
    m_search->setPlaceholderText(tr("Person or access"));
    m_search->setAccessibleName(tr("Search approvals"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(260);
    connect(m_search, &QLineEdit::textChanged, this, &ApprovalList::narrowed);
    markRegion(m_search);
    head->addWidget(m_search, 1);
    head->addStretch();
    auto *again = button(t, tr("Refresh"), QStringLiteral("refresh"), "flat");
    connect(again, &QPushButton::clicked, this, &ApprovalList::readingWanted);
    m_openIq = button(t, tr("Open IdentityIQ"), QStringLiteral("link"), "flat");
    m_openIq->hide();
    connect(m_openIq, &QPushButton::clicked, this, [this] {
        if (auto *w = m_app.tenantSession())
            QDesktopServices::openUrl(QUrl(w->tenant().sailpointUrl + QStringLiteral("/home.jsf")));
    });
    head->addWidget(m_openIq);
    auto *requirements = button(t, tr("Requirements…"), {}, "flat");
    requirements->setObjectName(QStringLiteral("requirements"));
    requirements->setToolTip(tr("What people need before they get some access"));
    connect(requirements, &QPushButton::clicked, this, &ApprovalList::openRequirements);
    head->addWidget(requirements);
    head->addWidget(again);
    return head;
}

QLayout *ApprovalList::makeChips()
{
    auto *chips = new FlowLayout(6);
    chips->setContentsMargins(16, 0, 16, 12);
    const QStringList names{tr("All"), tr("Access requests"), tr("Access reviews"), tr("Not verified")};
    for (int i = 0; i < names.size(); ++i) {
        auto *chip = new FilterChip(m_app.theme(), names.at(i));
        chip->setAutoExclusive(true);
        connect(chip, &FilterChip::toggled, this, [this, i](bool isOn) {
            if (isOn) {
                m_chip = i;
                Q_EMIT narrowed();
            }
        });
        m_chips << chip;
        chips->addWidget(chip);
    }
    return chips;
}

QWidget *ApprovalList::makeRows()
{
    Theme &t = m_app.theme();
    m_stack = new QStackedWidget;
    m_table = makeTable(t, m_model, tr("Approvals"), {140, 200, 175, 130, 85, 120}, ApprovalModel::What);
    m_table->setObjectName(QStringLiteral("approvalTable"));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ApprovalList::rowChosen);
    markRegion(m_table);
    m_empty = new EmptyState(t);
    connect(m_empty, &EmptyState::activated, this, &ApprovalList::emptyPressed);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    return m_stack;
}

QBoxLayout *ApprovalList::makeFoot()
{
    Theme &t = m_app.theme();
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(16, 5, 16, 5);
    m_count = new Label(t, {}, 12, "text-3");
    m_checked = new Label(t, {}, 12, "text-3");
    foot->addWidget(m_count);
    foot->addStretch();
    foot->addWidget(m_checked);
    return foot;
}

void ApprovalList::openRequirements()
{
    auto *d = openDialog<RequirementsDialog>(m_app, window());
    connect(d, &QDialog::accepted, this, &ApprovalList::requirementsChanged);
}

void ApprovalList::emptyPressed()
{
    if (m_hasFailed) {
        Q_EMIT readingWanted();
        return;
    }
    m_search->clear();
    m_chips.first()->setChecked(true);
}

void ApprovalList::refresh(const State &state)
{
    m_hasFailed = state.hasFailed;
    m_model->setFilter(ApprovalModel::Show(m_chip), m_search->text());
    for (int i = 0; i < m_chips.size(); ++i)
        m_chips.at(i)->setCount(state.isRead ? std::optional(m_model->count(ApprovalModel::Show(i))) : std::nullopt);
    const qint64 all = m_model->count(ApprovalModel::All);
    if (!m_app.tenantSession())
        m_empty->setContent(QStringLiteral("approvals"), domain::noTenantText(), {});
    else if (state.hasFailed && !state.isRead)
        m_empty->setContent(QStringLiteral("warning"), tr("The list cannot be read"),
            tr("What SailPoint said stands above."), tr("Try again"));
    else if (!state.isRead)
        m_empty->setContent(QStringLiteral("refresh"), tr("Reading…"), {});
    else if (all == 0)
        m_empty->setContent(QStringLiteral("check"), tr("Nothing waits for you."), {});
    else
        m_empty->setContent(QStringLiteral("search"), tr("Nothing fits."), {}, tr("Show all"));
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    QString count = state.isRead ? tr("%Ln waiting for you", nullptr, int(all)) : QString();
    if (state.isRead && state.summary)
        count += QStringLiteral(" · ") +
                 tr("so far %L1 approved, %L2 denied").arg(state.summary->approved).arg(state.summary->denied);
    m_count->setText(count);
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
    m_search->setFocus();
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
