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

} // namespace core
