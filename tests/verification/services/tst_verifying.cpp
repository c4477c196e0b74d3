#include "services/identities/identitydirectory.h"
#include "services/verification/invitationlinks.h"
#include "services/verification/sessioncontrol.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/sessions.h"
#include "services/verification/sessionstarter.h"
#include "support/labfixture.h"
#include "support/registry.h"

using core::ErrorCode;
using domain::SessionState;
using support::await;
using support::LabFixture;
using support::quick;

class Verifying : public QObject
{
    Q_OBJECT
    static void useAccount(domain::Tenant &t) { t.writeBack = domain::WriteBackStrategy::Account; }
private Q_SLOTS:
    void fromNeverToVerifiedAndWritten_data()
    {
        QTest::addColumn<int>("strategy");
        QTest::newRow("account") << int(domain::WriteBackStrategy::Account);
        QTest::newRow("workflow") << int(domain::WriteBackStrategy::Workflow);
        QTest::newRow("seed") << int(domain::WriteBackStrategy::DirectPatch);
    }
    void fromNeverToVerifiedAndWritten()
    {
        QFETCH(int, strategy);
        auto o = quick();
        o.directPatch = true;
        LabFixture d(o, [&](domain::Tenant &t) { t.writeBack = domain::WriteBackStrategy(strategy); });
        QVERIFY(bool(d.sync()));
        const auto person = d.anyone();
        QVERIFY(!person.id.isEmpty());
        auto &v = d.tenantSession->verifier();
        v.monitor().watch();
        const auto s = await(v.starter().start(person, d.request()));
        QVERIFY2(bool(s), s ? "" : qPrintable(s.error().text));
        QCOMPARE(s->state, SessionState::Pending);
        QVERIFY(v.links().of(s->id).startsWith(d.tenant.idvUrl));
        const auto end = d.settled(s->id);
        QCOMPARE(end.state, SessionState::Verified);
        QCOMPARE(end.writeBack, QStringLiteral("written"));
        QCOMPARE(end.writeBackDetail, QStringLiteral("7/7"));
        QVERIFY(v.links().of(s->id).isEmpty()); // the link is gone with the session
        const auto after = await(d.tenantSession->directory().refresh(person.id));
        QCOMPARE(after->idv.sessionId, end.providerId.str());
        QCOMPARE(after->idv.date.at.value_or(0), *end.completedAt);
        const auto status = [&] {
            const auto fresh = await(d.tenantSession->directory().person(person.id));
            return domain::statusAt(fresh->kind, domain::dueAt(fresh->idv, {}), d.clock->now(), {});
        };
        QTRY_COMPARE(status(), domain::IdentityStatus::Verified);
        QCOMPARE(*await(d.ledger->audit().verify()), 0);
        const auto log = await(d.ledger->audit().records(1, 100));
        const auto first = std::find_if(log->begin(), log->end(),
            [](const auto &a) { return !a.event.action.startsWith(QLatin1String("tenant.")); });
        QVERIFY(first != log->end());
        QCOMPARE(first->event.outcome, QStringLiteral("intent"));
    }
    void outcomesBecomeTheirStates_data()
    {
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("why");
        QTest::newRow("failed") << QStringLiteral("failed") << QStringLiteral("failed") << QString();
        QTest::newRow("declined") << QStringLiteral("declined") << QStringLiteral("declined") << QString();
        QTest::newRow("name") << QStringLiteral("name-differs") << QStringLiteral("held")
                              << QStringLiteral("name-differs");
        QTest::newRow("level") << QStringLiteral("level-too-low") << QStringLiteral("held")
                               << QStringLiteral("level-too-low");
    }
    void outcomesBecomeTheirStates()
    {
        QFETCH(QString, outcome);
        QFETCH(QString, state);
        QFETCH(QString, why);
        LabFixture d(quick(outcome.toLatin1().constData()), useAccount);
        QVERIFY(bool(d.sync()));
        d.tenantSession->verifier().monitor().watch();
        const auto s = await(d.tenantSession->verifier().starter().start(d.anyone(), d.request()));
        const auto end = d.settled(s->id);
        QCOMPARE(domain::stateKey(end.state), state);
        if (!why.isEmpty())
            QCOMPARE(end.closingReason, why);
        if (state == QLatin1String("held"))
            QCOMPARE(end.writeBack, QStringLiteral("not-needed"));
    }
    void anUnansweredStartIsUnknownAndNeverRepeated()
    {
        auto o = quick();
        o.idvFaults = {QStringLiteral("create-no-answer")};
        LabFixture d(o, useAccount);
        QVERIFY(bool(d.sync()));
        auto &v = d.tenantSession->verifier();
        v.monitor().watch();
        const auto person = d.anyone();
        const auto s = await(v.starter().start(person, d.request()));
        QVERIFY(bool(s));
        QCOMPARE(s->state, SessionState::LaunchUnknown);
        // Several queries of the timer fit in here: a start without an answer has nothing that could be awaited.
        QTest::qWait(1500);
        QCOMPARE(await(v.sessions().session(s->id))->state, SessionState::LaunchUnknown);
        const auto again = await(v.starter().start(person, d.request()));
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Conflict);
        QCOMPARE(again.error().detail, s->id.str());
        QCOMPARE(await(v.control().stop(s->id, QStringLiteral("operator")))->state, SessionState::Cancelled);
        QCOMPARE(await(v.starter().start(person, d.request()))->state, SessionState::Pending);
    }
    void aRefusedStartIsKnownToHaveFailed()
    {
        auto o = quick();
        o.idvFaults = {QStringLiteral("create-refused")};
        LabFixture d(o);
        QVERIFY(bool(d.sync()));
        const auto s = await(d.tenantSession->verifier().starter().start(d.anyone(), d.request()));
        QCOMPARE(s->state, SessionState::LaunchFailed);
        QVERIFY(!s->closingReason.isEmpty());
    }
    void a500IsNotAFailure()
    {
        auto o = quick();
        o.idvFaults = {QStringLiteral("create-500")};
        LabFixture d(o);
        QVERIFY(bool(d.sync()));
        QCOMPARE(await(d.tenantSession->verifier().starter().start(d.anyone(), d.request()))->state,
            SessionState::LaunchUnknown);
    }
    void aLinkThatNobodyUsesExpires()
    {
        auto o = quick("never");
        o.linkLifetime = std::chrono::milliseconds(700);
        LabFixture d(o);
        QVERIFY(bool(d.sync()));
        d.tenantSession->verifier().monitor().watch();
        const auto s = await(d.tenantSession->verifier().starter().start(d.anyone(), d.request()));
        QCOMPARE(d.settled(s->id).state, SessionState::Expired);
    }
    void aCancelReachesTheProvider()
    {
        LabFixture d(quick("never"),
            [](domain::Tenant &t) { t.provider.cancelPath = t.provider.statusPath + QStringLiteral("/cancel"); });
        QVERIFY(bool(d.sync()));
        auto &v = d.tenantSession->verifier();
        QVERIFY(v.control().canCancel());
        const auto s = await(v.starter().start(d.anyone(), d.request()));
        QCOMPARE(await(v.control().stop(s->id, QStringLiteral("hung up")))->state, SessionState::Cancelled);
    }
    void aClientWithoutAUserReadsBackFromTheIndex()
    {
        auto o = quick();
        o.hasUser = false;
        LabFixture d(o, useAccount);
        QVERIFY(bool(d.sync()));
        d.tenantSession->verifier().monitor().watch();
        const auto s = await(d.tenantSession->verifier().starter().start(d.anyone(), d.request()));
        const auto end = d.settled(s->id, 25000);
        QCOMPARE(end.state, SessionState::Verified);
        QCOMPARE(end.writeBack, QStringLiteral("written"));
    }
    void aHeldSessionCanBeEndedAndANewOneStarted()
    {
        LabFixture d(quick("level-too-low"),
            [](domain::Tenant &t) { t.provider.cancelPath = t.provider.statusPath + QStringLiteral("/cancel"); });
        QVERIFY(bool(d.sync()));
        auto &v = d.tenantSession->verifier();
        v.monitor().watch();
        const auto person = d.anyone();
        const auto s = await(v.starter().start(person, d.request()));
        QCOMPARE(d.settled(s->id).state, SessionState::NeedsReview);
        QVERIFY(!await(v.starter().start(person, d.request())));
        QCOMPARE(await(v.control().stop(s->id, QStringLiteral("level too low")))->state, SessionState::Cancelled);
        QCOMPARE(await(v.starter().start(person, d.request()))->state, SessionState::Pending);
    }
    void aStartOnItsWayIsKnown()
    {
        LabFixture d(quick());
        QVERIFY(bool(d.sync()));
        auto &v = d.tenantSession->verifier();
        QSignalSpy idle(&v.starter(), &services::SessionStarter::idle);
        const auto starting = v.starter().start(d.anyone(), d.request());
        QVERIFY(v.starter().isLaunching());
        QVERIFY(await(starting));
        QTRY_COMPARE(idle.count(), 1);
        QVERIFY(!v.starter().isLaunching());
    }
    void aSessionTheProviderForgotExpires()
    {
        auto o = quick("never");
        o.linkLifetime = std::chrono::milliseconds(200);
        LabFixture d(o, [](domain::Tenant &t) { t.provider.linkLifetimeMinutes = 1; });
        QVERIFY(bool(d.sync()));
        const auto s = await(d.tenantSession->verifier().starter().start(d.anyone(), d.request()));
        // Another provider at the same address knows nothing of it; the link's lifetime and grace are over.
        const auto aged = await(
            d.ledger->sessions().change(s->id, [](const domain::Session &now) -> core::Result<domain::SessionStep> {
                domain::SessionStep step;
                step.session = now;
                step.session.providerId = core::ProviderSessionId(QStringLiteral("forgotten"));
                step.session.expiresAt = now.createdAt - 2 * core::minuteMs;
                return step;
            }));
        QVERIFY(bool(aged));
        d.tenantSession->verifier().monitor().watch();
        QCOMPARE(d.settled(s->id).state, SessionState::Expired);
    }
    void aPassAfterTheEndIsHeld()
    {
        LabFixture d(quick());
        QVERIFY(bool(d.sync()));
        auto &v = d.tenantSession->verifier();
        const auto s = await(v.starter().start(d.anyone(), d.request()));
        QCOMPARE(await(v.control().stop(s->id, QStringLiteral("no longer watched")))->state, SessionState::Cancelled);
        // The simulated person is through by then; nobody watches, so nothing tells.
        QTest::qWait(500);
        const auto late = await(v.monitor().check(s->id));
        QCOMPARE(late->state, SessionState::NeedsReview);
        QCOMPARE(late->closingReason, QStringLiteral("contradiction"));
    }
    void theSeedsPatchIsProbedFirst()
    {
        LabFixture d(quick(), [](domain::Tenant &t) { t.writeBack = domain::WriteBackStrategy::DirectPatch; });
        QVERIFY(bool(d.sync()));
        d.tenantSession->verifier().monitor().watch();
        const auto s = await(d.tenantSession->verifier().starter().start(d.anyone(), d.request()));
        const auto end = d.settled(s->id);
        QCOMPARE(end.state, SessionState::Verified); // never lost by the writing
        QCOMPARE(end.writeBack, QStringLiteral("failed"));
        QCOMPARE(*await(d.ledger->settings().value(QStringLiteral("seed-patch:t1"))), QStringLiteral("no"));
    }
    void aLockedTenantSendsNothing()
    {
        LabFixture d(quick(), [](domain::Tenant &t) { t.readOnly = true; });
        QVERIFY(bool(d.sync()));
        domain::PeopleQuery q;
        const auto people =
            await(d.tenantSession->directory().people(*await(d.tenantSession->directory().quick(q, 1))->rows));
        // Whatever else is wrong with it: the lock is what is said.
        auto request = d.request();
        request.requiredIal = 3;
        for (const auto &asked : {d.request(), request}) {
            const auto r = await(d.tenantSession->verifier().starter().start(people->first(), asked));
            QVERIFY(!r);
            QCOMPARE(r.error().reason, core::ErrorReason::TenantLocked);
            QVERIFY(r.error().field.isEmpty());
        }
        QVERIFY(await(d.tenantSession->verifier().sessions().list({}))->isEmpty());
    }
    void badRequestsNameTheirField()
    {
        LabFixture d(quick());
        QVERIFY(bool(d.sync()));
        const auto p = d.anyone();
        const auto fault = [&](const std::function<void(domain::VerificationRequest &)> &change) {
            auto r = d.request();
            change(r);
            const auto s = await(d.tenantSession->verifier().starter().start(p, r));
            return s ? QString() : s.error().field;
        };
        QCOMPARE(fault([](auto &r) { r.ticket = QStringLiteral("  "); }), QStringLiteral("ticket"));
        QCOMPARE(fault([](auto &r) { r.ticket = QString(65, QLatin1Char('x')); }), QStringLiteral("ticket"));
        QCOMPARE(fault([](auto &r) { r.requiredIal = 3; }), QStringLiteral("ial"));
        QCOMPARE(fault([](auto &r) { r.documents.clear(); }), QStringLiteral("documents"));
        QCOMPARE(fault([](auto &r) { r.documents = {QStringLiteral("library_card")}; }), QStringLiteral("documents"));
    }
    void theCadence()
    {
        using namespace std::chrono_literals;
        QCOMPARE(services::nextPause(0ms, 0, 2s).count(), 2000);
        auto p = 2000ms;
        for (int i = 0; i < 20; ++i)
            p = services::nextPause(p, 1000, 2s);
        QCOMPARE(p.count(), 10000);
        QCOMPARE(services::nextPause(p, core::hourMs, 2s).count(), 60000);
    }
};
IDV_TEST(Verifying)
#include "tst_verifying.moc"
