#include "domain/verification/resultevaluation.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/sessions.h"
#include "services/verification/sessionstarter.h"
#include "support/labfixture.h"
#include "support/registry.h"

using domain::SessionState;
using support::await;
using support::LabFixture;
using support::quick;

namespace {

struct DocuVerifyDesk : LabFixture
{
    explicit DocuVerifyDesk(const char *outcome)
        : LabFixture(quick(outcome), [](domain::Tenant &t) {
              t.provider.kind = domain::ProviderKind::DocuVerify;
              t.provider.dvcId = QStringLiteral("lab-dvc");
          })
    {
        tenantSession->verifier().monitor().watch();
        QVERIFY(sync());
    }
    domain::VerificationRequest one()
    {
        auto r = request();
        r.documents = {QStringLiteral("passport")};
        return r;
    }
    domain::Session ended()
    {
        const auto s = await(tenantSession->verifier().starter().start(anyone(), one()));
        domain::Session now;
        (void)QTest::qWaitFor(
            [&] {
                now = *await(tenantSession->verifier().sessions().session(s->id));
                return !domain::isOpen(now.state);
            },
            15000);
        return now;
    }
};

} // namespace

class ProviderProfiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void docuVerifyFromEndToEndLeavesNoEvidenceBehind()
    {
        DocuVerifyDesk d("verified");
        const auto s = d.ended();
        QCOMPARE(s.state, SessionState::Verified);
        QCOMPARE(s.ial, std::optional<int>(2));
        QCOMPARE(s.documentType, QStringLiteral("passport"));
        d.ledger->drain();
        const auto files = QDir(d.dir.path()).entryInfoList(QDir::Files);
        for (const auto &f : files) {
            QFile file(f.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY2(!bytes.contains("SECRET") && !bytes.contains("19790214"), qPrintable(f.fileName()));
        }
    }
    void withoutALevelItIsHeld()
    {
        DocuVerifyDesk d("no-level");
        const auto s = d.ended();
        QCOMPARE(s.state, SessionState::NeedsReview);
        QCOMPARE(domain::reviewReasonFromKey(s.closingReason), domain::ReviewReason::LevelMissing);
    }
    void severalDocumentsAndLackingChannelsAreRefused()
    {
        DocuVerifyDesk d("verified");
        const auto person = d.anyone();
        QVERIFY(!d.tenantSession->verifier().starter().obstacle(person, d.request()).isEmpty());
        auto r = d.one();
        r.delivery = domain::Delivery::Email;
        QVERIFY(!d.tenantSession->verifier().starter().obstacle(person, r).isEmpty());
        QVERIFY(d.tenantSession->verifier().starter().obstacle(person, d.one()).isEmpty());
    }
    void profilesSurviveTheirJson()
    {
        domain::Tenant t;
        t.id = core::TenantId(QStringLiteral("x"));
        t.provider.kind = domain::ProviderKind::DocuVerify;
        t.provider.dvcId = QStringLiteral("d");
        t.provider.documentWords.insert(QStringLiteral("passport"), QStringLiteral("other"));
        const auto back = domain::tenantFromJson(domain::tenantToJson(t));
        QVERIFY(back);
        QVERIFY(back->provider == t.provider);
    }
};
IDV_TEST(ProviderProfiles)
#include "tst_profiles.moc"
