#include "domain/text/messages.h"
#include "domain/verification/resultevaluation.h"
#include "recovery/services/recoverycounter.h"
#include "services/identities/identitydirectory.h"
#include "services/operations/identityoperations.h"
#include "services/operations/operationtracker.h"
#include "services/recovery/recovery.h"
#include "services/reverification/reverification.h"
#include "services/sync/syncer.h"
#include "services/verification/sessioncontrol.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/sessions.h"
#include "services/verification/sessionstarter.h"
#include "support/labfixture.h"
#include "support/registry.h"

using core::ErrorCode;
using domain::SessionState;
using support::await;
using support::quick;
using support::RecoveryCounter;
using support::refusalOf;

// What is refused, by whom, and what becomes of a session that ends otherwise.
class RecoveryRefusals : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLockedOrRemovedTenantSendsNothing()
    {
        RecoveryCounter c(quick("never"));
        auto locked = c.tenant;
        locked.readOnly = true;
        domain::AuditEvent a;
        a.actor = QStringLiteral("tester");
        a.action = QStringLiteral("tenant.lock");
        a.outcome = QStringLiteral("done");
        // Another process locks it: this one's tenant still says that it is open.
        QVERIFY(await(c.ledger->tenants().update(locked, a)));
        QVERIFY(!c.tenantSession->tenant().readOnly);
        QCOMPARE(await(c.tenantSession->verifier().starter().start(c.anyone(), c.request())).error().reason,
            core::ErrorReason::TenantLocked);
        QVERIFY(await(c.ledger->tenants().update(c.tenant, a)));
        const auto s = await(c.tenantSession->verifier().starter().start(c.anyone(), c.request()));
        QVERIFY(s);
        QCOMPARE(
            await(c.ledger->tenants().remove(c.tenant.id, false, a)).error().reason, core::ErrorReason::OpenSessions);
        QVERIFY(await(c.ledger->tenants().remove(c.tenant.id, true, a)));
        QCOMPARE(await(c.tenantSession->verifier().sessions().session(s->id))->state, SessionState::Cancelled);
        QCOMPARE(await(c.tenantSession->verifier().starter().start(c.anyone(), c.request())).error().reason,
            core::ErrorReason::TenantRemoved);
        domain::Callback late;
        late.tenant = c.tenant.id;
        late.replayKey = QByteArray(32, 'r');
        late.bodyHash = QByteArray(32, 'b');
        domain::CallbackVerdict verdict = domain::CallbackVerdict::Stored;
        c.ledger->callbacks().store(
            {late}, [&verdict](const QList<domain::CallbackVerdict> &v) { verdict = v.value(0); });
        c.ledger->drain();
        QCOMPARE(int(verdict), int(domain::CallbackVerdict::Gone));
    }
    void anotherTenantsSessionIsNotHere()
    {
        RecoveryCounter c(quick("name-differs"));
        const auto s = c.verified();
        QCOMPARE(s.state, SessionState::NeedsReview);
        // The same folder, another tenant with its own reviewer and operator: it may not decide about this session.
        domain::Tenant other = c.tenant;
        other.id = core::TenantId(QStringLiteral("t2"));
        c.vault.hold(services::secretKey(other.id, services::secretname::sailpoint),
            core::makeSecret(c.lab->endpoints().clientSecret.toUtf8()));
        auto w = services::TenantSession::open(other, *c.context);
        QVERIFY(w);
        QVERIFY(await((*w)->recovery().registerOperator(core::makeSecret(c.lab->endpoints().clientId.toUtf8()),
            core::makeSecret(c.lab->endpoints().clientSecret.toUtf8()))));
        QCOMPARE(
            await((*w)->recovery().review(s.id, true, QStringLiteral("x"), c.reviewerId(), c.reviewer())).error().code,
            ErrorCode::NotFound);
        QCOMPARE(await((*w)->recovery().bindByQr(s.id)).error().code, ErrorCode::NotFound);
        QCOMPARE(await((*w)->recovery().sendReset(s.id, c.toWork())).error().code, ErrorCode::NotFound);
        QCOMPARE(await((*w)->verifier().control().stop(s.id, QStringLiteral("x"))).error().code, ErrorCode::NotFound);
        QCOMPARE(await(c.tenantSession->verifier().sessions().session(s.id))->state, SessionState::NeedsReview);
    }
    void aLatePassBesideANewerSessionIsHeld()
    {
        auto o = quick("never");
        RecoveryCounter c(o);
        const auto person = c.anyone();
        const auto first = await(c.tenantSession->verifier().starter().start(person, c.request()));
        const auto second = await(c.tenantSession->verifier().starter().replace(first->id, person, c.request()));
        QVERIFY(second);
        // The old link was not cancelled at the provider, and somebody finishes it.
        domain::Callback cb;
        cb.tenant = c.tenant.id;
        cb.at = c.clock->now();
        cb.trust = domain::CallbackTrust::Signature;
        cb.replayKey = QByteArray(32, 'r');
        cb.bodyHash = QByteArray(32, 'b');
        cb.result.status = domain::ProviderStatus::Passed;
        cb.result.statusWord = QStringLiteral("VERIFIED");
        cb.result.session = first->providerId;
        cb.result.ial = 2;
        cb.result.verifiedName = person.name;
        cb.result.documentType = QStringLiteral("passport");
        cb.result.completedAt = {c.clock->now(), domain::DateQuality::Exact};
        bool isStored = false;
        c.ledger->callbacks().store({cb}, [&isStored](const QList<domain::CallbackVerdict> &v) {
            isStored = v.value(0) == domain::CallbackVerdict::Stored;
        });
        c.ledger->drain();
        QVERIFY(isStored);
        QTRY_VERIFY_WITH_TIMEOUT(
            await(c.ledger->callbacks().inState(c.tenant.id, QStringLiteral("new")))->isEmpty(), 10000);
        QCOMPARE(await(c.tenantSession->verifier().sessions().session(second->id))->state, SessionState::Pending);
        // Without a nonce it is a hint: the status query was asked, and says "pending".
        QCOMPARE(await(c.tenantSession->verifier().sessions().session(first->id))->state, SessionState::Cancelled);
        // A proven one is held beside the newer session, never applied.
        const auto held = await(c.tenantSession->verifier().sessions().change(
            first->id, [](const domain::Session &now) -> core::Result<domain::SessionStep> {
                domain::SessionStep step;
                step.session = now;
                step.session.state = domain::next(now.state, domain::SessionEvent::Pass).to;
                return step;
            }));
        QVERIFY2(bool(held), held ? "" : qPrintable(held.error().text));
        QCOMPARE(held->state, SessionState::NeedsReview);
    }
    void threeFailuresEscalate()
    {
        RecoveryCounter c(quick("failed"));
        const auto person = c.anyone();
        for (int i = 0; i < 3; ++i) {
            const auto s = await(c.tenantSession->verifier().starter().start(person, c.request()));
            QVERIFY(s);
            QTRY_COMPARE_WITH_TIMEOUT(
                await(c.tenantSession->verifier().sessions().session(s->id))->state, SessionState::Failed, 15000);
        }
        const auto fourth = await(c.tenantSession->verifier().starter().start(person, c.request()));
        QVERIFY(!fourth);
        QVERIFY(fourth.error().text.contains(QLatin1String("escalation")));
        auto other = c.request();
        other.reason = domain::Reason::Periodic;
        QVERIFY(await(c.tenantSession->verifier().starter().start(person, other)));
    }
    void ourOwnRefusalsNameNoVendor()
    {
        RecoveryCounter c(quick("never"));
        c.tenant.provider.resendPath = QStringLiteral("/api/v1/community/{communityId}/idv/session/{sessionId}/resend");
        c.open();
        auto &w = *c.tenantSession;
        auto &verifier = w.verifier();
        auto &recovery = w.recovery();
        verifier.monitor().watch();
        const auto person = c.anyone();
        const auto s = await(verifier.starter().start(person, c.request()));
        QVERIFY2(bool(s), qPrintable(refusalOf(s)));
        QList<std::pair<const char *, core::Error>> refusals;
        const auto add = [&refusals](const char *name, const auto &r) {
            QVERIFY2(!r, name);
            refusals.append({name, r.error()});
        };
        const core::SessionId nobody(QStringLiteral("no-such-session"));
        add("send again, too soon", await(verifier.control().sendAgain(s->id)));
        add("no such session", await(verifier.control().sendAgain(nobody)));
        add("another one is open", await(verifier.starter().start(person, c.request())));
        auto bare = c.request();
        bare.ticket.clear();
        add("no ticket", await(verifier.starter().start(person, bare)));
        bare = c.request();
        bare.documents.clear();
        add("no document", await(verifier.starter().start(person, bare)));
        bare = c.request();
        bare.requiredIal = 1;
        add("level", await(verifier.starter().start(person, bare)));
        add("wrong code", await(recovery.bindByCode(s->id, QStringLiteral("zzzz"))));
        add("gate", await(recovery.sendReset(s->id, c.toWork())));
        add("nothing held", await(recovery.review(s->id, true, QStringLiteral("seen"), c.reviewerId(), c.reviewer())));
        add("nobody signs in", await(recovery.review(s->id, true, QStringLiteral("seen"), {}, {})));
        add("wrong secret", await(recovery.registerOperator(c.reviewerId(), core::makeSecret("wrong"))));
        QVERIFY(await(w.identityOperations().synchronize(person.id)));
        add("synchronised a moment ago", await(w.identityOperations().synchronize(person.id)));
        const auto running = w.syncer().run({});
        add("copies already", await(w.syncer().run({})));
        QVERIFY(await(running, 90000));
        c.tenant.readOnly = true;
        c.open();
        add("locked: operation", await(c.tenantSession->identityOperations().synchronize(person.id)));
        add("locked: policy", await(c.tenantSession->reverification().save({})));
        add("locked: review", await(c.tenantSession->recovery().review(
                                  s->id, true, QStringLiteral("seen"), c.reviewerId(), c.reviewer())));
        QCOMPARE(refusals.size(), 16);
        for (const auto &[name, e] : std::as_const(refusals)) {
            QVERIFY2(core::isOwnRefusal(e), name);
            for (const auto v : {domain::Vendor::Provider, domain::Vendor::SailPoint}) {
                const auto m = domain::userMessage(e, v);
                QVERIFY2(m.headline == e.text && !e.text.isEmpty() && m.advice.isEmpty(), name);
            }
        }
    }
    void aVendorsRefusalIsTheVendors()
    {
        RecoveryCounter c(quick("never"));
        const auto wrong = await(c.tenantSession->directory().attributes(
            core::IdentityId(QStringLiteral("00000000000000000000000000000000"))));
        QVERIFY(!wrong);
        QVERIFY(!core::isOwnRefusal(wrong.error()));
        QCOMPARE(domain::userMessage(wrong.error(), domain::Vendor::SailPoint).headline,
            QStringLiteral("SailPoint does not know this address or person"));
    }
    void sendAgainWaitsAndReplaceEndsTheOldOne()
    {
        auto o = quick("never");
        RecoveryCounter c(o);
        c.tenant.provider.resendPath = QStringLiteral("/api/v1/community/{communityId}/idv/session/{sessionId}/resend");
        c.tenant.provider.cancelPath = QStringLiteral("/api/v1/community/{communityId}/idv/session/{sessionId}/cancel");
        c.open();
        c.tenantSession->verifier().monitor().watch();
        const auto person = c.anyone();
        const auto s = await(c.tenantSession->verifier().starter().start(person, c.request()));
        QCOMPARE(await(c.tenantSession->verifier().control().sendAgain(s->id)).error().code, ErrorCode::RateLimited);
        const auto second = await(c.tenantSession->verifier().starter().replace(s->id, person, c.request()));
        QVERIFY2(bool(second), qPrintable(refusalOf(second)));
        QVERIFY(second->id != s->id);
        QCOMPARE(await(c.tenantSession->verifier().sessions().session(s->id))->state, SessionState::Cancelled);
    }
};
IDV_TEST(RecoveryRefusals)
#include "tst_recoveryrefusals.moc"
