#include "services/identities/identitydirectory.h"
#include "services/reverification/campaigns.h"
#include "services/sync/syncer.h"
#include "support/accessibilitychecks.h"
#include "support/registry.h"
#include "support/windowbench.h"
#include "ui/settings/keyboardpage.h"
#include "ui/tenantsession/tenantsessions.h"
#include <QKeySequenceEdit>
#include <QMenuBar>
#include <QTableWidget>
#include <QtTest>

// The design's acceptance checks that hold for every page at once.
using support::await;
using support::Bench;
using ui::MainWindow;

namespace {

const QList<std::pair<MainWindow::Page, const char *>> pages{{MainWindow::Overview, "overview"},
    {MainWindow::Identities, "identities"}, {MainWindow::Sessions, "sessions"}, {MainWindow::Renewal, "renewal"},
    {MainWindow::Profiles, "profiles"}, {MainWindow::Approvals, "approvals"}, {MainWindow::Lab, "lab"},
    {MainWindow::Audit, "audit"}, {MainWindow::Settings, "settings"}};

} // namespace

class Acceptance : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_bench = std::make_unique<Bench>(300);
        m_bench->app->tenantSessions().open(m_bench->tenant("one"));
        QSignalSpy copied(&m_bench->app->tenantSession()->syncer(), &services::Syncer::ended);
        QVERIFY(copied.wait(30000));
        m_bench->window->resize(1280, 800);
    }
    void cleanupTestCase() { m_bench.reset(); }
    void everyControlHasANameAndARole()
    {
        QStringList nameless;
        int controls = 0;
        for (const auto &[page, name] : pages) {
            m_bench->window->showPage(page);
            // A page reads by itself when it is shown, and does not say that it is done.
            QTest::qWait(300);
            nameless << support::namelessControls(m_bench->window.get(), QLatin1String(name), controls);
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
        QVERIFY2(controls > 70, qPrintable(QString::number(controls)));
    }
    void nothingIsCut_data()
    {
        QTest::addColumn<bool>("isMirrored");
        QTest::addColumn<int>("scale");
        QTest::newRow("left to right") << false << 100;
        QTest::newRow("right to left") << true << 100;
        QTest::newRow("twice the text") << false << 200;
        QTest::newRow("twice the text, right to left") << true << 200;
    }
    void nothingIsCut()
    {
        QFETCH(bool, isMirrored);
        QFETCH(int, scale);
        std::unique_ptr<Bench> large; // a window lays itself out when it is made
        if (scale != 100) {
            large = std::make_unique<Bench>(
                300, [](lab::Options &) {}, scale);
            large->app->tenantSessions().open(large->tenant("one"));
            QSignalSpy copied(&large->app->tenantSession()->syncer(), &services::Syncer::ended);
            QVERIFY(copied.wait(30000));
            large->window->resize(1280, 800);
        }
        Bench &bench = large ? *large : *m_bench;
        QApplication::setLayoutDirection(isMirrored ? Qt::RightToLeft : Qt::LeftToRight);
        QStringList cut;
        for (const auto &[page, name] : pages) {
            bench.window->showPage(page);
            // As above: the page fills itself and is laid out anew.
            QTest::qWait(300);
            cut << support::cutTexts(bench.window.get(), QLatin1String(name))
                << support::overlaps(bench.window.get(), QLatin1String(name));
            QVERIFY2(bench.window->width() <= 1280,
                qPrintable(QStringLiteral("%1 wants %2").arg(QLatin1String(name)).arg(bench.window->width())));
        }
        QApplication::setLayoutDirection(Qt::LeftToRight);
        for (const QString &c : std::as_const(cut))
            qWarning("%s", qPrintable(c));
        QVERIFY2(cut.isEmpty(), qPrintable(QStringLiteral("%1 are cut, see above").arg(cut.size())));
    }
    void everyPageAndCommandIsInTheMenuWithAKey()
    {
        QSet<QString> keys;
        int pagesWithKeys = 0;
        for (QAction *menu : m_bench->window->menuBar()->actions()) {
            for (QAction *a : menu->menu()->actions()) {
                if (a->isSeparator())
                    continue;
                QVERIFY(!a->text().isEmpty());
                const QString key = a->shortcut().toString(QKeySequence::PortableText);
                QVERIFY2(key.isEmpty() || !keys.contains(key), qPrintable(key + QStringLiteral(" stands twice")));
                keys << key;
                pagesWithKeys +=
                    key.startsWith(QLatin1String("Ctrl+")) && key.size() == 6 && key.at(5).isDigit() ? 1 : 0;
            }
        }
        QVERIFY(pagesWithKeys >= 6);
    }
    void keysCanBeChangedAndConflictsAreRefused()
    {
        Bench b(0);
        ui::KeyboardPage *page = nullptr;
        QList<QAction *> all;
        for (QAction *menu : b.window->menuBar()->actions()) {
            for (QAction *a : menu->menu()->actions()) {
                if (!a->isSeparator())
                    all << a;
            }
        }
        page = new ui::KeyboardPage(*b.app, all);
        page->show();
        auto *table = page->findChild<QTableWidget *>(QStringLiteral("keyTable"));
        auto *edit = page->findChild<QKeySequenceEdit *>(QStringLiteral("keyEdit"));
        const auto row = [&](const QString &keys) {
            for (int i = 0; i < table->rowCount(); ++i) {
                if (table->item(i, 1)->text() == keys)
                    return i;
            }
            return -1;
        };
        table->setCurrentCell(row(QStringLiteral("Ctrl+2")), 0);
        edit->setKeySequence(QKeySequence(Qt::CTRL | Qt::Key_3));
        Q_EMIT edit->editingFinished();
        QVERIFY(row(QStringLiteral("Ctrl+2")) >= 0); // Ctrl+3 stands for the sessions
        edit->setKeySequence(QKeySequence(Qt::Key_I));
        Q_EMIT edit->editingFinished();
        QVERIFY(row(QStringLiteral("Ctrl+2")) >= 0); // typing never triggers anything
        edit->setKeySequence(QKeySequence(Qt::ALT | Qt::Key_I));
        Q_EMIT edit->editingFinished();
        QCOMPARE(row(QStringLiteral("Ctrl+2")), -1);
        QVERIFY(row(QStringLiteral("Alt+I")) >= 0);
        // The next window has them.
        ui::MainWindow second(*b.app);
        bool isThere = false;
        for (QAction *menu : second.menuBar()->actions()) {
            for (QAction *a : menu->menu()->actions())
                isThere |= a->shortcut() == QKeySequence(Qt::ALT | Qt::Key_I);
        }
        QVERIFY(isThere);
        delete page;
    }
    void everyPageWorksWithNobodyAtAll()
    {
        Bench empty(0);
        empty.app->tenantSessions().open(empty.tenant("one"));
        QSignalSpy copied(&empty.app->tenantSession()->syncer(), &services::Syncer::ended);
        QVERIFY(copied.wait(30000));
        for (const auto &[page, name] : pages) {
            empty.window->showPage(page);
            // As above: nothing comes that could be awaited.
            QTest::qWait(200);
        }
        QCOMPARE(await(empty.app->tenantSession()->directory().counts())->everyone, 0);
    }

private:
    std::unique_ptr<Bench> m_bench;
};
IDV_TEST(Acceptance)
#include "tst_acceptance.moc"
