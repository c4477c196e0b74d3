#include "cli/lab/labcommands.h"
#include "cli/lab/labforms.h"
#include "cli/lab/laboptions.h"
#include "cli/shell/shell.h"
#include "lab/lab.h"

// idvctl lab serve: the simulators, until the program is told to stop.
namespace cli {

static void serveCommand(Shell &s)
{
    const auto options = labOptions(s);
    if (!options)
        return s.fail(options.error());
    auto lab = lab::Lab::start(*options, std::make_shared<core::SystemClock>());
    if (!lab)
        return s.fail(lab.error());
    auto *keep = new QObject(&s);
    auto owned = std::make_shared<std::unique_ptr<lab::Lab>>(*std::move(lab));
    QObject::connect(keep, &QObject::destroyed, &s, [owned] { owned->reset(); });
    const auto &e = (*owned)->endpoints();
    s.output().print({{QStringLiteral("sailpointUrl"), e.sailpointUrl}, {QStringLiteral("clientId"), e.clientId},
        {QStringLiteral("clientSecret"), e.clientSecret}, {QStringLiteral("idvUrl"), e.idvUrl},
        {QStringLiteral("communityId"), e.communityId}, {QStringLiteral("idvApiKey"), e.idvApiKey},
        {QStringLiteral("idvSourceId"), e.idvSourceId}, {QStringLiteral("workflowId"), e.workflowId},
        {QStringLiteral("workflowClientId"), e.workflowClientId},
        {QStringLiteral("workflowClientSecret"), e.workflowClientSecret}, {QStringLiteral("iiqUrl"), e.iiqUrl},
        {QStringLiteral("iiqClientId"), e.iiqClientId}, {QStringLiteral("iiqClientSecret"), e.iiqClientSecret},
        {QStringLiteral("iiqOperatorId"), e.iiqOperatorId}, {QStringLiteral("iiqWorkflow"), e.iiqWorkflow},
        {QStringLiteral("iiqReviewer"), e.iiqReviewer}, {QStringLiteral("iiqReviewerPassword"), e.iiqReviewerPassword},
        {QStringLiteral("iiqOperatorName"), e.iiqOperatorName},
        {QStringLiteral("iiqOperatorPassword"), e.iiqOperatorPassword},
        {QStringLiteral("callbackSecret"), e.callbackSecret}, {QStringLiteral("reviewerClientId"), e.reviewerClientId},
        {QStringLiteral("reviewerClientSecret"), e.reviewerClientSecret}});
}

void registerLabCommands(CommandTable &table)
{
    table.add({QStringLiteral("lab"),
        "  idvctl lab serve [--port P] [--idv-port P] [--iiq-port P] [--identities N] [--seed S] [--fault "
        "KIND|VENDOR:OPERATION:KIND[=VALUE][,percent=P][,times=N]]...\n"
        "  idvctl lab list | run SCENARIO|FILE|all [--folder DIR] [--junit FILE] [--report FILE.md] [--json]    "
        "scenarios against the simulators: 0 all pass, 3 not\n"
        "  idvctl lab send FILE --tenant NAME --url URL [--name N] [--json]    a collection of requests to a "
        "simulator's receiver, each signed anew\n",
        QStringLiteral("lab: serve, run, list, send."),
        {{QStringLiteral("serve"),
             QStringLiteral("lab serve [--port P] [--idv-port P] [--identities N] [--seed S] [--fault KIND]"),
             labOptionList(), 0, 0, serveCommand},
            runScenariosForm(), listScenariosForm(), sendForm()}});
}

} // namespace cli
