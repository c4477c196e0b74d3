#include "lab/lab.h"
#include "services/secrets.h"
#include "services/tenants.h"
#include "services/workspace.h"
#include "store/ledger/ledger.h"
#include "support/await.h"
#include "support/registry.h"
#include "ui/desk.h"
#include "ui/dialogs/quickfind.h"
#include "ui/dialogs/sessionwindow.h"
#include "ui/dialogs/tenantwizard.h"
#include "ui/mainwindow.h"
#include "ui/theme.h"
#include "vault/vault.h"
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QLineEdit>
#include <QListWidget>
#include <QTableView>
#include <QtTest>

using support::await;

namespace {

/// The window on two tenants of one simulator.
struct Bench
{
    Bench()
    {
        theme.apply(ui::ThemeChoice::Light);
        lab::Options o;
        o.identities = 30;
        o.outcome = QStringLiteral("never");
        simulator = *lab::Lab::start(o, clock);
        ledger = *store::Ledger::open(dir.filePath(QStringLiteral("ledger.db")), clock);
        context.reset(new services::Context{*ledger, vault, clock, dir.path(), QStringLiteral("tester"), QStringLiteral("me"), false, std::chrono::seconds(10)});
        tenants = std::make_unique<services::Tenants>(*context);
        desk = std::make_unique<ui::Desk>(theme, *context, *tenants, dir.filePath(QStringLiteral("settings.ini")));
        window = std::make_unique<ui::MainWindow>(*desk);
        window->show();
    }
    domain::Tenant tenant(const char *id)
    {
        const auto &e = simulator->endpoints();
        domain::Tenant t;
        t.id = core::TenantId(QString::fromLatin1(id));
        t.name = QString::fromLatin1(id);
        t.sailpointUrl = e.sailpointUrl;
        t.clientId = e.clientId;
        t.idvUrl = e.idvUrl;
        t.communityId = e.communityId;
        vault.hold(services::secretKey(t.id, services::secretname::sailpoint), core::makeSecret(e.clientSecret.toUtf8()));
        vault.hold(services::secretKey(t.id, services::secretname::idv), core::makeSecret(e.idvApiKey.toUtf8()));
        return t;
    }
    template <class W>
    static W *shown()
    {
        for (QWidget *w : QApplication::topLevelWidgets()) {
            if (auto *wanted = qobject_cast<W *>(w); wanted && wanted->isVisible())
                return wanted;
        }
        return nullptr;
    }
    QTemporaryDir dir;
    ui::Theme theme;
    std::shared_ptr<core::Clock> clock = std::make_shared<core::SystemClock>();
    vault::MemoryVault vault;
    std::unique_ptr<lab::Lab> simulator;
    std::unique_ptr<store::Ledger> ledger;
    std::unique_ptr<services::Context> context;
    std::unique_ptr<services::Tenants> tenants;
    std::unique_ptr<ui::Desk> desk;
    std::unique_ptr<ui::MainWindow> window;
};

} // namespace

class Shell : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theWizardNamesEachWrongField()
    {
        Bench b;
        b.desk->addTenant();
        auto *wizard = Bench::shown<ui::TenantWizard>();
        QVERIFY(wizard);
        const auto edit = [wizard](const char *name) { return wizard->findChild<QLineEdit *>(QStringLiteral("field-") + QLatin1String(name)); };
        const auto press = [wizard] {
            for (auto *p : wizard->findChildren<QPushButton *>()) {
                if (p->text() == QLatin1String("Next"))
                    QTest::mouseClick(p, Qt::LeftButton);
            }
        };
        const auto said = [wizard](const QString &part) {
            for (const auto *l : wizard->findChildren<QLabel *>()) {
                if (l->isVisible() && l->text().contains(part))
                    return true;
            }
            return false;
        };
        QTest::keyClicks(edit("name"), QStringLiteral("Acme"));
        QTest::keyClicks(edit("sailpoint-url"), QStringLiteral("http://acme.example"));
        QTest::keyClicks(edit("client-id"), QStringLiteral("CHANGE_ME"));
        press();
        for (const char *name : {"sailpoint-url", "client-id", "client-secret"})
            QVERIFY2(edit(name)->property("invalid").toBool(), name);
        QVERIFY(!edit("name")->property("invalid").toBool());
        QVERIFY(said(QStringLiteral("The client secret is missing.")));
        QCOMPARE(await(b.tenants->list())->size(), 0);
        // Typing takes the complaint back.
        QTest::keyClicks(edit("client-secret"), QStringLiteral("x"));
        QVERIFY(!edit("client-secret")->property("invalid").toBool());
        QVERIFY(!said(QStringLiteral("The client secret is missing.")));
        wizard->reject();
    }
    void aSessionWindowOutlivesTheSwitchOfTenants()
    {
        Bench b;
        const auto one = b.tenant("one");
        b.desk->open(one);
        QVERIFY(await(b.desk->workspace()->buildSearch()));
        QTRY_VERIFY_WITH_TIMEOUT(await(b.desk->workspace()->counts())->everyone == 30, 10000);
        domain::Session s;
        s.id = core::SessionId(QStringLiteral("s1"));
        s.tenant = one.id;
        s.request.identity = core::IdentityId(QStringLiteral("i1"));
        s.request.documents = domain::documentTypes();
        s.personName = QStringLiteral("Ann Example");
        s.createdAt = b.clock->now();
        s.expiresAt = s.createdAt + core::hourMs;
        domain::AuditEvent audit;
        audit.actor = audit.action = audit.tenant = audit.subject = audit.outcome = QStringLiteral("test");
        const auto stored = await(b.ledger->startSession(s, {}, audit));
        QVERIFY2(bool(stored), stored ? "" : qPrintable(stored.error().text + stored.error().detail));
        b.desk->showSession(s.id);
        QPointer<ui::SessionWindow> window = Bench::shown<ui::SessionWindow>();
        QVERIFY(window);
        b.desk->open(b.tenant("two"));
        QVERIFY(window && window->isVisible());
        QCOMPARE(window->tenant(), one.id);
        QTRY_VERIFY(window->windowTitle().contains(QLatin1String("one")));
        // Opened anew, the window follows the tenant's new connection; closed with it when the tenant goes.
        b.desk->open(one);
        QVERIFY(window && window->tenant() == one.id);
        b.desk->closeTenant();
        QVERIFY(!window);
    }
    void quickFindOffersCommands()
    {
        Bench b;
        b.desk->open(b.tenant("one"));
        b.window->showPage(ui::MainWindow::Identities);
        b.window->quickFind(QStringLiteral(">sess"));
        auto *find = Bench::shown<ui::QuickFind>();
        QVERIFY(find);
        auto *list = find->findChild<QListWidget *>();
        QCOMPARE(list->count(), 1);
        QTest::keyClick(find->findChild<QLineEdit *>(), Qt::Key_Return);
        QTRY_VERIFY(b.window->windowTitle().startsWith(QLatin1String("Sessions")));
    }
    void f6GoesRoundTheRegions()
    {
        Bench b;
        b.desk->open(b.tenant("one"));
        QTRY_VERIFY_WITH_TIMEOUT(await(b.desk->workspace()->counts())->everyone == 30, 10000);
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
IDV_TEST(Shell)
#include "tst_shell.moc"
