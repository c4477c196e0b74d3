#pragma once
#include <QJsonObject>
#include <QJsonValue>
#include <QList>

namespace lab {

/// What the simulated tenant can tell of; examples as the vendor's pages show them.
struct TriggerKind
{
    const char *id;
    const char *name;
    bool asksBack;      ///< REQUEST_RESPONSE
    const char *input;  ///< JSON
    const char *output; ///< JSON; null where nothing is asked back
};
const QList<TriggerKind> &triggerKinds();
const TriggerKind *triggerKind(const QString &id);
/// null for a null pointer.
QJsonValue parsedOf(const char *json);

/// The small part of JSONPath that filters use: $, and predicates [?(@.name == "value")] joined by &&, on an object or
/// the elements of an array under it.
bool filterFits(const QString &filter, const QJsonObject &input);
bool isJsonPath(const QString &filter);

} // namespace lab
