#include "lab/iiq/scimquery.h"
#include "lab/answers.h"
#include "lab/iiq/scimfilter.h"
#include <algorithm>

namespace lab {

using httpd::Request;
using httpd::Response;

Response scimAnswer(int status, const QByteArray &body)
{
    Response r = json(status, body);
    r.contentType = "application/scim+json;charset=UTF-8";
    return r;
}

Response scimAnswer(int status, const QJsonObject &body)
{
    return scimAnswer(status, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

Response scimError(int status, const QString &detail, const QString &scimType)
{
    QJsonObject o{
        {QStringLiteral("schemas"), QJsonArray{QStringLiteral("urn:ietf:params:scim:api:messages:2.0:Error")}},
        {QStringLiteral("status"), QString::number(status)}, {QStringLiteral("detail"), detail}};
    if (!scimType.isEmpty())
        o.insert(QStringLiteral("scimType"), scimType);
    return scimAnswer(status, o);
}

QByteArray scimListBody(qint64 total, qint64 startIndex, qint64 items, const QByteArray &resources)
{
    QByteArray out = R"({"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"totalResults":)" +
                     QByteArray::number(total) + ",\"startIndex\":" + QByteArray::number(startIndex) +
                     ",\"itemsPerPage\":" + QByteArray::number(items);
    if (!resources.isEmpty())
        out += ",\"Resources\":[" + resources + ']';
    return out + '}';
}

bool isScimBody(const Request &r)
{
    const QByteArray type = r.header("Content-Type").split(';').first().trimmed().toLower();
    return r.body.isEmpty() || type.isEmpty() || type == "application/scim+json" || type == "application/json";
}

// The members of a search request are those of the query; lists are texts there.
static QString memberText(const QJsonObject &o, const char *name)
{
    const QJsonValue v = o.value(QLatin1String(name));
    if (v.isArray())
        return v.toVariant().toStringList().join(QLatin1Char(','));
    return v.isString() ? v.toString() : v.toVariant().toString();
}

static constexpr qint64 farthest = 1'000'000'000;

std::optional<ScimQuery> scimQuery(
    const Request &r, const std::function<bool(const QString &)> &isKnown, Response &fault)
{
    const QJsonObject body = QJsonDocument::fromJson(r.body).object();
    const auto said = [&](const char *name) {
        return r.method == "POST" ? memberText(body, name) : queryValue(r, QLatin1String(name));
    };
    const auto refuse = [&fault](const QString &detail, const char *type) {
        fault = scimError(400, detail, QLatin1String(type));
        return std::nullopt;
    };
    if (r.method == "POST" && !QJsonDocument::fromJson(r.body).isObject())
        return refuse(QStringLiteral("A JSON object."), "invalidSyntax");
    ScimQuery q;
    q.filter = said("filter");
    q.sortBy = said("sortBy");
    q.attributes = said("attributes");
    q.excluded = said("excludedAttributes");
    if (!q.attributes.isEmpty())
        q.excluded.clear(); // IdentityIQ's description: what is asked for is not excluded
    if (!q.filter.isEmpty()) {
        const auto holds = scimFilter(q.filter, isKnown);
        if (!holds)
            return refuse(QStringLiteral("The filter is not supported."), "invalidFilter");
        q.holds = *holds;
    }
    if (!q.sortBy.isEmpty() && !isKnown(q.sortBy))
        return refuse(QStringLiteral("There is no attribute %1.").arg(q.sortBy), "invalidPath");
    const QString order = said("sortOrder");
    q.isDescending = order.compare(QLatin1String("descending"), Qt::CaseInsensitive) == 0;
    if (!order.isEmpty() && !q.isDescending && order.compare(QLatin1String("ascending"), Qt::CaseInsensitive) != 0)
        return refuse(QStringLiteral("sortOrder is ascending or descending."), "invalidValue");
    for (const auto &[name, to] : {std::pair{"startIndex", &q.startIndex}, std::pair{"count", &q.count}}) {
        const QString text = said(name);
        bool isNumber = text.isEmpty();
        if (!text.isEmpty())
            *to = text.toLongLong(&isNumber);
        if (!isNumber)
            return refuse(QLatin1String(name) + QStringLiteral(" is a whole number."), "invalidValue");
    }
    q.startIndex = std::clamp<qint64>(q.startIndex, 1, farthest); // RFC 7644: less than 1 is 1, less than 0 is 0
    q.count = std::clamp<qint64>(q.count, 0, mostOfAScimList);
    return q;
}

} // namespace lab
