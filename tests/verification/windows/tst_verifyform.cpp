#include "services/verification/verificationpolicy.h"
#include "support/bareapp.h"
#include "support/registry.h"
#include "support/widgethand.h"
#include "ui/verification/currentpolicy.h"
#include "ui/verification/verifyform.h"
#include <QCheckBox>
#include <QLineEdit>
#include <QRadioButton>
#include <QtTest>

using domain::Delivery;
using domain::Reason;
using support::await;
using support::says;

namespace {

domain::Identity person(bool hasPhone = true, bool hasMail = true)
{
    domain::Identity p;
    p.id = core::IdentityId(QStringLiteral("p1"));
    p.name = QStringLiteral("Ana Ruiz");
    p.mobile = hasPhone ? QStringLiteral("+14155550123") : QString();
    p.email = hasMail ? QStringLiteral("ana@example.com") : QString();
    return p;
}

struct Form : support::BareApp
{
    explicit Form(const domain::Identity &who = person()) : form(*app, who) {}
    QList<QRadioButton *> radios() const { return form.findChildren<QRadioButton *>(); }
    QRadioButton *reason(Reason r) const { return radios().at(int(r)); }
    QRadioButton *way(Delivery d) const { return radios().at(domain::reasonCount + int(d)); }
    QCheckBox *document(int at) const { return form.findChildren<QCheckBox *>().at(at); }
    QLineEdit *ticket() const { return form.findChild<QLineEdit *>(QStringLiteral("ticketEdit")); }
    QLineEdit *contactReason() const { return support::controlOf<QLineEdit>(form, "Why this contact is used"); }
    /// Contacts that nobody has changed for this long.
    domain::ContactHistory unchangedFor(int days) const
    {
        domain::ContactHistory h;
        h.since = clock->now() - days * core::dayMs;
        return h;
    }
    bool agree(const domain::VerificationPolicy &policy)
    {
        return bool(await(app->policy().set(policy))) &&
               QTest::qWaitFor([&] { return app->policy().value() == policy; }, 5000);
    }
    ui::VerifyForm form;
};

} // namespace

class FormOfAVerification : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsChosenIsTheRequest()
    {
        Form d;
        QSignalSpy reasons(&d.form, &ui::VerifyForm::reasonChosen);
        d.reason(Reason::Periodic)->setChecked(true);
        QCOMPARE(reasons.size(), 1);
        d.way(Delivery::Email)->setChecked(true);
        d.document(0)->setChecked(false);
        d.ticket()->setText(QStringLiteral(" INC7 "));
        const auto r = d.form.request();
        QCOMPARE(r.identity.str(), QStringLiteral("p1"));
        QCOMPARE(r.reason, Reason::Periodic);
        QCOMPARE(r.delivery, Delivery::Email);
        QCOMPARE(r.ticket, QStringLiteral("INC7"));
        QCOMPARE(r.requiredIal, 2);
        QCOMPARE(r.documents, domain::documentTypes().mid(1));
        QVERIFY(r.contactReason.isEmpty());
    }
    void onlyContactsThatAreThereCanBeUsed()
    {
        Form none(person(false, false));
        QVERIFY(!none.way(Delivery::Sms)->isEnabled() && !none.way(Delivery::Email)->isEnabled());
        QCOMPARE(none.form.request().delivery, Delivery::Link);
        QVERIFY(none.way(Delivery::Sms)->text().contains(QLatin1String("no number on file")));
        Form mail(person(false, true));
        QVERIFY(!mail.way(Delivery::Sms)->isEnabled() && mail.way(Delivery::Email)->isEnabled());
        QVERIFY(!mail.way(Delivery::Email)->text().contains(QLatin1String("ana@example.com"))); // it is masked
    }
    void whatIsMissingIsSaid()
    {
        Form d;
        d.form.setHistory(d.unchangedFor(100));
        d.reason(Reason::PrivilegedAccess)->setChecked(true);
        QVERIFY(d.form.missing().contains(QLatin1String("ticket number")));
        d.ticket()->setText(QStringLiteral("INC7"));
        QVERIFY2(d.form.missing().isEmpty(), qPrintable(d.form.missing()));
        const auto documents = domain::documentTypes().size();
        for (int i = 0; i < documents; ++i)
            d.document(i)->setChecked(false);
        QVERIFY(d.form.missing().contains(QLatin1String("document")));
        d.document(0)->setChecked(true);
        auto agreed = d.app->policy().value();
        agreed.ticketPattern = QStringLiteral("^REQ\\d+$");
        agreed.ticketExample = QStringLiteral("REQ1");
        QVERIFY(d.agree(agreed));
        QVERIFY(d.form.missing().contains(QLatin1String("agreed form")));
        d.form.refreshHints();
        QVERIFY(says(d.form, "for example REQ1"));
        d.reason(Reason::Onboarding)->setChecked(true);
        d.form.refreshHints();
        QVERIFY(says(d.form, "Optional"));
    }
    void aContactThatChangedIsNotPreselectedForARecovery()
    {
        Form d;
        d.reason(Reason::AccountRecovery)->setChecked(true);
        d.ticket()->setText(QStringLiteral("INC7"));
        QVERIFY(d.way(Delivery::Sms)->isChecked());
        auto changed = d.unchangedFor(100);
        changed.mobileChangedAt = d.clock->now() - 3 * core::dayMs;
        d.form.setHistory(changed);
        QVERIFY(d.way(Delivery::Link)->isChecked());
        QVERIFY(says(d.form, "Changed 3 day") && says(d.form, "Unchanged for 100 day"));
        d.way(Delivery::Sms)->setChecked(true);
        d.form.refreshHints();
        QVERIFY(d.contactReason()->isVisibleTo(&d.form));
        QVERIFY(d.form.missing().contains(QLatin1String("say why it is used")));
        d.contactReason()->setText(QStringLiteral(" confirmed by the manager "));
        QVERIFY(d.form.missing().isEmpty());
        QCOMPARE(d.form.request().contactReason, QStringLiteral("confirmed by the manager"));
        d.way(Delivery::Email)->setChecked(true);
        d.form.refreshHints();
        QVERIFY(!d.contactReason()->isVisibleTo(&d.form));
        QVERIFY(d.form.request().contactReason.isEmpty());
    }
    void anEarlierRequestIsTakenOver()
    {
        Form d(person(false, true));
        domain::VerificationRequest r;
        r.reason = Reason::NonEmployee;
        r.ticket = QStringLiteral("INC9");
        r.requiredIal = 1;
        r.documents = {domain::documentTypes().last()};
        r.delivery = Delivery::Sms; // which is not there any more
        QSignalSpy changed(&d.form, &ui::VerifyForm::changed);
        d.form.fill(r);
        QVERIFY(!changed.isEmpty());
        const auto now = d.form.request();
        QCOMPARE(now.reason, r.reason);
        QCOMPARE(now.ticket, r.ticket);
        QCOMPARE(now.requiredIal, 1);
        QCOMPARE(now.documents, r.documents);
        QVERIFY(now.delivery != Delivery::Sms);
    }
    void whatWasAgreedForAReasonIsApplied()
    {
        Form d;
        auto agreed = d.app->policy().value();
        domain::ReasonDefaults periodic;
        periodic.leastIal = 2;
        periodic.documents = {domain::documentTypes().first()};
        periodic.delivery = Delivery::Email;
        agreed.defaults.insert(Reason::Periodic, periodic);
        QVERIFY(d.agree(agreed));
        const auto before = d.form.request();
        d.reason(Reason::Onboarding)->setChecked(true);
        d.form.applyDefaults(); // nothing was agreed
        QCOMPARE(d.form.request().documents, before.documents);
        d.reason(Reason::Periodic)->setChecked(true);
        d.form.applyDefaults();
        const auto now = d.form.request();
        QCOMPARE(now.documents, periodic.documents);
        QCOMPARE(now.delivery, Delivery::Email);
        QCOMPARE(now.requiredIal, 2);
    }
    void theLevelIsRaisedToTheLeastOne()
    {
        Form d;
        domain::VerificationRequest low;
        low.reason = Reason::AccountRecovery;
        low.requiredIal = 1;
        low.documents = domain::documentTypes();
        d.form.fill(low);
        QVERIFY(d.form.raiseLevel());
        QCOMPARE(d.form.request().requiredIal, 2);
        QVERIFY(!d.form.raiseLevel());
        low.reason = Reason::Periodic;
        d.form.fill(low);
        QVERIFY(!d.form.raiseLevel());
        QCOMPARE(d.form.request().requiredIal, 1);
    }
    void theNextFormBeginsWhereThisOneEnded()
    {
        Form d;
        d.reason(Reason::NonEmployee)->setChecked(true);
        d.way(Delivery::Link)->setChecked(true);
        d.document(0)->setChecked(false);
        d.ticket()->setText(QStringLiteral("INC7"));
        d.form.remember();
        ui::VerifyForm next(*d.app, person());
        const auto r = next.request();
        QCOMPARE(r.reason, Reason::NonEmployee);
        QCOMPARE(r.delivery, Delivery::Link);
        QCOMPARE(r.documents, domain::documentTypes().mid(1));
        QVERIFY(r.ticket.isEmpty()); // each has its own
    }
};
IDV_TEST(FormOfAVerification)
#include "tst_verifyform.moc"
