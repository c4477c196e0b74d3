#include "services/callbacks/callbackreceiver.h"
#include "services/rehearsal/internal/messagelog.h"
#include "services/rehearsal/internal/rehearsalpreparation.h"
#include "services/rehearsal/internal/rehearsalrecord.h"
#include "services/rehearsal/rehearsal.h"
#include "services/rehearsal/rehearsalreport.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/verifier.h"
#include "support/ownparts.h"
#include "support/registry.h"
#include <QJsonDocument>
#include <QtTest>

using domain::RehearsalStep;
using domain::RehearsalVerdict;
using domain::StepState;
using services::Rehearsal;
using services::RehearsalReport;
using support::await;

namespace {

lab::Options ending(const char *outcome)
{
    lab::Options o = support::quick();
    o.outcome = QString::fromLatin1(outcome);
    return o;
}

struct Stage : support::OwnParts
{
    explicit Stage(const lab::Options &o = ending("verified"), const std::function<void(domain::Tenant &)> &change = {})
        : OwnParts(o, [change](domain::Tenant &t) {
              t.environment = domain::Environment::Sandbox;
              t.writeBack = domain::WriteBackStrategy::Account;
              if (change)
                  change(t);
          })
    {
        QVERIFY(sync());
        person = anyone();
    }
    Rehearsal::Wish wish()
    {
        Rehearsal::Wish w;
        w.person = person.id;
        w.request.reason = domain::Reason::Periodic;
        w.request.documents = domain::documentTypes();
        w.isWriteAgreed = true;
        w.callbackWait = std::chrono::milliseconds(0);
        return w;
    }
    core::Result<RehearsalReport> rehearse(const Rehearsal::Wish &w)
    {
        rehearsal = std::make_unique<Rehearsal>(*tenantSession);
        const auto running = rehearsal->run(w);
        return await(running, 60000);
    }
    /// Outcomes in the log.
    QStringList audited()
    {
        QStringList out;
        const auto all = await(ledger->audit().records(1, 5000));
        for (const auto &r : all ? *all : QList<domain::AuditRecord>()) {
            if (r.event.action == QLatin1String("tenant.rehearse"))
                out << r.event.outcome;
        }
        return out;
    }
    domain::Identity person;
    std::unique_ptr<Rehearsal> rehearsal;
};

QStringList textsOf(const RehearsalReport &r, RehearsalStep step, services::TestLevel level)
{
    QStringList out;
    for (const auto &l : r.lines) {
        if (l.step == step && l.level == level)
            out << l.text;
    }
    return out;
}

} // namespace

class RehearsedTenant : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachStepRestsOnWhatWasSeen()
    {
        Stage d;
        auto recovery = d.wish();
        recovery.request.reason = domain::Reason::AccountRecovery;
        QVERIFY(!d.rehearse(recovery));
        QCOMPARE(d.audited(), QStringList());
        const auto report = d.rehearse(d.wish());
        QVERIFY(report);
        QCOMPARE(d.audited(), (QStringList{QStringLiteral("intent"), QStringLiteral("done")}));
        QCOMPARE(report->stateOf(RehearsalStep::Attributes), StepState::Proven);
        QCOMPARE(report->stateOf(RehearsalStep::Client), StepState::Proven);
        QCOMPARE(report->stateOf(RehearsalStep::Session), StepState::Proven);
        QCOMPARE(report->stateOf(RehearsalStep::Stored), StepState::Proven);
        QCOMPARE(report->verdict(), RehearsalVerdict::NotProven); // no callback
        QCOMPARE(textsOf(*report, RehearsalStep::Result, services::TestLevel::NotProven),
            QStringList{QStringLiteral("No callback was seen")});
        QVERIFY(textsOf(*report, RehearsalStep::Result, services::TestLevel::Pass)
                    .contains(QStringLiteral("Answer: level")));
        const QByteArray all =
            QJsonDocument(services::toJson(*report)).toJson() + services::rehearsalMarkdown(*report).toUtf8();
        QVERIFY(all.contains("/verification_status") && all.contains("VERIFIED"));
        for (const QString &personal : {d.person.name, d.person.email, d.person.lastName})
            QVERIFY2(!all.contains(personal.toUtf8()), qPrintable(personal));
    }
    void aKeyThatReadingCouldNotProveIsProvenByAStart()
    {
        Stage d;
        services::ReadinessLine key;
        key.area = QStringLiteral("connection");
        key.level = services::TestLevel::NotProven;
        key.vendor = domain::Vendor::Provider;
        key.text = QStringLiteral("not proven by reading");
        services::ReadinessLine people;
        people.area = QStringLiteral("coverage");
        people.level = services::TestLevel::Fail;
        for (const bool isStarted : {false, true}) {
            services::RehearsalRecord record(*d.tenantSession, [](const services::RehearsalLine &) {});
            services::RehearsalPreparation preparation(*d.tenantSession, record);
            preparation.takeReadiness({key, people});
            QVERIFY(record.report.lines.isEmpty()); // how many people there are is no step
            preparation.sayKey(isStarted);
            preparation.sayKey(!isStarted); // said once
            QCOMPARE(record.report.lines.size(), 1);
            QCOMPARE(record.report.lines.first().level,
                isStarted ? services::TestLevel::Pass : services::TestLevel::NotProven);
        }
    }
    void messagesOfOtherSessionsAreNotOfThisOne()
    {
        services::MessageLog record;
        domain::Session ours;
        ours.providerId = core::ProviderSessionId(QStringLiteral("ps-1"));
        ours.userHash = QStringLiteral("our person");
        const auto body = [](const char *id) { return QJsonObject{{QStringLiteral("id"), QLatin1String(id)}}; };
        using enum domain::MessageKind;
        record.see({Created, body("ps-1"), {}, ours.userHash});
        record.see({Created, body("ps-2"), {}, QStringLiteral("another person")});
        record.see({Answer, body("ps-1"), ours.providerId, {}});
        record.see({Answer, body("ps-2"), core::ProviderSessionId(QStringLiteral("ps-2")), {}});
        record.see({Callback, body("ps-2"), {}, {}});
        QVERIFY(record.newest(Answer).isEmpty()); // before it is known which session is followed
        record.follow(ours);
        QCOMPARE(record.newest(Created), body("ps-1"));
        QCOMPARE(record.newest(Answer), body("ps-1"));
        QVERIFY(record.newest(Callback).isEmpty());
        record.see({Callback, body("ps-1"), {}, {}});
        QCOMPARE(record.newest(Callback), body("ps-1"));
    }
    void aLinkThatRanOutIsReadByNobody()
    {
        Stage d;
        services::RehearsalRecord record(*d.tenantSession, [](const services::RehearsalLine &) {});
        domain::Session s;
        s.state = domain::SessionState::Expired;
        record.messages.follow(s);
        record.sayResult(s, {});
        QVERIFY(!record.report.isResultRead); // and so nothing is stored that was not read with
        record.sayResult(s, {{0, QStringLiteral("callback"), {{QStringLiteral("decides"), true}}}});
        QVERIFY(record.report.isResultRead);
    }
    void aFailureProvesNoPass()
    {
        Stage d(ending("failed"));
        const auto report = d.rehearse(d.wish());
        QVERIFY(report);
        QCOMPARE(report->verdict(), RehearsalVerdict::NotProven); // no level, no name is looked for in a failure
        QVERIFY(report->proposals.isEmpty() && report->isResultRead);
        QCOMPARE(report->stateOf(RehearsalStep::Stored), StepState::NotProven);
        QVERIFY(textsOf(*report, RehearsalStep::Stored, services::TestLevel::NotProven)
                    .contains(QStringLiteral("There is no pass that could be written")));
    }
    void anUnknownWordEndsTheSessionAndIsAskedFor()
    {
        Stage d(ending("unknown-word"));
        const auto report = d.rehearse(d.wish());
        QVERIFY(report);
        QCOMPARE(report->verdict(), RehearsalVerdict::Differs);
        QCOMPARE(report->proposals.size(), 1);
        QCOMPARE(report->proposals.first().option, QStringLiteral("status-word"));
        QVERIFY(report->proposals.first().needsMeaning());
        domain::SessionFilter open;
        open.states = domain::openStates();
        QVERIFY(await(d.tenantSession->verifier().sessions().list(open))->isEmpty());
    }
    void whereTheVendorsDoNotAnswerNothingIsStarted()
    {
        Stage d;
        QVERIFY(d.lab->setFaults({QStringLiteral("sailpoint:*:status=503")}));
        const auto report = d.rehearse(d.wish());
        QVERIFY(report);
        QCOMPARE(report->stateOf(RehearsalStep::Client), StepState::Failed);
        QVERIFY(report->session.isEmpty());
        QCOMPARE(d.asked("provider", "create"), 0);
    }
    void whatIsRefusedAsksNobody()
    {
        Stage d(ending("verified"), [](domain::Tenant &t) { t.environment = domain::Environment::Production; });
        const auto refused = d.rehearse(d.wish());
        QVERIFY(!refused);
        QCOMPARE(refused.error().field, QStringLiteral("tenant"));
        QCOMPARE(d.audited(), QStringList());
    }
    void aStopEndsWhatWasStarted()
    {
        Stage d(ending("never"));
        Rehearsal rehearsal(*d.tenantSession);
        connect(&rehearsal, &Rehearsal::started, &rehearsal, [&rehearsal] { rehearsal.stop(); });
        const auto report = await(rehearsal.run(d.wish()), 30000);
        QVERIFY(report);
        QVERIFY(!report->session.isEmpty());
        QCOMPARE(report->verdict(), RehearsalVerdict::NotProven);
        const auto session = await(d.tenantSession->verifier().sessions().session(report->session));
        QCOMPARE(session->state, domain::SessionState::Cancelled);
    }
    void nothingIsWrittenWithoutAYes_data()
    {
        QTest::addColumn<bool>("isAgreed");
        QTest::newRow("yes") << true;
        QTest::newRow("no") << false;
    }
    void nothingIsWrittenWithoutAYes()
    {
        QFETCH(bool, isAgreed);
        Stage d(ending("verified"), [](domain::Tenant &t) { t.confirmWriteBack = true; });
        Rehearsal rehearsal(*d.tenantSession);
        int asked = 0;
        connect(&rehearsal, &Rehearsal::asksToWrite, &rehearsal, [&](const QList<domain::AttributeWrite> &writes) {
            asked += writes.size() == 7 ? 1 : 100;
            rehearsal.answerWrite(isAgreed);
        });
        auto w = d.wish();
        w.isWriteAgreed = false;
        const auto report = await(rehearsal.run(w), 60000);
        QVERIFY(report);
        QCOMPARE(asked, 1);
        QCOMPARE(report->stateOf(RehearsalStep::Stored), isAgreed ? StepState::Proven : StepState::NotProven);
    }
};
IDV_TEST(RehearsedTenant)
#include "tst_rehearsal.moc"
