#include "domain/text/markdown.h"
#include "services/audit/auditfile.h"
#include "services/audit/auditreport.h"
#include "services/audit/audittrail.h"
#include "services/audit/evidence.h"
#include "services/identities/identitydirectory.h"
#include "services/reverification/campaigns.h"
#include "services/tenants/privacy.h"
#include "services/verification/sessioncontrol.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/sessions.h"
#include "services/verification/sessionstarter.h"
#include "support/labfixture.h"
#include "support/registry.h"
#include <QCryptographicHash>
#include <QSqlDatabase>
#include <QSqlQuery>

using core::ErrorCode;
using domain::SessionState;
using services::AuditTrail;
using services::Evidence;
using support::await;
using support::LabFixture;

namespace {

QString readAll(const QString &path)
{
    QFile f(path);
    return f.open(QIODevice::ReadOnly) ? QString::fromUtf8(f.readAll()) : QString();
}

struct Stand : LabFixture
{
    explicit Stand(lab::Options o = support::quick("failed"))
        : LabFixture(o, [](domain::Tenant &t) { t.writeBack = domain::WriteBackStrategy::Account; })
    {
        QVERIFY(sync());
    }
    AuditTrail trail{*context};
    domain::Session ended(const domain::Identity &person)
    {
        const auto s = await(tenantSession->verifier().starter().start(person, request()));
        if (!s)
            return {};
        tenantSession->verifier().monitor().watch();
        return settled(s->id);
    }
    QString sha(const QString &path) const
    {
        QFile f(path);
        (void)f.open(QIODevice::ReadOnly);
        return QString::fromLatin1(QCryptographicHash::hash(f.readAll(), QCryptographicHash::Sha256).toHex());
    }
    /// As if the sessions had been closed so many days ago.
    void age(int days)
    {
        {
            auto db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("age"));
            db.setDatabaseName(dir.filePath(QStringLiteral("ledger.db")));
            QVERIFY(db.open());
            QSqlQuery q(db);
            QVERIFY(q.exec(QStringLiteral("UPDATE session SET closed_at = closed_at - %1").arg(days * core::dayMs)));
            db.close();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("age"));
    }
    bool holds(const QString &text)
    {
        ledger->drain();
        for (const char *name : {"ledger.db", "ledger.db-wal"}) {
            QFile f(dir.filePath(QLatin1String(name)));
            if (f.open(QIODevice::ReadOnly) && f.readAll().contains(text.toUtf8()))
                return true;
        }
        return false;
    }
};

} // namespace

class ReportsAndPrivacy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aReportSaysWhatAnAuditorAsks()
    {
        Stand d;
        const auto person = d.anyone();
        QCOMPARE(d.ended(person).state, SessionState::Failed);
        domain::CampaignPlan plan;
        plan.name = QStringLiteral("Q3 | <b>bold</b>");
        plan.documents = {QStringLiteral("passport")};
        QVERIFY(await(d.tenantSession->campaigns().drafts().create(plan, {})));
        QVERIFY(await(d.tenantSession->campaigns().exemptions().grant(
            {person.id, QStringLiteral("on leave"), QStringLiteral("B. Quesnel"), {}, 0, d.clock->now() + core::dayMs},
            d.reviewerId(), d.reviewer())));
        services::AuditReport report(*d.tenantSession, d.trail, *d.context);
        const QString path = d.dir.filePath(QStringLiteral("report.md"));
        const auto r = await(report.run({}, path));
        QVERIFY2(bool(r), r ? "" : qPrintable(r.error().text));
        const QString text = readAll(path);
        QCOMPARE(QString::fromLatin1(r->sha256), d.sha(path));
        const auto counts = *await(d.tenantSession->directory().counts());
        const qint64 overdue = counts.byStatus[size_t(domain::IdentityStatus::Overdue)];
        QVERIFY(overdue > 0);
        QVERIFY(text.contains(QStringLiteral("| Overdue | %1 |").arg(overdue)));
        // Whoever is past due, whatever the status; the parts add up.
        QVERIFY(counts.allPastDue() >= overdue);
        QVERIFY(text.contains(QStringLiteral("| All past due | %1 |").arg(counts.allPastDue())));
        QVERIFY(text.contains(QLatin1String("Of them 0 verified here, not stored"))); // looked for and found none
        QVERIFY(!text.contains(QLatin1String("not looked at yet")));
        QVERIFY(text.contains(QStringLiteral("| Date unusable | %1 |").arg(counts.badDates)));
        QVERIFY(
            text.contains(QStringLiteral("| Failed | %1 |").arg(counts.pastDue[size_t(domain::PastDuePart::Failed)])));
        QCOMPARE(text.section(QStringLiteral("## Who is past due"), 1)
                         .section(QStringLiteral("##"), 0, 0)
                         .count(QLatin1String("\n|")) -
                     1,
            counts.allPastDue() + 1);                                        // head, rule, people
        QVERIFY(text.contains(QLatin1String("Q3 \\| \\<b\\>bold\\</b\\>"))); // no markup of a name's making
        QVERIFY(text.contains(QLatin1String("on leave")) &&
                text.contains(LabFixture::reviewerIdentity() + QStringLiteral(" (signed in)")) &&
                !text.contains(QLatin1String("B. Quesnel")) && text.contains(domain::markdownText(person.name)));
        // Nothing remembered the log before this report; the next one is anchored.
        QVERIFY(text.contains(QLatin1String("nothing outside the log remembers them")) &&
                text.contains(domain::keyFingerprint(d.trail.state().publicKey)));
        // The numbers instead.
        const QString second = d.dir.filePath(QStringLiteral("numbers.md"));
        QVERIFY(await(report.run({true, {}}, second)));
        QVERIFY(!readAll(second).contains(domain::markdownText(person.name)));
        QVERIFY(readAll(second).contains(QLatin1String("complete and unchanged")) ||
                readAll(second).contains(QLatin1String("unchanged, and complete up to entry")));
        const auto last = await(d.ledger->audit().records(1, 1000))->last();
        QCOMPARE(last.event.action, QStringLiteral("report.export"));
        QCOMPARE(await(report.run({}, QStringLiteral("/nonexistent/report.md"))).error().code, ErrorCode::Storage);
        report.cancel();
    }
    void anEvidencePackHoldsOnePersonAndProvesItself()
    {
        Stand d;
        const auto one = d.anyone();
        const auto session = d.ended(one);
        domain::Identity two;
        const auto everybody =
            await(d.tenantSession->directory().people(*await(d.tenantSession->directory().quick({}, 200))->rows));
        for (const auto &p : *everybody) {
            if (p.id != one.id && d.tenantSession->verifier().starter().obstacle(p, d.request()).isEmpty() &&
                p.name != one.name)
                two = p;
        }
        d.ended(two);
        Evidence pack(*d.tenantSession, d.trail, *d.context);
        const QString path = d.dir.filePath(QStringLiteral("one.md")),
                      log = d.dir.filePath(QStringLiteral("one.jsonl"));
        const auto r = await(pack.run(Evidence::Person, one.id.str(), {}, path));
        QVERIFY2(bool(r), r ? "" : qPrintable(r.error().text));
        const QString text = readAll(path), lines = readAll(log);
        QVERIFY(text.contains(domain::markdownText(one.name)) && text.contains(domain::markdownText(session.id.str())));
        QVERIFY(text.contains(d.sha(log)));
        QVERIFY(
            !text.contains(QLatin1String("readBack")) && !text.contains(QLatin1String("/v/"))); // neither code nor link
        QVERIFY(lines.contains(one.name));
        QVERIFY2(!text.contains(two.name) && !lines.contains(two.name), "somebody else's name");
        const auto proof = *services::proveAuditFile(
            log, {{domain::plainFingerprint(domain::keyFingerprint(d.trail.state().publicKey))}, std::nullopt});
        QVERIFY2(proof.isProved(), qPrintable(proof.problem + proof.unproved));
        QVERIFY(proof.redacted > 0);
        QVERIFY(await(pack.held(Evidence::OneSession, session.id.str()))->contains(domain::markdownText(one.name)));
        QCOMPARE(
            await(pack.run(Evidence::Person, QStringLiteral("nobody"), {}, d.dir.filePath(QStringLiteral("none.md"))))
                .error()
                .code,
            ErrorCode::NotFound);
        QVERIFY(!QFile::exists(d.dir.filePath(QStringLiteral("none.md"))) &&
                !QFile::exists(d.dir.filePath(QStringLiteral("none.jsonl"))));
    }
    void whatIsOldLosesItsNamesAndStaysProved()
    {
        Stand d;
        const auto person = d.anyone();
        const auto session = d.ended(person);
        QCOMPARE(session.state, SessionState::Failed);
        QVERIFY(await(d.trail.signNow()));
        domain::Retention r{true, 455, 30};
        QVERIFY(await(d.tenantSession->privacy().setRetention(r)));
        QCOMPARE(*await(d.tenantSession->privacy().sweep()), 0); // not old yet
        d.age(29);
        QCOMPARE(*await(d.tenantSession->privacy().due(r)), 0);
        d.age(2);
        QCOMPARE(*await(d.tenantSession->privacy().due(r)), 1);
        r.isOn = false;
        QVERIFY(await(d.tenantSession->privacy().setRetention(r)));
        QCOMPARE(*await(d.tenantSession->privacy().sweep()), 0); // switched off
        r.isOn = true;
        QVERIFY(await(d.tenantSession->privacy().setRetention(r)));
        QCOMPARE(*await(d.tenantSession->privacy().sweep()), 1);
        const auto after = *await(d.tenantSession->verifier().sessions().session(session.id));
        QVERIFY(after.personName.isEmpty() && after.verifiedName.isEmpty() && after.sentTo.isEmpty());
        QCOMPARE(after.state, SessionState::Failed);
        QCOMPARE(after.request.ticket, session.request.ticket);
        QVERIFY(after.createdAt == session.createdAt && !after.id.isEmpty());
        const auto notes = await(d.tenantSession->verifier().sessions().notes(session.id));
        for (const auto &n : *notes)
            QVERIFY(n.detail.isEmpty());
        QCOMPARE(await(d.trail.verify())->kind, services::TrailState::Whole);
        QVERIFY(d.trail.state().signedUpTo > 0);
        QCOMPARE(*await(d.tenantSession->privacy().sweep()), 0);
    }
    void forgettingWaitsForWhatIsOpen()
    {
        auto o = support::quick("never");
        Stand d(o);
        const auto person = d.anyone();
        const auto open = *await(d.tenantSession->verifier().starter().start(person, d.request()));
        QCOMPARE(await(d.tenantSession->privacy().forget(person.id)).error().code, ErrorCode::Conflict);
        QVERIFY(!await(d.tenantSession->verifier().sessions().session(open.id))->personName.isEmpty());
        QVERIFY(await(d.tenantSession->verifier().control().stop(open.id, QStringLiteral("x"))));
        QVERIFY(await(d.tenantSession->campaigns().exemptions().grant(
            {person.id, QStringLiteral("a long story"), {}, {}, 0, d.clock->now() + core::dayMs}, d.reviewerId(),
            d.reviewer())));
        QCOMPARE(*await(d.tenantSession->privacy().forget(person.id)), 1);
        QVERIFY(await(d.tenantSession->campaigns().exemptions().active())->isEmpty());
        const auto records = await(d.ledger->audit().records(1, 1000));
        for (const auto &r : *records)
            QVERIFY2(r.event.personal.isEmpty(), qPrintable(r.event.action));
        QCOMPARE(await(d.trail.verify())->kind, services::TrailState::Whole);
        QCOMPARE(*await(d.tenantSession->privacy().forget(person.id)), 0);
    }
    void retentionHasItsLimits()
    {
        Stand d;
        QCOMPARE(await(d.tenantSession->privacy().setRetention({true, 0, 30})).error().field,
            QStringLiteral("verifiedDays"));
        QCOMPARE(await(d.tenantSession->privacy().setRetention({true, 30, 3651})).error().field,
            QStringLiteral("failedDays"));
        QVERIFY(!await(d.tenantSession->privacy().retention())->isOn); // what was never set removes nothing
    }
};
IDV_TEST(ReportsAndPrivacy)
#include "tst_report.moc"
