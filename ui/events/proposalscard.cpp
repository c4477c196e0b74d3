#include "ui/events/proposalscard.h"
#include "models/masking.h"
#include "models/sessionmodel.h"
#include "services/events/proposals.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/navigator.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/controls/region.h"
#include "ui/sessions/reasonquestion.h"
#include "ui/tables/table.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/problem.h"
#include <QDateTime>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using domain::Proposal;

ProposalsCard::ProposalsCard(AppContext &app, QWidget *parent) : QWidget(parent), m_app(app)
{
    Theme &t = app.theme();
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(16, 0, 16, 10);
    v->setSpacing(6);
    auto *h = new QHBoxLayout;
    m_title = new Label(t, {}, 14, "text", 600);
    m_verify = button(t, tr("Verify…"), QStringLiteral("shield-check"), "primary");
    m_verify->setObjectName(QStringLiteral("verifyProposal"));
    m_dismiss = button(t, tr("Dismiss…"));
    m_dismiss->setObjectName(QStringLiteral("dismissProposal"));
    h->addWidget(m_title);
    h->addStretch();
    h->addWidget(m_dismiss);
    h->addWidget(m_verify);
    v->addLayout(h);
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    m_table = plainTable(
        {tr("Time"), tr("Person"), tr("What happened"), tr("Reason"), tr("Rule")}, tr("Proposed verifications"));
    m_table->setObjectName(QStringLiteral("proposals"));
    m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    const int widths[] = {110, 170, 0, 140, 150};
    for (int c = 0; c < 5; ++c) {
        if (widths[c] > 0)
            m_table->setColumnWidth(c, t.scaled(widths[c]));
    }
    markRegion(m_table);
    v->addWidget(m_table);
    m_note = new Label(t, {}, 12, "text-3");
    m_note->setWordWrap(true);
    v->addWidget(m_note);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &ProposalsCard::refresh);
    connect(m_table, &QTableWidget::cellDoubleClicked, this, &ProposalsCard::verify);
    connect(m_verify, &QPushButton::clicked, this, &ProposalsCard::verify);
    connect(m_dismiss, &QPushButton::clicked, this, &ProposalsCard::dismiss);
    connect(&app, &AppContext::tenantSessionChanged, this, &ProposalsCard::follow);
    follow();
}

void ProposalsCard::follow()
{
    show({});
    m_banner->hide();
    m_isLoading = false;
    if (auto *w = m_app.tenantSession()) {
        connect(&w->proposals(), &services::Proposals::changed, this, &ProposalsCard::load);
        load();
    }
}

// One read at a time: many events are one change.
void ProposalsCard::load()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    m_isStale = m_isLoading;
    if (std::exchange(m_isLoading, true))
        return;
    core::whenDone<QList<Proposal>>(w->proposals().list(true), this, [this, w](const Result<QList<Proposal>> &open) {
        if (w != m_app.tenantSession())
            return;
        m_isLoading = false;
        if (open)
            show(*open);
        else
            showProblem(*m_banner, open.error(), domain::Vendor::Console);
        if (std::exchange(m_isStale, false))
            load();
    });
}

void ProposalsCard::show(const QList<Proposal> &open)
{
    const Proposal *before = chosen();
    const QString selected = before ? before->id : QString();
    m_open = open;
    const QSignalBlocker quiet(m_table);
    m_table->setRowCount(int(open.size()));
    for (int i = 0; i < open.size(); ++i) {
        const Proposal &p = open.at(i);
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(p.at);
        const QString cells[] = {at.date() == QDate::currentDate() ? at.toString(QStringLiteral("HH:mm:ss"))
                                                                   : QLocale().toString(at, QLocale::ShortFormat),
            models::shownName(p.personName), domain::proposalText(p), models::reasonText(p.reason), p.rule};
        for (int c = 0; c < 5; ++c) {
            auto *item = cellItem(cells[c]);
            item->setToolTip(item->text());
            m_table->setItem(i, c, item);
        }
        if (p.id == selected)
            m_table->selectRow(i);
    }
    if (m_table->currentRow() < 0 && !open.isEmpty())
        m_table->selectRow(0);
    const int rows = std::clamp(int(open.size()), 1, 4);
    m_table->setFixedHeight(
        m_table->horizontalHeader()->sizeHint().height() + rows * m_table->verticalHeader()->defaultSectionSize() + 4);
    m_title->setText(tr("Proposed by SailPoint’s events: %L1").arg(open.size()));
    setVisible(!open.isEmpty());
    refresh();
}

const Proposal *ProposalsCard::chosen() const
{
    const auto rows = m_table->selectionModel()->selectedRows();
    return !rows.isEmpty() && rows.first().row() < m_open.size() ? &m_open.at(rows.first().row()) : nullptr;
}

void ProposalsCard::refresh()
{
    const Proposal *p = chosen();
    QString none;
    if (!p)
        none = tr("Select a proposal first.");
    else if (p->state == Proposal::Starting)
        none = tr("It is being started.");
    setEnabledOr(m_verify, none);
    setEnabledOr(m_dismiss, none);
    const QString waits = p && !p->invocation.isEmpty() ? tr("An access request waits for it.") : QString();
    m_note->setText(p && !p->why.isEmpty() ? tr("It did not start by itself: %1").arg(p->why) : waits);
    m_note->setVisible(!m_note->text().isEmpty());
}

void ProposalsCard::verify()
{
    if (const Proposal *p = chosen(); p && p->state == Proposal::Open)
        m_app.navigator().verifyProposal(*p);
}

void ProposalsCard::dismiss()
{
    const Proposal *p = chosen();
    if (!p)
        return;
    const QString text =
        p->invocation.isEmpty()
            ? tr("No verification is started for it.")
            : tr("No verification is started for it, and the access request that waits for it is not approved.");
    askReason(m_app, window(), {tr("Dismiss this proposal?"), text, tr("Why (for the audit log)"), tr("Dismiss")},
        [this, id = p->id, w = m_app.tenantSession()](const QString &why) {
            if (w != m_app.tenantSession())
                return;
            core::whenDone<Proposal>(w->proposals().dismiss(id, why), this, [this](const Result<Proposal> &r) {
                if (!r)
                    return showProblem(*m_banner, r.error(), domain::Vendor::Console);
                m_banner->hide();
            });
        });
}

} // namespace ui
