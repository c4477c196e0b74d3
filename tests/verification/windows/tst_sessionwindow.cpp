#include "services/identities/identitydirectory.h"
#include "services/recovery/recovery.h"
#include "services/sync/syncer.h"
#include "services/tenants/vendorreach.h"
#include "services/verification/invitationlinks.h"
#include "services/verification/sessioncontrol.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/sessions.h"
#include "services/verification/verifier.h"
#include "support/registry.h"
#include "support/windowbench.h"
#include "ui/charts/timeline.h"
#include "ui/recovery/recoverygatepanel.h"
#include "ui/recovery/reviewdialog.h"
#include "ui/sessions/sessionspage.h"
#include "ui/tenantsession/tenantsessions.h"
#include "ui/verification/sessionwindow.h"
#include "verification/windows/waitingsession.h"
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QtTest>

using support::await;
using support::WaitingSession;
using ui::MainWindow;

namespace {

QPushButton *buttonOf(QWidget *w, const QString &text)
{
    for (auto *b : w->findChildren<QPushButton *>()) {
        if (b->text() == text)
            return b;
    }
    return nullptr;
}

bool says(QWidget *w, const QString &text)
{
    for (auto *l : w->findChildren<QLabel *>()) {
        if (l->isVisibleTo(w) && l->text().contains(text))
            return true;
    }
    return false;
}

} // namespace

class SessionWindowClaims : public QObject
{
    Q_OBJECT
    static bool isMarked(const QWidget *panel, const QString &text)
    {
        const auto all = panel->findChildren<QWidget *>();
        return std::any_of(all.begin(), all.end(), [&text](const QWidget *c) { return c->accessibleName() == text; });
    }
    static void isAcceptedByASecondPerson(WaitingSession &w, ui::RecoveryGatePanel *panel, QPushButton *ask)
    {
        QTest::mouseClick(ask, Qt::LeftButton);
        auto *dialog = panel->findChild<ui::ReviewDialog *>();
        QVERIFY(dialog);
        QVERIFY(says(dialog, QStringLiteral("May this account be recovered?")));
        QVERIFY(!buttonOf(dialog, QStringLiteral("Not the same person"))->isVisibleTo(dialog));
        QVERIFY(buttonOf(dialog, QStringLiteral("Decide later"))->isDefault());
        const auto &e = w.simulator->endpoints();
        const auto type = [dialog](const char *name, const QString &text) {
            for (auto *x : dialog->findChildren<QLineEdit *>()) {
                if (x->accessibleName() == QLatin1String(name))
                    x->setText(text);
            }
        };
        type("Client ID of the second person", e.clientId);
        type("Client secret of the second person", e.clientSecret);
        auto *accept = buttonOf(dialog, QStringLiteral("Allow recovery"));
        QVERIFY(accept);
        QTest::mouseClick(accept, Qt::LeftButton);
        QTRY_VERIFY(says(dialog, QStringLiteral("A comment of 1 to 1,000 characters")));
        dialog->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("On leave since Monday, known to HR"));
        // Whoever sits here is no second person.
        QTest::mouseClick(accept, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(
            !says(dialog, QStringLiteral("A comment of 1 to 1,000 characters")) && accept->isEnabled(), 10000);
        QVERIFY(says(dialog, QStringLiteral("Nothing was decided")));
        QVERIFY(ask->isVisibleTo(panel));
        type("Client ID of the second person", e.reviewerClientId);
        type("Client secret of the second person", e.reviewerClientSecret);
        QTest::mouseClick(accept, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(isMarked(panel, QStringLiteral("Met: Account active")), 10000);
        QVERIFY(!ask->isVisibleTo(panel));
        const auto notes = await(w.app->tenantSession()->verifier().sessions().notes(w.session.id));
        QCOMPARE(std::count_if(notes->begin(), notes->end(),
                     [](const auto &n) { return n.kind == QLatin1String("activity-accepted"); }),
            1);
    }
private Q_SLOTS:
    void aTenantThatIsOpenedAnewIsFollowedAlone()
    {
        WaitingSession w;
        QVERIFY(w.live);
        const auto old = w.app->shareTenantSession();
        w.app->tenantSessions().reload(old->tenant());
        QTRY_VERIFY(w.app->shareTenantSession() != old);
        // Nothing of the old one is heard any more: there is nothing left to disconnect.
        QVERIFY(!QObject::disconnect(&old->verifier().sessions(), nullptr, w.live, nullptr));
        QVERIFY(!QObject::disconnect(&old->verifier().links(), nullptr, w.live, nullptr));
        auto &now = w.app->tenantSession()->verifier();
        QVERIFY(QObject::disconnect(&now.sessions(), nullptr, w.live, nullptr));
        QVERIFY(QObject::disconnect(&now.links(), nullptr, w.live, nullptr));
    }
    void liveNeedsAnAnswer()
    {
        WaitingSession w;
        QVERIFY(w.live);
        w.window->showPage(MainWindow::Sessions);
        QTRY_VERIFY_WITH_TIMEOUT(w.happened().contains(QLatin1String("Asked for regularly")), 15000);
        QCOMPARE(w.headline(), QStringLiteral("Waiting for the caller"));
        QTRY_VERIFY_WITH_TIMEOUT(says(w.window.get(), QStringLiteral("● Live")), 5000);
        // The provider goes: from the first query that fails nothing is claimed any more.
        w.simulator.reset();
        QTRY_VERIFY_WITH_TIMEOUT(w.headline().startsWith(QLatin1String("Not checked since")), 45000);
        QVERIFY(says(w.live, QStringLiteral("Whether the caller has finished is not known.")));
        QVERIFY(!w.happened().contains(QLatin1String("Asked for")));
        QVERIFY(w.happened().contains(QLatin1String("Not checked since")));
        QTRY_VERIFY_WITH_TIMEOUT(says(w.window.get(), QStringLiteral("○ Not checked since")), 5000);
        QVERIFY(!says(w.window.get(), QStringLiteral("● Live")));
        QCOMPARE(w.app->tenantSession()->verifier().monitor().watchOf(w.now()).state, domain::WatchState::NotChecked);
    }
    void nothingIsReceivedBeforeAResult()
    {
        WaitingSession w;
        QVERIFY(w.live);
        QVERIFY(await(w.app->tenantSession()->verifier().control().stop(w.session.id, QStringLiteral("enough"))));
        QTRY_COMPARE(w.headline(), QStringLiteral("Ended"));
        QTRY_VERIFY(says(w.live, QStringLiteral("Nothing received")));
        QTRY_VERIFY(w.happened().contains(QLatin1String("Ended by the operator")));
        QVERIFY(!says(w.live, QStringLiteral("Status query")));
        QVERIFY(!w.happened().contains(QLatin1String("Asked for")));
        QVERIFY(!w.happened().contains(QLatin1String("Not asked")));
    }
    void eachLineRestsOnItsOwnFact()
    {
        WaitingSession w(domain::Delivery::Link, false, "level-too-low");
        QVERIFY(w.live);
        QTRY_COMPARE_WITH_TIMEOUT(w.headline(), QStringLiteral("Level too low"), 20000);
        const auto isMarked = [&](const QString &text) {
            const auto all = w.live->findChild<ui::RecoveryGatePanel *>()->findChildren<QWidget *>();
            return std::any_of(
                all.begin(), all.end(), [&text](const QWidget *c) { return c->accessibleName() == text; });
        };
        QTRY_VERIFY(isMarked(QStringLiteral("Met: Name matches")));
        QVERIFY(isMarked(QStringLiteral("Not met: Level too low")));
        QVERIFY(isMarked(QStringLiteral("Met: Result genuine")));
        QVERIFY(says(w.live, QStringLiteral("✗ IAL1, below IAL2")));
        QVERIFY(says(w.live, QStringLiteral("✓ Matches")));
        QVERIFY(!w.happened().contains(QLatin1String("Asked for")));
    }
    void theLinkIsSentAgainWhenItMayBe()
    {
        WaitingSession w(domain::Delivery::Email, true);
        QVERIFY(w.live);
        // Just sent: the button says when, and cannot be pressed before.
        QPushButton *again = nullptr;
        const auto counts = [&] {
            for (auto *b : w.live->findChildren<QPushButton *>()) {
                if (b->text().startsWith(QLatin1String("Again in ")))
                    again = b;
            }
            return again != nullptr;
        };
        QTRY_VERIFY(counts());
        QVERIFY(again->isVisibleTo(w.live));
        QVERIFY(!again->isEnabled());
        QVERIFY(!again->toolTip().isEmpty());
        // The service refuses in its own words, whoever asks.
        const auto refused = await(w.app->tenantSession()->verifier().control().sendAgain(w.session.id));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, core::ErrorCode::RateLimited);
        QVERIFY(core::isOwnRefusal(refused.error()));
        QVERIFY(!says(w.window.get(), QStringLiteral("asked us to wait")));
    }
    void scannedIsAskedAndOnlyWithACode()
    {
        WaitingSession w;
        QVERIFY(w.live);
        auto *panel = w.live->findChild<ui::RecoveryGatePanel *>();
        QVERIFY(panel);
        QPushButton *scanned = buttonOf(panel, QStringLiteral("Scanned in front of me"));
        QVERIFY(scanned);
        QTRY_VERIFY(scanned->isVisibleTo(panel));
        QVERIFY(w.live->findChild<ui::QrView *>()->isDrawn());
        // No is what a hasty Return gives.
        QTest::mouseClick(scanned, Qt::LeftButton);
        auto *question = panel->findChild<QMessageBox *>(QStringLiteral("scannedQuestion"));
        QVERIFY(question);
        QCOMPARE(question->text(), QStringLiteral("Did the caller scan the code on your screen, in front of you?"));
        QCOMPARE(question->defaultButton()->text(), QStringLiteral("No"));
        QTest::keyClick(question, Qt::Key_Return);
        QTRY_VERIFY(!panel->findChild<QMessageBox *>(QStringLiteral("scannedQuestion")));
        QVERIFY(!w.now().boundAt);
        // An empty frame offers nothing.
        panel->setQrOnScreen(false);
        QVERIFY(!scanned->isVisibleTo(panel));
        panel->setQrOnScreen(true);
        QVERIFY(scanned->isVisibleTo(panel));
        // A code that goes while the question stands is no code.
        QTest::mouseClick(scanned, Qt::LeftButton);
        question = panel->findChild<QMessageBox *>(QStringLiteral("scannedQuestion"));
        panel->setQrOnScreen(false);
        QTest::mouseClick(buttonOf(question, QStringLiteral("Yes, in front of me")), Qt::LeftButton);
        QTRY_VERIFY(says(panel, QStringLiteral("no longer on the screen")));
        QVERIFY(!w.now().boundAt);
        QTRY_VERIFY(!panel->findChild<QMessageBox *>(QStringLiteral("scannedQuestion")));
        // And who says yes with the code on the screen is believed.
        panel->setQrOnScreen(true);
        QTest::mouseClick(scanned, Qt::LeftButton);
        QTRY_VERIFY((question = panel->findChild<QMessageBox *>(QStringLiteral("scannedQuestion"))));
        QTest::mouseClick(buttonOf(question, QStringLiteral("Yes, in front of me")), Qt::LeftButton);
        QTRY_VERIFY(w.now().boundAt);
        QCOMPARE(w.now().boundHow, QStringLiteral("qr"));
    }
    void aSecondPersonMayAcceptAnAccountThatIsNotKnownToBeActive()
    {
        WaitingSession w;
        QVERIFY(w.live);
        auto *panel = w.live->findChild<ui::RecoveryGatePanel *>();
        auto *ask = panel->findChild<QPushButton *>(QStringLiteral("acceptActivityButton"));
        QVERIFY(ask);
        auto &recovery = w.app->tenantSession()->recovery();
        const auto means = [&](std::optional<bool> isActive) {
            domain::ActivityTable table;
            table.rules.clear();
            const auto person = await(w.app->tenantSession()->directory().person(w.session.request.identity));
            if (isActive)
                table.rules << domain::ActivityRule{QString(), person->lifecycle, *isActive};
            QVERIFY(await(recovery.setActivityTable(table)));
            panel->show(w.now());
        };
        // Known, whichever way: there is nothing to accept.
        means(true);
        QTRY_VERIFY(isMarked(panel, QStringLiteral("Met: Account active")));
        QVERIFY(!ask->isVisibleTo(panel));
        means(false);
        QTRY_VERIFY(isMarked(panel, QStringLiteral("Not met: Account active")));
        QVERIFY(!ask->isVisibleTo(panel));
        // A table that cannot be read says nothing about this person, and makes nobody another operator.
        QVERIFY(await(w.ledger->settings().set(QStringLiteral("activity:one"), QStringLiteral("[]"))));
        panel->show(w.now());
        QTRY_VERIFY(isMarked(panel, QStringLiteral("Not known yet: Account active")));
        QVERIFY(!ask->isVisibleTo(panel));
        QCOMPARE(panel->gate().obstacle, domain::GateObstacle::NotVerified);
        means(std::nullopt);
        QTRY_VERIFY(ask->isVisibleTo(panel));
        isAcceptedByASecondPerson(w, panel, ask);
    }
    void aWrongCodeIsCounted()
    {
        WaitingSession w;
        QVERIFY(w.live);
        auto *panel = w.live->findChild<ui::RecoveryGatePanel *>();
        auto *code = panel->findChild<QLineEdit *>(QStringLiteral("codeEdit"));
        QTRY_VERIFY(code->isVisibleTo(w.live));
        const auto wrong = [&] {
            const auto notes = await(w.app->tenantSession()->verifier().sessions().notes(w.session.id));
            return std::count_if(
                notes->begin(), notes->end(), [](const auto &n) { return n.kind == QLatin1String("wrong-code"); });
        };
        code->setText(QStringLiteral("zzzz"));
        QTest::mouseClick(buttonOf(panel, QStringLiteral("Check code")), Qt::LeftButton);
        QTRY_COMPARE(wrong(), 1);
        QTRY_VERIFY(says(panel, QStringLiteral("not the code")));
        QVERIFY(!w.now().boundAt);
    }
};
IDV_TEST(SessionWindowClaims)
#include "tst_sessionwindow.moc"
