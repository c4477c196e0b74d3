#pragma once
#include "net/http/proxylogin.h"
#include <QObject>

class QNetworkAccessManager;

namespace net {

/// Signs in to the proxy of one tenant by Basic or Digest; NTLM, which Qt would try again and again, is refused before
/// (ProxyCheck). What a proxy refused is not said again, lest an account be locked. Thread: the object's.
class ProxySignIn : public QObject
{
    Q_OBJECT
public:
    /// `proxy`: as HttpOptions::proxy.
    ProxySignIn(QString proxy, ProxyLogin login, QObject *parent = nullptr);
    bool isWanted() const { return bool(m_login); }
    /// Has user and password in hand afterwards; the keychain's error where they cannot be had, Usage where they cannot
    /// be sent, refusal() once they were refused.
    core::Async<core::Unit> prepare();
    /// The way through the proxy, with what is in hand: again after the first prepare().
    void serve(QNetworkAccessManager &manager);
    /// Something came through: who signed in was taken, and may be asked for again later.
    void noteThrough() { m_hasWorked = true; }
    /// Offline, cause ProxySignIn; nothing reached anybody.
    static core::Error refusal();

Q_SIGNALS:
    /// User and password are in hand, for the first time.
    void prepared();
    /// What is on its way through this manager comes to nothing; others may have reached whom they are for.
    void refused(QNetworkAccessManager *manager);

private:
    QString m_proxy;
    ProxyLogin m_login;
    core::SecretPtr m_user;
    core::SecretPtr m_password;
    bool m_hasWorked = false;
    bool m_isRefused = false;
};

} // namespace net
