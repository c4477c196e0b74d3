#include "domain/text/markdown.h"
#include "services/sync/syncer.h"
#include "support/accessibilitychecks.h"
#include "support/hostile.h"
#include "support/registry.h"
#include "support/windowbench.h"
#include "ui/audit/reportpdf.h"
#include "ui/charts/timeline.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/chip.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/label.h"
#include "ui/identities/identitiespage.h"
#include "ui/tables/table.h"
#include "ui/tenantsession/tenantsessions.h"
#include "ui/widgets/keyvalue.h"
#include "ui/widgets/plaintexts.h"
#include <QBuffer>
#include <QHeaderView>
#include <QListWidget>
#include <QMessageBox>
#include <QTableView>
#include <QTableWidget>
#include <QTextBlock>
#include <QTextDocument>
#include <QToolTip>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>
#include <QtTest>

using support::Bench;
using support::holdsHidden;
using support::hostileTexts;

namespace {

/// What a person or a screen reader could be shown of a widget, with where it stands.
QStringList shownBy(const QWidget *w)
{
    QStringList all{w->toolTip(), w->accessibleName(), w->accessibleDescription(), w->whatsThis()};
    if (w->isWindow())
        all << w->windowTitle();
    if (const auto *l = qobject_cast<const QLabel *>(w))
        all << l->text();
    if (const auto *b = qobject_cast<const QAbstractButton *>(w))
        all << b->text();
    if (const auto *v = qobject_cast<const QAbstractItemView *>(w);
        v && v->model() && !qobject_cast<const QHeaderView *>(w)) {
        for (int r = 0; r < std::min(v->model()->rowCount(), 200); ++r) {
            for (int c = 0; c < v->model()->columnCount(); ++c) {
                const auto at = v->model()->index(r, c);
                for (const int role : {int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)})
                    all << at.data(role).toString();
                // A table's row has one line's height: what a second line says would be read as another row's.
                QString shown = at.data(Qt::DisplayRole).toString();
                if (qobject_cast<const QTableView *>(w))
                    shown.replace(QLatin1Char('\n'), QChar(0x2028));
                all << shown;
            }
        }
    }
    return all;
}

/// Whatever is wrong beneath a widget; `seen` counts the texts.
QStringList faultsOf(const QWidget *root, int &seen)
{
    QStringList faults;
    QList<const QWidget *> all{root};
    for (const auto *w : root->findChildren<QWidget *>())
        all << w;
    for (const QWidget *w : std::as_const(all)) {
        const auto texts = shownBy(w);
        for (const QString &text : texts) {
            seen += !text.isEmpty();
            if (holdsHidden(text, true))
                faults << support::placeOf(w) + QStringLiteral(": ") + text.left(60);
        }
        const auto *l = qobject_cast<const QLabel *>(w);
        if (l && l->isVisible() && l->textFormat() == Qt::AutoText)
            faults << support::placeOf(w) + QStringLiteral(" guesses what it shows");
        if (l && l->textFormat() == Qt::RichText &&
            (l->text().contains(QLatin1String("<img"), Qt::CaseInsensitive) ||
                l->text().contains(QLatin1String("<script"), Qt::CaseInsensitive) ||
                l->text().contains(QLatin1String("<a href='javascript"), Qt::CaseInsensitive)))
            faults << support::placeOf(w) + QStringLiteral(" runs ") + l->text().left(60);
    }
    return faults;
}

} // namespace

class RawTextsInWindows : public QObject
{
    Q_OBJECT
    /// Into the local copy, behind its back.
    static void nameEverybodyHostile(const Bench &b)
    {
        const auto texts = hostileTexts();
        {
            auto db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("raw"));
            db.setDatabaseName(b.dir.filePath(QStringLiteral("mirror-one.db")));
            QVERIFY(db.open());
            QSqlQuery ids(db);
            QVERIFY(ids.exec(QStringLiteral("SELECT rid FROM identity ORDER BY rid")));
            QList<qint64> all;
            while (ids.next())
                all << ids.value(0).toLongLong();
            ids.finish();
            QCOMPARE(all.size(), 200);
            QVERIFY(db.transaction());
            for (qsizetype i = 0; i < all.size(); ++i) {
                QSqlQuery q(db);
                QVERIFY(q.prepare(QStringLiteral("UPDATE identity SET name = ?, email = ?, lifecycle = ?, manager = ?, "
                                                 "employee = ?, idv_name = ?, idv_document = ? WHERE rid = ?")));
                for (int n = 0; n < 7; ++n)
                    q.addBindValue(texts.at(i % texts.size()).text);
                q.addBindValue(all.at(i));
                QVERIFY(q.exec());
            }
            QVERIFY(db.commit());
            db.close();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("raw"));
    }
private Q_SLOTS:
    void cleanupTestCase() { qInfo("raw texts in windows: %d cases", m_cases); }
    void everyPartShowsTextAsText()
    {
        ui::Theme theme;
        theme.apply(ui::ThemeChoice::Light);
        for (const auto &t : hostileTexts()) {
            QWidget window;
            ui::Label label(theme, t.text, 13, "text", 400, &window);
            ui::Label later(theme, {}, 13, "text", 400, &window);
            later.setText(t.text);
            ui::ElidedLabel elided(theme, 13, "text", 400, Qt::ElideRight, &window);
            elided.setFullText(t.text);
            ui::Chip chip(theme, false, &window);
            chip.setChip(QStringLiteral("verified"), t.text);
            ui::Banner banner(theme, false, &window);
            banner.show(ui::Banner::Info, t.text, t.text);
            ui::KeyValueList rows(theme, &window);
            rows.setRows({{QStringLiteral("Name"), t.text}});
            ui::NameComparison names(theme, &window);
            const QString name = t.text.left(60);
            names.setNames(
                {name, name, name}, name, QStringLiteral("Passport"), {}, domain::NamePurpose::AccountRecovery);
            ui::Timeline timeline(theme, &window);
            ui::TimelineEntry entry;
            entry.title = entry.meta = t.text;
            timeline.setEntries({entry});
            QPushButton button(QStringLiteral("Go"), &window);
            ui::setEnabledOr(&button, t.text);
            button.setToolTip(t.text);
            window.setWindowTitle(t.text);
            QTableWidget table(1, 1, &window);
            table.setItem(0, 0, ui::cellItem(t.text));
            QListWidget list(&window);
            ui::listItem(t.text, &list);
            window.setAttribute(Qt::WA_DontShowOnScreen);
            window.ensurePolished();
            int seen = 0;
            const QStringList faults = faultsOf(&window, seen);
            QVERIFY2(faults.isEmpty(),
                qPrintable(QLatin1String(t.name) + QStringLiteral(": ") + faults.join(QStringLiteral("; "))));
            QVERIFY(label.textFormat() == Qt::PlainText && elided.textFormat() == Qt::PlainText);
            m_cases += seen;
        }
        for (const QString &text : support::ordinaryTexts()) {
            ui::Label label(theme, text);
            QCOMPARE(label.text(), text);
            ui::ElidedLabel elided(theme, 13, "text");
            elided.setFullText(text);
            QCOMPARE(elided.toolTip(), text);
            const std::unique_ptr<QTableWidgetItem> item(ui::cellItem(text));
            QCOMPARE(item->text(), text);
            ++m_cases;
        }
    }
    void toolTipsAndMessageBoxesReadNoMarkup()
    {
        ui::keepTextsPlain();
        QWidget window;
        window.show();
        QToolTip::showText(
            window.mapToGlobal(QPoint(5, 5)), QStringLiteral("<b>Ada</b><img src=\"file:///etc/passwd\">"), &window);
        const auto top = QApplication::topLevelWidgets();
        const auto tip = std::find_if(top.begin(), top.end(), [](QWidget *w) { return w->inherits("QTipLabel"); });
        QVERIFY(tip != top.end());
        QCOMPARE(qobject_cast<QLabel *>(*tip)->textFormat(), Qt::PlainText);
        QCOMPARE(QToolTip::text(), QStringLiteral("<b>Ada</b><img src=\"file:///etc/passwd\">"));
        QToolTip::hideText();
        QMessageBox box(&window);
        box.setText(QStringLiteral("<b>Ada</b>"));
        box.setInformativeText(QStringLiteral("<i>Quill</i>"));
        box.show();
        int seen = 0;
        for (const auto *l : box.findChildren<QLabel *>()) {
            if (!l->text().isEmpty()) {
                QCOMPARE(l->textFormat(), Qt::PlainText);
                ++seen;
            }
        }
        QVERIFY(seen >= 2);
        QLabel meant(&window); // what is rich text on purpose stays it
        meant.setTextFormat(Qt::RichText);
        meant.show();
        QCOMPARE(meant.textFormat(), Qt::RichText);
        m_cases += seen + 2;
    }
    void aReportHoldsWordsOnly()
    {
        for (const auto &t : hostileTexts()) {
            const QString text = t.text.left(2000);
            const QString markdown =
                QStringLiteral("# ") + domain::markdownText(text) + QStringLiteral("\n\n") +
                domain::markdownText(text) + QStringLiteral("\n\n") +
                domain::markdownTable({QStringLiteral("A"), QStringLiteral("B")}, {{text, QStringLiteral("end")}});
            QTextDocument document;
            ui::setReport(document, markdown);
            for (QTextBlock b = document.begin(); b.isValid(); b = b.next()) {
                for (auto i = b.begin(); !i.atEnd(); ++i) {
                    const QTextCharFormat f = i.fragment().charFormat();
                    QVERIFY2(!f.isAnchor() && !f.isImageFormat(), t.name);
                    QVERIFY2(!holdsHidden(i.fragment().text()), t.name);
                }
                QVERIFY2(!b.textList(), t.name);
            }
            QCOMPARE(document.toPlainText().count(QStringLiteral("end")), 1); // the table is whole
            ++m_cases;
        }
        // A report that was not written with care loads nothing either.
        QBuffer pdf;
        QVERIFY(pdf.open(QIODevice::WriteOnly));
        QVERIFY(
            ui::writePdf(pdf, QStringLiteral("# x\n\n![x](file:///etc/passwd) <img src=\"file:///etc/passwd\">\n")));
        QVERIFY(pdf.data().startsWith("%PDF-") && !pdf.data().contains("etc/passwd"));
        for (const QString &text : support::ordinaryTexts()) {
            QTextDocument document;
            ui::setReport(document, domain::markdownText(text));
            QCOMPARE(document.toPlainText(), text);
            ++m_cases;
        }
    }
    void aDirectoryOfHostileNames()
    {
        Bench b(200);
        b.app->tenantSessions().open(b.tenant("one"));
        QSignalSpy copied(&b.app->tenantSession()->syncer(), &services::Syncer::ended);
        QVERIFY(copied.wait(30000));
        auto *table = b.window->identities().findChild<QTableView *>(QStringLiteral("identityTable"));
        QTRY_VERIFY(table->model()->rowCount() > 100);
        nameEverybodyHostile(b);
        if (QTest::currentTestFailed())
            return;
        Q_EMIT b.app->tenantSession()->peopleChanged();
        const auto isShown = [table] {
            for (int r = 0; r < table->model()->rowCount(); ++r) {
                if (table->model()->index(r, 0).data().toString().contains(QLatin1String("<img src=")))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isShown(), 10000);
        int seen = 0;
        for (int row = 0; row < 200; row += 13) {
            table->selectRow(row);
            // The pane is filled by what the copy delivers, several times.
            QTest::qWait(10);
            const QStringList faults = faultsOf(&b.window->identities(), seen);
            QVERIFY2(faults.isEmpty(),
                qPrintable(QString::number(row) + QStringLiteral(": ") + faults.mid(0, 5).join(QStringLiteral("; "))));
        }
        for (const auto page : {ui::MainWindow::Overview, ui::MainWindow::Identities, ui::MainWindow::Sessions,
                 ui::MainWindow::Renewal, ui::MainWindow::Profiles, ui::MainWindow::Approvals, ui::MainWindow::Lab,
                 ui::MainWindow::Audit, ui::MainWindow::Settings}) {
            b.window->showPage(page);
            // A page reads by itself when it is shown, and does not say that it is done.
            QTest::qWait(200);
            const QStringList faults = faultsOf(b.window.get(), seen);
            QVERIFY2(faults.isEmpty(), qPrintable(QString::number(int(page)) + QStringLiteral(": ") +
                                                  faults.mid(0, 5).join(QStringLiteral("; "))));
        }
        QVERIFY(seen > 1000);
        m_cases += seen;
    }

private:
    int m_cases = 0;
};
IDV_TEST(RawTextsInWindows)
#include "tst_rawtexts.moc"
