#include "events/services/eventhouse.h"
#include "services/callbacks/callbackreceiver.h"
#include "services/events/proposals.h"
#include "services/identities/identitydirectory.h"
#include "services/tenants/vendorreach.h"
#include "services/verification/sessions.h"
#include "services/verification/sessionstarter.h"
#include "support/labfixture.h"
#include "support/registry.h"

using domain::Proposal;
using support::await;
using support::EventHouse;
using support::LabFixture;
using support::quick;

class ProposedVerifications : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEventProposesAVerificationOnce()
    {
        EventHouse d;
        d.subscribe(domain::trigger::identityCreated);
        const auto person = d.somebody(domain::IdentityStatus::Never);
        d.raise(domain::trigger::identityCreated, EventHouse::createdInput(person));
        QTRY_COMPARE(d.open().size(), 1);
        const auto p = d.open().first();
        QCOMPARE(p.identity, person.id);
        QCOMPARE(p.reason, domain::Reason::Onboarding);
        QVERIFY(!p.startsItself);
        QCOMPARE(d.stats(d.tenant.idvUrl).value(QLatin1String("POST session")).toInt(), 0); // nobody was asked yet
        auto again = EventHouse::createdInput(person);
        again.insert(
            QStringLiteral("attributes"), QJsonObject{{QStringLiteral("x"), 1}}); // another event about the same person
        d.raise(domain::trigger::identityCreated, again);
        QTRY_COMPARE(d.tenantSession->receiving().counts().seen, 2);
        // An event that proposes nothing leaves nothing that could be awaited.
        QTest::qWait(300);
        QCOMPARE(d.open().size(), 1);
        QVERIFY(d.isInLog(QStringLiteral("proposal.made")));
        QVERIFY(await(d.proposals().dismiss(p.id, QStringLiteral("known for years"))));
        QVERIFY(d.open().isEmpty());
        QVERIFY(d.isInLog(QStringLiteral("proposal.dismiss")));
        QCOMPARE(await(d.proposals().dismiss(p.id, {})).error().code, core::ErrorCode::Conflict);
        QCOMPARE(await(d.proposals().start(p.id)).error().code, core::ErrorCode::Conflict);
    }
    void aPersonStartsWhatWasProposed()
    {
        EventHouse d;
        d.subscribe(domain::trigger::identityCreated);
        d.raise(domain::trigger::identityCreated, EventHouse::createdInput(d.somebody(domain::IdentityStatus::Never)));
        QTRY_COMPARE(d.open().size(), 1);
        const QString id = d.open().first().id;
        const auto first = d.proposals().start(id);
        // A second try meanwhile is refused, and takes nothing from the first.
        QCOMPARE(await(d.proposals().start(id)).error().code, core::ErrorCode::Conflict);
        QVERIFY(!*await(d.ledger->leases().take(
            QStringLiteral("proposal:") + id, QStringLiteral("elsewhere/1/x"), std::chrono::minutes(2))));
        const auto s = await(first);
        QVERIFY2(bool(s), s ? "" : qPrintable(s.error().text));
        QVERIFY(d.open().isEmpty());
        const auto all = *await(d.proposals().list(false));
        QCOMPARE(all.first().state, Proposal::Started);
        QCOMPARE(all.first().session, s->id);
        QCOMPARE(d.settled(s->id).state, domain::SessionState::Verified);
    }
    void onlyWhoHoldsTheTokenIsHeard()
    {
        EventHouse d;
        const auto person = d.somebody(domain::IdentityStatus::Never);
        const QByteArray body = QJsonDocument(EventHouse::createdInput(person)).toJson();
        QCOMPARE(d.post(body, {}), 401);
        QCOMPARE(d.post(body, "Bearer wrong-wrong-wrong-wrong"), 401);
        QCOMPARE(d.post(body, d.bearer(), "text/plain"), 415);
        QCOMPARE(d.post("{\"identity\":{}", d.bearer()), 400);
        QCOMPARE(d.post("{\"hello\":1}", d.bearer()), 422);
        QCOMPARE(d.post("{\"identity\":{\"id\":\"a b\"},\"changes\":[]}", d.bearer()), 422);
        QCOMPARE(d.post("{\"certification\":{\"id\":\"c\"}}", d.bearer()),
            200); // of another trigger: taken, and no rule asks for it
        QCOMPARE(d.post(QByteArray(80 * 1024, 'x'), d.bearer()), 413);
        QCOMPARE(d.post(body, d.bearer(), "application/json", QStringLiteral("/sailpoint/other")), 404);
        QCOMPARE(d.post(body, d.bearer(), "application/json", d.tenant.receiver.path),
            401); // the provider's path has its own proof
        QVERIFY(d.open().isEmpty());
        QCOMPARE(d.post(body, d.bearer()), 200);
        QTRY_COMPARE(d.open().size(), 1);
        QCOMPARE(d.post(body, d.bearer()), 200); // the same once more within the minute
        QTRY_COMPARE(d.tenantSession->receiving().lines().front().verdict, domain::CallbackVerdict::Duplicate);
        QCOMPARE(d.open().size(), 1);
    }
    void withoutTheSettingThereIsNoSuchPath()
    {
        LabFixture d(quick(), [](domain::Tenant &t) {
            t.environment = domain::Environment::Simulator;
            t.receiver.port = 0;
        });
        QVERIFY(await(d.tenantSession->receiving().start()));
        QVERIFY(d.tenantSession->receiving().eventsUrl().isEmpty());
        QNetworkAccessManager m;
        QUrl url(d.tenantSession->receiving().listening().url);
        url.setPath(QStringLiteral("/sailpoint/events"));
        QNetworkRequest r(url);
        r.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
        auto *reply = m.post(r, "{}");
        QVERIFY(QTest::qWaitFor([reply] { return reply->isFinished(); }, 10000));
        QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 404);
        delete reply;
    }
    void aRuleStartsByItselfAndNotMoreThanAllowed()
    {
        EventHouse d;
        auto rules = domain::usualEventRules();
        rules.rules = {rules.rules.at(1)};
        rules.rules[0].startsItself = true;
        rules.startsAnHour = 2;
        QVERIFY(await(d.proposals().setRules(rules)));
        d.subscribe(domain::trigger::identityCreated);
        domain::PeopleQuery q;
        q.status = domain::IdentityStatus::Never;
        const auto people =
            await(d.tenantSession->directory().people(*await(d.tenantSession->directory().all(q))->rows));
        int raised = 0;
        for (const auto &p : *people) {
            if (!p.email.isEmpty() && domain::isActiveLifecycle(p.lifecycle) && raised < 4 && ++raised)
                d.raise(domain::trigger::identityCreated, EventHouse::createdInput(p));
        }
        QCOMPARE(raised, 4);
        QTRY_COMPARE_WITH_TIMEOUT(await(d.proposals().list(false))->size(), 4, 10000);
        const auto states = [&d](Proposal::State s) {
            const auto all = *await(d.proposals().list(false));
            return std::count_if(all.begin(), all.end(), [s](const Proposal &p) { return p.state == s; });
        };
        QTRY_COMPARE_WITH_TIMEOUT(states(Proposal::Started), 2, 10000);
        const auto isSaid = [&d] {
            const auto open = d.open();
            return std::all_of(open.begin(), open.end(), [](const Proposal &p) { return !p.why.isEmpty(); });
        };
        QTRY_VERIFY_WITH_TIMEOUT(isSaid(), 5000);
        QCOMPARE(states(Proposal::Open), 2); // a person is asked about these
        QCOMPARE(await(d.tenantSession->verifier().sessions().list({}))->size(), 2);
        QVERIFY(d.isInLog(QStringLiteral("event-rules.change")));
    }
    void whatStandsAgainstAStartIsSaid()
    {
        EventHouse d;
        auto rules = domain::usualEventRules();
        rules.rules = {rules.rules.at(1)};
        rules.rules[0].startsItself = true;
        QVERIFY(await(d.proposals().setRules(rules)));
        d.subscribe(domain::trigger::identityCreated);
        domain::Identity nobody;
        nobody.id = core::IdentityId(QStringLiteral("00000000000000000000000000000000"));
        nobody.name = QStringLiteral("Nobody There");
        d.raise(domain::trigger::identityCreated, EventHouse::createdInput(nobody));
        QTRY_VERIFY_WITH_TIMEOUT(d.open().size() == 1 && !d.open().first().why.isEmpty(), 10000);
        QCOMPARE(d.open().first().state, Proposal::Open);
        QVERIFY(await(d.tenantSession->verifier().sessions().list({}))->isEmpty());
    }
    void eventsThatCameWhileNobodyWatchedAreSettledLater()
    {
        EventHouse d;
        d.subscribe(domain::trigger::identityCreated);
        const auto person = d.somebody(domain::IdentityStatus::Never);
        domain::TriggerEvent e;
        e.tenant = d.tenant.id;
        e.at = d.clock->now();
        e.triggerId = domain::trigger::identityCreated;
        e.people << domain::EventPerson{person.id, person.name};
        e.replayKey = "k";
        bool isStored = false;
        d.tenantSession.reset(); // stored by a process that was killed right afterwards
        d.ledger->events().store(
            e, [&isStored](domain::CallbackVerdict v) { isStored = v == domain::CallbackVerdict::EventTaken; });
        d.ledger->drain();
        QVERIFY(isStored);
        d.open_();
        QTRY_COMPARE(d.open().size(), 1);
    }
    void whatWasHalfStartedIsTakenUp_data()
    {
        QTest::addColumn<bool>("isSent");
        QTest::addColumn<bool>("isHeld");
        QTest::newRow("killed before the intent of the session") << false << false;
        QTest::newRow("killed after it") << true << false;
        QTest::newRow("another process is at it") << false << true;
    }
    void whatWasHalfStartedIsTakenUp()
    {
        QFETCH(bool, isSent);
        QFETCH(bool, isHeld);
        EventHouse d;
        const auto person = d.somebody(domain::IdentityStatus::Never);
        core::SessionId session;
        Proposal p;
        p.id = QStringLiteral("p1");
        p.tenant = d.tenant.id;
        p.identity = person.id;
        p.triggerId = domain::trigger::identityCreated;
        p.at = d.clock->now() - 5 * core::minuteMs;
        p.state = Proposal::Starting;
        if (isSent) {
            auto r = domain::requestFor(p);
            r.delivery = domain::Delivery::Link;
            session = await(d.tenantSession->verifier().starter().start(person, r))->id;
        }
        domain::TriggerEvent e;
        e.tenant = d.tenant.id;
        e.triggerId = QStringLiteral("idn:source-updated");
        e.replayKey = "k";
        d.tenantSession.reset();
        d.ledger->events().store(e, [](domain::CallbackVerdict) {});
        const auto stored = *await(d.ledger->events().unseen(d.tenant.id));
        QVERIFY(await(d.ledger->events().finalize(stored.first().sequence, {p}, {})));
        if (isHeld)
            QVERIFY(await(d.ledger->leases().take(
                QStringLiteral("proposal:p1"), QStringLiteral("elsewhere/1/x"), std::chrono::minutes(2))));
        d.open_();
        if (isHeld) {
            // Whoever took it up would have done so by then.
            QTest::qWait(800);
            QCOMPARE(await(d.proposals().list(false))->first().state, Proposal::Starting);
            QCOMPARE(await(d.proposals().start(p.id)).error().code, core::ErrorCode::Conflict);
            return;
        }
        QTRY_COMPARE(await(d.proposals().list(false))->first().state, isSent ? Proposal::Started : Proposal::Open);
        const auto now = await(d.proposals().list(false))->first();
        QCOMPARE(now.session, session);
        QCOMPARE(now.why.isEmpty(), isSent);
        QCOMPARE(await(d.tenantSession->verifier().sessions().list({}))->size(), isSent ? 1 : 0);
    }
};
IDV_TEST(ProposedVerifications)
#include "tst_proposals.moc"
