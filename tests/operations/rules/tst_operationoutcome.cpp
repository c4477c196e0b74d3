#include "domain/operations/operationoutcome.h"
#include "support/registry.h"
#include <QTest>

using domain::AnswerOfCall;
using domain::FollowBy;
using domain::OperationKind;
using domain::OperationState;

class OperationOutcomes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyAnswerHasItsState_data()
    {
        QTest::addColumn<bool>("accepted");
        QTest::addColumn<bool>("mayHaveArrived");
        QTest::addColumn<bool>("whole");
        QTest::addColumn<bool>("namesTask");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("followBy");
        QTest::addColumn<int>("state");
        const auto row = [](const char *name, AnswerOfCall a, OperationKind kind, FollowBy by, OperationState state) {
            QTest::newRow(name) << a.isAccepted << a.mayHaveArrived << a.isWhole << a.namesTask << int(kind) << int(by)
                                << int(state);
        };
        const auto reset = OperationKind::ResetIdentity;
        row("nobody knows", {false, true, true, false}, reset, FollowBy::Task, OperationState::Unknown);
        row("refused for certain", {false, false, true, false}, reset, FollowBy::Task, OperationState::Refused);
        row("taken, not all of it", {true, false, false, true}, reset, FollowBy::Task, OperationState::Failed);
        row("a task to follow", {true, false, true, true}, reset, FollowBy::Task, OperationState::Asked);
        row("no task to follow", {true, false, true, false}, reset, FollowBy::Task, OperationState::Submitted);
        row("a job nobody can ask about", {true, false, true, true}, OperationKind::SynchronizeAttributes,
            FollowBy::Nothing, OperationState::Submitted);
        row("over with its answer", {true, false, true, false}, OperationKind::CreateProfile, FollowBy::Nothing,
            OperationState::Done);
        row("seen by its absence", {true, false, true, false}, OperationKind::DeleteIdentity, FollowBy::Gone,
            OperationState::Asked);
        row("seen by a flag", {true, false, true, false}, OperationKind::RefreshProfile, FollowBy::RefreshFlag,
            OperationState::Asked);
        // What may have been done is never said to be refused, whatever else came back.
        row("unknown wins", {false, true, false, true}, OperationKind::CreateProfile, FollowBy::Nothing,
            OperationState::Unknown);
    }
    void everyAnswerHasItsState()
    {
        QFETCH(bool, accepted);
        QFETCH(bool, mayHaveArrived);
        QFETCH(bool, whole);
        QFETCH(bool, namesTask);
        QFETCH(int, kind);
        QFETCH(int, followBy);
        QFETCH(int, state);
        QCOMPARE(int(domain::stateAfterAnswer(
                     {accepted, mayHaveArrived, whole, namesTask}, OperationKind(kind), FollowBy(followBy))),
            state);
    }
    void theLogSaysTheSame()
    {
        QCOMPARE(domain::outcomeWord(OperationState::Refused), QStringLiteral("failed"));
        QCOMPARE(domain::outcomeWord(OperationState::Failed), QStringLiteral("failed"));
        QCOMPARE(domain::outcomeWord(OperationState::Unknown), QStringLiteral("unknown"));
        QCOMPARE(domain::outcomeWord(OperationState::Done), QStringLiteral("done"));
        QCOMPARE(domain::outcomeWord(OperationState::Asked), QStringLiteral("noted"));
        QCOMPARE(domain::outcomeWord(OperationState::Running), QStringLiteral("noted"));
    }
};

IDV_TEST(OperationOutcomes)
#include "tst_operationoutcome.moc"
