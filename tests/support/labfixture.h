#pragma once
#include "domain/tenants/principal.h"
#include "lab/lab.h"
#include "services/identities/identitydirectory.h"
#include "services/sync/syncer.h"
#include "services/tenants/internal/stores.h"
#include "services/tenants/secrets.h"
#include "services/tenants/tenants.h"
#include "services/tenants/vendorreach.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessions.h"
#include "services/verification/sessionstarter.h"
#include "services/verification/verifier.h"
#include "services/verification/writeback.h"
#include "store/ledger/ledger.h"
#include "support/await.h"
#include "vault/vault.h"
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace support {
/// A whole console on a lab, as the programs assemble it.
struct LabFixture
{
    explicit LabFixture(lab::Options o = {}, const std::function<void(domain::Tenant &)> &change = {},
        std::chrono::milliseconds cap = std::chrono::seconds(30),
        std::shared_ptr<core::Clock> time = std::make_shared<core::SystemClock>())
        : clock(std::move(time))
    {
        o.rateLimit = o.fault == QLatin1String("rate-limit") || o.fault == QLatin1String("rate-window");
        start(o);
        ledger = *store::Ledger::open(dir.filePath(QStringLiteral("ledger.db")), clock);
        context.reset(new services::Context{services::storesOf(*ledger), vault, clock, dir.path(),
            QStringLiteral("tester"), QStringLiteral("me"), false, cap});
        context->pollStart = std::chrono::milliseconds(100);
        context->launchGrace = std::chrono::milliseconds(300);
        tenant.id = core::TenantId(QStringLiteral("t1"));
        tenant.name = QStringLiteral("Lab");
        point();
        if (change)
            change(tenant);
        if (domain::isIdentityIq(tenant))
            point();
        open();
    }
    void start(const lab::Options &o) { lab = *lab::Lab::start(o, clock); }
    void point()
    {
        const auto &e = lab->endpoints();
        tenant.sailpointUrl = e.sailpointUrl;
        tenant.clientId = e.clientId;
        tenant.idvUrl = e.idvUrl;
        tenant.communityId = e.communityId;
        tenant.idvSourceId = e.idvSourceId;
        tenant.workflowId = e.workflowId;
        if (domain::isIdentityIq(tenant)) {
            tenant.sailpointUrl = e.iiqUrl;
            tenant.clientId = e.iiqClientId;
            tenant.workflowId = e.iiqWorkflow;
        }
        vault.hold(services::secretKey(tenant.id, services::secretname::sailpoint),
            core::makeSecret((domain::isIdentityIq(tenant) ? e.iiqClientSecret : e.clientSecret).toUtf8()));
        vault.hold(services::secretKey(tenant.id, services::secretname::idv), core::makeSecret(e.idvApiKey.toUtf8()));
        vault.hold(services::secretKey(tenant.id, services::secretname::callback),
            core::makeSecret(e.callbackSecret.toUtf8()));
    }
    void open()
    {
        tenantSession.reset();
        domain::AuditEvent event;
        event.actor = QStringLiteral("tester");
        event.action = QStringLiteral("tenant.change");
        event.tenant = event.subject = tenant.id.str();
        event.outcome = QStringLiteral("done");
        const auto all = await(ledger->tenants().all());
        const bool isKnown =
            all && std::any_of(all->begin(), all->end(), [this](const domain::Tenant &t) { return t.id == tenant.id; });
        QVERIFY(isKnown ? bool(await(ledger->tenants().update(tenant, event)))
                        : bool(await(ledger->tenants().add(tenant, event))));
        if (!isKnown) // the owner of the simulator's token sits here
            QVERIFY(await(ledger->settings().set(domain::operatorSetting(tenant.id, context->operatorName),
                QStringLiteral("2c9180867769897d01776ed5f125512f"))));
        auto w = services::TenantSession::open(tenant, *context);
        QVERIFY2(bool(w), w ? "" : qPrintable(w.error().text));
        tenantSession = *std::move(w);
    }
    core::Result<services::SyncResult> sync(services::SyncOptions o = {})
    {
        return await(tenantSession->syncer().run(o), 90000);
    }
    domain::Identity anyone()
    {
        domain::PeopleQuery q;
        q.status = domain::IdentityStatus::Never;
        const auto rows = await(tenantSession->directory().quick(q, 200));
        const auto people = await(tenantSession->directory().people(*rows->rows));
        domain::VerificationRequest r;
        for (const auto &p : *people) {
            if (tenantSession->verifier().starter().obstacle(p, r).isEmpty() && !p.email.isEmpty())
                return p;
        }
        return {};
    }
    domain::VerificationRequest request()
    {
        domain::VerificationRequest r;
        r.reason = domain::Reason::AccountRecovery;
        r.ticket = QStringLiteral("INC1");
        r.documents = domain::documentTypes();
        r.delivery = domain::Delivery::Link;
        return r;
    }
    domain::Session settled(const core::SessionId &id, int ms = 15000)
    {
        domain::Session s;
        (void)QTest::qWaitFor(
            [&] {
                const auto r = await(tenantSession->verifier().sessions().session(id));
                if (!r)
                    return false;
                s = *r;
                return !domain::isOpen(s.state) && domain::isFinal(domain::writeBackFromKey(s.writeBack));
            },
            ms);
        return s;
    }

    /// A second person's own credentials in the simulator.
    core::SecretPtr reviewerId() const
    {
        return core::makeSecret(
            (domain::isIdentityIq(tenant) ? lab->endpoints().iiqReviewer : lab->endpoints().reviewerClientId).toUtf8());
    }
    core::SecretPtr reviewer() const
    {
        return core::makeSecret((
            domain::isIdentityIq(tenant) ? lab->endpoints().iiqReviewerPassword : lab->endpoints().reviewerClientSecret)
                                    .toUtf8());
    }
    /// Who is behind them in the cloud's simulator.
    static QString reviewerIdentity() { return QStringLiteral("2c9180867769897d01776ed5f1255130"); }

    /// The simulator's own counters.
    QJsonObject stats(const QString &url)
    {
        QNetworkAccessManager m;
        auto *reply = m.get(QNetworkRequest(QUrl(url + QStringLiteral("/lab/stats"))));
        (void)QTest::qWaitFor([reply] { return reply->isFinished(); }, 10000);
        const auto o = QJsonDocument::fromJson(reply->readAll()).object();
        delete reply;
        return o;
    }

    QTemporaryDir dir;
    std::shared_ptr<core::Clock> clock;
    vault::MemoryVault vault;
    std::unique_ptr<store::Ledger> ledger;
    std::unique_ptr<services::Context> context;
    std::unique_ptr<lab::Lab> lab;
    domain::Tenant tenant;
    std::unique_ptr<services::TenantSession> tenantSession;
};

/// A tenant that is the lab's IdentityIQ, for whoever may decide there.
inline void useIdentityIq(domain::Tenant &t)
{
    t.product = domain::Product::IdentityIq;
    t.identityIq.deniedState = QStringLiteral("Rejected");
    t.identityIq.operatorId = QStringLiteral("2c918084600000000000000000000001");
}

inline lab::Options quick(const char *outcome = "verified")
{
    lab::Options o;
    o.identities = 200;
    o.outcome = QString::fromLatin1(outcome);
    o.journey = std::chrono::milliseconds(300);
    o.processing = std::chrono::milliseconds(200);
    o.indexLag = std::chrono::milliseconds(100);
    return o;
}

} // namespace support
