#include "services/events/proposals.h"
#include "core/killpoint.h"
#include "domain/tenants/principal.h"
#include "domain/text/strictjson.h"
#include "services/events/triggers.h"
#include "services/events/workflows.h"
#include "services/identities/identitydirectory.h"
#include "services/reverification/reverification.h"
#include "services/tenants/vendorreach.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessions.h"
#include "services/verification/sessionstarter.h"
#include "services/verification/verifier.h"
#include "store/ledger/ledger.h"
#include <QCoreApplication>
#include <QJsonDocument>

namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::Unit;
using domain::EventRules;
using domain::Proposal;
using domain::Session;
using store::ProposalStep;

static QString sayProposals(const char *text)
{
    return QCoreApplication::translate("Proposals", text);
}

Proposals::Proposals(
    TenantSession &tenantSession, Verifier &verifier, Triggers &triggers, Context &context, QObject *parent)
    : QObject(parent), m_tenantSession(tenantSession), m_verifier(verifier), m_triggers(triggers), m_context(context)
{
    connect(&context.ledger.proposals(), &store::ProposalStore::changed, this, &Proposals::changed);
    connect(&context.ledger, &store::Ledger::changedElsewhere, this, &Proposals::changed);
    connect(&context.ledger, &store::Ledger::changedElsewhere, this, &Proposals::readRules);
    connect(&verifier.sessions(), &Sessions::changed, this, &Proposals::sessionEnded);
    readRules();
}

Proposals::~Proposals()
{
    // Events that are being stored call back on the ledger's thread.
    m_context.ledger.drain();
}

void Proposals::watch()
{
    if (std::exchange(m_isWatching, true))
        return;
    connect(&m_context.ledger.events(), &store::EventStore::arrived, this, &Proposals::process);
    connect(&m_context.ledger, &store::Ledger::changedElsewhere, this, &Proposals::process);
    connect(&m_tenantSession.reverification(), &Reverification::changed, this,
        &Proposals::process); // what waited for a policy that can be read
    core::whenDone<Unit>(
        m_context.ledger.events().prune(m_context.clock->now() - 30 * core::dayMs), this, [](const core::Status &) {});
    process();
}

QString Proposals::settingName() const
{
    return QStringLiteral("event-rules:") + m_tenantSession.tenant().id.str();
}

QString Proposals::releaserSetting() const
{
    return QStringLiteral("event-rules-by:") + m_tenantSession.tenant().id.str();
}

QSet<QString> Proposals::wantedAttributes() const
{
    const std::lock_guard lock(m_mutex);
    return m_wanted;
}

bool Proposals::areRulesKnown() const
{
    const std::lock_guard lock(m_mutex);
    return m_areRulesKnown;
}

void Proposals::readRules()
{
    core::whenDone<EventRules>(rules(), this, [this](const Result<EventRules> &r) {
        if (!r)
            return;
        const std::lock_guard lock(m_mutex);
        m_wanted = domain::attributesOf(*r);
        m_areRulesKnown = true;
    });
}

Async<EventRules> Proposals::rules()
{
    return core::mapped<EventRules, QString>(
        m_context.ledger.settings().value(settingName()), this, [](const QString &text) -> Result<EventRules> {
            return domain::readSetting(text, domain::usualEventRules(), domain::eventRulesFromJson,
                {sayProposals(QT_TRANSLATE_NOOP("Proposals", "What is set as rules for events")),
                    sayProposals(QT_TRANSLATE_NOOP(
                        "Proposals", "Lab, Event triggers, Rules…, or idvctl event-rules set FILE"))});
        });
}

Async<Unit> Proposals::setRules(const EventRules &wanted)
{
    if (const auto fault = domain::validate(wanted); !fault)
        return core::ready<Unit>(fault);
    // What cannot be read any more is replaced all the same.
    core::Deferred<Unit> out;
    core::whenDone<EventRules>(rules(), this, [this, wanted, out](const Result<EventRules> &before) {
        domain::AuditEvent a;
        a.actor = m_context.operatorName;
        a.action = QStringLiteral("event-rules.change");
        a.tenant = a.subject = m_tenantSession.tenant().id.str();
        a.outcome = QStringLiteral("done");
        a.data = {{QStringLiteral("before"), before ? QJsonValue(domain::toJson(*before)) : QJsonValue()},
            {QStringLiteral("after"), domain::toJson(wanted)}};
        const QString text = QString::fromUtf8(QJsonDocument(domain::toJson(wanted)).toJson(QJsonDocument::Compact));
        // Who released the rules decides about none of what they start.
        const auto kept = core::andThen<QString>(m_context.ledger.settings().value(domain::operatorSetting(
                                                     m_tenantSession.tenant().id, m_context.operatorName)),
            this, [this, text, a](const QString &who) {
                return m_context.ledger.settings().setAll(
                    {{settingName(), text}, {releaserSetting(), who.isEmpty() ? QStringLiteral("?") : who}}, a);
            });
        core::whenDone<Unit>(kept, this, [this, out](const core::Status &r) {
            if (r)
                readRules();
            if (r && m_isWatching) // what waited for rules that can be read
                process();
            out.resolve(r);
        });
    });
    return out.future();
}

Async<QList<Proposal>> Proposals::list(bool onlyOpen)
{
    return m_context.ledger.proposals().list(m_tenantSession.tenant().id, onlyOpen);
}

domain::AuditEvent Proposals::event(const Proposal &p, const QString &action, const QString &outcome) const
{
    domain::AuditEvent a;
    a.actor = m_context.operatorName;
    a.action = action;
    a.tenant = m_tenantSession.tenant().id.str();
    a.subject = p.identity.str();
    a.outcome = outcome;
    a.data = {{QStringLiteral("proposal"), p.id}, {QStringLiteral("rule"), p.rule},
        {QStringLiteral("trigger"), p.triggerId}, {QStringLiteral("object"), p.object}};
    return a;
}

static QString asksForLess()
{
    return sayProposals(
        QT_TRANSLATE_NOOP("Proposals", "An open verification of this person asks for less than this proposal. Let it "
                                       "end, or stop it in Sessions; then start this one."));
}
static core::Error taken()
{
    return core::makeError(ErrorCode::Conflict,
        sayProposals(QT_TRANSLATE_NOOP("Proposals", "Somebody has decided about this proposal already.")));
}

// Who starts it holds it: another process takes it up only when this one is gone.
static constexpr std::chrono::minutes startsWithin{2};
QString Proposals::leaseName(const QString &id)
{
    return QStringLiteral("proposal:") + id;
}

Async<Session> Proposals::start(const QString &id)
{
    return claim(
        id,
        [this, id](auto step) {
            return m_context.ledger.proposals().change(m_tenantSession.tenant().id, id, std::move(step));
        },
        false);
}

// How many an hour is read anew, and counted in the transaction that claims it: a restart starts no second hour.
Async<Session> Proposals::startByRule(const QString &id)
{
    return core::andThen<EventRules>(rules(), this, [this, id](const EventRules &rules) {
        const core::Instant since = m_context.clock->now() - core::hourMs;
        return claim(
            id,
            [this, id, since, most = rules.startsAnHour](auto step) {
                return m_context.ledger.proposals().claim(
                    m_tenantSession.tenant().id, id, most, since, std::move(step));
            },
            true);
    });
}

Async<Session> Proposals::claim(const QString &id,
    std::function<Async<Proposal>(std::function<Result<ProposalStep>(const Proposal &)>)> take, bool isByRule)
{
    // A second try here must not let go of what the first one holds.
    if (m_mine.contains(id))
        return core::ready<Session>(taken());
    m_mine << id;
    const auto claimed =
        core::andThen<bool>(m_context.ledger.leases().take(leaseName(id), m_context.holder, startsWithin), this,
            [this, take = std::move(take)](bool isMine) {
                if (!isMine)
                    return core::ready<Proposal>(taken());
                return take([this](const Proposal &now) -> Result<ProposalStep> {
                    if (now.state != Proposal::Open)
                        return taken();
                    ProposalStep to{now, event(now, QStringLiteral("proposal.start"), QStringLiteral("intent"))};
                    to.proposal.state = Proposal::Starting;
                    to.proposal.why.clear();
                    return to;
                });
            });
    core::Deferred<Session> out;
    core::whenDone<Proposal>(claimed, this, [this, id, out, isByRule](const Result<Proposal> &p) {
        core::killPoint("proposal-claimed");
        if (!p) {
            letGo(id);
            return out.resolve(p.error());
        }
        core::whenDone<Session>(
            launch(*p, isByRule), this, [this, id, out](const Result<Session> &s) { launched(id, s, out); });
    });
    return out.future();
}

// An open verification of the same person for the same purpose is what was wanted, where it asks for no less.
void Proposals::launched(const QString &id, const Result<Session> &s, const core::Deferred<Session> &out)
{
    const bool isThere = !s && s.error().field == QLatin1String("open-session");
    const auto known =
        isThere ? m_verifier.sessions().session(core::SessionId(s.error().detail)) : core::ready<Session>(s);
    core::whenDone<Session>(known, this, [this, id, out, s](const Result<Session> &session) {
        const auto settled = m_context.ledger.proposals().change(
            m_tenantSession.tenant().id, id, [this, session](const Proposal &now) -> Result<ProposalStep> {
                const bool isTaken = session && domain::meetsDemand(*session, now);
                ProposalStep to{now, {}};
                to.proposal.state = isTaken ? Proposal::Started : Proposal::Open;
                to.proposal.session = isTaken ? session->id : core::SessionId();
                to.proposal.why.clear();
                if (!isTaken)
                    to.proposal.why = session ? asksForLess() : session.error().text;
                to.audit = event(
                    now, QStringLiteral("proposal.start"), isTaken ? QStringLiteral("done") : QStringLiteral("failed"));
                to.audit->data.insert(QStringLiteral("session"), to.proposal.session.str());
                return to;
            });
        core::whenDone<Proposal>(settled, this, [this, id, out, s](const Result<Proposal> &) {
            letGo(id);
            if (s)
                Q_EMIT started(s->id);
            out.resolve(s);
        });
    });
}

void Proposals::letGo(const QString &id)
{
    m_mine.remove(id);
    core::whenDone<Unit>(
        m_context.ledger.leases().release(leaseName(id), m_context.holder), this, [](const core::Status &) {});
}

Async<Session> Proposals::launch(const Proposal &p, bool isByRule)
{
    const auto releaser =
        isByRule ? m_context.ledger.settings().value(releaserSetting()) : core::ready<QString>(QString());
    return core::andThen<QString>(releaser, this, [this, p, isByRule](const QString &releasedBy) {
        return core::andThen<domain::Identity>(m_tenantSession.directory().refresh(p.identity), this,
            [this, p, isByRule, releasedBy](const domain::Identity &person) {
                auto request = domain::requestFor(p);
                request.isByProgram = isByRule;
                request.releasedBy = releasedBy;
                // Without the wanted contact the link is shown, where somebody is there to show it.
                if (!p.startsItself && !m_verifier.starter().obstacle(person, request).isEmpty())
                    request.delivery = domain::Delivery::Link;
                return m_verifier.starter().start(person, request);
            });
    });
}

Async<Proposal> Proposals::begun(const QString &id, const core::SessionId &session)
{
    return core::andThen<Session>(m_verifier.sessions().session(session), this, [this, id](const Session &s) {
        return m_context.ledger.proposals().change(
            m_tenantSession.tenant().id, id, [this, s](const Proposal &now) -> Result<ProposalStep> {
                if (now.state != Proposal::Open)
                    return taken();
                if (!domain::meetsDemand(s, now))
                    return core::makeError(ErrorCode::Conflict,
                        sayProposals(QT_TRANSLATE_NOOP("Proposals",
                            "The verification that was started asks for less than this proposal, which stays open.")));
                ProposalStep to{now, event(now, QStringLiteral("proposal.start"), QStringLiteral("done"))};
                to.proposal.state = Proposal::Started;
                to.proposal.session = s.id;
                to.proposal.why.clear();
                to.audit->data.insert(QStringLiteral("session"), s.id.str());
                return to;
            });
    });
}

Async<Proposal> Proposals::dismiss(const QString &id, const QString &why)
{
    const auto done = m_context.ledger.proposals().change(
        m_tenantSession.tenant().id, id, [this, why](const Proposal &now) -> Result<ProposalStep> {
            if (now.state != Proposal::Open)
                return taken();
            ProposalStep to{now, event(now, QStringLiteral("proposal.dismiss"), QStringLiteral("done"))};
            to.proposal.state = Proposal::Dismissed;
            to.proposal.why = why.trimmed().left(500);
            if (!to.proposal.why.isEmpty())
                to.audit->personal << domain::personal(QStringLiteral("why"), to.proposal.why);
            return to;
        });
    return core::mapped<Proposal, Proposal>(done, this, [this](const Proposal &p) -> Result<Proposal> {
        completed(p.invocation, p.identity, {},
            sayProposals(QT_TRANSLATE_NOOP("Proposals", "the proposed verification was dismissed")));
        return p;
    });
}

// Left half started by a process that ended. The intent of a session is durable before anything is sent: without one,
// nothing was.
void Proposals::recover(const Proposal &p)
{
    const auto known = core::andThen<bool>(
        m_context.ledger.leases().take(leaseName(p.id), m_context.holder, startsWithin), this, [this, p](bool isLeft) {
            return isLeft ? m_verifier.sessions().of(p.identity)
                          : core::ready<QList<Session>>(taken()); // somebody is at it
        });
    core::whenDone<QList<Session>>(known, this, [this, p](const Result<QList<Session>> &all) {
        if (!all)
            return;
        core::SessionId found;
        for (const Session &s : *all) {
            if (domain::meetsDemand(s, p) && s.createdAt >= p.at && found.isEmpty())
                found = s.id;
        }
        const auto settled = m_context.ledger.proposals().change(
            m_tenantSession.tenant().id, p.id, [this, found](const Proposal &now) -> Result<ProposalStep> {
                if (now.state != Proposal::Starting)
                    return taken();
                ProposalStep to{now, event(now, QStringLiteral("proposal.start"),
                                         found.isEmpty() ? QStringLiteral("interrupted") : QStringLiteral("done"))};
                to.proposal.state = found.isEmpty() ? Proposal::Open : Proposal::Started;
                to.proposal.session = found;
                to.proposal.why = found.isEmpty() ? sayProposals(QT_TRANSLATE_NOOP("Proposals",
                                                        "The console ended while it was starting. Nothing was sent."))
                                                  : QString();
                return to;
            });
        core::whenDone<Proposal>(settled, this, [this, id = p.id](const Result<Proposal> &) { letGo(id); });
    });
}

} // namespace services
