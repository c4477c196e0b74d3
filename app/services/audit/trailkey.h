#pragma once
#include "core/async.h"
#include "core/secret.h"
#include "domain/audit/audit.h"
#include <QObject>

namespace services {

struct Context;
struct TrailState;

/// The key by which this console signs its audit log: in the keychain, made by the first console of a data folder. What
/// it is, or why there is none, stands in the state. Thread: the GUI's or main.
class TrailKey : public QObject
{
    Q_OBJECT
public:
    /// `state` lives longer.
    TrailKey(Context &context, TrailState &state, QObject *parent = nullptr);
    ~TrailKey() override;

    /// Asks the keychain until it gave the key; never fails.
    core::Async<core::Unit> load();
    /// Records that this key signs from here, where another one did before.
    core::Async<core::Unit> recordChange();
    /// Conflict where there is no key.
    core::Result<QByteArray> signature(const QByteArray &message) const;
    bool isThere() const { return m_seed != nullptr; }
    /// By this object?
    bool wasMade() const { return m_wasMade; }

private:
    domain::AuditEvent keyEntry(const QByteArray &key, const QList<domain::Checkpoint> &earlier) const;
    void take(const core::SecretPtr &seed);
    void make(const core::Deferred<core::Unit> &out);

    Context &m_context;
    TrailState &m_state;
    core::SecretPtr m_seed;
    bool m_isLoaded = false;
    bool m_wasMade = false;
};

} // namespace services
