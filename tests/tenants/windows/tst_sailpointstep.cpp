#include "support/registry.h"
#include "support/widgethand.h"
#include "ui/common/theme.h"
#include "ui/tenants/sailpointstep.h"
#include <QComboBox>
#include <QLineEdit>
#include <QtTest>

using domain::Environment;
using domain::Product;
using domain::Tenant;

namespace {

struct Step
{
    Step() { theme.apply(ui::ThemeChoice::Light); }
    QLineEdit *field(const char *name) const
    {
        return step.findChild<QLineEdit *>(QStringLiteral("field-") + QLatin1String(name));
    }
    void type(const char *name, const char *text)
    {
        field(name)->setText(QString::fromLatin1(text));
        Q_EMIT field(name)->editingFinished();
    }
    void choose(Product product)
    {
        auto *box = step.findChild<QComboBox *>(QStringLiteral("product"));
        box->setCurrentIndex(box->findData(int(product)));
    }
    QComboBox *environment() const { return step.findChild<QComboBox *>(QStringLiteral("environment")); }
    bool hasPaths() const { return support::controlOf<QComboBox>(step, "API paths")->isVisibleTo(&step); }
    Tenant filled() const
    {
        Tenant t;
        step.fill(t);
        return t;
    }
    ui::Theme theme;
    ui::SailPointStep step{theme};
};

} // namespace

class FirstStepOfATenant : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsTypedIsTheTenants()
    {
        Step s;
        s.type("name", " Acme ");
        s.type("sailpoint-url", "https://acme.api.identitynow.com//");
        s.type("client-id", " id ");
        s.type("proxy", "none");
        s.type("time-zone", "Europe/Oslo");
        const auto t = s.filled();
        QCOMPARE(t.name, QStringLiteral("Acme"));
        QCOMPARE(t.sailpointUrl, QStringLiteral("https://acme.api.identitynow.com"));
        QCOMPARE(t.clientId, QStringLiteral("id"));
        QCOMPARE(t.proxy, QStringLiteral("none"));
        QCOMPARE(t.timeZone, QStringLiteral("Europe/Oslo"));
        QCOMPARE(t.product, Product::SecurityCloud);
    }
    void theEnvironmentIsAskedAndNeverGuessed()
    {
        Step s;
        QVERIFY(!s.step.hasEnvironment());
        QCOMPARE(s.filled().environment, Environment::Production); // the strictest, until it is chosen
        s.environment()->setCurrentIndex(int(Environment::Sandbox));
        QVERIFY(s.step.hasEnvironment());
        QCOMPARE(s.filled().environment, Environment::Sandbox);
        s.step.setSimulator();
        QCOMPARE(s.filled().environment, Environment::Simulator);
    }
    void aPastedAddressBecomesTheOneThatIsMeant_data()
    {
        QTest::addColumn<bool>("isIq");
        QTest::addColumn<QByteArray>("pasted");
        QTest::addColumn<QString>("meant");
        QTest::newRow("the page of the cloud") << false << QByteArray("https://acme.identitynow.com/ui/d/dashboard")
                                               << QStringLiteral("https://acme.api.identitynow.com");
        QTest::newRow("its API") << false << QByteArray("https://acme.api.identitynow.com")
                                 << QStringLiteral("https://acme.api.identitynow.com");
        QTest::newRow("another one") << false << QByteArray("https://idn.example")
                                     << QStringLiteral("https://idn.example");
        QTest::newRow("a page of IdentityIQ") << true << QByteArray("https://iiq.example:8443/identityiq/home.jsf?x=1")
                                              << QStringLiteral("https://iiq.example:8443/identityiq");
        QTest::newRow("nothing") << false << QByteArray() << QString();
    }
    void aPastedAddressBecomesTheOneThatIsMeant()
    {
        QFETCH(bool, isIq);
        QFETCH(QByteArray, pasted);
        Step s;
        s.choose(isIq ? Product::IdentityIq : Product::SecurityCloud);
        s.type("sailpoint-url", pasted.constData());
        QTEST(s.filled().sailpointUrl, "meant");
    }
    void whatIsAskedDependsOnTheProduct()
    {
        Step s;
        QSignalSpy changed(&s.step, &ui::SailPointStep::productChanged);
        s.type("name", "Acme");
        QVERIFY(s.hasPaths());
        s.choose(Product::IdentityIq);
        QCOMPARE(changed.size(), 1);
        QVERIFY(!s.hasPaths());
        QVERIFY(support::says(s.step, "proxy user"));
        QCOMPARE(s.filled().name, QStringLiteral("Acme")); // what was typed stays
        QCOMPARE(s.step.product(), Product::IdentityIq);
        s.choose(Product::SecurityCloud);
        QVERIFY(s.hasPaths() && support::says(s.step, "personal access token"));
    }
    void aTunnelIsOfOneAddress()
    {
        Step s;
        s.environment()->setCurrentIndex(int(Environment::Sandbox));
        s.type("sailpoint-url", "http://127.0.0.1:8443/");
        QVERIFY(!s.filled().isTunnel);
        s.step.setTunnel();
        QVERIFY(s.filled().isTunnel);
        s.type("sailpoint-url", "http://127.0.0.1:9443");
        QVERIFY(!s.filled().isTunnel); // nobody said so of this one
        s.type("sailpoint-url", "http://127.0.0.1:8443");
        s.step.setSimulator();
        QVERIFY(!s.filled().isTunnel);
    }
    void aFaultStandsUnderItsField()
    {
        Step s;
        QVERIFY(
            !s.step.showFaults({core::fieldError(QStringLiteral("community-id"), QStringLiteral("of another step"))}));
        QVERIFY(s.step.showFaults({core::fieldError(QStringLiteral("client-id"), QStringLiteral("It is missing.")),
            core::fieldError(QStringLiteral("name"), QStringLiteral("It is taken."))}));
        QVERIFY(support::says(s.step, "It is missing.") && support::says(s.step, "It is taken."));
        QVERIFY(s.field("client-id")->property("invalid").toBool());
        Q_EMIT s.field("client-id")->textEdited(QStringLiteral("i"));
        QVERIFY(!support::says(s.step, "It is missing."));
    }
    void theSecretIsTakenWhole()
    {
        Step s;
        QVERIFY(s.step.secret() && !*s.step.secret());
        QCOMPARE(s.field("client-secret")->echoMode(), QLineEdit::Password);
        s.type("client-secret", " the secret ");
        QCOMPARE((*s.step.secret())->reveal().toByteArray(), QByteArray("the secret"));
        s.field("client-secret")->setText(QStringLiteral("in two\u2028lines"));
        QCOMPARE(s.step.secret().error().field, QStringLiteral("client-secret"));
    }
};
IDV_TEST(FirstStepOfATenant)
#include "tst_sailpointstep.moc"
