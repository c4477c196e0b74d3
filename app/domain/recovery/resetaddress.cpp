#include "domain/recovery/resetaddress.h"

namespace domain {

QString addressOf(const Identity &p, ResetVia via)
{
    return isPersonal(via) ? p.personalEmail : p.email;
}

bool needsContactReason(const ContactHistory &h, ResetVia via, core::Instant now)
{
    return contactAge(h, channelOf(via), now) != ContactAge::Unchanged;
}

ResetAddressFault resetAddressFault(
    const Identity &p, const ContactHistory &h, const ResetAddress &wanted, core::Instant now)
{
    const QString held = addressOf(p, wanted.via);
    if (held.isEmpty())
        return ResetAddressFault::NoAddress;
    if (!wanted.expected.isEmpty() && wanted.expected != held)
        return ResetAddressFault::Changed;
    if (needsContactReason(h, wanted.via, now) && wanted.reason.trimmed().isEmpty())
        return ResetAddressFault::ReasonMissing;
    return ResetAddressFault::None;
}

} // namespace domain
