#pragma once
#include "services/tenants/internal/tenantconnections.h"
#include "services/verification/sessions.h"
#include "support/labfixture.h"

namespace support {

/// A console on a lab and, beside it, connections of the test's own: its parts are built and asked one by one.
struct OwnParts : LabFixture
{
    explicit OwnParts(const lab::Options &o = quick(), const std::function<void(domain::Tenant &)> &change = {})
        : LabFixture(o, change)
    {
    }
    qint64 asked(const char *vendor, const char *what)
    {
        return lab->counters().value(QLatin1String(vendor)).toObject().value(QLatin1String(what)).toInteger();
    }
    qint64 sailpoint(const char *what) { return asked("sailpoint", what); }
    qint64 identityIq(const char *what) { return asked("identityiq", what); }
    core::SecretPtr ownId() const { return core::makeSecret(lab->endpoints().clientId.toUtf8()); }
    core::SecretPtr ownSecret() const { return core::makeSecret(lab->endpoints().clientSecret.toUtf8()); }

    /// A session that is open, as its start and the provider's answer left it. `nonce`: of its callback address.
    domain::Session open(const char *id, const QByteArray &nonce = {}, const QString &provider = QStringLiteral("k1-1"))
    {
        domain::Session s;
        s.id = core::SessionId(QString::fromLatin1(id));
        s.tenant = tenant.id;
        s.request.identity = core::IdentityId(QStringLiteral("person of ") + QLatin1String(id));
        s.request.reason = domain::Reason::Periodic;
        s.request.documents = {QStringLiteral("passport")};
        s.personName = QStringLiteral("Ana Ruiz");
        s.firstName = QStringLiteral("Ana");
        s.lastName = QStringLiteral("Ruiz");
        s.operatorName = context->operatorName;
        s.createdAt = clock->now() - core::minuteMs;
        s.expiresAt = s.createdAt + core::hourMs;
        domain::AuditEvent a;
        a.actor = QStringLiteral("tester");
        a.action = QStringLiteral("test");
        a.tenant = tenant.id.str();
        a.subject = s.id.str();
        a.outcome = QStringLiteral("done");
        if (!await(ledger->sessions().start(s, QString::fromLatin1(nonce.toHex()), a)))
            return {};
        return *await(ledger->sessions().change(
            s.id, [provider](const domain::Session &now) -> core::Result<domain::SessionStep> {
                domain::SessionStep step;
                step.session = now;
                step.session.providerId = core::ProviderSessionId(provider);
                step.session.state = domain::SessionState::Pending;
                return step;
            }));
    }
    /// Everything that a pass needs.
    domain::ProviderResult pass(const QString &provider = QStringLiteral("k1-1")) const
    {
        domain::ProviderResult r;
        r.status = domain::ProviderStatus::Passed;
        r.statusWord = QStringLiteral("VERIFIED");
        r.session = core::ProviderSessionId(provider);
        r.ial = 2;
        r.verifiedName = QStringLiteral("ANA RUIZ");
        r.documentType = QStringLiteral("passport");
        r.completedAt = {clock->now(), domain::DateQuality::Exact};
        return r;
    }
    /// As the receiver stores it; what the inbox has of it then.
    domain::InboxEntry stored(
        const domain::ProviderResult &result, domain::CallbackTrust trust, const QByteArray &nonce)
    {
        domain::Callback c;
        c.tenant = tenant.id;
        c.at = clock->now();
        c.trust = trust;
        c.key = trust == domain::CallbackTrust::None ? 0 : 1;
        c.replayKey = QByteArray::number(++m_callbacks);
        c.bodyHash = "body";
        c.nonceHash = nonce;
        c.result = result;
        std::atomic<bool> isDone = false;
        ledger->callbacks().store({c}, [&isDone](const QList<domain::CallbackVerdict> &) { isDone = true; });
        (void)QTest::qWaitFor([&isDone] { return isDone.load(); }, 10000);
        const auto all = await(ledger->callbacks().inState(tenant.id, QStringLiteral("new")));
        return all && !all->isEmpty() ? all->last() : domain::InboxEntry();
    }
    QStringList notes(const core::SessionId &id)
    {
        QStringList kinds;
        const auto all = await(ledger->sessions().notes(id));
        for (const auto &n : all ? *all : QList<domain::SessionNote>())
            kinds << n.kind;
        return kinds;
    }
    QStringList audited(const core::SessionId &id)
    {
        QStringList out;
        const auto all = await(ledger->audit().allAbout(tenant.id, {id.str()}));
        for (const auto &r : all ? *all : QList<domain::AuditRecord>())
            out << r.event.action + QLatin1Char('/') + r.event.outcome;
        return out;
    }

    services::TenantConnections connections{tenant, {dir.path(), false, std::chrono::seconds(10)}, vault, clock};
    services::Sessions sessions{tenant.id, *context};

private:
    int m_callbacks = 0;
};

} // namespace support
