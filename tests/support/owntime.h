#pragma once
#include <QElapsedTimer>
#include <QFile>

namespace support {

/// What this thread needed: the time that passed less the time for which it could have run and another one did. A bound
/// on speed that holds on a machine that does other things, too; waiting for a lock, a disk or a peer counts. Linux;
/// elsewhere all time counts. Of one thread only.
class OwnTime
{
public:
    OwnTime() { restart(); }
    qint64 nsecsElapsed() const { return m_passed.nsecsElapsed() - (waited() - m_waited); }
    /// Milliseconds.
    qint64 elapsed() const { return nsecsElapsed() / 1'000'000; }
    qint64 restart()
    {
        const qint64 needed = m_passed.isValid() ? elapsed() : 0;
        m_passed.start();
        m_waited = waited();
        return needed;
    }

private:
    static qint64 waited()
    {
        QFile f(QStringLiteral("/proc/thread-self/schedstat"));
        return f.open(QIODevice::ReadOnly) ? f.readAll().split(' ').value(1).toLongLong() : 0;
    }
    QElapsedTimer m_passed;
    qint64 m_waited = 0;
};

} // namespace support
