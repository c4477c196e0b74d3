#pragma once
#include "domain/access/approval.h"
#include <QTimer>
#include <QWidget>

namespace models {
class ApprovalModel;
}

namespace ui {

class AppContext;
class ApprovalList;
class ApprovalPane;

/// Access requests and access reviews that wait for the operator. Looked at every minute from the first time it is
/// shown.
class ApprovalsPage : public QWidget
{
    Q_OBJECT
public:
    explicit ApprovalsPage(AppContext &app, QWidget *parent = nullptr);
    void focusSearch();

Q_SIGNALS:
    void waitingCount(qint64 n);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void openTenant();
    void applyPending();
    void readPeople();
    void readAgain();
    void loadReviews();
    void readRequirements();
    void readSummary();
    void showRemarks();
    void fail(const core::Error &error);
    void refresh();
    void showDetail();
    AppContext &m_app;
    models::ApprovalModel *m_model;
    ApprovalList *m_list;
    ApprovalPane *m_pane;
    QString m_selected;
    bool m_isRead = false; ///< at least once, of this tenant
    bool m_hasFailed = false;
    std::optional<domain::ApprovalSummary> m_summary;
    QString m_reviewsFault; ///< the last reading of reviews
    core::Instant m_reviewsAt = 0;
    QString m_reminder; ///< of access reviews that end soon
};

} // namespace ui
