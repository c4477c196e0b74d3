#include "domain/recovery/callerbinding.h"
#include "recovery/services/recoverycounter.h"
#include "services/recovery/callerbinding.h"
#include "support/registry.h"

using core::ErrorCode;
using domain::Session;
using domain::SessionState;
using support::await;
using support::RecoveryCounter;

namespace {

struct Bound : RecoveryCounter
{
    explicit Bound(const lab::Options &o = support::quick()) : RecoveryCounter(o) {}
    services::CallerBinding binding{*context, *tenantSession};
    QString code() const { return link.right(4); }
    core::Result<Session> byCode(const Session &s, const QString &given)
    {
        return await(binding.bindByCode(s.id, given));
    }
    int entries(const Session &s, const char *action)
    {
        const auto all = await(ledger->audit().allAbout(tenant.id, {s.id.str()}));
        return int(std::count_if(all->begin(), all->end(),
            [action](const domain::AuditRecord &r) { return r.event.action == QLatin1String(action); }));
    }
    /// A code of four that it is not.
    QString wrong() const { return code() == QLatin1String("0000") ? QStringLiteral("1111") : QStringLiteral("0000"); }
};

} // namespace

class BindingACaller : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theRightCodeBindsOnce()
    {
        Bound d;
        const auto s = d.verified();
        QVERIFY(!s.boundAt);
        const auto bound = d.byCode(s, d.code());
        QVERIFY2(bool(bound), bound ? "" : qPrintable(bound.error().text));
        QVERIFY(bound->boundAt.has_value());
        QCOMPARE(bound->boundHow, QStringLiteral("code"));
        const auto again = d.byCode(s, d.code());
        QVERIFY(again);
        QCOMPARE(again->boundAt, bound->boundAt);
        QCOMPARE(d.entries(s, "recovery.caller-bound"), 1);
    }
    void aWrongCodeIsCountedAndTheFifthClosesIt()
    {
        Bound d;
        const auto s = d.verified();
        for (int left = domain::mostCodeTries - 1; left >= 1; --left) {
            const auto r = d.byCode(s, d.wrong());
            QCOMPARE(r.error().code, ErrorCode::Rejected);
            QVERIFY2(r.error().text.contains(QString::number(left)), qPrintable(r.error().text));
        }
        QVERIFY(d.byCode(s, d.wrong()).error().text.contains(QLatin1String("No try is left")));
        QCOMPARE(d.byCode(s, d.code()).error().code, ErrorCode::Conflict); // the right one comes too late
        QVERIFY(!await(d.tenantSession->verifier().sessions().session(s.id))->boundAt);
        QCOMPARE(d.entries(s, "recovery.wrong-code"), domain::mostCodeTries);
        // And no other way is open then.
        QCOMPARE(await(d.binding.bindByQr(s.id)).error().code, ErrorCode::Conflict);
    }
    void triesAtTheSameMomentAreCountedToo()
    {
        Bound d;
        const auto s = d.verified();
        QList<core::Async<Session>> tries;
        for (int i = 0; i < 12; ++i)
            tries << d.binding.bindByCode(s.id, d.wrong());
        int compared = 0;
        for (const auto &t : tries)
            compared += await(t).error().code == ErrorCode::Rejected ? 1 : 0;
        QCOMPARE(compared, domain::mostCodeTries);
        QCOMPARE(d.entries(s, "recovery.wrong-code"), domain::mostCodeTries);
    }
    void anotherSessionsCodeIsAWrongOne()
    {
        Bound d;
        const auto first = d.verified();
        const QString others = d.code();
        const auto second = d.verified();
        if (others == d.code())
            QSKIP("the same four letters by chance");
        QCOMPARE(d.byCode(second, others).error().code, ErrorCode::Rejected);
        QVERIFY(d.byCode(first, others));
    }
    void aCodeOnAScreenCanBeScanned()
    {
        Bound d(support::quick("never"));
        const auto s = *await(d.tenantSession->verifier().starter().start(d.anyone(), d.request()));
        QVERIFY(!d.tenantSession->verifier().links().of(s.id).isEmpty());
        const auto bound = await(d.binding.bindByQr(s.id));
        QVERIFY2(bool(bound), bound ? "" : qPrintable(bound.error().text));
        QCOMPARE(bound->boundHow, QStringLiteral("qr"));
        QCOMPARE(await(d.binding.bindByQr(core::SessionId(QStringLiteral("none")))).error().code, ErrorCode::NotFound);
    }
    void onlyWhoStartedItCanSaySo()
    {
        Bound d;
        const auto s = d.verified();
        d.context->operatorName = QStringLiteral("somebody else");
        const auto r = d.byCode(s, d.code());
        QVERIFY(!r);
        QVERIFY(!await(d.tenantSession->verifier().sessions().session(s.id))->boundAt);
    }
    void whatEndedOtherwiseIsClosed()
    {
        Bound d(support::quick("failed"));
        const auto s = d.verified();
        QCOMPARE(s.state, SessionState::Failed);
        QCOMPARE(d.byCode(s, d.code()).error().code, ErrorCode::Conflict);
    }
    void aSessionWithoutACodeHasNothingToCompare()
    {
        Bound d;
        const auto s = d.verified();
        QVERIFY(await(d.ledger->sessions().change(s.id, [](const Session &now) -> core::Result<domain::SessionStep> {
            domain::SessionStep step;
            step.session = now;
            step.isChanged = false;
            step.notes << store::SessionNote{
                0, QStringLiteral("sent-again"), {{QStringLiteral("readBack"), QString()}}};
            return step;
        })));
        QVERIFY(!d.byCode(s, d.code()));
    }
};
IDV_TEST(BindingACaller)
#include "tst_callerbinding.moc"
