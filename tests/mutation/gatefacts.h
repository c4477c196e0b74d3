#pragma once
#include "domain/recovery/recovery.h"
#include "domain/verification/resultevaluation.h"
#include "support/mutate.h"
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace support {

/// When the gate is asked.
inline constexpr core::Instant gateInstant = 1'800'000'000'000;

/// One for which the gate opens.
inline domain::Session verifiedSession()
{
    domain::Session s;
    s.id = core::SessionId(QStringLiteral("s1"));
    s.tenant = core::TenantId(QStringLiteral("t1"));
    s.request.identity = core::IdentityId(QStringLiteral("i1"));
    s.request.reason = domain::Reason::AccountRecovery;
    s.request.documents = {QStringLiteral("passport")};
    s.personName = QStringLiteral("Anna Berg");
    s.verifiedName = QStringLiteral("ANNA BERG");
    s.operatorName = QStringLiteral("ann");
    s.startedBy = QStringLiteral("id-ann");
    s.startedAs = domain::StartedAs::Person;
    s.state = domain::SessionState::Verified;
    s.providerId = core::ProviderSessionId(QStringLiteral("p1"));
    s.ial = 2;
    s.documentType = QStringLiteral("passport");
    s.source = QStringLiteral("both");
    s.createdAt = gateInstant - 5 * core::minuteMs;
    s.completedAt = gateInstant - core::minuteMs;
    s.boundAt = gateInstant - core::minuteMs;
    return s;
}

/// What the log says of its result.
inline domain::AuditRecord resultRecordOf(const domain::Session &s)
{
    domain::AuditRecord r;
    r.sequence = 7;
    r.at = gateInstant - core::minuteMs;
    r.event = {QStringLiteral("ann"), QStringLiteral("verification.result"), s.tenant.str(), s.id.str(),
        QStringLiteral("done"),
        {{QStringLiteral("state"), domain::stateKey(s.state)}, {QStringLiteral("identity"), s.request.identity.str()}},
        {}};
    r.event.data.insert(domain::resultDigestKey, domain::resultDigest(s));
    r.previous = domain::firstPreviousHash();
    r.hash = *domain::auditHash(r);
    return r;
}

/// All that the gate looks at; as it is, it opens.
struct GateCase
{
    domain::Session session = verifiedSession();
    std::optional<domain::AuditRecord> record = resultRecordOf(verifiedSession());
    std::optional<domain::VendorTime> vendor = domain::VendorTime{gateInstant, core::minuteMs};
    core::Instant lastEntry = gateInstant;
    domain::Identity person{};
    std::optional<QString> identityState = QStringLiteral("ACTIVE");
    domain::ActivityTable table{};
    domain::GateFacts gate{};
    GateCase()
    {
        person.lifecycle = QStringLiteral("active");
        gate.operatorName = QStringLiteral("ann");
        gate.principal = QStringLiteral("id-ann");
        gate.now = gateInstant;
    }
};
inline Outcome gateOutcome(GateCase f)
{
    f.gate.proof = domain::rowProof(f.session, f.record);
    f.gate.time = domain::timeDoubt(f.gate.now, f.vendor, f.lastEntry);
    f.gate.activity = domain::activityOf(f.person, f.identityState, f.table);
    const domain::RecoveryGate g = domain::recoveryGate(f.session, f.gate);
    return {g.isOpen(), QStringLiteral("obstacle %1, %2 of 5").arg(int(g.obstacle)).arg(g.met())};
}

using SessionChange = std::pair<const char *, std::function<void(domain::Session &)>>;
/// What the log proves of a row; a row that is changed differs from it.
inline const std::vector<SessionChange> &provedFields()
{
    static const std::vector<SessionChange> all{
        {"other session", [](auto &s) { s.id = core::SessionId(QStringLiteral("s2")); }},
        {"other tenant", [](auto &s) { s.tenant = core::TenantId(QStringLiteral("t2")); }},
        {"other person", [](auto &s) { s.request.identity = core::IdentityId(QStringLiteral("i2")); }},
        {"other provider's id", [](auto &s) { s.providerId = core::ProviderSessionId(QStringLiteral("p2")); }},
        {"other document", [](auto &s) { s.documentType = QStringLiteral("national_id"); }},
        {"no document", [](auto &s) { s.documentType.clear(); }},
        {"higher level", [](auto &s) { s.ial = 3; }},
        {"younger by a second", [](auto &s) { *s.completedAt += core::secondMs; }},
        {"older by a second", [](auto &s) { *s.completedAt -= core::secondMs; }},
        {"other source", [](auto &s) { s.source = QStringLiteral("callback"); }},
        {"a reviewer", [](auto &s) { s.reviewer = QStringLiteral("id-bob"); }},
    };
    return all;
}
/// What closes the gate whatever the log says.
inline const std::vector<SessionChange> &closingConditions()
{
    static const std::vector<SessionChange> all = [] {
        std::vector<SessionChange> out{
            {"starter none", [](auto &s) { s.startedBy.clear(); }},
            {"starter other", [](auto &s) { s.startedBy = QStringLiteral("id-bob"); }},
            {"starter program", [](auto &s) { s.startedAs = domain::StartedAs::Program; }},
            {"starter unknown", [](auto &s) { s.startedAs = domain::StartedAs::Unknown; }},
            {"operator other", [](auto &s) { s.operatorName = QStringLiteral("bob"); }},
            {"used", [](auto &s) { s.resetState = QStringLiteral("asked"); }},
            {"asking", [](auto &s) { s.resetState = QStringLiteral("asking"); }},
            {"unanswered", [](auto &s) { s.resetState = QStringLiteral("unknown"); }},
            {"completed never", [](auto &s) { s.completedAt.reset(); }},
            {"older than 15 minutes", [](auto &s) { s.completedAt = gateInstant - domain::gateLifetime; }},
            {"older by an hour", [](auto &s) { s.completedAt = gateInstant - core::hourMs; }},
            {"younger than now", [](auto &s) { s.completedAt = gateInstant + 5 * core::minuteMs + 1; }},
            {"lower level", [](auto &s) { s.ial = 1; }},
            {"no level", [](auto &s) { s.ial.reset(); }},
            {"no source", [](auto &s) { s.source.clear(); }},
            {"unknown source", [](auto &s) { s.source = QStringLiteral("hearsay"); }},
            {"not bound", [](auto &s) { s.boundAt.reset(); }},
            {"other name", [](auto &s) { s.verifiedName = QStringLiteral("BO AKER"); }},
        };
        for (const domain::Reason r : {domain::Reason::Onboarding, domain::Reason::PrivilegedAccess,
                 domain::Reason::Periodic, domain::Reason::NonEmployee})
            out.emplace_back("other purpose", [r](domain::Session &s) { s.request.reason = r; });
        for (int i = 0; i < domain::sessionStateCount; ++i) {
            if (domain::SessionState(i) != domain::SessionState::Verified)
                out.emplace_back("other state", [i](domain::Session &s) { s.state = domain::SessionState(i); });
        }
        return out;
    }();
    return all;
}

} // namespace support
