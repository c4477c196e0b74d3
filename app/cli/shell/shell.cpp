#include "cli/shell/shell.h"
#include "assembly/console.h"
#include "cli/shell/helptext.h"
#include "core/async.h"
#include "core/outputfile.h"
#include "domain/text/messages.h"
#include "services/audit/audittrail.h"
#include "store/ledger/ledger.h"
#include <QCoreApplication>
#include <QTimer>
#include <cstdio>

namespace cli {

Shell::Shell(CommandTable commands) : m_commands(std::move(commands)), m_secretInput(m_arguments), m_opening(*this) {}
Shell::~Shell()
{
    // Commands that still run use the tenant session and the console: they go first.
    qDeleteAll(findChildren<QObject *>(QString(), Qt::FindDirectChildrenOnly));
    m_opening.closeTenantSession();
    std::fflush(stdout);
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
    m_output.flush();
    // What nobody could read is not done, whatever became of it.
    if (m_output.hasFailed())
        m_output.note(QStringLiteral("idvctl: Standard output could not be written: the result is not whole."));
    const int told = m_output.hasFailed() && code == Done ? int(InternalFault) : code;
    const auto end = [code = told] {
        QTimer::singleShot(0, QCoreApplication::instance(), [code] { QCoreApplication::exit(code); });
    };
    if (!m_opening.isConsoleOpen() || !store::hasWrittenAudit())
        return end();
    // What was recorded is remembered outside the log. A keychain that does not answer holds nobody up.
    auto *trail = new services::AuditTrail(m_opening.console().context(), this);
    QTimer::singleShot(std::chrono::seconds(3), trail, end);
    core::whenDone<core::Unit>(trail->remember(), trail, [end](const core::Status &) { end(); });
}

void Shell::usage(const QString &text)
{
    m_output.note(QStringLiteral("idvctl: ") + text);
    if (m_wantsJson)
        printError(core::makeError(core::ErrorCode::Usage, text));
    finish(Usage);
}

void Shell::printError(const core::Error &e)
{
    QJsonObject o{{QStringLiteral("code"), core::codeName(e.code)}, {QStringLiteral("text"), e.text}};
    const auto add = [&o](const char *key, const QString &v) {
        if (!v.isEmpty())
            o.insert(QLatin1String(key), v);
    };
    add("field", e.field);
    add("reason", core::reasonName(e.reason));
    add("cause", core::connectionCauseName(e.cause));
    add("detail", e.detail);
    add("trackingId", e.trackingId);
    add("requestId", e.requestId);
    m_output.print({{QStringLiteral("error"), o}});
}

void Shell::fail(const core::Error &e)
{
    const QString field = e.field.isEmpty() ? QString() : QStringLiteral("--") + e.field + QStringLiteral(": ");
    m_output.note(QStringLiteral("idvctl: ") + field + e.text.section(QLatin1Char('\n'), 0, 0));
    if (e.cause != core::ConnectionCause::None)
        m_output.note(QStringLiteral("  ") + domain::userMessage(e, domain::Vendor::Console).advice);
    for (const QString &l : domain::details(e).split(QLatin1Char('\n')).mid(2))
        m_output.note(QStringLiteral("  ") + l);
    if (m_wantsJson)
        printError(e);
    finish(exitCodeOf(e));
}

bool Shell::hasTaken(const CommandForm &form, const QStringList &given)
{
    const QString use = QStringLiteral("Use: idvctl ") + form.syntax;
    if (const auto fault = m_arguments.parse(form.options, given)) {
        usage(*fault);
        m_output.note(use);
        return false;
    }
    if (positional().size() < form.leastPositional || positional().size() > form.mostPositional) {
        usage(use);
        return false;
    }
    if (isSet("secrets") && value("secrets") != QLatin1String("-")) {
        usage(QStringLiteral("--secrets: only \"-\" is accepted. Secrets are never given as arguments."));
        return false;
    }
    return hasTakenOutput();
}

// What is written after other lines are printed takes standard output before them.
bool Shell::hasTakenOutput()
{
    int files = 0;
    for (const char *option : {"export", "report", "junit"})
        files += isSet(option) && core::isStandardOutput(value(option)) ? 1 : 0;
    if (files > 1) {
        usage(QStringLiteral("Standard output takes one file."));
        return false;
    }
    if (files == 1)
        core::takeStandardOutput();
    return true;
}

void Shell::runCommand(const Command &command, QStringList rest)
{
    if (rest.contains(QLatin1String("--help")) || rest.contains(QLatin1String("-h"))) {
        const QString verb = rest.value(0).startsWith(QLatin1Char('-')) ? QString() : rest.value(0);
        std::fputs(commandHelp(command, verb).constData(), stdout);
        return finish(Done);
    }
    const CommandForm *form = command.form(rest.value(0));
    if (!form && rest.isEmpty())
        return usage(command.name + QStringLiteral(": say what to do; idvctl help lists the forms."));
    if (!form)
        return usage(command.verbs);
    if (!form->verb.isEmpty())
        rest.removeFirst();
    if (hasTaken(*form, QStringList{QStringLiteral("idvctl")} + rest))
        form->run(*this);
}

void Shell::showHelp(int code)
{
    std::fputs(helpText(m_commands).constData(), stdout);
    finish(code);
}

void Shell::run(const QStringList &arguments)
{
    QStringList rest = arguments.mid(1);
    m_wantsJson = rest.contains(QLatin1String("--json"));
    if (rest.value(0) == QLatin1String("--data-dir")) {
        const QString folder = rest.value(1);
        if (folder.isEmpty() || folder.startsWith(QLatin1String("--")))
            return usage(QStringLiteral("--data-dir: name a folder."));
        m_opening.setDataDir(folder);
        rest = rest.mid(2);
    }
    const QString name = rest.isEmpty() ? QStringLiteral("help") : rest.takeFirst();
    if (const Command *command = m_commands.find(name))
        return runCommand(*command, rest);
    if (name == QLatin1String("--version")) {
        m_output.line(QStringLiteral("idvctl " IDV_VERSION));
        return finish(Done);
    }
    if (name == QLatin1String("help") || name == QLatin1String("--help"))
        return showHelp(arguments.size() > 1 ? Done : Usage);
    std::fputs(helpText(m_commands).constData(), stderr);
    usage(QStringLiteral("\"%1\" is no command.").arg(name));
}

} // namespace cli
