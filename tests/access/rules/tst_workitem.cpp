#include "domain/access/workitem.h"
#include "support/registry.h"
#include <QtTest>

using domain::Approval;

class WorkItems : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reviewsThatEndSoonAreSaid()
    {
        const core::Instant now = 1'700'000'000'000;
        domain::AccessReview soon, late, far, open;
        soon.due = now + 2 * core::dayMs;
        late.due = now - 1;
        far.due = now + 4 * core::dayMs;
        QVERIFY(domain::reviewReminder({far, open}, now).isEmpty());
        QVERIFY(domain::reviewReminder({soon, far}, now).contains(QLatin1String("within three days")));
        QVERIFY(domain::reviewReminder({soon, late}, now).contains(QLatin1String("already")));
    }
    void nothingIsLostBetweenTwoLooks()
    {
        const auto at = [](const char *id, qint64 asked) {
            Approval a;
            a.id = QString::fromLatin1(id);
            a.asked = asked;
            return a;
        };
        domain::WorkItemWindow w;
        const core::Instant start = 1'700'000'000'000;
        QVERIFY(w.needsAll(start));
        w.takeAll({at("b", 2), at("a", 1)}, start);
        QVERIFY(!w.needsAll(start + 60'000));
        QCOMPARE(w.askSince(), start - domain::WorkItemWindow::overlap);
        // The overlap brings one that is known: it is counted once.
        w.takeChanged({at("b", 2), at("c", 3)}, {QStringLiteral("a")}, start + 60'000);
        QStringList ids;
        for (const auto &a : w.items())
            ids << a.id;
        QCOMPARE(ids, (QStringList{QStringLiteral("b"), QStringLiteral("c")}));
        QCOMPARE(w.askSince(), start + 60'000 - domain::WorkItemWindow::overlap);
        w.remove(QStringLiteral("b"));
        QCOMPARE(w.items().size(), 1);
        QVERIFY(w.needsAll(start + domain::WorkItemWindow::fullEvery));
        w.forget();
        QVERIFY(w.needsAll(start));
    }
};
IDV_TEST(WorkItems)
#include "tst_workitem.moc"
