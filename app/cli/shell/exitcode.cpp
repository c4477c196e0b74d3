#include "cli/shell/exitcode.h"

namespace cli {

using core::ErrorCode;

int exitCodeOf(const core::Error &e)
{
    switch (e.code) {
    case ErrorCode::Usage: return Usage;
    case ErrorCode::Offline:
    case ErrorCode::Timeout:
    case ErrorCode::Certificate:
    case ErrorCode::Server:
    case ErrorCode::RateLimited:
    case ErrorCode::Protocol: return NoConnection;
    case ErrorCode::Unauthorized:
    case ErrorCode::Forbidden:
    case ErrorCode::NotFound:
    case ErrorCode::Conflict:
    case ErrorCode::Rejected: return core::isOwnRefusal(e) ? RefusedHere : Refused;
    case ErrorCode::VaultUnavailable: return NoVault;
    default: return InternalFault;
    }
}

} // namespace cli
