#include "net/receiver/admission.h"
#include "net/receiver/receiver.h"
#include <QByteArrayList>
#include <algorithm>
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
      m_limiter(options.settings.perSecond), m_isSigned(domain::isSigned(options.settings.auth)),
      m_path(options.settings.path.toUtf8()), m_takesEvents(options.takeEvent && options.settings.takesEvents),
      m_eventsPath(options.settings.eventsPath.toUtf8()), m_lockedOut(std::move(lockedOut))
{
}

bool isJsonType(const QByteArray &contentType)
{
    const QByteArrayList parts = contentType.toLower().split(';');
    const QByteArray type = parts.first().trimmed();
    const bool isSuffixed = type.startsWith("application/") && type.endsWith("+json") && type.size() > 17;
    if (type != "application/json" && !isSuffixed)
        return false;
    return std::all_of(parts.begin() + 1, parts.end(), [](const QByteArray &part) {
        const QByteArray parameter = part.trimmed();
        if (!parameter.startsWith("charset="))
            return true;
        const QByteArray charset = parameter.mid(8).replace('"', "").trimmed();
        return charset == "utf-8" || charset == "utf8";
    });
}

bool Admission::isForEvents(const httpd::Request &request) const
{
    return m_takesEvents && request.path == m_eventsPath;
}

const Authenticator &Admission::authenticatorOf(const httpd::Request &r) const
{
    return isForEvents(r) ? m_eventsAuthenticator : m_authenticator;
}

std::optional<CallbackVerdict> Admission::checkPlace(const httpd::Request &r, const ReceivedRequest &seen, int &wait)
{
    wait = m_limiter.take(peerKey(seen.peer), seen.at);
    if (wait > 0)
        return CallbackVerdict::TooMany;
    if (r.path != m_path && !isForEvents(r))
        return CallbackVerdict::BadPath;
    if (r.method != "POST")
        return CallbackVerdict::BadMethod;
    if (authenticatorOf(r).isDoubled(r))
        return CallbackVerdict::Doubled;
    if (!isJsonType(r.header("Content-Type")))
        return CallbackVerdict::BadType;
    return std::nullopt;
}

bool Admission::isSigned(const httpd::Request &r, const ReceivedRequest &seen) const
{
    return m_isSigned && !m_authenticator.check(r, seen.at).refusal;
}

std::optional<CallbackVerdict> Admission::check(
    const httpd::Request &r, const ReceivedRequest &seen, Proof &proof, int &wait)
{
    if (const auto refusal = checkPlace(r, seen, wait))
        return refusal;
    proof = authenticatorOf(r).check(r, seen.at);
    if (!proof.refusal)
        return std::nullopt;
    bool starts = false;
    wait = m_limiter.failed(peerKey(seen.peer), seen.at, starts);
    if (starts)
        m_lockedOut(seen.peer);
    return wait > 0 ? std::optional(CallbackVerdict::TooMany) : proof.refusal;
}

} // namespace net
