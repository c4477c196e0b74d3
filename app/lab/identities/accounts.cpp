#include "lab/identities/accounts.h"
#include "lab/answers.h"
#include "lab/sailpoint/jsonpatch.h"
#include "lab/sailpoint/tenantstate.h"
#include <QRegularExpression>

namespace lab {

using httpd::Request;
using httpd::Response;

QMap<QByteArray, QByteArray> schemaValues(const QJsonObject &attributes)
{
    QMap<QByteArray, QByteArray> out;
    for (auto it = attributes.begin(); it != attributes.end(); ++it) {
        if (it.key().startsWith(QLatin1String("idv")))
            out.insert(it.key().toUtf8(), quoted(it.value().toVariant().toString().toUtf8()));
    }
    return out;
}

Response Accounts::handle(const Route &where, const Request &r)
{
    if (where.rest.isEmpty() && where.method == "GET")
        return list(r);
    if (where.rest.isEmpty() && where.method == "POST")
        return create(r);
    if (where.rest.size() == 1 && where.method == "GET")
        return one(where.rest.at(0).toLatin1());
    if (where.rest.size() == 1 && where.method == "PATCH")
        return change(where.rest.at(0).toLatin1(), r);
    return dto(405, QStringLiteral("405 Method Not Allowed"), QStringLiteral("This method is not supported."));
}

// `sourceId` and `identityId`, in either order; nothing for anything else.
static std::optional<std::pair<QString, QString>> accountFilter(const QString &filters)
{
    static const QRegularExpression part(QStringLiteral("^(sourceId|identityId) eq \"([^\"]*)\"$"));
    const QStringList parts = filters.split(QStringLiteral(" and "));
    QMap<QString, QString> found;
    for (const QString &p : parts) {
        const auto m = part.match(p.trimmed());
        if (!m.hasMatch() || found.contains(m.captured(1)))
            return std::nullopt;
        found.insert(m.captured(1), m.captured(2));
    }
    if (found.size() != 2)
        return std::nullopt;
    return std::pair{found.value(QStringLiteral("sourceId")), found.value(QStringLiteral("identityId"))};
}

QJsonObject Accounts::shown(const QByteArray &id, const QString &identity) const
{
    return {{QStringLiteral("id"), QString::fromLatin1(id)}, {QStringLiteral("name"), QString::fromLatin1(id)},
        {QStringLiteral("sourceId"), m_state.ends.idvSourceId},
        {QStringLiteral("sourceName"), QStringLiteral("IDV Results")},
        {QStringLiteral("nativeIdentity"), QString::fromLatin1(id)}, {QStringLiteral("identityId"), identity},
        {QStringLiteral("attributes"), QJsonObject{}}, {QStringLiteral("authoritative"), false},
        {QStringLiteral("disabled"), false}, {QStringLiteral("locked"), false},
        {QStringLiteral("systemAccount"), false}, {QStringLiteral("uncorrelated"), false},
        {QStringLiteral("manuallyCorrelated"), false}, {QStringLiteral("hasEntitlements"), false},
        {QStringLiteral("description"), QJsonValue()}};
}

Response Accounts::list(const Request &r) const
{
    const auto wanted = accountFilter(queryValue(r, QStringLiteral("filters")));
    if (!wanted)
        return dto(400, QStringLiteral("400.1 Bad Request Content"), QStringLiteral("The filter is not understood."));
    const auto &[source, identity] = *wanted;
    const qint64 position = m_state.directory.positionOf(identity.toLatin1());
    const QByteArray id = position < 0 || source != m_state.ends.idvSourceId
                              ? QByteArray()
                              : m_state.directory.accounts().idOf(quint32(position));
    return id.isEmpty() ? json(200, QJsonArray()) : json(200, QJsonArray{shown(id, identity)});
}

Response Accounts::one(const QByteArray &id) const
{
    const auto owner = m_state.directory.accounts().ownerOf(id);
    if (!owner)
        return dto(404, QStringLiteral("404 Not found"), QStringLiteral("The account is not known."));
    return json(200, shown(id, QString::fromLatin1(People::idOf(*owner, m_state.options.seed))));
}

Response Accounts::create(const Request &r)
{
    const QJsonObject a = QJsonDocument::fromJson(r.body).object().value(QLatin1String("attributes")).toObject();
    const qint64 position = m_state.directory.positionOf(a.value(QLatin1String("id")).toString().toLatin1());
    if (a.value(QLatin1String("sourceId")).toString() != m_state.ends.idvSourceId || position < 0)
        return dto(400, QStringLiteral("400.1 Bad Request Content"),
            QStringLiteral("sourceId or the account's id is not known."));
    m_state.directory.accounts().write(quint32(position), schemaValues(a), m_state.now());
    return json(202, QJsonObject{{QStringLiteral("id"), m_state.tasks.start(QStringLiteral("Create account"))}});
}

Response Accounts::change(const QByteArray &id, const Request &r)
{
    if (!r.header("Content-Type").startsWith("application/json-patch+json"))
        return dto(415, QStringLiteral("415 Unsupported Media Type"), QStringLiteral("A JSON Patch is expected."));
    const auto owner = m_state.directory.accounts().ownerOf(id);
    if (!owner)
        return dto(404, QStringLiteral("404 Not found"), QStringLiteral("The account is not known."));
    QJsonObject values;
    const QJsonDocument body = QJsonDocument::fromJson(r.body);
    if (!body.isArray())
        return dto(400, QStringLiteral("400.1 Bad Request Content"), QStringLiteral("A JSON Patch is a list."));
    const auto patch = body.array();
    for (const auto &op : patch) {
        const QString path = op.toObject().value(QLatin1String("path")).toString();
        if (!path.startsWith(QLatin1String("/attributes/")) || !setsValue(op.toObject()))
            return dto(400, QStringLiteral("400.1 Bad Request Content"),
                QStringLiteral("not a valid patch field for the account model"));
        values.insert(path.mid(12), op.toObject().value(QLatin1String("value")));
    }
    // The source's schema has what begins with "idv": anything else would be taken and lost.
    if (patch.isEmpty() || schemaValues(values).size() != values.size())
        return dto(
            400, QStringLiteral("400.1 Bad Request Content"), QStringLiteral("An attribute that the schema has not."));
    m_state.directory.accounts().write(*owner, schemaValues(values), m_state.now());
    return json(202, QJsonObject{});
}

Response Accounts::source(const Route &where) const
{
    if (where.rest.at(0) != m_state.ends.idvSourceId)
        return dto(404, QStringLiteral("404 Not found"), QStringLiteral("The source is not known."));
    return json(200,
        QJsonObject{{QStringLiteral("id"), m_state.ends.idvSourceId},
            {QStringLiteral("name"), QStringLiteral("IDV Results")},
            {QStringLiteral("description"), QStringLiteral("Invented")},
            {QStringLiteral("owner"), QJsonObject{{QStringLiteral("type"), QStringLiteral("IDENTITY")},
                                          {QStringLiteral("id"), QStringLiteral("2c9180a46faadee4016fb4e018c20626")},
                                          {QStringLiteral("name"), QStringLiteral("Lab Owner")}}},
            {QStringLiteral("type"), QStringLiteral("DelimitedFile")},
            {QStringLiteral("connector"), QStringLiteral("delimited-file-angularsc")},
            {QStringLiteral("authoritative"), false}, {QStringLiteral("healthy"), true}});
}

} // namespace lab
