#include "support/registry.h"
#include "support/widgethand.h"
#include "ui/common/theme.h"
#include "ui/events/subscriptionform.h"
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QtTest>

using domain::DispatchMode;
using domain::Trigger;
using domain::TriggerAuth;
using domain::TriggerType;
using support::controlOf;

namespace {

const QString created = QStringLiteral("idn:identity-created");
const QString requested = QStringLiteral("idn:access-request-pre-approval");

struct Form
{
    Form() { theme.apply(ui::ThemeChoice::Light); }
    QLineEdit *field(const char *name) const { return controlOf<QLineEdit>(form, name); }
    QComboBox *choice(const char *name) const { return controlOf<QComboBox>(form, name); }
    ui::Theme theme;
    ui::SubscriptionForm form{theme,
        {Trigger{created, TriggerType::FireAndForget, {}, {}, {}},
            Trigger{requested, TriggerType::RequestResponse, {}, {}, {}}},
        requested};
};

} // namespace

class FieldsOfASubscription : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsTypedIsTheDraft()
    {
        Form f;
        QSignalSpy changed(&f.form, &ui::SubscriptionForm::changed);
        f.field("Name")->setText(QStringLiteral("Own"));
        f.field("Address")->setText(QStringLiteral(" https://idv.example/events "));
        f.field("Filter (JSONPath)")->setText(QStringLiteral(" $.x "));
        f.choice("Sign-in")->setCurrentIndex(int(TriggerAuth::Basic));
        f.field("User name")->setText(QStringLiteral("sailpoint"));
        f.choice("Response")->setCurrentIndex(int(DispatchMode::Async));
        f.field("Deadline (ISO 8601)")->setText(QStringLiteral("PT2H"));
        QCOMPARE(changed.size(), 7);
        const auto d = f.form.draft();
        QCOMPARE(d.name, QStringLiteral("Own"));
        QCOMPARE(d.triggerId, requested);
        QVERIFY(d.isRequestResponse && d.isEnabled);
        QCOMPARE(d.url, QStringLiteral("https://idv.example/events"));
        QCOMPARE(d.filter, QStringLiteral("$.x"));
        QCOMPARE(d.auth, TriggerAuth::Basic);
        QCOMPARE(d.userName, QStringLiteral("sailpoint"));
        QCOMPARE(d.mode, DispatchMode::Async);
        QCOMPARE(d.deadline, QStringLiteral("PT2H"));
        f.choice("Trigger")->setCurrentText(created);
        QVERIFY(!f.form.draft().isRequestResponse);
        QCOMPARE(f.form.trigger().id, created);
    }
    void onlyWhatTheChoicesAskForCanBeTyped()
    {
        Form f;
        f.form.refresh();
        QVERIFY(!f.field("User name")->isEnabled() && !f.field("User name")->toolTip().isEmpty());
        QVERIFY(f.field("Token or password")->isEnabled());
        QVERIFY(f.choice("Response")->isEnabled());
        QVERIFY(!f.field("Deadline (ISO 8601)")->isEnabled());
        QVERIFY(!support::buttonOf(f.form, "Try on the example")->isEnabled());
        f.choice("Sign-in")->setCurrentIndex(int(TriggerAuth::None));
        f.choice("Response")->setCurrentIndex(int(DispatchMode::Dynamic));
        f.field("Filter (JSONPath)")->setText(QStringLiteral("$"));
        f.form.refresh();
        QVERIFY(!f.field("Token or password")->isEnabled());
        QVERIFY(f.field("Deadline (ISO 8601)")->isEnabled());
        QSignalSpy wanted(&f.form, &ui::SubscriptionForm::tryWanted);
        support::buttonOf(f.form, "Try on the example")->click();
        QCOMPARE(wanted.size(), 1);
        f.choice("Trigger")->setCurrentText(created);
        f.form.refresh();
        QVERIFY(!f.choice("Response")->isEnabled() && !f.field("Deadline (ISO 8601)")->isEnabled());
    }
    void theReceiversOwnTokenIsForItsAddressOnly()
    {
        Form f;
        const QString here = QStringLiteral("http://127.0.0.1:1/events");
        auto *own = f.form.findChild<QPushButton *>(QStringLiteral("ownReceiver"));
        f.form.setOwnObstacle(QStringLiteral("It does not listen."));
        QVERIFY(!own->isEnabled());
        f.form.setOwnObstacle({});
        QSignalSpy wanted(&f.form, &ui::SubscriptionForm::ownWanted);
        own->click();
        QCOMPARE(wanted.size(), 1);
        f.field("Token or password")->setText(QStringLiteral("typed before"));
        f.form.useOwn(core::makeSecret(QByteArrayLiteral("the receiver's own")), here);
        QVERIFY(f.form.isOwn());
        QVERIFY(f.form.typedSecret().isEmpty()); // and it is not shown
        QCOMPARE((*f.form.secret())->reveal().toByteArray(), QByteArray("the receiver's own"));
        QCOMPARE(f.form.draft().auth, TriggerAuth::Bearer);
        f.field("Address")->setText(QStringLiteral("https://elsewhere.example"));
        QVERIFY(!f.form.isOwn());
        QVERIFY(!*f.form.secret());
        f.field("Address")->setText(here);
        QVERIFY(f.form.isOwn());
        f.choice("Sign-in")->setCurrentIndex(int(TriggerAuth::Basic));
        QVERIFY(!f.form.isOwn());
    }
    void aTypedSecretIsTakenWhole()
    {
        Form f;
        f.field("Token or password")->setText(QStringLiteral("0123456789abcdef"));
        QCOMPARE((*f.form.secret())->reveal().toByteArray(), QByteArray("0123456789abcdef"));
        QCOMPARE(f.field("Token or password")->echoMode(), QLineEdit::Password);
        f.field("Token or password")->setText(QStringLiteral("with a space inside"));
        QCOMPARE(f.form.secret().error().field, QStringLiteral("secret"));
        f.choice("Sign-in")->setCurrentIndex(int(TriggerAuth::Basic));
        QVERIFY(f.form.secret()); // a password may hold one
        f.form.clearSecret();
        QVERIFY(f.form.secret() && !*f.form.secret());
    }
    void whatIsThereIsChangedAndKeepsItsTrigger()
    {
        Form f;
        domain::Subscription s;
        s.id = QStringLiteral("s1");
        s.name = QStringLiteral("There");
        s.triggerId = created;
        s.type = domain::SubscriptionType::Http;
        s.hasHttpConfig = true;
        s.url = QStringLiteral("https://idv.example");
        s.auth = TriggerAuth::Basic;
        s.userName = QStringLiteral("sailpoint");
        s.filter = QStringLiteral("$.y");
        s.isEnabled = false;
        const auto before = f.form.edit(s);
        const auto now = f.form.draft();
        QCOMPARE(now.name, before.name);
        QCOMPARE(now.triggerId, created);
        QCOMPARE(now.url, before.url);
        QCOMPARE(now.auth, TriggerAuth::Basic);
        QCOMPARE(now.filter, QStringLiteral("$.y"));
        QVERIFY(!now.isEnabled && !before.isEnabled);
        QVERIFY(!f.choice("Trigger")->isEnabled());
        QVERIFY(domain::subscriptionPatch(s, now, QString()).isEmpty()); // nothing was changed
    }
};
IDV_TEST(FieldsOfASubscription)
#include "tst_subscriptionform.moc"
