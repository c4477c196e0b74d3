#include "support/registry.h"
#include "ui/charts/timeline.h"
#include "ui/common/theme.h"
#include "ui/controls/filterchip.h"
#include "ui/controls/segmented.h"
#include "ui/tables/celldelegate.h"
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QtTest>
#include <cmath>

static double luminance(const QColor &c)
{
    const auto f = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * f(c.redF()) + 0.7152 * f(c.greenF()) + 0.0722 * f(c.blueF());
}

static double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

class Look : public QObject
{
    Q_OBJECT
    ui::Theme m_theme;
private Q_SLOTS:
    void everyColourPairCanBeRead()
    {
        for (const auto choice : {ui::ThemeChoice::Light, ui::ThemeChoice::Dark}) {
            m_theme.apply(choice);
            const auto check = [&](const QString &ink, const QString &paper, double least) {
                const double c = contrast(m_theme.color(ink), m_theme.color(paper));
                QVERIFY2(c >= least, qPrintable(QStringLiteral("%1 on %2: %3").arg(ink, paper).arg(c)));
            };
            for (const auto *paper : {"window", "base", "raised", "hover", "selection"}) {
                for (const auto *ink : {"text", "text-2", "text-3", "accent"})
                    check(QLatin1String(ink), QLatin1String(paper), 4.5);
            }
            for (const auto *family : {"verified", "pending", "failed", "due", "overdue", "never", "review"}) {
                check(QLatin1String(family), QLatin1String(family) + QStringLiteral("-bg"), 4.5);
                check(QLatin1String(family), QStringLiteral("base"), 4.5);
                check(QLatin1String(family) + QStringLiteral("-solid"), QStringLiteral("base"), 3.0);
            }
            check(QStringLiteral("on-accent"), QStringLiteral("accent-fill"), 4.5);
            check(QStringLiteral("on-danger"), QStringLiteral("danger-fill"), 4.5);
            check(QStringLiteral("control-border"), QStringLiteral("base"), 3.0);
        }
    }
    void everyTokenOfTheSheetExists()
    {
        m_theme.apply(ui::ThemeChoice::Light);
        QVERIFY(!qApp->styleSheet().contains(QLatin1Char('@')));
    }
    void everyChipHasAnIconThatDraws()
    {
        m_theme.apply(ui::ThemeChoice::Light);
        for (const auto *key :
            {"verified", "pending", "failed", "due", "overdue", "never", "review", "expired", "cancelled"}) {
            const QString name = ui::chipIcon(QLatin1String(key));
            QVERIFY2(QFile::exists(QStringLiteral(":/icons/%1.svg").arg(name)), key);
            const QImage image = m_theme.pixmap(name, 12, ui::chipFamily(QLatin1String(key)), 2).toImage();
            bool isDrawn = false;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    isDrawn = isDrawn || qAlpha(image.pixel(x, y)) > 100;
            }
            QVERIFY2(isDrawn, key);
        }
    }
    void aQrCodeIsDarkOnWhiteInTheDarkToo()
    {
        m_theme.apply(ui::ThemeChoice::Dark);
        ui::QrView qr(m_theme);
        qr.setText(QStringLiteral("https://x.example/v/abc"));
        const QImage image = qr.grab().toImage();
        QCOMPARE(image.pixelColor(8, 107), QColor(Qt::white));
        int dark = 0;
        for (int x = 0; x < image.width(); ++x)
            dark += image.pixelColor(x, 100).lightness() < 60;
        QVERIFY(dark > 20);
    }
    void controlsAnswerTheKeyboardAndHaveNames()
    {
        m_theme.apply(ui::ThemeChoice::Light);
        ui::FilterChip chip(m_theme, QStringLiteral("Overdue"));
        chip.setCount(612);
        QVERIFY(chip.accessibleName().contains(QLatin1String("612")));
        chip.show();
        chip.setFocus();
        QTest::keyClick(&chip, Qt::Key_Space);
        QVERIFY(chip.isChecked());
        ui::Segmented s(m_theme, {QStringLiteral("IAL1"), QStringLiteral("IAL2")});
        QSignalSpy changed(&s, &ui::Segmented::changed);
        s.setCurrent(1);
        QCOMPARE(s.current(), 1);
        QCOMPARE(changed.count(), 1);
    }
};
IDV_TEST(Look)

#include "tst_look.moc"
