#include "domain/events/trigger.h"
#include "domain/text/wordlist.h"
#include <QJsonDocument>
#include <algorithm>

namespace domain {

static constexpr std::array<const char *, 2> triggerTypeWords{"FIRE_AND_FORGET", "REQUEST_RESPONSE"};

QString triggerTypeKey(TriggerType type)
{
    return wordOfValue(triggerTypeWords, type);
}

std::optional<TriggerType> triggerTypeFromKey(const QString &key)
{
    return valueOfWord<TriggerType>(triggerTypeWords, key);
}

bool asksBack(const Trigger &trigger)
{
    return trigger.type != TriggerType::FireAndForget;
}

bool asksBack(const QList<Trigger> &all, const QString &id)
{
    return std::any_of(all.begin(), all.end(), [&id](const Trigger &t) { return t.id == id && asksBack(t); });
}

std::optional<Trigger> triggerById(const QList<Trigger> &all, const QString &id)
{
    const auto it = std::find_if(all.begin(), all.end(), [&id](const Trigger &t) { return t.id == id; });
    return it == all.end() ? std::nullopt : std::optional(*it);
}

QString exampleText(const Trigger &trigger)
{
    return QString::fromUtf8(QJsonDocument(trigger.exampleInput).toJson()).trimmed();
}

} // namespace domain
