#include "lab/iiq/iiqusers.h"
#include "lab/answers.h"
#include "lab/identities/accounts.h"
#include "lab/iiq/scimpath.h"
#include "lab/iiq/scimquery.h"
#include <QDateTime>
#include <QRegularExpression>
#include <algorithm>
#include <tuple>

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
        out += ",\"emails\":[{\"type\":\"work\",\"value\":" + quoted(p.email) + ",\"primary\":true}]";
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

// What the console asks with every look, answered without making everybody's record; nothing for another filter.
static std::optional<std::function<bool(const Person &)>> quickFilter(const QString &text)
{
    static const QRegularExpression since(QStringLiteral("^meta\\.lastModified ge \"([^\"]+)\"$")),
        equals(QStringLiteral("^id eq \"([0-9a-f]*)\"$"));
    if (const auto m = since.match(text); m.hasMatch()) {
        const QDateTime at = QDateTime::fromString(m.captured(1), Qt::ISODateWithMs);
        if (at.isValid())
            return [from = at.toMSecsSinceEpoch()](const Person &p) { return p.modified >= from; };
    }
    if (const auto m = equals.match(text); m.hasMatch())
        return [wanted = m.captured(1).toLatin1()](const Person &p) { return p.id == wanted; };
    return std::nullopt;
}

QJsonObject IiqUsers::resource(quint32 position) const
{
    return QJsonDocument::fromJson(userJson(position)).object();
}

QByteArray IiqUsers::shown(quint32 position, const QString &attributes, const QString &excluded) const
{
    if (attributes.isEmpty() && excluded.isEmpty())
        return userJson(position);
    return QJsonDocument(scimProjected(resource(position), attributes, excluded)).toJson(QJsonDocument::Compact);
}

std::vector<quint32> IiqUsers::chosen(const ScimQuery &q)
{
    std::vector<quint32> out;
    const auto quick = quickFilter(q.filter);
    for (const quint32 position : byUserName()) {
        const bool holds = quick ? (*quick)(m_directory.person(position, Directory::View::Live))
                                 : !q.holds || q.holds(resource(position));
        if (holds)
            out.push_back(position);
    }
    if (q.sortBy.isEmpty())
        return out;
    // Who has no value comes last, and first when it is turned round.
    using Key = std::tuple<bool, double, QString>;
    std::vector<std::pair<Key, quint32>> keys;
    for (const quint32 position : out) {
        const QJsonArray values = scimValues(resource(position), q.sortBy);
        const QJsonValue first = values.first(); // of its own type: a number by its size
        keys.emplace_back(Key{values.isEmpty(), first.toDouble(), first.toVariant().toString().toLower()}, position);
    }
    std::stable_sort(keys.begin(), keys.end(),
        [&q](const auto &a, const auto &b) { return q.isDescending ? b.first < a.first : a.first < b.first; });
    for (size_t i = 0; i < keys.size(); ++i)
        out[i] = keys[i].second;
    return out;
}

QStringList IiqUsers::ownAttributes() const
{
    QStringList out;
    const QJsonArray all = schema().value(QLatin1String("attributes")).toArray();
    for (const auto &a : all)
        out << a.toObject().value(QLatin1String("name")).toString();
    return out;
}

Response IiqUsers::list(const Request &r)
{
    Response fault;
    const auto isKnown = [own = ownAttributes()](const QString &name) { return isScimUserAttribute(name, own); };
    const auto q = scimQuery(r, isKnown, fault);
    if (!q)
        return fault;
    if (m_options.fault == QLatin1String("rows-deleted") && q->startIndex > 1 && !std::exchange(m_hasLost, true))
        m_directory.leave(byUserName().front()); // somebody of the page before leaves while the next is asked for
    const bool isPlain = q->filter.isEmpty() && q->sortBy.isEmpty();
    const std::vector<quint32> some = isPlain ? std::vector<quint32>() : chosen(*q);
    const std::vector<quint32> &all = isPlain ? byUserName() : some;
    const qint64 from = q->startIndex - 1, to = std::min(from + q->count, qint64(all.size()));
    QByteArray body;
    for (qint64 i = from; i < to; ++i)
        body += (body.isEmpty() ? "" : ",") + shown(all[size_t(i)], q->attributes, q->excluded);
    return scimAnswer(200, scimListBody(qint64(all.size()), q->startIndex, std::max<qint64>(0, to - from), body));
}

static Response notDone(const char *what)
{
    return scimError(501, QStringLiteral("%1 is not done here.").arg(QLatin1String(what)));
}

Response IiqUsers::handle(const QStringList &rest, const Request &r)
{
    if (!isScimBody(r))
        return scimError(415, QStringLiteral("application/scim+json or application/json."));
    if (rest == QStringList{QStringLiteral(".search")})
        return r.method == "POST" ? list(r) : scimError(405, QStringLiteral("Method not allowed."));
    if (r.method == "PATCH" || r.method == "DELETE" || (rest.isEmpty() && r.method == "POST"))
        return notDone(r.method.constData()); // ServiceProviderConfig says it of PATCH, too
    if (rest.isEmpty())
        return r.method == "GET" ? list(r) : scimError(405, QStringLiteral("Method not allowed."));
    const qint64 position = m_directory.positionOf(rest.first().toLatin1());
    if (rest.size() != 1 || position < 0 || !m_directory.exists(quint32(position)))
        return scimError(404, QStringLiteral("Resource %1 not found.").arg(rest.first()));
    if (r.method == "PUT")
        return replace(quint32(position), r);
    if (r.method != "GET")
        return scimError(405, QStringLiteral("Method not allowed."));
    return one(quint32(position), r);
}

Response IiqUsers::one(quint32 position, const Request &r) const
{
    const QByteArray version = versionOf(m_directory.person(position, Directory::View::Live));
    const QByteArray known = r.header("If-None-Match");
    const bool isKnown = r.method == "GET" && !known.isEmpty() && (known == version || known == "*");
    Response answer = isKnown ? scimAnswer(304, QByteArray())
                              : scimAnswer(200, shown(position, queryValue(r, QStringLiteral("attributes")),
                                                    queryValue(r, QStringLiteral("excludedAttributes"))));
    answer.headers.append({"ETag", version});
    return answer;
}

Response IiqUsers::replace(quint32 position, const Request &r)
{
    const QJsonDocument body = QJsonDocument::fromJson(r.body);
    if (!body.isObject())
        return scimError(400, QStringLiteral("A JSON object."), QStringLiteral("invalidSyntax"));
    const QJsonObject sent = body.object();
    const Person before = m_directory.person(position, Directory::View::Live);
    if (sent.value(QLatin1String("userName")).toString().toUtf8() != before.alias)
        return scimError(
            400, QStringLiteral("userName is required and cannot be changed."), QStringLiteral("mutability"));
    if (const QByteArray tag = r.header("If-Match"); !tag.isEmpty() && tag != "*" && tag != versionOf(before))
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
    return one(position, r);
}

static QJsonObject attribute(const char *name, const char *type, bool isList)
{
    return {{QStringLiteral("name"), QLatin1String(name)}, {QStringLiteral("type"), QLatin1String(type)},
        {QStringLiteral("multiValued"), isList}, {QStringLiteral("required"), false},
        {QStringLiteral("caseExact"), false}, {QStringLiteral("mutability"), QStringLiteral("readWrite")},
        {QStringLiteral("returned"), QStringLiteral("default")},
        {QStringLiteral("uniqueness"), QStringLiteral("none")}};
}

QJsonObject IiqUsers::schema() const
{
    QJsonArray attributes{attribute("capabilities", "string", true), attribute("riskScore", "integer", false),
        attribute("isManager", "boolean", false)};
    for (const char *name : {"idvVerified", "idvStatus", "idvIAL", "idvVerifiedName", "idvDocumentType", "idvSessionId",
             "idvVerifiedDate", "phone", "personalEmail", "employeeNumber", "riskGroup"}) {
        if (!m_options.missingAttributes.contains(QLatin1String(name)))
            attributes.append(attribute(name, "string", false));
    }
    return {{QStringLiteral("schemas"), QJsonArray{QStringLiteral("urn:ietf:params:scim:schemas:core:2.0:Schema")}},
        {QStringLiteral("id"), extension}, {QStringLiteral("name"), QStringLiteral("User")},
        {QStringLiteral("description"), QStringLiteral("IdentityIQ's own attributes of an identity")},
        {QStringLiteral("attributes"), attributes},
        {QStringLiteral("meta"),
            QJsonObject{{QStringLiteral("resourceType"), QStringLiteral("Schema")},
                {QStringLiteral("location"), QStringLiteral("/identityiq/scim/v2/Schemas/") + extension}}}};
}

} // namespace lab
