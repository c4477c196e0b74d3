#include "domain/identities/activity.h"
#include "domain/readiness/readiness.h"
#include "lab/sailpoint/people.h"
#include "services/identities/identitydirectory.h"
#include "services/operations/identityoperations.h"
#include "services/operations/operationtracker.h"
#include "services/operations/profileoperations.h"
#include "services/readiness/readiness.h"
#include "services/recovery/recovery.h"
#include "services/tenants/vendorreach.h"
#include "support/labfixture.h"
#include "support/registry.h"

using core::ErrorCode;
using domain::Right;
using services::ReadinessLine;
using services::TestLevel;
using support::await;
using support::LabFixture;
using support::quick;

namespace {

struct Stand : LabFixture
{
    explicit Stand(const lab::Options &o) : LabFixture(o) { QVERIFY(sync()); }
    services::OperationTracker &ops() { return tenantSession->operations(); }
    QList<ReadinessLine> diagnosis() { return *await(tenantSession->readiness().run(), 20000); }
    static ReadinessLine lineOf(const QList<ReadinessLine> &lines, const QString &text)
    {
        for (const auto &l : lines) {
            if (l.text.startsWith(text))
                return l;
        }
        return {};
    }
    QString profileNamed(const char *name)
    {
        const auto all = *await(tenantSession->profileOperations().profiles());
        for (const domain::IdentityProfile &p : all) {
            if (p.name == QLatin1String(name))
                return p.id;
        }
        return {};
    }
};

} // namespace

class MendingATenant : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // What the console refuses beforehand is what SailPoint would refuse, by the simulator's own reading.
    void whatTheTokenLacksIsRefusedOnBothSides()
    {
        auto o = quick();
        o.scopes = QStringList{QStringLiteral("idn:identity:read"), QStringLiteral("idn:identity-profile:read"),
            QStringLiteral("idn:identity-profile-attribute:read"), QStringLiteral("sp:search:read")};
        Stand d(o);
        const auto rights = d.tenantSession->reach().rights();
        QVERIFY(rights.isKnown && rights.hasUser);
        const core::IdentityId someone(QString::fromLatin1(lab::People::idOf(2, 1)));
        const QString profile = d.profileNamed("Employees");
        const auto code = [](const core::Result<domain::Operation> &r) {
            return r ? ErrorCode::Internal : r.error().code;
        };
        const QList<std::pair<Right, ErrorCode>> asked{
            {Right::DeleteIdentities, code(await(d.tenantSession->identityOperations().resetIdentity(someone)))},
            {Right::InviteIdentities, code(await(d.tenantSession->identityOperations().invite({someone})))},
            {Right::ChangeProfiles, code(await(d.tenantSession->profileOperations().updateProfile(profile, {}, {})))},
            {Right::ImportProfiles, code(await(d.tenantSession->profileOperations().createProfile(domain::newProfile(
                                        QStringLiteral("X"), domain::sourceById(QStringLiteral("s")), {}))))},
            {Right::ChangeAttributes, code(await(d.tenantSession->profileOperations().createAttribute(
                                          domain::textAttribute(QStringLiteral("x")))))},
        };
        for (const auto &[right, answer] : asked) {
            QVERIFY2(!domain::refusal(rights, right).isEmpty(), qPrintable(domain::rightText(right)));
            QVERIFY2(answer == ErrorCode::Forbidden, qPrintable(domain::rightText(right)));
        }
        QVERIFY(domain::refusal(rights, Right::SynchronizeAttributes).isEmpty());
        QVERIFY(await(d.tenantSession->identityOperations().synchronize(someone)));
        const auto line = Stand::lineOf(d.diagnosis(), domain::rightText(Right::DeleteIdentities));
        QCOMPARE(line.level, TestLevel::Warn);
        QVERIFY(line.advice.contains(QLatin1String("idn:identity:manage")));
    }
    void rightsAreSaidToBeNotTried()
    {
        Stand d(quick());
        const auto line = Stand::lineOf(d.diagnosis(), domain::rightText(Right::DeleteIdentities));
        QCOMPARE(line.level, TestLevel::Pass);
        QVERIFY(line.fact.contains(QLatin1String("not tried")));
    }
    void aMissingAttributeIsCreatedAndMappedEverywhere()
    {
        auto o = quick();
        o.missingAttributes << QStringLiteral("idvIAL");
        Stand d(o);
        auto lines = d.diagnosis();
        const auto missing = Stand::lineOf(lines, QStringLiteral("Identity attribute idvIAL"));
        QCOMPARE(missing.level, TestLevel::Fail);
        QCOMPARE(missing.fix, ReadinessLine::CreateAttribute);
        QCOMPARE(missing.remediationOf, QStringLiteral("idvIAL"));
        const auto created =
            await(d.tenantSession->profileOperations().createAttribute(domain::textAttribute(missing.remediationOf)));
        QVERIFY(created && created->state == domain::OperationState::Done);
        const auto again =
            await(d.tenantSession->profileOperations().createAttribute(domain::textAttribute(missing.remediationOf)));
        QCOMPARE(again.error().code, ErrorCode::Conflict);
        QCOMPARE(await(d.ops().list())->size(), 1); // the second one was never asked for
        lines = d.diagnosis();
        QCOMPARE(Stand::lineOf(lines, QStringLiteral("Identity attribute idvIAL")).level, TestLevel::Pass);
        int mapped = 0;
        for (const auto &l : std::as_const(lines)) {
            if (l.fix != ReadinessLine::MapProfile)
                continue;
            const domain::IdentityProfile p = *await(d.tenantSession->profileOperations().profile(l.remediationOf));
            QStringList wanted;
            for (const auto &r : domain::readinessOf(
                     p, *await(d.tenantSession->profileOperations().identityAttributes()), d.tenant.map)) {
                if (r.state == domain::Readiness::NotMapped)
                    wanted << r.attribute;
            }
            const auto patch = domain::mappingsPatch(p, wanted, d.tenant.idvSourceId, QStringLiteral("IDV Results"));
            // Seen before it is sent, and nothing is saved by it.
            const auto preview = await(d.tenantSession->profileOperations().preview(
                core::IdentityId(QString::fromLatin1(lab::People::idOf(2, 1))),
                domain::withMappings(p, wanted, d.tenant.idvSourceId, QStringLiteral("IDV Results")).config));
            QVERIFY(preview);
            QVERIFY(await(d.tenantSession->profileOperations().updateProfile(l.remediationOf, patch, p.modified)));
            ++mapped;
        }
        QVERIFY(mapped > 0);
        for (const auto &l : d.diagnosis()) {
            if (l.area == QLatin1String("profiles"))
                QVERIFY2(l.level == TestLevel::Pass, qPrintable(l.text + l.fact));
        }
    }
    void valuesThatCannotBeReadAreCounted()
    {
        auto o = quick();
        o.identities = 3000;
        Stand d(o);
        const qint64 bad = await(d.tenantSession->directory().counts())->badDates;
        const auto line = Stand::lineOf(d.diagnosis(), QStringLiteral("Values of idvVerifiedDate"));
        QVERIFY(line.fact.contains(QLatin1String("filled for")));
        QCOMPARE(line.level == TestLevel::Warn, bad > 0);
        LabFixture empty(quick());
        QVERIFY(Stand::lineOf(
            *await(empty.tenantSession->readiness().run(), 20000), QStringLiteral("Values of the IDV attributes"))
                    .fact.startsWith(QLatin1String("not known")));
    }
    void wordsThatNobodyExplainedAreCounted()
    {
        auto o = quick();
        o.identities = 1000;
        Stand d(o);
        const auto lineNow = [&d] { return Stand::lineOf(d.diagnosis(), QStringLiteral("Active accounts")); };
        const auto open = domain::activityNotKnown(*await(d.tenantSession->directory().activityGroups()), {});
        QVERIFY(domain::peopleIn(open) > 0 && domain::peopleIn(open) < 1000);
        auto line = lineNow();
        QCOMPARE(line.level, TestLevel::Warn);
        QVERIFY2(line.fact.startsWith(QStringLiteral("of %1 people it is not known: ").arg(domain::peopleIn(open))),
            qPrintable(line.fact));
        QVERIFY(
            line.fact.contains(QLatin1String("leave (")) && !line.fact.contains(QLatin1String("could not be read")));
        QVERIFY(line.advice.contains(QStringLiteral("Active accounts…")));
        // Explained, whichever way, they are known.
        domain::ActivityTable table;
        table.rules << domain::ActivityRule{QString(), QStringLiteral("leave"), true}
                    << domain::ActivityRule{QString(), QStringLiteral("inactive"), false};
        QVERIFY(await(d.tenantSession->recovery().setActivityTable(table)));
        QCOMPARE(lineNow().level, TestLevel::Pass);
        // What cannot be read is no table in which everybody is active.
        QVERIFY(await(d.ledger->settings().set(
            QStringLiteral("activity:") + d.tenant.id.str(), QStringLiteral("{\"rules\":7}"))));
        line = lineNow();
        QCOMPARE(line.level, TestLevel::Fail);
        QVERIFY(line.advice.contains(QStringLiteral("Active accounts…")));
        LabFixture empty(quick());
        const auto lines = *await(empty.tenantSession->readiness().run(), 20000);
        QVERIFY(Stand::lineOf(lines, QStringLiteral("Active accounts")).fact.startsWith(QLatin1String("not known")));
    }
    void aDeletedProfileAsksForAFreshCopy()
    {
        Stand d(quick());
        QSignalSpy stale(&d.ops(), &services::OperationTracker::copyIsStale);
        QVERIFY(await(d.tenantSession->profileOperations().deleteProfiles({d.profileNamed("Seasonal")})));
        QVERIFY(stale.wait(15000));
    }
};
IDV_TEST(MendingATenant)
#include "tst_fixes.moc"
