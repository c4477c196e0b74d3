#include "store/ledger/operations/operationstore.h"
#include "support/rawledger.h"
#include "support/registry.h"
#include <QSignalSpy>

using core::ErrorCode;
using domain::Operation;
using domain::OperationKind;
using domain::OperationState;
using support::await;
using support::RawLedger;

namespace {

Operation operation(const char *id, OperationKind kind = OperationKind::ProcessIdentities, const char *subject = "p1")
{
    Operation o;
    o.id = QString::fromLatin1(id);
    o.tenant = RawLedger::tenant();
    o.kind = kind;
    o.subjects = {QString::fromLatin1(subject)};
    o.operatorName = QStringLiteral("tester");
    o.createdAt = o.updatedAt = RawLedger::now;
    return o;
}

domain::AuditEvent intent(const char *subject = "p1")
{
    return RawLedger::event("identity.process", subject, "intent");
}

auto become(OperationState state)
{
    return [state](const Operation &now) -> core::Result<store::OperationStep> {
        store::OperationStep step{now, RawLedger::event("identity.process", "p1", "done")};
        step.operation.state = state;
        return step;
    };
}

} // namespace

class StoredOperations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneIsReadAsItWasWritten()
    {
        RawLedger l;
        auto o = operation("o1", OperationKind::RefreshProfile);
        o.subjects = {QStringLiteral("a"), QStringLiteral("b")};
        o.followBy = domain::FollowBy::RefreshFlag;
        o.taskId = QStringLiteral("task");
        o.trackingId = QStringLiteral("tracking");
        o.text = QStringLiteral("a sentence");
        o.percent = 40;
        QVERIFY(await(l.ledger().operations().add(o, intent())));
        const auto back = await(l.ledger().operations().operation(o.tenant, o.id));
        QVERIFY(back);
        QCOMPARE(back->kind, o.kind);
        QCOMPARE(back->subjects, o.subjects);
        QCOMPARE(back->followBy, o.followBy);
        QCOMPARE(back->taskId + back->trackingId + back->text, o.taskId + o.trackingId + o.text);
        QCOMPARE(back->percent, 40);
        QCOMPARE(back->createdAt, RawLedger::now);
        QCOMPARE(back->state, OperationState::Intent);
    }
    void everyKindAndStateComesBack()
    {
        RawLedger l;
        for (int k = 0; k < domain::operationKindCount; ++k) {
            auto o = operation(qPrintable(QStringLiteral("o%1").arg(k)), OperationKind(k),
                qPrintable(QStringLiteral("subject %1").arg(k)));
            o.state = OperationState(k % domain::operationStateCount);
            QVERIFY(await(l.ledger().operations().add(o, intent())));
            const auto back = await(l.ledger().operations().operation(o.tenant, o.id));
            QVERIFY2(back && back->kind == o.kind && back->state == o.state, qPrintable(o.id));
        }
    }
    void withoutItsEntryItIsNotThere()
    {
        RawLedger l;
        auto bad = intent();
        bad.data = {{QStringLiteral("x"), 1.5}}; // cannot be written into the chain
        QVERIFY(!await(l.ledger().operations().add(operation("o1"), bad)));
        QCOMPARE(await(l.ledger().operations().operation(RawLedger::tenant(), QStringLiteral("o1"))).error().code,
            ErrorCode::NotFound);
    }
    void ofALockedTenantNothingIsBegun()
    {
        RawLedger l;
        auto t = *await(l.ledger().tenants().all());
        t.first().readOnly = true;
        QVERIFY(await(l.ledger().tenants().update(t.first(), RawLedger::event("tenant.lock"))));
        const auto r = await(l.ledger().operations().add(operation("o1"), intent()));
        QVERIFY(!r);
        QCOMPARE(r.error().reason, core::ErrorReason::TenantLocked);
        QVERIFY(await(l.ledger().operations().list(RawLedger::tenant(), false))->isEmpty());
    }
    void whatIsOpenIsListedOldestFirst()
    {
        RawLedger l;
        for (int i = 0; i < domain::operationStateCount; ++i) {
            auto o = operation(qPrintable(QStringLiteral("o%1").arg(i)));
            o.state = OperationState(i);
            o.createdAt = RawLedger::now + i;
            QVERIFY(await(l.ledger().operations().add(o, intent())));
        }
        QStringList open;
        const auto listed = await(l.ledger().operations().list(RawLedger::tenant(), true));
        for (const auto &o : *listed)
            open << domain::operationStateKey(o.state);
        QStringList wanted;
        for (int i = 0; i < domain::operationStateCount; ++i) {
            const auto s = OperationState(i);
            if (!domain::isOver(s))
                wanted << domain::operationStateKey(s);
        }
        QCOMPARE(open, wanted);
        const auto all = await(l.ledger().operations().list(RawLedger::tenant(), false));
        QCOMPARE(all->size(), domain::operationStateCount);
        QVERIFY(all->first().createdAt > all->last().createdAt);
        QVERIFY(await(l.ledger().operations().list(core::TenantId(QStringLiteral("other")), false))->isEmpty());
    }
    void aStepIsWrittenWithItsEntryOrNotAtAll()
    {
        RawLedger l;
        auto &store = l.ledger().operations();
        QVERIFY(await(store.add(operation("o1"), intent())));
        l.clock().advance(1000);
        QSignalSpy told(&store, &store::OperationStore::changed);
        const auto done = await(store.change(QStringLiteral("o1"), become(OperationState::Done)));
        QVERIFY(done);
        QCOMPARE(done->updatedAt, RawLedger::now + 1000);
        QCOMPARE(done->version, 1);
        QTRY_VERIFY(!told.isEmpty());
        const int entries = l.entries();
        QVERIFY(
            !await(store.change(QStringLiteral("o1"), [](const Operation &now) -> core::Result<store::OperationStep> {
                store::OperationStep step{now, RawLedger::event("x")};
                step.operation.state = OperationState::Failed;
                step.audit->data = {{QStringLiteral("x"), 1.5}};
                return step;
            })));
        QVERIFY(!await(store.change(QStringLiteral("o1"), [](const Operation &) -> core::Result<store::OperationStep> {
            return core::makeError(ErrorCode::Conflict, QStringLiteral("no"));
        })));
        QCOMPARE(l.entries(), entries);
        QCOMPARE(await(store.operation(RawLedger::tenant(), QStringLiteral("o1")))->state, OperationState::Done);
        QCOMPARE(await(store.change(QStringLiteral("none"), become(OperationState::Done))).error().code,
            ErrorCode::NotFound);
    }
    void ofTwoDecisionsAboutTheSameOneIsKept()
    {
        RawLedger l;
        auto &store = l.ledger().operations();
        QVERIFY(await(store.add(operation("o1", OperationKind::ApproveRequest, "r1"), intent("r1"))));
        const auto other = await(store.add(operation("o2", OperationKind::DenyRequest, "r1"), intent("r1")));
        QVERIFY(!other);
        QCOMPARE(other.error().reason, core::ErrorReason::DecidedMeanwhile);
        QVERIFY(await(store.add(operation("o3", OperationKind::DenyRequest, "r2"), intent("r2"))));
        QVERIFY(await(store.add(operation("o4", OperationKind::ProcessIdentities, "r1"), intent("r1"))));
        QVERIFY(await(store.change(QStringLiteral("o1"), become(OperationState::Refused))));
        QVERIFY(await(store.add(operation("o5", OperationKind::DenyRequest, "r1"), intent("r1"))));
    }
    void aRowOfAnUnknownKindIsRefused()
    {
        RawLedger l;
        QVERIFY(await(l.ledger().operations().add(operation("o1"), intent())));
        l.run(QStringLiteral("UPDATE operation SET kind = 'identity.paint'"));
        const auto r = await(l.ledger().operations().operation(RawLedger::tenant(), QStringLiteral("o1")));
        QVERIFY(!r);
        QCOMPARE(r.error().code, ErrorCode::Storage);
        QCOMPARE(r.error().detail, QStringLiteral("o1"));
    }
};
IDV_TEST(StoredOperations)
#include "tst_operationstore.moc"
