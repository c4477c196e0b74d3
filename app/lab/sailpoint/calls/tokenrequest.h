#pragma once
#include "httpd/message.h"
#include <QString>
#include <optional>

namespace lab {

/// What a client asks for a token with.
struct TokenRequest
{
    QString grantType;
    QString clientId;
    QString clientSecret;
};

/// In each of the forms that SailPoint takes: a form in the body, the same as multipart, the query, and the client by
/// HTTP Basic with the rest in any of them. Nothing where the body is of another kind.
std::optional<TokenRequest> tokenRequest(const httpd::Request &request);

} // namespace lab
