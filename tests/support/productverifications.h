#pragma once
#include "domain/verification/resultevaluation.h"
#include "services/identities/identitydirectory.h"
#include "services/recovery/recovery.h"
#include "services/verification/invitationlinks.h"
#include "services/verification/sessioncontrol.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/sessions.h"
#include "services/verification/sessionstarter.h"
#include "support/labfixture.h"
#include <QHash>
#include <QSet>
#include <atomic>

namespace support {

/// The running product, as far as a verification and a recovery go; the simulated vendors live by its clock too.
class ProductVerifications : protected LabFixture
{
public:
    using Change = std::function<void(domain::Tenant &)>;
    /// Somebody new each time, whose account is active and who has nothing open.
    domain::Identity somebody()
    {
        for (const bool isNever : {true, false}) {
            domain::PeopleQuery q;
            if (isNever)
                q.status = domain::IdentityStatus::Never;
            const auto people =
                await(tenantSession->directory().people(*await(tenantSession->directory().all(q))->rows));
            for (const auto &p : *people) {
                if (!m_used.contains(p.id.str()) && !p.email.isEmpty() && p.lifecycle == QLatin1String("active") &&
                    tenantSession->verifier().starter().obstacle(p, request()).isEmpty()) {
                    m_used.insert(p.id.str());
                    return p;
                }
            }
        }
        return {};
    }
    domain::Identity somebody(domain::IdentityStatus status, int ial)
    {
        domain::PeopleQuery q;
        q.status = status;
        const auto people = await(tenantSession->directory().people(*await(tenantSession->directory().all(q))->rows));
        for (const auto &p : *people) {
            if (p.idv.ial.value_or(0) >= ial && !p.email.isEmpty() && domain::isActiveLifecycle(p.lifecycle))
                return p;
        }
        return {};
    }
    domain::VerificationRequest asking(domain::Reason reason = domain::Reason::AccountRecovery)
    {
        auto r = request();
        r.reason = reason;
        return r;
    }
    core::Result<domain::Session> start(const domain::Identity &person, const domain::VerificationRequest &r)
    {
        const auto s = await(tenantSession->verifier().starter().start(person, r));
        if (s)
            m_links.insert(s->id.str(), tenantSession->verifier().links().of(s->id));
        return s;
    }
    core::Result<domain::Session> start() { return start(somebody(), request()); }
    domain::Session session(const core::SessionId &id)
    {
        const auto s = await(ledger->sessions().session(id));
        return s ? *s : domain::Session();
    }
    /// Started and waited for.
    domain::Session verified()
    {
        const auto s = start();
        return s ? ended(s->id) : domain::Session();
    }
    domain::Session ended(const core::SessionId &id, int ms = 15000)
    {
        (void)QTest::qWaitFor([&] { return !domain::isOpen(session(id).state); }, ms);
        return session(id);
    }
    core::Async<domain::Session> checkNow(const core::SessionId &id)
    {
        return tenantSession->verifier().monitor().check(id);
    }
    core::Result<core::Unit> sendAgain(const core::SessionId &id)
    {
        return await(tenantSession->verifier().control().sendAgain(id));
    }
    core::Result<domain::Session> stop(const core::SessionId &id)
    {
        return await(tenantSession->verifier().control().stop(id, QStringLiteral("not needed")));
    }
    /// Only a callback or a check by hand brings anything forward.
    void askSeldom() { context->pollFirst = context->pollStart = std::chrono::hours(1); }
    /// What the simulated provider would send of its newest session, changed as lab::Lab::sendCallback() says; the
    /// answer's status.
    int callback(const QJsonObject &change = {})
    {
        auto status = std::make_shared<std::atomic<int>>(-1);
        lab->sendCallback(change, [status](int s) { *status = s; });
        (void)QTest::qWaitFor([&] { return status->load() >= 0; }, 10000);
        (void)QTest::qWaitFor(
            [&] { return await(ledger->callbacks().inState(tenant.id, QStringLiteral("new")))->isEmpty(); }, 5000);
        return status->load();
    }

    // Recovery.
    core::Result<domain::Session> bind(const core::SessionId &id)
    {
        return await(tenantSession->recovery().bindByCode(id, m_links.value(id.str()).right(4)));
    }
    core::Async<domain::Session> tryCode(services::TenantSession &w, const core::SessionId &id, const QString &code)
    {
        return w.recovery().bindByCode(id, code);
    }
    core::Async<domain::Session> tryCode(const core::SessionId &id, const QString &code)
    {
        return tryCode(*tenantSession, id, code);
    }
    core::Result<domain::RecoveryGate> gate(const core::SessionId &id)
    {
        return await(tenantSession->recovery().gate(id));
    }
    static core::Async<domain::Session> beginReset(services::TenantSession &w, const core::SessionId &id)
    {
        return w.recovery().sendReset(id, {domain::ResetVia::WorkEmail, {}, {}, QStringLiteral("known to HR")});
    }
    core::Async<domain::Session> beginReset(const core::SessionId &id) { return beginReset(*tenantSession, id); }
    core::Result<domain::Session> sendReset(const core::SessionId &id) { return await(beginReset(id)); }
    core::Async<domain::Session> beginReview(
        services::TenantSession &w, const core::SessionId &id, bool isAccepted = true)
    {
        return w.recovery().review(id, isAccepted, QStringLiteral("certificate seen"),
            secret(lab->endpoints().reviewerClientId), secret(lab->endpoints().reviewerClientSecret));
    }
    core::Result<domain::Session> review(const core::SessionId &id, bool isAccepted = true)
    {
        return await(beginReview(*tenantSession, id, isAccepted));
    }
    /// With the credentials of whoever started it.
    core::Result<domain::Session> reviewOneself(const core::SessionId &id)
    {
        return await(tenantSession->recovery().review(id, true, QStringLiteral("fine"),
            secret(lab->endpoints().clientId), secret(lab->endpoints().clientSecret)));
    }
    core::Result<domain::Session> acceptActivity(const core::SessionId &id)
    {
        return await(tenantSession->recovery().acceptActivity(id, QStringLiteral("asked HR"),
            secret(lab->endpoints().reviewerClientId), secret(lab->endpoints().reviewerClientSecret)));
    }
    core::Result<core::Unit> setActivityTable(const domain::ActivityTable &t)
    {
        return await(tenantSession->recovery().setActivityTable(t));
    }
    core::Result<core::Unit> acceptClock()
    {
        return await(tenantSession->recovery().acceptClock(QStringLiteral("the clock was wrong on Monday"),
            secret(lab->endpoints().reviewerClientId), secret(lab->endpoints().reviewerClientSecret)));
    }
    /// By an own personal access token: the second person's, which is the only one of a person where the tenant's
    /// client has none.
    core::Result<QString> registerOperator(bool asReviewer)
    {
        const auto &e = lab->endpoints();
        return await(tenantSession->recovery().registerOperator(secret(asReviewer ? e.reviewerClientId : e.clientId),
            secret(asReviewer ? e.reviewerClientSecret : e.clientSecret)));
    }

protected:
    ProductVerifications(const lab::Options &o, const Change &change, std::shared_ptr<core::Clock> time)
        : LabFixture(o, change, std::chrono::seconds(30), std::move(time))
    {
    }
    static core::SecretPtr secret(const QString &text) { return core::makeSecret(text.toUtf8()); }

private:
    QHash<QString, QString> m_links;
    QSet<QString> m_used;
};

} // namespace support
