#include "domain/verification/namematch.h"
#include <cstdint>

// Two names out of any text: no crash, marks inside the texts, a name is never "different" from itself.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype cut = bytes.indexOf('\n');
    const QString a = QString::fromUtf8(cut < 0 ? bytes : bytes.left(cut));
    const QString b = QString::fromUtf8(cut < 0 ? bytes : bytes.mid(cut + 1));
    const auto m = domain::compareNames({a, {}, {}}, b);
    for (const auto &mark : m.directoryMarks) {
        if (mark.from < 0 || mark.from + mark.length > a.size())
            __builtin_trap();
    }
    for (const auto &mark : m.documentMarks) {
        if (mark.from < 0 || mark.from + mark.length > b.size())
            __builtin_trap();
    }
    // The second comparison only now and then: it says little new and costs as much.
    if (size % 32 == 0 && domain::compareNames({a, {}, {}}, a).verdict == domain::NameVerdict::Different)
        __builtin_trap();
    return 0;
}
