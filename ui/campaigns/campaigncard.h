#pragma once
#include "core/async.h"
#include "domain/reverification/campaign.h"
#include <QFrame>
#include <QTimer>

class QPushButton;
class QSpinBox;
class QHBoxLayout;

namespace ui {

class AppContext;
class Label;
class SegmentBar;

/// One campaign: how far it is, why it waits, and what can be done with it.
class CampaignCard : public QFrame
{
    Q_OBJECT
public:
    explicit CampaignCard(AppContext &app, QWidget *parent = nullptr);
    void setCampaign(const domain::Campaign &campaign);
    const domain::Campaign &campaign() const { return m_campaign; }
    void pauseOrResume();

private:
    QHBoxLayout *makeHead();
    void makePace();
    void refreshCounts();
    void show(const domain::CampaignCounts &counts);
    void report(const core::Async<domain::Campaign> &done);
    void askToStop();
    AppContext &m_app;
    domain::Campaign m_campaign;
    domain::CampaignCounts m_counts;
    qint64 m_sentToday = 0;
    Label *m_name;
    Label *m_facts;
    Label *m_line;
    Label *m_legend;
    QWidget *m_pace;
    QSpinBox *m_perMinute;
    QPushButton *m_evidence;
    QPushButton *m_check;
    QPushButton *m_pause;
    QPushButton *m_stop;
    SegmentBar *m_bar;
    QTimer m_second;
    QTimer m_paceSoon;
    int m_announced = -1; ///< tenths that a screen reader was told
};

} // namespace ui
