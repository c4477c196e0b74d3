#pragma once
#include "httpd/message.h"
#include <memory>
#include <optional>

namespace httpd {

/// Feeds bytes to the HTTP parser. The only file that includes Boost is parser.cpp.
class RequestParser
{
public:
    explicit RequestParser(const Limits &limits);
    ~RequestParser();
    /// Consumes from the front of `buffer`. Returns an HTTP status to refuse with, or 0.
    int feed(QByteArray &buffer);
    bool headerDone() const;
    bool done() const;
    bool started() const { return m_started; }
    bool keepAlive() const;
    /// Whether the sender waits for "100 Continue" before it sends its body; once.
    bool takeContinue();
    Request take();

private:
    struct Impl;
    /// 0, or the status to refuse an incomplete head with.
    int scanHead(const QByteArray &buffer);
    int checkHead();
    qsizetype countFields() const;
    std::unique_ptr<Impl> m_impl;
    Limits m_limits;
    bool m_started = false;
    bool m_checked = false;
    qsizetype m_scanned = 0; ///< bytes of the buffer that scanHead() has seen
    bool m_hasLine = false;  ///< the request line is complete
};

} // namespace httpd
