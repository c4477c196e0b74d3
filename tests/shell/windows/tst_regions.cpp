#include "services/identities/identitydirectory.h"
#include "support/registry.h"
#include "support/windowbench.h"
#include "ui/tenantsession/tenantsessions.h"
#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QTableView>
#include <QtTest>

using support::await;
using support::Bench;

class Regions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void f6GoesRoundTheRegions()
    {
        Bench b;
        b.app->tenantSessions().open(b.tenant("one"));
        QTRY_VERIFY_WITH_TIMEOUT(await(b.app->tenantSession()->directory().counts())->everyone == 30, 10000);
        QTRY_VERIFY(b.window->findChild<QTableView *>(QStringLiteral("identityTable"))->isVisible());
        b.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(b.window.get()));
        const auto step = [&b](const char *name) {
            for (QAction *menu : b.window->menuBar()->actions()) {
                for (QAction *a : menu->menu()->actions()) {
                    if (a->text() == QLatin1String(name))
                        a->trigger();
                }
            }
            return b.window->focusWidget();
        };
        QList<QWidget *> stops;
        for (int i = 0; i < 12; ++i) {
            QWidget *w = step("Next region");
            QVERIFY(w);
            if (stops.contains(w))
                break;
            stops << w;
        }
        QVERIFY2(stops.size() >= 4, qPrintable(QString::number(stops.size()))); // sidebar, search, chips, table
        QWidget *last = b.window->focusWidget();
        step("Next region");
        QCOMPARE(step("Previous region"), last);
    }
};
IDV_TEST(Regions)
#include "tst_regions.moc"
