#include "domain/rehearsal/mappingproposal.h"
#include "domain/rehearsal/rehearsalrules.h"
#include "domain/verification/writeback/writeback.h"
#include "support/registry.h"
#include <QtTest>

using domain::FieldFound;
using domain::MappingProposal;
using domain::MessageKind;
using domain::MessageRead;
using domain::RehearsalVerdict;
using domain::ResultField;
using domain::ResultSource;
using domain::StepState;

namespace {

MessageRead message(MessageKind kind, const QList<domain::SeenMember> &members, const QList<FieldFound> &fields)
{
    return {{kind, members, 0}, fields};
}

domain::SeenMember seen(const char *at, const char *type, const char *word)
{
    return {QString::fromLatin1(at), QString::fromLatin1(type), QString::fromLatin1(word)};
}

FieldFound found(ResultField field, const char *name, const char *word)
{
    return {field, QString::fromLatin1(name), QString::fromLatin1(word), false};
}

MappingProposal proposal(const char *option, const char *value)
{
    return {QString::fromLatin1(option), QString::fromLatin1(value)};
}

domain::Tenant sandbox()
{
    domain::Tenant t;
    t.environment = domain::Environment::Sandbox;
    t.confirmWriteBack = true;
    return t;
}

} // namespace

class ProposedMapping : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPlaceIsProposedOnceItWasTried()
    {
        const auto m = message(MessageKind::Answer,
            {seen("/data/result", "text", "x"), seen("/data/status", "text", "APPROVED"), seen("/status", "text", "y")},
            {found(ResultField::Status, "", ""), found(ResultField::User, "", "")});
        QStringList tried;
        const auto all =
            domain::proposalsFor(m, true, {}, [&tried](const domain::ResultMapping &mapping, ResultField f) {
                const QString at = domain::placesOf(mapping, ResultSource::Answer, f).value(0);
                tried << at;
                return FieldFound{f, QStringLiteral("status"), {}, at == QLatin1String("/data/result")};
            });
        QCOMPARE(tried,
            QStringList({QStringLiteral("/status"), QStringLiteral("/data/status"), QStringLiteral("/data/result")}));
        QCOMPARE(all, (QList<MappingProposal>{proposal("answer-field", "status=/data/result")})); // the user is no need
    }
    void aLikelierPlaceIsNotSkippedForAKnownWord()
    {
        // "abgelehnt" is nobody's word yet; that a check passed is no result.
        const auto m = message(MessageKind::Answer,
            {seen("/decision", "text", "abgelehnt"), seen("/outcome", "text", "passed"),
                seen("/checks/result", "text", "passed"), seen("/checks/0/status", "text", "passed")},
            {found(ResultField::Status, "", "")});
        const auto again = [](const domain::ResultMapping &mapping, ResultField f) {
            const QString at = domain::placesOf(mapping, ResultSource::Answer, f).value(0);
            const bool isDecision = at == QLatin1String("/decision");
            return FieldFound{f, at, isDecision ? QStringLiteral("abgelehnt") : QString(), !isDecision};
        };
        QCOMPARE(domain::proposalsFor(m, false, {}, again),
            (QList<MappingProposal>{
                proposal("answer-field", "status=/decision"), proposal("status-word", "abgelehnt=")}));
        QCOMPARE(domain::likelyPlaces(m.seen, ResultField::Status).size(), 2);
    }
    void whatIsOnlyAskedForIsNoResult()
    {
        const auto m = message(MessageKind::Answer,
            {seen("/data/requestedLevel", "number", ""), seen("/data/applicant/name", "text", ""),
                seen("/data/ial", "number", ""), seen("/serial", "text", "")},
            {found(ResultField::Level, "", ""), found(ResultField::Name, "", "")});
        const auto always = [](const domain::ResultMapping &, ResultField f) { return FieldFound{f, {}, {}, true}; };
        QCOMPARE(domain::proposalsFor(m, false, {}, always), QList<MappingProposal>()); // it is not over yet
        QCOMPARE(domain::proposalsFor(m, true, {}, always),
            (QList<MappingProposal>{proposal("answer-field", "level=/data/ial")}));
    }
    void whatCannotBeUsedAnywhereIsNotProposed()
    {
        const auto m = message(MessageKind::Callback, {seen("/data/completed", "time", "")},
            {found(ResultField::CompletedAt, "", ""), found(ResultField::Name, "", "")});
        const auto never = [](const domain::ResultMapping &, ResultField f) { return FieldFound{f, {}, {}, false}; };
        QCOMPARE(domain::proposalsFor(m, true, {}, never), QList<MappingProposal>());
    }
    void aWordIsAskedForAndNotGuessed()
    {
        const auto m = message(MessageKind::Answer, {seen("/status", "text", "APPROVED"), seen("/doc", "text", "Pass")},
            {found(ResultField::Status, "status", "APPROVED"), found(ResultField::Document, "doc", "Pass"),
                found(ResultField::Level, "level", "High"), found(ResultField::Name, "name", "")});
        const auto all = domain::proposalsFor(m, true, {}, [](const auto &, ResultField f) {
            return FieldFound{f, {}, {}, {}};
        });
        QCOMPARE(all, (QList<MappingProposal>{proposal("status-word", "APPROVED="), proposal("document-word", "Pass="),
                          proposal("level-word", "High=")}));
        domain::ProviderProfile profile;
        QVERIFY(domain::applyProposals(profile, all));
        QVERIFY(profile.results == domain::ResultMapping()); // nobody has said what they mean
    }
    void anAnswerToAStartNamesItsSessionAndItsLink()
    {
        const domain::SeenMessage created{
            MessageKind::Created, {seen("/data/id", "text", ""), seen("/data/link", "text", "")}, 0};
        domain::ProviderProfile profile;
        const auto all = domain::proposalsForStart(created, profile, true);
        QCOMPARE(all,
            (QList<MappingProposal>{proposal("session-id-at", "/data/id"), proposal("invitation-at", "/data/link")}));
        QVERIFY(domain::applyProposals(profile, all));
        QCOMPARE(profile.sessionIdAt.first(), QStringLiteral("/data/id"));
        QCOMPARE(profile.invitationAt.first(), QStringLiteral("/data/link"));
        QCOMPARE(domain::proposalsForStart(created, profile, true), QList<MappingProposal>());
        QCOMPARE(domain::proposalsForStart(created, domain::ProviderProfile(), false).size(), 1); // nobody needs a link
    }
    void ofSeveralLinksNoneIsTheInvitation()
    {
        const auto link = [](std::initializer_list<domain::SeenMember> members) {
            domain::ProviderProfile p;
            p.sessionIdAt = {QStringLiteral("/id")};
            const auto all = domain::proposalsForStart(
                {MessageKind::Created, QList<domain::SeenMember>(members) << seen("/id", "text", ""), 0}, p, true);
            return all.isEmpty() ? QString() : all.first().value;
        };
        QCOMPARE(
            link({seen("/callback_url", "text", ""), seen("/page_link", "text", "")}), QStringLiteral("/page_link"));
        QCOMPARE(link({seen("/callback_url", "text", ""), seen("/privacy_url", "text", "")}), QString());
        QCOMPARE(link({seen("/a_link", "text", ""), seen("/b_link", "text", "")}), QString());
    }
    void aWriteThatDoesNotBeginIsStuck()
    {
        domain::Session s;
        s.writeBack = domain::writeBackKey(domain::WriteBackState::Planned);
        domain::Tenant t = sandbox();
        QVERIFY(!domain::isWriteStuck(s, t, 59'000));
        QVERIFY(domain::isWriteStuck(s, t, 61'000));
        s.writeBack = domain::writeBackKey(domain::WriteBackState::Asked);
        QVERIFY(!domain::isWriteStuck(s, t, 600'000));
        s.writeBack = domain::writeBackKey(domain::WriteBackState::Planned);
        t.readOnly = true;
        QVERIFY(domain::isWriteStuck(s, t, 0));
    }
    void onlyASandboxIsRehearsedAndNoRecovery()
    {
        using domain::Reason;
        QVERIFY(!domain::rehearsalFault(sandbox(), Reason::Periodic, false));
        auto t = sandbox();
        t.environment = domain::Environment::Production;
        QCOMPARE(domain::rehearsalFault(t, Reason::Periodic, true)->field, QStringLiteral("tenant"));
        t = sandbox();
        t.readOnly = true;
        QVERIFY(domain::rehearsalFault(t, Reason::Periodic, true));
        t = sandbox();
        t.product = domain::Product::IdentityIq;
        QVERIFY(domain::rehearsalFault(t, Reason::Periodic, true));
        QCOMPARE(domain::rehearsalFault(sandbox(), Reason::AccountRecovery, true)->field, QStringLiteral("reason"));
        t = sandbox();
        t.confirmWriteBack = false;
        t.writeBack = domain::WriteBackStrategy::Account;
        QCOMPARE(domain::rehearsalFault(t, Reason::Periodic, false)->field, QStringLiteral("write"));
        QVERIFY(!domain::rehearsalFault(t, Reason::Periodic, true));
        t.writeBack = domain::WriteBackStrategy::None;
        QVERIFY(!domain::rehearsalFault(t, Reason::Periodic, false)); // there is nothing to agree to
    }
    void theVerdictIsTheLeastOfWhatWasSeen()
    {
        using enum StepState;
        QCOMPARE(domain::verdictOf({Proven, Proven, Proven, Proven, Proven}, false), RehearsalVerdict::Proven);
        QCOMPARE(domain::verdictOf({Proven, Proven, Proven, Proven, Proven}, true), RehearsalVerdict::Differs);
        QCOMPARE(domain::verdictOf({Proven, Proven, Proven, NotProven, Proven}, false), RehearsalVerdict::NotProven);
        QCOMPARE(domain::verdictOf({Proven, NotProven, Proven, Proven, Failed}, false), RehearsalVerdict::Differs);
        QCOMPARE(domain::verdictOf({NotProven, NotProven, NotProven, NotProven, NotProven}, false),
            RehearsalVerdict::NotProven);
    }
};
IDV_TEST(ProposedMapping)
#include "tst_mappingproposal.moc"
