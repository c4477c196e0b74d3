#include "ui/common/filetext.h"
#include "core/outputfile.h"
#include <QCoreApplication>
#include <QFile>

namespace ui {

core::Result<QByteArray> fileText(const QString &name, qint64 most)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return core::makeError(core::ErrorCode::Storage, file.errorString());
    if (file.size() > most)
        return core::makeError(core::ErrorCode::Storage,
            QCoreApplication::translate("FileText", "The file is larger than %1 MB.").arg(most / 1024 / 1024));
    return file.readAll();
}

core::Status saveText(const QString &name, const QByteArray &text)
{
    return core::writeFile(name, text);
}

} // namespace ui
