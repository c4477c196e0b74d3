#pragma once
#include "core/clock.h"
#include <QJsonObject>
#include <QString>
#include <optional>

// Deliveries of SailPoint's event triggers, as it reports them (contract 10).
namespace domain {

enum class InvocationType { Test, RealTime };
QString invocationTypeKey(InvocationType type); ///< SailPoint's: "TEST", "REAL_TIME"
std::optional<InvocationType> invocationTypeFromKey(const QString &key);

/// How one invocation ended, in words of ours.
enum class InvocationState { InProgress, Completed, Failed };

struct Invocation
{
    QString id;
    QString subscriptionId;
    QString subscriptionName;
    std::optional<InvocationType> type;   ///< nothing for a word that is not known
    QString typeWord;                     ///< as it came
    std::optional<core::Instant> created; ///< nothing where it cannot be read
    QString completed;                    ///< when, as it came; empty: it is on its way
    QString error;                        ///< SailPoint's; empty without one
    QJsonObject raw;                      ///< as it came, without its secret
};
InvocationState invocationState(const Invocation &invocation);

/// An invocation that a test started. The secret, with which anybody could complete it, is not kept.
struct StartedInvocation
{
    QString id;
    QString triggerId;
    QJsonObject raw; ///< these two, as they came
};

} // namespace domain
