#include "services/identities/exportspool.h"
#include "services/identities/exportfile.h"
#include <QCoreApplication>
#include <QDir>

namespace services {

static constexpr size_t worthWhile = 1024 * 1024;

core::Error ExportSpool::problem() const
{
    return core::makeError(core::ErrorCode::Storage,
        QCoreApplication::translate("ExportFile", "The file cannot be written: %1").arg(m_file.errorString()));
}

core::Result<std::shared_ptr<ExportSpool>> ExportSpool::open(const QString &folder, size_t places)
{
    std::shared_ptr<ExportSpool> spool(
        new ExportSpool(QDir(folder).filePath(QStringLiteral(".idv-export-XXXXXX")), places));
    if (!spool->m_file.open())
        return spool->problem();
    return spool;
}

core::Status ExportSpool::flush()
{
    if (m_file.write(m_buffer.data(), qint64(m_buffer.size())) != qint64(m_buffer.size()))
        return problem();
    m_written += m_buffer.size();
    m_buffer.clear();
    return core::ok();
}

core::Status ExportSpool::add(size_t place, std::string_view line)
{
    m_pieces.at(place) = {m_written + m_buffer.size(), quint32(line.size())};
    m_buffer += line;
    return m_buffer.size() < worthWhile ? core::ok() : flush();
}

core::Status ExportSpool::moveTo(ExportFile &file)
{
    if (const auto r = flush(); !r)
        return r;
    if (!m_file.flush())
        return problem();
    const auto *bytes = m_written > 0 ? reinterpret_cast<const char *>(m_file.map(0, qint64(m_written))) : "";
    if (!bytes)
        return problem();
    std::string text;
    for (const Piece &p : m_pieces) {
        text.append(bytes + p.at, p.size);
        if (const auto r = file.append(text); !r)
            return r;
    }
    return file.append(text, true);
}

} // namespace services
