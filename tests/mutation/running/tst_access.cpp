#include "support/product.h"
#include "support/registry.h"

using support::Product;
using support::quick;

namespace {

using Meanwhile = std::function<void(Product &)>;

const QString admin = QStringLiteral("Domain Admin");

// What may happen to whoever has to answer or to decide.
void addMeanwhiles(const char *setting)
{
    QTest::addColumn<Meanwhile>("meanwhile");
    QTest::addColumn<bool>("isAccepted");
    const auto row = [](const char *name, bool isAccepted, const Meanwhile &meanwhile) {
        QTest::newRow(name) << meanwhile << isAccepted;
    };
    const QString key = QLatin1String(setting);
    row("unchanged", true, [](auto &) {});
    row("restart between", true, [](auto &p) { QVERIFY(p.restart()); });
    row("removed meanwhile", false, [](auto &p) { QVERIFY(p.remove()); });
    for (const char *stored : {"{\"rules\":[],\"requirements\":[],\"newRule\":1}", "{\"rules\":[", "[]", "{}", "7"})
        row(stored, false, [key, stored](auto &p) { p.setTenantSetting(key, QLatin1String(stored)); });
}

} // namespace

// Requests for access while the product runs: SailPoint's question, and decisions in both products.
class MutatedRequests : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEventIsApprovedUnchangedOnly_data()
    {
        addMeanwhiles("event-rules");
        const auto row = [](const char *name, const Meanwhile &meanwhile) {
            QTest::newRow(name) << meanwhile << false;
        };
        row("how long a verification lasts cannot be read", [](auto &p) {
            p.setTenantSetting(QStringLiteral("freshness"), QStringLiteral("{\"standard\":{\"intervalDays\":\"90\"}}"));
        });
        row("locked meanwhile", [](auto &p) { QVERIFY(p.lock()); });
        row("the person cannot be read", [](auto &p) {
            p.fault({QStringLiteral("sailpoint:identity:status=500"), QStringLiteral("sailpoint:search:status=500"),
                QStringLiteral("sailpoint:list:status=500")});
        });
    }
    void anEventIsApprovedUnchangedOnly()
    {
        QFETCH(Meanwhile, meanwhile);
        QFETCH(bool, isAccepted);
        Product p;
        const auto person = p.somebody(domain::IdentityStatus::Verified, 2);
        QVERIFY(!person.id.isEmpty());
        meanwhile(p);
        support::Tally::of().count(
            QStringLiteral("event answer, running"), QString::fromLatin1(QTest::currentDataTag()));
        const auto answer = p.answerEvent(p.accessEvent(person, admin));
        QVERIFY2(answer.isAccepted == isAccepted, qPrintable(answer.reason));
        QVERIFY(!answer.reason.isEmpty());
    }
    void anEventAboutAnotherIsNot()
    {
        Product p;
        const auto person = p.somebody(domain::IdentityStatus::Verified, 2);
        const auto other = p.somebody(domain::IdentityStatus::Never, 0);
        const auto both = [&](const char *item) {
            auto e = p.accessEvent(person, QString::fromUtf8(item));
            auto people = e.value(QLatin1String("requestedFor")).toArray();
            people.append(QJsonObject{
                {QStringLiteral("id"), other.id.str()}, {QStringLiteral("type"), QStringLiteral("IDENTITY")}});
            e.insert(QStringLiteral("requestedFor"), people);
            return e;
        };
        QVERIFY(p.answerEvent(p.accessEvent(person, admin)).isAccepted);
        QVERIFY(!p.answerEvent(p.accessEvent(other, admin)).isAccepted);
        QVERIFY(!p.answerEvent(both("Domain Admin")).isAccepted);
        QVERIFY(!p.answerEvent(both("Domain \xD0\xB0"
                                    "dmin"))
                     .isAccepted);
        QVERIFY(
            p.answerEvent(p.accessEvent(other, QStringLiteral("Cafeteria"))).isAccepted); // no rule asks for anything
    }
    void anApprovalOfTheCloudIsDecidedUnchangedOnly_data()
    {
        addMeanwhiles("access-requirements");
        QTest::newRow("locked meanwhile") << Meanwhile([](Product &p) { QVERIFY(p.lock()); }) << false;
    }
    void anApprovalOfTheCloudIsDecidedUnchangedOnly()
    {
        QFETCH(Meanwhile, meanwhile);
        QFETCH(bool, isAccepted);
        Product p;
        const auto one = p.waitingFor(true);
        QVERIFY(!one.id.isEmpty());
        QVERIFY(p.demand(one.access));
        meanwhile(p);
        support::Tally::of().count(
            QStringLiteral("approval, cloud, running"), QString::fromLatin1(QTest::currentDataTag()));
        const auto done = p.approve(one.id);
        QVERIFY2(bool(done) == isAccepted, done ? "approved" : qPrintable(done.error().text));
        QVERIFY(done || !done.error().text.isEmpty());
        QCOMPARE(p.writes(QStringLiteral("POST /access-request-approvals")), isAccepted ? 1 : 0);
    }
    void whoIsNotVerifiedGetsNothing()
    {
        Product p;
        const auto other = p.waitingFor(false);
        QVERIFY(!other.id.isEmpty());
        QVERIFY(p.demand(other.access));
        const auto refused = p.approve(other.id);
        QCOMPARE(refused.error().reason, core::ErrorReason::VerifyFirst);
        QCOMPARE(p.writes(QStringLiteral("POST /access-request-approvals")), 0);
        // Whoever is not asked for anything gets it.
        QVERIFY(p.demand(QStringLiteral("something that nobody asks for")));
        QVERIFY(p.approve(other.id));
    }
    void anApprovalOfIdentityIqIsDecidedUnchangedOnly_data() { anApprovalOfTheCloudIsDecidedUnchangedOnly_data(); }
    void anApprovalOfIdentityIqIsDecidedUnchangedOnly()
    {
        QFETCH(Meanwhile, meanwhile);
        QFETCH(bool, isAccepted);
        Product p(quick(), support::useIdentityIq);
        const auto all = p.waiting();
        QVERIFY(!all.isEmpty());
        meanwhile(p);
        support::Tally::of().count(
            QStringLiteral("approval, IdentityIQ, running"), QString::fromLatin1(QTest::currentDataTag()));
        const auto done = p.approve(all.first().id);
        QVERIFY2(bool(done) == isAccepted, done ? "approved" : qPrintable(done.error().text));
        QVERIFY(done || !done.error().text.isEmpty());
        QCOMPARE(p.writes(QStringLiteral("PUT /object/WorkItem")), isAccepted ? 1 : 0);
    }
};
IDV_TEST(MutatedRequests)
#include "tst_access.moc"
