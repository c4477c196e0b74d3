#pragma once
#include "core/async.h"
#include "domain/identities/identity.h"
#include "services/rehearsal/rehearsalreport.h"
#include <QObject>

namespace services {

class RehearsalRecord;
class TenantSession;

/// The part of a rehearsal that reads only: is the tenant ready, and who is the test person? Thread: the rehearsal's.
class RehearsalPreparation : public QObject
{
    Q_OBJECT
public:
    /// Both live longer.
    RehearsalPreparation(TenantSession &session, RehearsalRecord &record);
    ~RehearsalPreparation() override;
    /// The test person, as SailPoint has them now. An error where nothing may be started; why, the record says.
    core::Async<domain::Identity> run(const core::IdentityId &person);
    /// Each line to the step that it belongs to; of later steps, which are seen themselves, only what is in the way.
    void takeReadiness(const QList<ReadinessLine> &lines);
    /// That the provider's key was not proven by reading: by a start it is. Said once.
    void sayKey(bool isStarted);

private:
    core::Async<domain::Identity> readPerson(const core::IdentityId &person);

    TenantSession &m_session;
    RehearsalRecord &m_record;
    std::optional<RehearsalLine> m_key;
};

} // namespace services
