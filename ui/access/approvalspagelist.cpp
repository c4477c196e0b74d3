#include "models/approvalmodel.h"
#include "services/access/approvals.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/access/approvalpane.h"
#include "ui/access/approvalspage.h"
#include "ui/access/requirementsdialog.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/tables/table.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/parts.h"
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QUrl>

// The page's list side as it is made; what it shows is in approvalspage.cpp.
namespace ui {

using models::ApprovalModel;

QWidget *ApprovalsPage::makeList()
{
    Theme &t = m_app.theme();
    auto *left = new QWidget;
    auto *v = new QVBoxLayout(left);
    v->setContentsMargins(0, 0, 0, 0);
    v->setSpacing(0);
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
    connect(m_search, &QLineEdit::textChanged, this, &ApprovalsPage::refresh);
    markRegion(m_search);
    head->addWidget(m_search, 1);
    head->addStretch();
    auto *again = button(t, tr("Refresh"), QStringLiteral("refresh"), "flat");
    connect(again, &QPushButton::clicked, this, [this] {
        if (auto *w = m_app.tenantSession()) {
            w->approvals().refresh();
            loadReviews();
        }
    });
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
    connect(requirements, &QPushButton::clicked, this, [this] {
        auto *d = new RequirementsDialog(m_app, window());
        d->setAttribute(Qt::WA_DeleteOnClose);
        connect(d, &QDialog::accepted, m_pane, &ApprovalPane::readEligibility);
        connect(d, &QDialog::accepted, this, &ApprovalsPage::readRequirements);
        d->open();
    });
    head->addWidget(requirements);
    head->addWidget(again);
    v->addLayout(head);
    auto *chips = new FlowLayout(6);
    chips->setContentsMargins(16, 0, 16, 12);
    const QStringList names{tr("All"), tr("Access requests"), tr("Access reviews"), tr("Not verified")};
    for (int i = 0; i < names.size(); ++i) {
        auto *chip = new FilterChip(t, names.at(i));
        chip->setAutoExclusive(true);
        connect(chip, &FilterChip::toggled, this, [this, i](bool isOn) {
            if (isOn) {
                m_chip = i;
                refresh();
            }
        });
        m_chips << chip;
        chips->addWidget(chip);
    }
    v->addLayout(chips);
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    v->addWidget(line(t));
    m_stack = new QStackedWidget;
    m_table = makeTable(t, m_model, tr("Approvals"), {140, 200, 175, 130, 85, 120}, ApprovalModel::What);
    m_table->setObjectName(QStringLiteral("approvalTable"));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ApprovalsPage::showDetail);
    markRegion(m_table);
    m_empty = new EmptyState(t);
    connect(m_empty, &EmptyState::activated, this, [this] {
        if (m_hasFailed) {
            if (auto *w = m_app.tenantSession()) {
                w->approvals().refresh();
                loadReviews();
            }
            return;
        }
        m_search->clear();
        m_chips.first()->setChecked(true);
    });
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    v->addWidget(m_stack, 1);
    v->addWidget(line(t));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(16, 5, 16, 5);
    m_count = new Label(t, {}, 12, "text-3");
    m_checked = new Label(t, {}, 12, "text-3");
    foot->addWidget(m_count);
    foot->addStretch();
    foot->addWidget(m_checked);
    v->addLayout(foot);
    m_chips.first()->setChecked(true);
    return left;
}

} // namespace ui
