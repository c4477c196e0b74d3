#pragma once
#include "domain/verification/sessionwatch.h"
#include "domain/verification/verification.h"
#include <QAbstractTableModel>
#include <QHash>

namespace models {

/// Sessions, newest first. A changed list is patched by id: selection and scroll stay.
class SessionModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Status, Person, Reason, Ial, SentBy, Started, Time, StartedBy, ColumnCount };
    explicit SessionModel(QObject *parent = nullptr);

    void setSessions(const QList<domain::Session> &sessions, core::Instant now);
    /// Rewrites the countdowns.
    void setNow(core::Instant now);
    /// By session: where it is not checked, its row says so instead of a countdown.
    void setWatches(const QHash<QString, domain::Watch> &watches);
    const domain::Session *session(int row) const;
    int rowOf(const core::SessionId &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString timeText(const domain::Session &s) const;
    QList<domain::Session> m_sessions;
    QHash<QString, domain::Watch> m_watches;
    core::Instant m_now = 0;
};

QString sessionChip(domain::SessionState state);
QString sessionStateText(domain::SessionState state);
QString reasonText(domain::Reason reason);
QString deliveryText(domain::Delivery delivery);
QString documentText(const QString &type);
/// "4 min 26 s".
QString durationText(core::Instant ms);
/// "13:18".
QString countdownText(core::Instant ms);

} // namespace models
