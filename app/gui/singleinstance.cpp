#include "gui/singleinstance.h"
#include <QCryptographicHash>
#include <QFileInfo>
#include <QLocalSocket>
#include <sys/socket.h>
#include <unistd.h>

namespace assembly {

static const QByteArray hello = QByteArrayLiteral("idv-console raise\n");
static const QByteArray raisedIt = QByteArrayLiteral("idv-console raised\n");

static bool isOwn(const QString &folder)
{
    const QFileInfo f(folder);
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                        QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    return f.isDir() && !f.isSymLink() && f.ownerId() == ::getuid() && !(f.permissions() & others);
}

static bool isOurs(const QLocalSocket &socket)
{
    ucred peer{};
    socklen_t size = sizeof peer;
    return ::getsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 &&
           peer.uid == ::getuid();
}

// A socket's path has room for some hundred bytes.
static QString socketPath(const QString &dataDir)
{
    constexpr qsizetype longest = 100;
    const QString name =
        QStringLiteral("/idv-console-") +
        QString::fromLatin1(QCryptographicHash::hash(dataDir.toUtf8(), QCryptographicHash::Sha256).toHex().left(24));
    const QString connections = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (isOwn(connections) && (connections + name).toUtf8().size() <= longest)
        return connections + name;
    const QString beside = dataDir + QStringLiteral("/window");
    return beside.toUtf8().size() <= longest ? beside : QString();
}

// Before the event loop runs: waits of a fraction of a second on a local socket.
bool SingleInstance::isAnswered(const QString &path) const
{
    QLocalSocket other;
    other.connectToServer(path);
    if (!other.waitForConnected(300) || !isOurs(other)) // allowed: before the event loop runs
        return false;
    other.write(hello);
    while (!other.canReadLine()) {
        if (!other.waitForReadyRead(2000)) // allowed: before the event loop runs
            return false;
    }
    return other.readLine() == raisedIt;
}

SingleInstance::SingleInstance(const QString &dataDir)
{
    const QString path = socketPath(dataDir);
    if (path.isEmpty())
        return; // two windows of one folder are a nuisance, and no harm: the ledger is made for several programs
    if (isAnswered(path)) {
        m_isFirst = false;
        return;
    }
    QLocalServer::removeServer(path);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.listen(path);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *s = m_server.nextPendingConnection()) {
            connect(s, &QLocalSocket::disconnected, s, &QObject::deleteLater);
            connect(s, &QLocalSocket::readyRead, this, [this, s] {
                if (!s->canReadLine())
                    return;
                if (s->readLine() == hello) {
                    s->write(raisedIt);
                    if (raised)
                        raised();
                }
                s->disconnectFromServer();
            });
        }
    });
}

} // namespace assembly
