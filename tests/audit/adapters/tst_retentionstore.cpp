#include "store/ledger/audit/auditproof.h"
#include "store/ledger/audit/retentionstore.h"
#include "store/ledger/verification/sessionrows.h"
#include "support/rawledger.h"
#include "support/registry.h"
#include <QSignalSpy>

using domain::Session;
using domain::SessionState;
using support::await;
using support::RawLedger;

namespace {

constexpr core::Instant now = RawLedger::now;
constexpr core::Instant verifiedBefore = now - 100 * core::dayMs;
constexpr core::Instant failedBefore = now - 10 * core::dayMs;

domain::AuditEvent sweep()
{
    return RawLedger::event("privacy.sweep", "", "done");
}

/// Closed so many days ago, with a note, an entry and a callback that name the person.
void closed(RawLedger &l, const char *id, const char *person, SessionState state, int daysAgo,
    const char *writeBack = "written")
{
    Session s = RawLedger::session(id, person);
    s.state = state;
    s.createdAt = now - (daysAgo + 1) * core::dayMs;
    if (!domain::isOpen(state) && state != SessionState::NeedsReview)
        s.closedAt = now - daysAgo * core::dayMs;
    s.sentTo = QStringLiteral("ana@hv.example");
    s.verifiedName = QStringLiteral("ANA NANDU");
    s.writeBack = QString::fromLatin1(writeBack);
    QVERIFY(store::sql::insertSession(l.connection(), s, {}));
    QVERIFY(store::sql::updateSession(l.connection(), s));
    QVERIFY(store::sql::appendNote(l.connection(), s.id,
        {now, QStringLiteral("result"), {{QStringLiteral("name"), QStringLiteral("ANA NANDU")}}}));
    auto e = RawLedger::event("verification.start", id, "noted");
    e.personal << domain::personal(QStringLiteral("name"), QStringLiteral("Ana Ñandú"));
    QVERIFY(store::Transaction(l.connection(), s.createdAt).record(e));
}

/// Whatever still names the person of a session.
int named(RawLedger &l, const char *id)
{
    return l
        .value(QStringLiteral("SELECT (SELECT COUNT(*) FROM session WHERE id = ? AND (person_name <> '' OR "
                              "verified_name <> '' OR sent_to <> '')) + (SELECT COUNT(*) FROM session_note WHERE "
                              "session = ? AND detail <> '{}') + (SELECT COUNT(*) FROM audit WHERE subject = ? "
                              "AND payload IS NOT NULL AND payload <> '{}')"),
            {QString::fromLatin1(id), QString::fromLatin1(id), QString::fromLatin1(id)})
        .toInt();
}

core::Result<int> swept(RawLedger &l, int limit = 100)
{
    return await(l.ledger().retention().redactAged(RawLedger::tenant(), verifiedBefore, failedBefore, limit, sweep()));
}

} // namespace

class WhatIsKeptOfPeople : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachGoesInItsTime()
    {
        RawLedger l;
        closed(l, "old", "p1", SessionState::Verified, 101);
        closed(l, "young", "p2", SessionState::Verified, 99);
        closed(l, "failed", "p3", SessionState::Failed, 11, "not-needed");
        closed(l, "late", "p4", SessionState::Failed, 9, "not-needed");
        closed(l, "open", "p5", SessionState::Pending, 300, "");
        closed(l, "held", "p6", SessionState::NeedsReview, 300, "");
        closed(l, "unwritten", "p7", SessionState::Verified, 300, "waiting");
        for (const char *id : {"old", "young", "failed", "late", "open", "held", "unwritten"})
            QCOMPARE(named(l, id), 3);
        QCOMPARE(*await(l.ledger().retention().countToRedact(RawLedger::tenant(), verifiedBefore, failedBefore)), 2);
        QCOMPARE(*swept(l), 2);
        for (const char *id : {"old", "failed"})
            QCOMPARE(named(l, id), 0);
        for (const char *id : {"young", "late", "open", "held", "unwritten"})
            QCOMPARE(named(l, id), 3);
        QCOMPARE(*swept(l), 0);
    }
    void theRecordCountsThemAndTheChainHolds()
    {
        RawLedger l;
        closed(l, "a", "p1", SessionState::Verified, 101);
        closed(l, "b", "p2", SessionState::Verified, 102);
        const int before = l.entries();
        QCOMPARE(*swept(l), 2);
        QCOMPARE(l.entries(), before + 1);
        QCOMPARE(l.value(QStringLiteral("SELECT data FROM audit ORDER BY seq DESC LIMIT 1")).toString(),
            QStringLiteral("{\"sessions\":2}"));
        QCOMPARE(store::sql::proveChain(l.connection(), {}, 1000)->firstBad, 0);
    }
    void theOldestGoFirstAndNotMoreThanAsked()
    {
        RawLedger l;
        closed(l, "a", "p1", SessionState::Verified, 101);
        closed(l, "b", "p2", SessionState::Verified, 103);
        closed(l, "c", "p3", SessionState::Verified, 102);
        QCOMPARE(*swept(l, 2), 2);
        QCOMPARE(named(l, "a"), 3);
        QCOMPARE(named(l, "b") + named(l, "c"), 0);
    }
    void ofAnotherTenantNothingIsTouched()
    {
        RawLedger l;
        closed(l, "a", "p1", SessionState::Verified, 101);
        l.run(QStringLiteral("UPDATE session SET tenant = 'other'"));
        QCOMPARE(*swept(l), 0);
        QCOMPARE(l.value(QStringLiteral("SELECT person_name FROM session")).toString(), QStringLiteral("Ana Ñandú"));
    }
    void withoutARecordNothingIsRemoved()
    {
        RawLedger l;
        closed(l, "a", "p1", SessionState::Verified, 101);
        auto bad = sweep();
        bad.data = {{QStringLiteral("x"), 1.5}}; // cannot be written into the chain
        QVERIFY(!await(l.ledger().retention().redactAged(RawLedger::tenant(), verifiedBefore, failedBefore, 100, bad)));
        QCOMPARE(named(l, "a"), 3);
    }
    void aCallbackThatIsNotSettledKeepsItsResult()
    {
        RawLedger l;
        closed(l, "a", "p1", SessionState::Verified, 101);
        for (const char *state : {"new", "applied"})
            l.run(
                QStringLiteral("INSERT INTO callback (seq, tenant, at, peer, trust, secret_no, replay_key, body_hash, "
                               "nonce, bytes, result, session, state, provider_session) VALUES ((SELECT COUNT(*) + 1 "
                               "FROM callback), 't', 1, '', 'none', 0, '%1', '', 'absent', 1, '{\"n\":1}', 'a', "
                               "'%1', '')")
                    .arg(QLatin1String(state)));
        QCOMPARE(*swept(l), 1);
        QCOMPARE(l.value(QStringLiteral("SELECT result FROM callback WHERE state = 'new'")).toString(),
            QStringLiteral("{\"n\":1}"));
        QCOMPARE(l.value(QStringLiteral("SELECT result FROM callback WHERE state = 'applied'")).toString(),
            QStringLiteral("{}"));
    }
    void onePersonIsForgottenWhole()
    {
        RawLedger l;
        closed(l, "a", "p1", SessionState::Verified, 1);
        closed(l, "b", "p1", SessionState::Failed, 2, "not-needed");
        closed(l, "c", "p2", SessionState::Verified, 1);
        l.run(QStringLiteral("INSERT INTO event (seq, tenant, at, peer, trigger_id, replay_key, body_hash, content, "
                             "state) VALUES (1, 't', 1, '', 'x', 'k1', '', '{\"id\":\"p1\"}', 'done'), (2, 't', 1, '', "
                             "'x', 'k2', '', '{\"id\":\"p12\"}', 'done')"));
        QSignalSpy told(&l.ledger().retention(), &store::RetentionStore::redacted);
        QCOMPARE(*await(l.ledger().retention().redactPerson(RawLedger::tenant(), core::IdentityId(QStringLiteral("p1")),
                     RawLedger::event("privacy.forget", "p1", "done"))),
            2);
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(named(l, "a") + named(l, "b"), 0);
        QCOMPARE(named(l, "c"), 3);
        QCOMPARE(l.value(QStringLiteral("SELECT group_concat(seq) FROM event")).toString(), QStringLiteral("2"));
        QCOMPARE(store::sql::proveChain(l.connection(), {}, 1000)->firstBad, 0);
    }
    void whoeverHasSomethingOpenIsNotForgotten()
    {
        for (const auto &[state, writeBack] : {std::pair{SessionState::Pending, ""},
                 std::pair{SessionState::NeedsReview, ""}, std::pair{SessionState::Verified, "asked"}}) {
            RawLedger l;
            closed(l, "a", "p1", state, 1, writeBack);
            const int before = l.entries();
            const auto r = await(l.ledger().retention().redactPerson(RawLedger::tenant(),
                core::IdentityId(QStringLiteral("p1")), RawLedger::event("privacy.forget", "p1", "done")));
            QVERIFY(!r);
            QCOMPARE(r.error().code, core::ErrorCode::Conflict);
            QCOMPARE(named(l, "a"), 3);
            QCOMPARE(l.entries(), before);
        }
    }
    void thatNothingWasThereIsRecordedToo()
    {
        RawLedger l;
        const int before = l.entries();
        QCOMPARE(*await(l.ledger().retention().redactPerson(RawLedger::tenant(),
                     core::IdentityId(QStringLiteral("nobody")), RawLedger::event("privacy.forget", "nobody", "done"))),
            0);
        QCOMPARE(l.entries(), before + 1);
    }
};
IDV_TEST(WhatIsKeptOfPeople)
#include "tst_retentionstore.moc"
