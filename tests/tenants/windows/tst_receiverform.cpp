#include "support/registry.h"
#include "support/widgethand.h"
#include "ui/common/theme.h"
#include "ui/settings/receiverform.h"
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QtTest>

using domain::CallbackAuth;
using domain::ReceiverSettings;
using domain::ReceiverTls;
using support::controlOf;

namespace {

struct Form
{
    Form() { theme.apply(ui::ThemeChoice::Light); }
    template <class W>
    bool offers(const char *name) const
    {
        const auto *w = controlOf<W>(form, name);
        return w && w->isVisibleTo(&form);
    }
    QLineEdit *secret() const { return controlOf<QLineEdit>(form, "Secret, hidden"); }
    QPushButton *fresh() const { return support::buttonOf(form, "Make a second one…"); }
    QCheckBox *events() const { return form.findChild<QCheckBox *>(QStringLiteral("takesEvents")); }
    ui::Theme theme;
    ui::ReceiverForm form{theme};
};

ReceiverSettings unusual()
{
    ReceiverSettings s;
    s.startsWithTenant = true;
    s.address = QStringLiteral("0.0.0.0");
    s.port = 0;
    s.path = QStringLiteral("/here");
    s.takesEvents = true;
    s.eventsPath = QStringLiteral("/events");
    s.auth = CallbackAuth::Header;
    s.headerName = QStringLiteral("X-Own");
    s.tls = ReceiverTls::Own;
    s.certificateFile = QStringLiteral("/c.pem");
    s.keyFile = QStringLiteral("/k.pem");
    s.clientCaFile = QStringLiteral("/ca.pem");
    s.trustsUnsigned = true;
    return s;
}

} // namespace

class FieldsOfAReceiver : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsLoadedIsWhatIsSaid()
    {
        Form f;
        for (const auto &s : {ReceiverSettings(), unusual()}) {
            f.form.load(s);
            QVERIFY(f.form.settings(s) == s);
        }
        auto kept = unusual();
        kept.maxBodyBytes = 1000; // what the form does not show stays
        QCOMPARE(f.form.settings(kept).maxBodyBytes, 1000);
    }
    void anotherFormOfTheSignatureIsAnotherScheme()
    {
        Form f;
        ReceiverSettings own;
        own.scheme.timestampHeader = QStringLiteral("X-Changed-By-Hand");
        f.form.load(own);
        QVERIFY(f.form.settings(own).scheme == own.scheme); // as long as it is not chosen anew
        auto *preset = controlOf<QComboBox>(f.form, "Form of the signature");
        preset->setCurrentIndex(preset->findData(QStringLiteral("plain")));
        const auto changed = f.form.settings(own);
        QCOMPARE(changed.presetName, QStringLiteral("plain"));
        QVERIFY(changed.scheme == *domain::signaturePreset(QStringLiteral("plain")));
    }
    void aSignatureOfItsOwnIsSaidPartByPart()
    {
        Form f;
        f.form.load(ReceiverSettings());
        auto *preset = controlOf<QComboBox>(f.form, "Form of the signature");
        QVERIFY(!f.offers<QLineEdit>("What is signed"));
        preset->setCurrentIndex(preset->findData(QStringLiteral("github")));
        preset->setCurrentIndex(preset->findData(QStringLiteral("own")));
        // It begins with what was chosen before.
        QCOMPARE(controlOf<QLineEdit>(f.form, "Before the signature")->text(), QStringLiteral("sha256="));
        QVERIFY(f.offers<QLineEdit>("What is signed") && f.offers<QLineEdit>("Before the signature"));
        controlOf<QLineEdit>(f.form, "Header of the signature")->setText(QStringLiteral("X-Acme"));
        controlOf<QLineEdit>(f.form, "Header of the time stamp")->setText(QStringLiteral("X-Acme-Time"));
        controlOf<QLineEdit>(f.form, "What is signed")->setText(QStringLiteral("v0:{ts}:{body}"));
        const auto s = f.form.settings(ReceiverSettings());
        QCOMPARE(s.presetName, QStringLiteral("own"));
        QCOMPARE(s.scheme.header, QStringLiteral("X-Acme"));
        QCOMPARE(s.scheme.signedText, QStringLiteral("v0:{ts}:{body}"));
        QVERIFY(s.scheme.isHex && domain::validate(s).isEmpty());
        Form again;
        again.form.load(s);
        QVERIFY(again.form.settings(ReceiverSettings()).scheme == s.scheme);
        auto *format = controlOf<QComboBox>(f.form, "Signatures in the header");
        format->setCurrentIndex(format->findData(int(domain::SignatureScheme::Format::Timestamped)));
        QVERIFY(!f.offers<QLineEdit>("Header of the time stamp") && !f.offers<QLineEdit>("Before the signature"));
    }
    void onlyWhatTheSignInNeedsIsShown_data()
    {
        QTest::addColumn<int>("auth");
        QTest::addColumn<bool>("hasPreset");
        QTest::addColumn<bool>("hasHeader");
        QTest::addColumn<bool>("hasSecret");
        QTest::addColumn<bool>("canMake");
        QTest::newRow("hmac") << int(CallbackAuth::Hmac) << true << false << true << true;
        QTest::newRow("ed25519") << int(CallbackAuth::Ed25519) << true << false << true << false;
        QTest::newRow("bearer") << int(CallbackAuth::Bearer) << false << false << true << true;
        QTest::newRow("basic") << int(CallbackAuth::Basic) << false << false << true << false;
        QTest::newRow("header") << int(CallbackAuth::Header) << false << true << true << true;
        QTest::newRow("none") << int(CallbackAuth::None) << false << false << false << false;
    }
    void onlyWhatTheSignInNeedsIsShown()
    {
        QFETCH(int, auth);
        Form f;
        auto *choice = controlOf<QComboBox>(f.form, "Sign-in");
        choice->setCurrentIndex(choice->findData(auth));
        QTEST(f.offers<QComboBox>("Form of the signature"), "hasPreset");
        QTEST(f.offers<QLineEdit>("Header"), "hasHeader");
        QTEST(f.secret()->isEnabled(), "hasSecret");
        QTEST(f.fresh()->isEnabled(), "canMake");
        QCOMPARE(f.fresh()->toolTip().isEmpty(), f.fresh()->isEnabled());
    }
    void filesAreAskedForWhereTlsNeedsThem()
    {
        Form f;
        auto *tls = controlOf<QComboBox>(f.form, "TLS");
        const auto files = [&f] {
            return QList<bool>{f.offers<QLineEdit>("Certificate file"), f.offers<QLineEdit>("Key file"),
                f.offers<QLineEdit>("Senders’ authority (file)")};
        };
        QCOMPARE(files(), (QList<bool>{false, false, false}));
        tls->setCurrentIndex(tls->findData(int(ReceiverTls::Generated)));
        QCOMPARE(files(), (QList<bool>{false, false, true}));
        tls->setCurrentIndex(tls->findData(int(ReceiverTls::Own)));
        QCOMPARE(files(), (QList<bool>{true, true, true}));
        controlOf<QLineEdit>(f.form, "Senders’ authority (file)")->setText(QStringLiteral("/ca.pem"));
        tls->setCurrentIndex(tls->findData(int(ReceiverTls::None)));
        QVERIFY(f.form.settings({}).clientCaFile.isEmpty()); // without TLS nobody shows a certificate
    }
    void aBoxTakesEffectAtOnce()
    {
        Form f;
        QSignalSpy boxes(&f.form, &ui::ReceiverForm::boxClicked);
        QVERIFY(!f.offers<QLineEdit>("Path of SailPoint’s events"));
        f.events()->click();
        QCOMPARE(boxes.size(), 1);
        QVERIFY(f.offers<QLineEdit>("Path of SailPoint’s events"));
        f.form.load(ReceiverSettings()); // nobody clicked
        QCOMPARE(boxes.size(), 1);
        QSignalSpy token(&f.form, &ui::ReceiverForm::tokenWanted),
            second(&f.form, &ui::ReceiverForm::secondSecretWanted);
        support::buttonOf(f.form, "Copy token")->click();
        f.fresh()->click();
        QCOMPARE(token.size() + second.size(), 2);
    }
    void aTypedSecretIsTakenOnce()
    {
        Form f;
        QVERIFY(f.form.takeSecret() && !*f.form.takeSecret());
        QCOMPARE(f.secret()->echoMode(), QLineEdit::Password);
        f.secret()->setText(QStringLiteral("a secret of its own"));
        const auto taken = f.form.takeSecret();
        QCOMPARE((*taken)->reveal().toByteArray(), QByteArray("a secret of its own"));
        QVERIFY(f.secret()->text().isEmpty());
        f.secret()->setText(QStringLiteral("in two\u2028lines"));
        QCOMPARE(f.form.takeSecret().error().field, QStringLiteral("callbackSecret"));
        QVERIFY(!f.secret()->text().isEmpty()); // to be mended
    }
};
IDV_TEST(FieldsOfAReceiver)
#include "tst_receiverform.moc"
