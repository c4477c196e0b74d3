#include "net/sailpoint/api.h"
#include "net/sailpoint/paths.h"

namespace net::sailpoint {

Api::Api(
    const domain::Tenant &tenant, Http &http, SecretSource secret, std::shared_ptr<core::Clock> clock, QObject *parent)
    : QObject(parent), m_tenant(tenant), m_http(http), m_clock(clock),
      m_tokens(http,
          {tenant.sailpointUrl, tenant.clientId,
              domain::isIdentityIq(tenant) ? TokenStyle::IdentityIq : TokenStyle::Cloud},
          std::move(secret), std::move(clock))
{
}

HttpRequest requestOf(const domain::Tenant &tenant, const Call &call, QByteArrayView token)
{
    HttpRequest r;
    r.method = call.method;
    const bool isCloud = call.product == domain::Product::SecurityCloud;
    r.url = url(call.base.isEmpty() ? tenant.sailpointUrl : call.base,
        isCloud ? domain::apiPath(domain::pathsInUse(tenant), call.service, call.rest) : call.service + call.rest,
        call.query);
    r.operation = call.operation;
    r.contentType = call.contentType;
    r.body = call.body;
    r.repeatable = call.repeatable;
    r.deadline = call.deadline;
    r.maxBytes = call.maxBytes;
    r.headers.append({"Authorization", "Bearer " + token.toByteArray()});
    if (isCloud)
        r.headers.append(std::pair<QByteArray, QByteArray>{"X-SailPoint-Experimental", "true"});
    if (!call.ifMatch.isEmpty())
        r.headers.append({"If-Match", call.ifMatch});
    return r;
}

core::Async<HttpResponse> Api::send(const Call &call)
{
    if (call.product != m_tenant.product)
        return core::ready<HttpResponse>(domain::notAvailableWith(m_tenant.product));
    core::Deferred<HttpResponse> promise;
    attempt(call, promise, true);
    return promise.future();
}

void Api::attempt(const Call &call, const core::Deferred<HttpResponse> &promise, bool mayReplay)
{
    core::whenDone<core::SecretPtr>(
        m_tokens.token(), this, [this, call, promise, mayReplay](core::Result<core::SecretPtr> token) {
            if (!token) {
                promise.resolve(token.error());
                return;
            }
            const core::SecretPtr used = *token;
            core::whenDone<HttpResponse>(m_http.send(requestOf(m_tenant, call, used->reveal())), this,
                [this, call, promise, mayReplay, used](core::Result<HttpResponse> answer) {
                    // A 401 proves that nothing was carried out, so one replay is safe even for a change.
                    if (answer && answer->status == 401 && mayReplay) {
                        m_tokens.drop(used);
                        attempt(call, promise, false);
                        return;
                    }
                    if (answer && call.product == domain::Product::SecurityCloud)
                        return considerPaths(call, promise, *answer);
                    promise.resolve(std::move(answer));
                });
        });
}

void Api::considerPaths(const Call &call, const core::Deferred<HttpResponse> &promise, const HttpResponse &answer)
{
    const auto inUse = domain::pathsInUse(m_tenant);
    const auto says =
        domain::pathsSay(inUse, call.method, call.operation, answer.status, answer.header("X-Deprecated"));
    if (says == domain::PathsSay::Deprecated)
        m_deprecated[call.operation]++;
    if (!domain::shallTryPerService(
            m_tenant.pathStyle, inUse, says, call.method, call.operation, m_triedPerServiceAt, m_clock->now())) {
        promise.resolve(answer);
        return;
    }
    m_triedPerServiceAt = m_clock->now();
    // What is deprecated was answered all the same; what is gone is answered by the other paths, if they do.
    if (says == domain::PathsSay::Deprecated)
        promise.resolve(answer);
    domain::Tenant moved = m_tenant;
    moved.movedToV1At = m_clock->now();
    core::whenDone<core::SecretPtr>(
        m_tokens.token(), this, [this, call, promise, answer, moved](core::Result<core::SecretPtr> token) {
            if (!token) {
                promise.resolve(answer);
                return;
            }
            core::whenDone<HttpResponse>(m_http.send(requestOf(moved, call, (*token)->reveal())), this,
                [this, promise, answer, moved](const core::Result<HttpResponse> &other) {
                    const bool isAnswered = other && other->status >= 200 && other->status < 300;
                    if (isAnswered && domain::pathsInUse(m_tenant) != domain::PathStyle::V1) {
                        m_tenant.movedToV1At = moved.movedToV1At;
                        Q_EMIT movedToPerServicePaths(moved.movedToV1At);
                    }
                    promise.resolve(isAnswered ? *other : answer);
                });
        });
}

core::Async<TokenInfo> Api::signIn()
{
    return core::andThen<core::SecretPtr>(
        m_tokens.token(), this, [this](const core::SecretPtr &) { return core::ready<TokenInfo>(m_tokens.info()); });
}

} // namespace net::sailpoint
