#include "services/callbacks/receiving.h"
#include "services/events/events.h"
#include "services/events/proposals.h"
#include "support/labfixture.h"
#include "support/registry.h"
#include <QJsonArray>
#include <QtTest>

using domain::Proposal;
using support::await;
using support::LabFixture;
using support::quick;

namespace {

/// A tenant whose receiver takes SailPoint's events, subscribed to what is asked for.
struct House : LabFixture
{
    explicit House(lab::Options o = quick())
        : LabFixture(o, [](domain::Tenant &t) {
              t.environment = domain::Environment::Simulator;
              t.writeBack = domain::WriteBackStrategy::Account;
              t.receiver.port = 0;
              t.receiver.takesEvents = true;
          })
    {
        QVERIFY(sync());
        const auto l = await(tenantSession->receiving().start());
        QVERIFY2(bool(l), l ? "" : qPrintable(l.error().text));
        tenantSession->proposals().watch();
        tenantSession->verifier().watch();
    }
    services::Proposals &proposals() { return tenantSession->proposals(); }
    void subscribe(const QString &trigger, domain::DispatchMode mode = domain::DispatchMode::Sync)
    {
        domain::SubscriptionDraft d;
        d.name = QStringLiteral("Own");
        d.triggerId = trigger;
        d.url = tenantSession->receiving().eventsUrl();
        d.isRequestResponse = trigger == domain::trigger::accessRequested || trigger == domain::trigger::approverAsked;
        d.mode = mode;
        const auto made = await(tenantSession->events().subscribe(d, *await(tenantSession->receiving().eventsToken())));
        QVERIFY2(bool(made), made ? "" : qPrintable(made.error().text));
    }
    void open_()
    {
        LabFixture::open();
        tenantSession->proposals().watch();
    }
    QList<Proposal> open() { return *await(proposals().list(true)); }
    /// Somebody of that status, with a level and an e-mail address.
    domain::Identity somebody(domain::IdentityStatus status, int ial = 0)
    {
        domain::PeopleQuery q;
        q.status = status;
        const auto people = await(tenantSession->people(*await(tenantSession->all(q))->rows));
        for (const auto &p : *people) {
            if (p.idv.ial.value_or(0) >= ial && !p.email.isEmpty() && domain::isActiveLifecycle(p.lifecycle))
                return p;
        }
        return {};
    }
    static QJsonObject createdInput(const domain::Identity &p)
    {
        return {{QStringLiteral("identity"),
                    QJsonObject{{QStringLiteral("id"), p.id.str()}, {QStringLiteral("name"), p.name},
                        {QStringLiteral("type"), QStringLiteral("IDENTITY")}}},
            {QStringLiteral("attributes"), QJsonObject{}}};
    }
    static QJsonObject accessInput(const domain::Identity &p, const char *item = "Database Admin")
    {
        return {{QStringLiteral("accessRequestId"), QStringLiteral("req-1")},
            {QStringLiteral("requestedFor"),
                QJsonArray{QJsonObject{{QStringLiteral("id"), p.id.str()}, {QStringLiteral("name"), p.name},
                    {QStringLiteral("type"), QStringLiteral("IDENTITY")}}}},
            {QStringLiteral("requestedItems"), QJsonArray{QJsonObject{{QStringLiteral("id"), QStringLiteral("a")},
                                                   {QStringLiteral("name"), QString::fromLatin1(item)}}}}};
    }
    void raise(const QString &trigger, const QJsonObject &input)
    {
        QVERIFY(await(tenantSession->events().test(trigger, input, {}, false)));
    }
    QJsonObject lastInvocation() { return await(tenantSession->events().invocations())->at(0).toObject(); }
    QJsonObject output()
    {
        return lastInvocation()
            .value(QLatin1String("completeInvocationInput"))
            .toObject()
            .value(QLatin1String("output"))
            .toObject();
    }
    /// Straight to the receiver, as anybody could.
    int post(const QByteArray &body, const QByteArray &authorization, const QByteArray &type = "application/json",
        const QString &path = {})
    {
        QNetworkAccessManager m;
        QUrl url(tenantSession->receiving().eventsUrl());
        if (!path.isEmpty())
            url.setPath(path);
        QNetworkRequest r(url);
        r.setHeader(QNetworkRequest::ContentTypeHeader, type);
        if (!authorization.isEmpty())
            r.setRawHeader("Authorization", authorization);
        auto *reply = m.post(r, body);
        (void)QTest::qWaitFor([reply] { return reply->isFinished(); }, 10000);
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        delete reply;
        return status;
    }
    QByteArray bearer()
    {
        return "Bearer " + QByteArray((*await(tenantSession->receiving().eventsToken()))->reveal().toByteArray());
    }
    bool isInLog(const QString &action)
    {
        const auto all = *await(ledger->auditRecords(1, 1000));
        return std::any_of(
            all.begin(), all.end(), [&action](const domain::AuditRecord &r) { return r.event.action == action; });
    }
};

} // namespace

class ProposedVerifications : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEventProposesAVerificationOnce()
    {
        House d;
        d.subscribe(domain::trigger::identityCreated);
        const auto person = d.somebody(domain::IdentityStatus::Never);
        d.raise(domain::trigger::identityCreated, House::createdInput(person));
        QTRY_COMPARE(d.open().size(), 1);
        const auto p = d.open().first();
        QCOMPARE(p.identity, person.id);
        QCOMPARE(p.reason, domain::Reason::Onboarding);
        QVERIFY(!p.startsItself);
        QCOMPARE(d.stats(d.tenant.idvUrl).value(QLatin1String("POST session")).toInt(), 0); // nobody was asked yet
        auto again = House::createdInput(person);
        again.insert(
            QStringLiteral("attributes"), QJsonObject{{QStringLiteral("x"), 1}}); // another event about the same person
        d.raise(domain::trigger::identityCreated, again);
        QTRY_COMPARE(d.tenantSession->receiving().seen(), 2);
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
        House d;
        d.subscribe(domain::trigger::identityCreated);
        d.raise(domain::trigger::identityCreated, House::createdInput(d.somebody(domain::IdentityStatus::Never)));
        QTRY_COMPARE(d.open().size(), 1);
        const QString id = d.open().first().id;
        const auto first = d.proposals().start(id);
        // A second try meanwhile is refused, and takes nothing from the first.
        QCOMPARE(await(d.proposals().start(id)).error().code, core::ErrorCode::Conflict);
        QVERIFY(!*await(d.ledger->takeLease(
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
        House d;
        const auto person = d.somebody(domain::IdentityStatus::Never);
        const QByteArray body = QJsonDocument(House::createdInput(person)).toJson();
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
        House d;
        auto rules = domain::usualEventRules();
        rules.rules = {rules.rules.at(1)};
        rules.rules[0].startsItself = true;
        rules.startsAnHour = 2;
        QVERIFY(await(d.proposals().setRules(rules)));
        d.subscribe(domain::trigger::identityCreated);
        domain::PeopleQuery q;
        q.status = domain::IdentityStatus::Never;
        const auto people = await(d.tenantSession->people(*await(d.tenantSession->all(q))->rows));
        int raised = 0;
        for (const auto &p : *people) {
            if (!p.email.isEmpty() && domain::isActiveLifecycle(p.lifecycle) && raised < 4 && ++raised)
                d.raise(domain::trigger::identityCreated, House::createdInput(p));
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
        QCOMPARE(await(d.tenantSession->verifier().sessions({}))->size(), 2);
        QVERIFY(d.isInLog(QStringLiteral("event-rules.change")));
    }
    void whatStandsAgainstAStartIsSaid()
    {
        House d;
        auto rules = domain::usualEventRules();
        rules.rules = {rules.rules.at(1)};
        rules.rules[0].startsItself = true;
        QVERIFY(await(d.proposals().setRules(rules)));
        d.subscribe(domain::trigger::identityCreated);
        domain::Identity nobody;
        nobody.id = core::IdentityId(QStringLiteral("00000000000000000000000000000000"));
        nobody.name = QStringLiteral("Nobody There");
        d.raise(domain::trigger::identityCreated, House::createdInput(nobody));
        QTRY_VERIFY_WITH_TIMEOUT(d.open().size() == 1 && !d.open().first().why.isEmpty(), 10000);
        QCOMPARE(d.open().first().state, Proposal::Open);
        QVERIFY(await(d.tenantSession->verifier().sessions({}))->isEmpty());
    }
    void anAccessRequestIsAnsweredAtOnce()
    {
        House d;
        d.subscribe(domain::trigger::accessRequested);
        const auto verified = d.somebody(domain::IdentityStatus::Verified, 2),
                   never = d.somebody(domain::IdentityStatus::Never);
        QVERIFY(!verified.id.isEmpty() && !never.id.isEmpty());
        const auto isApproved = [&d](const QJsonObject &input) {
            d.raise(domain::trigger::accessRequested, input);
            if (!QTest::qWaitFor(
                    [&d] { return domain::invocationState(d.lastInvocation()) != QLatin1String("in-progress"); },
                    12000))
                return -1;
            return d.output().isEmpty() ? -2 : int(d.output().value(QLatin1String("approved")).toBool());
        };
        QCOMPARE(isApproved(House::accessInput(verified)), 1);
        QCOMPARE(isApproved(House::accessInput(never, "Mailbox")), 1); // no rule asks for more
        QCOMPARE(isApproved(House::accessInput(never)), 0);
        QVERIFY(d.output().value(QLatin1String("comment")).toString().contains(QLatin1String("not verified")));
        QTRY_COMPARE(d.open().size(), 1);
        QCOMPARE(d.open().first().identity, never.id);
        QCOMPARE(d.open().first().reason, domain::Reason::PrivilegedAccess);
        QVERIFY(d.lab->setFaults(
            {QStringLiteral("sailpoint:identity:status=500"), QStringLiteral("sailpoint:search:status=500")}));
        QCOMPARE(isApproved(House::accessInput(verified)), 0); // what cannot be read is not verified
        QVERIFY(d.lab->setFaults({}));
        auto nobody = House::accessInput(verified), crowd = nobody;
        nobody.insert(QStringLiteral("requestedFor"), QJsonArray());
        QCOMPARE(isApproved(nobody), 0); // nor is nobody
        QJsonArray many;
        for (int i = 0; i < 60; ++i)
            many.append(QJsonObject{{QStringLiteral("id"), verified.id.str() + QString::number(i)}});
        crowd.insert(QStringLiteral("requestedFor"), many);
        QCOMPARE(isApproved(crowd), 0);
    }
    void anAccessRequestWaitsForTheVerification()
    {
        House d;
        d.subscribe(domain::trigger::accessRequested, domain::DispatchMode::Async);
        const auto never = d.somebody(domain::IdentityStatus::Never);
        d.raise(domain::trigger::accessRequested, House::accessInput(never));
        QTRY_COMPARE(d.open().size(), 1);
        QCOMPARE(domain::invocationState(d.lastInvocation()), QStringLiteral("in-progress"));
        const auto s = await(d.proposals().start(d.open().first().id));
        QVERIFY2(bool(s), s ? "" : qPrintable(s.error().text));
        QTRY_COMPARE_WITH_TIMEOUT(domain::invocationState(d.lastInvocation()), QStringLiteral("completed"), 15000);
        QVERIFY(d.output().value(QLatin1String("approved")).toBool());
        // Verified meanwhile: asked for later, known at once.
        d.raise(domain::trigger::accessRequested, House::accessInput(d.somebody(domain::IdentityStatus::Verified, 2)));
        QTRY_COMPARE_WITH_TIMEOUT(domain::invocationState(d.lastInvocation()), QStringLiteral("completed"), 10000);
        QVERIFY(d.output().value(QLatin1String("approved")).toBool());
        // Nothing of the invocation's secret is written down.
        QByteArray kept;
        for (const char *name : {"ledger.db", "ledger.db-wal"}) {
            QFile f(d.dir.filePath(QString::fromLatin1(name)));
            if (f.open(QIODevice::ReadOnly))
                kept += f.readAll();
        }
        QVERIFY(kept.contains("req-1") && !kept.contains(d.bearer().mid(7)) && !kept.contains("\"secret\""));
    }
    void aDismissedOneIsNotApproved()
    {
        House d;
        d.subscribe(domain::trigger::accessRequested, domain::DispatchMode::Dynamic);
        d.raise(domain::trigger::accessRequested, House::accessInput(d.somebody(domain::IdentityStatus::Never)));
        QTRY_COMPARE(d.open().size(), 1);
        QCOMPARE(domain::invocationState(d.lastInvocation()), QStringLiteral("in-progress"));
        QVERIFY(await(d.proposals().dismiss(d.open().first().id, QStringLiteral("not theirs"))));
        QTRY_COMPARE_WITH_TIMEOUT(domain::invocationState(d.lastInvocation()), QStringLiteral("completed"), 10000);
        QVERIFY(d.output().contains(QLatin1String("approved")) &&
                !d.output().value(QLatin1String("approved")).toBool(true));
    }
    void noFurtherApproverIsNamed()
    {
        House d;
        d.subscribe(domain::trigger::approverAsked);
        d.raise(domain::trigger::approverAsked, House::accessInput(d.somebody(domain::IdentityStatus::Never)));
        QTRY_COMPARE_WITH_TIMEOUT(domain::invocationState(d.lastInvocation()), QStringLiteral("completed"), 10000);
        QCOMPARE(d.output(), domain::noApprover());
    }
    void eventsThatCameWhileNobodyWatchedAreSettledLater()
    {
        House d;
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
        d.ledger->storeEvent(
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
        House d;
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
            session = await(d.tenantSession->verifier().start(person, r))->id;
        }
        domain::TriggerEvent e;
        e.tenant = d.tenant.id;
        e.triggerId = QStringLiteral("idn:source-updated");
        e.replayKey = "k";
        d.tenantSession.reset();
        d.ledger->storeEvent(e, [](domain::CallbackVerdict) {});
        const auto stored = *await(d.ledger->newEvents(d.tenant.id));
        QVERIFY(await(d.ledger->settleEvent(stored.first().sequence, {p}, {})));
        if (isHeld)
            QVERIFY(await(d.ledger->takeLease(
                QStringLiteral("proposal:p1"), QStringLiteral("elsewhere/1/x"), std::chrono::minutes(2))));
        d.open_();
        if (isHeld) {
            QTest::qWait(800);
            QCOMPARE(await(d.proposals().list(false))->first().state, Proposal::Starting);
            QCOMPARE(await(d.proposals().start(p.id)).error().code, core::ErrorCode::Conflict);
            return;
        }
        QTRY_COMPARE(await(d.proposals().list(false))->first().state, isSent ? Proposal::Started : Proposal::Open);
        const auto now = await(d.proposals().list(false))->first();
        QCOMPARE(now.session, session);
        QCOMPARE(now.why.isEmpty(), isSent);
        QCOMPARE(await(d.tenantSession->verifier().sessions({}))->size(), isSent ? 1 : 0);
    }
    void rulesThatCannotBeReadApproveNothing_data()
    {
        QTest::addColumn<QString>("stored");
        QTest::newRow("a word of a newer version") << QStringLiteral(R"({"rules":[],"unless":"x"})");
        QTest::newRow("an unknown reason") << QStringLiteral(
            R"({"rules":[{"name":"a","trigger":"idn:access-request-dynamic-approver","reason":"holiday"}]})");
        QTest::newRow("broken") << QStringLiteral(R"({"rules":[)");
        QTest::newRow("another type") << QStringLiteral(R"({"rules":[],"startsAnHour":"30"})");
    }
    void rulesThatCannotBeReadApproveNothing()
    {
        QFETCH(QString, stored);
        House d;
        d.subscribe(domain::trigger::accessRequested);
        const auto verified = d.somebody(domain::IdentityStatus::Verified, 2);
        const auto isApproved = [&d](const QJsonObject &input) {
            d.raise(domain::trigger::accessRequested, input);
            if (!QTest::qWaitFor(
                    [&d] { return domain::invocationState(d.lastInvocation()) != QLatin1String("in-progress"); },
                    12000))
                return -1;
            return d.output().isEmpty() ? -2 : int(d.output().value(QLatin1String("approved")).toBool());
        };
        const QString setting = QStringLiteral("event-rules:") + d.tenant.id.str();
        QVERIFY(await(d.ledger->setSetting(setting, stored)));
        QCOMPARE(isApproved(House::accessInput(verified)), 0);
        QCOMPARE(isApproved(House::accessInput(verified, "Mailbox")), 0); // not even where no rule would ask
        const auto read = await(d.proposals().rules());
        QVERIFY(!read && read.error().text.contains(QLatin1String("event-rules set")));
        QVERIFY(d.open().isEmpty());
        QCOMPARE(*await(d.ledger->setting(setting)), stored); // kept
        // A person replaces them: the gate opens again.
        QVERIFY(await(d.proposals().setRules(domain::usualEventRules())));
        QCOMPARE(isApproved(House::accessInput(verified)), 1);
    }
    void rulesThatAreWrongAreRefused()
    {
        House d;
        auto rules = domain::usualEventRules();
        rules.rules[0].reason = domain::Reason::AccountRecovery;
        QCOMPARE(await(d.proposals().setRules(rules)).error().field, QStringLiteral("reason"));
        QCOMPARE(*await(d.proposals().rules()), domain::usualEventRules());
    }
};
IDV_TEST(ProposedVerifications)
#include "tst_proposals.moc"
