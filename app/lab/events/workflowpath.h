#pragma once
#include <QJsonObject>
#include <QString>
#include <optional>

// What the steps of a workflow read of each other, as SailPoint's workflows write it. Pure.
namespace lab {

/// What "$.find.body[0].id" leads to among the facts; "…length()" of a list is its length. Undefined where it leads
/// nowhere.
QJsonValue factAt(const QString &path, const QJsonObject &facts);
/// A value with each "{{$.…}}" in its texts in place. Nothing, and the path in `nowhere`, where one leads nowhere.
std::optional<QJsonValue> filledIn(const QJsonValue &value, const QJsonObject &facts, QString &nowhere);
/// What the answer of a step "HTTP Request 1" is called later: "hTTPRequest1".
QString variableOf(const QString &step);
/// One choice of a step: IsPresent, StringEquals, NumericEquals, BooleanEquals. Nothing for another comparator.
std::optional<bool> isChosen(const QJsonObject &choice, const QJsonObject &facts);
/// Why such a workflow cannot be stored: a step that is not there, or that does what this simulator does not. Empty:
/// nothing is wrong.
QString faultOfDefinition(const QJsonObject &definition);

} // namespace lab
