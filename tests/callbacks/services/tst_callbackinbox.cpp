#include "services/callbacks/callbackinbox.h"
#include "services/callbacks/unmatchedcallbacks.h"
#include "services/verification/resultapplier.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/verificationpolicy.h"
#include "support/ownparts.h"
#include "support/registry.h"
#include <QSqlDatabase>
#include <QSqlQuery>

using domain::CallbackTrust;
using domain::SessionState;
using support::await;
using support::OwnParts;

namespace {

const QByteArray nonce = QByteArray::fromHex("aa11");

/// Nothing looks by itself: the test says when the inbox is read.
struct Inbox : OwnParts
{
    services::ResultApplier applier{connections, *context, sessions};
    services::CallbackInbox inbox{connections, *context, applier, tenantSession->verifier().monitor()};
    services::UnmatchedCallbacks unmatched{tenant.id, tenantSession->verifier(), *context};

    int count(const char *state)
    {
        const auto all = await(ledger->callbacks().inState(tenant.id, QLatin1String(state)));
        return all ? int(all->size()) : -1;
    }
    SessionState stateOf(const char *id)
    {
        return await(ledger->sessions().session(core::SessionId(QLatin1String(id))))->state;
    }
    void sql(const QString &statement)
    {
        {
            auto db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("by-hand"));
            db.setDatabaseName(dir.filePath(QStringLiteral("ledger.db")));
            QVERIFY(db.open());
            QSqlQuery q(db);
            QVERIFY(q.exec(statement));
            db.close();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("by-hand"));
    }
    /// Until what was begun has come to its end.
    void pollWhole()
    {
        inbox.poll();
        for (int i = 0; i < 3; ++i) {
            (void)count("new");
            QTest::qWait(20);
        }
    }
};

} // namespace

class InboxOfCallbacks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsStoredIsAppliedToItsSession()
    {
        Inbox d;
        const auto s = d.open("s1", nonce);
        (void)d.stored(d.pass(), CallbackTrust::Signature, nonce);
        QCOMPARE(d.count("new"), 1);
        d.inbox.poll();
        QTRY_COMPARE(d.stateOf("s1"), SessionState::Verified);
        QTRY_COMPARE(d.count("applied"), 1);
        QCOMPARE(d.count("new"), 0);
        QCOMPARE(d.notes(s.id).count(QStringLiteral("callback")), 1);
    }
    void severalAreAppliedInTheirOrder()
    {
        Inbox d;
        (void)d.open("s1", nonce);
        const QByteArray other = QByteArray::fromHex("bb22");
        (void)d.open("s2", other, QStringLiteral("k1-2"));
        (void)d.stored(d.pass(QStringLiteral("k1-2")), CallbackTrust::Signature, other);
        (void)d.stored(d.pass(), CallbackTrust::SharedSecret, nonce);
        (void)d.stored(d.pass(), CallbackTrust::Signature, nonce);
        d.inbox.poll();
        QTRY_COMPARE(d.count("applied"), 3);
        QCOMPARE(d.stateOf("s1"), SessionState::Verified);
        QCOMPARE(d.stateOf("s2"), SessionState::Verified);
    }
    void anEmptyInboxIsReadAgainLater()
    {
        Inbox d;
        d.pollWhole();
        (void)d.open("s1", nonce);
        (void)d.stored(d.pass(), CallbackTrust::Signature, nonce);
        d.inbox.poll();
        QTRY_COMPARE(d.count("applied"), 1);
    }
    void whatCannotBeAppliedIsPutAsideAfterTheFifthTime()
    {
        Inbox d;
        const auto s = d.open("s1", nonce);
        (void)d.stored(d.pass(), CallbackTrust::Signature, nonce);
        d.sql(QStringLiteral("UPDATE session SET state = 'of a later version'"));
        for (int i = 0; i < 4; ++i)
            d.pollWhole();
        QCOMPARE(d.count("new"), 1);
        QVERIFY(!d.audited(s.id).contains(QStringLiteral("verification.callback/failed")));
        d.pollWhole();
        QTRY_COMPARE(d.count("failed"), 1);
        QCOMPARE(d.count("new"), 0);
        QCOMPARE(d.audited(s.id).count(QStringLiteral("verification.callback/failed")), 1);
        d.pollWhole();
        QCOMPARE(d.count("failed"), 1);
    }
    void whileThePolicyCannotBeReadItWaits()
    {
        Inbox d;
        (void)d.open("s1", nonce);
        (void)d.stored(d.pass(), CallbackTrust::Signature, nonce);
        QVERIFY(
            await(d.ledger->settings().set(QStringLiteral("verification-policy"), QStringLiteral("{\"words\": ["))));
        for (int i = 0; i < 7; ++i)
            d.pollWhole();
        QCOMPARE(d.count("new"), 1); // nothing is judged without it, and nothing is given up
        QCOMPARE(d.stateOf("s1"), SessionState::Pending);
        d.sql(QStringLiteral("DELETE FROM setting WHERE name = 'verification-policy'"));
        d.inbox.poll();
        QTRY_COMPARE(d.stateOf("s1"), SessionState::Verified);
    }
    void whoeverPutOneAsideIsRecorded()
    {
        Inbox d;
        const QByteArray unknown = QByteArray::fromHex("cc33");
        (void)d.open("s1", nonce);
        (void)d.stored(d.pass(QStringLiteral("k1-stranger")), CallbackTrust::Signature, unknown);
        const auto aside = await(d.unmatched.entries());
        QCOMPARE(aside->size(), 1);
        QVERIFY(await(d.unmatched.candidates(aside->first()))->isEmpty());
        const auto wrong =
            await(d.unmatched.assignToSession(aside->first().sequence, core::SessionId(QStringLiteral("s1"))));
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, core::ErrorCode::Conflict);
        d.inbox.poll();
        QCOMPARE(d.count("quarantined"), 1); // it is never applied by itself
        QVERIFY(await(d.unmatched.dismiss(aside->first().sequence, QString(600, QLatin1Char('w')))));
        QCOMPARE(d.count("dismissed"), 1);
        QCOMPARE(await(d.unmatched.dismiss(aside->first().sequence, {})).error().code, core::ErrorCode::Conflict);
        const auto told = await(d.ledger->audit().latestAbout(d.tenant.id, {d.tenant.id.str()}, 1));
        QCOMPARE(told->first().event.action, QStringLiteral("callback.dismiss"));
        QCOMPARE(told->first().event.personal.first().value.size(), 500);
    }
};
IDV_TEST(InboxOfCallbacks)
#include "tst_callbackinbox.moc"
