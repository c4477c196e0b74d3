#include "net/provider/seedprovider.h"
#include "net/sailpoint/answers.h"
#include "net/sailpoint/paths.h"
#include <QJsonDocument>
#include <QUuid>

namespace net {

using core::Async;
using core::Result;

QJsonValue atPointer(const QJsonObject &root, const QString &pointer)
{
    QJsonValue at = root;
    const QStringList parts = pointer.split(QLatin1Char('/')).mid(1);
    for (QString part : parts) {
        part.replace(QLatin1String("~1"), QLatin1String("/")).replace(QLatin1String("~0"), QLatin1String("~"));
        if (at.isArray())
            at = at.toArray().at(part.toInt());
        else
            at = at.toObject().value(part);
    }
    return at;
}

static QJsonValue firstAt(const QJsonObject &root, const QStringList &pointers)
{
    for (const QString &p : pointers) {
        const QJsonValue v = atPointer(root, p);
        if (!v.isUndefined() && !v.isNull())
            return v;
    }
    return QJsonValue(QJsonValue::Undefined);
}

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
        const auto text = [&o](const char *key) { return o->value(QLatin1String(key)).toString().trimmed().left(200); };
        domain::ProviderResult result;
        const QString word = text("verification_status").isEmpty() ? text("status") : text("verification_status");
        result.statusWord = word.left(64);
        result.status = domain::providerStatus(word);
        result.session = core::ProviderSessionId(firstAt(*o, m_tenant.provider.sessionIdAt).toString());
        const QJsonValue ial = o->value(QLatin1String("ial_level"));
        result.ial = domain::parseIal(ial.isDouble() ? QString::number(ial.toInteger(-1)) : ial.toString());
        result.verifiedName = text("verified_name");
        result.documentType = text("document_type").toLower();
        result.completedAt = domain::parseInstant(o->value(QLatin1String("completed_at")), m_clock->now());
        result.failureReason = text("failure_reason");
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
