#include "store/ledger/ledger.h"
#include "support/await.h"
#include "support/registry.h"
#include <QTemporaryDir>
#include <QtTest>

using domain::Operation;
using domain::OperationKind;
using domain::OperationState;
using support::await;

// Of two processes that see the same request waiting, one decides.
class DecidedOnce : public QObject
{
    Q_OBJECT

private:
    static Operation decision(const char *id, OperationKind kind, const char *subject, core::Instant at)
    {
        Operation o;
        o.id = QLatin1String(id);
        o.tenant = core::TenantId(QStringLiteral("t"));
        o.kind = kind;
        o.subjects = {QLatin1String(subject)};
        o.createdAt = o.updatedAt = at;
        return o;
    }
    static domain::AuditEvent record()
    {
        domain::AuditEvent e;
        e.actor = QStringLiteral("tester");
        e.action = QStringLiteral("operation");
        e.tenant = QStringLiteral("t");
        e.outcome = QStringLiteral("done");
        return e;
    }

private Q_SLOTS:
    void aDecisionRestsOnWhatStillStands_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("state");
        QTest::addColumn<QByteArray>("subject");
        QTest::addColumn<int>("seconds"); // of the other's last step, before ours looked
        QTest::addColumn<bool>("isAsked");
        const auto row = [](const char *name, OperationKind kind, OperationState state, const char *subject,
                             int seconds, bool isAsked) {
            QTest::newRow(name) << int(kind) << int(state) << QByteArray(subject) << seconds << isAsked;
        };
        row("done since we looked", OperationKind::ApproveRequest, OperationState::Done, "a1", -1, false);
        row("done before we looked: it waits again", OperationKind::ForwardRequest, OperationState::Done, "a1", 1,
            true);
        row("on its way, begun before we looked", OperationKind::DenyRequest, OperationState::Intent, "a1", 20, false);
        row("its call may still be answered", OperationKind::DenyRequest, OperationState::Intent, "a1", 80, false);
        row("no call takes that long", OperationKind::DenyRequest, OperationState::Intent, "a1", 91, true);
        row("an intent of a program that died long ago", OperationKind::DenyRequest, OperationState::Intent, "a1", 600,
            true);
        row("no answer since we looked", OperationKind::ApproveRequest, OperationState::Unknown, "a1", -1, false);
        row("refused since we looked", OperationKind::ApproveRequest, OperationState::Refused, "a1", -1, true);
        row("about another request", OperationKind::ApproveRequest, OperationState::Done, "a2", -1, true);
        row("about one whose id begins alike", OperationKind::ApproveRequest, OperationState::Done, "a11", -1, true);
        row("a review", OperationKind::SignReview, OperationState::Done, "a1", -1, false);
        row("no decision", OperationKind::ProcessIdentities, OperationState::Done, "a1", -1, true);
    }
    void aDecisionRestsOnWhatStillStands()
    {
        QFETCH(int, kind);
        QFETCH(int, state);
        QFETCH(QByteArray, subject);
        QFETCH(int, seconds);
        QTemporaryDir dir;
        const auto clock = std::make_shared<core::SystemClock>();
        const auto ledger = *store::Ledger::open(dir.filePath(QStringLiteral("ledger.db")), clock);
        const core::Instant looked = clock->now();
        auto other = decision("other", OperationKind(kind), subject.constData(), looked - seconds * 1000);
        other.state = OperationState(state);
        other.basedOn = other.createdAt;
        QVERIFY(await(ledger->operations().add(other, record())));
        auto ours = decision("ours", OperationKind::ApproveRequest, "a1", clock->now());
        ours.basedOn = looked;
        const auto stored = await(ledger->operations().add(ours, record()));
        QTEST(bool(stored), "isAsked");
        if (!stored) {
            QCOMPARE(stored.error().code, core::ErrorCode::Conflict);
            QCOMPARE(stored.error().reason, core::ErrorReason::DecidedMeanwhile);
            QVERIFY(!await(ledger->operations().operation(ours.tenant, ours.id)));
        }
    }
};
IDV_TEST(DecidedOnce)
#include "tst_decisions.moc"
