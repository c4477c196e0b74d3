#include "cli/main/program.h"
#include "assembly/bootstrap.h"
#include "cli/access/accesscommands.h"
#include "cli/audit/auditcommands.h"
#include "cli/backup/backupcommands.h"
#include "cli/callbacks/callbackcommands.h"
#include "cli/events/eventcommands.h"
#include "cli/identities/identitycommands.h"
#include "cli/lab/labcommands.h"
#include "cli/operations/operationcommands.h"
#include "cli/profiles/profilecommands.h"
#include "cli/readiness/readinesscommands.h"
#include "cli/rehearsal/rehearsalcommands.h"
#include "cli/reverification/reverificationcommands.h"
#include "cli/sessions/sessioncommands.h"
#include "cli/shell/shell.h"
#include "cli/sync/synccommands.h"
#include "cli/tenants/tenantcommands.h"
#include "core/outputfile.h"
#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTimer>
#include <csignal>
#include <unistd.h>

namespace cli {

// In the order of the help.
static CommandTable everyCommand()
{
    CommandTable table;
    registerTenantCommands(table);
    registerPeopleCommands(table);
    registerVerifyCommands(table);
    registerSessionCommands(table);
    registerReceiveCommands(table);
    registerCallbackCommands(table);
    registerIdentityCommands(table);
    registerProfileCommands(table);
    registerReadinessCommands(table);
    registerRehearsalCommands(table);
    registerTriggerCommands(table);
    registerProposalCommands(table);
    registerActivityCommands(table);
    registerEventRuleCommands(table);
    registerApprovalCommands(table);
    registerWorkflowCommands(table);
    registerOperationCommands(table);
    registerDueCommands(table);
    registerPolicyCommands(table);
    registerCampaignCommands(table);
    registerExemptionCommands(table);
    registerAuditCommands(table);
    registerReportCommands(table);
    registerDriftCommands(table);
    registerPrivacyCommands(table);
    registerSettingsCommands(table);
    registerBackupCommands(table);
    registerLabCommands(table);
    registerDemoCommands(table);
    return table;
}

static int signalPipe[2];
static void tellOfSignal(int number)
{
    const char byte = char(number);
    [[maybe_unused]] const auto n = ::write(signalPipe[1], &byte, 1);
}

// An interrupted job is never "done"; only the simulators end by being told to stop.
static void watchSignals(bool isServing)
{
    if (::pipe(signalPipe) != 0)
        return;
    auto *notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, QCoreApplication::instance());
    QObject::connect(notifier, &QSocketNotifier::activated, notifier, [isServing] {
        char byte = 0;
        [[maybe_unused]] const auto n = ::read(signalPipe[0], &byte, 1);
        QCoreApplication::exit(isServing ? 0 : 128 + byte);
    });
    std::signal(SIGTERM, tellOfSignal);
    std::signal(SIGINT, tellOfSignal);
}

int main(int argc, char **argv)
{
    assembly::harden();
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("idv-console"));
    QCoreApplication::setApplicationVersion(QStringLiteral(IDV_VERSION));
    watchSignals(QCoreApplication::arguments().contains(QLatin1String("serve")) ||
                 QCoreApplication::arguments().contains(QLatin1String("receive")));
    std::signal(SIGPIPE, SIG_IGN);
    core::offerStandardOutput(); // a file that is called "-"
    Shell shell(everyCommand());
    QTimer::singleShot(0, &shell, [&shell] { shell.run(QCoreApplication::arguments()); });
    return QCoreApplication::exec();
}

} // namespace cli
