#include "models/peoplemodel.h"
#include "models/roles.h"
#include "support/registry.h"
#include <QAbstractItemModelTester>
#include <QtTest>

static domain::PeopleResult result(int n, bool complete = true)
{
    auto rows = std::make_shared<domain::RowIds>();
    for (int i = 0; i < n; ++i)
        rows->push_back(i);
    return {rows, complete};
}

static QList<domain::Identity> people(const domain::RowIds &rows)
{
    QList<domain::Identity> out;
    for (const auto r : rows) {
        domain::Identity p;
        p.id = core::IdentityId(QString::number(r));
        p.name = QStringLiteral("Person %1").arg(r);
        out << p;
    }
    return out;
}

class PeopleTable : public QObject
{
    Q_OBJECT
    static constexpr core::Instant now = 1'795'000'000'000;
private Q_SLOTS:
    void asksForABlockOnceAndFillsIt()
    {
        models::PeopleModel m;
        QAbstractItemModelTester tester(&m);
        QSignalSpy wanted(&m, &models::PeopleModel::blockWanted);
        m.setResult(result(1000), now);
        QCOMPARE(m.rowCount(), 1000);
        for (int i = 0; i < 5; ++i)
            QVERIFY(m.index(i, 0).data(models::LoadingRole).toBool());
        QTRY_VERIFY(wanted.count() >= 1);
        int firstBlock = 0;
        for (const auto &w : wanted)
            firstBlock += w.at(1).toInt() == 0;
        QCOMPARE(firstBlock, 1);
        m.deliver(m.generation(), 0, people(m.rowsOfBlock(0)));
        QCOMPARE(m.index(3, 0).data().toString(), QStringLiteral("Person 3"));
        QVERIFY(!m.index(3, 0).data(models::LoadingRole).toBool());
        QCOMPARE(m.rowOf(core::IdentityId(QStringLiteral("7"))), 7);
    }
    void aStaleDeliveryIsDropped()
    {
        models::PeopleModel m;
        m.setResult(result(10), now);
        const auto old = m.generation();
        m.setResult(result(5), now);
        m.deliver(old, 0, people({0, 1, 2}));
        QVERIFY(!m.person(0));
    }
    void whatWasAskedForIsAskedForAgainWhenTheWholeOrderArrives_data()
    {
        QTest::addColumn<int>("whole");
        QTest::newRow("more rows below") << 1000;
        QTest::newRow("the same rows") << 300;
    }
    void whatWasAskedForIsAskedForAgainWhenTheWholeOrderArrives()
    {
        QFETCH(int, whole);
        models::PeopleModel m;
        QSignalSpy wanted(&m, &models::PeopleModel::blockWanted);
        m.setResult(result(300), now);                             // the first rows
        QVERIFY(m.index(0, 0).data(models::LoadingRole).toBool()); // painted: block 0 is wanted
        m.setResult(result(whole), now);                           // before anybody could answer
        QTRY_VERIFY(wanted.count() >= 1);                          // and without another paint
        QCOMPARE(wanted.last().at(0).toULongLong(), m.generation());
        QCOMPARE(wanted.last().at(1).toInt(), 0);
        // The same while the answer is on its way.
        const auto old = m.generation();
        m.setResult(result(whole + 500), now);
        m.deliver(old, 0, people(m.rowsOfBlock(0)));
        QTRY_COMPARE(wanted.last().at(0).toULongLong(), m.generation());
        m.deliver(m.generation(), 0, people(m.rowsOfBlock(0)));
        QVERIFY(m.person(0));
    }
    void whatCouldNotBeReadIsAskedForAgain()
    {
        models::PeopleModel m;
        QSignalSpy wanted(&m, &models::PeopleModel::blockWanted);
        m.setResult(result(300), now);
        QVERIFY(m.index(0, 0).data(models::LoadingRole).toBool());
        QTRY_COMPARE(wanted.count(), 1);
        m.giveUp(m.generation() - 1, 0); // of the list before
        QVERIFY(m.index(0, 0).data(models::LoadingRole).toBool());
        QTest::qWait(0);
        QCOMPARE(wanted.count(), 1);
        m.giveUp(m.generation(), 0);
        QVERIFY(m.index(0, 0).data(models::LoadingRole).toBool()); // looked at once more
        QTRY_COMPARE(wanted.count(), 2);
        m.deliver(m.generation(), 0, people(m.rowsOfBlock(0)));
        QVERIFY(m.person(0));
        QVERIFY(!m.person(-1));
        QVERIFY(!m.person(300));
    }
    void theSameRowsAreNotReset()
    {
        models::PeopleModel m;
        m.setResult(result(10), now);
        QSignalSpy reset(&m, &QAbstractItemModel::modelReset);
        m.setResult(result(10), now);
        QCOMPARE(reset.count(), 0);
        m.setResult(result(12), now);
        QCOMPARE(reset.count(), 0); // two rows were added at the end
        m.setResult(result(3), now);
        QCOMPARE(reset.count(), 1);
    }
    void aMillionRowsHoldACacheOfBlocks()
    {
        models::PeopleModel m;
        m.setResult(result(1'000'000), now);
        for (int b = 0; b < 200; ++b)
            m.deliver(m.generation(), b, people(m.rowsOfBlock(b)));
        QVERIFY(!m.person(0));
        QVERIFY(m.person(199 * models::PeopleModel::blockSize));
    }
};
IDV_TEST(PeopleTable)
#include "tst_peopletable.moc"
