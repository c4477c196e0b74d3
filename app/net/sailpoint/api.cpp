#include "net/sailpoint/api.h"
#include "net/sailpoint/paths.h"

namespace net::sailpoint {

using core::Result;
using domain::PathsSay;

static constexpr core::Instant lookAgain = 5 * core::minuteMs;
static constexpr std::chrono::milliseconds longestTry = 10s;

// A gateway's page is no answer of the API.
static bool isJson(const HttpResponse &r)
{
    const QByteArray start = r.body.left(64).trimmed();
    return r.status >= 200 && r.status < 300 && (start.startsWith('[') || start.startsWith('{') || r.status == 204);
}

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
            const auto sentBy = domain::pathsInUse(m_tenant);
            core::whenDone<HttpResponse>(m_http.send(requestOf(m_tenant, call, used->reveal())), this,
                [this, call, promise, mayReplay, used, sentBy](core::Result<HttpResponse> answer) {
                    // A 401 proves that nothing was carried out, so one replay is safe even for a change.
                    if (answer && answer->status == 401 && mayReplay) {
                        m_tokens.drop(used);
                        attempt(call, promise, false);
                        return;
                    }
                    if (answer && call.product == domain::Product::SecurityCloud)
                        return considerPaths(call, sentBy, promise, *answer);
                    promise.resolve(std::move(answer));
                });
        });
}

void Api::considerPaths(
    const Call &call, domain::PathStyle sentBy, const core::Deferred<HttpResponse> &promise, const HttpResponse &answer)
{
    const auto says =
        domain::pathsSay(sentBy, call.method, call.operation, answer.status, answer.header("X-Deprecated"));
    if (says == PathsSay::Deprecated)
        m_deprecated[call.operation]++;
    const bool isGone = says == PathsSay::Gone;
    const auto inUse = domain::pathsInUse(m_tenant);
    // It was under way while the tenant moved, or whether it moves is just being asked: it reads, and is read again.
    if (isGone && sentBy != inUse)
        return attempt(call, promise, false);
    if (isGone && m_isTrying) {
        m_waiting.append({call, promise, answer});
        return;
    }
    if (m_isTrying || sentBy != inUse ||
        !domain::shallTryPerService(m_tenant.pathStyle, inUse, says, call.method, call.operation,
            m_notThere.value(call.operation), m_clock->now())) {
        promise.resolve(answer);
        return;
    }
    m_isTrying = true;
    core::whenDone<HttpResponse>(sendBy(domain::PathStyle::V1, call), this,
        [this, call, promise, answer, isGone](const Result<HttpResponse> &other) {
            const bool isThere = other && isJson(*other);
            if (isThere && isGone)
                return confirmEnd(call, promise, answer, *other);
            // Only what says that it is not there counts for the day; any other fault is a reason to look again soon.
            const bool isMissing = other && (other->status == 404 || other->status == 410);
            if (!isThere)
                m_notThere[call.operation] = m_clock->now() - (isMissing ? 0 : core::dayMs - lookAgain);
            endTry(isThere);
            promise.resolve(answer);
        });
}

// One list may be missing for a reason of its own. Whether the generation ended says the plainest of all calls.
void Api::confirmEnd(const Call &call, const core::Deferred<HttpResponse> &promise, const HttpResponse &answer,
    const HttpResponse &other)
{
    Call plainest;
    plainest.service = plainest.operation = QStringLiteral("/public-identities");
    plainest.query = "limit=1";
    plainest.repeatable = true;
    core::whenDone<HttpResponse>(sendBy(domain::pathsInUse(m_tenant), plainest), this,
        [this, call, promise, answer, other](const Result<HttpResponse> &old) {
            const bool hasEnded = old && (old->status == 404 || old->status == 410);
            if (!hasEnded)
                m_notThere[call.operation] = m_clock->now() - (old ? 0 : core::dayMs - lookAgain);
            endTry(hasEnded);
            promise.resolve(hasEnded ? other : answer);
        });
}

void Api::endTry(bool isMoved)
{
    m_isTrying = false;
    if (isMoved && domain::pathsInUse(m_tenant) != domain::PathStyle::V1) {
        m_tenant.movedToV1At = m_clock->now();
        Q_EMIT movedToPerServicePaths(m_tenant.movedToV1At);
    }
    const auto waiting = std::exchange(m_waiting, {});
    for (const Waiting &w : waiting) {
        if (isMoved)
            attempt(w.call, w.promise, false);
        else
            w.promise.resolve(w.answer);
    }
}

core::Async<HttpResponse> Api::sendBy(domain::PathStyle style, const Call &call)
{
    domain::Tenant as = m_tenant;
    domain::choosePaths(as, style);
    Call quick = call;
    quick.deadline = std::min<std::chrono::milliseconds>(call.deadline, longestTry);
    return core::andThen<core::SecretPtr>(m_tokens.token(), this,
        [this, as, quick](const core::SecretPtr &token) { return m_http.send(requestOf(as, quick, token->reveal())); });
}

void Api::adoptPaths(domain::PathStyle style, core::Instant movedToV1At)
{
    m_tenant.pathStyle = style;
    m_tenant.movedToV1At = movedToV1At;
}

core::Async<TokenInfo> Api::signIn()
{
    return core::andThen<core::SecretPtr>(
        m_tokens.token(), this, [this](const core::SecretPtr &) { return core::ready<TokenInfo>(m_tokens.info()); });
}

} // namespace net::sailpoint
