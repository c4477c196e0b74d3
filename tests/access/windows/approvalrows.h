#pragma once
#include "models/approvalmodel.h"

namespace support {

inline domain::Approval request(const char *id, const char *access, const char *who)
{
    domain::Approval a;
    a.id = QString::fromLatin1(id);
    a.access = QString::fromLatin1(access);
    a.forId = core::IdentityId(QStringLiteral("person of ") + a.id);
    a.forName = QString::fromLatin1(who);
    return a;
}

inline domain::AccessReview review(const char *id, const char *name)
{
    domain::AccessReview r;
    r.id = QString::fromLatin1(id);
    r.name = QString::fromLatin1(name);
    r.campaign = QStringLiteral("Spring");
    r.decided = 2;
    r.total = 5;
    return r;
}

/// Two requests, the first of somebody who is verified, and a review.
inline void fill(models::ApprovalModel &m)
{
    m.setApprovals({request("a1", "Database Admin", "Ana Ruiz"), request("a2", "Mailbox", "Bo Li")});
    m.setReviews({review("r1", "Team leads")});
    m.setStatuses({{QStringLiteral("person of a1"), QStringLiteral("verified")}});
}

} // namespace support
