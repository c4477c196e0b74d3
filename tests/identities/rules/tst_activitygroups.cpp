#include "domain/identities/activity.h"
#include "domain/recovery/recovery.h"
#include "support/registry.h"
#include <QtTest>

using domain::ActivityGroup;
using domain::ActivityTable;

namespace {

ActivityTable table()
{
    ActivityTable t; // "active" for every profile
    t.rules << domain::ActivityRule{QStringLiteral("Contractors"), QStringLiteral("onsite"), true};
    t.rules << domain::ActivityRule{QString(), QStringLiteral("left"), false};
    return t;
}

ActivityGroup group(const char *profile, const char *word, const char *status = "REGISTERED",
    std::optional<QString> state = std::nullopt)
{
    return {QString::fromLatin1(profile), QString::fromLatin1(word), QString::fromLatin1(status), 5, std::move(state)};
}

} // namespace

class ActivityGroups : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoIsInNeither_data()
    {
        QTest::addColumn<ActivityGroup>("given");
        QTest::addColumn<bool>("isNotKnown");
        QTest::newRow("listed as active") << group("Employees", "active") << false;
        QTest::newRow("letter case aside") << group("Employees", " Active ") << false;
        QTest::newRow("listed as inactive") << group("Employees", "left") << false;
        QTest::newRow("nobody explained it") << group("Employees", "leave") << true;
        QTest::newRow("no lifecycle state") << group("Employees", "") << true;
        QTest::newRow("a longer word is another one") << group("Employees", "active-2") << true;
        QTest::newRow("listed for this profile") << group("Contractors", "onsite") << false;
        QTest::newRow("listed for another profile") << group("Employees", "onsite") << true;
        QTest::newRow("no profile") << group("", "onsite") << true;
        QTest::newRow("no profile, listed for all") << group("", "active") << false;
        QTest::newRow("locked: known not to be active") << group("Employees", "leave", "LOCKED") << false;
        QTest::newRow("SailPoint says it is active")
            << group("Employees", "leave", "REGISTERED", QStringLiteral("ACTIVE")) << false;
        QTest::newRow("SailPoint says it is not")
            << group("Employees", "leave", "REGISTERED", QStringLiteral("INACTIVE_SHORT_TERM")) << false;
        QTest::newRow("SailPoint says nothing") << group("Employees", "leave", "REGISTERED", QString()) << true;
        QTest::newRow("SailPoint says what nobody knows")
            << group("Employees", "active", "REGISTERED", QStringLiteral("HALF")) << true;
    }
    void whoIsInNeither()
    {
        QFETCH(ActivityGroup, given);
        QFETCH(bool, isNotKnown);
        const ActivityGroup fine = group("Employees", "active");
        const auto open = domain::activityNotKnown({fine, given}, table());
        QCOMPARE(open, isNotKnown ? QList<ActivityGroup>{given} : QList<ActivityGroup>());
        QCOMPARE(domain::peopleIn(open), isNotKnown ? 5 : 0);
    }
    void wordsAreNamedOnceTheMostFrequentFirst()
    {
        auto few = group("Employees", "onsite");
        auto many = group("Contractors", "Leave");
        many.people = 40;
        const auto none = group("Board", "");
        QCOMPARE(domain::activityWords({}, 5), QString());
        QCOMPARE(domain::activityWords({few, none, group("Employees", "leave"), many}, 5),
            QStringLiteral("leave (45), onsite (5), no lifecycle state (5)"));
        QCOMPARE(domain::activityWords({few, none, many}, 1), QStringLiteral("Leave (40), …"));
    }
    // Only a person whose account was asked about and is not known can be accepted, and only once.
    void whatASecondPersonCanAccept_data()
    {
        using Maybe = std::optional<domain::Activity>;
        QTest::addColumn<Maybe>("activity");
        QTest::addColumn<bool>("isAccepted");
        QTest::addColumn<bool>("canAccept");
        QTest::newRow("not known") << Maybe(domain::Activity::NotKnown) << false << true;
        QTest::newRow("accepted") << Maybe(domain::Activity::NotKnown) << true << false;
        QTest::newRow("active") << Maybe(domain::Activity::Active) << false << false;
        QTest::newRow("inactive") << Maybe(domain::Activity::Inactive) << false << false;
        QTest::newRow("not asked") << Maybe() << false << false;
    }
    void whatASecondPersonCanAccept()
    {
        QFETCH(std::optional<domain::Activity>, activity);
        QFETCH(bool, isAccepted);
        domain::GateFacts f;
        f.activity = activity;
        f.isActivityAccepted = isAccepted;
        QTEST(domain::recoveryGate(domain::Session(), f).canAcceptActivity, "canAccept");
    }
};
IDV_TEST(ActivityGroups)
#include "tst_activitygroups.moc"
