#pragma once
#include "core/async.h"
#include "domain/audit/audit.h"
#include <QObject>
#include <optional>

namespace services {

struct Context;

/// What the keychain remembers of the audit log of this data folder: the last entry that was proved, so that a log that
/// was cut off or replaced is seen. Thread: the GUI's or main.
class TrailMemory : public QObject
{
    Q_OBJECT
public:
    explicit TrailMemory(Context &context, QObject *parent = nullptr);
    ~TrailMemory() override;

    /// None: nothing. An error where the keychain cannot be asked or read.
    core::Async<std::optional<domain::ChainHead>> remembered();
    /// What is remembered of a later entry stays.
    core::Async<core::Unit> keep(const domain::ChainHead &head);
    /// Whatever was remembered.
    core::Async<core::Unit> replace(const domain::ChainHead &head);

private:
    Context &m_context;
};

} // namespace services
