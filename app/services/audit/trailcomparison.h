#pragma once
#include "core/async.h"
#include "domain/audit/audit.h"
#include <QHash>
#include <QObject>
#include <functional>
#include <memory>
#include <optional>

namespace services {

struct Context;
class TrailKey;
class TrailMemory;
struct TrailState;

/// Compares a chain that holds in itself with what was signed, with what is remembered outside, and the sessions with
/// what it recorded of them. What it finds stands in the state. Thread: the GUI's or main.
class TrailComparison : public QObject
{
    Q_OBJECT
public:
    /// All of them live longer.
    TrailComparison(
        Context &context, TrailState &state, TrailMemory &memory, const TrailKey &key, QObject *parent = nullptr);
    ~TrailComparison() override;

    /// An entry that the log has to hold, from a report.
    void expect(const std::optional<domain::ChainHead> &atLeast) { m_atLeast = atLeast; }
    /// Calls `done` once; with an error when the log cannot be read: then nothing is known.
    void run(const domain::ChainState &chain, const std::function<void(const core::Status &)> &done);

private:
    /// What the whole chain is compared with, once it was read.
    struct Compared
    {
        domain::ChainState chain;
        std::function<void(const core::Status &)> done;
        QList<domain::Checkpoint> checkpoints;
        std::optional<domain::ChainHead> remembered;
        QHash<qint64, QByteArray> hashes; ///< of the entries that one of them names
    };
    core::Async<core::Unit> askMemory(const std::shared_ptr<Compared> &seen);
    core::Async<QList<domain::AuditRecord>> readNamed(const std::shared_ptr<Compared> &seen);
    void compareSignatures(const std::shared_ptr<Compared> &seen);
    void noteSignatures(const Compared &seen, int good);
    void compareMemories(const Compared &seen);
    void compareMemory(const Compared &seen, const std::optional<domain::ChainHead> &known, const QString &problem);
    void proveRows(const QString &after, std::function<void()> finish);

    Context &m_context;
    TrailState &m_state;
    TrailMemory &m_memory;
    const TrailKey &m_key;
    std::optional<domain::ChainHead> m_atLeast;
};

} // namespace services
