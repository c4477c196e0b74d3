#pragma once
#include "net/http/http.h"
#include "net/provider/provider.h"
#include "net/sailpoint/tokens.h"
#include <QJsonObject>

namespace net {

/// The contract of seed document 000: bearer API key, flat JSON, paths and pointers from the tenant's profile.
class BearerProvider final : public QObject, public Provider
{
    Q_OBJECT
public:
    BearerProvider(const domain::Tenant &tenant, Http &http, sailpoint::SecretSource apiKey,
        std::shared_ptr<core::Clock> clock, QObject *parent = nullptr);

    core::Async<domain::CreatedSession> create(const CreateRequest &request) override;
    core::Async<domain::ProviderResult> status(const core::ProviderSessionId &session) override;
    core::Async<Probed> probe(const core::ProviderSessionId &nobody, const core::SecretPtr &madeUp = {}) override;
    bool canSend(domain::Delivery) const override { return true; }
    bool canCancel() const override { return !m_tenant.provider.cancelPath.isEmpty(); }
    bool canResend() const override { return !m_tenant.provider.resendPath.isEmpty(); }
    core::Async<core::Unit> cancel(const core::ProviderSessionId &session) override;
    core::Async<core::Unit> resend(const core::ProviderSessionId &session) override;

private:
    core::Async<HttpResponse> send(const QByteArray &method, const QString &pathTemplate, const QString &session,
        const QByteArray &body, bool repeatable, const core::SecretPtr &madeUp = {});
    core::Async<core::Unit> post(const QString &pathTemplate, const core::ProviderSessionId &session);

    domain::Tenant m_tenant;
    Http &m_http;
    sailpoint::SecretSource m_key;
    std::shared_ptr<core::Clock> m_clock;
};

/// What a reader found wrong with an answer, with the ids of its request.
core::Error refused(const HttpResponse &response, const core::Error &fault);

/// The body of a create call; keys as in the seed.
QJsonObject createBody(const CreateRequest &request);

} // namespace net
