#pragma once
#include "core/result.h"
#include "httpd/message.h"
#include <QHash>
#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>

class QSslConfiguration;
class QSslSocket;

namespace httpd {

/// A small strict HTTP/1.1 server on Qt's event loop: Boost.Beast parses, QTcpServer carries. Thread: its own object's.
/// Takes chunked bodies and says "100 Continue" to whoever waits for it. Refuses what is malformed with 400, what is
/// too large with 413 or 431, what is slow with 408, and obsolete line folding, compressed bodies, fields behind a
/// body.
class Server : public QObject
{
    Q_OBJECT
public:
    using Handler = std::function<Response(const Request &)>;
    /// Answers once, now or later, on the server's thread; a client that has left by then is no error.
    using Reply = std::function<void(const Response &)>;
    using AsyncHandler = std::function<void(const Request &, Reply)>;
    explicit Server(Handler handler, Limits limits = {}, QObject *parent = nullptr);
    explicit Server(AsyncHandler handler, Limits limits = {}, QObject *parent = nullptr);
    /// Who was refused before there was a request. `status` 0: no TLS came about, or there was no room.
    struct Refused
    {
        QHostAddress peer;
        int status = 0;
        bool isTls = false; ///< of status 0: no TLS
    };
    using Told = std::function<void(const Refused &)>;
    /// Before listen(). Called on the server's thread.
    void tellRefused(Told told) { m_told = std::move(told); }
    /// Before listen(). TLS 1.2 and later only. With CA certificates and peer verification in it, clients need a
    /// certificate.
    void useTls(const QSslConfiguration &tls);
    ~Server() override;

    /// Port 0 takes a free one. Conflict when the port is in use.
    core::Result<quint16> listen(const QHostAddress &address, quint16 port);
    void close();
    int liveConnections() const { return m_live; }

private:
    class Listener;
    void incoming(qintptr descriptor);
    void shake(QSslSocket *socket);
    /// Closes the connection that has been idle longest, of this peer or of anybody, so that another can come in.
    bool makeRoom(const QHostAddress *peer);
    AsyncHandler m_handler;
    Limits m_limits;
    Told m_told;
    std::unique_ptr<QSslConfiguration> m_tls;
    std::unique_ptr<Listener> m_server;
    QTimer m_resume; ///< a listener that paused itself (file descriptors) goes on within a second
    int m_live = 0;
    QHash<QHostAddress, int> m_byPeer;
};

} // namespace httpd
