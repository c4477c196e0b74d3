#include "services/callbacks/callbackreceiver.h"
#include "services/operations/operationtracker.h"
#include "support/bareapp.h"
#include "support/openbench.h"
#include "support/registry.h"
#include "support/widgethand.h"
#include "ui/operations/operationlist.h"
#include "ui/shell/statusline.h"
#include <QProgressBar>
#include <QToolButton>
#include <QtTest>

using support::await;
using support::says;

namespace {

struct Line : support::OpenBench
{
    explicit Line(const std::function<void(lab::Options &)> &changeLab = {})
        : OpenBench([](domain::Tenant &t) { t.receiver.port = 0; }, changeLab)
    {
        vault.hold(services::secretKey(session().tenant().id, services::secretname::callback),
            core::makeSecret(simulator->endpoints().callbackSecret.toUtf8()));
        line.follow();
        line.refresh();
    }
    QToolButton *tasks() const { return line.findChild<QToolButton *>(QStringLiteral("tasksButton")); }
    QProgressBar *progress() const { return line.findChild<QProgressBar *>(); }
    ui::StatusLine line{*app};
};

} // namespace

class LineOfStatus : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutATenantItIsNotConnected()
    {
        support::BareApp bare;
        ui::StatusLine line(*bare.app);
        line.follow();
        line.refresh();
        QVERIFY(says(line, "Not connected"));
        QVERIFY(!says(line, "SailPoint"));
        QVERIFY(!line.findChild<QToolButton *>(QStringLiteral("tasksButton"))->isVisibleTo(&line));
        QVERIFY(says(line, "tester"));
    }
    void whoAnswersIsSaid()
    {
        Line d;
        QTRY_VERIFY(says(d.line, "● SailPoint"));
        QVERIFY(says(d.line, "1Kosmos"));
        QVERIFY(says(d.line, "○ Receiver off"));
        const auto listening = await(d.session().receiving().start());
        QVERIFY(listening);
        QTRY_VERIFY(says(d.line, QStringLiteral("● Receiver on port %1").arg(QUrl(listening->url).port())));
        d.session().receiving().stop();
        QTRY_VERIFY(says(d.line, "○ Receiver off"));
    }
    void howFarTheCopyIsIsSaidWhileItIsMade()
    {
        Line d;
        QVERIFY(!d.progress()->isVisibleTo(&d.line));
        Q_EMIT d.app->tenantSessions().syncStateChanged(QStringLiteral("Reading identities"), 25, 100);
        QVERIFY(says(d.line, "Reading identities"));
        QVERIFY(d.progress()->isVisibleTo(&d.line));
        QCOMPARE(d.progress()->value(), 25);
        Q_EMIT d.app->tenantSessions().syncStateChanged(QString(), 0, 0);
        QVERIFY(!d.progress()->isVisibleTo(&d.line));
        QTRY_VERIFY(!says(d.line, "Reading identities")); // how old it is, in its place
    }
    void whatIsOnItsWayIsCounted()
    {
        Line d;
        QTRY_COMPARE(d.tasks()->text(), QStringLiteral("No open operations"));
        d.tasks()->click();
        auto *list = d.line.findChild<ui::OperationList *>();
        QVERIFY(list && list->isVisible());
        delete list;
        d.app->tenantSessions().close();
        d.line.follow();
        d.line.refresh();
        QVERIFY(!d.tasks()->isVisibleTo(&d.line));
        QVERIFY(says(d.line, "Not connected"));
    }
    void aClockThatDiffersIsTold()
    {
        Line d([](lab::Options &o) { o.clockOffset = std::chrono::minutes(6); });
        QSignalSpy seen(&d.line, &ui::StatusLine::skewSeen);
        d.line.refresh();
        QTRY_VERIFY(!seen.isEmpty());
        QVERIFY(!seen.first().at(0).toString().isEmpty());
        QCOMPARE(seen.first().at(1).toBool(), true); // by so much that nothing is trusted
    }
};
IDV_TEST(LineOfStatus)
#include "tst_statusline.moc"
