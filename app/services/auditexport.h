#pragma once
#include "core/async.h"
#include <QObject>
#include <QSet>
#include <optional>
#include <atomic>
#include <memory>

namespace services {

class AuditTrail;
struct Context;
struct ExportReport;

struct AuditExportOptions
{
    bool isCsv = false;        ///< for reading; only JSON Lines can be proved
    bool isRedacted = false;   ///< names and contacts stay out; the chain is proved by their digests
    std::optional<QSet<qint64>> valuesOf{}; ///< an excerpt: names and contacts of these entries only
};

/// The audit log into a file: header with the public key, the entries, the signed heads, an end. The head is signed first.
/// That it was exported, and the file's hash, is an entry of the log. Whole or not there at all; cancelled without a trace.
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
    core::Async<ExportReport> write(const AuditExportOptions &options, const QString &path, qint64 entries);
    AuditTrail &m_trail;
    Context &m_context;
    std::shared_ptr<std::atomic<bool>> m_isCancelled = std::make_shared<std::atomic<bool>>(false);
    std::shared_ptr<std::atomic<qint64>> m_done = std::make_shared<std::atomic<qint64>>(0);
};

} // namespace services
