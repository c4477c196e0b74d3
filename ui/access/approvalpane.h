#pragma once
#include "domain/access/approval.h"
#include "domain/operations/operation.h"
#include <QFrame>

class QPlainTextEdit;
class QPushButton;

namespace services {
class TenantSession;
}

namespace ui {

class Banner;
class AppContext;
class KeyValueList;
class Label;
class Timeline;

/// Beside the list: what is asked for, by whom, what the person lacks, and the decision.
class ApprovalPane : public QFrame
{
    Q_OBJECT
public:
    explicit ApprovalPane(AppContext &app, QWidget *parent = nullptr);
    void show(const domain::Approval &approval);
    void show(const domain::AccessReview &review);
    /// The person's status has changed.
    void readEligibility();

Q_SIGNALS:
    /// It was decided, or somebody else was faster: `text` says it.
    void decided(const QString &text);

private:
    enum Decision { Approve, Deny, Forward };
    static QString when(const std::optional<core::Instant> &at);
    void showEarlier(const QList<domain::ApprovalStep> &steps);
    void askAboutReview(domain::OperationKind kind);
    void decideReview(domain::OperationKind kind);
    void refreshReview(const QString &why);
    void refresh();
    void submit(Decision decision);
    void decide(Decision decision, const QString &to = {});
    void askToWhom();
    bool answered(bool isShown, const core::Result<domain::Operation> &outcome);
    AppContext &m_app;
    domain::Approval m_approval;
    domain::AccessReview m_access; ///< the review that is shown
    QString m_review;              ///< its id, where it is one
    QString m_busy;                ///< whose decision is on its way
    Label *m_title;
    Label *m_subtitle;
    Banner *m_banner;
    Banner *m_standing;
    KeyValueList *m_facts;
    Label *m_earlierHead;
    Timeline *m_earlier;
    QWidget *m_foot;
    QPlainTextEdit *m_comment;
    QPushButton *m_approve;
    QPushButton *m_deny;
    QPushButton *m_forward;
    QPushButton *m_sign;
    QPushButton *m_open;
    Banner *m_name; ///< it would be decided in another's name
    std::optional<domain::Eligibility> m_known;
};

} // namespace ui
