#include "services/identities/exportfile.h"
#include "core/logfailure.h"
#include "core/outputfile.h"
#include "services/tenants/context.h"
#include "services/tenants/internal/stores.h"
#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryFile>
#include <QThreadPool>
#include <openssl/evp.h>

namespace services {

void ExportFile::FreeHash::operator()(evp_md_ctx_st *context) const
{
    EVP_MD_CTX_free(context);
}

static std::unique_ptr<QFileDevice> fileFor(const QString &path, bool isPiped)
{
    if (isPiped)
        return std::make_unique<QTemporaryFile>();
    auto file = std::make_unique<QSaveFile>(path);
    file->setDirectWriteFallback(false);
    return file;
}

ExportFile::ExportFile(const QString &path)
    : m_isPiped(core::isStandardOutput(path)), m_file(fileFor(path, m_isPiped)), m_hash(EVP_MD_CTX_new())
{
    EVP_DigestInit_ex(m_hash.get(), EVP_sha256(), nullptr);
}

// Of what was appended so far; more may follow.
QByteArray ExportFile::digest() const
{
    const std::unique_ptr<evp_md_ctx_st, FreeHash> copy(EVP_MD_CTX_new());
    QByteArray raw(32, '\0');
    EVP_MD_CTX_copy_ex(copy.get(), m_hash.get());
    EVP_DigestFinal_ex(copy.get(), reinterpret_cast<unsigned char *>(raw.data()), nullptr);
    return raw.toHex();
}

core::Error ExportFile::problem() const
{
    return core::makeError(core::ErrorCode::Storage,
        QCoreApplication::translate("ExportFile", "The file cannot be written: %1").arg(m_file->errorString()));
}

core::Result<std::shared_ptr<ExportFile>> ExportFile::open(const QString &path)
{
    if (const auto may = core::mayWriteTo(path); !may)
        return may.error();
    std::shared_ptr<ExportFile> file(new ExportFile(path));
    if (!file->m_file->open(file->m_isPiped ? QIODevice::ReadWrite : QIODevice::WriteOnly))
        return file->problem();
    // Other people's names stand in it: only its owner reads it.
    file->m_file->setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return file;
}

core::Result<QString> freeSideFile(const QString &path, const QString &ending)
{
    if (core::isStandardOutput(path))
        return core::fieldError(
            QStringLiteral("file"), QCoreApplication::translate("ExportFile",
                                        "This export has two files: give it a name instead of the standard output."));
    const QFileInfo first(path);
    const QFileInfo side(first.path() + QLatin1Char('/') + first.completeBaseName() + ending);
    // Beside its own first file it is replaced with it, as a nightly report is; alone it is somebody else's.
    if ((side.exists() && !first.exists()) || side.isSymLink())
        return core::makeError(core::ErrorCode::Conflict,
            QCoreApplication::translate("ExportFile", "%1 is written beside it, and is there already. Nothing was "
                                                      "written: choose another name, or move that file away.")
                .arg(side.filePath()));
    return side.filePath();
}

core::Status ExportFile::append(std::string &text, bool isLast)
{
    constexpr size_t worthWhile = 256 * 1024;
    if (text.size() < worthWhile && !isLast)
        return core::ok();
    EVP_DigestUpdate(m_hash.get(), text.data(), text.size());
    if (m_file->write(text.data(), qint64(text.size())) != qint64(text.size()))
        return problem();
    text.clear();
    return core::ok();
}

core::Status ExportFile::commit()
{
    if (m_isPiped)
        return copyToStandardOutput();
    if (!static_cast<QSaveFile *>(m_file.get())->commit())
        return problem();
    return core::ok();
}

core::Status ExportFile::copyToStandardOutput()
{
    if (!m_file->flush() || !m_file->seek(0))
        return problem();
    constexpr qint64 piece = 1024 * 1024;
    while (!m_file->atEnd()) {
        const QByteArray bytes = m_file->read(piece);
        if (bytes.isEmpty())
            return problem();
        if (const auto written = core::writeStandardOutput(bytes); !written)
            return written;
    }
    return core::writeStandardOutput({}); // an empty one is taken, too
}

// The file lives through several threads, one after the other: whoever writes it, then a pool thread that flushes.
core::Async<ExportReport> placeExport(Context &context, QObject *owner, std::shared_ptr<ExportFile> file,
    const ExportReport &report, domain::AuditEvent event)
{
    event.actor = context.operatorName;
    event.data.insert(QStringLiteral("rows"), report.rows);
    event.data.insert(QStringLiteral("sha256"), QString::fromLatin1(report.sha256));
    event.data.insert(QStringLiteral("file"), QFileInfo(report.path).fileName());
    const auto record = [&context, event](const char *outcome) {
        domain::AuditEvent a = event;
        a.outcome = QLatin1String(outcome);
        return context.ledger->audit().append(a);
    };
    core::Deferred<ExportReport> out;
    const auto placed = core::andThen<core::Unit>(record("intent"), owner, [file = std::move(file)](core::Unit) {
        core::Deferred<core::Unit> done;
        QThreadPool::globalInstance()->start([file, done] { done.resolve(file->commit()); });
        return done.future();
    });
    core::whenDone<core::Unit>(placed, owner, [owner, record, report, out](const core::Status &r) {
        core::whenDone<core::Unit>(
            record(r ? "done" : "failed"), owner, [out, report, r](const core::Status &recorded) {
                if (!recorded) // the intent stands in the log, and the file is where it belongs
                    core::writeFailure(lcService(), "The end of an export could not be recorded.", recorded.error());
                r ? out.resolve(report) : out.resolve(r.error());
            });
    });
    return out.future();
}

} // namespace services
