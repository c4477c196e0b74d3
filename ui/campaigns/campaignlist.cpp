#include "ui/campaigns/campaignlist.h"
#include "ui/campaigns/campaigncard.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/region.h"
#include "ui/tables/liststates.h"
#include "ui/tables/table.h"
#include <QDateTime>
#include <QHeaderView>
#include <QLocale>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

CampaignList::CampaignList(AppContext &app, QWidget *parent) : QWidget(parent)
{
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(24, 14, 24, 16);
    v->setSpacing(12);
    m_card = new CampaignCard(app);
    m_card->hide();
    v->addWidget(m_card);
    m_table =
        plainTable({tr("Campaign"), tr("State"), tr("People"), tr("Made"), tr("By"), tr("Ended")}, tr("Campaigns"));
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (const auto &[column, width] :
        {std::pair{1, 110}, std::pair{2, 90}, std::pair{3, 150}, std::pair{4, 160}, std::pair{5, 150}})
        m_table->setColumnWidth(column, width);
    connect(m_table, &QTableWidget::currentCellChanged, this, [this](int row, int, int, int) {
        if (row >= 0 && row < m_campaigns.size()) {
            m_chosen = m_campaigns.at(row).id;
            refreshCard();
        }
    });
    markRegion(m_table);
    m_states = new ListStates(app.theme(), m_table);
    connect(m_states, &ListStates::beginWanted, this, &CampaignList::newWanted);
    v->addWidget(m_states, 1);
}

void CampaignList::setCampaigns(const QList<domain::Campaign> &campaigns)
{
    m_campaigns = campaigns;
    const QSignalBlocker quiet(m_table);
    m_table->setRowCount(int(campaigns.size()));
    const auto at = [](const std::optional<core::Instant> &x) {
        return x ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(*x), QLocale::ShortFormat) : QStringLiteral("–");
    };
    int chosen = -1;
    for (int i = 0; i < campaigns.size(); ++i) {
        const auto &k = campaigns.at(i);
        const QStringList cells{k.plan.name, domain::campaignStateText(k.state),
            k.dryRun ? QLocale().toString(k.dryRun->toSend()) : QStringLiteral("–"), at(k.createdAt), k.operatorName,
            at(k.endedAt)};
        for (int c = 0; c < cells.size(); ++c)
            m_table->setItem(i, c, cellItem(cells.at(c)));
        if (k.id == m_chosen)
            chosen = i;
    }
    if (chosen < 0 && !campaigns.isEmpty()) {
        chosen = 0;
        m_chosen = campaigns.first().id;
    }
    if (chosen >= 0)
        m_table->setCurrentCell(chosen, 0);
    if (campaigns.isEmpty())
        m_states->showNothing({QStringLiteral("re-verification"), tr("No campaigns yet."),
            tr("A campaign sends many people a link, one after the other, and can be paused at any time."),
            tr("New campaign…")});
    else
        m_states->showRows();
    refreshCard();
}

void CampaignList::choose(const QString &campaign)
{
    m_chosen = campaign;
    setCampaigns(m_campaigns);
}

void CampaignList::refreshCard()
{
    m_card->setVisible(!m_campaigns.isEmpty());
    for (const auto &k : std::as_const(m_campaigns)) {
        if (k.id == m_chosen)
            m_card->setCampaign(k);
    }
}

} // namespace ui
