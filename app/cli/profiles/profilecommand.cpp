#include "cli/operations/operationoutput.h"
#include "cli/profiles/profilecommands.h"
#include "cli/shell/rawoutput.h"
#include "cli/shell/shell.h"
#include "services/operations/operationtracker.h"
#include "services/operations/profilefile.h"
#include "services/operations/profileoperations.h"
#include "services/tenantsession/tenantsession.h"
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

// idvctl profile: identity profiles, printed as SailPoint sent them.
namespace cli {

using core::Result;
using domain::Operation;
using domain::OperationKind;

static void importFile(Shell &s, services::TenantSession &w, const QString &file)
{
    const auto doc = documentIn(file);
    if (!doc)
        return s.fail(doc.error());
    if (!doc->isArray())
        return s.fail(core::fieldError(QStringLiteral("file"), QStringLiteral("the file of an export: a list.")));
    const auto objects = services::exportedProfilesFrom(doc->array());
    if (s.isSet("dry-run")) {
        QStringList names;
        for (const domain::ExportedProfile &p : objects)
            names << p.profile.name;
        return submit(s, OperationKind::ImportProfiles, names, {});
    }
    core::whenDone<services::ImportOutcome>(
        w.profileOperations().importProfiles(objects), &s, [&s](const Result<services::ImportOutcome> &r) {
            if (!r)
                return s.fail(r.error());
            for (const QString &fault : r->faults)
                s.output().note(QStringLiteral("SailPoint: ") + fault);
            QJsonObject o = operationJson(r->operation);
            o.insert(QStringLiteral("imported"), QJsonArray::fromStringList(r->imported));
            o.insert(QStringLiteral("faults"), QJsonArray::fromStringList(r->faults));
            o.insert(QStringLiteral("backup"), r->backup);
            if (s.isJson())
                s.output().print(o);
            else
                s.output().line(QStringLiteral("Imported: %1. Before: %2")
                                    .arg(r->imported.join(QStringLiteral(", ")),
                                        r->backup.isEmpty() ? QStringLiteral("nothing was overwritten") : r->backup));
            s.finish(r->faults.isEmpty() ? Done : Refused);
        });
}

static void update(Shell &s, services::TenantSession &w, const QString &id)
{
    const auto doc = documentIn(s.value("patch"));
    if (!doc || !doc->isArray())
        return s.fail(
            doc ? core::fieldError(QStringLiteral("patch"), QStringLiteral("a JSON Patch: a list of operations."))
                : doc.error());
    // What it was when this call began is what the change is for.
    core::whenDone<domain::IdentityProfile>(w.profileOperations().profile(id), &s,
        [&s, &w, id, patch = domain::ProfilePatch{doc->array()}](const Result<domain::IdentityProfile> &now) {
            if (!now)
                return s.fail(now.error());
            const QString expected = s.isSet("if-modified") ? s.value("if-modified") : now->modified;
            submit(s, OperationKind::UpdateProfile, {id},
                [&w, id, patch, expected] { return w.profileOperations().updateProfile(id, patch, expected); });
        });
}

static void preview(Shell &s, services::TenantSession &w, const QString &id)
{
    const core::IdentityId person(s.value("identity"));
    if (s.isSet("file")) {
        const auto doc = documentIn(s.value("file"));
        return doc ? showRaw(s, "preview",
                         w.profileOperations().preview(person, services::attributeConfigFrom(doc->object())))
                   : s.fail(doc.error());
    }
    const auto run = core::andThen<domain::IdentityProfile>(w.profileOperations().profile(id), &s,
        [&w, person](const domain::IdentityProfile &p) { return w.profileOperations().preview(person, p.config); });
    showRaw(s, "preview", run);
}

static void profileCommand(Shell &s)
{
    const QString verb = s.positional().at(0);
    const QStringList rest = s.positional().mid(1);
    static const QHash<QString, std::pair<int, int>> verbs{{QStringLiteral("list"), {0, 0}},
        {QStringLiteral("get"), {1, 1}}, {QStringLiteral("export"), {0, 1}}, {QStringLiteral("import"), {1, 1}},
        {QStringLiteral("preview"), {1, 1}}, {QStringLiteral("refresh"), {1, 1}}, {QStringLiteral("create"), {1, 1}},
        {QStringLiteral("update"), {1, 1}}, {QStringLiteral("delete"), {1, 2}},
        {QStringLiteral("bulk-delete"), {1, 1000}}, {QStringLiteral("default-config"), {1, 1}},
        {QStringLiteral("lifecycle-states"), {1, 1}}};
    if (!verbs.contains(verb) || rest.size() < verbs.value(verb).first || rest.size() > verbs.value(verb).second)
        return s.usage(QStringLiteral(
            "profile: list, get ID, export [ID], import FILE, preview ID, refresh ID, create FILE, update ID, delete "
            "ID ID, bulk-delete ID... ID..., default-config ID, lifecycle-states ID."));
    if ((verb == QLatin1String("preview") && !s.isSet("identity")) ||
        (verb == QLatin1String("update") && !s.isSet("patch")))
        return s.usage(verb == QLatin1String("preview") ? QStringLiteral("profile preview: --identity ID.")
                                                        : QStringLiteral("profile update: --patch FILE."));
    const bool isRemoval = verb == QLatin1String("delete") || verb == QLatin1String("bulk-delete");
    const QStringList removed = isRemoval && !s.isSet("dry-run") ? rest.mid(0, rest.size() / 2) : rest;
    if (isRemoval && !s.isSet("dry-run") && !isConfirmed(s, removed, rest.mid(rest.size() / 2)))
        return;
    s.opening().withTenantSession([&s, verb, rest, removed, isRemoval](services::TenantSession &w) {
        auto &operations = w.profileOperations();
        const QString id = rest.value(0);
        if (verb == QLatin1String("list"))
            return showRaw(s, "profiles", operations.profiles());
        if (verb == QLatin1String("get"))
            return showRaw(s, "profile", operations.profile(id));
        if (verb == QLatin1String("export"))
            return showRaw(s, "exported", operations.exportProfiles(id));
        if (verb == QLatin1String("import"))
            return importFile(s, w, id);
        if (verb == QLatin1String("preview"))
            return preview(s, w, id);
        if (verb == QLatin1String("default-config"))
            return showRaw(s, "config", operations.defaultConfig(id));
        if (verb == QLatin1String("lifecycle-states"))
            return showRaw(s, "states", operations.lifecycleStates(id));
        if (verb == QLatin1String("update"))
            return update(s, w, id);
        if (isRemoval)
            return submit(s, OperationKind::DeleteProfiles, removed,
                [&operations, removed] { return operations.deleteProfiles(removed); });
        if (verb == QLatin1String("refresh"))
            return submit(
                s, OperationKind::RefreshProfile, {id}, [&operations, id] { return operations.refreshProfile(id); });
        const auto doc = documentIn(id);
        if (!doc || !doc->isObject())
            return s.fail(
                doc ? core::fieldError(QStringLiteral("file"), QStringLiteral("one identity profile: an object."))
                    : doc.error());
        const auto profile = services::identityProfileFrom(doc->object());
        submit(s, OperationKind::CreateProfile, {profile.name},
            [&operations, profile] { return operations.createProfile(profile); });
    });
}

void registerProfileCommands(CommandTable &table)
{
    table.add("profile",
        "  idvctl profile list|get ID|export [ID]|import FILE|preview ID --identity ID [--file CONFIG]|refresh "
        "ID|create FILE|update ID --patch FILE\n"
        "                 delete ID ID --yes|bulk-delete ID... ID... --yes|default-config ID|lifecycle-states ID   "
        "--tenant NAME [--dry-run] [--json]\n",
        {{},
            QStringLiteral(
                "profile list | get ID | export [ID] | import FILE | preview ID --identity ID [--file CONFIG] "
                "| refresh ID | create FILE | update ID --patch FILE [--if-modified DATE] | delete ID ID "
                "--yes | bulk-delete ID ID --yes | default-config ID | lifecycle-states ID   --tenant NAME "
                "[--dry-run] [--json]"),
            {valueOption("tenant"), valueOption("identity"), valueOption("file"), valueOption("patch"),
                valueOption("if-modified"), flagOption("dry-run"), flagOption("yes")},
            1, 1000, profileCommand});
}

} // namespace cli
