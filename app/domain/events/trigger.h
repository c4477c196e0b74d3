#pragma once
#include <QJsonObject>
#include <QList>
#include <QString>
#include <optional>

// SailPoint's event triggers (contract 10), as it lists them.
namespace domain {

enum class TriggerType { FireAndForget, RequestResponse };
QString triggerTypeKey(TriggerType type); ///< SailPoint's: "FIRE_AND_FORGET", "REQUEST_RESPONSE"
std::optional<TriggerType> triggerTypeFromKey(const QString &key);

struct Trigger
{
    QString id;
    std::optional<TriggerType> type; ///< nothing for a word that is not known
    QString typeWord;                ///< as it came
    QJsonObject exampleInput;        ///< the input of a test, until a person types another
    QJsonObject raw;                 ///< as it came
};

/// Does SailPoint wait for an answer to this trigger? Yes, unless it says that it does not: a type that is not known is
/// held to the stricter rules. No for one that is not listed.
bool asksBack(const Trigger &trigger);
bool asksBack(const QList<Trigger> &all, const QString &id);
/// The first of that id.
std::optional<Trigger> triggerById(const QList<Trigger> &all, const QString &id);
/// Its example, indented, for a person to change.
QString exampleText(const Trigger &trigger);

} // namespace domain
