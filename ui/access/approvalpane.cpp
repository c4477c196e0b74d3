#include "ui/access/approvalpane.h"
#include "models/masking.h"
#include "services/access/approvals.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/charts/timeline.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/operations/operationdialog.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/keyvalue.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/problem.h"
#include <QDateTime>
#include <QDesktopServices>
#include <QLineEdit>
#include <QPlainTextEdit>
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
    m_title = heading(t, {});
    m_subtitle = new Label(t, {}, 13, "text-2");
    m_subtitle->setWordWrap(true);
    m_banner = new Banner(t, false);
    m_standing = new Banner(t, false);
    m_name = new Banner(t, false);
    m_facts = new KeyValueList(t);
    m_earlierHead = new Label(t, tr("Earlier steps"), 12, "text-3", 600);
    m_earlier = new Timeline(t);
    m_earlier->setAccessibleName(tr("Earlier steps"));
    for (QWidget *w : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_subtitle),
             static_cast<QWidget *>(m_banner), static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_standing),
             static_cast<QWidget *>(m_facts), static_cast<QWidget *>(m_earlierHead), static_cast<QWidget *>(m_earlier)})
        iv->addWidget(w);
    iv->addStretch();
    v->addWidget(scrolled(inner), 1);
    m_foot = new QWidget;
    auto *fv = new QVBoxLayout(m_foot);
    fv->setContentsMargins(16, 10, 16, 12);
    fv->setSpacing(8);
    fv->addWidget(line(t));
    fv->addWidget(new Label(t, tr("Comment"), 13, "text-2"));
    m_comment = new QPlainTextEdit;
    m_comment->setObjectName(QStringLiteral("approvalComment"));
    m_comment->setAccessibleName(tr("Comment"));
    m_comment->setPlaceholderText(tr("Required when you deny"));
    m_comment->setTabChangesFocus(true);
    m_comment->setFixedHeight(t.scaled(56));
    fv->addWidget(m_comment);
    auto *keys = new FlowLayout(6);
    m_approve = button(t, tr("Approve…"), QStringLiteral("check"), "primary");
    m_approve->setObjectName(QStringLiteral("approveButton"));
    m_deny = button(t, tr("Deny…"), QStringLiteral("cross"), "dangertext");
    m_deny->setObjectName(QStringLiteral("denyButton"));
    m_forward = button(t, tr("Forward…"), QStringLiteral("send"));
    m_forward->setObjectName(QStringLiteral("forwardButton"));
    m_sign = button(t, tr("Sign off…"), QStringLiteral("edit"));
    m_sign->setObjectName(QStringLiteral("signButton"));
    for (auto *b : {m_approve, m_deny, m_forward, m_sign})
        keys->addWidget(b);
    fv->addLayout(keys);
    v->addWidget(m_foot);
    m_open = button(t, tr("Open in SailPoint"), QStringLiteral("link"));
    iv->addWidget(m_open, 0, Qt::AlignLeft);
    connect(m_comment, &QPlainTextEdit::textChanged, this, &ApprovalPane::refresh);
    connect(m_approve, &QPushButton::clicked, this,
        [this] { m_review.isEmpty() ? submit(Approve) : askAboutReview(OperationKind::ApproveReview); });
    connect(m_deny, &QPushButton::clicked, this,
        [this] { m_review.isEmpty() ? submit(Deny) : askAboutReview(OperationKind::DenyReview); });
    connect(m_sign, &QPushButton::clicked, this, [this] { askAboutReview(OperationKind::SignReview); });
    connect(m_forward, &QPushButton::clicked, this, &ApprovalPane::askToWhom);
    connect(m_standing, &Banner::firstPressed, this, [this] {
        auto *w = m_app.tenantSession();
        if (!w)
            return;
        core::whenDone<domain::AccessRequirements>(
            w->approvals().requirements(), this, [this, a = m_approval](const Result<domain::AccessRequirements> &all) {
                const auto wanted = all ? domain::requirementFor(*all, a) : std::nullopt;
                m_app.verifyAgain(domain::requestFor(a, wanted.value_or(domain::AccessRequirement())));
            });
    });
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (auto *w = m_app.tenantSession())
            QDesktopServices::openUrl(
                QUrl(domain::isIdentityIq(w->tenant())
                         ? w->tenant().sailpointUrl + QStringLiteral("/home.jsf")
                         : domain::sailpointPage(w->tenant(), m_review.isEmpty()
                                                                  ? QStringLiteral("/ui/d/approvals")
                                                                  : QStringLiteral("/ui/d/certifications/active"))));
    });
}

QString ApprovalPane::when(const std::optional<core::Instant> &at)
{
    return at ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(*at), QLocale::ShortFormat) : QString();
}

void ApprovalPane::show(const Approval &a)
{
    const bool isOther = m_approval.id != a.id || !m_review.isEmpty();
    m_approval = a;
    m_review.clear();
    m_title->setText(a.access);
    m_subtitle->setText(tr("Access request · asked %1").arg(when(a.asked)));
    if (isOther) {
        m_banner->hide();
        m_standing->hide();
        m_comment->clear();
        m_known.reset();
    }
    const QString kind = a.accessType == QLatin1String("ROLE")             ? tr("Role “%1”")
                         : a.accessType == QLatin1String("ACCESS_PROFILE") ? tr("Access profile “%1”")
                         : a.accessType == QLatin1String("ENTITLEMENT")    ? tr("Entitlement “%1”")
                                                                           : QStringLiteral("%1");
    QList<std::pair<QString, QString>> rows{{tr("For"), models::shownName(a.forName)},
        {tr("Asked by"), models::shownName(a.askedBy)}, {tr("Access"), kind.arg(a.access)}};
    for (const auto &l : a.lines.size() > 1 ? a.lines : QList<domain::ApprovalLine>())
        rows.append({l.operation == QLatin1String("Add")      ? tr("Is given")
                     : l.operation == QLatin1String("Remove") ? tr("Is taken away")
                                                              : l.operation,
            l.application.isEmpty() ? l.access : tr("%1 in %2").arg(l.access, l.application)});
    if (a.requestType == QLatin1String("REVOKE_ACCESS"))
        rows.append({tr("What"), tr("The access is taken away")});
    if (a.until)
        rows.append({tr("Until"), when(a.until)});
    rows.append({tr("Reason given"), a.reason});
    rows.append(
        {tr("Approver"), a.isGroups ? tr("Work group “%1”: whoever of it decides first").arg(a.owner) : a.owner});
    if (!a.members.isEmpty())
        rows.append({tr("Its members"), a.members.join(QStringLiteral(", "))});
    m_facts->setRows(rows);
    if (isOther || !a.earlier.isEmpty())
        showEarlier(a.earlier);
    if (a.isForeign && !a.isGroups)
        m_name->show(Banner::Warning, tr("It waits for %1").arg(a.owner),
            tr("Whatever you decide, IdentityIQ shows as decided by %1. The audit log here shows you.").arg(a.owner));
    else
        m_name->hide();
    m_approve->setText(tr("Approve…"));
    m_deny->setText(tr("Deny…"));
    m_foot->show();
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
                    showEarlier(*steps);
                else
                    showEarlier({{tr("Earlier steps could not be read"), steps.error().text, std::nullopt}});
            });
    }
}

void ApprovalPane::showEarlier(const QList<domain::ApprovalStep> &earlier)
{
    QList<TimelineEntry> steps;
    for (const auto &s : earlier)
        steps << TimelineEntry{QStringLiteral("verified"), QStringLiteral("check"), s.who, s.comment, when(s.at)};
    m_earlier->setEntries(steps);
    m_earlier->setVisible(!steps.isEmpty());
    m_earlierHead->setVisible(!steps.isEmpty());
}

void ApprovalPane::readEligibility()
{
    auto *w = m_app.tenantSession();
    if (!w || m_approval.id.isEmpty())
        return;
    core::whenDone<domain::Eligibility>(
        w->approvals().eligibility(m_approval), this, [this, id = m_approval.id](const Result<domain::Eligibility> &s) {
            if (id != m_approval.id)
                return;
            m_known = s ? *s : domain::Eligibility{false, s.error().text};
            if (!m_known->isEnough)
                m_standing->show(Banner::Warning, tr("Verify first"),
                    s ? m_known->why.left(1).toUpper() + m_known->why.mid(1) + QLatin1Char('.')
                      : tr("Whether the identity is verified could not be read."),
                    s ? tr("Verify first…") : QString());
            else
                m_standing->hide();
            refresh();
        });
}

void ApprovalPane::refresh()
{
    auto *w = m_app.tenantSession();
    const QString why = !w                     ? tr("Open a tenant first.")
                        : w->tenant().readOnly ? tr("This tenant is locked: read only.")
                        : !m_busy.isEmpty() && m_busy == (m_review.isEmpty() ? m_approval.id : m_review)
                            ? tr("SailPoint is being asked.")
                        : m_approval.doing != Approval::Waiting
                            ? tr("SailPoint is applying a decision about it already.")
                            : QString();
    const bool isReview = !m_review.isEmpty();
    m_sign->setVisible(isReview);
    m_forward->setVisible(!isReview && !(w && domain::isIdentityIq(w->tenant())));
    const bool isIq = w && domain::isIdentityIq(w->tenant());
    m_open->setText(isIq ? tr("Open IdentityIQ") : tr("Open in SailPoint"));
    const bool hasPage = w && (isIq || !domain::sailpointPage(w->tenant(), QStringLiteral("/")).isEmpty());
    setEnabledOr(m_open, hasPage ? QString() : tr("The API’s address tells no address for people."));
    if (isReview)
        return refreshReview(why);
    const auto obstacle = [&](OperationKind kind) {
        return !why.isEmpty() ? why : w->approvals().obstacle(kind, m_approval);
    };
    const bool hasComment = !m_comment->toPlainText().trimmed().isEmpty();
    const QString noApproval = obstacle(OperationKind::ApproveRequest), noDenial = obstacle(OperationKind::DenyRequest);
    setEnabledOr(m_approve, !noApproval.isEmpty() ? noApproval
                            : !m_known            ? tr("The identity verification is being looked at.")
                            : m_known->isEnough   ? QString()
                                                  : m_known->why);
    setEnabledOr(m_deny, !noDenial.isEmpty() ? noDenial
                         : hasComment        ? QString()
                                             : tr("Say why: whoever asked reads it."));
    setEnabledOr(m_forward, !why.isEmpty() ? why : hasComment ? QString() : tr("Say why: whoever gets it reads it."));
}

void ApprovalPane::submit(Decision d)
{
    const QString who = models::shownName(m_approval.forName);
    const QString name =
        m_approval.isForeign
            ? QLatin1Char('\n') + tr("You decide in the name of %1, and IdentityIQ shows it so.").arg(m_approval.owner)
            : QString();
    const OperationQuestion q =
        d == Approve
            ? OperationQuestion{tr("Approve %1 for %2?").arg(m_approval.access, who),
                  tr("SailPoint grants it as soon as nobody else has to agree.") + name, tr("Approve"), {}, false}
            : OperationQuestion{tr("Deny %1 for %2?").arg(m_approval.access, who),
                  tr("Whoever asked reads your comment.") + name, tr("Deny"), {}, true};
    askOperation(m_app, window(), q, [this, d] { decide(d); });
}

// Says what went wrong where it belongs: beside the item, or in the window when another one is shown by now.
bool ApprovalPane::answered(bool isShown, const Result<domain::Operation> &o)
{
    if (!o && o.error().field == QLatin1String("decided")) {
        Q_EMIT decided(o.error().text);
        return false;
    }
    const bool isUnknown = o && o->state == domain::OperationState::Unknown;
    const QString silent = tr("SailPoint did not answer"),
                  look = tr("It may have been done all the same. Look at the list before you try again.");
    if (!o)
        isShown ? showProblem(*m_banner, o.error(), domain::Vendor::SailPoint)
                : Q_EMIT m_app.failed(o.error(), int(domain::Vendor::SailPoint));
    else if (isUnknown)
        isShown ? m_banner->show(Banner::Warning, silent, look)
                : Q_EMIT m_app.notice(silent + QStringLiteral(". ") + look);
    else if (isShown)
        m_comment->clear();
    return o && !isUnknown;
}

void ApprovalPane::askToWhom()
{
    Theme &t = m_app.theme();
    auto *dialog = new Dialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("forwardDialog"));
    dialog->setWindowTitle(tr("Forward"));
    dialog->setMinimumWidth(440);
    auto *v = new QVBoxLayout(dialog);
    v->setContentsMargins(20, 18, 20, 14);
    v->setSpacing(10);
    v->addWidget(heading(t, tr("Who decides instead of you?")));
    auto *id = new QLineEdit;
    id->setAccessibleName(tr("Identity ID of the new approver"));
    id->setPlaceholderText(tr("Identity ID; the pane of a person shows it"));
    v->addWidget(id);
    auto *foot = new QHBoxLayout;
    auto *cancel = button(t, tr("Cancel"));
    auto *go = button(t, tr("Forward"), {}, "primary");
    setEnabledOr(go, tr("Enter an identity ID first."));
    foot->addStretch();
    foot->addWidget(cancel);
    foot->addWidget(go);
    v->addLayout(foot);
    connect(id, &QLineEdit::textChanged, go, [go](const QString &text) {
        setEnabledOr(go, text.trimmed().isEmpty() ? tr("Enter an identity ID first.") : QString());
    });
    connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
    connect(&m_app, &AppContext::tenantSessionChanged, dialog, &QDialog::reject);
    connect(go, &QPushButton::clicked, this, [this, dialog, id] {
        const QString to = id->text().trimmed();
        dialog->accept();
        decide(Forward, to);
    });
    dialog->open();
}

void ApprovalPane::decide(Decision d, const QString &to)
{
    auto *w = m_app.tenantSession();
    if (!w || m_busy == m_approval.id)
        return;
    m_busy = m_approval.id;
    refresh();
    const QString comment = m_comment->toPlainText(), id = m_approval.id;
    auto &a = w->approvals();
    const auto asked = d == Approve ? a.approve(id, comment)
                       : d == Deny  ? a.deny(id, comment)
                                    : a.forward(id, to, comment);
    core::whenDone<domain::Operation>(asked, this, [this, d, id, w](const Result<domain::Operation> &o) {
        if (m_busy == id)
            m_busy.clear();
        if (w != m_app.tenantSession())
            return;
        refresh();
        if (!answered(id == m_approval.id, o))
            return;
        Q_EMIT decided(d == Approve ? tr("Approved; SailPoint is applying it.")
                       : d == Deny  ? tr("Denied; SailPoint is applying it.")
                                    : tr("Forwarded."));
    });
}

} // namespace ui
