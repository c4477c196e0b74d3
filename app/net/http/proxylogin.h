#pragma once
#include "core/async.h"
#include "core/secret.h"
#include <functional>

namespace net {

/// Who signs in to a proxy; each is fetched when a proxy asks for the first time. Empty: nobody does.
struct ProxyLogin
{
    std::function<core::Async<core::SecretPtr>()> user;
    std::function<core::Async<core::SecretPtr>()> password;
    explicit operator bool() const { return user && password; }
};

} // namespace net
