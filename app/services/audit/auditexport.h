#pragma once
#include "core/async.h"
#include "core/clock.h"
#include "domain/audit/audit.h"
#include <QObject>
#include <QSet>
#include <atomic>
#include <memory>
#include <optional>
#include <string>

namespace services {

class AuditTrail;
class ExportFile;
struct Context;
struct ExportReport;

struct AuditExportOptions
{
    bool isCsv = false;                     ///< for reading; only JSON Lines can be proved
    bool isRedacted = false;                ///< names and contacts stay out; the chain is proved by their digests
    std::optional<QSet<qint64>> valuesOf{}; ///< an excerpt: names and contacts of these entries only
};

/// The audit log into a file: header with the public key, the entries, the signed heads, an end that is signed over all
/// of it. The head is signed first. That it was exported, and the file's hash, is an entry of the log. Whole or not
/// there at all; cancelled without a trace.
class AuditExport : public QObject
{
    Q_OBJECT
public:
    AuditExport(AuditTrail &trail, Context &context, QObject *parent = nullptr);
    ~AuditExport() override;
    core::Async<ExportReport> run(const AuditExportOptions &options, const QString &path);
    void cancel() { m_isCancelled->store(true); }
    qint64 done() const { return m_done->load(); }

private:
    struct Writing
    {
        std::shared_ptr<ExportFile> file;
        std::string text;
        std::optional<core::Error> problem;
        QByteArray head;
        core::Instant at = 0;
    };
    static std::string headerLine(const QByteArray &key, const Writing &state, bool isRedacted);
    core::Status appendEnd(Writing &state, const QList<domain::Checkpoint> &checkpoints, qint64 entries) const;
    core::Async<ExportReport> write(const AuditExportOptions &options, const QString &path, qint64 entries);
    AuditTrail &m_trail;
    Context &m_context;
    std::shared_ptr<std::atomic<bool>> m_isCancelled = std::make_shared<std::atomic<bool>>(false);
    std::shared_ptr<std::atomic<qint64>> m_done = std::make_shared<std::atomic<qint64>>(0);
};

} // namespace services
