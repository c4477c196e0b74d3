#include "net/http/proxycheck.h"
#include <QTcpSocket>
#include <QTimer>

namespace net {

using core::Status;

namespace {

constexpr qint64 mostOfAnAnswer = 16 * 1024;

core::Error proxyFault(core::ConnectionCause cause, const QString &text, const QString &detail)
{
    core::Error e = core::vendorError(core::ErrorCode::Offline, text, detail);
    e.cause = cause;
    return e;
}

// "HTTP/1.1 407 …" -> 407; 0 for what is no status line.
int statusIn(const QByteArray &answer)
{
    const QByteArrayList words = answer.left(answer.indexOf('\n')).trimmed().split(' ');
    return words.value(0).startsWith("HTTP/") ? words.value(1).toInt() : 0;
}

// All of its head is there, or as much as is taken.
bool isWhole(const QByteArray &answer)
{
    return answer.contains("\r\n\r\n") || answer.contains("\n\n") || answer.size() >= mostOfAnAnswer;
}

/// One look at a proxy; it goes by itself once it knows.
class Look : public QObject
{
public:
    Look(const QByteArray &target, std::chrono::milliseconds within, QObject *parent)
        : QObject(parent), m_target(target)
    {
        m_socket.setProxy(QNetworkProxy::NoProxy);
        connect(&m_socket, &QTcpSocket::connected, this,
            [this] { m_socket.write("CONNECT " + m_target + " HTTP/1.1\r\nHost: " + m_target + "\r\n\r\n"); });
        connect(&m_socket, &QTcpSocket::readyRead, this, [this] {
            m_answer += m_socket.read(mostOfAnAnswer - m_answer.size());
            if (statusIn(m_answer) != 407 ? m_answer.contains('\n') : isWhole(m_answer))
                finish(told());
        });
        connect(&m_socket, &QTcpSocket::errorOccurred, this, [this] { finish(m_isThere ? told() : unreachable()); });
        connect(&m_socket, &QTcpSocket::stateChanged, this,
            [this](QAbstractSocket::SocketState s) { m_isThere = m_isThere || s == QAbstractSocket::ConnectedState; });
        QTimer::singleShot(within, this, [this] { finish(m_isThere ? core::ok() : unreachable()); });
    }
    core::Async<core::Unit> run(const QNetworkProxy &proxy)
    {
        m_socket.connectToHost(proxy.hostName(), proxy.port());
        return m_promise.future();
    }

private:
    Status unreachable() const
    {
        return proxyFault(core::ConnectionCause::ProxyUnreachable, QStringLiteral("The proxy cannot be reached."),
            m_socket.errorString());
    }
    Status told() const
    {
        // With the other schemes Qt ends by itself.
        if (statusIn(m_answer) != 407 || !m_answer.toLower().contains("proxy-authenticate: ntlm"))
            return core::ok();
        return proxyFault(core::ConnectionCause::ProxySignIn, QStringLiteral("The proxy asks for a sign-in."),
            QString::fromLatin1(m_answer.left(m_answer.indexOf('\n')).trimmed()));
    }
    void finish(const Status &status)
    {
        if (std::exchange(m_isDone, true))
            return;
        m_promise.resolve(status);
        m_socket.abort();
        deleteLater();
    }

    const QByteArray m_target;
    QTcpSocket m_socket;
    QByteArray m_answer;
    core::Deferred<core::Unit> m_promise;
    bool m_isThere = false;
    bool m_isDone = false;
};

} // namespace

ProxyCheck::ProxyCheck(std::shared_ptr<core::Clock> clock, QObject *parent) : QObject(parent), m_clock(std::move(clock))
{
}

core::Async<core::Unit> ProxyCheck::ask(
    const QNetworkProxy &proxy, const QString &host, int port, std::chrono::milliseconds within)
{
    const QString bracketed = host.contains(QLatin1Char(':')) ? QLatin1Char('[') + host + QLatin1Char(']') : host;
    const QString target = bracketed + QLatin1Char(':') + QString::number(port);
    const QString key = proxy.hostName() + QLatin1Char(':') + QString::number(proxy.port()) + QLatin1Char(' ') + target;
    if (m_open.value(key) > m_clock->now())
        return core::ready<core::Unit>(core::ok());
    const auto asked = (new Look(target.toLatin1(), within, this))->run(proxy);
    return core::mapped<core::Unit, core::Unit>(asked, this, [this, key](core::Unit) -> Status {
        m_open.insert(key, m_clock->now() + core::minuteMs);
        return core::ok();
    });
}

} // namespace net
