#include "net/receiver/receiver.h"
#include "net/receiver/engine.h"
#include <QThread>
#include <QTimer>

namespace net {

static constexpr qsizetype mostUntold = 2000;

Receiver::Receiver(Store store, std::shared_ptr<core::Clock> clock, QObject *parent)
    : QObject(parent), m_store(std::move(store)), m_clock(std::move(clock))
{
    qRegisterMetaType<net::ReceivedRequest>();
}

Receiver::~Receiver()
{
    stop();
}

core::Result<quint16> Receiver::start(const ReceiverOptions &options)
{
    stop();
    if (const auto faults = domain::validate(options.settings); !faults.isEmpty())
        return faults.first();
    if (const auto fault = secretFault(options.settings.auth, options.secret, options.settings.scheme.format))
        return *fault;
    if (options.nextSecret) {
        if (const auto fault = secretFault(options.settings.auth, options.nextSecret, options.settings.scheme.format))
            return *fault;
    }
    m_thread = std::make_unique<QThread>();
    m_thread->setObjectName(QStringLiteral("receiver"));
    m_engine = new Engine(*this, options, m_store, m_clock);
    m_engine->moveToThread(m_thread.get());
    m_thread->start();
    core::Result<quint16> port = quint16(0);
    QMetaObject::invokeMethod(
        m_engine, [this, &port] { port = m_engine->listen(); }, Qt::BlockingQueuedConnection);
    if (!port)
        stop();
    return port;
}

// A flood of requests must not become a flood of events.
void Receiver::push(const ReceivedRequest &request)
{
    const std::lock_guard lock(m_mutex);
    if (m_recent.size() >= mostUntold) {
        m_untold += mostUntold / 2;
        m_recent.erase(m_recent.begin(), m_recent.begin() + mostUntold / 2);
    }
    m_recent.push_back(request);
    // A moment later, for all that came meanwhile.
    if (!std::exchange(m_isWaking, true))
        QMetaObject::invokeMethod(
            this, [this] { QTimer::singleShot(20, this, &Receiver::wake); }, Qt::QueuedConnection);
}

void Receiver::wake()
{
    std::vector<ReceivedRequest> told;
    {
        const std::lock_guard lock(m_mutex);
        told.swap(m_recent);
        m_isWaking = false;
    }
    for (const ReceivedRequest &r : told)
        Q_EMIT handled(r);
}

void Receiver::stop()
{
    if (!m_engine)
        return;
    Engine *engine = std::exchange(m_engine, nullptr);
    // What is being stored is answered first, within a second; sockets and timers die on the thread that they live on.
    QMetaObject::invokeMethod(
        engine, [engine] { engine->stopListening(); }, Qt::BlockingQueuedConnection);
    bool isStoring = true;
    for (int i = 0; i < 100 && isStoring; ++i) {
        QMetaObject::invokeMethod(
            engine, [engine, &isStoring] { isStoring = engine->isStoring(); }, Qt::BlockingQueuedConnection);
        if (isStoring)
            QThread::msleep(10);
    }
    QMetaObject::invokeMethod(
        engine, [engine] { engine->close(); }, Qt::BlockingQueuedConnection);
    m_thread->quit();
    m_thread->wait();
    delete engine;
    m_thread.reset();
}

} // namespace net
