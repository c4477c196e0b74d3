#include "lab/identities/identities.h"
#include "lab/answers.h"
#include "lab/sailpoint/documents.h"
#include "lab/sailpoint/jsonpatch.h"
#include "lab/sailpoint/query.h"
#include "lab/sailpoint/tenantstate.h"
#include <algorithm>

namespace lab {

using httpd::Request;
using httpd::Response;

Response Identities::handle(const Route &where, const Request &r)
{
    const QString first = where.rest.value(0);
    if (where.rest.isEmpty()) {
        if (where.method != "GET")
            return dto(405, QStringLiteral("405 Method Not Allowed"), QStringLiteral("Identities cannot be created."));
        if (!m_state.options.hasUser)
            return dto(
                403, QStringLiteral("403 Forbidden"), QStringLiteral("This endpoint needs a token with a user."));
        return list(r);
    }
    if (first == QLatin1String("process") && where.rest.size() == 1)
        return process(r);
    if (first == QLatin1String("invite") && where.rest.size() == 1 && where.method == "POST")
        return m_lifecycle.invite(r);
    if (where.rest.size() == 1 && where.method != "DELETE")
        return one(where, r);
    const qint64 position = m_state.directory.positionOf(first.toLatin1());
    const bool isKnown = position >= 0 && m_state.directory.exists(quint32(position));
    const QString what = where.rest.value(1);
    const bool isOurs = where.rest.size() == 1 || what == QLatin1String("ownership") ||
                        what == QLatin1String("role-assignments") || what == QLatin1String("reset") ||
                        what == QLatin1String("synchronize-attributes");
    if (isOurs && !isKnown)
        return dto(404, QStringLiteral("404 Not found"), QStringLiteral("The identity is not known."));
    if (isOurs && where.method == "GET" && !m_state.options.hasUser)
        return dto(403, QStringLiteral("403 Forbidden"), QStringLiteral("This endpoint needs a token with a user."));
    if (where.rest.size() == 1)
        return m_lifecycle.remove(quint32(position));
    if (where.method == "GET" && what == QLatin1String("ownership"))
        return m_lifecycle.ownership(quint32(position));
    if (where.method == "GET" && what == QLatin1String("role-assignments"))
        return m_lifecycle.roleAssignments(where, r, quint32(position));
    if (where.method == "POST" && what == QLatin1String("reset"))
        return m_lifecycle.reset(quint32(position));
    if (where.method == "POST" && what == QLatin1String("synchronize-attributes"))
        return m_lifecycle.synchronise(r, quint32(position));
    if (where.method == "POST" && where.rest.mid(1) == QStringList{QStringLiteral("verification"),
                                                           QStringLiteral("account"), QStringLiteral("send")})
        return sendReset(where, r);
    return dto(404, QStringLiteral("404 Not found"), QStringLiteral("No such address."));
}

// False where a field is none that can be sorted by.
bool Identities::sort(QList<quint32> &positions, const QString &sorters) const
{
    static const QMap<QString, QByteArray Person::*> fields{{QStringLiteral("name"), &Person::name},
        {QStringLiteral("alias"), &Person::alias}, {QStringLiteral("email"), &Person::email},
        {QStringLiteral("firstname"), &Person::given}, {QStringLiteral("lastname"), &Person::family},
        {QStringLiteral("id"), &Person::id}};
    QStringList keys = sorters.split(QLatin1Char(','), Qt::SkipEmptyParts);
    std::reverse(keys.begin(), keys.end());
    for (const QString &key : std::as_const(keys)) {
        const bool isDown = key.startsWith(QLatin1Char('-'));
        const auto field = fields.value(isDown ? key.mid(1) : key);
        if (!field)
            return false;
        QHash<quint32, QByteArray> values;
        for (const quint32 p : std::as_const(positions))
            values.insert(p, m_state.directory.person(p, Directory::View::Live).*field);
        std::stable_sort(positions.begin(), positions.end(), [&](quint32 a, quint32 b) {
            return isDown ? values.value(b) < values.value(a) : values.value(a) < values.value(b);
        });
    }
    return true;
}

Response Identities::list(const Request &r)
{
    if (auto fault = m_faults.before())
        return *fault;
    const QString limitText = queryValue(r, QStringLiteral("limit")),
                  offsetText = queryValue(r, QStringLiteral("offset"));
    bool isLimit = true, isOffset = true;
    const int limit = limitText.isEmpty() ? 250 : limitText.toInt(&isLimit);
    const qint64 offset = offsetText.isEmpty() ? 0 : offsetText.toLongLong(&isOffset);
    const auto condition = parseFilters(queryValue(r, QStringLiteral("filters")));
    if (!isLimit || !isOffset || limit < 0 || limit > 250 || offset < 0 || !condition)
        return dto(400, QStringLiteral("400.1 Bad Request Content"),
            QStringLiteral("limit is 0 to 250; a filter uses a documented field and operator."));
    QList<quint32> all;
    if (queryValue(r, QStringLiteral("defaultFilter")) == QLatin1String("NONE"))
        all = m_state.directory.uncorrelated();
    qint64 at = -1;
    while (const auto next = m_state.directory.nextAfter(at)) {
        at = *next;
        all.append(*next);
    }
    if (!condition->isEverything) {
        QList<quint32> kept;
        for (const quint32 p : std::as_const(all)) {
            if (condition->holds(m_state.directory.person(p, Directory::View::Live)))
                kept.append(p);
        }
        all = kept;
    }
    if (!sort(all, queryValue(r, QStringLiteral("sorters"))))
        return dto(400, QStringLiteral("400.1 Bad Request Content"),
            QStringLiteral("sorters are name, alias, email, firstname, lastname and id."));
    const qint64 shift =
        m_state.options.fault == QLatin1String("overlapping-pages") && offset > 0 ? std::min<qint64>(offset, 5) : 0;
    QByteArray body = "[";
    const QList<quint32> page = all.mid(offset - shift, limit);
    for (const quint32 p : page) {
        if (body.size() > 1)
            body += ',';
        appendIdentity(body, m_state.directory.person(p, Directory::View::Live));
    }
    Response answer = json(200, body + ']');
    if (queryValue(r, QStringLiteral("count")) == QLatin1String("true"))
        answer.headers.append({"X-Total-Count",
            QByteArray::number(all.size() + (m_state.options.fault == QLatin1String("wrong-count") ? 13 : 0))});
    m_faults.after(answer, page);
    return answer;
}

Response Identities::sendReset(const Route &where, const Request &r)
{
    if (r.header("X-SailPoint-Experimental") != "true")
        return flatError(400, QStringLiteral("Experimental Header is missing or invalid."));
    if (!m_state.options.hasUser || m_state.options.resetFaults.removeOne(QStringLiteral("403")))
        return dto(403, QStringLiteral("403 Forbidden"),
            QStringLiteral("The server understood the request but refuses to authorize it."));
    const qint64 position = m_state.directory.positionOf(where.rest.at(0).toLatin1());
    if (position < 0 || !m_state.directory.exists(quint32(position)))
        return dto(404, QStringLiteral("404 Not found"), QStringLiteral("The identity is not known."));
    const QString via = QJsonDocument::fromJson(r.body).object().value(QLatin1String("via")).toString();
    static const QStringList ways{QStringLiteral("EMAIL_WORK"), QStringLiteral("EMAIL_PERSONAL"),
        QStringLiteral("LINK_WORK"), QStringLiteral("LINK_PERSONAL")};
    if (!ways.contains(via))
        return dto(400, QStringLiteral("400.1 Bad Request Content"), QStringLiteral("via is not a known way."));
    ++m_state.counters[QStringLiteral("reset-mail:") + where.rest.at(0)];
    ++m_state.counters[QStringLiteral("reset-mail")];
    Response ok;
    ok.contentType.clear();
    if (m_state.options.resetFaults.removeOne(QStringLiteral("no-answer")))
        ok.damage = httpd::Damage::Reset;
    return ok;
}

Response Identities::one(const Route &where, const Request &r)
{
    const qint64 position = m_state.directory.positionOf(where.rest.at(0).toLatin1());
    const bool isKnown = position >= 0 && m_state.directory.exists(quint32(position));
    if (where.method == "PATCH")
        return change(position, r);
    if (where.method != "GET")
        return dto(405, QStringLiteral("405 Method Not Allowed"), QStringLiteral("This method is not supported."));
    if (!m_state.options.hasUser)
        return dto(403, QStringLiteral("403 Forbidden"), QStringLiteral("This endpoint needs a token with a user."));
    if (!isKnown)
        return dto(404, QStringLiteral("404 Not found"), QStringLiteral("The identity is not known."));
    QByteArray body;
    appendIdentity(body, m_state.directory.person(quint32(position), Directory::View::Live));
    return json(200, body);
}

Response Identities::process(const Request &r)
{
    if (r.header("X-SailPoint-Experimental") != "true")
        return flatError(400, QStringLiteral("Experimental Header is missing or invalid."));
    const auto ids = QJsonDocument::fromJson(r.body).object().value(QLatin1String("identityIds")).toArray();
    if (ids.isEmpty() || ids.size() > 250)
        return dto(400, QStringLiteral("400.1 Bad Request Content"), QStringLiteral("1 to 250 identity ids."));
    return json(202, QJsonObject{{QStringLiteral("type"), QStringLiteral("TASK_RESULT")},
                         {QStringLiteral("id"), m_state.tasks.start(QStringLiteral("Process identities"))},
                         {QStringLiteral("name"), QStringLiteral("null")}}); // the published examples hold this text
}

// A text, a number or a flag as it is given: read back, it is the same.
static QByteArray asJson(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

Response Identities::change(qint64 position, const Request &r)
{
    if (!m_state.options.directPatch)
        return dto(
            405, QStringLiteral("405 Method Not Allowed"), QStringLiteral("Request method 'PATCH' is not supported."));
    if (!r.header("Content-Type").startsWith("application/json"))
        return dto(415, QStringLiteral("415 Unsupported Media Type"), QStringLiteral("A JSON Patch is expected."));
    if (position < 0 || !m_state.directory.exists(quint32(position)))
        return dto(404, QStringLiteral("404 Not found"), QStringLiteral("The identity is not known."));
    QMap<QByteArray, QByteArray> values;
    const QJsonDocument body = QJsonDocument::fromJson(r.body);
    if (!body.isArray())
        return dto(400, QStringLiteral("400.1 Bad Request Content"), QStringLiteral("A JSON Patch is a list."));
    const auto patch = body.array();
    for (const auto &op : patch) {
        const QString path = op.toObject().value(QLatin1String("path")).toString();
        if (!path.startsWith(QLatin1String("/attributes/")) || !setsValue(op.toObject()))
            return dto(400, QStringLiteral("400.1 Bad Request Content"), QStringLiteral("Not a patchable path."));
        values.insert(path.mid(12).toUtf8(), asJson(op.toObject().value(QLatin1String("value"))));
    }
    if (!values.isEmpty())
        m_state.directory.changeAttributes(quint32(position), values, m_state.now());
    return json(200, QJsonObject{});
}

} // namespace lab
