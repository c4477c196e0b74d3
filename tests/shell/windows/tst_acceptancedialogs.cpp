#include "domain/identities/identity.h"
#include "services/identities/identitydirectory.h"
#include "services/operations/operationtracker.h"
#include "services/operations/profileoperations.h"
#include "services/readiness/readiness.h"
#include "services/sync/syncer.h"
#include "support/accessibilitychecks.h"
#include "support/fakelab.h"
#include "support/registry.h"
#include "support/windowbench.h"
#include "ui/access/requirementsdialog.h"
#include "ui/audit/auditexportdialog.h"
#include "ui/audit/reportdialogs.h"
#include "ui/campaigns/campaigndialog.h"
#include "ui/campaigns/campaignform.h"
#include "ui/campaigns/stopcampaigndialog.h"
#include "ui/common/infodialog.h"
#include "ui/events/eventrulesdialog.h"
#include "ui/events/subscribedialog.h"
#include "ui/identities/driftdialog.h"
#include "ui/identities/exportdialog.h"
#include "ui/identities/filterdialog.h"
#include "ui/identities/quickfind.h"
#include "ui/lab/collectiondialog.h"
#include "ui/lab/faultsdialog.h"
#include "ui/operations/deleteidentitydialog.h"
#include "ui/operations/operationdialog.h"
#include "ui/operations/operationlist.h"
#include "ui/profiles/editprofiledialog.h"
#include "ui/profiles/profiledialogs.h"
#include "ui/profiles/remediationdialog.h"
#include "ui/recovery/reviewdialog.h"
#include "ui/reverification/exemptdialog.h"
#include "ui/reverification/ruledialog.h"
#include "ui/reverification/standarddialog.h"
#include "ui/sessions/writebackdialog.h"
#include "ui/settings/settingspage.h"
#include "ui/tenants/activitydialog.h"
#include "ui/tenants/identityiqform.h"
#include "ui/tenants/operatordialog.h"
#include "ui/tenants/providerdialog.h"
#include "ui/tenants/readinessdialog.h"
#include "ui/tenants/wizard/tenantwizard.h"
#include "ui/tenantsession/tenantsessions.h"
#include "ui/verification/sessionwindow.h"
#include "ui/verification/verifydialog.h"
#include <QComboBox>
#include <QJsonArray>
#include <QListWidget>
#include <QtTest>

// The design's acceptance checks on every dialog and every page of the settings.
using support::await;
using support::Bench;

class AcceptanceDialogs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsCutOrNameless_data()
    {
        QTest::addColumn<int>("scale");
        QTest::addColumn<bool>("isMirrored");
        QTest::addColumn<bool>("isDark");
        QTest::newRow("as it is") << 100 << false << false;
        QTest::newRow("right to left, dark") << 100 << true << true;
        QTest::newRow("twice the text") << 200 << false << true;
        QTest::newRow("twice the text, right to left") << 200 << true << false;
    }
    void nothingIsCutOrNameless()
    {
        QFETCH(int, scale);
        QFETCH(bool, isMirrored);
        QFETCH(bool, isDark);
        QApplication::setLayoutDirection(isMirrored ? Qt::RightToLeft : Qt::LeftToRight);
        const auto straight = qScopeGuard([] { QApplication::setLayoutDirection(Qt::LeftToRight); });
        Bench b(
            60, [](lab::Options &o) { o.missingAttributes << QStringLiteral("idvIAL"); }, scale);
        if (isDark)
            b.theme.apply(ui::ThemeChoice::Dark);
        const auto stored = await(b.tenants->add(b.simulated("one"), {}, true));
        QVERIFY(stored);
        b.app->tenantSessions().open(b.tenant(qPrintable(stored->id.str())));
        QSignalSpy copied(&b.app->tenantSession()->syncer(), &services::Syncer::ended);
        QVERIFY(copied.wait(30000));
        b.window->resize(1280, 800);
        m_bench = &b;
        m_faults.clear();
        m_controls = m_surfaces = 0;
        const auto pictures = qEnvironmentVariable("IDV_DIALOG_PICTURES");
        m_pictures = pictures.isEmpty() ? QString()
                                        : pictures + QStringLiteral("/%1-%2-").arg(scale).arg(isMirrored ? 'r' : 'l');
        settingsPages();
        peopleDialogs();
        profileDialogs();
        otherDialogs();
        wizard();
        for (const QString &f : std::as_const(m_faults))
            qWarning("%s", qPrintable(f));
        QVERIFY2(m_faults.isEmpty(), qPrintable(QStringLiteral("%1 faults, see above").arg(m_faults.size())));
        QVERIFY2(m_surfaces >= 40, qPrintable(QString::number(m_surfaces)));
        QVERIFY2(m_controls > 200, qPrintable(QString::number(m_controls)));
    }

private:
    void look(QWidget *w, const QString &name)
    {
        ++m_surfaces;
        m_faults << support::cutTexts(w, name) << support::overlaps(w, name) << support::unreadable(w, name)
                 << support::namelessControls(w, name, m_controls) << support::silentlyOff(w, name);
        if (w->window() != b().window.get() && (w->width() > 1280 || w->height() > 800))
            m_faults
                << QStringLiteral("%1: %2 x %3 is larger than the screen").arg(name).arg(w->width()).arg(w->height());
        m_faults << support::squeezedOut(w, name);
        if (!m_pictures.isEmpty())
            w->grab().save(
                m_pictures + QString(name).replace(QLatin1Char(' '), QLatin1Char('_')) + QStringLiteral(".png"));
    }
    template <class D>
    void dialog(const QString &name, D *d, const std::function<void(D *)> &prepare = {})
    {
        d->setAttribute(Qt::WA_DeleteOnClose, false);
        static_cast<QWidget *>(d)->show();
        QTest::qWait(120); // a dialog reads by itself when it is shown, and does not say that it is done
        if (prepare) {
            prepare(d);
            QTest::qWait(60);
        }
        look(d, name);
        d->close();
        delete d;
    }
    void settingsPages()
    {
        b().window->showPage(ui::MainWindow::Settings);
        auto *page = b().window->findChild<ui::SettingsPage *>();
        auto *list = page->findChild<QListWidget *>();
        for (int i = 0; i < list->count(); ++i) {
            list->setCurrentRow(i);
            QTest::qWait(150); // a page reads by itself when it is shown, and does not say that it is done
            look(page, QStringLiteral("settings ") + list->item(i)->text());
            // What a tenant's card and others open from here.
            if (i == 1) {
                for (const QString &text : {QStringLiteral("Replace secrets…"), QStringLiteral("Operator…"),
                         QStringLiteral("Active accounts…"), QStringLiteral("Remove…")})
                    openedBy(page, text);
            }
        }
        QVERIFY(b().window->width() <= 1280);
    }
    void openedBy(QWidget *page, const QString &text)
    {
        for (auto *button : page->findChildren<QPushButton *>()) {
            if (button->text() != text || !button->isVisible())
                continue;
            button->click();
            QTest::qWait(80); // the dialog fills itself, as above
            auto *d = Bench::shown<QDialog>();
            QVERIFY2(d, qPrintable(text));
            look(d, text);
            d->reject();
            QTest::qWait(20);
            return;
        }
        m_faults << QStringLiteral("no button ") + text;
    }
    void peopleDialogs()
    {
        auto &d = *b().app;
        const auto found = await(d.tenantSession()->directory().all({}));
        QVERIFY(found && !found->rows->empty());
        const auto people = await(
            d.tenantSession()->directory().people(domain::RowIds(found->rows->begin(), found->rows->begin() + 1)));
        QVERIFY(people && people->size() == 1);
        const auto person = std::make_shared<domain::Identity>(people->first());
        dialog(QStringLiteral("verify"), new ui::VerifyDialog(d, *person, b().window.get()));
        dialog(QStringLiteral("exempt"), new ui::ExemptDialog(d, *person, b().window.get()));
        dialog(QStringLiteral("delete identity"), new ui::DeleteIdentityDialog(d, *person, b().window.get()));
        dialog(QStringLiteral("filter"), new ui::FilterDialog(d, {}, b().window.get()));
        dialog(QStringLiteral("export"),
            new ui::ExportDialog(d, {{}, 60, {}, {domain::PeopleColumn::Name}}, b().window.get()));
        dialog(QStringLiteral("quick find"), new ui::QuickFind(d, {}, b().window.get()),
            std::function([](ui::QuickFind *q) { q->type(QStringLiteral("a")); }));
        dialog(QStringLiteral("campaign"),
            new ui::CampaignDialog(d, ui::CampaignChoice{{}, 60, {}, {}}, b().window.get()));
        domain::Session s;
        s.id = core::SessionId(QStringLiteral("s1"));
        s.tenant = d.tenantSession()->tenant().id;
        s.request.identity = person->id;
        s.request.documents = domain::documentTypes();
        s.personName = QStringLiteral("Aikaterini Papadimitropoulou-Konstantinidou");
        s.createdAt = b().clock->now();
        s.expiresAt = s.createdAt + core::hourMs;
        domain::AuditEvent audit;
        audit.actor = audit.action = audit.tenant = audit.subject = audit.outcome = QStringLiteral("test");
        QVERIFY(bool(await(b().ledger->sessions().start(s, {}, audit))));
        dialog(QStringLiteral("review"), new ui::ReviewDialog(d, d.shareTenantSession(), s, b().window.get()));
        dialog(QStringLiteral("review of an account"),
            new ui::ReviewDialog(d, d.shareTenantSession(), s, b().window.get(), ui::ReviewDialog::Question::Activity));
        dialog(QStringLiteral("evidence pack"),
            new ui::EvidenceDialog(d, services::Evidence::OneSession, s.id.str(), s.personName, b().window.get()));
        auto *window = new ui::SessionWindow(d, s.id);
        dialog(QStringLiteral("session"), window);
    }
    void profileDialogs()
    {
        auto &d = *b().app;
        const auto profiles = await(d.tenantSession()->profileOperations().profiles());
        QVERIFY(profiles && !profiles->isEmpty());
        const auto profile = profiles->first();
        const QList<domain::ExportedProfile> objects(profiles->size());
        dialog(QStringLiteral("preview"), new ui::PreviewDialog(d, profile, b().window.get()));
        dialog(QStringLiteral("import profiles"), new ui::ImportDialog(d, objects, *profiles, b().window.get()));
        dialog(QStringLiteral("new profile"), new ui::NewProfileDialog(d, *profiles, b().window.get()));
        dialog(QStringLiteral("edit profile"), new ui::EditProfileDialog(d, profile, b().window.get()));
        services::ReadinessLine line;
        line.fix = services::ReadinessLine::CreateAttribute;
        line.remediationOf = QStringLiteral("idvIAL");
        line.text = QStringLiteral("The identity attribute idvIAL is missing");
        dialog(QStringLiteral("fix"), new ui::RemediationDialog(d, line, b().window.get()));
        dialog(QStringLiteral("readiness"), new ui::ReadinessDialog(d, b().window.get()),
            std::function([](ui::ReadinessDialog *) { QTest::qWait(800); }));
    }
    void otherDialogs()
    {
        auto &d = *b().app;
        QWidget *w = b().window.get();
        const auto tenant = d.tenantSession()->tenant();
        dialog(QStringLiteral("provider"), new ui::ProviderDialog(d.theme(), tenant, w));
        auto docuverify = tenant;
        docuverify.provider.kind = domain::ProviderKind::DocuVerify;
        dialog(QStringLiteral("provider docuverify"), new ui::ProviderDialog(d.theme(), docuverify, w));
        dialog(QStringLiteral("write-back"), new ui::WriteBackDialog(d.theme(), tenant, w));
        dialog(QStringLiteral("audit export"), new ui::AuditExportDialog(d, w));
        dialog(QStringLiteral("report"), new ui::ReportDialog(d, w));
        dialog(QStringLiteral("drift"), new ui::DriftDialog(d, w),
            std::function([](ui::DriftDialog *) { QTest::qWait(400); }));
        domain::ReverificationRule rule;
        dialog(QStringLiteral("rule"), new ui::RuleDialog(d, rule, {}, w));
        dialog(QStringLiteral("standard"), new ui::StandardDialog(d, {}, w));
        domain::Campaign campaign;
        campaign.plan.name = QStringLiteral("Autumn, everybody who is overdue in finance");
        domain::CampaignCounts counts;
        counts.toSend = 1204;
        dialog(QStringLiteral("stop campaign"), new ui::StopCampaignDialog(d, campaign, counts, w));
        support::FakeLab lab;
        lab.words.sailpoint = {QStringLiteral("search"), QStringLiteral("list-identities")};
        lab.words.provider = {QStringLiteral("create-session")};
        lab.words.kinds = {QStringLiteral("reset"), QStringLiteral("latency")};
        d.setLab(&lab);
        dialog(QStringLiteral("faults"), new ui::FaultsDialog(d, w));
        d.setLab(nullptr);
        dialog(QStringLiteral("subscribe"),
            new ui::SubscribeDialog(d,
                {domain::Trigger{QStringLiteral("idn:identity-created"), domain::TriggerType::FireAndForget,
                    QStringLiteral("FIRE_AND_FORGET"), {}, {}}},
                QStringLiteral("idn:identity-created"), w));
        dialog(QStringLiteral("collection"),
            new ui::CollectionDialog(d, {{QStringLiteral("k1 VERIFIED"), false, "{}"}}, w));
        dialog(QStringLiteral("requirements"), new ui::RequirementsDialog(d, w));
        dialog(QStringLiteral("active accounts"), new ui::ActivityDialog(d, w));
        dialog(QStringLiteral("operator"), new ui::OperatorDialog(d, w));
        dialog(QStringLiteral("event rules"), new ui::EventRulesDialog(d, w));
        dialog(QStringLiteral("info"), new ui::InfoDialog(d, QStringLiteral("What we hold"), w));
        dialog(QStringLiteral("tasks"), new ui::OperationList(d, w));
        ui::askOperation(d, w,
            {QStringLiteral("Reset"), QStringLiteral("This cannot be taken back."), QStringLiteral("Reset"),
                QStringLiteral("Acme"), true},
            [] {});
        QTest::qWait(80); // the dialog fills itself, as above
        auto *asked = Bench::shown<QDialog>();
        QVERIFY(asked);
        look(asked, QStringLiteral("operation"));
        asked->reject();
        QTest::qWait(20);
    }
    void wizard()
    {
        for (int step = 0; step < 4; ++step)
            dialog(QStringLiteral("add tenant %1").arg(step + 1), new ui::TenantWizard(*b().app, b().window.get()),
                std::function([step](ui::TenantWizard *t) { t->showStep(step); }));
        for (int step : {0, 2})
            dialog(QStringLiteral("add IdentityIQ %1").arg(step + 1), new ui::TenantWizard(*b().app, b().window.get()),
                std::function([step](ui::TenantWizard *t) {
                    t->findChild<QComboBox *>(QStringLiteral("product"))->setCurrentIndex(1);
                    t->showStep(step);
                }));
        dialog(QStringLiteral("IdentityIQ approvals"),
            new ui::IdentityIqDialog(b().theme, b().identityIq("iq"), b().window.get()));
    }
    Bench &b() { return *m_bench; }

    Bench *m_bench = nullptr;
    QStringList m_faults;
    QString m_pictures;
    int m_controls = 0;
    int m_surfaces = 0;
};
IDV_TEST(AcceptanceDialogs)
#include "tst_acceptancedialogs.moc"
