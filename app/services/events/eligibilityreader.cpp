#include "services/events/eligibilityreader.h"
#include "services/events/proposalsteps.h"
#include "services/identities/identitydirectory.h"
#include "services/reverification/reverification.h"
#include "services/tenantsession/tenantsession.h"
#include <QCoreApplication>

namespace services {

using core::Async;
using core::Result;
using domain::Eligibility;
using domain::TriggerEvent;

EligibilityReader::EligibilityReader(TenantSession &tenantSession, Context &context, QObject *parent)
    : QObject(parent), m_tenantSession(tenantSession), m_context(context)
{
}

Async<Eligibilities> EligibilityReader::eligibilities(const TriggerEvent &e, int requiredIal)
{
    core::Deferred<Eligibilities> out;
    auto found = std::make_shared<Eligibilities>();
    if (e.people.isEmpty())
        out.resolve(Eligibilities());
    for (const auto &p : e.people) {
        core::whenDone<domain::Identity>(m_tenantSession.directory().refresh(p.id), this,
            [this, out, found, id = p.id.str(), requiredIal, all = e.people.size()](
                const Result<domain::Identity> &person) {
                const bool isKnown = person && m_tenantSession.reverification()
                                                   .problem()
                                                   .isEmpty(); // else nobody knows how long a verification lasts
                const Eligibility none{false, sayProposals(QT_TRANSLATE_NOOP("Proposals",
                                                  "it could not be read whether the identity is verified"))};
                found->insert(id, isKnown ? domain::eligibilityOf(*person, requiredIal, m_context.clock->now()) : none);
                if (found->size() == all)
                    out.resolve(*found);
            });
    }
    return out.future();
}

} // namespace services
