#pragma once
#include "core/async.h"
#include "services/reverification/campaignrecords.h"
#include <QObject>

namespace services {

struct Context;
struct TenantConnections;
class CampaignRunner;
class OpenLinks;
class Reverification;

/// What a person does to a campaign: start, pause, continue, stop, another pace. Errors: Usage with the field, Conflict
/// when its state, the clock, the settings or another process stands in the way, Storage. Thread: the GUI's or main.
class CampaignControl : public QObject
{
    Q_OBJECT
public:
    /// What it acts on; all of it outlives the control.
    struct Parts
    {
        CampaignRecords &records;
        CampaignRunner &runner;
        OpenLinks &links;
        Reverification &reverification;
    };
    CampaignControl(TenantConnections &connections, Context &context, Parts parts);

    /// `people` is the number that the person confirmed: it has to be the dry run's.
    core::Async<domain::Campaign> start(const QString &id, qint64 people);
    core::Async<domain::Campaign> pause(const QString &id);
    core::Async<domain::Campaign> resume(const QString &id);
    /// With `cancelOpen` its open sessions are cancelled too, one after the other; how many were. Can be asked again.
    core::Async<int> stop(const QString &id, bool cancelOpen);
    core::Async<domain::Campaign> setPace(const QString &id, int perMinute);

private:
    using Step = CampaignRecords::Step;
    core::Async<domain::Campaign> begin(const QString &id, const char *word, Step step);
    core::Async<core::Unit> settingsFit(const QString &id);
    core::Async<bool> takeLease();
    core::Async<domain::Campaign> release(const QString &id, const char *word, Step step);

    TenantConnections &m_connections;
    Context &m_context;
    Parts m_parts;
};

} // namespace services
