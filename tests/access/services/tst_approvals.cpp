#include "services/access/approvals.h"
#include "services/identities/identitydirectory.h"
#include "services/operations/operationtracker.h"
#include "support/labfixture.h"
#include "support/registry.h"
#include <QtTest>

using domain::Approval;
using support::await;
using support::LabFixture;
using support::quick;

namespace {

struct Inbox : LabFixture
{
    explicit Inbox(const lab::Options &o = quick())
        : LabFixture(o, [](domain::Tenant &t) { t.environment = domain::Environment::Simulator; })
    {
        QVERIFY(sync());
    }
    services::Approvals &approvals() { return tenantSession->approvals(); }
    QList<Approval> pending() { return *await(approvals().pending()); }
    /// Somebody's request whose person stands like that.
    Approval one(bool isVerified)
    {
        const auto all = pending();
        for (const auto &a : all) {
            const auto p = await(tenantSession->directory().person(a.forId));
            if (p && domain::eligibilityOf(*p, 2, clock->now()).isEnough == isVerified &&
                a.requestType.is(domain::RequestType::Grant))
                return a;
        }
        return {};
    }
    void demand(const QString &access, int days = 0)
    {
        domain::AccessRequirements r;
        r.all << domain::AccessRequirement{access, 2, days};
        QVERIFY(await(approvals().requirementsTable().setRequirements(r)));
    }
    qint64 asked(const char *what) { return stats(tenant.sailpointUrl).value(QLatin1String(what)).toInteger(); }
};

} // namespace

class ApprovalsOfTheCloud : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void requirementsThatCannotBeReadApproveNothing()
    {
        Inbox d;
        const auto waiting = d.pending();
        const auto one = d.one(true);
        QVERIFY(!one.id.isEmpty());
        const QString setting = QStringLiteral("access-requirements:") + d.tenant.id.str();
        for (const char *stored :
            {R"({"requirements":[{"access":"x","ial":"2"}]})", R"({"requirements":[],"newRule":1})", "{", "[]"}) {
            QVERIFY(await(d.ledger->settings().set(setting, QLatin1String(stored))));
            const auto r = await(d.approvals().approve(one.id, QStringLiteral("fine")));
            QVERIFY2(!r && r.error().reason == core::ErrorReason::UnreadableSetting, stored);
            QVERIFY(r.error().text.contains(QLatin1String("approvals requirements FILE")));
            QCOMPARE(*await(d.ledger->settings().value(setting)), QLatin1String(stored));
        }
        QCOMPARE(await(d.approvals().pending())->size(), waiting.size());
        QVERIFY(await(d.approvals().requirementsTable().setRequirements({})));
        const auto r = await(d.approvals().approve(one.id, QStringLiteral("fine")));
        QVERIFY2(bool(r), r ? "" : qPrintable(r.error().text));
    }
    void anApprovedRequestLeavesTheListOnceSailPointApplied()
    {
        Inbox d;
        const auto all = d.pending();
        QVERIFY(all.size() >= 5);
        const auto done = await(d.approvals().approve(all.first().id, QStringLiteral("fine")));
        QVERIFY2(bool(done), done ? "" : qPrintable(done.error().text));
        QCOMPARE(done->state, domain::OperationState::Done);
        QCOMPARE(d.pending().first().doing, Approval::Approving); // accepted, not yet applied
        QCOMPARE(await(d.approvals().approve(all.first().id, {})).error().reason, core::ErrorReason::Decided);
        QTRY_COMPARE_WITH_TIMEOUT(d.pending().size(), all.size() - 1, 5000);
        const auto again = await(d.approvals().deny(all.first().id, QStringLiteral("no")));
        QVERIFY(!again && again.error().text.contains(QLatin1String("approved by svc.idv")));
        QCOMPARE(d.asked("POST /access-request-approvals"), 1); // a decision is asked for once
        const auto counts = await(d.approvals().summary());
        QVERIFY(*counts && (*counts)->approved == 1 && (*counts)->pending == int(all.size()) - 1);
        const auto log = await(d.ledger->audit().records(1, 100));
        QVERIFY(std::any_of(log->begin(), log->end(), [](const domain::AuditRecord &r) {
            return r.event.action == QLatin1String("approval.approve") && r.event.outcome == QLatin1String("intent");
        }));
    }
    void aDenialSaysWhy()
    {
        Inbox d;
        const auto a = d.pending().first();
        QCOMPARE(await(d.approvals().deny(a.id, QStringLiteral("  "))).error().field, QStringLiteral("comment"));
        QCOMPARE(d.asked("POST /access-request-approvals"), 0);
        QVERIFY(await(d.approvals().deny(a.id, QStringLiteral("not needed"))));
        QTRY_VERIFY_WITH_TIMEOUT(d.pending().first().id != a.id, 5000);
    }
    void aForwardedRequestIsSomebodyElses()
    {
        Inbox d;
        const auto a = d.pending().first();
        QCOMPARE(await(d.approvals().forward(a.id, {}, QStringLiteral("yours"))).error().field, QStringLiteral("to"));
        QCOMPARE(await(d.approvals().forward(a.id, QStringLiteral("i9"), QString(256, QLatin1Char('x')))).error().field,
            QStringLiteral("comment"));
        QVERIFY(await(d.approvals().forward(a.id, QStringLiteral("i9"), QStringLiteral("yours"))));
        QTRY_VERIFY_WITH_TIMEOUT(d.pending().first().id != a.id, 5000);
    }
    void whoLacksTheLevelIsVerifiedFirst()
    {
        Inbox d;
        const auto lacking = d.one(false), good = d.one(true);
        QVERIFY(!lacking.id.isEmpty() && !good.id.isEmpty());
        d.demand(lacking.access);
        QVERIFY(!await(d.approvals().requirementsTable().eligibility(lacking))->isEnough);
        const auto refused = await(d.approvals().approve(lacking.id, {}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().reason, core::ErrorReason::VerifyFirst);
        QCOMPARE(d.asked("POST /access-request-approvals"), 0);
        QVERIFY(await(d.approvals().deny(lacking.id, QStringLiteral("not verified")))); // denying needs no proof
        d.demand(good.access);
        QVERIFY(await(d.approvals().approve(good.id, {})));
    }
    void whoCannotBeReadIsNotApproved()
    {
        Inbox d;
        const auto good = d.one(true);
        d.demand(good.access);
        QVERIFY(d.lab->setFaults(
            {QStringLiteral("sailpoint:identity:status=500"), QStringLiteral("sailpoint:search:status=500")}));
        QVERIFY(!await(d.approvals().approve(good.id, {})));
        QCOMPARE(d.asked("POST /access-request-approvals"), 0);
    }
    void somebodyElseWasFaster()
    {
        Inbox d;
        const auto a = d.pending().first();
        d.lab->decideElsewhere(a.id, false, QStringLiteral("B. Quesnel-Fontanarosa"));
        const auto r = await(d.approvals().approve(a.id, {}));
        QVERIFY(!r);
        QVERIFY2(
            r.error().text.contains(QLatin1String("denied by B. Quesnel-Fontanarosa")), qPrintable(r.error().text));
        QCOMPARE(d.asked("POST /access-request-approvals"), 0);
    }
    void aLockedTenantDecidesNothing()
    {
        Inbox d;
        const auto a = d.pending().first();
        d.tenant.readOnly = true;
        d.open();
        QCOMPARE(await(d.approvals().approve(a.id, {})).error().code, core::ErrorCode::Conflict);
        QCOMPARE(d.asked("POST /access-request-approvals"), 0);
    }
    void aRequestWithoutAnAnswerIsNotRepeated()
    {
        Inbox d;
        const auto a = d.pending().first();
        QVERIFY(d.lab->setFaults({QStringLiteral("sailpoint:POST /v2024/access-request-approvals*:reset")}));
        const auto r = await(d.approvals().approve(a.id, {}));
        QVERIFY(!r || r->state == domain::OperationState::Unknown);
        QVERIFY(await(d.tenantSession->operations().list())->first().state == domain::OperationState::Unknown);
    }
    void reviewsAreListedWithTheirProgress()
    {
        Inbox d;
        const auto all = *await(d.approvals().accessReviews().reviews());
        QCOMPARE(all.size(), 2);
        QVERIFY(all.first().total.value_or(0) > 0 && all.first().due);
    }
    void theInboxIsLookedAtByItself()
    {
        Inbox d;
        QSignalSpy changed(&d.approvals(), &services::Approvals::changed);
        d.approvals().watch();
        QVERIFY(changed.wait(5000));
        QCOMPARE(d.approvals().seen().size(), d.pending().size());
        QVERIFY(d.approvals().seenAt() > 0);
    }
};
IDV_TEST(ApprovalsOfTheCloud)
#include "tst_approvals.moc"
