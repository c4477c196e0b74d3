#include "faults/flow.h"
#include "support/registry.h"

using faults::equals;
using support::Product;
using support::quick;

namespace {

class CampaignFlow final : public faults::Flow
{
public:
    CampaignFlow() : Flow(QStringLiteral("campaign"))
    {
        options = quick("never");
        options.identities = 400;
    }
    QString run(Product &p) override
    {
        m_campaign = p.startCampaign(3, 120).id;
        return QString(); // what creates it says it; here it is begun anew
    }
    void after(Product &p) override
    {
        if (m_campaign.isEmpty())
            m_campaign = p.startCampaign(3, 120).id;
        (void)QTest::qWaitFor(
            [&] {
                if (p.campaign(m_campaign).state == domain::CampaignState::Paused)
                    p.resumeCampaign(m_campaign); // a person presses “Continue”
                return p.links() >= 3;
            },
            20000);
        (void)QTest::qWaitFor([&] { return p.openWithProvider() >= 3; }, 10000);
    }
    QString judge(Product &p) override
    {
        if (const QString w = equals("links", p.links(), 3); !w.isEmpty())
            return w;
        return equals("sessions with the provider's id", p.openWithProvider(), 3);
    }

private:
    QString m_campaign;
};

} // namespace

class EveryWriteOfACampaign : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsLostOrDoubled() { faults::check<CampaignFlow>(); }
};
IDV_TEST(EveryWriteOfACampaign)
#include "tst_campaign.moc"
