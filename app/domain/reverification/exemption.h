#pragma once
#include "core/clock.h"
#include "core/ids.h"
#include <QDate>
#include <QString>

namespace domain {

/// Somebody who is not renewed for a while. Their status stays what it is; campaigns leave them out.
struct Exemption
{
    core::IdentityId identity;
    QString reason;
    QString approver;     ///< who allowed it: SailPoint's name, or what `operatorName` typed where nobody signed in
    QString operatorName; ///< who entered it
    core::Instant since = 0;
    core::Instant until = 0; ///< at most a year after `since`
    QString approverId = {}; ///< SailPoint identity of whoever signed in for it; empty: nobody did, the name was typed
};
constexpr core::Instant longestExemption = 366 * core::dayMs;
/// Who allowed it and what that rests on; a typed name is no approval.
QString allowedBy(const Exemption &exemption);
/// Through the whole of `day`, by the local calendar.
core::Instant exemptionEnd(const QDate &day);

} // namespace domain
