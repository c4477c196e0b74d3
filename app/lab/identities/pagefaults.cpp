#include "lab/identities/pagefaults.h"
#include "lab/answers.h"
#include "lab/sailpoint/tenantstate.h"
#include <utility>

namespace lab {

using httpd::Damage;
using httpd::Response;

PageFaults::PageFaults(TenantState &state, std::function<void()> revokeTokens)
    : m_state(state), m_revokeTokens(std::move(revokeTokens))
{
}

bool PageFaults::isFirstFrom(int call)
{
    if (m_isDone || m_calls < call)
        return false;
    m_isDone = true;
    return true;
}

std::optional<Response> PageFaults::before()
{
    const int call = ++m_calls;
    const QString &fault = m_state.options.fault;
    if (fault == QLatin1String("rate-limit") && call % 4 == 3) {
        Response r = json(429, QJsonObject{{QStringLiteral("message"), QStringLiteral(" Rate Limit Exceeded ")}});
        r.headers.append(httpd::Header{"Retry-After", "1"});
        return r;
    }
    if (fault == QLatin1String("rate-window") && call >= 3 && m_runs < 3) {
        ++m_runs;
        Response r = json(429, QJsonObject{{QStringLiteral("message"), QStringLiteral(" Rate Limit Exceeded ")}});
        r.headers.append(httpd::Header{"Retry-After", "1"});
        return r;
    }
    if (fault == QLatin1String("errors-500") && call % 3 == 2)
        return dto(500, QStringLiteral("500.0 Internal Fault"), QStringLiteral("An internal fault occurred."));
    if (fault == QLatin1String("html-502") && call % 3 == 2) {
        Response r = json(502, QByteArray("<html><body>Bad Gateway</body></html>"));
        r.contentType = "text/html";
        return r;
    }
    if (fault == QLatin1String("reset") && call % 3 == 2) {
        Response r;
        r.damage = Damage::Reset;
        return r;
    }
    if (fault == QLatin1String("token-revoked") && isFirstFrom(3)) {
        m_revokeTokens();
        return flatError(401, QStringLiteral("JWT validation failed: JWT is revoked"));
    }
    if (fault == QLatin1String("empty-page") && isFirstFrom(3))
        return json(200, QByteArray("[]"));
    return std::nullopt;
}

void PageFaults::after(Response &r, const QList<quint32> &positions)
{
    const QString &fault = m_state.options.fault;
    if (fault == QLatin1String("cut-body") && m_calls % 3 == 2)
        r.damage = Damage::CutBody;
    else if (fault == QLatin1String("truncated-json") && isFirstFrom(2))
        r.body.chop(r.body.size() / 3);
    else if (fault == QLatin1String("slow-answer") && isFirstFrom(2))
        r.delay = 8s;
    else if (fault == QLatin1String("drip") && isFirstFrom(2))
        r.damage = Damage::Drip;
    else if (fault == QLatin1String("rows-inserted") && isFirstFrom(2)) {
        for (quint32 i = 0; i < 40; ++i)
            m_state.directory.join(i * 7 + 1, m_state.now());
    } else if (fault == QLatin1String("rows-deleted") && isFirstFrom(2)) {
        for (int i = 0; i < 40 && i < positions.size(); ++i)
            m_state.directory.leave(positions.at(i));
    }
}

} // namespace lab
