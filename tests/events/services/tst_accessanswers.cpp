#include "events/services/eventhouse.h"
#include "services/events/proposals.h"
#include "support/registry.h"
#include <QJsonArray>

using support::await;
using support::EventHouse;

// SailPoint asks before it grants something, and waits for the answer.
class AnsweredAccessRequests : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAccessRequestIsAnsweredAtOnce()
    {
        EventHouse d;
        d.subscribe(domain::trigger::accessRequested);
        const auto verified = d.somebody(domain::IdentityStatus::Verified, 2),
                   never = d.somebody(domain::IdentityStatus::Never);
        QVERIFY(!verified.id.isEmpty() && !never.id.isEmpty());
        const auto isApproved = [&d](const QJsonObject &input) {
            d.raise(domain::trigger::accessRequested, input);
            if (!QTest::qWaitFor(
                    [&d] { return domain::invocationState(d.lastInvocation()) != domain::InvocationState::InProgress; },
                    12000))
                return -1;
            return d.output().isEmpty() ? -2 : int(d.output().value(QLatin1String("approved")).toBool());
        };
        QCOMPARE(isApproved(EventHouse::accessInput(verified)), 1);
        QCOMPARE(isApproved(EventHouse::accessInput(never, "Mailbox")), 1); // no rule asks for more
        QCOMPARE(isApproved(EventHouse::accessInput(never)), 0);
        QVERIFY(d.output().value(QLatin1String("comment")).toString().contains(QLatin1String("not verified")));
        QTRY_COMPARE(d.open().size(), 1);
        QCOMPARE(d.open().first().identity, never.id);
        QCOMPARE(d.open().first().reason, domain::Reason::PrivilegedAccess);
        QVERIFY(d.lab->setFaults(
            {QStringLiteral("sailpoint:identity:status=500"), QStringLiteral("sailpoint:search:status=500")}));
        QCOMPARE(isApproved(EventHouse::accessInput(verified)), 0); // what cannot be read is not verified
        QVERIFY(d.lab->setFaults({}));
        auto nobody = EventHouse::accessInput(verified), crowd = nobody;
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
        EventHouse d;
        d.subscribe(domain::trigger::accessRequested, domain::DispatchMode::Async);
        const auto never = d.somebody(domain::IdentityStatus::Never);
        d.raise(domain::trigger::accessRequested, EventHouse::accessInput(never));
        QTRY_COMPARE(d.open().size(), 1);
        QCOMPARE(domain::invocationState(d.lastInvocation()), domain::InvocationState::InProgress);
        const auto s = await(d.proposals().start(d.open().first().id));
        QVERIFY2(bool(s), s ? "" : qPrintable(s.error().text));
        QTRY_COMPARE_WITH_TIMEOUT(
            domain::invocationState(d.lastInvocation()), domain::InvocationState::Completed, 15000);
        QVERIFY(d.output().value(QLatin1String("approved")).toBool());
        // Verified meanwhile: asked for later, known at once.
        d.raise(
            domain::trigger::accessRequested, EventHouse::accessInput(d.somebody(domain::IdentityStatus::Verified, 2)));
        QTRY_COMPARE_WITH_TIMEOUT(
            domain::invocationState(d.lastInvocation()), domain::InvocationState::Completed, 10000);
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
        EventHouse d;
        d.subscribe(domain::trigger::accessRequested, domain::DispatchMode::Dynamic);
        d.raise(domain::trigger::accessRequested, EventHouse::accessInput(d.somebody(domain::IdentityStatus::Never)));
        QTRY_COMPARE(d.open().size(), 1);
        QCOMPARE(domain::invocationState(d.lastInvocation()), domain::InvocationState::InProgress);
        QVERIFY(await(d.proposals().dismiss(d.open().first().id, QStringLiteral("not theirs"))));
        QTRY_COMPARE_WITH_TIMEOUT(
            domain::invocationState(d.lastInvocation()), domain::InvocationState::Completed, 10000);
        QVERIFY(d.output().contains(QLatin1String("approved")) &&
                !d.output().value(QLatin1String("approved")).toBool(true));
    }
    void noFurtherApproverIsNamed()
    {
        EventHouse d;
        d.subscribe(domain::trigger::approverAsked);
        d.raise(domain::trigger::approverAsked, EventHouse::accessInput(d.somebody(domain::IdentityStatus::Never)));
        QTRY_COMPARE_WITH_TIMEOUT(
            domain::invocationState(d.lastInvocation()), domain::InvocationState::Completed, 10000);
        QCOMPARE(d.output(), domain::noApprover());
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
        EventHouse d;
        d.subscribe(domain::trigger::accessRequested);
        const auto verified = d.somebody(domain::IdentityStatus::Verified, 2);
        const auto isApproved = [&d](const QJsonObject &input) {
            d.raise(domain::trigger::accessRequested, input);
            if (!QTest::qWaitFor(
                    [&d] { return domain::invocationState(d.lastInvocation()) != domain::InvocationState::InProgress; },
                    12000))
                return -1;
            return d.output().isEmpty() ? -2 : int(d.output().value(QLatin1String("approved")).toBool());
        };
        const QString setting = QStringLiteral("event-rules:") + d.tenant.id.str();
        QVERIFY(await(d.ledger->settings().set(setting, stored)));
        QCOMPARE(isApproved(EventHouse::accessInput(verified)), 0);
        QCOMPARE(isApproved(EventHouse::accessInput(verified, "Mailbox")), 0); // not even where no rule would ask
        const auto read = await(d.proposals().rules());
        QVERIFY(!read && read.error().text.contains(QLatin1String("event-rules set")));
        QVERIFY(d.open().isEmpty());
        QCOMPARE(*await(d.ledger->settings().value(setting)), stored); // kept
        // A person replaces them: the gate opens again.
        QVERIFY(await(d.proposals().setRules(domain::usualEventRules())));
        QCOMPARE(isApproved(EventHouse::accessInput(verified)), 1);
    }
    void rulesThatAreWrongAreRefused()
    {
        EventHouse d;
        auto rules = domain::usualEventRules();
        rules.rules[0].reason = domain::Reason::AccountRecovery;
        QCOMPARE(await(d.proposals().setRules(rules)).error().field, QStringLiteral("reason"));
        QCOMPARE(*await(d.proposals().rules()), domain::usualEventRules());
    }
};
IDV_TEST(AnsweredAccessRequests)
#include "tst_accessanswers.moc"
