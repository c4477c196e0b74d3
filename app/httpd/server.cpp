#include "httpd/server.h"
#include "httpd/connection.h"
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>

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
    : Server(AsyncHandler([handler = std::move(handler)](const Request &r, const Reply &reply) { reply(handler(r)); }),
          limits, parent)
{
}

// Every connection is counted from its first moment, handshakes too.
class Server::Listener final : public QTcpServer
{
public:
    explicit Listener(Server &owner) : m_owner(owner) {}

protected:
    void incomingConnection(qintptr descriptor) override { m_owner.incoming(descriptor); }

private:
    Server &m_owner;
};

Server::Server(AsyncHandler handler, Limits limits, QObject *parent)
    : QObject(parent), m_handler(std::move(handler)), m_limits(limits), m_server(std::make_unique<Listener>(*this))
{
    m_server->setListenBacklogSize(512);
    connect(&m_resume, &QTimer::timeout, this, [this] {
        if (m_server->isListening())
            m_server->resumeAccepting();
    });
}

void Server::useTls(const QSslConfiguration &tls)
{
    m_tls = std::make_unique<QSslConfiguration>(tls);
    m_tls->setProtocol(QSsl::TlsV1_2OrLater);
}

Server::~Server()
{
    // The connections go with the listener, while the counters that they touch still live.
    m_server.reset();
}

core::Result<quint16> Server::listen(const QHostAddress &address, quint16 port)
{
    if (!m_server->listen(address, port))
        return core::makeError(core::ErrorCode::Conflict,
            QStringLiteral("Port %1 cannot be used: another program may hold it.").arg(port), m_server->errorString());
    m_resume.start(1000);
    return m_server->serverPort();
}

void Server::close()
{
    m_server->close();
}

void Server::incoming(qintptr descriptor)
{
    QSslSocket *secured = m_tls ? new QSslSocket(m_server.get()) : nullptr;
    QTcpSocket *socket = secured ? secured : new QTcpSocket(m_server.get());
    const bool isOpen = socket->setSocketDescriptor(descriptor);
    const QHostAddress peer = socket->peerAddress();
    const bool hasRoom = isOpen && (m_byPeer.value(peer) < m_limits.perPeer || makeRoom(&peer)) &&
                         (m_live < m_limits.connections || makeRoom(nullptr));
    if (!hasRoom) {
        if (m_told)
            m_told({peer, 0, false});
        socket->abort();
        socket->deleteLater();
        return;
    }
    ++m_live;
    ++m_byPeer[peer];
    connect(socket, &QObject::destroyed, this, [this, peer] {
        --m_live;
        if (--m_byPeer[peer] <= 0)
            m_byPeer.remove(peer);
    });
    if (secured)
        shake(secured);
    else
        new Connection(socket, m_handler, m_limits, m_told);
}

// Kept connections that ask nothing are a courtesy: they hold nobody out who has something to say.
bool Server::makeRoom(const QHostAddress *peer)
{
    Connection *longest = nullptr;
    const auto all = m_server->findChildren<Connection *>();
    for (Connection *c : all) {
        const auto idle = c->idleFor();
        if (idle && (!peer || c->socket()->peerAddress() == *peer) && (!longest || *idle > *longest->idleFor()))
            longest = c;
    }
    if (!longest)
        return false;
    delete longest->socket(); // counted out at once
    return true;
}

// A handshake has as long as the headers of a request.
void Server::shake(QSslSocket *socket)
{
    auto *deadline = new QTimer(socket);
    deadline->setSingleShot(true);
    const auto giveUp = [this, socket, peer = socket->peerAddress()] {
        if (m_told && socket->property("told").isNull())
            m_told({peer, 0, true});
        socket->setProperty("told", true); // what is aborted has an error, too
        socket->abort();
        socket->deleteLater();
    };
    connect(deadline, &QTimer::timeout, socket, giveUp);
    connect(socket, &QAbstractSocket::errorOccurred, deadline, giveUp);
    connect(socket, &QSslSocket::encrypted, deadline, [this, socket, deadline] {
        deadline->deleteLater(); // and its connections
        new Connection(socket, m_handler, m_limits, m_told);
    });
    socket->setSslConfiguration(*m_tls);
    deadline->start(m_limits.headerTime);
    socket->startServerEncryption();
}

} // namespace httpd
