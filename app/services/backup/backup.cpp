#include "services/backup/backup.h"
#include "core/killpoint.h"
#include "services/audit/audittrail.h"
#include "services/backup/backupcipher.h"
#include "services/identities/exportfile.h"
#include "services/tenants/context.h"
#include "services/tenants/internal/stores.h"
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QThreadPool>
#include <QUuid>

namespace services {

using core::Async;
using core::ErrorCode;
using core::Unit;

static QString sayBackup(const char *text)
{
    return QCoreApplication::translate("Backup", text);
}

Backup::Backup(AuditTrail &trail, Context &context, QObject *parent)
    : QObject(parent), m_trail(trail), m_context(context)
{
}

Async<BackupReport> Backup::create(const QString &path, const core::SecretPtr &passphrase)
{
    if (!passphrase || passphrase->reveal().size() < BackupCipher::shortestPassphrase)
        return core::ready<BackupReport>(core::fieldError(QStringLiteral("passphrase"),
            sayBackup(QT_TRANSLATE_NOOP("Backup",
                          "The passphrase has at least %1 characters: whoever has the file can try without end."))
                .arg(BackupCipher::shortestPassphrase)));
    const auto proved = core::andThen<TrailState>(m_trail.verify(), this, [this](const TrailState &state) {
        return state.kind == TrailState::Whole ? m_trail.signNow() : core::ready<TrailState>(state);
    });
    return core::andThen<TrailState>(proved, this, [this, path, passphrase](const TrailState &state) {
        return write(path, passphrase, state.kind == TrailState::Whole ? QString() : state.why);
    });
}

// The plain copy lies in the data folder, beside the ledger that it is a copy of, and only as long as it takes.
static QString plainCopy(const QString &dataDir)
{
    QDir folder(dataDir);
    for (const QString &old : folder.entryList({QStringLiteral("backup-*.tmp")}, QDir::Files))
        folder.remove(old); // of a process that died meanwhile
    return folder.filePath(QStringLiteral("backup-%1.tmp").arg(QUuid::createUuid().toString(QUuid::WithoutBraces)));
}

static core::Status sealFile(const QString &plain, const core::SecretPtr &passphrase, ExportFile &to)
{
    core::killPoint("backup-copied");
    QFile from(plain);
    if (!from.open(QIODevice::ReadOnly))
        return core::makeError(
            ErrorCode::Storage, sayBackup(QT_TRANSLATE_NOOP("Backup", "The copy of the ledger cannot be read: %1"))
                                    .arg(from.errorString()));
    const auto source = [&from](qint64 most) -> core::Result<QByteArray> {
        QByteArray some = from.read(most);
        if (some.isEmpty() && from.error() != QFileDevice::NoError)
            return core::makeError(ErrorCode::Storage, from.errorString());
        return some;
    };
    const auto sink = [&to](const QByteArray &bytes) {
        std::string text = bytes.toStdString();
        return to.append(text, true);
    };
    return BackupCipher::seal(passphrase, source, sink);
}

Async<BackupReport> Backup::write(const QString &path, const core::SecretPtr &passphrase, const QString &problem)
{
    const auto opened = ExportFile::open(path);
    if (!opened)
        return core::ready<BackupReport>(opened.error());
    const QString plain = plainCopy(m_context.dataDir);
    const auto head = std::make_shared<domain::ChainHead>();
    const auto counted = core::andThen<store::AuditHead>(
        m_context.ledger->audit().head(), this, [this, head, plain](const store::AuditHead &h) {
            *head = {h.sequence, h.hash}; // the copy is made after it, and holds it
            return m_context.ledger->backup().copyTo(plain);
        });
    const auto sealed = core::andThen<Unit>(counted, this, [plain, passphrase, file = *opened](Unit) {
        core::Deferred<Unit> done;
        QThreadPool::globalInstance()->start([plain, passphrase, file, done] {
            auto r = sealFile(plain, passphrase, *file);
            QFile::remove(plain);
            done.resolve(std::move(r));
        });
        return done.future();
    });
    const auto placed = core::andThen<Unit>(sealed, this, [this, file = *opened, path, head](Unit) {
        domain::AuditEvent a;
        a.action = QStringLiteral("backup.create");
        a.data = {{QStringLiteral("head"), domain::chainHeadText(*head)}};
        return placeExport(m_context, this, file, {path, head->sequence, file->digest()}, a);
    });
    core::whenDone<ExportReport>(placed, this, [plain](const core::Result<ExportReport> &) { QFile::remove(plain); });
    return core::mapped<BackupReport, ExportReport>(
        placed, this, [head, problem](const ExportReport &r) -> core::Result<BackupReport> {
            return BackupReport{r, *head, problem};
        });
}

} // namespace services
