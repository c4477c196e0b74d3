#pragma once
#include "core/async.h"
#include "core/ids.h"
#include <QObject>
#include <QSet>

namespace services {

struct Context;
class CampaignRecords;
class SessionControl;

/// Open verifications of campaigns that were stopped: cancelled one after the other. Thread: the GUI's or main.
class OpenLinks : public QObject
{
    Q_OBJECT
public:
    OpenLinks(Context &context, CampaignRecords &records, SessionControl &control);

    /// How many were cancelled; one that cannot be does not keep the others from it. Also those whose start is on its
    /// way at the moment, see noteLaunched().
    core::Async<int> cancelAll(const QString &campaign);
    /// A session has come of a start: it is cancelled where cancelAll() was asked for before.
    void noteLaunched(const QString &campaign, const core::SessionId &session);

private:
    core::Async<int> cancel(const QList<core::SessionId> &open);
    Context &m_context;
    CampaignRecords &m_records;
    SessionControl &m_control;
    QSet<QString> m_cancelling; ///< campaigns
};

} // namespace services
