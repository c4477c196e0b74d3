#include "domain/access/workitem.h"
#include "domain/access/accessname.h"
#include "domain/text/instant.h"
#include <algorithm>
#include <limits>

namespace domain {

static QString textOf(const QJsonObject &o, const char *key)
{
    return o.value(QLatin1String(key)).toString();
}

static std::optional<core::Instant> instantOf(const QJsonObject &o, const char *key)
{
    return parseInstant(o.value(QLatin1String(key)), std::numeric_limits<core::Instant>::max() / 2)
        .at; // some lie ahead
}

// A person is an object with an id and names, or only a name.
static std::pair<QString, QString> whoOf(const QJsonValue &v)
{
    if (v.isString())
        return {QString(), v.toString()};
    const QJsonObject o = v.toObject();
    const QString display = textOf(o, "displayName");
    return {textOf(o, "id"), display.isEmpty() ? textOf(o, "name") : display};
}

static QJsonArray linesOf(const QJsonObject &o)
{
    const QJsonValue set = o.value(QLatin1String("approvalSet"));
    if (set.isArray())
        return set.toArray();
    for (const char *key : {"items", "approvalItems"}) {
        if (const QJsonArray a = set.toObject().value(QLatin1String(key)).toArray(); !a.isEmpty())
            return a;
    }
    return o.value(QLatin1String("approvalItems")).toArray();
}

static QString firstOf(const QJsonObject &o, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        if (const QString t = textOf(o, key); !t.isEmpty())
            return t;
    }
    return {};
}

// Words that mean that access goes; a word that only begins so is another one.
static bool takesAway(const QString &operation)
{
    static const QStringList words{QStringLiteral("remove"), QStringLiteral("revoke")};
    return words.contains(operation.trimmed().toLower());
}

std::optional<Approval> workItemFrom(const QJsonObject &o)
{
    Approval a;
    a.id = textOf(o, "id");
    a.forId = core::IdentityId(textOf(o, "targetId"));
    const QString type = textOf(o, "type");
    if (a.id.isEmpty() || a.forId.isEmpty() || type.compare(QLatin1String("Approval"), Qt::CaseInsensitive) != 0 ||
        !textOf(o, "state").isEmpty())
        return std::nullopt;
    a.requestId = textOf(o, "identityRequestId");
    a.forName = firstOf(o, {"targetDisplayName", "targetName"});
    a.description = textOf(o, "description");
    std::tie(a.ownerId, a.owner) = whoOf(o.value(QLatin1String("owner")));
    a.askedBy = whoOf(o.value(QLatin1String("requester"))).second;
    a.asked = instantOf(o, "created");
    a.until = std::nullopt;
    a.modified = instantOf(o, "modified").value_or(a.asked.value_or(0));
    QStringList names;
    bool isOnlyTaken = true;
    const QJsonArray lines = linesOf(o);
    for (const auto &v : lines) {
        const QJsonObject l = v.toObject();
        const ApprovalLine line{firstOf(l, {"displayValue", "value", "displayName", "name"}), textOf(l, "value"),
            textOf(l, "operation"), textOf(l, "application"), textOf(l, "description")};
        names << line.access;
        isOnlyTaken = isOnlyTaken && takesAway(line.operation);
        a.isPartial |= !isReadableName(line.access);
        if (a.reason.isEmpty())
            a.reason = textOf(l, "requesterComments");
        if (a.accessId.isEmpty())
            a.accessId = textOf(l, "value");
        a.lines << line;
    }
    a.isPartial |= lines.isEmpty();
    a.access = names.isEmpty() ? a.description : names.join(QStringLiteral(", "));
    a.requestType = !lines.isEmpty() && isOnlyTaken ? QStringLiteral("REVOKE_ACCESS") : QStringLiteral("GRANT_ACCESS");
    return a;
}

static QList<QJsonObject> stepsOf(const QJsonObject &request)
{
    QList<QJsonObject> out;
    const QJsonArray all = request.value(QLatin1String("approvalSummaries")).toArray();
    for (const auto &v : all)
        out << v.toObject();
    return out;
}

bool isAbout(const QJsonObject &request, const QString &workItem)
{
    const auto steps = stepsOf(request);
    return std::any_of(steps.begin(), steps.end(),
        [&workItem](const QJsonObject &step) { return textOf(step, "workItemId") == workItem; });
}

QList<ApprovalStep> requestHistory(const QJsonObject &request, const QString &workItem)
{
    QList<ApprovalStep> out;
    for (const QJsonObject &step : stepsOf(request)) {
        if (textOf(step, "workItemId") == workItem || textOf(step, "state").isEmpty())
            continue;
        QStringList comments;
        const QJsonArray all = step.value(QLatin1String("comments")).toArray();
        for (const auto &c : all)
            comments << (c.isString() ? c.toString() : textOf(c.toObject(), "comment"));
        const QString who = whoOf(step.value(QLatin1String("completer"))).second;
        out << ApprovalStep{who.isEmpty() ? whoOf(step.value(QLatin1String("owner"))).second : who,
            comments.join(QLatin1Char('\n')), instantOf(step, "endDate")};
    }
    std::stable_sort(out.begin(), out.end(),
        [](const ApprovalStep &a, const ApprovalStep &b) { return a.at.value_or(0) < b.at.value_or(0); });
    return out;
}

std::optional<Decided> decidedIn(const QJsonObject &request, const QString &workItem, const IdentityIqSettings &s)
{
    for (const QJsonObject &step : stepsOf(request)) {
        const QString state = textOf(step, "state");
        if (textOf(step, "workItemId") != workItem ||
            (state != s.approvedState && (s.deniedState.isEmpty() || state != s.deniedState)))
            continue;
        return Decided{state == s.approvedState ? QStringLiteral("APPROVED") : QStringLiteral("REJECTED"),
            whoOf(step.value(QLatin1String("completer"))).second, instantOf(step, "endDate")};
    }
    return std::nullopt;
}

QStringList certifiersOf(const QJsonObject &row)
{
    QStringList out;
    const auto add = [&out](const QJsonValue &v) {
        const auto [id, name] = whoOf(v);
        out << id << name;
    };
    add(row.value(QLatin1String("certifier")));
    const QJsonArray all = row.value(QLatin1String("certifiers")).toArray();
    for (const auto &v : all)
        add(v);
    out.removeAll({});
    return out;
}

std::optional<AccessReview> reviewFromEntity(const QJsonObject &o)
{
    AccessReview r;
    r.id = textOf(o, "id");
    if (r.id.isEmpty() || instantOf(o, "completed"))
        return std::nullopt;
    r.name = firstOf(o, {"targetDisplayName", "fullname", "identity", "accountGroup", "name"});
    r.campaign = whoOf(o.value(QLatin1String("certification"))).second;
    r.reviewers = certifiersOf(o);
    r.reviewerId = whoOf(o.value(QLatin1String("certifier"))).first;
    if (const QJsonArray all = o.value(QLatin1String("certifiers")).toArray(); r.reviewerId.isEmpty() && !all.isEmpty())
        r.reviewerId = whoOf(all.first()).first;
    r.reviewer = r.reviewers.value(1, r.reviewers.value(0));
    r.decided = o.value(QLatin1String("completedItems")).toInt();
    r.total = o.value(QLatin1String("totalItems")).toInt();
    r.due = instantOf(o, "expiration");
    r.created = instantOf(o, "created");
    r.phase = QStringLiteral("ACTIVE");
    r.isDecidedHere = true;
    return r;
}

void WorkItemWindow::takeAll(const QList<Approval> &items, core::Instant at)
{
    m_items.clear();
    for (const Approval &a : items)
        m_items.insert(a.id, a);
    m_fullAt = m_seenAt = at;
}

void WorkItemWindow::takeChanged(const QList<Approval> &items, const QStringList &ended, core::Instant at)
{
    for (const Approval &a : items)
        m_items.insert(a.id, a);
    for (const QString &id : ended)
        m_items.remove(id);
    m_seenAt = at;
}

void WorkItemWindow::forget()
{
    m_items.clear();
    m_fullAt = m_seenAt = 0;
}

QList<Approval> WorkItemWindow::items() const
{
    QList<Approval> out = m_items.values();
    std::sort(out.begin(), out.end(), [](const Approval &a, const Approval &b) {
        return std::pair(a.asked.value_or(0), a.id) < std::pair(b.asked.value_or(0), b.id);
    });
    return out;
}

} // namespace domain
