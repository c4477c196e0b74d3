#pragma once
#include "core/result.h"
#include "domain/identities/identity.h"
#include <QJsonObject>
#include <QList>

// Is a person's account one that may be recovered? Only words that are known to mean so open anything.
namespace domain {

enum class Activity { Active, Inactive, NotKnown };

/// What one lifecycle word means, for one identity profile or for all.
struct ActivityRule
{
    QString profile; ///< identity profile's name; empty: every profile without a rule of its own for the word
    QString word;    ///< lifecycle state's technical name, letter case aside; may be empty: no state at all
    bool isActive = false;
    friend bool operator==(const ActivityRule &, const ActivityRule &) = default;
};
struct ActivityTable
{
    QList<ActivityRule> rules{{QString(), QStringLiteral("active"), true}};
    friend bool operator==(const ActivityTable &, const ActivityTable &) = default;
};

/// A status that says locked, disabled or the like always wins. Then the lifecycle state's own identityState, where
/// `identityState` could be read and is not null; then the table. What is in neither is not known.
Activity activityOf(const Identity &person, const std::optional<QString> &identityState, const ActivityTable &table);
/// Stands for the words that say whether this account is active: what was accepted of them is accepted of no others.
QString activityMark(const Identity &person);
/// Is the word of this person in the table at all?
bool isInTable(const QString &profile, const QString &lifecycle, const ActivityTable &table);

/// People of the local copy who agree in everything that says whether their account is active.
struct ActivityGroup
{
    QString profile;
    QString word;   ///< lifecycle state's technical name; empty: no state at all
    QString status; ///< identity status in SailPoint
    qint64 people = 0;
    std::optional<QString>
        identityState; ///< SailPoint's word for the lifecycle state; nothing while it was not asked or not given
    friend bool operator==(const ActivityGroup &, const ActivityGroup &) = default;
};
/// Of these, whoever activityOf() says nothing about, in the same order.
QList<ActivityGroup> activityNotKnown(const QList<ActivityGroup> &groups, const ActivityTable &table);
qint64 peopleIn(const QList<ActivityGroup> &groups);
/// "contractor (312), no lifecycle state (8)": each word once, the most frequent first; what is beyond `most` is "…".
QString activityWords(const QList<ActivityGroup> &groups, int most);

/// Usage with the place ("rules[2].word: …"): two meanings of one word, too long, more than 500.
core::Status validate(const ActivityTable &table);
QJsonObject toJson(const ActivityTable &table);
/// Unknown keys, wrong types and missing members are Usage with the place.
core::Result<ActivityTable> activityTableFromJson(const QJsonObject &json);

} // namespace domain
