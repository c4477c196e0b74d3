#pragma once
#include "domain/tenants/tenant.h"
#include "domain/verification/verification.h"
#include <array>

// When a rehearsal may begin, and what it has shown. Pure.
namespace domain {

/// The five steps of the guide, as a rehearsal walks them.
enum class RehearsalStep {
    Attributes, ///< the identity attributes for results exist and are mapped
    Client,     ///< the client signs in and may do what is needed
    Session,    ///< the provider starts a session for the test person
    Result,     ///< its answers and its callback are read, every field
    Stored,     ///< the result is written, and SailPoint shows it
};
constexpr int rehearsalStepCount = 5;
QString rehearsalStepKey(RehearsalStep s);
/// The step that a line of the readiness check belongs to; nothing for what says something of the population only.
std::optional<RehearsalStep> rehearsalStepOf(const QString &area);

/// A rehearsal starts a session and writes one result: in a sandbox or a laboratory only, for no recovery, and where
/// the tenant writes by itself only after a person has agreed to it. Usage with the field, or Conflict.
std::optional<core::Error> rehearsalFault(const Tenant &tenant, Reason reason, bool isWriteAgreed);
/// Does this tenant write a result as soon as it is there?
bool writesByItself(const Tenant &tenant);

/// A write-back that is planned, and nothing begins: the tenant was locked meanwhile, or a minute went by, as where the
/// log does not prove the session. `waited` in milliseconds.
bool isWriteStuck(const Session &session, const Tenant &tenant, qint64 waited);

enum class StepState {
    Proven,    ///< seen to work, and nothing of it is in doubt
    NotProven, ///< not looked at to its end
    Failed,    ///< seen not to work
};
enum class RehearsalVerdict {
    Proven,    ///< all five steps
    Differs,   ///< something does not work, or is read otherwise than the vendor sends it
    NotProven, ///< nothing is known to be wrong, and not everything was seen
};
QString rehearsalVerdictKey(RehearsalVerdict v); ///< "proven", "differs", "not-proven"
RehearsalVerdict verdictOf(const std::array<StepState, rehearsalStepCount> &steps, bool hasProposals);

} // namespace domain
