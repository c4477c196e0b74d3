#pragma once
#include "core/clock.h"
#include "domain/callbacks/callback.h"
#include <QAbstractTableModel>
#include <deque>

namespace models {

/// One line of the inspector's list.
struct RequestRow
{
    quint64 number = 0;
    core::Instant at = 0;
    domain::CallbackVerdict verdict = domain::CallbackVerdict::BadPath;
    int status = 0;
    qint64 microseconds = 0;
    QString peer;
    QString trigger{}; ///< of an event of SailPoint
};

/// Requests, newest first. What came since is put on top, what is too old goes at the end: selection and scroll stay.
class RequestModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Time, Verdict, What, From, Code, Took, ColumnCount };
    explicit RequestModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}
    static constexpr int mostRows = 10'000;
    /// `newest` first; numbers above those that are there.
    void prepend(const QList<RequestRow> &newest);
    void clear();
    const RequestRow *row(int i) const { return i >= 0 && i < int(m_rows.size()) ? &m_rows.at(size_t(i)) : nullptr; }
    quint64 newest() const { return m_rows.empty() ? 0 : m_rows.front().number; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::deque<RequestRow> m_rows;
};

/// One or two words: "Accepted", "Bad signature".
QString verdictWord(domain::CallbackVerdict v);
QString verdictChip(domain::CallbackVerdict v);

} // namespace models
