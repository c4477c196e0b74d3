#include "services/exportfile.h"
#include <QCoreApplication>

namespace services {

core::Error ExportFile::problem() const
{
    return core::makeError(core::ErrorCode::Storage, QCoreApplication::translate("ExportFile", "The file cannot be written: %1").arg(m_file.errorString()));
}

core::Result<std::shared_ptr<ExportFile>> ExportFile::open(const QString &path)
{
    std::shared_ptr<ExportFile> file(new ExportFile(path));
    file->m_file.setDirectWriteFallback(false);
    if (!file->m_file.open(QIODevice::WriteOnly))
        return file->problem();
    // Other people's names stand in it: only its owner reads it.
    file->m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return file;
}

core::Status ExportFile::append(std::string &text, bool isLast)
{
    constexpr size_t worthWhile = 256 * 1024;
    if (text.size() < worthWhile && !isLast)
        return core::ok();
    m_hash.addData({text.data(), qsizetype(text.size())});
    if (m_file.write(text.data(), qint64(text.size())) != qint64(text.size()))
        return problem();
    text.clear();
    return core::ok();
}

core::Status ExportFile::commit()
{
    if (!m_file.commit())
        return problem();
    return core::ok();
}

} // namespace services
