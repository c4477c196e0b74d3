#include "services/callbacks/callbackprobe.h"
#include "core/logfailure.h"
#include "domain/callbacks/probe.h"
#include "domain/tenants/callbackaddress.h"
#include "domain/text/strictjson.h"
#include "net/receiver/signer.h"
#include "services/tenants/internal/stores.h"
#include "services/tenants/internal/tenantconnections.h"
#include <QCoreApplication>
#include <QJsonDocument>
#include <QTimer>
#include <QUuid>

namespace services {

using core::Result;
using core::SecretPtr;
using domain::ProbeRecord;

static QString settingOf(const core::TenantId &tenant)
{
    return QStringLiteral("callback-probe:") + tenant.str();
}

static QString textOf(const ProbeRecord &r)
{
    return QString::fromUtf8(QJsonDocument(domain::toJson(r)).toJson(QJsonDocument::Compact));
}

static std::optional<ProbeRecord> recordIn(const QString &stored)
{
    const auto document = domain::strictDocument(stored.toUtf8());
    const auto record = document ? domain::probeRecordFromJson(*document) : Result<ProbeRecord>(document.error());
    return record ? std::optional(*record) : std::nullopt;
}

struct CallbackProbe::Sender
{
    Sender(const net::HttpOptions &options, std::shared_ptr<core::Clock> clock)
        : http(options, std::make_shared<net::NoLimiter>(), std::move(clock))
    {
    }
    net::Http http;
};

CallbackProbe::CallbackProbe(
    Context &context, const domain::Tenant &tenant, std::chrono::milliseconds within, QObject *parent)
    : QObject(parent), m_context(context), m_tenant(tenant), m_within(within)
{
    net::HttpOptions o = httpOptionsOf(
        tenant, [&vault = context.vault, tenant](const QString &name) { return vault.read(secretKey(tenant, name)); });
    o.tries = 1;
    o.deadlineCap = within;
    m_sender = std::make_unique<Sender>(o, context.clock);
}

CallbackProbe::~CallbackProbe() = default;

core::Async<ProbeOutcome> CallbackProbe::run()
{
    m_promise = {};
    m_outcome = {};
    m_nonce = QUuid::createUuid().toByteArray(QUuid::Id128);
    if (domain::callbackUrl(m_tenant).isEmpty() || domain::callbackGoesToSailPoint(m_tenant))
        return core::ready<ProbeOutcome>(core::fieldError(QStringLiteral("callback-base-url"),
            QCoreApplication::translate("Receiver", "This tenant has no callback address that leads to a receiver.")));
    // Another sender's own key is not here, and a key that travels along is not sent anywhere to try it.
    const auto &settings = m_tenant.receiver;
    m_outcome.isSigned = settings.auth == domain::CallbackAuth::Hmac;
    const auto secret = m_outcome.isSigned ? m_context.vault.read(secretKey(m_tenant, secretname::callback))
                                           : core::ready<SecretPtr>(SecretPtr());
    core::whenDone<core::Unit>(
        m_context.ledger->settings().set(settingOf(m_tenant.id), textOf({domain::probeDigest(m_nonce), 0, false})),
        this, [this, secret](const core::Status &announced) {
            if (!announced)
                return m_promise.resolve(announced.error());
            core::whenDone<SecretPtr>(secret, this, [this](const Result<SecretPtr> &s) {
                if (!s)
                    m_outcome.keyError = s.error();
                send(s ? *s : SecretPtr());
            });
        });
    return m_promise.future();
}

void CallbackProbe::send(const SecretPtr &secret)
{
    m_sentAt = m_context.clock->now();
    net::HttpRequest r;
    r.method = "POST";
    r.url = QUrl(domain::callbackUrl(m_tenant));
    r.contentType = QByteArrayLiteral("application/json");
    r.body = domain::probeBody(m_nonce);
    r.operation = QStringLiteral("/callback-probe");
    m_outcome.isSigned = m_outcome.isSigned && secret;
    if (m_outcome.isSigned) {
        const auto proof = net::proofOf(m_tenant.receiver, secret, "msg_" + m_nonce, r.body, m_sentAt);
        m_outcome.isSigned = bool(proof);
        if (proof)
            r.headers = *proof;
        else
            m_outcome.keyError = proof.error();
    }
    core::whenDone<net::HttpResponse>(m_sender->http.send(r), this, [this](const Result<net::HttpResponse> &answer) {
        if (answer)
            m_outcome.status = answer->status;
        else
            m_outcome.error = answer.error();
        look();
    });
}

// What stands between may deliver it later than it answers.
void CallbackProbe::look()
{
    core::whenDone<QString>(
        m_context.ledger->settings().value(settingOf(m_tenant.id)), this, [this](const Result<QString> &stored) {
            if (!stored)
                return m_promise.resolve(stored.error());
            const auto record = recordIn(*stored);
            const bool isOurs = record && record->digest == domain::probeDigest(m_nonce);
            if (isOurs && record->arrivedAt > 0) {
                m_outcome.isArrived = true;
                m_outcome.isProven = record->isProven;
                m_outcome.took = std::chrono::milliseconds(record->arrivedAt - m_sentAt);
            }
            m_outcome.isOvertaken = !isOurs; // nothing more will be told of this one
            const bool isLate = m_context.clock->now() - m_sentAt >= m_within.count();
            const bool isHopeless = m_outcome.error && !m_outcome.error->mayHaveReachedServer;
            if (m_outcome.isArrived || !isOurs || isLate || isHopeless)
                return m_promise.resolve(m_outcome);
            QTimer::singleShot(std::chrono::milliseconds(200), this, &CallbackProbe::look);
        });
}

void noteProbe(Context &context, const core::TenantId &tenant, const QByteArray &nonce, bool isProven, QObject *owner)
{
    const auto stored = context.ledger->settings().value(settingOf(tenant));
    const auto noted = core::andThen<QString>(stored, owner, [&context, tenant, nonce, isProven](const QString &text) {
        auto record = recordIn(text);
        if (!record || record->digest != domain::probeDigest(nonce) || record->arrivedAt > 0)
            return core::ready<core::Unit>(core::ok());
        record->arrivedAt = context.clock->now();
        record->isProven = isProven;
        return context.ledger->settings().set(settingOf(tenant), textOf(*record));
    });
    core::logFailure(noted, owner, lcService, "A probe that came through could not be noted.");
}

} // namespace services
