#include "net/http/proxysignin.h"
#include "net/http/proxies.h"
#include <QAuthenticator>
#include <QNetworkAccessManager>
#include <algorithm>
#include <utility>

namespace net {

using core::SecretPtr;
using core::Unit;

ProxySignIn::ProxySignIn(QString proxy, ProxyLogin login, QObject *parent)
    : QObject(parent), m_proxy(std::move(proxy)), m_login(std::move(login))
{
}

// Qt says it in Latin-1.
static bool isSendable(const SecretPtr &secret)
{
    const QString text = QString::fromUtf8(secret->reveal());
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() <= 0xff; });
}

core::Async<Unit> ProxySignIn::prepare()
{
    if (m_isRefused)
        return core::ready<Unit>(refusal());
    if (!m_login || (m_user && m_password))
        return core::ready<Unit>(core::ok());
    const auto password = core::andThen<SecretPtr>(m_login.user(), this, [this](const SecretPtr &user) {
        m_user = user;
        return m_login.password();
    });
    return core::mapped<Unit, SecretPtr>(password, this, [this](const SecretPtr &word) -> core::Status {
        if (!isSendable(m_user) || !isSendable(word))
            return core::makeError(core::ErrorCode::Usage,
                QStringLiteral("The proxy's user or password holds signs that cannot be sent to a proxy."));
        m_password = word;
        Q_EMIT prepared();
        return core::ok();
    });
}

core::Error ProxySignIn::refusal()
{
    core::Error e = core::vendorError(core::ErrorCode::Offline,
        QStringLiteral("The proxy does not take the user and the password that it was told."));
    e.cause = core::ConnectionCause::ProxySignIn;
    return e;
}

// Told by the factory, they are said once; Qt asks here only when that was not enough. Told by the signal, Qt would
// keep them and say them again, many times a second.
void ProxySignIn::serve(QNetworkAccessManager &manager)
{
    const auto text = [](const SecretPtr &secret) { return secret ? QString::fromUtf8(secret->reveal()) : QString(); };
    manager.setProxyFactory(new Proxies(m_proxy, text(m_user), text(m_password))); // it belongs to the manager
    disconnect(&manager, &QNetworkAccessManager::proxyAuthenticationRequired, this, nullptr);
    connect(&manager, &QNetworkAccessManager::proxyAuthenticationRequired, this, [this, asked = &manager] {
        // What was agreed once may have run out: this request fails, the next one signs in anew.
        if (!m_login || std::exchange(m_hasWorked, false))
            return;
        m_isRefused = true;
        // Qt is in the middle of it.
        QMetaObject::invokeMethod(
            this, [this, asked] { Q_EMIT refused(asked); }, Qt::QueuedConnection);
    });
}

} // namespace net
