#include "httpd/server.h"
#include "httpd/connection.h"
#include <QSslConfiguration>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>

namespace httpd {

QByteArray Request::header(const char *name) const
{
    for (const Header &h : headers) {
        if (h.first.compare(name, Qt::CaseInsensitive) == 0)
            return h.second;
    }
    return {};
}

Server::Server(Handler handler, Limits limits, QObject *parent)
    : Server(AsyncHandler([handler = std::move(handler)](const Request &r, const Reply &reply) { reply(handler(r)); }), limits, parent)
{
}

Server::Server(AsyncHandler handler, Limits limits, QObject *parent)
    : QObject(parent), m_handler(std::move(handler)), m_limits(limits), m_server(std::make_unique<QTcpServer>())
{
    connect(&m_resume, &QTimer::timeout, this, [this] {
        if (m_server->isListening())
            m_server->resumeAccepting();
    });
    watch();
}

void Server::watch()
{
    m_server->setListenBacklogSize(512);
    m_server->setMaxPendingConnections(std::max(30, m_limits.connections));
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &Server::accept);
}

void Server::useTls(const QSslConfiguration &tls)
{
    QSslConfiguration strict = tls;
    strict.setProtocol(QSsl::TlsV1_2OrLater);
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(strict);
    server->setHandshakeTimeout(int(m_limits.headerTime.count()));
    m_server = std::move(server);
    watch();
}

Server::~Server()
{
    // The connections go with the server, while the counters that they touch still live.
    m_server.reset();
}

core::Result<quint16> Server::listen(const QHostAddress &address, quint16 port)
{
    if (!m_server->listen(address, port))
        return core::makeError(core::ErrorCode::Conflict,
                               QStringLiteral("Port %1 cannot be used: another program may hold it.").arg(port),
                               m_server->errorString());
    m_resume.start(1000);
    return m_server->serverPort();
}

void Server::close() { m_server->close(); }

void Server::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        const QHostAddress peer = socket->peerAddress();
        if (m_live >= m_limits.connections || m_byPeer.value(peer) >= m_limits.perPeer) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        ++m_live;
        ++m_byPeer[peer];
        connect(socket, &QObject::destroyed, this, [this, peer] {
            --m_live;
            if (--m_byPeer[peer] <= 0)
                m_byPeer.remove(peer);
        });
        new Connection(socket, m_handler, m_limits);
    }
}

} // namespace httpd
