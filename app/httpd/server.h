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
/// Refuses what is malformed with 400, what is too large with 413 or 431, what is slow with 408, and obsolete line
/// folding, Expect, compressed and chunked bodies.
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
    std::unique_ptr<QSslConfiguration> m_tls;
    std::unique_ptr<Listener> m_server;
    QTimer m_resume; ///< a listener that paused itself (file descriptors) goes on within a second
    int m_live = 0;
    QHash<QHostAddress, int> m_byPeer;
};

} // namespace httpd
