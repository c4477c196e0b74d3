#include "domain/recovery/callerbinding.h"
#include "domain/recovery/resetaddress.h"
#include "support/registry.h"
#include <QTest>

using domain::BindingObstacle;
using domain::GateObstacle;
using domain::ResetAddressFault;
using domain::ResetVia;
using domain::Session;
using domain::SessionNote;
using domain::SessionState;

static constexpr core::Instant askedAt = 1'800'000'000'000;

static bool isOver(SessionState s)
{
    return s == SessionState::LaunchFailed || s == SessionState::Failed || s == SessionState::Declined ||
           s == SessionState::Abandoned || s == SessionState::Expired || s == SessionState::Cancelled;
}

// The rules around the gate, each over all its facts.
class RecoverySteps : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoMayBindTheCaller()
    {
        for (int state = 0; state < domain::sessionStateCount; ++state) {
            for (const bool isStarter : {true, false}) {
                for (const bool isQr : {true, false}) {
                    for (const auto d : {domain::Delivery::Sms, domain::Delivery::Email, domain::Delivery::Link}) {
                        for (const int wrong : {0, 4, 5, 6}) {
                            Session s;
                            s.state = SessionState(state);
                            s.operatorName = QStringLiteral("ann");
                            s.request.delivery = d;
                            auto wanted = isOver(s.state) ? BindingObstacle::Closed : BindingObstacle::None;
                            if (wrong >= 5)
                                wanted = BindingObstacle::TooManyCodes;
                            if (isQr && d != domain::Delivery::Link)
                                wanted = BindingObstacle::LinkWasSent;
                            if (!isStarter)
                                wanted = BindingObstacle::OtherOperator;
                            const QList<SessionNote> notes(wrong, SessionNote{0, QStringLiteral("wrong-code"), {}});
                            QCOMPARE(domain::bindingObstacle(s, notes,
                                         isStarter ? QStringLiteral("ann") : QStringLiteral("bob"),
                                         isQr ? QStringLiteral("qr") : QStringLiteral("code")),
                                wanted);
                        }
                    }
                }
            }
        }
    }
    void onlyWrongCodesCount()
    {
        const SessionNote wrong{0, QStringLiteral("wrong-code"), {}}, other{0, QStringLiteral("bound"), {}};
        QCOMPARE(domain::wrongCodes({}), 0);
        QCOMPARE(domain::wrongCodes({wrong, other, wrong}), 2);
    }
    void fromWhichSessionAResetCanCome()
    {
        for (int state = 0; state < domain::sessionStateCount; ++state) {
            for (int reason = 0; reason < domain::reasonCount; ++reason) {
                Session s;
                s.state = SessionState(state);
                s.request.reason = domain::Reason(reason);
                const bool isRecovery = s.request.reason == domain::Reason::AccountRecovery;
                QCOMPARE(domain::isRecoveryUnderWay(s), isRecovery && !isOver(s.state));
                for (const char *reset : {"", "asking", "asked", "refused", "unknown"}) {
                    for (const core::Instant left : {core::Instant(-1), core::Instant(0), core::Instant(1)}) {
                        s.resetState = QLatin1String(reset);
                        QCOMPARE(domain::isResetAwaited(s, askedAt + left, askedAt),
                            isRecovery && s.state == SessionState::Verified && *reset == '\0' && left > 0);
                    }
                }
            }
        }
    }
    void howLongTheGateStandsOpen()
    {
        QVERIFY(domain::isWithinGate(askedAt, askedAt));
        QVERIFY(domain::isWithinGate(askedAt, askedAt + 15 * core::minuteMs - 1));
        QVERIFY(!domain::isWithinGate(askedAt, askedAt + 15 * core::minuteMs));
        QVERIFY(domain::isWithinGate(askedAt + 5 * core::minuteMs, askedAt));
        QVERIFY(!domain::isWithinGate(askedAt + 5 * core::minuteMs + 1, askedAt));
    }
    void whenTheAccountIsAskedAbout()
    {
        for (int o = 0; o <= int(GateObstacle::LogAhead); ++o) {
            for (const bool canAccept : {true, false}) {
                for (int state = 0; state < domain::sessionStateCount; ++state) {
                    domain::RecoveryGate g;
                    g.obstacle = GateObstacle(o);
                    g.canAcceptActivity = canAccept;
                    const bool mayOpen =
                        g.obstacle == GateObstacle::Conditions || g.obstacle == GateObstacle::NotVerified;
                    QCOMPARE(domain::isActivityQuestionOpen(g, SessionState(state)),
                        canAccept && mayOpen && SessionState(state) != SessionState::NeedsReview);
                }
            }
        }
    }
    void whatWasAcceptedIsAcceptedOfNoOther()
    {
        const auto note = [](const char *kind, const char *of) {
            return SessionNote{0, QLatin1String(kind), {{QStringLiteral("of"), QLatin1String(of)}}};
        };
        const QString mark = QStringLiteral("m1");
        QVERIFY(!domain::isActivityAccepted({}, mark));
        QVERIFY(domain::isActivityAccepted({note("bound", ""), note("activity-accepted", "m1")}, mark));
        QVERIFY(!domain::isActivityAccepted({note("activity-accepted", "m2")}, mark));
        QVERIFY(!domain::isActivityAccepted({note("bound", "m1")}, mark));
        QVERIFY(!domain::isActivityAccepted({note("activity-accepted", "")}, QString()));
    }
    void whichAddressTheMailMayGoTo()
    {
        for (const auto via :
            {ResetVia::WorkEmail, ResetVia::PersonalEmail, ResetVia::WorkLink, ResetVia::PersonalLink}) {
            const bool isPersonal = via == ResetVia::PersonalEmail || via == ResetVia::PersonalLink;
            for (const bool isOnFile : {true, false}) {
                for (const char *expected : {"", "same@x.example", "other@x.example"}) {
                    for (const int days : {13, 14}) {
                        for (const char *reason : {"", "  ", "called back"}) {
                            domain::Identity p;
                            (isPersonal ? p.personalEmail : p.email) =
                                isOnFile ? QStringLiteral("same@x.example") : QString();
                            (isPersonal ? p.email : p.personalEmail) = QStringLiteral("no@x.example");
                            domain::ContactHistory h;
                            h.since = askedAt - 400 * core::dayMs;
                            (isPersonal ? h.personalChangedAt : h.emailChangedAt) = askedAt - days * core::dayMs;
                            auto wanted = ResetAddressFault::None;
                            if (days == 13 && QByteArray(reason).trimmed().isEmpty())
                                wanted = ResetAddressFault::ReasonMissing;
                            if (*expected == 'o')
                                wanted = ResetAddressFault::Changed;
                            if (!isOnFile)
                                wanted = ResetAddressFault::NoAddress;
                            QCOMPARE(domain::needsContactReason(h, via, askedAt), days == 13);
                            QCOMPARE(domain::resetAddressFault(
                                         p, h, {via, QLatin1String(expected), QLatin1String(reason)}, askedAt),
                                wanted);
                        }
                    }
                }
            }
        }
    }
    void whatAnAnswerMakesOfTheReset()
    {
        QCOMPARE(domain::resetStateAfter(core::ok()), QStringLiteral("asked"));
        core::Error e = core::makeError(core::ErrorCode::Rejected, QString());
        QCOMPARE(domain::resetStateAfter(e), QStringLiteral("refused"));
        e.mayHaveReachedServer = true;
        QCOMPARE(domain::resetStateAfter(e), QStringLiteral("unknown"));
    }
};
IDV_TEST(RecoverySteps)
#include "tst_recoverysteps.moc"
