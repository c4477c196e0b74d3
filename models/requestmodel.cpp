#include "models/requestmodel.h"
#include "domain/text/outputtext.h"
#include "models/roles.h"
#include <QCoreApplication>
#include <QDateTime>

namespace models {

using domain::CallbackVerdict;

static QString sayRequestModel(const char *text)
{
    return QCoreApplication::translate("RequestModel", text);
}

QString verdictWord(CallbackVerdict v)
{
    switch (v) {
    case CallbackVerdict::Stored: return sayRequestModel(QT_TRANSLATE_NOOP("RequestModel", "Accepted"));
    case CallbackVerdict::EventTaken: return sayRequestModel(QT_TRANSLATE_NOOP("RequestModel", "Event"));
    case CallbackVerdict::Duplicate: return sayRequestModel(QT_TRANSLATE_NOOP("RequestModel", "Duplicate"));
    case CallbackVerdict::Unmatched: return sayRequestModel(QT_TRANSLATE_NOOP("RequestModel", "Unmatched"));
    case CallbackVerdict::BadSignature: return sayRequestModel(QT_TRANSLATE_NOOP("RequestModel", "Bad signature"));
    case CallbackVerdict::Unauthorized: return sayRequestModel(QT_TRANSLATE_NOOP("RequestModel", "No sign-in"));
    case CallbackVerdict::TooOld: return sayRequestModel(QT_TRANSLATE_NOOP("RequestModel", "Too old"));
    case CallbackVerdict::Probe: return sayRequestModel(QT_TRANSLATE_NOOP("RequestModel", "Probe"));
    case CallbackVerdict::NoTls: return sayRequestModel(QT_TRANSLATE_NOOP("RequestModel", "No TLS"));
    case CallbackVerdict::TooMany:
    case CallbackVerdict::NoRoom:
    case CallbackVerdict::Busy: return sayRequestModel(QT_TRANSLATE_NOOP("RequestModel", "Not now"));
    case CallbackVerdict::Malformed:
    case CallbackVerdict::TooLarge:
    case CallbackVerdict::TooSlow:
    case CallbackVerdict::BadPath:
    case CallbackVerdict::BadMethod:
    case CallbackVerdict::BadType:
    case CallbackVerdict::BadBody:
    case CallbackVerdict::Gone:
    case CallbackVerdict::BadSchema:
    case CallbackVerdict::Doubled: return sayRequestModel(QT_TRANSLATE_NOOP("RequestModel", "Refused"));
    }
    return {};
}

QString verdictChip(CallbackVerdict v)
{
    switch (v) {
    case CallbackVerdict::EventTaken:
    case CallbackVerdict::Stored: return QStringLiteral("verified");
    case CallbackVerdict::Probe:
    case CallbackVerdict::Duplicate: return QStringLiteral("never");
    case CallbackVerdict::Unmatched: return QStringLiteral("review");
    case CallbackVerdict::TooMany:
    case CallbackVerdict::NoRoom:
    case CallbackVerdict::Busy: return QStringLiteral("due");
    default: return QStringLiteral("failed");
    }
}

void RequestModel::prepend(const QList<RequestRow> &newest)
{
    const qsizetype n = std::min<qsizetype>(newest.size(), mostRows);
    if (n == 0)
        return;
    if (n >= mostRows / 2) { // a flood: everything is new
        beginResetModel();
        for (qsizetype i = n; i-- > 0;)
            m_rows.push_front(newest.at(i));
        while (m_rows.size() > mostRows)
            m_rows.pop_back();
        endResetModel();
        return;
    }
    beginInsertRows({}, 0, int(n) - 1);
    for (qsizetype i = n; i-- > 0;)
        m_rows.push_front(newest.at(i));
    endInsertRows();
    if (m_rows.size() > mostRows) {
        beginRemoveRows({}, mostRows, int(m_rows.size()) - 1);
        m_rows.resize(mostRows);
        endRemoveRows();
    }
}

void RequestModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

QVariant RequestModel::data(const QModelIndex &index, int role) const
{
    const RequestRow *r = row(index.row());
    if (!r)
        return {};
    if (role == IdRole)
        return QString::number(r->number);
    if (role == StatusRole)
        return index.column() == Verdict ? verdictChip(r->verdict) : QString();
    if (role == SecondaryRole)
        return index.column() != What && index.column() != Verdict;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case Time: return QDateTime::fromMSecsSinceEpoch(r->at).toString(QStringLiteral("HH:mm:ss.zzz"));
    case Verdict: return verdictWord(r->verdict);
    case What:
        return r->trigger.isEmpty()
                   ? domain::callbackVerdictText(r->verdict)
                   : domain::labelText(r->trigger) + QStringLiteral(" · ") + domain::callbackVerdictText(r->verdict);
    case From: return r->peer;
    case Code: return QString::number(r->status);
    case Took:
        return r->microseconds < 10'000
                   ? sayRequestModel(QT_TRANSLATE_NOOP("RequestModel", "%1 ms"))
                         .arg(double(r->microseconds) / 1000, 0, 'f', 1)
                   : sayRequestModel(QT_TRANSLATE_NOOP("RequestModel", "%1 ms")).arg(r->microseconds / 1000);
    default: return {};
    }
}

QVariant RequestModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    static const char *const heads[] = {QT_TRANSLATE_NOOP("RequestModel", "Time"),
        QT_TRANSLATE_NOOP("RequestModel", "Verdict"), QT_TRANSLATE_NOOP("RequestModel", "What happened"),
        QT_TRANSLATE_NOOP("RequestModel", "From"), QT_TRANSLATE_NOOP("RequestModel", "Code"),
        QT_TRANSLATE_NOOP("RequestModel", "Took")};
    return sayRequestModel(heads[section]);
}

} // namespace models
