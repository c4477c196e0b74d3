#include "services/tenants/secrets.h"
#include "services/verification/sessionstarter.h"
#include "services/verification/verifier.h"
#include "support/accessibilitychecks.h"
#include "support/openbench.h"
#include "support/registry.h"
#include "support/widgethand.h"
#include "ui/controls/banner.h"
#include "ui/sessions/writebackdialog.h"
#include "ui/settings/secretsdialog.h"
#include "ui/settings/tenantactions.h"
#include "ui/tenants/membertext.h"
#include "ui/tenants/results/resultmappingdialog.h"
#include "ui/tenants/tenanteditdialog.h"
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QtTest>

using domain::Tenant;
using support::await;
using support::buttonOf;
using support::says;

namespace {

struct Acting : support::OpenBench
{
    Tenant open() { return session().tenant(); }
    /// As the ledger has it; one without a name: it is gone.
    Tenant kept()
    {
        const auto all = await(tenants->list());
        return all ? all->value(0) : Tenant();
    }
    bool saysHere(const char *text) const { return says(page, text); }
    QWidget *question() const { return page.findChild<QWidget *>(QStringLiteral("operationQuestion")); }
    bool confirm(const char *button, const QString &typed)
    {
        auto *asked = question();
        auto *go = asked ? buttonOf(*asked, button) : nullptr;
        if (!go || go->isEnabled())
            return false;
        asked->findChild<QLineEdit *>()->setText(typed);
        go->click();
        return true;
    }
    QByteArray secret()
    {
        const auto s = await(
            vault.read(services::secretKey(core::TenantId(QStringLiteral("one")), services::secretname::sailpoint)));
        return s ? (*s)->reveal().toByteArray() : QByteArray();
    }
    void replace(const QByteArray &wanted)
    {
        actions->replaceSecrets(open());
        auto *dialog = page.findChild<ui::SecretsDialog *>();
        QVERIFY(dialog);
        services::TenantSecrets given;
        given.sailpoint = core::makeSecret(wanted);
        Q_EMIT dialog->chosen(given);
        delete dialog;
    }
    ui::TenantEditDialog *edit()
    {
        actions->edit(open());
        return page.findChild<ui::TenantEditDialog *>();
    }
    static void type(QWidget &dialog, const char *field, const QString &text)
    {
        dialog.findChild<QLineEdit *>(QStringLiteral("field-") + QLatin1String(field))->setText(text);
    }
    QWidget page;
    ui::Banner *banner = new ui::Banner(theme, false, &page);
    ui::TenantActions *actions = new ui::TenantActions(*app, *banner, &page);
};

} // namespace

class ActionsOnTenants : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTestSaysWhatWorks()
    {
        Acting d;
        d.actions->test(d.open());
        QVERIFY(d.saysHere("Testing one…"));
        QTRY_VERIFY_WITH_TIMEOUT(d.saysHere("The connection works"), 20000);
        QVERIFY(d.saysHere("✓ "));
        auto nowhere = d.open();
        nowhere.sailpointUrl = QStringLiteral("http://127.0.0.1:1");
        d.actions->test(nowhere);
        QTRY_VERIFY_WITH_TIMEOUT(d.saysHere("The connection does not work"), 30000);
        QVERIFY(d.saysHere("✗ "));
    }
    void aTenantIsLockedAndUnlocked()
    {
        Acting d;
        d.actions->turnReadOnly(d.open());
        QTRY_VERIFY(d.kept().readOnly);
        QTRY_VERIFY(d.app->tenantSession() && d.open().readOnly); // what is open is opened anew
        d.actions->turnReadOnly(d.open());
        QTRY_VERIFY(!d.kept().readOnly);
        QTRY_VERIFY(d.app->tenantSession() && !d.open().readOnly);
    }
    void secretsAreReplacedOnceTheyWork()
    {
        Acting d;
        const auto before = d.secret();
        d.replace("wrong");
        QTRY_VERIFY_WITH_TIMEOUT(d.saysHere("The new secrets do not work"), 20000);
        QCOMPARE(d.secret(), before);
        d.replace(before);
        QTRY_VERIFY_WITH_TIMEOUT(d.saysHere("Secrets replaced"), 20000);
        QCOMPARE(d.secret(), before);
    }
    void anotherWayBackIsKept()
    {
        Acting d;
        d.actions->changeWriteBack(d.open());
        auto *dialog = d.page.findChild<ui::WriteBackDialog *>();
        QVERIFY(dialog);
        auto changed = d.open();
        changed.writeBack = domain::WriteBackStrategy::Account;
        Q_EMIT dialog->chosen(changed);
        QTRY_VERIFY(d.saysHere("Write-back of one changed"));
        QCOMPARE(d.kept().writeBack, domain::WriteBackStrategy::Account);
        QTRY_COMPARE(d.open().writeBack, domain::WriteBackStrategy::Account);
        delete dialog;
    }
    void whatDoesNotFitIsRefused()
    {
        Acting d;
        d.actions->changeWriteBack(d.open());
        auto wrong = d.open();
        wrong.writeBack = domain::WriteBackStrategy::Account;
        wrong.idvSourceId.clear();
        Q_EMIT d.page.findChild<ui::WriteBackDialog *>()->chosen(wrong);
        QTRY_VERIFY(d.banner->isVisibleTo(&d.page));
        QVERIFY(!d.saysHere("Write-back of one changed"));
        QVERIFY(d.kept().writeBack != domain::WriteBackStrategy::Account);
    }
    void oneIsRemovedOnceItsNameIsTyped()
    {
        Acting d;
        d.actions->remove(d.open());
        QVERIFY(d.question() && says(*d.question(), "Remove one from this computer?"));
        QVERIFY(d.confirm("Remove tenant", QStringLiteral("one")));
        QTRY_VERIFY(d.saysHere("Tenant removed"));
        QVERIFY(d.kept().name.isEmpty());
        QVERIFY(!d.app->tenantSession());
        QVERIFY(d.secret().isEmpty());
    }
    void openVerificationsAreAskedAbout()
    {
        Acting d;
        domain::VerificationRequest r;
        r.reason = domain::Reason::Periodic;
        r.documents = domain::documentTypes();
        r.delivery = domain::Delivery::Link;
        auto &starter = d.session().verifier().starter();
        const auto people = d.people();
        const auto who =
            std::find_if(people.begin(), people.end(), [&](const auto &p) { return starter.obstacle(p, r).isEmpty(); });
        QVERIFY(who != people.end());
        QVERIFY(await(starter.start(*who, r)));
        d.actions->remove(d.open());
        QVERIFY(d.confirm("Remove tenant", QStringLiteral("one")));
        QTRY_VERIFY(d.question() && says(*d.question(), "End the open verifications of one?"));
        QCOMPARE(d.kept().name, QStringLiteral("one"));
        QVERIFY(d.confirm("End them and remove", QStringLiteral("one")));
        QTRY_VERIFY(d.saysHere("Tenant removed"));
    }
    void anEditSaysWhatDiffersAndIsTriedFirst()
    {
        Acting d;
        auto *dialog = d.edit();
        QVERIFY(dialog);
        auto *save = buttonOf(*dialog, "Test and save");
        QVERIFY(save && !save->isEnabled()); // nothing differs
        d.type(*dialog, "time-zone", QStringLiteral("Europe/Oslo"));
        QVERIFY(save->isEnabled());
        QVERIFY(says(*dialog, "Time zone") && says(*dialog, "(empty) → Europe/Oslo"));
        d.type(*dialog, "idv-url", QStringLiteral("http://127.0.0.1:1"));
        save->click();
        QVERIFY(says(*dialog, "Another provider gets no stored key: enter it again."));
        QCOMPARE(d.kept().timeZone, QString());
        d.type(*dialog, "idv-url", d.open().idvUrl);
        save->click();
        QTRY_VERIFY_WITH_TIMEOUT(d.saysHere("one saved"), 20000);
        QCOMPARE(d.kept().timeZone, QStringLiteral("Europe/Oslo"));
        QTRY_COMPARE(d.open().timeZone, QStringLiteral("Europe/Oslo")); // the open session goes on with it
    }
    void everyPartOfAnEditIsReadable_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void everyPartOfAnEditIsReadable()
    {
        QFETCH(bool, isDark);
        Acting d;
        d.theme.apply(isDark ? ui::ThemeChoice::Dark : ui::ThemeChoice::Light);
        auto *dialog = d.edit();
        QVERIFY(dialog);
        d.type(*dialog, "time-zone", QStringLiteral("Europe/Oslo"));
        d.type(*dialog, "callback-base-url", QStringLiteral("https://relay.acme.example/team-a"));
        support::controlOf<QLineEdit>(*dialog, "idvStatus")->setText(QStringLiteral("idvVerificationState"));
        auto *tabs = dialog->findChild<QTabWidget *>();
        const QString pictures = qEnvironmentVariable("IDV_DIALOG_PICTURES");
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents(); // it lays itself out
            const QString name = QStringLiteral("edit %1").arg(tab);
            int controls = 0;
            QCOMPARE(support::cutTexts(dialog, name) + support::overlaps(dialog, name) +
                         support::unreadable(dialog, name) + support::namelessControls(dialog, name, controls) +
                         support::silentlyOff(dialog, name) + support::squeezedOut(dialog, name),
                QStringList());
            QVERIFY(controls > 5);
            QVERIFY(dialog->width() <= 1280 && dialog->height() <= 800);
            if (!pictures.isEmpty())
                dialog->grab().save(QStringLiteral("%1/edit-%2-%3.png").arg(pictures).arg(isDark).arg(tab));
        }
    }
    void aMemberIsCalledAsItsField()
    {
        QCOMPARE(ui::memberText(QStringLiteral("sailpointUrl")), QStringLiteral("Tenant address"));
        QCOMPARE(ui::memberText(QStringLiteral("map.idvIAL")), QStringLiteral("Attribute of idvIAL"));
        QCOMPARE(ui::memberText(QStringLiteral("provider.later")), QStringLiteral("provider.later"));
    }
    void anotherMappingAsksForItsReason()
    {
        Acting d;
        auto *dialog = d.edit();
        QVERIFY(dialog);
        auto *reason = dialog->findChild<QLineEdit *>(QStringLiteral("editReason"));
        QVERIFY(reason->isHidden());
        support::controlOf<QLineEdit>(*dialog, "idvStatus")->setText(QStringLiteral("idvState"));
        QVERIFY(!reason->isHidden());
        buttonOf(*dialog, "Test and save")->click();
        QVERIFY(says(*dialog, "What is read or written gets another meaning"));
        reason->setText(QStringLiteral("as in AD"));
        buttonOf(*dialog, "Test and save")->click();
        QTRY_COMPARE_WITH_TIMEOUT(d.kept().map.name(domain::Field::IdvStatus), QStringLiteral("idvState"), 20000);
    }
    // Tried on a message before it is saved; another meaning of a result asks for its reason.
    void resultsAreMappedInTheWindow()
    {
        Acting d;
        d.actions->changeResults(d.open());
        auto *dialog = d.page.findChild<ui::ResultMappingDialog *>();
        QVERIFY(dialog);
        auto *reason = dialog->findChild<QLineEdit *>(QStringLiteral("resultReason"));
        auto *words = dialog->findChild<QPlainTextEdit *>(QStringLiteral("statusWordLines"));
        buttonOf(*dialog, "All under /data")->click();
        words->setPlainText(QStringLiteral("APPROVED = passed"));
        buttonOf(*dialog, "Save")->click();
        QVERIFY(says(*dialog, "What is read or written gets another meaning"));
        reason->setText(QStringLiteral("the provider wraps its answers"));
        buttonOf(*dialog, "Save")->click();
        QTRY_COMPARE_WITH_TIMEOUT(d.kept().provider.results.statusWords.size(), 1, 20000);
        QCOMPARE(domain::sessionPlaces(d.kept().provider, domain::ResultSource::Callback).first(),
            QStringLiteral("/data/session_id"));
        QTRY_VERIFY(d.saysHere("are read anew"));
        const auto log = await(d.ledger->audit().records(1, 1000));
        QVERIFY(
            log &&
            log->last().event.data.value(QLatin1String("reason")).toString().startsWith(QLatin1String("the provider")));
    }
};
IDV_TEST(ActionsOnTenants)
#include "tst_tenantactions.moc"
