#include "net/provider/seedprovider.h"
#include "net/reading/envelope.h"
#include "net/sailpoint/answers.h"
#include "net/sailpoint/paths.h"
#include <QJsonDocument>
#include <QUuid>

namespace net {

using core::Async;
using core::Result;

QJsonObject createBody(const CreateRequest &r)
{
    QJsonObject body{{QStringLiteral("user_identifier"), r.userIdentifier},
                     {QStringLiteral("first_name"), r.firstName},
                     {QStringLiteral("last_name"), r.lastName},
                     {QStringLiteral("required_ial"), r.requiredIal},
                     {QStringLiteral("document_types"), QJsonArray::fromStringList(r.documents)}};
    if (!r.phone.isEmpty())
        body.insert(QStringLiteral("phone"), r.phone);
    if (!r.callbackUrl.isEmpty())
        body.insert(QStringLiteral("callback_url"), r.callbackUrl);
    return body;
}

SeedProvider::SeedProvider(const domain::Tenant &tenant, Http &http, sailpoint::SecretSource apiKey,
                           std::shared_ptr<core::Clock> clock, QObject *parent)
    : QObject(parent), m_tenant(tenant), m_http(http), m_key(std::move(apiKey)), m_clock(std::move(clock))
{
}

Async<HttpResponse> SeedProvider::send(const QByteArray &method, const QString &pathTemplate, const QString &session,
                                       const QByteArray &body, bool repeatable)
{
    QString path = pathTemplate;
    path.replace(QLatin1String("{communityId}"), QString::fromLatin1(QUrl::toPercentEncoding(m_tenant.communityId)));
    path.replace(QLatin1String("{sessionId}"), QString::fromLatin1(QUrl::toPercentEncoding(session)));
    HttpRequest r;
    r.method = method;
    r.url = sailpoint::url(m_tenant.idvUrl, path);
    r.operation = pathTemplate;
    r.body = body;
    r.contentType = body.isEmpty() ? QByteArray() : QByteArrayLiteral("application/json");
    r.repeatable = repeatable;
    r.deadline = 15s;
    r.maxBytes = 1024 * 1024;
    return core::andThen<core::SecretPtr>(m_key(), this, [this, r](const core::SecretPtr &key) mutable {
        r.headers.append({"Authorization", "Bearer " + key->reveal().toByteArray()});
        return m_http.send(r);
    });
}

Async<Created> SeedProvider::create(const CreateRequest &request)
{
    const QByteArray body = QJsonDocument(createBody(request)).toJson(QJsonDocument::Compact);
    return core::mapped<Created, HttpResponse>(send("POST", m_tenant.provider.createPath, {}, body, false), this,
                                               [this](const HttpResponse &r) -> Result<Created> {
        const auto o = objectFrom(r);
        if (!o)
            return o.error();
        Created c;
        const QJsonValue id = firstAt(*o, m_tenant.provider.sessionIdAt);
        c.session = core::ProviderSessionId(id.isDouble() ? QString::number(id.toInteger()) : id.toString());
        if (c.session.isEmpty() || c.session.str().size() > 200)
            return protocolError(r, QStringLiteral("The answer names no session. The pointers of the provider profile may not fit."));
        c.invitationUrl = firstAt(*o, m_tenant.provider.invitationAt).toString();
        const auto expires = domain::parseInstant(firstAt(*o, m_tenant.provider.expiresAt), m_clock->now() + 400 * core::dayMs);
        c.expiresAt = expires.at;
        return c;
    });
}

Async<domain::ProviderResult> SeedProvider::status(const core::ProviderSessionId &session)
{
    return core::mapped<domain::ProviderResult, HttpResponse>(
        send("GET", m_tenant.provider.statusPath, session.str(), {}, true), this,
        [this](const HttpResponse &r) -> Result<domain::ProviderResult> {
        const auto o = objectFrom(r);
        if (!o)
            return o.error();
        domain::ProviderResult result = resultFrom(*o, m_tenant.provider.sessionIdAt, m_clock->now());
        result.invitationUrl = firstAt(*o, m_tenant.provider.invitationAt).toString();
        return result;
    });
}

Async<core::Unit> SeedProvider::probe()
{
    const QString nobody = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return core::mapped<core::Unit, HttpResponse>(send("GET", m_tenant.provider.statusPath, nobody, {}, true), this,
                                                  [](const HttpResponse &r) -> core::Status {
        if (r.status == 404)
            return core::ok();
        if (r.status >= 200 && r.status < 300)
            return protocolError(r, QStringLiteral("The provider knows a session that cannot exist. The status path is probably wrong."));
        return errorFrom(r);
    });
}

Async<core::Unit> SeedProvider::post(const QString &pathTemplate, const core::ProviderSessionId &session)
{
    return core::mapped<core::Unit, HttpResponse>(send("POST", pathTemplate, session.str(), "{}", false), this,
                                                  [](const HttpResponse &r) -> core::Status {
        if (r.status < 200 || r.status > 299)
            return errorFrom(r);
        return core::ok();
    });
}

Async<core::Unit> SeedProvider::cancel(const core::ProviderSessionId &session) { return post(m_tenant.provider.cancelPath, session); }
Async<core::Unit> SeedProvider::resend(const core::ProviderSessionId &session) { return post(m_tenant.provider.resendPath, session); }

} // namespace net
