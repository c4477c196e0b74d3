#include "services/callbacks/callbackreceiver.h"
#include "services/callbacks/receiversecrets.h"
#include "services/events/proposals.h"
#include "services/events/triggers.h"
#include "services/identities/identitydirectory.h"
#include "services/sync/syncer.h"
#include "services/verification/sessions.h"
#include "services/verification/verifier.h"
#include "support/registry.h"
#include "support/windowbench.h"
#include "ui/events/eventrulesdialog.h"
#include "ui/events/proposalscard.h"
#include "ui/events/subscribedialog.h"
#include "ui/tenantsession/tenantsessions.h"
#include "ui/verification/sessionwindow.h"
#include "ui/verification/verifydialog.h"
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableWidget>
#include <QtTest>

using support::await;
using support::Bench;

namespace {

/// The window on a simulator whose events come to the console itself.
struct Told : Bench
{
    Told() : Bench(60)
    {
        auto t = tenant("one");
        t.environment = domain::Environment::Simulator;
        t.receiver.port = 0;
        t.receiver.takesEvents = true;
        t.receiver.startsWithTenant = true;
        vault.hold(services::secretKey(t.id, services::secretname::callback),
            core::makeSecret(simulator->endpoints().callbackSecret.toUtf8()));
        app->tenantSessions().open(t);
        QSignalSpy copied(&app->tenantSession()->syncer(), &services::Syncer::ended);
        QVERIFY(copied.wait(30000));
        QTRY_VERIFY(!app->tenantSession()->receiving().eventsUrl().isEmpty());
    }
    domain::Identity newcomer()
    {
        domain::PeopleQuery q;
        q.status = domain::IdentityStatus::Never;
        const auto people =
            await(app->tenantSession()->directory().people(*await(app->tenantSession()->directory().all(q))->rows));
        for (const auto &p : *people) {
            if (domain::isActiveLifecycle(p.lifecycle) && !p.email.isEmpty())
                return p;
        }
        return {};
    }
    void raise(const domain::Identity &p)
    {
        QVERIFY(await(app->tenantSession()->triggers().test(domain::trigger::identityCreated,
            {{QStringLiteral("identity"),
                 QJsonObject{{QStringLiteral("id"), p.id.str()}, {QStringLiteral("name"), p.name}}},
                {QStringLiteral("attributes"), QJsonObject()}},
            {}, false)));
    }
    template <class W>
    W *in(QWidget *root, const char *name)
    {
        return root->findChild<W *>(QString::fromLatin1(name));
    }
};

} // namespace

class ProposalsInTheWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fromTheSubscriptionToTheVerification()
    {
        Told b;
        auto &w = *b.app->tenantSession();
        // Subscribed with the console's own address and token, which is never shown.
        auto *subscribe = new ui::SubscribeDialog(
            *b.app, *await(w.triggers().triggers()), domain::trigger::identityCreated, b.window.get());
        subscribe->setAttribute(Qt::WA_DeleteOnClose);
        subscribe->open();
        b.in<QPushButton>(subscribe, "ownReceiver")->click();
        auto *go = b.in<QPushButton>(subscribe, "subscribeGo");
        QTRY_VERIFY(go->isEnabled());
        for (auto *e : subscribe->findChildren<QLineEdit *>())
            QVERIFY(e->echoMode() != QLineEdit::Password || e->text().isEmpty());
        QPointer<ui::SubscribeDialog> open = subscribe;
        go->click();
        QTRY_VERIFY(!open || !open->isVisible());
        b.window->showPage(ui::MainWindow::Sessions);
        auto *card = b.window->findChild<ui::ProposalsCard *>();
        QVERIFY(card && !card->isVisible());
        const auto person = b.newcomer();
        b.raise(person);
        QTRY_VERIFY_WITH_TIMEOUT(card->isVisible(), 10000);
        auto *table = b.in<QTableWidget>(card, "proposals");
        QCOMPARE(table->rowCount(), 1);
        QCOMPARE(table->item(0, 1)->text(), person.name);
        b.in<QPushButton>(card, "verifyProposal")->click();
        ui::VerifyDialog *dialog = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((dialog = Bench::shown<ui::VerifyDialog>()), 10000);
        auto *start = b.in<QPushButton>(dialog, "startButton");
        QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), 10000);
        start->click();
        QTRY_VERIFY_WITH_TIMEOUT(Bench::shown<ui::SessionWindow>(), 10000);
        QTRY_VERIFY(!card->isVisible());
        const auto all = *await(w.proposals().list(false));
        QCOMPARE(all.first().state, domain::Proposal::Started);
        QCOMPARE(
            await(w.verifier().sessions().session(all.first().session))->request.reason, domain::Reason::Onboarding);
        Bench::shown<ui::SessionWindow>()->close();
    }
    void aDismissedProposalIsGone()
    {
        Told b;
        auto &w = *b.app->tenantSession();
        domain::SubscriptionDraft d;
        d.name = QStringLiteral("Own");
        d.triggerId = domain::trigger::identityCreated;
        d.url = w.receiving().eventsUrl();
        QVERIFY(await(w.triggers().subscribe(d, *await(w.receiving().secrets().eventsToken()))));
        b.window->showPage(ui::MainWindow::Sessions);
        b.raise(b.newcomer());
        auto *card = b.window->findChild<ui::ProposalsCard *>();
        QTRY_VERIFY_WITH_TIMEOUT(card->isVisible(), 10000);
        b.in<QPushButton>(card, "dismissProposal")->click();
        QWidget *asked = nullptr;
        QTRY_VERIFY((asked = b.window->findChild<QWidget *>(QStringLiteral("reasonQuestion"))));
        asked->findChild<QLineEdit *>()->setText(QStringLiteral("a test account"));
        const auto buttons = asked->findChildren<QPushButton *>();
        for (auto *x : buttons) {
            if (x->text() == QLatin1String("Dismiss"))
                x->click();
        }
        QTRY_VERIFY(!card->isVisible());
        QCOMPARE(await(w.proposals().list(false))->first().state, domain::Proposal::Dismissed);
        QVERIFY(await(w.verifier().sessions().list({}))->isEmpty());
    }
    void rulesAreCheckedWhileTheyAreMade()
    {
        Told b;
        auto *d = new ui::EventRulesDialog(*b.app, b.window.get());
        d->open();
        auto *list = b.in<QListWidget>(d, "eventRuleList");
        auto *save = b.in<QPushButton>(d, "saveEventRules");
        QTRY_COMPARE(list->count(), int(domain::usualEventRules().rules.size()));
        QVERIFY(!save->isEnabled() && !save->toolTip().isEmpty());
        list->setCurrentRow(1);
        QLineEdit *name = nullptr;
        for (auto *e : d->findChildren<QLineEdit *>()) {
            if (e->accessibleName() == QLatin1String("Name"))
                name = e;
        }
        QVERIFY(name);
        name->setText(QString());
        QVERIFY(!save->isEnabled());
        name->setText(QStringLiteral("Joiners"));
        QVERIFY(save->isEnabled());
        list->item(0)->setCheckState(Qt::Unchecked);
        save->click();
        QTRY_COMPARE(await(b.app->tenantSession()->proposals().rules())->rules.at(1).name, QStringLiteral("Joiners"));
        QVERIFY(!await(b.app->tenantSession()->proposals().rules())->rules.at(0).isOn);
        delete d;
    }
};
IDV_TEST(ProposalsInTheWindow)
#include "tst_proposalswindow.moc"
