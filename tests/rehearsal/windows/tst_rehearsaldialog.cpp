#include "services/verification/sessions.h"
#include "services/verification/verifier.h"
#include "support/accessibilitychecks.h"
#include "support/openbench.h"
#include "support/registry.h"
#include "support/widgethand.h"
#include "ui/controls/banner.h"
#include "ui/rehearsal/rehearsaldialog.h"
#include "ui/shell/menubar.h"
#include "ui/tenants/results/resultmappingdialog.h"
#include "ui/tenants/results/resultmappingform.h"
#include <QAction>
#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QtTest>

using support::buttonOf;
using support::says;

namespace {

struct Rehearsing : support::OpenBench
{
    explicit Rehearsing(
        const QString &outcome = QStringLiteral("verified"), const std::function<void(domain::Tenant &)> &change = {})
        : OpenBench(
              [change](domain::Tenant &t) {
                  t.writeBack = domain::WriteBackStrategy::Account;
                  if (change)
                      change(t);
              },
              [outcome](lab::Options &o) {
                  o.outcome = outcome;
                  o.journey = std::chrono::milliseconds(300);
              })
    {
    }
    core::IdentityId person()
    {
        const auto all = people(domain::IdentityStatus::Never);
        const auto active = std::find_if(all.begin(), all.end(),
            [](const auto &p) { return domain::isActiveLifecycle(p.lifecycle) && !p.email.isEmpty(); });
        return active == all.end() ? core::IdentityId() : active->id;
    }
    ui::RehearsalDialog *open(const core::IdentityId &id)
    {
        dialog = new ui::RehearsalDialog(*app, id);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
        return dialog;
    }
    ~Rehearsing() { delete dialog; }
    QPointer<ui::RehearsalDialog> dialog;
};

QPushButton *starter(QWidget &dialog)
{
    return dialog.findChild<QPushButton *>(QStringLiteral("startRehearsal"));
}

QString stepText(const QWidget &dialog, const char *step)
{
    return dialog.findChild<QLabel *>(QStringLiteral("step-") + QLatin1String(step))->text();
}

} // namespace

class RehearsalInTheWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itIsAToolOfTheWindow()
    {
        Rehearsing d;
        ui::MainWindow window(*d.app);
        const auto *bar = window.findChild<ui::MenuBar *>();
        QVERIFY(bar);
        const auto all = bar->commands();
        const auto found = std::find_if(
            all.begin(), all.end(), [](const QAction *a) { return a->text().startsWith(QLatin1String("Rehearsal")); });
        QVERIFY(found != all.end());
        (*found)->trigger();
        auto *dialog = window.findChild<ui::RehearsalDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        dialog->reject();
    }
    void nothingBeginsBeforeItIsAgreedTo()
    {
        Rehearsing d;
        auto *dialog = d.open({});
        QVERIFY(!starter(*dialog)->isEnabled());
        QVERIFY(says(*dialog, "Choose a test person first."));
        auto *id = dialog->findChild<QLineEdit *>(QStringLiteral("rehearsalPerson"));
        id->setText(QStringLiteral("nobody"));
        QTRY_VERIFY(says(*dialog, "The local copy has nobody with this ID."));
        id->setText(d.person().str());
        QTRY_VERIFY(says(*dialog, "writes a result as soon as it is there"));
        QVERIFY(!starter(*dialog)->isEnabled());
        dialog->findChild<QCheckBox *>(QStringLiteral("rehearsalWrite"))->setChecked(true);
        QVERIFY(starter(*dialog)->isEnabled());
        for (const char *step : {"attributes", "client", "session", "result", "stored"})
            QCOMPARE(stepText(*dialog, step), QStringLiteral("Not proven"));
    }
    void aTestPersonGoesThroughAllSteps()
    {
        Rehearsing d;
        auto *dialog = d.open(d.person());
        dialog->findChild<QCheckBox *>(QStringLiteral("rehearsalWrite"))->setChecked(true);
        QTRY_VERIFY(starter(*dialog)->isEnabled());
        QVERIFY(!buttonOf(*dialog, "Save report…")->isEnabled());
        starter(*dialog)->click();
        QVERIFY(!starter(*dialog)->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(buttonOf(*dialog, "Save report…")->isEnabled(), 60000);
        QCOMPARE(stepText(*dialog, "attributes"), QStringLiteral("✓ Proven"));
        QCOMPARE(stepText(*dialog, "client"), QStringLiteral("✓ Proven"));
        QCOMPARE(stepText(*dialog, "session"), QStringLiteral("✓ Proven"));
        QCOMPARE(stepText(*dialog, "stored"), QStringLiteral("✓ Proven"));
        QCOMPARE(stepText(*dialog, "result"), QStringLiteral("Not proven")); // nobody listens for a callback here
        QVERIFY(says(*dialog, "not everything was seen"));
        QVERIFY(buttonOf(*dialog, "Show session")->isEnabled());
        QVERIFY(!dialog->findChild<QPushButton *>(QStringLiteral("storeProposals"))->isEnabled());
    }
    void whatATenantAsksIsAskedHere()
    {
        Rehearsing d(QStringLiteral("verified"), [](domain::Tenant &t) { t.confirmWriteBack = true; });
        auto *dialog = d.open(d.person());
        QTRY_VERIFY(starter(*dialog)->isEnabled());
        starter(*dialog)->click();
        QTRY_VERIFY_WITH_TIMEOUT(buttonOf(*dialog, "Do not write"), 60000);
        buttonOf(*dialog, "Do not write")->click();
        QTRY_VERIFY(buttonOf(*dialog, "Save report…")->isEnabled());
        QCOMPARE(stepText(*dialog, "stored"), QStringLiteral("Not proven"));
        starter(*dialog)->click();
        QTRY_VERIFY_WITH_TIMEOUT(buttonOf(*dialog, "Write"), 60000);
        buttonOf(*dialog, "Write")->click();
        QTRY_VERIFY_WITH_TIMEOUT(buttonOf(*dialog, "Save report…")->isEnabled(), 30000);
        QCOMPARE(stepText(*dialog, "stored"), QStringLiteral("✓ Proven"));
    }
    void anUnknownWordIsAskedForAndStored()
    {
        Rehearsing d(QStringLiteral("unknown-word"));
        auto *dialog = d.open(d.person());
        dialog->findChild<QCheckBox *>(QStringLiteral("rehearsalWrite"))->setChecked(true);
        QTRY_VERIFY(starter(*dialog)->isEnabled());
        starter(*dialog)->click();
        auto *store = dialog->findChild<QPushButton *>(QStringLiteral("storeProposals"));
        QTRY_VERIFY_WITH_TIMEOUT(store->isEnabled(), 60000);
        QCOMPARE(stepText(*dialog, "result"), QStringLiteral("✗ Does not work"));
        store->click();
        auto *mapping = dialog->findChild<ui::ResultMappingDialog *>();
        QVERIFY(mapping);
        const auto boxes = mapping->findChild<ui::ResultMappingForm *>()->findChildren<QPlainTextEdit *>();
        const auto words = std::find_if(boxes.begin(), boxes.end(),
            [](const QPlainTextEdit *b) { return b->toPlainText().endsWith(QLatin1Char('=')); });
        QVERIFY(words != boxes.end());
        (*words)->setPlainText((*words)->toPlainText() + QStringLiteral("in-progress"));
        mapping->findChild<QLineEdit *>(QStringLiteral("resultReason"))->setText(QStringLiteral("as it answers"));
        buttonOf(*mapping, "Save")->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(*dialog, "Rehearse again"), 10000);
        QVERIFY(!store->isEnabled());
        const auto stored = support::await(d.tenants->list())->value(0);
        QCOMPARE(stored.provider.results.statusWords.size(), 1);
        // The next one runs with what was stored: the word is in progress now, so it goes on.
        QTRY_COMPARE(d.session().tenant().provider.results.statusWords.size(), 1);
        starter(*dialog)->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(*dialog, "The session is started"), 30000);
        // An answer that is understood does not end it; before, the second one did.
        const auto asked = [&d] {
            return d.simulator->counters().value(QLatin1String("provider")).toObject().value(QLatin1String("status"));
        };
        const qint64 before = asked().toInteger();
        QTRY_VERIFY_WITH_TIMEOUT(asked().toInteger() >= before + 2, 40000);
        QVERIFY(!starter(*dialog)->isEnabled());
        buttonOf(*dialog, "Stop")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!d.dialog, 15000);
    }
    void closingEndsWhatRuns()
    {
        Rehearsing d(QStringLiteral("never"));
        auto *dialog = d.open(d.person());
        dialog->findChild<QCheckBox *>(QStringLiteral("rehearsalWrite"))->setChecked(true);
        QTRY_VERIFY(starter(*dialog)->isEnabled());
        starter(*dialog)->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(*dialog, "The session is started"), 30000);
        buttonOf(*dialog, "Stop")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!d.dialog, 15000);
        domain::SessionFilter open;
        open.states = domain::openStates();
        QVERIFY(support::await(d.session().verifier().sessions().list(open))->isEmpty());
    }
    void itIsReadable_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void itIsReadable()
    {
        QFETCH(bool, isDark);
        Rehearsing d;
        d.theme.apply(isDark ? ui::ThemeChoice::Dark : ui::ThemeChoice::Light);
        auto *dialog = d.open(d.person());
        QCoreApplication::processEvents();
        int controls = 0;
        const QString name = QStringLiteral("rehearsal");
        QCOMPARE(support::cutTexts(dialog, name) + support::overlaps(dialog, name) + support::unreadable(dialog, name) +
                     support::namelessControls(dialog, name, controls) + support::silentlyOff(dialog, name) +
                     support::squeezedOut(dialog, name),
            QStringList());
        QVERIFY(controls > 5);
        const QString pictures = qEnvironmentVariable("IDV_DIALOG_PICTURES");
        if (!pictures.isEmpty())
            dialog->grab().save(QStringLiteral("%1/rehearsal-%2.png").arg(pictures).arg(isDark));
    }
};
IDV_TEST(RehearsalInTheWindow)
#include "tst_rehearsaldialog.moc"
