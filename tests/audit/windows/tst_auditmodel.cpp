#include "models/auditmodel.h"
#include "models/roles.h"
#include "support/registry.h"
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using models::AuditModel;

namespace {

/// The newest first, as they are shown.
AuditModel::Sequences entries(qint64 newest)
{
    auto all = std::make_shared<std::vector<qint64>>();
    for (qint64 s = newest; s > 0; --s)
        all->push_back(s);
    return all;
}
QList<domain::AuditRecord> recordsOf(const std::vector<qint64> &sequences)
{
    QList<domain::AuditRecord> all;
    for (const qint64 s : sequences) {
        domain::AuditRecord r;
        r.sequence = s;
        r.event.action = QStringLiteral("tenant.change");
        r.event.actor = QStringLiteral("ada");
        r.hash = QByteArray(32, char(s));
        all << r;
    }
    return all;
}

} // namespace

class AuditRows : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void entriesAreFetchedByTheBlock()
    {
        AuditModel m;
        QAbstractItemModelTester tester(&m);
        m.setSequences(entries(300));
        QCOMPARE(m.rowCount(), 300);
        QVERIFY(!m.record(0));
        m.deliver(m.generation(), 0, recordsOf(m.sequencesOfBlock(0)));
        QVERIFY(m.record(0));
        QCOMPARE(m.record(0)->sequence, 300);
        QCOMPARE(m.index(0, AuditModel::Who).data().toString(), QStringLiteral("ada"));
        QCOMPARE(m.index(0, 0).data(models::IdRole).toString(), QStringLiteral("300"));
        QCOMPARE(m.index(0, AuditModel::Hash).data(Qt::ToolTipRole).toString().size(), 64);
        QVERIFY(!m.record(AuditModel::blockSize));
        QCOMPARE(m.rowOf(299), 1);
        QCOMPARE(m.rowOf(301), -1);
    }
    void anAnswerToTheListBeforeIsNone()
    {
        AuditModel m;
        m.setSequences(entries(300));
        const auto old = m.generation();
        m.setSequences(entries(301));
        m.deliver(old, 0, recordsOf(m.sequencesOfBlock(0)));
        QVERIFY(!m.record(0));
    }
    void theListBeforeIsAskedForNoMore()
    {
        AuditModel m;
        QSignalSpy wanted(&m, &AuditModel::blockWanted);
        m.setSequences(entries(300));
        QVERIFY(m.index(0, 0).data(models::LoadingRole).toBool());
        m.setSequences(entries(301)); // before anybody was asked
        QTest::qWait(0);
        QCOMPARE(wanted.count(), 0);
    }
    void whatCouldNotBeReadIsAskedForAgain()
    {
        AuditModel m;
        QSignalSpy wanted(&m, &AuditModel::blockWanted);
        m.setSequences(entries(300));
        QVERIFY(m.index(0, 0).data(models::LoadingRole).toBool());
        QTRY_COMPARE(wanted.count(), 1);
        m.giveUp(m.generation(), 0);
        QVERIFY(m.index(0, 0).data(models::LoadingRole).toBool());
        QTRY_COMPARE(wanted.count(), 2);
    }
};
IDV_TEST(AuditRows)
#include "tst_auditmodel.moc"
