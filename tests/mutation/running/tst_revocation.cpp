#include "support/product.h"
#include "support/registry.h"

using domain::SessionState;
using support::Product;
using support::quick;

// What was allowed a moment ago and is no longer: nothing goes out after what is on its way.

namespace {

using Revoke = std::function<void(Product &, const QString &campaign)>;

lab::Options many(const char *outcome)
{
    auto o = quick(outcome);
    o.identities = 400;
    return o;
}

} // namespace

class RevocationLatency : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCampaignStopsAtOnce_data()
    {
        QTest::addColumn<Revoke>("revoke");
        QTest::newRow("locked") << Revoke([](Product &p, const QString &) { QVERIFY(p.lock()); });
        QTest::newRow("removed") << Revoke([](Product &p, const QString &) { QVERIFY(p.remove()); });
        QTest::newRow("rights taken away in SailPoint")
            << Revoke([](Product &p, const QString &) { p.fault({QStringLiteral("sailpoint:*:status=403")}); });
        QTest::newRow("paused") << Revoke([](Product &p, const QString &id) { QVERIFY(p.pauseCampaign(id)); });
    }
    void aCampaignStopsAtOnce()
    {
        QFETCH(Revoke, revoke);
        Product p(many("never"));
        const auto k = p.startCampaign(20, 120);
        QVERIFY(!k.id.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(p.links() >= 2, 10000);
        revoke(p, k.id);
        const qint64 then = p.links();
        // A campaign goes by real seconds: only they show that it has stopped.
        QTest::qWait(3000);
        const qint64 later = p.links();
        support::Tally::of().count(QStringLiteral("campaign, running"), QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY2(later <= then + 1, qPrintable(QStringLiteral("%1, then %2").arg(then).arg(later)));
        QVERIFY(p.campaign(k.id).state != domain::CampaignState::Running);
    }
    void aCampaignThatNobodyStopsGoesOn()
    {
        Product p(many("never"));
        const auto k = p.startCampaign(20, 120);
        QTRY_VERIFY_WITH_TIMEOUT(p.links() >= 2, 10000);
        const qint64 then = p.links();
        QTRY_VERIFY_WITH_TIMEOUT(p.links() >= then + 3, 6000);
    }
    void aRuleStartsNothingAfterALock_data()
    {
        QTest::addColumn<Revoke>("revoke");
        QTest::newRow("locked") << Revoke([](Product &p, const QString &) { QVERIFY(p.lock()); });
        QTest::newRow("removed") << Revoke([](Product &p, const QString &) { QVERIFY(p.remove()); });
        QTest::newRow("rights taken away in SailPoint")
            << Revoke([](Product &p, const QString &) { p.fault({QStringLiteral("sailpoint:*:status=403")}); });
        QTest::newRow("rules unreadable") << Revoke([](Product &p, const QString &) {
            p.setTenantSetting(QStringLiteral("event-rules"), QStringLiteral("{\"newRule\":1}"));
        });
    }
    void aRuleStartsNothingAfterALock()
    {
        QFETCH(Revoke, revoke);
        Product p(many("never"));
        auto rules = domain::usualEventRules();
        rules.rules = {rules.rules.at(1)};
        rules.rules[0].startsItself = true;
        QVERIFY(p.setRules(rules));
        p.watchEvents();
        (void)p.answerEvent(p.createdEvent(p.somebody()));
        QTRY_COMPARE_WITH_TIMEOUT(p.links(), 1, 10000);
        const auto others = QList<QJsonObject>{
            p.createdEvent(p.somebody()), p.createdEvent(p.somebody()), p.createdEvent(p.somebody())};
        revoke(p, {});
        for (const auto &e : others)
            (void)p.answerEvent(e);
        // Starts come in their own time: only that shows that none came.
        QTest::qWait(3000);
        support::Tally::of().count(
            QStringLiteral("automatic start, running"), QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(p.links(), 1);
    }
    void nothingIsWrittenBackUntilTheLockIsOpen()
    {
        auto o = quick();
        o.journey = std::chrono::milliseconds(1000);
        Product p(o, [](domain::Tenant &t) { t.writeBack = domain::WriteBackStrategy::Account; });
        const auto s = p.start();
        QVERIFY(s);
        QVERIFY(p.lock());
        const qint64 then = p.writes();
        QCOMPARE(p.ended(s->id).state, SessionState::Verified); // what comes in is looked at all the same
        // A write-back is tried again in its own time: only that shows that none was.
        QTest::qWait(3000);
        support::Tally::of().count(QStringLiteral("write-back, running"), QStringLiteral("locked"));
        QCOMPARE(p.writes(), then);
        QVERIFY(p.session(s->id).writeBack != QLatin1String("written"));
        QVERIFY(p.unlock());
        QTRY_COMPARE_WITH_TIMEOUT(p.session(s->id).writeBack, QStringLiteral("written"), 20000);
        QVERIFY(p.writes() > then);
    }
    void nothingIsWrittenBackForARemovedTenant()
    {
        auto o = quick();
        o.journey = std::chrono::milliseconds(1000);
        Product p(o, [](domain::Tenant &t) { t.writeBack = domain::WriteBackStrategy::Account; });
        const auto s = p.start();
        QVERIFY(s);
        QVERIFY(p.remove());
        const qint64 then = p.writes();
        // The result and its write-back would have come by then.
        QTest::qWait(3000);
        support::Tally::of().count(QStringLiteral("write-back, running"), QStringLiteral("removed"));
        QCOMPARE(p.writes(), then);
        QVERIFY(p.session(s->id).state != SessionState::Verified);
    }
    void noOrderLeavesALockedTenant()
    {
        Product p(quick("never"), [](domain::Tenant &t) {
            t.provider.resendPath = t.provider.statusPath + QStringLiteral("/resend");
            t.provider.cancelPath = t.provider.statusPath + QStringLiteral("/cancel");
        });
        const auto s = p.start();
        QVERIFY(s);
        p.clockBy(core::minuteMs);
        QVERIFY(p.lock());
        const qint64 then = p.orders();
        for (const char *order : {"resend", "cancel", "start"}) {
            const QLatin1String what(order);
            core::Error error;
            if (what == QLatin1String("resend")) {
                const auto r = p.sendAgain(s->id);
                QVERIFY2(!r, order);
                error = r.error();
            } else if (what == QLatin1String("cancel")) {
                const auto r = p.stop(s->id);
                QVERIFY2(!r, order);
                error = r.error();
            } else {
                const auto r = p.start();
                QVERIFY2(!r, order);
                error = r.error();
            }
            QVERIFY2(!error.text.isEmpty(), order);
            support::Tally::of().count(QStringLiteral("orders, running"), what);
        }
        QCOMPARE(p.orders(), then);
        QVERIFY(p.unlock());
        QVERIFY(p.sendAgain(s->id));
        QVERIFY(p.stop(s->id));
        QVERIFY(p.orders() > then);
    }
};
IDV_TEST(RevocationLatency)
#include "tst_revocation.moc"
