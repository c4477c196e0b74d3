#include "core/outputfile.h"
#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace core {

static Error refused(const char *text, const QString &first, const QString &second = {})
{
    const QString said = QCoreApplication::translate("OutputFile", text);
    return makeError(ErrorCode::Storage, second.isEmpty() ? said.arg(first) : said.arg(first, second));
}

Status mayWriteTo(const QString &path)
{
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
