#include "lab/iiq/iiqworkitems.h"
#include "lab/answers.h"
#include "lab/iiq/iiqpeople.h"
#include <iterator>
#include <utility>

namespace lab {

using httpd::Response;

namespace {

struct IiqAccess
{
    const char *name, *attribute, *application, *text;
};
constexpr IiqAccess iiqAccesses[] = {
    {"Treasury payments, approve", "assignedRoles", "IdentityIQ", "Approves payments above 10,000"},
    {"Active Directory, domain admin", "memberOf", "Active Directory", "Everything in the directory"},
    {"Warehouse planning, editor", "assignedRoles", "IdentityIQ", "Changes plans of the warehouse"},
    {"Customer records, export", "permission", "Records", "Takes records out of the system"},
    {"Partner portal, contributor", "memberOf", "Portal", "Writes in the partners' portal"}};

QJsonArray linesOf(int i)
{
    QJsonArray lines;
    for (int k = 0; k < (i == 3 ? 2 : 1); ++k) {
        const IiqAccess &a = iiqAccesses[size_t(i + k) % std::size(iiqAccesses)];
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
    return lines;
}

QJsonArray stepsOf(int i, const QString &id, const QJsonValue &owner, core::Instant asked)
{
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
    steps.append(QJsonObject{{QStringLiteral("workItemId"), id}, {QStringLiteral("owner"), owner},
        {QStringLiteral("state"), QJsonValue()}, {QStringLiteral("startDate"), asked},
        {QStringLiteral("comments"), QJsonArray()}});
    return steps;
}

} // namespace

IiqWorkItems::IiqWorkItems(const Endpoints &endpoints, Directory &directory, std::shared_ptr<core::Clock> clock)
    : m_ends(endpoints), m_directory(directory), m_clock(std::move(clock))
{
    make();
}

void IiqWorkItems::make()
{
    const QString owners[] = {m_ends.iiqOperatorId, m_ends.iiqOperatorId, iiqWorkgroup(), m_ends.iiqOperatorId,
        iiqOtherApprover(), iiqWorkgroup(), iiqForeignGroup(), m_ends.iiqOperatorId};
    qint64 at = -1;
    for (int i = 0; i < 8; ++i) {
        for (int skip = 0; skip < 7; ++skip) {
            const auto next = m_directory.nextAfter(at);
            if (!next)
                return;
            at = *next;
        }
        const Person p = m_directory.person(quint32(at), Directory::View::Live);
        m_items << approvalOf(i, p, iiqNameOf(m_ends, owners[i]));
    }
    // Work that is no approval, as every server has it.
    Item form;
    form.object = {{QStringLiteral("id"), QString::fromLatin1(randomHex(32))},
        {QStringLiteral("type"), QStringLiteral("Form")},
        {QStringLiteral("owner"), iiqNameOf(m_ends, m_ends.iiqOperatorId)}, {QStringLiteral("created"), m_clock->now()},
        {QStringLiteral("modified"), m_clock->now()}};
    m_items << form;
}

IiqWorkItems::Item IiqWorkItems::approvalOf(int i, const Person &p, const QJsonObject &owner) const
{
    const QString person = QString::fromLatin1(p.id), display = QString::fromUtf8(p.name),
                  id = QString::fromLatin1(randomHex(32)), request = QString::fromLatin1(randomHex(32)),
                  number = QStringLiteral("00000%1").arg(41200 + i);
    const core::Instant asked = m_clock->now() - (2 + i * 5) * core::hourMs;
    Item item;
    item.object = {{QStringLiteral("id"), id}, {QStringLiteral("name"), QStringLiteral("00%1").arg(81200 + i)},
        {QStringLiteral("type"), QStringLiteral("Approval")}, {QStringLiteral("state"), QJsonValue()},
        {QStringLiteral("description"), QStringLiteral("Access request for %1").arg(display)},
        {QStringLiteral("owner"), owner},
        {QStringLiteral("requester"),
            QJsonObject{{QStringLiteral("id"), person}, {QStringLiteral("displayName"), display}}},
        {QStringLiteral("targetClass"), QStringLiteral("sailpoint.object.Identity")},
        {QStringLiteral("targetId"), person}, {QStringLiteral("targetName"), display},
        {QStringLiteral("identityRequestId"), number}, {QStringLiteral("created"), asked},
        {QStringLiteral("modified"), asked}, {QStringLiteral("expiration"), m_clock->now() + 5 * core::dayMs},
        {QStringLiteral("approvalSet"), QJsonObject{{QStringLiteral("items"), linesOf(i)}}},
        {QStringLiteral("comments"), QJsonArray()}};
    item.request = {{QStringLiteral("id"), request}, {QStringLiteral("name"), number},
        {QStringLiteral("type"), QStringLiteral("AccessRequest")}, {QStringLiteral("requesterDisplayName"), display},
        {QStringLiteral("targetDisplayName"), display}, {QStringLiteral("created"), asked},
        {QStringLiteral("executionStatus"), QStringLiteral("Executing")},
        {QStringLiteral("approvalSummaries"), stepsOf(i, id, owner.value(QLatin1String("name")), asked)}};
    return item;
}

QJsonArray IiqWorkItems::open() const
{
    QJsonArray all;
    for (const Item &i : m_items) {
        if (!i.object.isEmpty() && i.isOpen)
            all.append(i.object);
    }
    return all;
}

QJsonArray IiqWorkItems::requests() const
{
    QJsonArray all;
    for (const Item &i : m_items) {
        if (!i.request.isEmpty())
            all.append(i.request);
    }
    return all;
}

void IiqWorkItems::complete(Item &item, const QString &state, const QString &by, const QString &comment)
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

void IiqWorkItems::decideElsewhere(const QString &id, bool isApproved, const QString &by)
{
    for (Item &i : m_items) {
        if (i.isOpen && i.object.value(QLatin1String("id")).toString() == id)
            complete(i, isApproved ? QStringLiteral("Finished") : QStringLiteral("Rejected"), by, {});
    }
}

Response IiqWorkItems::decide(const QString &id, const QJsonObject &body)
{
    const QString state = body.value(QLatin1String("state")).toString(),
                  approver = body.value(QLatin1String("approver")).toString();
    if (state != QLatin1String("Finished") && state != QLatin1String("Rejected"))
        return json(400, QJsonObject{{QStringLiteral("message"),
                             QStringLiteral("No enum constant sailpoint.object.WorkItem.State.%1").arg(state)}});
    for (Item &i : m_items) {
        if (i.object.value(QLatin1String("id")).toString() != id || !i.isOpen)
            continue;
        if (!mayDecideInIiq(m_ends, approver,
                i.object.value(QLatin1String("owner")).toObject().value(QLatin1String("id")).toString()))
            return json(403,
                QJsonObject{{QStringLiteral("message"), QStringLiteral("The approver does not own the work item")}});
        complete(i, state, iiqNameOf(m_ends, approver).value(QLatin1String("name")).toString(),
            body.value(QLatin1String("comment")).toString());
        return json(200, QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("state"), state}});
    }
    return json(404, QJsonObject{{QStringLiteral("message"), QStringLiteral("Object not found")}});
}

} // namespace lab
