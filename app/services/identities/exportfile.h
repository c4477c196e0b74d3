#pragma once
#include "core/async.h"
#include "domain/audit/audit.h"
#include "services/audit/exportreport.h"
#include <QFileDevice>
#include <memory>
#include <string>

struct evp_md_ctx_st;

namespace services {

struct Context;

/// A file that is there whole or not at all: written beside its place, hashed on the way, renamed by commit(). Without
/// commit() nothing stays. For the standard output it waits in a file without a name, and goes there by commit().
/// Thread: any, one at a time.
class ExportFile
{
public:
    /// Storage with the system's reason when the folder does not take it.
    static core::Result<std::shared_ptr<ExportFile>> open(const QString &path);
    /// Takes `text` (and empties it) once it is worth a write.
    core::Status append(std::string &text, bool isLast = false);
    /// SHA-256 of all that was appended, in hexadecimal.
    QByteArray digest() const;
    /// To the disk and to its place.
    core::Status commit();

private:
    explicit ExportFile(const QString &path);
    core::Error problem() const;
    core::Status copyToStandardOutput();
    bool m_isPiped;
    std::unique_ptr<QFileDevice> m_file; ///< a QSaveFile; piped a QTemporaryFile, which has no name on this system
    // OpenSSL's: with the processor's own instructions, six times as fast as Qt's.
    struct FreeHash
    {
        void operator()(evp_md_ctx_st *context) const;
    };
    std::unique_ptr<evp_md_ctx_st, FreeHash> m_hash;
};

/// Where the second file of a pair goes: beside the first, with `ending` for its suffix. A pair is replaced as one;
/// Conflict when the second is there without the first, or is a link: nobody was asked about that one.
core::Result<QString> freeSideFile(const QString &path, const QString &ending);

/// Gives a file that was written its place: recorded before it is anywhere (`event` gets rows, hash and name), and
/// again with what became of it. `owner` lives until then.
core::Async<ExportReport> placeExport(Context &context, QObject *owner, std::shared_ptr<ExportFile> file,
    const ExportReport &report, domain::AuditEvent event);

} // namespace services
