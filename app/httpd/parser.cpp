#include "httpd/parser.h"
#include <boost/asio/buffer.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <iterator>
#include <utility>

namespace http = boost::beast::http;

namespace httpd {

static constexpr qint64 readChunk = 64 * 1024;

struct RequestParser::Impl
{
    http::request_parser<http::string_body> parser;
    qsizetype fields = 0;     ///< of the head
    qint64 bodyBytes = 0;     ///< as they came, with what chunks say of themselves
    bool mayContinue = false; ///< the sender waits for a word before it sends the body
};

RequestParser::RequestParser(const Limits &limits) : m_impl(std::make_unique<Impl>()), m_limits(limits)
{
    m_impl->parser.eager(false); // the head by itself, before anything behind it
    m_impl->parser.header_limit(std::uint32_t(limits.headerBytes));
    m_impl->parser.body_limit(std::uint64_t(limits.bodyBytes));
}

RequestParser::~RequestParser() = default;

static QByteArray bytes(boost::beast::string_view v)
{
    return {v.data(), qsizetype(v.size())};
}

using Message = http::request<http::string_body>;

static bool isWord(boost::beast::string_view value, const char *word)
{
    return boost::beast::iequals(value, word);
}

// Chunks, and nothing else: what else there may be on top nobody sends. Beside a length it is somebody's trick.
static int chunkRefusal(const Message &message)
{
    const auto [first, last] = message.equal_range(http::field::transfer_encoding);
    if (first == last)
        return 0;
    if (std::next(first) != last || !isWord(first->value(), "chunked"))
        return 501;
    return message.version() != 11 || message.find(http::field::content_length) != message.end() ? 400 : 0;
}

static int expectRefusal(const Message &message)
{
    const auto [first, last] = message.equal_range(http::field::expect);
    const bool isOther = first != last && (std::next(first) != last || !isWord(first->value(), "100-continue"));
    return isOther ? 417 : 0;
}

static int refusalOf(const Message &message, bool takesNoLength)
{
    int hosts = 0;
    int lengths = 0;
    int fields = 0;
    for (const auto &f : message) {
        ++fields;
        hosts += f.name() == http::field::host ? 1 : 0;
        lengths += f.name() == http::field::content_length ? 1 : 0;
    }
    if (fields > 64)
        return 431;
    if (message.version() != 11 && message.version() != 10)
        return 505;
    if (hosts > 1 || lengths > 1 || (message.version() == 11 && hosts != 1))
        return 400;
    if (message.target().empty() || message.target().front() != '/')
        return 400; // only the origin form: no proxy requests, no "*"
    const bool hasBody = message.method() == http::verb::post || message.method() == http::verb::put ||
                         message.method() == http::verb::patch;
    if (hasBody && !takesNoLength && message.find(http::field::content_length) == message.end() &&
        message.find(http::field::transfer_encoding) == message.end())
        return 411;
    if (const int refusal = expectRefusal(message))
        return refusal;
    if (const int refusal = chunkRefusal(message))
        return refusal;
    if (message.find(http::field::content_encoding) != message.end())
        return 415;
    return 0;
}

// Only what is new, with the three bytes before it: a head that comes byte by byte costs no more than one that comes at
// once. A header line that starts with white space continues the one before: Beast unfolds it, we refuse it.
int RequestParser::scanHead(const QByteArray &buffer)
{
    // Beast takes whole lines: what it leaves starts one.
    if (m_hasLine && m_scanned == 0 && (buffer.front() == ' ' || buffer.front() == '\t'))
        return 400;
    if (m_hasLine && buffer.front() == '\r')
        return 0; // the empty line: what follows is no header
    const QByteArrayView fresh = QByteArrayView(buffer).sliced(std::max<qsizetype>(0, m_scanned - 3));
    m_scanned = buffer.size();
    if (!m_hasLine) {
        const qsizetype line = fresh.indexOf("\r\n");
        const qsizetype length = buffer.size() - (line < 0 ? 0 : fresh.size() - line);
        if (length > m_limits.requestLineBytes)
            return 414;
        m_hasLine = line >= 0;
    }
    for (qsizetype at = fresh.indexOf("\r\n"); at >= 0 && at + 2 < fresh.size(); at = fresh.indexOf("\r\n", at + 2)) {
        if (fresh.at(at + 2) == ' ' || fresh.at(at + 2) == '\t')
            return 400;
        if (fresh.at(at + 2) == '\r') // the empty line: what follows is no header
            break;
    }
    return 0;
}

int RequestParser::feed(QByteArray &buffer)
{
    m_started = m_started || !buffer.isEmpty();
    while (!buffer.isEmpty() && !m_impl->parser.is_done()) {
        if (!m_impl->parser.is_header_done()) {
            if (const int refusal = scanHead(buffer))
                return refusal;
        }
        boost::system::error_code ec;
        const auto n = m_impl->parser.put(boost::asio::buffer(buffer.constData(), size_t(buffer.size())), ec);
        if (m_checked)
            m_impl->bodyBytes += qint64(n);
        buffer.remove(0, qsizetype(n));
        m_scanned = std::max<qsizetype>(0, m_scanned - qsizetype(n));
        m_hasLine = m_hasLine || n > 0;
        if (ec == http::error::need_more) {
            if (buffer.size() > m_limits.headerBytes) // of a head, or of what a chunk says of itself
                return m_impl->parser.is_header_done() ? 400 : 431;
            break;
        }
        if (ec == http::error::header_limit)
            return 431;
        if (ec == http::error::body_limit)
            return 413;
        if (ec)
            return 400;
        // Chunks of a byte each would come with many times their content.
        if (m_impl->bodyBytes > 4 * m_limits.bodyBytes + readChunk)
            return 413;
        if (const int refusal = checkHead())
            return refusal;
    }
    if (const int refusal = checkHead())
        return refusal;
    return done() && countFields() != m_impl->fields ? 400 : 0; // what comes behind the body proves nothing
}

qsizetype RequestParser::countFields() const
{
    const auto &message = m_impl->parser.get();
    return std::distance(message.begin(), message.end());
}

// Once, as soon as it is whole.
int RequestParser::checkHead()
{
    if (m_checked || !m_impl->parser.is_header_done())
        return 0;
    m_checked = true;
    m_impl->parser.eager(true);
    m_impl->fields = countFields();
    const auto &message = m_impl->parser.get();
    m_impl->mayContinue = message.version() == 11 && message.find(http::field::expect) != message.end();
    return refusalOf(message, m_limits.takesNoLength);
}

bool RequestParser::takeContinue()
{
    return std::exchange(m_impl->mayContinue, false) && !done();
}

bool RequestParser::headerDone() const
{
    return m_impl->parser.is_header_done();
}
bool RequestParser::done() const
{
    return m_impl->parser.is_done();
}
bool RequestParser::keepAlive() const
{
    return m_impl->parser.get().keep_alive() && m_impl->parser.get().version() == 11;
}

Request RequestParser::take()
{
    auto message = m_impl->parser.release();
    Request r;
    r.method = bytes(message.method_string());
    const QByteArray target = bytes(message.target());
    const qsizetype q = target.indexOf('?');
    r.path = q < 0 ? target : target.left(q);
    r.query = q < 0 ? QByteArray() : target.mid(q + 1);
    for (const auto &f : message)
        r.headers.append({bytes(f.name_string()), bytes(f.value())});
    r.body = QByteArray(message.body().data(), qsizetype(message.body().size()));
    return r;
}

} // namespace httpd
