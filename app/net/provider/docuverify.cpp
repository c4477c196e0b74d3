#include "net/provider/docuverify.h"
#include "domain/text/instant.h"
#include "net/http/fields.h"
#include "net/http/jsonreader.h"
#include "net/provider/bearerprovider.h"
#include "net/provider/probed.h"
#include "net/sailpoint/answers.h"
#include "net/sailpoint/paths.h"
#include <QCoreApplication>
#include <QJsonDocument>
#include <QUrl>
#include <QUuid>

namespace net {

using core::Async;
using core::ErrorCode;
using core::Result;

static QByteArray compact(const QJsonObject &o)
{
    return QJsonDocument(o).toJson(QJsonDocument::Compact);
}

DocuVerifyProvider::DocuVerifyProvider(const domain::Tenant &tenant, Http &http, sailpoint::SecretSource licenceKey,
    std::shared_ptr<core::Clock> clock, QObject *parent)
    : QObject(parent), m_tenant(tenant), m_http(http), m_licence(std::move(licenceKey)), m_clock(std::move(clock))
{
    auto e = Envelope::create(tenant.provider.curve.toLatin1());
    if (e)
        m_envelope = *std::move(e);
    else
        m_envelopeFault = e.error();
}

Async<HttpResponse> DocuVerifyProvider::plain(const QByteArray &method, const QString &url, const QByteArray &body)
{
    HttpRequest r;
    r.method = method;
    r.url = sailpoint::url(url, {});
    r.operation = r.url.path();
    r.body = body;
    r.contentType = body.isEmpty() ? QByteArray() : QByteArrayLiteral("application/json");
    r.repeatable = true; // discovery reads
    r.deadline = 15s;
    r.maxBytes = 256 * 1024;
    return m_http.send(r);
}

Async<DocuVerifyProvider::Service> DocuVerifyProvider::discover()
{
    if (!m_envelope)
        return core::ready<Service>(m_envelopeFault);
    if (m_clock->now() < m_service.until)
        return core::ready<Service>(m_service);
    const QString dns = QUrl(m_tenant.idvUrl).host();
    const QByteArray ask =
        compact({{QStringLiteral("dns"), dns}, {QStringLiteral("communityName"), m_tenant.communityId}});
    const auto community = core::mapped<QByteArray, HttpResponse>(
        plain("POST", m_tenant.idvUrl + QStringLiteral("/api/r1/system/community_info/fetch"), ask), this,
        [](const HttpResponse &r) -> Result<QByteArray> {
            const auto o = objectFrom(r);
            if (!o)
                return o.error();
            const QString key =
                o->value(QLatin1String("community")).toObject().value(QLatin1String("publicKey")).toString();
            if (key.isEmpty())
                return protocolError(
                    r, QStringLiteral("The answer names no community. The community's name may be wrong."));
            return key.toLatin1();
        });
    return core::andThen<QByteArray>(community, this, [this](const QByteArray &communityKey) {
        const auto map =
            core::mapped<QString, HttpResponse>(plain("GET", m_tenant.idvUrl + QStringLiteral("/caas/sd"), {}), this,
                [this](const HttpResponse &r) -> Result<QString> {
                    const auto o = objectFrom(r);
                    if (!o)
                        return o.error();
                    const QString url = o->value(QLatin1String("docuverify")).toString();
                    const auto checked = domain::checkedBaseUrl(QStringLiteral("idv-url"), url);
                    // A service map that points elsewhere would get the licence key: only the same registered host's
                    // family.
                    if (!checked || !domain::isSameSite(QUrl(m_tenant.idvUrl), *checked))
                        return protocolError(
                            r, QStringLiteral("The service map names no DocuVerify service of this tenant."));
                    return url;
                });
        return core::andThen<QString>(map, this, [this, communityKey](const QString &docuverify) {
            return core::mapped<Service, HttpResponse>(plain("GET", docuverify + QStringLiteral("/publickeys"), {}),
                this, [this, communityKey, docuverify](const HttpResponse &r) -> Result<Service> {
                    const auto o = objectFrom(r);
                    if (!o)
                        return o.error();
                    Service s;
                    s.docuverify = docuverify;
                    s.communityKey = communityKey;
                    s.publicKey = o->value(QLatin1String("publicKey")).toString().toLatin1();
                    if (const auto usable = m_envelope->sharedKey(s.publicKey); !usable)
                        return usable.error();
                    s.until = m_clock->now() + 10 * core::minuteMs;
                    m_service = s;
                    return s;
                });
        });
    });
}

Async<HttpResponse> DocuVerifyProvider::sealed(const QByteArray &method, const QString &url, const QByteArray &theirKey,
    const std::optional<QJsonObject> &data, bool repeatable, const QString &operation, const core::SecretPtr &madeUp)
{
    return core::andThen<core::SecretPtr>(madeUp ? core::ready<core::SecretPtr>(madeUp) : m_licence(), this,
        [this, method, url, theirKey, data, repeatable, operation](
            const core::SecretPtr &licence) -> Async<HttpResponse> {
            const QByteArray id = compact({{QStringLiteral("ts"), m_clock->now() / 1000},
                {QStringLiteral("appid"), QStringLiteral("idv-console")},
                {QStringLiteral("uuid"), QUuid::createUuid().toString(QUuid::WithoutBraces)}});
            const auto key = m_envelope->seal(licence->reveal(), theirKey);
            const auto request = m_envelope->seal(id, theirKey);
            const auto body = data ? m_envelope->seal(compact(*data), theirKey) : Result<QByteArray>(QByteArray());
            for (const auto *part : {&key, &request, &body}) {
                if (!*part)
                    return core::ready<HttpResponse>(part->error());
            }
            HttpRequest r;
            r.method = method;
            r.url = sailpoint::url(url, {});
            r.operation = operation.isEmpty() ? r.url.path() : operation;
            r.body = data ? compact({{QStringLiteral("data"), QString::fromLatin1(*body)}}) : QByteArray();
            r.contentType = data ? QByteArrayLiteral("application/json") : QByteArray();
            r.repeatable = repeatable;
            r.deadline = 15s;
            r.maxBytes = 16 * 1024 * 1024; // results carry images; they are dropped here
            r.headers.append({"licensekey", *key});
            r.headers.append({"publickey", m_envelope->publicKey()});
            r.headers.append({"requestid", *request});
            if (!m_tenant.provider.tenantTag.isEmpty())
                r.headers.append({"X-TenantTag", m_tenant.provider.tenantTag.toUtf8()});
            return m_http.send(r);
        });
}

// The answer names the key that sealed it: only the one that discovery found is believed.
Result<QJsonObject> DocuVerifyProvider::opened(const HttpResponse &r, const QByteArray &pinned) const
{
    const auto o = objectFrom(r);
    if (!o)
        return o.error();
    const QByteArray named = o->value(QLatin1String("publicKey")).toString().toLatin1();
    if (!named.isEmpty() && named != pinned)
        return protocolError(r, QStringLiteral("The answer was sealed with a key that the service does not publish."));
    auto text = m_envelope->open(o->value(QLatin1String("data")).toString().toLatin1(), pinned);
    if (!text)
        return text.error();
    const auto object = readObject(*text);
    core::wipe(*text);
    if (!object)
        return refused(r, object.error());
    return *object;
}

Async<domain::CreatedSession> DocuVerifyProvider::create(const CreateRequest &request)
{
    if (request.documents.size() != 1)
        return core::ready<domain::CreatedSession>(core::fieldError(
            QStringLiteral("documents"), QCoreApplication::translate("Verifier",
                                             "This provider takes one type of document a session: choose one.")));
    const QString document = m_tenant.provider.documentWords.value(request.documents.first());
    if (document.isEmpty())
        return core::ready<domain::CreatedSession>(core::fieldError(QStringLiteral("documents"),
            QCoreApplication::translate("Verifier", "The provider's profile has no word for this document.")));
    return core::andThen<Service>(discover(), this, [this, request, document](const Service &s) {
        const QJsonObject user{{QStringLiteral("username"), request.userIdentifier},
            {QStringLiteral("firstname"), request.firstName}, {QStringLiteral("lastname"), request.lastName},
            {QStringLiteral("uid"), request.userIdentifier}};
        const QJsonObject data{{QStringLiteral("dvcID"), m_tenant.provider.dvcId},
            {QStringLiteral("sessionRequest"),
                QJsonObject{{QStringLiteral("tenantDNS"), QUrl(m_tenant.idvUrl).host()},
                    {QStringLiteral("communityName"), m_tenant.communityId}, {QStringLiteral("documentType"), document},
                    {QStringLiteral("userUID"), request.userIdentifier},
                    {QStringLiteral("did"), request.userIdentifier}, {QStringLiteral("user"), user}}}};
        return core::mapped<domain::CreatedSession, HttpResponse>(
            sealed("POST", s.docuverify + QStringLiteral("/document_share_session/create"), s.publicKey, data, false),
            this, [this, user = request.userIdentifier](const HttpResponse &r) -> Result<domain::CreatedSession> {
                const auto o = objectFrom(r);
                if (!o)
                    return o.error();
                tell({domain::MessageKind::Created, *o, {}, domain::userDigest(user)});
                domain::CreatedSession c;
                c.session = core::ProviderSessionId(o->value(QLatin1String("sessionId")).toString());
                c.invitationUrl = o->value(QLatin1String("url")).toString();
                if (c.session.isEmpty() || c.session.str().size() > 200)
                    return protocolError(r, QStringLiteral("The answer names no session."));
                return c;
            });
    });
}

// The level is another call's matter, and it is asked per user: what an earlier session reached says nothing about this
// one.
Async<domain::ProviderResult> DocuVerifyProvider::withLevel(const domain::ProviderResult &result,
    const core::ProviderSessionId &session, const SessionTime &time, const QString &user)
{
    core::Deferred<domain::ProviderResult> out;
    const QString path = QStringLiteral("/api/r1/community/%1/userid/%2/ial");
    const QString url = m_tenant.idvUrl + path.arg(QString::fromLatin1(QUrl::toPercentEncoding(m_tenant.communityId)),
                                              QString::fromLatin1(QUrl::toPercentEncoding(user)));
    const auto asked = sealed("GET", url, m_service.communityKey, std::nullopt, true,
        path.arg(QStringLiteral("{communityId}"), QStringLiteral("{userId}")));
    core::whenDone<HttpResponse>(asked, this, [this, out, result, session, time](const Result<HttpResponse> &r) {
        // Not asked is not the same as none: the query is repeated later.
        if (!r)
            return out.resolve(r.error());
        domain::ProviderResult full = result;
        if (r->status == 404)
            return out.resolve(full);
        const auto o = opened(*r, m_service.communityKey);
        if (!o)
            return out.resolve(o.error());
        full.ial = levelOfSession(*o, session, time, m_clock->now());
        out.resolve(full);
    });
    return out.future();
}

Async<domain::ProviderResult> DocuVerifyProvider::status(const core::ProviderSessionId &session)
{
    return core::andThen<Service>(discover(), this, [this, session](const Service &s) {
        const QJsonObject data{
            {QStringLiteral("dvcID"), m_tenant.provider.dvcId}, {QStringLiteral("sessionId"), session.str()}};
        return core::andThen<HttpResponse>(
            sealed("POST", s.docuverify + QStringLiteral("/document_share_session/result"), s.publicKey, data, true),
            this, [this, s, session](const HttpResponse &r) {
                const auto o = opened(r, s.publicKey);
                if (!o)
                    return core::ready<domain::ProviderResult>(o.error());
                tell({domain::MessageKind::Answer, *o, session, {}});
                const auto read = docuVerifyResult(*o, m_tenant.provider, m_clock->now());
                if (!read)
                    return core::ready<domain::ProviderResult>(refused(r, read.error()));
                auto result = *read;
                if (result.session != session) {
                    const auto other =
                        unusable(QStringLiteral("sessionId"), QStringLiteral("The answer names another session."));
                    return core::ready<domain::ProviderResult>(refused(r, other));
                }
                const QString user =
                    firstAt(*o, {QStringLiteral("/userUID"), QStringLiteral("/metadata/userUID")}).toString();
                if (result.status != domain::ProviderStatus::Passed)
                    return core::ready<domain::ProviderResult>(result);
                // A level in the session's own result is this session's.
                result.ial = levelIn(*o);
                if (result.ial || user.isEmpty())
                    return core::ready<domain::ProviderResult>(result);
                const QStringList start{QStringLiteral("/createdAt"), QStringLiteral("/created_at"),
                    QStringLiteral("/startedAt"), QStringLiteral("/metadata/createdAt")};
                const auto startedAt = domain::parseInstant(firstAt(*o, start), m_clock->now());
                const SessionTime time{startedAt.quality == domain::DateQuality::Exact ? startedAt.at : std::nullopt,
                    result.completedAt.at};
                return withLevel(result, session, time, user);
            });
    });
}

Async<Probed> DocuVerifyProvider::probe(const core::ProviderSessionId &nobody, const core::SecretPtr &madeUp)
{
    return core::andThen<Service>(discover(), this, [this, nobody, madeUp](const Service &s) {
        const QJsonObject data{
            {QStringLiteral("dvcID"), m_tenant.provider.dvcId}, {QStringLiteral("sessionId"), nobody.str()}};
        const QString url = s.docuverify + QStringLiteral("/document_share_session/result");
        return core::mapped<Probed, HttpResponse>(sealed("POST", url, s.publicKey, data, true, {}, madeUp), this,
            [](const HttpResponse &r) -> Result<Probed> { return probedFrom(r); });
    });
}

static core::Error noSuchCall()
{
    return core::makeError(ErrorCode::Conflict, QStringLiteral("This provider has no such call."));
}
Async<core::Unit> DocuVerifyProvider::cancel(const core::ProviderSessionId &)
{
    return core::ready<core::Unit>(noSuchCall());
}
Async<core::Unit> DocuVerifyProvider::resend(const core::ProviderSessionId &)
{
    return core::ready<core::Unit>(noSuchCall());
}

std::unique_ptr<Provider> makeProvider(
    const domain::Tenant &tenant, Http &http, sailpoint::SecretSource key, std::shared_ptr<core::Clock> clock)
{
    if (tenant.provider.kind == domain::ProviderKind::DocuVerify)
        return std::make_unique<DocuVerifyProvider>(tenant, http, std::move(key), std::move(clock));
    return std::make_unique<BearerProvider>(tenant, http, std::move(key), std::move(clock));
}

} // namespace net
