#pragma once
#include "core/result.h"
#include "domain/operations/operation.h"
#include "domain/sync/synchealth.h"
#include <QStatusBar>
#include <QTimer>

class QProgressBar;
class QToolButton;

namespace services {
struct Link;
}

namespace ui {

class AppContext;
class Label;

/// The status line of the main window: the local copy, the campaign, who answers, and what is on its way.
class StatusLine : public QStatusBar
{
    Q_OBJECT
public:
    explicit StatusLine(AppContext &app, QWidget *parent = nullptr);
    /// Of the tenant that was just opened or closed; nothing is said of it before refresh().
    void follow();
    void refresh();
    void showTasks();

Q_SIGNALS:
    /// A vendor's clock and this one differ; `isRefused`: by so much that nothing is trusted.
    void skewSeen(const QString &text, bool isRefused);

private:
    void addPermanent();
    void refreshStatus();
    void refreshLink(Label *label, const QString &who, const services::Link &link);
    void refreshReceiver();
    void refreshSync();
    void showHealth(const core::Result<domain::SyncHealth> &health);
    void refreshTasks();
    void refreshCampaign();

    AppContext &m_app;
    Label *m_sync;
    QProgressBar *m_progress;
    Label *m_campaign;
    QTimer m_campaignSoon; ///< many sessions that end are one reason to count
    Label *m_sailpoint;
    Label *m_provider;
    Label *m_receiver;
    QToolButton *m_tasks;
    QString m_syncText;
};

} // namespace ui
