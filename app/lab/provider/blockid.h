#pragma once
#include "core/clock.h"
#include "httpd/message.h"
#include "lab/options.h"
#include <QHash>
#include <QJsonObject>
#include <memory>

typedef struct ec_key_st EC_KEY;

namespace lab {

/// The simulated BlockID DocuVerify service, from the vendor's published helpers; its cryptography is its own, over
/// OpenSSL's older interface, so that one misreading cannot hide in both. Thread: the lab's.
class BlockId
{
public:
    BlockId(const Options &options, const Endpoints &ends, std::shared_ptr<core::Clock> clock);
    ~BlockId();
    /// Nothing when the path is not one of this service's.
    std::optional<httpd::Response> handle(const httpd::Request &request);
    void setBaseUrl(const QString &url) { m_base = url; }

private:
    struct Session
    {
        QString id;
        QString code;
        QString document;
        QString first;
        QString last;
        QString user;
        core::Instant createdAt = 0;
        core::Instant resultAt = 0;
    };
    struct Caller
    {
        QByteArray key; ///< shared with this caller
        bool isAllowed = false;
    };
    Caller callerOf(const httpd::Request &r) const;
    httpd::Response create(const QJsonObject &data);
    httpd::Response result(const QJsonObject &data, const Caller &caller);
    httpd::Response level(const QString &user, const Caller &caller) const;
    httpd::Response sealedAnswer(const QJsonObject &o, const Caller &caller) const;
    QByteArray publicKey() const;
    QByteArray shared(const QByteArray &theirs) const;

    Options m_options;
    Endpoints m_ends;
    std::shared_ptr<core::Clock> m_clock;
    QString m_base;
    EC_KEY *m_key;
    QHash<QString, Session> m_sessions;
};

} // namespace lab
