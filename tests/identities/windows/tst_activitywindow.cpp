#include "domain/identities/activity.h"
#include "domain/tenants/principal.h"
#include "models/sessionmodel.h"
#include "services/identities/identitydirectory.h"
#include "services/recovery/recovery.h"
#include "services/sync/syncer.h"
#include "services/tenants/vendorreach.h"
#include "services/verification/sessions.h"
#include "services/verification/sessionstarter.h"
#include "services/verification/verifier.h"
#include "support/registry.h"
#include "support/windowbench.h"
#include "ui/settings/settingspage.h"
#include "ui/tenants/activitydialog.h"
#include "ui/tenants/operatordialog.h"
#include "ui/tenantsession/tenantsessions.h"
#include "ui/verification/verifydialog.h"
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QTableWidget>
#include <QtTest>

using domain::ActivityRule;
using domain::ActivityTable;
using support::await;
using support::Bench;

namespace {

bool says(QWidget *w, const QString &text)
{
    const auto labels = w->findChildren<QLabel *>();
    return std::any_of(
        labels.begin(), labels.end(), [&](const QLabel *l) { return l->isVisibleTo(w) && l->text().contains(text); });
}

/// A console with a complete copy.
struct Copied : Bench
{
    explicit Copied(int people) : Bench(people)
    {
        app->tenantSessions().open(tenant("one"));
        QSignalSpy copied(&app->tenantSession()->syncer(), &services::Syncer::ended);
        QVERIFY(copied.wait(30000));
    }
    services::Recovery &recovery() { return app->tenantSession()->recovery(); }
    QString operatorKey() const
    {
        return domain::operatorSetting(core::TenantId(QStringLiteral("one")), context->operatorName);
    }
};

struct Opened : ui::ActivityDialog
{
    explicit Opened(Bench &b) : ActivityDialog(*b.app, b.window.get())
    {
        open();
        table = findChild<QTableWidget *>(QStringLiteral("activityTable"));
        save = push("saveActivity");
    }
    QPushButton *push(const char *name) { return findChild<QPushButton *>(QLatin1String(name)); }
    QComboBox *box(const char *name) { return findChild<QComboBox *>(QLatin1String(name)); }
    QString unlisted() { return findChild<QLabel *>(QStringLiteral("activityUnlisted"))->text(); }
    QString cell(int row, int column)
    {
        return table->item(row, column) ? table->item(row, column)->text() : QString();
    }
    QTableWidget *table;
    QPushButton *save;
};

} // namespace

class ActivityInTheWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theTableIsMadeInTheWindow()
    {
        Copied b(600);
        const auto groups = *await(b.app->tenantSession()->directory().activityGroups());
        const auto left = [&groups](
                              const ActivityTable &t) { return domain::peopleIn(domain::activityNotKnown(groups, t)); };
        ActivityTable wanted;
        const qint64 before = left(wanted);
        QVERIFY(before > 0);
        Opened d(b);
        QTRY_COMPARE(d.table->rowCount(), 1);
        QCOMPARE(d.cell(0, 0) + d.cell(0, 1) + d.cell(0, 2), QStringLiteral("Every profileactiveActive"));
        QTRY_VERIFY2(
            d.unlisted().startsWith(QStringLiteral("%1 people have a lifecycle word that is not listed").arg(before)),
            qPrintable(d.unlisted()));
        QVERIFY(!d.save->isEnabled() && !d.save->toolTip().isEmpty());
        QTRY_VERIFY(d.box("activityProfile")->findText(QStringLiteral("Contractors")) > 0); // suggested from the copy
        // Each word that nobody explained is offered, and opens nothing of itself.
        while (left(wanted) > 0) {
            const QString word = domain::activityNotKnown(groups, wanted).first().word;
            wanted.rules << ActivityRule{QString(), word, false};
            QTest::mouseClick(d.push("addActivity"), Qt::LeftButton);
            QCOMPARE(d.box("activityWord")->currentText(), word);
            QCOMPARE(d.box("activityMeans")->currentText(), QStringLiteral("Inactive"));
        }
        QCOMPARE(d.unlisted(), QStringLiteral("Everybody in the local copy has a word that is listed."));
        // For one profile only, the others are not known again.
        d.box("activityProfile")->setEditText(QStringLiteral("Contractors"));
        wanted.rules.last().profile = QStringLiteral("Contractors");
        QCOMPARE(d.cell(int(wanted.rules.size()) - 1, 0), QStringLiteral("Contractors"));
        QVERIFY(left(wanted) > 0);
        QVERIFY(d.unlisted().startsWith(QString::number(left(wanted))));
        d.box("activityMeans")->setCurrentIndex(0);
        wanted.rules.last().isActive = true;
        QVERIFY(d.save->isEnabled());
        // Two meanings of one word are refused before anything is stored.
        QTest::mouseClick(d.push("addActivity"), Qt::LeftButton);
        d.box("activityProfile")->clearEditText();
        d.box("activityWord")->setEditText(QStringLiteral("ACTIVE"));
        QVERIFY(!d.save->isEnabled() && !d.save->toolTip().isEmpty());
        QTest::mouseClick(d.push("removeActivity"), Qt::LeftButton);
        QVERIFY(d.save->isEnabled());
        QTest::mouseClick(d.save, Qt::LeftButton);
        QTRY_VERIFY(!d.isVisible());
        QCOMPARE(*await(b.recovery().activityTable()), wanted);
    }
    void theFirstLineOfABoxStandsForNone()
    {
        Copied b(60);
        Opened d(b);
        QTRY_COMPARE(d.table->rowCount(), 1);
        auto *word = d.box("activityWord");
        word->setCurrentIndex(0);
        Q_EMIT word->activated(0);
        QCOMPARE(word->currentText(), QString());
        QCOMPARE(d.cell(0, 1), QStringLiteral("No lifecycle state"));
        QTest::mouseClick(d.save, Qt::LeftButton);
        QTRY_VERIFY(!d.isVisible());
        QCOMPARE(await(b.recovery().activityTable())->rules, (QList<ActivityRule>{{QString(), QString(), true}}));
    }
    void whatCannotBeReadIsShownAndReplaced_data()
    {
        QTest::addColumn<QString>("stored");
        QTest::newRow("no object") << QStringLiteral("[1]");
        QTest::newRow("cut") << QStringLiteral("{\"rules\":[{\"word\":\"act");
        QTest::newRow("a newer version's key") << QStringLiteral("{\"rules\":[],\"until\":1}");
        QTest::newRow("an unknown meaning") << QStringLiteral("{\"rules\":[{\"word\":\"active\",\"active\":\"yes\"}]}");
    }
    void whatCannotBeReadIsShownAndReplaced()
    {
        QFETCH(QString, stored);
        Copied b(30);
        QVERIFY(await(b.ledger->settings().set(QStringLiteral("activity:one"), stored)));
        QVERIFY(!await(b.recovery().activityTable()));
        Opened d(b);
        QTRY_VERIFY(says(&d, QStringLiteral("What is stored cannot be read; saving replaces it")));
        QTRY_VERIFY(d.save->isEnabled());
        QTest::mouseClick(d.save, Qt::LeftButton);
        QTRY_VERIFY(!d.isVisible());
        QCOMPARE(*await(b.recovery().activityTable()), ActivityTable());
    }
    void itNeedsTheTenantToBeOpen()
    {
        Bench b;
        const auto one = *await(b.tenants->add(b.simulated("one"), {}, true));
        QVERIFY(await(b.tenants->add(b.simulated("two"), {}, true)));
        b.app->tenantSessions().open(b.bare(qPrintable(one.id.str())));
        b.window->showPage(ui::MainWindow::Settings);
        auto *page = b.window->findChild<ui::SettingsPage *>();
        page->findChild<QListWidget *>()->setCurrentRow(1);
        const auto all = [page] { return page->findChildren<QPushButton *>(QStringLiteral("activeAccounts")); };
        const auto open = [&all] {
            const auto buttons = all();
            return std::count_if(buttons.begin(), buttons.end(), [](const QPushButton *x) { return x->isEnabled(); });
        };
        QTRY_COMPARE(all().size(), 2);
        QTRY_COMPARE(open(), 1);
        const auto buttons = all();
        for (auto *x : buttons) {
            QCOMPARE(x->text(), QStringLiteral("Active accounts…"));
            QCOMPARE(x->toolTip(), x->isEnabled() ? QString() : QStringLiteral("Open this tenant first."));
        }
        for (auto *x : buttons) {
            if (x->isEnabled())
                QTest::mouseClick(x, Qt::LeftButton);
        }
        QTRY_VERIFY(Bench::shown<ui::ActivityDialog>());
        Bench::shown<ui::ActivityDialog>()->reject();
    }
    void aRecoveryAsksForTheOperatorBeforehand()
    {
        Copied b(60);
        QVERIFY(await(b.ledger->settings().set(b.operatorKey(), QString()))); // nobody yet
        const auto person = someone(b);
        QVERIFY(!person.id.isEmpty());
        ui::VerifyDialog d(*b.app, person, b.window.get());
        d.open();
        auto *start = d.findChild<QPushButton *>(QStringLiteral("startButton"));
        auto *registers = d.findChild<QPushButton *>(QStringLiteral("registerOperator"));
        fill(d);
        QTRY_VERIFY(registers->isVisibleTo(&d));
        QVERIFY(!start->isEnabled());
        QVERIFY(says(&d, QStringLiteral("Register first who sits here")));
        // Only a recovery needs it.
        choose(d, models::reasonText(domain::Reason::Onboarding));
        QVERIFY(!registers->isVisibleTo(&d));
        QTRY_VERIFY(start->isEnabled());
        choose(d, models::reasonText(domain::Reason::AccountRecovery));
        QVERIFY(registers->isVisibleTo(&d) && !start->isEnabled());
        QTest::mouseClick(registers, Qt::LeftButton);
        registerIn(b, d);
        QTRY_VERIFY_WITH_TIMEOUT(!registers->isVisibleTo(&d), 10000);
        QVERIFY(!await(b.recovery().operatorIdentity())->isEmpty());
        QTRY_VERIFY(start->isEnabled());
    }
    void aRefusedStartOffersToRegister()
    {
        Copied b(60);
        QVERIFY(await(b.ledger->settings().set(b.operatorKey(), QStringLiteral("2c9180867769897d01776ed5f125512f"))));
        const auto person = someone(b);
        QVERIFY(!person.id.isEmpty());
        ui::VerifyDialog d(*b.app, person, b.window.get());
        d.open();
        auto *start = d.findChild<QPushButton *>(QStringLiteral("startButton"));
        fill(d);
        QVERIFY(await(b.recovery().operatorIdentity())); // asked after the dialog did, so that its answer is there
        QTRY_VERIFY(start->isEnabled());
        // Gone meanwhile: the ledger refuses, and the way out is where Start was pressed.
        QVERIFY(await(b.ledger->settings().set(b.operatorKey(), QString())));
        QTest::mouseClick(start, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(says(&d, QStringLiteral("Nobody knows who sits here")), 10000);
        QVERIFY(says(&d, QStringLiteral("Nothing was sent")));
        QVERIFY(!start->isEnabled());
        QVERIFY(await(b.app->tenantSession()->verifier().sessions().of(person.id))->isEmpty());
        QPushButton *inBanner = nullptr;
        for (auto *x : d.findChildren<QPushButton *>()) {
            if (x->isVisibleTo(&d) && x->text() == QStringLiteral("Register…") &&
                x->objectName() != QLatin1String("registerOperator"))
                inBanner = x;
        }
        QVERIFY(inBanner);
        QTest::mouseClick(inBanner, Qt::LeftButton);
        registerIn(b, d);
        QTRY_VERIFY_WITH_TIMEOUT(!says(&d, QStringLiteral("Nobody knows who sits here")), 10000);
        QTRY_VERIFY(start->isEnabled());
    }

private:
    static domain::Identity someone(Bench &b)
    {
        domain::VerificationRequest r;
        r.reason = domain::Reason::AccountRecovery;
        r.documents = domain::documentTypes();
        r.delivery = domain::Delivery::Link;
        const auto everyone = await(b.app->tenantSession()->directory().all({}));
        const auto people = await(b.app->tenantSession()->directory().people(*everyone->rows));
        auto &verifier = b.app->tenantSession()->verifier();
        const auto found = std::find_if(
            people->begin(), people->end(), [&](const auto &p) { return verifier.starter().obstacle(p, r).isEmpty(); });
        return found == people->end() ? domain::Identity() : *found;
    }
    static void choose(QWidget &d, const QString &text)
    {
        for (auto *x : d.findChildren<QRadioButton *>()) {
            if (x->text() == text)
                x->setChecked(true);
        }
    }
    static void fill(ui::VerifyDialog &d)
    {
        choose(d, models::reasonText(domain::Reason::AccountRecovery));
        choose(d, QStringLiteral("Do not send; show a QR code and link"));
        d.findChild<QLineEdit *>(QStringLiteral("ticketEdit"))->setText(QStringLiteral("INC0012345"));
    }
    static void registerIn(Bench &b, QWidget &parent)
    {
        auto *dialog = parent.findChild<ui::OperatorDialog *>();
        QVERIFY(dialog);
        const auto &e = b.simulator->endpoints();
        for (auto *x : dialog->findChildren<QLineEdit *>())
            x->setText(x->accessibleName() == QLatin1String("Client ID of the operator") ? e.clientId : e.clientSecret);
        QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save), Qt::LeftButton);
    }
};
IDV_TEST(ActivityInTheWindow)
#include "tst_activitywindow.moc"
