#include "httpd/parser.h"
#include <cstdint>

// The receiver's parser, fed in pieces whose sizes come from the input.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    static const httpd::Limits limits;
    httpd::RequestParser parser(limits);
    const size_t piece = 1 + data[0] % 64;
    QByteArray buffer;
    for (size_t at = 1; at < size; at += piece) {
        buffer.append(reinterpret_cast<const char *>(data + at), qsizetype(std::min(piece, size - at)));
        const int status = parser.feed(buffer);
        if (status != 0) {
            if (status < 400 || status > 599)
                __builtin_trap();
            return 0;
        }
        if (parser.done()) {
            const bool keeps = parser.keepAlive();
            const httpd::Request r = parser.take();
            // What passes has a method, a target, and no body beyond the limit.
            if (r.method.isEmpty() || r.body.size() > limits.bodyBytes || r.headers.size() > 64 ||
                (keeps && r.path.isEmpty()))
                __builtin_trap();
            return 0;
        }
    }
    return 0;
}
