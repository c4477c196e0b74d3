#include "assembly/console.h"
#include "cli/shell/shell.h"
#include "cli/tenants/resultoptions.h"
#include "cli/tenants/tenantcommands.h"
#include "cli/tenants/tenantlist.h"
#include "cli/tenants/tenantoptions.h"
#include "cli/tenants/tenantset.h"
#include "cli/tenants/tenanttest.h"
#include "cli/tenants/tokencommand.h"
#include "core/async.h"
#include "services/tenants/tenants.h"
#include <QJsonArray>

// idvctl tenant: the tenants of this data folder.
namespace cli {

using core::Result;
using core::Unit;

static void addTenant(Shell &s)
{
    const auto tenant = tenantFromOptions(s);
    if (!tenant)
        return s.fail(tenant.error());
    const auto secrets = s.secretInput().secrets();
    if (!secrets)
        return s.fail(secrets.error());
    if (const auto opened = s.opening().openConsole(); !opened)
        return s.fail(opened.error());
    const auto store = [&s, given = *secrets, unnoted = *tenant](const QString &organisation) {
        domain::Tenant t = unnoted;
        t.organisation = organisation;
        core::whenDone<domain::Tenant>(
            s.opening().console().tenants().add(t, given, true), &s, [&s](const Result<domain::Tenant> &added) {
                if (!added)
                    return s.fail(added.error());
                if (added->secretsMissing)
                    s.output().note(QStringLiteral(
                        "The tenant is stored without its secrets: the keychain cannot be used or not all were given. "
                        "Give them with --secrets - at each call, or store them later with: idvctl tenant rotate NAME "
                        "--secrets -"));
                if (s.isJson())
                    s.output().print(tenantSummary(*added));
                else
                    s.output().line(QStringLiteral("Tenant \"%1\" added.").arg(added->name));
                s.finish(Done);
            });
    };
    if (s.isSet("no-test") || !secrets->sailpoint || !secrets->idv)
        return store({});
    testTenant(s, *tenant, *secrets, [&s, store](const services::TestReport &r) {
        if (r.isPassed())
            return store(r.organisation);
        s.output().note(QStringLiteral("Nothing was stored."));
        s.finish(exitCodeOf(r));
    });
}

// Without a list it shows them. A change needs a reason; the copy is read anew when it is opened next.
static void statusWords(Shell &s)
{
    if (const auto opened = s.opening().openConsole(); !opened)
        return s.fail(opened.error());
    core::whenDone<domain::Tenant>(
        s.opening().console().tenants().byName(s.positional().at(0)), &s, [&s](const Result<domain::Tenant> &t) {
            if (!t)
                return s.fail(t.error());
            domain::StatusWords wanted = t->statusWords;
            bool isChange = false;
            for (const auto &[option, to] : {std::pair{"pass", &wanted.pass}, std::pair{"fail", &wanted.fail},
                     std::pair{"pending", &wanted.pending}}) {
                if (!s.isSet(option))
                    continue;
                *to = domain::wordList(s.value(option));
                isChange = true;
            }
            const auto show = [&s, wanted, isChange, name = t->name] {
                if (s.isJson()) {
                    s.output().print({{QStringLiteral("tenant"), name}, {QStringLiteral("saved"), isChange},
                        {QStringLiteral("words"), domain::toJson(wanted)}});
                    return s.finish(Done);
                }
                s.output().line(QStringLiteral("verified: ") + wanted.pass.join(QStringLiteral(", ")));
                s.output().line(QStringLiteral("failed: ") + wanted.fail.join(QStringLiteral(", ")));
                s.output().line(QStringLiteral("pending: ") + wanted.pending.join(QStringLiteral(", ")));
                s.output().line(QStringLiteral("every other word: withdrawn"));
                s.finish(Done);
            };
            if (!isChange)
                return show();
            core::whenDone<domain::Tenant>(
                s.opening().console().tenants().setStatusWords(*t, wanted, s.value("reason")), &s,
                [&s, show](const Result<domain::Tenant> &r) {
                    if (!r)
                        return s.fail(r.error());
                    show();
                });
        });
}

using NamedTenantStep = std::function<void(const domain::Tenant &, const services::TenantSecrets &)>;

// The tenant of this name and the secrets that were given with it, over an open console.
static void withNamed(Shell &s, bool alsoUnreadable, NamedTenantStep then)
{
    const auto secrets = s.secretInput().secrets();
    if (!secrets)
        return s.fail(secrets.error());
    if (const auto opened = s.opening().openConsole(); !opened)
        return s.fail(opened.error());
    core::whenDone<domain::Tenant>(s.opening().console().tenants().byName(s.positional().at(0), alsoUnreadable), &s,
        [&s, then = std::move(then), given = *secrets](
            const Result<domain::Tenant> &t) { t ? then(*t, given) : s.fail(t.error()); });
}

template <class T>
static void finishWith(Shell &s, const core::Async<T> &run, const QString &verb)
{
    core::whenDone<T>(run, &s, [&s, verb](const Result<T> &r) {
        if (!r)
            return s.fail(r.error());
        if (s.isJson())
            s.output().print({{QStringLiteral("done"), verb}});
        else
            s.output().line(QStringLiteral("Done."));
        s.finish(Done);
    });
}

static void testNamed(Shell &s)
{
    withNamed(s, false, [&s](const domain::Tenant &t, const services::TenantSecrets &given) {
        testTenant(s, t, given, [&s, t](const services::TestReport &r) {
            printTest(s, r);
            // Which organisation it is, is known from here on, and an edit is compared with it.
            core::whenDone<domain::Tenant>(s.opening().console().tenants().noteOrganisation(t, r.organisation), &s,
                [&s, r](const Result<domain::Tenant> &) { s.finish(exitCodeOf(r)); });
        });
    });
}

static void rotateSecrets(Shell &s)
{
    withNamed(s, false, [&s](const domain::Tenant &t, const services::TenantSecrets &given) {
        if (!given.sailpoint && !given.idv && !given.workflow && !given.proxyUser && !given.proxyPassword)
            return s.usage(QStringLiteral("tenant rotate: give the new secrets with --secrets - ."));
        testTenant(s, t, given, [&s, t, given](const services::TestReport &r) {
            if (!r.isPassed()) {
                s.output().note(QStringLiteral("The old secrets stay."));
                return s.finish(exitCodeOf(r));
            }
            finishWith(s, s.opening().console().tenants().rotate(t, given), QStringLiteral("rotate"));
        });
    });
}

static void removeTenant(Shell &s)
{
    withNamed(s, true, [&s](const domain::Tenant &t, const services::TenantSecrets &) {
        if (!s.isSet("yes"))
            return s.usage(QStringLiteral("tenant remove deletes the local copy and the secrets of \"%1\". Say --yes.")
                               .arg(t.name));
        finishWith(s, s.opening().console().tenants().remove(t, s.isSet("end-sessions")), QStringLiteral("remove"));
    });
}

static void lockTenant(Shell &s)
{
    withNamed(s, false, [&s](const domain::Tenant &t, const services::TenantSecrets &) {
        finishWith(s, s.opening().console().tenants().setReadOnly(t, true), QStringLiteral("lock"));
    });
}

static void unlockTenant(Shell &s)
{
    withNamed(s, false, [&s](const domain::Tenant &t, const services::TenantSecrets &) {
        finishWith(s, s.opening().console().tenants().setReadOnly(t, false), QStringLiteral("unlock"));
    });
}

static CommandForm namedForm(const QString &verb, void (*run)(Shell &))
{
    return {verb, QStringLiteral("tenant %1 NAME").arg(verb),
        {{QStringLiteral("yes"), QStringLiteral("remove without asking")},
            {QStringLiteral("end-sessions"), QStringLiteral("remove: end what is open together with it")}},
        1, 1, run};
}

void registerTenantCommands(CommandTable &table)
{
    table.add({QStringLiteral("tenant"),
        "  idvctl [--data-dir DIR] tenant add NAME --sailpoint-url URL --client-id ID --idv-url URL --community ID "
        "[options]\n"
        "         of IdentityIQ: --product identityiq [--plugin-url URL] [--operator-id ID] [--approved-state WORD] "
        "[--denied-state WORD] [--signed-state WORD] [--work-item-method put|post] [--decide-for-others]\n"
        "  idvctl tenant set NAME [--name NEW] [options of add] [--reason TEXT] [--dry-run]    edits it; copy and "
        "history "
        "stay\n"
        "  idvctl tenant sample NAME FILE|- [--callback] [--results guide|data|result] [--answer-field FIELD=POINTER] "
        "[--callback-field FIELD=POINTER] [--status-word WORD=MEANING] [--level-word WORD=LEVEL] [--document-word "
        "WORD=DOCUMENT] [--json]    what would be read of a message; the same options with set store it\n"
        "  idvctl tenant receiver NAME [options of receive] [--json]    shows or changes how callbacks are received\n"
        "  idvctl tenant token NAME [--rotate [--keep-old] [--expires-in DAYS] [--reason TEXT]] [--json]    when its "
        "personal access token expires; replaces it by a new one\n"
        "  idvctl tenant list|test|rotate|remove|lock|unlock [NAME]\n"
        "  idvctl tenant words NAME [--pass W,W] [--fail W,W] [--pending W,W] [--reason TEXT] [--json]    what "
        "idvStatus means; every other word is withdrawn\n",
        QStringLiteral("tenant: add, set, sample, receiver, token, list, words, test, rotate, remove, lock or unlock."),
        {{QStringLiteral("add"),
             QStringLiteral("tenant add NAME --sailpoint-url URL --client-id ID --idv-url URL --community ID "
                            "[--secrets -] [--no-test] …"),
             tenantOptionList(), 1, 1, addTenant},
            tenantSetForm(), tenantSampleForm(), tenantReceiverForm(), tenantTokenForm(), tenantListForm(),
            {QStringLiteral("words"),
                QStringLiteral("tenant words NAME [--pass WORD,WORD] [--fail WORD,WORD] [--pending WORD,WORD] "
                               "[--reason TEXT] [--json]"),
                {valueOption("pass", "WORDS"), valueOption("fail", "WORDS"), valueOption("pending", "WORDS"),
                    valueOption("reason", "TEXT")},
                1, 1, statusWords},
            namedForm(QStringLiteral("test"), testNamed), namedForm(QStringLiteral("rotate"), rotateSecrets),
            namedForm(QStringLiteral("remove"), removeTenant), namedForm(QStringLiteral("lock"), lockTenant),
            namedForm(QStringLiteral("unlock"), unlockTenant)}});
}

} // namespace cli
