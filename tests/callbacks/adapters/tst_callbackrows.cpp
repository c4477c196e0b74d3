#include "store/ledger/callbacks/callbackrows.h"
#include "store/ledger/callbacks/callbackstore.h"
#include "store/ledger/verification/sessionrows.h"
#include "support/rawledger.h"
#include "support/registry.h"
#include <QSignalSpy>

using domain::Callback;
using domain::CallbackVerdict;
using support::await;
using support::RawLedger;

namespace {

/// Different for each `message`: what is not a replay.
Callback callback(const char *provider, const char *message, const QByteArray &nonceHash = {})
{
    Callback c;
    c.tenant = RawLedger::tenant();
    c.at = RawLedger::now;
    c.peer = QStringLiteral("127.0.0.1");
    c.trust = domain::CallbackTrust::Signature;
    c.key = 1;
    c.replayKey = QByteArray(message);
    c.bodyHash = QByteArray("body of ") + message;
    c.nonceHash = nonceHash;
    c.bytes = 42;
    c.result.session = core::ProviderSessionId(QString::fromLatin1(provider));
    c.result.status = domain::ProviderStatus::Passed;
    c.result.statusWord = QStringLiteral("VERIFIED");
    c.result.verifiedName = QStringLiteral("ANA NANDU");
    return c;
}

/// Begun, and named by the provider where it is told.
domain::Session begun(RawLedger &l, const char *id, const char *person, const char *provider, const QString &nonce = {})
{
    auto s = RawLedger::session(id, person);
    if (!store::sql::insertSession(l.connection(), s, nonce))
        return {};
    s = *store::sql::readSession(l.connection(), s.id);
    s.state = domain::SessionState::Pending;
    s.providerId = core::ProviderSessionId(QString::fromLatin1(provider));
    if (!store::sql::updateSession(l.connection(), s))
        return {};
    return *store::sql::readSession(l.connection(), s.id);
}

QList<CallbackVerdict> stored(RawLedger &l, const QList<Callback> &all)
{
    const auto r = store::sql::insertCallbacks(l.connection(), all);
    return r ? *r : QList<CallbackVerdict>();
}

QList<domain::InboxEntry> rows(RawLedger &l, const char *where)
{
    return *store::sql::callbacksWhere(l.connection(), QString::fromLatin1(where), {}, 100);
}

} // namespace

class RowsOfCallbacks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachFindsItsSessionOrIsPutAside()
    {
        RawLedger l;
        const QByteArray nonce = QByteArray::fromHex("aa11"), other = QByteArray::fromHex("bb22");
        begun(l, "s1", "p1", "k1-one");
        begun(l, "s2", "p2", "k1-two", QStringLiteral("aa11"));
        begun(l, "s3", "p3", "", QStringLiteral("bb22"));
        auto gone = callback("k1-one", "m7");
        gone.tenant = core::TenantId(QStringLiteral("removed"));
        const QList<Callback> all{callback("k1-one", "m1"), callback("k1-one", "m1"), callback("k1-one", "m2"),
            callback("k1-stranger", "m3"), callback("k1-two", "m4"), callback("k1-two", "m5", nonce),
            callback("k1-one", "m6", nonce), gone, callback("k1-three", "m8", other),
            callback("k1-one", "m9", QByteArray::fromHex("cc33"))};
        QCOMPARE(stored(l, all), QList<CallbackVerdict>({CallbackVerdict::Stored, CallbackVerdict::Duplicate,
                                     CallbackVerdict::Stored, CallbackVerdict::Unmatched, CallbackVerdict::Unmatched,
                                     CallbackVerdict::Stored, CallbackVerdict::Unmatched, CallbackVerdict::Gone,
                                     CallbackVerdict::Stored, CallbackVerdict::Unmatched}));
        QCOMPARE(rows(l, "state = 'new'").size(), 4);
        QCOMPARE(rows(l, "state = 'quarantined'").size(), 4);
        QCOMPARE(rows(l, "session = 's2'").first().nonce, domain::NonceMatch::Matched);
        QCOMPARE(rows(l, "session = 's3'").size(), 1);
        QCOMPARE(rows(l, "nonce = 'wrong'").size(), 2);
    }
    void whatIsKeptIsReadAsItCame()
    {
        RawLedger l;
        begun(l, "s1", "p1", "k1-one");
        auto c = callback("k1-one", "m1");
        c.result.ial = 2;
        c.result.documentType = QStringLiteral("passport");
        c.key = 2;
        QCOMPARE(stored(l, {c}).first(), CallbackVerdict::Stored);
        const auto e = rows(l, "1").first();
        QCOMPARE(e.sequence, 1);
        QCOMPARE(e.session.str(), QStringLiteral("s1"));
        QCOMPARE(e.state, QStringLiteral("new"));
        QCOMPARE(e.callback.at, RawLedger::now);
        QCOMPARE(e.callback.peer, c.peer);
        QCOMPARE(e.callback.trust, c.trust);
        QCOMPARE(e.callback.key, 2);
        QCOMPARE(e.callback.bodyHash, c.bodyHash);
        QCOMPARE(e.callback.bytes, 42);
        QCOMPARE(e.callback.result.verifiedName, c.result.verifiedName);
        QCOMPARE(e.callback.result.ial, c.result.ial);
        QCOMPARE(e.callback.result.documentType, c.result.documentType);
        QCOMPARE(e.callback.result.session, c.result.session);
    }
    void ofAStrangerNoNameIsKept()
    {
        RawLedger l;
        QCOMPARE(stored(l, {callback("k1-stranger", "m1")}).first(), CallbackVerdict::Unmatched);
        QVERIFY(rows(l, "1").first().callback.result.verifiedName.isEmpty());
        QVERIFY(!l.value(QStringLiteral("SELECT result FROM callback")).toString().contains(QLatin1String("NANDU")));
    }
    void whatWasPutAsideAndComesAgainFindsItsSession()
    {
        RawLedger l;
        QCOMPARE(stored(l, {callback("k1-late", "m1")}).first(), CallbackVerdict::Unmatched);
        begun(l, "s1", "p1", "k1-late");
        QCOMPARE(stored(l, {callback("k1-late", "m1")}).first(), CallbackVerdict::Stored);
        QCOMPARE(rows(l, "1").size(), 1);
        QCOMPARE(rows(l, "state = 'new'").first().callback.result.verifiedName, QStringLiteral("ANA NANDU"));
        QCOMPARE(stored(l, {callback("k1-late", "m1")}).first(), CallbackVerdict::Duplicate);
    }
    void aReplayAtAnotherTenantIsNone()
    {
        RawLedger l;
        l.addTenant("other");
        auto there = callback("k1-one", "m1");
        there.tenant = core::TenantId(QStringLiteral("other"));
        QCOMPARE(stored(l, {callback("k1-one", "m1"), there}),
            QList<CallbackVerdict>({CallbackVerdict::Unmatched, CallbackVerdict::Unmatched}));
    }
    void oneThatCameBeforeTheAnswerIsTakenUp()
    {
        RawLedger l;
        stored(l, {callback("k1-early", "m1"), callback("k1-early", "m2", QByteArray::fromHex("dd44")),
                      callback("k1-other", "m3")});
        const auto s = begun(l, "s1", "p1", "k1-early");
        QCOMPARE(*store::sql::takeUpUnmatched(l.connection(), s), 1);
        QCOMPARE(rows(l, "session = 's1' AND state = 'new'").size(), 1);
        QCOMPARE(rows(l, "state = 'quarantined'").size(), 2); // a wrong one-time value is never taken up
        QCOMPARE(*store::sql::takeUpUnmatched(l.connection(), s), 0);
    }
    void aPersonAssignsOneOnce()
    {
        RawLedger l;
        stored(l, {callback("k1-stranger", "m1")});
        const auto s = begun(l, "s1", "p1", "k1-one");
        QVERIFY(store::sql::assignCallback(l.connection(), s, 1));
        QCOMPARE(rows(l, "session = 's1'").first().state, QStringLiteral("new"));
        const auto again = store::sql::assignCallback(l.connection(), s, 1);
        QVERIFY(!again);
        QCOMPARE(again.error().code, core::ErrorCode::Conflict);
        QVERIFY(!store::sql::assignCallback(l.connection(), s, 99));
    }
    void theInboxTellsWhatCameAndEachIsDecidedOnce()
    {
        RawLedger l;
        begun(l, "s1", "p1", "k1-one");
        auto &inbox = l.ledger().callbacks();
        QSignalSpy told(&inbox, &store::CallbackStore::changed);
        QList<CallbackVerdict> verdicts;
        std::atomic<bool> isDone = false;
        inbox.store({callback("k1-one", "m1"), callback("k1-stranger", "m2")}, [&](const QList<CallbackVerdict> &v) {
            verdicts = v;
            isDone = true;
        });
        QTRY_VERIFY(isDone);
        QCOMPARE(verdicts, QList<CallbackVerdict>({CallbackVerdict::Stored, CallbackVerdict::Unmatched}));
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(await(inbox.inState(RawLedger::tenant(), QStringLiteral("new")))->size(), 1);
        const auto aside = await(inbox.inState(RawLedger::tenant(), QStringLiteral("quarantined")));
        QCOMPARE(aside->size(), 1);
        QCOMPARE(await(inbox.of(core::SessionId(QStringLiteral("s1"))))->size(), 1);
        const qint64 number = aside->first().sequence;
        const auto dismissed = RawLedger::event("callback.dismiss");
        const int before = l.entries();
        QVERIFY(await(inbox.finalize(number, QStringLiteral("quarantined"), QStringLiteral("dismissed"), dismissed)));
        const auto again =
            await(inbox.finalize(number, QStringLiteral("quarantined"), QStringLiteral("dismissed"), dismissed));
        QVERIFY(!again);
        QCOMPARE(again.error().code, core::ErrorCode::Conflict);
        QCOMPARE(l.entries(), before + 1);
        QCOMPARE(await(inbox.callback(RawLedger::tenant(), number))->state, QStringLiteral("dismissed"));
        QCOMPARE(await(inbox.callback(core::TenantId(QStringLiteral("other")), number)).error().code,
            core::ErrorCode::NotFound);
    }
    void whatIsNewIsNeverForgotten()
    {
        RawLedger l;
        begun(l, "s1", "p1", "k1-one");
        stored(l, {callback("k1-one", "m1"), callback("k1-stranger", "m2")});
        QVERIFY(await(l.ledger().callbacks().prune(RawLedger::now)));
        QCOMPARE(rows(l, "1").size(), 2);
        QVERIFY(await(l.ledger().callbacks().prune(RawLedger::now + 1)));
        QCOMPARE(rows(l, "1").size(), 1);
        QCOMPARE(rows(l, "1").first().state, QStringLiteral("new"));
    }
    void aLedgerThatRefusesAnswersBusyAndKeepsNone()
    {
        RawLedger l;
        l.run(QStringLiteral("CREATE TRIGGER full BEFORE INSERT ON callback WHEN new.provider_session = 'k1-bad' BEGIN "
                             "SELECT RAISE(ABORT, 'full'); END"));
        QList<CallbackVerdict> verdicts;
        std::atomic<bool> isDone = false;
        l.ledger().callbacks().store(
            {callback("k1-good", "m1"), callback("k1-bad", "m2")}, [&](const QList<CallbackVerdict> &v) {
                verdicts = v;
                isDone = true;
            });
        QTRY_VERIFY(isDone);
        QCOMPARE(verdicts, QList<CallbackVerdict>({CallbackVerdict::Busy, CallbackVerdict::Busy}));
        QCOMPARE(rows(l, "1").size(), 0);
    }
};
IDV_TEST(RowsOfCallbacks)
#include "tst_callbackrows.moc"
