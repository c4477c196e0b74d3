#include "services/reverification/openlinks.h"
#include "core/logfailure.h"
#include "services/reverification/campaignrecords.h"
#include "services/tenants/context.h"
#include "services/tenants/internal/stores.h"
#include "services/verification/sessioncontrol.h"
#include <QCoreApplication>

namespace services {

using core::Result;
using domain::SessionState;

OpenLinks::OpenLinks(Context &context, CampaignRecords &records, SessionControl &control)
    : m_context(context), m_records(records), m_control(control)
{
}

core::Async<int> OpenLinks::cancelAll(const QString &campaign)
{
    m_cancelling.insert(campaign);
    domain::SessionFilter f;
    f.tenant = m_records.tenant();
    f.campaign = campaign;
    f.states = {SessionState::LaunchUnknown, SessionState::Pending, SessionState::Provisional};
    f.limit = 1'000'000;
    return core::andThen<QList<domain::Session>>(
        m_context.ledger->sessions().list(f), this, [this](const QList<domain::Session> &open) {
            QList<core::SessionId> ids;
            for (const auto &s : open)
                ids << s.id;
            return cancel(ids);
        });
}

void OpenLinks::noteLaunched(const QString &campaign, const core::SessionId &session)
{
    if (m_cancelling.contains(campaign)) // it was on its way when the campaign was stopped
        core::logFailure(cancel({session}), this, lcService, "A link of a stopped campaign could not be cancelled.");
}

core::Async<int> OpenLinks::cancel(const QList<core::SessionId> &open)
{
    struct Walk
    {
        QList<core::SessionId> open;
        core::Deferred<int> out;
        int at = 0;
        int cancelled = 0;
        std::function<void()> step;
    };
    auto walk = std::make_shared<Walk>();
    walk->open = open;
    walk->step = [this, weak = std::weak_ptr(walk)] {
        const auto w = weak.lock();
        if (!w || w->at == w->open.size())
            return w ? w->out.resolve(w->cancelled) : void();
        const QString why = QCoreApplication::translate("Campaigns", "The campaign was stopped.");
        core::whenDone<domain::Session>(
            m_control.stop(w->open.at(w->at++), why), this, [w](const Result<domain::Session> &s) {
                w->cancelled += s ? 1 : 0;
                w->step();
            });
    };
    walk->step();
    return walk->out.future();
}

} // namespace services
