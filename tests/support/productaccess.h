#pragma once
#include "domain/identities/contact.h"
#include "services/access/approvals.h"
#include "services/events/proposals.h"
#include "services/identities/identitydirectory.h"
#include "services/reverification/campaigns.h"
#include "support/mutate.h"
#include "support/productverifications.h"
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace support {

/// The running product, as far as access and campaigns go.
class ProductAccess : public ProductVerifications
{
public:
    QJsonObject accessEvent(const domain::Identity &p, const QString &item)
    {
        return {{QStringLiteral("_metadata"),
                    QJsonObject{{QStringLiteral("triggerId"), domain::trigger::accessRequested},
                        {QStringLiteral("triggerType"), QStringLiteral("requestResponse")},
                        {QStringLiteral("responseMode"), QStringLiteral("sync")},
                        {QStringLiteral("invocationId"), QStringLiteral("inv-%1").arg(++m_events)}}},
            {QStringLiteral("accessRequestId"), QStringLiteral("req-%1").arg(m_events)},
            {QStringLiteral("requestedFor"),
                QJsonArray{QJsonObject{{QStringLiteral("id"), p.id.str()}, {QStringLiteral("name"), p.name},
                    {QStringLiteral("type"), QStringLiteral("IDENTITY")}}}},
            {QStringLiteral("requestedItems"),
                QJsonArray{QJsonObject{{QStringLiteral("id"), QStringLiteral("a")}, {QStringLiteral("name"), item}}}}};
    }
    QJsonObject createdEvent(const domain::Identity &p)
    {
        return {{QStringLiteral("_metadata"),
                    QJsonObject{{QStringLiteral("triggerId"), domain::trigger::identityCreated},
                        {QStringLiteral("invocationId"), QStringLiteral("inv-%1").arg(++m_events)}}},
            {QStringLiteral("identity"),
                QJsonObject{{QStringLiteral("id"), p.id.str()}, {QStringLiteral("name"), p.name},
                    {QStringLiteral("type"), QStringLiteral("IDENTITY")}}},
            {QStringLiteral("attributes"), QJsonObject{}}};
    }
    /// As the receiver hands an event over: the answer's body, or why there is none.
    Outcome answerEvent(const QJsonObject &body)
    {
        auto e = domain::triggerEventFrom(body, tenantSession->proposals().wantedAttributes());
        if (!e)
            return {false, QStringLiteral("no event")};
        const QByteArray raw = QJsonDocument(body).toJson();
        e->tenant = tenant.id;
        e->at = clock->now();
        e->bytes = raw.size();
        e->bodyHash = e->replayKey = QCryptographicHash::hash(raw, QCryptographicHash::Sha256);
        struct Answer
        {
            std::atomic<bool> isThere{false};
            domain::EventAnswer it;
        };
        auto answer = std::make_shared<Answer>();
        tenantSession->proposals().accept(*e, secret(QStringLiteral("s3cret")), [answer](domain::EventAnswer a) {
            answer->it = std::move(a);
            answer->isThere = true;
        });
        if (!QTest::qWaitFor([&] { return answer->isThere.load(); }, 15000))
            return {false, QString()};
        const auto o = QJsonDocument::fromJson(answer->it.body).object();
        const QString comment = o.value(QLatin1String("comment")).toString();
        return {o.value(QLatin1String("approved")).toBool(),
            comment.isEmpty() ? domain::callbackVerdictText(answer->it.verdict) : comment};
    }
    core::Result<core::Unit> setRules(const domain::EventRules &rules)
    {
        return await(tenantSession->proposals().setRules(rules));
    }
    void watchEvents() { tenantSession->proposals().watch(); }
    QList<domain::Proposal> proposals() { return *await(tenantSession->proposals().list(false)); }
    core::Result<core::Unit> demand(const QString &access)
    {
        return await(tenantSession->approvals().requirementsTable().setRequirements(
            {{domain::AccessRequirement{access, 2, 0}}}));
    }
    QList<domain::Approval> waiting() { return *await(tenantSession->approvals().pending()); }
    /// A request to grant whose person stands like that.
    domain::Approval waitingFor(bool isVerified)
    {
        const auto all = waiting();
        for (const auto &a : all) {
            const auto p = await(tenantSession->directory().person(a.forId));
            if (p && domain::eligibilityOf(*p, 2, clock->now()).isEnough == isVerified &&
                a.requestType.is(domain::RequestType::Grant))
                return a;
        }
        return {};
    }
    core::Result<domain::Operation> approve(const QString &id)
    {
        return await(tenantSession->approvals().approve(id, QStringLiteral("fine")));
    }

    // Campaigns. The list of people, started; none when it did not start.
    domain::Campaign startCampaign(int people, int perMinute)
    {
        domain::PeopleQuery q;
        q.status = domain::IdentityStatus::Overdue;
        const auto found =
            *await(tenantSession->directory().people(*await(tenantSession->directory().quick(q, 300))->rows));
        QStringList ids;
        for (const auto &p : found) {
            if (ids.size() < people && domain::isActiveLifecycle(p.lifecycle) && domain::isEmail(p.email))
                ids << p.id.str();
        }
        domain::CampaignPlan plan;
        plan.name = QStringLiteral("Renewal");
        plan.isList = true;
        plan.perMinute = perMinute;
        plan.documents = {QStringLiteral("passport")};
        const auto draft = await(tenantSession->campaigns().drafts().create(plan, ids));
        const auto checked = draft ? await(tenantSession->campaigns().dryRun().run(draft->id)) : draft;
        const auto running =
            checked ? await(tenantSession->campaigns().control().start(checked->id, checked->dryRun->toSend()))
                    : checked;
        return running ? *running : domain::Campaign();
    }
    void resumeCampaign(const QString &id) { (void)await(tenantSession->campaigns().control().resume(id)); }
    core::Result<domain::Campaign> pauseCampaign(const QString &id)
    {
        return await(tenantSession->campaigns().control().pause(id));
    }
    domain::Campaign campaign(const QString &id)
    {
        const auto c = await(tenantSession->campaigns().records().one(id));
        return c ? *c : domain::Campaign();
    }
    qint64 sent(const QString &campaign)
    {
        return await(tenantSession->campaigns().records().counts(campaign))->sent();
    }

protected:
    ProductAccess(const lab::Options &o, const Change &change, std::shared_ptr<core::Clock> time)
        : ProductVerifications(o, change, std::move(time))
    {
    }

private:
    int m_events = 0;
};

} // namespace support
