#pragma once
#include "core/result.h"
#include "core/secret.h"

namespace domain {

/// Where a typed secret goes. Key: into a header as it is (an API key, a bearer token): plain ASCII without blanks.
/// Text: encoded before it is sent, or compared here (a client secret, a password, a user name): no control characters.
enum class SecretUse { Key, Text };

/// The one way in for a secret that a person typed, pasted or piped: outer white space, line ends, byte order marks and
/// other invisible marks are cut off, the rest is checked. Null when nothing is left. Usage names `field` and never the
/// value.
core::Result<core::SecretPtr> takenSecret(const QString &field, const QString &text, SecretUse use);

} // namespace domain
