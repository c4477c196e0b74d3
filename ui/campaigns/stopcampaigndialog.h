#pragma once
#include "domain/reverification/campaign.h"
#include "ui/widgets/dialog.h"

class QPushButton;
class QRadioButton;
class QVBoxLayout;

namespace ui {

class AppContext;

/// Ends a campaign. Whether open links stay usable is chosen each time: there is no default.
class StopCampaignDialog : public Dialog
{
    Q_OBJECT
public:
    StopCampaignDialog(AppContext &app, const domain::Campaign &campaign, const domain::CampaignCounts &counts,
        QWidget *parent = nullptr);

private:
    void addChoice(QVBoxLayout *layout, qint64 open, QPushButton *yes);
    void stop();

    AppContext &m_app;
    QString m_id;
    bool m_isOver;
    QRadioButton *m_cancel = nullptr; ///< its open links too; nullptr where it is not asked
};

} // namespace ui
