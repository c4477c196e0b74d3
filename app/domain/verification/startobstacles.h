#pragma once
#include "core/result.h"
#include "domain/identities/identity.h"
#include "domain/recovery/recovery.h"
#include "domain/verification/policy.h"
#include "domain/verification/verification.h"

// What stands against the start of a verification, each asked for itself. Pure; sentences are translated.
namespace domain {

/// Of the tenant and its provider.
struct StartConditions
{
    bool isLocked = false;
    bool areSecretsMissing = false;
    bool canSend = true; ///< the wanted way of sending
    bool takesSeveralDocuments = true;
};

/// Why a verification cannot start for this person; empty when it can.
QString startObstacle(const Identity &person, const VerificationRequest &request, const StartConditions &conditions);
/// A request that is none, with its field: ticket, ial, documents.
std::optional<core::Error> requestFault(const VerificationRequest &request);
/// What the tenant's policy asks of the level and the ticket.
core::Status policyFault(const VerificationPolicy &policy, const VerificationRequest &request);
/// Does this start need a reason for its contact? An account recovery over a contact that changed in the last 14 days,
/// or whose age is not known; never where the link is only shown. `now` in UTC ms.
bool needsContactReason(const ContactHistory &history, const VerificationRequest &request, core::Instant now);
/// A contact that is new, or whose age is not known, needs a reason before an account is recovered over it. `now` in
/// UTC ms.
core::Status contactFault(const ContactHistory &history, const VerificationRequest &request, core::Instant now);

} // namespace domain
