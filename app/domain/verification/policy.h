#pragma once
#include "core/result.h"
#include "domain/verification/verification.h"
#include <QJsonObject>
#include <QMap>
#include <optional>

namespace domain {

/// What the dialog starts with for one reason; the level is also the least that may be asked for.
struct ReasonDefaults
{
    int leastIal = 1;
    QStringList documents;            ///< empty: as last time
    std::optional<Delivery> delivery; ///< none: as last time
    friend bool operator==(const ReasonDefaults &, const ReasonDefaults &) = default;
};

/// What one helpdesk agrees on: one for all tenants of a data folder.
struct VerificationPolicy
{
    /// A regular expression (PCRE) that the whole ticket number has to match where one is given; empty: any.
    QString ticketPattern;
    QString ticketExample; ///< shown beside the field
    /// "de/sent-sms" to a sentence for the caller; what is missing is the built-in one.
    QMap<QString, QString> phrases;
    QMap<Reason, ReasonDefaults> defaults;
    /// Harmless differences of names (differenceKey()) that a person has to decide on all the same.
    QStringList heldDifferences;
    friend bool operator==(const VerificationPolicy &, const VerificationPolicy &) = default;
};

/// Every state for which there is a sentence, in the order in which they are edited.
const QStringList &phraseKeys();
/// `isLinkKnown`: its code can be shown here; after a restart, or where another program started it, it cannot.
QString phraseKeyOf(const Session &session, bool isLinkKnown);

/// Patterns that match in bounded time only: the subject is at most 64 characters, the match is limited.
bool ticketFits(const VerificationPolicy &policy, const QString &ticket);
/// The least level for a reason: the agreed one, and 2 for account recovery whatever was agreed.
int leastIal(const VerificationPolicy &policy, Reason reason);
/// Usage with the field "ticket-pattern", "ticket-example", "phrases", "defaults" or "names".
core::Status validate(const VerificationPolicy &policy);
QJsonObject toJson(const VerificationPolicy &policy);
/// Usage with the place at fault ("defaults.onboarding.leastIal"): nothing is left out, and nothing is guessed.
core::Result<VerificationPolicy> policyFromJson(const QJsonObject &json);

} // namespace domain
