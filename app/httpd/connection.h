#pragma once
#include "httpd/server.h"
#include <QElapsedTimer>
#include <QTimer>
#include <optional>

class QTcpSocket;

namespace httpd {

class RequestParser;

/// One client; deletes itself with its socket.
class Connection final : public QObject
{
    Q_OBJECT
public:
    /// All of them live longer.
    Connection(QTcpSocket *socket, const Server::AsyncHandler &handler, const Limits &limits, const Server::Told &told);
    ~Connection() override;
    /// How long it has been waiting for its next request, everything before being answered; nothing while it is at work
    /// or has not asked anything yet.
    std::optional<std::chrono::milliseconds> idleFor() const;
    QTcpSocket *socket() const { return m_socket; }

private:
    void pump();
    void handle();
    void answer(const Response &response, bool keepAlive);
    void refuse(int status);
    void leave();
    void linger();
    void write(const Response &response, bool keepAlive);
    void drip(const QByteArray &rest);

    QTcpSocket *m_socket;
    const Server::AsyncHandler &m_handler;
    const Limits &m_limits;
    const Server::Told &m_told;
    std::unique_ptr<RequestParser> m_parser;
    QByteArray m_buffer;
    QTimer m_deadline;
    QElapsedTimer m_answered; ///< since the last answer; not valid before the first
    QTimer m_quiet;           ///< of a refused sender
    qint64 m_lingered = 0;
    bool m_isRefusing = false;
    bool m_isLingering = false;
    bool m_isHead = false;   ///< of what is answered now
    bool m_busy = false;     ///< an answer is on its way
    bool m_handling = false; ///< inside the handler's call
    bool m_closing = false;
    bool m_bodyPhase = false;
};

} // namespace httpd
