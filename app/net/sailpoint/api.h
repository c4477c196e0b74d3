#pragma once
#include "net/sailpoint/tokens.h"

namespace net::sailpoint {

/// One call of a tenant's API, before address and token are added.
struct Call
{
    domain::Product product = domain::Product::SecurityCloud; ///< whose call it is
    QString base; ///< another address of the same server (a plug-in's); empty: the tenant's
    QByteArray method = QByteArrayLiteral("GET");
    QString version;   ///< of a call that is only there in one ("v3"); empty: the tenant's paths
    QString service;   ///< "/identities"
    QString rest;      ///< "/{id}" with its values in place
    QString operation; ///< "/identities/{id}", the form that is logged
    QByteArray query;
    QByteArray body;
    QByteArray contentType;
    QByteArray ifMatch; ///< an entity tag: refused when the object has changed since
    bool repeatable = false;
    std::chrono::milliseconds deadline = 30s;
    qint64 maxBytes = 16LL * 1024 * 1024;
};

/// A tenant's SailPoint API: bearer token, in the cloud the experimental header always, one replay with a fresh token
/// on 401. A call is never repeated by other paths but where it reads (domain/tenants/paths/pathstyle.h). A call of the
/// product that the tenant is not ends as Conflict (Unsupported) and nothing is sent. Thread:
/// the object's. Answers of any status are values, see net/sailpoint/answers.h.
class Api : public QObject
{
    Q_OBJECT
public:
    Api(const domain::Tenant &tenant, Http &http, SecretSource secret, std::shared_ptr<core::Clock> clock,
        QObject *parent = nullptr);

    core::Async<HttpResponse> send(const Call &call);
    core::Async<TokenInfo> signIn();
    /// As another window or process left them.
    void adoptPaths(domain::PathStyle style, core::Instant movedToV1At);
    /// The calls whose answers said that their paths end (X-Deprecated), with how many there were.
    const QMap<QString, int> &deprecated() const { return m_deprecated; }
    const domain::Tenant &tenant() const { return m_tenant; }
    Tokens &tokens() { return m_tokens; }
    Http &http() { return m_http; }

Q_SIGNALS:
    /// The tenant's path style is Auto, and a read was answered by the per-service paths: all calls go there from now
    /// on, also of what is half done. UTC ms.
    void movedToPerServicePaths(core::Instant at);

private:
    struct Waiting
    {
        Call call;
        core::Deferred<HttpResponse> promise;
        HttpResponse answer;
    };
    void considerPaths(const Call &call, domain::PathStyle sentBy, const core::Deferred<HttpResponse> &promise,
        const HttpResponse &answer);
    void confirmEnd(const Call &call, const core::Deferred<HttpResponse> &promise, const HttpResponse &answer,
        const HttpResponse &other);
    void confirmAbsence(const Call &call, const core::Deferred<HttpResponse> &promise, const HttpResponse &answer);
    core::Async<HttpResponse> sendPlainest(domain::PathStyle style);
    void endTry(bool isMoved, const std::optional<core::Error> &instead = std::nullopt);
    core::Async<HttpResponse> sendBy(domain::PathStyle style, const Call &call);
    void attempt(const Call &call, const core::Deferred<HttpResponse> &promise, bool mayReplay);
    domain::Tenant m_tenant;
    Http &m_http;
    std::shared_ptr<core::Clock> m_clock;
    Tokens m_tokens;
    bool m_isTrying = false;                 ///< the per-service paths are just being tried
    QList<Waiting> m_waiting;                ///< for what comes of that
    core::Instant m_aliveAt = 0;             ///< when the paths in use were last seen to be there; UTC ms
    QMap<QString, core::Instant> m_notThere; ///< by call: when the per-service paths did not have it
    QMap<QString, int> m_deprecated;
};

/// Adds a tenant's base address; used by other bearers of the same tenant, such as a workflow's own client.
HttpRequest requestOf(const domain::Tenant &tenant, const Call &call, QByteArrayView token);

} // namespace net::sailpoint
