#include "lab/sailpoint/personaltokens.h"
#include "lab/answers.h"
#include "lab/sailpoint/calls/listquery.h"
#include "lab/sailpoint/tenantstate.h"
#include <QDateTime>
#include <QTimeZone>
#include <algorithm>

namespace lab {

using httpd::Request;
using httpd::Response;

static const QString ownerId = QStringLiteral("2c9180867769897d01776ed5f125512f");

static QString isoText(core::Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODateWithMs);
}

PersonalTokens::PersonalTokens(TenantState &state, std::function<void(const QString &)> ended)
    : m_state(state), m_ended(std::move(ended))
{
    const core::Instant now = state.now();
    m_all << Entry{state.ends.clientId, state.ends.clientSecret, QStringLiteral("IDV Console"), state.options.scopes,
        43200, now - 30 * core::dayMs, now + 60 * core::dayMs};
}

std::optional<QStringList> PersonalTokens::scopesOf(const QString &id, const QString &secret) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [&](const Entry &e) {
        return e.id == id && e.secret == secret && (!e.expiresAt || *e.expiresAt > m_state.now());
    });
    return found == m_all.end() ? std::nullopt : std::optional(found->scopes);
}

QJsonObject PersonalTokens::shown(const Entry &e) const
{
    return {{QStringLiteral("id"), e.id}, {QStringLiteral("name"), e.name},
        {QStringLiteral("scope"), QJsonArray::fromStringList(e.scopes)},
        {QStringLiteral("owner"),
            QJsonObject{{QStringLiteral("type"), QStringLiteral("IDENTITY")}, {QStringLiteral("id"), ownerId},
                {QStringLiteral("name"), QStringLiteral("svc.idv")}}},
        {QStringLiteral("created"), isoText(e.created)}, {QStringLiteral("lastUsed"), QJsonValue()},
        {QStringLiteral("managed"), false}, {QStringLiteral("accessTokenValiditySeconds"), e.validitySeconds},
        {QStringLiteral("expirationDate"), e.expiresAt ? QJsonValue(isoText(*e.expiresAt)) : QJsonValue()},
        {QStringLiteral("userAwareTokenNeverExpires"), !e.expiresAt}};
}

Response PersonalTokens::list(const Request &r) const
{
    const QString owner = queryValue(r, QStringLiteral("owner-id"));
    QJsonArray all;
    for (const Entry &e : m_all) {
        if (owner.isEmpty() || owner == QLatin1String("me") || owner == ownerId)
            all.append(shown(e));
    }
    Request rest = r; // whose they are is no filter
    rest.query.clear();
    if (const QString filters = queryValue(r, QStringLiteral("filters")); !filters.isEmpty())
        rest.query = "filters=" + QUrl::toPercentEncoding(filters);
    return asAsked(json(200, all), rest);
}

std::optional<QString> PersonalTokens::faultIn(const QJsonObject &body) const
{
    const QString name = body.value(QLatin1String("name")).toString();
    if (name.isEmpty())
        return QStringLiteral("name is required.");
    if (std::any_of(m_all.begin(), m_all.end(), [&name](const Entry &e) { return e.name == name; }))
        return QStringLiteral("The name is in use.");
    if (m_all.size() >= 10)
        return QStringLiteral("The limit of 10 personal access tokens is reached.");
    const int validity = body.value(QLatin1String("accessTokenValiditySeconds")).toInt(43200);
    if (validity < 15 || validity > 43200)
        return QStringLiteral("accessTokenValiditySeconds is out of range.");
    const QString until = body.value(QLatin1String("expirationDate")).toString();
    if (until.isEmpty())
        return body.value(QLatin1String("userAwareTokenNeverExpires")).toBool()
                   ? std::nullopt
                   : std::optional(QStringLiteral("expirationDate is required."));
    const QDateTime at = QDateTime::fromString(until, Qt::ISODateWithMs);
    if (!at.isValid() || at.toMSecsSinceEpoch() <= m_state.now())
        return QStringLiteral("expirationDate must be in the future.");
    return std::nullopt;
}

Response PersonalTokens::create(const QJsonObject &body)
{
    if (const auto fault = faultIn(body))
        return dto(400, QStringLiteral("400.1 Bad request content"), *fault);
    Entry e;
    e.id = QString::fromLatin1(randomHex(32));
    e.secret = QString::fromLatin1(randomHex(64));
    e.name = body.value(QLatin1String("name")).toString();
    const QJsonArray scopes = body.value(QLatin1String("scope")).toArray();
    for (const auto &s : scopes)
        e.scopes << s.toString();
    if (e.scopes.isEmpty())
        e.scopes << QStringLiteral("sp:scopes:all");
    e.validitySeconds = body.value(QLatin1String("accessTokenValiditySeconds")).toInt(43200);
    e.created = m_state.now();
    if (const QString until = body.value(QLatin1String("expirationDate")).toString(); !until.isEmpty())
        e.expiresAt = QDateTime::fromString(until, Qt::ISODateWithMs).toMSecsSinceEpoch();
    m_all << e;
    QJsonObject made = shown(e);
    for (const char *key : {"lastUsed", "managed", "userAwareTokenNeverExpires"})
        made.remove(QLatin1String(key));
    made.insert(QStringLiteral("secret"), e.secret);
    return json(200, made);
}

Response PersonalTokens::remove(const QString &id)
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [&id](const Entry &e) { return e.id == id; });
    if (found == m_all.end())
        return dto(404, QStringLiteral("404 Not found"), QStringLiteral("No such token."));
    m_all.erase(found);
    m_ended(id);
    return json(204, QByteArray());
}

Response PersonalTokens::handle(const QByteArray &method, const QStringList &rest, const Request &r)
{
    if (!m_state.options.hasUser)
        return dto(403, QStringLiteral("403 Forbidden"), QStringLiteral("This endpoint needs a token with a user."));
    if (method == "GET")
        return list(r);
    if (method == "DELETE")
        return remove(rest.value(0));
    const QJsonDocument body = QJsonDocument::fromJson(r.body);
    return body.isObject() ? create(body.object())
                           : dto(400, QStringLiteral("400.1 Bad request content"), QStringLiteral("A JSON object."));
}

} // namespace lab
