#include "ui/access/approvalpane.h"
#include "services/access/approvals.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/access/approvalsheet.h"
#include "ui/access/decisionform.h"
#include "ui/access/decisionquestions.h"
#include "ui/access/forwarddialog.h"
#include "ui/common/appcontext.h"
#include "ui/common/navigator.h"
#include "ui/common/opendialog.h"
#include "ui/common/tenantguard.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/scrolled.h"
#include "ui/operations/operationdialog.h"
#include "ui/widgets/problem.h"
#include <QDesktopServices>
#include <QUrl>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using domain::Approval;
using domain::OperationKind;

ApprovalPane::ApprovalPane(AppContext &app, QWidget *parent) : QFrame(parent), m_app(app)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("pane"));
    setMinimumWidth(std::min(t.scaled(320), 420));
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(0, 0, 0, 0);
    v->setSpacing(0);
    auto *inner = new QWidget;
    auto *iv = new QVBoxLayout(inner);
    iv->setContentsMargins(16, 14, 16, 12);
    iv->setSpacing(10);
    m_sheet = new ApprovalSheet(t);
    iv->addWidget(m_sheet);
    iv->addStretch();
    v->addWidget(scrolled(inner), 1);
    m_form = new DecisionForm(t);
    v->addWidget(m_form);
    m_open = button(t, tr("Open in SailPoint"), QStringLiteral("link"));
    iv->addWidget(m_open, 0, Qt::AlignLeft);
    connect(m_form, &DecisionForm::commentChanged, this, &ApprovalPane::refresh);
    connect(m_form, &DecisionForm::approvalWanted, this,
        [this] { m_review.isEmpty() ? submit(Approve) : askAboutReview(OperationKind::ApproveReview); });
    connect(m_form, &DecisionForm::denialWanted, this,
        [this] { m_review.isEmpty() ? submit(Deny) : askAboutReview(OperationKind::DenyReview); });
    connect(m_form, &DecisionForm::signingWanted, this, [this] { askAboutReview(OperationKind::SignReview); });
    connect(m_form, &DecisionForm::forwardingWanted, this, &ApprovalPane::askToWhom);
    connect(m_sheet, &ApprovalSheet::verificationWanted, this, &ApprovalPane::verifyFirst);
    connect(m_open, &QPushButton::clicked, this, &ApprovalPane::openPage);
}

void ApprovalPane::verifyFirst()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    core::whenDone<domain::AccessRequirements>(w->approvals().requirementsTable().requirements(), this,
        [this, a = m_approval](const Result<domain::AccessRequirements> &all) {
            const auto wanted = all ? domain::requirementFor(*all, a) : std::nullopt;
            m_app.navigator().verifyAgain(domain::requestFor(a, wanted.value_or(domain::AccessRequirement())));
        });
}

void ApprovalPane::openPage()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    const QString path =
        m_review.isEmpty() ? QStringLiteral("/ui/d/approvals") : QStringLiteral("/ui/d/certifications/active");
    const QString address = domain::isIdentityIq(w->tenant()) ? w->tenant().sailpointUrl + QStringLiteral("/home.jsf")
                                                              : domain::sailpointPage(w->tenant(), path);
    QDesktopServices::openUrl(QUrl(address));
}

void ApprovalPane::show(const Approval &a)
{
    const bool isOther = m_approval.id != a.id || !m_review.isEmpty();
    m_approval = a;
    m_review.clear();
    if (isOther) {
        m_form->clearComment();
        m_known.reset();
    }
    m_sheet->showRequest(a, isOther);
    m_form->setTexts(tr("Approve…"), tr("Deny…"));
    m_form->show();
    refresh();
    if (!isOther)
        return;
    readEligibility();
    if (auto *w = m_app.tenantSession()) {
        core::whenDone<QList<domain::ApprovalStep>>(
            w->approvals().history(a), this, [this, id = a.id](const Result<QList<domain::ApprovalStep>> &steps) {
                if (id != m_approval.id)
                    return;
                if (steps)
                    m_sheet->showEarlier(*steps);
                else
                    m_sheet->showEarlier({{tr("Earlier steps could not be read"), steps.error().text, std::nullopt}});
            });
    }
}

void ApprovalPane::show(const domain::AccessReview &r)
{
    const bool isOther = m_review != r.id;
    m_review = r.id;
    m_access = r;
    m_approval = {};
    if (isOther)
        m_form->clearComment();
    m_sheet->showReview(r, isOther);
    m_form->setVisible(r.isDecidedHere);
    m_form->setTexts(tr("Approve all…"), tr("Revoke all…"));
    refresh();
}

void ApprovalPane::readEligibility()
{
    auto *w = m_app.tenantSession();
    if (!w || m_approval.id.isEmpty())
        return;
    core::whenDone<domain::Eligibility>(w->approvals().requirementsTable().eligibility(m_approval), this,
        [this, id = m_approval.id](const Result<domain::Eligibility> &s) {
            if (id != m_approval.id)
                return;
            m_known = s ? *s : domain::Eligibility{false, s.error().text};
            m_sheet->showStanding(s);
            refresh();
        });
}

// What stands against any decision about what is shown.
QString ApprovalPane::obstacle() const
{
    if (const QString why = tenantObstacle(m_app); !why.isEmpty())
        return why;
    if (!m_busy.isEmpty() && m_busy == (m_review.isEmpty() ? m_approval.id : m_review))
        return tr("SailPoint is being asked.");
    if (m_approval.doing != Approval::Waiting)
        return tr("SailPoint is applying a decision about it already.");
    return {};
}

void ApprovalPane::refresh()
{
    auto *w = m_app.tenantSession();
    const QString why = obstacle();
    const bool isReview = !m_review.isEmpty();
    const bool isIq = w && domain::isIdentityIq(w->tenant());
    m_form->setOffered(!isReview && !isIq, isReview);
    m_open->setText(isIq ? tr("Open IdentityIQ") : tr("Open in SailPoint"));
    const bool hasPage = w && (isIq || !domain::sailpointPage(w->tenant(), QStringLiteral("/")).isEmpty());
    setEnabledOr(m_open, hasPage ? QString() : tr("The API’s address tells no address for people."));
    if (isReview)
        refreshReview(why);
    else
        refreshRequest(why);
}

void ApprovalPane::refreshRequest(const QString &why)
{
    auto *w = m_app.tenantSession();
    const auto obstacleTo = [&](OperationKind kind) {
        return !why.isEmpty() ? why : w->approvals().obstacle(kind, m_approval);
    };
    QString noApproval = obstacleTo(OperationKind::ApproveRequest);
    if (noApproval.isEmpty())
        noApproval = missingStanding();
    m_form->allowRequest(noApproval, obstacleTo(OperationKind::DenyRequest), why);
}

// What the person lacks before the access can be approved.
QString ApprovalPane::missingStanding() const
{
    if (!m_known)
        return tr("The identity verification is being looked at.");
    return m_known->isEnough ? QString() : m_known->why;
}

void ApprovalPane::refreshReview(const QString &why)
{
    auto *w = m_app.tenantSession();
    const auto obstacleTo = [&](OperationKind kind) {
        return !why.isEmpty() ? why : w->approvals().accessReviews().reviewObstacle(kind, m_access);
    };
    QString noSigning = obstacleTo(OperationKind::SignReview);
    if (noSigning.isEmpty() && !domain::isAllDecided(m_access))
        noSigning = tr("Everything in it has to be decided first.");
    m_form->allowReview(obstacleTo(OperationKind::ApproveReview), obstacleTo(OperationKind::DenyReview), noSigning);
}

void ApprovalPane::submit(Decision d)
{
    const OperationQuestion q = d == Approve ? approvalQuestion(m_approval) : denialQuestion(m_approval);
    askOperation(m_app, window(), q, [this, d] { decide(d); });
}

void ApprovalPane::askAboutReview(OperationKind kind)
{
    askOperation(m_app, window(), reviewQuestion(kind, m_access), [this, kind] { decideReview(kind); });
}

// Says what went wrong where it belongs: beside the item, or in the window when another one is shown by now.
bool ApprovalPane::answered(bool isShown, const Result<domain::Operation> &o)
{
    if (!o && o.error().reason == core::ErrorReason::Decided) {
        Q_EMIT decided(o.error().text);
        return false;
    }
    const bool isUnknown = o && o->state == domain::OperationState::Unknown;
    const QString silent = tr("SailPoint did not answer"),
                  look = tr("It may have been done all the same. Look at the list before you try again.");
    if (!o)
        isShown ? showProblem(m_sheet->banner(), o.error(), domain::Vendor::SailPoint)
                : Q_EMIT m_app.failed(o.error(), int(domain::Vendor::SailPoint));
    else if (isUnknown)
        isShown ? m_sheet->banner().show(Banner::Warning, silent, look)
                : Q_EMIT m_app.notice(silent + QStringLiteral(". ") + look);
    else if (isShown)
        m_form->clearComment();
    return o && !isUnknown;
}

void ApprovalPane::askToWhom()
{
    auto *d = openDialog<ForwardDialog>(m_app, window());
    connect(d, &ForwardDialog::chosen, this, [this](const QString &to) { decide(Forward, to); });
}

void ApprovalPane::decide(Decision d, const QString &to)
{
    send(
        m_approval.id, [this, d, to] { return asked(d, to); }, [d](const domain::Operation &) { return doneText(d); });
}

void ApprovalPane::decideReview(OperationKind kind)
{
    send(
        m_review,
        [this, kind] {
            return m_app.tenantSession()->approvals().accessReviews().decideReview(kind, m_review, m_form->comment());
        },
        [](const domain::Operation &o) { return tr("%1: done.").arg(domain::operationText(o.kind)); });
}

void ApprovalPane::send(const QString &id, const std::function<core::Async<domain::Operation>()> &ask,
    const std::function<QString(const domain::Operation &)> &textOf)
{
    auto *w = m_app.tenantSession();
    if (!w || m_busy == id)
        return;
    m_busy = id;
    refresh();
    core::whenDone<domain::Operation>(ask(), this, [this, w, id, textOf](const Result<domain::Operation> &o) {
        if (m_busy == id)
            m_busy.clear();
        if (w != m_app.tenantSession())
            return;
        refresh();
        if (answered(id == (m_review.isEmpty() ? m_approval.id : m_review), o))
            Q_EMIT decided(textOf(*o));
    });
}

core::Async<domain::Operation> ApprovalPane::asked(Decision d, const QString &to)
{
    auto &approvals = m_app.tenantSession()->approvals();
    const QString comment = m_form->comment();
    switch (d) {
    case Approve: return approvals.approve(m_approval.id, comment);
    case Deny: return approvals.deny(m_approval.id, comment);
    case Forward: break;
    }
    return approvals.forward(m_approval.id, to, comment);
}

QString ApprovalPane::doneText(Decision d)
{
    switch (d) {
    case Approve: return tr("Approved; SailPoint is applying it.");
    case Deny: return tr("Denied; SailPoint is applying it.");
    case Forward: break;
    }
    return tr("Forwarded.");
}

} // namespace ui
