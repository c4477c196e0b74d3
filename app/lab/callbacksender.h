#pragma once
#include "core/clock.h"
#include "lab/options.h"
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <memory>

namespace lab {

/// Posts results to a session's callback address the way providers do: signed or with a secret, tried again while it is
/// not answered with 2xx. Lives on the lab's thread.
class CallbackSender : public QObject
{
public:
    CallbackSender(const Options &options, QString secret, std::shared_ptr<core::Clock> clock);
    /// With "duplicate" among the options' callback faults twice, with "bad-signature" over another text.
    void send(const QString &url, const QJsonObject &body);
    qint64 delivered() const { return m_delivered; }
    qint64 refused() const { return m_refused; }

private:
    void post(const QString &url, const QByteArray &body, const QByteArray &id, int attempt);
    void sign(class QNetworkRequest &request, const QByteArray &body, const QByteArray &id) const;

    Options m_options;
    QByteArray m_secret;
    std::shared_ptr<core::Clock> m_clock;
    QNetworkAccessManager m_net;
    qint64 m_delivered = 0;
    qint64 m_refused = 0;
};

/// A secret for the mode, and what the receiver needs to know of it (the same, or the public key).
struct CallbackSecret
{
    QString own;
    QString given;
};
CallbackSecret makeCallbackSecret(const QString &mode);

} // namespace lab
