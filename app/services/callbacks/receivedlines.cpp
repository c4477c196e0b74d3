#include "services/callbacks/receivedlines.h"

namespace services {

static constexpr size_t mostLines = 10'000;
static constexpr qint64 mostCaptured = 64 * 1024 * 1024;

static qint64 sizeOf(const domain::CapturedRequest &c)
{
    qint64 n = c.body.size() + c.target.size() + 200;
    for (const auto &h : c.headers)
        n += h.first.size() + h.second.size() + 50;
    return n;
}

void ReceivedLines::forget(ReceivedLine &old)
{
    if (old.capture)
        m_captured -= sizeOf(*old.capture);
    old.capture.reset();
}

const ReceivedLine &ReceivedLines::add(ReceivedLine line)
{
    ++m_seen;
    m_refused += line.status >= 400 ? 1 : 0;
    line.number = quint64(m_seen);
    m_lines.push_front(std::move(line));
    if (const auto &capture = m_lines.front().capture; capture)
        m_captured += sizeOf(*capture);
    if (m_lines.size() > mostLines) {
        forget(m_lines.back());
        m_lines.pop_back();
    }
    while (m_captured > mostCaptured && m_keeping < quint64(m_seen)) { // the oldest that is still there
        const quint64 number = ++m_keeping;
        const quint64 oldest = m_lines.back().number;
        if (number >= oldest)
            forget(m_lines.at(size_t(quint64(m_seen) - number)));
    }
    return m_lines.front();
}

void ReceivedLines::clear()
{
    m_lines.clear();
    m_captured = 0;
    m_keeping = quint64(m_seen);
}

} // namespace services
