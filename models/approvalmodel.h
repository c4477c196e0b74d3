#pragma once
#include "domain/access/approval.h"
#include "domain/reverification/reverification.h"
#include <QAbstractTableModel>
#include <QHash>

namespace models {

/// What waits for the operator: access requests, then access reviews. Selection stays with its row by id.
class ApprovalModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Kind, What, For, IdvStatus, Demands, Asked, ColumnCount };
    enum Show { All, Requests, Reviews, NotVerified };
    explicit ApprovalModel(QObject *parent = nullptr);

    void setApprovals(const QList<domain::Approval> &approvals);
    void setReviews(const QList<domain::AccessReview> &reviews);
    /// Chip keys of people, by identity id; whoever is missing has "–".
    void setStatuses(const QHash<QString, QString> &chips);
    /// What the console's table asks for each access.
    void setRequirements(const domain::AccessRequirements &requirements);
    QString status(const QString &identity) const { return m_chips.value(identity); }
    void setFilter(Show show, const QString &text);
    qint64 count(Show show) const;
    /// nullptr where the row is the other kind.
    const domain::Approval *approval(int row) const;
    const domain::AccessReview *review(int row) const;
    int rowOf(const QString &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void rebuild();
    bool isNotVerified(const domain::Approval &a) const;
    QList<domain::Approval> m_approvals;
    QList<domain::AccessReview> m_reviews;
    QHash<QString, QString> m_chips;
    domain::AccessRequirements m_requirements;
    Show m_show = All;
    QString m_text;
    QList<int> m_rows; ///< of m_approvals; behind them -1 - index of m_reviews
};

} // namespace models
