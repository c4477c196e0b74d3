#pragma once
#include "core/async.h"
#include "core/secret.h"
#include "domain/audit/audit.h"
#include "services/audit/exportreport.h"
#include <QObject>
#include <QString>

namespace services {

class AuditTrail;
struct Context;

/// What a backup holds.
struct BackupReport
{
    ExportReport file;
    domain::ChainHead head; ///< the last entry that it holds for certain
    QString problem;        ///< the log is not whole: it is saved as it is; empty else
};

/// The ledger of this data folder, as it is at one moment, under a passphrase (services/backupcipher.h): sessions, log,
/// policies, campaigns, tenants. No secrets: they are in the keychain. No copies of people: they are fetched again.
/// Usage ("passphrase") when it is too short. That it was made is an entry of the log. Thread: the GUI's or main.
class Backup : public QObject
{
    Q_OBJECT
public:
    Backup(AuditTrail &trail, Context &context, QObject *parent = nullptr);
    core::Async<BackupReport> create(const QString &path, const core::SecretPtr &passphrase);

private:
    core::Async<BackupReport> write(const QString &path, const core::SecretPtr &passphrase, const QString &problem);
    AuditTrail &m_trail;
    Context &m_context;
};

} // namespace services
