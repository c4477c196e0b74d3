#include "assembly/bootstrap.h"
#include "domain/text/outputtext.h"
#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QStandardPaths>
#include <cstdio>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace assembly {

static void writeLine(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    // Info lines are for those who ask (QT_LOGGING_RULES, --verbose); warnings always.
    static const bool isVerbose = qEnvironmentVariableIsSet("IDV_VERBOSE");
    if (type == QtInfoMsg && !isVerbose)
        return;
    std::fprintf(
        stderr, "%s: %s\n", context.category ? context.category : "idv", qUtf8Printable(domain::terminalText(message)));
}

void harden()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#ifndef __SANITIZE_ADDRESS__
    prctl(PR_SET_DUMPABLE, 0); // the leak checker must be able to look at this process
#endif
    qInstallMessageHandler(writeLine);
}

core::Result<QString> dataFolder(const QString &given)
{
    const QString path =
        QDir(given.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) : given)
            .absolutePath();
    if (!QDir().mkpath(path) || !QFileInfo(path).isWritable()) {
        core::Error e = core::fieldError(
            QStringLiteral("data-dir"), QStringLiteral("The folder \"%1\" cannot be created or written.").arg(path));
        e.code = core::ErrorCode::Storage;
        return e;
    }
    QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    return path;
}

QString operatorName()
{
    const passwd *user = getpwuid(getuid());
    if (!user)
        return QStringLiteral("uid %1").arg(getuid());
    const QString full = QString::fromUtf8(user->pw_gecos).section(QLatin1Char(','), 0, 0).trimmed();
    const QString login = QString::fromUtf8(user->pw_name);
    // Two accounts may share a full name; nobody shares a login.
    return full.isEmpty() || full == login ? login : QStringLiteral("%1 (%2)").arg(full, login);
}

} // namespace assembly
