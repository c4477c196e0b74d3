#include "lab/iiq/iiqplugin.h"
#include "lab/answers.h"
#include <QJsonDocument>
#include <QRegularExpression>
#include <algorithm>

namespace lab {

using httpd::Request;
using httpd::Response;

static const QString workgroup = QStringLiteral("2c918084600000000000000000009999");
static const QString foreignGroup = QStringLiteral("2c918084600000000000000000008888");
static const QString otherApprover = QStringLiteral("2c918084600000000000000000007777");

struct Access
{
    const char *name, *attribute, *application, *text;
};
static constexpr Access accesses[] = {
    {"Treasury payments, approve", "assignedRoles", "IdentityIQ", "Approves payments above 10,000"},
    {"Active Directory, domain admin", "memberOf", "Active Directory", "Everything in the directory"},
    {"Warehouse planning, editor", "assignedRoles", "IdentityIQ", "Changes plans of the warehouse"},
    {"Customer records, export", "permission", "Records", "Takes records out of the system"},
    {"Partner portal, contributor", "memberOf", "Portal", "Writes in the partners' portal"}};

static Response missing()
{
    return json(404, QJsonObject{{QStringLiteral("message"), QStringLiteral("Object not found")}});
}

IiqPlugin::IiqPlugin(
    const Options &options, const Endpoints &endpoints, Directory &directory, std::shared_ptr<core::Clock> clock)
    : m_options(options), m_ends(endpoints), m_directory(directory), m_clock(std::move(clock))
{
    make();
    makeReviews();
}

QJsonObject IiqPlugin::nameOf(const QString &id) const
{
    const QString name = id == m_ends.iiqOperatorId ? QStringLiteral("The operator")
                         : id == workgroup          ? QStringLiteral("Treasury approvers")
                         : id == foreignGroup       ? QStringLiteral("Warehouse owners")
                         : id == otherApprover      ? QStringLiteral("Bridget Quesnel-Fontanarosa")
                                                    : id;
    return {{QStringLiteral("id"), id}, {QStringLiteral("name"), name}, {QStringLiteral("displayName"), name}};
}

void IiqPlugin::make()
{
    const QString owners[] = {m_ends.iiqOperatorId, m_ends.iiqOperatorId, workgroup, m_ends.iiqOperatorId,
        otherApprover, workgroup, foreignGroup, m_ends.iiqOperatorId};
    qint64 at = -1;
    for (int i = 0; i < 8; ++i) {
        for (int skip = 0; skip < 7; ++skip) {
            const auto next = m_directory.nextAfter(at);
            if (!next)
                return;
            at = *next;
        }
        const Person p = m_directory.person(quint32(at), Directory::View::Live);
        const QString person = QString::fromLatin1(p.id), display = QString::fromUtf8(p.name),
                      id = QString::fromLatin1(randomHex(32)), request = QString::fromLatin1(randomHex(32)),
                      number = QStringLiteral("00000%1").arg(41200 + i);
        QJsonArray lines;
        for (int k = 0; k < (i == 3 ? 2 : 1); ++k) {
            const Access &a = accesses[size_t(i + k) % std::size(accesses)];
            lines.append(QJsonObject{{QStringLiteral("id"), QString::fromLatin1(randomHex(32))},
                {QStringLiteral("application"), QString::fromLatin1(a.application)},
                {QStringLiteral("name"), QString::fromLatin1(a.attribute)},
                {QStringLiteral("value"), QString::fromLatin1(a.name)},
                {QStringLiteral("displayValue"), QString::fromLatin1(a.name)},
                {QStringLiteral("operation"), i == 7 ? QStringLiteral("Remove") : QStringLiteral("Add")},
                {QStringLiteral("description"), QString::fromLatin1(a.text)},
                {QStringLiteral("requesterComments"), QStringLiteral("Needed for the cutover weekend.")},
                {QStringLiteral("state"), QJsonValue()}});
        }
        const core::Instant asked = m_clock->now() - (2 + i * 5) * core::hourMs;
        Item item;
        item.object = {{QStringLiteral("id"), id}, {QStringLiteral("name"), QStringLiteral("00%1").arg(81200 + i)},
            {QStringLiteral("type"), QStringLiteral("Approval")}, {QStringLiteral("state"), QJsonValue()},
            {QStringLiteral("description"), QStringLiteral("Access request for %1").arg(display)},
            {QStringLiteral("owner"), nameOf(owners[i])},
            {QStringLiteral("requester"),
                QJsonObject{{QStringLiteral("id"), person}, {QStringLiteral("displayName"), display}}},
            {QStringLiteral("targetClass"), QStringLiteral("sailpoint.object.Identity")},
            {QStringLiteral("targetId"), person}, {QStringLiteral("targetName"), display},
            {QStringLiteral("identityRequestId"), number}, {QStringLiteral("created"), asked},
            {QStringLiteral("modified"), asked}, {QStringLiteral("expiration"), m_clock->now() + 5 * core::dayMs},
            {QStringLiteral("approvalSet"), QJsonObject{{QStringLiteral("items"), lines}}},
            {QStringLiteral("comments"), QJsonArray()}};
        QJsonArray steps;
        if (i % 3 == 0)
            steps.append(QJsonObject{{QStringLiteral("workItemId"), QString::fromLatin1(randomHex(32))},
                {QStringLiteral("owner"), QStringLiteral("Dvora Ben-Shachar")},
                {QStringLiteral("completer"), QStringLiteral("Dvora Ben-Shachar")},
                {QStringLiteral("state"), QStringLiteral("Finished")}, {QStringLiteral("startDate"), asked},
                {QStringLiteral("endDate"), asked + core::hourMs},
                {QStringLiteral("comments"),
                    QJsonArray{QJsonObject{{QStringLiteral("author"), QStringLiteral("Dvora Ben-Shachar")},
                        {QStringLiteral("comment"), QStringLiteral("Belongs to the new task.")},
                        {QStringLiteral("date"), asked + core::hourMs}}}}});
        steps.append(QJsonObject{{QStringLiteral("workItemId"), id},
            {QStringLiteral("owner"), nameOf(owners[i]).value(QLatin1String("name"))},
            {QStringLiteral("state"), QJsonValue()}, {QStringLiteral("startDate"), asked},
            {QStringLiteral("comments"), QJsonArray()}});
        item.request = {{QStringLiteral("id"), request}, {QStringLiteral("name"), number},
            {QStringLiteral("type"), QStringLiteral("AccessRequest")},
            {QStringLiteral("requesterDisplayName"), display}, {QStringLiteral("targetDisplayName"), display},
            {QStringLiteral("created"), asked}, {QStringLiteral("executionStatus"), QStringLiteral("Executing")},
            {QStringLiteral("approvalSummaries"), steps}};
        m_items << item;
    }
    // Work that is no approval, as every server has it.
    Item form;
    form.object = {{QStringLiteral("id"), QString::fromLatin1(randomHex(32))},
        {QStringLiteral("type"), QStringLiteral("Form")}, {QStringLiteral("owner"), nameOf(m_ends.iiqOperatorId)},
        {QStringLiteral("created"), m_clock->now()}, {QStringLiteral("modified"), m_clock->now()}};
    m_items << form;
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
            {QStringLiteral("certifier"), nameOf(m_ends.iiqOperatorId)}, {QStringLiteral("completedItems"), decided},
            {QStringLiteral("totalItems"), total}, {QStringLiteral("completed"), QJsonValue()},
            {QStringLiteral("created"), m_clock->now() - 6 * core::dayMs},
            {QStringLiteral("modified"), m_clock->now() - 6 * core::dayMs},
            {QStringLiteral("expiration"), m_clock->now() + days * core::dayMs}};
}

// Filters of IdentityIQ's language that the console sends; anything else is refused.
static std::optional<std::function<bool(const QJsonObject &)>> filterOf(QString text)
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

void IiqPlugin::complete(Item &item, const QString &state, const QString &by, const QString &comment)
{
    item.isOpen = false;
    QJsonArray steps = item.request.value(QLatin1String("approvalSummaries")).toArray();
    for (qsizetype i = 0; i < steps.size(); ++i) {
        QJsonObject step = steps.at(i).toObject();
        if (step.value(QLatin1String("workItemId")) != item.object.value(QLatin1String("id")))
            continue;
        step.insert(QStringLiteral("state"), state);
        step.insert(QStringLiteral("completer"), by);
        step.insert(QStringLiteral("endDate"), m_clock->now());
        if (!comment.isEmpty())
            step.insert(QStringLiteral("comments"),
                QJsonArray{QJsonObject{{QStringLiteral("author"), by}, {QStringLiteral("comment"), comment},
                    {QStringLiteral("date"), m_clock->now()}}});
        steps[i] = step;
    }
    item.request.insert(QStringLiteral("approvalSummaries"), steps);
}

void IiqPlugin::decideElsewhere(const QString &id, bool isApproved, const QString &by)
{
    for (Item &i : m_items) {
        if (i.isOpen && i.object.value(QLatin1String("id")).toString() == id)
            complete(i, isApproved ? QStringLiteral("Finished") : QStringLiteral("Rejected"), by, {});
    }
}

// As a server does: the owner, or somebody of the work group that owns it.
bool IiqPlugin::mayDecide(const QString &approver, const QString &owner) const
{
    return approver == owner || (owner == workgroup && (approver == m_ends.iiqOperatorId || approver == otherApprover));
}

Response IiqPlugin::decide(const QString &type, const QString &id, const Request &r)
{
    const auto wrong = [](const QString &text) { return json(400, QJsonObject{{QStringLiteral("message"), text}}); };
    const QJsonObject body = QJsonDocument::fromJson(r.body).object();
    const QString state = body.value(QLatin1String("state")).toString(),
                  approver = body.value(QLatin1String("approver")).toString();
    if (approver.isEmpty())
        return wrong(QStringLiteral("approver is required"));
    if (type == QLatin1String("WorkItem")) {
        if (state != QLatin1String("Finished") && state != QLatin1String("Rejected"))
            return wrong(QStringLiteral("No enum constant sailpoint.object.WorkItem.State.%1").arg(state));
        for (Item &i : m_items) {
            if (i.object.value(QLatin1String("id")).toString() != id || !i.isOpen)
                continue;
            if (!mayDecide(
                    approver, i.object.value(QLatin1String("owner")).toObject().value(QLatin1String("id")).toString()))
                return json(403, QJsonObject{{QStringLiteral("message"),
                                     QStringLiteral("The approver does not own the work item")}});
            complete(i, state, nameOf(approver).value(QLatin1String("name")).toString(),
                body.value(QLatin1String("comment")).toString());
            return json(200, QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("state"), state}});
        }
        return missing();
    }
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
    const QString kind = path.at(0), type = path.value(1);
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
        if (path.at(2) != workgroup && path.at(2) != foreignGroup)
            return json(
                400, QJsonObject{{QStringLiteral("message"), QStringLiteral("The identity is not a workgroup")}});
        return json(200, QJsonArray{nameOf(otherApprover),
                             nameOf(path.at(2) == workgroup ? m_ends.iiqOperatorId : QStringLiteral("x"))});
    }
    if (kind == QLatin1String("table") && type == QLatin1String("Identity") && path.size() == 2)
        return identities(r);
    QJsonArray all;
    if (kind == QLatin1String("object") &&
        (type == QLatin1String("WorkItem") || type == QLatin1String("IdentityRequest"))) {
        const bool isRequest = type == QLatin1String("IdentityRequest");
        for (const Item &i : std::as_const(m_items)) {
            const QJsonObject &o = isRequest ? i.request : i.object;
            if (!o.isEmpty() && (isRequest || i.isOpen))
                all.append(o);
        }
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
