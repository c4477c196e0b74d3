#pragma once
#include "domain/tenants/tenant.h"
#include "domain/verification/verification.h"

namespace domain {

/// Where the writing of a result to SailPoint stands; a word in the ledger and in JSON.
enum class WriteBackState {
    NotNeeded, ///< nothing to write for this outcome
    Waiting,   ///< strategy none: SailPoint or the provider writes; reading back
    Planned,   ///< plan is durable; waits for the operator or for its turn
    Asked,     ///< SailPoint accepted the change; not seen in the identity yet
    Unknown,   ///< no answer: reading back before anything is sent again
    Written,   ///< the identity shows our session id
    NotStored, ///< not seen within 15 minutes
    Failed,    ///< refused
};
QString writeBackKey(WriteBackState s);
WriteBackState writeBackFromKey(const QString &key);

struct AttributeWrite
{
    Field field;
    QString attribute; ///< the tenant's technical name
    QString value;     ///< as text, the form SailPoint keeps
    friend bool operator==(const AttributeWrite &, const AttributeWrite &) = default;
};

struct WriteBackPlan
{
    WriteBackStrategy strategy = WriteBackStrategy::None;
    QList<AttributeWrite> writes; ///< one logical change; empty: nothing to write
    bool isEmpty() const { return writes.isEmpty(); }
};

/// The outcome table: verified writes all seven; failed writes idvStatus and idvSessionId and, by the tenant's policy,
/// idvVerified=false, never the date; pending only if the policy says so; every other state writes nothing.
/// idvVerifiedDate is the provider's completed_at. Fields without a value are left out.
WriteBackPlan planFor(const Session &session, const Tenant &tenant);

/// The write-back that a session in this state starts with.
WriteBackState initialWriteBack(const WriteBackPlan &plan, const Tenant &tenant);
bool isFinal(WriteBackState s);
/// SailPoint does not show it, and nothing is on its way: it may be tried again.
bool isMissing(WriteBackState s);
/// May a planned change leave? Not while the tenant is locked, and only after a person's yes where it asks for one.
bool mayWrite(const Tenant &tenant, bool isConfirmed);
/// Is somebody who waits for this session to wait on? For its result, and for a write-back of ours; not for what
/// SailPoint or the operator does later.
bool isWaitedFor(const Session &session, const Tenant &tenant);

} // namespace domain
