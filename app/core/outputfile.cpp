#include "core/outputfile.h"
#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <unistd.h>

namespace core {

static Error refused(const char *text, const QString &first, const QString &second = {})
{
    const QString said = QCoreApplication::translate("OutputFile", text);
    return makeError(ErrorCode::Storage, second.isEmpty() ? said.arg(first) : said.arg(first, second));
}

static std::atomic<bool> isOffered{false};
static std::atomic<bool> isTaken{false};

void offerStandardOutput()
{
    isOffered = true;
}

bool isStandardOutput(const QString &path)
{
    return isOffered && path == QLatin1String("-");
}

void takeStandardOutput()
{
    isTaken = true;
}

bool isStandardOutputTaken()
{
    return isTaken;
}

Status writeStandardOutput(const QByteArray &bytes)
{
    isTaken = true;
    const bool isWhole = std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout) == size_t(bytes.size());
    if (!isWhole || std::fflush(stdout) != 0)
        return refused(QT_TRANSLATE_NOOP("OutputFile", "%1 cannot be written: %2"),
            QCoreApplication::translate("OutputFile", "Standard output"), QString::fromLocal8Bit(std::strerror(errno)));
    return ok();
}

Status mayWriteTo(const QString &path)
{
    if (isStandardOutput(path) && isatty(STDOUT_FILENO) != 0)
        return refused(QT_TRANSLATE_NOOP("OutputFile", "%1 is a terminal. Send it to a file or a program."),
            QCoreApplication::translate("OutputFile", "Standard output"));
    if (isStandardOutput(path))
        return ok();
    const QFileInfo there(path);
    if (there.isSymLink())
        return refused(
            QT_TRANSLATE_NOOP("OutputFile", "%1 is a link to another place. Nothing was written: choose another name."),
            path);
    if (there.exists() && !there.isFile())
        return refused(
            QT_TRANSLATE_NOOP("OutputFile", "%1 is no file. Nothing was written: choose another name."), path);
    return ok();
}

Status writeFile(const QString &path, const QByteArray &bytes)
{
    if (const auto may = mayWriteTo(path); !may)
        return may;
    if (isStandardOutput(path))
        return writeStandardOutput(bytes);
    QSaveFile file(path);
    file.setDirectWriteFallback(false);
    const bool isOpen = file.open(QIODevice::WriteOnly);
    if (isOpen)
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!isOpen || file.write(bytes) != bytes.size() || !file.commit())
        return refused(QT_TRANSLATE_NOOP("OutputFile", "%1 cannot be written: %2"), path, file.errorString());
    return ok();
}

} // namespace core
