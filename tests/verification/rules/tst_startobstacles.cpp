#include "domain/verification/startobstacles.h"
#include "support/registry.h"
#include <QTest>

using domain::Delivery;
using domain::Reason;
using domain::VerificationRequest;

namespace {

domain::Identity anybody()
{
    domain::Identity p;
    p.lifecycle = QStringLiteral("active");
    p.email = QStringLiteral("ann@halden.example");
    p.mobile = QStringLiteral("+4791234567");
    return p;
}

VerificationRequest request(Reason reason = Reason::AccountRecovery, Delivery delivery = Delivery::Email)
{
    VerificationRequest r;
    r.reason = reason;
    r.ticket = QStringLiteral("INC0012345");
    r.requiredIal = 2;
    r.documents = {QStringLiteral("passport")};
    r.delivery = delivery;
    return r;
}

} // namespace

// What stands against a start, each by one condition changed.
class StartObstacles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingStandsAgainstAnHonestStart()
    {
        QCOMPARE(domain::startObstacle(anybody(), request(), {}), QString());
        QVERIFY(!domain::requestFault(request()));
        QVERIFY(domain::policyFault({}, request()));
        QVERIFY(domain::contactFault(aged(400), request(), now));
    }
    void theTenantAndTheProvider()
    {
        domain::StartConditions c;
        c.isLocked = true;
        QVERIFY(domain::startObstacle(anybody(), request(), c).contains(QLatin1String("locked")));
        c = {};
        c.areSecretsMissing = true;
        QVERIFY(domain::startObstacle(anybody(), request(), c).contains(QLatin1String("secrets")));
        c = {};
        c.canSend = false;
        QVERIFY(domain::startObstacle(anybody(), request(), c).contains(QLatin1String("no such way of sending")));
        c = {};
        c.takesSeveralDocuments = false;
        QCOMPARE(domain::startObstacle(anybody(), request(), c), QString());
        auto two = request();
        two.documents << QStringLiteral("national_id");
        QVERIFY(domain::startObstacle(anybody(), two, c).contains(QLatin1String("one type of document")));
    }
    void thePerson()
    {
        auto gone = anybody();
        gone.lifecycle = QStringLiteral("terminated");
        QVERIFY(domain::startObstacle(gone, request(), {}).contains(QLatin1String("not active")));
        auto silent = anybody();
        silent.email.clear();
        QVERIFY(domain::startObstacle(silent, request(), {}).contains(QLatin1String("No usable contact")));
        QCOMPARE(domain::startObstacle(silent, request(Reason::AccountRecovery, Delivery::Link), {}), QString());
    }
    void theRequestNamesItsFault_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("field");
        for (const char *change : {"no ticket", "long ticket"})
            QTest::newRow(change) << QString::fromLatin1(change) << QStringLiteral("ticket");
        for (const char *change : {"level 0", "level 3"})
            QTest::newRow(change) << QString::fromLatin1(change) << QStringLiteral("ial");
        for (const char *change : {"no document", "unknown document", "one unknown among known"})
            QTest::newRow(change) << QString::fromLatin1(change) << QStringLiteral("documents");
    }
    void theRequestNamesItsFault()
    {
        QFETCH(QString, change);
        QFETCH(QString, field);
        auto r = request();
        if (change == QLatin1String("no ticket"))
            r.ticket.clear();
        if (change == QLatin1String("long ticket"))
            r.ticket = QString(65, QLatin1Char('1'));
        if (change.startsWith(QLatin1String("level")))
            r.requiredIal = change.endsWith(QLatin1Char('0')) ? 0 : 3;
        if (change == QLatin1String("no document"))
            r.documents.clear();
        if (change == QLatin1String("unknown document"))
            r.documents = {QStringLiteral("library_card")};
        if (change == QLatin1String("one unknown among known"))
            r.documents << QStringLiteral("library_card");
        const auto fault = domain::requestFault(r);
        QVERIFY(fault);
        QCOMPARE(fault->field, field);
    }
    void thePolicyAsksForLevelAndTicket()
    {
        auto low = request();
        low.requiredIal = 1;
        QCOMPARE(domain::policyFault({}, low).error().field, QStringLiteral("ial"));
        domain::VerificationPolicy p;
        p.ticketPattern = QStringLiteral("INC[0-9]{7}");
        p.ticketExample = QStringLiteral("INC0000001");
        QVERIFY(domain::policyFault(p, request()));
        auto other = request();
        other.ticket = QStringLiteral("INC12");
        const auto refused = domain::policyFault(p, other);
        QCOMPARE(refused.error().field, QStringLiteral("ticket"));
        QVERIFY(refused.error().text.contains(p.ticketExample));
    }
    void aNewContactNeedsAReasonBeforeARecovery()
    {
        QCOMPARE(domain::contactFault(aged(3), request(), now).error().field, QStringLiteral("contact-reason"));
        // How old it is, nobody knows: as if it were new.
        QCOMPARE(domain::contactFault({}, request(), now).error().field, QStringLiteral("contact-reason"));
        auto explained = request();
        explained.contactReason = QStringLiteral("Changed by HR, seen in the badge office");
        QVERIFY(domain::contactFault(aged(3), explained, now));
        QVERIFY(domain::contactFault(aged(3), request(Reason::Periodic), now));
        QVERIFY(domain::contactFault(aged(3), request(Reason::AccountRecovery, Delivery::Link), now));
        // The other contact's age says nothing about this one.
        auto phone = aged(400);
        phone.mobileChangedAt = now - core::dayMs;
        QVERIFY(domain::contactFault(phone, request(), now));
        QVERIFY(!domain::contactFault(phone, request(Reason::AccountRecovery, Delivery::Sms), now));
    }

private:
    static constexpr core::Instant now = 1'790'000'000'000;
    static domain::ContactHistory aged(int days)
    {
        domain::ContactHistory h;
        h.since = now - 500 * core::dayMs;
        h.emailChangedAt = now - days * core::dayMs;
        return h;
    }
};

IDV_TEST(StartObstacles)
#include "tst_startobstacles.moc"
