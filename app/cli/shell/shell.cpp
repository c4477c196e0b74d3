#include "cli/shell/shell.h"
#include "assembly/bootstrap.h"
#include "assembly/console.h"
#include "cli/shell/helptext.h"
#include "core/outputfile.h"
#include "domain/text/messages.h"
#include "domain/text/outputtext.h"
#include "domain/text/secrettext.h"
#include "services/audit/audittrail.h"
#include "services/tenants/secrets.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/verifier.h"
#include "store/ledger/ledger.h"
#include "vault/vault.h"
#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QSocketNotifier>
#include <QTimer>
#include <csignal>
#include <cstdio>
#include <unistd.h>

namespace cli {

using core::ErrorCode;
using core::Result;

Shell::Shell() = default;
Shell::~Shell()
{
    // Commands that still run use the workspace and the console: they go first.
    qDeleteAll(findChildren<QObject *>(QString(), Qt::FindDirectChildrenOnly));
    m_tenantSession.reset();
    std::fflush(stdout);
}

int exitCodeOf(const core::Error &e)
{
    switch (e.code) {
    case ErrorCode::Usage: return Usage;
    case ErrorCode::Offline:
    case ErrorCode::Timeout:
    case ErrorCode::Certificate:
    case ErrorCode::Server:
    case ErrorCode::RateLimited:
    case ErrorCode::Protocol: return NoConnection;
    case ErrorCode::Unauthorized:
    case ErrorCode::Forbidden:
    case ErrorCode::NotFound:
    case ErrorCode::Conflict:
    case ErrorCode::Rejected: return core::isOwnRefusal(e) ? RefusedHere : Refused;
    case ErrorCode::VaultUnavailable: return NoVault;
    default: return InternalFault;
    }
}

QString localTime(core::Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

// Flushed when the event loop comes round: at once for a person, in one piece under load.
void Shell::line(const QString &text)
{
    std::fprintf(stdout, "%s\n", qUtf8Printable(domain::terminalText(text)));
    if (!std::exchange(m_isFlushing, true))
        QTimer::singleShot(0, this, [this] {
            m_isFlushing = false;
            std::fflush(stdout);
        });
}

void Shell::note(const QString &text)
{
    if (m_isProgressShown)
        std::fprintf(stderr, "\r\033[K");
    m_isProgressShown = false;
    std::fprintf(stderr, "%s\n", qUtf8Printable(domain::terminalText(text)));
}

void Shell::showLink(const QString &link)
{
    if (link.isEmpty())
        return;
    note(isatty(STDERR_FILENO)
             ? QStringLiteral("Link for the person: ") + link
             : QStringLiteral(
                   "The link is shown on a terminal only. Without one, send it with --delivery sms or email."));
}

void Shell::progress(const QString &text)
{
    if (!isatty(STDERR_FILENO))
        return;
    std::fprintf(stderr, "\r\033[K%s", qUtf8Printable(domain::terminalText(text)));
    std::fflush(stderr);
    m_isProgressShown = true;
}

void Shell::print(const QJsonObject &object)
{
    line(QString::fromUtf8(domain::safeJson(QJsonDocument(object).toJson(QJsonDocument::Compact))));
}

void Shell::printPretty(const QJsonDocument &document)
{
    const auto rows = document.toJson().trimmed().split('\n');
    for (const QByteArray &row : rows)
        line(QString::fromUtf8(domain::safeJson(row)));
}

bool Shell::writeFile(const char *option, const QString &path, const QByteArray &bytes)
{
    const auto written = core::writeFile(path, bytes);
    if (!written)
        fail(core::fieldError(QLatin1String(option), written.error().text));
    return bool(written);
}

void Shell::finish(int code)
{
    if (m_isFinished)
        return;
    m_isFinished = true;
    if (m_isProgressShown)
        note({});
    std::fflush(stdout);
    const auto end = [code] {
        QTimer::singleShot(0, QCoreApplication::instance(), [code] { QCoreApplication::exit(code); });
    };
    if (!m_console || !store::Ledger::hasWrittenAudit())
        return end();
    // What was recorded is remembered outside the log. A keychain that does not answer holds nobody up.
    auto *trail = new services::AuditTrail(m_console->context(), this);
    QTimer::singleShot(std::chrono::seconds(3), trail, end);
    core::whenDone<core::Unit>(trail->remember(), trail, [end](const core::Status &) { end(); });
}

void Shell::usage(const QString &text)
{
    note(QStringLiteral("idvctl: ") + text);
    finish(Usage);
}

void Shell::fail(const core::Error &e)
{
    const QString field = e.field.isEmpty() ? QString() : QStringLiteral("--") + e.field + QStringLiteral(": ");
    note(QStringLiteral("idvctl: ") + field + e.text.section(QLatin1Char('\n'), 0, 0));
    for (const QString &l : domain::details(e).split(QLatin1Char('\n')).mid(2))
        note(QStringLiteral("  ") + l);
    if (isJson()) {
        QJsonObject o{{QStringLiteral("code"), core::codeName(e.code)}, {QStringLiteral("text"), e.text}};
        const auto add = [&o](const char *key, const QString &v) {
            if (!v.isEmpty())
                o.insert(QLatin1String(key), v);
        };
        add("field", e.field);
        add("detail", e.detail);
        add("trackingId", e.trackingId);
        add("requestId", e.requestId);
        print({{QStringLiteral("error"), o}});
    }
    finish(exitCodeOf(e));
}

bool Shell::parse(const QString &syntax, const QList<QCommandLineOption> &options, int minPositional, int maxPositional)
{
    m_parser.addOptions(options);
    m_known = {QStringLiteral("json"), QStringLiteral("secrets")};
    for (const QCommandLineOption &o : options)
        m_known << o.names();
    m_parser.addOption({QStringLiteral("json"), QStringLiteral("JSON on standard output")});
    m_parser.addOption({QStringLiteral("secrets"), QStringLiteral("\"-\": one JSON object on standard input"),
        QStringLiteral("SOURCE")});
    if (!m_parser.parse(m_arguments)) {
        note(QStringLiteral("idvctl: ") + m_parser.errorText());
        note(QStringLiteral("Use: idvctl ") + syntax);
        finish(Usage);
        return false;
    }
    m_positional = m_parser.positionalArguments();
    if (m_positional.size() < minPositional || m_positional.size() > maxPositional) {
        usage(QStringLiteral("Use: idvctl ") + syntax);
        return false;
    }
    if (isSet("secrets") && value("secrets") != QLatin1String("-")) {
        usage(QStringLiteral("--secrets: only \"-\" is accepted. Secrets are never given as arguments."));
        return false;
    }
    return true;
}

core::Result<QString> Shell::dataFolder() const
{
    return assembly::dataFolder(m_dataDir);
}

core::Status Shell::openConsole(bool rateLimit)
{
    if (m_console)
        return core::ok();
    const auto folder = dataFolder();
    if (!folder)
        return folder.error();
    assembly::ConsoleOptions o;
    o.dataDir = *folder;
    o.rateLimit = rateLimit;
    auto console = assembly::Console::open(o);
    if (!console)
        return console.error();
    m_console = *std::move(console);
    return core::ok();
}

Result<services::TenantSecrets> Shell::secrets()
{
    if (m_secrets)
        return *m_secrets;
    if (!isSet("secrets"))
        return m_secrets.emplace();
    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly))
        return core::fieldError(QStringLiteral("secrets"), QStringLiteral("Standard input cannot be read."));
    QByteArray bytes = in.readAll();
    QJsonParseError fault;
    const QJsonDocument doc = QJsonDocument::fromJson(bytes, &fault);
    const QJsonObject o = doc.object();
    core::wipe(bytes);
    if (fault.error != QJsonParseError::NoError || !doc.isObject())
        return core::fieldError(QStringLiteral("secrets"), QStringLiteral("Standard input is not one JSON object."));
    struct Known
    {
        QString key;
        core::SecretPtr services::TenantSecrets::*member;
        domain::SecretUse use;
    };
    using Taken = services::TenantSecrets;
    using domain::SecretUse;
    static const QList<Known> known{{services::secretname::sailpoint, &Taken::sailpoint, SecretUse::Text},
        {services::secretname::idv, &Taken::idv, SecretUse::Key},
        {services::secretname::workflowId, &Taken::workflowId, SecretUse::Text},
        {services::secretname::workflow, &Taken::workflow, SecretUse::Text},
        {services::secretname::callback, &Taken::callback, SecretUse::Text},
        {services::secretname::callbackNext, &Taken::callbackNext, SecretUse::Text},
        {services::secretname::events, &Taken::events, SecretUse::Key},
        {QStringLiteral("reviewerClientId"), &Taken::reviewerId, SecretUse::Text},
        {QStringLiteral("reviewerClientSecret"), &Taken::reviewer, SecretUse::Text},
        {QStringLiteral("triggerSecret"), &Taken::trigger, SecretUse::Text},
        {QStringLiteral("passphrase"), &Taken::passphrase, SecretUse::Text}};
    Taken all;
    for (auto it = o.begin(); it != o.end(); ++it) {
        const auto k =
            std::find_if(known.begin(), known.end(), [&it](const Known &one) { return one.key == it.key(); });
        if (k == known.end())
            return core::fieldError(
                QStringLiteral("secrets"), QStringLiteral("\"%1\" is no key of a secret.").arg(it.key()));
        const auto taken = domain::takenSecret(it.key(), it.value().toString(), k->use);
        if (!taken)
            return core::fieldError(
                QStringLiteral("secrets"), QStringLiteral("\"%1\": %2").arg(it.key(), taken.error().text));
        if (!*taken)
            return core::fieldError(QStringLiteral("secrets"), QStringLiteral("\"%1\" is no text.").arg(it.key()));
        all.*(k->member) = *taken;
    }
    m_secrets = all;
    return *m_secrets;
}

void Shell::withTenant(std::function<void(const domain::Tenant &)> then)
{
    if (value("tenant").isEmpty())
        return usage(QStringLiteral("--tenant: name the tenant."));
    const auto given = secrets();
    if (!given)
        return fail(given.error());
    if (const auto opened = openConsole(!isSet("no-rate-limit")); !opened)
        return fail(opened.error());
    core::whenDone<domain::Tenant>(m_console->tenants().byName(value("tenant")), this,
        [this, then = std::move(then), given = *given](const Result<domain::Tenant> &t) {
            if (!t)
                return fail(t.error());
            domain::Tenant tenant = *t;
            const auto hold = [&](const QString &name, const core::SecretPtr &s) {
                if (s)
                    m_console->vault().hold(services::secretKey(tenant.id, name), s);
            };
            hold(services::secretname::sailpoint, given.sailpoint);
            hold(services::secretname::idv, given.idv);
            hold(services::secretname::workflowId, given.workflowId);
            hold(services::secretname::workflow, given.workflow);
            hold(services::secretname::callback, given.callback);
            hold(services::secretname::callbackNext, given.callbackNext);
            hold(services::secretname::events, given.events);
            if (given.sailpoint)
                tenant.secretsMissing = false;
            then(tenant);
        });
}

void Shell::withTenantSession(std::function<void(services::TenantSession &)> then)
{
    withTenant([this, then = std::move(then)](const domain::Tenant &tenant) { openTenantSession(tenant, then); });
}

void Shell::openTenantSession(const domain::Tenant &tenant, const std::function<void(services::TenantSession &)> &then)
{
    auto tenantSession = services::TenantSession::open(tenant, m_console->context());
    if (!tenantSession)
        return fail(tenantSession.error());
    m_tenantSession = *std::move(tenantSession);
    connect(&m_tenantSession->verifier(), &services::Verifier::unwritten, this, [this](const QString &why) {
        note(QStringLiteral(
            "The provider has answered, and the answer cannot be written yet: %1 Keep this running; it is tried again.")
                 .arg(why));
    });
    then(*m_tenantSession);
}

void Shell::run(const QStringList &arguments)
{
    QStringList rest = arguments.mid(1);
    if (rest.value(0) == QLatin1String("--data-dir")) {
        m_dataDir = rest.value(1);
        rest = rest.mid(2);
        if (m_dataDir.isEmpty() || m_dataDir.startsWith(QLatin1String("--")))
            return usage(QStringLiteral("--data-dir: name a folder."));
    }
    const QString command = rest.isEmpty() ? QStringLiteral("help") : rest.takeFirst();
    m_arguments = QStringList{QStringLiteral("idvctl")} + rest;
    const QString verb = rest.value(0);
    if (command == QLatin1String("tenant") || command == QLatin1String("lab") || command == QLatin1String("policy") ||
        command == QLatin1String("campaign") || command == QLatin1String("audit") ||
        command == QLatin1String("privacy") || command == QLatin1String("settings")) {
        if (rest.isEmpty())
            return usage(command + QStringLiteral(": say what to do; idvctl help lists the forms."));
        m_arguments.removeAt(1);
        if (command == QLatin1String("policy"))
            return policyCommand(*this, verb);
        if (command == QLatin1String("settings"))
            return settingsCommand(*this, verb);
        if (command == QLatin1String("privacy"))
            return privacyCommand(*this, verb);
        if (command == QLatin1String("audit"))
            return auditCommand(*this, verb);
        if (command == QLatin1String("campaign"))
            return campaignCommand(*this, verb);
        return command == QLatin1String("lab") ? labCommand(*this, verb) : tenantCommand(*this, verb);
    }
    if (command == QLatin1String("backup"))
        return backupCommand(*this);
    if (command == QLatin1String("restore"))
        return restoreCommand(*this);
    if (command == QLatin1String("sync"))
        return syncCommand(*this);
    if (command == QLatin1String("identities"))
        return identitiesCommand(*this);
    if (command == QLatin1String("verify"))
        return verifyCommand(*this);
    if (command == QLatin1String("sessions")) {
        const bool isVerb =
            verb == QLatin1String("show") || verb == QLatin1String("resend") || verb == QLatin1String("cancel");
        return isVerb ? sessionVerb(*this, verb) : sessionsCommand(*this);
    }
    if (command == QLatin1String("review"))
        return reviewCommand(*this);
    if (command == QLatin1String("operator"))
        return operatorCommand(*this);
    if (command == QLatin1String("reset-password"))
        return resetPasswordCommand(*this);
    if (command == QLatin1String("receive"))
        return receiveCommand(*this);
    if (command == QLatin1String("identity"))
        return identityCommand(*this);
    if (command == QLatin1String("profile"))
        return profileCommand(*this);
    if (command == QLatin1String("trigger"))
        return triggerCommand(*this);
    if (command == QLatin1String("workflow"))
        return workflowCommand(*this);
    if (command == QLatin1String("doctor"))
        return diagnosisCommand(*this);
    if (command == QLatin1String("report"))
        return reportCommand(*this);
    if (command == QLatin1String("evidence"))
        return evidenceCommand(*this);
    if (command == QLatin1String("drift"))
        return driftCommand(*this);
    if (command == QLatin1String("exempt"))
        return exemptCommand(*this);
    if (command == QLatin1String("due"))
        return dueCommand(*this);
    if (command == QLatin1String("task"))
        return taskCommand(*this);
    if (command == QLatin1String("callbacks"))
        return callbacksCommand(*this);
    if (command == QLatin1String("activity"))
        return activityCommand(*this);
    if (command == QLatin1String("approvals"))
        return approvalsCommand(*this);
    if (command == QLatin1String("reviews"))
        return reviewsCommand(*this);
    if (command == QLatin1String("proposals"))
        return proposalsCommand(*this);
    if (command == QLatin1String("event-rules"))
        return eventRulesCommand(*this);
    if (command == QLatin1String("demo"))
        return demoCommand(*this);
    if (command == QLatin1String("--version")) {
        line(QStringLiteral("idvctl " IDV_VERSION));
        return finish(Done);
    }
    if (command == QLatin1String("help") || command == QLatin1String("--help")) {
        std::fputs(helpText, stdout);
        return finish(arguments.size() > 1 ? Done : Usage);
    }
    std::fputs(helpText, stderr);
    usage(QStringLiteral("\"%1\" is no command.").arg(command));
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
    Shell shell;
    QTimer::singleShot(0, &shell, [&shell] { shell.run(QCoreApplication::arguments()); });
    return QCoreApplication::exec();
}

} // namespace cli
