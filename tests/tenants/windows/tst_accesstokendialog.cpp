#include "support/accessibilitychecks.h"
#include "support/openbench.h"
#include "support/registry.h"
#include "support/widgethand.h"
#include "ui/controls/banner.h"
#include "ui/overview/healthcard.h"
#include "ui/settings/tenantactions.h"
#include "ui/tenants/accesstoken/accesstokendialog.h"
#include <QCheckBox>
#include <QPointer>
#include <QSpinBox>
#include <QtTest>

using support::await;
using support::buttonOf;
using support::says;

namespace {

struct Acting : support::OpenBench
{
    explicit Acting(const std::function<void(lab::Options &)> &changeLab = {}) : OpenBench({}, changeLab)
    {
        keychain->state = core::KeyringState::Unlocked;
    }
    ui::AccessTokenDialog *show()
    {
        actions->showAccessToken(session().tenant());
        return page.findChild<ui::AccessTokenDialog *>();
    }
    domain::Tenant kept() { return await(tenants->list())->value(0); }
    QWidget page;
    ui::Banner *banner = new ui::Banner(theme, false, &page);
    ui::TenantActions *actions = new ui::TenantActions(*app, *banner, &page);
};

QPushButton *maker(QWidget &dialog)
{
    return dialog.findChild<QPushButton *>(QStringLiteral("replaceToken"));
}

} // namespace

class WindowOfAnAccessToken : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itIsReadAndReplaced()
    {
        Acting d;
        ui::HealthCard card(*d.app);
        card.refresh({});
        QTRY_VERIFY(says(card, "not read yet"));
        const QString before = d.kept().clientId;
        const QPointer<ui::AccessTokenDialog> dialog = d.show();
        QVERIFY(dialog);
        QVERIFY(says(*dialog, "Reading…"));
        QVERIFY(!maker(*dialog)->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(says(*dialog, "expires in 59 day"), 10000);
        QVERIFY(maker(*dialog)->isEnabled());
        dialog->findChild<QSpinBox *>(QStringLiteral("tokenDays"))->setValue(20);
        maker(*dialog)->click();
        QVERIFY(says(*dialog, "Making a new one…"));
        dialog->reject(); // what is being made is not left half-way
        QVERIFY(dialog->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(says(d.page, "Access token of one replaced: expires in 19 day"), 20000);
        QVERIFY(d.kept().clientId != before);
        QTRY_COMPARE(d.session().tenant().clientId, d.kept().clientId); // what is open goes on with it
        QTRY_VERIFY(!dialog || !dialog->isVisible());                   // closed, and then it is gone
        card.refresh({});
        QTRY_VERIFY(says(card, "expires in 19 day"));
        QVERIFY(says(card, "19 day"));
    }
    void whatIsInTheWayIsSaid()
    {
        Acting d;
        d.keychain->state = core::KeyringState::Locked;
        const QString before = d.kept().clientId;
        auto *dialog = d.show();
        QTRY_VERIFY_WITH_TIMEOUT(maker(*dialog)->isEnabled(), 10000);
        maker(*dialog)->click();
        QTRY_VERIFY_WITH_TIMEOUT(maker(*dialog)->isEnabled(), 10000);
        QCOMPARE(d.kept().clientId, before);
        QVERIFY(says(*dialog, "keychain"));
        dialog->reject();
        QVERIFY(await(d.tenants->setReadOnly(d.kept(), true)));
        d.actions->showAccessToken(d.kept());
        const auto all = d.page.findChildren<ui::AccessTokenDialog *>();
        QVERIFY(!maker(*all.last())->isEnabled());
        QVERIFY(maker(*all.last())->toolTip().contains(QLatin1String("locked")));
    }
    void aPlainClientIsToldSo()
    {
        Acting d([](lab::Options &o) { o.scopes = QStringList{QStringLiteral("idn:identity:read")}; });
        auto *dialog = d.show();
        QTRY_VERIFY_WITH_TIMEOUT(says(*dialog, "not known"), 10000);
        QVERIFY(!maker(*dialog)->isEnabled());
        QVERIFY(!maker(*dialog)->toolTip().isEmpty());
        QVERIFY(buttonOf(*dialog, "Read again")->isEnabled());
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
        Acting d;
        d.theme.apply(isDark ? ui::ThemeChoice::Dark : ui::ThemeChoice::Light);
        auto *dialog = d.show();
        QTRY_VERIFY_WITH_TIMEOUT(maker(*dialog)->isEnabled(), 10000);
        QCoreApplication::processEvents();
        int controls = 0;
        const QString name = QStringLiteral("access token");
        QCOMPARE(support::cutTexts(dialog, name) + support::overlaps(dialog, name) + support::unreadable(dialog, name) +
                     support::namelessControls(dialog, name, controls) + support::silentlyOff(dialog, name) +
                     support::squeezedOut(dialog, name),
            QStringList());
        QVERIFY(controls > 4);
        const QString pictures = qEnvironmentVariable("IDV_DIALOG_PICTURES");
        if (!pictures.isEmpty())
            dialog->grab().save(QStringLiteral("%1/token-%2.png").arg(pictures).arg(isDark));
    }
};
IDV_TEST(WindowOfAnAccessToken)
#include "tst_accesstokendialog.moc"
