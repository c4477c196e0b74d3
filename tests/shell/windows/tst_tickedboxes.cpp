#include "support/registry.h"
#include "ui/common/theme.h"
#include <QCheckBox>
#include <QRadioButton>
#include <QtTest>
#include <cmath>

// A box that is ticked looks ticked, also while it cannot be changed: what it says is the same.
class TickedBoxes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTickIsSeen_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::addColumn<bool>("isRadio");
        QTest::addColumn<bool>("isEnabled");
        for (const bool dark : {false, true}) {
            for (const bool radio : {false, true}) {
                for (const bool enabled : {true, false})
                    QTest::addRow(
                        "%s, %s, %s", dark ? "dark" : "light", radio ? "radio" : "box", enabled ? "on" : "off")
                        << dark << radio << enabled;
            }
        }
    }
    void aTickIsSeen()
    {
        QFETCH(bool, isDark);
        QFETCH(bool, isRadio);
        QFETCH(bool, isEnabled);
        ui::Theme theme;
        theme.apply(isDark ? ui::ThemeChoice::Dark : ui::ThemeChoice::Light);
        QImage drawn[2];
        for (const bool isTicked : {false, true}) {
            std::unique_ptr<QAbstractButton> box;
            if (isRadio)
                box = std::make_unique<QRadioButton>();
            else
                box = std::make_unique<QCheckBox>();
            box->setChecked(isTicked);
            box->setEnabled(isEnabled);
            box->resize(24, 24);
            drawn[isTicked] = box->grab().toImage().convertToFormat(QImage::Format_RGB32);
        }
        int other = 0;
        for (int y = 0; y < drawn[0].height(); ++y) {
            for (int x = 0; x < drawn[0].width(); ++x) {
                const double difference = std::abs(qGray(drawn[0].pixel(x, y)) - qGray(drawn[1].pixel(x, y)));
                other += difference > 50 ? 1 : 0;
            }
        }
        QVERIFY2(other > 20, qPrintable(QString::number(other)));
    }
};
IDV_TEST(TickedBoxes)
#include "tst_tickedboxes.moc"
