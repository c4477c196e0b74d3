#include "net/receiver/admission.h"
#include "net/receiver/receiver.h"
#include <utility>

namespace net {

using domain::CallbackVerdict;

static domain::ReceiverSettings withBearer(domain::ReceiverSettings s)
{
    s.auth = domain::CallbackAuth::Bearer;
    return s;
}

Admission::Admission(const ReceiverOptions &options, std::function<void(const QString &peer)> lockedOut)
    : m_authenticator(options.settings, {options.secret, options.nextSecret}),
      m_eventsAuthenticator(withBearer(options.settings), {options.eventsToken, nullptr}),
      m_limiter(options.settings.perSecond), m_path(options.settings.path.toUtf8()),
      m_takesEvents(options.takeEvent && options.settings.takesEvents),
      m_eventsPath(options.settings.eventsPath.toUtf8()), m_lockedOut(std::move(lockedOut))
{
}

bool Admission::isForEvents(const httpd::Request &request) const
{
    return m_takesEvents && request.path == m_eventsPath;
}

std::optional<CallbackVerdict> Admission::check(
    const httpd::Request &r, const ReceivedRequest &seen, Proof &proof, int &wait)
{
    const Authenticator &authenticator = isForEvents(r) ? m_eventsAuthenticator : m_authenticator;
    const QString peer = peerKey(seen.peer);
    wait = m_limiter.take(peer, seen.at);
    if (wait > 0)
        return CallbackVerdict::TooMany;
    if (r.path != m_path && !isForEvents(r))
        return CallbackVerdict::BadPath;
    if (r.method != "POST")
        return CallbackVerdict::BadMethod;
    if (authenticator.isDoubled(r))
        return CallbackVerdict::Doubled;
    const QList<QByteArray> type = r.header("Content-Type").toLower().split(';');
    const QByteArray charset = type.value(1).trimmed();
    if (type.first().trimmed() != "application/json" ||
        (charset.startsWith("charset=") && charset != "charset=utf-8" && charset != "charset=\"utf-8\""))
        return CallbackVerdict::BadType;
    proof = authenticator.check(r, seen.at);
    if (!proof.refusal)
        return std::nullopt;
    bool starts = false;
    wait = m_limiter.failed(peer, seen.at, starts);
    if (starts)
        m_lockedOut(seen.peer);
    return wait > 0 ? std::optional(CallbackVerdict::TooMany) : proof.refusal;
}

} // namespace net
