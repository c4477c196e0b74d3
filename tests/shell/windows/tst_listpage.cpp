#include "support/registry.h"
#include "ui/common/theme.h"
#include "ui/controls/chiprow.h"
#include "ui/controls/filterchip.h"
#include "ui/controls/searchfield.h"
#include "ui/tables/listpage.h"
#include "ui/tables/liststates.h"
#include "ui/widgets/flowlayout.h"
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using ui::ListPage;
using ui::ListStates;

namespace {

struct Page
{
    Page() { page.show(); }
    QString title() const
    {
        for (const QLabel *l : page.states().currentWidget()->findChildren<QLabel *>()) {
            if (!l->text().isEmpty())
                return l->text();
        }
        return {};
    }
    QPushButton *button() const { return page.states().currentWidget()->findChild<QPushButton *>(); }
    ui::Theme theme;
    QWidget *rows = new QWidget;
    mutable ListPage page{theme,
        {QStringLiteral("People"), QStringLiteral("Name"), QStringLiteral("Search people"),
            {QStringLiteral("All"), QStringLiteral("New"), QStringLiteral("Old")}},
        rows};
};

} // namespace

class PagesOfLists : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneChipIsOnAndTellsOnce()
    {
        ui::Theme theme;
        QWidget window;
        auto *flow = new ui::FlowLayout(4);
        window.setLayout(flow);
        ui::ChipRow row(theme, {QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C")}, *flow);
        QSignalSpy chosen(&row, &ui::ChipRow::chosen);
        QCOMPARE(row.current(), 0);
        QVERIFY(row.chip(0).isChecked());
        row.chip(1).click();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toInt(), 1);
        QVERIFY(!row.chip(0).isChecked());
        row.choose(1);
        QCOMPARE(chosen.size(), 1); // it was on
        row.show(2);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(row.current(), 2);
        QVERIFY(row.chip(2).isChecked());
    }
    void aSearchIsToldWhenTheKeysRest()
    {
        ui::Theme theme;
        ui::SearchField field(
            theme, QStringLiteral("Name"), QStringLiteral("Search people"), std::chrono::milliseconds(50));
        QSignalSpy searched(&field, &ui::SearchField::searched);
        QTest::keyClicks(&field, QStringLiteral("abc"));
        QCOMPARE(searched.size(), 0);
        QTRY_COMPARE(searched.size(), 1);
        QCOMPARE(field.accessibleName(), QStringLiteral("Search people"));
        ui::SearchField quick(theme, QStringLiteral("Name"));
        QSignalSpy atOnce(&quick, &ui::SearchField::searched);
        QTest::keyClicks(&quick, QStringLiteral("abc"));
        QCOMPARE(atOnce.size(), 3);
        QCOMPARE(quick.accessibleName(), QStringLiteral("Name"));
    }
    void eachStateHasItsOwnButton_data()
    {
        QTest::addColumn<int>("state");
        QTest::newRow("nothing yet") << 0;
        QTest::newRow("nothing fits") << 1;
        QTest::newRow("not read") << 2;
    }
    void eachStateHasItsOwnButton()
    {
        QFETCH(int, state);
        Page p;
        ListStates &states = p.page.states();
        QSignalSpy begin(&states, &ListStates::beginWanted);
        QSignalSpy clear(&states, &ListStates::clearingWanted);
        QSignalSpy retry(&states, &ListStates::retryWanted);
        const ui::StateText text{
            QStringLiteral("search"), QStringLiteral("A title"), QStringLiteral("Why"), QStringLiteral("Press")};
        if (state == 0)
            states.showNothing(text);
        else if (state == 1)
            states.showNoMatch(text);
        else
            states.showFailed(QStringLiteral("A title"), QStringLiteral("Why"));
        QVERIFY(!p.rows->isVisible());
        QCOMPARE(p.title(), QStringLiteral("A title"));
        p.button()->click();
        QCOMPARE(int(begin.size()), state == 0 ? 1 : 0);
        QCOMPARE(int(clear.size()), state == 1 ? 1 : 0);
        QCOMPARE(int(retry.size()), state == 2 ? 1 : 0);
        states.showRows();
        QVERIFY(p.rows->isVisible());
    }
    void readingHasNoButton()
    {
        Page p;
        p.page.states().showReading({QStringLiteral("refresh"), QStringLiteral("Reading…")});
        QCOMPARE(p.title(), QStringLiteral("Reading…"));
        QVERIFY(!p.button()->isVisible());
    }
    void whatIsNarrowedCanBeCleared()
    {
        Page p;
        QSignalSpy narrowed(&p.page, &ListPage::narrowed);
        QVERIFY(!p.page.isNarrowed());
        p.page.search().setText(QStringLiteral("  "));
        QVERIFY(!p.page.isNarrowed());
        p.page.search().setText(QStringLiteral("x"));
        QVERIFY(p.page.isNarrowed());
        p.page.search().clear();
        p.page.chips().choose(2);
        QVERIFY(p.page.isNarrowed());
        p.page.search().setText(QStringLiteral("x"));
        narrowed.clear();
        p.page.states().showNoMatch(
            {QStringLiteral("search"), QStringLiteral("Nothing fits"), {}, QStringLiteral("Show all")});
        p.button()->click();
        QVERIFY(!p.page.isNarrowed());
        QCOMPARE(narrowed.size(), 2); // the search and the chip
    }
};
IDV_TEST(PagesOfLists)
#include "tst_listpage.moc"
