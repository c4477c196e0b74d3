#pragma once
#include "httpd/message.h"
#include "net/receiver/authenticator.h"
#include "net/receiver/limiter.h"
#include <functional>
#include <optional>

namespace net {

struct ReceivedRequest;
struct ReceiverOptions;

/// "application/json" or "application/ANYTHING+json", in UTF-8 where it names a character set ("utf8" as well).
bool isJsonType(const QByteArray &contentType);

/// What is asked of every request before it is read: rate, path, method, media type, and the proof of who sent it.
/// Thread: any, one at a time.
class Admission
{
public:
    /// `lockedOut` is told of a peer that failed to sign in so often that it has to wait.
    Admission(const ReceiverOptions &options, std::function<void(const QString &peer)> lockedOut);
    /// It came to the path of SailPoint's events, and these are taken.
    bool isForEvents(const httpd::Request &request) const;
    /// A refusal, or nothing; `wait` in seconds is for a request that has to.
    std::optional<domain::CallbackVerdict> check(
        const httpd::Request &request, const ReceivedRequest &seen, Proof &proof, int &wait);
    /// All but the proof.
    std::optional<domain::CallbackVerdict> checkPlace(
        const httpd::Request &request, const ReceivedRequest &seen, int &wait);
    /// It bears the provider's signature; a key that travels along is none. No failed try is counted.
    bool isSigned(const httpd::Request &request, const ReceivedRequest &seen) const;

private:
    const Authenticator &authenticatorOf(const httpd::Request &request) const;
    Authenticator m_authenticator;
    Authenticator m_eventsAuthenticator;
    Limiter m_limiter;
    bool m_isSigned;
    QByteArray m_path;
    bool m_takesEvents;
    QByteArray m_eventsPath;
    std::function<void(const QString &peer)> m_lockedOut;
};

} // namespace net
