#pragma once
#include <QString>
#include <chrono>
#include <optional>

namespace core {

/// One code per next step a person can take; see userMessage() in domain/messages.h for the words.
enum class ErrorCode {
    Offline,      ///< host not found, refused, reset: check the network or the address
    Timeout,      ///< no whole answer in time: the outcome of a change is unknown
    Certificate,  ///< TLS failed: do not continue before someone has checked it
    Unauthorized, ///< the secret is wrong, replaced or expired
    Forbidden,    ///< signed in, but not allowed: a scope or user level is missing
    NotFound,
    Conflict,         ///< something else holds it, or it is already there
    RateLimited,      ///< wait `retryAfter`
    Rejected,         ///< the vendor refused the content; `field` may say which part
    Server,           ///< 5xx after the tries that are allowed
    Protocol,         ///< an answer that breaks the contract: truncated, too large, not JSON, wrong type
    Storage,          ///< the local file cannot be used
    VaultUnavailable, ///< the keychain is locked, missing or refuses
    Cancelled,
    Usage, ///< a value the person gave cannot be used; `field` names it
    Internal,
};

/// Why the console itself does not go on, where a caller has to know it apart from others of the same code.
enum class ErrorReason {
    None,
    Explained,         ///< its sentence says what it means and what to do
    Unsupported,       ///< not with this product: trying again would not help
    UnreadableSetting, ///< what is stored cannot be read; the sentence says where it is mended
    TenantRemoved,
    TenantUnreadable,
    TenantLocked,
    OperatorUnknown,  ///< nobody is registered for whoever sits here
    OpenSession,      ///< the person's open verification is in `detail`
    OpenSessions,     ///< how many of a tenant's are open is in `detail`
    NotTheirTurn,     ///< the campaign does not run, or the person has had their link
    VerifyFirst,      ///< the person lacks what the access asks for
    Decided,          ///< it waits no longer
    DecidedMeanwhile, ///< somebody else is about to decide
};
/// "open-session"; empty for None. The console's own word, in files and output.
QString reasonName(ErrorReason reason);

/// What kept an exchange from being one with the API that was meant, where that is known. Each has its own sentence and
/// way out: domain::connectionMessage().
enum class ConnectionCause {
    None,
    HostUnknown,
    HostRefuses,
    ProxyUnreachable,
    ProxySignIn,
    CertificateOtherHost,   ///< detail: the names that it is for
    CertificateUntrusted,   ///< detail: who issued it
    CertificateExpired,     ///< detail: since when, ISO 8601
    CertificateNotYetValid, ///< detail: from when
    PlainHttp,              ///< https was spoken to a port that speaks http
    WebPage,                ///< detail: the page's title
    SentElsewhere,          ///< detail: the host it was sent to, with scheme and port where those are others, too
    SentWithin,             ///< detail: the path on the same server
    UnknownCoding,          ///< detail: what the answer is compressed with
};
constexpr int connectionCauseCount = 14;
/// "certificate-expired"; empty for None. In files and output.
QString connectionCauseName(ConnectionCause cause);

/// What went wrong, in data. `text` is a short plain sentence, `detail` the vendor's words (shown under Details only).
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString text;
    QString detail;
    QString trackingId; ///< the vendor's id of the request
    QString requestId;  ///< ours, as in the log
    std::optional<std::chrono::seconds> retryAfter;
    QString field; ///< name of the option or wizard field at fault
    ErrorReason reason = ErrorReason::None;
    ConnectionCause cause = ConnectionCause::None;
    QString causeDetail;               ///< see ConnectionCause
    int httpStatus = 0;                ///< 0 when no answer came
    bool mayHaveReachedServer = false; ///< true when a change could have been carried out
    bool isVendors = false;            ///< made from a vendor's answer; everything else is the console's own word
};

QString codeName(ErrorCode code);
/// Nothing goes out for this tenant: it was removed, is locked, or its settings cannot be read.
bool isTenantClosed(const Error &error);
/// A check of the console itself refused: `text` says all, and no vendor is to be named for it. What only an exchange
/// with somebody else brings (no answer, a certificate, a 5xx) and what the local files or the keychain refuse is never
/// one.
bool isOwnRefusal(const Error &error);

inline Error makeError(ErrorCode code, QString text, QString detail = {})
{
    Error e;
    e.code = code;
    e.text = std::move(text);
    e.detail = std::move(detail);
    return e;
}
inline Error conflict(ErrorReason reason, QString text, QString detail = {})
{
    Error e = makeError(ErrorCode::Conflict, std::move(text), std::move(detail));
    e.reason = reason;
    return e;
}
/// What a vendor's answer, or the lack of one, says.
inline Error vendorError(ErrorCode code, QString text, QString detail = {})
{
    Error e = makeError(code, std::move(text), std::move(detail));
    e.isVendors = true;
    return e;
}
inline Error fieldError(QString field, QString text)
{
    Error e;
    e.code = ErrorCode::Usage;
    e.field = std::move(field);
    e.text = std::move(text);
    return e;
}

} // namespace core
