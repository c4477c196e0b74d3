#include "services/operations/profileoperations.h"
#include "core/outputfile.h"
#include "net/iiq/scim.h"
#include "net/sailpoint/identities.h"
#include "net/sailpoint/probes.h"
#include "net/sailpoint/profiles.h"
#include "services/operations/operationtracker.h"
#include "services/operations/profilefile.h"
#include "services/tenants/internal/tenantconnections.h"
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>

namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using domain::Accepted;
using domain::FollowBy;
using domain::Operation;
using domain::OperationKind;

static QString sayOperations(const char *text)
{
    return QCoreApplication::translate("Operations", text);
}

ProfileOperations::ProfileOperations(
    TenantConnections &connections, Context &context, OperationTracker &tracker, QObject *parent)
    : QObject(parent), m_connections(connections), m_context(context), m_tracker(tracker)
{
}

Async<QStringList> ProfileOperations::identityIqAttributes()
{
    return net::iiq::userAttributes(m_connections.api);
}

Async<QList<domain::IdentityProfile>> ProfileOperations::profiles()
{
    return net::sailpoint::listProfiles(m_connections.api);
}

Async<QList<domain::IdentityAttribute>> ProfileOperations::identityAttributes()
{
    return net::sailpoint::listIdentityAttributes(m_connections.api);
}

Async<domain::IdentityProfile> ProfileOperations::profile(const QString &id)
{
    return net::sailpoint::getProfile(m_connections.api, id);
}

Async<domain::Source> ProfileOperations::source(const QString &id)
{
    return net::sailpoint::getSource(m_connections.api, id);
}

Async<QList<domain::ExportedProfile>> ProfileOperations::exportProfiles(const QString &id)
{
    return net::sailpoint::exportProfiles(m_connections.api, id);
}

Async<domain::AttributeConfig> ProfileOperations::defaultConfig(const QString &id)
{
    return net::sailpoint::defaultAttributeConfig(m_connections.api, id);
}

Async<domain::IdentityPreview> ProfileOperations::preview(
    const core::IdentityId &person, const domain::AttributeConfig &config)
{
    return net::sailpoint::previewIdentity(m_connections.api, person, config);
}

Async<QList<domain::LifecycleState>> ProfileOperations::lifecycleStates(const QString &id)
{
    return net::sailpoint::lifecycleStates(m_connections.api, id);
}

Async<Operation> ProfileOperations::createProfile(const domain::IdentityProfile &profile)
{
    if (profile.name.trimmed().isEmpty())
        return core::ready<Operation>(core::fieldError(QStringLiteral("name"),
            sayOperations(QT_TRANSLATE_NOOP("Operations", "An identity profile needs a name."))));
    if (profile.source.id.isEmpty())
        return core::ready<Operation>(core::fieldError(QStringLiteral("source"),
            sayOperations(
                QT_TRANSLATE_NOOP("Operations", "An identity profile needs the id of its authoritative source."))));
    return m_tracker.perform(OperationKind::CreateProfile, {profile.name}, FollowBy::Nothing, [this, profile] {
        return core::mapped<Accepted, domain::IdentityProfile>(
            net::sailpoint::createProfile(m_connections.api, profile), this,
            [](const domain::IdentityProfile &created) -> Result<Accepted> {
                return Accepted{created.id, {}, true};
            });
    });
}

Async<Operation> ProfileOperations::createAttribute(const domain::IdentityAttribute &attribute)
{
    if (attribute.name.isEmpty())
        return core::ready<Operation>(core::fieldError(QStringLiteral("name"),
            sayOperations(QT_TRANSLATE_NOOP("Operations", "An identity attribute needs a name."))));
    using Attributes = QList<domain::IdentityAttribute>;
    return core::andThen<Attributes>(identityAttributes(), this, [this, attribute](const Attributes &known) {
        const bool isThere = std::any_of(known.begin(), known.end(),
            [&attribute](const domain::IdentityAttribute &a) { return a.name == attribute.name; });
        if (isThere)
            return core::ready<Operation>(core::makeError(ErrorCode::Conflict,
                sayOperations(QT_TRANSLATE_NOOP("Operations",
                    "SailPoint has this identity attribute already. Nothing was changed; check again."))));
        return m_tracker.perform(
            OperationKind::CreateAttribute, {attribute.name}, FollowBy::Nothing, [this, attribute] {
                return core::mapped<Accepted, domain::IdentityAttribute>(
                    net::sailpoint::createIdentityAttribute(m_connections.api, attribute), this,
                    [](const domain::IdentityAttribute &) -> Result<Accepted> { return Accepted(); });
            });
    });
}

// There are no entity tags: what is there now is read just before, and compared with what the person saw.
Async<Operation> ProfileOperations::updateProfile(
    const QString &id, const domain::ProfilePatch &patch, const QString &expectedModified)
{
    return core::andThen<domain::IdentityProfile>(
        profile(id), this, [this, id, patch, expectedModified](const domain::IdentityProfile &now) {
            if (!expectedModified.isEmpty() && now.modified != expectedModified)
                return core::ready<Operation>(core::makeError(ErrorCode::Conflict,
                    sayOperations(QT_TRANSLATE_NOOP("Operations",
                        "Somebody changed this identity profile meanwhile. Nothing was changed; look at it again."))));
            return m_tracker.perform(OperationKind::UpdateProfile, {id}, FollowBy::Nothing, [this, id, patch] {
                return core::mapped<Accepted, domain::IdentityProfile>(
                    net::sailpoint::patchProfile(m_connections.api, id, patch), this,
                    [](const domain::IdentityProfile &) -> Result<Accepted> { return Accepted(); });
            });
        });
}

Async<Operation> ProfileOperations::deleteProfiles(const QStringList &ids)
{
    if (ids.isEmpty())
        return core::ready<Operation>(core::fieldError(QStringLiteral("profile"),
            sayOperations(QT_TRANSLATE_NOOP("Operations", "Name at least one identity profile."))));
    return m_tracker.perform(OperationKind::DeleteProfiles, ids, FollowBy::Task, [this, ids] {
        return ids.size() == 1 ? net::sailpoint::deleteProfile(m_connections.api, ids.first())
                               : net::sailpoint::bulkDeleteProfiles(m_connections.api, ids);
    });
}

Async<QString> ProfileOperations::backup(const QStringList &names)
{
    using Exported = QList<domain::ExportedProfile>;
    return core::mapped<QString, Exported>(
        exportProfiles(), this, [this, names](const Exported &all) -> Result<QString> {
            Exported overwritten;
            for (const domain::ExportedProfile &p : all) {
                if (names.contains(p.name))
                    overwritten.append(p);
            }
            if (overwritten.isEmpty())
                return QString();
            const QDir dir(m_context.dataDir);
            const QString file = dir.filePath(QStringLiteral("backups/identity-profiles-%1.json")
                                                  .arg(QDateTime::fromMSecsSinceEpoch(m_context.clock->now(), Qt::UTC)
                                                           .toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"))));
            if (!dir.mkpath(QStringLiteral("backups")) || !core::writeFile(file, profileFileText(overwritten)))
                return core::makeError(ErrorCode::Storage,
                    sayOperations(QT_TRANSLATE_NOOP(
                        "Operations", "What the import would overwrite could not be saved. Nothing was imported.")),
                    file);
            return file;
        });
}

Async<ImportOutcome> ProfileOperations::importProfiles(const QList<domain::ExportedProfile> &objects)
{
    QStringList names;
    for (const domain::ExportedProfile &p : objects) {
        if (p.profile.name.isEmpty() || p.profile.source.raw.isEmpty())
            return core::ready<ImportOutcome>(core::fieldError(QStringLiteral("file"),
                sayOperations(
                    QT_TRANSLATE_NOOP("Operations", "The file holds no exported identity profiles: each one has an "
                                                    "\"object\" with a name and an authoritative source."))));
        names << p.profile.name;
    }
    if (objects.isEmpty())
        return core::ready<ImportOutcome>(core::fieldError(QStringLiteral("file"),
            sayOperations(QT_TRANSLATE_NOOP("Operations", "The file holds no identity profile."))));
    return core::andThen<QString>(backup(names), this, [this, objects, names](const QString &file) {
        const auto result = std::make_shared<domain::ImportResult>();
        const auto run =
            m_tracker.perform(OperationKind::ImportProfiles, names, FollowBy::Nothing, [this, objects, result] {
                return core::mapped<Accepted, domain::ImportResult>(
                    net::sailpoint::importProfiles(m_connections.api, objects), this,
                    [result](const domain::ImportResult &r) -> Result<Accepted> {
                        *result = r;
                        return Accepted{{}, {}, r.faults.isEmpty()};
                    });
            });
        return core::mapped<ImportOutcome, Operation>(
            run, this, [file, result](const Operation &o) -> Result<ImportOutcome> {
                return ImportOutcome{o, result->imported, result->faults, file};
            });
    });
}

Async<Operation> ProfileOperations::refreshProfile(const QString &id)
{
    return core::andThen<domain::IdentityProfile>(profile(id), this, [this, id](const domain::IdentityProfile &now) {
        if (!now.needsRefresh)
            return core::ready<Operation>(core::makeError(ErrorCode::Conflict,
                sayOperations(QT_TRANSLATE_NOOP("Operations", "SailPoint does not say whether a refresh is needed, and "
                                                              "is not asked for one. It also refreshes at 08:00 and "
                                                              "20:00."))));
        if (!*now.needsRefresh)
            return core::ready<Operation>(core::makeError(
                ErrorCode::Conflict, sayOperations(QT_TRANSLATE_NOOP("Operations",
                                         "No refresh is needed. SailPoint also refreshes at 08:00 and 20:00."))));
        return m_tracker.perform(OperationKind::RefreshProfile, {id}, FollowBy::RefreshFlag,
            [this, id] { return net::sailpoint::processProfile(m_connections.api, id); });
    });
}

} // namespace services
