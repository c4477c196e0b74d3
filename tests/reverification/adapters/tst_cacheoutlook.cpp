#include "identities/adapters/copyfile.h"
#include "support/registry.h"

using domain::Field;
using domain::IdentityRow;
using support::CopyFile;

namespace {

constexpr core::Instant week = 7 * core::dayMs;

std::vector<core::Instant> weeks(int n)
{
    std::vector<core::Instant> out;
    for (int i = 0; i <= n; ++i)
        out.push_back(CopyFile::now + i * week);
    return out;
}

/// Each verified so many days ago, by a standard of a year.
struct VerifiedAgo
{
    explicit VerifiedAgo(CopyFile &f, const std::vector<int> &days, const domain::ReverificationPolicy &policy = {})
    {
        std::vector<IdentityRow> page;
        for (const int d : days) {
            dates.push_back(domain::formatInstant(CopyFile::now - d * core::dayMs).toStdString());
            ids.push_back("p" + std::to_string(100 + dates.size()));
        }
        for (size_t i = 0; i < dates.size(); ++i) {
            page.push_back(CopyFile::row(ids[i], ids[i]));
            page.back().fields[size_t(Field::IdvVerifiedDate)] = dates[i];
            page.back().profile = i % 2 ? "Admins" : "Employees";
        }
        QVERIFY(f.write(page, CopyFile::changes(), policy));
    }
    std::vector<std::string> dates, ids;
};

domain::ReverificationPolicy yearly()
{
    domain::ReverificationPolicy p;
    p.standard.intervalDays = 365;
    p.standard.warnDays = 30;
    p.standard.graceDays = 14;
    return p;
}

domain::ReverificationPolicy withAdmins(int days)
{
    domain::ReverificationPolicy p = yearly();
    domain::ReverificationRule r;
    r.name = QStringLiteral("Admins");
    r.profiles = {QStringLiteral("Admins")};
    r.isHighRisk = true;
    r.rule.intervalDays = days;
    r.rule.warnDays = 5;
    r.rule.graceDays = 5;
    p.rules = {r};
    return p;
}

} // namespace

class OutlookOfTheCopy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyWeekHasWhoFallsDueInIt()
    {
        CopyFile f;
        const VerifiedAgo people(f, {365 - 1, 365 - 8, 365 - 9, 365 - 100, 400}, yearly());
        const auto r = store::cachesql::readForecast(f.connection(), weeks(3));
        QVERIFY(r);
        QCOMPARE(r->size(), 3);
        QCOMPARE(r->at(0).due, 1);
        QCOMPARE(r->at(1).due, 2);
        QCOMPARE(r->at(2).due, 0);
        QCOMPARE(r->at(1).from, CopyFile::now + week);
        QVERIFY(store::cachesql::readForecast(f.connection(), {})->isEmpty());
        QVERIFY(store::cachesql::readForecast(f.connection(), {CopyFile::now})->isEmpty());
    }
    void whoIsDueOnTheBoundaryBelongsToTheLaterWeek()
    {
        CopyFile f;
        const VerifiedAgo people(f, {365 - 7}, yearly());
        const auto r = store::cachesql::readForecast(f.connection(), weeks(2));
        QCOMPARE(r->at(0).due, 0);
        QCOMPARE(r->at(1).due, 1);
    }
    void highRiskIsAPartOfIt()
    {
        CopyFile f;
        const VerifiedAgo people(f, {365 - 1, 100 - 1}, withAdmins(100));
        const auto r = store::cachesql::readForecast(f.connection(), weeks(1));
        QCOMPARE(r->at(0).due, 2);
        QCOMPARE(r->at(0).highRisk, 1);
    }
    void aPlannedPolicyChangesNothingAndSaysWhatItWouldMake()
    {
        CopyFile f;
        const VerifiedAgo people(f, {10, 50, 200, 340, 400}, yearly()); // Admins: those of 50 and 340 days
        const auto now = store::cachesql::readOutlook(f.connection(), yearly(), weeks(4), CopyFile::now);
        QVERIFY(now);
        QCOMPARE(now->overdue, 1);
        QCOMPARE(now->pastDue, 1);
        QCOMPARE(now->pastGrace, 1);
        QCOMPARE(now->dueSoon, 1);
        QCOMPARE(now->rules.size(), 1);
        QCOMPARE(now->rules.last().people, 5);
        const auto due = f.column(QStringLiteral("SELECT due FROM identity ORDER BY id"));
        const auto planned = store::cachesql::readOutlook(f.connection(), withAdmins(60), weeks(4), CopyFile::now);
        QVERIFY(planned);
        QCOMPARE(planned->overdue, 2);
        QCOMPARE(planned->rules.size(), 2);
        QCOMPARE(planned->rules.first().name, QStringLiteral("Admins"));
        QCOMPARE(planned->rules.first().people, 2);
        QCOMPARE(planned->rules.first().overdue, 1);
        QCOMPARE(planned->rules.first().pastGrace, 1);
        QCOMPARE(planned->rules.last().people, 3);
        QCOMPARE(planned->dueSoon, 0);
        QCOMPARE(planned->weeks.at(1).due, 1); // of 50 days: in ten
        QCOMPARE(planned->weeks.at(1).highRisk, 1);
        QCOMPARE(f.column(QStringLiteral("SELECT due FROM identity ORDER BY id")), due);
    }
    void whoeverIsTriedAgainIsPastDueAllTheSame()
    {
        CopyFile f;
        QVERIFY(f.connection().exec(QStringLiteral("INSERT INTO overlay (id, kind, at) VALUES ('p101', 1, 5)")));
        const VerifiedAgo people(f, {400, 10}, yearly());
        const auto r = store::cachesql::readOutlook(f.connection(), yearly(), weeks(1), CopyFile::now);
        QCOMPARE(r->overdue, 0);
        QCOMPARE(r->pastDue, 1);
    }
    void nobodyHasNoOutlook()
    {
        CopyFile f;
        const auto r = store::cachesql::readOutlook(f.connection(), withAdmins(60), weeks(2), CopyFile::now);
        QVERIFY(r);
        QCOMPARE(r->overdue + r->pastDue + r->dueSoon, 0);
        QCOMPARE(r->weeks.size(), 2);
        QCOMPARE(r->rules.size(), 2);
    }
};
IDV_TEST(OutlookOfTheCopy)
#include "tst_cacheoutlook.moc"
