#pragma once
#include "core/clock.h"
#include "httpd/message.h"
#include "lab/options.h"
#include "lab/provider/callbacksender.h"
#include <QHash>
#include <QJsonObject>
#include <memory>

namespace lab {

class BlockId;

/// The simulated identity-verification provider: the seed document's contract, written independently of the client.
class IdvProvider
{
public:
    IdvProvider(const Options &options, Endpoints endpoints, const std::shared_ptr<core::Clock> &clock,
        const QString &callbackSecret);
    ~IdvProvider();
    httpd::Response handle(const httpd::Request &request);
    void setBaseUrl(const QString &url);
    QJsonObject counters() const;
    /// Sends what the provider would say of its newest session, changed as asked; see CallbackSender.
    /// In the body "$now" and "$name" stand for the time and the person's name.
    void sendCallback(const CallbackSender::Change &change, CallbackSender::Done done);
    void repeatCallback(CallbackSender::Done done);

private:
    struct Session
    {
        QString id;
        QString code;
        QString user;
        QString first;
        QString last;
        QString outcome;
        QString document;
        QString callbackUrl;
        int requiredIal = 2;
        core::Instant createdAt = 0;
        core::Instant resultAt = 0;
        core::Instant expiresAt = 0;
        bool isCancelled = false;
        bool isReported = false;
    };
    httpd::Response create(const httpd::Request &r);
    httpd::Response status(const Session &s) const;
    QJsonObject state(const Session &s) const;
    /// Posts the end of a session to its callback address, once.
    void report(const QString &id);
    httpd::Response page(const httpd::Request &r);
    bool takeFault(const QString &name);

    Options m_options;
    Endpoints m_ends;
    std::shared_ptr<core::Clock> m_clock;
    QHash<QString, Session> m_sessions;
    QString m_newest;
    QHash<QString, qint64> m_counters;
    std::unique_ptr<CallbackSender> m_sender;
    std::unique_ptr<BlockId> m_blockId;
};

} // namespace lab
