#pragma once
#include <QByteArray>

namespace net {

/// What the console asks for, and the only codings that it reads.
inline const QByteArray &acceptedCodings()
{
    static const QByteArray all = QByteArrayLiteral("gzip, deflate");
    return all;
}

/// A body without its codings.
struct DecodedBody
{
    enum State {
        Whole,
        Cut,     ///< it ends before its end, or its check sum is another one: on the way something was lost
        Unknown, ///< a coding that the console does not read
        TooLarge,
    };
    State state = Whole;
    QByteArray body;   ///< of Whole only
    QByteArray coding; ///< of Unknown only: its name
};

/// Takes off what Content-Encoding names, the last first (RFC 9110, 8.4): gzip and x-gzip, also of several members;
/// deflate with and without zlib's head; identity. Nothing stays nothing, whatever it is said to be. `maxBytes`: of the
/// outcome. Thread: any.
DecodedBody decodedBody(const QByteArray &codings, const QByteArray &body, qint64 maxBytes);

} // namespace net
