#include "lab/sailpoint/approvals.h"
#include "lab/answers.h"
#include "lab/sailpoint/people.h"
#include <QJsonDocument>
#include <QRegularExpression>

namespace lab {

using httpd::Response;

static const QString operatorId = QStringLiteral("2c9180867769897d01776ed5f125512f");

struct Access
{
    const char *id, *name, *type, *text;
};
static constexpr std::array<Access, 5> accesses{
    {{"a1", "Treasury payments, approve", "ROLE", "Approves payments above 10,000"},
        {"a2", "Active Directory, domain admin", "ROLE", "Everything in the directory"},
        {"a3", "Warehouse planning, editor", "ACCESS_PROFILE", "Changes plans of the warehouse"},
        {"a4", "Customer records, export", "ENTITLEMENT", "Takes records out of the system"},
        {"a5", "Partner portal, contributor", "ACCESS_PROFILE", "Writes in the partners' portal"}}};

static QJsonObject identityOf(const QString &id, const QString &name)
{
    return {{QStringLiteral("type"), QStringLiteral("IDENTITY")}, {QStringLiteral("id"), id},
        {QStringLiteral("name"), name}};
}

Approvals::Approvals(const Options &options, Directory &directory, std::shared_ptr<core::Clock> clock)
    : m_options(options), m_directory(directory), m_clock(std::move(clock))
{
    make();
}

void Approvals::make()
{
    qint64 at = -1;
    for (int i = 0; i < 8; ++i) {
        for (int skip = 0; skip < 7; ++skip) {
            const auto next = m_directory.nextAfter(at);
            if (!next)
                return;
            at = *next;
        }
        const Person person = m_directory.person(quint32(at), Directory::View::Live);
        const Access &access = accesses[size_t(i) % accesses.size()];
        const core::Instant asked = m_clock->now() - (2 + i * 5) * core::hourMs;
        const QString time = QString::fromLatin1(isoTime(asked));
        Item item;
        item.object = {{QStringLiteral("id"), QString::fromLatin1(randomHex(32))},
            {QStringLiteral("accessRequestId"), QString::fromLatin1(randomHex(32))},
            {QStringLiteral("name"), QString::fromLatin1(access.name)}, {QStringLiteral("created"), time},
            {QStringLiteral("modified"), time}, {QStringLiteral("requestCreated"), time},
            {QStringLiteral("requestType"), i == 7 ? QStringLiteral("REVOKE_ACCESS") : QStringLiteral("GRANT_ACCESS")},
            {QStringLiteral("requester"), identityOf(QString::fromLatin1(person.id), QString::fromUtf8(person.name))},
            {QStringLiteral("requestedFor"),
                identityOf(QString::fromLatin1(person.id), QString::fromUtf8(person.name))},
            {QStringLiteral("owner"), identityOf(operatorId, QStringLiteral("svc.idv"))},
            {QStringLiteral("requestedObject"), QJsonObject{{QStringLiteral("id"), QString::fromLatin1(access.id)},
                                                    {QStringLiteral("name"), QString::fromLatin1(access.name)},
                                                    {QStringLiteral("description"), QString::fromLatin1(access.text)},
                                                    {QStringLiteral("type"), QString::fromLatin1(access.type)}}},
            {QStringLiteral("requesterComment"),
                QJsonObject{{QStringLiteral("comment"), QStringLiteral("Needed for the cutover weekend.")},
                    {QStringLiteral("created"), time},
                    {QStringLiteral("author"),
                        identityOf(QString::fromLatin1(person.id), QString::fromUtf8(person.name))}}},
            {QStringLiteral("previousReviewersComments"), QJsonArray()},
            {QStringLiteral("forwardHistory"), QJsonArray()}, {QStringLiteral("commentRequiredWhenRejected"), true},
            {QStringLiteral("actionInProcess"), QJsonValue()}};
        m_items << item;
    }
}

void Approvals::finalize()
{
    for (Item &i : m_items) {
        if (!i.isPending || i.outcome.isEmpty() || i.dueAt > m_clock->now())
            continue;
        i.isPending = false;
        i.object.insert(QStringLiteral("actionInProcess"), QJsonValue());
    }
}

void Approvals::decideElsewhere(const QString &id, bool isApproved, const QString &by)
{
    for (Item &i : m_items) {
        if (i.object.value(QLatin1String("id")).toString() != id || !i.isPending)
            continue;
        i.outcome = isApproved ? QStringLiteral("APPROVED") : QStringLiteral("REJECTED");
        i.by = by;
        i.dueAt = m_clock->now();
    }
    finalize();
}

Response Approvals::decide(Item &i, const QString &verb, const QJsonObject &body)
{
    const auto wrong = [](const QString &text) { return dto(400, QStringLiteral("400.1 Bad request content"), text); };
    const QString comment = body.value(QLatin1String("comment")).toString();
    if (verb == QLatin1String("reject") && comment.isEmpty())
        return wrong(QStringLiteral("comment is required."));
    if (verb == QLatin1String("forward") &&
        (body.value(QLatin1String("newOwnerId")).toString().isEmpty() || comment.isEmpty() || comment.size() > 255))
        return wrong(QStringLiteral("newOwnerId and a comment of 1 to 255 characters are required."));
    if (!i.outcome.isEmpty())
        return wrong(QStringLiteral("A decision is being applied already."));
    if (verb == QLatin1String("approve"))
        i.outcome = QStringLiteral("APPROVED");
    else
        i.outcome = verb == QLatin1String("reject") ? QStringLiteral("REJECTED") : QStringLiteral("FORWARDED");
    i.by = QStringLiteral("svc.idv");
    i.comment = comment;
    i.dueAt = m_clock->now() + m_options.processing.count();
    i.object.insert(QStringLiteral("actionInProcess"), i.outcome);
    Response r = json(202, QJsonObject());
    return r;
}

Response Approvals::requests(const QByteArray &method, const QStringList &rest, const httpd::Request &r)
{
    finalize();
    static const QRegularExpression filter(QStringLiteral(R"re(^id eq "([^"]*)"$)re"));
    const QString text = queryValue(r, QStringLiteral("filters")), owner = queryValue(r, QStringLiteral("owner-id"));
    const auto m = filter.match(text);
    if (!text.isEmpty() && !m.hasMatch())
        return dto(400, QStringLiteral("400.1 Bad request content"), QStringLiteral("The filter is not known."));
    if (owner == QLatin1String("me") && !m_options.hasUser)
        return dto(403, QStringLiteral("403 Forbidden"), QStringLiteral("This token has no user."));
    const bool isPending = rest.value(0) == QLatin1String("pending"),
               isCompleted = rest.value(0) == QLatin1String("completed");
    if (method == "GET" && rest.size() == 1 && (isPending || isCompleted)) {
        QJsonArray all;
        for (const Item &i : m_items) {
            if (i.isPending != isPending || i.outcome == QLatin1String("FORWARDED") ||
                (!text.isEmpty() && i.object.value(QLatin1String("id")).toString() != m.captured(1)))
                continue;
            QJsonObject o = i.object;
            if (isCompleted) {
                o.remove(QStringLiteral("actionInProcess"));
                o.insert(QStringLiteral("state"), i.outcome);
                o.insert(QStringLiteral("modified"), QString::fromLatin1(isoTime(i.dueAt)));
                o.insert(QStringLiteral("reviewedBy"), identityOf(operatorId, i.by));
                o.insert(QStringLiteral("reviewerComment"),
                    QJsonObject{{QStringLiteral("comment"), i.comment},
                        {QStringLiteral("created"), QString::fromLatin1(isoTime(i.dueAt))},
                        {QStringLiteral("author"), identityOf(operatorId, i.by)}});
            }
            all.append(o);
        }
        return json(200, all);
    }
    if (method == "GET" && rest == QStringList{QStringLiteral("approval-summary")}) {
        int pending = 0, approved = 0, rejected = 0;
        for (const Item &i : m_items) {
            pending += i.isPending ? 1 : 0;
            approved += !i.isPending && i.outcome == QLatin1String("APPROVED") ? 1 : 0;
            rejected += !i.isPending && i.outcome == QLatin1String("REJECTED") ? 1 : 0;
        }
        return json(200, QJsonObject{{QStringLiteral("pending"), pending}, {QStringLiteral("approved"), approved},
                             {QStringLiteral("rejected"), rejected}});
    }
    if (method == "POST" && rest.size() == 2 &&
        QStringList{QStringLiteral("approve"), QStringLiteral("reject"), QStringLiteral("forward")}.contains(
            rest.at(1))) {
        for (Item &i : m_items) {
            if (i.isPending && i.object.value(QLatin1String("id")).toString() == rest.at(0))
                return decide(i, rest.at(1), QJsonDocument::fromJson(r.body).object());
        }
        return dto(404, QStringLiteral("404 Not found"), QStringLiteral("The approval is not pending."));
    }
    return dto(404, QStringLiteral("404 Not found"), QStringLiteral("No such address."));
}

Response Approvals::certifications(const QByteArray &method, const QStringList &rest, const httpd::Request &)
{
    if (method != "GET" || !rest.isEmpty())
        return dto(404, QStringLiteral("404 Not found"), QStringLiteral("No such address."));
    QJsonArray all;
    const std::pair<const char *, std::array<int, 4>> reviews[] = {
        {"Q2 contractors", {14, 5, 26, 4}}, {"Payment approvers", {6, 0, 12, 8}}};
    for (const auto &[name, n] : reviews) {
        const QString made = QString::fromLatin1(isoTime(m_clock->now() - 6 * core::dayMs));
        all.append(QJsonObject{{QStringLiteral("id"), QString::fromLatin1(QByteArray(name).toHex().left(32))},
            {QStringLiteral("name"), QString::fromLatin1(name)},
            {QStringLiteral("campaign"),
                QJsonObject{{QStringLiteral("id"), QStringLiteral("c-") + QString::fromLatin1(name).left(2)},
                    {QStringLiteral("name"), QString::fromLatin1(name)},
                    {QStringLiteral("type"), QStringLiteral("CAMPAIGN")},
                    {QStringLiteral("campaignType"), QStringLiteral("MANAGER")},
                    {QStringLiteral("description"), QStringLiteral("Invented")},
                    {QStringLiteral("correlatedStatus"), QStringLiteral("CORRELATED")},
                    {QStringLiteral("mandatoryCommentRequirement"), QStringLiteral("NO_DECISIONS")}}},
            {QStringLiteral("completed"), false}, {QStringLiteral("identitiesCompleted"), n[1]},
            {QStringLiteral("identitiesTotal"), n[0]}, {QStringLiteral("decisionsMade"), n[1] * 2},
            {QStringLiteral("decisionsTotal"), n[2]}, {QStringLiteral("created"), made},
            {QStringLiteral("modified"), made},
            {QStringLiteral("due"), QString::fromLatin1(isoTime(m_clock->now() + n[3] * core::dayMs))},
            {QStringLiteral("signed"), QJsonValue()},
            {QStringLiteral("reviewer"),
                QJsonObject{{QStringLiteral("id"), operatorId}, {QStringLiteral("name"), QStringLiteral("svc.idv")},
                    {QStringLiteral("email"), QStringLiteral("svc.idv@halden.example")},
                    {QStringLiteral("type"), QStringLiteral("IDENTITY")}}},
            {QStringLiteral("reassignment"), QJsonValue()}, {QStringLiteral("hasErrors"), false},
            {QStringLiteral("errorMessage"), QJsonValue()}, {QStringLiteral("phase"), QStringLiteral("ACTIVE")}});
    }
    return json(200, all);
}

} // namespace lab
