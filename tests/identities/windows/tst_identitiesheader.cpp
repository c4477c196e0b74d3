#include "support/bareapp.h"
#include "support/registry.h"
#include "support/widgethand.h"
#include "ui/controls/filterchip.h"
#include "ui/identities/identitiesheader.h"
#include "ui/widgets/removablechip.h"
#include <QDialog>
#include <QLineEdit>
#include <QToolButton>
#include <QtTest>

using domain::IdentityStatus;

namespace {

struct Header : support::BareApp
{
    domain::PeopleFilter filter() const
    {
        domain::PeopleFilter f;
        f.profiles = {QStringLiteral("Contractors")};
        f.ial = 2;
        return f;
    }
    ui::FilterChip *chip(int at) const { return header.findChildren<ui::FilterChip *>().at(at); }
    QList<ui::RemovableChip *> parts() const
    {
        QList<ui::RemovableChip *> shown;
        const auto all = header.findChildren<ui::RemovableChip *>();
        for (auto *c : all) {
            if (c->isVisibleTo(&header))
                shown << c;
        }
        return shown;
    }
    ui::IdentitiesHeader header{*app, [] { return domain::PeopleView(); }};
    QSignalSpy changed{&header, &ui::IdentitiesHeader::changed};
};

} // namespace

class HeadOfIdentities : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void typingAsksOnceTheKeysRest()
    {
        Header d;
        d.header.show();
        QTest::keyClicks(d.header.search(), QStringLiteral("ana"));
        QCOMPARE(d.header.text(), QStringLiteral("ana"));
        QVERIFY(d.changed.isEmpty());
        QTRY_COMPARE(d.changed.size(), 1);
    }
    void aChipIsAStatus()
    {
        Header d;
        QVERIFY(d.chip(0)->isChecked() && !d.header.status());
        d.chip(3)->click();
        QCOMPARE(*d.header.status(), IdentityStatus::Overdue);
        QCOMPARE(d.changed.size(), 1);
        QVERIFY(!d.chip(0)->isChecked());
        d.chip(0)->click();
        QVERIFY(!d.header.status());
        QCOMPARE(d.changed.size(), 2);
    }
    void statusAndFilterAreSetAtOnce()
    {
        Header d;
        d.header.setNarrowing(IdentityStatus::Never, d.filter());
        QCOMPARE(d.changed.size(), 1);
        QVERIFY(d.chip(6)->isChecked());
        QCOMPARE(d.header.filter(), d.filter());
        QCOMPARE(d.parts().size(), 2);
        QVERIFY(support::says(d.header, "Contractors"));
    }
    void eachPartIsTakenAwayByItself()
    {
        Header d;
        d.header.setNarrowing({}, d.filter());
        Q_EMIT d.parts().first()->removed();
        QCOMPARE(d.changed.size(), 2);
        QTRY_COMPARE(d.parts().size(), 1);
        QVERIFY(d.header.filter().profiles.isEmpty() != !d.header.filter().ial); // one of the two is left
        Q_EMIT d.parts().first()->removed();
        QVERIFY(d.header.filter().isEmpty());
        QTRY_VERIFY(d.parts().isEmpty());
    }
    void clearingAsksOnce()
    {
        Header d;
        d.header.setNarrowing(IdentityStatus::Never, d.filter());
        d.header.setText(QStringLiteral("ana"));
        QTRY_COMPARE(d.changed.size(), 2);
        d.header.clearAll();
        QCOMPARE(d.changed.size(), 3);
        QVERIFY(d.header.text().isEmpty() && !d.header.status() && d.header.filter().isEmpty());
        QVERIFY(d.chip(0)->isChecked());
        // What was cleared is not asked for a second time when the keys rest.
        QTest::qWait(150);
        QCOMPARE(d.changed.size(), 3);
    }
    void eachStatusShowsItsNumber()
    {
        Header d;
        domain::StatusCounts counts;
        counts.everyone = 900;
        counts.byStatus[size_t(IdentityStatus::Verified)] = 123;
        d.header.setCounts(counts);
        QCOMPARE(d.chip(0)->accessibleName(), QStringLiteral("Everyone, 900"));
        QCOMPARE(d.chip(1)->accessibleName(), QStringLiteral("Verified, 123"));
        d.header.setCounts({});
        QCOMPARE(d.chip(1)->accessibleName(), QStringLiteral("Verified, –"));
    }
    void keysLeadOnToTheTable_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("down") << int(Qt::Key_Down);
        QTest::newRow("enter") << int(Qt::Key_Return);
    }
    void keysLeadOnToTheTable()
    {
        QFETCH(int, key);
        Header d;
        d.header.show();
        QSignalSpy wanted(&d.header, &ui::IdentitiesHeader::tableWanted);
        QTest::keyClick(d.header.search(), Qt::Key(key));
        QCOMPARE(wanted.size(), 1);
        QTest::keyClick(d.header.search(), Qt::Key_A);
        QCOMPARE(wanted.size(), 1);
    }
    void buttonsAskForWhatTheySay()
    {
        Header d;
        QSignalSpy wanted(&d.header, &ui::IdentitiesHeader::exportWanted);
        d.header.findChild<QPushButton *>(QStringLiteral("exportButton"))->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(d.header.columns()->accessibleName(), QStringLiteral("Choose columns"));
        d.header.openFilter(); // without a tenant there is nothing to choose from
        QVERIFY(d.header.findChildren<QDialog *>().isEmpty());
    }
};
IDV_TEST(HeadOfIdentities)
#include "tst_identitiesheader.moc"
