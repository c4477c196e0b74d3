#pragma once
#include "httpd/server.h"
#include "net/receiver/admission.h"
#include "net/receiver/receiver.h"
#include <memory>
#include <mutex>
#include <vector>

namespace net {

/// The receiver's inside, on its own thread.
class Receiver::Engine : public QObject
{
public:
    Engine(Receiver &owner, ReceiverOptions options, Store store, std::shared_ptr<core::Clock> clock);
    ~Engine() override;
    core::Result<quint16> listen();
    void stopListening() { m_server->close(); }
    bool isStoring() const { return m_isStoring || !m_waiting.empty() || m_events > 0; }
    void close();

private:
    /// How the ledger's thread finds this object, or that it is gone.
    struct Link
    {
        std::mutex mutex;
        Engine *engine = nullptr;
    };
    struct Waiting
    {
        domain::Callback callback;
        httpd::Server::Reply reply;
        ReceivedRequest request;
        qint64 startedNs = 0;
        std::shared_ptr<domain::CapturedRequest> capture;
        bool isEvent = false;
    };
    void handle(const httpd::Request &request, const httpd::Server::Reply &reply);
    domain::CallbackVerdict takeProbe(
        const httpd::Request &request, const Waiting &waiting, const QByteArray &nonce, int &wait);
    /// A refusal, or the event that is on its way to be stored.
    std::optional<domain::CallbackVerdict> takeEvent(
        const httpd::Request &request, const std::shared_ptr<Waiting> &waiting, int &wait);
    /// A refusal, or the callback that is to be stored.
    std::optional<domain::CallbackVerdict> takeCallback(const httpd::Request &request, Waiting &waiting, int &wait);
    void flush();
    void stored(const std::shared_ptr<std::vector<Waiting>> &batch, const QList<domain::CallbackVerdict> &verdicts);
    void answer(
        Waiting &waiting, domain::CallbackVerdict verdict, int wait, const domain::EventAnswer *event = nullptr);

    Receiver &m_owner;
    ReceiverOptions m_options;
    Store m_store;
    std::shared_ptr<core::Clock> m_clock;
    Admission m_admission;
    std::unique_ptr<httpd::Server> m_server;
    std::vector<Waiting> m_waiting;
    bool m_isStoring = false;
    int m_events = 0; ///< taken and not yet answered
    std::shared_ptr<Link> m_link;
};

/// The answer's status for a verdict.
int statusOf(domain::CallbackVerdict verdict);

} // namespace net
