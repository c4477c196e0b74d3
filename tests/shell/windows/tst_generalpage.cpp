#include "support/bareapp.h"
#include "support/registry.h"
#include "support/widgethand.h"
#include "ui/settings/generalpage.h"
#include "ui/widgets/zonebox.h"
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QtTest>

namespace {

struct General : support::BareApp
{
    /// The field beside this label.
    template <class W>
    W *field(const char *label) const
    {
        const auto *form = page.findChild<QFormLayout *>();
        for (int row = 0; row < form->rowCount(); ++row) {
            const auto *left = form->itemAt(row, QFormLayout::LabelRole);
            const auto *text = left ? qobject_cast<QLabel *>(left->widget()) : nullptr;
            if (text && text->text() == QLatin1String(label))
                return qobject_cast<W *>(form->itemAt(row, QFormLayout::FieldRole)->widget());
        }
        return nullptr;
    }
    QVariant kept(const char *key) { return app->settings().value(QLatin1String(key)); }
    bool saysNextStart() const { return support::says(page, "Takes effect at the next start."); }
    ui::GeneralPage page{*app};
};

} // namespace

class GeneralSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void howItLooksChangesAtOnceAndIsKept()
    {
        General d;
        QCOMPARE(d.field<QComboBox>("Theme")->currentIndex(), int(ui::ThemeChoice::Light));
        d.field<QComboBox>("Theme")->setCurrentIndex(int(ui::ThemeChoice::Dark));
        QCOMPARE(d.theme.choice(), ui::ThemeChoice::Dark);
        QCOMPARE(d.kept("theme").toInt(), int(ui::ThemeChoice::Dark));
        d.field<QComboBox>("Row height")->setCurrentIndex(1);
        QCOMPARE(int(d.theme.density()), 1);
        QCOMPARE(d.kept("density").toInt(), 1);
        d.field<QCheckBox>("Reduce motion")->click();
        QVERIFY(d.theme.isStill() && d.kept("still").toBool());
        QVERIFY(!d.saysNextStart());
        d.theme.apply(ui::ThemeChoice::Light);
    }
    void whatNeedsANewStartSaysSo_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::newRow("Text size") << QStringLiteral("textScale") << QStringLiteral("125");
        QTest::newRow("Language") << QStringLiteral("language") << QStringLiteral("en");
    }
    void whatNeedsANewStartSaysSo()
    {
        QFETCH(QString, key);
        General d;
        QVERIFY(!d.saysNextStart());
        d.field<QComboBox>(QTest::currentDataTag())->setCurrentIndex(1);
        QVERIFY(d.saysNextStart());
        QTEST(d.app->settings().value(key).toString(), "value");
    }
    void theTimeZoneIsKept()
    {
        General d;
        auto *zone = d.page.findChild<ui::ZoneBox *>();
        QVERIFY(zone);
        Q_EMIT zone->chosen(QStringLiteral("Asia/Tokyo"));
        QCOMPARE(d.kept("timeZone").toString(), QStringLiteral("Asia/Tokyo"));
        QVERIFY(support::says(d.page, "Stored and exported times stay in UTC."));
    }
    void theFirstDayComesBack()
    {
        General d;
        d.field<QComboBox>("Theme")->setCurrentIndex(int(ui::ThemeChoice::Dark));
        d.field<QComboBox>("Text size")->setCurrentIndex(4);
        d.field<QComboBox>("Language")->setCurrentIndex(2);
        d.field<QCheckBox>("Reduce motion")->click();
        Q_EMIT d.page.findChild<ui::ZoneBox *>()->chosen(QStringLiteral("Asia/Tokyo"));
        d.page.findChild<QPushButton *>(QStringLiteral("resetGeneral"))->click();
        QCOMPARE(d.kept("theme").toInt(), 0);
        QCOMPARE(d.kept("textScale").toInt(), 100);
        QVERIFY(d.kept("language").toString().isEmpty());
        QVERIFY(d.kept("timeZone").toString().isEmpty());
        QVERIFY(!d.kept("still").toBool() && !d.theme.isStill());
        d.theme.apply(ui::ThemeChoice::Light);
    }
    void whatWasChosenBeforeIsShown()
    {
        support::BareApp bare;
        bare.theme.setTextScale(150);
        bare.app->settings().setValue(QStringLiteral("language"), QStringLiteral("de"));
        ui::GeneralPage page(*bare.app);
        QCOMPARE(page.findChild<QComboBox *>(QStringLiteral("scaleBox"))->currentData().toInt(), 150);
        const auto boxes = page.findChildren<QComboBox *>();
        QVERIFY(std::any_of(boxes.begin(), boxes.end(),
            [](const QComboBox *b) { return b->currentText() == QLatin1String("Deutsch"); }));
        bare.theme.setTextScale(100);
        bare.theme.apply(ui::ThemeChoice::Light);
    }
};
IDV_TEST(GeneralSettings)
#include "tst_generalpage.moc"
