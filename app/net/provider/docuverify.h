#pragma once
#include "net/http/http.h"
#include "net/provider/assurancelevel.h"
#include "net/provider/docuverifyresult.h"
#include "net/provider/ecdhenvelope.h"
#include "net/provider/provider.h"
#include "net/sailpoint/tokens.h"
#include <QJsonObject>

namespace net {

/// 1Kosmos' public "BlockID DocuVerify" API: discovery, then encrypted calls under the service's key. One document type
/// a session; no callback, no cancel, no resend; an assurance level only where its own call reports one for this
/// session. The result is reduced to allow-listed fields on the line that decrypts it: images, numbers, birth date and
/// address go no further. Source: contract 1.1 to 1.3. Thread: the object's.
class DocuVerifyProvider final : public QObject, public Provider
{
    Q_OBJECT
public:
    DocuVerifyProvider(const domain::Tenant &tenant, Http &http, sailpoint::SecretSource licenceKey,
        std::shared_ptr<core::Clock> clock, QObject *parent = nullptr);

    core::Async<domain::CreatedSession> create(const CreateRequest &request) override;
    core::Async<domain::ProviderResult> status(const core::ProviderSessionId &session) override;
    core::Async<Probed> probe(const core::ProviderSessionId &nobody, const core::SecretPtr &madeUp = {}) override;
    bool canSend(domain::Delivery d) const override { return d == domain::Delivery::Link; }
    bool canCancel() const override { return false; }
    bool canResend() const override { return false; }
    bool takesSeveralDocuments() const override { return false; }
    core::Async<core::Unit> cancel(const core::ProviderSessionId &session) override;
    core::Async<core::Unit> resend(const core::ProviderSessionId &session) override;

private:
    /// What discovery found; kept for ten minutes.
    struct Service
    {
        QString docuverify;
        QByteArray publicKey;
        QByteArray communityKey;
        core::Instant until = 0;
    };
    core::Async<Service> discover();
    core::Async<HttpResponse> plain(const QByteArray &method, const QString &url, const QByteArray &body);
    core::Async<HttpResponse> sealed(const QByteArray &method, const QString &url, const QByteArray &theirKey,
        const std::optional<QJsonObject> &data, bool repeatable, const QString &operation = {},
        const core::SecretPtr &madeUp = {});
    core::Result<QJsonObject> opened(const HttpResponse &response, const QByteArray &pinned) const;
    core::Async<domain::ProviderResult> withLevel(const domain::ProviderResult &result,
        const core::ProviderSessionId &session, const SessionTime &time, const QString &user);

    domain::Tenant m_tenant;
    Http &m_http;
    sailpoint::SecretSource m_licence;
    std::shared_ptr<core::Clock> m_clock;
    std::shared_ptr<Envelope> m_envelope;
    core::Error m_envelopeFault;
    Service m_service;
};

/// The provider of a tenant's profile.
std::unique_ptr<Provider> makeProvider(
    const domain::Tenant &tenant, Http &http, sailpoint::SecretSource key, std::shared_ptr<core::Clock> clock);

} // namespace net
