#include "services/sync/syncer.h"
#include "support/registry.h"
#include "support/windowbench.h"
#include "ui/identities/identitiespage.h"
#include "ui/overview/overviewpage.h"
#include "ui/tenantsession/tenantsessions.h"
#include <QLabel>
#include <QStatusBar>
#include <QtTest>

using support::Bench;
using ui::MainWindow;

class SyncHealthWindow : public QObject
{
    Q_OBJECT
    static bool says(QWidget *w, const QString &text)
    {
        const auto labels = w->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
            [&](const QLabel *l) { return l->isVisibleTo(w) && l->text().contains(text); });
    }
    static bool isNamed(QWidget *w, const QString &name)
    {
        const auto labels = w->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *l) { return l->accessibleName() == name; });
    }
private Q_SLOTS:
    void aFailureLeads()
    {
        Bench b(30, [](lab::Options &o) { o.indexLag = std::chrono::milliseconds(0); });
        b.app->tenantSessions().open(b.tenant("one"));
        QSignalSpy copied(&b.app->tenantSession()->syncer(), &services::Syncer::ended);
        QVERIFY(copied.wait(30000));
        auto *bar = b.window->statusBar();
        auto *overview = b.window->findChild<ui::OverviewPage *>();
        auto *page = b.window->findChild<ui::IdentitiesPage *>();
        QVERIFY(overview && page);
        QTRY_VERIFY(says(bar, QStringLiteral("Up to date")));
        QTRY_VERIFY(isNamed(overview, QStringLiteral("Local copy: fine")));
        QVERIFY(!says(page, QStringLiteral("Cannot synchronise")));
        QVERIFY(b.simulator->setFaults({QStringLiteral("sailpoint:search:status=400")}));
        b.app->tenantSessions().synchronise(false);
        QTRY_VERIFY_WITH_TIMEOUT(says(bar, QStringLiteral("Cannot synchronise since")), 15000);
        QVERIFY(!says(bar, QStringLiteral("Up to date")));
        QVERIFY(says(bar, QStringLiteral("SailPoint did not accept the data")));
        QTRY_VERIFY(isNamed(overview, QStringLiteral("Local copy: not working")));
        QTRY_VERIFY(says(page, QStringLiteral("Cannot synchronise since")));
        QTRY_VERIFY(says(page, QStringLiteral("You see the copy from")));
        // The next success ends it everywhere.
        QVERIFY(b.simulator->setFaults({}));
        b.app->tenantSessions().synchronise(false);
        QTRY_VERIFY_WITH_TIMEOUT(says(bar, QStringLiteral("Up to date")), 15000);
        QTRY_VERIFY(isNamed(overview, QStringLiteral("Local copy: fine")));
        QTRY_VERIFY(!says(page, QStringLiteral("Cannot synchronise")));
    }
};
IDV_TEST(SyncHealthWindow)
#include "tst_synchealth.moc"
