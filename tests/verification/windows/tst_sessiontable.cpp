#include "models/roles.h"
#include "models/sessionmodel.h"
#include "support/registry.h"
#include <QAbstractItemModelTester>
#include <QtTest>

class SessionTable : public QObject
{
    Q_OBJECT
    static constexpr core::Instant now = 1'795'000'000'000;
private Q_SLOTS:
    void newSessionsGoOnTopWithoutAReset()
    {
        models::SessionModel m;
        QAbstractItemModelTester tester(&m);
        domain::Session a;
        a.id = core::SessionId(QStringLiteral("a"));
        a.state = domain::SessionState::Pending;
        a.expiresAt = now + 65'000;
        m.setSessions({a}, now);
        QCOMPARE(m.index(0, models::SessionModel::Time).data().toString(), QStringLiteral("1:05 left"));
        // Nobody's countdown is shown as watched while no query is answered.
        const domain::Watch lost{domain::WatchState::NotChecked, now - 60'000, core::ErrorCode::Offline};
        m.setWatches({{QStringLiteral("a"), lost}});
        QCOMPARE(m.index(0, models::SessionModel::Time).data().toString(), domain::notCheckedText(lost, now));
        QVERIFY(m.index(0, models::SessionModel::Time)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QLatin1String("cannot be reached")));
        m.setWatches({{QStringLiteral("a"), {domain::WatchState::Live, now, {}}}});
        QCOMPARE(m.index(0, models::SessionModel::Time).data().toString(), QStringLiteral("1:05 left"));
        QSignalSpy reset(&m, &QAbstractItemModel::modelReset);
        domain::Session b = a;
        b.id = core::SessionId(QStringLiteral("b"));
        m.setSessions({b, a}, now);
        QCOMPARE(m.rowOf(a.id), 1);
        a.state = domain::SessionState::Verified;
        m.setSessions({b, a}, now);
        QCOMPARE(m.index(1, 0).data(models::StatusRole).toString(), QStringLiteral("verified"));
        QCOMPARE(reset.count(), 0);
    }
};
IDV_TEST(SessionTable)
#include "tst_sessiontable.moc"
