#include "domain/audit/exportevents.h"
#include "domain/audit/sessionevents.h"
#include "domain/recovery/recoveryevents.h"
#include "domain/tenants/tenantevents.h"
#include "support/registry.h"
#include <QJsonDocument>
#include <QTest>

using domain::AuditEvent;

namespace {

domain::Session loggedSession()
{
    domain::Session s;
    s.id = core::SessionId(QStringLiteral("s1"));
    s.tenant = core::TenantId(QStringLiteral("t1"));
    s.request.identity = core::IdentityId(QStringLiteral("i1"));
    s.request.ticket = QStringLiteral("INC1");
    s.state = domain::SessionState::Pending;
    s.sentTo = QStringLiteral("a…@x.example");
    s.resetVia = QStringLiteral("EMAIL_WORK");
    return s;
}

// "actor|action|tenant|subject|outcome|data|names of personal fields"
QString lineOf(const AuditEvent &a)
{
    QStringList names;
    for (const auto &f : a.personal)
        names << f.name + QLatin1Char('=') + f.value;
    return QStringList{a.actor, a.action, a.tenant, a.subject, a.outcome,
        QString::fromUtf8(QJsonDocument(a.data).toJson(QJsonDocument::Compact)), names.join(QLatin1Char(','))}
        .join(QLatin1Char('|'));
}

core::Error timedOut(bool mayHaveReached)
{
    core::Error e = core::makeError(core::ErrorCode::Timeout, QStringLiteral("late"));
    e.mayHaveReachedServer = mayHaveReached;
    return e;
}

} // namespace

// Entries of the log, letter by letter: a version that writes others contradicts what older ones proved.
class AuditEntries : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ofASession()
    {
        const auto s = loggedSession();
        const QString ann = QStringLiteral("ann");
        const QString facts = QStringLiteral("\"identity\":\"i1\",\"reason\":\"account-recovery\",\"requiredIal\":2,"
                                             "\"state\":\"pending\",\"ticket\":\"INC1\"");
        QCOMPARE(lineOf(domain::startAnnouncedEvent(ann, s, QStringLiteral("Ann Lee"), QStringLiteral("called"))),
            QStringLiteral(
                "ann|verification.start|t1|s1|intent|{%1}|name=Ann Lee,sentTo=a…@x.example,contactReason=called")
                .arg(facts));
        QCOMPARE(
            lineOf(domain::startedEvent(ann, s)), QStringLiteral("ann|verification.start|t1|s1|done|{%1}|").arg(facts));
        QCOMPARE(lineOf(domain::startFailedEvent(ann, s, timedOut(true))),
            QStringLiteral("ann|verification.start|t1|s1|failed|{\"error\":\"timeout\",%1}|").arg(facts));
        QCOMPARE(lineOf(domain::cancelAnnouncedEvent(ann, s)),
            QStringLiteral("ann|verification.cancel|t1|s1|intent|{%1}|").arg(facts));
        QCOMPARE(lineOf(domain::resendAnnouncedEvent(ann, s)),
            QStringLiteral("ann|verification.resend|t1|s1|intent|{%1}|").arg(facts));
        for (const bool mayHaveReached : {true, false})
            QCOMPARE(lineOf(domain::resendFailedEvent(ann, s, timedOut(mayHaveReached))),
                QStringLiteral("ann|verification.resend|t1|s1|%2|{\"error\":\"timeout\",%1}|")
                    .arg(facts, mayHaveReached ? QStringLiteral("unknown") : QStringLiteral("failed")));
        QCOMPARE(lineOf(domain::movedOnEvent(ann, s, QStringLiteral("expired"))),
            QStringLiteral("ann|verification.expired|t1|s1|done|{%1}|").arg(facts));
        auto more = s;
        more.campaign = QStringLiteral("c1");
        more.providerId = core::ProviderSessionId(QStringLiteral("p1"));
        const QJsonObject of =
            domain::resultEvent(ann, more, QStringLiteral("done"), {{QStringLiteral("ial"), 2}}).data;
        QCOMPARE(of.value(QLatin1String("campaign")).toString(), QStringLiteral("c1"));
        QCOMPARE(of.value(QLatin1String("providerSession")).toString(), QStringLiteral("p1"));
        QCOMPARE(of.value(QLatin1String("ial")).toInt(), 2);
        QCOMPARE(lineOf(domain::callbackFailedEvent(s.tenant, s.id, timedOut(false))),
            QStringLiteral("system|verification.callback|t1|s1|failed|{\"error\":\"timeout\"}|"));
    }
    void ofARecovery()
    {
        const auto s = loggedSession();
        const QString ann = QStringLiteral("ann");
        const QString facts = QStringLiteral("\"state\":\"pending\",\"ticket\":\"INC1\"");
        QCOMPARE(lineOf(domain::callerBoundEvent(ann, s, QStringLiteral("qr"))),
            QStringLiteral("ann|recovery.caller-bound|t1|s1|done|{\"how\":\"qr\",\"identity\":\"i1\",%1}|").arg(facts));
        QCOMPARE(lineOf(domain::wrongCodeEvent(ann, s)),
            QStringLiteral("ann|recovery.wrong-code|t1|s1|refused|{\"identity\":\"i1\",%1}|").arg(facts));
        QCOMPARE(lineOf(domain::resetAnnouncedEvent(
                     ann, s, QStringLiteral("id-ann"), QStringLiteral("a…@x.example"), QString())),
            QStringLiteral("ann|recovery.reset|t1|s1|intent|{\"identity\":\"i1\",\"principal\":\"id-ann\",%1,"
                           "\"via\":\"EMAIL_WORK\"}|sentTo=a…@x.example")
                .arg(facts));
        QCOMPARE(lineOf(domain::resetAnsweredEvent(ann, s, core::ok())),
            QStringLiteral("ann|recovery.reset|t1|s1|done|{\"identity\":\"i1\",%1,\"via\":\"EMAIL_WORK\"}|")
                .arg(facts));
        QCOMPARE(lineOf(domain::resetAnsweredEvent(ann, s, timedOut(true))),
            QStringLiteral("ann|recovery.reset|t1|s1|failed|{\"error\":\"timeout\",\"identity\":\"i1\",%1,"
                           "\"via\":\"EMAIL_WORK\"}|")
                .arg(facts));
        const QJsonObject by{{QStringLiteral("reviewer"), QStringLiteral("id-bob")}};
        QCOMPARE(lineOf(domain::reviewEvent(ann, s, by, QStringLiteral(" seen "))),
            QStringLiteral("ann|verification.review|t1|s1|done|{\"identity\":\"i1\",\"reviewer\":\"id-bob\",%1}|"
                           "comment=seen")
                .arg(facts));
        QCOMPARE(lineOf(domain::activityAcceptedEvent(ann, s, by, QStringLiteral("seen"))),
            QStringLiteral("ann|recovery.activity-accepted|t1|s1|done|{\"identity\":\"i1\",\"reviewer\":\"id-bob\",%1}|"
                           "comment=seen")
                .arg(facts));
    }
    void ofTenantsAndExports()
    {
        domain::Tenant t;
        t.id = core::TenantId(QStringLiteral("t1"));
        t.name = QStringLiteral("Halden");
        QCOMPARE(lineOf(domain::tenantEvent(
                     QStringLiteral("ann"), t, QStringLiteral("tenant.lock"), QStringLiteral("done"))),
            QStringLiteral("ann|tenant.lock|t1|t1|done|{\"environment\":\"production\",\"name\":\"Halden\","
                           "\"readOnly\":false,\"tunnel\":false,\"writeBack\":\"none\"}|"));
        QCOMPARE(lineOf(domain::tenantFromFileEvent(QStringLiteral("ann"), t)),
            QStringLiteral("ann|tenant.add|t1|t1|done|{\"from\":\"settings file\",\"name\":\"Halden\"}|"));
        QCOMPARE(lineOf(domain::evidenceExportEvent(3)), QStringLiteral("|evidence.export||||{\"entries\":3}|"));
        QCOMPARE(lineOf(domain::logExportEvent(true)), QStringLiteral("|audit.export||||{\"redacted\":true}|"));
    }
};
IDV_TEST(AuditEntries)
#include "tst_auditentries.moc"
