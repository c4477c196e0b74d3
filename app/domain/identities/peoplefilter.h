#pragma once
#include "core/clock.h"
#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <optional>

namespace domain {

enum class ContactFilter { Any, Phone, Email, None };

/// What narrows the people shown, beside the search text and the status. Every part that is set has to hold; within a
/// part one of its values does.
struct PeopleFilter
{
    QStringList profiles;                                      ///< names of identity profiles; "" is "none"
    QStringList lifecycles;                                    ///< names of lifecycle states; "" is "none"
    QStringList accountStates;                                 ///< SailPoint's identity status: REGISTERED, …
    std::optional<int> ial;                                    ///< 0: without a level
    std::optional<core::Instant> verifiedFrom, verifiedBefore; ///< from inclusive, before exclusive
    std::optional<core::Instant> dueFrom, dueBefore;
    ContactFilter contact = ContactFilter::Any;
    bool onlyProcessingErrors = false; ///< SailPoint's processing state is ERROR
    bool isEmpty() const { return *this == PeopleFilter(); }
    friend bool operator==(const PeopleFilter &, const PeopleFilter &) = default;
};

/// Ready to be shown as a chip: "Profile: Contractors".
struct FilterPart
{
    QString key;
    QString text;
};

/// In a fixed order; empty for an empty filter. Days are shown in local time.
QList<FilterPart> parts(const PeopleFilter &filter);
PeopleFilter without(PeopleFilter filter, const QString &key);

QJsonObject toJson(const PeopleFilter &filter);
/// What cannot be read is left out: a filter only ever widens by that.
PeopleFilter filterFromJson(const QJsonObject &object);

/// "none" for the empty value, the word itself otherwise with a capital.
QString valueText(const QString &value);

} // namespace domain
