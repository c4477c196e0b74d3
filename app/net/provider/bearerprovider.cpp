#include "net/provider/bearerprovider.h"
#include "net/http/jsonreader.h"
#include "net/provider/probed.h"
#include "net/sailpoint/answers.h"
#include "net/sailpoint/paths.h"
#include <QJsonDocument>

namespace net {

using core::Async;
using core::Result;

static constexpr qsizetype mostOfALink = 2048;

QJsonObject createBody(const CreateRequest &r)
{
    QJsonObject body{{QStringLiteral("user_identifier"), r.userIdentifier}, {QStringLiteral("first_name"), r.firstName},
        {QStringLiteral("last_name"), r.lastName}, {QStringLiteral("required_ial"), r.requiredIal},
        {QStringLiteral("document_types"), QJsonArray::fromStringList(r.documents)}};
    if (!r.phone.isEmpty())
        body.insert(QStringLiteral("phone"), r.phone);
    if (!r.callbackUrl.isEmpty())
        body.insert(QStringLiteral("callback_url"), r.callbackUrl);
    return body;
}

BearerProvider::BearerProvider(const domain::Tenant &tenant, Http &http, sailpoint::SecretSource apiKey,
    std::shared_ptr<core::Clock> clock, QObject *parent)
    : QObject(parent), m_tenant(tenant), m_http(http), m_key(std::move(apiKey)), m_clock(std::move(clock))
{
}

Async<HttpResponse> BearerProvider::send(const QByteArray &method, const QString &pathTemplate, const QString &session,
    const QByteArray &body, bool repeatable, const core::SecretPtr &madeUp)
{
    if (session.isEmpty() && pathTemplate.contains(QLatin1String("{sessionId}")))
        return core::ready<HttpResponse>(
            core::makeError(core::ErrorCode::Internal, QStringLiteral("This session has no id of the provider yet.")));
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
    return core::andThen<core::SecretPtr>(
        madeUp ? core::ready<core::SecretPtr>(madeUp) : m_key(), this, [this, r](const core::SecretPtr &key) mutable {
            r.headers.append({"Authorization", "Bearer " + key->reveal().toByteArray()});
            return m_http.send(r);
        });
}

core::Error refused(const HttpResponse &r, const core::Error &fault)
{
    core::Error e = protocolError(r, fault.text);
    e.field = fault.field;
    return e;
}

// The answer's object, read as strictly as a callback's.
static Result<QJsonObject> strictFrom(const HttpResponse &r)
{
    if (r.status < 200 || r.status > 299)
        return errorFrom(r);
    const auto o = readObject(r.body);
    if (!o)
        return refused(r, o.error());
    return *o;
}

Async<domain::CreatedSession> BearerProvider::create(const CreateRequest &request)
{
    const QByteArray body = QJsonDocument(createBody(request)).toJson(QJsonDocument::Compact);
    return core::mapped<domain::CreatedSession, HttpResponse>(
        send("POST", m_tenant.provider.createPath, {}, body, false), this,
        [this, user = request.userIdentifier](const HttpResponse &r) -> Result<domain::CreatedSession> {
            const auto o = strictFrom(r);
            if (!o)
                return o.error();
            tell({domain::MessageKind::Created, *o, {}, domain::userDigest(user)});
            FieldReader f(*o);
            domain::CreatedSession c;
            c.session = core::ProviderSessionId(f.id(f.pointed(m_tenant.provider.sessionIdAt)));
            c.invitationUrl = f.text(f.pointed(m_tenant.provider.invitationAt), mostOfALink);
            if (f.fault())
                return refused(r, *f.fault());
            // An end that cannot be read is no reason to lose a session that exists: the profile's lifetime counts.
            c.expiresAt =
                domain::parseInstant(firstAt(*o, m_tenant.provider.expiresAt), m_clock->now() + 400 * core::dayMs).at;
            if (c.session.isEmpty())
                return protocolError(r,
                    QStringLiteral("The answer names no session. The pointers of the provider profile may not fit."));
            return c;
        });
}

Async<domain::ProviderResult> BearerProvider::status(const core::ProviderSessionId &session)
{
    return core::mapped<domain::ProviderResult, HttpResponse>(
        send("GET", m_tenant.provider.statusPath, session.str(), {}, true), this,
        [this, session](const HttpResponse &r) -> Result<domain::ProviderResult> {
            const auto o = strictFrom(r);
            if (!o)
                return o.error();
            tell({domain::MessageKind::Answer, *o, session, {}});
            auto result = resultFrom(*o, m_tenant.provider, domain::ResultSource::Answer, m_clock->now());
            if (!result)
                return refused(r, result.error());
            FieldReader f(*o);
            const QStringList &places = domain::sessionPlaces(m_tenant.provider, domain::ResultSource::Answer);
            if (result->session != session)
                return refused(
                    r, unusable(f.pointed(places).value(0).name, QStringLiteral("The answer names another session.")));
            result->invitationUrl = f.text(f.pointed(m_tenant.provider.invitationAt), mostOfALink);
            if (f.fault())
                return refused(r, *f.fault());
            return result;
        });
}

Async<Probed> BearerProvider::probe(const core::ProviderSessionId &nobody, const core::SecretPtr &madeUp)
{
    return core::mapped<Probed, HttpResponse>(send("GET", m_tenant.provider.statusPath, nobody.str(), {}, true, madeUp),
        this, [](const HttpResponse &r) -> Result<Probed> { return probedFrom(r); });
}

Async<core::Unit> BearerProvider::post(const QString &pathTemplate, const core::ProviderSessionId &session)
{
    return core::mapped<core::Unit, HttpResponse>(
        send("POST", pathTemplate, session.str(), "{}", false), this, [](const HttpResponse &r) -> core::Status {
            if (r.status < 200 || r.status > 299)
                return errorFrom(r);
            return core::ok();
        });
}

Async<core::Unit> BearerProvider::cancel(const core::ProviderSessionId &session)
{
    return post(m_tenant.provider.cancelPath, session);
}
Async<core::Unit> BearerProvider::resend(const core::ProviderSessionId &session)
{
    return post(m_tenant.provider.resendPath, session);
}

} // namespace net
