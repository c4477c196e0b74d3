#include "assembly/console.h"
#include "cli/shell/jsonoutput.h"
#include "cli/shell/shell.h"
#include "services/readiness/connectiontest.h"

namespace cli {

using core::Result;
using core::Unit;

static QJsonObject tenantSummary(const domain::Tenant &t)
{
    return {{QStringLiteral("name"), t.name}, {QStringLiteral("environment"), domain::environmentKey(t.environment)},
        {QStringLiteral("tunnel"), t.isTunnel}, {QStringLiteral("product"), domain::productKey(t.product)},
        {QStringLiteral("sailpointUrl"), t.sailpointUrl}, {QStringLiteral("clientId"), t.clientId},
        {QStringLiteral("idvUrl"), t.idvUrl}, {QStringLiteral("communityId"), t.communityId},
        {QStringLiteral("pathStyle"), domain::pathStyleKey(t.pathStyle)},
        {QStringLiteral("writeBack"), domain::writeBackStrategyKey(t.writeBack)},
        {QStringLiteral("readOnly"), t.readOnly}, {QStringLiteral("secretsMissing"), t.secretsMissing}};
}

static QJsonObject unreadableSummary(const domain::Tenant &t)
{
    return {{QStringLiteral("name"), t.name}, {QStringLiteral("problem"), t.problem}};
}

static void showUnreadable(Shell &s, const domain::Tenant &t)
{
    s.line(QStringLiteral("%1  cannot be read").arg(t.name, -24));
    s.note(t.problem);
}

static Result<domain::Tenant> tenantFromOptions(Shell &s)
{
    domain::Tenant t;
    t.name = s.positional().value(0);
    t.sailpointUrl = s.value("sailpoint-url").trimmed();
    while (t.sailpointUrl.endsWith(QLatin1Char('/')))
        t.sailpointUrl.chop(1);
    t.clientId = s.value("client-id").trimmed();
    t.idvUrl = s.value("idv-url").trimmed();
    while (t.idvUrl.endsWith(QLatin1Char('/')))
        t.idvUrl.chop(1);
    t.communityId = s.value("community").trimmed();
    t.idvSourceId = s.value("idv-source").trimmed();
    t.workflowId = s.value("workflow-id").trimmed();
    t.callbackBaseUrl = s.value("callback-base-url").trimmed();
    t.proxy = s.value("proxy").trimmed();
    t.caFile = s.value("ca").trimmed();
    t.timeZone = s.value("time-zone").trimmed();
    if (s.isSet("provider")) {
        const auto kind = domain::providerKindFromKey(s.value("provider"));
        if (!kind)
            return core::fieldError(QStringLiteral("provider"), QStringLiteral("seed or docuverify."));
        t.provider.kind = *kind;
    }
    for (const auto &[option, to] : {std::pair{"dvc-id", &t.provider.dvcId},
             std::pair{"tenant-tag", &t.provider.tenantTag}, std::pair{"curve", &t.provider.curve},
             std::pair{"cancel-path", &t.provider.cancelPath}, std::pair{"resend-path", &t.provider.resendPath}}) {
        if (s.isSet(option))
            *to = s.value(option).trimmed();
    }
    if (s.isSet("session-path"))
        t.provider.createPath = s.value("session-path").trimmed();
    if (s.isSet("status-path"))
        t.provider.statusPath = s.value("status-path").trimmed();
    const auto word = [&s](const char *option, const auto &parse, auto &out,
                          const char *choices) -> std::optional<core::Error> {
        if (!s.isSet(option))
            return std::nullopt;
        const auto v = parse(s.value(option));
        if (!v)
            return core::fieldError(QLatin1String(option),
                QStringLiteral("\"%1\" is not one of %2.").arg(s.value(option), QLatin1String(choices)));
        out = *v;
        return std::nullopt;
    };
    if (const auto e = word("product", domain::productFromKey, t.product, "identity-security-cloud, identityiq"))
        return *e;
    if (domain::isIdentityIq(t)) {
        if (const QString base = domain::identityIqBase(t.sailpointUrl); !base.isEmpty())
            t.sailpointUrl = base;
        if (const auto e = word("work-item-method", domain::workItemMethodFromKey, t.identityIq.method, "put, post"))
            return *e;
        for (const auto &[option, to] :
            {std::pair{"plugin-url", &t.identityIq.pluginUrl}, std::pair{"operator-id", &t.identityIq.operatorId},
                std::pair{"approved-state", &t.identityIq.approvedState},
                std::pair{"denied-state", &t.identityIq.deniedState},
                std::pair{"signed-state", &t.identityIq.signedState}}) {
            if (s.isSet(option))
                *to = s.value(option).trimmed();
        }
        t.identityIq.decidesForOthers = s.isSet("decide-for-others");
    } else {
        for (const char *option : {"plugin-url", "operator-id", "work-item-method", "approved-state", "denied-state",
                 "signed-state", "decide-for-others"}) {
            if (s.isSet(option))
                return core::fieldError(
                    QLatin1String(option), QStringLiteral("is IdentityIQ's: say --product identityiq."));
        }
    }
    if (const auto e = word("path-style", domain::pathStyleFromKey, t.pathStyle, "v2024, v1"))
        return *e;
    if (const auto e =
            word("write-back", domain::writeBackStrategyFromKey, t.writeBack, "none, workflow, account, seed, scim"))
        return *e;
    if (const auto e = word("environment", domain::environmentFromKey, t.environment, "production, sandbox, simulator"))
        return *e;
    t.isTunnel = s.isSet("tunnel");
    if (s.isSet("map")) {
        const auto given = settingIn(s.value("map"));
        if (!given)
            return core::fieldError(QStringLiteral("map"), given.error().text);
        const auto map = domain::AttributeMap::fromJson(*given);
        if (!map)
            return map.error();
        t.map = *map;
    }
    if (const auto faults = domain::validate(t); !faults.isEmpty())
        return services::allFaults(faults);
    if (const auto unsaid = domain::environmentFault(t))
        return *unsaid;
    return t;
}

static void printTest(Shell &s, const services::TestReport &report, const std::function<void(bool)> &then)
{
    if (s.isJson()) {
        QJsonArray lines;
        for (const auto &l : report.lines) {
            QJsonObject o{{QStringLiteral("level"), services::testLevelKey(l.level)}, {QStringLiteral("text"), l.text}};
            if (!l.advice.isEmpty())
                o.insert(QStringLiteral("advice"), l.advice);
            if (l.error)
                o.insert(QStringLiteral("code"), core::codeName(l.error->code));
            lines.append(o);
        }
        QJsonObject out{{QStringLiteral("passed"), report.isPassed()}, {QStringLiteral("proven"), report.isProven()},
            {QStringLiteral("lines"), lines}};
        QJsonObject capabilities;
        for (const auto &c : report.capabilities)
            capabilities.insert(c.key, domain::capabilityStateKey(c.state));
        if (!capabilities.isEmpty())
            out.insert(QStringLiteral("capabilities"), capabilities);
        s.print(out);
    }
    then(report.isPassed());
}

static void showLine(Shell &s, const services::TestLine &l)
{
    QString mark = QStringLiteral("FAIL");
    if (l.level == services::TestLevel::Pass)
        mark = QStringLiteral("ok  ");
    else if (l.level == services::TestLevel::Warn)
        mark = QStringLiteral("warn");
    else if (l.level == services::TestLevel::NotProven)
        mark = QStringLiteral("not proven:");
    s.note(mark + QLatin1Char(' ') + l.text +
           (l.fact.isEmpty() ? QString() : QStringLiteral(" (") + l.fact + QLatin1Char(')')));
    if (!l.advice.isEmpty())
        s.note(QStringLiteral("     ") + l.advice);
    if (l.error && !l.error->text.isEmpty())
        s.note(QStringLiteral("     ") + l.error->text +
               (l.error->detail.isEmpty() ? QString() : QStringLiteral(" [") + l.error->detail + QLatin1Char(']')));
}

static void test(Shell &s, const domain::Tenant &t, const services::TenantSecrets &secrets,
    const std::function<void(const services::TestReport &)> &then)
{
    const auto run = services::testConnection(
        s.console().context(), t, secrets, services::TestParts::Both,
        [&s](const services::TestLine &l) { showLine(s, l); }, &s);
    core::whenDone<services::TestReport>(run, &s, [&s, then](const Result<services::TestReport> &r) {
        if (!r)
            return s.fail(r.error());
        then(*r);
    });
}

static int codeOf(const services::TestReport &r)
{
    for (const auto &l : r.lines) {
        if (l.level == services::TestLevel::Fail && l.error)
            return exitCodeOf(*l.error);
    }
    return Done;
}

static void add(Shell &s)
{
    const auto o = [](const char *name, const char *what) {
        return QCommandLineOption(QLatin1String(name), {}, QLatin1String(what));
    };
    if (!s.parse(QStringLiteral("tenant add NAME --sailpoint-url URL --client-id ID --idv-url URL --community ID "
                                "[--secrets -] [--no-test] …"),
            {o("sailpoint-url", "URL"), o("client-id", "ID"), o("idv-url", "URL"), o("community", "ID"),
                o("path-style", "STYLE"), o("write-back", "STRATEGY"), o("idv-source", "ID"), o("workflow-id", "ID"),
                o("session-path", "PATH"), o("status-path", "PATH"), o("map", "FILE"), o("callback-base-url", "URL"),
                o("proxy", "PROXY"), o("ca", "FILE"), o("time-zone", "IANA"), o("provider", "seed|docuverify"),
                o("dvc-id", "ID"), o("tenant-tag", "TAG"), o("curve", "NAME"), o("cancel-path", "PATH"),
                o("resend-path", "PATH"), o("environment", "KIND"), QCommandLineOption(QStringLiteral("tunnel")),
                o("product", "PRODUCT"), o("plugin-url", "URL"), o("operator-id", "ID"),
                o("work-item-method", "put|post"), o("approved-state", "WORD"), o("denied-state", "WORD"),
                o("signed-state", "WORD"), QCommandLineOption(QStringLiteral("decide-for-others")),
                QCommandLineOption(QStringLiteral("no-test"))},
            1, 1))
        return;
    const auto tenant = tenantFromOptions(s);
    if (!tenant)
        return s.fail(tenant.error());
    const auto secrets = s.secrets();
    if (!secrets)
        return s.fail(secrets.error());
    if (const auto opened = s.openConsole(); !opened)
        return s.fail(opened.error());
    const auto store = [&s, t = *tenant, given = *secrets] {
        core::whenDone<domain::Tenant>(
            s.console().tenants().add(t, given, true), &s, [&s](const Result<domain::Tenant> &added) {
                if (!added)
                    return s.fail(added.error());
                if (added->secretsMissing)
                    s.note(QStringLiteral(
                        "The tenant is stored without its secrets: the keychain cannot be used or not all were given. "
                        "Give them with --secrets - at each call, or store them later with: idvctl tenant rotate NAME "
                        "--secrets -"));
                if (s.isJson())
                    s.print(tenantSummary(*added));
                else
                    s.line(QStringLiteral("Tenant \"%1\" added.").arg(added->name));
                s.finish(Done);
            });
    };
    if (s.isSet("no-test") || !secrets->sailpoint || !secrets->idv)
        return store();
    test(s, *tenant, *secrets, [&s, store](const services::TestReport &r) {
        if (r.isPassed())
            return store();
        s.note(QStringLiteral("Nothing was stored."));
        s.finish(codeOf(r));
    });
}

static void list(Shell &s)
{
    if (!s.parse(QStringLiteral("tenant list [--json]"), {}, 0, 0))
        return;
    if (const auto opened = s.openConsole(); !opened)
        return s.fail(opened.error());
    core::whenDone<QList<domain::Tenant>>(
        s.console().tenants().list(), &s, [&s](const Result<QList<domain::Tenant>> &all) {
            if (!all)
                return s.fail(all.error());
            QJsonArray json, unreadable;
            for (const auto &t : *all) {
                (t.problem.isEmpty() ? json : unreadable)
                    .append(t.problem.isEmpty() ? tenantSummary(t) : unreadableSummary(t));
                if (!s.isJson() && !t.problem.isEmpty())
                    showUnreadable(s, t);
                else if (!s.isJson())
                    s.line(QStringLiteral("%1  %2  %3%4")
                               .arg(t.name.leftJustified(24), domain::environmentKey(t.environment).leftJustified(10),
                                   t.sailpointUrl, t.readOnly ? QStringLiteral("  locked") : QString()));
            }
            if (s.isJson())
                s.print({{QStringLiteral("tenants"), json}, {QStringLiteral("unreadable"), unreadable}});
            s.finish(Done);
        });
}

// Without a list it shows them. A change needs a reason; the copy is read anew when it is opened next.
static void words(Shell &s)
{
    if (!s.parse(QStringLiteral("tenant words NAME [--pass WORD,WORD] [--fail WORD,WORD] [--pending WORD,WORD] "
                                "[--reason TEXT] [--json]"),
            {{QStringLiteral("pass"), {}, QStringLiteral("WORDS")},
                {QStringLiteral("fail"), {}, QStringLiteral("WORDS")},
                {QStringLiteral("pending"), {}, QStringLiteral("WORDS")},
                {QStringLiteral("reason"), {}, QStringLiteral("TEXT")}},
            1, 1))
        return;
    if (const auto opened = s.openConsole(); !opened)
        return s.fail(opened.error());
    core::whenDone<domain::Tenant>(
        s.console().tenants().byName(s.positional().at(0)), &s, [&s](const Result<domain::Tenant> &t) {
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
                    s.print({{QStringLiteral("tenant"), name}, {QStringLiteral("saved"), isChange},
                        {QStringLiteral("words"), domain::toJson(wanted)}});
                    return s.finish(Done);
                }
                s.line(QStringLiteral("verified: ") + wanted.pass.join(QStringLiteral(", ")));
                s.line(QStringLiteral("failed: ") + wanted.fail.join(QStringLiteral(", ")));
                s.line(QStringLiteral("pending: ") + wanted.pending.join(QStringLiteral(", ")));
                s.line(QStringLiteral("every other word: withdrawn"));
                s.finish(Done);
            };
            if (!isChange)
                return show();
            core::whenDone<Unit>(s.console().tenants().setStatusWords(*t, wanted, s.value("reason")), &s,
                [&s, show](const core::Status &r) {
                    if (!r)
                        return s.fail(r.error());
                    show();
                });
        });
}

void tenantCommand(Shell &s, const QString &verb)
{
    if (verb == QLatin1String("words"))
        return words(s);
    if (verb == QLatin1String("add"))
        return add(s);
    if (verb == QLatin1String("list"))
        return list(s);
    static const QStringList verbs{QStringLiteral("test"), QStringLiteral("rotate"), QStringLiteral("remove"),
        QStringLiteral("lock"), QStringLiteral("unlock")};
    if (!verbs.contains(verb))
        return s.usage(QStringLiteral("tenant: add, list, words, test, rotate, remove, lock or unlock."));
    if (!s.parse(QStringLiteral("tenant %1 NAME").arg(verb),
            {{QStringLiteral("yes"), QStringLiteral("remove without asking")},
                {QStringLiteral("end-sessions"), QStringLiteral("remove: end what is open together with it")}},
            1, 1))
        return;
    const auto secrets = s.secrets();
    if (!secrets)
        return s.fail(secrets.error());
    if (const auto opened = s.openConsole(); !opened)
        return s.fail(opened.error());
    core::whenDone<domain::Tenant>(s.console().tenants().byName(s.positional().at(0), verb == QLatin1String("remove")),
        &s, [&s, verb, given = *secrets](const Result<domain::Tenant> &t) {
            if (!t)
                return s.fail(t.error());
            const auto ended = [&s, verb](const core::Status &r) {
                if (!r)
                    return s.fail(r.error());
                if (s.isJson())
                    s.print({{QStringLiteral("done"), verb}});
                else
                    s.line(QStringLiteral("Done."));
                s.finish(Done);
            };
            auto &tenants = s.console().tenants();
            if (verb == QLatin1String("test")) {
                test(s, *t, given,
                    [&s](const services::TestReport &r) { printTest(s, r, [&s, &r](bool) { s.finish(codeOf(r)); }); });
            } else if (verb == QLatin1String("rotate")) {
                if (!given.sailpoint && !given.idv && !given.workflow)
                    return s.usage(QStringLiteral("tenant rotate: give the new secrets with --secrets - ."));
                test(s, *t, given, [&s, t = *t, given, ended](const services::TestReport &r) {
                    if (!r.isPassed()) {
                        s.note(QStringLiteral("The old secrets stay."));
                        return s.finish(codeOf(r));
                    }
                    core::whenDone<Unit>(s.console().tenants().rotate(t, given), &s, ended);
                });
            } else if (verb == QLatin1String("remove")) {
                if (!s.isSet("yes"))
                    return s.usage(
                        QStringLiteral("tenant remove deletes the local copy and the secrets of \"%1\". Say --yes.")
                            .arg(t->name));
                core::whenDone<Unit>(tenants.remove(*t, s.isSet("end-sessions")), &s, ended);
            } else {
                core::whenDone<Unit>(tenants.setReadOnly(*t, verb == QLatin1String("lock")), &s, ended);
            }
        });
}

} // namespace cli
