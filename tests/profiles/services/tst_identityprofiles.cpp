#include "operations/services/operationstand.h"
#include "services/operations/operationtracker.h"
#include "services/operations/profilefile.h"
#include "services/operations/profileoperations.h"
#include "support/registry.h"
#include <QJsonDocument>

using core::ErrorCode;
using domain::OperationState;
using support::await;
using support::OperationStand;

class IdentityProfiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aProfileIsCreatedChangedExportedImportedAndDeleted()
    {
        OperationStand d;
        QCOMPARE(await(d.tenantSession->profileOperations().profiles())->size(), 5);
        QCOMPARE(await(d.tenantSession->profileOperations().createProfile(
                           domain::newProfile(QStringLiteral("Night shift"), {}, {})))
                     .error()
                     .field,
            QStringLiteral("source"));
        QVERIFY(await(d.tenantSession->profileOperations().createProfile(
            services::identityProfileFrom({{QStringLiteral("name"), QStringLiteral("Night shift")},
                {QStringLiteral("authoritativeSource"), QJsonObject{{QStringLiteral("type"), QStringLiteral("SOURCE")},
                                                            {QStringLiteral("id"), QStringLiteral("hr")},
                                                            {QStringLiteral("name"), QStringLiteral("HR")}}}}))));
        const QString id = d.profileNamed("Night shift");
        QVERIFY(!id.isEmpty());
        const QString modified = await(d.tenantSession->profileOperations().profile(id))->modified;
        const domain::ProfilePatch patch{QJsonArray{QJsonObject{{QStringLiteral("op"), QStringLiteral("replace")},
            {QStringLiteral("path"), QStringLiteral("/priority")}, {QStringLiteral("value"), 77}}}};
        // The next change bears another millisecond of the simulator.
        QTest::qWait(5);
        QVERIFY(await(d.tenantSession->profileOperations().updateProfile(id, patch, modified)));
        QCOMPARE(await(d.tenantSession->profileOperations().profile(id))->priority, std::optional(77));
        // Somebody else was there meanwhile: nothing is changed.
        QCOMPARE(await(d.tenantSession->profileOperations().updateProfile(id, patch, modified)).error().code,
            ErrorCode::Conflict);
        const auto exported = await(d.tenantSession->profileOperations().exportProfiles(id));
        QCOMPARE(exported->size(), 1);
        const auto imported = await(d.tenantSession->profileOperations().importProfiles(*exported));
        QVERIFY2(bool(imported), imported ? "" : qPrintable(imported.error().text));
        QCOMPARE(imported->imported, QStringList{QStringLiteral("Night shift")});
        QFile backup(imported->backup);
        QVERIFY(backup.open(QIODevice::ReadOnly));
        QCOMPARE(QJsonDocument::fromJson(backup.readAll()).array().size(), 1);
        QCOMPARE(await(d.tenantSession->profileOperations().importProfiles(
                           services::exportedProfilesFrom(QJsonArray{QJsonObject{{QStringLiteral("no"), 1}}})))
                     .error()
                     .field,
            QStringLiteral("file"));
        // A 200 that holds errors is no success.
        QJsonObject sourceless = exported->first().raw.value(QLatin1String("object")).toObject();
        sourceless.insert(
            QStringLiteral("authoritativeSource"), QJsonObject{{QStringLiteral("id"), QStringLiteral("gone")}});
        const auto partly = await(d.tenantSession->profileOperations().importProfiles(services::exportedProfilesFrom(
            {exported->first().raw, QJsonObject{{QStringLiteral("object"), sourceless}}})));
        QVERIFY(partly);
        QCOMPARE(partly->operation.state, OperationState::Failed);
        QCOMPARE(partly->faults.size(), 1);
        QVERIFY(!d.audited().filter(QStringLiteral("profile.import:failed")).isEmpty());
        const auto deleted = await(d.tenantSession->profileOperations().deleteProfiles({id, d.profileNamed("Board")}));
        QCOMPARE(deleted->state, OperationState::Asked); // not done until the task says so
        QCOMPARE(d.over(deleted->id).state, OperationState::Done);
        QCOMPARE(await(d.tenantSession->profileOperations().profiles())->size(), 4);
    }
    void aRefreshOnlyWhereSailPointWantsOne()
    {
        OperationStand d;
        QCOMPARE(await(d.tenantSession->profileOperations().refreshProfile(d.profileNamed("Employees"))).error().code,
            ErrorCode::Conflict);
        const auto asked = await(d.tenantSession->profileOperations().refreshProfile(d.profileNamed("Contractors")));
        QCOMPARE(asked->state, OperationState::Asked);
        QCOMPARE(d.over(asked->id).state, OperationState::Done);
        QVERIFY(
            await(d.tenantSession->profileOperations().profile(d.profileNamed("Contractors")))->needsRefresh == false);
    }
    void aPreviewShowsBothValuesAndSavesNothing()
    {
        OperationStand d;
        const auto p = await(d.tenantSession->profileOperations().profile(d.profileNamed("Employees")));
        const auto seen = await(d.tenantSession->profileOperations().preview(d.nth(1), p->config));
        QVERIFY(seen);
        QCOMPARE(seen->lines.size(), 15);
        const auto lines = seen->raw.value(QLatin1String("previewAttributes")).toArray();
        QVERIFY(lines.first().toObject().contains(QLatin1String("previousValue")));
        QCOMPARE(
            await(d.tenantSession->profileOperations().defaultConfig(d.profileNamed("Employees")))->transforms.size(),
            8);
        QCOMPARE(await(d.tenantSession->profileOperations().lifecycleStates(d.profileNamed("Employees")))->size(), 3);
        QVERIFY(await(d.ops().list())->isEmpty());
    }
};
IDV_TEST(IdentityProfiles)
#include "tst_identityprofiles.moc"
