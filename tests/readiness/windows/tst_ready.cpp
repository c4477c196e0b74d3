#include "services/operations/operationtracker.h"
#include "services/sync/syncer.h"
#include "support/registry.h"
#include "support/windowbench.h"
#include "ui/audit/reportpdf.h"
#include "ui/common/navigator.h"
#include "ui/identities/identitiespage.h"
#include "ui/identities/selectionpane.h"
#include "ui/person/detailpane.h"
#include "ui/person/personmenu.h"
#include "ui/profiles/remediationdialog.h"
#include "ui/tenants/readinessdialog.h"
#include "ui/tenants/wizard/tenantwizard.h"
#include "ui/tenantsession/tenantsessions.h"
#include <QBuffer>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>
#include <QtTest>

using support::await;
using support::Bench;

namespace {

QPushButton *buttonOf(QWidget *in, const QString &text)
{
    for (auto *b : in->findChildren<QPushButton *>()) {
        if (b->isVisible() && b->text() == text)
            return b;
    }
    return nullptr;
}

QString resultOf(QTableWidget *table, const QString &check)
{
    for (int r = 0; r < table->rowCount(); ++r) {
        if (table->item(r, 1) && table->item(r, 1)->text() == check)
            return table->item(r, 0)->text();
    }
    return {};
}

bool saysSomewhere(QWidget *in, const QString &text)
{
    const auto labels = in->findChildren<QLabel *>();
    return std::any_of(
        labels.begin(), labels.end(), [&text](const QLabel *l) { return l->isVisible() && l->text().contains(text); });
}

} // namespace

class ReadinessInTheWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theWizardChecksBeforeItStores()
    {
        Bench b(30, [](lab::Options &o) { o.missingAttributes << QStringLiteral("idvIAL"); });
        b.app->navigator().addTenant();
        auto *wizard = Bench::shown<ui::TenantWizard>();
        QVERIFY(wizard);
        const auto &e = b.simulator->endpoints();
        const auto fill = [wizard](const char *name, const QString &text) {
            auto *edit = wizard->findChild<QLineEdit *>(QStringLiteral("field-") + QLatin1String(name));
            QVERIFY2(edit, name);
            edit->setText(text);
        };
        fill("name", QStringLiteral("Acme"));
        fill("sailpoint-url", e.sailpointUrl);
        fill("client-id", e.clientId);
        fill("client-secret", e.clientSecret);
        fill("idv-url", e.idvUrl);
        fill("community", e.communityId);
        fill("api-key", e.idvApiKey);
        const auto next = [wizard](const QString &text) {
            QPushButton *go = nullptr;
            QTRY_VERIFY_WITH_TIMEOUT((go = buttonOf(wizard, text)) && go->isEnabled(), 15000);
            QTest::mouseClick(go, Qt::LeftButton);
        };
        // What is recorded depends on it: asked, and nothing is chosen beforehand.
        auto *environment = wizard->findChild<QComboBox *>(QStringLiteral("environment"));
        QCOMPARE(environment->currentIndex(), -1);
        next(QStringLiteral("Next"));
        QVERIFY(saysSomewhere(wizard, QStringLiteral("Say what this tenant is.")));
        QCOMPARE(wizard->accessibleDescription(), QStringLiteral("Step 1 of 4"));
        environment->setCurrentIndex(int(domain::Environment::Simulator));
        next(QStringLiteral("Next"));
        QTRY_COMPARE_WITH_TIMEOUT(wizard->accessibleDescription(), QStringLiteral("Step 2 of 4"), 15000);
        next(QStringLiteral("Next"));
        QTRY_COMPARE_WITH_TIMEOUT(wizard->accessibleDescription(), QStringLiteral("Step 3 of 4"), 15000);
        next(QStringLiteral("Next"));
        QCOMPARE(wizard->accessibleDescription(), QStringLiteral("Step 4 of 4"));
        // One attribute is missing: said, and finishing is still possible, by another word.
        QPushButton *finish = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((finish = buttonOf(wizard, QStringLiteral("Finish all the same"))), 20000);
        auto *table = wizard->findChild<QTableWidget *>();
        QTRY_COMPARE(resultOf(table, QStringLiteral("Identity attribute idvIAL")), QStringLiteral("✗ Failed"));
        QCOMPARE(resultOf(table, QStringLiteral("Identity attribute idvStatus")), QStringLiteral("✓ Passed"));
        QVERIFY(saysSomewhere(wizard, QStringLiteral("Not ready")));
        QVERIFY(await(b.tenants->list())->isEmpty());
        QCOMPARE(QDir(b.dir.path()).entryList({QStringLiteral("mirror-*")}).size(), 0);
        QTest::mouseClick(finish, Qt::LeftButton);
        QTRY_COMPARE(await(b.tenants->list())->size(), 1);
    }
    void whatIsMissingIsCreatedFromTheCheck()
    {
        Bench b(30, [](lab::Options &o) { o.missingAttributes << QStringLiteral("idvIAL"); });
        b.app->tenantSessions().open(b.tenant("one"));
        ui::ReadinessDialog d(*b.app, b.window.get());
        d.open();
        QPushButton *fix = d.findChild<QPushButton *>(QStringLiteral("fixButton"));
        QTRY_VERIFY_WITH_TIMEOUT(fix->isEnabled(), 20000); // the first line that can be mended is selected
        QTest::mouseClick(fix, Qt::LeftButton);
        auto *shown = Bench::shown<ui::RemediationDialog>();
        QVERIFY(shown);
        QVERIFY(shown->findChild<QPlainTextEdit *>()->toPlainText().contains(QLatin1String("\"name\": \"idvIAL\"")));
        QTest::mouseClick(buttonOf(shown, QStringLiteral("Create")), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(resultOf(d.findChild<QTableWidget *>(), QStringLiteral("Identity attribute idvIAL")),
            QStringLiteral("✓ Passed"), 20000);
    }
    void whatTheTokenLacksIsDisabledWithItsReason()
    {
        Bench b(30, [](lab::Options &o) {
            o.scopes = QStringList{QStringLiteral("idn:identity:read"), QStringLiteral("sp:search:read"),
                QStringLiteral("idn:identity-profile:read"), QStringLiteral("idn:identity-profile-attribute:read")};
        });
        b.app->tenantSessions().open(b.tenant("one"));
        auto *table = b.window->identities().findChild<QTableView *>(QStringLiteral("identityTable"));
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 30, 15000);
        QTRY_VERIFY(
            b.window->identities().currentPerson() || (table->setCurrentIndex(table->model()->index(0, 0)), false));
        QMenu menu;
        ui::fillPersonMenu(menu, *b.app, *b.window->identities().currentPerson(), b.window.get());
        QHash<QString, QAction *> actions;
        const auto list = menu.actions();
        for (auto *a : list)
            actions.insert(a->text().section(QStringLiteral("…"), 0, 0).remove(QLatin1Char('&')), a);
        for (const char *text : {"Process", "Invite", "Reset", "Delete"}) {
            QVERIFY2(actions.contains(QLatin1String(text)), text);
            QVERIFY2(!actions.value(QLatin1String(text))->isEnabled(), text);
            QVERIFY2(actions.value(QLatin1String(text))->text().contains(QLatin1String("lacks the scope")), text);
        }
        QVERIFY(actions.value(QStringLiteral("Synchronize attributes"))->isEnabled());
        table->selectAll();
        auto *pane = b.window->identities().findChild<ui::SelectionPane *>();
        QTRY_VERIFY(pane->isVisible());
        QVERIFY(!pane->findChild<QPushButton *>(QStringLiteral("inviteSelected"))->isEnabled());
        QVERIFY(saysSomewhere(pane, QStringLiteral("idn:password-user-invite:manage")));
        b.window->showPage(ui::MainWindow::Profiles);
        auto *window = b.window.get();
        QTRY_VERIFY_WITH_TIMEOUT(
            saysSomewhere(window,
                QStringLiteral("Changing and previewing: the token lacks the scope idn:identity-profile:manage")),
            10000);
        for (const char *text : {"New…", "Import…", "Delete…", "Preview…"}) {
            auto *button = buttonOf(window, QString::fromUtf8(text));
            QVERIFY2(button && !button->isEnabled(), text);
        }
    }
    void theProfilesPageCreatesWhatItCannotMap()
    {
        Bench b(30, [](lab::Options &o) { o.missingAttributes << QStringLiteral("idvIAL"); });
        b.app->tenantSessions().open(b.tenant("one"));
        b.window->showPage(ui::MainWindow::Profiles);
        QTableWidget *table = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((table = [&b]() -> QTableWidget * {
            for (auto *t : b.window->findChildren<QTableWidget *>()) {
                if (t->isVisible() && t->accessibleName() == QLatin1String("IDV attributes") && t->rowCount() == 7)
                    return t;
            }
            return nullptr;
        }()),
            15000);
        table->selectRow(0);
        QVERIFY(buttonOf(b.window.get(), QStringLiteral("Map…")));
        table->selectRow(2);
        QCOMPARE(table->item(2, 2)->text(), QStringLiteral("Missing in SailPoint"));
        QTest::mouseClick(buttonOf(b.window.get(), QStringLiteral("Fix…")), Qt::LeftButton);
        auto *shown = Bench::shown<ui::RemediationDialog>();
        QVERIFY(shown);
        QTest::mouseClick(buttonOf(shown, QStringLiteral("Create")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(
            table->item(2, 2) && table->item(2, 2)->text() != QLatin1String("Missing in SailPoint"), 15000);
    }
    void theReportIsAPdfOfAllItsLines()
    {
        QString markdown = QStringLiteral("# Readiness of Ærø\n\n| | | |\n|---|---|---|\n");
        for (int i = 0; i < 120; ++i)
            markdown += QStringLiteral("| ✓ | Line %1 | 佐々木 |\n").arg(i);
        QBuffer one, many;
        QVERIFY(one.open(QIODevice::WriteOnly) && many.open(QIODevice::WriteOnly));
        QVERIFY(ui::writePdf(one, QStringLiteral("# A\n\nB\n")));
        QVERIFY(ui::writePdf(many, markdown));
        QVERIFY(many.data().startsWith("%PDF-"));
        QVERIFY2(many.data().count("/Type /Page\n") > one.data().count("/Type /Page\n"),
            qPrintable(QString::number(many.data().count("/Type /Page\n"))));
    }
};
IDV_TEST(ReadinessInTheWindow)
#include "tst_ready.moc"
