#include "domain/events/triggerevent.h"
#include "services/events/eventrulesettings.h"
#include "services/events/proposalstarter.h"
#include "support/labfixture.h"
#include "support/registry.h"

using core::ErrorCode;
using core::ErrorReason;
using domain::Proposal;
using support::await;
using support::LabFixture;

namespace {

/// What starts proposals, with proposals of the test's own; nobody else settles them.
struct Starter : LabFixture
{
    explicit Starter(const char *outcome = "never") : LabFixture(support::quick(outcome)) { QVERIFY(sync()); }
    services::EventRuleSettings rules{tenant.id, *context};
    services::ProposalStarter starter{*tenantSession, tenantSession->verifier(), rules, *context};

    Proposal put(const char *id, const core::IdentityId &who, bool startsItself = false)
    {
        domain::TriggerEvent e;
        e.tenant = tenant.id;
        e.at = clock->now();
        e.triggerId = domain::trigger::identityCreated;
        e.people = {domain::EventPerson{who, QStringLiteral("Ana")}};
        e.bodyHash = "body";
        e.replayKey = id;
        std::atomic<bool> isStored = false;
        ledger->events().store(e, [&isStored](domain::CallbackVerdict) { isStored = true; });
        (void)QTest::qWaitFor([&isStored] { return isStored.load(); }, 10000);
        Proposal p;
        p.id = QString::fromLatin1(id);
        p.tenant = tenant.id;
        p.identity = who;
        p.personName = QStringLiteral("Ana");
        p.rule = QStringLiteral("New person");
        p.triggerId = e.triggerId;
        p.startsItself = startsItself;
        p.at = clock->now();
        const auto unseen = await(ledger->events().unseen(tenant.id));
        if (unseen && !unseen->isEmpty())
            (void)await(ledger->events().finalize(unseen->last().sequence, {p}, std::nullopt));
        return now(id);
    }
    Proposal now(const char *id)
    {
        const auto all = await(ledger->proposals().list(tenant.id, false));
        for (const auto &p : all ? *all : QList<Proposal>()) {
            if (p.id == QLatin1String(id))
                return p;
        }
        return {};
    }
    core::Result<domain::Session> start(const char *id) { return await(starter.start(QString::fromLatin1(id))); }
    bool begin(const char *id)
    {
        return bool(await(ledger->proposals().change(
            tenant.id, QString::fromLatin1(id), [](const Proposal &p) -> core::Result<domain::ProposalStep> {
                domain::ProposalStep to{p, {}};
                to.proposal.state = Proposal::Starting;
                return to;
            })));
    }
    core::Result<domain::Session> verify(const domain::Identity &who, domain::Reason reason)
    {
        auto r = request();
        r.reason = reason;
        return await(tenantSession->verifier().starter().start(who, r));
    }
    QStringList audited()
    {
        QStringList out;
        const auto all = await(ledger->audit().records(1, 5000));
        for (const auto &r : all ? *all : QList<domain::AuditRecord>()) {
            if (r.event.action == QLatin1String("proposal.start"))
                out << r.event.outcome;
        }
        return out;
    }
};

} // namespace

class StartingProposals : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aStartIsClaimedSentAndKept()
    {
        Starter d;
        QCOMPARE(d.put("p1", d.anyone().id).state, Proposal::Open);
        QSignalSpy started(&d.starter, &services::ProposalStarter::started);
        const auto first = d.starter.start(QStringLiteral("p1"));
        QVERIFY(d.starter.isStarting(QStringLiteral("p1")));
        QCOMPARE(d.start("p1").error().code, ErrorCode::Conflict); // a second try meanwhile
        const auto s = await(first);
        QVERIFY2(bool(s), s ? "" : qPrintable(s.error().text));
        QVERIFY(!d.starter.isStarting(QStringLiteral("p1")));
        QCOMPARE(started.size(), 1);
        QCOMPARE(started.first().first().value<core::SessionId>(), s->id);
        QCOMPARE(d.now("p1").state, Proposal::Started);
        QCOMPARE(d.now("p1").session, s->id);
        QCOMPARE(s->request.reason, domain::Reason::Onboarding);
        QCOMPARE(d.audited(), (QStringList{QStringLiteral("intent"), QStringLiteral("done")}));
        QCOMPARE(d.start("p1").error().code, ErrorCode::Conflict); // and one afterwards
    }
    void whoeverHoldsItIsNotDisturbed()
    {
        Starter d;
        d.put("p1", d.anyone().id);
        QVERIFY(*await(d.ledger->leases().take(
            QStringLiteral("proposal:p1"), QStringLiteral("elsewhere"), std::chrono::minutes(2))));
        QCOMPARE(d.start("p1").error().code, ErrorCode::Conflict);
        QCOMPARE(d.now("p1").state, Proposal::Open);
        d.starter.recover(d.now("p1"));
        QVERIFY(d.audited().isEmpty());
    }
    void whatStandsAgainstItIsKeptWithIt()
    {
        Starter d;
        d.put("p1", core::IdentityId(QStringLiteral("nobody")));
        const auto r = d.start("p1");
        QCOMPARE(r.error().code, ErrorCode::NotFound);
        QCOMPARE(d.now("p1").state, Proposal::Open);
        QVERIFY(!d.now("p1").why.isEmpty());
        QCOMPARE(d.audited(), (QStringList{QStringLiteral("intent"), QStringLiteral("failed")}));
        QVERIFY(!d.starter.isStarting(QStringLiteral("p1")));
        QVERIFY(*await(d.ledger->leases().take(
            QStringLiteral("proposal:p1"), QStringLiteral("elsewhere"), std::chrono::minutes(2)))); // it was let go
    }
    void anOpenVerificationForTheSameIsWhatWasWanted()
    {
        Starter d;
        const auto who = d.anyone();
        d.put("p1", who.id);
        const auto open = d.verify(who, domain::Reason::Onboarding);
        QVERIFY2(bool(open), open ? "" : qPrintable(open.error().text));
        QCOMPARE(d.start("p1").error().reason, ErrorReason::OpenSession);
        QCOMPARE(d.now("p1").state, Proposal::Started);
        QCOMPARE(d.now("p1").session, open->id);
    }
    void whatAPersonStartedBelongsToItWhereItAsksForNoLess()
    {
        Starter d;
        const auto who = d.anyone();
        d.put("p1", who.id);
        const auto other = d.verify(who, domain::Reason::AccountRecovery);
        QVERIFY2(bool(other), other ? "" : qPrintable(other.error().text));
        QCOMPARE(await(d.starter.begun(QStringLiteral("p1"), other->id)).error().code, ErrorCode::Conflict);
        QCOMPARE(d.now("p1").state, Proposal::Open);
        Starter e;
        const auto person = e.anyone();
        e.put("p1", person.id);
        const auto same = e.verify(person, domain::Reason::Onboarding);
        QVERIFY(same);
        QCOMPARE(await(e.starter.begun(QStringLiteral("p1"), same->id))->state, Proposal::Started);
        QCOMPARE(e.now("p1").session, same->id);
        QCOMPARE(await(e.starter.begun(QStringLiteral("p1"), same->id)).error().code, ErrorCode::Conflict);
    }
    void whatWasLeftHalfStartedIsTakenUp()
    {
        Starter d;
        const auto who = d.anyone();
        d.put("p1", who.id);
        QVERIFY(d.begin("p1"));
        d.starter.recover(d.now("p1"));
        QTRY_COMPARE(d.now("p1").state, Proposal::Open); // nothing was sent
        QVERIFY(!d.now("p1").why.isEmpty());
        QCOMPARE(d.audited(), QStringList{QStringLiteral("interrupted")});
        QVERIFY(d.begin("p1"));
        const auto sent = d.verify(who, domain::Reason::Onboarding);
        QVERIFY(sent);
        d.starter.recover(d.now("p1"));
        QTRY_COMPARE(d.now("p1").state, Proposal::Started);
        QCOMPARE(d.now("p1").session, sent->id);
    }
    void rulesStartOneAfterTheOtherAndNotMoreThanAllowed()
    {
        Starter d;
        auto allowed = domain::usualEventRules();
        allowed.startsAnHour = 1;
        QVERIFY(await(d.rules.setRules(allowed)));
        const auto first = d.anyone();
        domain::PeopleQuery q;
        q.status = domain::IdentityStatus::Never;
        const auto rows = await(d.tenantSession->directory().quick(q, 200));
        const auto people = await(d.tenantSession->directory().people(*rows->rows));
        const auto second = std::find_if(people->begin(), people->end(), [&first](const domain::Identity &p) {
            return p.id != first.id && !p.email.isEmpty() && domain::isActiveLifecycle(p.lifecycle);
        });
        QVERIFY(second != people->end());
        const auto a = d.put("p1", first.id, true), b = d.put("p2", second->id, true);
        QCOMPARE(b.state, Proposal::Open);
        d.starter.startLater({a, b});
        QTRY_COMPARE_WITH_TIMEOUT(d.now("p1").state, Proposal::Started, 15000);
        QTRY_VERIFY_WITH_TIMEOUT(!d.now("p2").why.isEmpty(), 15000);
        QCOMPARE(d.now("p2").state, Proposal::Open);
        QCOMPARE(*await(d.ledger->proposals().startedByRules(d.tenant.id, 0)), 1);
    }
};
IDV_TEST(StartingProposals)
#include "tst_proposalstarter.moc"
