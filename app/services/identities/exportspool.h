#pragma once
#include "core/result.h"
#include <QTemporaryFile>
#include <memory>
#include <string>
#include <vector>

namespace services {

class ExportFile;

/// Lines that come in any order and leave in theirs. In a file without a name beside the export, readable by its owner
/// only and gone with this object. Thread: any, one at a time.
class ExportSpool
{
public:
    /// For at most `places` lines. Storage when the folder does not take it.
    static core::Result<std::shared_ptr<ExportSpool>> open(const QString &folder, size_t places);
    core::Status add(size_t place, std::string_view line);
    /// Everything in order of its place, behind what `file` has already.
    core::Status moveTo(ExportFile &file);

private:
    struct Piece
    {
        quint64 at = 0;
        quint32 size = 0;
    };
    ExportSpool(const QString &pattern, size_t places) : m_file(pattern), m_pieces(places) {}
    core::Status flush();
    core::Error problem() const;
    QTemporaryFile m_file;
    std::vector<Piece> m_pieces;
    std::string m_buffer;
    quint64 m_written = 0;
};

} // namespace services
