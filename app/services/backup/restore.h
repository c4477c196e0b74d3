#pragma once
#include "core/async.h"
#include "core/clock.h"
#include "core/secret.h"
#include "core/vault.h"
#include "domain/audit/audit.h"
#include <QObject>
#include <QStringList>
#include <memory>
#include <optional>

namespace services {

struct RestoreOptions
{
    QString file;
    QString dataDir;
    core::SecretPtr passphrase;
    QString operatorName;
    std::optional<domain::ChainHead> atLeast; ///< an entry that it has to hold, from a report
    bool acceptsLoss = false;                 ///< the keychain remembers later entries than the backup holds
    bool acceptsBroken = false;               ///< its log is not whole
};

struct RestoreReport
{
    qint64 entries = 0;       ///< in the log, the restoration's own included
    domain::ChainHead backup; ///< where the backup ended
    domain::ChainHead head;   ///< where the log ends now
    QString seat;             ///< on which computer its last entry was written; empty: not recorded then
    core::Instant lastAt = 0; ///< and when
    qint64 lost = 0;          ///< entries that the keychain remembers and the backup does not hold
    QStringList tenants;      ///< all locked
    QStringList withoutSecrets;
};

/// Brings a backup into a data folder that has no ledger, or an empty one: on the same computer or another. The log is
/// proved, and goes on with an entry that says what was restored, by whom, and what is missing; this computer's key
/// signs from there. Every tenant is locked and every running campaign paused: what was sent after the backup was made
/// is not in it, so a person looks first. Whole or not at all; killed in between, nothing is there. Conflict when the
/// folder has a ledger with entries, when something would be lost, and when the log is not whole. Thread: main.
class Restore : public QObject
{
    Q_OBJECT
public:
    Restore(core::Vault &vault, std::shared_ptr<core::Clock> clock, QObject *parent = nullptr);
    ~Restore() override;
    core::Async<RestoreReport> run(const RestoreOptions &options);

private:
    struct Work;
    core::Status unpack(Work &work) const;
    core::Async<core::Unit> checkContent(const std::shared_ptr<Work> &work);
    core::Async<core::Unit> finalize(const std::shared_ptr<Work> &work);
    core::Status place(Work &work) const;
    core::Vault &m_vault;
    std::shared_ptr<core::Clock> m_clock;
};

} // namespace services
