#include "services/access/approvals.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/access/approvalpane.h"
#include "ui/charts/timeline.h"
#include "ui/common/appcontext.h"
#include "ui/operations/operationdialog.h"
#include "ui/widgets/keyvalue.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/problem.h"
#include <QLocale>
#include <QPlainTextEdit>

// The pane's other half: an access review, and everything in it decided at once.
namespace ui {

using core::Result;
using domain::OperationKind;

void ApprovalPane::show(const domain::AccessReview &r)
{
    const bool isOther = m_review != r.id;
    m_review = r.id;
    m_access = r;
    m_approval = {};
    m_title->setText(r.name);
    m_subtitle->setText(r.isDecidedHere ? tr("Access review · everything in it is decided together")
                                        : tr("Access review · it is decided in SailPoint"));
    m_standing->hide();
    if (r.isForeign && !r.reviewerId.isEmpty())
        m_name->show(Banner::Warning, tr("It waits for %1").arg(r.reviewer),
            tr("Whatever you decide, IdentityIQ shows as decided by %1. The audit log here shows you.")
                .arg(r.reviewer));
    else
        m_name->hide();
    if (isOther) {
        m_banner->hide();
        m_comment->clear();
    }
    QList<std::pair<QString, QString>> rows{{tr("Campaign"), r.campaign}, {tr("Reviewer"), r.reviewer},
        {tr("Decided"), tr("%1 of %2").arg(r.decided).arg(r.total)}, {tr("Due"), when(r.due)}, {tr("Phase"), r.phase}};
    if (r.created)
        rows.append({tr("Open since"), when(r.created)});
    m_facts->setRows(rows);
    m_earlier->hide();
    m_earlierHead->hide();
    m_foot->setVisible(r.isDecidedHere);
    m_approve->setText(tr("Approve all…"));
    m_deny->setText(tr("Revoke all…"));
    refresh();
}

void ApprovalPane::refreshReview(const QString &why)
{
    auto *w = m_app.tenantSession();
    const auto obstacle = [&](OperationKind kind) {
        return !why.isEmpty() ? why : w->approvals().reviewObstacle(kind, m_access);
    };
    const bool hasComment = !m_comment->toPlainText().trimmed().isEmpty(),
               isWhole = m_access.total > 0 && m_access.decided >= m_access.total;
    const QString noDenial = obstacle(OperationKind::DenyReview), noSigning = obstacle(OperationKind::SignReview);
    setEnabledOr(m_approve, obstacle(OperationKind::ApproveReview));
    setEnabledOr(m_deny, !noDenial.isEmpty() ? noDenial : hasComment ? QString() : tr("Say why access is taken away."));
    setEnabledOr(m_sign, !noSigning.isEmpty() ? noSigning
                         : isWhole            ? QString()
                                              : tr("Everything in it has to be decided first."));
}

// Many decisions with one click: the campaign's name has to be typed.
void ApprovalPane::askAboutReview(OperationKind kind)
{
    const QString n = m_access.total > 0 ? QLocale().toString(m_access.total) : tr("(their number is not known)");
    const QString name =
        m_access.isForeign
            ? QLatin1Char('\n') + tr("You decide in the name of %1, and IdentityIQ shows it so.").arg(m_access.reviewer)
            : QString();
    QString word = m_access.campaign.trimmed();
    for (const QString &other : {m_access.name.trimmed(), m_access.id})
        word = word.isEmpty() ? other : word;
    const QString title = kind == OperationKind::ApproveReview ? tr("Approve all of “%1”?").arg(m_access.name)
                          : kind == OperationKind::DenyReview  ? tr("Revoke all of “%1”?").arg(m_access.name)
                                                               : tr("Sign “%1” off?").arg(m_access.name);
    const QString text = kind == OperationKind::ApproveReview ? tr("All %1 items keep their access.").arg(n)
                         : kind == OperationKind::DenyReview
                             ? tr("All %1 items lose their access once it is signed off.").arg(n)
                             : tr("It ends the review. IdentityIQ then carries the decisions out.");
    const QString verb = kind == OperationKind::ApproveReview ? tr("Approve all")
                         : kind == OperationKind::DenyReview  ? tr("Revoke all")
                                                              : tr("Sign off");
    askOperation(m_app, window(), {title, text + name, verb, word, kind != OperationKind::ApproveReview},
        [this, kind] { decideReview(kind); });
}

void ApprovalPane::decideReview(OperationKind kind)
{
    auto *w = m_app.tenantSession();
    if (!w || m_busy == m_review)
        return;
    m_busy = m_review;
    refresh();
    core::whenDone<domain::Operation>(w->approvals().decideReview(kind, m_review, m_comment->toPlainText()), this,
        [this, w, id = m_review](const Result<domain::Operation> &o) {
            if (m_busy == id)
                m_busy.clear();
            if (w != m_app.tenantSession())
                return;
            refresh();
            if (!answered(id == m_review, o))
                return;
            Q_EMIT decided(tr("%1: done.").arg(domain::operationText(o->kind)));
        });
}

} // namespace ui
