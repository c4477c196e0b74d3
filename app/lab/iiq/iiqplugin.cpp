#include "lab/iiq/iiqplugin.h"
#include "lab/answers.h"
#include "lab/iiq/iiqpeople.h"
#include <QJsonDocument>
#include <QRegularExpression>
#include <algorithm>

namespace lab {

using httpd::Request;
using httpd::Response;

static Response missing()
{
    return json(404, QJsonObject{{QStringLiteral("message"), QStringLiteral("Object not found")}});
}

IiqPlugin::IiqPlugin(
    const Options &options, const Endpoints &endpoints, Directory &directory, std::shared_ptr<core::Clock> clock)
    : m_options(options), m_ends(endpoints), m_directory(directory), m_clock(std::move(clock)),
      m_workItems(endpoints, directory, m_clock)
{
    makeReviews();
}

void IiqPlugin::makeReviews()
{
    const std::tuple<const char *, const char *, int, int, int> all[] = {{"Håkan Lindqvist", "Q2 contractors", 3, 9, 4},
        {"Aoife Byrne", "Q2 contractors", 0, 5, 4}, {"Rosalind Okafor-Reed", "Payment approvers", 6, 6, 8}};
    for (const auto &[who, certification, decided, total, days] : all)
        m_reviews << QJsonObject{{QStringLiteral("id"), QString::fromLatin1(randomHex(32))},
            {QStringLiteral("type"), QStringLiteral("Identity")}, {QStringLiteral("identity"), QString::fromUtf8(who)},
            {QStringLiteral("fullname"), QString::fromUtf8(who)},
            {QStringLiteral("certification"), QString::fromLatin1(certification)},
            {QStringLiteral("certifier"), iiqNameOf(m_ends, m_ends.iiqOperatorId)},
            {QStringLiteral("completedItems"), decided}, {QStringLiteral("totalItems"), total},
            {QStringLiteral("completed"), QJsonValue()}, {QStringLiteral("created"), m_clock->now() - 6 * core::dayMs},
            {QStringLiteral("modified"), m_clock->now() - 6 * core::dayMs},
            {QStringLiteral("expiration"), m_clock->now() + days * core::dayMs}};
}

// Filters of IdentityIQ's language that the console sends; anything else is refused.
static std::optional<std::function<bool(const QJsonObject &)>> filterOf(const QString &text)
{
    static const QRegularExpression since(QStringLiteral("^modified>=DATE\\$(\\d+)$")),
        equals(QStringLiteral("^(\\w+) == \"((?:[^\"\\\\]|\\\\.)*)\"$"));
    if (text.isEmpty())
        return [](const QJsonObject &) { return true; };
    if (const auto m = since.match(text); m.hasMatch())
        return [from = m.captured(1).toLongLong()](
                   const QJsonObject &o) { return o.value(QLatin1String("modified")).toInteger() >= from; };
    if (const auto m = equals.match(text); m.hasMatch())
        return [key = m.captured(1), value = m.captured(2)](
                   const QJsonObject &o) { return o.value(key).toString() == value; };
    return std::nullopt;
}

Response IiqPlugin::page(QJsonArray all, const Request &r) const
{
    const auto holds = filterOf(queryValue(r, QStringLiteral("filter")));
    if (!holds)
        return json(400, QJsonObject{{QStringLiteral("message"), QStringLiteral("The filter cannot be compiled.")}});
    const qsizetype offset = queryValue(r, QStringLiteral("offset")).toLongLong(),
                    limit = std::clamp<qsizetype>(queryValue(r, QStringLiteral("limit")).toLongLong(), 1, 100);
    QJsonArray out;
    qsizetype met = 0;
    for (const auto &v : std::as_const(all)) {
        if ((*holds)(v.toObject()) && met++ >= offset && out.size() < limit)
            out.append(v);
    }
    return json(200, QJsonObject{{QStringLiteral("objects"), out}});
}

Response IiqPlugin::identities(const Request &r) const
{
    const QString filter = queryValue(r, QStringLiteral("filter"));
    const bool isActive = filter == QLatin1String("active == true");
    const auto holds = isActive ? filterOf({}) : filterOf(filter);
    if (!holds)
        return json(400, QJsonObject{{QStringLiteral("message"), QStringLiteral("The filter cannot be compiled.")}});
    const qint64 offset = queryValue(r, QStringLiteral("offset")).toLongLong(),
                 limit = std::clamp<qint64>(queryValue(r, QStringLiteral("limit")).toLongLong(), 1, 100);
    QJsonArray out;
    qint64 met = 0;
    for (auto at = m_directory.nextAfter(-1); at && out.size() < limit; at = m_directory.nextAfter(*at)) {
        const Person p = m_directory.person(*at, Directory::View::Live);
        if (isActive && p.lifecycle == "inactive")
            continue;
        QJsonObject o{{QStringLiteral("id"), QString::fromLatin1(p.id)},
            {QStringLiteral("name"), QString::fromUtf8(p.alias)},
            {QStringLiteral("displayName"), QString::fromUtf8(p.name)},
            {QStringLiteral("firstname"), QString::fromUtf8(p.given)},
            {QStringLiteral("lastname"), QString::fromUtf8(p.family)},
            {QStringLiteral("email"), QString::fromUtf8(p.email)},
            {QStringLiteral("type"), QString::fromUtf8(p.profile)},
            {QStringLiteral("manager"), QString::fromUtf8(p.manager)},
            {QStringLiteral("inactive"), p.lifecycle == "inactive"}, {QStringLiteral("modified"), p.modified},
            {QStringLiteral("phone"), QString::fromUtf8(p.phone)},
            {QStringLiteral("employeeNumber"), QString::fromUtf8(p.employee)}};
        if (!(*holds)(o) || met++ < offset)
            continue;
        for (auto it = p.attributes.begin(); it != p.attributes.end(); ++it)
            o.insert(QString::fromUtf8(it.key()), QJsonDocument::fromJson('[' + it.value() + ']').array().at(0));
        out.append(o);
    }
    return json(200, QJsonObject{{QStringLiteral("objects"), out}});
}

Response IiqPlugin::decide(const QString &type, const QString &id, const Request &r)
{
    const auto wrong = [](const QString &text) { return json(400, QJsonObject{{QStringLiteral("message"), text}}); };
    const QJsonObject body = QJsonDocument::fromJson(r.body).object();
    const QString state = body.value(QLatin1String("state")).toString(),
                  approver = body.value(QLatin1String("approver")).toString();
    if (approver.isEmpty())
        return wrong(QStringLiteral("approver is required"));
    if (type == QLatin1String("WorkItem"))
        return m_workItems.decide(id, body);
    for (auto &o : m_reviews) {
        if (o.value(QLatin1String("id")).toString() != id)
            continue;
        const bool isWhole = o.value(QLatin1String("completedItems")) == o.value(QLatin1String("totalItems"));
        if (state == QLatin1String("Signed")) {
            if (!isWhole)
                return wrong(QStringLiteral("The certification has open items"));
            o.insert(QStringLiteral("completed"), m_clock->now());
        } else if (state == QLatin1String("Finished") || state == QLatin1String("Rejected")) {
            o.insert(QStringLiteral("completedItems"), o.value(QLatin1String("totalItems")));
        } else {
            return wrong(QStringLiteral("Unknown state %1").arg(state));
        }
        o.insert(QStringLiteral("modified"), m_clock->now());
        return json(200, o);
    }
    return missing();
}

Response IiqPlugin::handle(const QByteArray &method, const QStringList &path, const Request &r)
{
    const QString &kind = path.at(0);
    const QString type = path.value(1);
    const QByteArray wanted = m_options.iiqPost ? "POST" : "PUT";
    if (kind == QLatin1String("object") && path.size() == 3 &&
        (type == QLatin1String("WorkItem") || type == QLatin1String("CertificationEntity")) && method != "GET")
        return method == wanted
                   ? decide(type, path.at(2), r)
                   : json(405, QJsonObject{{QStringLiteral("message"), QStringLiteral("Method Not Allowed")}});
    if (method != "GET")
        return json(405, QJsonObject{{QStringLiteral("message"), QStringLiteral("Method Not Allowed")}});
    if (kind == QLatin1String("object") && type == QLatin1String("workgroup") && path.size() == 4 &&
        path.at(3) == QLatin1String("members")) {
        if (path.at(2) != iiqWorkgroup() && path.at(2) != iiqForeignGroup())
            return json(
                400, QJsonObject{{QStringLiteral("message"), QStringLiteral("The identity is not a workgroup")}});
        return json(
            200, QJsonArray{iiqNameOf(m_ends, iiqOtherApprover()),
                     iiqNameOf(m_ends, path.at(2) == iiqWorkgroup() ? m_ends.iiqOperatorId : QStringLiteral("x"))});
    }
    if (kind == QLatin1String("table") && type == QLatin1String("Identity") && path.size() == 2)
        return identities(r);
    QJsonArray all;
    if (kind == QLatin1String("object") && type == QLatin1String("WorkItem")) {
        all = m_workItems.open();
    } else if (kind == QLatin1String("object") && type == QLatin1String("IdentityRequest")) {
        all = m_workItems.requests();
    } else if (kind == QLatin1String("table") && type == QLatin1String("CertificationEntity")) {
        for (const auto &o : std::as_const(m_reviews))
            all.append(o);
    } else {
        return missing();
    }
    if (path.size() == 2)
        return page(all, r);
    for (const auto &v : std::as_const(all)) {
        if (path.size() == 3 && v.toObject().value(QLatin1String("id")).toString() == path.at(2))
            return json(200, v.toObject());
    }
    return missing();
}

} // namespace lab
