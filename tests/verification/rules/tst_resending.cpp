#include "domain/verification/resending.h"
#include "support/registry.h"
#include <QTest>

using domain::Delivery;
using domain::ResendObstacle;
using domain::Session;
using domain::SessionNote;
using domain::SessionState;

static constexpr core::Instant firstSent = 1'800'000'000'000;

static Session sentSession(SessionState state, bool isKnown)
{
    Session s;
    s.state = state;
    s.createdAt = firstSent;
    s.request.delivery = Delivery::Sms;
    if (isKnown)
        s.providerId = core::ProviderSessionId(QStringLiteral("p1"));
    return s;
}

// May a link be sent again, and when: every state, with and without the provider's help, before and after the pause.
class SendingAgain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatStandsAgainstIt()
    {
        const QList<SessionState> open{
            SessionState::Launching, SessionState::LaunchUnknown, SessionState::Pending, SessionState::Provisional};
        for (int state = 0; state < domain::sessionStateCount; ++state) {
            for (const bool isKnown : {true, false}) {
                for (const bool canResend : {true, false}) {
                    for (const core::Instant age :
                        {core::Instant(0), 29'999 + core::Instant(0), core::Instant(30'000)}) {
                        const Session s = sentSession(SessionState(state), isKnown);
                        auto wanted = ResendObstacle::NotPossible;
                        if (isKnown && canResend && open.contains(s.state))
                            wanted = age < 30'000 ? ResendObstacle::TooSoon : ResendObstacle::None;
                        QCOMPARE(domain::resendObstacle(s, {}, canResend, firstSent + age), wanted);
                    }
                }
            }
        }
    }
    void theLastOneCounts()
    {
        const Session s = sentSession(SessionState::Pending, true);
        const SessionNote again{firstSent + 60'000, QStringLiteral("sent-again"), {}},
            refused{firstSent + 90'000, QStringLiteral("not-sent-again"), {}},
            earlier{firstSent + 40'000, QStringLiteral("sent-again"), {}};
        QCOMPARE(domain::sendAgainAt(s, {}), firstSent + 30'000);
        QCOMPARE(domain::sendAgainAt(s, {again, refused, earlier}), firstSent + 90'000);
        QCOMPARE(domain::resendObstacle(s, {again}, true, firstSent + 89'999), ResendObstacle::TooSoon);
        QCOMPARE(domain::resendObstacle(s, {again}, true, firstSent + 90'000), ResendObstacle::None);
    }
    void secondsAreWhole()
    {
        QCOMPARE(domain::secondsUntil(1000, 2000), 0);
        QCOMPARE(domain::secondsUntil(1000, 1000), 0);
        QCOMPARE(domain::secondsUntil(1001, 1000), 1);
        QCOMPARE(domain::secondsUntil(2000, 1000), 1);
        QCOMPARE(domain::secondsUntil(2001, 1000), 2);
    }
    void whereItIsOffered()
    {
        for (int state = 0; state < domain::sessionStateCount; ++state) {
            for (const auto delivery : {Delivery::Sms, Delivery::Email, Delivery::Link}) {
                for (const bool canResend : {true, false}) {
                    Session s = sentSession(SessionState(state), false);
                    s.request.delivery = delivery;
                    QCOMPARE(domain::isResendOffered(s, canResend),
                        canResend && delivery != Delivery::Link && domain::isOpen(s.state));
                }
            }
        }
    }
};
IDV_TEST(SendingAgain)
#include "tst_resending.moc"
