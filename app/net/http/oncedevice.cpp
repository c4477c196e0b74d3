#include "net/http/oncedevice.h"
#include <cstring>
#include <utility>

namespace net {

OnceDevice::OnceDevice(QByteArray bytes, QObject *parent) : QIODevice(parent), m_bytes(std::move(bytes))
{
    open(ReadOnly);
}

qint64 OnceDevice::readData(char *data, qint64 max)
{
    const qint64 n = qMin(max, qint64(m_bytes.size()) - m_at);
    if (n <= 0)
        return -1;
    memcpy(data, m_bytes.constData() + m_at, size_t(n));
    m_at += n;
    return n;
}

} // namespace net
