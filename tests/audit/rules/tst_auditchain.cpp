#include "domain/audit/audit.h"
#include "support/registry.h"
#include <QJsonArray>
#include <QJsonValue>
#include <QtTest>

class AuditChain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void canonicalFormIsRfc8785()
    {
        const QJsonObject o{{QStringLiteral("b"), 1},
            {QStringLiteral("a"), QJsonArray{true, QJsonValue(), QStringLiteral("\u20ac\n\"\\\u0001")}},
            {QStringLiteral("\u00f6"), -5}};
        const auto c = domain::canonicalJson(o);
        QVERIFY(c);
        QCOMPARE(*c, QByteArray("{\"a\":[true,null,\"\xe2\x82\xac\\n\\\"\\\\\\u0001\"],\"b\":1,\"\xc3\xb6\":-5}"));
        QVERIFY(!domain::canonicalJson({{QStringLiteral("x"), 1.5}}));
    }
    void removingAPersonalValueKeepsTheHash()
    {
        domain::AuditRecord r;
        r.sequence = 1;
        r.previous = domain::firstPreviousHash();
        r.event.action = QStringLiteral("x");
        r.event.personal << domain::personal(QStringLiteral("name"), QStringLiteral("Ana"));
        const auto h = domain::auditHash(r);
        QVERIFY(h);
        QVERIFY(!h->isEmpty());
        auto other = r;
        other.event.personal[0].value = QStringLiteral("Bea");
        QVERIFY(*domain::auditHash(other) != *h);
        // Two people of one name do not share a digest.
        QVERIFY(domain::personalDigest(domain::personal(QStringLiteral("name"), QStringLiteral("Ana"))) !=
                domain::personalDigest(r.event.personal[0]));
    }
};
IDV_TEST(AuditChain)
#include "tst_auditchain.moc"
