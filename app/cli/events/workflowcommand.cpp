#include "cli/shell/jsonoutput.h"
#include "domain/profiles/workflowfiles.h"
#include "services/events/events.h"
#include "services/tenantsession/tenantsession.h"

// idvctl workflow: SailPoint's workflows, their executions, and the files to import.
namespace cli {

using core::Result;
using domain::OperationKind;

static void save(Shell &s, const domain::Tenant &tenant, const QString &which, const QString &file)
{
    if (which != QLatin1String("start") && which != QLatin1String("result"))
        return s.usage(QStringLiteral("workflow export: start FILE, result FILE [--escalate-to ADDRESS]."));
    const QJsonObject o = which == QLatin1String("start") ? domain::initiateWorkflow(tenant)
                                                          : domain::decisionWorkflow(tenant, s.value("escalate-to"));
    if (!s.writeFile("file", file, QJsonDocument(o).toJson()))
        return;
    if (s.isJson())
        s.print({{QStringLiteral("done"), file}});
    else
        s.line(QStringLiteral(
            "Written: %1. Import it in SailPoint's workflow builder; owner, client and secret are entered there.")
                   .arg(file));
    s.finish(Done);
}

static void makeClient(Shell &s, services::TenantSession &w, const QString &id)
{
    core::whenDone<services::ExternalClient>(
        w.events().createExternalClient(id, s.isSet("keep")), &s, [&s](const Result<services::ExternalClient> &c) {
            if (!c)
                return s.fail(c.error());
            QJsonObject o = operationJson(c->operation);
            o.insert(QStringLiteral("clientId"), c->id);
            o.insert(QStringLiteral("kept"), c->isKept);
            // Shown once, and only where a person asked for it.
            if (s.isSet("show") && c->secret)
                o.insert(QStringLiteral("clientSecret"), QString::fromUtf8(c->secret->reveal()));
            if (s.isJson())
                s.print(o);
            else
                s.line(QStringLiteral("Client %1%2")
                           .arg(c->id, c->isKept ? QStringLiteral(", its secret is in the keychain")
                                                 : QStringLiteral(", its secret was not kept")));
            if (!s.isJson() && s.isSet("show") && c->secret)
                s.line(QString::fromUtf8(c->secret->reveal()));
            s.finish(s.isSet("keep") && !c->isKept ? NoVault : Done);
        });
}

void workflowCommand(Shell &s)
{
    const auto o = [](const char *name) { return QCommandLineOption(QLatin1String(name), {}, QLatin1String("VALUE")); };
    const auto flag = [](const char *name) { return QCommandLineOption(QLatin1String(name)); };
    if (!s.parse(QStringLiteral(
                     "workflow list|get|executions|execution|history|test|client|export [ID] --tenant NAME [--json]"),
            {o("tenant"), o("input"), o("escalate-to"), flag("dry-run"), flag("yes"), flag("keep"), flag("show")}, 1,
            3))
        return;
    const QString verb = s.positional().at(0), id = s.positional().value(1);
    static const QStringList known{QStringLiteral("list"), QStringLiteral("get"), QStringLiteral("executions"),
        QStringLiteral("execution"), QStringLiteral("history"), QStringLiteral("test"), QStringLiteral("client"),
        QStringLiteral("export")};
    const qsizetype expected = verb == QLatin1String("list") ? 1 : verb == QLatin1String("export") ? 3 : 2;
    if (!known.contains(verb) || s.positional().size() != expected)
        return s.usage(
            QStringLiteral("workflow: list, get ID, executions ID, execution EXECUTION, history EXECUTION, test ID "
                           "--input FILE --yes, client ID --keep|--show, export start|result FILE."));
    if (verb == QLatin1String("client") && !s.isSet("keep") && !s.isSet("show"))
        return s.usage(QStringLiteral("workflow client: SailPoint shows the secret this once. --keep puts it into the "
                                      "keychain, --show prints it."));
    if (verb == QLatin1String("test") && !s.isSet("yes") && !s.isSet("dry-run"))
        return s.usage(
            QStringLiteral("workflow test: it runs for real, with everything it does. Say --yes, or --dry-run."));
    s.withTenantSession([&s, verb, id](services::TenantSession &w) {
        auto &events = w.events();
        if (verb == QLatin1String("list"))
            return showArray(s, "workflows", events.workflows());
        if (verb == QLatin1String("get"))
            return showObject(s, "workflow", events.workflow(id));
        if (verb == QLatin1String("executions"))
            return showArray(s, "executions", events.executions(id));
        if (verb == QLatin1String("execution"))
            return showObject(s, "execution", events.execution(id));
        if (verb == QLatin1String("history"))
            return showArray(s, "history", events.history(id));
        if (verb == QLatin1String("export"))
            return save(s, w.tenant(), id, s.positional().at(2));
        if (verb == QLatin1String("client"))
            return makeClient(s, w, id);
        QJsonObject input;
        if (s.isSet("input")) {
            const auto doc = documentIn(s.value("input"));
            if (!doc || !doc->isObject())
                return s.fail(
                    doc ? core::fieldError(QStringLiteral("input"), QStringLiteral("one JSON object.")) : doc.error());
            input = doc->object();
        }
        submit(s, OperationKind::TestWorkflow, {id}, [&events, id, input] { return events.testWorkflow(id, input); });
    });
}

} // namespace cli
