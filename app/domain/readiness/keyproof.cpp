#include "domain/readiness/keyproof.h"

namespace domain {

static bool isRefusal(int status)
{
    return status == 401 || status == 403;
}
static bool isAsIfAllowed(int status)
{
    return status == 404 || (status >= 200 && status <= 299);
}

bool needsComparison(const KeyAnswer &withKey)
{
    return isAsIfAllowed(withKey.status) && !withKey.isPage;
}

KeyProof keyProof(const KeyAnswer &withKey, const std::optional<KeyAnswer> &withMadeUp)
{
    if (isRefusal(withKey.status))
        return KeyProof::Refused;
    if (withKey.status >= 300 && withKey.status <= 399)
        return KeyProof::Elsewhere;
    if (!isAsIfAllowed(withKey.status))
        return KeyProof::Other;
    if (withKey.isPage)
        return KeyProof::Page;
    if (!withMadeUp)
        return KeyProof::NotCompared;
    if (isRefusal(withMadeUp->status))
        return withKey.isJson ? KeyProof::Accepted : KeyProof::NotJson;
    return isAsIfAllowed(withMadeUp->status) ? KeyProof::NotProven : KeyProof::NotCompared;
}

} // namespace domain
