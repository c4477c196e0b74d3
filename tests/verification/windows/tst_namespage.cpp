#include "services/verification/verificationpolicy.h"
#include "support/bareapp.h"
#include "support/registry.h"
#include "support/widgethand.h"
#include "ui/controls/banner.h"
#include "ui/settings/namespage.h"
#include "ui/verification/currentpolicy.h"
#include "ui/widgets/keyvalue.h"
#include <QCheckBox>
#include <QLineEdit>
#include <QtTest>

using support::await;

namespace {

struct Names : support::BareApp
{
    QCheckBox *rule(const QString &key) const { return page.findChild<QCheckBox *>(QStringLiteral("hold-") + key); }
    QLineEdit *field(const char *name) const { return page.findChild<QLineEdit *>(QString::fromLatin1(name)); }
    bool isCompared() const { return page.findChild<ui::NameComparison *>()->isVisibleTo(&page); }
    QStringList kept()
    {
        const auto p = await(services::readPolicy(*context, app.get()));
        return p ? p->heldDifferences : QStringList{p.error().text};
    }
    const QString first = domain::differenceKey(domain::harmlessDifferences().first());
    ui::NamesPage page{*app};
};

} // namespace

class SettingsOfNames : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachHarmlessDifferenceCanBeHeld()
    {
        Names d;
        const auto &all = domain::harmlessDifferences();
        for (const auto &difference : all) {
            auto *rule = d.rule(domain::differenceKey(difference));
            QVERIFY2(rule, qPrintable(domain::differenceKey(difference)));
            QVERIFY(!rule->isChecked() && rule->text().at(0).isUpper());
        }
        d.rule(d.first)->click();
        QTRY_COMPARE(d.kept(), QStringList{d.first});
        QTRY_COMPARE(d.app->policy().value().heldDifferences, QStringList{d.first});
        ui::NamesPage second(*d.app);
        QVERIFY(second.findChild<QCheckBox *>(QStringLiteral("hold-") + d.first)->isChecked());
        support::buttonOf(second, "Reset this page")->click();
        QTRY_VERIFY(d.kept().isEmpty());
        QTRY_VERIFY(!d.rule(d.first)->isChecked()); // the other page follows
    }
    void twoNamesAreTriedAndNotKept()
    {
        Names d;
        QVERIFY(!d.isCompared());
        d.field("tryDirectory")->setText(QStringLiteral("Ana Ruiz"));
        QVERIFY(!d.isCompared());
        d.field("tryDocument")->setText(QStringLiteral("ANA RUIZ"));
        QVERIFY(d.isCompared());
        d.field("tryDocument")->setText(QStringLiteral("  "));
        QVERIFY(!d.isCompared());
        QVERIFY(d.kept().isEmpty());
    }
    void whatCannotBeReadIsNotReplacedInPassing()
    {
        Names d;
        const QString setting = QStringLiteral("verification-policy"), odd = QStringLiteral("{ broken");
        QVERIFY(await(d.ledger->settings().set(setting, odd)));
        d.app->policy().reload();
        QTRY_VERIFY(!d.app->policy().problem().isEmpty());
        d.rule(d.first)->click();
        QVERIFY(support::says(d.page, "Not applied"));
        QVERIFY(!d.rule(d.first)->isChecked());
        d.ledger->drain();
        QCOMPARE(*await(d.ledger->settings().value(setting)), odd);
    }
};
IDV_TEST(SettingsOfNames)
#include "tst_namespage.moc"
