#pragma once
#include "core/clock.h"
#include "lab/options.h"
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <functional>
#include <memory>

namespace lab {

/// Posts results to a session's callback address the way providers do: signed or with a secret, tried again while it is
/// not answered with 2xx. Lives on the lab's thread.
class CallbackSender : public QObject
{
public:
    CallbackSender(const Options &options, const QString &secret, std::shared_ptr<core::Clock> clock);
    /// How one callback differs from an honest one.
    struct Change
    {
        QStringList faults;                  ///< as Options::callbackFaults
        std::chrono::seconds clockOffset{0}; ///< of the time that is signed
        QJsonObject body;                    ///< members that replace the honest ones
    };
    using Done = std::function<void(int status)>;
    /// Once, and not again whatever is answered; `done` with 0 when nothing was.
    void sendOnce(const QString &url, const QJsonObject &body, const Change &change, Done done);
    /// The last sendOnce() bit for bit, as somebody does who has overheard it.
    void repeat(Done done);
    /// With "duplicate" among the options' callback faults twice, with "bad-signature" over another text.
    void send(const QString &url, const QJsonObject &body);
    qint64 delivered() const { return m_delivered; }
    qint64 refused() const { return m_refused; }

private:
    void post(const QString &url, const QByteArray &body, const QByteArray &id, int attempt);
    void sign(QNetworkRequest &request, const QByteArray &body, const QByteArray &id, const Change &change) const;
    QNetworkRequest requestFor(
        const QString &url, const QByteArray &body, const QByteArray &id, const Change &change) const;
    void carry(Done done);
    QNetworkRequest m_last;
    QByteArray m_lastBody;

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
