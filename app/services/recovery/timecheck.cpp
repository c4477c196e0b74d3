#include "services/recovery/timecheck.h"
#include "services/identities/internal/peoplesource.h"
#include "services/recovery/recoverytext.h"
#include "services/tenants/context.h"
#include "services/tenants/internal/tenantconnections.h"

namespace services {

using core::Async;
using core::Unit;
using domain::TimeDoubt;

QString timeSentence(TimeDoubt doubt)
{
    switch (doubt) {
    case TimeDoubt::None: break;
    case TimeDoubt::NoVendorTime:
        return sayRecovery(
            QT_TRANSLATE_NOOP("Recovery", "SailPoint did not say what time it is, and this computer's clock alone does "
                                          "not count. Try again when it can be reached."));
    case TimeDoubt::ClocksDiffer:
        return sayRecovery(QT_TRANSLATE_NOOP("Recovery", "This computer's clock differs from the vendor's by more than "
                                                         "five minutes. Set the clock right, then try again."));
    case TimeDoubt::LogAhead:
        return sayRecovery(
            QT_TRANSLATE_NOOP("Recovery", "The audit log has entries that lie ahead of now: a clock was wrong. A "
                                          "second person accepts the present time with idvctl audit accept-clock."));
    }
    return {};
}

static Async<Unit> decided(TenantConnections &connections, Context &context, QObject *receiver)
{
    return core::mapped<Unit, core::Instant>(
        context.ledger->audit().lastEntryAt(), receiver, [&connections, &context](core::Instant last) -> core::Status {
            const auto doubt = domain::timeDoubt(context.clock->now(), connections.vendorTime(), last);
            return doubt == TimeDoubt::None
                       ? core::ok()
                       : core::Status(core::makeError(core::ErrorCode::Conflict, timeSentence(doubt)));
        });
}

Async<Unit> requireTime(TenantConnections &connections, Context &context, QObject *receiver)
{
    const auto seen = domain::timeDoubt(context.clock->now(), connections.vendorTime(), 0);
    if (seen == TimeDoubt::None)
        return decided(connections, context, receiver);
    // A time that was seen a while ago proves nothing against the clock: a computer that slept counted nothing
    // meanwhile.
    core::Deferred<Unit> asked;
    core::whenDone<Unit>(PeopleSource(connections).ping(), receiver,
        [asked](const core::Status &) { asked.resolve(core::ok()); }); // any answer says the time
    return core::andThen<Unit>(asked.future(), receiver,
        [&connections, &context, receiver](Unit) { return decided(connections, context, receiver); });
}

} // namespace services
