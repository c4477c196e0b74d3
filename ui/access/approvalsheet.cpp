#include "ui/access/approvalsheet.h"
#include "models/masking.h"
#include "ui/charts/timeline.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/label.h"
#include "ui/widgets/keyvalue.h"
#include <QDateTime>
#include <QLocale>
#include <QVBoxLayout>

namespace ui {

using domain::Approval;
using FactRows = QList<std::pair<QString, QString>>;

static QString stepTimeText(const std::optional<core::Instant> &at)
{
    return at ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(*at), QLocale::ShortFormat) : QString();
}

// "%1" stands for the access.
static QString accessPattern(const domain::VendorWord<domain::AccessType> &type)
{
    if (type.is(domain::AccessType::Role))
        return ApprovalSheet::tr("Role “%1”");
    if (type.is(domain::AccessType::AccessProfile))
        return ApprovalSheet::tr("Access profile “%1”");
    if (type.is(domain::AccessType::Entitlement))
        return ApprovalSheet::tr("Entitlement “%1”");
    return QStringLiteral("%1");
}

static QString lineChangeText(const domain::ApprovalLine &line)
{
    if (line.operation.is(domain::LineChange::Add))
        return ApprovalSheet::tr("Is given");
    if (line.operation.is(domain::LineChange::Remove))
        return ApprovalSheet::tr("Is taken away");
    return line.operation.text;
}

ApprovalSheet::ApprovalSheet(Theme &t, QWidget *parent) : QWidget(parent)
{
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(0, 0, 0, 0);
    v->setSpacing(10);
    m_title = heading(t, {});
    m_subtitle = new Label(t, {}, 13, "text-2");
    m_subtitle->setWordWrap(true);
    m_banner = new Banner(t, false);
    m_name = new Banner(t, false);
    m_standing = new Banner(t, false);
    m_facts = new KeyValueList(t);
    m_earlierHead = new Label(t, tr("Earlier steps"), 12, "text-3", 600);
    m_earlier = new Timeline(t);
    m_earlier->setAccessibleName(tr("Earlier steps"));
    for (QWidget *w : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_subtitle),
             static_cast<QWidget *>(m_banner), static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_standing),
             static_cast<QWidget *>(m_facts), static_cast<QWidget *>(m_earlierHead), static_cast<QWidget *>(m_earlier)})
        v->addWidget(w);
    connect(m_standing, &Banner::firstPressed, this, &ApprovalSheet::verificationWanted);
}

void ApprovalSheet::showRequest(const Approval &a, bool isOther)
{
    m_title->setText(a.access);
    m_subtitle->setText(tr("Access request · asked %1").arg(stepTimeText(a.asked)));
    if (isOther) {
        m_banner->hide();
        m_standing->hide();
    }
    FactRows rows{{tr("For"), models::shownName(a.forName)}, {tr("Asked by"), models::shownName(a.askedBy)},
        {tr("Access"), accessPattern(a.accessType).arg(a.access)}};
    for (const auto &l : a.lines.size() > 1 ? a.lines : QList<domain::ApprovalLine>())
        rows.append(
            {lineChangeText(l), l.application.isEmpty() ? l.access : tr("%1 in %2").arg(l.access, l.application)});
    if (a.isForMachine)
        rows.append({tr("Verification"), tr("None: it is for a machine identity, not for a person")});
    if (a.requestType.is(domain::RequestType::Revoke))
        rows.append({tr("What"), tr("The access is taken away")});
    if (a.until)
        rows.append({tr("Until"), stepTimeText(a.until)});
    rows.append({tr("Reason given"), a.reason});
    rows.append(
        {tr("Approver"), a.isGroups ? tr("Work group “%1”: whoever of it decides first").arg(a.owner) : a.owner});
    if (!a.members.isEmpty())
        rows.append({tr("Its members"), a.members.join(QStringLiteral(", "))});
    m_facts->setRows(rows);
    if (isOther || !a.earlier.isEmpty())
        showEarlier(a.earlier);
    showForeign(a.isForeign && !a.isGroups, a.owner);
}

void ApprovalSheet::showReview(const domain::AccessReview &r, bool isOther)
{
    m_title->setText(r.name);
    m_subtitle->setText(r.isDecidedHere ? tr("Access review · everything in it is decided together")
                                        : tr("Access review · it is decided in SailPoint"));
    m_standing->hide();
    showForeign(r.isForeign && !r.reviewerId.isEmpty(), r.reviewer);
    if (isOther)
        m_banner->hide();
    FactRows rows{{tr("Campaign"), r.campaign}, {tr("Reviewer"), r.reviewer},
        {tr("Decided"), domain::decidedCountText(r)}, {tr("Due"), stepTimeText(r.due)}, {tr("Phase"), r.phase.text}};
    if (r.created)
        rows.append({tr("Open since"), stepTimeText(r.created)});
    m_facts->setRows(rows);
    m_earlier->hide();
    m_earlierHead->hide();
}

void ApprovalSheet::showForeign(bool isForeign, const QString &whose)
{
    if (!isForeign) {
        m_name->hide();
        return;
    }
    m_name->show(Banner::Warning, tr("It waits for %1").arg(whose),
        tr("Whatever you decide, IdentityIQ shows as decided by %1. The audit log here shows you.").arg(whose));
}

void ApprovalSheet::showEarlier(const QList<domain::ApprovalStep> &earlier)
{
    QList<TimelineEntry> steps;
    for (const auto &s : earlier)
        steps << TimelineEntry{
            QStringLiteral("verified"), QStringLiteral("check"), s.who, s.comment, stepTimeText(s.at)};
    m_earlier->setEntries(steps);
    m_earlier->setVisible(!steps.isEmpty());
    m_earlierHead->setVisible(!steps.isEmpty());
}

void ApprovalSheet::showStanding(const core::Result<domain::Eligibility> &s)
{
    if (!s)
        m_standing->show(
            Banner::Warning, tr("Verify first"), tr("Whether the identity is verified could not be read."), QString());
    else if (!s->isEnough)
        m_standing->show(Banner::Warning, tr("Verify first"),
            s->why.left(1).toUpper() + s->why.mid(1) + QLatin1Char('.'), tr("Verify first…"));
    else
        m_standing->hide();
}

} // namespace ui
