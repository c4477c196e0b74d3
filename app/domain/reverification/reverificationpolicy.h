#pragma once
#include "core/error.h"
#include "core/result.h"
#include "domain/reverification/reverification.h"
#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace domain {

struct PeopleFacets;

/// Everything about a person that a rule may look at. People who agree in it share every rule.
struct Segment
{
    QString profile;
    QString lifecycle;
    QString source;
    QString accountState;
    QString riskGroup;
};

/// One row of the policy: to whom it applies, and how long a verification of theirs lasts.
struct ReverificationRule
{
    QString name;         ///< unique, shown as the person's policy
    QStringList profiles; ///< any of; every list that is not empty has to match, letter case aside
    QStringList lifecycles;
    QStringList sources;
    QStringList accountStates;
    QStringList riskGroups;
    bool isHighRisk = false;
    ReverificationInterval rule;
    std::optional<core::Instant> startsAt; ///< before that it does not apply
    friend bool operator==(const ReverificationRule &, const ReverificationRule &) = default;
};

struct ReverificationPolicy
{
    ReverificationInterval standard; ///< whom no rule matches
    QList<ReverificationRule> rules;
    friend bool operator==(const ReverificationPolicy &, const ReverificationPolicy &) = default;
};

/// The strictest rule that matches: the shortest interval; of two with the same, the one that warns earlier, then the
/// one with less grace, then the first.
struct AppliedRule
{
    ReverificationInterval rule;
    QString name; ///< empty: the standard
    bool isHighRisk = false;
    friend bool operator==(const AppliedRule &, const AppliedRule &) = default;
};
AppliedRule ruleFor(const ReverificationPolicy &policy, const Segment &segment, core::Instant now);
bool matches(const ReverificationRule &rule, const Segment &segment);
/// In days, over the standard and all rules: whoever was verified longer ago than this is asked again.
int shortestInterval(const ReverificationPolicy &policy);
/// When the next rule starts to apply after `now`.
std::optional<core::Instant> nextStart(const ReverificationPolicy &policy, core::Instant now);

/// Field errors ("rules[2].interval"); empty for a policy that can be saved.
QList<core::Error> validate(const ReverificationPolicy &policy);

QJsonObject toJson(const ReverificationPolicy &policy);
/// Usage with the field at fault when something has the wrong type or validate() objects.
core::Result<ReverificationPolicy> reverificationFromJson(const QJsonObject &object);

/// Names in rules that nobody in the local copy has, with the near ones: a rule for them would apply to nobody. Usage
/// with the place ("rules[2].profiles[0]"). Lists that are not whole (PeopleFacets holds 500 of each) prove nothing and
/// are left alone.
QList<core::Error> unknownNames(const ReverificationPolicy &policy, const PeopleFacets &known);

} // namespace domain
