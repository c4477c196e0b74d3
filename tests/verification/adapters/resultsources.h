#pragma once
#include "httpd/server.h"
#include "net/provider/bearerprovider.h"
#include "net/receiver/receiver.h"
#include "support/await.h"
#include "support/fakeclock.h"
#include <QTcpSocket>
#include <mutex>

namespace support {

/// When the verification was completed, and when its result is read.
inline constexpr core::Instant resultDone = 1'782'900'000'000; // 2026-07-01T10:00:00Z
inline constexpr core::Instant resultRead = resultDone + core::minuteMs;

inline const QByteArray resultToken = "0123456789abcdef0123456789abcdef";

/// An answer as text: fields in their order, so that one can stand twice.
struct ResultBody
{
    QList<std::pair<QByteArray, QByteArray>> fields{{"session_id", "\"k1-1\""},
        {"user_identifier", "\"ann@halden.example\""}, {"verification_status", "\"VERIFIED\""}, {"ial_level", "2"},
        {"verified_name", "\"ANN EXAMPLE\""}, {"document_type", "\"passport\""},
        {"completed_at", "\"2026-07-01T10:00:00Z\""}};
    ResultBody with(const QByteArray &key, const QByteArray &raw) const
    {
        ResultBody b = *this;
        for (auto &f : b.fields) {
            if (f.first == key)
                f.second = raw;
        }
        return b;
    }
    ResultBody plus(const QByteArray &key, const QByteArray &raw) const
    {
        ResultBody b = *this;
        b.fields.append({key, raw});
        return b;
    }
    ResultBody without(const QByteArray &key) const
    {
        ResultBody b = *this;
        b.fields.removeIf([&key](const auto &f) { return f.first == key; });
        return b;
    }
    operator QByteArray() const
    {
        QByteArray out;
        for (const auto &f : fields)
            out += (out.isEmpty() ? "{\"" : ",\"") + f.first + "\":" + f.second;
        return out + '}';
    }
};

inline domain::Session sessionOfResult()
{
    domain::Session s;
    s.personName = QStringLiteral("Ann Example");
    s.firstName = QStringLiteral("Ann");
    s.lastName = QStringLiteral("Example");
    s.providerId = core::ProviderSessionId(QStringLiteral("k1-1"));
    s.userHash = domain::userDigest(QStringLiteral("ann@halden.example"));
    s.createdAt = resultDone - 5 * core::minuteMs;
    s.request.requiredIal = 2;
    s.request.documents = {QStringLiteral("passport")};
    return s;
}

/// What is made of a result: one word, with the cause, the field or the unknown word behind it.
inline QString verdictOf(const domain::ProviderResult &r)
{
    const auto j = domain::evaluateResult(r, sessionOfResult(), resultRead);
    switch (j.event) {
    case domain::SessionEvent::Pass: return QStringLiteral("pass");
    case domain::SessionEvent::PassToReview: return QStringLiteral("held ") + domain::reviewReasonKey(j.cause);
    case domain::SessionEvent::ProviderFailed: return QStringLiteral("failed");
    case domain::SessionEvent::StillOpen:
        return r.status == domain::ProviderStatus::Unknown ? QStringLiteral("unknown ") + r.statusWord
                                                           : QStringLiteral("open");
    default: return QStringLiteral("ended");
    }
}

inline QString refusedField(const QString &field)
{
    return QStringLiteral("refused ") + field;
}

/// The two ways by which a result comes in, each as the program has it: a provider that is asked, a receiver that is
/// told.
struct ResultSources
{
    explicit ResultSources(const domain::ResultMapping &mapping = {})
        : peer(httpd::Server::Handler([this](const httpd::Request &) {
              httpd::Response r;
              r.body = answer;
              return r;
          })),
          receiver(
              [this](const QList<domain::Callback> &batch,
                  const std::function<void(QList<domain::CallbackVerdict>)> &stored) {
                  {
                      const std::lock_guard lock(mutex);
                      received = batch.last();
                  }
                  stored(QList<domain::CallbackVerdict>(batch.size(), domain::CallbackVerdict::Stored));
              },
              clock)
    {
        tenant.idvUrl = QStringLiteral("http://127.0.0.1:%1").arg(*peer.listen(QHostAddress::LocalHost, 0));
        tenant.communityId = QStringLiteral("c1");
        tenant.provider.results = mapping;
        provider = std::make_unique<net::BearerProvider>(
            tenant, http, [] { return core::ready<core::SecretPtr>(core::makeSecret(QByteArrayLiteral("key"))); },
            clock);
        net::ReceiverOptions o;
        o.tenant = core::TenantId(QStringLiteral("t1"));
        o.settings.port = 0;
        o.settings.auth = domain::CallbackAuth::Bearer;
        o.settings.perSecond = 10'000;
        o.secret = core::makeSecret(resultToken);
        o.provider = tenant.provider;
        port = *receiver.start(o);
    }
    core::Result<domain::ProviderResult> asked(const QByteArray &body)
    {
        answer = body;
        return await(provider->status(core::ProviderSessionId(QStringLiteral("k1-1"))));
    }
    QString byQuery(const QByteArray &body)
    {
        const auto r = asked(body);
        if (r)
            return verdictOf(*r);
        return r.error().code == core::ErrorCode::Protocol ? refusedField(r.error().field)
                                                           : QStringLiteral("error ") + core::codeName(r.error().code);
    }
    QString byCallback(const QByteArray &body)
    {
        QSignalSpy handled(&receiver, &net::Receiver::handled);
        QTcpSocket s;
        s.connectToHost(QHostAddress::LocalHost, port);
        if (!s.waitForConnected(2000))
            return QStringLiteral("no connection");
        s.write("POST /idv/callback HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nConnection: "
                "close\r\nAuthorization: Bearer " +
                resultToken + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        if (!QTest::qWaitFor([&] { return !handled.isEmpty(); }, 10000))
            return QStringLiteral("not handled");
        const auto seen = qvariant_cast<net::ReceivedRequest>(handled.first().first());
        if (seen.verdict == domain::CallbackVerdict::BadBody || seen.verdict == domain::CallbackVerdict::BadSchema)
            return refusedField(seen.field);
        if (seen.verdict != domain::CallbackVerdict::Stored)
            return QStringLiteral("status %1").arg(seen.status);
        const std::lock_guard lock(mutex);
        return verdictOf(received.result);
    }

    std::shared_ptr<core::Clock> clock = std::make_shared<support::FakeClock>(resultRead);
    QByteArray answer;
    httpd::Server peer;
    net::Http http{{}, std::make_shared<net::NoLimiter>(), std::make_shared<core::SystemClock>()};
    domain::Tenant tenant;
    std::unique_ptr<net::BearerProvider> provider;
    std::mutex mutex;
    domain::Callback received;
    net::Receiver receiver;
    quint16 port = 0;
};

inline QByteArray inQuotes(const QByteArray &text)
{
    return '"' + text + '"';
}

} // namespace support
