#include "models/approvalmodel.h"
#include "domain/text/outputtext.h"
#include "models/masking.h"
#include "models/peopletext.h"
#include "models/roles.h"
#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <algorithm>

namespace models {

using domain::AccessReview;
using domain::Approval;

static QString sayApprovalModel(const char *text)
{
    return QCoreApplication::translate("ApprovalModel", text);
}

static QString whenText(const std::optional<core::Instant> &at)
{
    if (!at)
        return QStringLiteral("–");
    const QDateTime t = QDateTime::fromMSecsSinceEpoch(*at);
    return t.date() == QDate::currentDate() ? QLocale().toString(t.time(), QLocale::ShortFormat)
                                            : QLocale().toString(t.date(), QLocale::ShortFormat);
}

ApprovalModel::ApprovalModel(QObject *parent) : QAbstractTableModel(parent) {}

bool ApprovalModel::isNotVerified(const Approval &a) const
{
    if (a.isForMachine)
        return false;
    const QString chip = m_chips.value(a.forId.str());
    return chip != QLatin1String("verified") && chip != QLatin1String("due");
}

void ApprovalModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    const auto fits = [this](const QString &a, const QString &b) {
        return m_text.isEmpty() || a.contains(m_text, Qt::CaseInsensitive) || b.contains(m_text, Qt::CaseInsensitive);
    };
    for (int i = 0; i < m_approvals.size() && m_show != Reviews; ++i) {
        if (fits(m_approvals.at(i).access, m_approvals.at(i).forName) &&
            (m_show != NotVerified || isNotVerified(m_approvals.at(i))))
            m_rows << i;
    }
    for (int i = 0; i < m_reviews.size() && (m_show == All || m_show == Reviews); ++i) {
        if (fits(m_reviews.at(i).name, m_reviews.at(i).campaign))
            m_rows << -1 - i;
    }
    endResetModel();
}

void ApprovalModel::setApprovals(const QList<Approval> &approvals)
{
    m_approvals = approvals;
    rebuild();
}

void ApprovalModel::setReviews(const QList<AccessReview> &reviews)
{
    m_reviews = reviews;
    rebuild();
}

void ApprovalModel::setStatuses(const QHash<QString, QString> &chips)
{
    m_chips = chips;
    rebuild();
}

void ApprovalModel::setRequirements(const domain::AccessRequirements &requirements)
{
    m_requirements = requirements;
    rebuild();
}

static QString demandText(const std::optional<domain::AccessRequirement> &r)
{
    if (!r)
        return QStringLiteral("–");
    const QString level = QStringLiteral("IAL%1").arg(r->requiredIal);
    return r->notOlderThanDays == 0 ? level
                                    : sayApprovalModel(QT_TRANSLATE_NOOP("ApprovalModel", "%1, %2 days"))
                                          .arg(level)
                                          .arg(r->notOlderThanDays);
}

static QString reviewOwnerText(const AccessReview &r)
{
    if (r.isForeign && !r.reviewer.isEmpty())
        return domain::labelText(r.reviewer);
    return sayApprovalModel(QT_TRANSLATE_NOOP("ApprovalModel", "Owner: you"));
}

static QString reviewDueText(const AccessReview &r)
{
    return r.due ? sayApprovalModel(QT_TRANSLATE_NOOP("ApprovalModel", "Due %1")).arg(whenText(r.due))
                 : QStringLiteral("–");
}

void ApprovalModel::setFilter(Show show, const QString &text)
{
    m_show = show;
    m_text = text.trimmed();
    rebuild();
}

qint64 ApprovalModel::count(Show show) const
{
    switch (show) {
    case Requests: return m_approvals.size();
    case Reviews: return m_reviews.size();
    case NotVerified:
        return std::count_if(
            m_approvals.begin(), m_approvals.end(), [this](const Approval &a) { return isNotVerified(a); });
    case All: break;
    }
    return m_approvals.size() + m_reviews.size();
}

const Approval *ApprovalModel::approval(int row) const
{
    const int at = row >= 0 && row < m_rows.size() ? m_rows.at(row) : -1;
    return at >= 0 ? &m_approvals.at(at) : nullptr;
}

const AccessReview *ApprovalModel::review(int row) const
{
    return row >= 0 && row < m_rows.size() && m_rows.at(row) < 0 ? &m_reviews.at(-1 - m_rows.at(row)) : nullptr;
}

int ApprovalModel::rowOf(const QString &id) const
{
    for (int i = 0; i < m_rows.size(); ++i) {
        const Approval *a = approval(i);
        if (a ? a->id == id : review(i)->id == id)
            return i;
    }
    return -1;
}

int ApprovalModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ApprovalModel::data(const QModelIndex &index, int role) const
{
    const Approval *a = approval(index.row());
    const AccessReview *r = review(index.row());
    if (!a && !r)
        return {};
    if (role == IdRole)
        return a ? a->id : r->id;
    if (role == StatusRole)
        return index.column() == IdvStatus && a ? m_chips.value(a->forId.str()) : QString();
    if (role == SecondaryRole)
        return (a && a->doing != Approval::Waiting) || index.column() == Kind || index.column() == Asked ||
               index.column() == Demands;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Kind:
        return a ? sayApprovalModel(QT_TRANSLATE_NOOP("ApprovalModel", "Access request"))
                 : sayApprovalModel(QT_TRANSLATE_NOOP("ApprovalModel", "Access review"));
    case What: {
        if (!a)
            return domain::labelText(sayApprovalModel(QT_TRANSLATE_NOOP("ApprovalModel", "%1, %2 decided"))
                                         .arg(r->name, domain::decidedCountText(*r)));
        return domain::labelText(
            a->doing == Approval::Waiting
                ? a->access
                : sayApprovalModel(QT_TRANSLATE_NOOP("ApprovalModel", "%1 (a decision is being applied)"))
                      .arg(a->access));
    }
    case For: return a ? shownName(a->forName) : reviewOwnerText(*r);
    case IdvStatus:
        if (a && a->isForMachine)
            return sayApprovalModel(QT_TRANSLATE_NOOP("ApprovalModel", "Machine identity"));
        return a && m_chips.contains(a->forId.str()) ? chipText(m_chips.value(a->forId.str())) : QStringLiteral("–");
    case Demands: return a ? demandText(domain::requirementFor(m_requirements, *a)) : QStringLiteral("–");
    case Asked: return a ? whenText(a->asked) : reviewDueText(*r);
    default: return {};
    }
}

QVariant ApprovalModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    static const char *const heads[] = {QT_TRANSLATE_NOOP("ApprovalModel", "Kind"),
        QT_TRANSLATE_NOOP("ApprovalModel", "What"), QT_TRANSLATE_NOOP("ApprovalModel", "For"),
        QT_TRANSLATE_NOOP("ApprovalModel", "IDV status"), QT_TRANSLATE_NOOP("ApprovalModel", "Asks for"),
        QT_TRANSLATE_NOOP("ApprovalModel", "Asked")};
    return sayApprovalModel(heads[section]);
}

} // namespace models
