#include "domain/operations/operation.h"
#include "events/services/eventhouse.h"
#include "services/events/accessanswers.h"
#include "services/events/eligibilityreader.h"
#include "services/events/eventrulesettings.h"
#include "support/registry.h"

using domain::DispatchMode;
using domain::EventAnswer;
using domain::IdentityStatus;
using domain::TriggerEvent;
using support::await;
using support::EventHouse;

namespace {

/// The answers alone, asked as the receiver would.
struct Answers : EventHouse
{
    services::EventRuleSettings rules{tenant.id, *context};
    services::EligibilityReader eligibilities{*tenantSession, *context};
    services::AccessAnswers answers{
        *tenantSession, tenantSession->verifier(), tenantSession->triggers(), rules, eligibilities, *context};

    TriggerEvent request(const QList<domain::Identity> &people, DispatchMode mode = DispatchMode::Sync,
        const char *item = "Database Admin") const
    {
        TriggerEvent e;
        e.tenant = tenant.id;
        e.at = clock->now();
        e.triggerId = domain::trigger::accessRequested;
        for (const auto &p : people)
            e.people << domain::EventPerson{p.id, p.name};
        e.items = {QString::fromLatin1(item)};
        e.object = QStringLiteral("req-1");
        e.asksBack = true;
        e.mode = mode;
        e.invocation = QStringLiteral("inv-1");
        return e;
    }
    EventAnswer decide(const TriggerEvent &event)
    {
        EventAnswer told;
        int times = 0;
        answers.decide(event, core::makeSecret(QByteArrayLiteral("its secret")), domain::CallbackVerdict::EventTaken,
            [&told, &times](const EventAnswer &a) {
                told = a;
                ++times;
            });
        (void)QTest::qWaitFor([&times] { return times > 0; }, 10000);
        return times == 1 ? told : EventAnswer();
    }
    static QJsonObject said(const EventAnswer &a) { return QJsonDocument::fromJson(a.body).object(); }
    bool isApproved(const TriggerEvent &event)
    {
        const auto a = decide(event);
        return a.status == 200 && said(a).value(QLatin1String("approved")).toBool();
    }
    int completions()
    {
        return lab->counters()
            .value(QLatin1String("sailpoint"))
            .toObject()
            .value(QLatin1String("POST /trigger-invocations"))
            .toInt();
    }
    domain::Identity verified() { return somebody(IdentityStatus::Verified, 2); }
    domain::Identity never() { return somebody(IdentityStatus::Never); }
};

} // namespace

class DecidingAccess : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatAsksForNothingIsAnsweredAtOnce()
    {
        Answers d;
        auto e = d.request({});
        e.triggerId = domain::trigger::approverAsked;
        QCOMPARE(Answers::said(d.decide(e)), domain::noApprover());
        e.triggerId = domain::trigger::identityCreated;
        QCOMPARE(d.decide(e).body, QByteArray("{}"));
        QVERIFY(!d.isInLog(QStringLiteral("event.approve")));
    }
    void everybodyHasToStandWellEnough()
    {
        Answers d;
        const auto verified = d.verified(), never = d.never();
        QVERIFY(!verified.id.isEmpty() && !never.id.isEmpty());
        QVERIFY(d.isApproved(d.request({verified})));
        QVERIFY(d.isInLog(QStringLiteral("event.approve")));
        QVERIFY(!d.isApproved(d.request({never})));
        QVERIFY(!d.isApproved(d.request({verified, never})));
        QVERIFY(d.isApproved(d.request({never}, DispatchMode::Sync, "Mailbox"))); // no rule asks for more
    }
    void whatCannotBeReadWholeIsForNobody()
    {
        Answers d;
        QVERIFY(!d.isApproved(d.request({})));
        auto partial = d.request({d.verified()});
        partial.isPartial = true;
        QVERIFY(!d.isApproved(partial));
        domain::Identity stranger;
        stranger.id = core::IdentityId(QStringLiteral("nobody"));
        QVERIFY(!d.isApproved(d.request({stranger})));
    }
    void anApprovalThatCannotBeRecordedIsNone()
    {
        Answers d;
        const auto e = d.request({d.verified()});
        auto locked = d.tenant;
        locked.readOnly = true;
        domain::AuditEvent a;
        a.actor = QStringLiteral("tester");
        a.action = QStringLiteral("tenant.lock");
        a.tenant = a.subject = d.tenant.id.str();
        a.outcome = QStringLiteral("done");
        QVERIFY(await(d.ledger->tenants().update(locked, a)));
        QVERIFY(!d.isApproved(e));
    }
    void laterMeansByACallOfItsOwn()
    {
        Answers d;
        const auto before = d.completions();
        const auto known = d.decide(d.request({d.verified()}, DispatchMode::Async));
        QCOMPARE(known.status, 200);
        QCOMPARE(known.body, QByteArray("{}"));
        QTRY_COMPARE(d.completions(), before + 1); // asked for later, known at once
        auto other = d.request({d.verified()}, DispatchMode::Dynamic);
        other.invocation = QStringLiteral("inv-2");
        const auto direct = d.decide(other);
        QCOMPARE(direct.status, 200);
        QVERIFY(Answers::said(direct).value(QLatin1String("approved")).toBool());
        QCOMPARE(d.completions(), before + 1);
    }
    void whoIsNotVerifiedIsWaitedFor()
    {
        Answers d;
        const auto never = d.never();
        const auto before = d.completions();
        const auto waiting = d.decide(d.request({never}, DispatchMode::Dynamic));
        QCOMPARE(waiting.status, 202);
        QCOMPARE(d.completions(), before);
        d.answers.completed(QStringLiteral("another"), never.id, std::nullopt, QStringLiteral("declined"));
        d.answers.completed(QStringLiteral("inv-1"), never.id, std::nullopt, QStringLiteral("declined"));
        QTRY_COMPARE(d.completions(), before + 1);
        d.answers.completed(QStringLiteral("inv-1"), never.id, std::nullopt, QStringLiteral("declined"));
        d.answers.lookAgain(QStringLiteral("inv-1"));
        // An invocation that is answered leaves nothing that could be awaited.
        QTest::qWait(300);
        QCOMPARE(d.completions(), before + 1);
    }
    void whereNobodyWillBeVerifiedItIsAnsweredByHowTheyStand()
    {
        Answers d;
        const auto before = d.completions();
        QCOMPARE(d.decide(d.request({d.never()}, DispatchMode::Dynamic)).status, 202);
        d.answers.lookAgain(QStringLiteral("inv-1"));
        QTRY_COMPARE(d.completions(), before + 1);
    }
    void withoutItsSecretNothingCanBeAnsweredLater()
    {
        Answers d;
        EventAnswer told;
        d.answers.decide(d.request({d.never()}, DispatchMode::Async), nullptr, domain::CallbackVerdict::EventTaken,
            [&told](const EventAnswer &a) { told = a; });
        QTRY_VERIFY(!told.body.isEmpty());
        QVERIFY(Answers::said(told).contains(QLatin1String("approved")));
        QVERIFY(!Answers::said(told).value(QLatin1String("approved")).toBool(true));
    }
};
IDV_TEST(DecidingAccess)
#include "tst_decidingaccess.moc"
