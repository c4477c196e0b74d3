#include "support/product.h"
#include "support/registry.h"

using domain::SessionState;
using support::await;
using support::Product;
using support::quick;

namespace {

template <class T>
QString why(const core::Result<T> &r)
{
    return r ? QStringLiteral("it was accepted") : r.error().text;
}

using Meanwhile = std::function<void(Product &, const core::SessionId &)>;

} // namespace

// The reset mail and the second person's decision, with the running product: one thing happens between two steps.
class MutatedRecovery : public QObject
{
    Q_OBJECT
    static void mailRow(const char *name, int mails, const Meanwhile &meanwhile, const char *outcome = "verified")
    {
        QTest::newRow(name) << QByteArray(outcome) << meanwhile << mails;
    }
    static void whatHappensAround()
    {
        mailRow("unchanged", 1, [](auto &, auto &) {});
        mailRow("restart between", 1, [](auto &p, auto &) { QVERIFY(p.restart()); });
        mailRow("clock 90 s on", 1, [](auto &p, auto &) { p.clockBy(90 * core::secondMs); });
        mailRow("locked meanwhile", 0, [](auto &p, auto &) { QVERIFY(p.lock()); });
        mailRow("locked, restart between", 0, [](auto &p, auto &) { QVERIFY(p.lock() && p.restart()); });
        mailRow("removed meanwhile", 0, [](auto &p, auto &) { QVERIFY(p.remove()); });
        mailRow("policy unreadable", 0, [](auto &p, auto &) {
            p.setSetting(QStringLiteral("verification-policy"), QStringLiteral("{\"newRule\":1}"));
        });
        mailRow("active accounts unreadable", 0, [](auto &p, auto &) {
            p.setTenantSetting(QStringLiteral("activity"), QStringLiteral("{\"rules\":[{\"word\":7}]}"));
        });
        mailRow("operator somebody else", 0, [](auto &p, auto &) {
            p.setSetting(domain::operatorSetting(p.settings().id, QStringLiteral("tester")),
                QStringLiteral("0000000000000000000000000000000a"));
        });
        mailRow("operator not registered", 0, [](auto &p, auto &) { p.forgetOperator(); });
        mailRow("clock back by an hour", 0, [](auto &p, auto &) { p.clockBy(-core::hourMs); });
        mailRow("clock on by 16 minutes", 0, [](auto &p, auto &) { p.clockBy(16 * core::minuteMs); });
    }
    static void whatIsRewritten()
    {
        mailRow("row: younger", 0, [](auto &p, auto &s) {
            p.sql(QStringLiteral("UPDATE session SET completed_at = completed_at + 1000 WHERE id = '%1'").arg(s.str()));
        });
        mailRow("row: another person", 0, [](auto &p, auto &s) {
            p.sql(QStringLiteral("UPDATE session SET identity = '%2' WHERE id = '%1'")
                      .arg(s.str(), p.somebody(domain::IdentityStatus::Verified, 2).id.str()));
        });
        mailRow(
            "row: a higher level", 0,
            [](auto &p, auto &s) {
                p.sql(QStringLiteral("UPDATE session SET state = 'verified', ial = 2 WHERE id = '%1'").arg(s.str()));
            },
            "level-too-low");
        mailRow(
            "row: verified though held", 0,
            [](auto &p, auto &s) {
                p.sql(QStringLiteral("UPDATE session SET state = 'verified', closing_reason = '' WHERE id = '%1'")
                          .arg(s.str()));
            },
            "name-differs");
        mailRow(
            "row: verified though failed", 0,
            [](auto &p, auto &s) {
                p.sql(QStringLiteral(
                    "UPDATE session SET state = 'verified', ial = 2, completed_at = %2, bound_at = %2 WHERE id = '%1'")
                          .arg(s.str())
                          .arg(core::SystemClock().now()));
            },
            "failed");
        mailRow("record: another result", 0, [](auto &p, auto &s) {
            p.sql(QStringLiteral("UPDATE audit SET data = replace(data, 'verified', 'failed') WHERE subject = '%1'")
                      .arg(s.str()));
        });
    }
private Q_SLOTS:
    void theMailGoesOutOnceAndOnlyUnchanged_data()
    {
        QTest::addColumn<QByteArray>("outcome");
        QTest::addColumn<Meanwhile>("meanwhile");
        QTest::addColumn<int>("mails");
        whatHappensAround();
        whatIsRewritten();
    }
    void theMailGoesOutOnceAndOnlyUnchanged()
    {
        QFETCH(QByteArray, outcome);
        QFETCH(Meanwhile, meanwhile);
        QFETCH(int, mails);
        Product p(quick(outcome.constData()));
        const auto started = p.start();
        QVERIFY2(bool(started), qPrintable(why(started)));
        const auto s = p.ended(started->id);
        QVERIFY(!domain::isOpen(s.state));
        QVERIFY(s.state == SessionState::Failed || p.bind(s.id));
        meanwhile(p, s.id);
        support::Tally::of().count(QStringLiteral("reset gate, running"), QString::fromLatin1(QTest::currentDataTag()));
        const auto sent = p.sendReset(s.id);
        QCOMPARE(p.mails(), mails);
        QCOMPARE(bool(sent), mails == 1);
        if (!sent)
            QVERIFY2(!sent.error().text.isEmpty(), "no reason");
        QVERIFY(!p.sendReset(s.id)); // one for each verification, at most
        QCOMPARE(p.mails(), mails);
    }
    void twoProcessesSendOneMail()
    {
        Product p;
        const auto s = p.verified();
        QCOMPARE(s.state, SessionState::Verified);
        QVERIFY(p.bind(s.id));
        const auto other = p.secondProcess();
        QVERIFY(other->tenantSession);
        const auto here = p.beginReset(s.id), there = Product::beginReset(*other->tenantSession, s.id);
        const auto a = await(here), b = await(there);
        QVERIFY(bool(a) != bool(b));
        QVERIFY(!(a ? b : a).error().text.isEmpty());
        QCOMPARE(p.mails(), 1);
    }
    void fiveOfManyCodesAreCompared()
    {
        Product p;
        const auto s = p.verified();
        const auto other = p.secondProcess();
        std::vector<core::Async<domain::Session>> tries;
        for (int i = 0; i < 20; ++i) {
            tries.push_back(p.tryCode(s.id, QStringLiteral("#%1").arg(i, 3)));
            tries.push_back(p.tryCode(*other->tenantSession, s.id, QStringLiteral("$%1").arg(i, 3)));
        }
        for (const auto &t : tries) {
            const auto r = await(t, 60000);
            QVERIFY(!r && !r.error().text.isEmpty());
        }
        QCOMPARE(p.audited().count(QStringLiteral("recovery.wrong-code/refused")), 5);
        QVERIFY(!p.bind(s.id)); // not even the right one
    }
    void aSecondPersonDecidesUnchangedOnly_data()
    {
        QTest::addColumn<QByteArray>("outcome");
        QTest::addColumn<Meanwhile>("meanwhile");
        QTest::addColumn<bool>("isAccepted");
        const auto row = [](const char *name, bool isAccepted, const Meanwhile &meanwhile,
                             const char *outcome = "name-differs") {
            QTest::newRow(name) << QByteArray(outcome) << meanwhile << isAccepted;
        };
        row("unchanged", true, [](auto &, auto &) {});
        row("restart between", true, [](auto &p, auto &) { QVERIFY(p.restart()); });
        row("locked, restart between", false, [](auto &p, auto &) { QVERIFY(p.lock() && p.restart()); });
        row("removed meanwhile", false, [](auto &p, auto &) { QVERIFY(p.remove()); });
        row("operator not registered", false, [](auto &p, auto &) { p.forgetOperator(); });
        row("decided already", false, [](auto &p, auto &s) { QVERIFY(p.review(s, false)); });
        row("row: starter unknown", false, [](auto &p, auto &s) {
            p.sql(QStringLiteral("UPDATE session SET started_by = '' WHERE id = '%1'").arg(s.str()));
        });
        row("row: another document", false, [](auto &p, auto &s) {
            p.sql(QStringLiteral("UPDATE session SET document_type = 'none' WHERE id = '%1'").arg(s.str()));
        });
        row(
            "row: a cause that can be accepted", false,
            [](auto &p, auto &s) {
                p.sql(QStringLiteral("UPDATE session SET closing_reason = 'name-differs', ial = 2 WHERE id = '%1'")
                          .arg(s.str()));
            },
            "level-too-low");
        row(
            "lower level", false, [](auto &, auto &) {}, "level-too-low");
        row(
            "other person", false, [](auto &, auto &) {}, "other-user");
    }
    void aSecondPersonDecidesUnchangedOnly()
    {
        QFETCH(QByteArray, outcome);
        QFETCH(Meanwhile, meanwhile);
        QFETCH(bool, isAccepted);
        Product p(quick(outcome.constData()));
        const auto s = p.verified();
        QCOMPARE(s.state, SessionState::NeedsReview);
        QVERIFY(!p.reviewOneself(s.id));
        meanwhile(p, s.id);
        support::Tally::of().count(QStringLiteral("review, running"), QString::fromLatin1(QTest::currentDataTag()));
        const auto done = p.review(s.id);
        QVERIFY2(bool(done) == isAccepted, qPrintable(why(done)));
        if (!done)
            QVERIFY2(!done.error().text.isEmpty(), "no reason");
        QCOMPARE(p.session(s.id).state == SessionState::Verified, isAccepted);
    }
    void twoProcessesDecideOnce()
    {
        Product p(quick("name-differs"));
        const auto s = p.verified();
        QCOMPARE(s.state, SessionState::NeedsReview);
        const auto other = p.secondProcess();
        QVERIFY(other->tenantSession);
        const auto no = p.beginReview(*other->tenantSession, s.id, false);
        const auto yes = p.review(s.id, true);
        const auto rejected = await(no);
        QVERIFY(bool(yes) != bool(rejected));
        QCOMPARE(p.session(s.id).state, yes ? SessionState::Verified : SessionState::Failed);
        QCOMPARE(p.audited().count(QStringLiteral("verification.review/done")), 1);
    }
};
IDV_TEST(MutatedRecovery)
#include "tst_resets.moc"
