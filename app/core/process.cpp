#include "core/process.h"
#include <QFile>
#include <QSysInfo>
#include <QUuid>
#include <cerrno>
#include <csignal>
#include <sys/types.h>
#include <unistd.h>

namespace core {

// "pid:[4026531836]"; empty where the system tells nothing: then nobody is ever said to be gone.
static QString pidNamespace()
{
    return QFile::symLinkTarget(QStringLiteral("/proc/self/ns/pid")).section(QLatin1Char('/'), -1);
}

QString processName()
{
    return QStringLiteral("%1/%2/%3/%4")
        .arg(QSysInfo::machineHostName(), pidNamespace())
        .arg(::getpid())
        .arg(QUuid::createUuid().toString(QUuid::WithoutBraces));
}

bool isProcessGone(const QString &name)
{
    const QStringList parts = name.split(QLatin1Char('/'));
    if (parts.size() != 4 || parts.at(0) != QSysInfo::machineHostName() || parts.at(1).isEmpty() ||
        parts.at(1) != pidNamespace())
        return false;
    const auto pid = pid_t(parts.at(2).toInt());
    return pid > 0 && ::kill(pid, 0) == -1 && errno == ESRCH;
}

} // namespace core
