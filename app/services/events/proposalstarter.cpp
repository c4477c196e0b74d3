#include "services/events/proposalstarter.h"
#include "core/killpoint.h"
#include "core/logfailure.h"
#include "services/events/eventrulesettings.h"
#include "services/events/proposalsteps.h"
#include "services/identities/identitydirectory.h"
#include "services/tenants/internal/stores.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessions.h"
#include "services/verification/sessionstarter.h"
#include "services/verification/verifier.h"
#include <QCoreApplication>

namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::Unit;
using domain::EventRules;
using domain::Proposal;
using domain::ProposalStep;
using domain::Session;

// Who starts it holds it: another process takes it up only when this one is gone.
static constexpr std::chrono::minutes startsWithin{2};

static constexpr auto startUnnoted = "What became of a proposal's start could not be noted.";

static QString leaseName(const QString &id)
{
    return QStringLiteral("proposal:") + id;
}

static QString asksForLess()
{
    return sayProposals(
        QT_TRANSLATE_NOOP("Proposals", "An open verification of this person asks for less than this proposal. Let it "
                                       "end, or stop it in Sessions; then start this one."));
}

ProposalStarter::ProposalStarter(
    TenantSession &tenantSession, Verifier &verifier, EventRuleSettings &rules, Context &context, QObject *parent)
    : QObject(parent), m_tenantSession(tenantSession), m_verifier(verifier), m_rules(rules), m_context(context)
{
}

bool ProposalStarter::isStarting(const QString &id) const
{
    return m_mine.contains(id);
}

Async<Session> ProposalStarter::start(const QString &id)
{
    return claim(
        id,
        [this, id](auto step) {
            return m_context.ledger->proposals().change(m_tenantSession.tenant().id, id, std::move(step));
        },
        false);
}

// How many an hour is read anew, and counted in the transaction that claims it: a restart starts no second hour.
Async<Session> ProposalStarter::startByRule(const QString &id)
{
    return core::andThen<EventRules>(m_rules.rules(), this, [this, id](const EventRules &rules) {
        const core::Instant since = m_context.clock->now() - core::hourMs;
        return claim(
            id,
            [this, id, since, most = rules.startsAnHour](auto step) {
                return m_context.ledger->proposals().claim(
                    m_tenantSession.tenant().id, id, most, since, std::move(step));
            },
            true);
    });
}

Async<Session> ProposalStarter::claim(const QString &id, std::function<Async<Proposal>(Step)> take, bool isByRule)
{
    // A second try here must not let go of what the first one holds.
    if (m_mine.contains(id))
        return core::ready<Session>(decidedAlready());
    m_mine << id;
    const auto claimed =
        core::andThen<bool>(m_context.ledger->leases().take(leaseName(id), m_context.holder, startsWithin), this,
            [this, take = std::move(take)](bool isMine) {
                if (!isMine)
                    return core::ready<Proposal>(decidedAlready());
                return take([this](const Proposal &now) -> Result<ProposalStep> {
                    if (now.state != Proposal::Open)
                        return decidedAlready();
                    ProposalStep to{now, proposalEvent(m_context.operatorName, now, QStringLiteral("proposal.start"),
                                             QStringLiteral("intent"))};
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
void ProposalStarter::launched(const QString &id, const Result<Session> &s, const core::Deferred<Session> &out)
{
    const bool isThere = !s && s.error().reason == core::ErrorReason::OpenSession;
    const auto known =
        isThere ? m_verifier.sessions().session(core::SessionId(s.error().detail)) : core::ready<Session>(s);
    core::whenDone<Session>(known, this, [this, id, out, s](const Result<Session> &session) {
        const auto settled = m_context.ledger->proposals().change(
            m_tenantSession.tenant().id, id, [this, session](const Proposal &now) -> Result<ProposalStep> {
                const bool isTaken = session && domain::meetsDemand(*session, now);
                ProposalStep to{now, {}};
                to.proposal.state = isTaken ? Proposal::Started : Proposal::Open;
                to.proposal.session = isTaken ? session->id : core::SessionId();
                to.proposal.why.clear();
                if (!isTaken)
                    to.proposal.why = session ? asksForLess() : session.error().text;
                to.audit = proposalEvent(m_context.operatorName, now, QStringLiteral("proposal.start"),
                    isTaken ? QStringLiteral("done") : QStringLiteral("failed"));
                to.audit->data.insert(QStringLiteral("session"), to.proposal.session.str());
                return to;
            });
        core::whenDone<Proposal>(settled, this, [this, id, out, s](const Result<Proposal> &noted) {
            if (!noted)
                core::writeFailure(lcService(), startUnnoted, noted.error());
            letGo(id);
            if (s)
                Q_EMIT started(s->id);
            out.resolve(s);
        });
    });
}

void ProposalStarter::letGo(const QString &id)
{
    m_mine.remove(id);
    core::logFailure(m_context.ledger->leases().release(leaseName(id), m_context.holder), this, lcService,
        "A proposal could not be let go.");
}

Async<Session> ProposalStarter::launch(const Proposal &p, bool isByRule)
{
    const auto releaser = isByRule ? m_rules.releaser() : core::ready<QString>(QString());
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

Async<Proposal> ProposalStarter::begun(const QString &id, const core::SessionId &session)
{
    return core::andThen<Session>(m_verifier.sessions().session(session), this, [this, id](const Session &s) {
        return m_context.ledger->proposals().change(
            m_tenantSession.tenant().id, id, [this, s](const Proposal &now) -> Result<ProposalStep> {
                if (now.state != Proposal::Open)
                    return decidedAlready();
                if (!domain::meetsDemand(s, now))
                    return core::makeError(ErrorCode::Conflict,
                        sayProposals(QT_TRANSLATE_NOOP("Proposals",
                            "The verification that was started asks for less than this proposal, which stays open.")));
                ProposalStep to{now, proposalEvent(m_context.operatorName, now, QStringLiteral("proposal.start"),
                                         QStringLiteral("done"))};
                to.proposal.state = Proposal::Started;
                to.proposal.session = s.id;
                to.proposal.why.clear();
                to.audit->data.insert(QStringLiteral("session"), s.id.str());
                return to;
            });
    });
}

// Left half started by a process that ended. The intent of a session is durable before anything is sent: without one,
// nothing was.
void ProposalStarter::recover(const Proposal &p)
{
    const auto known = core::andThen<bool>(
        m_context.ledger->leases().take(leaseName(p.id), m_context.holder, startsWithin), this, [this, p](bool isLeft) {
            return isLeft ? m_verifier.sessions().of(p.identity)
                          : core::ready<QList<Session>>(decidedAlready()); // somebody is at it
        });
    core::whenDone<QList<Session>>(known, this, [this, p](const Result<QList<Session>> &all) {
        if (!all)
            return;
        core::SessionId found;
        for (const Session &s : *all) {
            if (domain::meetsDemand(s, p) && s.createdAt >= p.at && found.isEmpty())
                found = s.id;
        }
        const auto settled = m_context.ledger->proposals().change(
            m_tenantSession.tenant().id, p.id, [this, found](const Proposal &now) -> Result<ProposalStep> {
                if (now.state != Proposal::Starting)
                    return decidedAlready();
                ProposalStep to{now, proposalEvent(m_context.operatorName, now, QStringLiteral("proposal.start"),
                                         found.isEmpty() ? QStringLiteral("interrupted") : QStringLiteral("done"))};
                to.proposal.state = found.isEmpty() ? Proposal::Open : Proposal::Started;
                to.proposal.session = found;
                to.proposal.why = found.isEmpty() ? sayProposals(QT_TRANSLATE_NOOP("Proposals",
                                                        "The console ended while it was starting. Nothing was sent."))
                                                  : QString();
                return to;
            });
        core::whenDone<Proposal>(settled, this, [this, id = p.id](const Result<Proposal> &noted) {
            if (!noted)
                core::writeFailure(lcService(), startUnnoted, noted.error());
            letGo(id);
        });
    });
}

// One after the other: nobody is asked faster than a person could look.
void ProposalStarter::startNext()
{
    if (m_isStarting || m_toStart.isEmpty())
        return;
    m_isStarting = true;
    const Proposal p = m_toStart.takeFirst();
    const auto next = [this] {
        m_isStarting = false;
        startNext();
    };
    const auto leave = [this, p, next](const QString &why) {
        const auto noted =
            m_context.ledger->proposals().change(p.tenant, p.id, [why](const Proposal &now) -> Result<ProposalStep> {
                ProposalStep to{now, {}};
                to.proposal.why = why;
                return to;
            });
        core::whenDone<Proposal>(noted, this, [next](const Result<Proposal> &r) {
            if (!r)
                core::writeFailure(lcService(), startUnnoted, r.error());
            next();
        });
    };
    core::whenDone<domain::Session>(startByRule(p.id), this, [next, leave](const Result<domain::Session> &s) {
        const bool wasClaimed =
            s || (s.error().code != core::ErrorCode::RateLimited && s.error().code != core::ErrorCode::Storage);
        wasClaimed
            ? next()
            : leave(s.error().text); // what stands against a start that was claimed is in the proposal afterwards
    });
}

void ProposalStarter::startLater(const QList<Proposal> &proposals)
{
    m_toStart << proposals;
    startNext();
}

} // namespace services
