#include "domain/reverification/reverification.h"
#include "domain/verification/verification.h"
#include "support/registry.h"
#include <QtTest>

using domain::SessionEvent;
using domain::SessionState;

class StateMachine : public QObject
{
    Q_OBJECT
    /// The letter of a state in the table below.
    static char letterOf(SessionState to)
    {
        if (to == SessionState::LaunchUnknown)
            return 'U';
        if (to == SessionState::LaunchFailed)
            return 'L';
        return QByteArray("?ULPOHVFDAEC").at(int(to));
    }
private Q_SLOTS:
    void everyStateMeetsEveryEvent()
    {
        // One line a state, one letter an event, in the order of SessionEvent: the word's first letter of the state it
        // moves to (P pending, V verified, F failed, D declined, A abandoned, E expired, C cancelled, H held, L launch
        // failed, U unknown, O provisional), = repeat, - late, ! dispute, . illegal.
        const QHash<SessionState, const char *> table{{SessionState::Launching, "PLUP.............."},
            {SessionState::LaunchUnknown, "PL=PC.OVHFDAEECC.."}, {SessionState::Pending, "=..=.=OVHFDAEECC.."},
            {SessionState::Provisional, "=..=.==VH!!!!H!C.."}, {SessionState::NeedsReview, ".....-===!!!!=!CVF"},
            {SessionState::LaunchFailed, "...-.--!!!!!---..."}, {SessionState::Verified, "...-.-==!!!!---..."},
            {SessionState::Failed, "...-.--!!=!!---..."}, {SessionState::Declined, "...-.--!!!=!---..."},
            {SessionState::Abandoned, "...-.--!!!!=---..."}, {SessionState::Expired, "...-.--!!!!!==-..."},
            {SessionState::Cancelled, "...-.--!!!!!--=..."}};
        for (int s = 0; s < domain::sessionStateCount; ++s) {
            QByteArray expected(table.value(SessionState(s)));
            QCOMPARE(expected.size(), domain::sessionEventCount);
            // OperatorStopped is late after an end, and a repeat of Cancelled.
            if (domain::isTerminal(SessionState(s)))
                expected[int(SessionEvent::OperatorStopped)] = SessionState(s) == SessionState::Cancelled ? '=' : '-';
            for (int e = 0; e < domain::sessionEventCount; ++e) {
                const auto t = domain::next(SessionState(s), SessionEvent(e));
                char got = '.';
                switch (t.kind) {
                case domain::Transition::Move: got = letterOf(t.to); break;
                case domain::Transition::Repeat: got = '='; break;
                case domain::Transition::Late: got = '-'; break;
                case domain::Transition::Dispute: got = '!'; break;
                case domain::Transition::Illegal: got = '.'; break;
                }
                QVERIFY2(got == expected.at(e), qPrintable(QStringLiteral("%1 x %2: got %3, expected %4")
                                                               .arg(domain::stateKey(SessionState(s)))
                                                               .arg(e)
                                                               .arg(QLatin1Char(got))
                                                               .arg(QLatin1Char(expected.at(e)))));
            }
        }
    }
    void aTerminalResultIsNeverReplaced()
    {
        for (int s = 0; s < domain::sessionStateCount; ++s) {
            if (!domain::isTerminal(SessionState(s)))
                continue;
            for (int e = 0; e < domain::sessionEventCount; ++e) {
                const auto t = domain::next(SessionState(s), SessionEvent(e));
                QVERIFY(t.kind != domain::Transition::Move);
                if (t.kind == domain::Transition::Dispute)
                    QCOMPARE(t.to, SessionState::NeedsReview);
            }
        }
    }
};
IDV_TEST(StateMachine)
#include "tst_statemachine.moc"
