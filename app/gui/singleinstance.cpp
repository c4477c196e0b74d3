#include "assembly/gui/singleinstance.h"
#include <QCryptographicHash>
#include <QLocalSocket>

namespace assembly {

SingleInstance::SingleInstance(const QString &dataDir)
{
    const QString name = QStringLiteral("idv-console-") + QString::fromLatin1(QCryptographicHash::hash(dataDir.toUtf8(), QCryptographicHash::Sha256).toHex().left(24));
    QLocalSocket other;
    other.connectToServer(name);
    if (other.waitForConnected(300)) { // before the event loop runs; allowed: local socket at start
        m_isFirst = false;
        return;
    }
    QLocalServer::removeServer(name);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.listen(name);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *s = m_server.nextPendingConnection())
            s->deleteLater();
        if (raised)
            raised();
    });
}

} // namespace assembly
