#pragma once
#include "core/async.h"
#include "domain/operations/operation.h"
#include "services/tenants/context.h"
#include <QJsonArray>
#include <QJsonObject>
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

/// Identity profiles and identity attributes, objects as SailPoint sends them; each change is an operation of the
/// tracker. Thread: the GUI's or main.
class ProfileOperations : public QObject
{
    Q_OBJECT
public:
    ProfileOperations(
        TenantConnections &connections, Context &context, OperationTracker &tracker, QObject *parent = nullptr);

    core::Async<QJsonArray> profiles();
    core::Async<QJsonArray> identityAttributes();
    /// Names of IdentityIQ's identity attributes.
    core::Async<QStringList> identityIqAttributes();
    core::Async<QJsonObject> profile(const QString &id);
    core::Async<QJsonObject> source(const QString &id);
    core::Async<QJsonArray> exportProfiles(const QString &id = {});
    core::Async<QJsonObject> defaultConfig(const QString &id);
    core::Async<QJsonObject> preview(const core::IdentityId &person, const QJsonObject &attributeConfig);
    core::Async<QJsonArray> lifecycleStates(const QString &id);
    core::Async<domain::Operation> createProfile(const QJsonObject &profile);
    /// Conflict when the profile is no longer as `expectedModified` says.
    core::Async<domain::Operation> updateProfile(
        const QString &id, const QJsonArray &patch, const QString &expectedModified);
    core::Async<domain::Operation> deleteProfiles(const QStringList &ids);
    /// What it overwrites is exported to the data folder first.
    core::Async<ImportOutcome> importProfiles(const QJsonArray &objects);
    /// Conflict when SailPoint does not mark the profile as needing it.
    core::Async<domain::Operation> refreshProfile(const QString &id);

    /// As text; Conflict when SailPoint has one of this name.
    core::Async<domain::Operation> createAttribute(const QJsonObject &attribute);

private:
    core::Async<QString> backup(const QJsonArray &objects);
    TenantConnections &m_connections;
    Context &m_context;
    OperationTracker &m_tracker;
};

} // namespace services
