#include "cli/identities/identitycommands.h"
#include "cli/operations/operationoutput.h"
#include "cli/shell/jsonoutput.h"
#include "cli/shell/shell.h"
#include "services/operations/identityoperations.h"
#include "services/operations/operationtracker.h"
#include "services/tenantsession/tenantsession.h"
#include <QJsonArray>
#include <QJsonDocument>

// idvctl identity: what SailPoint is asked to do to identities.
namespace cli {

using core::IdentityId;
using core::Result;
using domain::Operation;
using domain::OperationKind;

static void listLive(Shell &s, services::TenantSession &w)
{
    bool isOffset = !s.isSet("offset");
    if (!isOffset)
        s.value("offset").toInt(&isOffset);
    static const QStringList filters{QStringLiteral("NONE"), QStringLiteral("CORRELATED_ONLY")};
    if (!isOffset || (s.isSet("default-filter") && !filters.contains(s.value("default-filter"))))
        return s.usage(QStringLiteral("--offset: a number; --default-filter: NONE or CORRELATED_ONLY."));
    services::IdentityOperations::LiveQuery q{s.value("filters"), s.value("sorters"),
        s.value("default-filter") == QLatin1String("NONE"), s.value("offset").toInt(),
        s.isSet("limit") ? s.value("limit").toInt() : 250};
    if (q.limit < 1 || q.limit > 250 || q.offset < 0)
        return s.usage(QStringLiteral("--limit: 1 to 250; --offset: 0 or more."));
    using Found = domain::LiveIdentities;
    core::whenDone<Found>(w.identityOperations().identities(q), &s, [&s](const Result<Found> &found) {
        if (!found)
            return s.fail(found.error());
        if (s.isJson())
            s.output().print({{QStringLiteral("identities"), found->asSent}});
        for (const auto &one : s.isJson() ? QList<domain::LiveIdentity>() : found->all)
            s.output().line(one.id + QStringLiteral("  ") + one.name);
        s.finish(Done);
    });
}

static QJsonArray ownershipJson(const domain::Ownership &o)
{
    QJsonArray list;
    for (const auto &a : o.associations) {
        QJsonArray entities;
        for (const auto &e : a.entities)
            entities.append(QJsonObject{
                {QStringLiteral("id"), e.id}, {QStringLiteral("name"), e.name}, {QStringLiteral("type"), e.type}});
        list.append(QJsonObject{{QStringLiteral("type"), a.type}, {QStringLiteral("entities"), entities}});
    }
    return list;
}

static void ownership(Shell &s, services::TenantSession &w, const IdentityId &id)
{
    core::whenDone<domain::Ownership>(
        w.identityOperations().ownership(id), &s, [&s](const Result<domain::Ownership> &o) {
            if (!o)
                return s.fail(o.error());
            if (s.isJson())
                s.output().print({{QStringLiteral("owns"), ownershipJson(*o)}});
            for (const auto &a : s.isJson() ? QList<domain::Ownership::Association>() : o->associations) {
                for (const auto &e : a.entities)
                    s.output().line(domain::associationText(a.type) + QStringLiteral(": ") + e.name);
            }
            s.finish(Done);
        });
}

static QJsonObject assignmentJson(const domain::RoleAssignment &r)
{
    const auto at = [](const std::optional<core::Instant> &t) {
        return t ? QJsonValue(domain::formatInstant(*t)) : QJsonValue();
    };
    return {{QStringLiteral("id"), r.id}, {QStringLiteral("roleId"), r.roleId}, {QStringLiteral("role"), r.roleName},
        {QStringLiteral("source"), r.source}, {QStringLiteral("assigner"), r.assigner},
        {QStringLiteral("comments"), r.comments}, {QStringLiteral("added"), at(r.added)},
        {QStringLiteral("starts"), at(r.starts)}, {QStringLiteral("ends"), at(r.ends)}};
}

static void roles(Shell &s, services::TenantSession &w, const IdentityId &id)
{
    const auto show = [&s](const QList<domain::RoleAssignment> &all) {
        QJsonArray list;
        for (const auto &r : all) {
            list.append(assignmentJson(r));
            if (!s.isJson())
                s.output().line(r.roleName);
        }
        if (s.isJson())
            s.output().print({{QStringLiteral("roles"), list}});
        s.finish(Done);
    };
    if (s.isSet("assignment")) {
        core::whenDone<domain::RoleAssignment>(w.identityOperations().roleAssignment(id, s.value("assignment")), &s,
            [&s, show](const Result<domain::RoleAssignment> &r) { r ? show({*r}) : s.fail(r.error()); });
        return;
    }
    core::whenDone<QList<domain::RoleAssignment>>(
        w.identityOperations().roleAssignments(id, s.value("role-id"), s.value("role-name")), &s,
        [&s, show](const Result<QList<domain::RoleAssignment>> &r) { r ? show(*r) : s.fail(r.error()); });
}

static void submit(Shell &s, const core::Async<Operation> &run)
{
    core::whenDone<Operation>(run, &s, [&s](const Result<Operation> &o) { o ? finishWith(s, *o) : s.fail(o.error()); });
}

static void dryRun(Shell &s, OperationKind kind, const QStringList &ids, const QJsonObject &more = {})
{
    QJsonObject o{{QStringLiteral("dryRun"), true}, {QStringLiteral("kind"), domain::operationKindKey(kind)},
        {QStringLiteral("subjects"), QJsonArray::fromStringList(ids)}};
    for (auto it = more.begin(); it != more.end(); ++it)
        o.insert(it.key(), it.value());
    if (s.isJson())
        s.output().print(o);
    else
        s.output().line(QStringLiteral("Would ask: %1, %2 subject(s). Nothing was asked.")
                            .arg(domain::operationText(kind))
                            .arg(ids.size()));
    s.finish(Done);
}

static void remove(Shell &s, services::TenantSession &w, const QString &id)
{
    if (!s.isSet("dry-run"))
        return submit(s, w.identityOperations().deleteIdentity(IdentityId(id)));
    core::whenDone<domain::Ownership>(
        w.identityOperations().ownership(IdentityId(id)), &s, [&s, id](const Result<domain::Ownership> &o) {
            if (!o)
                return s.fail(o.error());
            dryRun(s, OperationKind::DeleteIdentity, {id}, {{QStringLiteral("owns"), ownershipJson(*o)}});
        });
}

static void invite(Shell &s, services::TenantSession &w, const QStringList &ids)
{
    QList<IdentityId> people;
    for (const QString &id : ids)
        people << IdentityId(id);
    core::whenDone<services::InvitePlan>(
        w.identityOperations().planInvitation(people), &s, [&s, &w, ids](const Result<services::InvitePlan> &plan) {
            if (!plan)
                return s.fail(plan.error());
            if (plan->registered > 0)
                s.output().note(QStringLiteral("%1 registered already and left out").arg(plan->registered));
            if (!ids.isEmpty() && plan->people.isEmpty())
                return s.fail(core::makeError(core::ErrorCode::Conflict,
                    QStringLiteral("All of them have registered already. Nobody is invited.")));
            QStringList left;
            for (const auto &id : plan->people)
                left << id.str();
            if (s.isSet("dry-run"))
                return dryRun(
                    s, OperationKind::InviteIdentities, left, {{QStringLiteral("registered"), plan->registered}});
            submit(s, w.identityOperations().invite(plan->people));
        });
}

static void process(Shell &s, services::TenantSession &w, const QStringList &ids)
{
    if (s.isSet("dry-run"))
        return dryRun(
            s, OperationKind::ProcessIdentities, ids, {{QStringLiteral("calls"), int((ids.size() + 249) / 250)}});
    QList<IdentityId> people;
    for (const QString &id : ids)
        people << IdentityId(id);
    core::whenDone<QList<Operation>>(
        w.identityOperations().process(people), &s, [&s](const Result<QList<Operation>> &all) {
            if (!all)
                return s.fail(all.error());
            for (qsizetype i = 0; i + 1 < all->size(); ++i) {
                if (s.isJson())
                    s.output().print(operationJson(all->at(i)));
            }
            finishWith(s, all->last());
        });
}

static void identityCommand(Shell &s)
{
    const QString verb = s.positional().at(0);
    const QStringList ids = s.positional().mid(1);
    static const QStringList verbs{QStringLiteral("list"), QStringLiteral("get"), QStringLiteral("ownership"),
        QStringLiteral("roles"), QStringLiteral("sync"), QStringLiteral("process"), QStringLiteral("invite"),
        QStringLiteral("deregister"), QStringLiteral("delete")};
    const auto isOneOf = [&verb](std::initializer_list<const char *> names) {
        return std::any_of(names.begin(), names.end(), [&verb](const char *n) { return verb == QLatin1String(n); });
    };
    if (!verbs.contains(verb))
        return s.usage(QStringLiteral("identity: ") + verbs.join(QStringLiteral(", ")));
    const bool isDestructive = isOneOf({"deregister", "delete"});
    if (isDestructive && !s.isSet("dry-run") && !isConfirmed(s, ids.mid(0, 1), ids.mid(1)))
        return;
    if (isOneOf({"get", "ownership", "roles", "sync"}) && ids.size() != 1)
        return s.usage(QStringLiteral("identity %1: one id.").arg(verb));
    if ((isOneOf({"process"}) || isDestructive) && ids.isEmpty())
        return s.usage(QStringLiteral("identity %1: at least one id.").arg(verb));
    if (verb == QLatin1String("list") && !ids.isEmpty())
        return s.usage(QStringLiteral("identity list: no ids."));
    if (verb == QLatin1String("invite") && ids.isEmpty() != s.isSet("uninvited"))
        return s.usage(QStringLiteral("identity invite: ids, or --uninvited for everyone who was not invited yet."));
    s.opening().withTenantSession([&s, verb, ids](services::TenantSession &w) {
        const IdentityId id(ids.value(0));
        auto &operations = w.identityOperations();
        if (verb == QLatin1String("list"))
            return listLive(s, w);
        if (verb == QLatin1String("get"))
            return showObject(s, "identity",
                core::mapped<QJsonObject, domain::LiveIdentity>(operations.identity(id), &s,
                    [](const domain::LiveIdentity &one) -> Result<QJsonObject> { return one.asSent; }));
        if (verb == QLatin1String("ownership"))
            return ownership(s, w, id);
        if (verb == QLatin1String("roles"))
            return roles(s, w, id);
        if (verb == QLatin1String("process"))
            return process(s, w, ids);
        if (verb == QLatin1String("invite"))
            return invite(s, w, ids);
        if (verb == QLatin1String("delete"))
            return remove(s, w, id.str());
        const bool isSync = verb == QLatin1String("sync");
        if (s.isSet("dry-run"))
            return dryRun(s, isSync ? OperationKind::SynchronizeAttributes : OperationKind::ResetIdentity, {id.str()});
        submit(s, isSync ? operations.synchronize(id) : operations.resetIdentity(id));
    });
}

void registerIdentityCommands(CommandTable &table)
{
    table.add("identity",
        "  idvctl identity list [--filters F] [--sorters S] [--default-filter NONE] | get ID | ownership ID | roles ID "
        "[--role-id ID|--role-name NAME|--assignment ID]\n"
        "                  sync ID | process ID... | invite ID...|--uninvited | deregister ID ID --yes | delete ID ID "
        "--yes   --tenant NAME [--dry-run] [--json]\n",
        {{},
            QStringLiteral(
                "identity list [--filters F] [--sorters S] [--default-filter NONE] | get ID | ownership ID | roles ID "
                "[--role-id ID|--role-name NAME|--assignment ID] | sync ID | process ID | invite ID | deregister ID ID "
                "--yes | delete ID ID --yes   --tenant NAME [--dry-run] [--json]"),
            {valueOption("tenant"), valueOption("filters"), valueOption("sorters"), valueOption("default-filter"),
                valueOption("offset"), valueOption("limit"), valueOption("role-id"), valueOption("role-name"),
                valueOption("assignment"), flagOption("uninvited"), flagOption("dry-run"), flagOption("yes")},
            1, 100'000, identityCommand});
}

} // namespace cli
