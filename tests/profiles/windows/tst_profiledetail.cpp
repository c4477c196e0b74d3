#include "domain/readiness/readiness.h"
#include "profiles/windows/openprofiles.h"
#include "support/registry.h"
#include "support/widgethand.h"
#include "ui/controls/banner.h"
#include "ui/profiles/profiledetail.h"
#include <QLineEdit>
#include <QTabBar>
#include <QTableWidget>
#include <QtTest>

using support::buttonOf;
using support::controlOf;
using support::says;

namespace {

struct Detail : support::OpenProfiles
{
    void show(const char *profile) { detail.showProfile(named(profile), attributes); }
    QTableWidget *ready() const { return controlOf<QTableWidget>(detail, "IDV attributes"); }
    QTableWidget *mappings() const { return controlOf<QTableWidget>(detail, "Mappings"); }
    QPushButton *push(const char *text) const { return buttonOf(detail, text); }
    ui::ProfileDetail detail{*app};
};

} // namespace

class DetailsOfAProfile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatItLacksIsSaidOnTop()
    {
        Detail d;
        QCOMPARE(d.profiles.size(), 5);
        d.show("Employees");
        QVERIFY(!d.detail.banner().isVisibleTo(&d.detail));
        QCOMPARE(d.ready()->rowCount(), domain::idvFieldCount);
        QVERIFY(says(d.detail, "Employees") && says(d.detail, "HR Directory"));
        d.show("Board");
        QVERIFY(d.detail.banner().isVisibleTo(&d.detail));
        QVERIFY(says(d.detail, "5 of 7 attributes are ready"));
        const auto lines = domain::readinessOf(d.named("Board"), d.attributes, d.session().tenant().map);
        for (int i = 0; i < domain::idvFieldCount; ++i) {
            QCOMPARE(d.ready()->item(i, 0)->text(), lines.at(i).attribute);
            QCOMPARE(d.ready()->item(i, 2)->text() == QStringLiteral("Not mapped"),
                lines.at(i).state == domain::Readiness::NotMapped);
        }
    }
    void anAttributeIsMappedOrFixed()
    {
        Detail d;
        d.attributes.removeIf([](const auto &a) { return a.name == QLatin1String("idvIAL"); });
        d.show("Employees");
        QCOMPARE(d.detail.selectedAttribute(), -1);
        QCOMPARE(d.push("Map…")->toolTip(), QStringLiteral("Select an attribute first."));
        d.ready()->selectRow(int(domain::Field::IdvStatus));
        QCOMPARE(d.detail.selectedAttribute(), int(domain::Field::IdvStatus));
        QVERIFY(d.push("Map…")->isEnabled());
        QSignalSpy wanted(&d.detail, &ui::ProfileDetail::mappingWanted);
        d.push("Map…")->click();
        QCOMPARE(wanted.size(), 1);
        const auto lines = domain::readinessOf(d.named("Employees"), d.attributes, d.session().tenant().map);
        const auto missing = std::find_if(
            lines.begin(), lines.end(), [](const auto &l) { return l.state == domain::Readiness::NoAttribute; });
        QVERIFY(missing != lines.end());
        d.ready()->selectRow(int(missing - lines.begin()));
        QVERIFY(!d.push("Map…"));
        d.push("Fix…")->click();
        QCOMPARE(wanted.size(), 2);
    }
    void mappingsAreFound()
    {
        Detail d;
        d.show("Employees");
        const int all = d.mappings()->rowCount();
        QCOMPARE(all, int(d.named("Employees").config.transforms.size()));
        auto *find = controlOf<QLineEdit>(d.detail, "Find a mapping");
        find->setText(QStringLiteral(" IDVstatus "));
        QCOMPARE(d.mappings()->rowCount(), 1);
        QCOMPARE(d.mappings()->item(0, 0)->text(), QStringLiteral("idvStatus"));
        find->setText(QStringLiteral("IDV Results")); // where it comes from
        QCOMPARE(d.mappings()->rowCount(), domain::idvFieldCount);
        find->clear();
        QCOMPARE(d.mappings()->rowCount(), all);
        d.detail.focusSearch();
        QCOMPARE(d.detail.findChild<QTabBar *>()->currentIndex(), 1);
    }
    void onlyWhatSailPointAsksForIsRefreshed()
    {
        Detail d;
        d.show("Employees");
        d.detail.refreshRights(1);
        QVERIFY(!d.push("Refresh identities…")->isEnabled());
        QVERIFY(says(d.detail, "No refresh needed."));
        QVERIFY(d.push("Delete…")->isEnabled() && d.push("Preview…")->isEnabled());
        d.show("Contractors");
        d.detail.refreshRights(3);
        QVERIFY(d.push("Refresh identities…")->isEnabled());
        QVERIFY(says(d.detail, "need a refresh"));
        QVERIFY(!d.push("Delete…") && d.push("Delete 3…"));
    }
    void whoIsLockedOutOfChangesIsToldWhy()
    {
        Detail d;
        d.app->tenantSessions().close();
        d.detail.refreshRights(1);
        for (const char *name : {"Delete…", "Preview…", "Refresh identities…"})
            QVERIFY2(!d.push(name)->isEnabled() && !d.push(name)->toolTip().isEmpty(), name);
        QVERIFY(says(d.detail, "Changing and previewing: "));
    }
    void eachButtonSaysWhatIsWanted_data()
    {
        QTest::addColumn<QByteArray>("signal");
        QTest::newRow("Preview…") << QByteArray(SIGNAL(previewWanted()));
        QTest::newRow("Export…") << QByteArray(SIGNAL(exportWanted()));
        QTest::newRow("Refresh identities…") << QByteArray(SIGNAL(refreshWanted()));
        QTest::newRow("Delete…") << QByteArray(SIGNAL(removalWanted()));
        QTest::newRow("SailPoint’s defaults…") << QByteArray(SIGNAL(defaultsWanted()));
        QTest::newRow("Edit…") << QByteArray(SIGNAL(editWanted()));
        QTest::newRow("Lifecycle states…") << QByteArray(SIGNAL(lifecycleWanted()));
    }
    void eachButtonSaysWhatIsWanted()
    {
        QFETCH(QByteArray, signal);
        Detail d;
        d.show("Contractors");
        d.detail.refreshRights(1);
        QSignalSpy wanted(&d.detail, signal.constData());
        d.push(QTest::currentDataTag())->click();
        QCOMPARE(wanted.size(), 1);
    }
    void theLatestValuesAreSomebodys()
    {
        Detail d;
        QString profile;
        const auto verified = d.people(domain::IdentityStatus::Verified);
        for (const auto &p : verified) {
            if (p.idv.date.at && !d.named(p.profile.toUtf8().constData()).id.isEmpty())
                profile = p.profile;
        }
        QVERIFY(!profile.isEmpty());
        d.show(profile.toUtf8().constData());
        QTRY_VERIFY(d.ready()->item(int(domain::Field::IdvStatus), 4)->text() != QStringLiteral("–"));
    }
};
IDV_TEST(DetailsOfAProfile)
#include "tst_profiledetail.moc"
