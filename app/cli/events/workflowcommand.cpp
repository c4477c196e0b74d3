#include "cli/events/eventcommands.h"
#include "cli/operations/operationoutput.h"
#include "cli/shell/rawoutput.h"
#include "cli/shell/shell.h"
#include "domain/profiles/workflowfiles.h"
#include "services/events/workflows.h"
#include "services/tenantsession/tenantsession.h"

// idvctl workflow: SailPoint's workflows, their executions, and the files to import.
namespace cli {

using core::Result;
using domain::OperationKind;

static void save(Shell &s, const domain::Tenant &tenant, const QString &which, const QString &file)
{
    if (which != QLatin1String("start") && which != QLatin1String("result"))
        return s.usage(QStringLiteral("workflow export: start FILE, result FILE [--escalate-to ADDRESS]."));
    const bool isResult = which == QLatin1String("result");
    if (!isResult && s.isSet("escalate-to"))
        return s.usage(QStringLiteral("workflow export: --escalate-to is of the result; a start escalates nothing."));
    domain::WorkflowFile kind = domain::WorkflowFile::Start;
    if (isResult)
        kind = s.isSet("escalate-to") ? domain::WorkflowFile::Decision : domain::WorkflowFile::Result;
    const auto text = domain::workflowFileText(kind, tenant, s.value("escalate-to"));
    if (!text)
        return s.fail(text.error());
    if (!s.writeFile("file", file, *text))
        return;
    if (s.isJson())
        s.output().print({{QStringLiteral("done"), file}});
    else
        s.output().line(QStringLiteral(
            "Written: %1. Import it in SailPoint's workflow builder; owner, client and secret are entered there.")
                            .arg(file));
    s.finish(Done);
}

static void makeClient(Shell &s, services::TenantSession &w, const QString &id)
{
    core::whenDone<services::ExternalClient>(
        w.workflows().createExternalClient(id, s.isSet("keep")), &s, [&s](const Result<services::ExternalClient> &c) {
            if (!c)
                return s.fail(c.error());
            QJsonObject o = operationJson(c->operation);
            o.insert(QStringLiteral("clientId"), c->id);
            o.insert(QStringLiteral("kept"), c->isKept);
            // Shown once, and only where a person asked for it.
            if (s.isSet("show") && c->secret)
                o.insert(QStringLiteral("clientSecret"), QString::fromUtf8(c->secret->reveal()));
            if (s.isJson())
                s.output().print(o);
            else
                s.output().line(QStringLiteral("Client %1%2")
                                    .arg(c->id, c->isKept ? QStringLiteral(", its secret is in the keychain")
                                                          : QStringLiteral(", its secret was not kept")));
            if (!s.isJson() && s.isSet("show") && c->secret)
                s.output().line(QString::fromUtf8(c->secret->reveal()));
            s.finish(s.isSet("keep") && !c->isKept ? NoVault : Done);
        });
}

// How many words a call of this verb has, itself counted.
static qsizetype wordsOf(const QString &verb)
{
    if (verb == QLatin1String("list"))
        return 1;
    return verb == QLatin1String("export") ? 3 : 2;
}

static void workflowCommand(Shell &s)
{
    const QString verb = s.positional().at(0), id = s.positional().value(1);
    static const QStringList known{QStringLiteral("list"), QStringLiteral("get"), QStringLiteral("executions"),
        QStringLiteral("execution"), QStringLiteral("history"), QStringLiteral("test"), QStringLiteral("client"),
        QStringLiteral("export")};
    if (!known.contains(verb) || s.positional().size() != wordsOf(verb))
        return s.usage(
            QStringLiteral("workflow: list, get ID, executions ID, execution EXECUTION, history EXECUTION, test ID "
                           "--input FILE --yes, client ID --keep|--show, export start|result FILE."));
    if (verb == QLatin1String("client") && !s.isSet("keep") && !s.isSet("show"))
        return s.usage(QStringLiteral("workflow client: SailPoint shows the secret this once. --keep puts it into the "
                                      "keychain, --show prints it."));
    if (verb == QLatin1String("test") && !s.isSet("yes") && !s.isSet("dry-run"))
        return s.usage(
            QStringLiteral("workflow test: it runs for real, with everything it does. Say --yes, or --dry-run."));
    s.opening().withTenantSession([&s, verb, id](services::TenantSession &w) {
        auto &workflows = w.workflows();
        if (verb == QLatin1String("list"))
            return showRaw(s, "workflows", workflows.workflows());
        if (verb == QLatin1String("get"))
            return showRaw(s, "workflow", workflows.workflow(id));
        if (verb == QLatin1String("executions"))
            return showRaw(s, "executions", workflows.executions(id));
        if (verb == QLatin1String("execution"))
            return showRaw(s, "execution", workflows.execution(id));
        if (verb == QLatin1String("history"))
            return showRaw(s, "history", workflows.history(id));
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
        submit(s, OperationKind::TestWorkflow, {id},
            [&workflows, id, input] { return workflows.testWorkflow(id, input); });
    });
}

void registerWorkflowCommands(CommandTable &table)
{
    table.add("workflow",
        "  idvctl workflow list|get ID|executions ID|execution X|history X | test ID --input FILE --yes | client ID "
        "--keep|--show | export start|result FILE   --tenant NAME [--json]\n",
        {{},
            QStringLiteral("workflow list | get ID | executions ID | execution ID | history ID | test ID --input FILE "
                           "--yes | client ID --keep|--show | export start|result FILE   --tenant NAME [--json]"),
            {valueOption("tenant"), valueOption("input"), valueOption("escalate-to"), flagOption("dry-run"),
                flagOption("yes"), flagOption("keep"), flagOption("show")},
            1, 3, workflowCommand});
}

} // namespace cli
