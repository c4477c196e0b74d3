#pragma once
#include "core/secret.h"
#include "domain/events/triggerevent.h"
#include "httpd/message.h"
#include <optional>

namespace net {

struct ReceivedRequest;
struct ReceiverOptions;

/// An event of SailPoint, and what completes its invocation: null where there is nothing to complete.
struct ReadEvent
{
    domain::TriggerEvent event;
    core::SecretPtr secret;
};

/// Reads the event of an admitted request: a refusal, or `out` is what is to be stored. `seen` learns the field at
/// fault.
std::optional<domain::CallbackVerdict> readEvent(
    const httpd::Request &request, const ReceiverOptions &options, ReceivedRequest &seen, ReadEvent &out);

} // namespace net
