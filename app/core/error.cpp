#include "core/error.h"

namespace core {

QString codeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Offline: return QStringLiteral("offline");
    case ErrorCode::Timeout: return QStringLiteral("timeout");
    case ErrorCode::Certificate: return QStringLiteral("certificate");
    case ErrorCode::Unauthorized: return QStringLiteral("unauthorized");
    case ErrorCode::Forbidden: return QStringLiteral("forbidden");
    case ErrorCode::NotFound: return QStringLiteral("not-found");
    case ErrorCode::Conflict: return QStringLiteral("conflict");
    case ErrorCode::RateLimited: return QStringLiteral("rate-limited");
    case ErrorCode::Rejected: return QStringLiteral("rejected");
    case ErrorCode::Server: return QStringLiteral("server");
    case ErrorCode::Protocol: return QStringLiteral("protocol");
    case ErrorCode::Storage: return QStringLiteral("storage");
    case ErrorCode::VaultUnavailable: return QStringLiteral("vault-unavailable");
    case ErrorCode::Cancelled: return QStringLiteral("cancelled");
    case ErrorCode::Usage: return QStringLiteral("usage");
    case ErrorCode::Internal: break;
    }
    return QStringLiteral("internal");
}

bool isOwnRefusal(const Error &e)
{
    if (e.isVendors || e.httpStatus != 0)
        return false;
    switch (e.code) {
    case ErrorCode::Unauthorized:
    case ErrorCode::Forbidden:
    case ErrorCode::NotFound:
    case ErrorCode::Conflict:
    case ErrorCode::RateLimited:
    case ErrorCode::Rejected:
    case ErrorCode::Protocol:
    case ErrorCode::Usage: return true;
    case ErrorCode::Offline:
    case ErrorCode::Timeout:
    case ErrorCode::Certificate:
    case ErrorCode::Server:
    case ErrorCode::Storage:
    case ErrorCode::VaultUnavailable:
    case ErrorCode::Cancelled:
    case ErrorCode::Internal: break;
    }
    return false;
}

} // namespace core
