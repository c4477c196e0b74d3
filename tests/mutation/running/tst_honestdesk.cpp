#include "support/product.h"
#include "support/registry.h"

using domain::SessionState;
using support::await;
using support::Product;
using support::quick;

// Each refusal names a way out, and an ordinary helpdesk gets on by it.
class HonestDesk : public QObject
{
    Q_OBJECT
    static QString textOf(const core::Result<domain::Session> &r) { return r ? QString() : r.error().text; }

private:
    /// Verified and bound, and neither SailPoint nor the table says whether the account is active.
    static domain::Session verifiedOfUnknownActivity(Product &p)
    {
        p.fault({QStringLiteral("sailpoint:GET */lifecycle-states*:status=403")});
        const auto s = p.verified();
        domain::ActivityTable nothing;
        nothing.rules.clear();
        return p.bind(s.id) && p.setActivityTable(nothing) ? s : domain::Session();
    }

private Q_SLOTS:
    void aPlainClientRegistersWhoeverSitsThere()
    {
        auto o = quick();
        o.hasUser = false;
        Product p(o);
        p.forgetOperator();
        const auto refused = p.start();
        QVERIFY(!refused);
        QCOMPARE(refused.error().reason, core::ErrorReason::OperatorUnknown);
        QVERIFY2(!refused.error().text.isEmpty(), "no way out");
        QVERIFY(!p.registerOperator(false)); // the tenant's own client is nobody
        QVERIFY(p.registerOperator(true));
        QCOMPARE(p.verified().state, SessionState::Verified);
    }
    void aProviderThatWasAwayForAnHourIsAskedAgain()
    {
        auto o = quick();
        o.journey = std::chrono::milliseconds(1500);
        o.linkLifetime = std::chrono::hours(3);
        Product p(o, [](domain::Tenant &t) { t.provider.linkLifetimeMinutes = 180; });
        const auto s = p.start();
        QVERIFY(s);
        p.fault({QStringLiteral("provider:*:status=503")});
        // The simulated person is through by then; the provider that is away does not tell.
        QTest::qWait(1600);
        p.clockBy(core::hourMs);
        (void)await(p.checkNow(s->id));
        QCOMPARE(p.session(s->id).state, SessionState::Pending); // neither failed nor verified
        const auto meanwhile = p.start();
        QVERIFY2(!meanwhile || meanwhile->state != SessionState::Pending, "a link that nobody made");
        p.fault({});
        (void)await(p.checkNow(s->id));
        QCOMPARE(p.ended(s->id).state, SessionState::Verified);
        // Its result is too old for a reset by now; the next one is not.
        QVERIFY(p.bind(s->id));
        QVERIFY(textOf(p.sendReset(s->id)).contains(QLatin1String("Verify again")));
        const auto next = p.verified();
        QCOMPARE(next.state, SessionState::Verified);
        QVERIFY(p.bind(next.id));
        const auto sent = p.sendReset(next.id);
        QVERIFY2(bool(sent), qPrintable(textOf(sent)));
        QCOMPARE(p.mails(), 1);
    }
    void lifecycleStatesThatCannotBeReadStandInATable()
    {
        Product p;
        p.fault({QStringLiteral("sailpoint:GET */lifecycle-states*:status=403")});
        const auto person = p.somebody();
        const auto s = p.start(person, p.asking());
        QVERIFY(s);
        QCOMPARE(p.ended(s->id).state, SessionState::Verified);
        QVERIFY(p.bind(s->id));
        domain::ActivityTable nothing;
        nothing.rules.clear();
        QVERIFY(p.setActivityTable(nothing));
        const QString refusal = textOf(p.sendReset(s->id));
        QVERIFY2(refusal.contains(QLatin1String("Active accounts")) && refusal.contains(QLatin1String("second person")),
            qPrintable(refusal));
        QCOMPARE(p.mails(), 0);
        domain::ActivityTable table;
        table.rules = {{QString(), person.lifecycle, true}};
        QVERIFY(p.setActivityTable(table));
        const auto sent = p.sendReset(s->id);
        QVERIFY2(bool(sent), qPrintable(textOf(sent)));
        QCOMPARE(p.mails(), 1);
    }
    void whatIsNotKnownIsAcceptedByASecondPerson()
    {
        Product p;
        const auto s = verifiedOfUnknownActivity(p);
        QVERIFY(!p.sendReset(s.id));
        QVERIFY(p.acceptActivity(s.id));
        const auto sent = p.sendReset(s.id);
        QVERIFY2(bool(sent), qPrintable(textOf(sent)));
        QVERIFY(p.audited().contains(QStringLiteral("recovery.activity-accepted/done")));
        QCOMPARE(p.mails(), 1);
    }
    // What was accepted of one word is accepted of no other.
    void whatWasAcceptedOfAnotherWordIsAskedAgain()
    {
        Product p;
        const auto s = verifiedOfUnknownActivity(p);
        p.setCopiedLifecycle(QStringLiteral("sabbatical"));
        QVERIFY(p.acceptActivity(s.id));
        QVERIFY(!p.sendReset(s.id)); // SailPoint says "active" by now, which is in no table
        QCOMPARE(p.mails(), 0);
        QVERIFY(p.acceptActivity(s.id));
        const auto sent = p.sendReset(s.id);
        QVERIFY2(bool(sent), qPrintable(textOf(sent)));
        QCOMPARE(p.mails(), 1);
    }
    void aClockThatIsALittleOffStopsNobody_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<bool>("passes");
        QTest::newRow("90 s on") << 90 << true;
        QTest::newRow("90 s back") << -90 << true;
        QTest::newRow("six minutes on") << 360 << false;
        QTest::newRow("six minutes back") << -360 << false;
    }
    void aClockThatIsALittleOffStopsNobody()
    {
        QFETCH(int, seconds);
        QFETCH(bool, passes);
        auto o = quick();
        o.clockOffset = std::chrono::seconds(seconds);
        Product p(o);
        const auto s = p.verified();
        QCOMPARE(s.state, SessionState::Verified);
        QVERIFY(p.bind(s.id));
        const auto sent = p.sendReset(s.id);
        QVERIFY2(bool(sent) == passes, qPrintable(textOf(sent)));
        QVERIFY(passes || textOf(sent).contains(QLatin1String("Set the clock right")));
        QCOMPARE(p.mails(), passes ? 1 : 0);
    }
    void oneOperatorAndASecondPersonAreEnough()
    {
        Product p(quick("name-differs"));
        const auto s = p.verified();
        QCOMPARE(s.state, SessionState::NeedsReview);
        QVERIFY(!p.reviewOneself(s.id));
        const auto accepted = p.review(s.id);
        QVERIFY2(bool(accepted), qPrintable(textOf(accepted)));
        QVERIFY(p.bind(s.id));
        const auto sent = p.sendReset(s.id);
        QVERIFY2(bool(sent), qPrintable(textOf(sent)));
        QCOMPARE(p.mails(), 1);
    }
    void aLogThatLiesAheadIsReleased()
    {
        Product p;
        p.clockBy(2 * core::hourMs); // on Monday the clock was wrong
        QVERIFY(p.setActivityTable({}));
        p.clockBy(-2 * core::hourMs);
        const auto s = p.verified();
        QVERIFY(p.bind(s.id));
        const QString refusal = textOf(p.sendReset(s.id));
        QVERIFY2(refusal.contains(QLatin1String("accept-clock")), qPrintable(refusal));
        QCOMPARE(p.mails(), 0);
        const auto accepted = p.acceptClock();
        QVERIFY2(bool(accepted), accepted ? "" : qPrintable(accepted.error().text));
        const auto sent = p.sendReset(s.id);
        QVERIFY2(bool(sent), qPrintable(textOf(sent)));
        QCOMPARE(p.mails(), 1);
    }
    void aSettingThatCannotBeReadIsMended()
    {
        Product p;
        p.setSetting(QStringLiteral("verification-policy"), QStringLiteral("{\"newRule\":true}"));
        const auto refused = p.start();
        QVERIFY(!refused);
        QCOMPARE(refused.error().reason, core::ErrorReason::UnreadableSetting);
        QVERIFY2(
            refused.error().text.contains(QLatin1String("Settings, Verification")), qPrintable(refused.error().text));
        p.setSetting(QStringLiteral("verification-policy"), QString()); // reset
        QCOMPARE(p.verified().state, SessionState::Verified);
    }
    void aLockThatIsOpenedLetsEverythingGoOn()
    {
        Product p;
        QVERIFY(p.lock());
        const auto refused = p.start();
        QVERIFY(!refused);
        QCOMPARE(refused.error().reason, core::ErrorReason::TenantLocked);
        QCOMPARE(p.links(), 0);
        QVERIFY(p.unlock());
        const auto s = p.verified();
        QCOMPARE(s.state, SessionState::Verified);
        QVERIFY(p.bind(s.id));
        QVERIFY(p.sendReset(s.id));
        QCOMPARE(p.mails(), 1);
    }
};
IDV_TEST(HonestDesk)
#include "tst_honestdesk.moc"
