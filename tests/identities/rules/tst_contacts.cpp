#include "domain/identities/contact.h"
#include "support/registry.h"
#include <QtTest>

class Contacts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void masks()
    {
        QCOMPARE(domain::maskPhone(QStringLiteral("+34 600 123 417")), QStringLiteral("+34 ••• ••3 417"));
        QCOMPARE(domain::maskEmail(QStringLiteral("mfernanda@hv.example")), QStringLiteral("m•••a@hv.example"));
        QVERIFY(domain::maskPhone(QStringLiteral("call me")).isEmpty());
        QVERIFY(domain::maskEmail(QStringLiteral("nobody")).isEmpty());
        QCOMPARE(domain::e164(QStringLiteral("+34 (600) 123-417")), QStringLiteral("+34600123417"));
        QVERIFY(domain::e164(QStringLiteral("600123417")).isEmpty());
        QVERIFY(domain::e164(QStringLiteral("+٣٤600123417")).isEmpty());
    }
};
IDV_TEST(Contacts)
#include "tst_contacts.moc"
