#include "lab/answers.h"
#include "lab/sailpoint/documents.h"
#include "lab/sailpoint/query.h"
#include "lab/sailpoint/sailpoint.h"

namespace lab {

using httpd::Damage;
using httpd::Response;

std::optional<Response> SailPoint::faultBefore()
{
    const int call = ++m_dataCalls;
    const QString &fault = m_options.fault;
    const auto once = [this, call](int at) {
        if (m_faultDone || call < at)
            return false;
        m_faultDone = true;
        return true;
    };
    if (fault == QLatin1String("rate-limit") && call % 4 == 3) {
        Response r = json(429, QJsonObject{{QStringLiteral("message"), QStringLiteral(" Rate Limit Exceeded ")}});
        r.headers.append(httpd::Header{"Retry-After", "1"});
        return r;
    }
    if (fault == QLatin1String("rate-window") && call >= 3 && m_faultRuns < 3) {
        ++m_faultRuns;
        Response r = json(429, QJsonObject{{QStringLiteral("message"), QStringLiteral(" Rate Limit Exceeded ")}});
        r.headers.append(httpd::Header{"Retry-After", "1"});
        return r;
    }
    if (fault == QLatin1String("errors-500") && call % 3 == 2)
        return dto(500, QStringLiteral("500.0 Internal Fault"), QStringLiteral("An internal fault occurred."));
    if (fault == QLatin1String("html-502") && call % 3 == 2) {
        Response r = json(502, QByteArray("<html><body>Bad Gateway</body></html>"));
        r.contentType = "text/html";
        return r;
    }
    if (fault == QLatin1String("reset") && call % 3 == 2) {
        Response r;
        r.damage = Damage::Reset;
        return r;
    }
    if (fault == QLatin1String("token-revoked") && once(3)) {
        m_tokens.clear();
        return flatError(401, QStringLiteral("JWT validation failed: JWT is revoked"));
    }
    if (fault == QLatin1String("empty-page") && once(3))
        return json(200, QByteArray("[]"));
    return std::nullopt;
}

void SailPoint::faultAfter(Response &r, const QList<quint32> &positions)
{
    const QString &fault = m_options.fault;
    const auto once = [this](int at) {
        if (m_faultDone || m_dataCalls < at)
            return false;
        m_faultDone = true;
        return true;
    };
    if (fault == QLatin1String("cut-body") && m_dataCalls % 3 == 2)
        r.damage = Damage::CutBody;
    else if (fault == QLatin1String("truncated-json") && once(2))
        r.body.chop(r.body.size() / 3);
    else if (fault == QLatin1String("slow-answer") && once(2))
        r.delay = 8s;
    else if (fault == QLatin1String("drip") && once(2))
        r.damage = Damage::Drip;
    else if (fault == QLatin1String("rows-inserted") && once(2)) {
        for (quint32 i = 0; i < 40; ++i)
            m_directory.join(i * 7 + 1, now());
    } else if (fault == QLatin1String("rows-deleted") && once(2)) {
        for (int i = 0; i < 40 && i < positions.size(); ++i)
            m_directory.leave(positions.at(i));
    }
}

Response SailPoint::identities(const Route &where, const Request &r)
{
    const QString first = where.rest.value(0);
    if (where.rest.isEmpty()) {
        if (where.method != "GET")
            return dto(405, QStringLiteral("405 Method Not Allowed"), QStringLiteral("Identities cannot be created."));
        if (!m_options.hasUser)
            return dto(
                403, QStringLiteral("403 Forbidden"), QStringLiteral("This endpoint needs a token with a user."));
        return listIdentities(r);
    }
    if (first == QLatin1String("process") && where.rest.size() == 1)
        return processIdentities(r);
    if (first == QLatin1String("invite") && where.rest.size() == 1 && where.method == "POST")
        return invite(r);
    if (where.rest.size() == 1 && where.method != "DELETE")
        return oneIdentity(where, r);
    const qint64 position = m_directory.positionOf(first.toLatin1());
    const bool isKnown = position >= 0 && m_directory.exists(quint32(position));
    const QString what = where.rest.value(1);
    const bool isOurs = where.rest.size() == 1 || what == QLatin1String("ownership") ||
                        what == QLatin1String("role-assignments") || what == QLatin1String("reset") ||
                        what == QLatin1String("synchronize-attributes");
    if (isOurs && !isKnown)
        return dto(404, QStringLiteral("404 Not found"), QStringLiteral("The identity is not known."));
    if (isOurs && where.method == "GET" && !m_options.hasUser)
        return dto(403, QStringLiteral("403 Forbidden"), QStringLiteral("This endpoint needs a token with a user."));
    if (where.rest.size() == 1)
        return removeIdentity(quint32(position));
    if (where.method == "GET" && what == QLatin1String("ownership"))
        return ownership(quint32(position));
    if (where.method == "GET" && what == QLatin1String("role-assignments"))
        return roleAssignments(where, r, quint32(position));
    if (where.method == "POST" && what == QLatin1String("reset"))
        return resetIdentity(quint32(position));
    if (where.method == "POST" && what == QLatin1String("synchronize-attributes"))
        return synchronise(r, quint32(position));
    if (where.method == "POST" && where.rest.mid(1) == QStringList{QStringLiteral("verification"),
                                                           QStringLiteral("account"), QStringLiteral("send")})
        return sendReset(where, r);
    return dto(404, QStringLiteral("404 Not found"), QStringLiteral("No such address."));
}

Response SailPoint::listIdentities(const Request &r)
{
    if (auto fault = faultBefore())
        return *fault;
    const QString limitText = queryValue(r, QStringLiteral("limit"));
    const int limit = limitText.isEmpty() ? 250 : limitText.toInt();
    const qint64 offset = queryValue(r, QStringLiteral("offset")).toLongLong();
    const auto condition = parseFilters(queryValue(r, QStringLiteral("filters")));
    if (limit < 0 || limit > 250 || offset < 0 || !condition)
        return dto(400, QStringLiteral("400.1 Bad Request Content"),
            QStringLiteral("limit is 0 to 250; a filter uses a documented field and operator."));
    QList<quint32> all;
    if (queryValue(r, QStringLiteral("defaultFilter")) == QLatin1String("NONE"))
        all = m_directory.uncorrelated();
    qint64 at = -1;
    while (const auto next = m_directory.nextAfter(at)) {
        at = *next;
        all.append(*next);
    }
    if (!condition->isEverything) {
        QList<quint32> kept;
        for (const quint32 p : std::as_const(all)) {
            if (condition->holds(m_directory.person(p, Directory::View::Live)))
                kept.append(p);
        }
        all = kept;
    }
    const qint64 shift =
        m_options.fault == QLatin1String("overlapping-pages") && offset > 0 ? std::min<qint64>(offset, 5) : 0;
    QByteArray body = "[";
    const QList<quint32> page = all.mid(offset - shift, limit);
    for (const quint32 p : page) {
        if (body.size() > 1)
            body += ',';
        appendIdentity(body, m_directory.person(p, Directory::View::Live));
    }
    Response answer = json(200, body + ']');
    if (queryValue(r, QStringLiteral("count")) == QLatin1String("true"))
        answer.headers.append({"X-Total-Count",
            QByteArray::number(all.size() + (m_options.fault == QLatin1String("wrong-count") ? 13 : 0))});
    faultAfter(answer, page);
    return answer;
}

Response SailPoint::sendReset(const Route &where, const Request &r)
{
    if (r.header("X-SailPoint-Experimental") != "true")
        return flatError(400, QStringLiteral("Experimental Header is missing or invalid."));
    if (!m_options.hasUser || m_options.resetFaults.removeOne(QStringLiteral("403")))
        return dto(403, QStringLiteral("403 Forbidden"),
            QStringLiteral("The server understood the request but refuses to authorize it."));
    const qint64 position = m_directory.positionOf(where.rest.at(0).toLatin1());
    if (position < 0 || !m_directory.exists(quint32(position)))
        return dto(404, QStringLiteral("404 Not found"), QStringLiteral("The identity is not known."));
    const QString via = QJsonDocument::fromJson(r.body).object().value(QLatin1String("via")).toString();
    static const QStringList ways{QStringLiteral("EMAIL_WORK"), QStringLiteral("EMAIL_PERSONAL"),
        QStringLiteral("LINK_WORK"), QStringLiteral("LINK_PERSONAL")};
    if (!ways.contains(via))
        return dto(400, QStringLiteral("400.1 Bad Request Content"), QStringLiteral("via is not a known way."));
    ++m_counters[QStringLiteral("reset-mail:") + where.rest.at(0)];
    ++m_counters[QStringLiteral("reset-mail")];
    Response ok;
    ok.contentType.clear();
    if (m_options.resetFaults.removeOne(QStringLiteral("no-answer")))
        ok.damage = httpd::Damage::Reset;
    return ok;
}

Response SailPoint::oneIdentity(const Route &where, const Request &r)
{
    const qint64 position = m_directory.positionOf(where.rest.at(0).toLatin1());
    const bool isKnown = position >= 0 && m_directory.exists(quint32(position));
    if (where.method == "PATCH") {
        if (!m_options.directPatch)
            return dto(405, QStringLiteral("405 Method Not Allowed"),
                QStringLiteral("Request method 'PATCH' is not supported."));
        if (!r.header("Content-Type").startsWith("application/json-patch+json"))
            return dto(415, QStringLiteral("415 Unsupported Media Type"), QStringLiteral("A JSON Patch is expected."));
        if (!isKnown)
            return dto(404, QStringLiteral("404 Not found"), QStringLiteral("The identity is not known."));
        QMap<QByteArray, QByteArray> values;
        const auto patch = QJsonDocument::fromJson(r.body).array();
        for (const auto &op : patch) {
            const QString path = op.toObject().value(QLatin1String("path")).toString();
            if (!path.startsWith(QLatin1String("/attributes/")))
                return dto(400, QStringLiteral("400.1 Bad Request Content"), QStringLiteral("Not a patchable path."));
            values.insert(
                path.mid(12).toUtf8(), quoted(op.toObject().value(QLatin1String("value")).toString().toUtf8()));
        }
        if (!values.isEmpty())
            m_directory.changeAttributes(quint32(position), values, now());
        return json(200, QJsonObject{});
    }
    if (where.method != "GET")
        return dto(405, QStringLiteral("405 Method Not Allowed"), QStringLiteral("This method is not supported."));
    if (!m_options.hasUser)
        return dto(403, QStringLiteral("403 Forbidden"), QStringLiteral("This endpoint needs a token with a user."));
    if (!isKnown)
        return dto(404, QStringLiteral("404 Not found"), QStringLiteral("The identity is not known."));
    QByteArray body;
    appendIdentity(body, m_directory.person(quint32(position), Directory::View::Live));
    return json(200, body);
}

Response SailPoint::processIdentities(const Request &r)
{
    if (r.header("X-SailPoint-Experimental") != "true")
        return flatError(400, QStringLiteral("Experimental Header is missing or invalid."));
    const auto ids = QJsonDocument::fromJson(r.body).object().value(QLatin1String("identityIds")).toArray();
    if (ids.isEmpty() || ids.size() > 250)
        return dto(400, QStringLiteral("400.1 Bad Request Content"), QStringLiteral("1 to 250 identity ids."));
    return json(202, QJsonObject{{QStringLiteral("type"), QStringLiteral("TASK_RESULT")},
                         {QStringLiteral("id"), newTask(QStringLiteral("Process identities"))},
                         {QStringLiteral("name"), QStringLiteral("null")}}); // the published examples hold this text
}

Response SailPoint::search(const Route &where, const Request &r)
{
    if (where.method == "GET" && where.rest.size() == 2 && where.rest.at(0) == QLatin1String("identities")) {
        const qint64 position = m_directory.positionOf(where.rest.at(1).toLatin1());
        if (position < 0 || !m_directory.exists(quint32(position)))
            return dto(404, QStringLiteral("404 Not found"), QStringLiteral("The document is not known."));
        QByteArray body;
        appendSearchDocument(body, m_directory.person(quint32(position), Directory::View::Indexed), {});
        return json(200, body);
    }
    if (where.method != "POST")
        return dto(405, QStringLiteral("405 Method Not Allowed"), QStringLiteral("POST only."));
    if (!m_options.searchAllowed)
        return dto(403, QStringLiteral("403 Forbidden"), QStringLiteral("The scope sp:search:read is missing."));
    const QJsonDocument doc = QJsonDocument::fromJson(r.body);
    if (!doc.isObject())
        return dto(400, QStringLiteral("400.1 Bad Request Content"), QStringLiteral("The body is no JSON object."));
    if (where.rest.value(0) == QLatin1String("count")) {
        const auto condition = parseSearchQuery(
            doc.object().value(QLatin1String("query")).toObject().value(QLatin1String("query")).toString());
        if (!condition)
            return dto(
                400, QStringLiteral("400.1 Bad Request Content"), QStringLiteral("The query is not understood."));
        qint64 n = m_directory.count();
        if (!condition->isEverything) {
            n = 0;
            qint64 at = -1;
            while (const auto next = m_directory.nextAfter(at)) {
                at = *next;
                n += condition->holds(m_directory.person(*next, Directory::View::Indexed)) ? 1 : 0;
            }
        }
        Response answer;
        answer.status = 204;
        answer.headers.append(
            {"X-Total-Count", QByteArray::number(n + (m_options.fault == QLatin1String("wrong-count") ? 13 : 0))});
        return answer;
    }
    if (!where.rest.isEmpty())
        return dto(404, QStringLiteral("404 Not found"), QStringLiteral("No such address."));
    return searchPage(doc.object(), r);
}

Response SailPoint::searchPage(const QJsonObject &body, const Request &r)
{
    if (auto fault = faultBefore())
        return *fault;
    const QString limitText = queryValue(r, QStringLiteral("limit"));
    const qint64 limit = limitText.isEmpty() ? 250 : limitText.toLongLong();
    const qint64 offset = queryValue(r, QStringLiteral("offset")).toLongLong();
    const auto condition =
        parseSearchQuery(body.value(QLatin1String("query")).toObject().value(QLatin1String("query")).toString());
    const auto after = body.value(QLatin1String("searchAfter")).toArray();
    const auto sort = body.value(QLatin1String("sort")).toArray();
    if (!condition || limit < 0 || limit > 10000 || offset + limit > 10000 || (!after.isEmpty() && sort.isEmpty()))
        return dto(400, QStringLiteral("400.1 Bad Request Content"),
            QStringLiteral("limit and offset end at 10000; searchAfter needs a sort; the query must be understood."));
    QSet<QByteArray> includes;
    const auto wanted =
        body.value(QLatin1String("queryResultFilter")).toObject().value(QLatin1String("includes")).toArray();
    for (const auto &v : wanted)
        includes.insert(v.toString().toUtf8());

    qint64 at = -1;
    if (!after.isEmpty()) {
        const QByteArray id = after.last().toString().toLatin1();
        bool isHex = false;
        at = id.mid(6, 10).toLongLong(&isHex, 16);
        if (m_options.fault == QLatin1String("overlapping-pages"))
            at = std::max<qint64>(-1, at - 10);
    }
    QByteArray out = "[";
    out.reserve(qsizetype(std::min<qint64>(limit, 10000)) * 600);
    QList<quint32> positions;
    qint64 total = condition->isEverything ? m_directory.count() : 0;
    const auto take = [&](quint32 position) {
        const Person p = m_directory.person(position, Directory::View::Indexed);
        if (!condition->isEverything && !condition->holds(p))
            return;
        if (!condition->isEverything)
            ++total;
        if (positions.size() >= limit)
            return;
        if (!positions.isEmpty())
            out += ',';
        positions.append(position);
        appendSearchDocument(out, p, includes);
    };
    if (condition->modifiedFrom && *condition->modifiedFrom > m_directory.startedAt() - core::dayMs) {
        for (const quint32 p : m_directory.changedPositions()) {
            if (qint64(p) > at && m_directory.exists(p))
                take(p);
        }
    } else {
        while (const auto next = m_directory.nextAfter(at)) {
            at = *next;
            take(*next);
            if (condition->isEverything && positions.size() >= limit)
                break;
        }
    }
    Response answer = json(200, out + ']');
    if (queryValue(r, QStringLiteral("count")) == QLatin1String("true"))
        answer.headers.append(
            {"X-Total-Count", QByteArray::number(total + (m_options.fault == QLatin1String("wrong-count") ? 13 : 0))});
    faultAfter(answer, positions);
    return answer;
}

} // namespace lab
