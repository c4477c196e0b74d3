#include "domain/recovery/recovery.h"
#include "domain/reverification/campaign.h"
#include "domain/tenants/principal.h"
#include "domain/verification/resultevaluation.h"
#include "mutation/gatefacts.h"
#include "support/mutate.h"
#include "support/registry.h"
#include <QtTest>

using namespace domain;
using support::closingConditions;
using support::GateCase;
using support::gateOutcome;
using support::Op;
using support::Outcome;
using support::provedFields;
using support::resultRecordOf;
using support::SessionChange;
using support::tryOne;
using support::verifiedSession;

// What a person's account or a link depends on: the reset gate and what it rests on, a second person's decision, a
// campaign.

namespace {

QString failed(const QStringList &faults)
{
    return faults.mid(0, 30).join(QLatin1Char('\n'));
}

} // namespace

class MutatedGates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theGateOpensForTheUnchangedCaseOnly()
    {
        QStringList faults;
        const auto unchanged = gateOutcome({});
        QVERIFY2(unchanged.isAccepted, qPrintable(unchanged.reason));
        for (const auto &[how, change] : closingConditions()) {
            GateCase changed;
            change(changed.session);
            tryOne(faults, QStringLiteral("reset gate, row"), QLatin1String(how), gateOutcome(changed));
            changed.record = resultRecordOf(changed.session);
            tryOne(faults, QStringLiteral("reset gate, recorded"), QLatin1String(how), gateOutcome(changed));
        }
        for (const auto &[how, change] : provedFields()) {
            GateCase changed;
            change(changed.session);
            tryOne(faults, QStringLiteral("reset gate, row"), QLatin1String(how), gateOutcome(changed));
        }
        const std::vector<std::pair<const char *, std::function<void(GateCase &)>>> around{
            {"locked meanwhile", [](auto &f) { f.gate.isReadOnly = true; }},
            {"operator other", [](auto &f) { f.gate.operatorName = QStringLiteral("bob"); }},
            {"principal none", [](auto &f) { f.gate.principal.clear(); }},
            {"principal other", [](auto &f) { f.gate.principal = QStringLiteral("id-bob"); }},
            {"record none", [](auto &f) { f.record.reset(); }},
            {"vendor's time none", [](auto &f) { f.vendor.reset(); }},
            {"vendor's time older", [](auto &f) { f.vendor->ageMs = 10 * core::minuteMs + 1; }},
            {"vendor's time from ahead", [](auto &f) { f.vendor->ageMs = -1; }},
            {"vendor's time behind", [](auto &f) { f.vendor->at = support::gateInstant - 5 * core::minuteMs - 1; }},
            {"vendor's time ahead", [](auto &f) { f.vendor->at = support::gateInstant + 5 * core::minuteMs + 1; }},
            {"log ahead", [](auto &f) { f.lastEntry = support::gateInstant + 5 * core::minuteMs + 1; }},
            {"clock back by an hour", [](auto &f) { f.gate.now = support::gateInstant - core::hourMs; }},
            {"clock back by ten minutes", [](auto &f) { f.gate.now = support::gateInstant - 10 * core::minuteMs; }},
            {"clock ahead by an hour", [](auto &f) { f.gate.now = support::gateInstant + core::hourMs; }},
            // Whoever sets the clock cannot set the vendor's too; even then the log remembers.
            {"both clocks back", [](auto &f) { f.gate.now = f.vendor->at = support::gateInstant - core::hourMs; }},
            {"inactive though accepted",
                [](auto &f) {
                    f.identityState = QStringLiteral("INACTIVE");
                    f.gate.isActivityAccepted = true;
                }},
            {"locked though active",
                [](auto &f) {
                    f.person.sailpointStatus = QStringLiteral("LOCKED");
                    f.gate.isActivityAccepted = true;
                }},
            {"names held by agreement",
                [](auto &f) {
                    f.session.verifiedName = QStringLiteral("BERG ANNA");
                    f.gate.heldDifferences = {QStringLiteral("order")};
                }},
        };
        for (const auto &[how, change] : around) {
            GateCase changed;
            change(changed);
            tryOne(faults, QStringLiteral("reset gate, facts"), QLatin1String(how), gateOutcome(changed));
        }
        QVERIFY2(faults.isEmpty(), qPrintable(failed(faults)));
    }
    void aRecordThatIsChangedProvesNothing()
    {
        QStringList faults;
        const AuditRecord good = resultRecordOf(verifiedSession());
        faults << support::faultsOfPath(
            QStringLiteral("reset gate, record"), good.event.data,
            [&good](const QByteArray &json) {
                GateCase f;
                f.record = good;
                f.record->event.data = QJsonDocument::fromJson(json).object();
                return gateOutcome(f);
            },
            [](const support::Mutant &m) {
                return m.op == Op::Twice || m.op == Op::TwiceOther;
            }); // data is never read from text with a key twice
        const std::vector<std::pair<const char *, std::function<void(AuditRecord &)>>> changes{
            {"sequence", [](auto &r) { ++r.sequence; }},
            {"moment", [](auto &r) { ++r.at; }},
            {"actor", [](auto &r) { r.event.actor = QStringLiteral("bob"); }},
            {"action", [](auto &r) { r.event.action = QStringLiteral("verification.review"); }},
            {"tenant", [](auto &r) { r.event.tenant = QStringLiteral("t2"); }},
            {"subject", [](auto &r) { r.event.subject = QStringLiteral("s2"); }},
            {"outcome", [](auto &r) { r.event.outcome = QStringLiteral("failed"); }},
            {"previous", [](auto &r) { r.previous = QByteArray(32, '\1'); }},
            {"hash", [](auto &r) { r.hash = QByteArray(32, '\1'); }},
            {"hash none", [](auto &r) { r.hash.clear(); }},
            {"digest none, hashed anew",
                [](auto &r) {
                    r.event.data.remove(resultDigestKey);
                    r.hash = *auditHash(r);
                }},
            {"digest other, hashed anew",
                [](auto &r) {
                    r.event.data.insert(resultDigestKey, QString(64, QLatin1Char('a')));
                    r.hash = *auditHash(r);
                }},
            {"subject other, hashed anew",
                [](auto &r) {
                    r.event.subject = QStringLiteral("s2");
                    r.hash = *auditHash(r);
                }},
        };
        for (const auto &[how, change] : changes) {
            GateCase f;
            change(*f.record);
            tryOne(faults, QStringLiteral("reset gate, record"), QLatin1String(how), gateOutcome(f));
        }
        QVERIFY2(faults.isEmpty(), qPrintable(failed(faults)));
    }
    void onlyKnownWordsAreActive()
    {
        QStringList faults;
        GateCase byTable;
        byTable.identityState.reset();
        QVERIFY(gateOutcome(byTable).isAccepted);
        const QStringList off{QStringLiteral("INACTIVE"), QStringLiteral("inactive"), QStringLiteral("LOCKED"),
            QStringLiteral("Locked "), QStringLiteral("DISABLED"), QStringLiteral("TERMINATED"),
            QStringLiteral("deactivated"), QStringLiteral("SUSPENDED"), QStringLiteral("INACTIVE_SHORT_TERM"),
            QStringLiteral("INACTIVE_LONG_TERM")};
        const QStringList odd{QStringLiteral("inactiveShortTerm"), QStringLiteral("offboarded"),
            QStringLiteral("Terminated - Voluntary"), QStringLiteral("active?"), QStringLiteral("!active"),
            QStringLiteral("activ"), QStringLiteral("active x"), QStringLiteral("preActive"),
            QStringLiteral("unheard-of"), QStringLiteral("\u0430ctive"), QStringLiteral("ac\u200btive"),
            QStringLiteral("ACT\u0130VE"), QStringLiteral("true"), QStringLiteral("1")};
        for (const QString &word : off + odd) {
            for (const bool isAccepted : {false, true}) {
                GateCase f;
                f.gate.isActivityAccepted = isAccepted && off.contains(word);
                f.identityState = word;
                tryOne(faults, QStringLiteral("active, identityState"), QStringLiteral("word ") + word, gateOutcome(f));
                f = byTable;
                f.person.lifecycle = word;
                tryOne(faults, QStringLiteral("active, lifecycle"), QStringLiteral("word ") + word, gateOutcome(f));
                if (!off.contains(word))
                    continue;
                f = {};
                f.gate.isActivityAccepted = isAccepted;
                f.person.sailpointStatus = word;
                tryOne(faults, QStringLiteral("active, status"), QStringLiteral("word ") + word, gateOutcome(f));
            }
        }
        byTable.person.lifecycle.clear();
        tryOne(faults, QStringLiteral("active, lifecycle"), QStringLiteral("word none"), gateOutcome(byTable));
        byTable.person.lifecycle = QStringLiteral("active");
        byTable.table.rules = {{QString(), QStringLiteral("active"), false}};
        tryOne(faults, QStringLiteral("active, table"), QStringLiteral("says inactive"), gateOutcome(byTable));
        byTable.table.rules.clear();
        tryOne(faults, QStringLiteral("active, table"), QStringLiteral("empty"), gateOutcome(byTable));
        QVERIFY2(faults.isEmpty(), qPrintable(failed(faults)));
    }
    void aSecondPersonIsAnother()
    {
        QStringList faults;
        const auto decided = [](const Session &s, const ReviewParties &p) -> Outcome {
            if (const auto o = mayDecide(s, p); o != ReviewObstacle::None)
                return {false, QStringLiteral("obstacle %1").arg(int(o))};
            return {canBeAccepted(s), QStringLiteral("only a new session helps")};
        };
        Session held = verifiedSession();
        held.state = SessionState::NeedsReview;
        held.closingReason = reviewReasonKey(ReviewReason::NameDiffers);
        const ReviewParties honest{QStringLiteral("id-bob"), QStringLiteral("id-svc"), QStringLiteral("id-ann")};
        QVERIFY(decided(held, honest).isAccepted);
        const auto by = [&](const char *how, const ReviewParties &p) {
            tryOne(faults, QStringLiteral("review, parties"), QLatin1String(how), decided(held, p));
        };
        by("nobody", {{}, honest.tokenOwner, honest.deskOperator});
        by("starter", {QStringLiteral("id-ann"), honest.tokenOwner, {}});
        by("token's owner", {honest.tokenOwner, honest.tokenOwner, honest.deskOperator});
        by("desk's operator", {QStringLiteral("id-bob"), honest.tokenOwner, QStringLiteral("id-bob")});
        by("the person", {QStringLiteral("i1"), honest.tokenOwner, honest.deskOperator});
        std::vector<SessionChange> changes{
            {"starter none", [](auto &s) { s.startedBy.clear(); }},
            {"starter unknown", [](auto &s) { s.startedBy = QStringLiteral("?"); }},
            {"starter partly unknown", [](auto &s) { s.startedBy = QStringLiteral("id-ann ?"); }},
            {"starter the reviewer", [](auto &s) { s.startedBy = QStringLiteral("id-bob"); }},
            {"releaser the reviewer",
                [](auto &s) {
                    s.startedBy = QStringLiteral("id-ann id-bob");
                    s.startedAs = StartedAs::Program;
                }},
            {"about the reviewer", [](auto &s) { s.request.identity = core::IdentityId(QStringLiteral("id-bob")); }},
            {"lower level", [](auto &s) { s.ial = 1; }},
            {"no level", [](auto &s) { s.ial.reset(); }},
            {"other document", [](auto &s) { s.documentType = QStringLiteral("national_id"); }},
            {"completed never", [](auto &s) { s.completedAt.reset(); }},
            {"no source", [](auto &s) { s.source.clear(); }},
            {"cause none", [](auto &s) { s.closingReason.clear(); }},
            {"cause unheard-of", [](auto &s) { s.closingReason = QStringLiteral("unheard-of"); }},
            {"contradiction", [](auto &s) { s.closingReason = reviewReasonKey(ReviewReason::Contradiction); }},
        };
        for (int i = 1; i <= int(ReviewReason::PassWithFailureReason); ++i) {
            if (onlyNewSessionHelps(ReviewReason(i)))
                changes.emplace_back("cause", [i](Session &s) { s.closingReason = reviewReasonKey(ReviewReason(i)); });
        }
        for (int i = 0; i < sessionStateCount; ++i) {
            if (SessionState(i) != SessionState::NeedsReview)
                changes.emplace_back("state", [i](Session &s) { s.state = SessionState(i); });
        }
        for (const auto &[how, change] : changes) {
            Session s = held;
            change(s);
            tryOne(faults, QStringLiteral("review, session"), QLatin1String(how), decided(s, honest));
        }
        QVERIFY2(faults.isEmpty(), qPrintable(failed(faults)));
    }
    void aCampaignAsksNobodyWhoIsLeftOut()
    {
        constexpr core::Instant since = support::gateInstant - core::dayMs;
        QStringList faults;
        const std::vector<std::pair<const char *, std::function<void(Candidate &)>>> changes{
            {"exempt", [](auto &c) { c.isExempt = true; }},
            {"inactive", [](auto &c) { c.isActive = false; }},
            {"link open", [](auto &c) { c.kind = StatusKind::Pending; }},
            {"result held", [](auto &c) { c.kind = StatusKind::Held; }},
            {"verified here only", [](auto &c) { c.isVerifiedHereOnly = true; }},
        };
        for (const StatusKind kind : {StatusKind::Dated, StatusKind::Never, StatusKind::Failed, StatusKind::BadDate,
                 StatusKind::Reset, StatusKind::Withdrawn}) {
            for (const Delivery d : {Delivery::Email, Delivery::Sms}) {
                CampaignPlan plan;
                plan.prefers = d;
                const Candidate honest{true, true, true, false, kind, since - 1, StatusKind::Dated, false};
                const auto tried = [&](const Candidate &c, bool canSms = true, bool canEmail = true) -> Outcome {
                    const auto v = campaignEligibility(c, plan, since, canSms, canEmail);
                    return {v.why == ExclusionReason::Nothing, leftOutText(v.why)};
                };
                QVERIFY(tried(honest).isAccepted);
                for (const auto &[how, change] : changes) {
                    Candidate c = honest;
                    change(c);
                    tryOne(faults, QStringLiteral("campaign"), QLatin1String(how), tried(c));
                }
                Candidate c = honest;
                c.hasPhone = c.hasEmail = false;
                tryOne(faults, QStringLiteral("campaign"), QStringLiteral("contact none"), tried(c));
                tryOne(faults, QStringLiteral("campaign"), QStringLiteral("provider sends nothing"),
                    tried(honest, false, false));
                plan.fallsBack = false;
                c = honest;
                (d == Delivery::Sms ? c.hasPhone : c.hasEmail) = false;
                tryOne(faults, QStringLiteral("campaign"), QStringLiteral("contact of another kind"), tried(c));
                if (kind != StatusKind::Dated && kind != StatusKind::Failed)
                    continue;
                c = honest;
                c.verifiedAt = since;
                tryOne(faults, QStringLiteral("campaign"), QStringLiteral("verified since"), tried(c));
            }
        }
        QVERIFY2(faults.isEmpty(), qPrintable(failed(faults)));
    }
};
IDV_TEST(MutatedGates)
#include "tst_gates.moc"
