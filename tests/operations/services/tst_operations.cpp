#include "lab/sailpoint/people.h"
#include "net/sailpoint/identityactions.h"
#include "operations/services/operationstand.h"
#include "services/identities/identitydirectory.h"
#include "services/operations/identityoperations.h"
#include "services/operations/operationtracker.h"
#include "services/operations/profileoperations.h"
#include "support/labfixture.h"
#include "support/registry.h"
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSqlDatabase>
#include <QSqlQuery>

using core::ErrorCode;
using domain::Operation;
using domain::OperationState;
using support::await;
using support::LabFixture;
using support::OperationStand;
using support::quick;

class AskingSailPoint : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anOwnerIsNotDeletedAndNothingIsAsked()
    {
        OperationStand d;
        const auto owner = d.nth(3);
        QCOMPARE(await(d.tenantSession->identityOperations().ownership(owner))->count(), 3);
        const auto refused = await(d.tenantSession->identityOperations().deleteIdentity(owner));
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY(refused.error().detail.contains(QLatin1String("Store manager")));
        QVERIFY(await(d.ops().list())->isEmpty());
        QVERIFY(await(d.tenantSession->identityOperations().identity(owner)));
    }
    void aDeletedPersonIsSeenGoneEverywhere()
    {
        OperationStand d;
        const auto id = d.nth(1);
        QVERIFY(await(d.tenantSession->directory().person(id)));
        const auto o = await(d.tenantSession->identityOperations().deleteIdentity(id));
        QVERIFY2(bool(o), o ? "" : qPrintable(o.error().text));
        QCOMPARE(o->state, OperationState::Done);
        QVERIFY(!o->trackingId.isEmpty());
        QCOMPARE(await(d.tenantSession->identityOperations().identity(id)).error().code, ErrorCode::NotFound);
        QTRY_VERIFY(!await(d.tenantSession->directory().person(id)));
        const auto trail = d.audited();
        QVERIFY(trail.indexOf(QStringLiteral("identity.delete:intent")) <
                trail.indexOf(QStringLiteral("identity.delete:done")));
        QVERIFY(trail.contains(QStringLiteral("identity.delete:intent")) &&
                trail.contains(QStringLiteral("identity.delete:done")));
        // Deleted elsewhere: a plain refusal, and nothing half done.
        QCOMPARE(await(d.tenantSession->identityOperations().deleteIdentity(id)).error().code, ErrorCode::NotFound);
    }
    void aProtectedIdentityIsRefusedBySailPoint()
    {
        OperationStand d;
        const auto refused = await(d.tenantSession->identityOperations().deleteIdentity(d.nth(5)));
        QCOMPARE(refused.error().code, ErrorCode::Rejected);
        QVERIFY(refused.error().detail.contains(QLatin1String("protected")));
        QCOMPARE(await(d.ops().list())->first().state, OperationState::Refused);
    }
    void registeredPeopleAreLeftOutOfAnInvitation()
    {
        OperationStand d;
        const auto plan =
            await(d.tenantSession->identityOperations().planInvitation({d.nth(0), d.nth(1), d.nth(2), d.nth(4)}));
        QCOMPARE(plan->registered, 2);
        QCOMPARE(plan->people.size(), 2);
        const auto asked = await(d.tenantSession->identityOperations().invite(plan->people));
        QCOMPARE(asked->state, OperationState::Asked);
        QCOMPARE(d.over(asked->id).state, OperationState::Done);
        QNetworkAccessManager m;
        auto *reply = m.get(QNetworkRequest(QUrl(d.tenant.sailpointUrl + QStringLiteral("/lab/stats"))));
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(QJsonDocument::fromJson(reply->readAll()).object().value(QLatin1String("invited")).toInteger(), 2);
        reply->deleteLater();
    }
    void processingGoesInChunksAndIsFollowed()
    {
        auto o = quick();
        o.identities = 600;
        OperationStand d(o);
        QList<core::IdentityId> many;
        for (quint32 i = 0; i < 501; ++i)
            many << d.nth(i);
        const auto all = await(d.tenantSession->identityOperations().process(many), 20000);
        QVERIFY(all);
        QCOMPARE(all->size(), 3);
        QCOMPARE(all->last().subjects.size(), 1);
        for (const auto &one : *all)
            QCOMPARE(d.over(one.id).state, OperationState::Done);
    }
    void synchronisingHasATenSecondPause()
    {
        OperationStand d;
        QCOMPARE(d.tenantSession->identityOperations().secondsToSynchronize(d.nth(1)), 0);
        QCOMPARE(await(d.tenantSession->identityOperations().synchronize(d.nth(1)))->state, OperationState::Submitted);
        QVERIFY(d.tenantSession->identityOperations().secondsToSynchronize(d.nth(1)) > 8);
        const auto again = await(d.tenantSession->identityOperations().synchronize(d.nth(1)));
        QCOMPARE(again.error().code, ErrorCode::RateLimited);
        QVERIFY(again.error().retryAfter && again.error().retryAfter->count() <= 10);
        QCOMPARE(await(d.ops().list())->size(), 1); // the second was not even recorded: it was not asked
        QCOMPARE(d.tenantSession->identityOperations().secondsToSynchronize(d.nth(2)), 0);
    }
    void aResetIdentityIsNoLongerRegistered()
    {
        OperationStand d;
        QCOMPARE(await(d.tenantSession->identityOperations().identity(d.nth(0)))->status, QStringLiteral("REGISTERED"));
        QVERIFY(await(d.tenantSession->identityOperations().resetIdentity(d.nth(0))));
        QCOMPARE(
            await(d.tenantSession->identityOperations().identity(d.nth(0)))->status, QStringLiteral("UNREGISTERED"));
    }
    void aLockedTenantIsAskedNothing()
    {
        OperationStand d(quick(), [](domain::Tenant &t) { t.readOnly = true; });
        QCOMPARE(
            await(d.tenantSession->identityOperations().resetIdentity(d.nth(0))).error().code, ErrorCode::Conflict);
        QCOMPARE(await(d.tenantSession->profileOperations().deleteProfiles({d.profileNamed("Board")})).error().code,
            ErrorCode::Conflict);
        QVERIFY(await(d.ops().list())->isEmpty());
        QCOMPARE(
            await(d.tenantSession->identityOperations().roleAssignments(d.nth(1)))->size(), 2); // reading is allowed
    }
    void withoutARecordNothingIsAsked()
    {
        OperationStand d;
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("side"));
        db.setDatabaseName(d.dir.filePath(QStringLiteral("ledger.db")));
        QVERIFY(db.open());
        QVERIFY(QSqlQuery(db).exec(
            QStringLiteral("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'disk full'); END")));
        QVERIFY(!await(d.tenantSession->identityOperations().resetIdentity(d.nth(0))));
        QCOMPARE(await(d.tenantSession->identityOperations().identity(d.nth(0)))->status, QStringLiteral("REGISTERED"));
        QVERIFY(await(d.ops().list())->isEmpty());
        db.close();
    }
    void roleAssignmentsInBothForms()
    {
        OperationStand d;
        const auto brief = await(d.tenantSession->identityOperations().roleAssignments(d.nth(1)));
        QCOMPARE(brief->size(), 2);
        QVERIFY(brief->first().assigner.isEmpty() && brief->first().added);
        const auto full =
            await(d.tenantSession->identityOperations().roleAssignments(d.nth(1), {}, QStringLiteral("Everyone")));
        QCOMPARE(full->size(), 1);
        QCOMPARE(full->first().assigner, QStringLiteral("Lab Owner"));
        QCOMPARE(await(d.tenantSession->identityOperations().roleAssignment(d.nth(1), full->first().id))->roleName,
            QStringLiteral("Everyone"));
        QCOMPARE(await(d.tenantSession->identityOperations().roleAssignment(d.nth(1), QStringLiteral("nobody")))
                     .error()
                     .code,
            ErrorCode::NotFound);
    }
    void openOperationsAreFollowedAfterARestart()
    {
        auto o = quick();
        o.processing = std::chrono::milliseconds(1200);
        OperationStand d(o);
        const auto asked = await(d.tenantSession->identityOperations().process({d.nth(1)}));
        QCOMPARE(asked->size(), 1);
        d.open(); // as a new process does
        d.ops().follow();
        QCOMPARE(d.over(asked->first().id).state, OperationState::Done);
    }
    // A process that died between the record and the answer: nothing is sent again, and what can be seen is looked at.
    void anAbandonedIntentIsUnknownOrSeen_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<int>("state");
        QTest::newRow("reset") << int(domain::OperationKind::ResetIdentity)
                               << QString::fromLatin1(lab::People::idOf(0, 1)) << int(OperationState::Unknown);
        QTest::newRow("deletion that was done")
            << int(domain::OperationKind::DeleteIdentity) << QStringLiteral("2c9180000000000000000000000000ff")
            << int(OperationState::Done);
        QTest::newRow("deletion that was not")
            << int(domain::OperationKind::DeleteIdentity) << QString::fromLatin1(lab::People::idOf(2, 1))
            << int(OperationState::Unknown);
    }
    void anAbandonedIntentIsUnknownOrSeen()
    {
        QFETCH(int, kind);
        QFETCH(QString, subject);
        QFETCH(int, state);
        OperationStand d;
        Operation o;
        o.id = QStringLiteral("op1");
        o.tenant = d.tenant.id;
        o.kind = domain::OperationKind(kind);
        o.subjects << subject;
        o.createdAt = o.updatedAt = d.clock->now() - 2 * core::minuteMs;
        domain::AuditEvent a;
        a.actor = a.action = a.tenant = a.subject = a.outcome = QStringLiteral("test");
        QVERIFY(await(d.ledger->operations().add(o, a)));
        d.ops().follow();
        QTRY_COMPARE_WITH_TIMEOUT(int(await(d.ops().operation(QStringLiteral("op1")))->state), state, 10000);
        QCOMPARE(await(d.tenantSession->identityOperations().identity(d.nth(0)))->status, QStringLiteral("REGISTERED"));
    }
    void listingTakesFiltersAndRefusesUnknownOnes()
    {
        OperationStand d;
        services::IdentityOperations::LiveQuery q;
        q.limit = 7;
        QCOMPARE(await(d.tenantSession->identityOperations().identities(q))->all.size(), 7);
        q.filters = QStringLiteral("id eq \"") + d.nth(4).str() + QLatin1Char('"');
        QCOMPARE(await(d.tenantSession->identityOperations().identities(q))->all.size(), 1);
        q.filters = QStringLiteral("shoeSize eq 44");
        QCOMPARE(await(d.tenantSession->identityOperations().identities(q)).error().code, ErrorCode::Rejected);
        auto o = quick();
        o.hasUser = false;
        LabFixture app(o); // a client without a user may not list
        QCOMPARE(await(app.tenantSession->identityOperations().identities({})).error().code, ErrorCode::Forbidden);
    }
};
IDV_TEST(AskingSailPoint)
#include "tst_operations.moc"
