#include "domain/reverification/sessionoverlay.h"
#include "support/registry.h"
#include <QTest>

using domain::SessionOverlay;
using domain::SessionState;
using domain::StatusKind;

static SessionOverlay::Kind wantedKind(SessionState s)
{
    switch (s) {
    case SessionState::Launching:
    case SessionState::LaunchUnknown:
    case SessionState::Pending:
    case SessionState::Provisional: return SessionOverlay::Open;
    case SessionState::NeedsReview: return SessionOverlay::Held;
    case SessionState::Failed:
    case SessionState::Declined:
    case SessionState::Abandoned: return SessionOverlay::Failed;
    default: return SessionOverlay::None;
    }
}

// What sessions lay over SailPoint's attributes, and what of grace may be shown.
class SessionOverlays : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachStateByItself()
    {
        for (int state = 0; state < domain::sessionStateCount; ++state) {
            const auto o = domain::overlayOf(SessionState(state), 7);
            QCOMPARE(int(o.kind), int(wantedKind(SessionState(state))));
            QCOMPARE(o.at, 7);
        }
    }
    void eachStateAfterAnother()
    {
        for (const auto before :
            {SessionOverlay::None, SessionOverlay::Open, SessionOverlay::Held, SessionOverlay::Failed}) {
            for (int state = 0; state < domain::sessionStateCount; ++state) {
                const auto s = SessionState(state);
                const auto kind = wantedKind(s);
                const bool saysNothing =
                    s == SessionState::Expired || s == SessionState::Cancelled || s == SessionState::LaunchFailed;
                const bool isUndone = kind == SessionOverlay::Open || kind == SessionOverlay::Held;
                const bool beforeIsUndone = before == SessionOverlay::Open || before == SessionOverlay::Held;
                const auto o = domain::overlaid({before, 1}, s, 2);
                QCOMPARE(o.has_value(), !saysNothing && (isUndone || !beforeIsUndone));
                if (o) {
                    QCOMPARE(int(o->kind), int(kind));
                    QCOMPARE(o->at, 2);
                }
            }
        }
    }
    void whenItIsDueSoon()
    {
        domain::ReverificationInterval rule;
        rule.warnDays = 30;
        QVERIFY(!domain::warnAt(std::nullopt, rule));
        QCOMPARE(*domain::warnAt(100 * core::dayMs, rule), 70 * core::dayMs);
        rule.warnDays = 0;
        QCOMPARE(*domain::warnAt(100 * core::dayMs, rule), 100 * core::dayMs);
    }
    void whenGraceIsShown()
    {
        using At = std::optional<core::Instant>;
        for (int lapse = 0; lapse <= int(StatusKind::Withdrawn); ++lapse) {
            for (const At due : {At(), At(9), At(10), At(11)}) {
                for (const At ends : {At(), At(20)}) {
                    const bool isVoid =
                        StatusKind(lapse) == StatusKind::Reset || StatusKind(lapse) == StatusKind::Withdrawn;
                    const bool isShown = due && !(isVoid && *due > 10);
                    QVERIFY(domain::shownGrace(StatusKind(lapse), due, ends, 10) == (isShown ? ends : At()));
                }
            }
        }
    }
    void whenGraceIsOver()
    {
        QVERIFY(!domain::isGraceOver(std::nullopt, 10));
        QVERIFY(domain::isGraceOver(9, 10));
        QVERIFY(domain::isGraceOver(10, 10));
        QVERIFY(!domain::isGraceOver(11, 10));
    }
};
IDV_TEST(SessionOverlays)
#include "tst_overlay.moc"
