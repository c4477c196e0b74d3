#pragma once
#include "domain/text/vendorword.h"

// Words of access requests and reviews. Each has one pair of functions between the vendor's word and the kind; a word
// that is written otherwise, in letter case too, is no kind.
namespace domain {

enum class AccessType { Role, AccessProfile, Entitlement };
std::optional<AccessType> accessTypeFromKey(const QString &key);

enum class RequestType { Grant, Revoke, Modify };
QString requestTypeKey(RequestType t); ///< "GRANT_ACCESS", "REVOKE_ACCESS", "MODIFY_ACCESS"
std::optional<RequestType> requestTypeFromKey(const QString &key);

/// What happens to one of several things that are asked for together, in IdentityIQ.
enum class LineChange { Add, Remove };
QString lineChangeKey(LineChange c); ///< "Add", "Remove"
std::optional<LineChange> lineChangeFromKey(const QString &key);

enum class ReviewPhase { Staged, Active, Signed };
QString reviewPhaseKey(ReviewPhase p); ///< "STAGED", "ACTIVE", "SIGNED"
std::optional<ReviewPhase> reviewPhaseFromKey(const QString &key);

/// How a request ended.
enum class Decision { Approved, Denied };
QString decisionKey(Decision d); ///< "APPROVED", "REJECTED"
std::optional<Decision> decisionFromKey(const QString &key);

} // namespace domain
