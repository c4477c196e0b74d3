#include "services/rehearsal/rehearsalreport.h"
#include "domain/text/instant.h"
#include "domain/text/markdown.h"
#include <QCoreApplication>
#include <QJsonArray>

namespace services {

using domain::RehearsalStep;
using domain::RehearsalVerdict;
using domain::StepState;

static QString sayReport(const char *text)
{
    return QCoreApplication::translate("Rehearsal", text);
}

StepState RehearsalReport::stateOf(RehearsalStep step) const
{
    bool isSeen = false, isDoubted = false;
    for (const RehearsalLine &l : lines) {
        if (l.step != step)
            continue;
        if (l.level == TestLevel::Fail)
            return StepState::Failed;
        isSeen = isSeen || l.level == TestLevel::Pass;
        isDoubted = isDoubted || l.level == TestLevel::NotProven;
    }
    return isSeen && !isDoubted ? StepState::Proven : StepState::NotProven;
}

RehearsalVerdict RehearsalReport::verdict() const
{
    std::array<StepState, domain::rehearsalStepCount> steps{};
    for (int i = 0; i < domain::rehearsalStepCount; ++i)
        steps[size_t(i)] = stateOf(RehearsalStep(i));
    return domain::verdictOf(steps, !proposals.isEmpty());
}

QString rehearsalStepName(RehearsalStep step)
{
    switch (step) {
    case RehearsalStep::Attributes: return sayReport(QT_TRANSLATE_NOOP("Rehearsal", "1 Attributes for results"));
    case RehearsalStep::Client: return sayReport(QT_TRANSLATE_NOOP("Rehearsal", "2 Client and rights"));
    case RehearsalStep::Session: return sayReport(QT_TRANSLATE_NOOP("Rehearsal", "3 Session for the test person"));
    case RehearsalStep::Result: return sayReport(QT_TRANSLATE_NOOP("Rehearsal", "4 Result, by answer and callback"));
    case RehearsalStep::Stored: break;
    }
    return sayReport(QT_TRANSLATE_NOOP("Rehearsal", "5 Written to SailPoint and read back"));
}

QString rehearsalVerdictText(RehearsalVerdict verdict)
{
    switch (verdict) {
    case RehearsalVerdict::Proven:
        return sayReport(QT_TRANSLATE_NOOP("Rehearsal", "All five steps were seen to work with this test person."));
    case RehearsalVerdict::Differs:
        return sayReport(QT_TRANSLATE_NOOP(
            "Rehearsal", "Something does not work, or is sent otherwise than this tenant's settings say."));
    case RehearsalVerdict::NotProven: break;
    }
    return sayReport(QT_TRANSLATE_NOOP("Rehearsal", "Nothing is known to be wrong, and not everything was seen."));
}

static QString stepStateKey(StepState s)
{
    switch (s) {
    case StepState::Proven: return QStringLiteral("proven");
    case StepState::Failed: return QStringLiteral("failed");
    case StepState::NotProven: break;
    }
    return QStringLiteral("not-proven");
}

QJsonObject toJson(const RehearsalReport &r)
{
    QJsonArray steps, messages, proposals;
    for (int i = 0; i < domain::rehearsalStepCount; ++i) {
        QJsonArray lines;
        for (const RehearsalLine &l : r.lines) {
            if (l.step == RehearsalStep(i))
                lines.append(
                    QJsonObject{{QStringLiteral("level"), testLevelKey(l.level)}, {QStringLiteral("text"), l.text},
                        {QStringLiteral("fact"), l.fact}, {QStringLiteral("advice"), l.advice}});
        }
        steps.append(QJsonObject{{QStringLiteral("step"), domain::rehearsalStepKey(RehearsalStep(i))},
            {QStringLiteral("state"), stepStateKey(r.stateOf(RehearsalStep(i)))}, {QStringLiteral("lines"), lines}});
    }
    for (const domain::SeenMessage &m : r.messages)
        messages.append(domain::toJson(m));
    for (const domain::MappingProposal &p : r.proposals)
        proposals.append(QJsonObject{{QStringLiteral("option"), p.option}, {QStringLiteral("value"), p.value},
            {QStringLiteral("needsMeaning"), p.needsMeaning()}});
    return {{QStringLiteral("tenant"), r.tenant}, {QStringLiteral("environment"), r.environment},
        {QStringLiteral("person"), r.person.str()}, {QStringLiteral("session"), r.session.str()},
        {QStringLiteral("startedAt"), domain::formatInstant(r.startedAt)},
        {QStringLiteral("endedAt"), domain::formatInstant(r.endedAt)}, {QStringLiteral("resultRead"), r.isResultRead},
        {QStringLiteral("verdict"), domain::rehearsalVerdictKey(r.verdict())}, {QStringLiteral("steps"), steps},
        {QStringLiteral("messages"), messages}, {QStringLiteral("proposals"), proposals}};
}

static QString heading(const QString &text)
{
    return QStringLiteral("\n## %1\n\n").arg(text);
}

static QString messageName(domain::MessageKind kind)
{
    switch (kind) {
    case domain::MessageKind::Created: return sayReport(QT_TRANSLATE_NOOP("Rehearsal", "Answer to the start"));
    case domain::MessageKind::Answer: return sayReport(QT_TRANSLATE_NOOP("Rehearsal", "Answer to a status query"));
    case domain::MessageKind::Callback: break;
    }
    return sayReport(QT_TRANSLATE_NOOP("Rehearsal", "Callback"));
}

QString rehearsalMarkdown(const RehearsalReport &r)
{
    QString out =
        QStringLiteral("# %1\n\n%2\n\n")
            .arg(sayReport(QT_TRANSLATE_NOOP("Rehearsal", "Rehearsal: %1")).arg(domain::markdownText(r.tenant)),
                rehearsalVerdictText(r.verdict()));
    out += QStringLiteral("%1 – %2, %3 `%4`\n")
               .arg(domain::formatInstant(r.startedAt), domain::formatInstant(r.endedAt),
                   sayReport(QT_TRANSLATE_NOOP("Rehearsal", "test person")), r.person.str());
    for (int i = 0; i < domain::rehearsalStepCount; ++i) {
        out += heading(
            rehearsalStepName(RehearsalStep(i)) + QStringLiteral(": ") + stepStateKey(r.stateOf(RehearsalStep(i))));
        for (const RehearsalLine &l : r.lines) {
            if (l.step != RehearsalStep(i))
                continue;
            out += QStringLiteral("- **%1** %2").arg(testLevelKey(l.level), domain::markdownText(l.text));
            for (const QString &more : {l.fact, l.advice})
                out += more.isEmpty() ? QString() : QStringLiteral(" · ") + domain::markdownText(more);
            out += QLatin1Char('\n');
        }
    }
    for (const domain::SeenMessage &m : r.messages) {
        out += heading(messageName(m.kind));
        for (const domain::SeenMember &one : m.members)
            out += QStringLiteral("- `%1` %2%3\n")
                       .arg(one.at, one.type,
                           one.word.isEmpty() ? QString() : QStringLiteral(": ") + domain::markdownText(one.word));
    }
    if (!r.proposals.isEmpty())
        out += heading(sayReport(QT_TRANSLATE_NOOP("Rehearsal", "Settings that this provider needs")));
    for (const domain::MappingProposal &p : r.proposals)
        out += QStringLiteral("- `--%1 \"%2\"`\n").arg(p.option, p.value);
    return out;
}

} // namespace services
