#include "net/sailpoint/identities.h"
#include "net/sailpoint/answers.h"
#include "net/sailpoint/paths.h"
#include "net/sailpoint/profiles/profilereader.h"
#include <QJsonDocument>

namespace net::sailpoint {

using core::Async;
using core::Result;

static Result<RawPage> rawPage(const HttpResponse &r)
{
    if (r.status < 200 || r.status > 299)
        return errorFrom(r);
    RawPage page;
    page.body = r.body;
    page.requestId = r.requestId;
    bool isNumber = false;
    const qint64 total = r.header("X-Total-Count").toLongLong(&isNumber);
    if (isNumber && total >= 0)
        page.total = total;
    return page;
}

Async<RawPage> listIdentities(Api &api, int offset, int limit, const QString &filters, bool uncorrelatedToo, bool count)
{
    Call c;
    c.service = c.operation = QStringLiteral("/identities");
    c.query = "limit=" + QByteArray::number(limit) + "&offset=" + QByteArray::number(offset);
    if (count)
        c.query += "&count=true";
    if (uncorrelatedToo)
        c.query += "&defaultFilter=NONE";
    if (!filters.isEmpty())
        c.query += '&' + queryItem("filters", filters);
    c.repeatable = true;
    c.deadline = 60s;
    return core::mapped<RawPage, HttpResponse>(api.send(c), &api, rawPage);
}

static Call identityRead(const core::IdentityId &id)
{
    Call c;
    c.service = QStringLiteral("/identities");
    c.rest = QLatin1Char('/') + QString::fromLatin1(QUrl::toPercentEncoding(id.str()));
    c.operation = QStringLiteral("/identities/{id}");
    c.repeatable = true;
    return c;
}

static Async<PersonRead> personOf(Api &api, const Call &call, PageKind kind)
{
    return core::mapped<PersonRead, HttpResponse>(
        api.send(call), &api, [kind](const HttpResponse &r) -> Result<PersonRead> {
            const auto o = objectFrom(r);
            if (!o)
                return o.error();
            return cloudPersonFrom(*o, kind);
        });
}

Async<PersonRead> getIdentity(Api &api, const core::IdentityId &id)
{
    return personOf(api, identityRead(id), PageKind::List);
}

Async<domain::LiveIdentity> liveIdentity(Api &api, const core::IdentityId &id)
{
    return core::mapped<domain::LiveIdentity, HttpResponse>(
        api.send(identityRead(id)), &api, [](const HttpResponse &r) -> Result<domain::LiveIdentity> {
            const auto o = objectFrom(r);
            if (!o)
                return o.error();
            return liveIdentityFrom(*o);
        });
}

Async<core::Unit> probePublicIdentities(Api &api)
{
    Call c;
    c.service = c.operation = QStringLiteral("/public-identities");
    c.query = "limit=1";
    c.repeatable = true;
    return core::mapped<core::Unit, HttpResponse>(api.send(c), &api, [](const HttpResponse &r) -> core::Status {
        const auto a = arrayFrom(r);
        if (!a)
            return a.error();
        return core::ok();
    });
}

// A flag and a number where the guide has them.
static QJsonValue valueOfGuide(const domain::AttributeWrite &w)
{
    bool isNumber = false;
    const int level = w.value.toInt(&isNumber);
    if (w.field == domain::Field::IdvIal && isNumber)
        return level;
    const bool isTrue = w.value == QLatin1String("true");
    const bool isFlag = isTrue || w.value == QLatin1String("false");
    return w.field == domain::Field::IdvVerified && isFlag ? QJsonValue(isTrue) : QJsonValue(w.value);
}

// To the letter what the provider's guide for SailPoint shows: no published version has it.
Async<core::Unit> patchIdentityDirect(Api &api, const core::IdentityId &id, const QList<domain::AttributeWrite> &writes)
{
    QJsonArray patch;
    for (const auto &w : writes)
        patch.append(QJsonObject{{QStringLiteral("op"), QStringLiteral("replace")},
            {QStringLiteral("path"), QStringLiteral("/attributes/") + w.attribute},
            {QStringLiteral("value"), valueOfGuide(w)}});
    Call c;
    c.method = "PATCH";
    c.version = QStringLiteral("v3");
    c.service = QStringLiteral("/identities");
    c.rest = QLatin1Char('/') + QString::fromLatin1(QUrl::toPercentEncoding(id.str()));
    c.operation = QStringLiteral("/v3/identities/{id}");
    c.contentType = "application/json";
    c.body = QJsonDocument(patch).toJson(QJsonDocument::Compact);
    return core::mapped<core::Unit, HttpResponse>(api.send(c), &api, [](const HttpResponse &r) -> core::Status {
        if (r.status < 200 || r.status > 299)
            return errorFrom(r);
        return core::ok();
    });
}

Async<RawPage> searchIdentities(Api &api, const SearchRequest &request)
{
    QJsonObject body{{QStringLiteral("indices"), QJsonArray{QStringLiteral("identities")}},
        {QStringLiteral("includeNested"), false},
        {QStringLiteral("query"), QJsonObject{{QStringLiteral("query"), request.query}}},
        {QStringLiteral("sort"), QJsonArray{QStringLiteral("id")}}};
    if (!request.includes.isEmpty())
        body.insert(QStringLiteral("queryResultFilter"),
            QJsonObject{{QStringLiteral("includes"), QJsonArray::fromStringList(request.includes)}});
    if (!request.after.isEmpty())
        body.insert(QStringLiteral("searchAfter"), QJsonArray{request.after});
    Call c;
    c.method = "POST";
    c.service = c.operation = QStringLiteral("/search");
    c.query = "limit=" + QByteArray::number(request.limit) + (request.count ? "&count=true" : "");
    c.contentType = "application/json";
    c.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    c.repeatable = true;
    c.deadline = 60s;
    c.maxBytes = 64LL * 1024 * 1024;
    return core::mapped<RawPage, HttpResponse>(api.send(c), &api, rawPage);
}

Async<PersonRead> getSearchDocument(Api &api, const core::IdentityId &id)
{
    Call c;
    c.service = QStringLiteral("/search");
    c.rest = QStringLiteral("/identities/") + QString::fromLatin1(QUrl::toPercentEncoding(id.str()));
    c.operation = QStringLiteral("/search/identities/{id}");
    c.repeatable = true;
    return personOf(api, c, PageKind::Search);
}

Async<qint64> countIdentities(Api &api, const QString &query)
{
    const QJsonObject body{{QStringLiteral("indices"), QJsonArray{QStringLiteral("identities")}},
        {QStringLiteral("query"), QJsonObject{{QStringLiteral("query"), query}}}};
    Call c;
    c.method = "POST";
    c.service = QStringLiteral("/search");
    c.rest = QStringLiteral("/count");
    c.operation = QStringLiteral("/search/count");
    c.contentType = "application/json";
    c.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    c.repeatable = true;
    return core::mapped<qint64, HttpResponse>(api.send(c), &api, [](const HttpResponse &r) -> Result<qint64> {
        if (r.status < 200 || r.status > 299)
            return errorFrom(r);
        bool isNumber = false;
        const qint64 n = r.header("X-Total-Count").toLongLong(&isNumber);
        if (!isNumber || n < 0)
            return protocolError(r, QStringLiteral("The count answer carries no count."));
        return n;
    });
}

template <class T>
static Async<QList<T>> listAll(
    Api &api, const QString &service, const QByteArray &query, T (*reader)(const QJsonObject &))
{
    Call c;
    c.service = c.operation = service;
    c.query = query;
    c.repeatable = true;
    return core::mapped<QList<T>, HttpResponse>(api.send(c), &api, [reader](const HttpResponse &r) -> Result<QList<T>> {
        const auto list = arrayFrom(r);
        if (!list)
            return list.error();
        return allFrom(*list, reader);
    });
}

Async<QList<domain::IdentityAttribute>> listIdentityAttributes(Api &api)
{
    return listAll(api, QStringLiteral("/identity-attributes"), {}, identityAttributeFrom);
}

} // namespace net::sailpoint
