#pragma once
#include "domain/reverification/campaign.h"
#include <QWidget>

class QTableWidget;

namespace ui {

class CampaignCard;
class AppContext;
class ListStates;

/// All campaigns of the tenant, newest first; the chosen one above.
class CampaignList : public QWidget
{
    Q_OBJECT
public:
    explicit CampaignList(AppContext &app, QWidget *parent = nullptr);
    void setCampaigns(const QList<domain::Campaign> &campaigns);
    void choose(const QString &campaign);

Q_SIGNALS:
    void newWanted();

private:
    void refreshCard();
    QList<domain::Campaign> m_campaigns;
    CampaignCard *m_card;
    QTableWidget *m_table;
    ListStates *m_states;
    QString m_chosen;
};

} // namespace ui
