#include "lab/iiq/iiqusers.h"
#include "lab/answers.h"
#include "lab/identities/accounts.h"
#include "lab/iiq/identityiq.h"
#include <QDateTime>
#include <QRegularExpression>
#include <algorithm>

namespace lab {

using httpd::Request;
using httpd::Response;

static const QString extension = QStringLiteral("urn:ietf:params:scim:schemas:sailpoint:1.0:User");

const std::vector<quint32> &IiqUsers::byUserName()
{
    if (m_orderOf == m_directory.count())
        return m_order;
    std::vector<std::pair<QByteArray, quint32>> names;
    for (auto at = m_directory.nextAfter(-1); at; at = m_directory.nextAfter(*at))
        names.emplace_back(m_directory.person(*at, Directory::View::Live).alias, *at);
    std::sort(names.begin(), names.end());
    m_order.clear();
    for (const auto &[name, position] : names)
        m_order.push_back(position);
    m_orderOf = m_directory.count();
    return m_order;
}

static QByteArray versionOf(const Person &p)
{
    return "W/\"" + QByteArray::number(p.modified) + '"';
}

// What a person has besides the results; a replacement may change it.
static QList<std::pair<QByteArray, QByteArray>> bornWith(const Person &p)
{
    QList<std::pair<QByteArray, QByteArray>> out{
        {"phone", p.phone}, {"personalEmail", p.personalEmail}, {"employeeNumber", p.employee}};
    if (!p.riskGroup().isEmpty())
        out.append({"riskGroup", p.riskGroup()});
    return out;
}

QByteArray IiqUsers::userJson(quint32 position) const
{
    const Person p = m_directory.person(position, Directory::View::Live);
    const auto member = [](const QByteArray &name, const QByteArray &value) {
        return ',' + quoted(name) + ':' + value;
    };
    QByteArray own;
    for (auto it = p.attributes.begin(); it != p.attributes.end(); ++it) {
        if (!m_options.missingAttributes.contains(QString::fromUtf8(it.key())))
            own += member(it.key(), it.value());
    }
    for (const auto &[name, value] : bornWith(p)) {
        if (!p.attributes.contains(name))
            own += member(name, quoted(value));
    }
    QByteArray out = "{\"id\":" + quoted(p.id) + member("userName", quoted(p.alias)) +
                     member("displayName", quoted(p.name)) + ",\"name\":{\"formatted\":" + quoted(p.name) +
                     member("givenName", quoted(p.given)) + member("familyName", quoted(p.family)) + '}' +
                     member("userType", quoted(p.profile == "Employees" ? "employee" : p.profile.toLower())) +
                     ",\"active\":" + (p.lifecycle == "inactive" ? "false" : "true");
    if (!p.email.isEmpty())
        out += ",\"emails\":[{\"type\":\"work\",\"value\":" + quoted(p.email) + ",\"primary\":\"true\"}]";
    out += ",\"urn:ietf:params:scim:schemas:sailpoint:1.0:User\":{\"isManager\":false,\"riskScore\":" +
           QByteArray::number(p.riskGroup().isEmpty() ? position % 300 : 640 + position % 200) +
           ",\"capabilities\":[]" + own + '}' +
           ",\"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\":{\"manager\":{\"displayName\":" +
           quoted(p.manager) + "}}" +
           ",\"meta\":{\"resourceType\":\"User\",\"created\":\"2022-02-11T01:34:04.074Z\",\"lastModified\":" +
           quoted(isoTime(p.modified)) + ",\"version\":" + quoted(versionOf(p)) + '}' +
           R"(,"schemas":["urn:ietf:params:scim:schemas:sailpoint:1.0:User",)"
           R"("urn:ietf:params:scim:schemas:core:2.0:User",)"
           R"("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"]})";
    return out;
}

// The part of SCIM's filters that the console sends; anything else is refused, as by a server that does not know it.
static std::optional<std::function<bool(const Person &)>> filterOf(const QString &text)
{
    if (text.isEmpty())
        return [](const Person &) { return true; };
    static const QRegularExpression since(QStringLiteral("^meta\\.lastModified ge \"([^\"]+)\"$")),
        equals(QStringLiteral("^(userName|id|emails\\.value) eq \"((?:[^\"\\\\]|\\\\.)*)\"$"));
    if (const auto m = since.match(text); m.hasMatch()) {
        const QDateTime at = QDateTime::fromString(m.captured(1), Qt::ISODateWithMs);
        if (!at.isValid())
            return std::nullopt;
        return [from = at.toMSecsSinceEpoch()](const Person &p) { return p.modified >= from; };
    }
    if (const auto m = equals.match(text); m.hasMatch()) {
        QString value = m.captured(2);
        value.replace(QLatin1String("\\\""), QLatin1String("\"")).replace(QLatin1String("\\\\"), QLatin1String("\\"));
        return [what = m.captured(1), wanted = value.toUtf8()](const Person &p) {
            if (what == QLatin1String("id"))
                return p.id == wanted;
            return (what == QLatin1String("userName") ? p.alias : p.email) == wanted;
        };
    }
    return std::nullopt;
}

Response IiqUsers::list(const Request &r)
{
    const auto holds = filterOf(queryValue(r, QStringLiteral("filter")));
    if (!holds)
        return scimError(400, QStringLiteral("The filter is not supported."), QStringLiteral("invalidFilter"));
    const qint64 start = std::max<qint64>(1, queryValue(r, QStringLiteral("startIndex")).toLongLong());
    const QString given = queryValue(r, QStringLiteral("count"));
    const qint64 count = given.isEmpty() ? 1000 : std::clamp<qint64>(given.toLongLong(), 0, 1000);
    const bool isEveryone = queryValue(r, QStringLiteral("filter")).isEmpty();
    const auto &order = byUserName();
    if (m_options.fault == QLatin1String("rows-deleted") && start > 1 && !std::exchange(m_hasLost, true)) {
        m_directory.leave(order.front()); // somebody of the page before leaves while the next is asked for
        return list(r);
    }
    QByteArray body;
    qint64 met = 0;
    if (isEveryone) {
        for (qint64 i = start - 1; i < std::min(start - 1 + count, qint64(order.size())); ++i)
            body += (body.isEmpty() ? "" : ",") + userJson(order[size_t(i)]);
        met = qint64(order.size());
    } else {
        for (const quint32 position : order) {
            if (!(*holds)(m_directory.person(position, Directory::View::Live)))
                continue;
            if (++met >= start && met < start + count)
                body += (body.isEmpty() ? "" : ",") + userJson(position);
        }
    }
    QByteArray out = R"({"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"totalResults":)" +
                     QByteArray::number(met) + ",\"startIndex\":" + QByteArray::number(start);
    if (!body.isEmpty())
        out += ",\"Resources\":[" + body + ']';
    return json(200, out + '}');
}

Response IiqUsers::handle(const QStringList &rest, const Request &r)
{
    if (rest.isEmpty())
        return r.method == "GET" ? list(r) : scimError(405, QStringLiteral("Method not allowed."));
    const qint64 position = m_directory.positionOf(rest.first().toLatin1());
    if (rest.size() != 1 || position < 0 || !m_directory.exists(quint32(position)))
        return scimError(404, QStringLiteral("Resource %1 not found.").arg(rest.first()));
    if (r.method == "PUT")
        return replace(quint32(position), r);
    if (r.method != "GET")
        return scimError(405, QStringLiteral("Method not allowed."));
    return json(200, userJson(quint32(position)));
}

Response IiqUsers::replace(quint32 position, const Request &r)
{
    const QJsonObject sent = QJsonDocument::fromJson(r.body).object();
    const Person before = m_directory.person(position, Directory::View::Live);
    if (sent.value(QLatin1String("userName")).toString().toUtf8() != before.alias)
        return scimError(
            400, QStringLiteral("userName is required and cannot be changed."), QStringLiteral("mutability"));
    if (const QByteArray tag = r.header("If-Match"); !tag.isEmpty() && tag != versionOf(before))
        return scimError(412, QStringLiteral("The resource has changed on the server."));
    const QJsonObject own = sent.value(extension).toObject();
    QMap<QByteArray, QByteArray> values = schemaValues(own);
    // What the record leaves out is gone: it was replaced.
    for (auto it = before.attributes.begin(); it != before.attributes.end(); ++it) {
        if (!own.contains(QString::fromUtf8(it.key())))
            values.insert(it.key(), "null");
    }
    for (const auto &[name, value] : bornWith(before))
        values.insert(name, own.contains(QString::fromUtf8(name))
                                ? quoted(own.value(QString::fromUtf8(name)).toString().toUtf8())
                                : QByteArray("null"));
    for (const QString &missing : std::as_const(m_options.missingAttributes))
        values.remove(missing.toUtf8());
    m_directory.changeAttributes(position, values, m_clock->now());
    return json(200, userJson(position));
}

QJsonObject IiqUsers::schema() const
{
    QJsonArray attributes;
    for (const char *name : {"capabilities", "riskScore", "isManager", "lastRefresh", "idvVerified", "idvStatus",
             "idvIAL", "idvVerifiedName", "idvDocumentType", "idvSessionId", "idvVerifiedDate", "phone",
             "personalEmail", "employeeNumber", "riskGroup"}) {
        if (!m_options.missingAttributes.contains(QLatin1String(name)))
            attributes.append(QJsonObject{{QStringLiteral("name"), QString::fromLatin1(name)},
                {QStringLiteral("type"), QStringLiteral("string")}});
    }
    return {{QStringLiteral("id"), extension}, {QStringLiteral("name"), QStringLiteral("User")},
        {QStringLiteral("attributes"), attributes}};
}

} // namespace lab
