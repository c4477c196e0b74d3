#include "lab/lab.h"
#include "services/identities/identitydirectory.h"
#include "services/sync/syncer.h"
#include "services/tenants/secrets.h"
#include "services/tenants/tenants.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessions.h"
#include "store/ledger/ledger.h"
#include "support/await.h"
#include "support/registry.h"
#include "support/windowbench.h"
#include "ui/common/appcontext.h"
#include "ui/common/navigator.h"
#include "ui/common/theme.h"
#include "ui/controls/navitem.h"
#include "ui/identities/quickfind.h"
#include "ui/sessions/phrases.h"
#include "ui/sessions/sessionspage.h"
#include "ui/settings/receiverpage.h"
#include "ui/settings/verificationpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/tenants/providerdialog.h"
#include "ui/tenants/wizard/tenantwizard.h"
#include "ui/tenantsession/tenantsessions.h"
#include "ui/verification/currentpolicy.h"
#include "ui/verification/sessionwindow.h"
#include "vault/vault.h"
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QtTest>

using support::await;
using support::Bench;

class Shell : public QObject
{
    Q_OBJECT
    /// A session that began that long ago and that the provider knows.
    static void startSession(Bench &b, int n, core::Instant age)
    {
        domain::Session s;
        s.id = core::SessionId(QStringLiteral("s%1").arg(n));
        s.tenant = core::TenantId(QStringLiteral("one"));
        s.request.identity = core::IdentityId(QStringLiteral("i%1").arg(n));
        s.request.documents = domain::documentTypes();
        s.personName = QStringLiteral("Person %1").arg(n);
        s.operatorName = QStringLiteral("tester");
        s.createdAt = b.clock->now() - age;
        s.expiresAt = b.clock->now() + core::hourMs;
        domain::AuditEvent a;
        a.actor = a.action = a.tenant = a.subject = a.outcome = QStringLiteral("test");
        QVERIFY(await(b.ledger->sessions().start(s, {}, a)));
        QVERIFY(await(
            b.ledger->sessions().change(s.id, [](const domain::Session &now) -> core::Result<domain::SessionStep> {
                domain::SessionStep step;
                step.session = now;
                step.session.providerId = core::ProviderSessionId(QStringLiteral("k1-") + now.id.str());
                step.session.state = domain::SessionState::Pending;
                return step;
            })));
    }
private Q_SLOTS:
    void newcomersWaitAboveAndAHangingSessionIsExplained()
    {
        Bench b;
        b.app->tenantSessions().open(b.tenant("one"));
        b.window->resize(1200, 700);
        for (int i = 0; i < 60; ++i)
            startSession(b, i, (60 - i) * core::minuteMs);
        auto *sessions = b.window->findChild<ui::SessionsPage *>();
        QVERIFY(sessions);
        for (auto *nav : b.window->findChildren<ui::NavItem *>()) {
            if (nav->accessibleName().contains(QLatin1String("Sessions")) ||
                nav->text().contains(QLatin1String("Sessions")))
                QTest::mouseClick(nav, Qt::LeftButton);
        }
        auto *table = sessions->findChild<QTableView *>(QStringLiteral("sessionTable"));
        QTRY_COMPARE(table->model()->rowCount(), 60);
        QVERIFY(table->isVisible());
        table->verticalScrollBar()->setValue(20);
        const QString first = table->model()->index(0, 1).data().toString();
        startSession(b, 60, 0);
        QPushButton *newer = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((newer = [sessions]() -> QPushButton * {
            for (auto *p : sessions->findChildren<QPushButton *>()) {
                if (p->isVisible() && p->text() == QLatin1String("1 new"))
                    return p;
            }
            return nullptr;
        }()),
            5000);
        QCOMPARE(table->verticalScrollBar()->value(), 20); // nothing jumped
        QCOMPARE(table->model()->index(0, 1).data().toString(), first);
        QTest::mouseClick(newer, Qt::LeftButton);
        QTRY_COMPARE(table->model()->rowCount(), 61);
        QCOMPARE(table->verticalScrollBar()->value(), 0);
        QVERIFY(!newer->isVisible());
        // The oldest hangs: its provider does not know it, and the pane says so.
        const auto rows = table->model()->rowCount();
        table->scrollToBottom();
        QTest::mouseClick(
            table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(rows - 1, 1)).center());
        QTRY_VERIFY_WITH_TIMEOUT(
            [sessions] {
                for (const auto *l : sessions->findChildren<QLabel *>()) {
                    if (l->isVisible() && l->text().startsWith(QLatin1String("No result for")))
                        return true;
                }
                return false;
            }(),
            5000);
    }
    void theReceiversPageGoesBackToItsFirstState()
    {
        Bench b;
        auto t = *await(b.tenants->add(b.simulated("one"), {}, true));
        t.receiver.port = 9123;
        t.receiver.path = QStringLiteral("/somewhere/else");
        t.receiver.startsWithTenant = true;
        t = *await(b.tenants->update(t, QStringLiteral("tenant.receiver")));
        b.app->tenantSessions().open(t);
        ui::ReceiverPage page(*b.app);
        page.show();
        auto *reset = page.findChild<QPushButton *>(QStringLiteral("resetReceiver"));
        QVERIFY(reset && reset->isEnabled());
        reset->click();
        const domain::ReceiverSettings first;
        QTRY_COMPARE(b.app->tenantSession()->tenant().receiver.port, first.port);
        const auto stored = *await(b.tenants->list());
        QCOMPARE(stored.first().receiver.path, first.path);
        QVERIFY(!stored.first().receiver.startsWithTenant);
        b.app->tenantSessions().close();
        QVERIFY(!reset->isEnabled() && !reset->toolTip().isEmpty());
    }
    void aProvidersProfileIsCheckedAndKept()
    {
        Bench b;
        ui::ProviderDialog d(b.theme, b.tenant("t1"), b.window.get());
        QSignalSpy chosen(&d, &ui::ProviderDialog::chosen);
        d.show();
        const auto edit = [&d](const char *name) {
            return d.findChild<QLineEdit *>(QStringLiteral("provider-") + QLatin1String(name));
        };
        const auto save = [&d] { d.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click(); };
        edit("status")->setText(QStringLiteral("/api/idv/status"));
        save();
        QCOMPARE(chosen.size(), 0);
        edit("status")->setText(QStringLiteral("/api/idv/{sessionId}"));
        edit("cancel")->setText(QStringLiteral("/api/idv/{sessionId}/cancel"));
        edit("session-id-at")->setText(QStringLiteral("session_id"));
        save();
        QCOMPARE(chosen.size(), 0);
        edit("session-id-at")->setText(QStringLiteral("/data/id , /id"));
        save();
        QCOMPARE(chosen.size(), 1);
        const auto p = chosen.first().first().value<domain::Tenant>().provider;
        QCOMPARE(p.sessionIdAt, (QStringList{QStringLiteral("/data/id"), QStringLiteral("/id")}));
        QCOMPARE(p.cancelPath, QStringLiteral("/api/idv/{sessionId}/cancel"));
        QVERIFY(!edit("dvc-id")->isVisibleTo(&d) && edit("create")->isVisibleTo(&d));
    }
    void ticketsAndPhrasesApplyWhenTheFieldIsLeft()
    {
        Bench b;
        ui::VerificationPage page(*b.app);
        page.show();
        auto *pattern = page.findChild<QLineEdit *>(QStringLiteral("ticketPattern"));
        auto *phrase = page.findChild<QLineEdit *>(QStringLiteral("phrase-verified"));
        QTest::keyClicks(pattern, QStringLiteral("CHG("));
        QTest::keyClick(pattern, Qt::Key_Return);
        QTest::qWait(50); // what cannot be used is not stored, and nothing says so
        QVERIFY(b.app->policy().value().ticketPattern.isEmpty());
        QTest::keyClick(pattern, Qt::Key_Backspace);
        QTest::keyClicks(pattern, QStringLiteral("\\d+"));
        QTest::keyClick(pattern, Qt::Key_Return);
        QTRY_COMPARE(b.app->policy().value().ticketPattern, QStringLiteral("CHG\\d+"));
        QTest::keyClicks(phrase, QStringLiteral("Well done."));
        QTest::keyClick(phrase, Qt::Key_Return);
        QTRY_COMPARE(b.app->policy().value().phrases.size(), 1);
        domain::Session s;
        s.state = domain::SessionState::Verified;
        s.request.reason = domain::Reason::Periodic;
        QCOMPARE(ui::sessionPhrase(s, b.app->policy().value(), true), QStringLiteral("Well done."));
        QCOMPARE(ui::sessionPhrase(s, {}, true), ui::builtInPhrase(QStringLiteral("verified")));
        QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("resetVerification")), Qt::LeftButton);
        QTRY_COMPARE(b.app->policy().value(), domain::VerificationPolicy());
    }
    void theWizardNamesEachWrongField()
    {
        Bench b;
        b.app->navigator().addTenant();
        auto *wizard = Bench::shown<ui::TenantWizard>();
        QVERIFY(wizard);
        const auto edit = [wizard](const char *name) {
            return wizard->findChild<QLineEdit *>(QStringLiteral("field-") + QLatin1String(name));
        };
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
        b.app->tenantSessions().open(one);
        QVERIFY(await(b.app->tenantSession()->syncer().buildSearch()));
        QTRY_VERIFY_WITH_TIMEOUT(await(b.app->tenantSession()->directory().counts())->everyone == 30, 10000);
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
        const auto stored = await(b.ledger->sessions().start(s, {}, audit));
        QVERIFY2(bool(stored), stored ? "" : qPrintable(stored.error().text + stored.error().detail));
        b.app->navigator().showSession(s.id);
        QPointer<ui::SessionWindow> window = Bench::shown<ui::SessionWindow>();
        QVERIFY(window);
        b.app->tenantSessions().open(b.tenant("two"));
        QVERIFY(window && window->isVisible());
        QCOMPARE(window->tenant(), one.id);
        QTRY_VERIFY(window->windowTitle().contains(QLatin1String("one")));
        // Opened anew, the window follows the tenant's new connection; closed with it when the tenant goes.
        b.app->tenantSessions().open(one);
        QVERIFY(window && window->tenant() == one.id);
        b.app->tenantSessions().close();
        QVERIFY(!window);
    }
    void quickFindOffersCommands()
    {
        Bench b;
        b.app->tenantSessions().open(b.tenant("one"));
        b.window->showPage(ui::MainWindow::Identities);
        b.window->quickFind(QStringLiteral(">sess"));
        auto *find = Bench::shown<ui::QuickFind>();
        QVERIFY(find);
        auto *list = find->findChild<QListWidget *>();
        QCOMPARE(list->count(), 1);
        QTest::keyClick(find->findChild<QLineEdit *>(), Qt::Key_Return);
        QTRY_VERIFY(b.window->windowTitle().startsWith(QLatin1String("Sessions")));
    }
};
IDV_TEST(Shell)
#include "tst_shell.moc"
