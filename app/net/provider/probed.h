#pragma once
#include "net/http/http.h"
#include "net/provider/provider.h"

namespace net {

/// What an answer to a probe is, by its status and the kind of its body.
Probed probedFrom(const HttpResponse &response);

} // namespace net
