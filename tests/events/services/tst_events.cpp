#include "httpd/server.h"
#include "services/events/triggers.h"
#include "services/events/workflows.h"
#include "services/operations/operationtracker.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/sessionstarter.h"
#include "support/labfixture.h"
#include "support/registry.h"
#include <QtTest>

using support::await;
using support::LabFixture;
using support::quick;

namespace {

/// Somebody who listens: what came, and what is answered.
struct Listener
{
    Listener()
        : server(httpd::Server::Handler([this](const httpd::Request &r) {
              seen << r;
              httpd::Response answer;
              answer.status = status;
              answer.body = body;
              return answer;
          }))
    {
        url = QStringLiteral("http://127.0.0.1:%1/events").arg(*server.listen(QHostAddress::LocalHost, 0));
    }
    QList<httpd::Request> seen;
    int status = 200;
    QByteArray body = "{}";
    httpd::Server server;
    QString url;
};

domain::SubscriptionDraft draft(
    const Listener &l, const char *trigger = "idn:identity-attributes-changed", bool asksBack = false)
{
    domain::SubscriptionDraft d;
    d.name = QStringLiteral("Handler");
    d.triggerId = QString::fromLatin1(trigger);
    d.url = l.url;
    d.isRequestResponse = asksBack;
    return d;
}

const core::SecretPtr token = core::makeSecret("0123456789abcdef0123");

} // namespace

class EventTriggers : public QObject
{
    Q_OBJECT
    static domain::Tenant simulated(domain::Tenant t)
    {
        t.environment = domain::Environment::Simulator;
        return t;
    }
    static void makeSimulated(domain::Tenant &t) { t.environment = domain::Environment::Simulator; }
    static QString only(services::Triggers &triggers) { return await(triggers.subscriptions())->at(0).id; }
private Q_SLOTS:
    void aSubscriberIsCalledWithItsToken()
    {
        Listener l;
        LabFixture d(quick(), makeSimulated);
        QVERIFY(await(d.tenantSession->triggers().triggers())->size() >= 9);
        const auto made = await(d.tenantSession->triggers().subscribe(draft(l), token));
        QVERIFY2(bool(made), made ? "" : qPrintable(made.error().text));
        QCOMPARE(made->state, domain::OperationState::Done);
        const QJsonObject input{{QStringLiteral("identity"), QJsonObject{{QStringLiteral("id"), QStringLiteral("i1")}}},
            {QStringLiteral("changes"), QJsonArray{}}};
        const auto tested = await(
            d.tenantSession->triggers().test(QStringLiteral("idn:identity-attributes-changed"), input, {}, false));
        QVERIFY(tested);
        QCOMPARE(tested->invocations.size(), 1);
        QVERIFY(!tested->invocations.at(0).raw.contains(QLatin1String("secret")));
        QTRY_COMPARE(l.seen.size(), 1);
        QCOMPARE(l.seen.first().header("Authorization"), QByteArray("Bearer 0123456789abcdef0123"));
        QCOMPARE(QJsonDocument::fromJson(l.seen.first().body).object(), input);
        QTRY_COMPARE(domain::invocationState(await(d.tenantSession->triggers().invocations())->at(0)),
            domain::InvocationState::Completed);
        // What is written down knows of it, and not the token.
        const auto log = *await(d.tenantSession->operations().list());
        QCOMPARE(log.size(), 2);
        QFile ledger(d.dir.filePath(QStringLiteral("ledger.db")));
        QVERIFY(ledger.open(QIODevice::ReadOnly));
        QFile wal(d.dir.filePath(QStringLiteral("ledger.db-wal")));
        const QByteArray kept = ledger.readAll() + (wal.open(QIODevice::ReadOnly) ? wal.readAll() : QByteArray());
        QVERIFY(kept.contains("trigger.test") && !kept.contains("0123456789abcdef0123"));
    }
    void switchingOffAndOnKeepsTheSecret()
    {
        Listener l;
        LabFixture d(quick(), makeSimulated);
        QVERIFY(await(d.tenantSession->triggers().subscribe(draft(l), token)));
        const QString id = only(d.tenantSession->triggers());
        QVERIFY(await(d.tenantSession->triggers().setEnabled(id, false)));
        QCOMPARE(await(d.tenantSession->triggers().subscriptions())->at(0).isEnabled.value_or(true), false);
        QVERIFY(await(d.tenantSession->triggers().test(QStringLiteral("idn:source-updated"), {}, {}, false))
                    ->invocations.isEmpty()); // 204: nobody subscribed
        QVERIFY(await(d.tenantSession->triggers().setEnabled(id, true)));
        QCOMPARE(
            await(d.tenantSession->triggers().test(QStringLiteral("idn:identity-attributes-changed"), {}, {id}, false))
                ->invocations.size(),
            1);
        QTRY_COMPARE(l.seen.size(), 1);
        QCOMPARE(l.seen.first().header("Authorization"), QByteArray("Bearer 0123456789abcdef0123"));
        QVERIFY(await(d.tenantSession->triggers().unsubscribe(id)));
        QVERIFY(await(d.tenantSession->triggers().subscriptions())->isEmpty());
        QVERIFY(!await(d.tenantSession->triggers().unsubscribe(id)));
    }
    void aChangedSubscriptionKeepsItsSecretUntilItIsGivenAgain()
    {
        Listener l;
        LabFixture d(quick(), makeSimulated);
        QVERIFY(await(d.tenantSession->triggers().subscribe(draft(l), token)));
        auto wanted = draft(l);
        wanted.name = QStringLiteral("Renamed");
        wanted.filter = QStringLiteral("$.changes[?(@.attribute == \"idvStatus\")]");
        auto now = await(d.tenantSession->triggers().subscriptions())->at(0);
        QVERIFY(await(d.tenantSession->triggers().change(now, wanted, {})));
        now = await(d.tenantSession->triggers().subscriptions())->at(0);
        QCOMPARE(now.name, QStringLiteral("Renamed"));
        QVERIFY(await(d.tenantSession->triggers().test(wanted.triggerId, {}, {}, false)));
        QTRY_COMPARE(l.seen.size(), 1);
        QCOMPARE(l.seen.last().header("Authorization"), QByteArray("Bearer 0123456789abcdef0123"));
        wanted.url += QStringLiteral("/moved");
        QCOMPARE(await(d.tenantSession->triggers().change(now, wanted, {})).error().field, QStringLiteral("secret"));
        QVERIFY(await(d.tenantSession->triggers().change(now, wanted, core::makeSecret("another-token-of-16"))));
        QVERIFY(await(d.tenantSession->triggers().test(wanted.triggerId, {}, {}, false)));
        QTRY_COMPARE(l.seen.size(), 2);
        QCOMPARE(l.seen.last().header("Authorization"), QByteArray("Bearer another-token-of-16"));
        QCOMPARE(l.seen.last().path, QByteArray("/events/moved"));
        QCOMPARE(await(d.tenantSession->triggers().change(
                           await(d.tenantSession->triggers().subscriptions())->at(0), wanted, {}))
                     .error()
                     .field,
            QStringLiteral("patch")); // nothing differs
    }
    void aWriteBackIsToldToWhoeverSubscribed()
    {
        Listener l;
        LabFixture d(quick(), [](domain::Tenant &t) {
            makeSimulated(t);
            t.writeBack = domain::WriteBackStrategy::Account;
        });
        QVERIFY(d.sync());
        auto s = draft(l);
        s.filter = QStringLiteral("$.changes[?(@.attribute == \"idvStatus\" && @.newValue == \"VERIFIED\")]");
        QVERIFY(await(d.tenantSession->triggers().subscribe(s, token)));
        d.tenantSession->verifier().monitor().watch();
        const auto person = d.anyone();
        QVERIFY(await(d.tenantSession->verifier().starter().start(person, d.request())));
        QTRY_COMPARE_WITH_TIMEOUT(l.seen.size(), 1, 10000);
        const QJsonObject event = QJsonDocument::fromJson(l.seen.first().body).object();
        QCOMPARE(
            event.value(QLatin1String("identity")).toObject().value(QLatin1String("id")).toString(), person.id.str());
        QVERIFY(event.value(QLatin1String("changes")).toArray().size() >= 5); // all of one moment in one event
    }
    void answersAreTakenAndDeadlinesKept()
    {
        Listener l;
        l.body = R"({"approved":true,"comment":"ok","approver":"idv"})";
        LabFixture d(quick(), makeSimulated);
        QVERIFY(await(d.tenantSession->triggers().subscribe(draft(l, "idn:access-request-pre-approval", true), token)));
        QVERIFY(
            await(d.tenantSession->triggers().test(QStringLiteral("idn:access-request-pre-approval"), {}, {}, false)));
        QTRY_COMPARE(domain::invocationState(await(d.tenantSession->triggers().invocations())->at(0)),
            domain::InvocationState::Completed);
        const QJsonObject raw = await(d.tenantSession->triggers().invocations())->at(0).raw;
        QVERIFY(
            raw[QLatin1String("completeInvocationInput")][QLatin1String("output")][QLatin1String("approved")].toBool());
        l.status = 502;
        QVERIFY(
            await(d.tenantSession->triggers().test(QStringLiteral("idn:access-request-pre-approval"), {}, {}, false)));
        QTRY_COMPARE(domain::invocationState(await(d.tenantSession->triggers().invocations())->at(0)),
            domain::InvocationState::Failed);
    }
    void anAnswerThatComesLaterCompletesTheInvocation()
    {
        Listener l;
        LabFixture d(quick(), makeSimulated);
        auto later = draft(l, "idn:access-request-dynamic-approver", true);
        later.mode = domain::DispatchMode::Async;
        QVERIFY(await(d.tenantSession->triggers().subscribe(later, token)));
        QVERIFY(await(d.tenantSession->triggers().test(later.triggerId, {}, {}, false)));
        QTRY_COMPARE(l.seen.size(), 1);
        const QJsonObject metadata =
            QJsonDocument::fromJson(l.seen.first().body).object().value(QLatin1String("_metadata")).toObject();
        QCOMPARE(metadata.value(QLatin1String("responseMode")).toString(), QStringLiteral("async"));
        const QString id = metadata.value(QLatin1String("invocationId")).toString();
        QCOMPARE(domain::invocationState(await(d.tenantSession->triggers().invocations())->at(0)),
            domain::InvocationState::InProgress);
        const QJsonObject output{{QStringLiteral("id"), QStringLiteral("x")},
            {QStringLiteral("name"), QStringLiteral("X")}, {QStringLiteral("type"), QStringLiteral("IDENTITY")}};
        QVERIFY(
            !await(d.tenantSession->triggers().complete(id, core::makeSecret("another one that is wrong"), output)));
        QVERIFY(await(d.tenantSession->triggers().complete(
            id, core::makeSecret(metadata.value(QLatin1String("secret")).toString().toUtf8()), output)));
        QCOMPARE(domain::invocationState(await(d.tenantSession->triggers().invocations())->at(0)),
            domain::InvocationState::Completed);
    }
    void filtersAreTriedBeforeTheyAreUsed()
    {
        LabFixture d(quick(), makeSimulated);
        const QJsonObject input{{QStringLiteral("changes"),
            QJsonArray{QJsonObject{{QStringLiteral("attribute"), QStringLiteral("idvStatus")},
                {QStringLiteral("newValue"), QStringLiteral("FAILED")}}}}};
        QVERIFY(await(d.tenantSession->triggers().filterFault(input,
                          QStringLiteral("$.changes[?(@.attribute == \"idvStatus\" && @.newValue == \"FAILED\")]")))
                    ->isEmpty());
        QVERIFY(await(d.tenantSession->triggers().filterFault(
                          input, QStringLiteral("$.changes[?(@.attribute == \"department\")]")))
                    ->contains(QLatin1String("nothing of this input")));
        QVERIFY(await(d.tenantSession->triggers().filterFault(input, QStringLiteral("$.changes[?(")))
                    ->contains(QLatin1String("JSONPath")));
    }
    void aProductionTenantIsAskedAboutFirst()
    {
        Listener l;
        LabFixture d(quick(), [](domain::Tenant &t) { t.environment = domain::Environment::Production; });
        QCOMPARE(
            await(d.tenantSession->triggers().test(QStringLiteral("idn:identity-created"), {}, {}, false)).error().code,
            core::ErrorCode::Conflict);
        QCOMPARE(d.stats(d.tenant.sailpointUrl).value(QLatin1String("POST /trigger-invocations")).toInt(), 0);
        QVERIFY(await(d.tenantSession->triggers().test(QStringLiteral("idn:identity-created"), {}, {}, true)));
        QCOMPARE(await(d.tenantSession->triggers().subscribe(draft(l), token)).error().field, QStringLiteral("url"));
        auto short_ = draft(l);
        short_.url = QStringLiteral("https://events.acme.example/x");
        QCOMPARE(await(d.tenantSession->triggers().subscribe(short_, core::makeSecret("short"))).error().field,
            QStringLiteral("secret"));
    }
    void aLockedTenantIsLeftAlone()
    {
        Listener l;
        LabFixture d(quick(), [](domain::Tenant &t) {
            makeSimulated(t);
            t.readOnly = true;
        });
        QCOMPARE(await(d.tenantSession->triggers().subscribe(draft(l), token)).error().code, core::ErrorCode::Conflict);
        QCOMPARE(
            await(d.tenantSession->triggers().test(QStringLiteral("idn:identity-created"), {}, {}, true)).error().code,
            core::ErrorCode::Conflict);
        QVERIFY(await(d.tenantSession->triggers().subscriptions())->isEmpty());
    }
    void workflowsAreListedTestedAndGivenAClient()
    {
        LabFixture d(quick(), makeSimulated);
        const auto all = *await(d.tenantSession->workflows().workflows());
        QCOMPARE(all.size(), 3);
        const QString enabled = all.at(0).id, disabled = all.at(2).id;
        QVERIFY(
            !await(d.tenantSession->workflows().testWorkflow(enabled, {}))); // only what is switched off can be tested
        const auto run = await(d.tenantSession->workflows().testWorkflow(
            disabled, {{QStringLiteral("identityId"), QStringLiteral("i1")}}));
        QVERIFY(run && !run->text.isEmpty());
        QTRY_COMPARE(await(d.tenantSession->workflows().execution(run->text))->statusWord, QStringLiteral("Completed"));
        QVERIFY(await(d.tenantSession->workflows().history(run->text))->size() >= 3);
        QCOMPARE(await(d.tenantSession->workflows().executions(disabled))->size(), 1);
        // Another workflow's client would take the place of the one that results are sent with: nothing is asked.
        QCOMPARE(await(d.tenantSession->workflows().createExternalClient(disabled, true)).error().field,
            QStringLiteral("workflow"));
        const auto loose = await(d.tenantSession->workflows().createExternalClient(disabled, false));
        QVERIFY(loose && !loose->isKept && loose->secret->reveal().size() >= 32);
        QVERIFY(!await(d.vault.read(services::secretKey(d.tenant.id, services::secretname::workflowId))));
        const auto client = await(d.tenantSession->workflows().createExternalClient(d.tenant.workflowId, true));
        QVERIFY(client && client->isKept && client->secret->reveal().size() >= 32);
        QCOMPARE(
            await(d.vault.read(services::secretKey(d.tenant.id, services::secretname::workflowId)))->get()->reveal(),
            client->id.toUtf8());
        QVERIFY(!await(d.tenantSession->workflows().createExternalClient(all.at(1).id, false))); // no external trigger
    }
};
IDV_TEST(EventTriggers)
#include "tst_events.moc"
