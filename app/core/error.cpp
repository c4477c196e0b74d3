#include "core/error.h"
#include <array>

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

QString connectionCauseName(ConnectionCause cause)
{
    static constexpr std::array<const char *, connectionCauseCount> names{"", "host-unknown", "host-refuses",
        "proxy-unreachable", "proxy-sign-in", "certificate-other-host", "certificate-untrusted", "certificate-expired",
        "certificate-not-yet-valid", "plain-http", "web-page", "sent-elsewhere", "sent-within", "unknown-coding"};
    return QLatin1String(names[size_t(cause)]);
}

QString reasonName(ErrorReason reason)
{
    switch (reason) {
    case ErrorReason::None: return {};
    case ErrorReason::Explained: return QStringLiteral("explained");
    case ErrorReason::Unsupported: return QStringLiteral("unsupported");
    case ErrorReason::UnreadableSetting: return QStringLiteral("unreadable-setting");
    case ErrorReason::TenantRemoved: return QStringLiteral("tenant-removed");
    case ErrorReason::TenantUnreadable: return QStringLiteral("tenant-unreadable");
    case ErrorReason::TenantLocked: return QStringLiteral("tenant-locked");
    case ErrorReason::OperatorUnknown: return QStringLiteral("operator-unknown");
    case ErrorReason::OpenSession: return QStringLiteral("open-session");
    case ErrorReason::OpenSessions: return QStringLiteral("open-sessions");
    case ErrorReason::NotTheirTurn: return QStringLiteral("not-their-turn");
    case ErrorReason::VerifyFirst: return QStringLiteral("verify-first");
    case ErrorReason::Decided: return QStringLiteral("decided");
    case ErrorReason::DecidedMeanwhile: return QStringLiteral("decided-meanwhile");
    }
    return {};
}

bool isTenantClosed(const Error &e)
{
    return e.reason == ErrorReason::TenantRemoved || e.reason == ErrorReason::TenantUnreadable ||
           e.reason == ErrorReason::TenantLocked;
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
