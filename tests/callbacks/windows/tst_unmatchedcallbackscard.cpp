#include "services/callbacks/unmatchedcallbacks.h"
#include "services/verification/sessions.h"
#include "support/openbench.h"
#include "support/registry.h"
#include "support/widgethand.h"
#include "ui/sessions/unmatchedcallbackscard.h"
#include <QLineEdit>
#include <QTableWidget>
#include <QtTest>
#include <atomic>

using support::await;
using support::buttonOf;
using support::says;

namespace {

struct Aside : support::OpenBench
{
    /// A callback that names a session of the provider's which nobody here knows.
    bool arrives(const char *session, const char *word = "VERIFIED")
    {
        domain::Callback c;
        c.tenant = this->session().tenant().id;
        c.at = clock->now();
        c.peer = QStringLiteral("203.0.113.9");
        c.trust = domain::CallbackTrust::Signature;
        c.key = 1;
        c.replayKey = session;
        c.bodyHash = "body";
        c.nonceHash = QByteArray::fromHex("cc33");
        c.result.status = domain::ProviderStatus::Passed;
        c.result.statusWord = QString::fromLatin1(word);
        c.result.session = core::ProviderSessionId(QString::fromLatin1(session));
        std::atomic<bool> isStored = false;
        ledger->callbacks().store({c}, [&isStored](const QList<domain::CallbackVerdict> &) { isStored = true; });
        return QTest::qWaitFor([&isStored] { return isStored.load(); }, 10000);
    }
    QTableWidget *table() const { return card.findChild<QTableWidget *>(QStringLiteral("unmatchedCallbacks")); }
    QString cell(int row, int column) const { return table()->item(row, column)->text(); }
    int left()
    {
        const auto all = await(session().unmatchedCallbacks().entries());
        return all ? int(all->size()) : -1;
    }
    ui::UnmatchedCallbacksCard card{*app};
};

} // namespace

class CardOfUnmatchedCallbacks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutAnyItIsHidden()
    {
        Aside d;
        QVERIFY(d.card.isHidden());
        QVERIFY(d.arrives("k1-stranger"));
        QTRY_VERIFY(!d.card.isHidden());
        QCOMPARE(d.table()->rowCount(), 1);
        QVERIFY(says(d.card, "Unmatched: 1"));
    }
    void whatItSaysAndWhyIsShown()
    {
        Aside d;
        QVERIFY(d.arrives("k1-stranger", "FAILED"));
        QTRY_COMPARE(d.table()->rowCount(), 1);
        QCOMPARE(d.cell(0, 1), QStringLiteral("203.0.113.9"));
        QCOMPARE(d.cell(0, 2), QStringLiteral("FAILED"));
        QVERIFY(d.cell(0, 3).contains(QLatin1String("one-time value")));
        QCOMPARE(d.cell(0, 4), QStringLiteral("k1-stranger"));
    }
    void onlyAChosenOneIsDecided()
    {
        Aside d;
        QVERIFY(d.arrives("k1-first"));
        QTRY_COMPARE(d.table()->rowCount(), 1);
        QVERIFY(!buttonOf(d.card, "Dismiss…")->isEnabled());
        QVERIFY(!buttonOf(d.card, "Assign to a session…")->isEnabled());
        d.table()->selectRow(0);
        QVERIFY(buttonOf(d.card, "Dismiss…")->isEnabled() && buttonOf(d.card, "Assign to a session…")->isEnabled());
        QVERIFY(d.arrives("k1-second"));
        QTRY_COMPARE(d.table()->rowCount(), 2);
        QCOMPARE(d.table()->selectedItems().value(0)->row(), 0); // it stays chosen
        QCOMPARE(d.cell(d.table()->selectedItems().value(0)->row(), 4), QStringLiteral("k1-first"));
    }
    void oneIsDismissedWithAReason()
    {
        Aside d;
        QVERIFY(d.arrives("k1-stranger"));
        QTRY_COMPARE(d.table()->rowCount(), 1);
        d.table()->selectRow(0);
        buttonOf(d.card, "Dismiss…")->click();
        auto *asked = d.card.findChild<QWidget *>(QStringLiteral("reasonQuestion"));
        QVERIFY(asked && says(*asked, "never applied"));
        QCOMPARE(d.left(), 1);
        support::controlOf<QLineEdit>(*asked, "Why")->setText(QStringLiteral("of another console"));
        buttonOf(*asked, "Dismiss")->click();
        QTRY_VERIFY(d.card.isHidden());
        QCOMPARE(d.left(), 0);
        const auto told = await(d.ledger->audit().latestAbout(d.session().tenant().id, {QStringLiteral("one")}, 1));
        QCOMPARE(told->first().event.action, QStringLiteral("callback.dismiss"));
    }
    void whereNoSessionFitsNoneIsOffered()
    {
        Aside d;
        QVERIFY(d.arrives("k1-stranger"));
        QTRY_COMPARE(d.table()->rowCount(), 1);
        d.table()->selectRow(0);
        buttonOf(d.card, "Assign to a session…")->click();
        QTRY_VERIFY(says(d.card, "No session fits this callback"));
        QVERIFY(!buttonOf(d.card, "Assign and ask") || !buttonOf(d.card, "Assign and ask")->isVisibleTo(&d.card));
        buttonOf(d.card, "Close")->click();
        QCOMPARE(d.left(), 1);
    }
    void nothingOfAnotherTenantStays()
    {
        Aside d;
        QVERIFY(d.arrives("k1-stranger"));
        QTRY_COMPARE(d.table()->rowCount(), 1);
        d.app->tenantSessions().close();
        QCOMPARE(d.table()->rowCount(), 0);
        QVERIFY(d.card.isHidden());
    }
};
IDV_TEST(CardOfUnmatchedCallbacks)
#include "tst_unmatchedcallbackscard.moc"
