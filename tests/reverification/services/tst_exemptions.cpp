#include "reverification/services/exemptions.h"
#include "services/identities/identitydirectory.h"
#include "services/reverification/campaigns.h"
#include "support/iqfixture.h"
#include "support/registry.h"

using core::ErrorCode;
using support::await;
using support::grantsInLog;
using support::IqFixture;
using support::LabFixture;
using support::parentalLeave;
using support::quick;
using support::rewriteOneRow;

namespace {

core::SecretPtr word(const QString &t)
{
    return core::makeSecret(t.toUtf8());
}

} // namespace

class Exemptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoMayAllowOne_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<QString>("operatorId"); // who sits here
        QTest::addColumn<int>("code");           // ErrorCode, or -1: allowed
        const QString owner = QStringLiteral("2c9180867769897d01776ed5f125512f");
        const QString somebody = QStringLiteral("2c9180867769897d01776ed5f12550aa");
        const auto row = [](const char *name, const char *who, const QString &operatorId, int code) {
            QTest::newRow(name) << QString::fromLatin1(who) << operatorId << code;
        };
        row("a typed name alone", "nobody", somebody, int(ErrorCode::Usage));
        row("empty credentials", "empty", somebody, int(ErrorCode::Usage));
        row("a wrong secret", "wrong", somebody, int(ErrorCode::Unauthorized));
        row("an API client that is nobody", "client", somebody, int(ErrorCode::Conflict));
        row("the owner of the tenant's token", "owner", somebody, int(ErrorCode::Conflict));
        row("the operator", "reviewer", LabFixture::reviewerIdentity(), int(ErrorCode::Conflict));
        row("operator and owner in one", "owner", owner, int(ErrorCode::Conflict));
        row("nobody knows who sits here", "reviewer", QString(), int(ErrorCode::Conflict));
        row("the person themselves", "themselves", somebody, int(ErrorCode::Conflict));
        row("about somebody whom nobody knows", "unknown", somebody, int(ErrorCode::NotFound));
        row("somebody else", "reviewer", somebody, -1);
    }
    void whoMayAllowOne()
    {
        QFETCH(QString, who);
        QFETCH(QString, operatorId);
        QFETCH(int, code);
        LabFixture d(quick());
        QVERIFY(d.sync());
        QVERIFY(
            await(d.ledger->settings().set(domain::operatorSetting(d.tenant.id, d.context->operatorName), operatorId)));
        const auto &ends = d.lab->endpoints();
        core::SecretPtr id = d.reviewerId(), secret = d.reviewer();
        auto e = parentalLeave(d, d.anyone().id);
        if (who == QLatin1String("nobody"))
            id = secret = nullptr;
        else if (who == QLatin1String("empty"))
            id = secret = word({});
        else if (who == QLatin1String("wrong"))
            secret = word(QStringLiteral("wrong"));
        else if (who == QLatin1String("client"))
            id = word(ends.workflowClientId), secret = word(ends.workflowClientSecret);
        else if (who == QLatin1String("owner"))
            id = word(ends.clientId), secret = word(ends.clientSecret);
        else if (who == QLatin1String("themselves"))
            e.identity = core::IdentityId(LabFixture::reviewerIdentity());
        else if (who == QLatin1String("unknown"))
            e.identity = core::IdentityId(QStringLiteral("nobody"));
        auto &campaigns = d.tenantSession->campaigns();
        const auto r = await(campaigns.exemptions().grant(e, id, secret));
        QCOMPARE(r ? -1 : int(r.error().code), code);
        if (code == int(ErrorCode::Usage))
            QCOMPARE(r.error().field, QStringLiteral("secrets"));
        QCOMPARE(await(campaigns.exemptions().active())->size(), code < 0 ? 1 : 0);
        QCOMPARE(grantsInLog(d), code < 0 ? 1 : 0);
    }
    void whoeverSignedInIsKept()
    {
        LabFixture d(quick());
        QVERIFY(d.sync());
        const auto person = d.anyone();
        auto &campaigns = d.tenantSession->campaigns();
        QVERIFY(await(campaigns.exemptions().grant(parentalLeave(d, person.id), d.reviewerId(), d.reviewer())));
        const auto kept = await(campaigns.exemptions().active())->value(person.id.str());
        QCOMPARE(kept.approverId, LabFixture::reviewerIdentity());
        QCOMPARE(kept.approver,
            LabFixture::reviewerIdentity()); // the copy does not have them; what was typed counts for nothing
        QCOMPARE(kept.operatorName, QStringLiteral("tester"));
        QCOMPARE(domain::allowedBy(kept), LabFixture::reviewerIdentity() + QStringLiteral(" (signed in)"));
        const auto last = await(d.ledger->audit().records(1, 5000))->last().event;
        QCOMPARE(last.action, QStringLiteral("exemption.grant"));
        QCOMPARE(last.data.value(QLatin1String("approverId")).toString(), LabFixture::reviewerIdentity());
        // The pair is nowhere.
        d.ledger->drain();
        const auto files = QDir(d.dir.path()).entryInfoList(QDir::Files);
        for (const auto &f : files) {
            QFile file(f.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(d.reviewer()->reveal().toByteArray()), qPrintable(f.fileName()));
        }
        // One from before was typed, and stays so.
        QVERIFY(rewriteOneRow(d, QStringLiteral("UPDATE exemption SET approver = 'Marie Curie', approver_id = ''")));
        const auto old = await(campaigns.exemptions().active())->value(person.id.str());
        QCOMPARE(domain::allowedBy(old), QStringLiteral("Marie Curie, as typed by tester; did not sign in"));
    }
    void aLockThatComesMeanwhileRefuses()
    {
        LabFixture d(quick());
        QVERIFY(d.sync());
        const auto person = d.anyone();
        auto locked = d.tenant;
        locked.readOnly = true;
        domain::AuditEvent a;
        a.actor = QStringLiteral("tester");
        a.action = QStringLiteral("tenant.lock");
        a.tenant = a.subject = locked.id.str();
        a.outcome = QStringLiteral("done");
        QVERIFY(await(d.ledger->tenants().update(locked, a))); // by another window: this one still has it open
        QVERIFY(!await(d.tenantSession->campaigns().exemptions().grant(
            parentalLeave(d, person.id), d.reviewerId(), d.reviewer())));
        QVERIFY(await(d.tenantSession->campaigns().exemptions().active())->isEmpty());
        QVERIFY(await(d.ledger->tenants().update(d.tenant, a)));
        QVERIFY(await(d.tenantSession->campaigns().exemptions().grant(
            parentalLeave(d, person.id), d.reviewerId(), d.reviewer())));
    }
    void inIdentityIqTheNameIsTheCopys()
    {
        IqFixture d;
        QVERIFY(bool(d.sync()));
        const auto everybody =
            *await(d.tenantSession->directory().people(*await(d.tenantSession->directory().quick({}, 300))->rows));
        domain::Identity approver, other;
        for (const auto &p : everybody)
            (p.alias == d.lab->endpoints().iiqReviewer ? approver : other) = p;
        QVERIFY(!approver.id.isEmpty() && !other.id.isEmpty());
        auto &campaigns = d.tenantSession->campaigns();
        QCOMPARE(await(campaigns.exemptions().grant(
                           parentalLeave(d, other.id), d.reviewerId(), word(QStringLiteral("wrong"))))
                     .error()
                     .code,
            ErrorCode::Unauthorized);
        QCOMPARE(await(campaigns.exemptions().grant(parentalLeave(d, approver.id), d.reviewerId(), d.reviewer()))
                     .error()
                     .code,
            ErrorCode::Conflict);
        const auto r = await(campaigns.exemptions().grant(parentalLeave(d, other.id), d.reviewerId(), d.reviewer()));
        QVERIFY2(bool(r), r ? "" : qPrintable(r.error().text));
        const auto kept = await(campaigns.exemptions().active())->value(other.id.str());
        QCOMPARE(kept.approverId, approver.id.str());
        QCOMPARE(kept.approver, approver.name);
    }
};
IDV_TEST(Exemptions)
#include "tst_exemptions.moc"
