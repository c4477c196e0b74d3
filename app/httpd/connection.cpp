#include "httpd/connection.h"
#include "httpd/parser.h"
#include <QPointer>
#include <QTcpSocket>

namespace httpd {

static constexpr qint64 readChunk = 64 * 1024;
static constexpr qint64 mostLingered = 1024 * 1024;
static constexpr std::chrono::seconds lingerTime{5};
static constexpr std::chrono::milliseconds lingerQuiet{200};

static QByteArray statusText(int status)
{
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 302: return "Found";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 410: return "Gone";
    case 411: return "Length Required";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 415: return "Unsupported Media Type";
    case 417: return "Expectation Failed";
    case 422: return "Unprocessable Content";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 502: return "Bad Gateway";
    case 503: return "Service Unavailable";
    case 505: return "HTTP Version Not Supported";
    default: return "Status";
    }
}

Connection::Connection(
    QTcpSocket *socket, const Server::AsyncHandler &handler, const Limits &limits, const Server::Told &told)
    : QObject(socket), m_socket(socket), m_handler(handler), m_limits(limits), m_told(told),
      m_parser(std::make_unique<RequestParser>(limits))
{
    socket->setReadBufferSize(readChunk);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        if (m_closing)
            m_socket->abort(); // it does not even read our goodbye
        else if (m_parser->started())
            refuse(408);
        else
            leave();
    });
    m_quiet.setSingleShot(true);
    connect(&m_quiet, &QTimer::timeout, this, [this] { m_socket->disconnectFromHost(); });
    connect(socket, &QTcpSocket::readyRead, this, &Connection::pump);
    connect(socket, &QTcpSocket::bytesWritten, this, &Connection::pump);
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    m_deadline.start(m_limits.headerTime);
    pump();
}

Connection::~Connection() = default;

std::optional<std::chrono::milliseconds> Connection::idleFor() const
{
    const bool isAtWork = m_busy || m_closing || m_parser->started() || !m_buffer.isEmpty() ||
                          m_socket->bytesToWrite() > 0 || m_socket->bytesAvailable() > 0;
    if (isAtWork || !m_answered.isValid())
        return std::nullopt;
    return std::chrono::milliseconds(m_answered.elapsed());
}

void Connection::pump()
{
    if (m_isLingering)
        return linger();
    // A client that does not read its answers gets no more of them.
    while (!m_closing && !m_busy && m_socket->bytesToWrite() < readChunk) {
        if (m_buffer.size() < readChunk)
            m_buffer += m_socket->read(readChunk - m_buffer.size());
        if (m_buffer.isEmpty())
            return;
        if (!m_parser->started())
            m_deadline.start(m_limits.headerTime);
        const qsizetype before = m_buffer.size();
        if (const int status = m_parser->feed(m_buffer)) {
            refuse(status);
            return;
        }
        if (m_parser->headerDone() && !m_bodyPhase) {
            m_bodyPhase = true;
            m_deadline.start(m_limits.bodyTime);
        }
        if (m_parser->takeContinue() && m_buffer.isEmpty())
            m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
        if (m_parser->done()) {
            handle();
            continue;
        }
        if (m_buffer.size() == before && m_socket->bytesAvailable() == 0)
            return;
    }
}

void Connection::refuse(int status)
{
    if (m_closing)
        return;
    if (m_told)
        m_told({m_socket->peerAddress(), status});
    Response r;
    r.status = status;
    r.contentType.clear();
    // It may be sending its body still; of what is no HTTP nobody waits for an answer.
    m_isRefusing = status == 413 || m_parser->headerDone();
    write(r, false);
}

// Closing a socket that holds unread bytes resets it, and the refusal would be lost with it: what still comes is read
// and thrown away, for a moment and not without end.
void Connection::linger()
{
    while (m_socket->bytesAvailable() > 0 && m_lingered < mostLingered)
        m_lingered += m_socket->read(readChunk).size();
    if (m_lingered >= mostLingered)
        return m_socket->abort();
    m_quiet.start(lingerQuiet);
}

void Connection::handle()
{
    m_deadline.stop();
    const bool keepAlive = m_parser->keepAlive();
    Request request = m_parser->take();
    request.peer = m_socket->peerAddress();
    m_isHead = request.method == "HEAD";
    m_parser = std::make_unique<RequestParser>(m_limits);
    m_bodyPhase = false;
    m_busy = true;
    m_handling = true;
    m_handler(request, [self = QPointer<Connection>(this), keepAlive](const Response &response) {
        if (self)
            self->answer(response, keepAlive);
    });
    m_handling = false;
}

void Connection::answer(const Response &response, bool keepAlive)
{
    if (!m_busy)
        return;
    if (response.delay.count() > 0) {
        QTimer::singleShot(response.delay, this, [this, response, keepAlive] {
            Response now = response;
            now.delay = std::chrono::milliseconds(0);
            answer(now, keepAlive);
        });
        return;
    }
    m_busy = false;
    write(response, keepAlive);
    if (!m_handling)
        pump(); // what came meanwhile
}

void Connection::write(const Response &r, bool keepAlive)
{
    if (r.damage == Damage::Reset) {
        m_closing = true;
        m_socket->abort();
        return;
    }
    QByteArray head = "HTTP/1.1 " + QByteArray::number(r.status) + ' ' + statusText(r.status) + "\r\n";
    const bool bodyless = r.status == 204;
    if (!r.contentType.isEmpty() && !bodyless)
        head += "Content-Type: " + r.contentType + "\r\n";
    if (!bodyless)
        head += "Content-Length: " + QByteArray::number(r.body.size()) + "\r\n";
    for (const Header &h : r.headers)
        head += h.first + ": " + h.second + "\r\n";
    keepAlive = keepAlive && r.damage == Damage::None;
    head += keepAlive ? "\r\n" : "Connection: close\r\n\r\n";
    m_socket->write(head);
    if (r.damage == Damage::Drip && !m_isHead) {
        m_closing = true;
        drip(r.body);
        return;
    }
    if (!bodyless && !std::exchange(m_isHead, false)) // what a GET would have had: its length is said, and no more
        m_socket->write(r.damage == Damage::CutBody ? r.body.left(r.body.size() / 2) : r.body);
    if (!keepAlive) {
        leave();
        return;
    }
    m_answered.start();
    m_deadline.start(m_limits.idleTime);
}

// Says goodbye and waits a little for it to be heard.
void Connection::leave()
{
    m_closing = true;
    m_deadline.start(lingerTime);
    if (!m_isRefusing)
        return m_socket->disconnectFromHost();
    m_isLingering = true;
    linger();
}

void Connection::drip(const QByteArray &rest)
{
    if (rest.isEmpty()) {
        m_socket->disconnectFromHost();
        return;
    }
    m_socket->write(rest.left(1));
    QTimer::singleShot(100, this, [this, rest = rest.mid(1)] { drip(rest); });
}

} // namespace httpd
