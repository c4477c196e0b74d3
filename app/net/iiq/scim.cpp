#include "net/iiq/scim.h"
#include "net/iiq/taskresultreader.h"
#include "net/sailpoint/answers.h"
#include "net/sailpoint/paths.h"
#include <QCoreApplication>
#include <QJsonDocument>
#include <QUuid>
#include <simdjson.h>

namespace net::iiq {

using core::Async;
using core::Result;
using sailpoint::Call;
using sailpoint::queryItem;

static const QString extension = userExtension();
static const QString launched = QStringLiteral("urn:ietf:params:scim:schemas:sailpoint:1.0:LaunchedWorkflow");

static Call read(const QString &service, const QString &id = {})
{
    Call c;
    c.product = domain::Product::IdentityIq;
    c.service = c.operation = service;
    if (!id.isEmpty()) {
        c.rest = QLatin1Char('/') + QString::fromLatin1(QUrl::toPercentEncoding(id));
        c.operation += QStringLiteral("/{id}");
    }
    c.repeatable = true;
    return c;
}

static Call change(const char *method, const QString &service, const QString &id, const QJsonObject &body)
{
    Call c = read(service, id);
    c.method = method;
    c.contentType = "application/scim+json";
    c.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    c.repeatable = false;
    return c;
}

static QString saySignIn(const char *text)
{
    return QCoreApplication::translate("SignIn", text);
}

static core::Status noBody(const HttpResponse &r)
{
    if (r.status < 200 || r.status > 299)
        return errorFrom(r);
    return core::ok();
}

static Async<HttpResponse> askAs(Api &api, const QString &userName, QByteArrayView password)
{
    HttpRequest r;
    r.operation = QStringLiteral("/rest/ping");
    r.url = sailpoint::url(api.tenant().sailpointUrl, r.operation);
    QByteArray pair = userName.toUtf8() + ':' + password.toByteArray();
    r.headers.append({"Authorization", "Basic " + pair.toBase64()});
    core::wipe(pair);
    const auto sent = api.http().send(r);
    core::wipe(r.headers.first().second);
    return sent;
}

Async<core::Unit> signInOnce(Api &api, const QString &userName, const core::SecretPtr &password)
{
    // A name with a colon would end there, and the rest of it would be taken for the password.
    if (userName.isEmpty() || userName.contains(QLatin1Char(':')))
        return core::ready<core::Unit>(core::fieldError(QStringLiteral("secrets"),
            saySignIn(QT_TRANSLATE_NOOP("SignIn", "A user name of IdentityIQ is not empty and has no colon."))));
    const auto nobody = QStringLiteral("idv-console-control-") + QUuid::createUuid().toString(QUuid::Id128);
    const auto control = askAs(api, nobody, QUuid::createUuid().toByteArray(QUuid::Id128));
    return core::andThen<HttpResponse>(control, &api, [&api, userName, password](const HttpResponse &answer) {
        if (answer.status >= 200 && answer.status <= 299) {
            core::Error e = core::makeError(core::ErrorCode::Conflict,
                saySignIn(QT_TRANSLATE_NOOP("SignIn",
                    "This server does not look at user names and passwords: it let in a name that nobody "
                    "has. A sign-in here proves nothing, so nobody can sign in.")));
            e.requestId = answer.requestId;
            return core::ready<core::Unit>(e);
        }
        if (answer.status != 401 && answer.status != 403)
            return core::ready<core::Unit>(errorFrom(answer));
        return core::mapped<core::Unit, HttpResponse>(askAs(api, userName, password->reveal()), &api, noBody);
    });
}

Async<core::Unit> ping(Api &api)
{
    return core::mapped<core::Unit, HttpResponse>(api.send(read(QStringLiteral("/rest/ping"))), &api, noBody);
}

// A page for people with status 200 is no answer of SCIM.
static core::Status anyObject(const HttpResponse &r)
{
    const auto o = objectFrom(r);
    if (!o)
        return o.error();
    return core::ok();
}

Async<core::Unit> probeScim(Api &api)
{
    return core::mapped<core::Unit, HttpResponse>(
        api.send(read(QStringLiteral("/scim/v2/ServiceProviderConfig"))), &api, anyObject);
}

Async<QStringList> userAttributes(Api &api)
{
    return core::mapped<QStringList, HttpResponse>(api.send(read(QStringLiteral("/scim/v2/Schemas"), extension)), &api,
        [](const HttpResponse &r) -> Result<QStringList> {
            const auto o = objectFrom(r);
            if (!o)
                return o.error();
            return attributeNamesFrom(*o);
        });
}

Async<RawPage> listUsers(Api &api, int offset, int count, const QString &filter)
{
    Call c = read(QStringLiteral("/scim/v2/Users"));
    c.query = "startIndex=" + QByteArray::number(offset + 1) + "&count=" + QByteArray::number(count) +
              "&sortBy=userName&sortOrder=ascending&" +
              queryItem("excludedAttributes", extension + QStringLiteral(":accounts"));
    if (!filter.isEmpty())
        c.query += '&' + queryItem("filter", filter);
    c.deadline = 60s;
    c.maxBytes = 64LL * 1024 * 1024;
    return core::mapped<RawPage, HttpResponse>(api.send(c), &api, [](const HttpResponse &r) -> Result<RawPage> {
        if (r.status < 200 || r.status > 299)
            return errorFrom(r);
        RawPage page{r.body, {}, r.requestId};
        simdjson::dom::parser parser;
        qint64 total = 0;
        int64_t n = 0;
        if (parser.parse(r.body.constData(), size_t(r.body.size()), true)["totalResults"].get(n) != simdjson::SUCCESS ||
            n < 0)
            return protocolError(r, QStringLiteral("The answer is no SCIM list."));
        total = n;
        page.total = total;
        return page;
    });
}

Async<QList<domain::LoginName>> usersNamed(Api &api, const QString &userName)
{
    using Names = QList<domain::LoginName>;
    return core::mapped<Names, RawPage>(listUsers(api, 0, 2, domain::scimEquals(QStringLiteral("userName"), userName)),
        &api, [](const RawPage &page) -> Result<Names> { return loginNamesFrom(page.body); });
}

Async<PersonRead> person(Api &api, const core::IdentityId &id)
{
    return core::mapped<PersonRead, QJsonObject>(
        getUser(api, id), &api, [](const QJsonObject &user) -> Result<PersonRead> { return personFromUser(user); });
}

Async<QJsonObject> getUser(Api &api, const core::IdentityId &id)
{
    return core::mapped<QJsonObject, HttpResponse>(
        api.send(read(QStringLiteral("/scim/v2/Users"), id.str())), &api, objectFrom);
}

Async<core::Unit> putUser(Api &api, const QJsonObject &user)
{
    Call c = change("PUT", QStringLiteral("/scim/v2/Users"), user.value(QLatin1String("id")).toString(), user);
    c.ifMatch = user.value(QLatin1String("meta")).toObject().value(QLatin1String("version")).toString().toLatin1();
    return core::mapped<core::Unit, HttpResponse>(api.send(c), &api, [](const HttpResponse &r) -> core::Status {
        if (r.status != 412)
            return noBody(r);
        core::Error e = errorFrom(r);
        e.code = core::ErrorCode::Conflict;
        e.mayHaveReachedServer = false;
        return e;
    });
}

QJsonObject merged(QJsonObject user, const QList<std::pair<QString, QString>> &attributes)
{
    QJsonObject own = user.value(extension).toObject();
    for (const auto &[name, value] : attributes)
        own.insert(name, value);
    user.insert(extension, own);
    QJsonArray schemas = user.value(QLatin1String("schemas")).toArray();
    if (!schemas.contains(extension))
        schemas.append(extension);
    user.insert(QStringLiteral("schemas"), schemas);
    return user;
}

Async<QString> launchWorkflow(Api &api, const QString &workflow, const QJsonObject &input)
{
    QJsonArray pairs;
    for (auto it = input.begin(); it != input.end(); ++it) {
        const QJsonValue v = it.value();
        const QString text = v.isObject()
                                 ? QString::fromUtf8(QJsonDocument(v.toObject()).toJson(QJsonDocument::Compact))
                                 : v.toVariant().toString();
        pairs.append(QJsonObject{{QStringLiteral("key"), it.key()}, {QStringLiteral("value"), text}});
    }
    const QJsonObject body{
        {QStringLiteral("schemas"),
            QJsonArray{launched, QStringLiteral("urn:ietf:params:scim:schemas:sailpoint:1.0:TaskResult")}},
        {launched, QJsonObject{{QStringLiteral("workflowName"), workflow}, {QStringLiteral("input"), pairs}}}};
    return core::mapped<QString, HttpResponse>(
        api.send(change("POST", QStringLiteral("/scim/v2/LaunchedWorkflows"), {}, body)), &api,
        [](const HttpResponse &r) -> Result<QString> {
            const auto o = objectFrom(r);
            if (!o)
                return o.error();
            const QString status = o->value(QLatin1String("completionStatus")).toString();
            if (status == QLatin1String("Error") || status == QLatin1String("Terminated")) {
                core::Error e =
                    core::vendorError(core::ErrorCode::Rejected, QStringLiteral("The workflow ended with an error."));
                QStringList messages;
                const QJsonArray all = o->value(QLatin1String("messages")).toArray();
                for (const auto &m : all)
                    messages << m.toString();
                e.detail = messages.join(QLatin1Char('\n'));
                return e;
            }
            const QString id = o->value(QLatin1String("id")).toString();
            if (id.isEmpty())
                return protocolError(r, QStringLiteral("The answer names no task result."));
            return id;
        });
}

Async<core::Unit> probeWorkflows(Api &api)
{
    Call c = read(QStringLiteral("/scim/v2/LaunchedWorkflows"));
    c.query = "startIndex=1&count=1";
    return core::mapped<core::Unit, HttpResponse>(api.send(c), &api, anyObject);
}

Async<domain::TaskState> taskResult(Api &api, const QString &id)
{
    return core::mapped<domain::TaskState, HttpResponse>(api.send(read(QStringLiteral("/scim/v2/TaskResults"), id)),
        &api, [](const HttpResponse &r) -> Result<domain::TaskState> {
            const auto o = objectFrom(r);
            if (!o)
                return o.error();
            return taskStateFrom(*o);
        });
}

} // namespace net::iiq
