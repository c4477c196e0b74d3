#pragma once
#include "core/async.h"
#include "core/secret.h"
#include "domain/operations/operation.h"
#include "domain/tenants/tenant.h"
#include "domain/verification/sessionwatch.h"
#include "domain/verification/verification.h"
#include "services/tenants/tenants.h"
#include <QCommandLineParser>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <functional>
#include <memory>

namespace assembly {
class Console;
}
namespace services {
class TenantSession;
}

namespace cli {

/// decisions.md: the exit codes of idvctl.
enum Exit {
    Done = 0,
    InternalFault = 1,
    Usage = 2,
    NotVerified = 3,
    NoConnection = 4,
    NoVault = 5,
    IsHeld = 6,
    IsUnknown = 7,
    WriteBackFailed = 8,
    Refused = 9,
    RefusedHere = 10,
    NotProved = 11
};

/// One call of idvctl: parses, opens the data folder, prints, and ends the event loop with a code.
class Shell : public QObject
{
public:
    Shell();
    ~Shell() override;
    /// Parses and dispatches; the commands go on in the event loop.
    void run(const QStringList &arguments);

    /// Sets up the options of a command and parses; false after a usage error was printed.
    bool parse(const QString &syntax, const QList<QCommandLineOption> &options, int minPositional, int maxPositional);
    QString value(const char *option) const { return m_parser.value(QLatin1String(option)); }
    /// Of an option that may be given several times.
    QStringList values(const char *option) const { return m_parser.values(QLatin1String(option)); }
    /// False for an option that this command does not have.
    bool isSet(const char *option) const
    {
        return m_known.contains(QLatin1String(option)) && m_parser.isSet(QLatin1String(option));
    }
    QStringList positional() const { return m_positional; }
    bool isJson() const { return isSet("json"); }

    core::Status openConsole(bool rateLimit = true);
    /// The data folder, made when it is not there; no ledger is opened.
    core::Result<QString> dataFolder() const;
    assembly::Console &console() { return *m_console; }
    /// Reads `--secrets -` once, if given. Usage error for anything but one JSON object of the known keys.
    core::Result<services::TenantSecrets> secrets();
    /// The passphrase of a backup: from `--secrets -`, or asked at a terminal, unseen; `isNew`: twice.
    core::Result<core::SecretPtr> passphrase(bool isNew);
    /// Opens the console and the tenant of --tenant, with given secrets held in memory; calls `then` or fails.
    void withTenant(std::function<void(const domain::Tenant &)> then);
    void withTenantSession(std::function<void(services::TenantSession &)> then);
    void openTenantSession(const domain::Tenant &tenant, const std::function<void(services::TenantSession &)> &then);

    // Nothing that somebody else wrote reaches the terminal as it is: each of these goes through domain/outputtext.h.
    void print(const QJsonObject &object);
    /// The same over several lines, for a person.
    void printPretty(const QJsonDocument &document);
    /// One line: a line end inside is spelled out, so that no name can forge the next line.
    void line(const QString &text);
    void note(const QString &text); ///< stderr
    /// An invitation link, on a terminal only: standard error of a job ends in a log.
    void showLink(const QString &link);
    void progress(const QString &text); ///< stderr, only on a terminal, overwriting itself
    /// A file that an option or argument names; false after its fault was printed.
    bool writeFile(const char *option, const QString &path, const QByteArray &bytes);
    void finish(int code);
    void fail(const core::Error &error);
    void usage(const QString &text);

private:
    QCommandLineParser m_parser;
    QStringList m_arguments;
    QStringList m_positional;
    QStringList m_known;
    QString m_dataDir;
    std::unique_ptr<assembly::Console> m_console;
    std::unique_ptr<services::TenantSession> m_tenantSession;
    std::optional<services::TenantSecrets> m_secrets;
    bool m_isProgressShown = false;
    bool m_isFinished = false;
    bool m_isFlushing = false;
};

int exitCodeOf(const core::Error &error);
int main(int argc, char **argv);

void tenantCommand(Shell &shell, const QString &verb);
void syncCommand(Shell &shell);
void identitiesCommand(Shell &shell);
void verifyCommand(Shell &shell);
void sessionsCommand(Shell &shell);
void receiveCommand(Shell &shell);
void activityCommand(Shell &shell);
void approvalsCommand(Shell &shell);
void callbacksCommand(Shell &shell);
void eventRulesCommand(Shell &shell);
void proposalsCommand(Shell &shell);
void reviewsCommand(Shell &shell);
void identityCommand(Shell &shell);
void profileCommand(Shell &shell);
void triggerCommand(Shell &shell);
void workflowCommand(Shell &shell);
void taskCommand(Shell &shell);
void diagnosisCommand(Shell &shell);
void auditCommand(Shell &shell, const QString &verb);
void backupCommand(Shell &shell);
void restoreCommand(Shell &shell);
void reportCommand(Shell &shell);
void evidenceCommand(Shell &shell);
void privacyCommand(Shell &shell, const QString &verb);
void driftCommand(Shell &shell);
void exemptCommand(Shell &shell);
void settingsCommand(Shell &shell, const QString &verb);
void dueCommand(Shell &shell);
void campaignCommand(Shell &shell, const QString &verb);
void policyCommand(Shell &shell, const QString &verb);
/// Prints what became of it and ends: 0, 7 while it is open or unknown, 9 when it failed.
void finishWith(Shell &shell, const domain::Operation &operation);
QJsonObject operationJson(const domain::Operation &operation);
/// Destructive calls need --yes and every id twice; says what is missing and returns false.
bool isConfirmed(Shell &shell, const QStringList &ids, const QStringList &again);
/// Prints and ends when the session and its write-back have ended.
void waitForSession(
    Shell &shell, services::TenantSession &tenantSession, const core::SessionId &id, core::Instant until);
void sessionVerb(Shell &shell, const QString &verb);
void reviewCommand(Shell &shell);
void operatorCommand(Shell &shell);
void resetPasswordCommand(Shell &shell);
void labCommand(Shell &shell, const QString &verb);
/// `lab run` and `lab list`.
void scenarioCommand(Shell &shell, bool isRun);
void sendCommand(Shell &shell);
void demoCommand(Shell &shell);

/// "passport,national_id" etc.; shared by the commands.
QString localTime(core::Instant at);
QJsonObject sessionJson(const domain::Session &session);
QJsonObject watchJson(const domain::Watch &watch);
/// Since when a session is not checked, and why; empty while it is.
QString watchLine(const domain::Watch &watch, core::Instant now);

} // namespace cli
