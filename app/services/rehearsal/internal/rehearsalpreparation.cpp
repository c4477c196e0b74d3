#include "services/rehearsal/internal/rehearsalpreparation.h"
#include "services/identities/identitydirectory.h"
#include "services/readiness/readiness.h"
#include "services/rehearsal/internal/rehearsalrecord.h"
#include "services/tenantsession/tenantsession.h"
#include <utility>

namespace services {

using core::Async;
using core::Result;
using domain::Identity;
using Step = domain::RehearsalStep;

RehearsalPreparation::RehearsalPreparation(TenantSession &session, RehearsalRecord &record)
    : m_session(session), m_record(record)
{
}

RehearsalPreparation::~RehearsalPreparation() = default;

Async<Identity> RehearsalPreparation::run(const core::IdentityId &person)
{
    return core::andThen<QList<ReadinessLine>>(
        m_session.readiness().run(), this, [this, person](const QList<ReadinessLine> &lines) -> Async<Identity> {
            takeReadiness(lines);
            if (m_record.report.stateOf(Step::Client) != domain::StepState::Failed)
                return readPerson(person);
            const QString why = sayRehearsal(
                QT_TRANSLATE_NOOP("Rehearsal", "No session was started: the vendors have to answer first."));
            m_record.add(Step::Session, TestLevel::NotProven, why);
            return core::ready<Identity>(core::makeError(core::ErrorCode::Conflict, why));
        });
}

void RehearsalPreparation::takeReadiness(const QList<ReadinessLine> &lines)
{
    for (const ReadinessLine &l : lines) {
        // Later steps are seen themselves: of them only what stands in the way is said beforehand.
        const auto step = domain::rehearsalStepOf(l.area);
        const bool isLater = step && (*step == Step::Result || *step == Step::Stored);
        if (l.level == TestLevel::NotProven && l.vendor == domain::Vendor::Provider) {
            m_key = RehearsalLine{Step::Client, l.level, l.text, l.fact, l.advice}; // a start proves it
            continue;
        }
        if (step && (!isLater || l.level != TestLevel::Pass))
            m_record.add(*step, l.level, l.text, l.fact, l.advice);
    }
}

// What a probe could not prove: with a key that is refused no session is started.
void RehearsalPreparation::sayKey(bool isStarted)
{
    const auto key = std::exchange(m_key, std::nullopt);
    if (key && isStarted)
        m_record.add(Step::Client, TestLevel::Pass,
            sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "The provider started a session with this API key")), {});
    else if (key)
        m_record.add(key->step, key->level, key->text, key->fact, key->advice);
}

Async<Identity> RehearsalPreparation::readPerson(const core::IdentityId &person)
{
    core::Deferred<Identity> out;
    core::whenDone<Identity>(m_session.directory().refresh(person), this, [this, out](const Result<Identity> &p) {
        if (!p)
            m_record.addError(Step::Session, p.error(), sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "The test person")),
                domain::Vendor::SailPoint);
        out.resolve(p);
    });
    return out.future();
}

} // namespace services
