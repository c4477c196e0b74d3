#pragma once
#include "core/async.h"
#include "domain/operations/operation.h"
#include "domain/profiles/identityattribute.h"
#include "domain/profiles/identityprofile.h"
#include "domain/profiles/profilepatch.h"
#include "domain/profiles/source.h"
#include "services/tenants/context.h"
#include <QObject>

namespace services {

struct TenantConnections;
class OperationTracker;

struct ImportOutcome
{
    domain::Operation operation;
    QStringList imported; ///< names
    QStringList faults;   ///< SailPoint's sentences, of an import that was accepted in part
    QString backup;       ///< file with what stood there before; empty when nothing was overwritten
};

/// Identity profiles and identity attributes; each change is an operation of the tracker. Thread: the GUI's or main.
class ProfileOperations : public QObject
{
    Q_OBJECT
public:
    ProfileOperations(
        TenantConnections &connections, Context &context, OperationTracker &tracker, QObject *parent = nullptr);

    core::Async<QList<domain::IdentityProfile>> profiles();
    core::Async<QList<domain::IdentityAttribute>> identityAttributes();
    /// Names of IdentityIQ's identity attributes.
    core::Async<QStringList> identityIqAttributes();
    core::Async<domain::IdentityProfile> profile(const QString &id);
    core::Async<domain::Source> source(const QString &id);
    core::Async<QList<domain::ExportedProfile>> exportProfiles(const QString &id = {});
    core::Async<domain::AttributeConfig> defaultConfig(const QString &id);
    core::Async<domain::IdentityPreview> preview(const core::IdentityId &person, const domain::AttributeConfig &config);
    core::Async<QList<domain::LifecycleState>> lifecycleStates(const QString &id);
    core::Async<domain::Operation> createProfile(const domain::IdentityProfile &profile);
    /// Conflict when the profile is no longer as `expectedModified` says.
    core::Async<domain::Operation> updateProfile(
        const QString &id, const domain::ProfilePatch &patch, const QString &expectedModified);
    core::Async<domain::Operation> deleteProfiles(const QStringList &ids);
    /// What it overwrites is exported to the data folder first.
    core::Async<ImportOutcome> importProfiles(const QList<domain::ExportedProfile> &objects);
    /// Conflict when SailPoint does not mark the profile as needing it.
    core::Async<domain::Operation> refreshProfile(const QString &id);

    /// Conflict when SailPoint has one of this name.
    core::Async<domain::Operation> createAttribute(const domain::IdentityAttribute &attribute);

private:
    core::Async<QString> backup(const QStringList &names);
    TenantConnections &m_connections;
    Context &m_context;
    OperationTracker &m_tracker;
};

} // namespace services
