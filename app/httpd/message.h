#pragma once
#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <chrono>
#include <utility>

namespace httpd {

using Header = std::pair<QByteArray, QByteArray>;

struct Request
{
    QByteArray method;
    QByteArray path;  ///< percent-encoded, without the query
    QByteArray query; ///< after '?', still encoded
    QList<Header> headers;
    QByteArray body;
    QHostAddress peer;
    /// First header of that name (any case); empty when absent.
    QByteArray header(const char *name) const;
};

/// How an answer is damaged on purpose; only the lab uses anything but None.
enum class Damage { None, Reset, CutBody, Drip };

struct Response
{
    int status = 200;
    QByteArray contentType = QByteArrayLiteral("application/json;charset=UTF-8");
    QList<Header> headers;
    QByteArray body;
    std::chrono::milliseconds delay{0};
    Damage damage = Damage::None;
};

/// Every limit is explicit; the defaults suit a listener that strangers may reach.
struct Limits
{
    qint64 requestLineBytes = 2 * 1024;
    qint64 headerBytes = 16 * 1024;
    qint64 bodyBytes = 64 * 1024;
    bool takesNoLength = false; ///< a POST, PUT or PATCH that says no length has no body; otherwise it is refused
    int connections = 64;
    int perPeer = 16;
    std::chrono::milliseconds headerTime{5000};
    std::chrono::milliseconds bodyTime{10000}; ///< after the headers
    std::chrono::milliseconds idleTime{30000};
};

} // namespace httpd
