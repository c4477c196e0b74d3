#include "domain/verification/policy.h"
#include "support/owntime.h"
#include "support/registry.h"
#include <QtTest>

using domain::VerificationPolicy;

class Policy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ticketsMatchAsAWhole_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("ticket");
        QTest::addColumn<bool>("fits");
        QTest::newRow("no pattern") << ""
                                    << "anything" << true;
        QTest::newRow("exact") << "INC\\d{7}"
                               << "INC0012345" << true;
        QTest::newRow("longer") << "INC\\d{7}"
                                << "INC00123456" << false;
        QTest::newRow("before") << "INC\\d{7}"
                                << "xINC0012345" << false;
        QTest::newRow("alternatives are a whole too") << "A\\d|B\\d"
                                                      << "A1x" << false;
        QTest::newRow("second alternative") << "A\\d|B\\d"
                                            << "B2" << true;
        QTest::newRow("none given: whether one is needed is another rule") << "INC\\d{7}"
                                                                           << "" << true;
        QTest::newRow("a match that would take for ever is none") << "(a+)+b" << QString(60, QLatin1Char('a')) << false;
    }
    void ticketsMatchAsAWhole()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, ticket);
        QFETCH(bool, fits);
        VerificationPolicy p;
        p.ticketPattern = pattern;
        support::OwnTime t;
        QCOMPARE(domain::ticketFits(p, ticket), fits);
        QVERIFY(t.elapsed() < 200);
    }
    void faultsNameTheirField()
    {
        VerificationPolicy p;
        p.ticketPattern = QStringLiteral("INC(");
        QCOMPARE(domain::validate(p).error().field, QStringLiteral("ticket-pattern"));
        p.ticketPattern = QStringLiteral("INC\\d+");
        p.ticketExample = QStringLiteral("CHG1");
        QCOMPARE(domain::validate(p).error().field, QStringLiteral("ticket-example"));
        p.ticketExample = QStringLiteral("INC1");
        QVERIFY(domain::validate(p));
        p.phrases.insert(QStringLiteral("en/verified"), QString(301, QLatin1Char('x')));
        QCOMPARE(domain::validate(p).error().field, QStringLiteral("phrases"));
        p.phrases = {{QStringLiteral("en/unheard"), QStringLiteral("x")}};
        QCOMPARE(domain::validate(p).error().field, QStringLiteral("phrases"));
    }
    void whatIsStoredComesBack()
    {
        VerificationPolicy p{QStringLiteral("INC\\d+"), QStringLiteral("INC1"),
            {{QStringLiteral("de/verified"), QStringLiteral("Danke, das hat geklappt.")}}, {}, {}};
        p.defaults.insert(domain::Reason::PrivilegedAccess, {2, {QStringLiteral("passport")}, domain::Delivery::Link});
        p.defaults.insert(domain::Reason::Periodic, {1, {}, {}});
        p.heldDifferences = {QStringLiteral("order"), QStringLiteral("middle-name")};
        QCOMPARE(*domain::policyFromJson(domain::toJson(p)), p);
        QCOMPARE(*domain::policyFromJson({}), VerificationPolicy());
    }
    void theLeastLevelCanOnlyBeRaised()
    {
        VerificationPolicy p;
        QCOMPARE(domain::leastIal(p, domain::Reason::AccountRecovery), 2);
        QCOMPARE(domain::leastIal(p, domain::Reason::Periodic), 1);
        p.defaults.insert(domain::Reason::AccountRecovery, {1, {}, {}});
        p.defaults.insert(domain::Reason::Periodic, {2, {}, {}});
        QCOMPARE(domain::leastIal(p, domain::Reason::AccountRecovery), 2); // no setting takes that away
        QCOMPARE(domain::leastIal(p, domain::Reason::Periodic), 2);
        p.defaults.insert(domain::Reason::Onboarding, {3, {}, {}});
        QCOMPARE(domain::validate(p).error().field, QStringLiteral("defaults"));
        p.defaults.insert(domain::Reason::Onboarding, {1, {QStringLiteral("library_card")}, {}});
        QCOMPARE(domain::validate(p).error().field, QStringLiteral("defaults"));
        p.defaults.remove(domain::Reason::Onboarding);
        QVERIFY(domain::validate(p));
        p.heldDifferences = {QStringLiteral("other-word")}; // always held, no choice
        QCOMPARE(domain::validate(p).error().field, QStringLiteral("names"));
    }
    void everyStateHasItsSentence()
    {
        QStringList met;
        for (int i = 0; i < domain::sessionStateCount; ++i) {
            for (const auto delivery : {domain::Delivery::Sms, domain::Delivery::Email, domain::Delivery::Link}) {
                for (const auto reason : {domain::Reason::AccountRecovery, domain::Reason::Periodic}) {
                    domain::Session s;
                    s.state = domain::SessionState(i);
                    s.request.delivery = delivery;
                    s.request.reason = reason;
                    met << domain::phraseKeyOf(s, true) << domain::phraseKeyOf(s, false);
                    s.boundAt = 1;
                    met << domain::phraseKeyOf(s, true);
                    s.resetState = QStringLiteral("asked");
                    met << domain::phraseKeyOf(s, true);
                    s.closingReason = QStringLiteral("name-differs");
                    s.ial = s.request.requiredIal;
                    s.request.documents << QStringLiteral("passport");
                    s.documentType = QStringLiteral("passport");
                    s.completedAt = 1;
                    s.source = QStringLiteral("status-query");
                    met << domain::phraseKeyOf(s, true);
                }
            }
        }
        met.removeDuplicates();
        QVERIFY(!met.contains(QString()));
        for (const QString &key : domain::phraseKeys())
            QVERIFY2(met.contains(key), qPrintable(key));
        for (const QString &key : std::as_const(met))
            QVERIFY2(domain::phraseKeys().contains(key), qPrintable(key));
    }
};
IDV_TEST(Policy)
#include "tst_policy.moc"
