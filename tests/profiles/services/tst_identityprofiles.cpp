#include "operations/services/operationstand.h"
#include "services/operations/operationtracker.h"
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
                           {{QStringLiteral("name"), QStringLiteral("Night shift")}}))
                     .error()
                     .field,
            QStringLiteral("source"));
        QVERIFY(await(
            d.tenantSession->profileOperations().createProfile({{QStringLiteral("name"), QStringLiteral("Night shift")},
                {QStringLiteral("authoritativeSource"), QJsonObject{{QStringLiteral("type"), QStringLiteral("SOURCE")},
                                                            {QStringLiteral("id"), QStringLiteral("hr")},
                                                            {QStringLiteral("name"), QStringLiteral("HR")}}}})));
        const QString id = d.profileNamed("Night shift");
        QVERIFY(!id.isEmpty());
        const QString modified =
            await(d.tenantSession->profileOperations().profile(id))->value(QLatin1String("modified")).toString();
        const QJsonArray patch{QJsonObject{{QStringLiteral("op"), QStringLiteral("replace")},
            {QStringLiteral("path"), QStringLiteral("/priority")}, {QStringLiteral("value"), 77}}};
        // The next change bears another millisecond of the simulator.
        QTest::qWait(5);
        QVERIFY(await(d.tenantSession->profileOperations().updateProfile(id, patch, modified)));
        QCOMPARE(await(d.tenantSession->profileOperations().profile(id))->value(QLatin1String("priority")).toInt(), 77);
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
        QCOMPARE(await(d.tenantSession->profileOperations().importProfiles({QJsonObject{{QStringLiteral("no"), 1}}}))
                     .error()
                     .field,
            QStringLiteral("file"));
        // A 200 that holds errors is no success.
        QJsonObject sourceless = exported->first().toObject().value(QLatin1String("object")).toObject();
        sourceless.insert(
            QStringLiteral("authoritativeSource"), QJsonObject{{QStringLiteral("id"), QStringLiteral("gone")}});
        const auto partly = await(d.tenantSession->profileOperations().importProfiles(
            {exported->first(), QJsonObject{{QStringLiteral("object"), sourceless}}}));
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
        QVERIFY(!await(d.tenantSession->profileOperations().profile(d.profileNamed("Contractors")))
                     ->value(QLatin1String("identityRefreshRequired"))
                     .toBool());
    }
    void aPreviewShowsBothValuesAndSavesNothing()
    {
        OperationStand d;
        const auto p = await(d.tenantSession->profileOperations().profile(d.profileNamed("Employees")));
        const auto seen = await(d.tenantSession->profileOperations().preview(
            d.nth(1), p->value(QLatin1String("identityAttributeConfig")).toObject()));
        QVERIFY(seen);
        const auto lines = seen->value(QLatin1String("previewAttributes")).toArray();
        QCOMPARE(lines.size(), 15);
        QVERIFY(lines.first().toObject().contains(QLatin1String("previousValue")));
        QCOMPARE(await(d.tenantSession->profileOperations().defaultConfig(d.profileNamed("Employees")))
                     ->value(QLatin1String("attributeTransforms"))
                     .toArray()
                     .size(),
            8);
        QCOMPARE(await(d.tenantSession->profileOperations().lifecycleStates(d.profileNamed("Employees")))->size(), 3);
        QVERIFY(await(d.ops().list())->isEmpty());
    }
};
IDV_TEST(IdentityProfiles)
#include "tst_identityprofiles.moc"
