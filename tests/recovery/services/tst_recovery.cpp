#include "domain/text/messages.h"
#include "domain/verification/resultevaluation.h"
#include "services/audit/audittrail.h"
#include "services/operations/operations.h"
#include "services/recovery/recovery.h"
#include "services/reverification/reverification.h"
#include "support/labfixture.h"
#include "support/registry.h"
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <atomic>

using core::ErrorCode;
using domain::SessionState;
using support::await;
using support::LabFixture;
using support::quick;

namespace {

const QString svc = QStringLiteral("2c9180867769897d01776ed5f125512f"); // the owner of the simulator's token

struct Counter : LabFixture
{
    explicit Counter(
        lab::Options o = quick(), std::shared_ptr<core::Clock> time = std::make_shared<core::SystemClock>())
        : LabFixture(o, {}, std::chrono::seconds(30), std::move(time))
    {
        tenantSession->verifier().watch();
        QVERIFY(sync());
        auto &r = tenantSession->recovery();
        const auto registered = await(r.registerOperator(core::makeSecret(lab->endpoints().clientId.toUtf8()),
            core::makeSecret(lab->endpoints().clientSecret.toUtf8())));
        QVERIFY(registered);
        QCOMPARE(*registered, svc);
    }
    domain::Session verified()
    {
        const auto s = await(tenantSession->verifier().start(anyone(), request()));
        link = tenantSession->verifier().link(s->id);
        domain::Session now;
        (void)QTest::qWaitFor(
            [&] {
                now = *await(tenantSession->verifier().session(s->id));
                return !domain::isOpen(now.state);
            },
            15000);
        return now;
    }
    services::ResetRequest toWork() { return {domain::ResetVia::WorkEmail, {}, {}, QStringLiteral("known to HR")}; }
    qint64 mails()
    {
        QNetworkAccessManager m;
        auto *reply = m.get(QNetworkRequest(QUrl(tenant.sailpointUrl + QStringLiteral("/lab/stats"))));
        (void)QTest::qWaitFor([&] { return reply->isFinished(); }, 5000);
        reply->deleteLater();
        return QJsonDocument::fromJson(reply->readAll()).object().value(QLatin1String("reset-mail")).toInteger();
    }
    QString link;
};

QString textOf(const core::Result<domain::Session> &r)
{
    return r ? QStringLiteral("no error") : r.error().text;
}

} // namespace

class AccountRecovery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theWholeGate()
    {
        Counter c;
        auto &recovery = c.tenantSession->recovery();
        const auto s = c.verified();
        QCOMPARE(s.state, SessionState::Verified);
        // Four of five: the caller is not bound yet.
        auto g = await(recovery.gate(s.id));
        QCOMPARE(g->met(), 4);
        QCOMPARE(g->obstacle, domain::GateObstacle::Conditions);
        QVERIFY(!await(recovery.sendReset(s.id, c.toWork())));
        const auto wrong = await(recovery.bindByCode(s.id, QStringLiteral("zzzz")));
        QCOMPARE(wrong.error().code, ErrorCode::Rejected);
        QVERIFY(await(recovery.bindByCode(s.id, c.link.right(4).toUpper())));
        QVERIFY(await(recovery.gate(s.id))->isOpen());
        const auto sent = await(recovery.sendReset(s.id, c.toWork()));
        QVERIFY2(bool(sent), qPrintable(textOf(sent)));
        QCOMPARE(sent->resetState, QStringLiteral("asked"));
        QCOMPARE(c.mails(), 1);
        // One reset per verification.
        const auto again = await(recovery.sendReset(s.id, c.toWork()));
        QCOMPARE(again.error().code, ErrorCode::Conflict);
        QCOMPARE(c.mails(), 1);
        int intents = 0, dones = 0;
        const auto records = *await(c.ledger->auditRecords(1, 500));
        for (const auto &r : records) {
            intents +=
                r.event.action == QLatin1String("recovery.reset") && r.event.outcome == QLatin1String("intent") ? 1 : 0;
            dones +=
                r.event.action == QLatin1String("recovery.reset") && r.event.outcome == QLatin1String("done") ? 1 : 0;
        }
        QCOMPARE(intents, 1);
        QCOMPARE(dones, 1);
    }
    void anAddressWhoseAgeIsNotKnownAsksForAReason()
    {
        Counter c;
        const auto s = c.verified();
        QVERIFY(await(c.tenantSession->recovery().bindByCode(s.id, c.link.right(4))));
        auto r = c.toWork();
        r.contactReason.clear();
        QCOMPARE(await(c.tenantSession->recovery().sendReset(s.id, r)).error().field, QStringLiteral("contact-reason"));
        QCOMPARE(c.mails(), 0);
    }
    void noAnswerIsAskedNotRepeated()
    {
        auto o = quick();
        o.resetFaults << QStringLiteral("no-answer");
        Counter c(o);
        const auto s = c.verified();
        QVERIFY(await(c.tenantSession->recovery().bindByCode(s.id, c.link.right(4))));
        QVERIFY(!await(c.tenantSession->recovery().sendReset(s.id, c.toWork())));
        QCOMPARE(await(c.tenantSession->verifier().session(s.id))->resetState, QStringLiteral("unknown"));
        QCOMPARE(await(c.tenantSession->recovery().sendReset(s.id, c.toWork())).error().code, ErrorCode::Conflict);
        QCOMPARE(c.mails(), 1);
    }
    void aRefusalMayBeTriedAgain()
    {
        auto o = quick();
        o.resetFaults << QStringLiteral("403");
        Counter c(o);
        const auto s = c.verified();
        QVERIFY(await(c.tenantSession->recovery().bindByCode(s.id, c.link.right(4))));
        QCOMPARE(await(c.tenantSession->recovery().sendReset(s.id, c.toWork())).error().code, ErrorCode::Forbidden);
        QCOMPARE(await(c.tenantSession->verifier().session(s.id))->resetState, QStringLiteral("refused"));
        QVERIFY(await(c.tenantSession->recovery().sendReset(s.id, c.toWork())));
        QCOMPARE(c.mails(), 1);
    }
    void fiveWrongCodesCloseIt()
    {
        Counter c;
        const auto s = c.verified();
        for (int i = 0; i < domain::mostCodeTries; ++i)
            QCOMPARE(await(c.tenantSession->recovery().bindByCode(s.id, QStringLiteral("0000"))).error().code,
                ErrorCode::Rejected);
        QCOMPARE(
            await(c.tenantSession->recovery().bindByCode(s.id, c.link.right(4))).error().code, ErrorCode::Conflict);
    }
    // A row that was changed with an SQL tool is not what the log recorded; a gate that never opens would be no gate.
    void aRowThatWasChangedOpensNothing()
    {
        Counter c(quick("level-too-low"));
        const auto s = c.verified();
        QCOMPARE(s.state, SessionState::NeedsReview);
        QVERIFY(await(c.tenantSession->recovery().bindByCode(s.id, c.link.right(4))));
        {
            auto db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("hand"));
            db.setDatabaseName(c.dir.filePath(QStringLiteral("ledger.db")));
            QVERIFY(db.open());
            QSqlQuery q(db);
            QVERIFY(q.exec(QStringLiteral(
                "UPDATE session SET state = 'verified', ial = 2, closing_reason = '', closed_at = completed_at")));
            db.close();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("hand"));
        QCOMPARE(await(c.tenantSession->recovery().gate(s.id))->obstacle, domain::GateObstacle::RowDiffers);
        const auto sent = await(c.tenantSession->recovery().sendReset(s.id, c.toWork()));
        QCOMPARE(sent.error().code, ErrorCode::Conflict);
        QVERIFY2(sent.error().text.contains(QLatin1String("changed outside")), qPrintable(sent.error().text));
        QCOMPARE(c.mails(), 0);
        services::AuditTrail trail(*c.context);
        const auto proof = await(trail.verify());
        QCOMPARE(int(proof->kind), int(services::TrailState::Whole)); // the chain holds
        QVERIFY2(proof->rowProblem.contains(s.id.str()), qPrintable(proof->rowProblem));
    }
    void fortyCodesAtOnceAreFiveComparisons()
    {
        Counter c;
        const auto s = c.verified();
        QList<core::Async<domain::Session>> tries;
        for (int i = 0; i < 40; ++i)
            tries << c.tenantSession->recovery().bindByCode(s.id, QStringLiteral("0000"));
        int rejected = 0, closed = 0;
        for (const auto &t : tries) {
            const auto r = await(t);
            rejected += r.error().code == ErrorCode::Rejected ? 1 : 0;
            closed += r.error().code == ErrorCode::Conflict ? 1 : 0;
        }
        QCOMPARE(rejected, domain::mostCodeTries);
        QCOMPARE(closed, 40 - domain::mostCodeTries);
        // The right one comes too late.
        QCOMPARE(
            await(c.tenantSession->recovery().bindByCode(s.id, c.link.right(4))).error().code, ErrorCode::Conflict);
    }
    void aCodeThatIsOnNoScreenWasNotScanned()
    {
        Counter c(quick("never"));
        const auto s = await(c.tenantSession->verifier().start(c.anyone(), c.request()));
        QVERIFY(!c.tenantSession->verifier().link(s->id).isEmpty());
        QVERIFY(await(c.tenantSession->recovery().bindByQr(s->id)));
        const auto second = await(c.tenantSession->verifier().replace(s->id, c.anyone(), c.request()));
        c.open(); // as after a restart: the link was in memory only
        QVERIFY(c.tenantSession->verifier().link(second->id).isEmpty());
        QCOMPARE(await(c.tenantSession->recovery().bindByQr(second->id)).error().code, ErrorCode::Conflict);
    }
    void theStartersPrincipalIsFrozen()
    {
        Counter c(quick("name-differs"));
        const auto s = c.verified();
        QCOMPARE(s.startedBy, svc);
        QCOMPARE(int(s.startedAs), int(domain::StartedAs::Person));
        // Somebody else registers on the same account; whoever started it still is whoever started it.
        QVERIFY(await(c.tenantSession->recovery().registerOperator(c.reviewerId(), c.reviewer())));
        const auto own = await(c.tenantSession->recovery().review(s.id, true, QStringLiteral("mine"),
            core::makeSecret(c.lab->endpoints().clientId.toUtf8()),
            core::makeSecret(c.lab->endpoints().clientSecret.toUtf8())));
        QCOMPARE(own.error().code, ErrorCode::Conflict);
        QCOMPARE(await(c.tenantSession->verifier().session(s.id))->state, SessionState::NeedsReview);
        QCOMPARE(await(c.tenantSession->recovery().gate(s.id))->obstacle, domain::GateObstacle::OtherOperator);
    }
    void nobodyKnownStartsNoRecovery()
    {
        Counter c;
        QVERIFY(await(c.ledger->setSetting(domain::operatorSetting(c.tenant.id, c.context->operatorName), QString())));
        const auto s = await(c.tenantSession->verifier().start(c.anyone(), c.request()));
        QCOMPARE(s.error().field, QStringLiteral("operator-unknown"));
        QCOMPARE(c.stats(c.tenant.idvUrl).value(QLatin1String("session")).toInteger(), 0);
        auto other = c.request();
        other.reason = domain::Reason::Periodic;
        QVERIFY(await(c.tenantSession->verifier().start(c.anyone(), other)));
    }
    void whatIsNotKnownToBeActiveNeedsASecondPerson()
    {
        Counter c;
        domain::ActivityTable table;
        table.rules = {{QString(), QStringLiteral("somethingElse"), true}};
        QVERIFY(await(c.tenantSession->recovery().setActivityTable(table)));
        const auto s = c.verified();
        QVERIFY(await(c.tenantSession->recovery().bindByCode(s.id, c.link.right(4))));
        const auto refused = await(c.tenantSession->recovery().sendReset(s.id, c.toWork()));
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY2(refused.error().text.contains(QLatin1String("not known")), qPrintable(refused.error().text));
        const QString why = QStringLiteral("seen in HR's system");
        const auto own = await(c.tenantSession->recovery().acceptActivity(s.id, why,
            core::makeSecret(c.lab->endpoints().clientId.toUtf8()),
            core::makeSecret(c.lab->endpoints().clientSecret.toUtf8())));
        QCOMPARE(own.error().code, ErrorCode::Conflict);
        QVERIFY(await(c.tenantSession->recovery().acceptActivity(s.id, why, c.reviewerId(), c.reviewer())));
        QVERIFY(await(c.tenantSession->recovery().sendReset(s.id, c.toWork())));
        QCOMPARE(c.mails(), 1);
    }
    void aLockedOrRemovedTenantSendsNothing()
    {
        Counter c(quick("never"));
        auto locked = c.tenant;
        locked.readOnly = true;
        domain::AuditEvent a;
        a.actor = QStringLiteral("tester");
        a.action = QStringLiteral("tenant.lock");
        a.outcome = QStringLiteral("done");
        // Another process locks it: this one's tenant still says that it is open.
        QVERIFY(await(c.ledger->updateTenant(locked, a)));
        QVERIFY(!c.tenantSession->tenant().readOnly);
        QCOMPARE(await(c.tenantSession->verifier().start(c.anyone(), c.request())).error().field,
            QStringLiteral("tenant-locked"));
        QVERIFY(await(c.ledger->updateTenant(c.tenant, a)));
        const auto s = await(c.tenantSession->verifier().start(c.anyone(), c.request()));
        QVERIFY(s);
        QCOMPARE(await(c.ledger->removeTenant(c.tenant.id, false, a)).error().field, QStringLiteral("open-sessions"));
        QVERIFY(await(c.ledger->removeTenant(c.tenant.id, true, a)));
        QCOMPARE(await(c.tenantSession->verifier().session(s->id))->state, SessionState::Cancelled);
        QCOMPARE(await(c.tenantSession->verifier().start(c.anyone(), c.request())).error().field,
            QStringLiteral("tenant-removed"));
        domain::Callback late;
        late.tenant = c.tenant.id;
        late.replayKey = QByteArray(32, 'r');
        late.bodyHash = QByteArray(32, 'b');
        domain::CallbackVerdict verdict = domain::CallbackVerdict::Stored;
        c.ledger->storeCallbacks({late}, [&verdict](const QList<domain::CallbackVerdict> &v) { verdict = v.value(0); });
        c.ledger->drain();
        QCOMPARE(int(verdict), int(domain::CallbackVerdict::Gone));
    }
    void aClockThatWasSetBackOpensNothing()
    {
        struct Hands final : core::Clock
        {
            core::Instant now() const override { return core::SystemClock().now() + by.load(); }
            std::atomic<core::Instant> by{0};
        };
        const auto clock = std::make_shared<Hands>();
        Counter c(quick(), clock);
        const auto s = c.verified();
        QVERIFY(await(c.tenantSession->recovery().bindByCode(s.id, c.link.right(4))));
        clock->by = 16 * core::minuteMs;
        QVERIFY(await(c.tenantSession->recovery().sendReset(s.id, c.toWork()))
                    .error()
                    .text.contains(QLatin1String("15 minutes")));
        // An entry of the log is from then; now the clock is set back, and the vendor still says what time it is.
        QVERIFY(await(c.ledger->audit(
            {QStringLiteral("tester"), QStringLiteral("note"), {}, {}, QStringLiteral("done"), {}, {}})));
        clock->by = 0;
        const auto back = await(c.tenantSession->recovery().sendReset(s.id, c.toWork()));
        QCOMPARE(back.error().code, ErrorCode::Conflict);
        QCOMPARE(c.mails(), 0);
        // The way out: a second person says that the present time is right.
        QVERIFY(await(c.tenantSession->recovery().acceptClock(
            QStringLiteral("the battery was empty"), c.reviewerId(), c.reviewer())));
        QVERIFY(await(c.tenantSession->recovery().sendReset(s.id, c.toWork())));
        QCOMPARE(c.mails(), 1);
    }
    void aSecondPersonDecides()
    {
        Counter c(quick("name-differs"));
        auto &recovery = c.tenantSession->recovery();
        const auto s = c.verified();
        QCOMPARE(s.state, SessionState::NeedsReview);
        QVERIFY(!await(recovery.gate(s.id))->isOpen());
        const QString why = QStringLiteral("married last week, certificate seen");
        // The operator's own credentials, wrong ones, no comment: refused, and the result stays held.
        const auto own = await(recovery.review(s.id, true, why, core::makeSecret(c.lab->endpoints().clientId.toUtf8()),
            core::makeSecret(c.lab->endpoints().clientSecret.toUtf8())));
        QCOMPARE(own.error().code, ErrorCode::Conflict);
        QCOMPARE(await(recovery.review(s.id, true, why, c.reviewerId(), core::makeSecret(QByteArrayLiteral("wrong"))))
                     .error()
                     .code,
            ErrorCode::Unauthorized);
        QCOMPARE(await(recovery.review(s.id, true, QString(), c.reviewerId(), c.reviewer())).error().field,
            QStringLiteral("comment"));
        QCOMPARE(await(c.tenantSession->verifier().session(s.id))->state, SessionState::NeedsReview);
        const auto done = await(recovery.review(s.id, true, why, c.reviewerId(), c.reviewer()));
        QVERIFY2(bool(done), qPrintable(textOf(done)));
        QCOMPARE(done->state, SessionState::Verified);
        QVERIFY(!done->reviewer.isEmpty() && done->reviewer != svc);
        QVERIFY(await(recovery.bindByCode(s.id, c.link.right(4))));
        QVERIFY(await(recovery.gate(s.id))->isOpen());
        // The pair is nowhere.
        QVERIFY(!await(c.vault.read(services::secretKey(c.tenant.id, QStringLiteral("reviewerClientSecret")))));
        const auto files = QDir(c.dir.path()).entryInfoList(QDir::Files);
        for (const auto &f : files) {
            QFile file(f.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(!file.readAll().contains(c.reviewer()->reveal().toByteArray()));
        }
    }
    void aLowLevelCannotBeAccepted()
    {
        Counter c(quick("level-too-low"));
        const auto s = c.verified();
        QCOMPARE(
            await(c.tenantSession->recovery().review(s.id, true, QStringLiteral("fine"), c.reviewerId(), c.reviewer()))
                .error()
                .code,
            ErrorCode::Conflict);
        const auto no =
            await(c.tenantSession->recovery().review(s.id, false, QStringLiteral("no"), c.reviewerId(), c.reviewer()));
        QVERIFY(no);
        QCOMPARE(no->state, SessionState::Failed);
    }
    void withoutARegisteredOperatorThereIsNoReview()
    {
        Counter c(quick("name-differs"));
        const auto s = c.verified();
        QVERIFY(await(c.ledger->setSetting(QStringLiteral("operator-identity:t1:tester"), QString())));
        QCOMPARE(
            await(c.tenantSession->recovery().review(s.id, true, QStringLiteral("x"), c.reviewerId(), c.reviewer()))
                .error()
                .code,
            ErrorCode::Conflict);
    }
    void anotherTenantsSessionIsNotHere()
    {
        Counter c(quick("name-differs"));
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
        QCOMPARE(await((*w)->verifier().stop(s.id, QStringLiteral("x"))).error().code, ErrorCode::NotFound);
        QCOMPARE(await(c.tenantSession->verifier().session(s.id))->state, SessionState::NeedsReview);
    }
    void theAddressThatWasConfirmedIsTheOneUsed()
    {
        Counter c;
        const auto s = c.verified();
        QVERIFY(await(c.tenantSession->recovery().bindByCode(s.id, c.link.right(4))));
        auto r = c.toWork();
        r.expectedAddress = QStringLiteral("somebody@else.example");
        QCOMPARE(await(c.tenantSession->recovery().sendReset(s.id, r)).error().code, ErrorCode::Conflict);
        QCOMPARE(c.mails(), 0);
    }
    void aLatePassBesideANewerSessionIsHeld()
    {
        auto o = quick("never");
        Counter c(o);
        const auto person = c.anyone();
        const auto first = await(c.tenantSession->verifier().start(person, c.request()));
        const auto second = await(c.tenantSession->verifier().replace(first->id, person, c.request()));
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
        c.ledger->storeCallbacks({cb}, [&isStored](const QList<domain::CallbackVerdict> &v) {
            isStored = v.value(0) == domain::CallbackVerdict::Stored;
        });
        c.ledger->drain();
        QVERIFY(isStored);
        QTRY_VERIFY_WITH_TIMEOUT(await(c.ledger->inbox(c.tenant.id, QStringLiteral("new")))->isEmpty(), 10000);
        QCOMPARE(await(c.tenantSession->verifier().session(second->id))->state, SessionState::Pending);
        // Without a nonce it is a hint: the status query was asked, and says "pending".
        QCOMPARE(await(c.tenantSession->verifier().session(first->id))->state, SessionState::Cancelled);
        // A proven one is held beside the newer session, never applied.
        const auto held = await(c.tenantSession->verifier().change(
            first->id, [](const domain::Session &now) -> core::Result<store::SessionStep> {
                store::SessionStep step;
                step.session = now;
                step.session.state = domain::next(now.state, domain::SessionEvent::Pass).to;
                return step;
            }));
        QVERIFY2(bool(held), held ? "" : qPrintable(held.error().text));
        QCOMPARE(held->state, SessionState::NeedsReview);
    }
    void threeFailuresEscalate()
    {
        Counter c(quick("failed"));
        const auto person = c.anyone();
        for (int i = 0; i < 3; ++i) {
            const auto s = await(c.tenantSession->verifier().start(person, c.request()));
            QVERIFY(s);
            QTRY_COMPARE_WITH_TIMEOUT(
                await(c.tenantSession->verifier().session(s->id))->state, SessionState::Failed, 15000);
        }
        const auto fourth = await(c.tenantSession->verifier().start(person, c.request()));
        QVERIFY(!fourth);
        QVERIFY(fourth.error().text.contains(QLatin1String("escalation")));
        auto other = c.request();
        other.reason = domain::Reason::Periodic;
        QVERIFY(await(c.tenantSession->verifier().start(person, other)));
    }
    void ourOwnRefusalsNameNoVendor()
    {
        Counter c(quick("never"));
        c.tenant.provider.resendPath = QStringLiteral("/api/v1/community/{communityId}/idv/session/{sessionId}/resend");
        c.open();
        auto &w = *c.tenantSession;
        auto &verifier = w.verifier();
        auto &recovery = w.recovery();
        verifier.watch();
        const auto person = c.anyone();
        const auto s = await(verifier.start(person, c.request()));
        QVERIFY2(bool(s), qPrintable(textOf(s)));
        QList<std::pair<const char *, core::Error>> refusals;
        const auto add = [&refusals](const char *name, const auto &r) {
            QVERIFY2(!r, name);
            refusals.append({name, r.error()});
        };
        const core::SessionId nobody(QStringLiteral("no-such-session"));
        add("send again, too soon", await(verifier.sendAgain(s->id)));
        add("no such session", await(verifier.sendAgain(nobody)));
        add("another one is open", await(verifier.start(person, c.request())));
        auto bare = c.request();
        bare.ticket.clear();
        add("no ticket", await(verifier.start(person, bare)));
        bare = c.request();
        bare.documents.clear();
        add("no document", await(verifier.start(person, bare)));
        bare = c.request();
        bare.requiredIal = 1;
        add("level", await(verifier.start(person, bare)));
        add("wrong code", await(recovery.bindByCode(s->id, QStringLiteral("zzzz"))));
        add("gate", await(recovery.sendReset(s->id, c.toWork())));
        add("nothing held", await(recovery.review(s->id, true, QStringLiteral("seen"), c.reviewerId(), c.reviewer())));
        add("nobody signs in", await(recovery.review(s->id, true, QStringLiteral("seen"), {}, {})));
        add("wrong secret", await(recovery.registerOperator(c.reviewerId(), core::makeSecret("wrong"))));
        QVERIFY(await(w.operations().synchronize(person.id)));
        add("synchronised a moment ago", await(w.operations().synchronize(person.id)));
        const auto running = w.syncer().run({});
        add("copies already", await(w.syncer().run({})));
        QVERIFY(await(running, 90000));
        c.tenant.readOnly = true;
        c.open();
        add("locked: operation", await(c.tenantSession->operations().synchronize(person.id)));
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
        Counter c(quick("never"));
        const auto wrong =
            await(c.tenantSession->attributes(core::IdentityId(QStringLiteral("00000000000000000000000000000000"))));
        QVERIFY(!wrong);
        QVERIFY(!core::isOwnRefusal(wrong.error()));
        QCOMPARE(domain::userMessage(wrong.error(), domain::Vendor::SailPoint).headline,
            QStringLiteral("SailPoint does not know this address or person"));
    }
    void sendAgainWaitsAndReplaceEndsTheOldOne()
    {
        auto o = quick("never");
        Counter c(o);
        c.tenant.provider.resendPath = QStringLiteral("/api/v1/community/{communityId}/idv/session/{sessionId}/resend");
        c.tenant.provider.cancelPath = QStringLiteral("/api/v1/community/{communityId}/idv/session/{sessionId}/cancel");
        c.open();
        c.tenantSession->verifier().watch();
        const auto person = c.anyone();
        const auto s = await(c.tenantSession->verifier().start(person, c.request()));
        QCOMPARE(await(c.tenantSession->verifier().sendAgain(s->id)).error().code, ErrorCode::RateLimited);
        const auto second = await(c.tenantSession->verifier().replace(s->id, person, c.request()));
        QVERIFY2(bool(second), qPrintable(textOf(second)));
        QVERIFY(second->id != s->id);
        QCOMPARE(await(c.tenantSession->verifier().session(s->id))->state, SessionState::Cancelled);
    }
};
IDV_TEST(AccountRecovery)
#include "tst_recovery.moc"
