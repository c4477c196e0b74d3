#pragma once
#include "core/async.h"
#include "domain/access/approval.h"
#include "domain/operations/operation.h"
#include <QFrame>
#include <functional>

class QPushButton;

namespace ui {

class AppContext;
class ApprovalSheet;
class DecisionForm;

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
    static QString doneText(Decision decision);
    void verifyFirst();
    void openPage();
    QString obstacle() const;
    QString missingStanding() const;
    void refresh();
    void refreshRequest(const QString &why);
    void refreshReview(const QString &why);
    void submit(Decision decision);
    void askToWhom();
    void decide(Decision decision, const QString &to = {});
    core::Async<domain::Operation> asked(Decision decision, const QString &to);
    void askAboutReview(domain::OperationKind kind);
    void decideReview(domain::OperationKind kind);
    void send(const QString &id, const std::function<core::Async<domain::Operation>()> &ask,
        const std::function<QString(const domain::Operation &)> &textOf);
    bool answered(bool isShown, const core::Result<domain::Operation> &outcome);
    AppContext &m_app;
    domain::Approval m_approval;
    domain::AccessReview m_access; ///< the review that is shown
    QString m_review;              ///< its id, where it is one
    QString m_busy;                ///< whose decision is on its way
    ApprovalSheet *m_sheet;
    DecisionForm *m_form;
    QPushButton *m_open;
    std::optional<domain::Eligibility> m_known;
};

} // namespace ui
