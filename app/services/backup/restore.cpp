#include "services/backup/restore.h"
#include "core/killpoint.h"
#include "core/process.h"
#include "services/audit/audittrail.h"
#include "services/backup/backupcipher.h"
#include "services/tenants/context.h"
#include "services/tenants/internal/stores.h"
#include "services/tenants/secrets.h"
#include "store/ledger/ledger.h"
#include "vault/vault.h"
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QUuid>
#include <limits>

namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::Unit;

static QString sayBackup(const char *text)
{
    return QCoreApplication::translate("Backup", text);
}
static core::Error conflict(const QString &text)
{
    return core::makeError(ErrorCode::Conflict, text);
}

/// Everything goes on in a file beside the place; what is left of it goes with this.
struct Restore::Work
{
    RestoreOptions options;
    RestoreReport report;
    QString file;
    std::unique_ptr<store::Ledger> ledger;
    std::unique_ptr<Context> context;
    std::unique_ptr<AuditTrail> trail;
    QStringList withoutSecrets; ///< ids
    QStringList keys;           ///< of their client secrets, in the same order
    std::optional<domain::ChainHead> remembered;

    ~Work()
    {
        close();
        for (const char *suffix : {"", "-wal", "-shm"})
            QFile::remove(file + QLatin1String(suffix));
    }
    void close()
    {
        trail.reset();
        context.reset();
        ledger.reset();
    }
};

Restore::Restore(core::Vault &vault, std::shared_ptr<core::Clock> clock, QObject *parent)
    : QObject(parent), m_vault(vault), m_clock(std::move(clock))
{
}
Restore::~Restore() = default;

core::Status Restore::unpack(Work &w) const
{
    const QString place = w.options.dataDir + QStringLiteral("/ledger.db");
    const auto entries = store::auditEntriesIn(place);
    if (!entries)
        return entries.error();
    if (*entries > 0)
        return conflict(sayBackup(
            QT_TRANSLATE_NOOP("Backup", "This data folder has a ledger with %1 entries. Nothing was changed: restore "
                                        "into another folder (--data-dir), or move this one away first."))
                            .arg(*entries));
    QDir folder(w.options.dataDir);
    for (const QString &old : folder.entryList({QStringLiteral("restore-*")}, QDir::Files))
        folder.remove(old); // of a process that died meanwhile
    w.file = folder.filePath(QStringLiteral("restore-%1.tmp").arg(QUuid::createUuid().toString(QUuid::WithoutBraces)));
    QFile from(w.options.file), to(w.file);
    if (!from.open(QIODevice::ReadOnly))
        return core::fieldError(QStringLiteral("file"),
            sayBackup(QT_TRANSLATE_NOOP("Backup", "%1 cannot be read: %2")).arg(w.options.file, from.errorString()));
    if (!to.open(QIODevice::WriteOnly | QIODevice::NewOnly) ||
        !to.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return core::makeError(ErrorCode::Storage,
            sayBackup(QT_TRANSLATE_NOOP("Backup", "The folder cannot be written: %1")).arg(to.errorString()));
    const auto source = [&from](qint64 most) -> Result<QByteArray> { return from.read(most); };
    const auto sink = [&to](const QByteArray &bytes) -> core::Status {
        if (to.write(bytes) != bytes.size())
            return core::makeError(ErrorCode::Storage,
                sayBackup(QT_TRANSLATE_NOOP("Backup", "The folder cannot be written: %1")).arg(to.errorString()));
        return core::ok();
    };
    if (const auto r = BackupCipher::open(w.options.passphrase, source, sink); !r)
        return r;
    to.close();
    core::killPoint("restore-unpacked");
    auto ledger = store::Ledger::open(w.file, m_clock);
    if (!ledger)
        return ledger.error();
    w.ledger = *std::move(ledger);
    w.context.reset(new Context{storesOf(*w.ledger), m_vault, m_clock, w.options.dataDir, w.options.operatorName,
        core::processName(), true, std::nullopt});
    w.trail = std::make_unique<AuditTrail>(*w.context);
    return core::ok();
}

// Is it the log that it should be, and does it hold all that is known of it?
Async<Unit> Restore::checkContent(const std::shared_ptr<Work> &w)
{
    const auto chain = core::andThen<domain::ChainState>(
        w->ledger->audit().prove({}, std::numeric_limits<int>::max()), this, [w](const domain::ChainState &c) {
            w->report.backup = {c.sequence, c.head};
            w->report.entries = c.sequence;
            if (c.firstBad > 0 && !w->options.acceptsBroken)
                return core::ready<QList<domain::AuditRecord>>(
                    conflict(sayBackup(QT_TRANSLATE_NOOP("Backup",
                                           "The log in this backup is not whole: entry %1 was changed, removed or put "
                                           "in. Nothing was restored. To go on with it as it is: --accept-broken."))
                                 .arg(c.firstBad)));
            return w->ledger->audit().bySequence({c.sequence});
        });
    using Known = std::optional<domain::ChainHead>;
    const auto known =
        core::andThen<QList<domain::AuditRecord>>(chain, this, [w](const QList<domain::AuditRecord> &last) {
            if (!last.isEmpty()) {
                w->report.seat = last.first().seat;
                w->report.lastAt = last.first().at;
            }
            core::Deferred<Known> out; // without a keychain nothing is remembered: that is what a new computer is
            core::whenDone<Known>(w->trail->remembered(), w->trail.get(),
                [out](const Result<Known> &k) { out.resolve(k ? *k : Known()); });
            return out.future();
        });
    const auto named = core::andThen<Known>(known, this, [w](const Known &remembered) {
        w->remembered = remembered;
        std::vector<qint64> wanted;
        for (const auto &k : {remembered, w->options.atLeast}) {
            if (k)
                wanted.push_back(k->sequence);
        }
        return w->ledger->audit().bySequence(wanted);
    });
    return core::mapped<Unit, QList<domain::AuditRecord>>(
        named, this, [w](const QList<domain::AuditRecord> &found) -> core::Status {
            const auto holds = [&found](const domain::ChainHead &h) {
                return std::any_of(found.begin(), found.end(),
                    [&h](const domain::AuditRecord &r) { return r.sequence == h.sequence && r.hash == h.hash; });
            };
            if (w->options.atLeast && !holds(*w->options.atLeast))
                return conflict(
                    sayBackup(QT_TRANSLATE_NOOP("Backup", "This backup does not hold the entry %1 that was given: it "
                                                          "is older, or of another log. Nothing was restored."))
                        .arg(w->options.atLeast->sequence));
            if (!w->remembered || holds(*w->remembered))
                return core::ok();
            w->report.lost = std::max<qint64>(0, w->remembered->sequence - w->report.backup.sequence);
            if (w->options.acceptsLoss)
                return core::ok();
            return conflict(sayBackup(
                QT_TRANSLATE_NOOP("Backup", "The keychain remembers entry %1 of this folder's log, and the backup ends "
                                            "at entry %2 or is of another log: what came later is not in it. Nothing "
                                            "was restored. To go on without it: --accept-loss; the log will say so."))
                                .arg(w->remembered->sequence)
                                .arg(w->report.backup.sequence));
        });
}

// Locked, paused, and an entry that says all of it; then this computer's memory and signature.
Async<Unit> Restore::finalize(const std::shared_ptr<Work> &w)
{
    const auto tenants = core::mapped<Unit, QList<domain::Tenant>>(
        w->ledger->tenants().all(), this, [w](const QList<domain::Tenant> &all) -> core::Status {
            for (const auto &t : all) {
                w->report.tenants << t.name;
                w->withoutSecrets << t.id.str();
                w->keys << secretKey(t, secretname::sailpoint);
            }
            return core::ok();
        });
    const auto asked = core::andThen<Unit>(tenants, this, [this, w](Unit) {
        Async<Unit> each = core::ready<Unit>(core::ok());
        for (qsizetype i = 0; i < w->report.tenants.size(); ++i) {
            each = core::andThen<Unit>(each, this, [this, w, i](Unit) {
                core::Deferred<Unit> out;
                core::whenDone<core::SecretPtr>(
                    m_vault.read(w->keys.at(i)), this, [w, i, out](const Result<core::SecretPtr> &s) {
                        if (s)
                            w->withoutSecrets[i].clear();
                        else
                            w->report.withoutSecrets << w->report.tenants.at(i);
                        out.resolve(core::ok());
                    });
                return out.future();
            });
        }
        return each;
    });
    const auto recorded = core::andThen<Unit>(asked, this, [w](Unit) {
        domain::AuditEvent a;
        a.actor = w->options.operatorName;
        a.action = QStringLiteral("backup.restore");
        a.outcome = QStringLiteral("done");
        a.data = {{QStringLiteral("backup"), domain::chainHeadText(w->report.backup)},
            {QStringLiteral("writtenOn"), w->report.seat}, {QStringLiteral("lost"), w->report.lost},
            {QStringLiteral("acceptedBroken"), w->options.acceptsBroken}};
        if (w->remembered)
            a.data.insert(QStringLiteral("remembered"), domain::chainHeadText(*w->remembered));
        return w->ledger->backup().finalizeRestored(w->withoutSecrets, a);
    });
    const auto head = core::andThen<Unit>(recorded, this, [w](Unit) { return w->ledger->audit().head(); });
    const auto remembered = core::andThen<store::AuditHead>(head, this, [w](const store::AuditHead &h) {
        core::Deferred<Unit> out; // without a keychain it is not remembered: verify says so
        core::whenDone<Unit>(w->trail->rememberInstead({h.sequence, h.hash}), w->trail.get(),
            [out](const core::Status &) { out.resolve(core::ok()); });
        return out.future();
    });
    const auto isSigned = core::andThen<Unit>(remembered, this, [w](Unit) { return w->trail->signNow(); });
    return core::mapped<Unit, TrailState>(isSigned, this, [w](const TrailState &state) -> core::Status {
        w->report.entries = state.entries;
        w->report.head = {state.entries, state.head};
        return core::ok();
    });
}

core::Status Restore::place(Work &w) const
{
    w.close(); // as the last connection it leaves one file
    core::killPoint("restore-settled");
    const QString place = w.options.dataDir + QStringLiteral("/ledger.db");
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(place + QLatin1String(suffix)); // it held no entries
    if (!QFile::rename(w.file, place))
        return core::makeError(ErrorCode::Storage,
            sayBackup(QT_TRANSLATE_NOOP("Backup", "The restored ledger cannot be put in its place: %1")).arg(place));
    return core::ok();
}

Async<RestoreReport> Restore::run(const RestoreOptions &options)
{
    auto w = std::make_shared<Work>();
    w->options = options;
    if (!options.passphrase || options.passphrase->isEmpty())
        return core::ready<RestoreReport>(core::fieldError(
            QStringLiteral("passphrase"), sayBackup(QT_TRANSLATE_NOOP("Backup", "The passphrase is missing."))));
    if (const auto r = unpack(*w); !r)
        return core::ready<RestoreReport>(r.error());
    const auto settled = core::andThen<Unit>(checkContent(w), this, [this, w](Unit) { return finalize(w); });
    return core::mapped<RestoreReport, Unit>(settled, this, [this, w](Unit) -> Result<RestoreReport> {
        if (const auto r = place(*w); !r)
            return r.error();
        return w->report;
    });
}

} // namespace services
