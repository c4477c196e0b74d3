#pragma once
#include <optional>

namespace domain {

/// How a question about a session that cannot exist was answered.
struct KeyAnswer
{
    int status = 0;      ///< of HTTP
    bool isJson = false; ///< the body is a JSON object
    bool isPage = false; ///< the body is HTML
};

enum class KeyProof {
    Accepted,    ///< 404 or 2xx with the tenant's key, 401 or 403 with a made-up one
    Refused,     ///< 401 or 403 with the tenant's key
    NotProven,   ///< both are answered alike: the answer does not depend on the key
    NotCompared, ///< the made-up key was not sent, or its answer says nothing about keys
    Elsewhere,   ///< a redirect
    Page,        ///< HTML: a website answers, not the API
    NotJson,     ///< the key makes a difference, but the answer is no JSON object
    Other,       ///< anything else: the answer's own error says it
};

/// True when only a comparison with a made-up key tells whether the key was looked at.
bool needsComparison(const KeyAnswer &withKey);
/// What the two answers prove about the key; `withMadeUp` is absent when that question got no answer.
KeyProof keyProof(const KeyAnswer &withKey, const std::optional<KeyAnswer> &withMadeUp);

} // namespace domain
