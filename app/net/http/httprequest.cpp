#include "net/http/httprequest.h"
#include <QCoreApplication>
#include <algorithm>

namespace net {

namespace {

QString sayHttp(const char *text)
{
    return QCoreApplication::translate("Http", text);
}

// RFC 9110, 5.6.2.
bool isToken(const QByteArray &text)
{
    constexpr QByteArrayView signs("!#$%&'*+-.^_`|~");
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [signs](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || signs.contains(c);
    });
}

bool isPlain(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

// Servers and the proxies before them decode a path: what is refused plain is refused encoded.
bool isPlainPath(const QByteArray &encoded)
{
    const QByteArray path = QByteArray::fromPercentEncoding(encoded);
    if (std::any_of(path.begin(), path.end(), [](char c) { return uchar(c) < 0x20 || c == 0x7f; }))
        return false;
    const auto parts = path.split('/'); // an encoded slash is one, too
    return std::none_of(parts.begin(), parts.end(), [](const QByteArray &part) { return part == "." || part == ".."; });
}

} // namespace

std::optional<core::Error> requestFault(const HttpRequest &r)
{
    const auto fault = [](const QString &text) { return core::makeError(core::ErrorCode::Usage, text); };
    if (!isToken(r.method))
        return fault(sayHttp(QT_TRANSLATE_NOOP("Http", "The request has no usable method. Nothing was sent.")));
    const QString scheme = r.url.scheme();
    if (!r.url.isValid() || r.url.host().isEmpty() || !r.url.userInfo().isEmpty() ||
        (scheme != QLatin1String("https") && scheme != QLatin1String("http")))
        return fault(sayHttp(QT_TRANSLATE_NOOP(
            "Http", "The request has no usable address: a sign in it may not be sent. Nothing was sent.")));
    if (!isPlainPath(r.url.path(QUrl::FullyEncoded).toLatin1()))
        return fault(sayHttp(QT_TRANSLATE_NOOP("Http",
            "The path of the request holds a control character, or a part that leads elsewhere. Nothing was sent.")));
    QList<std::pair<QByteArray, QByteArray>> all = r.headers;
    all.append({QByteArrayLiteral("Content-Type"), r.contentType});
    for (const auto &[name, value] : std::as_const(all)) {
        if (!isToken(name))
            return fault(
                sayHttp(QT_TRANSLATE_NOOP("Http", "A header of the request has no usable name. Nothing was sent.")));
        if (isPlain(value))
            continue;
        const bool isCredential = name.compare("Authorization", Qt::CaseInsensitive) == 0;
        return fault(
            isCredential
                ? sayHttp(QT_TRANSLATE_NOOP("Http", "The key or token holds a line end or another character that may "
                                                    "not be sent. Nothing was sent: replace it in Settings, Tenants."))
                : sayHttp(QT_TRANSLATE_NOOP("Http", "The value of the header %1 holds a line end or another character "
                                                    "that may not be sent. Nothing was sent."))
                      .arg(QString::fromLatin1(name)));
    }
    return std::nullopt;
}

} // namespace net
