#pragma once
#include "core/clock.h"
#include "httpd/message.h"
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <memory>

namespace lab {

/// The log of the simulated tenant's deliveries. Thread: the lab's.
class Invocations
{
public:
    /// The id of an invocation, and what completes it.
    struct Begun
    {
        QString id;
        QString secret;
    };
    explicit Invocations(std::shared_ptr<core::Clock> clock);
    Begun begin(const QJsonObject &subscription, const QJsonObject &input, const QJsonObject &content, bool isTest);
    void end(const QString &invocation, const QJsonValue &output, const QString &error);
    /// Whoever was asked answers later, with the secret.
    httpd::Response complete(const QString &id, const QJsonObject &body);
    /// The newest first, without secrets.
    QJsonArray shown() const;

private:
    std::shared_ptr<core::Clock> m_clock;
    QList<QJsonObject> m_all; ///< newest last, at most 2,000; with "_secret" inside only
};

} // namespace lab
