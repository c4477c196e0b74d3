#include "domain/text/messages.h"
#include "domain/verification/resultevaluation.h"
#include "domain/verification/writeback/writeback.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/writeback.h"
#include "support/registry.h"
#include "support/widgethand.h"
#include "ui/verification/sessionfoot.h"
#include "verification/windows/waitingsession.h"
#include <QMessageBox>
#include <QtTest>

using domain::SessionState;
using support::buttonOf;
using support::says;

namespace {

struct Foot : support::WaitingSession
{
    Foot()
    {
        foot.setTenantSession(app->shareTenantSession());
        foot.showSession(session, true);
    }
    domain::Session with(SessionState state) const
    {
        auto s = session;
        s.state = state;
        return s;
    }
    bool offers(const char *text) const
    {
        const auto *b = buttonOf(foot, text);
        return b && b->isVisibleTo(&foot);
    }
    ui::SessionFoot foot{*app, session.id};
};

} // namespace

class FootOfASession : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachStateOffersWhatCanBeDone_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("stop");
        QTest::addColumn<bool>("canCheck");
        QTest::addColumn<bool>("canTryAgain");
        const auto row = [](const char *name, SessionState state, const char *stop, bool canCheck, bool canTryAgain) {
            QTest::newRow(name) << int(state) << QString::fromUtf8(stop) << canCheck << canTryAgain;
        };
        row("pending", SessionState::Pending, "Stop watching…", true, false);
        row("without an answer", SessionState::LaunchUnknown, "Stop watching…", true, false);
        row("held", SessionState::NeedsReview, "End without a result…", false, true);
        row("verified", SessionState::Verified, "", false, false);
        row("failed", SessionState::Failed, "", false, true);
        row("declined", SessionState::Declined, "", false, true);
        row("expired", SessionState::Expired, "", false, true);
        row("ended", SessionState::Cancelled, "", false, false);
    }
    void eachStateOffersWhatCanBeDone()
    {
        QFETCH(int, state);
        QFETCH(QString, stop);
        Foot d;
        const auto s = d.with(SessionState(state));
        d.foot.showSession(s, true);
        for (const char *text : {"Stop watching…", "End without a result…", "Cancel verification…"})
            QCOMPARE(d.offers(text), stop == QString::fromUtf8(text));
        QTEST(d.offers("Check now"), "canCheck");
        QTEST(d.offers("Try again…"), "canTryAgain");
        QVERIFY(!d.offers("Ask a second person…") && d.offers("Close"));
    }
    void aHeldNameGoesToASecondPerson()
    {
        Foot d;
        auto s = d.with(SessionState::NeedsReview);
        s.closingReason = domain::reviewReasonKey(domain::ReviewReason::NameDiffers);
        s.ial = 2;
        s.documentType = s.request.documents.value(0);
        s.completedAt = d.clock->now();
        s.source = QStringLiteral("both");
        d.foot.showSession(s, true);
        QVERIFY(d.offers("Ask a second person…"));
        QVERIFY(!d.offers("Try again…")); // it would leave two open
    }
    void whatIsNotWrittenCanBeWritten()
    {
        Foot d;
        auto s = d.with(SessionState::Verified);
        s.writeBack = domain::writeBackKey(domain::WriteBackState::NotStored);
        d.foot.showSession(s, true);
        QVERIFY(d.offers("Try writing again"));
        s.writeBack = domain::writeBackKey(domain::WriteBackState::Written);
        d.foot.showSession(s, true);
        QVERIFY(!d.offers("Try writing again") && !d.offers("Write to SailPoint"));
        s.writeBack = domain::writeBackKey(domain::WriteBackState::Planned);
        d.foot.showSession(s, true);
        QVERIFY(!d.offers("Write to SailPoint")); // this tenant asks nobody before
    }
    void endingIsAskedAbout()
    {
        Foot d;
        buttonOf(d.foot, "Stop watching…")->click();
        auto *asked = d.foot.findChild<QMessageBox *>();
        QVERIFY(asked);
        buttonOf(*asked, "End verification")->click();
        QTRY_COMPARE(d.now().state, SessionState::Cancelled);
    }
    void aProblemStandsUntilTheStateChanges()
    {
        Foot d;
        QVERIFY(d.simulator->setFaults({QStringLiteral("provider:status:status=403")}));
        buttonOf(d.foot, "Check now")->click();
        const auto problem =
            domain::userMessage(core::makeError(core::ErrorCode::Forbidden, QString()), domain::Vendor::Provider);
        QTRY_VERIFY(says(d.foot, problem.headline));
        d.foot.showSession(d.session, false);
        QVERIFY(says(d.foot, problem.headline));
        d.foot.showSession(d.with(SessionState::Verified), true);
        QVERIFY(!says(d.foot, problem.headline));
    }
    void anotherTenantIsOpenedFirst()
    {
        Foot d;
        d.foot.showSession(d.with(SessionState::Failed), true);
        d.app->tenantSessions().close();
        buttonOf(d.foot, "Try again…")->click();
        QVERIFY(says(d.foot, "Open the tenant one first."));
    }
};
IDV_TEST(FootOfASession)
#include "tst_sessionfoot.moc"
