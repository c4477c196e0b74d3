#include "domain/identities/contact.h"
#include "domain/identities/peopleexport.h"
#include "domain/tenants/principal.h"
#include "domain/text/markdown.h"
#include "services/identities/identitydirectory.h"
#include "services/identities/peopleexport.h"
#include "services/sync/syncer.h"
#include "services/verification/sessions.h"
#include "services/verification/verifier.h"
#include "support/accessibilitychecks.h"
#include "support/registry.h"
#include "support/windowbench.h"
#include "ui/audit/reportpdf.h"
#include "ui/identities/identitiespage.h"
#include "ui/identities/quickfind.h"
#include "ui/settings/settingspage.h"
#include "ui/tenantsession/tenantsessions.h"
#include "ui/verification/sessionwindow.h"
#include "ui/verification/verifydialog.h"
#include <QAbstractButton>
#include <QBuffer>
#include <QComboBox>
#include <QGlyphRun>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QTableView>
#include <QTextLayout>
#include <QtTest>

// The design's acceptance checks that follow a person's way through the console.
using support::await;
using support::Bench;
using ui::MainWindow;

namespace {

const QStringList names{QStringLiteral("أمينة الزهراني"), QStringLiteral("נועה בן־שחר"),
    QStringLiteral("தமிழ்ச்செல்வி இராமநாதன்"), QStringLiteral("กนกวรรณ ศรีสุวรรณ"), QStringLiteral("प्रिया शर्मा"),
    QStringLiteral("佐々木 遥香"), QStringLiteral("김 서연"), QStringLiteral("Αικατερίνη Παπαδημητροπούλου"),
    QStringLiteral("Юлія Їжакевич")};

/// Does every character have a shape in this font or one that stands in for it?
bool isDrawable(const QString &text, const QFont &font)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    const auto runs = layout.glyphRuns();
    bool hasAny = false;
    for (const QGlyphRun &run : runs) {
        hasAny |= !run.glyphIndexes().isEmpty();
        if (run.glyphIndexes().contains(0))
            return false;
    }
    return hasAny;
}

} // namespace

class AcceptancePath : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_bench = std::make_unique<Bench>(300, [](lab::Options &o) { o.indexLag = std::chrono::milliseconds(0); });
        const auto tenant = m_bench->tenant("one");
        // Whoever sits there is registered: without that no recovery starts.
        const QString key = domain::operatorSetting(tenant.id, m_bench->context->operatorName);
        QVERIFY(await(m_bench->ledger->settings().set(key, QStringLiteral("2c9180867769897d01776ed5f125512f"))));
        m_bench->app->tenantSessions().open(tenant);
        QSignalSpy copied(&m_bench->app->tenantSession()->syncer(), &services::Syncer::ended);
        QVERIFY(copied.wait(30000));
        m_bench->window->resize(1280, 800);
        const auto everyone = await(m_bench->app->tenantSession()->directory().all({}));
        QVERIFY(everyone);
        m_people = *await(m_bench->app->tenantSession()->directory().people(*everyone->rows));
        QVERIFY(m_people.size() > 200);
    }
    void cleanupTestCase() { m_bench.reset(); }
    void aKnownCallerIsBeingVerifiedWithinTwentyKeystrokes()
    {
        const auto person = std::find_if(m_people.begin(), m_people.end(), [](const auto &p) {
            return domain::isActiveLifecycle(p.lifecycle) && domain::hasContact(p, domain::Delivery::Email) &&
                   !p.employeeNumber.isEmpty();
        });
        QVERIFY(person != m_people.end());
        auto &w = *m_bench->window;
        w.showPage(MainWindow::Overview);
        w.activateWindow();
        int keys = 0;
        const auto press = [&keys](Qt::Key key, Qt::KeyboardModifiers with = {}) {
            QTest::keyClick(
                QApplication::focusWidget() ? QApplication::focusWidget() : QApplication::activeWindow(), key, with);
            ++keys;
        };
        const auto type = [&keys](const QString &text) {
            QTest::keyClicks(QApplication::focusWidget(), text);
            keys += int(text.size());
        };
        press(Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(Bench::shown<ui::QuickFind>());
        QTRY_COMPARE(QApplication::focusWidget(), Bench::shown<ui::QuickFind>()->findChild<QLineEdit *>());
        type(person->employeeNumber);
        auto *list = Bench::shown<ui::QuickFind>()->findChild<QListWidget *>();
        QTRY_COMPARE(list->count(), 1);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(Bench::shown<ui::VerifyDialog>());
        auto *dialog = Bench::shown<ui::VerifyDialog>();
        QTRY_COMPARE(QApplication::focusWidget(), dialog->findChild<QWidget *>(QStringLiteral("ticketEdit")));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("INC0012345")); // the ticket does not count
        // Their address changed lately, as far as is known: the code on the screen is what is preselected.
        QTRY_VERIFY(dialog->findChild<QPushButton *>(QStringLiteral("startButton"))->isEnabled());
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(Bench::shown<ui::SessionWindow>(), 8000);
        qInfo("%d keystrokes", keys);
        QVERIFY2(keys <= 20, qPrintable(QString::number(keys)));
        const auto open = *await(m_bench->app->tenantSession()->verifier().sessions().of(person->id));
        QCOMPARE(open.size(), 1);
        QVERIFY(domain::isOpen(open.first().state));
        Bench::shown<ui::SessionWindow>()->close();
    }
    void everythingThatIsOffSaysWhy()
    {
        auto &w = *m_bench->window;
        QStringList silent;
        const auto look = [&](QWidget *root, const QString &where) { silent << support::silentlyOff(root, where); };
        for (const auto page : {MainWindow::Overview, MainWindow::Identities, MainWindow::Sessions, MainWindow::Renewal,
                 MainWindow::Profiles, MainWindow::Approvals, MainWindow::Lab, MainWindow::Audit}) {
            w.showPage(page);
            // A page reads by itself when it is shown, and does not say that it is done.
            QTest::qWait(300);
            look(&w, w.windowTitle());
        }
        // Opened on somebody, and without any tenant.
        w.showPage(MainWindow::Settings);
        auto *pages = w.findChild<ui::SettingsPage *>()->findChild<QListWidget *>();
        for (int i = 0; pages && i < pages->count(); ++i) {
            pages->setCurrentRow(i);
            // As above.
            QTest::qWait(100);
            look(&w, pages->item(i)->text());
        }
        const auto menus = w.menuBar()->actions();
        for (QAction *menu : menus) {
            Q_EMIT menu->menu()->aboutToShow();
            const auto entries = menu->menu()->actions();
            for (QAction *a : entries) {
                if (a->isSeparator() || a->isEnabled())
                    continue;
                const QString tip = a->toolTip();
                if ((tip.isEmpty() || tip == QString(a->text()).remove(QLatin1Char('&')).remove(QStringLiteral("…"))) &&
                    !a->text().contains(QStringLiteral("   ")))
                    silent << QStringLiteral("menu: ") + a->text();
            }
        }
        QVERIFY2(silent.isEmpty(), qPrintable(silent.join(QLatin1Char('\n'))));
    }
    void namesOfEveryScriptAreShown()
    {
        auto &w = *m_bench->window;
        w.showPage(MainWindow::Identities);
        const QFont font = w.findChild<QTableView *>()->font();
        for (const QString &name : names) {
            QVERIFY2(isDrawable(name, font), qPrintable(name));
            QVERIFY2(isDrawable(name, m_bench->theme.font(16, 600)), qPrintable(name));
            QVERIFY2(isDrawable(name, QFont()), qPrintable(name)); // what the report is set in
        }
        QVERIFY(!isDrawable(QString(QChar(0x0378)), font)); // nobody's character: the check can fail
        // Whom the simulator calls so: in the table, the pane, the dialog and its title.
        QSet<QChar::Script> met;
        for (const auto &p : std::as_const(m_people)) {
            const QChar first = p.name.at(0);
            if (first.script() == QChar::Script_Latin || met.contains(first.script()))
                continue;
            met << first.script();
            QVERIFY2(isDrawable(p.name, font), qPrintable(p.name));
        }
        QVERIFY2(met.size() >= 5, qPrintable(QString::number(met.size())));
    }
    void namesOfEveryScriptAreInFiles()
    {
        // In the report: as text of the document that is printed, in letters that the font has.
        QString table = QStringLiteral("| Name |\n|---|\n");
        for (const QString &name : names)
            table += QStringLiteral("| %1 |\n").arg(domain::markdownText(name));
        QTextDocument document;
        document.setMarkdown(table, QTextDocument::MarkdownDialectGitHub);
        for (const QString &name : names)
            QVERIFY2(document.toPlainText().contains(name), qPrintable(name));
        QBuffer pdf;
        QVERIFY(pdf.open(QIODevice::WriteOnly));
        QVERIFY(ui::writePdf(pdf, table));
        QVERIFY(pdf.data().startsWith("%PDF-"));
        QVERIFY2(pdf.data().count("/FontFile") + pdf.data().count("/Type0") >= 5,
            qPrintable(QString::number(pdf.data().count("/Type0")))); // a font a script
        // In CSV: UTF-8, unchanged.
        const QString file = m_bench->dir.filePath(QStringLiteral("people.csv"));
        services::PeopleExport out(*m_bench->app->tenantSession(), *m_bench->context);
        QVERIFY(await(out.run(domain::PeopleQuery(),
            {domain::ExportFormat::Csv, {domain::PeopleColumn::Id, domain::PeopleColumn::Name}, false}, file)));
        QFile f(file);
        QVERIFY(f.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(f.readAll());
        for (const auto &p : std::as_const(m_people)) {
            if (p.name.at(0).script() != QChar::Script_Latin)
                QVERIFY2(text.contains(p.name), qPrintable(p.name));
        }
    }

private:
    std::unique_ptr<Bench> m_bench;
    QList<domain::Identity> m_people;
};
IDV_TEST(AcceptancePath)
#include "tst_acceptancepath.moc"
