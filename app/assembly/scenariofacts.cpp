#include "assembly/scenariorun.h"
#include "domain/tenants/principal.h"
#include "lab/optionsjson.h"
#include "services/identities/identitydirectory.h"
#include "services/tenants/internal/stores.h"
#include "services/tenants/secrets.h"
#include "services/verification/sessions.h"
#include "services/verification/verifier.h"
#include <QJsonDocument>

// How a run is set up, and where its facts come from.
namespace assembly {

using core::Result;
using domain::Session;

// Quick, so that all of them run in seconds.
static lab::Options quickLab()
{
    lab::Options base;
    base.identities = 60;
    base.outcome = QStringLiteral("verified");
    base.journey = std::chrono::milliseconds(250);
    base.processing = std::chrono::milliseconds(150);
    base.indexLag = std::chrono::milliseconds(50);
    base.rateLimit = false;
    return base;
}

// Signs in as the simulator's callbacks do; two of its modes are presets of the signature.
static void signInAs(const QString &mode, domain::ReceiverSettings &receiver)
{
    const bool isPreset = mode == QLatin1String("timestamped") || mode == QLatin1String("plain");
    const auto auth = domain::callbackAuthFromKey(isPreset ? QStringLiteral("hmac") : mode);
    receiver.auth = auth.value_or(domain::CallbackAuth::Hmac);
    if (isPreset) {
        receiver.presetName = mode;
        receiver.scheme = *domain::signaturePreset(mode);
    }
}

static domain::Tenant scenarioTenant(const lab::Endpoints &e, const QString &callbackAuth)
{
    domain::Tenant t;
    t.id = core::TenantId(QStringLiteral("scenario"));
    t.name = QStringLiteral("Scenario");
    t.environment = domain::Environment::Simulator;
    t.writeBack = domain::WriteBackStrategy::Account;
    t.sailpointUrl = e.sailpointUrl;
    t.clientId = e.clientId;
    t.idvUrl = e.idvUrl;
    t.communityId = e.communityId;
    t.idvSourceId = e.idvSourceId;
    t.workflowId = e.workflowId;
    t.receiver.port = 0;
    signInAs(callbackAuth, t.receiver);
    return t;
}

core::Status ScenarioRunner::Run::prepare()
{
    const auto options = lab::optionsFromJson(scenario.simulator, quickLab());
    if (!options)
        return options.error();
    auto opened = store::Ledger::open(folder.filePath(QStringLiteral("ledger.db")), clock);
    if (!opened)
        return opened.error();
    ledger = *std::move(opened);
    context.reset(new services::Context{services::storesOf(*ledger), vault, clock, folder.path(),
        QStringLiteral("scenario"), QStringLiteral("scenario"), options->rateLimit, std::chrono::milliseconds(1500)});
    context->pollStart = std::chrono::milliseconds(100);
    context->launchGrace = std::chrono::milliseconds(300);
    auto started = lab::Lab::start(*options, clock);
    if (!started)
        return started.error();
    lab = *std::move(started);
    const domain::Tenant tenant = scenarioTenant(lab->endpoints(), options->callbackAuth);
    record(tenant);
    auto w = services::TenantSession::open(tenant, *context);
    if (!w)
        return w.error();
    tenantSession = *std::move(w);
    return core::ok();
}

// As a person would have set it up: the tenant is there, and the owner of the simulator's token sits here.
void ScenarioRunner::Run::record(const domain::Tenant &t)
{
    const auto &e = lab->endpoints();
    namespace name = services::secretname;
    vault.hold(services::secretKey(t.id, name::sailpoint), core::makeSecret(e.clientSecret.toUtf8()));
    vault.hold(services::secretKey(t.id, name::idv), core::makeSecret(e.idvApiKey.toUtf8()));
    vault.hold(services::secretKey(t.id, name::callback), core::makeSecret(e.callbackSecret.toUtf8()));
    domain::AuditEvent added;
    added.actor = context->operatorName;
    added.action = QStringLiteral("tenant.add");
    added.tenant = added.subject = t.id.str();
    added.outcome = QStringLiteral("done");
    (void)ledger->tenants().add(t, added);
    (void)ledger->settings().set(
        domain::operatorSetting(t.id, context->operatorName), QStringLiteral("2c9180867769897d01776ed5f125512f"));
    ledger->drain();
}

core::Result<QString> ScenarioRunner::Run::listen()
{
    if (listener)
        return listenerUrl;
    listener = std::make_unique<httpd::Server>(httpd::Server::Handler([this](const httpd::Request &r) {
        noteEvent(r);
        httpd::Response reply;
        reply.body = "{}";
        return reply;
    }));
    const auto port = listener->listen(QHostAddress::LocalHost, 0);
    if (!port)
        return port.error();
    listenerUrl = QStringLiteral("http://127.0.0.1:%1/events").arg(*port);
    return listenerUrl;
}

static QString toldFact(const QJsonObject &event)
{
    if (event.contains(QLatin1String("changes")))
        return QStringLiteral("told.idn:identity-attributes-changed");
    return event.contains(QLatin1String("attributes")) ? QStringLiteral("told.idn:identity-created")
                                                       : QStringLiteral("told.other");
}

// What a flow behind the event would do about this status.
static QString decisionAbout(const QString &status)
{
    if (status == QLatin1String("VERIFIED"))
        return QStringLiteral("continue");
    return status == QLatin1String("FAILED") ? QStringLiteral("escalate") : QStringLiteral("wait");
}

// "told.TRIGGER" counts what came with the right token. What a flow behind it would decide follows from the new status.
void ScenarioRunner::Run::noteEvent(const httpd::Request &r)
{
    const QJsonObject event = QJsonDocument::fromJson(r.body).object();
    const auto count = [this](const QString &key) { facts.insert(key, facts.value(key).toInt() + 1); };
    if (r.header("Authorization") != "Bearer " + token)
        return count(QStringLiteral("told.unauthorized"));
    count(toldFact(event));
    const QJsonArray changes = event.value(QLatin1String("changes")).toArray();
    for (const auto &c : changes) {
        const QString value = c.toObject().value(QLatin1String("newValue")).toString();
        if (c.toObject().value(QLatin1String("attribute")).toString() ==
            tenantSession->tenant().map.name(domain::Field::IdvStatus))
            facts.insert(QStringLiteral("decision"), decisionAbout(value));
    }
}

static void putSession(QJsonObject &facts, const Session &s)
{
    facts.insert(QStringLiteral("session.state"), domain::stateKey(s.state));
    facts.insert(QStringLiteral("session.cause"), s.closingReason);
    facts.insert(QStringLiteral("session.ial"), s.ial ? QJsonValue(*s.ial) : QJsonValue());
    facts.insert(QStringLiteral("session.source"), s.source);
    facts.insert(QStringLiteral("session.document"), s.documentType);
    facts.insert(QStringLiteral("session.writeBack"), s.writeBack);
}

// How often the timeline says something: "timeline.callback", and where a callback was placed: "placed.duplicate".
static void putNotes(QJsonObject &facts, const QList<domain::SessionNote> &notes)
{
    const QStringList known = facts.keys();
    for (const QString &key : known) {
        if (key.startsWith(QLatin1String("timeline.")) || key.startsWith(QLatin1String("placed.")))
            facts.remove(key);
    }
    const auto count = [&facts](const QString &key) { facts.insert(key, facts.value(key).toInt() + 1); };
    for (const auto &n : notes) {
        count(QStringLiteral("timeline.") + n.kind);
        if (n.kind == QLatin1String("callback"))
            count(QStringLiteral("placed.") + n.detail.value(QLatin1String("place")).toString());
    }
}

void ScenarioRunner::gather(const QJsonObject &expected, std::function<void()> then)
{
    const auto asksFor = [&expected](const char *prefix) {
        const auto keys = expected.keys();
        return std::any_of(
            keys.begin(), keys.end(), [prefix](const QString &k) { return k.startsWith(QLatin1String(prefix)); });
    };
    if (asksFor("provider.") || asksFor("sailpoint.")) {
        const QJsonObject counters = m_run->lab->counters();
        for (const char *vendor : {"provider", "sailpoint"}) {
            const QJsonObject own = counters.value(QLatin1String(vendor)).toObject();
            for (auto it = own.begin(); it != own.end(); ++it)
                m_run->facts.insert(QLatin1String(vendor) + QLatin1Char('.') + it.key(), *it);
        }
    }
    const auto attributes = [this, asks = asksFor("attribute."), then = std::move(then)] {
        if (!asks || m_run->person.isEmpty())
            return then();
        using Attributes = domain::IdentityAttributes;
        core::whenDone<Attributes>(m_run->tenantSession->directory().attributes(m_run->person), this,
            [this, then](const Result<Attributes> &a) {
                const QJsonObject all = a ? a->asSent : QJsonObject();
                for (auto it = all.begin(); it != all.end(); ++it)
                    m_run->facts.insert(QStringLiteral("attribute.") + it.key(), *it);
                then();
            });
    };
    if (m_run->session.isEmpty())
        return attributes();
    auto &sessions = m_run->tenantSession->verifier().sessions();
    core::whenDone<Session>(
        sessions.session(m_run->session), this, [this, &sessions, attributes](const Result<Session> &s) {
            if (s)
                putSession(m_run->facts, *s);
            core::whenDone<QList<domain::SessionNote>>(sessions.notes(m_run->session), this,
                [this, attributes](const Result<QList<domain::SessionNote>> &notes) {
                    if (notes)
                        putNotes(m_run->facts, *notes);
                    attributes();
                });
        });
}

} // namespace assembly
