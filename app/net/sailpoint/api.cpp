#include "net/sailpoint/api.h"
#include "net/sailpoint/paths.h"

namespace net::sailpoint {

using core::Result;
using domain::PathsSay;

static constexpr core::Instant lookAgain = 5 * core::minuteMs;
static constexpr std::chrono::milliseconds longestTry = 10s;
// As long as this, somebody who is not there is believed not to be there without another question.
static constexpr core::Instant aliveFor = core::minuteMs;

// A gateway's page is no answer of the API.
static bool isJson(const HttpResponse &r)
{
    const QByteArray start = r.body.left(64).trimmed();
    return r.status >= 200 && r.status < 300 && (start.startsWith('[') || start.startsWith('{') || r.status == 204);
}

static bool isMissing(const Result<HttpResponse> &r)
{
    return r && (r->status == 404 || r->status == 410);
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
    QString path = call.service + call.rest;
    if (!call.version.isEmpty())
        path.prepend(QLatin1Char('/') + call.version);
    else if (isCloud)
        path = domain::apiPath(domain::pathsInUse(tenant), call.service, call.rest);
    r.url = url(call.base.isEmpty() ? tenant.sailpointUrl : call.base, path, call.query);
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
    const bool isGone = says == PathsSay::Gone, isAbsent = says == PathsSay::Absent;
    const auto inUse = domain::pathsInUse(m_tenant);
    // It was under way while the tenant moved, or whether it moves is just being asked: it reads, and is read again.
    if ((isGone || isAbsent) && sentBy != inUse)
        return attempt(call, promise, false);
    if ((isGone || isAbsent) && m_isTrying) {
        m_waiting.append({call, promise, answer});
        return;
    }
    if (isAbsent)
        return confirmAbsence(call, promise, answer);
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
            if (!isThere)
                m_notThere[call.operation] = m_clock->now() - (isMissing(other) ? 0 : core::dayMs - lookAgain);
            endTry(isThere);
            promise.resolve(answer);
        });
}

// One list may be missing for a reason of its own. Whether the generation ended says the plainest of all calls.
void Api::confirmEnd(const Call &call, const core::Deferred<HttpResponse> &promise, const HttpResponse &answer,
    const HttpResponse &other)
{
    core::whenDone<HttpResponse>(sendPlainest(domain::pathsInUse(m_tenant)), this,
        [this, call, promise, answer, other](const Result<HttpResponse> &old) {
            const bool hasEnded = isMissing(old);
            if (!hasEnded)
                m_notThere[call.operation] = m_clock->now() - (old ? 0 : core::dayMs - lookAgain);
            endTry(hasEnded);
            promise.resolve(hasEnded ? other : answer);
        });
}

core::Async<HttpResponse> Api::sendPlainest(domain::PathStyle style)
{
    Call plainest;
    plainest.service = plainest.operation = QStringLiteral("/public-identities");
    plainest.query = "limit=1";
    plainest.repeatable = true;
    return sendBy(style, plainest);
}

static core::Error endedPaths(domain::PathStyle style)
{
    return core::vendorError(core::ErrorCode::Protocol,
        QStringLiteral("SailPoint does not have the paths of %1 here. Is it the right address, and are the tenant's "
                       "paths “auto”?")
            .arg(domain::pathStyleKey(style)));
}

// Where a whole generation ended, everybody would be "not there": somebody is missing only where the paths are there.
void Api::confirmAbsence(const Call &call, const core::Deferred<HttpResponse> &promise, const HttpResponse &answer)
{
    if (m_aliveAt > 0 && m_clock->now() - m_aliveAt < aliveFor)
        return promise.resolve(answer);
    m_isTrying = true;
    const auto inUse = domain::pathsInUse(m_tenant);
    m_waiting.append({call, promise, answer});
    core::whenDone<HttpResponse>(sendPlainest(inUse), this, [this, inUse](const Result<HttpResponse> &old) {
        if (!old)
            return endTry(false, old.error());
        if (!isMissing(old)) {
            m_aliveAt = m_clock->now();
            return endTry(false);
        }
        if (m_tenant.pathStyle != domain::PathStyle::Auto)
            return endTry(false, endedPaths(inUse));
        core::whenDone<HttpResponse>(
            sendPlainest(domain::PathStyle::V1), this, [this, inUse](const Result<HttpResponse> &other) {
                other &&isJson(*other) ? endTry(true) : endTry(false, endedPaths(inUse));
            });
    });
}

// `instead`: what those who wait are told in the place of their answers.
void Api::endTry(bool isMoved, const std::optional<core::Error> &instead)
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
        else if (instead)
            w.promise.resolve(*instead);
        else if (w.call.operation.contains(QLatin1Char('{'))) // whether it is missing is still to be looked at
            considerPaths(w.call, domain::pathsInUse(m_tenant), w.promise, w.answer);
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
