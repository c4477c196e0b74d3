#include "net/http/contentcoding.h"
#include <QByteArrayList>
#include <algorithm>
#include <array>
#include <zlib.h>

namespace net {

namespace {

constexpr int gzipWindow = 15 + 16, zlibWindow = 15, bareWindow = -15;

/// One run of zlib over a whole text.
class Inflation
{
public:
    Inflation(const QByteArray &in, int window)
    {
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(in.constData())); // zlib only reads it
        m_stream.avail_in = uInt(in.size());
        m_isReady = inflateInit2(&m_stream, window) == Z_OK;
    }
    ~Inflation()
    {
        if (m_isReady)
            inflateEnd(&m_stream);
    }
    Inflation(const Inflation &) = delete;
    Inflation &operator=(const Inflation &) = delete;
    DecodedBody run(qint64 maxBytes)
    {
        DecodedBody out;
        std::array<char, 64 * 1024> buffer;
        while (m_isReady) {
            m_stream.next_out = reinterpret_cast<Bytef *>(buffer.data());
            m_stream.avail_out = uInt(buffer.size());
            const int told = inflate(&m_stream, Z_NO_FLUSH);
            out.body.append(buffer.data(), qsizetype(buffer.size() - m_stream.avail_out));
            if (out.body.size() > maxBytes)
                return {DecodedBody::TooLarge, {}, {}};
            if (told == Z_STREAM_END && (m_stream.avail_in == 0 || inflateReset(&m_stream) != Z_OK))
                return out;
            if (told != Z_OK && told != Z_STREAM_END)
                break;
        }
        return {DecodedBody::Cut, {}, {}};
    }

private:
    z_stream m_stream{};
    bool m_isReady = false;
};

DecodedBody inflated(const QByteArray &coding, const QByteArray &body, qint64 maxBytes)
{
    if (coding == "gzip" || coding == "x-gzip")
        return Inflation(body, gzipWindow).run(maxBytes);
    if (coding != "deflate")
        return {DecodedBody::Unknown, {}, coding};
    // Half of the world leaves out the head that the standard asks for.
    const DecodedBody out = Inflation(body, zlibWindow).run(maxBytes);
    return out.state == DecodedBody::Cut ? Inflation(body, bareWindow).run(maxBytes) : out;
}

} // namespace

DecodedBody decodedBody(const QByteArray &codings, const QByteArray &body, qint64 maxBytes)
{
    DecodedBody out{DecodedBody::Whole, body, {}};
    if (codings.isEmpty() || body.isEmpty())
        return out;
    QByteArrayList names = codings.toLower().split(',');
    std::reverse(names.begin(), names.end());
    for (const QByteArray &name : std::as_const(names)) {
        const QByteArray coding = name.trimmed();
        if (!coding.isEmpty() && coding != "identity" && out.state == DecodedBody::Whole)
            out = inflated(coding, out.body, maxBytes);
    }
    return out;
}

} // namespace net
