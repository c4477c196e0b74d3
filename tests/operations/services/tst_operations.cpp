#include "lab/sailpoint/people.h"
#include "net/sailpoint/identityactions.h"
#include "services/operations/operations.h"
#include "services/readiness/readiness.h"
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
using support::quick;

namespace {

struct Stand : LabFixture
{
    explicit Stand(lab::Options o = quick(), const std::function<void(domain::Tenant &)> &change = {})
        : LabFixture(o, change)
    {
        QVERIFY(sync());
    }
    services::Operations &ops() { return tenantSession->operations(); }
    /// The n-th person in id order; one in ten owns something, one in four has registered.
    core::IdentityId nth(quint32 n) const { return core::IdentityId(QString::fromLatin1(lab::People::idOf(2 * n, 1))); }
    Operation over(const QString &id)
    {
        Operation o;
        (void)QTest::qWaitFor(
            [&] {
                o = *await(ops().operation(id));
                return domain::isOver(o.state);
            },
            15000);
        return o;
    }
    QStringList audited()
    {
        QStringList out;
        const auto all = *await(ledger->auditRecords(1, 500));
        for (const auto &r : all)
            out << r.event.action + QLatin1Char(':') + r.event.outcome;
        return out;
    }
    QString profileNamed(const char *name)
    {
        const auto all = *await(ops().profiles());
        for (const auto &v : all) {
            if (v.toObject().value(QLatin1String("name")) == QLatin1String(name))
                return v.toObject().value(QLatin1String("id")).toString();
        }
        return {};
    }
};

} // namespace

class AskingSailPoint : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anOwnerIsNotDeletedAndNothingIsAsked()
    {
        Stand d;
        const auto owner = d.nth(3);
        QCOMPARE(await(d.ops().ownership(owner))->count(), 3);
        const auto refused = await(d.ops().deleteIdentity(owner));
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY(refused.error().detail.contains(QLatin1String("Store manager")));
        QVERIFY(await(d.ops().operations())->isEmpty());
        QVERIFY(await(d.ops().identity(owner)));
    }
    void aDeletedPersonIsSeenGoneEverywhere()
    {
        Stand d;
        const auto id = d.nth(1);
        QVERIFY(await(d.tenantSession->person(id)));
        const auto o = await(d.ops().deleteIdentity(id));
        QVERIFY2(bool(o), o ? "" : qPrintable(o.error().text));
        QCOMPARE(o->state, OperationState::Done);
        QVERIFY(!o->trackingId.isEmpty());
        QCOMPARE(await(d.ops().identity(id)).error().code, ErrorCode::NotFound);
        QTRY_VERIFY(!await(d.tenantSession->person(id)));
        const auto trail = d.audited();
        QVERIFY(trail.indexOf(QStringLiteral("identity.delete:intent")) <
                trail.indexOf(QStringLiteral("identity.delete:done")));
        QVERIFY(trail.contains(QStringLiteral("identity.delete:intent")) &&
                trail.contains(QStringLiteral("identity.delete:done")));
        // Deleted elsewhere: a plain refusal, and nothing half done.
        QCOMPARE(await(d.ops().deleteIdentity(id)).error().code, ErrorCode::NotFound);
    }
    void aProtectedIdentityIsRefusedBySailPoint()
    {
        Stand d;
        const auto refused = await(d.ops().deleteIdentity(d.nth(5)));
        QCOMPARE(refused.error().code, ErrorCode::Rejected);
        QVERIFY(refused.error().detail.contains(QLatin1String("protected")));
        QCOMPARE(await(d.ops().operations())->first().state, OperationState::Refused);
    }
    void registeredPeopleAreLeftOutOfAnInvitation()
    {
        Stand d;
        const auto plan = await(d.ops().planInvitation({d.nth(0), d.nth(1), d.nth(2), d.nth(4)}));
        QCOMPARE(plan->registered, 2);
        QCOMPARE(plan->people.size(), 2);
        const auto asked = await(d.ops().invite(plan->people));
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
        Stand d(o);
        QList<core::IdentityId> many;
        for (quint32 i = 0; i < 501; ++i)
            many << d.nth(i);
        const auto all = await(d.ops().process(many), 20000);
        QVERIFY(all);
        QCOMPARE(all->size(), 3);
        QCOMPARE(all->last().subjects.size(), 1);
        for (const auto &one : *all)
            QCOMPARE(d.over(one.id).state, OperationState::Done);
    }
    void synchronisingHasATenSecondPause()
    {
        Stand d;
        QCOMPARE(d.ops().secondsToSynchronize(d.nth(1)), 0);
        QCOMPARE(await(d.ops().synchronize(d.nth(1)))->state, OperationState::Submitted);
        QVERIFY(d.ops().secondsToSynchronize(d.nth(1)) > 8);
        const auto again = await(d.ops().synchronize(d.nth(1)));
        QCOMPARE(again.error().code, ErrorCode::RateLimited);
        QVERIFY(again.error().retryAfter && again.error().retryAfter->count() <= 10);
        QCOMPARE(await(d.ops().operations())->size(), 1); // the second was not even recorded: it was not asked
        QCOMPARE(d.ops().secondsToSynchronize(d.nth(2)), 0);
    }
    void aResetIdentityIsNoLongerRegistered()
    {
        Stand d;
        QCOMPARE(await(d.ops().identity(d.nth(0)))->value(QLatin1String("identityStatus")).toString(),
            QStringLiteral("REGISTERED"));
        QVERIFY(await(d.ops().resetIdentity(d.nth(0))));
        QCOMPARE(await(d.ops().identity(d.nth(0)))->value(QLatin1String("identityStatus")).toString(),
            QStringLiteral("UNREGISTERED"));
    }
    void aLockedTenantIsAskedNothing()
    {
        Stand d(quick(), [](domain::Tenant &t) { t.readOnly = true; });
        QCOMPARE(await(d.ops().resetIdentity(d.nth(0))).error().code, ErrorCode::Conflict);
        QCOMPARE(await(d.ops().deleteProfiles({d.profileNamed("Board")})).error().code, ErrorCode::Conflict);
        QVERIFY(await(d.ops().operations())->isEmpty());
        QCOMPARE(await(d.ops().roleAssignments(d.nth(1)))->size(), 2); // reading is allowed
    }
    void withoutARecordNothingIsAsked()
    {
        Stand d;
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("side"));
        db.setDatabaseName(d.dir.filePath(QStringLiteral("ledger.db")));
        QVERIFY(db.open());
        QVERIFY(QSqlQuery(db).exec(
            QStringLiteral("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'disk full'); END")));
        QVERIFY(!await(d.ops().resetIdentity(d.nth(0))));
        QCOMPARE(await(d.ops().identity(d.nth(0)))->value(QLatin1String("identityStatus")).toString(),
            QStringLiteral("REGISTERED"));
        QVERIFY(await(d.ops().operations())->isEmpty());
        db.close();
    }
    void roleAssignmentsInBothForms()
    {
        Stand d;
        const auto brief = await(d.ops().roleAssignments(d.nth(1)));
        QCOMPARE(brief->size(), 2);
        QVERIFY(brief->first().assigner.isEmpty() && brief->first().added);
        const auto full = await(d.ops().roleAssignments(d.nth(1), {}, QStringLiteral("Everyone")));
        QCOMPARE(full->size(), 1);
        QCOMPARE(full->first().assigner, QStringLiteral("Lab Owner"));
        QCOMPARE(await(d.ops().roleAssignment(d.nth(1), full->first().id))->roleName, QStringLiteral("Everyone"));
        QCOMPARE(await(d.ops().roleAssignment(d.nth(1), QStringLiteral("nobody"))).error().code, ErrorCode::NotFound);
    }
    void aProfileIsCreatedChangedExportedImportedAndDeleted()
    {
        Stand d;
        QCOMPARE(await(d.ops().profiles())->size(), 5);
        QCOMPARE(await(d.ops().createProfile({{QStringLiteral("name"), QStringLiteral("Night shift")}})).error().field,
            QStringLiteral("source"));
        QVERIFY(await(d.ops().createProfile({{QStringLiteral("name"), QStringLiteral("Night shift")},
            {QStringLiteral("authoritativeSource"),
                QJsonObject{{QStringLiteral("type"), QStringLiteral("SOURCE")},
                    {QStringLiteral("id"), QStringLiteral("hr")}, {QStringLiteral("name"), QStringLiteral("HR")}}}})));
        const QString id = d.profileNamed("Night shift");
        QVERIFY(!id.isEmpty());
        const QString modified = await(d.ops().profile(id))->value(QLatin1String("modified")).toString();
        const QJsonArray patch{QJsonObject{{QStringLiteral("op"), QStringLiteral("replace")},
            {QStringLiteral("path"), QStringLiteral("/priority")}, {QStringLiteral("value"), 77}}};
        QTest::qWait(5);
        QVERIFY(await(d.ops().updateProfile(id, patch, modified)));
        QCOMPARE(await(d.ops().profile(id))->value(QLatin1String("priority")).toInt(), 77);
        // Somebody else was there meanwhile: nothing is changed.
        QCOMPARE(await(d.ops().updateProfile(id, patch, modified)).error().code, ErrorCode::Conflict);
        const auto exported = await(d.ops().exportProfiles(id));
        QCOMPARE(exported->size(), 1);
        const auto imported = await(d.ops().importProfiles(*exported));
        QVERIFY2(bool(imported), imported ? "" : qPrintable(imported.error().text));
        QCOMPARE(imported->imported, QStringList{QStringLiteral("Night shift")});
        QFile backup(imported->backup);
        QVERIFY(backup.open(QIODevice::ReadOnly));
        QCOMPARE(QJsonDocument::fromJson(backup.readAll()).array().size(), 1);
        QCOMPARE(await(d.ops().importProfiles({QJsonObject{{QStringLiteral("no"), 1}}})).error().field,
            QStringLiteral("file"));
        // A 200 that holds errors is no success.
        QJsonObject sourceless = exported->first().toObject().value(QLatin1String("object")).toObject();
        sourceless.insert(
            QStringLiteral("authoritativeSource"), QJsonObject{{QStringLiteral("id"), QStringLiteral("gone")}});
        const auto partly =
            await(d.ops().importProfiles({exported->first(), QJsonObject{{QStringLiteral("object"), sourceless}}}));
        QVERIFY(partly);
        QCOMPARE(partly->operation.state, OperationState::Failed);
        QCOMPARE(partly->faults.size(), 1);
        QVERIFY(!d.audited().filter(QStringLiteral("profile.import:failed")).isEmpty());
        const auto deleted = await(d.ops().deleteProfiles({id, d.profileNamed("Board")}));
        QCOMPARE(deleted->state, OperationState::Asked); // not done until the task says so
        QCOMPARE(d.over(deleted->id).state, OperationState::Done);
        QCOMPARE(await(d.ops().profiles())->size(), 4);
    }
    void aRefreshOnlyWhereSailPointWantsOne()
    {
        Stand d;
        QCOMPARE(await(d.ops().refreshProfile(d.profileNamed("Employees"))).error().code, ErrorCode::Conflict);
        const auto asked = await(d.ops().refreshProfile(d.profileNamed("Contractors")));
        QCOMPARE(asked->state, OperationState::Asked);
        QCOMPARE(d.over(asked->id).state, OperationState::Done);
        QVERIFY(!await(d.ops().profile(d.profileNamed("Contractors")))
                     ->value(QLatin1String("identityRefreshRequired"))
                     .toBool());
    }
    void aPreviewShowsBothValuesAndSavesNothing()
    {
        Stand d;
        const auto p = await(d.ops().profile(d.profileNamed("Employees")));
        const auto seen =
            await(d.ops().preview(d.nth(1), p->value(QLatin1String("identityAttributeConfig")).toObject()));
        QVERIFY(seen);
        const auto lines = seen->value(QLatin1String("previewAttributes")).toArray();
        QCOMPARE(lines.size(), 15);
        QVERIFY(lines.first().toObject().contains(QLatin1String("previousValue")));
        QCOMPARE(await(d.ops().defaultConfig(d.profileNamed("Employees")))
                     ->value(QLatin1String("attributeTransforms"))
                     .toArray()
                     .size(),
            8);
        QCOMPARE(await(d.ops().lifecycleStates(d.profileNamed("Employees")))->size(), 3);
        QVERIFY(await(d.ops().operations())->isEmpty());
    }
    void openOperationsAreFollowedAfterARestart()
    {
        auto o = quick();
        o.processing = std::chrono::milliseconds(1200);
        Stand d(o);
        const auto asked = await(d.ops().process({d.nth(1)}));
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
        Stand d;
        Operation o;
        o.id = QStringLiteral("op1");
        o.tenant = d.tenant.id;
        o.kind = domain::OperationKind(kind);
        o.subjects << subject;
        o.createdAt = o.updatedAt = d.clock->now() - 2 * core::minuteMs;
        domain::AuditEvent a;
        a.actor = a.action = a.tenant = a.subject = a.outcome = QStringLiteral("test");
        QVERIFY(await(d.ledger->addOperation(o, a)));
        d.ops().follow();
        QTRY_COMPARE_WITH_TIMEOUT(int(await(d.ops().operation(QStringLiteral("op1")))->state), state, 10000);
        QCOMPARE(await(d.ops().identity(d.nth(0)))->value(QLatin1String("identityStatus")).toString(),
            QStringLiteral("REGISTERED"));
    }
    void listingTakesFiltersAndRefusesUnknownOnes()
    {
        Stand d;
        services::Operations::LiveQuery q;
        q.limit = 7;
        QCOMPARE(await(d.ops().identities(q))->size(), 7);
        q.filters = QStringLiteral("id eq \"") + d.nth(4).str() + QLatin1Char('"');
        QCOMPARE(await(d.ops().identities(q))->size(), 1);
        q.filters = QStringLiteral("shoeSize eq 44");
        QCOMPARE(await(d.ops().identities(q)).error().code, ErrorCode::Rejected);
        auto o = quick();
        o.hasUser = false;
        LabFixture app(o); // a client without a user may not list
        QCOMPARE(await(app.tenantSession->operations().identities({})).error().code, ErrorCode::Forbidden);
    }
    static QString levelOf(const QList<services::ReadinessLine> &lines, const char *text)
    {
        for (const auto &l : lines) {
            if (l.text.startsWith(QLatin1String(text)))
                return services::testLevelKey(l.level);
        }
        return QStringLiteral("not asked");
    }
    void theDoctorSaysWhatIsMissingAndWhatItMayNotRead()
    {
        auto o = quick();
        o.hasUser = false;
        o.missingAttributes << QStringLiteral("idvIAL");
        o.clockOffset = std::chrono::minutes(6);
        LabFixture d(o, [](domain::Tenant &t) {
            t.writeBack = domain::WriteBackStrategy::Account;
            t.idvSourceId = QStringLiteral("no-such-source");
            t.callbackBaseUrl = QStringLiteral("https://acme.api.identitynow.com/x");
        });
        const auto lines = await(d.tenantSession->readiness().run(), 20000);
        QVERIFY(lines);
        QCOMPARE(levelOf(*lines, "Identity attribute idvIAL"), QStringLiteral("fail"));
        QCOMPARE(levelOf(*lines, "Identity attribute idvStatus"), QStringLiteral("pass"));
        QCOMPARE(levelOf(*lines, "Profile Employees"), QStringLiteral("warn"));
        QCOMPARE(levelOf(*lines, "Flat-file source"), QStringLiteral("fail"));
        QCOMPARE(levelOf(*lines, "OAuth clients: this token may not read it"), QStringLiteral("warn"));
        QCOMPARE(levelOf(*lines, "People with an e-mail"), QStringLiteral("pass"));
        QCOMPARE(levelOf(*lines, "Clock of SailPoint"), QStringLiteral("fail"));
        // Asked twice it answers twice.
        QCOMPARE(await(d.tenantSession->readiness().run(), 20000)->size(), lines->size());
    }
    void theDoctorAsksTheWorkflowForItsEcho()
    {
        LabFixture d(quick(), [](domain::Tenant &t) { t.writeBack = domain::WriteBackStrategy::Workflow; });
        const auto lines = await(d.tenantSession->readiness().run(), 20000);
        QVERIFY(lines);
        QCOMPARE(levelOf(*lines, "Workflow IDV results"), QStringLiteral("pass"));
        QCOMPARE(levelOf(*lines, "The workflow's echo test answers"), QStringLiteral("pass"));
        const QString report = services::readinessMarkdown(QStringLiteral("Lab"), 0, *lines);
        QVERIFY(report.contains(QStringLiteral("| ✓ | ")) && !report.contains(d.lab->endpoints().idvApiKey));
    }
    void ownershipInEveryShape_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("entities");
        QTest::newRow("nested list") << QByteArray(
                                            R"({"associationDetails":[{"associationType":"ROLE_OWNER",)"
                                            R"("entities":[{"identityEntity":{"id":"1","name":"A","type":"ROLE"}}]}]})")
                                     << 1;
        QTest::newRow("flat entities")
            << QByteArray(R"({"associationDetails":[{"associationType":"ROLE_OWNER","entities":[{"id":"1","name":"A",)"
                          R"("type":"ROLE"},{"id":"2","name":"B"}]}]})")
            << 2;
        QTest::newRow("one object") << QByteArray(
                                           R"({"message":"x","associationDetails":{"associationType":"CAMPAIGN_OWNER",)"
                                           R"("entities":[{"id":"1","name":"A"}]}})")
                                    << 1;
        QTest::newRow("none") << QByteArray(R"({"associationDetails":[]})") << 0;
        QTest::newRow("absent") << QByteArray("{}") << 0;
        QTest::newRow("nonsense") << QByteArray(
                                         R"({"associationDetails":[7,{"associationType":"X","entities":["a",null]}]})")
                                  << 0;
    }
    void ownershipInEveryShape()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, entities);
        QCOMPARE(int(net::sailpoint::ownershipFrom(QJsonDocument::fromJson(json).object()).count()), entities);
    }
    void tasksInEveryShape_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("over");
        QTest::addColumn<bool>("good");
        QTest::newRow("running") << QByteArray(R"({"completionStatus":null,"completed":null,"percentComplete":40})")
                                 << false << false;
        QTest::newRow("SUCCESS") << QByteArray(R"({"completionStatus":"SUCCESS","completed":"2026-01-01T00:00:00Z"})")
                                 << true << true;
        QTest::newRow("Success") << QByteArray(R"({"completionStatus":"Success"})") << true << true;
        QTest::newRow("Warning") << QByteArray(R"({"completionStatus":"Warning"})") << true << true;
        QTest::newRow("TEMP_ERROR") << QByteArray(R"({"completionStatus":"TEMP_ERROR"})") << true << false;
        QTest::newRow("TempError") << QByteArray(R"({"completionStatus":"TempError"})") << true << false;
        QTest::newRow("a word of tomorrow") << QByteArray(R"({"completionStatus":"PAUSED_FOREVER"})") << true << false;
        QTest::newRow("completed without a word")
            << QByteArray(R"({"completed":"Mon Aug 21 14:57:39 CDT 2023"})") << true << true;
    }
    void tasksInEveryShape()
    {
        QFETCH(QByteArray, json);
        const auto t = net::sailpoint::taskFrom(QJsonDocument::fromJson(json).object());
        QTEST(t.isOver, "over");
        QTEST(t.isGood, "good");
    }
    void theLooksGetRarerAndEnd()
    {
        core::Instant pause = 0, at = 0;
        QList<core::Instant> pauses;
        while ((pause = domain::nextLook(0, pause, at)) != 0) {
            pauses << pause;
            at += pause;
        }
        QCOMPARE(pauses.first(), 2000);
        QCOMPARE(pauses.last(), 15000);
        QVERIFY(at >= domain::followFor && at < domain::followFor + 20'000);
    }
};
IDV_TEST(AskingSailPoint)
#include "tst_operations.moc"
