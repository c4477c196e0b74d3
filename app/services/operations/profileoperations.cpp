#include "services/operations/profileoperations.h"
#include "core/outputfile.h"
#include "net/iiq/scim.h"
#include "net/sailpoint/identities.h"
#include "net/sailpoint/probes.h"
#include "net/sailpoint/profiles.h"
#include "services/operations/operationtracker.h"
#include "services/tenants/tenantconnections.h"
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QJsonDocument>

namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using domain::FollowBy;
using domain::Operation;
using domain::OperationKind;
using net::sailpoint::Accepted;

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

Async<QJsonArray> ProfileOperations::profiles()
{
    return net::sailpoint::listProfiles(m_connections.api);
}

Async<QJsonArray> ProfileOperations::identityAttributes()
{
    return net::sailpoint::listIdentityAttributes(m_connections.api);
}

Async<QJsonObject> ProfileOperations::profile(const QString &id)
{
    return net::sailpoint::getProfile(m_connections.api, id);
}

Async<QJsonObject> ProfileOperations::source(const QString &id)
{
    return net::sailpoint::getSource(m_connections.api, id);
}

Async<QJsonArray> ProfileOperations::exportProfiles(const QString &id)
{
    return net::sailpoint::exportProfiles(m_connections.api, id);
}

Async<QJsonObject> ProfileOperations::defaultConfig(const QString &id)
{
    return net::sailpoint::defaultAttributeConfig(m_connections.api, id);
}

Async<QJsonObject> ProfileOperations::preview(const core::IdentityId &person, const QJsonObject &config)
{
    return net::sailpoint::previewIdentity(m_connections.api, person, config);
}

Async<QJsonArray> ProfileOperations::lifecycleStates(const QString &id)
{
    return net::sailpoint::lifecycleStates(m_connections.api, id);
}

static QString idOf(const QJsonObject &o)
{
    return o.value(QLatin1String("id")).toString();
}

Async<Operation> ProfileOperations::createProfile(const QJsonObject &profile)
{
    if (profile.value(QLatin1String("name")).toString().trimmed().isEmpty())
        return core::ready<Operation>(core::fieldError(QStringLiteral("name"),
            sayOperations(QT_TRANSLATE_NOOP("Operations", "An identity profile needs a name."))));
    if (profile.value(QLatin1String("authoritativeSource")).toObject().value(QLatin1String("id")).toString().isEmpty())
        return core::ready<Operation>(core::fieldError(QStringLiteral("source"),
            sayOperations(
                QT_TRANSLATE_NOOP("Operations", "An identity profile needs the id of its authoritative source."))));
    return m_tracker.perform(OperationKind::CreateProfile, {profile.value(QLatin1String("name")).toString()},
        FollowBy::Nothing, [this, profile] {
            return core::mapped<Accepted, QJsonObject>(net::sailpoint::createProfile(m_connections.api, profile), this,
                [](const QJsonObject &o) -> Result<Accepted> {
                    return Accepted{idOf(o), {}, true};
                });
        });
}

Async<Operation> ProfileOperations::createAttribute(const QJsonObject &attribute)
{
    const QString name = attribute.value(QLatin1String("name")).toString();
    if (name.isEmpty())
        return core::ready<Operation>(core::fieldError(QStringLiteral("name"),
            sayOperations(QT_TRANSLATE_NOOP("Operations", "An identity attribute needs a name."))));
    return core::andThen<QJsonArray>(identityAttributes(), this, [this, attribute, name](const QJsonArray &known) {
        const bool isThere = std::any_of(known.begin(), known.end(),
            [&name](const QJsonValue &v) { return v.toObject().value(QLatin1String("name")).toString() == name; });
        if (isThere)
            return core::ready<Operation>(core::makeError(ErrorCode::Conflict,
                sayOperations(QT_TRANSLATE_NOOP("Operations",
                    "SailPoint has this identity attribute already. Nothing was changed; check again."))));
        return m_tracker.perform(OperationKind::CreateAttribute, {name}, FollowBy::Nothing, [this, attribute] {
            return core::mapped<Accepted, QJsonObject>(
                net::sailpoint::createIdentityAttribute(m_connections.api, attribute), this,
                [](const QJsonObject &) -> Result<Accepted> { return Accepted(); });
        });
    });
}

// There are no entity tags: what is there now is read just before, and compared with what the person saw.
Async<Operation> ProfileOperations::updateProfile(
    const QString &id, const QJsonArray &patch, const QString &expectedModified)
{
    return core::andThen<QJsonObject>(profile(id), this, [this, id, patch, expectedModified](const QJsonObject &now) {
        if (!expectedModified.isEmpty() && now.value(QLatin1String("modified")).toString() != expectedModified)
            return core::ready<Operation>(core::makeError(ErrorCode::Conflict,
                sayOperations(QT_TRANSLATE_NOOP("Operations",
                    "Somebody changed this identity profile meanwhile. Nothing was changed; look at it again."))));
        return m_tracker.perform(OperationKind::UpdateProfile, {id}, FollowBy::Nothing, [this, id, patch] {
            return core::mapped<Accepted, QJsonObject>(net::sailpoint::patchProfile(m_connections.api, id, patch), this,
                [](const QJsonObject &) -> Result<Accepted> { return Accepted(); });
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

Async<QString> ProfileOperations::backup(const QJsonArray &objects)
{
    QStringList names;
    for (const auto &v : objects)
        names << v.toObject().value(QLatin1String("object")).toObject().value(QLatin1String("name")).toString();
    return core::mapped<QString, QJsonArray>(
        exportProfiles(), this, [this, names](const QJsonArray &all) -> Result<QString> {
            QJsonArray overwritten;
            for (const auto &v : all) {
                if (names.contains(
                        v.toObject().value(QLatin1String("self")).toObject().value(QLatin1String("name")).toString()))
                    overwritten.append(v);
            }
            if (overwritten.isEmpty())
                return QString();
            const QDir dir(m_context.dataDir);
            const QString file = dir.filePath(QStringLiteral("backups/identity-profiles-%1.json")
                                                  .arg(QDateTime::fromMSecsSinceEpoch(m_context.clock->now(), Qt::UTC)
                                                           .toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"))));
            if (!dir.mkpath(QStringLiteral("backups")) || !core::writeFile(file, QJsonDocument(overwritten).toJson()))
                return core::makeError(ErrorCode::Storage,
                    sayOperations(QT_TRANSLATE_NOOP(
                        "Operations", "What the import would overwrite could not be saved. Nothing was imported.")),
                    file);
            return file;
        });
}

Async<ImportOutcome> ProfileOperations::importProfiles(const QJsonArray &objects)
{
    for (const auto &v : objects) {
        const QJsonObject p = v.toObject().value(QLatin1String("object")).toObject();
        if (p.value(QLatin1String("name")).toString().isEmpty() ||
            p.value(QLatin1String("authoritativeSource")).toObject().isEmpty())
            return core::ready<ImportOutcome>(core::fieldError(QStringLiteral("file"),
                sayOperations(
                    QT_TRANSLATE_NOOP("Operations", "The file holds no exported identity profiles: each one has an "
                                                    "\"object\" with a name and an authoritative source."))));
    }
    if (objects.isEmpty())
        return core::ready<ImportOutcome>(core::fieldError(QStringLiteral("file"),
            sayOperations(QT_TRANSLATE_NOOP("Operations", "The file holds no identity profile."))));
    return core::andThen<QString>(backup(objects), this, [this, objects](const QString &file) {
        const auto result = std::make_shared<QJsonObject>();
        QStringList names;
        for (const auto &v : objects)
            names << v.toObject().value(QLatin1String("object")).toObject().value(QLatin1String("name")).toString();
        const auto run =
            m_tracker.perform(OperationKind::ImportProfiles, names, FollowBy::Nothing, [this, objects, result] {
                return core::mapped<Accepted, QJsonObject>(net::sailpoint::importProfiles(m_connections.api, objects),
                    this, [result](const QJsonObject &o) -> Result<Accepted> {
                        *result = o;
                        return Accepted{{}, {}, o.value(QLatin1String("errors")).toArray().isEmpty()};
                    });
            });
        return core::mapped<ImportOutcome, Operation>(
            run, this, [file, result](const Operation &o) -> Result<ImportOutcome> {
                ImportOutcome out{o, {}, {}, file};
                const auto texts = [&result](const char *list, const char *key) {
                    QStringList lines;
                    const auto a = result->value(QLatin1String(list)).toArray();
                    for (const auto &v : a)
                        lines << v.toObject().value(QLatin1String(key)).toString();
                    return lines;
                };
                out.imported = texts("importedObjects", "name");
                out.faults = texts("errors", "text");
                return out;
            });
    });
}

Async<Operation> ProfileOperations::refreshProfile(const QString &id)
{
    return core::andThen<QJsonObject>(profile(id), this, [this, id](const QJsonObject &now) {
        if (!now.value(QLatin1String("identityRefreshRequired")).toBool())
            return core::ready<Operation>(core::makeError(
                ErrorCode::Conflict, sayOperations(QT_TRANSLATE_NOOP("Operations",
                                         "No refresh is needed. SailPoint also refreshes at 08:00 and 20:00."))));
        return m_tracker.perform(OperationKind::RefreshProfile, {id}, FollowBy::RefreshFlag,
            [this, id] { return net::sailpoint::processProfile(m_connections.api, id); });
    });
}

} // namespace services
