#include "ui/reverification/reverificationpage.h"
#include "services/reverification/reverification.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/campaigns/campaigncard.h"
#include "ui/campaigns/campaigndialog.h"
#include "ui/campaigns/campaignlist.h"
#include "ui/common/appcontext.h"
#include "ui/common/opendialog.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/controls/line.h"
#include "ui/reverification/policyeditor.h"
#include "ui/reverification/worklist.h"
#include "ui/tenantsession/tenantsessions.h"
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace ui {

ReverificationPage::ReverificationPage(AppContext &app, QWidget *parent) : QWidget(parent), m_app(app)
{
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(0, 0, 0, 0);
    v->setSpacing(0);
    v->addLayout(makeHead());
    v->addLayout(makeTabs());
    v->addWidget(line(app.theme()));
    v->addWidget(makePages(), 1);
    connectParts();
    refreshButtons();
}

QHBoxLayout *ReverificationPage::makeHead()
{
    Theme &t = m_app.theme();
    auto *head = new QHBoxLayout;
    head->setContentsMargins(24, 14, 24, 8);
    head->setSpacing(12);
    head->addWidget(new Label(t, tr("Re-verification"), 20, "text", 600));
    m_summary = new Label(t, {}, 13, "text-2");
    head->addWidget(m_summary);
    head->addStretch();
    m_discard = button(t, tr("Discard"));
    m_save = button(t, tr("Save policy…"), {}, "primary");
    m_new = button(t, tr("New campaign…"), QStringLiteral("plus"), "primary");
    m_new->setObjectName(QStringLiteral("newCampaign"));
    head->addWidget(m_new);
    head->addWidget(m_discard);
    head->addWidget(m_save);
    return head;
}

QHBoxLayout *ReverificationPage::makeTabs()
{
    m_tabs = new QTabBar;
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Re-verification"));
    m_tabs->addTab(tr("Work list"));
    m_tabs->addTab(tr("Campaigns"));
    m_tabs->addTab(tr("Policy"));
    m_tabs->setContentsMargins(24, 0, 24, 0);
    auto *tabs = new QHBoxLayout;
    tabs->setContentsMargins(24, 0, 24, 0);
    tabs->addWidget(m_tabs);
    return tabs;
}

QStackedWidget *ReverificationPage::makePages()
{
    m_pages = new QStackedWidget;
    m_work = new WorkList(m_app);
    m_campaigns = new CampaignList(m_app);
    m_policy = new PolicyEditor(m_app);
    m_running = new CampaignCard(m_app);
    m_running->hide();
    auto *work = new QWidget;
    auto *workBox = new QVBoxLayout(work);
    workBox->setContentsMargins(0, 0, 0, 0);
    workBox->setSpacing(0);
    auto *cardBox = new QVBoxLayout;
    cardBox->setContentsMargins(24, 14, 24, 0);
    cardBox->addWidget(m_running);
    workBox->addLayout(cardBox);
    workBox->addWidget(m_work, 1);
    m_pages->addWidget(work);
    m_pages->addWidget(m_campaigns);
    m_pages->addWidget(m_policy);
    return m_pages;
}

void ReverificationPage::connectParts()
{
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int at) {
        m_pages->setCurrentIndex(at);
        if (at == Policy)
            m_policy->refresh();
        refreshButtons();
    });
    connect(m_new, &QPushButton::clicked, this, &ReverificationPage::newCampaign);
    connect(m_work, &WorkList::reportWanted, this, &ReverificationPage::reportWanted);
    connect(m_work, &WorkList::campaignWanted, this, &ReverificationPage::newCampaign);
    connect(m_campaigns, &CampaignList::newWanted, this, &ReverificationPage::newCampaign);
    connect(&m_app.tenantSessions(), &TenantSessions::campaignsChanged, this, &ReverificationPage::refreshCampaigns);
    connect(m_discard, &QPushButton::clicked, m_policy, &PolicyEditor::discard);
    connect(m_save, &QPushButton::clicked, m_policy, &PolicyEditor::save);
    connect(m_policy, &PolicyEditor::draftChanged, this, &ReverificationPage::refreshButtons);
    connect(m_work, &WorkList::policyWanted, this, &ReverificationPage::showPolicy);
    connect(m_work, &WorkList::summaryChanged, m_summary, &Label::setText);
    connect(&m_app, &AppContext::tenantSessionChanged, this, &ReverificationPage::openTenant);
}

void ReverificationPage::openTenant()
{
    m_summary->clear();
    refreshCampaigns();
    m_policy->discard();
    m_work->openTenant();
    if (auto *w = m_app.tenantSession())
        connect(&w->reverification(), &services::Reverification::changed, this, [this] {
            if (m_tabs->currentIndex() == Policy)
                m_policy->refresh();
            refreshButtons();
        });
    refreshButtons();
}

void ReverificationPage::refreshButtons()
{
    const bool isPolicy = m_tabs->currentIndex() == Policy;
    m_new->setVisible(!isPolicy);
    for (QPushButton *b : {m_discard, m_save}) {
        b->setVisible(isPolicy);
        b->setEnabled(m_policy->isChanged());
    }
}

void ReverificationPage::showPolicy()
{
    m_tabs->setCurrentIndex(Policy);
}

void ReverificationPage::showCampaigns(const QString &campaign)
{
    m_tabs->setCurrentIndex(Campaigns);
    if (!campaign.isEmpty())
        m_campaigns->choose(campaign);
}

void ReverificationPage::showWeek(core::Instant from)
{
    m_tabs->setCurrentIndex(Work);
    m_work->showWeek(from);
}

void ReverificationPage::showPastDue()
{
    m_tabs->setCurrentIndex(Work);
    m_work->showPastDue();
}

void ReverificationPage::refreshCampaigns()
{
    const auto &all = m_app.tenantSessions().campaigns();
    m_campaigns->setCampaigns(all);
    const domain::Campaign *first = nullptr;
    int running = 0;
    for (const auto &k : all) {
        running += k.state == domain::CampaignState::Running ? 1 : 0;
        const bool isOpen = k.state == domain::CampaignState::Running || k.state == domain::CampaignState::Paused;
        if (isOpen &&
            (!first || (k.state == domain::CampaignState::Running &&
                           (first->state != domain::CampaignState::Running || k.startedAt < first->startedAt))))
            first = &k;
    }
    m_running->setVisible(first);
    if (first)
        m_running->setCampaign(*first);
    m_tabs->setTabText(Campaigns, running > 0 ? tr("Campaigns (%Ln running)", nullptr, running) : tr("Campaigns"));
}

void ReverificationPage::newCampaign()
{
    if (!m_app.tenantSession())
        return;
    auto *d = openDialog<CampaignDialog>(m_app, m_work->choice(), window());
    connect(d, &CampaignDialog::started, this, [this] { m_tabs->setCurrentIndex(Work); });
}

void ReverificationPage::pauseOrResume()
{
    if (m_running->isVisibleTo(m_running->parentWidget()))
        m_running->pauseOrResume();
}

void ReverificationPage::focusSearch()
{
    m_tabs->setCurrentIndex(Work);
    m_work->focusSearch();
}

void ReverificationPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_app.tenantSession())
        m_work->refresh();
    if (m_tabs->currentIndex() == Policy)
        m_policy->refresh();
}

} // namespace ui
