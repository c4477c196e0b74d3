#pragma once
#include "domain/callbacks/callbackrecord.h"
#include "httpd/message.h"
#include <optional>

namespace net {

struct Proof;
struct ReceivedRequest;
struct ReceiverOptions;

/// Reads the callback of an admitted request: a refusal, or `out` is what is to be stored. `seen` learns the session,
/// the key that was proved and the field at fault.
std::optional<domain::CallbackVerdict> readCallback(const httpd::Request &request, const ReceiverOptions &options,
    const Proof &proof, ReceivedRequest &seen, domain::Callback &out);

} // namespace net
