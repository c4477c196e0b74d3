#include "domain/reverification/campaign.h"
#include "support/bareapp.h"
#include "support/registry.h"
#include "ui/shell/notifier.h"
#include "ui/tenantsession/tenantsessions.h"
#include <QGuiApplication>
#include <QProcess>
#include <QSignalSpy>

using domain::Campaign;
using domain::CampaignState;
using ui::NewsKind;
using ui::Notifier;

namespace {

Campaign campaign(const char *id, CampaignState state)
{
    Campaign k;
    k.id = QString::fromLatin1(id);
    k.plan.name = QStringLiteral("Overdue");
    k.state = state;
    return k;
}

struct News : support::BareApp
{
    void are(const QList<Campaign> &campaigns) { Q_EMIT app->tenantSessions().campaignsChanged(campaigns); }
    /// From running to this.
    qsizetype toldOf(CampaignState state)
    {
        const auto before = told.size();
        are({campaign("k", CampaignState::Running)});
        are({campaign("k", state)});
        return told.size() - before;
    }
    Notifier notifier{*app};
    QSignalSpy told{&notifier, &Notifier::toldOfCampaign};
};

} // namespace

class NewsOfTheConsole : public QObject
{
    Q_OBJECT
    /// A program in which another class has shown a window is in front for good: this one runs again, by itself.
    static bool passesAlone(const char *function)
    {
        QProcess alone;
        auto env = QProcessEnvironment::systemEnvironment();
        env.insert(QStringLiteral("IDV_ALONE"), QStringLiteral("1"));
        alone.setProcessEnvironment(env);
        alone.setProcessChannelMode(QProcess::MergedChannels);
        alone.start(QCoreApplication::applicationFilePath(),
            {QStringLiteral("NewsOfTheConsole"), QString::fromLatin1(function)});
        const bool isDone = alone.waitForFinished(60000) && alone.exitCode() == 0;
        if (!isDone)
            qWarning("%s", alone.readAll().constData());
        return isDone;
    }
    static bool isAlone() { return qEnvironmentVariableIsSet("IDV_ALONE"); }
private Q_SLOTS:
    void eachKindHasASwitchOfItsOwn()
    {
        QSet<QString> keys;
        for (const auto kind :
            {NewsKind::Verified, NewsKind::Held, NewsKind::Failed, NewsKind::Expired, NewsKind::Campaign}) {
            QVERIFY(ui::newsKey(kind).startsWith(QLatin1String("notify/")));
            keys << ui::newsKey(kind);
        }
        QCOMPARE(keys.size(), 5);
        QCOMPARE(ui::newsKey(NewsKind::Campaign), QStringLiteral("notify/campaign"));
    }
    void aCampaignTellsOnceWhenItStandsStill()
    {
        if (!isAlone())
            QVERIFY(passesAlone("aCampaignTellsOnceWhenItStandsStill"));
        if (!isAlone())
            return;
        News d;
        QVERIFY(QGuiApplication::applicationState() != Qt::ApplicationActive);
        d.are({campaign("k", CampaignState::Done)});
        QVERIFY(d.told.isEmpty()); // it was so before anybody looked
        QCOMPARE(d.toldOf(CampaignState::Done), 1);
        d.are({campaign("k", CampaignState::Done)});
        QCOMPARE(d.told.size(), 1);
        QCOMPARE(d.told.first().first().toString(), QStringLiteral("k"));
        QCOMPARE(d.toldOf(CampaignState::Paused), 1);
        QCOMPARE(d.toldOf(CampaignState::Stopped), 0); // a person did that
        QCOMPARE(d.toldOf(CampaignState::Running), 0);
        Q_EMIT d.app->tenantSessionChanged(); // another tenant's are none of these
        d.are({campaign("k", CampaignState::Paused)});
        QCOMPARE(d.told.size(), 2);
    }
    void whatIsSwitchedOffIsNotTold()
    {
        if (!isAlone())
            QVERIFY(passesAlone("whatIsSwitchedOffIsNotTold"));
        if (!isAlone())
            return;
        News d;
        d.app->settings().setValue(ui::newsKey(NewsKind::Campaign), false);
        QCOMPARE(d.toldOf(CampaignState::Done), 0);
        d.app->settings().setValue(ui::newsKey(NewsKind::Campaign), true);
        QCOMPARE(d.toldOf(CampaignState::Done), 1);
        d.app->settings().setValue(QStringLiteral("notifications"), false);
        QCOMPARE(d.toldOf(CampaignState::Done), 0);
    }
    void whoLooksAtTheWindowIsNotTold()
    {
        News d;
        QWidget window;
        window.show();
        QTRY_COMPARE(QGuiApplication::applicationState(), Qt::ApplicationActive);
        QCOMPARE(d.toldOf(CampaignState::Done), 0);
    }
    void aTrialSaysWhetherAnybodyTakesThem()
    {
        News d;
        int answers = 0;
        d.notifier.tryOne([&answers](bool) { ++answers; });
        QTRY_COMPARE_WITH_TIMEOUT(answers, 1, 10000);
    }
};
IDV_TEST(NewsOfTheConsole)
#include "tst_notifier.moc"
