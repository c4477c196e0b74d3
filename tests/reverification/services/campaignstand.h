#pragma once
#include "domain/identities/contact.h"
#include "lab/sailpoint/people.h"
#include "services/identities/identitydirectory.h"
#include "services/reverification/campaigns.h"
#include "support/labfixture.h"

namespace support {

/// People who do not answer by themselves.
inline lab::Options slowPeople(const char *outcome = "never")
{
    auto o = support::quick(outcome);
    o.identities = 400;
    return o;
}

/// A console that has copied 400 people and sends campaigns.
struct CampaignStand : LabFixture
{
    explicit CampaignStand(lab::Options o = slowPeople(), const std::function<void(domain::Tenant &)> &change = {})
        : LabFixture(o, change)
    {
        QVERIFY(sync());
    }
    services::Campaigns &campaigns() { return tenantSession->campaigns(); }
    static domain::CampaignPlan plan(int perMinute = 120)
    {
        domain::CampaignPlan p;
        p.name = QStringLiteral("Overdue");
        p.query.status = domain::IdentityStatus::Overdue;
        p.perMinute = perMinute;
        p.documents = {QStringLiteral("passport")};
        return p;
    }
    /// People who can get a link.
    QStringList people(int n)
    {
        domain::PeopleQuery q;
        q.status = domain::IdentityStatus::Overdue;
        const auto found =
            *await(tenantSession->directory().people(*await(tenantSession->directory().quick(q, 300))->rows));
        QStringList ids;
        for (const auto &p : found) {
            if (ids.size() < n && domain::isActiveLifecycle(p.lifecycle) && domain::isEmail(p.email))
                ids << p.id.str();
        }
        return ids;
    }
    domain::Campaign draft(int n, int perMinute = 120)
    {
        auto p = plan(perMinute);
        p.isList = true;
        return *await(campaigns().drafts().create(p, people(n)));
    }
    domain::Campaign started(int n, int perMinute = 120)
    {
        const auto k = draft(n, perMinute);
        const auto checked = await(campaigns().dryRun().run(k.id));
        const auto running = await(campaigns().control().start(k.id, checked->dryRun->toSend()));
        return running ? *running : domain::Campaign();
    }
    bool becomes(const QString &id, domain::CampaignState state, int ms = 15000)
    {
        return QTest::qWaitFor([&] { return await(campaigns().records().one(id))->state == state; }, ms);
    }
    qint64 posts() { return stats(tenant.idvUrl).value(QLatin1String("create")).toInteger(); }
    QStringList audited()
    {
        QStringList out;
        const auto all = *await(ledger->audit().records(1, 5000));
        for (const auto &r : all)
            out << r.event.action;
        return out;
    }
};

} // namespace support
