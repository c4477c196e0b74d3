#include "cli/tenants/tenantset.h"
#include "assembly/console.h"
#include "cli/shell/shell.h"
#include "cli/tenants/resultoptions.h"
#include "cli/tenants/tenantoptions.h"
#include "cli/tenants/tenanttest.h"
#include "services/tenants/tenanteditor.h"
#include <QJsonArray>

namespace cli {

using core::Result;
using services::TenantEditor;

static void showChanges(Shell &s, const TenantEditor::Edit &e, bool isSaved)
{
    const auto changes = domain::changesBetween(e.before, e.after);
    if (s.isJson())
        return s.output().print({{QStringLiteral("tenant"), e.after.name}, {QStringLiteral("saved"), isSaved},
            {QStringLiteral("changes"), domain::toJson(changes)}});
    const QString nothing = QStringLiteral("(empty)");
    for (const domain::TenantChange &c : changes)
        s.output().line(
            QStringLiteral("%1: %2 -> %3")
                .arg(c.member, c.before.isEmpty() ? nothing : c.before, c.after.isEmpty() ? nothing : c.after));
    s.output().line(
        isSaved ? QStringLiteral("Saved. The local copy and the history stay.") : QStringLiteral("Nothing was saved."));
}

static void saveEdit(Shell &s, TenantEditor &editor, const TenantEditor::Edit &e, const services::TestReport &tried)
{
    core::whenDone<domain::Tenant>(editor.save(e, tried), &s,
        [&s, e, isUnproven = !tried.lines.isEmpty() && !tried.isProven()](const Result<domain::Tenant> &now) {
            if (!now)
                return s.fail(now.error());
            showChanges(s, e, true);
            if (isUnproven)
                s.output().note(QStringLiteral("That the secrets are accepted was not proven."));
            if (now->secretsMissing)
                s.output().note(QStringLiteral(
                    "A secret of this tenant is missing. Store it with: idvctl tenant rotate NAME --secrets -"));
            s.finish(Done);
        });
}

static void tryAndSave(Shell &s, TenantEditor &editor, const TenantEditor::Edit &e)
{
    const auto needs = domain::needsOf(e.before, e.after);
    if (s.isSet("no-test") && (needs.clientSecret || needs.apiKey))
        return s.usage(QStringLiteral("tenant set: another address or client is tried before it is saved."));
    if (s.isSet("no-test"))
        return saveEdit(s, editor, e, {});
    testTenant(s, e.after, e.secrets, [&s, &editor, e](const services::TestReport &r) {
        if (r.isPassed())
            return saveEdit(s, editor, e, r);
        s.output().note(QStringLiteral("Nothing was changed."));
        s.finish(exitCodeOf(r));
    });
}

// The tenant as it is to be: what is not said stays.
static Result<TenantEditor::Edit> editFrom(Shell &s, const domain::Tenant &now, const services::TenantSecrets &secrets)
{
    TenantEditor::Edit e{now, now, secrets, s.value("reason")};
    if (const auto fault = takeTenantOptions(s, e.after))
        return *fault;
    if (const auto fault = takeResultOptions(s, e.after.provider.results))
        return *fault;
    if (s.isSet("name"))
        e.after.name = s.value("name").trimmed();
    if (s.isSet("sailpoint-url") && !s.isSet("tunnel"))
        e.after.isTunnel = now.isTunnel && e.after.sailpointUrl == now.sailpointUrl;
    return e;
}

static void setTenant(Shell &s)
{
    const auto secrets = s.secretInput().secrets();
    if (!secrets)
        return s.fail(secrets.error());
    if (secrets->callback || secrets->callbackNext || secrets->events)
        return s.usage(QStringLiteral(
            "tenant set: the secrets of the callback receiver are not the tenant's address: leave them out here."));
    if (const auto opened = s.opening().openConsole(); !opened)
        return s.fail(opened.error());
    auto &tenants = s.opening().console().tenants();
    auto *editor = new TenantEditor(s.opening().console().context(), tenants, &s);
    core::whenDone<domain::Tenant>(
        tenants.byName(s.positional().at(0)), &s, [&s, editor, given = *secrets](const Result<domain::Tenant> &now) {
            if (!now)
                return s.fail(now.error());
            const auto e = editFrom(s, *now, given);
            if (!e)
                return s.fail(e.error());
            if (s.isSet("dry-run")) {
                showChanges(s, *e, false);
                return s.finish(Done);
            }
            if (const auto r = TenantEditor::fits(*e); !r)
                return s.fail(r.error());
            tryAndSave(s, *editor, *e);
        });
}

CommandForm tenantSetForm()
{
    QList<QCommandLineOption> options = tenantOptionList() + resultOptionList();
    options << valueOption("name", "NAME") << valueOption("reason", "TEXT") << flagOption("dry-run");
    return {QStringLiteral("set"),
        QStringLiteral("tenant set NAME [--name NEW] [--sailpoint-url URL] … [--reason TEXT] [--secrets -] [--dry-run] "
                       "[--no-test] [--json]"),
        options, 1, 1, setTenant};
}

} // namespace cli
