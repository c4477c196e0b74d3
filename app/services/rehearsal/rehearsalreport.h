#pragma once
#include "core/clock.h"
#include "core/ids.h"
#include "domain/rehearsal/mappingproposal.h"
#include "domain/rehearsal/rehearsalrules.h"
#include "domain/verification/writeback/writeback.h"
#include "services/readiness/readinessrecord.h"
#include <QJsonObject>

namespace services {

/// One thing that a rehearsal looked at.
struct RehearsalLine
{
    domain::RehearsalStep step = domain::RehearsalStep::Attributes;
    TestLevel level = TestLevel::Pass;
    QString text;
    QString fact;
    QString advice;
};

/// What a rehearsal has shown: no secret, and of the test person the identity's id only.
struct RehearsalReport
{
    QString tenant;
    QString environment;
    core::IdentityId person;
    core::SessionId session; ///< empty: none was started
    core::Instant startedAt = 0, endedAt = 0;
    bool isResultRead = false; ///< the session's end was read with the settings of this run
    QList<RehearsalLine> lines;
    QList<domain::SeenMessage> messages; ///< the newest of each kind
    QList<domain::MappingProposal> proposals;

    domain::StepState stateOf(domain::RehearsalStep step) const;
    domain::RehearsalVerdict verdict() const;
};

/// "Attributes", "Client", …, translated.
QString rehearsalStepName(domain::RehearsalStep step);
/// Proven, differs or not proven, as a sentence.
QString rehearsalVerdictText(domain::RehearsalVerdict verdict);
QJsonObject toJson(const RehearsalReport &report);
QString rehearsalMarkdown(const RehearsalReport &report);

} // namespace services
