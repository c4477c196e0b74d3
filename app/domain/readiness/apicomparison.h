#pragma once
#include "core/result.h"
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

// The calls that the console makes of SailPoint's API, beside a description of that API (OpenAPI 3). Pure.
namespace domain {

/// A call as it was when the console was built.
struct ApiCall
{
    QString method;             ///< "GET"
    QString path;               ///< "/identities/*": a star is a value
    QStringList required;       ///< members of the body that have to be there
    QStringList scopes;         ///< any one of them is enough
    bool isUnpublished = false; ///< SailPoint describes no such call; the console asks each tenant whether it has it
};
/// From resources/sailpoint-calls.json.
core::Result<QList<ApiCall>> apiCallsFrom(const QJsonObject &json);

enum class ApiChange {
    Missing,    ///< the description has no such call
    Deprecated, ///< by every path that leads to it
    Required,   ///< the body needs more than it did
    Scopes,     ///< none of the scopes that were enough is named any more
};
QString apiChangeKey(ApiChange c); ///< "missing", "deprecated", "required", "scopes"

struct ApiDifference
{
    ApiChange change = ApiChange::Missing;
    QString method;
    QString path;   ///< as the description writes it, where it has it
    QString detail; ///< which members, which scopes
};

struct ApiComparison
{
    QString title;
    QString version;
    int compared = 0;
    QList<ApiDifference> differences;
    /// Calls that would be refused: missing, or without what the body needs.
    bool isUsable() const;
};
/// Usage (field "api") for what is no description of an API. One path may stand there in several generations
/// ("/v2024/identities", "/identities/v1"): one that goes on is enough.
core::Result<ApiComparison> compareApi(const QList<ApiCall> &calls, const QJsonObject &openApi);

} // namespace domain
