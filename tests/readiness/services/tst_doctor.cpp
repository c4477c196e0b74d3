#include "services/readiness/readiness.h"
#include "support/labfixture.h"
#include "support/registry.h"

using support::await;
using support::LabFixture;
using support::quick;

class DoctorOfSailPoint : public QObject
{
    Q_OBJECT
    static QString levelOf(const QList<services::ReadinessLine> &lines, const char *text)
    {
        for (const auto &l : lines) {
            if (l.text.startsWith(QLatin1String(text)))
                return services::testLevelKey(l.level);
        }
        return QStringLiteral("not asked");
    }
private Q_SLOTS:
    void theDoctorSaysWhatIsMissingAndWhatItMayNotRead()
    {
        auto o = quick();
        o.hasUser = false;
        o.missingAttributes << QStringLiteral("idvIAL");
        o.clockOffset = std::chrono::minutes(6);
        LabFixture d(o, [](domain::Tenant &t) {
            t.writeBack = domain::WriteBackStrategy::Account;
            t.idvSourceId = QStringLiteral("no-such-source");
            t.callbackBaseUrl = QStringLiteral("https://acme.api.identitynow.com/x");
        });
        const auto lines = await(d.tenantSession->readiness().run(), 20000);
        QVERIFY(lines);
        QCOMPARE(levelOf(*lines, "Identity attribute idvIAL"), QStringLiteral("fail"));
        QCOMPARE(levelOf(*lines, "Identity attribute idvStatus"), QStringLiteral("pass"));
        QCOMPARE(levelOf(*lines, "Profile Employees"), QStringLiteral("warn"));
        QCOMPARE(levelOf(*lines, "Flat-file source"), QStringLiteral("fail"));
        QCOMPARE(levelOf(*lines, "OAuth clients: this token may not read it"), QStringLiteral("warn"));
        QCOMPARE(levelOf(*lines, "People with an e-mail"), QStringLiteral("pass"));
        QCOMPARE(levelOf(*lines, "Clock of SailPoint"), QStringLiteral("fail"));
        // Asked twice it answers twice.
        QCOMPARE(await(d.tenantSession->readiness().run(), 20000)->size(), lines->size());
    }
    void theDoctorAsksTheWorkflowForItsEcho()
    {
        LabFixture d(quick(), [](domain::Tenant &t) { t.writeBack = domain::WriteBackStrategy::Workflow; });
        const auto lines = await(d.tenantSession->readiness().run(), 20000);
        QVERIFY(lines);
        QCOMPARE(levelOf(*lines, "Workflow IDV results"), QStringLiteral("pass"));
        QCOMPARE(levelOf(*lines, "The workflow's echo test answers"), QStringLiteral("pass"));
        const QString report = services::readinessMarkdown(QStringLiteral("Lab"), 0, *lines);
        QVERIFY(report.contains(QStringLiteral("| ✓ | ")) && !report.contains(d.lab->endpoints().idvApiKey));
    }
};
IDV_TEST(DoctorOfSailPoint)
#include "tst_doctor.moc"
