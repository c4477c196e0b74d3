#include "assembly/bootstrap.h"
#include "assembly/console.h"
#include "cli/backup/backupcommands.h"
#include "cli/shell/shell.h"
#include "services/audit/audittrail.h"
#include "services/backup/backup.h"
#include "services/backup/restore.h"
#include "services/tenants/context.h"
#include "vault/vault.h"
#include <QJsonArray>

// idvctl backup and restore: one seat's ledger, on this computer or another.
namespace cli {

using core::Result;
using services::BackupReport;
using services::RestoreReport;

static void backupCommand(Shell &s)
{
    const auto word = s.secretInput().passphrase(true);
    if (!word)
        return s.fail(word.error());
    if (const auto opened = s.opening().openConsole(); !opened)
        return s.fail(opened.error());
    auto *trail = new services::AuditTrail(s.opening().console().context(), &s);
    auto *backup = new services::Backup(*trail, s.opening().console().context(), trail);
    core::whenDone<BackupReport>(
        backup->create(s.positional().first(), *word), &s, [&s](const Result<BackupReport> &r) {
            if (!r)
                return s.fail(r.error());
            const QString head = domain::chainHeadText(r->head);
            if (s.isJson()) {
                s.output().print({{QStringLiteral("file"), r->file.path}, {QStringLiteral("entries"), r->file.rows},
                    {QStringLiteral("sha256"), QString::fromLatin1(r->file.sha256)}, {QStringLiteral("head"), head},
                    {QStringLiteral("problem"), r->problem}});
            } else {
                s.output().line(QStringLiteral("%1, %2 entries, SHA-256 %3")
                                    .arg(r->file.path)
                                    .arg(r->file.rows)
                                    .arg(QString::fromLatin1(r->file.sha256)));
                s.output().line(QStringLiteral("head %1").arg(head));
                s.output().note(QStringLiteral(
                    "Without the passphrase it opens for nobody. Secrets are not in it: they stay in the keychain."));
            }
            if (!r->problem.isEmpty())
                s.output().note(QStringLiteral("idvctl: the log was saved as it is. ") + r->problem);
            s.finish(r->problem.isEmpty() ? Done : NotProved);
        });
}

static void show(Shell &s, const RestoreReport &r)
{
    if (s.isJson())
        return s.output().print(
            {{QStringLiteral("entries"), r.entries}, {QStringLiteral("backup"), domain::chainHeadText(r.backup)},
                {QStringLiteral("head"), domain::chainHeadText(r.head)}, {QStringLiteral("writtenOn"), r.seat},
                {QStringLiteral("lost"), r.lost}, {QStringLiteral("tenants"), QJsonArray::fromStringList(r.tenants)},
                {QStringLiteral("withoutSecrets"), QJsonArray::fromStringList(r.withoutSecrets)}});
    s.output().line(QStringLiteral("%1 entries restored, the last of %2%3.")
                        .arg(r.backup.sequence)
                        .arg(localTime(r.lastAt), r.seat.isEmpty() ? QString() : QStringLiteral(" on ") + r.seat));
    s.output().line(QStringLiteral("head %1").arg(domain::chainHeadText(r.head)));
    if (r.lost > 0)
        s.output().line(QStringLiteral("%1 later entries are not in it; the log says so.").arg(r.lost));
    for (const QString &name : r.tenants)
        s.output().line(QStringLiteral("%1: locked%2")
                            .arg(name, r.withoutSecrets.contains(name)
                                           ? QStringLiteral(", its secrets are missing (idvctl tenant rotate)")
                                           : QString()));
    s.output().line(
        QStringLiteral("What was sent after the backup was made is not known here. Look at the open sessions and "
                       "campaigns, then: idvctl tenant unlock NAME"));
    s.output().line(QStringLiteral("The console that made the backup must not go on with its own copy."));
}

static void restoreCommand(Shell &s)
{
    services::RestoreOptions o;
    if (s.isSet("at-least")) {
        const auto head = domain::chainHeadFromText(s.value("at-least"));
        if (!head)
            return s.fail(head.error());
        o.atLeast = *head;
    }
    const auto word = s.secretInput().passphrase(false);
    if (!word)
        return s.fail(word.error());
    const auto folder = s.opening().dataFolder();
    if (!folder)
        return s.fail(folder.error());
    o.file = s.positional().first();
    o.dataDir = *folder;
    o.passphrase = *word;
    o.operatorName = assembly::operatorName();
    o.acceptsLoss = s.isSet("accept-loss");
    o.acceptsBroken = s.isSet("accept-broken");
    auto *keychain = new vault::KeychainVault(QStringLiteral("idv-console"), &s);
    auto *restore = new services::Restore(*keychain, std::make_shared<core::SystemClock>(), keychain);
    core::whenDone<RestoreReport>(restore->run(o), &s, [&s](const Result<RestoreReport> &r) {
        if (!r)
            return s.fail(r.error());
        show(s, *r);
        s.finish(Done);
    });
}

void registerBackupCommands(CommandTable &table)
{
    table.add("backup",
        "  idvctl backup FILE [--json]    the ledger under a passphrase, asked at the terminal or with --secrets - "
        "(passphrase)\n",
        {{},
            QStringLiteral("backup FILE [--json]   (the passphrase: asked at the terminal, or --secrets - with the key "
                           "passphrase)"),
            {}, 1, 1, backupCommand});
    table.add("restore",
        "  idvctl restore FILE [--at-least HEAD] [--accept-loss] [--accept-broken] [--json]    into a data folder "
        "without a ledger; every tenant is locked then\n",
        {{}, QStringLiteral("restore FILE [--at-least HEAD] [--accept-loss] [--accept-broken] [--json]"),
            {valueOption("at-least", "HEAD"), flagOption("accept-loss"), flagOption("accept-broken")}, 1, 1,
            restoreCommand});
}

} // namespace cli
