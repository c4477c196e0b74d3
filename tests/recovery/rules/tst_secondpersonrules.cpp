#include "domain/tenants/principal.h"
#include "domain/verification/resultevaluation.h"
#include "support/registry.h"
#include <QTest>

using domain::DecisionObstacle;
using domain::ReviewObstacle;
using domain::Session;
using domain::SessionState;
using domain::StartedAs;

// May this person decide: about a held result, about an account, about the clock.
class SecondPersonRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoMayDecideAboutNoSession()
    {
        for (const char *reviewer : {"", "bob", "owner", "ann"}) {
            for (const char *owner : {"", "owner", "ann"}) {
                for (const char *sitsHere : {"", "ann", "?"}) {
                    auto wanted = ReviewObstacle::None;
                    const QByteArray who(reviewer), here(sitsHere);
                    if (who == owner)
                        wanted = ReviewObstacle::TokenOwner;
                    if (who == here)
                        wanted = ReviewObstacle::DeskOperator;
                    if (here.isEmpty() || here == "?")
                        wanted = ReviewObstacle::StarterUnknown;
                    if (who.isEmpty())
                        wanted = ReviewObstacle::NotSignedIn;
                    QCOMPARE(
                        domain::mayDecide({QLatin1String(reviewer), QLatin1String(owner), QLatin1String(sitsHere)}),
                        wanted);
                }
            }
        }
    }
    void whereNobodyIsRegistered()
    {
        for (const QString &here : {QString(), QStringLiteral("ann")}) {
            QCOMPARE(domain::canHaveSecondPerson(std::nullopt, here), !here.isEmpty());
            for (const auto as : {StartedAs::Unknown, StartedAs::Person, StartedAs::Program}) {
                Session s;
                s.startedAs = as;
                QCOMPARE(domain::canHaveSecondPerson(s, here), !here.isEmpty() || as == StartedAs::Program);
            }
        }
    }
    void whatMayBeDecided()
    {
        for (int state = 0; state < domain::sessionStateCount; ++state) {
            for (int cause = 0; cause <= int(domain::ReviewReason::PassWithFailureReason); ++cause) {
                for (const bool isAccepted : {true, false}) {
                    Session s;
                    s.state = SessionState(state);
                    s.request.reason = domain::Reason::Onboarding;
                    s.request.documents = {QStringLiteral("passport")};
                    s.closingReason = domain::reviewReasonKey(domain::ReviewReason(cause));
                    s.ial = 2;
                    s.documentType = QStringLiteral("passport");
                    s.completedAt = 1;
                    s.source = domain::sourceBoth;
                    auto wanted = DecisionObstacle::None;
                    if (isAccepted && (cause == 0 || domain::onlyNewSessionHelps(domain::ReviewReason(cause))))
                        wanted = DecisionObstacle::OnlyNewSession;
                    if (s.state != SessionState::NeedsReview)
                        wanted = DecisionObstacle::NotHeld;
                    QCOMPARE(domain::decisionObstacle(s, isAccepted), wanted);
                }
            }
        }
    }
};
IDV_TEST(SecondPersonRules)
#include "tst_secondpersonrules.moc"
