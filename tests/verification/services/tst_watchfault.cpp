#include "services/verification/invitationlinks.h"
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

// A session whose answers nobody here understands: it stays open, and what was not understood has its name.
class WatchFaults : public QObject
{
    Q_OBJECT
    static QStringList named(LabFixture &d, const core::SessionId &id)
    {
        QStringList out;
        const auto notes = *await(d.tenantSession->verifier().sessions().notes(id));
        for (const auto &n : notes) {
            if (n.kind == QLatin1String("unknown-word") || n.kind == QLatin1String("unreadable-answer"))
                out << n.kind + QLatin1Char(':') +
                           n.detail.value(QLatin1String(n.kind == QLatin1String("unknown-word") ? "word" : "field"))
                               .toString();
        }
        return out;
    }
private Q_SLOTS:
    void whatIsNotUnderstoodIsNamedUntilItIs_data()
    {
        QTest::addColumn<QByteArray>("outcome");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("note");
        QTest::newRow("a word") << QByteArray("unknown-word") << QStringLiteral("SENT_TO_REVIEW") << QString()
                                << QStringLiteral("unknown-word:SENT_TO_REVIEW");
        QTest::newRow("a field") << QByteArray("two-words") << QString() << QStringLiteral("verification_status")
                                 << QStringLiteral("unreadable-answer:verification_status");
    }
    void whatIsNotUnderstoodIsNamedUntilItIs()
    {
        QFETCH(QByteArray, outcome);
        QFETCH(QString, word);
        QFETCH(QString, field);
        QFETCH(QString, note);
        LabFixture d(quick(outcome.constData()));
        QVERIFY(bool(d.sync()));
        auto &v = d.tenantSession->verifier();
        v.monitor().watch();
        const auto s = await(v.starter().start(d.anyone(), d.request()));
        QVERIFY(s);
        const QString link = v.links().of(s->id);
        QTRY_VERIFY_WITH_TIMEOUT(v.monitor().lastFault(s->id).has_value(), 10000);
        const auto fault = *v.monitor().lastFault(s->id);
        QCOMPARE(fault.code, ErrorCode::Protocol);
        QCOMPARE(fault.word, word);
        QCOMPARE(fault.field, field);
        QVERIFY(fault.isUnreadable());
        // The same answer again and again is one fault since its first time, and one line.
        // Several queries of the timer fit in here, and none of them leaves anything to await.
        QTest::qWait(1200);
        QCOMPARE(v.monitor().lastFault(s->id)->since, fault.since);
        QCOMPARE(named(d, s->id), QStringList{note});
        QCOMPARE(await(v.sessions().session(s->id))->state, SessionState::Pending);
        // An answer that is understood ends it.
        QNetworkAccessManager m;
        std::unique_ptr<QNetworkReply> reply(
            m.post(QNetworkRequest(QUrl(link + QStringLiteral("/failed"))), QByteArray()));
        QVERIFY(QTest::qWaitFor([&reply] { return reply->isFinished(); }, 10000));
        QTRY_COMPARE_WITH_TIMEOUT(await(v.sessions().session(s->id))->state, SessionState::Failed, 15000);
        QTRY_VERIFY(!v.monitor().lastFault(s->id));
    }
    void aCheckByHandNamesItToo()
    {
        LabFixture d(quick("two-words"));
        QVERIFY(bool(d.sync()));
        auto &v = d.tenantSession->verifier(); // nobody watches
        const auto s = await(v.starter().start(d.anyone(), d.request()));
        QVERIFY(s && !v.monitor().lastFault(s->id));
        // The simulated person is through by then; nobody watches, so nothing tells.
        QTest::qWait(500);
        const auto r = await(v.monitor().check(s->id));
        QVERIFY(!r);
        QCOMPARE(r.error().code, ErrorCode::Protocol);
        QCOMPARE(v.monitor().lastFault(s->id)->field, QStringLiteral("verification_status"));
    }
    void whatIsUnderstoodIsNoFault()
    {
        LabFixture d(quick("never"));
        QVERIFY(bool(d.sync()));
        auto &v = d.tenantSession->verifier();
        const auto s = await(v.starter().start(d.anyone(), d.request()));
        QVERIFY(await(v.monitor().check(s->id)));
        QVERIFY(!v.monitor().lastFault(s->id));
        QVERIFY(named(d, s->id).isEmpty());
    }
    // No dead end: the link's lifetime ends a session whose answers cannot be used.
    void anUnreadableSessionExpires()
    {
        LabFixture d(quick("two-words"));
        QVERIFY(bool(d.sync()));
        auto &v = d.tenantSession->verifier();
        const auto s = await(v.starter().start(d.anyone(), d.request()));
        QVERIFY(s);
        // The simulated person is through by then; nobody watches, so nothing tells.
        QTest::qWait(500);
        QVERIFY(!await(v.monitor().check(s->id)));
        QVERIFY(await(
            d.ledger->sessions().change(s->id, [](const domain::Session &now) -> core::Result<domain::SessionStep> {
                domain::SessionStep step;
                step.session = now;
                step.session.expiresAt = now.createdAt - 2 * core::minuteMs;
                return step;
            })));
        v.monitor().watch();
        QCOMPARE(d.settled(s->id).state, SessionState::Expired);
    }
    // No answer at all is another matter: no field, no word, no line.
    void noAnswerIsNoUnreadableOne()
    {
        LabFixture d(quick("never"));
        QVERIFY(bool(d.sync()));
        auto &v = d.tenantSession->verifier();
        const auto s = await(v.starter().start(d.anyone(), d.request()));
        QVERIFY(d.lab->setFaults({QStringLiteral("provider:status:status=403")}));
        QVERIFY(!await(v.monitor().check(s->id)));
        QVERIFY(v.monitor().lastFault(s->id).has_value());
        QCOMPARE(v.monitor().lastFault(s->id)->code, ErrorCode::Forbidden);
        QVERIFY(!v.monitor().lastFault(s->id)->isUnreadable());
        QVERIFY(named(d, s->id).isEmpty());
    }
};
IDV_TEST(WatchFaults)
#include "tst_watchfault.moc"
