#include "lab/sailpoint/people.h"
#include "net/iiq/scim.h"
#include "net/sailpoint/identities.h"
#include "services/verification/resultwriter.h"
#include "support/ownparts.h"
#include "support/registry.h"

using domain::Session;
using domain::WriteBackPlan;
using domain::WriteBackStrategy;
using support::await;
using support::OwnParts;

namespace {

struct Written : OwnParts
{
    explicit Written(const lab::Options &o = support::quick(), const std::function<void(domain::Tenant &)> &change = {})
        : OwnParts(o, change)
    {
        person = QString::fromLatin1(lab::People::idOf(4, o.seed));
    }
    services::ResultWriter writer{connections, *context};
    QString person;
    Session session(const char *id = "s1") const
    {
        Session s;
        s.id = core::SessionId(QString::fromLatin1(id));
        s.request.identity = core::IdentityId(person);
        s.providerId = core::ProviderSessionId(QStringLiteral("k1-1"));
        return s;
    }
    WriteBackPlan plan(WriteBackStrategy strategy, const char *word = "VERIFIED") const
    {
        return {strategy, {{domain::Field::IdvStatus, QStringLiteral("idvStatus"), QString::fromLatin1(word)}}};
    }
    core::Status send(WriteBackStrategy strategy, const char *word = "VERIFIED")
    {
        return await(writer.send(plan(strategy, word), session()));
    }
    /// As SailPoint shows it.
    QString shown()
    {
        const auto p = await(net::sailpoint::getIdentity(connections.api, core::IdentityId(person)));
        return p ? p->attributes.texts.value(QStringLiteral("idvStatus")) : p.error().text;
    }
};

} // namespace

class WritingResults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutAStrategyNothingIsSent()
    {
        Written d;
        const auto before = d.connections.sailpointHttp.requestCount();
        QVERIFY(d.send(WriteBackStrategy::None));
        QCOMPARE(d.connections.sailpointHttp.requestCount(), before);
    }
    void anAccountIsMadeOnceAndPatchedThen()
    {
        Written d(support::quick(), [](domain::Tenant &t) { t.writeBack = WriteBackStrategy::Account; });
        d.person = QString::fromLatin1(lab::People::idOf(6, support::quick().seed)); // has none yet
        QVERIFY(d.send(WriteBackStrategy::Account));
        QCOMPARE(d.sailpoint("POST /accounts"), 1);
        QCOMPARE(d.sailpoint("PATCH /accounts"), 0);
        QTRY_COMPARE(d.shown(), QStringLiteral("VERIFIED"));
        // Its person is processed at once, and which task does it is known until it is forgotten.
        const QString task = d.writer.taskOf(core::SessionId(QStringLiteral("s1")));
        QVERIFY(!task.isEmpty());
        QTRY_VERIFY(await(d.writer.taskState(task))->isOver);
        QVERIFY(await(d.writer.taskState(task))->isGood);
        QVERIFY(d.send(WriteBackStrategy::Account, "FAILED"));
        QCOMPARE(d.sailpoint("POST /accounts"), 1);
        QCOMPARE(d.sailpoint("PATCH /accounts"), 1);
        QTRY_COMPARE(d.shown(), QStringLiteral("FAILED"));
        d.writer.forgetTask(core::SessionId(QStringLiteral("s1")));
        QVERIFY(d.writer.taskOf(core::SessionId(QStringLiteral("s1"))).isEmpty());
    }
    void withoutTheRightToProcessItIsWrittenAllTheSame()
    {
        auto o = support::quick();
        o.scopes = {QStringLiteral("idn:accounts:read"), QStringLiteral("idn:accounts:manage"),
            QStringLiteral("idn:identity:read")};
        Written d(o);
        QVERIFY(d.send(WriteBackStrategy::Account));
        QVERIFY(d.writer.taskOf(core::SessionId(QStringLiteral("s1"))).isEmpty());
        QTRY_COMPARE(d.shown(), QStringLiteral("VERIFIED"));
    }
    void aWorkflowIsRunOnce()
    {
        Written d;
        QVERIFY(d.send(WriteBackStrategy::Workflow));
        QTRY_COMPARE(d.shown(), QStringLiteral("VERIFIED"));
        QCOMPARE(d.sailpoint("POST /workflows"), 1);
    }
    void whereTheTokenMayNotTheWorkflowsOwnClientDoes()
    {
        auto o = support::quick();
        o.scopes = {QStringLiteral("idn:identity:read")};
        Written d(o);
        const auto refused = d.send(WriteBackStrategy::Workflow);
        QVERIFY(!refused); // nobody knows the workflow's own client yet
        QCOMPARE(refused.error().code, core::ErrorCode::Forbidden);
        const auto &e = d.lab->endpoints();
        d.vault.hold(services::secretKey(d.tenant.id, services::secretname::workflowId),
            core::makeSecret(e.workflowClientId.toUtf8()));
        d.vault.hold(services::secretKey(d.tenant.id, services::secretname::workflow),
            core::makeSecret(e.workflowClientSecret.toUtf8()));
        QVERIFY(d.send(WriteBackStrategy::Workflow));
        QTRY_COMPARE(d.shown(), QStringLiteral("VERIFIED"));
    }
    void aTenantWithoutTheCallIsAskedForItOnce()
    {
        Written d;
        const auto first = d.send(WriteBackStrategy::DirectPatch);
        QVERIFY(!first);
        QCOMPARE(first.error().code, core::ErrorCode::NotFound);
        QVERIFY(first.error().text.contains(QLatin1String("account")));
        const auto asked = d.sailpoint("PATCH /identities");
        QCOMPARE(asked, 1);
        const QString memory = QStringLiteral("seed-patch:") + d.tenant.id.str();
        QTRY_COMPARE(*await(d.ledger->settings().value(memory)), QStringLiteral("no"));
        QVERIFY(!d.send(WriteBackStrategy::DirectPatch));
        QCOMPARE(d.sailpoint("PATCH /identities"), asked);
    }
    void aTenantWithTheCallIsWrittenTo()
    {
        auto o = support::quick();
        o.directPatch = true;
        Written d(o);
        QVERIFY(d.send(WriteBackStrategy::DirectPatch));
        QTRY_COMPARE(d.shown(), QStringLiteral("VERIFIED"));
        QCOMPARE(d.sailpoint("PATCH /identities"), 2); // an empty one first: does it exist?
        QVERIFY(d.send(WriteBackStrategy::DirectPatch, "FAILED"));
        QCOMPARE(d.sailpoint("PATCH /identities"), 3);
    }
    void inIdentityIqTheRecordIsReplaced()
    {
        Written d(support::quick(), support::useIdentityIq);
        QVERIFY(d.send(WriteBackStrategy::Scim));
        QCOMPARE(d.identityIq("PUT /scim/v2/Users"), 1);
        const auto user = await(net::iiq::person(d.connections.api, core::IdentityId(d.person)));
        QVERIFY(user);
        QCOMPARE(user->attributes.texts.value(QStringLiteral("idvStatus")), QStringLiteral("VERIFIED"));
        QVERIFY(!user->attributes.texts.value(QStringLiteral("employeeNumber")).isEmpty());
    }
    void inIdentityIqAWorkflowHasATask()
    {
        Written d(support::quick(), support::useIdentityIq);
        QVERIFY(d.send(WriteBackStrategy::Workflow));
        const QString task = d.writer.taskOf(core::SessionId(QStringLiteral("s1")));
        QVERIFY(!task.isEmpty());
        QTRY_VERIFY(await(d.writer.taskState(task))->isOver);
        QVERIFY(await(d.writer.taskState(task))->isGood);
        QVERIFY(!await(d.writer.taskState(QStringLiteral("none"))));
        QVERIFY(!await(d.writer.runWorkflow(QStringLiteral("Another"), {})));
    }
};
IDV_TEST(WritingResults)
#include "tst_resultwriter.moc"
