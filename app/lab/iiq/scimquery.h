#pragma once
#include "httpd/message.h"
#include <QJsonObject>
#include <QString>
#include <functional>
#include <optional>

namespace lab {

/// What a list of SCIM 2.0 is asked for (RFC 7644 3.4.2), by GET's query or the body of POST …/.search.
struct ScimQuery
{
    QString filter, sortBy, attributes, excluded;
    bool isDescending = false;
    qint64 startIndex = 1;                          ///< from 1
    qint64 count = 1000;                            ///< at most so many
    std::function<bool(const QJsonObject &)> holds; ///< empty: everybody
};

constexpr qint64 mostOfAScimList = 1000;
/// Nothing, and why in `fault`: an Error of SCIM. `isKnown`: as of scimFilter().
std::optional<ScimQuery> scimQuery(
    const httpd::Request &request, const std::function<bool(const QString &)> &isKnown, httpd::Response &fault);

httpd::Response scimAnswer(int status, const QByteArray &body);
httpd::Response scimAnswer(int status, const QJsonObject &body);
/// urn:ietf:params:scim:api:messages:2.0:Error.
httpd::Response scimError(int status, const QString &detail, const QString &scimType = {});
/// A ListResponse; `resources`: JSON, with commas between them.
QByteArray scimListBody(qint64 total, qint64 startIndex, qint64 items, const QByteArray &resources);
/// A body in a media type that SCIM takes, or none.
bool isScimBody(const httpd::Request &request);

} // namespace lab
