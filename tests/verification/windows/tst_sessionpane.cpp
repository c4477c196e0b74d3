#include "domain/text/messages.h"
#include "services/verification/sessioncontrol.h"
#include "services/verification/sessionmonitor.h"
#include "support/registry.h"
#include "support/widgethand.h"
#include "ui/charts/timeline.h"
#include "ui/controls/chip.h"
#include "ui/sessions/sessionpane.h"
#include "verification/windows/waitingsession.h"
#include <QMessageBox>
#include <QTabWidget>
#include <QtTest>

using domain::SessionState;
using support::buttonOf;
using support::says;

namespace {

/// The pane on a session that is open.
struct Pane : support::WaitingSession
{
    explicit Pane(domain::Delivery delivery = domain::Delivery::Link, bool canResend = false)
        : WaitingSession(delivery, canResend)
    {
        pane.show(session);
    }
    QPushButton *push(const char *text) const { return buttonOf(pane, text); }
    bool offers(const char *text) const { return push(text) && push(text)->isVisibleTo(&pane); }
    QString happenedHere() const { return pane.findChild<ui::Timeline *>()->accessibleDescription(); }
    QString chip() const { return pane.findChild<ui::Chip *>()->accessibleName(); }
    ui::SessionPane pane{*app};
};

} // namespace

class PaneOfASession : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anOpenOneIsShownWhole()
    {
        Pane d;
        QVERIFY(says(d.pane, d.session.personName));
        QVERIFY(!d.chip().isEmpty());
        QVERIFY(d.offers("Open live view") && d.offers("Refresh") && d.offers("End…"));
        QVERIFY(!d.offers("Send again")); // a link that is shown is not sent
        QTRY_VERIFY(!d.happenedHere().isEmpty());
        auto *tabs = d.pane.findChild<QTabWidget *>();
        QCOMPARE(tabs->count(), 3);
        QTRY_VERIFY(tabs->tabText(2).startsWith(QLatin1String("Messages ")));
    }
    void oneThatEndedCanOnlyBeLookedAt()
    {
        Pane d;
        auto s = d.session;
        s.state = SessionState::Failed;
        s.closingReason = QStringLiteral("The document was not accepted.");
        d.pane.show(s);
        QVERIFY(!d.offers("Refresh") && !d.offers("End…") && !d.offers("Send again"));
        QVERIFY(says(d.pane, "The document was not accepted."));
    }
    void aSentLinkIsNotSentAgainAtOnce()
    {
        Pane d(domain::Delivery::Email, true);
        const auto counting = [&d]() -> QPushButton * {
            const auto all = d.pane.findChildren<QPushButton *>();
            for (auto *b : all) {
                if (b->text().startsWith(QLatin1String("Again in ")))
                    return b;
            }
            return nullptr;
        };
        QTRY_VERIFY(counting());
        QVERIFY(!counting()->isEnabled() && !counting()->toolTip().isEmpty());
        // Shown as one that is older than the ledger says: the button lets itself be pressed, and the ledger decides.
        auto older = d.session;
        older.id = core::SessionId(QStringLiteral("another"));
        d.pane.show(older);
        older = d.session;
        older.createdAt -= core::hourMs;
        d.pane.show(older);
        QTRY_VERIFY(d.offers("Send again") && d.push("Send again")->isEnabled());
        d.push("Send again")->click();
        QVERIFY(counting());
        QTRY_VERIFY(says(d.pane, "a moment ago") || says(d.pane, "again in"));
        QVERIFY(!says(d.pane, "Asked the provider to send the link again"));
        QCOMPARE(
            d.simulator->counters().value(QLatin1String("provider")).toObject().value(QLatin1String("resend")).toInt(),
            0);
    }
    void endingIsAskedAbout()
    {
        Pane d;
        d.push("End…")->click();
        auto *asked = d.pane.findChild<QMessageBox *>();
        QVERIFY(asked && asked->text().contains(d.session.personName));
        QCOMPARE(d.now().state, SessionState::Pending);
        buttonOf(*asked, "End verification")->click();
        QTRY_COMPARE(d.now().state, SessionState::Cancelled);
    }
    void anotherSessionTakesNothingOver()
    {
        Pane d;
        QTRY_VERIFY(!d.happenedHere().isEmpty());
        auto other = d.session;
        other.id = core::SessionId(QStringLiteral("another"));
        other.personName = QStringLiteral("Ana Ruiz");
        d.pane.show(other);
        QVERIFY(says(d.pane, "Ana Ruiz") && !says(d.pane, d.session.personName));
    }
    void theProviderIsAskedNow()
    {
        Pane d;
        QSignalSpy failed(d.app.get(), &ui::AppContext::failed);
        QVERIFY(d.simulator->setFaults({QStringLiteral("provider:status:status=403")}));
        d.push("Refresh")->click();
        QTRY_VERIFY(failed.size() >= 1);
        QCOMPARE(failed.last().at(1).toInt(), int(domain::Vendor::Provider));
    }
};
IDV_TEST(PaneOfASession)
#include "tst_sessionpane.moc"
