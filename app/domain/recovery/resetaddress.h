#pragma once
#include "domain/recovery/recovery.h"

// To which address the password-reset mail may go.
namespace domain {

struct ResetAddress
{
    ResetVia via = ResetVia::WorkEmail;
    QString expected; ///< what the operator saw and confirmed; empty: nothing was compared
    QString reason;   ///< why a contact that changed lately, or whose age is not known, is used all the same
};
enum class ResetAddressFault {
    None,
    NoAddress,     ///< the directory holds none for this way
    Changed,       ///< the directory holds another than the operator saw
    ReasonMissing, ///< see needsContactReason()
};
/// Where the mail goes for this way; empty: nothing on file.
QString addressOf(const Identity &person, ResetVia via);
/// The contact changed in the last 14 days, or its age is not known: its use needs a reason. UTC ms.
bool needsContactReason(const ContactHistory &history, ResetVia via, core::Instant now);
ResetAddressFault resetAddressFault(
    const Identity &person, const ContactHistory &history, const ResetAddress &wanted, core::Instant now);

} // namespace domain
