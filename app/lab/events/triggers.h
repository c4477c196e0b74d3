#pragma once
#include "core/clock.h"
#include "httpd/message.h"
#include "lab/events/invocations.h"
#include "lab/options.h"
#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QStringList>
#include <memory>

namespace lab {

/// The simulated tenant's event triggers: subscriptions, filters, deliveries and their log. Deliveries are real HTTP
/// calls, on the lab's thread.
class Triggers : public QObject
{
public:
    Triggers(Options options, std::shared_ptr<core::Clock> clock);
    httpd::Response triggers() const;
    /// `rest`: the path behind the service.
    httpd::Response subscriptions(const QByteArray &method, const QStringList &rest, const httpd::Request &r);
    httpd::Response invocations(const QByteArray &method, const QStringList &rest, const httpd::Request &r);
    /// Something happened in the tenant: whoever subscribed to it and whose filter fits is told.
    void raise(const QString &triggerId, const QJsonObject &input);
    bool hasSubscribers() const { return !m_subscriptions.isEmpty(); }
    qint64 delivered() const { return m_delivered; }

private:
    struct Subscription
    {
        QJsonObject body;         ///< as shown: without secrets
        QByteArray authorization; ///< what is sent
    };
    httpd::Response create(const QJsonObject &body);
    httpd::Response change(Subscription &subscription, const httpd::Request &r);
    httpd::Response validateFilter(const QJsonObject &body) const;
    httpd::Response test(const QJsonObject &body);
    QJsonObject start(
        const Subscription &subscription, const QJsonObject &input, const QJsonObject &content, bool isTest);
    void deliver(const Subscription &subscription, const QString &invocation, const QByteArray &body);
    qsizetype indexOf(const QString &id) const;

    Options m_options;
    std::shared_ptr<core::Clock> m_clock;
    QNetworkAccessManager m_net;
    QList<Subscription> m_subscriptions;
    Invocations m_invocations;
    qint64 m_delivered = 0;
};

} // namespace lab
