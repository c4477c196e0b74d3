#pragma once
#include "ui/campaigns/campaignform.h"
#include <QWidget>

class QTableView;

namespace models {
class PeopleModel;
}

namespace ui {

class AppContext;
class Label;

/// Below the work list: how many are selected, and what can be done with them.
class WorkSelection : public QWidget
{
    Q_OBJECT
public:
    WorkSelection(AppContext &app, QTableView *table, models::PeopleModel *model, QWidget *parent = nullptr);
    /// The list that is shown.
    void setQuery(const domain::PeopleQuery &query);
    void refresh();
    /// Whom a campaign that is made now may be about.
    CampaignChoice choice() const;

Q_SIGNALS:
    void campaignWanted();

private:
    void openExport();

    AppContext &m_app;
    QTableView *m_table;
    models::PeopleModel *m_model;
    domain::PeopleQuery m_shown;
    Label *m_selected;
};

} // namespace ui
