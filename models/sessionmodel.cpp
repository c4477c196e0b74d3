#include "models/sessionmodel.h"
#include "domain/text/outputtext.h"
#include "domain/verification/resultevaluation.h"
#include "models/masking.h"
#include "models/peopletext.h"
#include "models/roles.h"
#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <algorithm>

namespace models {

using domain::SessionState;

static QString saySessionModel(const char *text)
{
    return QCoreApplication::translate("SessionModel", text);
}

QString sessionChip(SessionState s)
{
    switch (s) {
    case SessionState::Verified: return QStringLiteral("verified");
    case SessionState::Failed:
    case SessionState::Declined:
    case SessionState::Abandoned:
    case SessionState::LaunchFailed: return QStringLiteral("failed");
    case SessionState::NeedsReview: return QStringLiteral("review");
    case SessionState::LaunchUnknown: return QStringLiteral("due");
    case SessionState::Expired: return QStringLiteral("expired");
    case SessionState::Cancelled: return QStringLiteral("cancelled");
    default: return QStringLiteral("pending");
    }
}

QString sessionStateText(SessionState s)
{
    switch (s) {
    case SessionState::Launching: return saySessionModel(QT_TRANSLATE_NOOP("SessionModel", "Starting"));
    case SessionState::LaunchUnknown: return saySessionModel(QT_TRANSLATE_NOOP("SessionModel", "Start unknown"));
    case SessionState::LaunchFailed: return saySessionModel(QT_TRANSLATE_NOOP("SessionModel", "Not started"));
    case SessionState::Provisional: return saySessionModel(QT_TRANSLATE_NOOP("SessionModel", "Checking"));
    case SessionState::Declined: return saySessionModel(QT_TRANSLATE_NOOP("SessionModel", "Declined"));
    case SessionState::Abandoned: return saySessionModel(QT_TRANSLATE_NOOP("SessionModel", "Abandoned"));
    default: return chipText(sessionChip(s));
    }
}

QString reasonText(domain::Reason r)
{
    switch (r) {
    case domain::Reason::AccountRecovery: return saySessionModel(QT_TRANSLATE_NOOP("SessionModel", "Account recovery"));
    case domain::Reason::Onboarding: return saySessionModel(QT_TRANSLATE_NOOP("SessionModel", "Onboarding"));
    case domain::Reason::PrivilegedAccess:
        return saySessionModel(QT_TRANSLATE_NOOP("SessionModel", "Privileged access"));
    case domain::Reason::Periodic:
        return saySessionModel(QT_TRANSLATE_NOOP("SessionModel", "Periodic re-verification"));
    case domain::Reason::NonEmployee: return saySessionModel(QT_TRANSLATE_NOOP("SessionModel", "Non-employee"));
    }
    return {};
}

QString deliveryText(domain::Delivery d)
{
    switch (d) {
    case domain::Delivery::Sms: return saySessionModel(QT_TRANSLATE_NOOP("SessionModel", "Text"));
    case domain::Delivery::Email: return saySessionModel(QT_TRANSLATE_NOOP("SessionModel", "E-mail"));
    case domain::Delivery::Link: break;
    }
    return saySessionModel(QT_TRANSLATE_NOOP("SessionModel", "QR code"));
}

QString documentText(const QString &type)
{
    if (type == QLatin1String("passport"))
        return saySessionModel(QT_TRANSLATE_NOOP("SessionModel", "Passport"));
    if (type == QLatin1String("drivers_license"))
        return saySessionModel(QT_TRANSLATE_NOOP("SessionModel", "Driver’s licence"));
    if (type == QLatin1String("national_id"))
        return saySessionModel(QT_TRANSLATE_NOOP("SessionModel", "National ID"));
    return type;
}

QString durationText(core::Instant ms)
{
    const qint64 s = std::max<qint64>(0, ms / 1000);
    if (s >= 3600)
        return saySessionModel(QT_TRANSLATE_NOOP("SessionModel", "%1 h %2 min")).arg(s / 3600).arg(s / 60 % 60);
    if (s >= 60)
        return saySessionModel(QT_TRANSLATE_NOOP("SessionModel", "%1 min %2 s")).arg(s / 60).arg(s % 60);
    return saySessionModel(QT_TRANSLATE_NOOP("SessionModel", "%1 s")).arg(s);
}

QString countdownText(core::Instant ms)
{
    const qint64 s = std::max<qint64>(0, (ms + 999) / 1000);
    if (s >= 3600)
        return saySessionModel(QT_TRANSLATE_NOOP("SessionModel", "%1 h")).arg(s / 3600);
    return QStringLiteral("%1:%2").arg(s / 60).arg(s % 60, 2, 10, QLatin1Char('0'));
}

SessionModel::SessionModel(QObject *parent) : QAbstractTableModel(parent) {}

void SessionModel::setSessions(const QList<domain::Session> &sessions, core::Instant now)
{
    m_now = now;
    QStringList before, after;
    for (const auto &s : std::as_const(m_sessions))
        before << s.id.str();
    for (const auto &s : sessions)
        after << s.id.str();
    if (before == after) {
        m_sessions = sessions;
        if (!m_sessions.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(int(m_sessions.size()) - 1, ColumnCount - 1));
        return;
    }
    if (after.size() > before.size() && after.mid(after.size() - before.size()) == before) {
        beginInsertRows({}, 0, int(after.size() - before.size()) - 1);
        m_sessions = sessions;
        endInsertRows();
        Q_EMIT dataChanged(index(0, 0), index(int(m_sessions.size()) - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_sessions = sessions;
    endResetModel();
}

void SessionModel::setNow(core::Instant now)
{
    m_now = now;
    if (!m_sessions.isEmpty())
        Q_EMIT dataChanged(index(0, Time), index(int(m_sessions.size()) - 1, Time));
}

void SessionModel::setWatches(const QHash<QString, domain::Watch> &watches)
{
    if (watches == m_watches)
        return;
    m_watches = watches;
    if (!m_sessions.isEmpty())
        Q_EMIT dataChanged(index(0, Time), index(int(m_sessions.size()) - 1, Time));
}

const domain::Session *SessionModel::session(int row) const
{
    return row >= 0 && row < m_sessions.size() ? &m_sessions.at(row) : nullptr;
}

int SessionModel::rowOf(const core::SessionId &id) const
{
    for (int i = 0; i < m_sessions.size(); ++i) {
        if (m_sessions.at(i).id == id)
            return i;
    }
    return -1;
}

QString SessionModel::timeText(const domain::Session &s) const
{
    const domain::Watch watch = m_watches.value(s.id.str());
    if (domain::isOpen(s.state) && watch.state == domain::WatchState::NotChecked)
        return domain::notCheckedText(watch, m_now);
    if (domain::isOpen(s.state))
        return saySessionModel(QT_TRANSLATE_NOOP("SessionModel", "%1 left")).arg(countdownText(s.expiresAt - m_now));
    if (s.state == SessionState::Verified && s.completedAt)
        return durationText(*s.completedAt - s.createdAt);
    if (s.state != SessionState::NeedsReview && !s.closingReason.isEmpty())
        return s.closingReason;
    return s.closedAt ? durationText(*s.closedAt - s.createdAt) : QStringLiteral("–");
}

int SessionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_sessions.size());
}
int SessionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SessionModel::data(const QModelIndex &index, int role) const
{
    const domain::Session *s = session(index.row());
    if (!s)
        return {};
    if (role == IdRole)
        return s->id.str();
    if (role == StatusRole)
        return index.column() == Status ? QVariant(sessionChip(s->state)) : QVariant();
    if (role == SecondaryRole)
        return index.column() != Person;
    if (role == Qt::TextAlignmentRole)
        return index.column() == Ial ? QVariant(Qt::AlignCenter) : QVariant(int(Qt::AlignLeft | Qt::AlignVCenter));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    if (index.column() == Time && role != Qt::DisplayRole) {
        const QString why =
            domain::notCheckedReason(domain::isOpen(s->state) ? m_watches.value(s->id.str()) : domain::Watch());
        return why.isEmpty() ? timeText(*s) : domain::labelText(timeText(*s) + QStringLiteral(". ") + why);
    }
    switch (index.column()) {
    case Status: return sessionStateText(s->state);
    case Person:
        return s->personName.isEmpty() ? saySessionModel(QT_TRANSLATE_NOOP("SessionModel", "(removed)"))
                                       : shownName(s->personName);
    case Reason: return reasonText(s->request.reason);
    case Ial: return s->ial ? QString::number(*s->ial) : QString::number(s->request.requiredIal);
    case SentBy: return deliveryText(s->request.delivery);
    case Started: {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(s->createdAt);
        const bool isToday = at.date() == QDateTime::fromMSecsSinceEpoch(m_now).date();
        return isToday ? at.toString(QStringLiteral("HH:mm")) : dateText(s->createdAt);
    }
    case Time: return timeText(*s);
    case StartedBy: return domain::labelText(s->operatorName);
    default: return {};
    }
}

QVariant SessionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Status: return saySessionModel(QT_TRANSLATE_NOOP("SessionModel", "Status"));
    case Person: return saySessionModel(QT_TRANSLATE_NOOP("SessionModel", "Person"));
    case Reason: return saySessionModel(QT_TRANSLATE_NOOP("SessionModel", "Reason"));
    case Ial: return saySessionModel(QT_TRANSLATE_NOOP("SessionModel", "IAL"));
    case SentBy: return saySessionModel(QT_TRANSLATE_NOOP("SessionModel", "Sent by"));
    case Started: return saySessionModel(QT_TRANSLATE_NOOP("SessionModel", "Started"));
    case Time: return saySessionModel(QT_TRANSLATE_NOOP("SessionModel", "Time"));
    case StartedBy: return saySessionModel(QT_TRANSLATE_NOOP("SessionModel", "Started by"));
    default: return {};
    }
}

} // namespace models
