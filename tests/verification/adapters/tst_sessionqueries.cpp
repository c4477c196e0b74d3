#include "domain/verification/resultproof.h"
#include "store/ledger/verification/sessionqueries.h"
#include "store/ledger/verification/sessionrows.h"
#include "support/rawledger.h"
#include "support/registry.h"

using domain::Session;
using domain::SessionState;
using support::RawLedger;

namespace {

constexpr core::Instant now = RawLedger::now;

/// As it would stand after what `set` says of it.
Session kept(
    RawLedger &l, const char *id, const char *person, SessionState state,
    const std::function<void(Session &)> &set = [](Session &) {})
{
    Session s = RawLedger::session(id, person);
    s.state = state;
    if (!domain::isOpen(state) && state != SessionState::NeedsReview)
        s.closedAt = now;
    set(s);
    if (!store::sql::insertSession(l.connection(), s, {}) || !store::sql::updateSession(l.connection(), s))
        return {};
    return *store::sql::readSession(l.connection(), s.id);
}

QStringList idsOf(const core::Result<QList<Session>> &r)
{
    QStringList out;
    for (const auto &s : r ? *r : QList<Session>())
        out << s.id.str();
    out.sort();
    return out;
}

struct Wanted
{
    const char *what;
    std::function<void(domain::SessionFilter &)> set;
    const char *ids;
};

} // namespace

class QuestionsAboutSessions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachFilterFindsWhatItSays()
    {
        RawLedger l;
        kept(l, "a", "p1", SessionState::Verified, [](Session &s) {
            s.createdAt = now - 10 * core::dayMs;
            s.request.ticket = QStringLiteral("INC42");
        });
        kept(l, "b", "p1", SessionState::Pending, [](Session &s) { s.createdAt = now - 20 * core::dayMs; });
        kept(l, "c", "p2", SessionState::NeedsReview);
        kept(l, "d", "p3", SessionState::Failed, [](Session &s) { s.campaign = QStringLiteral("c1"); });
        kept(l, "e", "p4", SessionState::Verified, [](Session &s) {
            s.reviewer = QStringLiteral("somebody");
            s.providerId = core::ProviderSessionId(QStringLiteral("k1-e"));
        });
        const Wanted all[]{{"nothing", [](domain::SessionFilter &) {}, "a b c d e"},
            {"a person", [](domain::SessionFilter &f) { f.identity = core::IdentityId(QStringLiteral("p1")); }, "a b"},
            {"two states",
                [](domain::SessionFilter &f) {
                    f.states = {SessionState::Failed, SessionState::Pending};
                },
                "b d"},
            {"since: what is open counts", [](domain::SessionFilter &f) { f.since = now - core::dayMs; }, "b c d e"},
            {"until", [](domain::SessionFilter &f) { f.until = now; }, "a b"},
            {"a campaign", [](domain::SessionFilter &f) { f.campaign = QStringLiteral("c1"); }, "d"},
            {"by hand", [](domain::SessionFilter &f) { f.isByHand = true; }, "a b c e"},
            {"decided or to be decided", [](domain::SessionFilter &f) { f.isDecided = true; }, "c e"},
            {"a ticket", [](domain::SessionFilter &f) { f.text = QStringLiteral("inc4"); }, "a"},
            {"the provider's id", [](domain::SessionFilter &f) { f.text = QStringLiteral("K1-E"); }, "e"},
            {"a name", [](domain::SessionFilter &f) { f.text = QStringLiteral("nandu"); }, "a b c d e"},
            {"no name", [](domain::SessionFilter &f) { f.text = QStringLiteral("nobody"); }, ""}};
        for (const Wanted &w : all) {
            domain::SessionFilter f;
            f.tenant = RawLedger::tenant();
            w.set(f);
            QVERIFY2(idsOf(store::sql::listSessions(l.connection(), f)).join(QLatin1Char(' ')) == QLatin1String(w.ids),
                w.what);
        }
    }
    void theNewestComeFirstAndNotMoreThanAsked()
    {
        RawLedger l;
        for (int i = 0; i < 5; ++i)
            kept(l, qPrintable(QStringLiteral("s%1").arg(i)), qPrintable(QStringLiteral("p%1").arg(i)),
                SessionState::Verified, [i](Session &s) { s.createdAt = now + i; });
        domain::SessionFilter f;
        f.tenant = RawLedger::tenant();
        f.limit = 2;
        const auto newest = store::sql::listSessions(l.connection(), f);
        QCOMPARE(newest->size(), 2);
        QCOMPARE(newest->first().id.str(), QStringLiteral("s4"));
        f.text = QStringLiteral("ana");
        QCOMPARE(store::sql::listSessions(l.connection(), f)->size(), 2);
        f.tenant = core::TenantId(QStringLiteral("other"));
        QVERIFY(store::sql::listSessions(l.connection(), f)->isEmpty());
    }
    void theLatestPassOfEachPersonIsTold()
    {
        RawLedger l;
        const auto passed = [](core::Instant at) {
            return [at](Session &s) {
                s.createdAt = at - core::minuteMs;
                s.completedAt = at;
            };
        };
        kept(l, "a", "p1", SessionState::Verified, passed(now - 2 * core::dayMs));
        kept(l, "b", "p1", SessionState::Verified, passed(now - core::dayMs));
        kept(l, "c", "p2", SessionState::Failed, passed(now - core::dayMs));
        kept(l, "d", "p3", SessionState::Verified, passed(now - 9 * core::dayMs));
        const auto passes = store::sql::readPasses(l.connection(), RawLedger::tenant(), now - 5 * core::dayMs);
        QCOMPARE(passes->size(), 1);
        QCOMPARE(passes->value(QStringLiteral("p1")), now - core::dayMs);
    }
    void theSummaryCountsWhatAsksForSomebody()
    {
        RawLedger l;
        QCOMPARE(store::sql::summarizeSessions(l.connection(), RawLedger::tenant(), now)->held, 0);
        const auto ofCampaign = [](Session &s) { s.campaign = QStringLiteral("c1"); };
        kept(l, "a", "p1", SessionState::Pending, ofCampaign);
        kept(l, "b", "p2", SessionState::Pending);
        kept(l, "c", "p3", SessionState::LaunchUnknown, ofCampaign);
        kept(l, "d", "p4", SessionState::NeedsReview);
        kept(l, "e", "p5", SessionState::Failed, [](Session &s) { s.createdAt = now - core::hourMs; });
        kept(l, "f", "p6", SessionState::Failed, [](Session &s) { s.createdAt = now - 2 * core::dayMs; });
        kept(l, "g", "p7", SessionState::Verified, [](Session &s) {
            s.writeBack = QStringLiteral("written");
            s.closedAt = now - 7;
        });
        kept(l, "h", "p8", SessionState::Verified, [](Session &s) { s.writeBack = QStringLiteral("not-stored"); });
        const auto s = store::sql::summarizeSessions(l.connection(), RawLedger::tenant(), now);
        QCOMPARE(s->openRenewals, 1);
        QCOMPARE(s->openOthers, 1);
        QCOMPARE(s->unknown, 1);
        QCOMPARE(s->held, 1);
        QCOMPARE(s->failedLately, 1);
        QCOMPARE(s->notStored, 1);
        QCOMPARE(s->lastWritten.value_or(0), now - 7);
    }
    void whatIsNotOverIsWatched()
    {
        RawLedger l;
        kept(l, "a", "p1", SessionState::Pending);
        kept(l, "b", "p2", SessionState::Pending, [](Session &s) { s.campaign = QStringLiteral("c1"); });
        kept(l, "c", "p3", SessionState::Verified, [](Session &s) { s.writeBack = QStringLiteral("asked"); });
        kept(l, "d", "p4", SessionState::Verified, [](Session &s) { s.writeBack = QStringLiteral("written"); });
        kept(l, "e", "p5", SessionState::Failed, [](Session &s) { s.source = QStringLiteral("callback"); });
        kept(l, "f", "p6", SessionState::Failed, [](Session &s) {
            s.source = QStringLiteral("callback");
            s.createdAt = now - 2 * core::hourMs;
        });
        kept(l, "g", "p7", SessionState::NeedsReview);
        QCOMPARE(
            idsOf(store::sql::sessionsToWatch(l.connection(), RawLedger::tenant(), true, now)).join(QLatin1Char(' ')),
            QStringLiteral("a b c e"));
        QCOMPARE(
            idsOf(store::sql::sessionsToWatch(l.connection(), RawLedger::tenant(), false, now)).join(QLatin1Char(' ')),
            QStringLiteral("a c e"));
    }
    void whatStandsOverAPersonIsTheirLatest()
    {
        using Kind = domain::SessionOverlay;
        RawLedger l;
        const auto at = [](core::Instant t) {
            return [t](Session &s) {
                s.createdAt = now + t;
                if (s.closedAt)
                    s.closedAt = now + t;
            };
        };
        kept(l, "a", "p1", SessionState::Pending, at(0));
        kept(l, "b", "p1", SessionState::Failed, at(1)); // closed later, and the open one stands
        kept(l, "c", "p2", SessionState::Failed, at(0));
        kept(l, "d", "p2", SessionState::Verified, at(1));
        kept(l, "e", "p3", SessionState::Failed, at(5));
        kept(l, "f", "p3", SessionState::Expired, at(6)); // says nothing
        kept(l, "g", "p4", SessionState::NeedsReview, at(0));
        kept(l, "h", "p5", SessionState::Cancelled, at(0));
        const auto r = store::sql::readOverlays(l.connection(), RawLedger::tenant());
        QCOMPARE(r->value(QStringLiteral("p1")).kind, Kind::Open);
        QCOMPARE(r->value(QStringLiteral("p2")).kind, Kind::None);
        QCOMPARE(r->value(QStringLiteral("p3")).kind, Kind::Failed);
        QCOMPARE(r->value(QStringLiteral("p3")).at, now + 5);
        QCOMPARE(r->value(QStringLiteral("p4")).kind, Kind::Held);
        QVERIFY(!r->contains(QStringLiteral("p5")));
    }
    void aRowIsProvedByWhatTheLogSays()
    {
        RawLedger l;
        const auto result = [](Session &s) {
            s.completedAt = now;
            s.ial = 2;
            s.source = QStringLiteral("status-query");
        };
        const auto record = [&l](const Session &s, bool hasDigest) {
            auto e = RawLedger::event("verification.result", qPrintable(s.id.str()), "done");
            if (hasDigest)
                e.data.insert(domain::resultDigestKey, domain::resultDigest(s));
            QVERIFY(store::Transaction(l.connection(), now).record(e));
        };
        record(kept(l, "a", "p1", SessionState::Verified, result), true);
        record(kept(l, "b", "p2", SessionState::Verified, result), false);
        auto r = store::sql::proveRows(l.connection(), {}, 10);
        QVERIFY(r);
        QCOMPARE(r->proved, 1);
        QCOMPARE(r->notAnchored, 1);
        QVERIFY(r->firstBad.isEmpty() && r->last.isEmpty());
        kept(l, "c", "p3", SessionState::Verified, result); // the log has nothing of it
        QCOMPARE(store::sql::proveRows(l.connection(), {}, 10)->firstBad, QStringLiteral("c"));
        l.run(QStringLiteral("UPDATE session SET ial = 3 WHERE id = 'a'"));
        r = store::sql::proveRows(l.connection(), {}, 2);
        QCOMPARE(r->firstBad, QStringLiteral("a"));
        QCOMPARE(r->last, QStringLiteral("b"));
        r = store::sql::proveRows(l.connection(), r->last, 2);
        QCOMPARE(r->firstBad, QStringLiteral("c"));
        QVERIFY(r->last.isEmpty());
    }
};
IDV_TEST(QuestionsAboutSessions)
#include "tst_sessionqueries.moc"
