#include "lab/identities/identitysearch.h"
#include "lab/answers.h"
#include "lab/sailpoint/documents.h"
#include "lab/sailpoint/query.h"
#include "lab/sailpoint/tenantstate.h"
#include <QSet>
#include <algorithm>

namespace lab {

using httpd::Request;
using httpd::Response;

// What is not understood is refused: left out, it would answer another question.
static bool isUnderstood(const QJsonObject &body)
{
    static const QStringList known{QStringLiteral("indices"), QStringLiteral("query"), QStringLiteral("sort"),
        QStringLiteral("searchAfter"), QStringLiteral("queryResultFilter"), QStringLiteral("includeNested"),
        QStringLiteral("queryType")};
    const auto isKnown = [](const QString &key) { return known.contains(key); };
    const QStringList keys = body.keys(), asked = body.value(QLatin1String("query")).toObject().keys();
    const QJsonArray sort = body.value(QLatin1String("sort")).toArray();
    return std::all_of(keys.begin(), keys.end(), isKnown) && asked == QStringList{QStringLiteral("query")} &&
           body.value(QLatin1String("indices")).toArray() == QJsonArray{QStringLiteral("identities")} &&
           body.value(QLatin1String("queryType")).toString(QStringLiteral("SAILPOINT")) == QLatin1String("SAILPOINT") &&
           (sort.isEmpty() || sort == QJsonArray{QStringLiteral("id")} || sort == QJsonArray{QStringLiteral("+id")});
}

Response IdentitySearch::handle(const Route &where, const Request &r)
{
    if (where.method == "GET" && where.rest.size() == 2 && where.rest.at(0) == QLatin1String("identities")) {
        const qint64 position = m_state.directory.positionOf(where.rest.at(1).toLatin1());
        if (position < 0 || !m_state.directory.exists(quint32(position)))
            return dto(404, QStringLiteral("404 Not found"), QStringLiteral("The document is not known."));
        QByteArray body;
        appendSearchDocument(body, m_state.directory.person(quint32(position), Directory::View::Indexed), {});
        return json(200, body);
    }
    if (where.method != "POST")
        return dto(405, QStringLiteral("405 Method Not Allowed"), QStringLiteral("POST only."));
    if (!m_state.options.searchAllowed)
        return dto(403, QStringLiteral("403 Forbidden"), QStringLiteral("The scope sp:search:read is missing."));
    const QJsonDocument doc = QJsonDocument::fromJson(r.body);
    if (!doc.isObject())
        return dto(400, QStringLiteral("400.1 Bad Request Content"), QStringLiteral("The body is no JSON object."));
    if (!isUnderstood(doc.object()))
        return dto(400, QStringLiteral("400.1 Bad Request Content"),
            QStringLiteral("This simulator searches identities, by query and sorted by id."));
    if (where.rest.value(0) == QLatin1String("count"))
        return count(doc.object());
    if (!where.rest.isEmpty())
        return dto(404, QStringLiteral("404 Not found"), QStringLiteral("No such address."));
    return page(doc.object(), r);
}

Response IdentitySearch::count(const QJsonObject &body) const
{
    const auto condition =
        parseSearchQuery(body.value(QLatin1String("query")).toObject().value(QLatin1String("query")).toString());
    if (!condition)
        return dto(400, QStringLiteral("400.1 Bad Request Content"), QStringLiteral("The query is not understood."));
    qint64 n = m_state.directory.count();
    if (!condition->isEverything) {
        n = 0;
        qint64 at = -1;
        while (const auto next = m_state.directory.nextAfter(at)) {
            at = *next;
            n += condition->holds(m_state.directory.person(*next, Directory::View::Indexed)) ? 1 : 0;
        }
    }
    Response answer;
    answer.status = 204;
    answer.headers.append(
        {"X-Total-Count", QByteArray::number(n + (m_state.options.fault == QLatin1String("wrong-count") ? 13 : 0))});
    return answer;
}

static QSet<QByteArray> includesOf(const QJsonObject &body)
{
    QSet<QByteArray> includes;
    const auto wanted =
        body.value(QLatin1String("queryResultFilter")).toObject().value(QLatin1String("includes")).toArray();
    for (const auto &v : wanted)
        includes.insert(v.toString().toUtf8());
    return includes;
}

// The position that the cursor of the page before names; -1 for the first page.
qint64 IdentitySearch::startOf(const QJsonArray &after) const
{
    if (after.isEmpty())
        return -1;
    const QByteArray id = after.last().toString().toLatin1();
    bool isHex = false;
    const qint64 at = id.mid(6, 10).toLongLong(&isHex, 16);
    return m_state.options.fault == QLatin1String("overlapping-pages") ? std::max<qint64>(-1, at - 10) : at;
}

Response IdentitySearch::page(const QJsonObject &body, const Request &r)
{
    if (auto fault = m_faults.before())
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
    const QSet<QByteArray> includes = includesOf(body);
    qint64 at = startOf(after);
    QByteArray out = "[";
    out.reserve(qsizetype(std::min<qint64>(limit, 10000)) * 600);
    QList<quint32> positions;
    qint64 total = condition->isEverything ? m_state.directory.count() : 0;
    const auto take = [&](quint32 position) {
        const Person p = m_state.directory.person(position, Directory::View::Indexed);
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
    if (condition->modifiedFrom && *condition->modifiedFrom > m_state.directory.startedAt() - core::dayMs) {
        for (const quint32 p : m_state.directory.changedPositions()) {
            if (qint64(p) > at && m_state.directory.exists(p))
                take(p);
        }
    } else {
        while (const auto next = m_state.directory.nextAfter(at)) {
            at = *next;
            take(*next);
            if (condition->isEverything && positions.size() >= limit)
                break;
        }
    }
    Response answer = json(200, out + ']');
    if (queryValue(r, QStringLiteral("count")) == QLatin1String("true"))
        answer.headers.append({"X-Total-Count",
            QByteArray::number(total + (m_state.options.fault == QLatin1String("wrong-count") ? 13 : 0))});
    m_faults.after(answer, positions);
    return answer;
}

} // namespace lab
