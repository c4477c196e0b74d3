#pragma once
#include "core/result.h"
#include "domain/verification/verification.h"
#include <QJsonObject>

namespace domain {

/// How long the console keeps what is personal about a closed verification. Afterwards a tombstone stays: id, times,
/// outcome, and in the audit log the digests, so that the chain is still proved.
struct Retention
{
    bool isOn = false;
    int verifiedDays = 455; ///< an interval of a year and 90 days
    int failedDays = 30;    ///< failed, declined, abandoned, expired, cancelled
    friend bool operator==(const Retention &, const Retention &) = default;
};
/// Usage with the field at fault: 1 to 3,650 days.
core::Status validate(const Retention &retention);
QJsonObject toJson(const Retention &retention);
/// What is missing is as the default, which removes nothing. Usage with the place of what cannot be read.
core::Result<Retention> retentionFromJson(const QJsonObject &object);

/// "M••• E•••": the first letter of each word.
QString maskedName(const QString &name);

} // namespace domain
