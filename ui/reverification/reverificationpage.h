#pragma once
#include "core/clock.h"
#include <QWidget>

class QHBoxLayout;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace ui {

class AppContext;
class Label;
class CampaignCard;
class CampaignList;
class PolicyEditor;
class WorkList;

/// Re-verification: who is due, and the policy that says so.
class ReverificationPage : public QWidget
{
    Q_OBJECT
public:
    explicit ReverificationPage(AppContext &app, QWidget *parent = nullptr);
    enum Tab { Work, Campaigns, Policy };
    void showPolicy();
    void showCampaigns(const QString &campaign = {});
    void showWeek(core::Instant from);
    /// The work list with everybody who is past due.
    void showPastDue();
    void focusSearch();
    void newCampaign();
    /// The campaign that runs, or the first that is paused.
    void pauseOrResume();

Q_SIGNALS:
    void reportWanted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QHBoxLayout *makeHead();
    QHBoxLayout *makeTabs();
    QStackedWidget *makePages();
    void connectParts();
    void openTenant();
    void refreshButtons();
    void refreshCampaigns();
    AppContext &m_app;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    WorkList *m_work;
    CampaignList *m_campaigns;
    CampaignCard *m_running;
    PolicyEditor *m_policy;
    Label *m_summary;
    QPushButton *m_discard;
    QPushButton *m_save;
    QPushButton *m_new;
};

} // namespace ui
