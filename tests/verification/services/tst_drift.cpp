#include "services/identities/identitydirectory.h"
#include "services/verification/drift.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/sessions.h"
#include "services/verification/sessionstarter.h"
#include "services/verification/storedcheck.h"
#include "support/fakeclock.h"
#include "support/labfixture.h"
#include "support/registry.h"
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <algorithm>

using support::await;
using support::LabFixture;

namespace {

QJsonObject post(const QUrl &url, const QByteArray &type, const QByteArray &body, const QByteArray &bearer = {})
{
    QNetworkAccessManager m;
    QNetworkRequest r(url);
    r.setHeader(QNetworkRequest::ContentTypeHeader, type);
    if (!bearer.isEmpty())
        r.setRawHeader("Authorization", "Bearer " + bearer);
    auto *reply = m.post(r, body);
    (void)QTest::qWaitFor([reply] { return reply->isFinished(); }, 10000);
    const auto o = QJsonDocument::fromJson(reply->readAll()).object();
    delete reply;
    return o;
}

/// Somebody else's workflow writes to the same attributes.
void overwrite(LabFixture &d, const QString &identity, const QJsonObject &attributes)
{
    const auto &e = d.lab->endpoints();
    const auto token = post(QUrl(e.sailpointUrl + QStringLiteral("/oauth/token")), "application/x-www-form-urlencoded",
        "grant_type=client_credentials&client_id=" + e.workflowClientId.toLatin1() +
            "&client_secret=" + QUrl::toPercentEncoding(e.workflowClientSecret));
    const QJsonObject body{{QStringLiteral("input"),
        QJsonObject{{QStringLiteral("identityId"), identity}, {QStringLiteral("attributes"), attributes}}}};
    const auto ran = post(QUrl(e.sailpointUrl + QStringLiteral("/v2024/workflows/execute/external/") + e.workflowId),
        "application/json", QJsonDocument(body).toJson(),
        token.value(QLatin1String("access_token")).toString().toLatin1());
    QVERIFY2(
        !ran.value(QLatin1String("workflowExecutionId")).toString().isEmpty(), QJsonDocument(ran).toJson().constData());
}

} // namespace

class DriftRepair : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasOverwrittenIsSeenAndWrittenAgain()
    {
        LabFixture d(
            support::quick("verified"), [](domain::Tenant &t) { t.writeBack = domain::WriteBackStrategy::Account; });
        QVERIFY(d.sync());
        const auto person = d.anyone();
        const auto s = *await(d.tenantSession->verifier().starter().start(person, d.request()));
        d.tenantSession->verifier().monitor().watch();
        const auto done = d.settled(s.id);
        QCOMPARE(done.state, domain::SessionState::Verified);
        QCOMPARE(done.writeBack, QStringLiteral("written"));
        services::DriftCheck check(*d.tenantSession);
        QTRY_VERIFY(await(check.list())->all.isEmpty());
        QCOMPARE(await(check.repair(s.id)).error().code, core::ErrorCode::Conflict); // SailPoint agrees
        // A source of somebody else's overwrites two attributes.
        overwrite(d, person.id.str(),
            {{QStringLiteral("idvVerified"), QStringLiteral("false")},
                {QStringLiteral("idvVerifiedName"), QStringLiteral("Someone Else")}});
        QTRY_COMPARE_WITH_TIMEOUT(await(d.tenantSession->directory().refresh(person.id))->idv.verifiedName,
            QStringLiteral("Someone Else"), 8000);
        const auto drift = await(check.list())->all;
        QCOMPARE(drift.size(), 1);
        QCOMPARE(drift.first().fields.size(), 2);
        QCOMPARE(drift.first().fields.first().stored, QStringLiteral("false"));
        QVERIFY(await(check.repair(s.id)));
        QTRY_COMPARE_WITH_TIMEOUT(
            await(d.tenantSession->directory().attributes(person.id))->texts.value(QStringLiteral("idvVerified")),
            QStringLiteral("true"), 10000);
        QTRY_COMPARE_WITH_TIMEOUT(
            await(d.tenantSession->verifier().sessions().session(s.id))->writeBack, QStringLiteral("written"), 15000);
        QTRY_VERIFY(await(check.list())->all.isEmpty());
    }
    // A cron job never waits fifteen minutes: what it may claim is counted in the ledger and by the copy's last
    // reading.
    void whatNobodyStoredIsSaidByWhateverProcessLooks()
    {
        const auto clock = std::make_shared<support::FakeClock>();
        LabFixture d(support::quick("verified"), {}, std::chrono::seconds(30), clock);
        QVERIFY(d.sync());
        d.tenantSession->verifier().monitor().watch();
        const auto s = *await(d.tenantSession->verifier().starter().start(d.anyone(), d.request()));
        QTRY_COMPARE_WITH_TIMEOUT(
            await(d.tenantSession->verifier().sessions().session(s.id))->state, domain::SessionState::Verified, 15000);
        const auto look = [&d] { return *await(services::DriftCheck(*d.tenantSession).list()); };
        // Just now: nobody has looked, and nothing is all right either.
        auto found = look();
        QCOMPARE(found.notLookedAt, 1);
        QCOMPARE(found.compared, 0);
        // Sixteen minutes later without a reading: still nobody has looked.
        clock->setAhead(16 * core::minuteMs);
        d.open();
        QCOMPARE(look().notLookedAt, 1);
        QVERIFY(d.sync());
        found = look();
        QCOMPARE(found.notLookedAt, 0);
        QCOMPARE(found.notStored(), 1);
        QVERIFY(found.all.first().isNotStored);
    }
    // The number beside the past due, from one service that every reader asks; it follows people, sessions and the
    // policy.
    void whoIsPastDueAndNotStoredIsCounted()
    {
        const auto clock = std::make_shared<support::FakeClock>();
        LabFixture d(support::quick("verified"), {}, std::chrono::seconds(30), clock);
        QVERIFY(d.sync());
        d.tenantSession->verifier().monitor().watch();
        domain::PeopleQuery q;
        q.onlyPastDue = true;
        const auto before = *await(d.tenantSession->directory().counts());
        const auto pastDue =
            *await(d.tenantSession->directory().people(*await(d.tenantSession->directory().all(q))->rows));
        const auto it = std::find_if(pastDue.begin(), pastDue.end(), [&d](const domain::Identity &p) {
            return d.tenantSession->verifier().starter().obstacle(p, d.request()).isEmpty();
        });
        QVERIFY(it != pastDue.end());
        QCOMPARE(*await(d.tenantSession->stored().facts()), domain::StoredFacts());
        const auto s = *await(d.tenantSession->verifier().starter().start(*it, d.request()));
        QTRY_COMPARE_WITH_TIMEOUT(
            await(d.tenantSession->verifier().sessions().session(s.id))->state, domain::SessionState::Verified, 15000);
        QTRY_COMPARE(await(d.tenantSession->stored().facts())->notLookedAt, 1);
        QCOMPARE(await(d.tenantSession->stored().facts())->pastDue, 0);
        clock->setAhead(16 * core::minuteMs);
        d.open();
        QVERIFY(d.sync());
        const auto facts = *await(d.tenantSession->stored().facts());
        QCOMPARE(facts.pastDue, 1);
        QCOMPARE(facts.notLookedAt, 0);
        QCOMPARE(facts.pastDueIds(), QStringList{it->id.str()});
        QCOMPARE(facts.notStored.value(it->id.str()).session, s.id);
        QVERIFY(await(d.tenantSession->directory().counts())->allPastDue() >= before.allPastDue()); // it lowers nothing
        q.onlyIds = facts.pastDueIds();
        QCOMPARE(await(d.tenantSession->directory().all(q))->rows->size(), size_t(1));
        // What was looked at once stays looked at, however long nobody synchronises.
        clock->setAhead(2 * core::dayMs);
        d.open();
        QCOMPARE(await(d.tenantSession->stored().facts())->notLookedAtForADay, 0);
        // Asked twice at once, both are answered.
        const auto one = d.tenantSession->stored().facts(), two = d.tenantSession->stored().facts();
        QCOMPARE(*await(one), *await(two));
    }
    void nothingIsRepairedWhereNothingIsWritten()
    {
        LabFixture d(support::quick("verified"));
        QVERIFY(d.sync());
        services::DriftCheck check(*d.tenantSession);
        QVERIFY(!check.obstacle().isEmpty());
        QCOMPARE(await(check.repair(core::SessionId(QStringLiteral("x")))).error().code, core::ErrorCode::Conflict);
    }
};
IDV_TEST(DriftRepair)
#include "tst_drift.moc"
